"""Filling the library: files and folders read, extracted and kept one by one, whatever becomes of the others."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing import __version__
from briefing.extract import extract
from briefing.library.store import Added, Library
from briefing.model import Article
from briefing.sources import SourceError, read_all


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: ``added``, or the sentence of ``error`` that says why it could not be read."""

    source: str
    added: Added | None = None
    error: str | None = None


def expand(sources: Iterable[str]) -> Iterator[str]:
    """Yield the sources with each folder replaced by the files below it, in order, hidden ones left out."""
    for source in sources:
        if not Path(source).is_dir():
            yield source
            continue
        for folder, folders, files in os.walk(source):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            yield from (str(Path(folder) / name) for name in sorted(files) if not name.startswith("."))


def add(library: Library, sources: Iterable[str], *, models: bool = True) -> Iterator[Outcome]:
    """Read, extract and keep each source, of a feed each entry; every article whose outcome was yielded is on disk.

    Raises:
        LibraryError: the library itself cannot be written.
    """
    for source in sources:
        try:
            for found in read_all(source):
                if isinstance(found, SourceError):
                    yield Outcome(source, error=str(found))
                else:
                    yield Outcome(found.source, add_article(library, found, models=models))
        except SourceError as error:
            yield Outcome(source, error=str(error))


def add_article(library: Library, article: Article, *, models: bool = True) -> Added:
    """Keep an article; the costly extraction is left out where the library has it already."""
    known = library.by_id(article.id)
    if known is not None:
        return Added(known, is_new=False)
    return library.add(extract(article, models=models), __version__, models=models)


def refresh(library: Library) -> Iterator[int]:
    """Make the briefings of another version anew, one at a time, and yield the number of each article done.

    The models are used where they were before.
    """
    while outdated := library.outdated(__version__):
        for number, models in outdated:
            library.replace(
                number, extract(library.briefing(number).article, models=models), __version__, models=models
            )
            yield number
