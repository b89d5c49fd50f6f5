"""Articles read, extracted and made into records, here or in processes on all cores."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from pathlib import Path
from typing import TypeAlias

from briefing import __version__
from briefing.console import describe_bug
from briefing.frozen import frozen
from briefing.library.entry import Entry
from briefing.library.record import UNMADE, Record, record
from briefing.library.store import Library
from briefing.model import Article, Briefing
from briefing.sources import SourceError, read_all
from briefing.sources.fetch import allow_local_addresses, local_addresses_allowed
from briefing.sources.files import located

Source: TypeAlias = str | Article | SourceError
"""A path or address, or what has been read of one already."""
Made: TypeAlias = tuple[str, "Record | Copy | str"]
"""Where an article is from with what is to be kept of it, how the library knows it, or why it cannot be read."""

_AHEAD = 4


@frozen
class Copy:
    """An article whose text the library has, and how it knows it."""

    article: Article
    known: Entry


def make(source: Source, library: Library, *, later: bool) -> list[Made]:
    """Return what a source holds, of a feed each entry; mistakes of the program over an article are sentences too.

    With ``later`` the records have no briefing yet: `briefing.library.refreshing` makes it.
    """
    return [_made(found, library, later) for found in _found(source)]


def _found(source: Source) -> Iterator[Article | tuple[str, str]]:
    if isinstance(source, Article):
        yield source
        return
    if isinstance(source, SourceError):
        yield source.where, str(source)
        return
    try:
        for found in read_all(source):
            yield (found.where, str(found)) if isinstance(found, SourceError) else found
    except SourceError as error:
        yield source, str(error)
    except Exception as error:
        yield source, f"{source}: {describe_bug(error)}"


def _made(found: Article | tuple[str, str], library: Library, later: bool) -> Made:
    if not isinstance(found, Article):
        return found
    where = found.source
    # Whoever opens the library may be in another folder.
    found = found.model_copy(update={"source": located(where)})
    known = library.by_id(found.id)
    if known is not None:
        return where, Copy(found, known)
    try:
        if later:
            return where, record(Briefing(article=found), UNMADE)
        from briefing.extract import extract

        return where, record(extract(found), __version__)
    except Exception as error:
        return where, f"{where}: {describe_bug(error)}"


class Here:
    """Makes one source after the other in this process."""

    def __init__(self, library: Library, *, later: bool) -> None:
        self._library = library
        self._later = later
        self._made: list[Made] = []

    def put(self, source: Source) -> None:
        """Make what a source holds."""
        self._made += make(source, self._library, later=self._later)

    def take(self, *, all_of_it: bool = False) -> list[Made]:
        """Return what has been made since the last time."""
        made, self._made = self._made, []
        return made


class Workers:
    """Makes sources in processes of their own, and gives what is made in the order of the sources.

    A process that is ended from outside, for want of memory perhaps, takes only its own source with it.

    Raises:
        BrokenProcessPool: no process can be started.
    """

    def __init__(self, library: Library, count: int, *, later: bool) -> None:
        self._count = count
        self._settings = (library.path, later, local_addresses_allowed())
        self._pool = self._new_pool(count)
        started = [self._pool.submit(os.getpid) for _ in range(count)]
        started[0].result()
        self._pending: deque[tuple[Source, Future[list[Made]]]] = deque()

    def _new_pool(self, count: int) -> ProcessPoolExecutor:
        # Not forked: a copy of this process would share its connection to the library.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(count, context, initializer=_begin, initargs=self._settings)

    def put(self, source: Source) -> None:
        """Have a source made."""
        future: Future[list[Made]] = Future()
        if isinstance(source, SourceError):
            future.set_result([(source.where, str(source))])
        else:
            try:
                future = self._pool.submit(_make, source)
            except BrokenProcessPool as error:  # a process has died since `take` looked
                future.set_exception(error)
        self._pending.append((source, future))

    def take(self, *, all_of_it: bool = False) -> list[Made]:
        """Return what is ready; wait for the first where all is wanted, or more is ahead than the processes need."""
        made: list[Made] = []
        while self._pending:
            _, future = self._pending[0]
            must_wait = not made and (all_of_it or len(self._pending) >= _AHEAD * self._count)
            if not (must_wait or future.done()):
                break
            try:
                made += future.result()
            except BrokenProcessPool:
                return made + self._one_by_one()
            self._pending.popleft()
        return made

    def _one_by_one(self) -> list[Made]:
        """Make what was being made when a process died again, each alone, to tell which source it was."""
        made: list[Made] = []
        self._restart(1)
        while self._pending:
            source, _ = self._pending.popleft()
            try:
                made += self._pool.submit(_make, source).result()
            except BrokenProcessPool:
                where = str(getattr(source, "source", source))
                made.append((where, f"{where}: the process that read it was ended; there may be too little memory"))
                self._restart(1)
        self._restart(self._count)
        return made

    def _restart(self, count: int) -> None:
        self.stop()
        self._pool = self._new_pool(count)

    def stop(self) -> None:
        """End the processes, whatever they are at."""
        for process in list((self._pool._processes or {}).values()):
            process.terminate()
        self._pool.shutdown(cancel_futures=True)


@contextmanager
def makers(library: Library, count: int, *, later: bool) -> Iterator[Here | Workers]:
    """Give what makes sources: ``count`` processes, or this one where that is all, or no other can be started."""
    workers = None
    if count > 1:
        with suppress(BrokenProcessPool):
            workers = Workers(library, count, later=later)
    if workers is None:
        yield Here(library, later=later)
        return
    try:
        yield workers
    finally:
        workers.stop()


_library: Library
_later: bool


def _begin(path: Path, later: bool, local: bool) -> None:
    """Make this process a worker: it ends with the process that started it, which alone Ctrl+C stops."""
    global _library, _later
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if local:
        allow_local_addresses()
    _library, _later = Library(path), later


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _make(source: Source) -> list[Made]:
    return make(source, _library, later=_later)
