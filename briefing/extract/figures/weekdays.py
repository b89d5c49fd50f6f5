"""Days of the week, told from the day of publication or beside a date: «в четверг, 7 мая», "next Monday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from briefing.extract.figures import clock, points, tenses, written
from briefing.extract.figures.dates import Dated
from briefing.extract.figures.page import Page
from briefing.extract.figures.points import Point
from briefing.extract.figures.resolve import Tense, Writing
from briefing.frozen import frozen


@frozen
class Weekdays:
    """Reads the days of the week of one sentence; see `relative.Reader` for what the fields tell."""

    page: Page
    published: date | None
    written: Writing

    def read(self, index: int) -> Dated | None:
        """Read "on Tuesday", «в четверг, 7 мая», «субботний матч»."""
        found = self.page.match(index, "weekday")
        if found is not None and self._is_weekday(index):
            weekday = int(str(found[1]))
            return self._with_date(index, found[0], weekday, self._day(weekday, index, None))
        found = self.page.match(index, "weekday_adjective")
        if found is not None and self._is_of_one_day(index, found[0]):
            return Dated(index, found[0], fixed=self._day(int(str(found[1])), index, None))
        return None

    def shifted(self, index: int, at: int, step: int) -> Dated | None:
        """Read a day at piece ``at`` with its direction before it, from ``index`` on: "next Monday"."""
        found = self.page.match(at, "weekday")
        if found is None:
            return None
        weekday = int(str(found[1]))
        return self._with_date(index, found[0], weekday, self._day(weekday, at, step))

    def date_after(self, index: int) -> Dated | None:
        """Return the day that the text writes out at ``index``, behind a comma or a dash."""
        at = index + 1 if self.page.text(index) == "," or self.page.is_dash(index) else index
        if at >= len(self.page.pieces):
            return None
        dates = written.read(self.page, self.page.past(at, "the"))
        if len(dates) != 1 or dates[0].begin is None or dates[0].begin.day is None or dates[0].end is not None:
            return None
        return dates[0]

    def _is_weekday(self, index: int) -> bool:
        """Whether the word names one day: not «по средам», "the Sunday Telegraph", «окружающая среда»."""
        page, piece = self.page, self.page.pieces[index]
        if page.has(index - 1, "weekday_not_after"):
            return page.has(index - 1, "article") and self._describes(index)
        if page.vocabulary.calendar["weekday_is_capital"]:
            capital = page.text(index + 1)[:1].isupper()
            titled = capital and (page.has(index - 1, "the") or page.has(index + 1, "day_part"))
            return piece.text[0].isupper() and not titled
        if page.is_plural(index):
            return False
        if page.has(index - 1, "and") and page.has(index - 2, "weekday"):
            return self._is_weekday(index - 2)
        if page.has(index - 1, "weekday_before") or self.date_after(index + 1) is not None:
            return True
        hour = clock.begins_before(page, index)
        if hour < index and page.has(hour - 1, "clock_before_day"):
            return True  # «к 18:00 среды»
        return self._is_subject(index)

    def _describes(self, index: int) -> bool:
        """Whether the day tells of one happening: "in a Friday statement", but not "a Saturday night"."""
        after = index + 1
        if after >= len(self.page.pieces) or self.page.has(after, "day_part") or not self.page.text(index).istitle():
            return False
        token = self.page.sentence.tokens[self.page.pieces[after].token]
        return self.page.text(after).islower() and token.reading(pos="NOUN") is not None

    def _is_subject(self, index: int) -> bool:
        """Whether something is told of the day: «Вторник объявлен выходным»."""
        if self.page.is_inside(index) or index + 1 >= len(self.page.pieces) or self.page.has(index, "weekday_or_word"):
            return False
        return self.page.is_verb(index + 1)

    def _is_of_one_day(self, index: int, stop: int) -> bool:
        """Whether an adjective tells of one day: not «воскресная школа», not the name «Субботний бульвар»."""
        named = self.page.is_inside(index) and self.page.text(index)[0].isupper()
        return not named and not self.page.has(stop, "weekday_adjective_not_before")

    def _with_date(self, first: int, stop: int, weekday: int, alone: str | None) -> Dated:
        dated = self.date_after(stop) or self.date_after(self.page.past(stop, "day_part"))
        if dated is None or dated.begin is None:
            return Dated(first, stop, fixed=alone)
        if dated.begin.year is None and self.published is not None:
            dated = replace(dated, begin=_on_weekday(dated.begin, weekday, self.published.year))
        return replace(dated, first=first, weekday=True)

    def _day(self, weekday: int, index: int, step: int | None) -> str | None:
        """Return the day that is meant: of this week, the last or the next one, by the word before or by the tense."""
        now = self.published or self.written.week
        if now is None:
            return None
        away = (weekday - now.weekday()) % 7
        tense = self._tense(index) if step is None else ""
        if not away and step:
            return points.of(now + timedelta(7 * step))
        if self.published is None and step is None and tense != "fut":
            return points.of(now + timedelta((away + 3) % 7 - 3))  # the nearest one
        ahead = (tense in ("pres", "fut") and away > 0) if step is None else step >= 0
        return points.of(now + timedelta(away if ahead or not away else away - 7))

    def _tense(self, index: int) -> Tense:
        """Return the tense in which the day is told; what is set for it is to come: «созвал совет на вторник»."""
        if self.page.has(index - 1, "and") and self.page.has(index - 2, "weekday"):
            return self._tense(index - 2)  # “will open Wednesday | and Saturday”
        night = self.page.has(index - 2, "day_part")  # «в ночь на вторник»
        set_for = self.page.has(index - 1, "scheduled_before") and not night
        # "to go by Friday", «сдать до вечера пятницы»
        term = clock.begins_before(self.page, index) - 1
        due = self.page.has(term, "deadline_before") and tenses.told(self.page, index) in ("", "fut")
        return "fut" if set_for or due else tenses.nearest(self.page, index)


def _on_weekday(point: Point, weekday: int, year: int) -> Point:
    """Return the day in that of the years around ``year`` in which it falls on ``weekday``."""
    for candidate in (year, year - 1, year + 1):
        dated = point.in_year(candidate)
        if dated.is_sound() and date(candidate, point.month or 1, point.day or 1).weekday() == weekday:
            return dated
    return point
