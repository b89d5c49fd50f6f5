"""The years that dates leave out: from the day of publication, or from what else the article says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.extract.figures import points
from briefing.extract.figures.dates import Dated
from briefing.extract.figures.points import Point

_HALF_A_YEAR = 6


def running_year(dates: Sequence[Dated], published: date | None) -> int | None:
    """Return the year that the article is written in: its date's, else the latest of those of its days or months.

    Only days and months are asked: a year alone may as well lie far ahead («к 2030 году») or in the past.
    """
    if published is not None:
        return published.year
    years = [
        point.year
        for d in dates
        for point in (d.begin,)
        if point is not None and point.year is not None and point.month is not None
    ]
    return max(years) if years else None


def value(
    dated: Dated, *, published: date | None, year: int | None, before: Dated | None, last_year: int | None, future: bool
) -> str | None:
    """Return the date in EDTF, None if its year cannot be told.

    Args:
        dated: the date as the text writes it.
        published: the day of publication.
        year: the running year (see `running_year`).
        before: the date before this one in the same or the last sentence.
        last_year: the year of the last date before this one that has one.
        future: whether the sentence tells of what is to come.
    """
    if dated.fixed is not None:
        return dated.fixed
    if dated.same:
        return f"{last_year:04}" if last_year is not None else None
    if dated.begin is None:
        return None
    begin, end = dated.begin, dated.end
    if begin.year is None:
        found = _year(dated, published, year, before, future)
        if found is None:
            return None
        begin = begin.in_year(found)
    if end is not None and end.year is None:
        later = (
            begin.year
            if end.month is None or begin.month is None or end.month >= begin.month
            else (begin.year or 0) + 1
        )
        end = end.in_year(later or 0)
    if not 0 < (begin.year or 0) < 10000 or not begin.is_sound() or (end is not None and not end.is_sound()):
        return None
    if end is not None and end != begin:
        return points.interval(begin.text(), end.text())
    return begin.text() + ("/.." if dated.open_end else "")


def _year(dated: Dated, published: date | None, year: int | None, before: Dated | None, future: bool) -> int | None:
    if dated.shift is not None:
        return year + dated.shift if year is not None else None
    if (
        before is not None
        and before.begin is not None
        and before.begin.year is not None
        and before.begin.month is not None
    ):
        told = before.begin.year
        if published is None or told < published.year:
            return told
    if published is None or year is None or dated.begin is None or dated.begin.month is None:
        return year
    return _nearest(dated.begin, published, future)


def _nearest(point: Point, published: date, future: bool) -> int:
    """Return the year that brings a month or day near the day of publication, on the side that the tense tells."""
    month = point.month or 1
    if month > 12:
        month = {21: 4, 22: 7, 23: 10, 24: 1}[month]
    away = month - published.month
    if away > _HALF_A_YEAR and not future:
        return published.year - 1
    if away < -_HALF_A_YEAR and future:
        return published.year + 1
    return published.year
