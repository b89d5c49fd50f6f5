"""Dates that the text writes out, whatever they are made of."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.figures import days, parts, years
from briefing.extract.figures.dates import Dated
from briefing.extract.figures.page import Page

_FROM_DIGITS: tuple[Callable[[Page, int], list[Dated] | Dated | None], ...] = (
    days.literal,
    days.days,
    parts.division_digits,
    years.century,
    years.decade,
    years.year_range,
    days.month_range_of,
    years.years,
)
# Readers of dates that begin with a word, and the tables of which one must know it.
_FROM_WORDS: tuple[tuple[Callable[[Page, int], Dated | None], frozenset[str]], ...] = (
    (parts.division, frozenset(("ordinal", "division_letter"))),
    (days.spelled_day, frozenset(("ordinal", "numeral"))),
    (days.month_range_of, frozenset(("numeral",))),
    (days.month_first, frozenset(("month", "month_adjective"))),
    (years.fiscal, frozenset(("fiscal",))),
    (years.century, frozenset(("ordinal", "numeral"))),
    (years.decade, frozenset(("decade",))),
    (parts.season, frozenset(("season",))),
    (parts.holiday, frozenset(("holiday",))),
)
_FROM_ROMAN = (parts.division, years.century)


def read(page: Page, index: int) -> list[Dated]:
    """Return the dates that begin at piece ``index``: mostly one, several where they share a month or a year."""
    if index >= len(page.pieces):
        return []
    piece = page.pieces[index]
    before = index - 2 if page.text(index - 1) == "." or page.integer(index - 1) is not None else index - 1
    if piece.masked or page.has(before, "named_after"):
        return []
    if piece.has_digits:
        for reader in _FROM_DIGITS:
            found = reader(page, index)
            if found:
                return found if isinstance(found, list) else [found]
        return []
    if years.roman(piece.text) is not None:
        readers: tuple[Callable[[Page, int], Dated | None], ...] = _FROM_ROMAN
    elif piece.text in "'’":
        readers = (years.decade,)
    else:
        known = piece.word.tables
        readers = tuple(reader for reader, tables in _FROM_WORDS if not known.isdisjoint(tables))
    for word_reader in readers:
        date = word_reader(page, index)
        if date is not None:
            return [date]
    return []
