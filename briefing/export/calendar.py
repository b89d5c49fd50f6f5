"""Actions with a deadline as an iCalendar file (RFC 5545): tasks, or events for calendars that know no tasks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, Todo

from briefing import __version__
from briefing.edtf import bounds
from briefing.export import Options
from briefing.export.evidence import Evidence
from briefing.export.lines import names, one_line
from briefing.export.own import PRODUCER
from briefing.export.summary import ActionEntry, Summary, summarise
from briefing.model import Briefing

_A_DAY = timedelta(days=1)


def document(briefings: Sequence[Briefing], options: Options) -> str:
    """Return a calendar with the actions of all the briefings whose deadline is a date or an interval of dates.

    The description of each is the sentence that it stands in and who published it.
    """
    calendar = Calendar()
    calendar.add("prodid", f"{PRODUCER}briefing {__version__}//EN")
    calendar.add("version", "2.0")
    for briefing in briefings:
        for component in _components(summarise(briefing), events=options.events):
            calendar.add_component(component)
    text: str = calendar.to_ical().decode("utf-8")
    return text


def _components(summary: Summary, *, events: bool) -> Iterator[Todo | Event]:
    dated = [(entry, bounds(entry.action.deadline or "")) for entry in summary.actions]
    dated = [(entry, days) for entry, days in dated if any(days)]
    evidence = Evidence(summary.article) if dated else None
    for entry, (first, last) in dated:
        component = _event(first, last) if events else _task(first, last, is_done=entry.is_done)
        sentence = evidence.of(entry.action).text if evidence else ""
        _describe(component, entry, f"{one_line(sentence)}\n{summary.source}", summary)
        yield component


def _task(first: date | None, last: date | None, *, is_done: bool) -> Todo:
    """Return a task that is due on the interval's last day; its first day is the start, where they differ."""
    task = Todo()
    # A task must be due after it starts, so one of a single day has a due date alone.
    if first and first != last:
        task.add("dtstart", first)
    if last:
        task.add("due", last)
    task.add("status", "COMPLETED" if is_done else "NEEDS-ACTION")
    return task


def _event(first: date | None, last: date | None) -> Event:
    """Return an event over the days of the interval; of an open interval, on the one day that is known."""
    event = Event()
    start, end = first or last, last or first
    if start is None or end is None:
        raise ValueError("an event needs a day")
    event.add("dtstart", start)
    event.add("dtend", end + _A_DAY)
    event.add("transp", "TRANSPARENT")
    return event


def _describe(component: Todo | Event, entry: ActionEntry, evidence: str, summary: Summary) -> None:
    action = entry.action
    # The same action of the same article is the same entry in the calendar, however often it is exported.
    component.add("uid", f"{summary.article.id}-{action.start}-{action.end}@briefing")
    component.add("dtstamp", datetime.now(UTC))
    text = one_line(entry.text)
    component.add("summary", text if not entry.actor or names(text, entry.actor) else f"{entry.actor}: {text}")
    component.add("description", "\n".join(filter(None, (evidence, entry.details, summary.remark(action)))))
    component.add("categories", [entry.status])
    url = one_line(summary.article.url or "")
    if url.startswith(("http://", "https://")):
        component.add("url", url)
