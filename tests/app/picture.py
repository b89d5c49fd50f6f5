"""Writes the picture of the README, ``docs/screenshot.svg``, with the app itself: ``python -m tests.app.picture``."""

from __future__ import annotations

import asyncio
from pathlib import Path

from briefing.app.app import BriefingApp
from briefing.app.engine import OwnEngine
from briefing.app.screens.reader import ReaderScreen
from tests.app.conftest import until

ROOT = Path(__file__).parents[2]


async def main() -> None:
    """Open a sample article on the first quote and draw it."""
    app = BriefingApp(OwnEngine(), [str(ROOT / "articles" / "penza-belarus.txt")], language="en")
    async with app.run_test(size=(132, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.document.items is not None)
        await pilot.press("2", "space", "space", "space", "3", "down")
        await pilot.pause()
        app.save_screenshot(str(ROOT / "docs" / "screenshot.svg"))


if __name__ == "__main__":
    asyncio.run(main())
