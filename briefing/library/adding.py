"""Filling the library: files and folders read, extracted and kept, whatever becomes of the others."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from briefing.frozen import frozen
from briefing.library.completing import complete
from briefing.library.entry import Added
from briefing.library.keeping import follow
from briefing.library.making import Copy, Made, Source, makers
from briefing.library.record import Record
from briefing.library.store import Library
from briefing.review.keeping import SUFFIX as REVIEW_SUFFIX
from briefing.sources import SourceError, read_all
from briefing.sources.files import is_address

MANY = 40
"""Sources from which on it pays to start processes for them: each has the language models to load."""

OTHER_KINDS = frozenset(
    ".7z .aac .avi .bmp .bz2 .c .cfg .cpp .css .csv .db .exe .flac .gif .gz .heic .ics .ini .java .jpeg .jpg .js .json"
    " .jsonl .lock .log .m4a .mkv .mov .mp3 .mp4 .mpg .ods .odp .ogg .png .ppt .pptx .py .pyc .rar .rs .sh .sql .sqlite"
    " .svg .tar .tif .tiff .toml .ts .tsv .vcf .wav .webm .webp .wmv .xls .xlsx .xz .yaml .yml .zip".split()
)
"""Endings of pictures, recordings, archives, tables, data and programs: in a folder nobody means them as articles."""


@frozen
class Outcome:
    """What became of one source: ``added``, or the sentence of ``error`` that says why it could not be read."""

    source: str
    added: Added | None = None
    error: str | None = None


def expand(sources: Iterable[str]) -> Iterator[str]:
    """Yield the sources with each folder replaced by the files below it that are `is_wanted`, in order."""
    for source in sources:
        if not Path(source).is_dir():
            # A shell that was given «*» names the reviews too.
            if not source.endswith(REVIEW_SUFFIX):
                yield source
            continue
        for folder, folders, files in os.walk(source):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            yield from (str(Path(folder) / name) for name in sorted(files) if is_wanted(name))


def is_wanted(name: str) -> bool:
    """Tell whether a file of this name in a folder may be an article: not hidden, no review, no other kind of file."""
    return not (name.startswith(".") or name.endswith(REVIEW_SUFFIX) or Path(name).suffix.lower() in OTHER_KINDS)


def workers_for(sources: Sequence[Source]) -> int:
    """Return in how many processes it is quickest to make these sources: one for each core, or this one alone."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores if len(sources) >= MANY else 1


def add(library: Library, sources: Iterable[Source], *, later: bool = False, workers: int = 1) -> Iterator[Outcome]:
    """Read, extract and keep each source, of a feed each entry; every article whose outcome was yielded is on disk.

    With ``later`` the articles are kept without briefings, which `briefing.library.refreshing` makes. The sources
    are asked for one by one. With more than one of ``workers`` each is a process; what is ready at the same time is
    then kept in one transaction. The outcomes are in the order of the sources.

    Raises:
        LibraryError: the library itself cannot be written.
    """
    with makers(library, workers, later=later) as maker:
        for source in sources:
            for part in _parts(source):
                maker.put(part)
                yield from _kept(library, maker.take())
        while made := maker.take(all_of_it=True):
            yield from _kept(library, made)


def _parts(source: Source) -> Iterator[Source]:
    """Yield what one process can make at a time: what comes over the network, or once only, is read here."""
    if not isinstance(source, str) or not (source == "-" or is_address(source)):
        yield source
        return
    try:
        yield from read_all(source)
    except SourceError as error:
        yield error


def _kept(library: Library, made: list[Made]) -> list[Outcome]:
    records = [what for _, what in made if isinstance(what, Record)]
    added = iter(library.keep(records) if records else ())
    outcomes = []
    for source, what in made:
        if isinstance(what, str):
            outcomes.append(Outcome(source, error=what))
            continue
        now = Added(what.known, is_new=False) if isinstance(what, Copy) else next(added)
        if not now.is_new:
            now = Added(complete(library, now.entry, what.article), is_new=False)
        outcomes.append(Outcome(source, now))
        follow(library, now.entry)
    return outcomes
