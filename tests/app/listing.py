"""The app opened on a library, and what its list shows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from briefing.app.app import BriefingApp
from briefing.app.safe import Words
from briefing.app.screens.library import LibraryScreen
from briefing.app.shelf import Shelf
from briefing.app.widgets.table import ArticleTable
from tests.app.conftest import until
from tests.app.example import ExampleEngine
from tests.app.stories import STORIES, fill

Size = tuple[int, int]
Listed = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


class NothingIsExtracted(ExampleEngine):
    """An engine that must not be asked for anything."""

    def text(self, where: str) -> str:
        raise AssertionError(f"{where} was read again")

    def briefing(self, article, progress):
        raise AssertionError("a stored article was extracted again")


@asynccontextmanager
async def open_library(
    folder: Path, size: Size = (120, 40), stories=STORIES, paths: tuple[str, ...] = ()
) -> AsyncIterator[Pilot[None]]:
    """Open the app on a library with these stories, and wait until its articles are listed."""
    shelf = folder / "library.db"
    fill(shelf, stories)
    engine = ExampleEngine() if paths else NothingIsExtracted()
    file = folder / "settings.toml"
    app = BriefingApp(engine, list(paths), language="en", settings_file=file, shelf=Shelf(shelf))
    async with app.run_test(size=size) as pilot:
        if not paths:
            await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and bool(table(pilot).numbers))
        yield pilot


def table(pilot: Pilot[None]) -> ArticleTable:
    screen = pilot.app.screen
    assert isinstance(screen, LibraryScreen)
    return screen.table


def titles(pilot: Pilot[None]) -> list[str]:
    entries = table(pilot).fetch(table(pilot).numbers)
    return [entries[number].title or "" for number in table(pilot).numbers]


def lines(pilot: Pilot[None]) -> list[str]:
    shown = table(pilot)
    return [shown.render_line(y).text for y in range(shown.size.height)]


def shown_title(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#library-title", Words).content)


async def order_is(pilot: Pilot[None], *stories) -> None:
    await until(pilot, lambda: titles(pilot) == [story.title for story in stories])
