"""Extended Date/Time Format values as calendar days: the first and the last day that a value means.

Understood are the forms that a briefing has (https://www.loc.gov/standards/datetime/): days, months, years, seasons
(``2025-21`` to ``2025-24``, winter into the next year), decades and centuries (``198X``, ``19XX``), and intervals of
them, open ones too (``/2025-12-31``, ``2025-07-01/``).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime

_POINT = re.compile(r"(?P<year>\d{4}|\d{3}X|\d\dXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


def bounds(value: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of an EDTF value, each None where it is open or not understood."""
    start, slash, end = value.partition("/")
    if not slash:
        return _days(start)
    return _days(start)[0], _days(end)[1]


def is_day(value: object) -> bool:
    """Tell whether a value is one day: ``2025-11-19``."""
    first, last = bounds(value) if isinstance(value, str) else (None, None)
    return first is not None and first == last and first.isoformat() == value


def is_past(value: str, today: str) -> bool:
    """Tell whether an EDTF value's last day is before ``today`` (ISO 8601); what has no end does not pass.

    >>> is_past("2025-12", "2025-12-31"), is_past("/2025-12", "2026-01-01"), is_past("2025-07-01/", "2026-01-01")
    (False, True, False)
    """
    last = bounds(value)[1]
    return last is not None and last.isoformat() < today


def today() -> str:
    """Return the value of today, where the computer stands."""
    return datetime.now().astimezone().date().isoformat()


def _days(point: str) -> tuple[date | None, date | None]:
    found = _POINT.fullmatch(point)
    if found is None:
        return None, None
    first, last = int(found["year"].replace("X", "0")), int(found["year"].replace("X", "9"))
    if found["day"]:
        return _one_day(first, int(found["month"]), int(found["day"]))
    begin, end = 1, 12
    if found["month"]:
        month = int(found["month"])
        begin, end = _SEASONS.get(month, (month, month))
        last = first + (end < begin)
    if not (1 <= begin <= 12 and date.min.year <= first and last <= date.max.year):
        return None, None
    return date(first, begin, 1), date(last, end, monthrange(last, end)[1])


def _one_day(year: int, month: int, day: int) -> tuple[date | None, date | None]:
    try:
        exact = date(year, month, day)
    except ValueError:
        return None, None
    return exact, exact
