"""Dates in a row that share the year of the last: «3 июня, 5 июля и 9 августа 2027 года», «в мае и июне 2025 года»."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.figures.dates import Dated
from briefing.extract.figures.page import Page


def with_year(page: Page, dates: list[Dated]) -> list[Dated]:
    """Return a sentence's dates in text order, those without a year with that of the next of their row."""
    shared: list[Dated] = []
    for dated in reversed(dates):
        following = shared[-1] if shared else None
        if following is not None and _takes_year_of(page, dated, following):
            assert dated.begin is not None
            assert following.begin is not None
            year = following.begin.year
            dated = replace(dated, begin=replace(dated.begin, year=year), shift=following.shift)
        shared.append(dated)
    return shared[::-1]


def _takes_year_of(page: Page, dated: Dated, following: Dated) -> bool:
    """Whether a day or month without a year is one of a row with what follows, and earlier in that year."""
    begin, later = dated.begin, following.begin
    if begin is None or later is None or begin.year is not None or dated.shift is not None or dated.same_day:
        return False
    if dated.end is not None or dated.weekday or (later.year is None and following.shift is None):
        return False
    if begin.month is None or later.month is None or (begin.day is None) != (later.day is None):
        return False
    if (begin.month, begin.day or 0) >= (later.month, later.day or 0):
        return False
    return _is_row(page, dated.stop, following.first)


def _is_row(page: Page, at: int, stop: int) -> bool:
    """Whether nothing but brackets, commas, a word for "and" and a preposition stands from ``at`` to ``stop``."""
    if page.text(at) == "(":
        at = next((i + 1 for i in range(at, stop) if page.text(i) == ")"), at)
    joint = page.text(at) == "," or page.has(at, "and")
    while at < stop and (page.text(at) == "," or page.has(at, "and") or page.has(at, "year_before")):
        at += 1
    return joint and at == stop
