"""The rows from which questions across articles are answered, written for one article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from briefing.library.record import Rows, Sentence

# A newer action may have other bounds: it is the one that shares most with the older.
_DONE_AGAIN = (
    "UPDATE actions SET done = :done WHERE article = :article AND id = (SELECT id FROM actions WHERE article = :article"
    " AND start < :stop AND start + length(text) > :start"
    " ORDER BY min(start + length(text), :stop) - max(start, :start) DESC LIMIT 1)"
)


def write(db: sqlite3.Connection, number: int, rows: Rows, done: Mapping[str, bool], now: str) -> None:
    """Write the rows of an article in place of those that it has, as part of a transaction.

    What was done stays done with the action that shares most words with the older one; ``done`` says of actions, by id,
    whether they are, from ``now`` on if they were not.
    """
    was_done = db.execute(
        "SELECT done, start, start + length(text) FROM actions WHERE article = ? AND done IS NOT NULL",
        (number,),
    ).fetchall()
    for table in ("speakers", "quotes", "actions"):
        db.execute(f"DELETE FROM {table} WHERE article = ?", (number,))
    for table, places, found in (
        ("speakers", "?, ?, ?, ?, ?, ?", rows.speakers),
        ("name_words (article, word, speaker)", "?, ?, ?", rows.name_words),
        ("quotes", "?, ?, ?, ?, ?, ?, ?, ?", rows.quotes),
        ("actions", "?, ?, ?, ?, ?, ?, NULL, ?, ?, ?", rows.actions),
    ):
        db.executemany(f"INSERT INTO {table} VALUES ({places})", ((number, *row) for row in found))
    _write_sentences(db, number, rows.sentences)
    for stamp, start, stop in was_done:
        db.execute(_DONE_AGAIN, {"done": stamp, "article": number, "start": start, "stop": stop})
    for action, is_done in done.items():
        db.execute(
            "UPDATE actions SET done = CASE WHEN :now IS NULL THEN NULL ELSE coalesce(done, :now) END"
            " WHERE article = :article AND id = :action",
            {"now": now if is_done else None, "article": number, "action": action},
        )
    counts = (rows.facts, len(rows.quotes), number)
    db.execute("UPDATE articles SET facts = ?, quotes = ? WHERE number = ?", counts)
    count_open(db, number)


def count_open(db: sqlite3.Connection, number: int) -> None:
    """Note how many actions of an article are not done, as part of a transaction."""
    db.execute(
        "UPDATE articles SET actions = (SELECT count(*) FROM actions WHERE article = number AND done IS NULL)"
        " WHERE number = ?",
        (number,),
    )


def _write_sentences(db: sqlite3.Connection, number: int, sentences: Iterable[Sentence]) -> None:
    """Write the sentences with quantities; those that are known stay, as what is indexed of them cannot go."""
    rows = db.execute("SELECT start, text, number FROM sentences WHERE article = ?", (number,))
    known = {(start, text): sentence for start, text, sentence in rows}
    for each in sentences:
        sentence = known.pop((each.start, each.text), None)
        if sentence is not None:
            db.execute("UPDATE sentences SET figures = ? WHERE number = ?", (each.figures, sentence))
            continue
        row = (number, each.start, each.text, each.figures)
        added = db.execute("INSERT INTO sentences (article, start, text, figures) VALUES (?, ?, ?, ?)", row)
        db.execute("INSERT INTO sentence_words (rowid, terms) VALUES (?, ?)", (added.lastrowid, each.terms))
    db.executemany("DELETE FROM sentences WHERE number = ?", ((sentence,) for sentence in known.values()))
