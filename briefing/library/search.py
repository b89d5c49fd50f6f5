"""Full-text search: the articles that a query finds, best first, each with the place where it says so."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.frozen import frozen
from briefing.library.entry import COLUMNS, Entry
from briefing.library.query import Query
from briefing.library.store import Library
from briefing.library.terms import name_words, words

if TYPE_CHECKING:
    from briefing.model import Span

LIMIT = 20
# Ranking reads every match, so only the newest of a word that is everywhere are ranked.
_RANKED = 1000
_SNIPPET = 160
_TITLE_WEIGHT, _BODY_WEIGHT = 4.0, 1.0

# The sign keeps SQLite from the index of languages, of which the library has two; places are many.
_LANGUAGE, _LANGUAGE_AT_PLACE = "articles.language = ?", "+articles.language = ?"
_PLACE = "articles.place_key >= ? AND articles.place_key < ? || char(1114111)"
_SPEAKER = "articles.number IN (SELECT article FROM name_words WHERE word >= ? AND word < ? || char(1114111))"
_HAS = {
    "action": "articles.actions > 0",
    "quote": "articles.quotes > 0",
    "fact": "articles.facts > 0",
    "deadline": "articles.number IN (SELECT article FROM actions WHERE due IS NOT NULL)",
}


@frozen
class Hit:
    """An article found: ``snippet`` is the part of its text that says so, ``words`` the words in it that were asked
    for (spans of the article's text); both empty where the query names no words."""

    entry: Entry
    snippet: Span | None
    words: tuple[Span, ...]


def search(library: Library, query: Query, limit: int = LIMIT) -> list[Hit]:
    """Return the best articles for a query, by the words' weight (BM25, the title counting fourfold), else by date."""
    entries = find(library, query, limit)
    if not query.match:
        return [Hit(entry, None, ()) for entry in entries]
    texts, indexed = zip(*(library.text(entry.number) for entry in entries), strict=True) if entries else ((), ())
    return [
        Hit(entry, *_snippet(text, marked))
        for entry, text, marked in zip(entries, texts, marked_words(indexed, query.match), strict=True)
    ]


def find(library: Library, query: Query, limit: int = LIMIT) -> list[Entry]:
    """Return the articles of `search` without their snippets, which cost most of its time."""
    asked, values = conditions(query)
    where = " AND ".join(["articles.number = words.rowid" if query.match else "1", *asked])
    columns = ", ".join(f"articles.{column}" for column in COLUMNS.split(", "))
    if not query.match:
        # The numbers first: an index alone tells them, and only those within the limit are read from the table.
        numbers = f"SELECT number FROM articles WHERE {where} ORDER BY date DESC, number DESC LIMIT ?"
        sql = f"SELECT {columns} FROM ({numbers}) JOIN articles USING (number) ORDER BY date DESC, number DESC"
        return [Entry(*row) for row in library.rows(sql, (*values, limit))]
    sql = (
        f"SELECT {columns} FROM (SELECT rowid, bm25(words, {_TITLE_WEIGHT}, {_BODY_WEIGHT}) AS weight FROM words"
        f" WHERE words MATCH ? AND EXISTS (SELECT 1 FROM articles WHERE {where}) ORDER BY rowid DESC"
        f" LIMIT {_RANKED}) AS found JOIN articles ON articles.number = found.rowid"
        " ORDER BY found.weight, articles.number DESC LIMIT ?"
    )
    return [Entry(*row) for row in library.rows(sql, (query.match, *values, limit))]


def conditions(query: Query) -> tuple[list[str], list[str]]:
    """Return what a query asks of the table of articles beside words, in SQL, and the values of its parameters."""
    found, values = [_HAS[name] for name in query.has], []
    for condition, value in (
        ("articles.date >= ?", query.after),
        ("articles.date <= ?", query.before),
        (_LANGUAGE if query.place is None else _LANGUAGE_AT_PLACE, query.language),
    ):
        if value is not None:
            found.append(condition)
            values.append(value)
    beginnings = [(_PLACE, query.place)] if query.place is not None else []
    beginnings += [(_SPEAKER, word) for word in name_words(query.speaker or "")]
    for condition, value in beginnings:
        found.append(condition)
        values += [value, value]
    return found, values


def marked_words(indexed: Sequence[str], match: str) -> list[list[int]]:
    """Return which of their words an FTS5 expression finds in texts that are given as their `terms`."""
    with sqlite3.connect(":memory:") as scratch:
        scratch.execute("CREATE VIRTUAL TABLE words USING fts5 (title, body, tokenize='porter unicode61')")
        scratch.executemany("INSERT INTO words VALUES ('', ?)", ((text,) for text in indexed))
        rows = dict(
            scratch.execute("SELECT rowid, highlight(words, 1, '<', '>') FROM words WHERE words MATCH ?", (match,))
        )
    return [_between_marks(rows.get(number, "")) for number in range(1, len(indexed) + 1)]


def _between_marks(text: str) -> list[int]:
    """Return the numbers of the words that stand between < and >."""
    before, *parts = text.split("<")
    number = before.count(" ")
    found: list[int] = []
    for part in parts:
        inside, _, after = part.partition(">")
        count = inside.count(" ") + 1
        found += range(number, number + count)
        number += count - 1 + after.count(" ")
    return found


def _snippet(text: str, marked: list[int]) -> tuple[Span | None, tuple[Span, ...]]:
    """Return the stretch with most of the marked words, widened to whole words, and the marked words in it."""
    spans = list(words(text))
    places = [spans[index] for index in marked]
    if not places:
        return None, ()
    counts = [sum(start <= other < start + _SNIPPET for other, _ in places) for start, _ in places]
    best = places[counts.index(max(counts))][0]
    paragraph_start, paragraph_end = text.rfind("\n", 0, best) + 1, text.find("\n", best)
    paragraph_end = len(text) if paragraph_end < 0 else paragraph_end
    low = max(paragraph_start, best - _SNIPPET // 4)
    first = next(start for start, end in spans if start >= low)
    high = min(paragraph_end, first + _SNIPPET)
    last = max(end for _, end in spans if end <= high or end == first) if high > first else best
    inside = tuple(_span(text, start, end) for start, end in places if start >= first and end <= last)
    return _span(text, first, last), inside


def _span(text: str, start: int, end: int) -> Span:
    from briefing.model import Span

    return Span(start=start, end=end, text=text[start:end])
