"""Reviews that have no place beside their article: their text as it would stand in a file, by the article's content."""

from __future__ import annotations

from datetime import UTC, datetime

from briefing.library.store import Library


def text(library: Library, article: str, source: str = "") -> str:
    """Return the review of the article with this id; else the newest of ``source``, edited since; else ""."""
    rows = library.rows(
        "SELECT toml FROM reviews WHERE article = ? OR source = ? AND ? <> '' ORDER BY article <> ?, kept DESC LIMIT 1",
        (article, source, source, article),
    )
    return str(rows[0][0]) if rows else ""


def of_source(library: Library, source: str) -> str:
    """Return the newest review that was kept under this name, whatever the text was then; "" if there is none."""
    rows = library.rows("SELECT toml FROM reviews WHERE source = ? ORDER BY kept DESC LIMIT 1", (source,))
    return str(rows[0][0]) if rows else ""


def give_up(library: Library, source: str) -> None:
    """Let go of what was kept under this name: it stands beside the article now."""
    with library.change() as db:
        db.execute("DELETE FROM reviews WHERE source = ?", (source,))


def keep(library: Library, article: str, source: str, toml: str) -> None:
    """Keep the review of an article, one that says nothing (an empty text) too."""
    when = datetime.now(UTC).isoformat(timespec="microseconds")
    with library.change() as db:
        db.execute("INSERT OR REPLACE INTO reviews VALUES (?, ?, ?, ?)", (article, source, toml, when))


def has(library: Library, article: str, source: str) -> bool:
    """Return whether there is a review of this article, or of an older state of it."""
    return bool(text(library, article, source))
