"""Points and periods of the calendar: their arithmetic, and how they are written in EDTF."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from briefing.frozen import frozen


@frozen
class Point:
    """A year, month or day. The year may be unknown; a month of 21 to 24 is a season, spring to winter."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def text(self) -> str:
        """Return the point in EDTF; its year must be known."""
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
        if self.day is not None:
            parts.append(f"{self.day:02}")
        return "-".join(parts)

    def is_sound(self) -> bool:
        """Whether the calendar has this point."""
        if self.month is None or self.month > 12:
            return self.day is None
        if self.day is None:
            return 1 <= self.month <= 12
        longest = (
            monthrange(self.year, self.month)[1]
            if self.year
            else 29
            if self.month == 2
            else monthrange(2024, self.month)[1]
        )
        return 1 <= self.day <= longest

    def in_year(self, year: int) -> Point:
        """Return the point with this year where it has none."""
        return replace(self, year=year) if self.year is None else self


def of(day: date) -> str:
    """Return a day in EDTF."""
    return day.isoformat()


def interval(first: str, last: str) -> str:
    """Return the interval from ``first`` to ``last``, both in EDTF."""
    return first if first == last else f"{first}/{last}"


def period(day: date, unit: str, shift: int) -> str | None:
    """Return the ``unit`` of the calendar that lies ``shift`` units from the one that holds ``day``.

    Units: day, week (Monday to Sunday), weekend, month, quarter, half, year, decade, century.
    None where the calendar ends.
    """
    try:
        match unit:
            case "day":
                return of(day + timedelta(shift))
            case "week" | "weekend":
                monday = day - timedelta(day.weekday()) + timedelta(7 * shift)
                return interval(of(monday + timedelta(5 if unit == "weekend" else 0)), of(monday + timedelta(6)))
            case "month":
                year, month = months_on(day.year, day.month, shift)
                return Point(year, month).text()
            case "quarter" | "half":
                length = 3 if unit == "quarter" else 6
                return division(unit, *_division_on(day, length, shift))
            case "year":
                return f"{day.year + shift:04}"
            case "decade":
                return f"{day.year // 10 + shift:03}X"
            case "century":
                return f"{day.year // 100 + shift:02}XX"
    except (OverflowError, ValueError):
        pass
    return None


def _division_on(day: date, length: int, shift: int) -> tuple[int, int]:
    count = day.year * (12 // length) + (day.month - 1) // length + shift
    year, index = divmod(count, 12 // length)
    return index + 1, year


def division(unit: str, number: int, year: int) -> str:
    """Return the ``number``-th quarter or half of a year as an interval of months."""
    begin, end = division_months(unit, number)
    return f"{year:04}-{begin:02}/{year:04}-{end:02}"


def division_months(unit: str, number: int) -> tuple[int, int]:
    """Return the first and last month of the ``number``-th quarter or half."""
    length = 3 if unit == "quarter" else 6
    return length * (number - 1) + 1, length * number


def months_on(year: int, month: int, shift: int) -> tuple[int, int]:
    """Return year and month ``shift`` months on."""
    count = year * 12 + month - 1 + shift
    return count // 12, count % 12 + 1


def moved(day: date, unit: str, count: int) -> date | None:
    """Return the day ``count`` units (as in `period`) on, None outside the calendar."""
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(unit)
    try:
        if months is None:
            return day + timedelta(count * (7 if unit in ("week", "weekend") else 1))
        year, month = months_on(day.year, day.month, months * count)
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    except (OverflowError, ValueError):
        return None
