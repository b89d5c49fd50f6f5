"""Subjects whose post and body stand behind the name, the last comma left out: “Ann Lee, director, Acme Ltd said”."""

from __future__ import annotations

from briefing.language.base import Name, Sentence
from briefing.language.en.persons import is_personal
from briefing.language.en.phrases import start

_SEGMENTS = 4  # between commas, behind the name
_LONGEST = 8  # tokens of each
_OPENERS = frozenset("\"“”‘’'«»,")


def named(sentence: Sentence, first: int) -> Name | None:
    """Return the person's name that opens the clause before a post in the singular and the body at ``first``."""
    tokens, stop, post = sentence.tokens, first, False
    if (one := sentence.name_at(first)) is not None and one.kind == "person":
        return None  # “Ann Lee, the mayor, Tom Hart and Acme said”
    for _ in range(_SEGMENTS):
        comma = stop - 1
        if comma < 1 or tokens[comma].text != ",":
            return None
        name = sentence.name_at(comma - 1)
        if name is not None and name.kind == "person" and name.stop == comma:
            return name if post and _opens(sentence, start(sentence, comma - 1)) else None
        stop = comma
        while stop > 0 and tokens[stop - 1].text != "," and comma - stop <= _LONGEST:
            stop -= 1
        segment = range(stop, comma)
        if not segment or len(segment) > _LONGEST or not all(_is_nominal(sentence, index) for index in segment):
            return None
        post = any(is_personal(tokens[i]) and tokens[i].readings[0].number != "plur" for i in segment) and not any(
            (name := sentence.name_at(i)) is not None and name.kind == "person" for i in segment
        )
        if not post and any(is_personal(tokens[i]) for i in segment):
            return None
    return None


def _is_nominal(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.is_word and token.readings[0].form not in ("fin", "inf") and token.pos not in ("PRON", "SCONJ")


def _opens(sentence: Sentence, first: int) -> bool:
    return first == 0 or sentence.tokens[first - 1].text in _OPENERS
