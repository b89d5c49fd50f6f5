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
    return _in_year_told(page, shared[::-1])


def _in_year_told(page: Page, dates: list[Dated]) -> list[Dated]:
    """Return the dates, those behind a year in one clause in that: «в 2026 году сезон начнётся | 1 июня»."""
    told: list[Dated] = []
    year: int | None = None
    for dated in dates:
        begin, before = dated.begin, told[-1] if told else None
        if before is not None and year is not None and not _is_one_clause(page, before.stop, dated.first):
            year = None
        if begin is not None and begin.year is not None:
            alone = begin.month is None and dated.end is None and not dated.open_end
            year = begin.year if alone and _sets_year(page, dated.first) else None
        elif year is not None and begin is not None and begin.month is not None and _is_plain(dated):
            dated = replace(dated, begin=replace(begin, year=year))
        told.append(dated)
    return told


def _is_plain(dated: Dated) -> bool:
    return dated.shift is None and not (dated.same or dated.same_day or dated.weekday) and dated.fixed is None


def _sets_year(page: Page, index: int) -> bool:
    """Whether a year tells when what the clause says is: «в 2026 году», not «построенный в 2019 году»."""
    if not page.has(index - 1, "year_of_clause"):
        return False
    before = page.sentence.tokens[max(0, page.pieces[index - 1].token - 1)]
    return before.readings[0].form != "part"


def _is_one_clause(page: Page, first: int, stop: int) -> bool:
    """Whether at most one verb parts two dates, and no mark or joint."""
    between = page.sentence.tokens[page.pieces[first - 1].token + 1 : page.pieces[stop].token]
    verbs = sum(token.readings[0].form in ("fin", "short") for token in between)
    return (
        verbs <= 1
        and all(token.is_word and token.pos != "SCONJ" for token in between)
        and (not verbs or not any(token.pos == "CCONJ" for token in between))
    )


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
