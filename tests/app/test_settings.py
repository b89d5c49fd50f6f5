"""The app follows the settings, and shows the keys that they give."""

from __future__ import annotations

from briefing.app import words
from briefing.app.app import BriefingApp
from briefing.app.commands import BY_ID
from briefing.app.screens.reader import ReaderScreen
from briefing.app.widgets.article import ArticleView
from briefing.settings import Settings
from tests.app.conftest import reader, until
from tests.app.example import ExampleEngine


async def test_language_theme_measure_and_keys() -> None:
    settings = Settings(language="ru", theme="nord", measure=60, keys={"export": "x", "no.such": "y"})
    app = BriefingApp(ExampleEngine(), ["bridge.txt"], settings=settings)
    async with app.run_test(size=(160, 50)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and reader(pilot).document.items is not None)
        assert words.current() == "ru"
        assert app.theme == "nord"
        assert app.screen.query_one("#article", ArticleView).measure == 60
        assert BY_ID["export"].key() == "x"
        await pilot.press("e")
        await pilot.pause()
        assert not app.screen.query("#preview")
        await pilot.press("ч")
        await until(pilot, lambda: bool(app.screen.query("#preview")))


async def test_a_theme_that_there_is_not_leaves_the_standard_one() -> None:
    app = BriefingApp(ExampleEngine(), ["bridge.txt"], settings=Settings(theme="plaid"))
    async with app.run_test():
        assert app.theme == "briefing-dark"
        assert BY_ID["export"].key() == "e"
