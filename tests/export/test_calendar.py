"""The calendar of deadlines, read back by readers of calendars."""

from datetime import date

import icalendar
import vobject

from briefing.model import Briefing
from tests.export.rendering import HOSTILE, hostile, made


def with_deadlines(bridge: Briefing, *deadlines: str | None) -> Briefing:
    first = bridge.actions[0]
    actions = [
        first.model_copy(
            update={"id": f"a{number}", "deadline": deadline, "end": first.end - number, "text": first.text[:-number]}
        )
        for number, deadline in enumerate(deadlines, 1)
    ]
    return bridge.model_copy(update={"actions": tuple(actions)})


class TestCalendar:
    DEADLINES = ("2026-03-05", "2026-02", "/2025-12-31", "2025-07-01/", "2026/2028", None, "soon")

    def test_tasks(self, bridge: Briefing) -> None:
        text = made("calendar", [with_deadlines(bridge, *self.DEADLINES)])
        tasks = icalendar.Calendar.from_ical(text).walk("VTODO")
        days = [tuple(task[name].dt if name in task else None for name in ("DTSTART", "DUE")) for task in tasks]
        assert days == [
            (None, date(2026, 3, 5)),
            (date(2026, 2, 1), date(2026, 2, 28)),
            (None, date(2025, 12, 31)),
            (date(2025, 7, 1), None),
            (date(2026, 1, 1), date(2028, 12, 31)),
        ]
        assert len({str(task["UID"]) for task in tasks}) == 5
        assert str(tasks[0]["SUMMARY"]).startswith("администрация Лугового: Мост через реку Тихую")
        assert str(tasks[0]["DESCRIPTION"]).startswith(bridge.facts[0].text + "\nВести реки\n")

    def test_events(self, bridge: Briefing) -> None:
        text = made("calendar", [with_deadlines(bridge, *self.DEADLINES)], events=True)
        events = icalendar.Calendar.from_ical(text).walk("VEVENT")
        days = [(event["DTSTART"].dt, event["DTEND"].dt) for event in events]
        assert days == [
            (date(2026, 3, 5), date(2026, 3, 6)),
            (date(2026, 2, 1), date(2026, 3, 1)),
            (date(2025, 12, 31), date(2026, 1, 1)),
            (date(2025, 7, 1), date(2025, 7, 2)),
            (date(2026, 1, 1), date(2029, 1, 1)),
        ]

    def test_another_reader_sees_the_same(self, bridge: Briefing) -> None:
        text = made("calendar", [with_deadlines(bridge, *self.DEADLINES), hostile()])
        ours = [str(task["SUMMARY"]) for task in icalendar.Calendar.from_ical(text).walk("VTODO")]
        theirs = [task.summary.value for task in vobject.readOne(text).vtodo_list]
        assert theirs == ours
        assert theirs[-1] == HOSTILE
        assert "URL:" not in text

    def test_lines_are_folded_at_75_octets(self) -> None:
        for line in made("calendar", [hostile("Ё" * 300)]).encode().split(b"\r\n"):
            assert len(line) <= 75
            line.decode()

    def test_a_title_names_its_actor_once(self, bridge: Briefing) -> None:
        dated = with_deadlines(bridge, "2026", "2026")
        actors = ("река Тихая", "мэр Речная")
        actions = [action.model_copy(update={"actor": who}) for action, who in zip(dated.actions, actors, strict=True)]
        text = made("calendar", [dated.model_copy(update={"actions": tuple(actions)})])
        first, second = (str(task["SUMMARY"]) for task in icalendar.Calendar.from_ical(text).walk("VTODO"))
        assert first.startswith("Мост через реку Тихую")
        assert second.startswith("мэр Речная: ")

    def test_without_deadlines_the_calendar_is_empty(self, bridge: Briefing) -> None:
        assert not icalendar.Calendar.from_ical(made("calendar", [with_deadlines(bridge, None)])).walk("VTODO")
