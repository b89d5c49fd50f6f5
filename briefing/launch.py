"""Opening the app from a command: the terminal that it needs, the settings that it follows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.console import require_terminal


def open_app(
    files: Sequence[str],
    *,
    models: bool = True,
    library: Path | None = None,
    stored: int | None = None,
    day: str | None = None,
) -> int:
    """Open the app as `briefing.app.run` does, with the user's settings.

    Raises:
        CommandError: there is no terminal.
    """
    require_terminal()
    from briefing import app
    from briefing.settings import load

    loaded = load()
    return app.run(
        list(files),
        models=models,
        settings=loaded.settings,
        library=library,
        stored=stored,
        day=day,
        mistakes=loaded.mistakes,
    )
