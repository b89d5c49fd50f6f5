"""The reader: an article beside its briefing, in the terminal."""

from __future__ import annotations


def run(paths: list[str], *, models: bool = True) -> int:
    """Open articles in the terminal until the reader quits, and return the exit code.

    An empty list opens the list of sample articles. ``models`` False leaves out the language models.
    """
    from briefing.app.app import BriefingApp
    from briefing.app.engine import Library

    app = BriefingApp(Library(models=models), paths)
    app.run()
    return app.return_code or 0
