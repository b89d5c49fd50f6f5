"""Reviews that have no place beside their article: their text as it would stand in a file, by the article's content."""

from __future__ import annotations

from briefing.library.store import Library


def text(library: Library, article: str, source: str = "") -> str:
    """Return the review of the article with this id; else of an article from this ``source``, edited since; else ""."""
    rows = library.rows(
        "SELECT toml FROM reviews WHERE article = ? OR source = ? AND ? <> '' ORDER BY article <> ? LIMIT 1",
        (article, source, source, article),
    )
    return str(rows[0][0]) if rows else ""


def keep(library: Library, article: str, source: str, toml: str) -> None:
    """Keep the review of an article, one that says nothing (an empty text) too."""
    with library.change() as db:
        db.execute(
            "INSERT INTO reviews VALUES (?, ?, ?)"
            " ON CONFLICT (article) DO UPDATE SET source = excluded.source, toml = excluded.toml",
            (article, source, toml),
        )
