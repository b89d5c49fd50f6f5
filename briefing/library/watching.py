"""Folders that articles arrive in: what is there, and then each file that comes or changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.library.adding import expand
from briefing.library.errors import LibraryError

QUIET, LONGEST = 500, 10_000
"""Milliseconds without a change after which a file is taken to be written, and how long that is waited for."""
LOOK = 1000
"""Milliseconds until the first look is over."""


def arrivals(folders: Sequence[str]) -> Iterator[str]:
    """Yield the files below the folders, then those that arrive or change, hidden ones left out, until interrupted.

    Raises:
        LibraryError: watchfiles is not installed.
    """
    try:
        from watchfiles import Change, DefaultFilter, watch
    except ImportError as error:
        raise LibraryError("Watching needs a further package; pip install 'briefing[watch]' brings it") from error

    changes = watch(
        *folders,
        watch_filter=DefaultFilter(),
        step=QUIET,
        debounce=LONGEST,
        rust_timeout=LOOK,
        yield_on_timeout=True,
    )
    # The folders are being watched from here on: what arrives while they are read is not lost.
    next(changes, None)
    yield from expand(folders)
    for found in changes:
        paths = sorted({path for change, path in found if change is not Change.deleted})
        yield from (path for path in expand(paths) if not Path(path).name.startswith("."))
