"""Imperatives of English, which have the form of the infinitive: “Bring in your advisor.”, “Also, consider a loan.”"""

from __future__ import annotations

from briefing.language.base import Reading, Token
from briefing.language.en import neighbours as near
from briefing.language.lexicons import listed

_LINKS = listed("en", "imperatives", "links")
_OBJECTS = listed("en", "imperatives", "objects")
_CASES = listed("en", "imperatives", "cases")
_READER = listed("en", "imperatives", "reader")
_RARELY = listed("en", "imperatives", "rarely")
_RARE = 0.2  # the score below which a reading is not thought of


def mark(tokens: list[Token]) -> None:
    """Settle the first verb of the sentence as an imperative where it has an object and no subject or predicate."""
    first = next((i for i, token in enumerate(tokens) if token.is_word), None)
    addressed = False  # “If you saw it, | call us”, “Please call us”
    if first is not None and tokens[first].fold in _CASES:
        first = _past_case(tokens, first)
        addressed = True
    while first is not None and tokens[first].fold in _LINKS:
        addressed = addressed or tokens[first].fold == "please"
        first = next((i for i in range(first + 1, len(tokens)) if tokens[i].is_word), None)
    if first is None or first + 2 >= len(tokens):
        return
    token, after = tokens[first], tokens[first + 1]
    if token.fold == "let" and after.fold == "'s":
        after.settle(Reading("we", "PRON", case="acc", number="plur", person="1"))
    forbids = token.fold == "do" and after.fold in ("n't", "not") and tokens[first + 2].readings[0].form == "inf"
    if forbids or _demands(tokens, first) or (addressed and _is_asked(tokens, first)):
        token.settle(_imperative(token))


def _past_case(tokens: list[Token], first: int) -> int | None:
    """Return where what the reader should do in the case told before a comma begins: “If you saw it, | call us.”"""
    if not any(token.fold in _READER for token in tokens[first + 1 : first + 3]):
        return None
    comma = next((i for i in range(first, len(tokens)) if tokens[i].text == ","), len(tokens))
    return next((i for i in range(comma + 1, len(tokens)) if tokens[i].is_word), None)


def _demands(tokens: list[Token], first: int) -> bool:
    token = tokens[first]
    if near.find(token, "VERB", "inf") is None or (token.fold in _RARELY and tokens[first + 1].fold not in _OBJECTS):
        return False
    possessive = tokens[first + 1].fold == "'s" and token.fold != "let"  # “Hart's daughter”
    if possessive or token.pos in ("PRON", "DET", "ADP", "ADJ", "SCONJ"):
        return False
    noun = near.find(token, "NOUN")
    if noun is not None and noun.score >= _RARE and tokens[first + 1].fold == "of":
        return False  # “Chair of the board”
    if tokens[first + 1].pos in ("NOUN", "ADJ") and (noun is None or noun.score < _RARE):
        return True  # “Reopen village libraries”
    return _takes_object(tokens, first + 1) and not _has_predicate(tokens, first + 1)


def _is_asked(tokens: list[Token], first: int) -> bool:
    """Whether a verb to which the reader is led is no noun before a predicate: “call 101”, not “wait times may …”."""
    if near.find(tokens[first], "VERB", "inf") is None or tokens[first].pos in ("PRON", "DET", "ADP", "ADJ", "SCONJ"):
        return False
    joint = next((i for i in range(first, len(tokens)) if tokens[i].pos == "CCONJ"), len(tokens))
    return not _has_predicate(tokens[:joint], first + 1)


def _takes_object(tokens: list[Token], index: int) -> bool:
    """Whether an object or a particle with one stands there: “your plan”, “in your advisor”, “with her”."""
    token = tokens[index]
    if token.readings[0].pos == "ADP" and index + 1 < len(tokens):
        token = tokens[index + 1]
    reading = token.readings[0]
    return token.fold in _OBJECTS or (reading.pos == "DET" and token.fold not in ("what", "which", "whose"))


def _has_predicate(tokens: list[Token], start: int) -> bool:
    """Whether a finite verb stands in the same clause, so that the word before is a noun: “Work on it began”."""
    for index, token in enumerate(tokens[start:], start):
        if token.readings[0].case == "gen":
            continue  # “Staff from the mayor's office will …”
        if token.text == ",":  # “Work on the bridge, a landmark, began”
            comma = next((i for i in range(index + 1, len(tokens)) if tokens[i].text == ","), len(tokens))
            return comma + 1 < len(tokens) and tokens[comma + 1].readings[0].form == "fin"
        if not token.is_word or (token.readings[0].pos == "SCONJ" and token.fold not in _OBJECTS):
            return False
        if token.readings[0].form == "fin":
            return True
    return False


def _imperative(token: Token) -> Reading:
    verb = near.find(token, "VERB", "inf") or near.find(token, "VERB") or token.readings[0]
    return verb._replace(form="imp", tense="", number="plur", person="2")
