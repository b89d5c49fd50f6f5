"""The reader: an article beside its briefing, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.app.objections import objections
from briefing.console import say
from briefing.mistake import Mistake
from briefing.settings import Settings, default_library


def run(
    paths: list[str],
    *,
    models: bool = True,
    settings: Settings | None = None,
    library: Path | None = None,
    stored: int | None = None,
    day: str | None = None,
    mistakes: Sequence[Mistake] = (),
) -> int:
    """Open articles in the terminal until the reader quits, and return the exit code.

    An empty list opens the article that is ``stored`` in the library under this number, or else the library itself,
    or while that is empty the list of sample articles. ``library`` is its file, by default the user's. ``models`` False
    leaves out the language models. ``day`` is that of the articles which do not say theirs. ``mistakes`` in the
    settings, and a theme or a command among them that there is not, are shown in the app and said on standard error,
    where they are still to be seen after it.
    """
    from briefing.app import collector

    collector.rest()
    from briefing.app.app import BriefingApp
    from briefing.app.engine import OwnEngine
    from briefing.app.shelf import Shelf
    from briefing.app.state import State, state_file

    settings = settings or Settings()
    state = State.load(state_file())
    path = library or default_library()
    engine, shelf = OwnEngine(models=models and settings.models, library=path, day=day), Shelf(path, renews=True)
    app = BriefingApp(engine, paths, settings=settings, state=state, shelf=shelf, stored=stored)
    found = [*mistakes, *objections(settings, app.available_themes)]
    app.mistakes = found
    for mistake in found:
        say(str(mistake))
    try:
        app.run()
    finally:
        shelf.close()
    state.save()
    return app.return_code or 0
