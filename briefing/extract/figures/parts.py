"""Parts of the year that the text names: quarters, halves, seasons and holidays."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.figures import days, points, years
from briefing.extract.figures.dates import Dated
from briefing.extract.figures.page import DASHES, Page
from briefing.extract.figures.points import Point

_SPILL = 7  # days of the next month on which the last week of a quarter may still end


def division_digits(page: Page, index: int) -> Dated | None:
    value = page.integer(index)
    if value is None or not 1 <= value <= 4:
        return None
    return _division_of(page, index, years.suffixed(page, index + 1, "day_suffix"), value)


def division(page: Page, index: int) -> Dated | None:
    """Read «в третьем квартале 2021 года», «II полугодие», "the third quarter of 2025", "Q3 2025"."""
    if (lettered := page.match(index, "division_letter")) is not None and page.glued(lettered[0]):
        value = page.integer(lettered[0])
        if value is not None and 1 <= value <= 4:
            return _in_year(page, index, lettered[0] + 1, str(lettered[1]), value)
    ordinal = page.match(index, "ordinal")
    value = int(str(ordinal[1])) if ordinal is not None else years.roman(page.text(index))
    if value is None or not 1 <= value <= 4:
        return None
    return _division_of(page, index, ordinal[0] if ordinal is not None else index + 1, value)


def _division_of(page: Page, index: int, at: int, value: int) -> Dated | None:
    division = page.match(at, "division")
    if division is None or (division[1] == "half" and value > 2):
        return None
    return _in_year(page, index, division[0], str(division[1]), value, vague=page.has(at, "vague_division"))


def _in_year(page: Page, index: int, at: int, unit: str, value: int, *, vague: bool = False) -> Dated | None:
    if unit == "half" and value > 2:
        return None
    if (ended := _ending(page, index, at, unit)) is not None:
        return ended
    stop, year, shift = years.after_month(page, at)
    if _is_of_own_year(page, index, at):
        return Dated(index, stop)
    begin, end = points.division_months(unit, value)
    if vague and year is None and shift is None:
        return _half_of(page, index, at) or _half_of_year(page, index, at, Point(None, begin), Point(None, end))
    return Dated(index, stop, begin=Point(year, begin), end=Point(year, end), shift=shift)


def _is_of_own_year(page: Page, index: int, at: int) -> bool:
    """Whether the year divided need not begin in January: "fiscal second quarter", "Q2 of fiscal 2026"."""
    before = index - 1 - (years.year_at(page, index - 1) is not None)
    after = page.past(page.past(at, "of"), "the")
    return any(page.has(i, "own_year") for i in (before, before - 1, after))


def _ending(page: Page, index: int, at: int, unit: str) -> Dated | None:
    """Read the part of the year that ends on the day named behind it: "second quarter ended March 28, 2026"."""
    ended = page.match(at, "ended")
    if ended is None:
        return None
    day = days.month_first(page, ended[0]) or next(iter(days.days(page, ended[0]) or ()), None)
    if day is None or day.begin is None or day.begin.month is None or day.end is not None:
        return None
    last = day.begin.month - (1 if (day.begin.day or 31) <= _SPILL else 0)
    year, month = (day.begin.year or 0, last) if last else ((day.begin.year or 0) - 1, 12)
    first_year, first = points.months_on(year, month, 1 - (3 if unit == "quarter" else 6))
    if day.begin.year is None:
        return Dated(index, at, begin=Point(None, first), end=Point(None, month), shift=day.shift)
    return Dated(index, at, begin=Point(first_year, first), end=Point(year, month))


def _half_of(page: Page, index: int, at: int) -> Dated | None:
    """Read «вторая половина мая», "the first half of the 1990s": the month or decade as a whole."""
    month = days.month_first(page, page.past(page.past(at, "of"), "the"))
    if month is None or month.end is not None:
        return None
    return replace(month, first=index)


def _half_of_year(page: Page, index: int, at: int, begin: Point, end: Point) -> Dated | None:
    """Read "the second half of the year", «второе полугодие года»: the running one."""
    stop = page.past(page.past(at, "of"), "the")
    unit = page.match(stop, "period")
    if stop == at or unit is None or unit[1] != "year" or page.is_plural(stop):
        return None
    return Dated(index, unit[0], begin=begin, end=end, shift=0)


def season(page: Page, index: int) -> Dated | None:
    """Read a season: «летом 2014 года», «зимой», "spring of 2020"."""
    found = page.match(index, "season")
    if found is None or page.is_verb(index):
        return None
    stop, year, shift = years.after_month(page, found[0])
    if year is None and shift is None and not _is_season(page, index):
        return None
    end = None
    if (
        year is not None
        and page.text(stop) in ("/", *DASHES)
        and (later := years.later_year(page, stop + 1, year, short=True)) is not None
    ):
        stop = later[0]
    return Dated(index, stop, begin=Point(year, int(str(found[1]))), end=end, shift=shift)


def _is_season(page: Page, index: int) -> bool:
    """Whether a season's name without a year tells a time («летом») and no game or dress («летняя резина»)."""
    before = index - 2 if page.has(index - 1, "the") else index - 1
    return page.has(index, "season_alone") or page.has(before, "season_before")


def _is_governed(page: Page, index: int, case: object) -> bool:
    """Whether the word may stand in the case, where the preposition before it asks for one."""
    readings = page.sentence.tokens[page.pieces[index].token].readings
    cases = {reading.case for reading in readings if reading.case}
    return not isinstance(case, str) or not cases or case in cases


def holiday(page: Page, index: int) -> Dated | None:
    """Read a day with a name: «на Рождество», "on Christmas Day"."""
    found = page.match(index, "holiday")
    if found is None or (page.vocabulary.calendar["holiday_is_capital"] and not page.text(index)[0].isupper()):
        return None
    before = page.match(index - 1, "holiday_before")
    if before is None or not _is_governed(page, index, before[1]):
        return None
    stop, year, shift = years.after_month(page, found[0])
    if not found[1]:
        return Dated(index, stop, begin=Point(year) if year is not None else None)
    month, day = (int(part) for part in str(found[1]).split("-"))
    return Dated(index, stop, begin=Point(year, month, day), shift=shift)
