"""What arrives in folders and feeds: all that is there, and then whatever comes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from briefing.library.adding import expand, is_wanted
from briefing.library.errors import LibraryError
from briefing.library.making import Source
from briefing.library.store import Library
from briefing.sources import SourceError, read_later

QUIET, LONGEST = 500, 10_000
"""Milliseconds without a change after which a file is taken to be written, and how long that is waited for."""
LOOK = 1.0
"""Seconds between two looks at the clock, and at folders in which nothing has changed."""


def arrivals(
    library: Library, folders: Sequence[str], feeds: Sequence[str], every: float
) -> Iterator[Iterable[Source]]:
    """Yield what is in the folders and feeds, then what arrives or changes there, until interrupted.

    Feeds are asked every so many seconds. Each group must have been kept before the next is asked for. Hidden files and
    reviews are left out, and entries whose addresses the library knows.

    Raises:
        LibraryError: folders are to be watched and watchfiles is not installed.
    """
    changes = _changes(folders) if folders else _ticks()
    # The folders are being watched from here on: what arrives while they are read is not lost.
    next(changes)
    yield list(expand(folders))
    due, tried = 0.0, set[str]()
    while True:
        if feeds and time.monotonic() >= due:
            for address in feeds:
                yield from _entries(library, address, tried)
            due = time.monotonic() + every
        paths = next(changes)
        yield [path for path in expand(paths) if is_wanted(Path(path).name)]


def _changes(folders: Sequence[str]) -> Iterator[list[str]]:
    """Yield the paths that have changed, none now and then."""
    try:
        from watchfiles import Change, DefaultFilter, watch
    except ImportError as error:
        raise LibraryError("Watching needs a further package; pip install 'briefing[watch]' brings it") from error

    found = watch(
        *folders,
        watch_filter=DefaultFilter(),
        step=QUIET,
        debounce=LONGEST,
        rust_timeout=int(LOOK * 1000),
        yield_on_timeout=True,
    )
    for changes in found:
        yield sorted({path for change, path in changes if change is not Change.deleted})


def _ticks() -> Iterator[list[str]]:
    while True:
        yield []
        time.sleep(LOOK)


def _entries(library: Library, address: str, tried: set[str]) -> Iterator[Iterable[Source]]:
    """Yield the new entries of a feed; its edition is noted when they have been kept."""

    def is_known(link: str) -> bool:
        known = link in tried or library.has_source(link)
        tried.add(link)
        return known

    try:
        edition, found = read_later(address, library.edition(address), is_known)
    except SourceError as error:
        yield [error]
        return
    yield found
    library.note_edition(address, edition)
