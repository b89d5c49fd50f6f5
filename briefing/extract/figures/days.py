"""Days and months that the text writes out: «19 ноября 2025 года», «с 19 по 26 апреля», "July 8–10", «01.03.2025»."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.extract.figures import numerals, years
from briefing.extract.figures.dates import Dated
from briefing.extract.figures.page import DASHES, LONGEST_ROW, Page
from briefing.extract.figures.points import Point

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_POINTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def day_at(page: Page, index: int) -> tuple[int, int] | None:
    """Return stop and value of a day of the month in digits at ``index``."""
    value = page.integer(index)
    if value is None or not 1 <= value <= 31 or len(page.text(index)) > 2:
        return None
    return years.suffixed(page, index + 1, "day_suffix"), value


def month_at(page: Page, index: int) -> tuple[int, int] | None:
    """Return stop and number of the month at ``index``; in some languages only a capital tells it from a word."""
    found = page.match(index, "month")
    if found is None:
        return None
    capital = page.text(index)[0].isupper()
    named = page.is_inside(index) or page.text(found[0])[:1].isupper()
    if page.vocabulary.calendar["month_is_capital"]:
        if not capital or _is_of_person(page, index):
            return None
    elif capital and named and page.integer(index - 1) is None and page.integer(found[0]) is None:
        return None  # «у Марты», «Марта Лось»
    stop, value = found
    if page.text(stop) == "." and page.glued(stop) and stop + 1 < len(page.pieces) and len(page.text(index)) < 6:
        stop += 1
    return stop, int(str(value))


def _is_of_person(page: Page, index: int) -> bool:
    """Whether the word stands in somebody's name: “Hai Kyung | Jun”."""
    name = page.sentence.name_at(page.pieces[index].token)
    return name is not None and name.kind == "person" and name.stop - name.first > 1


def literal(page: Page, index: int) -> Dated | None:
    """Read a date in digits alone: «19.11.2025», «2025-11-19», "11/19/2025"."""
    for length, pattern in ((1, _POINTED), (5, _ISO), (5, _SLASHED)):
        last = index + length - 1
        if last >= len(page.pieces) or any(not page.glued(i) for i in range(index + 1, last + 1)):
            continue
        text = "".join(piece.text for piece in page.pieces[index : last + 1])
        if (match := pattern.fullmatch(text)) is not None and not _is_in_code(page, index, last + 1):
            numbers = [int(group) for group in match.groups()]
            point = _literal_point(page, pattern, numbers)
            if point is not None and point.is_sound() and _is_date(page, index, match):
                return Dated(index, years.year_word(page, last + 1), begin=point)
    return None


def _is_date(page: Page, index: int, match: re.Match[str]) -> bool:
    """Whether the figures are a date; of «01.03.25» a word beside them must tell it, for codes look so too."""
    short = match.re is _POINTED and len(match[3]) == 2
    return not short or page.has(index - 1, "year_before") or page.has(index + 1, "year_word")


def _is_in_code(page: Page, first: int, stop: int) -> bool:
    """Whether the figures are part of a longer number: «решение 12/2016-04-06-25»."""
    before = page.glued(first) and page.text(first - 1) in ("/", *DASHES)
    return before or (page.glued(stop) and page.is_dash(stop) and page.glued(stop + 1))


def _literal_point(page: Page, pattern: re.Pattern[str], numbers: list[int]) -> Point | None:
    first, second, third = numbers
    if pattern is _ISO:
        return Point(first, second, third)
    if third < 100:
        third += 2000
    month_first = page.vocabulary.calendar["month_first"] and pattern is _SLASHED
    if (month_first and first <= 12) or second > 12:
        return Point(third, first, second) if first <= 12 else None
    return Point(third, second, first)


