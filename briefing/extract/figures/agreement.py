"""One date, one value: where an action shows that a date without a year is still to come, its figure says so too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from briefing import edtf
from briefing.extract.drafts import ActionDraft, FigureDraft

_YEAR = re.compile(r"\b\d{4}\b(?=-|$|/)")
_WEEK = timedelta(days=7)


def settle(figures: Iterable[FigureDraft], actions: Iterable[ActionDraft]) -> None:
    """Give the dates that are, or belong to, the deadline of an action the value that they have there.

    A weekday or a month alone is read by the tense beside it, and an action by what is still to be done: «призвал
    проголосовать в ноябре», said in January, is no November that is past.
    """
    due = {action.deadline_span[1]: action for action in actions if action.deadline_span is not None}
    for figure in figures:
        action = due.get(figure.end) if figure.kind == "date" and isinstance(figure.value, str) else None
        if action is None or action.deadline is None or action.deadline_span is None:
            continue
        if action.deadline_span[0] <= figure.start:
            figure.value = _agreeing(str(figure.value), action.deadline)


def later(value: str) -> str:
    """Return an EDTF value a year later."""
    return _YEAR.sub(lambda year: f"{int(year.group()) + 1:04}", value)


def _agreeing(value: str, deadline: str) -> str:
    """Return the value a year or a week later, if only so it agrees with the deadline."""
    begin, end = edtf.bounds(value)
    first, last = edtf.bounds(deadline)
    if (end is not None and end == last) or (begin is not None and begin == first):
        return value
    for moved in (later(value), _a_week_later(value, begin, end)):
        begin, end = edtf.bounds(moved)
        if (last is not None and end == last) or (first is not None and begin == first):
            return moved
    return value


def _a_week_later(value: str, begin: date | None, end: date | None) -> str:
    return (begin + _WEEK).isoformat() if begin is not None and begin == end else value
