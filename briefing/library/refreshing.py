"""Briefings that are missing or of another version made, in a process that leaves the cores to whoever needs them.

    python -m briefing.library.refreshing LIBRARY

It ends when its standard input does: with the process that started it, however that ends.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from briefing import __version__
from briefing.library.errors import LibraryError
from briefing.library.record import Record
from briefing.library.store import Library

EVERY = 5.0
"""Seconds of work that are kept in one transaction: whoever watches the library has to look at it again each time."""
_IDLE = 19


def refresh(library: Library) -> Iterator[int]:
    """Make the briefings that are missing or of another version, the newest first, and yield how many have been kept.

    The models are used where they were before. An article over which the program fails keeps the briefing that it has.
    """
    made: list[tuple[int, Record]] = []
    kept = time.monotonic()
    for number, models in _outdated(library):
        with suppress(Exception):
            made.append((number, _anew(library, number, models)))
        if time.monotonic() - kept >= EVERY:
            library.replace(made)
            yield len(made)
            made, kept = [], time.monotonic()
    if made:
        library.replace(made)
        yield len(made)


def _outdated(library: Library) -> Iterator[tuple[int, bool]]:
    before: int | None = None
    while found := library.outdated(__version__, before):
        yield from found
        before = found[-1][0]


def _anew(library: Library, number: int, models: bool) -> Record:
    from briefing.extract import extract
    from briefing.library.keeping import at_home, follow
    from briefing.library.record import record

    stored = library.briefing(number).article
    article = at_home(stored)
    if article.source != stored.source:
        library.move(number, article.source)
    entry = library.entry(number)
    if entry is not None:
        follow(library, entry)
    review = library.review(number)
    briefing = extract(article, models=models)
    return record(briefing, __version__, models=models, review=review)


class Background:
    """The process that makes a library's briefings, while there is something to make."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._process: subprocess.Popen[bytes] | None = None
        self._begun: int | None = None  # the version of the library when it was last looked through
        self.begin()

    def begin(self) -> None:
        """Begin anew if the process has ended and the library has changed since: what was added may have no briefing.

        Raises:
            LibraryError: the library cannot be used.
        """
        version = self._library.version()
        if self.is_at_work() or version == self._begun:
            return
        self.close()
        self._begun = version
        if not self._library.count_outdated(__version__):
            return
        # -P: what lies in the current folder must not be taken for the program; this copy of it is found where it was.
        command = [sys.executable, "-P", "-m", "briefing.library.refreshing", str(self._library.path.absolute())]
        places = {**os.environ, "PYTHONPATH": os.pathsep.join(place for place in sys.path if place)}
        silent = subprocess.DEVNULL
        with suppress(OSError):
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=silent, stderr=silent, env=places)

    def is_at_work(self) -> bool:
        """Tell whether there is a process, and it has not ended."""
        return self._process is not None and self._process.poll() is None

    def left(self) -> int:
        """Return how many briefings are still to be made, 0 when the process has ended."""
        return self._library.count_outdated(__version__) if self.is_at_work() else 0

    def close(self) -> None:
        """Leave the rest for another time."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def _end_with_input() -> None:
    # Not by sys.stdin: a thread that holds its lock would make Python abort when it ends.
    while os.read(0, 4096):
        pass
    os._exit(0)


def _main(path: str) -> None:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    threading.Thread(target=_end_with_input, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(_IDLE)
    with suppress(LibraryError), Library(Path(path)) as library:
        for _ in refresh(library):
            pass


if __name__ == "__main__":
    _main(sys.argv[1])
