"""The years that dates leave out: from the day of publication, or from what else the article says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from briefing import edtf
from briefing.extract.figures import points
from briefing.extract.figures.dates import Dated
from briefing.extract.figures.points import Point
from briefing.frozen import frozen

Tense = Literal["past", "pres", "fut", ""]
Onward = Literal["sequel", "clause", ""]
_YEAR, _HALF_A_YEAR = 12, 6
_SOON = 3  # months within which the tense of the nearest verb may be another date's
_BESIDE = 1  # months from the middle of a season to its ends
# Years that a story goes back without naming its year again.
_SAME_STORY = 3
_LEAD = 3  # sentences that tell the event, with the headline
_OPENING = 2  # the first sentence, behind a headline
_HISTORY = 1990  # before that year a day in the first sentences may be an anniversary
_NEAR_DAY = 2  # sentences after a day in which «на следующий день» is told from it
_JUST_PAST = 3  # days
_MIDDLE_OF_SEASON = {21: 4, 22: 7, 23: 10, 24: 13}  # the winter of a year ends in the next


@frozen
class Writing:
    """When an article without a date seems to be written, as far as its text tells.

    ``day`` lies in the year of writing; ``week`` is a day told with its day of the week, near which other days of the
    week lie. ``now`` is the day that opens the story, where no later one has been: «сегодня» is that day.
    """

    day: date | None = None
    week: date | None = None
    now: date | None = None


def writing(dates: Sequence[tuple[Dated, Tense, int]]) -> Writing:
    """Return when an article with these dates seems to be written; with each goes its tense and sentence.

    Its last days tell the year, unless it tells of a later year as past: then they are history. A day that
    the first sentences tell is in the week of the story.
    """
    days = [dated for dated, _, _ in dates if dated.begin is not None and dated.begin.year and dated.begin.day]
    year = max((dated.begin.year or 0 for dated in days if dated.begin is not None), default=0)
    told = [dated.begin.year or 0 for dated, tense, _ in dates if dated.begin is not None and tense != "fut"]
    if not year or max(told, default=0) > year + 1:
        return Writing()
    exact = [
        (day, dated.weekday or (sentence < _LEAD and year >= _HISTORY and tense != "fut"))
        for dated, tense, sentence in dates
        if (day := _day(dated.begin)) is not None and day.year == year
    ]
    week = next((day for day, near in exact if near), None)
    return Writing(week or next((day for day, _ in exact), None), week, _opening_day(dates))


def _opening_day(dates: Sequence[tuple[Dated, Tense, int]]) -> date | None:
    """Return the day that opens the story or is told with its day of the week, if it is the last of all days past."""
    past = [(day, dated, at) for dated, tense, at in dates if tense != "fut" and (day := _day(dated.begin)) is not None]
    last = max((day for day, _, _ in past), default=None)
    opens = any(day == last and (dated.weekday or (at < _OPENING and day == past[0][0])) for day, dated, at in past)
    return last if opens and last is not None and last.year >= _HISTORY else None


def _day(point: Point | None) -> date | None:
    if point is None or not (point.year and point.month and point.day) or not point.is_sound():
        return None
    return date(point.year, point.month, point.day)


class Resolver:
    """Tells the values of an article's dates, in text order.

    Args:
        published: the day of publication.
        written: when an article seems to be written whose day of publication is not known.
    """

    def __init__(self, published: date | None, written: Writing) -> None:
        self.published = published
        self.now = published or written.day
        self.last: tuple[int, Point] | None = None
        self.last_year: int | None = None
        self.last_day: tuple[int, date] | None = None
        self.ahead: int | None = None  # the month to come that the last date is in

    def value(self, dated: Dated, sentence: int, tense: Tense, *, onward: Onward = "") -> str | None:
        """Return the date in EDTF, None if it cannot be told.

        Args:
            dated: the date as the text writes it.
            sentence: the index of its sentence.
            tense: the tense in which the sentence tells of it.
            onward: how the sentence goes on to it from another date, with a verb of its own; see `tenses.goes_on`.
        """
        if onward != "sequel":
            self.ahead = None
        value = self._value(dated, sentence, tense, onward=bool(onward))
        if dated.open_end:
            return value  # “has taught since 2009, starts in May”: that is no year of the story
        if dated.begin is not None and dated.begin.year is not None:
            self.last = sentence, dated.begin
        elif self.published is None and dated.begin is not None and value is not None and value[:4].isdecimal():
            self.last = sentence, dated.begin.in_year(int(value[:4]))
        if value is not None and value[:4].isdecimal():
            self.last_year = int(value[:4])
            begin, end = edtf.bounds(value)
            if begin is not None and begin == end:
                self.last_day = sentence, begin
        return value

    def _value(self, dated: Dated, sentence: int, tense: Tense, *, onward: bool) -> str | None:
        if dated.fixed is not None:
            return dated.fixed
        if dated.same:
            return f"{self.last_year + (dated.shift or 0):04}" if self.last_year is not None else None
        if dated.same_day:
            near = self.last_day is not None and sentence - self.last_day[0] <= _NEAR_DAY
            return points.of(self.last_day[1] + timedelta(dated.shift or 0)) if near and self.last_day else None
        if dated.begin is None:
            return None
        begin, end = dated.begin, dated.end
        if begin.year is None:
            year = self._year(dated, begin, sentence, tense, onward=onward)
            if year is None:
                return None
            begin = begin.in_year(self._on(begin, year, tense))
        if end is not None and end.year is None and begin.year is not None:
            end = end.in_year(begin.year + ((end.month or 12) < (begin.month or 1)))
        if any(not 0 < (point.year or 0) < 10000 or not point.is_sound() for point in (begin, end or begin)):
            return None
        if end is not None and end != begin:
            return points.interval(begin.text(), end.text())
        return begin.text() + ("/.." if dated.open_end else "")

    def _on(self, begin: Point, year: int, tense: Tense) -> int:
        """Return the year, or the next where the sentence goes on to it: “closes in March and opens in the autumn”."""
        if self.published is None or tense not in ("pres", "fut") or begin.month is None:
            return year
        month = 12 * year + _month(begin.month)
        if self.ahead is not None and month < self.ahead <= month + _YEAR:
            year, month = year + 1, month + _YEAR
        self.ahead = month if month >= 12 * self.published.year + self.published.month else None
        return year

    def _year(self, dated: Dated, begin: Point, sentence: int, tense: Tense, *, onward: bool) -> int | None:
        if dated.shift is not None:
            past = self._year_past(sentence) if dated.shift > 0 and tense == "past" else None
            now = past or (self.now.year if self.now is not None else None)
            return now + dated.shift if now is not None else None
        told = self._year_told(sentence, begin, tense, onward=onward)
        if told is None and self.now is not None:
            return _nearest(begin, self.now, tense, 0 if self.published is not None else _SOON)
        return told

    def _year_past(self, sentence: int) -> int | None:
        """Return the past year that the sentence has told: «в 2014 году цех открыли, а в следующем году закрыли»."""
        told = self.last[1].year if self.last is not None and self.last[0] == sentence else None
        return told if told is not None and self.now is not None and told < self.now.year else None

    def _year_told(self, sentence: int, begin: Point, tense: Tense, *, onward: bool) -> int | None:
        """Return the year that the story is in, as the date just told has it; a far one holds for its sentence only."""
        if self.last is None or (self.now is None and tense == "fut"):
            return None  # what is to come is in no year of the past
        at, last = self.last
        now = self.now.year if self.now is not None else last.year
        alone = self.published is None and last.month is None and last.year is not None
        if alone and at == sentence and tense != "fut":
            return last.year  # «2004: 26 декабря …»
        if last.month is None or last.year is None or now is None or last.year > now:
            return None
        near = sentence - at <= (1 if now - last.year <= _SAME_STORY else 0)
        if not near and (self.published is not None or last.year < now - 1):
            return None
        if self.published is not None:
            if _is_just_past(begin, self.published):
                return None
            # An earlier month is one of a later year, and what is to come is so seen from the day of publication.
            back = (begin.month or 12) < last.month and (at != sentence or tense == "fut")
            ahead = tense == "fut" and (at != sentence or onward)
            if last.year >= now or back or ahead:
                return None
            return last.year + (onward and tense == "past" and self._turned(begin, Point(last.year, last.month)))
        year = _nearest(begin, date(last.year, min(_month(last.month), 12), 15), "")
        return year - (tense == "past" and self.now is not None and _months_on(begin, year, self.now) > _SOON)

    def _turned(self, begin: Point, last: Point) -> bool:
        """Whether the year has turned since the month before: «в декабре 2023 года арестовали, в январе отпустили»."""
        months = _month(begin.month or _YEAR) + _YEAR - _month(last.month or _YEAR)
        end = edtf.bounds(replace(begin, year=(last.year or 0) + 1).text())[1]
        return months <= _SOON and end is not None and self.published is not None and end <= self.published


def _nearest(point: Point, now: date, tense: Tense, doubt: int = _SOON) -> int:
    """Return the year that brings a month or day near ``now``, on the side that the tense tells where it is known.

    ``doubt`` is how many months may have gone by since what is told to come.
    """
    away = _months_on(point, now.year, now)
    soon = _BESIDE if point.month in _MIDDLE_OF_SEASON else _SOON
    if away > (soon if tense == "past" else _HALF_A_YEAR) and tense != "fut":
        return now.year - 1
    if away < -(doubt if tense == "fut" else _HALF_A_YEAR) and tense != "past":
        return now.year + 1
    return now.year


def _is_just_past(point: Point, now: date) -> bool:
    """Whether a day is that of publication or just before it, and so in no earlier year."""
    dated = replace(point, year=now.year)
    day = _day(dated)
    return day is not None and 0 <= (now - day).days <= _JUST_PAST


def _months_on(point: Point, year: int, now: date) -> int:
    """Return how many months after ``now`` the month of ``point`` is in this year."""
    return 12 * (year - now.year) + _month(point.month or now.month) - now.month


def _month(month: int) -> int:
    return _MIDDLE_OF_SEASON.get(month, month)
