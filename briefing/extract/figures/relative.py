"""Dates told from the day of publication: «вчера», «в среду», "last week", «в конце прошлого года», "two years ago"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

from briefing import edtf
from briefing.extract.figures import days, numerals, points, tenses, written, years
from briefing.extract.figures.dates import Dated
from briefing.extract.figures.page import Page
from briefing.extract.figures.points import Point
from briefing.extract.figures.resolve import Writing
from briefing.extract.figures.weekdays import Weekdays

_LARGEST_STEP = 2000
_RECORD = 6  # words from “the first” to “in three decades”
_SATURDAY = 5


class Reader:
    """Reads the relative dates of one sentence.

    ``published`` is the day that they are told from, if known. Else ``written`` may tell which year or which Friday is
    meant, and, where the first sentences tell the day of the event, which day «вчера» is.
    """

    def __init__(self, page: Page, published: date | None, written: Writing) -> None:
        self.page = page
        self.match = page.match
        self.has = page.has
        self.published = published
        self.written = written
        self.weekdays = Weekdays(page, published, written)

    def read(self, index: int) -> Dated | None:
        """Return the relative date that begins at piece ``index``, None if none does."""
        piece = self.page.pieces[index]
        if piece.masked:
            return None
        known = piece.word.tables
        if not known:
            return self._ago(index) if piece.has_digits else None
        for read in _readers(known):
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
        capitals = [self.page.text(at)[0].isupper() for at in range(index, stop)]
        if any(capitals[1:]) or (capitals[0] and self.page.is_inside(index)):
            return None  # "This Morning", "the Today programme"
        if self.page.glued(stop) and self.page.text(stop) in ("»", '"', "”") and self.page.text(index - 1).istitle():
            return None  # «Россия сегодня»
        if self.has(index, "day_or_preposition") and self._is_genitive(stop):
            return None
        named = self._named_day(stop)
        if named is not None:
            return replace(named, first=index)
        nowadays = self.has(index, "day_or_nowadays") and not self.has(stop, "day_part")
        if nowadays and tenses.is_lasting(self.page, index) and not self._is_of_event(stop):
            return None
        if self.has(index, "day_or_preposition") and (self.published is None or tenses.told(self.page, index) == "fut"):
            return Dated(index, stop, same_day=True, or_now=True, shift=int(str(shift)))  # «а накануне пройдёт»
        return self._period(index, stop, "day", int(str(shift)))

    def _is_of_event(self, index: int) -> bool:
        """Whether an event of the day is what follows: "today's vote", "today's long debate"."""
        after = index + self.has(index, "possessive")
        return any(self.has(at, "event_of_day") for at in (after, after + 1))

    def _is_genitive(self, index: int) -> bool:
        if index >= len(self.page.pieces):
            return False
        token = self.page.sentence.tokens[self.page.pieces[index].token]
        if token.reading(case="gen") is None:
            return False
        ends = index + 1 == len(self.page.pieces) or not self.page.text(index + 1)[0].isalnum()
        return ends or token.reading(case="nom") is None  # «заболел накануне поездки»

    def _named_day(self, index: int) -> Dated | None:
        """Return the date that explains a word for a day: «сегодня, 24 июля», "tonight, Friday, May 9"."""
        at = self.page.past(index, "day_part")
        at += self.page.text(at) == ","
        weekday = self.match(at, "weekday")
        if weekday is not None and self.weekdays.date_after(weekday[0]) is not None:
            at = weekday[0]
        return self.weekdays.date_after(at)

    def _period(self, first: int, stop: int, unit: str, shift: int) -> Dated:
        now = self.published or self.written.now
        if now is None:
            return Dated(first, stop)
        return Dated(first, stop, fixed=points.period(now, unit, shift))

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
        """Read a day or its morning told from the day before, with the day of the week that may follow."""
        if (beside := self.match(index, "day_beside_told")) is not None and not self.page.is_plural(index):
            return Dated(index, beside[0], same_day=True, shift=int(str(beside[1])))
        found = self.match(index, "day_from_told")
        if found is None:
            return None
        unit = self.match(found[0], "period")
        stop = unit[0] if unit is not None and unit[1] == "day" else self.page.past(found[0], "day_part")
        if stop == found[0] or self.page.is_plural(stop - 1):
            return None
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
            return self._shifted_period(index, unit[0], str(unit[1]), step) if self.page.agree(index, at) else None
        if (day := self.weekdays.shifted(index, at, step)) is not None:
            return day
        if (month := days.month_at(self.page, at)) is not None:
            return self._month_of_shift(index, month, step)
        if (season := self.match(at, "season")) is not None and not self.page.is_verb(at):  # “this falls short”
            return self._season_of_shift(index, season[0], int(str(season[1])), step)
        if (division := self.match(at, "division")) is not None and not self.has(at, "vague_division"):
            return self._period(index, division[0], str(division[1]), step)
        return None

    def _shifted_period(self, index: int, stop: int, unit: str, step: int) -> Dated | None:
        several = unit != "weekend" and self._is_plural(index, stop) and not self._is_possessive(index, stop)
        if several or (unit == "day" and self.has(index, "day_is_vague")):
            return None
        if unit == "year":
            stop_of_date, year, _ = years.after_month(self.page, stop)
            if year is not None and self.page.text(stop) not in (",",):
                return Dated(index, stop_of_date, begin=Point(year))
            return Dated(index, stop, begin=Point(None), shift=step)
        if unit == "weekend" and self.has(index, "nearest") and self.published and self.published.weekday() < _SATURDAY:
            step = 0  # «в ближайшие выходные»: those of this week, while they are to come
        return self._period(index, stop, unit, step)

    def _is_possessive(self, first: int, stop: int) -> bool:
        """Whether a plural before a noun is a singular whose apostrophe was left out: "this weeks vote"."""
        if not self.has(first, "period_of_one") or stop >= len(self.page.pieces) or not self.page.text(stop).isalpha():
            return False
        before = self.page.sentence.tokens[self.page.pieces[first - 1].token].pos if first else ""
        after = self.page.sentence.tokens[self.page.pieces[stop].token]
        return before not in ("DET", "PRON") and any(after.reading(pos=pos) for pos in ("NOUN", "PROPN", "ADJ"))

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
        if unit is None or self.has(index, "part_needs_date") or unit[1] == "day":
            return None
        if unit[1] in ("decade", "century") and not self.has(index - 1 - self.has(index - 1, "the"), "deadline_before"):
            return None  # “by the end of the decade” is this one's, “at the end of the century” may be any
        if unit[1] == "year":
            return Dated(index, unit[0], begin=Point(None), shift=0)
        return self._period(index, unit[0], str(unit[1]), 0)

    def _ended(self, index: int) -> Dated | None:
        """Read “by year's end”, but not “year-end results”."""
        found, before = self.match(index, "period_end"), index - 1 - self.has(index - 1, "the")
        if found is None or not self.has(before, "deadline_before") or self._is_followed_by_noun(found[0]):
            return None
        stop, unit = found[0], str(found[1])
        return Dated(index, stop, begin=Point(None), shift=0) if unit == "year" else self._period(index, stop, unit, 0)

    def _is_followed_by_noun(self, at: int) -> bool:
        pieces, tokens = self.page.pieces, self.page.sentence.tokens
        return at < len(pieces) and tokens[pieces[at].token].pos == "NOUN"

    def _inner(self, at: int, *, nested: bool) -> Dated | None:
        dates = written.read(self.page, at)
        if dates:
            return dates[0] if len(dates) == 1 else None
        found = self._same(at) or self._shifted(at)
        return self._of_part(at, nested=True) if found is None and not nested else found

    def _weekday(self, index: int) -> Dated | None:
        return self.weekdays.read(index)

    # «два года назад», "a month ago today", «через три дня».

    def _ago(self, index: int) -> Dated | None:
        counted = self._counted_period(index)
        if counted is None:
            ahead = self.match(index, "ahead")
            counted = self._counted_period(ahead[0]) if ahead is not None else None
            if counted is None or not self._is_ahead(index, counted):
                return None
            if self.page.text(counted[0]) == "," and self.weekdays.date_after(counted[0]) is not None:
                return None  # «через две недели, 9 мая»: how long it is, and the day itself
            return self._moved(index, counted, 1)
        ago = self.match(counted[0], "ago")
        if ago is not None:
            return replace(self._moved(index, counted, -1), stop=ago[0])
        later = self.match(counted[0], "from_now")
        return replace(self._moved(index, counted, 1), stop=later[0]) if later is not None else None

    def _counted_period(self, index: int) -> tuple[int, float, str] | None:
        """Return stop, number and unit of «два года», «неделю», «полгода», "a month", "18 years"."""
        if (several := self.match(index, "several_periods")) is not None:
            return several[0], float(several[1][0]), str(several[1][1])
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

    def _is_ahead(self, index: int, counted: tuple[int, float, str]) -> bool:
        """Whether «через три дня» looks ahead from now and not from something told before."""
        ahead = self.page.vocabulary.calendar["ahead_tenses"]
        stop, _, unit = counted
        if unit not in ("day", "week") and any(self.has(at, "record") for at in range(max(0, index - _RECORD), index)):
            return False
        return not self.has(stop, "ahead_not") and tenses.nearest(self.page, index) in ahead

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

    # "over the weekend".

    def _weekend(self, index: int) -> Dated | None:
        """Read "over the weekend": the one to come where a future tells of it, else the last one that has begun."""
        unit = self.match(index, "period")
        the = index - 1 if self.has(index - 1, "the") else index
        if (
            unit is None
            or unit[1] != "weekend"
            or self.page.is_plural(index)
            or not self.has(the - 1, "weekend_before")
        ):
            return None
        begun = self.published is None or self.published.weekday() >= _SATURDAY
        ahead = begun or tenses.told(self.page, index) == "fut"
        return self._period(index, unit[0], "weekend", 0 if ahead else -1)

    # "in the past month", «за последний год», "over the next week".

    def _lasting(self, index: int) -> Dated | None:
        for table, sign in (("last_so_far", -1), ("next_so_far", 1)):
            found = self.match(index, table)
            if found is None:
                continue
            unit = self.match(found[0], "period")
            if unit is not None and unit[1] == "weekend":
                return self._period(index, unit[0], "weekend", sign)
            if unit is None or self._is_plural(index, unit[0]) or unit[1] == "day" or self.has(found[0], "lasting_not"):
                continue
            first = index - 1 if self.has(index - 1, "the") else index
            # «в последнюю неделю месяца», «в последний месяц года»: told from that, not from now.
            within = self.match(unit[0], "period") or days.month_at(self.page, unit[0])
            if self.published is None or within is not None:
                return Dated(first, unit[0])
            other = points.moved(self.published, str(unit[1]), sign)
            if other is None:
                return Dated(first, unit[0])
            begin, end = sorted((self.published, other))
            return Dated(first, unit[0], fixed=points.interval(points.of(begin), points.of(end)))
        return None


# The readings by the tables of which one must know the first word, in the order in which they are tried.
_READERS: tuple[tuple[Callable[[Reader, int], Dated | None], frozenset[str]], ...] = (
    (Reader._day, frozenset(("day",))),
    (Reader._from_day, frozenset(("day_from_told", "day_beside_told"))),
    (Reader._same, frozenset(("same", "from_told"))),
    (Reader._of_part, frozenset(("part",))),
    (Reader._ended, frozenset(("period_end",))),
    (Reader._weekend, frozenset(("period",))),
    (Reader._ago, frozenset(("numeral", "scale", "whole", "article", "period", "ahead", "several_periods"))),
    (Reader._shifted, frozenset(("shift",))),
    (Reader._lasting, frozenset(("last_so_far", "next_so_far"))),
    (Reader._weekday, frozenset(("weekday", "weekday_adjective"))),
)


@cache
def _readers(known: frozenset[str]) -> tuple[Callable[[Reader, int], Dated | None], ...]:
    """Return the readings that a word may begin that these tables know."""
    return tuple(read for read, tables in _READERS if not known.isdisjoint(tables))
