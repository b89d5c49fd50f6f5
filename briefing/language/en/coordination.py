"""Infinitives that share the mark of one before them: “to cut costs, open shops and hire staff”."""

from __future__ import annotations

from briefing.language.base import Token
from briefing.language.en import neighbours as near

_JOINTS = (",", "and", "or")
_OPENS_OBJECT = ("DET", "PRON", "NUM")


def join(tokens: list[Token]) -> None:
    """Settle as an infinitive each base form that a comma or conjunction joins to an infinitive before it."""
    main: Token | None = None
    opened = listed = False
    for index, token in enumerate(tokens[:-1]):
        reading = token.readings[0]
        if opened and _is_joined(tokens, index, main, listed=listed):
            listed = True
            infinitive = near.find(token, "VERB", "inf")
            if infinitive is not None and infinitive is not reading:
                token.settle(infinitive)
            _settle_object(tokens[index + 1])
        elif reading.form == "fin":
            main, opened, listed = token, False, False
        elif reading.form == "inf":
            opened = True
        elif token.text in near.STOPS - {","} or reading.pos == "SCONJ" or token.fold in ("who", "which"):
            opened = False


def _is_joined(tokens: list[Token], index: int, main: Token | None, *, listed: bool) -> bool:
    token, before = tokens[index], tokens[index - 1]
    if before.fold not in _JOINTS or token.is_capital or near.find(token, "VERB", "inf") is None:
        return False
    if token.lemma in near.BRIDGES or token.lemma in near.AUXILIARY:
        return False
    if token.readings[0].form == "fin":
        return token.fold == token.lemma and not _may_go_on(main)
    return token.pos == "NOUN" and _has_object(tokens, index, listed=listed)


def _may_go_on(main: Token | None) -> bool:
    """Whether a base form may share the subject of the main verb instead: “firms plan to sell and hope for …”."""
    if main is None:
        return True
    reading = main.readings[0]
    return reading.tense == "pres" and reading.number == "plur" and main.lemma not in near.MODAL


def _has_object(tokens: list[Token], index: int, *, listed: bool) -> bool:
    """Whether what follows a word that is a noun too can only be its object: “close the shop”, “, open clinics”."""
    after = tokens[index + 1]
    if after.pos in _OPENS_OBJECT or after.readings[0].case == "gen":
        return True
    plural = near.find(after, "NOUN")
    parted = tokens[index - 1].text == "," or tokens[index - 2].text == ","
    if plural is None or plural.number != "plur" or near.finite_ahead(tokens, index + 1):
        return False  # “…, ticket prices rose”
    return listed or parted


def _settle_object(token: Token) -> None:
    """Read a plural right behind the infinitive as its object: “close shops”."""
    noun = near.find(token, "NOUN")
    if token.readings[0].form == "fin" and noun is not None and noun.number == "plur":
        token.settle(noun)