def days(page: Page, index: int, row: int = LONGEST_ROW) -> list[Dated] | None:
    """Read days before their month: «19 ноября», «с 19 по 26 апреля 2018», «20, 21 и 22 мая», "8–10 July"."""
    days: list[tuple[int, int, int]] = []  # first, stop, day
    between: list[int] = []
    at = index
    while len(days) < row and (day := day_at(page, at)) is not None:
        days.append((at, day[0], day[1]))
        at = day[0]
        if (month := month_at(page, page.past(at, "of"))) is not None:
            return _days_of(page, days, between, month, row - len(days))
        if not (page.text(at) in (*DASHES, ",") or page.has(at, "between") or page.has(at, "and")):
            return None
        between.append(at)
        at += 1
    return None


def _days_of(
    page: Page, days: list[tuple[int, int, int]], between: list[int], month: tuple[int, int], row: int
) -> list[Dated] | None:
    stop, number = month
    stop, year, shift = years.after_month(page, stop)
    points = [Point(year, number, day) for _, _, day in days]
    if not all(point.is_sound() for point in points):
        return None
    first = days[0][0]
    if len(days) == 2 and _is_range(page, first, between[0]):
        return [Dated(first, stop, begin=points[0], end=points[1], shift=shift)]
    dates = [Dated(a, b, begin=point, shift=shift) for (a, b, _), point in zip(days, points, strict=True)]
    dates[-1] = replace(dates[-1], stop=stop)
    if len(dates) == 1:
        return _to_later_day(page, dates[0], row)
    return dates


def _is_range(page: Page, first: int, between: int) -> bool:
    """Whether what stands between two dates makes an interval of them; a word does only after «с» or "from"."""
    if page.is_dash(between) or (page.has(between, "and") and page.has(first - 1, "between_before")):
        return True
    return page.has(between, "between") and (page.has(first - 1, "range_before") or not page.has(between, "and"))


def _to_later_day(page: Page, date: Dated, row: int) -> list[Dated]:
    """Read on to the later end of a range, or a second date with the same year: «30 июня и 1 июля 2019 года»."""
    assert date.begin is not None
    at = date.stop
    if not (page.is_dash(at) or page.has(at, "between") or page.has(at, "and")):
        return [date]
    after = page.past(at + 1, "range_before")
    later = days(page, after, row) if page.integer(after) is not None else _list(month_first(page, after))
    if not later or later[0].begin is None or (later[0].begin.day is None) != (date.begin.day is None):
        return [date]
    second = later[0]
    begin = second.begin
    assert begin is not None
    if date.begin.year is None and date.shift is None and begin.year is not None:
        date = replace(date, begin=date.begin.in_year(begin.year))
    if _is_range(page, date.first, at) and second.end is None and len(later) == 1:
        return [replace(date, stop=second.stop, end=begin, shift=second.shift if date.shift is None else date.shift)]
    return [date, *later]


def _list(date: Dated | None) -> list[Dated]:
    return [date] if date is not None else []


def spelled_day(page: Page, index: int) -> Dated | None:
    """Read a day in words: «первого сентября», «двадцать пятого мая», "the fourth of July"."""
    at, value = index, 0
    tens = page.match(at, "numeral")
    if tens is not None and tens[1] in (20, 30):
        at, value = tens[0], int(str(tens[1]))
        at += page.text(at) == "-"
    ordinal = page.match(at, "ordinal")
    if ordinal is None:
        return None
    value += int(str(ordinal[1]))
    month = month_at(page, page.past(ordinal[0], "of"))
    if month is None or not 1 <= value <= 31:
        return None
    stop, year, shift = years.after_month(page, month[0])
    point = Point(year, month[1], value)
    return Dated(index, stop, begin=point, shift=shift) if point.is_sound() else None


def month_first(page: Page, index: int) -> Dated | None:
    month = month_at(page, index)
    if month is None:
        return _month_adjective(page, index)
    at, number = month
    if page.vocabulary.calendar["day_after_month"] and (found := _day_after(page, index, at, number)) is not None:
        return found
    stop, year, shift = years.after_month(page, at)
    date = Dated(index, stop, begin=Point(year, number), shift=shift)
    ambiguous = page.has(index, "month_or_word")
    if ambiguous and year is None and shift is None and not _is_month_by_neighbours(page, index):
        return None
    return _to_later_month(page, date)


