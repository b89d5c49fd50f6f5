"""The bare verb of what is demanded: “asked that the board | review the case”."""

from __future__ import annotations

from briefing.language import lexicons
from briefing.language.base import Reading, Token
from briefing.language.en import neighbours as near
from briefing.language.lexicons import listed

_DEMANDING = listed("en", "clauses", "demanding")
_ASSERTING = listed("en", "clauses", "asserting")
_ACTING = lexicons.kinds("en", *lexicons.PERSONAL, "organisation", "company", "group", "media")
DEMANDING_ALONE = listed("en", "clauses", "demanding_alone")
_REACH = 16  # tokens behind “that” in which the verb stands
_SUBJECT = ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "ADP", "ADV", "PART", "CCONJ")


def settle(tokens: list[Token], that: int) -> None:
    """Read the verb of the clause that the “that” at ``that`` opens as a bare infinitive, if it is demanded.

    So where the verb has the form of one behind a verb of demanding, also where it is a noun as often: “review”.
    """
    before = near.preceding(tokens, that)
    if before is None or before.lemma not in _DEMANDING:
        return
    nouns: list[int] = []
    for index in range(that + 1, min(that + _REACH, len(tokens))):
        token = tokens[index]
        if token.text in near.STOPS or token.fold in near.RELATIVES:
            break
        if index == that + 1 and token.pos == "VERB":
            return
        base = _base(token) if index > that + 1 else None
        follows = base is not None and _follows_subject(tokens, index, before.lemma)
        if token.lemma in _ACTING and near.has(token, "NOUN"):
            continue  # “the school | board | review the case”
        if token.pos == "VERB" and token.readings[0].form in ("fin", "inf"):
            if base is not None and follows and not _is_before_verb(tokens, index):
                _settle(tokens, index, base)
                return
            if not (near.has(token, "NOUN") or (nouns and near.has(token, "VERB", "part"))):
                return  # “review visas | issued in May” goes on
        elif token.pos == "NOUN" and base is not None and follows and _goes_on(tokens, index):
            nouns.append(index)
    if nouns and (verb := _base(tokens[nouns[0]])) is not None:
        _settle(tokens, nouns[0], verb)


def settle_bare(tokens: list[Token], demand: int) -> None:
    """Read the verb as bare that follows those who are to act, without “that”: “requested the agency | publish”."""
    opening = near.following(tokens, demand)
    if opening is None or opening.pos not in ("DET", "PROPN"):
        return
    for index in range(demand + 2, min(demand + _REACH, len(tokens))):
        token, before = tokens[index], near.preceding(tokens, index)
        base = _base(token) if before is not None and before.pos in ("NOUN", "PROPN") else None
        acts = before is not None and (before.lemma in _ACTING or before.pos == "PROPN" or _is_several(before))
        if base is not None and acts and (token.pos == "VERB" or _has_object(tokens, index)):
            _settle(tokens, index, base)
            return
        if token.pos not in _SUBJECT or token.fold == "to":
            return


def _is_several(token: Token) -> bool:
    return token.readings[0].pos == "NOUN" and token.readings[0].number == "plur"


def _has_object(tokens: list[Token], index: int) -> bool:
    """Whether a word that is a noun too has an object behind it: “the council | state its view”."""
    after = near.following(tokens, index)
    return after is not None and (after.pos == "DET" or after.readings[0].case == "gen")


def _settle(tokens: list[Token], index: int, verb: Reading) -> None:
    """Read the word as the verb, and what may be its object or another verb behind it as its object."""
    tokens[index].settle(verb)
    after = near.following(tokens, index)
    noun = near.find(after, "NOUN") if after is not None and after.pos == "VERB" else None
    if after is not None and noun is not None and noun.number == "plur":
        after.settle(noun)  # “raise | rates”


def _base(token: Token) -> Reading | None:
    reading = near.find(token, "VERB", "inf")
    return reading if reading is not None and token.fold == reading.lemma and not token.is_capital else None


def _is_before_verb(tokens: list[Token], index: int) -> bool:
    """Whether a word that is a noun too stands right before what can only be a verb: “the state | budget include”."""
    after = near.following(tokens, index)
    verbal = after is not None and near.is_finite(after) and not near.has(after, "NOUN")
    return verbal and near.has(tokens[index], "NOUN")


def _follows_subject(tokens: list[Token], index: int, demanding: str) -> bool:
    """Whether what stands before can be those who are to act: somebody, a name, a plural.

    Of things may be insisted, too, what they do: “insisted that sales show …”.
    """
    before = near.preceding(tokens, index)
    if before is None:
        return False
    reading = before.readings[0]
    if demanding in _ASSERTING and (reading.number == "plur" or reading.pos not in ("PROPN", "PRON")):
        return False
    nominative = reading.pos == "PRON" and reading.case == "nom"
    several = reading.pos == "NOUN" and reading.number == "plur"
    return nominative or several or reading.pos == "PROPN" or before.lemma in _ACTING


def _goes_on(tokens: list[Token], index: int) -> bool:
    """Whether an object or a phrase follows, and no verb: not “that the state budget cuts …”."""
    after = near.following(tokens, index)
    return after is not None and after.is_word
