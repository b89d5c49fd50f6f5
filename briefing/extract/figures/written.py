"""Dates that the text writes out, whatever they are made of."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.figures import days, parts, years
from briefing.extract.figures.dates import Dated
from briefing.extract.figures.page import Page
from briefing.extract.figures.pieces import Piece

_Reader = Callable[[Page, int], list[Dated] | Dated | None]
_FROM_DIGITS: tuple[_Reader, ...] = (
    days.literal,
    days.days,
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
    before = index - 2 if page.text(index - 1) == "." or page.integer(index - 1) is not None else index - 1
    if piece.masked or page.has(before, "named_after"):
        return []
    for reader in _readers(piece):
        found = reader(page, index)
        if found:
            return found if isinstance(found, list) else [found]
    return []


def _readers(piece: Piece) -> tuple[_Reader, ...]:
    """Return the readers of dates that may begin with the piece."""
    if piece.has_digits:
        return _FROM_DIGITS
    if years.roman(piece.text) is not None:
        return _FROM_ROMAN
    if piece.text in "'’":
        return (years.decade,)
    known = piece.word.tables
    return tuple(reader for reader, tables in _FROM_WORDS if not known.isdisjoint(tables))
