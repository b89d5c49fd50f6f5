"""Reviews that have no place beside their article: their text as it would stand in a file, by the article's content."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from briefing.library.store import Library
from briefing.sources.files import located


def text(library: Library, article: str, names: Sequence[str] = ()) -> str:
    """Return the review of the article with this id; else the newest under one of the names, edited since; else ""."""
    rows = library.rows(
        f"SELECT toml FROM reviews WHERE article = ? OR {_named(names)} ORDER BY article <> ?, kept DESC LIMIT 1",
        (article, *names, article),
    )
    return str(rows[0][0]) if rows else ""


def of_source(library: Library, names: Sequence[str]) -> str:
    """Return the newest review under one of the names, whatever the text was then; "" if there is none."""
    rows = library.rows(f"SELECT toml FROM reviews WHERE {_named(names)} ORDER BY kept DESC LIMIT 1", tuple(names))
    return str(rows[0][0]) if rows else ""


def give_up(library: Library, names: Sequence[str]) -> None:
    """Let go of what was kept under these names: it stands beside the article now."""
    with library.change() as db:
        db.execute(f"DELETE FROM reviews WHERE {_named(names)}", tuple(names))


def keep(library: Library, article: str, source: str, toml: str) -> None:
    """Keep the review of an article, one that says nothing (an empty text) too."""
    when = datetime.now(UTC).isoformat(timespec="microseconds")
    with library.change() as db:
        db.execute("INSERT OR REPLACE INTO reviews VALUES (?, ?, ?, ?)", (article, source, toml, when))


def has(library: Library, article: str, names: Sequence[str]) -> bool:
    """Return whether there is a review of this article, or of an older state of it."""
    return bool(text(library, article, names))


def names_of(source: str) -> tuple[str, ...]:
    """Return the names by which an edited state of an article finds its review too.

    They are the file's path and, as older versions kept it, what was typed. One stream of standard input has nothing
    to do with the next.
    """
    return () if source == "-" else tuple(dict.fromkeys((located(source), source)))


def _named(names: Sequence[str]) -> str:
    return f"source IN ({', '.join('?' * len(names))})"
