"""The noun that an English numeral counts: "6,000 evening school pupils", "two Baker's shops"."""

from __future__ import annotations

from functools import cache

from briefing.language import lexicons
from briefing.language.base import Sentence, Token

_FURTHEST = 8


def counted(sentence: Sentence, first: int, value: float) -> int | None:
    """Return the token of the noun that a numeral of this ``value``, ending before token ``first``, counts.

    The head is the first plural among the modifiers and nouns that follow, the last of several in a row ("three
    sports teams"); after one, the last singular. Nouns alike in both numbers ("aircraft") count as plurals.
    """
    tokens = sentence.tokens
    stop = _phrase_end(tokens, first, min(len(tokens), first + _FURTHEST))
    nouns = [i for i in range(first, stop) if tokens[i].pos in ("NOUN", "PROPN")]
    if value == 1:
        return nouns[-1] if nouns else None
    plural = next((i for i in nouns if _is_plural(tokens[i]) and not _owns(tokens, i)), None)
    if plural is not None and tokens[plural].fold in _describing():
        after = range(plural + 1, stop)
        plural = next((i for i in after if tokens[i].pos == "NOUN" and _is_plural(tokens[i])), plural)
    if plural is None:
        return first if _is_substantive(tokens, first, bool(nouns)) else None
    while plural + 1 < stop and _is_plural(tokens[plural + 1]) and not _is_measure(tokens[plural + 1]):
        plural += 1
    return plural


def _is_substantive(tokens: list[Token], index: int, describes: bool) -> bool:
    """Whether an adjective stands for people: "at least 12 dead", but not "two dead men"."""
    if index >= len(tokens) or describes:
        return False
    return tokens[index].pos == "ADJ" and tokens[index].fold in _same_in_plural()


def _phrase_end(tokens: list[Token], first: int, limit: int) -> int:
    index = first
    while index < limit and _continues(tokens, index, first, limit):
        index += 1
    return index


def _continues(tokens: list[Token], index: int, first: int, limit: int) -> bool:
    token = tokens[index]
    reading = token.readings[0]
    following = tokens[index + 1] if index + 1 < limit else None
    if reading.pos in ("NOUN", "PROPN"):
        return True
    if len(token.text) == 1 and token.is_capital and index > first and tokens[index - 1].pos in ("NOUN", "PROPN"):
        return True  # "Class A"
    if reading.pos in ("ADJ", "NUM"):
        return reading.pos == "ADJ" or "-" in token.text
    if reading.pos == "PART":
        return reading.case == "gen"
    if following is None:
        return False
    if index > first and (tokens[index - 1].is_capital or tokens[index - 1].text == "&"):
        named = token.is_capital or (token.text == "&" and following.is_capital)
        if named:
            return True  # "Bits & Beyond stores"
    if token.text == ",":
        return index > first and tokens[index - 1].pos == "ADJ" and following.pos in ("ADJ", "VERB")
    if reading.pos == "VERB":
        described = following.pos in ("NOUN", "PROPN", "ADJ") or following.readings[0].form == "part"
        return reading.form == "part" and described  # “highly skilled, sworn officers”
    if reading.pos in ("ADV", "DET"):
        return following.pos in ("ADJ", "NOUN", "VERB") and (
            reading.pos == "ADV" or token.fold in ("other", "such", "more")
        )
    if token.fold not in ("and", "or") or index == first:
        return False
    before = tokens[index - 1]
    return (before.pos == "ADJ" and following.pos == "ADJ") or _is_joined(tokens, index, limit)


def _is_joined(tokens: list[Token], index: int, limit: int) -> bool:
    """Whether a conjunction joins what describes a plural behind it: "health and safety rules"."""
    before, after = tokens[index - 1], tokens[index + 1 : min(limit, index + 3)]
    if before.pos not in ("NOUN", "PROPN") or before.readings[0].number != "sing" or len(after) < 2:
        return False
    describes = after[0].pos in ("NOUN", "PROPN", "ADJ") or after[0].readings[0].form == "part"
    return describes and not _is_plural(after[0]) and _is_plural(after[1])


def _owns(tokens: list[Token], index: int) -> bool:
    after = tokens[index + 1].readings[0] if index + 1 < len(tokens) else None
    return after is not None and after.pos == "PART" and after.case == "gen"  # not “sellers whose stall burned”


def _is_plural(token: Token) -> bool:
    reading = token.readings[0]
    if reading.pos not in ("NOUN", "PROPN"):
        return False
    return reading.number == "plur" or token.fold in _same_in_plural()


def _is_measure(token: Token) -> bool:
    """Whether the plural is a unit, which begins another phrase: "60 million listeners days before"."""
    return token.lemma in lexicons.load("en", "figures")["measure"]


@cache
def _describing() -> frozenset[str]:
    return frozenset(lexicons.load("en", "figures")["describing"])


@cache
def _same_in_plural() -> frozenset[str]:
    return frozenset(lexicons.load("en", "figures")["same_in_plural"])
