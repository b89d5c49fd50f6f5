"""Text pasted into the app, and what the app says of its settings."""

from __future__ import annotations

from pathlib import Path

from textual import events
from textual.widgets import Input

from briefing.app.app import BriefingApp
from briefing.app.screens.library import LibraryScreen
from briefing.app.screens.reader import ReaderScreen
from briefing.library import Library
from briefing.mistake import Mistake
from briefing.model import Article
from tests.app.conftest import Open, reader, until
from tests.app.example import TEXT, ExampleEngine, make_briefing
from tests.app.listing import Listed
from tests.app.test_keeping import Memory


async def test_a_text_that_is_pasted_is_opened(opened: Open) -> None:
    text = (
        "Мост закрыли на ремонт\r\n\r\n" + "Движение по мосту \x1b[31mпустят весной, сообщили в городской управе. " * 3
    )
    async with opened() as pilot:
        pilot.app.post_message(events.Paste(text))
        await until(pilot, lambda: reader(pilot).document.where == "pasted text")
        await until(pilot, lambda: reader(pilot).document.items is not None)
        shown = reader(pilot).document.text or ""
        assert shown.startswith("Мост закрыли на ремонт\n\nДвижение")
        assert "\x1b" not in shown
        await pilot.press("K")
        await until(pilot, lambda: reader(pilot).document.where == "bridge.txt")


class BridgeEngine(ExampleEngine):
    """An engine that finds the example's briefing in whatever is pasted."""

    def briefing(self, article, progress):
        return make_briefing()


async def test_a_text_that_is_pasted_over_the_library_leads_back_there(listed: Listed, path: Path) -> None:
    async with listed() as pilot:
        pilot.app.engine = BridgeEngine(medium=Memory())
        pilot.app.post_message(events.Paste(TEXT))
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        await until(pilot, lambda: reader(pilot).document.items is not None)
        assert [document.where for document in pilot.app.documents] == ["pasted text"]
        with Library(path) as library:
            assert library.by_id(Article.identify(TEXT)) is None
        await pilot.press("2", "space")
        await until(pilot, lambda: not reader(pilot).document.pasted)
        with Library(path) as library:
            entry = library.by_id(Article.identify(TEXT))
            assert entry is not None
            assert entry.read is not None, "it is open"
        await pilot.press("o")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))


async def test_a_word_that_is_pasted_is_no_article(opened: Open) -> None:
    async with opened() as pilot:
        pilot.app.post_message(events.Paste("мост"))
        await until(pilot, lambda: bool(pilot.app._notifications))
        assert "too short" in str([note.message for note in pilot.app._notifications])
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(pilot.app.focused, Input))
        pilot.app.post_message(events.Paste("пастух " * 30))
        await until(pilot, lambda: "пастух" in pilot.app.focused.value)
        assert reader(pilot).document.where == "bridge.txt"


async def test_mistakes_in_the_settings_are_shown(tmp_path: Path) -> None:
    app = BriefingApp(ExampleEngine(), ["bridge.txt"], language="en", settings_file=tmp_path / "settings.toml")
    app.mistakes = [Mistake("{path}: measure must be a whole number", path="settings.toml")]
    async with app.run_test() as pilot:
        await until(pilot, lambda: bool(app._notifications))
        assert "measure" in str([note.message for note in app._notifications])
