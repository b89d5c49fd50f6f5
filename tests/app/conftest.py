"""Opening the reader on the example, and waiting for what is to happen instead of sleeping."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.app import safe, words
from briefing.app.app import BriefingApp
from briefing.app.commands import change_keys
from briefing.app.screens.reader import ReaderScreen
from briefing.app.widgets.bars import KeyBar
from tests.app.example import ExampleEngine

SIZES = [(120, 40), (40, 12)]
SLOW_SIZES = [(160, 50), (80, 24)]
Open = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Let the app work until the condition holds."""
    for _ in range(500):
        if condition():
            await pilot.pause()
            return
        await pilot.pause(0.005)
    raise AssertionError("what was waited for did not happen")


def reader(pilot: Pilot[None]) -> ReaderScreen:
    """Return the reader that is on the screen."""
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def footer(pilot: Pilot[None]) -> str:
    """Return what the line with the keys says."""
    return str(pilot.app.screen.query_one(KeyBar).content)


@pytest.fixture(autouse=True)
def english() -> None:
    """Speak English, whatever the machine's locale, and have the keys as they are without settings."""
    words.use("en")
    change_keys({})


@pytest.fixture(autouse=True)
def messages_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let messages stay long enough for a machine that has much else to do."""
    monkeypatch.setattr(safe, "SHORT", 60)
    monkeypatch.setattr(safe, "LONG", 60)


@pytest.fixture(
    params=[*SIZES, *(pytest.param(size, marks=pytest.mark.slow) for size in SLOW_SIZES)],
    ids=lambda size: f"{size[0]}x{size[1]}",
)
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Each of the sizes that the reader is made for."""
    return request.param


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    """Open articles and wait until the briefing is there."""

    @asynccontextmanager
    async def open_reader(
        *paths: str, size: tuple[int, int] = (120, 40), engine: ExampleEngine | None = None, extracted: bool = True
    ) -> AsyncIterator[Pilot[None]]:
        wanted = list(paths) or ["bridge.txt"]
        file = tmp_path / "settings.toml"
        app = BriefingApp(engine or ExampleEngine(), wanted, language="en", settings_file=file)
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
            if extracted:
                await until(pilot, lambda: reader(pilot).document.items is not None and bool(app.focused))
            yield pilot

    return open_reader


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the library of a test is kept."""
    return tmp_path / "library.db"


@pytest.fixture
def listed(tmp_path: Path):
    """Open the app on a library and wait until its articles are listed."""
    from tests.app.listing import open_library

    return partial(open_library, tmp_path)
