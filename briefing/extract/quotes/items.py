"""What follows a colon as the words of whoever is named before it: items of a list, lines of speech, notes in brackets.

«Спасатели советуют: | • не спешить; | • беречь тепло»
"""

from __future__ import annotations

from briefing.extract.quotes.periods import Period

_BULLETS = frozenset("•▪◦‣●○·*")
_DASHES = frozenset("—–-")
_NUMBER = (".", ")")
_ENDS = (".", "!", "?", "…", "...")


def opening(period: Period) -> int:
    """Return how many tokens at the beginning of a paragraph mark it as an item of a list; 0 where it is none.

    A dash before a capital letter opens speech, unless a semicolon tells that further items follow.
    """
    tokens = period.tokens
    if not period.opens_paragraph or len(tokens) < 2:
        return 0
    if tokens[0].text in _BULLETS:
        return 1
    if tokens[0].text in _DASHES:
        return int(not tokens[1].is_capital or tokens[-1].text == ";")
    if tokens[0].text.rstrip(".)").isdigit() and len(tokens) > 2:
        return 1 if tokens[0].text.endswith(_NUMBER) else 2 * (tokens[1].text in _NUMBER)
    return 0


def goes_on(period: Period) -> int:
    """Return as `opening` does, of a paragraph that follows an item: there a dash opens another whatever follows."""
    return opening(period) or int(period.opens_paragraph and period.tokens[0].text in _DASHES and len(period) > 1)


def follows(period: Period, listed: int | None, announced: int | None) -> bool:
    """Whether the period is an item below a colon, or below the item that is the paragraph ``listed``."""
    if (
        not period.opens_paragraph
        or len(period) < 2
        or any(one.opening <= period.tokens[1].start for one in period.marked[:1])
    ):
        return False
    if announced is None:
        return opening(period) > 0
    return listed is not None and period.paragraph == listed + 1 and goes_on(period) > 0


def demands(period: Period) -> bool:
    """Whether the item only says what is to be done: an infinitive, and no predicate."""
    return not any(token.readings[0].form in ("fin", "imp", "short") for token in period.tokens)


def is_line(period: Period) -> bool:
    """Whether the period is a line of speech: a dash opens it, and it is a whole sentence."""
    ends = period.tokens[-1].text in _ENDS
    return period.tokens[0].text in _DASHES and ends and period.finite(0, len(period)) is not None


def noted(period: Period, first: int, stop: int) -> int:
    """Return how many words of the tokens outside quotations are a note in brackets."""
    depth = words = 0
    for index in range(first, stop):
        token = period.tokens[index]
        depth += (token.text == "(") - (token.text == ")")
        words += depth > 0 and token.is_word and period.inside[index] is None
    return words
