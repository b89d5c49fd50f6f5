"""What every source raises when it cannot give an article."""

from __future__ import annotations

from briefing.mistake import Mistake, RefusedError


class SourceError(RefusedError):
    """An article cannot be read; the message is one sentence for the user: what, where, why and what to do."""

    def __init__(self, where: str | Mistake, cause: str | Mistake, advice: str = "", /, **values: object) -> None:
        """Compose ``where: cause`` and, if there is one, ``; advice``; the ``values`` are those of the cause."""
        self.where = str(where)
        place = printable(where) if isinstance(where, str) else where
        said = {"where": place, "cause": Mistake(cause, **values)}
        if advice:
            super().__init__("{where}: {cause}; {advice}", **said, advice=Mistake(advice))
        else:
            super().__init__("{where}: {cause}", **said)


def printable(where: str) -> str:
    """Return a path or URL fit for one line of a terminal: characters that could drive it are escaped."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in where)
