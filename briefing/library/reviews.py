"""Reviews that have no place beside their article: their text as it would stand in a file, by the article's content."""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import UTC, datetime

from briefing.library.store import COUNT, Library, now

Place = tuple[int, int]
"""The first character of an item and the one after its last, in the article's text."""


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


def note(library: Library, number: int, done: Mapping[Place, bool], dismissed: Set[tuple[str, int, int]]) -> None:
    """Let list, agenda and all that is asked across articles follow the review of an article.

    ``done`` says of actions whether they are; ``dismissed`` are all items that are, each its layer and its place.
    Nothing is written where the library knows it already.
    """
    known = set(library.rows("SELECT layer, start, finish FROM dismissed WHERE article = ?", (number,)))
    actions = library.rows(
        "SELECT id, start, start + length(text), done IS NOT NULL FROM actions WHERE article = ?", (number,)
    )
    changed = [(id_, not was) for id_, start, end, was in actions if done.get((start, end), was) != was]
    if known == dismissed and not changed:
        return
    more_facts = sum(layer == "facts" for layer, _, _ in dismissed) - sum(layer == "facts" for layer, _, _ in known)
    with library.change() as db:
        db.execute("DELETE FROM dismissed WHERE article = ?", (number,))
        db.executemany("INSERT INTO dismissed VALUES (?, ?, ?, ?)", ((number, *each) for each in sorted(dismissed)))
        for id_, is_done in changed:
            when = now() if is_done else None
            db.execute("UPDATE actions SET done = ? WHERE article = ? AND id = ?", (when, number, id_))
        db.execute("UPDATE articles SET facts = max(0, facts - ?) WHERE number = ?", (more_facts, number))
        db.execute(COUNT, (number,))
