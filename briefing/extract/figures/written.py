"""Dates that the text writes out, whatever they are made of."""

from __future__ import annotations

from briefing.extract.figures import days, parts, years
from briefing.extract.figures.dates import Dated
from briefing.extract.figures.page import Page

_FROM_DIGITS = (
    days.literal,
    days.days,
    parts.division_digits,
    years.century,
    years.decade,
    years.year_range,
    days.month_range_of,
    years.years,
)
_FROM_WORDS = (
    parts.division,
    days.spelled_day,
    days.month_first,
    years.fiscal,
    years.century,
    years.decade,
    parts.season,
    parts.holiday,
)


def read(page: Page, index: int) -> list[Dated]:
    """Return the dates that begin at piece ``index``: mostly one, several where they share a month or a year."""
    piece = page.pieces[index]
    if piece.masked or not (piece.has_digits or piece.is_word or piece.text in "'’"):
        return []
    for reader in _FROM_DIGITS if piece.has_digits else _FROM_WORDS:
        found = reader(page, index)
        if found:
            return found if isinstance(found, list) else [found]
    return []
