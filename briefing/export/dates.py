"""EDTF dates as a person writes them: ``2025-11-19`` → «19 ноября 2025 года», ``/2025-12-31`` → "by 31 December 2025".

Understood are the forms that a briefing has (https://www.loc.gov/standards/datetime/): days, months, years, seasons
(``2025-21`` to ``2025-24``), decades and centuries (``198X``, ``19XX``) and intervals of them, open ones too.
"""

from __future__ import annotations

import re

from briefing.export.wording import DateWords, wording
from briefing.frozen import frozen

_POINT = re.compile(r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_OPEN_ENDS = ("", "..")
_FIRST_SEASON, _LAST_SEASON = 21, 24
_ROMAN_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C")
_ROMAN_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ORDINAL_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


@frozen
class _Point:
    """One EDTF date: ``year`` as written (digits or X), month 1-12 or season 21-24, day 1-31."""

    year: str
    month: int | None
    day: int | None


def format_date(value: str, language: str, said: str = "") -> str:
    """Return the EDTF ``value`` in words of the language; a form that is not understood comes back as it is.

    ``said`` is the day (ISO 8601) on which it was said, where that is known: what began before is "since 1958" and not
    "from 1958".
    """
    words = wording(language).dates
    first_text, slash, last_text = value.partition("/")
    first, last = _point(first_text), _point(last_text)
    if not slash:
        return _one(first, words) if first else value
    if first and last:
        return _interval(first, last, words)
    if last and first_text in _OPEN_ENDS:
        return words.until.format(date=_one_of(last, words))
    if first and last_text in _OPEN_ENDS:
        return _since(_one_of(first, words), words, is_past=first_text < said)
    return value


def format_when(value: str, language: str) -> str:
    """Return the EDTF ``value`` as the time in which something happens: «в 2026 году», "in March 2026".

    Days, intervals and what is not understood are as in `format_date`: «до 31 декабря 2025 года».
    """
    words = wording(language).dates
    point = _point(value)
    if point is None or point.day is not None or "X" in point.year:
        return format_date(value, language)
    if point.month is None:
        return words.year_in.format(year=point.year)
    return words.month.format(month=_month_name(point.month, words.months_in, words.seasons_in), year=point.year)


def _point(text: str) -> _Point | None:
    found = _POINT.fullmatch(text)
    if not found:
        return None
    month = int(found["month"]) if found["month"] else None
    day = int(found["day"]) if found["day"] else None
    is_calendar_month = month is None or 1 <= month <= 12
    is_season = month is not None and _FIRST_SEASON <= month <= _LAST_SEASON and day is None
    if not (is_calendar_month or is_season) or (day is not None and not 1 <= day <= 31):
        return None
    if "X" in found["year"] and month is not None:
        return None
    return _Point(found["year"], month, day)


def _one(point: _Point, words: DateWords) -> str:
    if point.day is not None:
        return _one_of(point, words)
    if point.month is not None:
        return words.month.format(month=_month_name(point.month, words.months, words.seasons), year=point.year)
    if "X" in point.year:
        return _many_years(point.year, words.decade, words.century)
    return words.year.format(year=point.year)


def _one_of(point: _Point, words: DateWords) -> str:
    """Return the date in the genitive, as it stands after «до» and «с»."""
    if point.month is None:
        if "X" in point.year:
            return _many_years(point.year, words.decade_of, words.century_of)
        return words.year_of.format(year=point.year)
    month_of = _month_name(point.month, words.months_of, words.seasons_of)
    pattern = words.month_of if point.day is None else words.day
    return pattern.format(day=point.day, month_of=month_of, year=point.year)


def _month_name(month: int, months: list[str], seasons: list[str]) -> str:
    return seasons[month - _FIRST_SEASON] if month >= _FIRST_SEASON else months[month - 1]


def _many_years(year: str, decade: str, century: str) -> str:
    if not year.endswith("XX"):
        return decade.format(year=year.replace("X", "0"))
    number = int(year[:2]) + 1
    tens, ones = divmod(number, 10)
    return century.format(roman=_ROMAN_TENS[tens] + _ROMAN_ONES[ones], ordinal=_ordinal(number))


def _ordinal(number: int) -> str:
    is_teen = 10 < number % 100 < 20
    return f"{number}{'th' if is_teen else _ORDINAL_ENDINGS.get(number % 10, 'th')}"


def _interval(first: _Point, last: _Point, words: DateWords) -> str:
    if first == last:
        return _one(first, words)
    if first.year == last.year and first.month is not None and last.month is not None:
        if first.day is None and last.day is None:
            start, end = (_month_name(month, words.months, words.seasons) for month in (first.month, last.month))
            return words.month.format(month=words.close_between.format(first=start, last=end), year=last.year)
        if first.day is not None and last.day is not None:
            return _days_of_a_year(first, last, words)
    if first.month is None and last.month is None and "X" not in first.year + last.year:
        return words.years.format(first=first.year, last=last.year)
    return words.between.format(first=_one(first, words), last=_one(last, words))


def _days_of_a_year(first: _Point, last: _Point, words: DateWords) -> str:
    """Name once what both days share: «17–23 ноября 2025 года», «28 ноября – 3 декабря 2025 года»."""
    if first.month == last.month:
        day = words.close_between.format(first=first.day, last=last.day)
        return words.day.format(day=day, month_of=_month_name(last.month or 1, words.months_of, []), year=last.year)
    start = words.day_and_month.format(day=first.day, month_of=_month_name(first.month or 1, words.months_of, []))
    return words.between.format(first=start, last=_one_of(last, words))


def _since(date: str, words: DateWords, *, is_past: bool) -> str:
    if is_past and words.since_past:
        return words.since_past.format(date=date)
    for beginning, pattern in words.since_before.items():
        if date.startswith(beginning):
            return pattern.format(date=date)
    return words.since.format(date=date)
