"""Dates told from the day of publication: «вчера», «в среду», "last week", «в конце прошлого года», "two years ago"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from briefing import edtf
from briefing.extract.figures import days, numerals, points, written, years
from briefing.extract.figures.dates import Dated
from briefing.extract.figures.page import Page
from briefing.extract.figures.points import Point
from briefing.extract.figures.resolve import Tense, Writing

_LARGEST_STEP = 2000
_NEAR_VERB = 40


class Reader:
    """Reads the relative dates of one sentence.

    ``published`` is the day that they are told from, if known. Else ``written`` may tell which year or which Friday is
    meant, but not which day «вчера» is.
    """

    def __init__(self, page: Page, published: date | None, written: Writing) -> None:
        self.page = page
        self.match = page.match
        self.has = page.has
        self.published = published
        self.written = written

    def read(self, index: int) -> Dated | None:
        """Return the relative date that begins at piece ``index``, None if none does."""
        piece = self.page.pieces[index]
        if piece.masked:
            return None
        known = piece.word.tables
        if not known:
            return self._ago(index) if piece.has_digits else None
        for read, tables in _READERS:
            if not known.isdisjoint(tables):
                found = read(self, index)
                if found is not None:
                    return found
        return None

    # «вчера», "tonight", "last night", "this morning".

    def _day(self, index: int) -> Dated | None:
        found = self.match(index, "day")
        if found is None:
            return None
        stop, shift = found
        if any(self.page.text(at)[0].isupper() for at in range(index + 1, stop)):
            return None  # "This Morning", a programme
        if self.page.glued(stop) and self.page.text(stop) in ("»", '"', "”") and self.page.text(index - 1).istitle():
            return None  # «Россия сегодня»
        if self.has(index, "day_or_preposition") and self._is_genitive(stop):
            return None
        named = self._named_day(stop)
        if named is not None:
            return replace(named, first=index)
        if self.has(index, "day_or_nowadays") and not self.has(stop, "day_part") and self.tense(index) == "pres":
            return None
        return self._period(index, stop, "day", int(str(shift)))

    def _is_genitive(self, index: int) -> bool:
        if index >= len(self.page.pieces):
            return False
        token = self.page.sentence.tokens[self.page.pieces[index].token]
        return token.reading(case="gen") is not None and token.reading(case="nom") is None

    def _named_day(self, index: int) -> Dated | None:
        """Return the date that explains a word for a day: «сегодня, 24 июля», "tonight, Saturday, September 29"."""
        at = self.page.past(index, "day_part")
        at += self.page.text(at) == ","
        weekday = self.match(at, "weekday")
        if weekday is not None and self._date_after(weekday[0]) is not None:
            at = weekday[0]
        return self._date_after(at)

    def _period(self, first: int, stop: int, unit: str, shift: int) -> Dated:
        if self.published is None:
            return Dated(first, stop)
        return Dated(first, stop, fixed=points.period(self.published, unit, shift))

    # «в том же году», "that year".

    def _same(self, index: int) -> Dated | None:
        """Read a year told from the one before it: «в том же году», "the following year"."""
        for table in ("same", "from_told"):
            found = self.match(index, table)
            unit = self.match(found[0], "period") if found is not None else None
            if found is None or unit is None or self.page.is_plural(unit[0] - 1):
                continue
            if unit[1] == "year":
                return Dated(index, unit[0], same=True, shift=found[1] if table == "from_told" else 0)
            if table == "from_told":
                return Dated(index, unit[0])
        return None

    # «в тот же день», "the following day".

    def _from_day(self, index: int) -> Dated | None:
        """Read a day told from the one before it, with the day of the week that may follow."""
        found = self.match(index, "day_from_told")
        unit = self.match(found[0], "period") if found is not None else None
        if found is None or unit is None or unit[1] != "day" or self.page.is_plural(unit[0] - 1):
            return None
        stop = unit[0]
        if self.has(stop, "weekday_before") and (weekday := self.match(stop + 1, "weekday")) is not None:
            stop = weekday[0]
        return Dated(index, stop, same_day=True, shift=int(str(found[1])))

    # «прошлой осенью», "last March", "next Monday", «на этой неделе».

    def _shifted(self, index: int) -> Dated | None:
        shift = self.match(index, "shift")
        if shift is None:
            return None
        at, step = self.page.past(shift[0], "shift_and"), int(str(shift[1]))
        if (unit := self.match(at, "period")) is not None:
            return self._shifted_period(index, unit[0], str(unit[1]), step)
        if (day := self.match(at, "weekday")) is not None:
            return self._with_date(index, day[0], int(str(day[1])), self._weekday_at(int(str(day[1])), at, step))
        if (month := days.month_at(self.page, at)) is not None:
            return self._month_of_shift(index, month, step)
        if (season := self.match(at, "season")) is not None:
            return self._season_of_shift(index, season[0], int(str(season[1])), step)
        if (division := self.match(at, "division")) is not None and not self.has(at, "vague_division"):
            return self._period(index, division[0], str(division[1]), step)
        return None

    def _shifted_period(self, index: int, stop: int, unit: str, step: int) -> Dated | None:
        if (unit == "day" and self.has(index, "day_is_vague")) or (unit != "weekend" and self._is_plural(index, stop)):
            return None
        if unit == "year":
            stop_of_date, year, _ = years.after_month(self.page, stop)
            if year is not None and self.page.text(stop) not in (",",):
                return Dated(index, stop_of_date, begin=Point(year))
            return Dated(index, stop, begin=Point(None), shift=step)
        return self._period(index, stop, unit, step)

    def _is_plural(self, first: int, stop: int) -> bool:
        """Whether one of two words that agree is a plural: «в последние недели», "in past years"."""
        return self.page.is_plural(first) or self.page.is_plural(stop - 1)

    def _month_of_shift(self, index: int, month: tuple[int, int], step: int) -> Dated:
        """Read "last March", «в марте» with its direction: the nearest one before, within or after this year."""
        stop, number = month
        if self.published is None:
            return Dated(index, stop, begin=Point(None, number))
        year = self.published.year
        if step < 0 and number >= self.published.month:
            year -= 1
        elif step > 0 and number <= self.published.month:
            year += 1
        return Dated(index, stop, begin=Point(year, number))

    def _season_of_shift(self, index: int, stop: int, season: int, step: int) -> Dated:
        if self.published is None:
            return Dated(index, stop, begin=Point(None, season), shift=step)
        year = self.published.year
        end = edtf.bounds(Point(year, season).text())[1]
        begin = edtf.bounds(Point(year, season).text())[0]
        if step < 0 and end is not None and end >= self.published:
            year -= 1
        elif step > 0 and begin is not None and begin <= self.published:
            year += 1
        elif season == 24 and step <= 0 and self.published.month <= 2:
            year -= 1
        return Dated(index, stop, begin=Point(year, season))

    # «в конце года», "the end of March", "earlier this month", "later this year".

    def _of_part(self, index: int, *, nested: bool = False) -> Dated | None:
        part = self.match(index, "part")
        if part is None or self.page.sentence.tokens[self.page.pieces[index].token].pos == "VERB":
            return None
        if self.has(index, "part_needs_of") and not self.has(part[0], "of"):
            return None
        at = self.page.past(self.page.past(part[0], "of"), "the")
        if at >= len(self.page.pieces):
            return None
        inner = self._inner(at, nested=nested)
        if inner is not None:
            return replace(inner, first=index)
        unit = self.match(at, "period")
        if unit is None or self.has(index, "part_needs_date") or unit[1] in ("day", "decade", "century"):
            return None
        if unit[1] == "year":
            return Dated(index, unit[0], begin=Point(None), shift=0)
        return self._period(index, unit[0], str(unit[1]), 0)

    def _inner(self, at: int, *, nested: bool) -> Dated | None:
        dates = written.read(self.page, at)
        if dates:
            return dates[0] if len(dates) == 1 else None
        found = self._same(at) or self._shifted(at)
        return self._of_part(at, nested=True) if found is None and not nested else found

    # «два года назад», "a month ago today", «через три дня».

    def _ago(self, index: int) -> Dated | None:
        counted = self._counted_period(index)
        if counted is None:
            ahead = self.match(index, "ahead")
            counted = self._counted_period(ahead[0]) if ahead is not None else None
            if counted is None or not self._is_ahead(index, counted[0]):
                return None
            named = self._date_after(counted[0]) if self.page.text(counted[0]) == "," else None
            return replace(named, first=index) if named is not None else self._moved(index, counted, 1)
        ago = self.match(counted[0], "ago")
        if ago is not None:
            return replace(self._moved(index, counted, -1), stop=ago[0])
        later = self.match(counted[0], "from_now")
        return replace(self._moved(index, counted, 1), stop=later[0]) if later is not None else None

    def _counted_period(self, index: int) -> tuple[int, float, str] | None:
        """Return stop, number and unit of «два года», «неделю», "a month", "18 years"."""
        at, count = index, 1.0
        number = numerals.read(self.page, index) if index < len(self.page.pieces) else None
        if number is not None:
            at, count = number.stop, number.value
        elif self.has(index, "article"):
            at += 1
        unit = self.match(at, "period")
        if unit is None or not 0 < count <= _LARGEST_STEP or (number is None and self.page.is_plural(at)):
            return None
        return unit[0], count, str(unit[1])

    def _is_ahead(self, index: int, stop: int) -> bool:
        """Whether «через три дня» looks ahead from now and not from something told before."""
        return not self.has(stop, "ahead_not") and self.tense(index) in self.page.vocabulary.calendar["ahead_tenses"]

    def _moved(self, first: int, counted: tuple[int, float, str], sign: int) -> Dated:
        stop, count, unit = counted
        by_years = unit in ("year", "half", "quarter", "decade", "century")
        now = self.published or (self.written.day if by_years else None)
        if now is None and unit in ("week", "month"):
            now = self.written.week
        if now is None:
            return Dated(first, stop)
        if count != int(count):
            months = count * {"year": 12, "month": 1, "decade": 120}.get(unit, 0)
            if not months or months != int(months):
                return Dated(first, stop)
            day = points.moved(now, "month", sign * int(months))
            return Dated(first, stop, fixed=day.isoformat()[:7] if day is not None else None)
        day = points.moved(now, unit, sign * int(count))
        length = {"year": 4, "decade": 4, "century": 4, "half": 7, "quarter": 7, "month": 7}.get(unit, 10)
        return Dated(first, stop, fixed=day.isoformat()[:length] if day is not None else None)

    # "in the past month", «за последний год», "over the next week".

    def _lasting(self, index: int) -> Dated | None:
        for table, sign in (("last_so_far", -1), ("next_so_far", 1)):
            found = self.match(index, table)
            if found is None:
                continue
            unit = self.match(found[0], "period")
            if unit is not None and unit[1] == "weekend":
                return self._period(index, unit[0], "weekend", sign)
            if unit is None or self._is_plural(index, unit[0]) or unit[1] == "day":
                continue
            first = index - 1 if self.has(index - 1, "the") else index
            if self.published is None:
                return Dated(first, unit[0])
            other = points.moved(self.published, str(unit[1]), sign)
            if other is None:
                return Dated(first, unit[0])
            begin, end = sorted((self.published, other))
            return Dated(first, unit[0], fixed=points.interval(points.of(begin), points.of(end)))
        return None

    # «в среду», "on Tuesday", «в среду, 19 ноября».

    def _weekday(self, index: int) -> Dated | None:
        found = self.match(index, "weekday")
        if found is None or not self._is_weekday(index):
            return None
        weekday = int(str(found[1]))
        return self._with_date(index, found[0], weekday, self._weekday_at(weekday, index, None))

    def _is_weekday(self, index: int) -> bool:
        """Whether the word names one day: not «по средам», "the Sunday Telegraph", «окружающая среда»."""
        piece = self.page.pieces[index]
        if self.has(index - 1, "weekday_not_after"):
            return False
        if self.page.vocabulary.calendar["weekday_is_capital"]:
            capital = self.page.text(index + 1)[:1].isupper()
            titled = capital and (self.has(index - 1, "the") or self.has(index + 1, "day_part"))
            return piece.text[0].isupper() and not titled
        if self.page.is_plural(index):
            return False
        if self.has(index - 1, "and") and self.has(index - 2, "weekday"):
            return True
        return self.has(index - 1, "weekday_before") or self._date_after(index + 1) is not None

    def _date_after(self, index: int) -> Dated | None:
        at = index + 1 if self.page.text(index) == "," or self.page.is_dash(index) else index
        if at >= len(self.page.pieces):
            return None
        dates = written.read(self.page, self.page.past(at, "the"))
        if len(dates) != 1 or dates[0].begin is None or dates[0].begin.day is None or dates[0].end is not None:
            return None
        return dates[0]

    def _with_date(self, first: int, stop: int, weekday: int, alone: str | None) -> Dated:
        dated = self._date_after(stop)
        if dated is None or dated.begin is None:
            return Dated(first, stop, fixed=alone)
        if dated.begin.year is None and self.published is not None:
            dated = replace(dated, begin=_on_weekday(dated.begin, weekday, self.published.year))
        return replace(dated, first=first, weekday=True)

    def _weekday_at(self, weekday: int, index: int, step: int | None) -> str | None:
        """Return the day that is meant: of this week, the last or the next one, by the word before or by the tense."""
        if self.published is None:
            return self._near_weekday(weekday)
        away = (weekday - self.published.weekday()) % 7
        ahead = (self.tense(index) in ("pres", "fut") and away > 0) if step is None else step >= 0
        if not away and step:
            return points.of(self.published + timedelta(7 * step))
        return points.of(self.published + timedelta(away if ahead or not away else away - 7))

    def _near_weekday(self, weekday: int) -> str | None:
        """Return the nearest such day to one whose day of the week the article tells."""
        if self.written.week is None:
            return None
        away = (weekday - self.written.week.weekday() + 3) % 7 - 3
        return points.of(self.written.week + timedelta(away))

    def tense(self, index: int) -> Tense:
        """Return the tense of the verb nearest to piece ``index``; a word for plans makes it the future."""
        here = self.page.pieces[index].token
        best: tuple[int, Tense] | None = None
        last = min(here + _NEAR_VERB, len(self.page.sentence.tokens))
        for position in range(max(0, here - _NEAR_VERB), last):
            tense = self._tense(position)
            distance = abs(position - here)
            if tense and (best is None or distance < best[0]):
                best = distance, tense
        return best[1] if best is not None else ""

    def _tense(self, position: int) -> Tense:
        token = self.page.sentence.tokens[position]
        if "future_cue" in self.page.vocabulary.of_token(token).tables:
            return "fut"
        reading = token.readings[0]
        if reading.pos != "VERB" or reading.form not in ("fin", "short", ""):
            return ""
        match reading.tense:
            case "past" | "pres" | "fut" as tense:
                return tense
        return ""


# The readings by the tables of which one must know the first word, in the order in which they are tried.
_READERS: tuple[tuple[Callable[[Reader, int], Dated | None], frozenset[str]], ...] = (
    (Reader._day, frozenset(("day",))),
    (Reader._from_day, frozenset(("day_from_told",))),
    (Reader._same, frozenset(("same", "from_told"))),
    (Reader._of_part, frozenset(("part",))),
    (Reader._ago, frozenset(("numeral", "scale", "whole", "article", "period", "ahead"))),
    (Reader._shifted, frozenset(("shift",))),
    (Reader._lasting, frozenset(("last_so_far", "next_so_far"))),
    (Reader._weekday, frozenset(("weekday",))),
)


def _on_weekday(point: Point, weekday: int, year: int) -> Point:
    """Return the day in that of the years around ``year`` in which it falls on ``weekday``."""
    for candidate in (year, year - 1, year + 1):
        dated = point.in_year(candidate)
        if dated.is_sound() and date(candidate, point.month or 1, point.day or 1).weekday() == weekday:
            return dated
    return point
