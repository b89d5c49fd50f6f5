"""Titles of works in quotation marks, whose numbers count nothing: «роман „Семь морей“», «Три лета» (1973)."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.figures import years
from briefing.extract.figures.page import Page

_OPENING = {"«": "»", "“": "”", "„": "“”", '"': '"', "‘": "’", "'": "'"}
_SENTENCE_ENDS = (".", "!", "?", "…", ",")
_LONGEST = 18  # pieces of a title
_FURTHEST = 5  # pieces between a work and its title: «роман Петра Иванова „…“»


def inside(page: Page) -> frozenset[int]:
    """Return the pieces of the sentence that belong to titles of works."""
    if not any(piece.text in _OPENING for piece in page.pieces):
        return frozenset()
    titled: set[int] = set()
    last = -1  # where the title before stopped
    for first, stop in _quoted(page):
        named = (
            _is_named(page, first, stop)
            or _is_name_of_something(page, first, stop)
            or _has_year(page, stop)
            or _goes_on(page, last, first)
        )
        if named and stop - first <= _LONGEST:
            titled.update(range(first, stop))
            last = stop
    return frozenset(titled)


def _quoted(page: Page) -> Iterator[tuple[int, int]]:
    """Yield the stretches between quotation marks, marks included."""
    index = 0
    while index < len(page.pieces):
        closing = _OPENING.get(page.text(index))
        if closing is not None and not (page.text(index) == "'" and page.glued(index)):
            stop = next((i for i in range(index + 1, len(page.pieces)) if page.text(i) in closing), None)
            if stop is None:
                return
            yield index, stop + 1
            index = stop
        index += 1


def _is_named(page: Page, first: int, stop: int) -> bool:
    """Whether the word for a work stands before, at once or before whose it is; speech may follow a colon."""
    at = first - 1
    if page.text(at) == ":":
        if any(page.is_verb(index) for index in range(first, stop)):
            return False
        at -= 1
    for index in range(at, max(-1, at - _FURTHEST), -1):
        if page.has(index, "work"):
            return True
        if not page.pieces[index].is_word or page.is_verb(index):
            return False
    return False


def _is_name_of_something(page: Page, first: int, stop: int) -> bool:
    """Whether a capital and the noun or adjective before the marks make a name of it: «движение „Семь шагов“»."""
    inner = range(first + 1, stop - 1)
    if first == 0 or not inner or not page.text(first + 1)[0].isupper() or not page.is_inside(first):
        return False
    before = page.sentence.tokens[page.pieces[first - 1].token]
    speaks = any(page.is_verb(index) for index in inner) or page.text(stop - 2) in _SENTENCE_ENDS
    return before.pos in ("NOUN", "ADJ") and not before.is_capital and not speaks


def _has_year(page: Page, stop: int) -> bool:
    """Whether the year of a work follows in brackets: «Три лета» (1973)."""
    return _past_year(page, stop) > stop


def _past_year(page: Page, stop: int) -> int:
    """Return where to read on behind the year in brackets that may follow: «(1973)», «(1973 года)»."""
    year = years.year_at(page, stop + 1) if page.text(stop) == "(" else None
    return year[0] + 1 if year is not None and page.text(year[0]) == ")" else stop


def _goes_on(page: Page, last: int, first: int) -> bool:
    """Whether nothing but a year, a comma or “and” stands between the title before and this one."""
    if last < 0:
        return False
    at = _past_year(page, last)
    at += page.text(at) == ","
    at += page.has(at, "joint")
    return at == first
