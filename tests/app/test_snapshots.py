"""Pictures of every screen, in dark and light, at the sizes that matter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import ModalScreen

from briefing.app.app import BriefingApp
from briefing.app.screens.reader import ReaderScreen
from briefing.review import Anchor, Decision, Review
from briefing.review.file import dumps
from briefing.settings import Settings
from tests.app.conftest import until
from tests.app.example import ExampleEngine, make_article
from tests.app.test_keeping import Memory, decided

SIZES = [(120, 40), pytest.param((80, 24), marks=pytest.mark.slow), pytest.param((40, 12), marks=pytest.mark.slow)]

VIEWS = {
    "article": "]",
    "facts": "2",
    "speakers": "3 down",
    "actions": "4",
    "find": "slash м о с т",
    "help": "question_mark",
    "export": "e",
    "list": "o",
    "checked": "2 space p x full_stop 4 d 3 down space",
    "edit": "3 down i right shift+left",
    "edit action": "4 i tab tab",
    "comment": "2 c",
    "merge": "3 M",
    "split": "3 S",
    "mark": "m space w w m",
    "orphans": "O",
    "conflict": "2 space",
    "settings": "f2",
    "keys": "f2 end enter",
}
DIALOGS = VIEWS.keys() - {"article", "facts", "speakers", "actions", "find", "list", "checked"}
GONE = Decision(
    key="quotes:00000000",
    anchor=Anchor(text="Паром больше не ходит через реку."),
    state="accepted",
    comment="спросить у пристани",
)


def picture(snap_compare: Callable[..., bool], view: str, size: tuple[int, int], theme: str, language: str) -> bool:
    settings = Settings(theme=theme)
    file = Path("settings.toml")
    memory = Memory(dumps(Review(decisions=(GONE,)), make_article()) if view in ("orphans", "conflict") else "")
    engine = ExampleEngine(medium=memory)
    app = BriefingApp(engine, ["bridge.txt"], language=language, settings=settings, settings_file=file)

    async def prepare(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.document.items is not None)
        if view == "conflict":
            memory.text = dumps(decided("facts:f1", "dismissed", "не о мосте"), make_article())
        app.clear_notifications()
        before = app.focused
        first, *others = VIEWS[view].split()
        await pilot.press(first)
        if view in ("find", "list"):
            await until(pilot, lambda: app.focused is not None and app.focused is not before)
        for key in others:
            await pilot.press(key)
            app.clear_notifications()
            await until(pilot, lambda: app.focused is not None)
        if view in DIALOGS:
            await until(pilot, lambda: isinstance(app.screen, ModalScreen) and app.focused is not None)
        if view == "export":
            await until(pilot, lambda: not app.screen.making)
        for field in app.screen.query("Input, TextArea"):
            field.cursor_blink = False
        app.clear_notifications()
        await pilot.pause()

    return snap_compare(app, terminal_size=size, run_before=prepare)


@pytest.mark.parametrize("theme", ["briefing-dark", pytest.param("briefing-light", marks=pytest.mark.slow)])
@pytest.mark.parametrize("size", SIZES, ids=["120x40", "80x24", "40x12"])
@pytest.mark.parametrize("view", VIEWS)
def test_screens(
    snap_compare: Callable[..., bool], view: str, size: tuple[int, int], theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a slow machine a look would take in what contradicts nothing yet.
    monkeypatch.setattr("briefing.app.screens.keeping.PERIOD", 3600)
    assert picture(snap_compare, view, size, theme, "ru" if theme == "briefing-light" else "en")
