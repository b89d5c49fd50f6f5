"""Opening the app from a command: the terminal that it needs, the settings that it follows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.console import require_terminal, say


def open_app(
    files: Sequence[str], *, models: bool = True, library: Path | None = None, stored: int | None = None
) -> int:
    """Open the app as `briefing.app.run` does, after saying what is wrong with the settings.

    Raises:
        CommandError: there is no terminal.
    """
    require_terminal()
    from briefing import app
    from briefing.settings import load

    loaded = load()
    for mistake in loaded.mistakes:
        say(mistake)
    return app.run(list(files), models=models, settings=loaded.settings, library=library, stored=stored)
