"""Dates that the text writes out, whatever they are made of."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from briefing.extract.figures import days, parts, years
from briefing.extract.figures.dates import Dated
from briefing.extract.figures.page import Page
from briefing.extract.figures.pieces import Piece

_Reader = Callable[[Page, int], list[Dated] | Dated | None]
_FROM_DIGITS: tuple[_Reader, ...] = (
    days.literal,
    days.days,
    days.further_day,
    parts.division_digits,
    years.centuries,
    years.decade,
    years.year_range,
    days.month_range_of,
    years.years,
)
# Readers of dates that begin with a word, and the tables of which one must know it.
_FROM_WORDS: tuple[tuple[_Reader, frozenset[str]], ...] = (
    (parts.division, frozenset(("ordinal", "division_letter"))),
    (days.spelled_day, frozenset(("ordinal", "numeral"))),
    (days.month_range_of, frozenset(("numeral",))),
    (days.month_first, frozenset(("month", "month_adjective"))),
    (years.fiscal, frozenset(("fiscal",))),
    (years.centuries, frozenset(("ordinal", "numeral"))),
    (years.decade, frozenset(("decade",))),
    (parts.season, frozenset(("season",))),
    (parts.holiday, frozenset(("holiday",))),
)
_FROM_ROMAN: tuple[_Reader, ...] = (parts.division, years.centuries)


def read(page: Page, index: int) -> list[Dated]:
    """Return the dates that begin at piece ``index``: mostly one, several where they share a month or a year."""
    if index >= len(page.pieces):
        return []
    piece = page.pieces[index]
    readers = _readers(piece) if not piece.masked else ()
    if not readers or _is_named_after(page, index):
        return []
    for reader in readers:
        found = reader(page, index)
        if found:
            return found if isinstance(found, list) else [found]
    return []


def _is_named_after(page: Page, index: int) -> bool:
    """Whether what is named after days stands before piece ``index``: «улица 8 Марта»."""
    before = index - 2 if page.text(index - 1) == "." or page.integer(index - 1) is not None else index - 1
    return page.has(before, "named_after")


def _readers(piece: Piece) -> tuple[_Reader, ...]:
    """Return the readers of dates that may begin with the piece."""
    if piece.has_digits:
        return _FROM_DIGITS
    if years.roman(piece.text) is not None:
        return _FROM_ROMAN
    if piece.text in "'’":
        return (years.decade,)
    return _from_tables(piece.word.tables)


@cache
def _from_tables(known: frozenset[str]) -> tuple[_Reader, ...]:
    return tuple(reader for reader, tables in _FROM_WORDS if not known.isdisjoint(tables))
