"""What every source raises when it cannot give an article."""

from __future__ import annotations


class SourceError(Exception):
    """An article cannot be read; the message is one sentence for the user: what, where, why and what to do."""

    def __init__(self, where: str, cause: str, advice: str = "") -> None:
        """Compose ``where: cause`` and, if there is one, the ``advice`` after a semicolon."""
        self.where = where
        sentence = f"{printable(where)}: {cause}"
        super().__init__(f"{sentence}; {advice}" if advice else sentence)


def printable(where: str) -> str:
    """Return a path or URL fit for one line of a terminal: characters that could drive it are escaped."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in where)
