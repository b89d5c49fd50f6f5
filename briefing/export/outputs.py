"""Where exports go: the files for several articles and formats, settled before anything is written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence, Set
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

from briefing.export import ExportError
from briefing.frozen import frozen

_NAMELESS = "briefing"
_APART = ".briefing"
_LONGEST_NAME = 200
_File = tuple[int, int]


@frozen
class Output:
    """A file to write, and which of the articles (their indices) go into it."""

    path: Path
    articles: tuple[int, ...]


def plan(sources: Sequence[str], suffix: str, output: str | None) -> list[Output]:
    """Return the files for the articles from ``sources``.

    An ``output`` that is a folder, or ends like one, gets a file for each article; any other takes all of them. Without
    one, each article gets a file in the current folder. A file for an article is called as `called` says.

    Raises:
        ExportError: two articles would get the same file.
    """
    if output and not (output.endswith(("/", os.sep)) or Path(output).is_dir()):
        return [Output(Path(output), tuple(range(len(sources))))]
    folder = Path(output or "")
    read = _files(sources)
    outputs = [Output(_called(folder, source, suffix, read), (index,)) for index, source in enumerate(sources)]
    by_path: dict[Path, str] = {}
    for source, planned in zip(sources, outputs, strict=True):
        if planned.path in by_path:
            raise ExportError(
                "{one} and {other} would both be written to {path};"
                " export them into one file with -o or into folders of their own.",
                one=by_path[planned.path],
                other=source,
                path=planned.path,
            )
        by_path[planned.path] = source
    return outputs


def called(source: str, suffix: str) -> Path:
    """Return the file in the current folder for the article from ``source``: its name and the ``suffix``.

    The file of an article itself is never meant: beside ``story.md`` the export is called ``story.briefing.md``.
    """
    return _called(Path(), source, suffix, _files([source]))


def is_article(path: Path, sources: Iterable[str]) -> bool:
    """Tell whether the file at ``path``, by whatever name or link, is the one of an article from ``sources``."""
    return bool(_files([str(path)]) & _files(sources))


def layer_path(path: Path, layer: str) -> Path:
    """Return the path of one layer's table: ``a.csv`` → ``a.facts.csv``; the path itself for the empty layer."""
    return path.with_name(f"{path.stem}.{layer}{path.suffix}") if layer else path


def _called(folder: Path, source: str, suffix: str, read: Set[_File]) -> Path:
    path = folder / f"{_stem(source)}{suffix}"
    return path.with_name(f"{path.stem}{_APART}{suffix}") if _files([str(path)]) & read else path


def _files(paths: Iterable[str]) -> set[_File]:
    """Return the files that are at these paths; what is none, such as an address, has none."""
    found = set()
    for path in paths:
        with suppress(OSError, ValueError):
            status = os.stat(path)
            found.add((status.st_dev, status.st_ino))
    return found


def _stem(source: str) -> str:
    """Return the name of a file without its suffix, of a web page the last part of its path or its site."""
    address = urlsplit(source)
    if address.netloc:
        source = unquote(address.path).rstrip("/") or f"{address.netloc}.html"
    stem = "".join(mark for mark in Path(source).stem if mark.isprintable() and mark != "\\")
    # Addresses can be longer than any file system's names, which are counted in bytes.
    short = stem.encode()[:_LONGEST_NAME].decode(errors="ignore")
    return short if short.strip("-. ") else _NAMELESS