def _is_month_by_neighbours(page: Page, index: int) -> bool:
    return page.has(index - 1, "month_before") or page.has(index - 1, "part") or page.is_in_middle(index)


def _to_later_month(page: Page, date: Dated) -> Dated:
    """Read on to the later end of a range of months: «январь–март 2025 года», "from May to July"."""
    at = date.stop
    assert date.begin is not None
    if not _is_range(page, date.first, at):
        return date
    month = month_at(page, at + 1)
    if month is None or day_at(page, month[0]) is not None:
        return date
    stop, year, shift = years.after_month(page, month[0])
    begin = date.begin.in_year(year) if year is not None and date.shift is None else date.begin
    if year is not None and begin.year == year and begin.month is not None and begin.month > month[1]:
        begin = replace(begin, year=year - 1)
    return replace(
        date, stop=stop, begin=begin, end=Point(year, month[1]), shift=shift if date.shift is None else date.shift
    )


def _day_after(page: Page, index: int, at: int, number: int) -> Dated | None:
    """Read "July 8, 2015", "July 8–10", "July 8 to August 2"."""
    day = day_at(page, page.past(at, "the"))
    if day is None or (page.has(day[0], "measure") and not page.has(day[0], "of")):
        return None
    stop, value = day
    begin = Point(None, number, value)
    end = None
    joined = page.is_dash(stop) or page.has(stop, "between") or page.has(stop, "and")
    later = _later_day(page, stop, number) if joined else None
    after, year, shift = years.after_month(page, later[0] if later is not None else stop)
    if later is not None and _is_range(page, index, stop):
        end = later[1].in_year(year) if year is not None else later[1]
    stop = stop if later is not None and end is None else after  # “May 9 | and June 12, 2014”
    begin = begin.in_year(year) if year is not None else begin
    points = [begin] if end is None else [begin, end]
    if not all(point.is_sound() for point in points):
        return None
    return Dated(index, stop, begin=begin, end=end, shift=shift)


def further_day(page: Page, index: int) -> Dated | None:
    """Read the second day of "July 8 and 9, 2015"."""
    day = day_at(page, index) if page.vocabulary.calendar["day_after_month"] and page.has(index - 1, "and") else None
    month = month_at(page, index - 3) if day is not None and day_at(page, index - 2) is not None else None
    if day is None or month is None or month[0] != index - 2 or page.has(index - 4, "between_before"):
        return None
    stop, year, shift = years.after_month(page, day[0])
    point = Point(year, month[1], day[1])
    follows = page.pieces[stop] if stop < len(page.pieces) else None
    counts = follows is not None and follows.is_word and page.is_plural(stop)  # “on July 8 and 9 boats sank”
    return Dated(index, stop, begin=point, shift=shift) if point.is_sound() and not counts else None


def _later_day(page: Page, at: int, number: int) -> tuple[int, Point] | None:
    month = month_at(page, at + 1)
    after = month[0] if month is not None else at + 1
    day = day_at(page, after)
    if day is None or (month is None and page.has(day[0], "measure")):
        return None
    return day[0], Point(None, month[1] if month is not None else number, day[1])


def _month_adjective(page: Page, index: int) -> Dated | None:
    """Read «ноябрьские выборы», but not «майские указы» or «Октябрьский район», which are names."""
    found = page.match(index, "month_adjective")
    if (
        found is None
        or (page.is_inside(index) and page.text(index)[0].isupper())
        or page.has(found[0], "month_adjective_not_before")
    ):
        return None
    return Dated(index, found[0], begin=Point(None, int(str(found[1]))))


def month_range_of(page: Page, index: int) -> Dated | None:
    """Read «9 месяцев 2025 года», "nine months of 2025": the first months of a year."""
    number = numerals.read(page, index)
    unit = page.match(number.stop, "period") if number is not None else None
    if number is None or unit is None or unit[1] != "month" or number.value not in range(2, 12):
        return None
    stop, year, shift = years.after_month(page, unit[0])
    if year is None and shift is None:
        return None
    return Dated(index, stop, begin=Point(year, 1), end=Point(year, int(number.value)), shift=shift)
