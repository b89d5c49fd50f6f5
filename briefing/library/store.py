"""The library itself: articles and their briefings in one SQLite file."""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from briefing.library import indexing, schema
from briefing.library.entry import COLUMNS, Added, Entry
from briefing.library.errors import LibraryError
from briefing.library.sketch import KEYS, RESEMBLANCE, resemblance
from briefing.mistake import Mistake
from briefing.sources.edition import Edition
from briefing.sources.files import is_address

if TYPE_CHECKING:
    from briefing.library.record import Record, Rows
    from briefing.model import Briefing

# Such that an index gives the order, where there is one.
_ORDERS = {
    "date": "date {0}, number {0}",
    "added": "number {0}",
    "title": "title {0} NULLS LAST, number {0}",
    "place": "place {0} NULLS LAST, number {0}",
    "agency": "agency {0} NULLS LAST, number {0}",
    "facts": "facts {0}, number {0}",
    "quotes": "quotes {0}, number {0}",
    "actions": "actions {0}, number {0}",
    "read": "read {0}, number {0}",
}


class Library:
    """A library in a file; made with its folder if it is not there.

    One thread at a time may use it. Several processes may: each change is a transaction of its own, on disk when the
    method returns.
    """

    def __init__(self, path: Path) -> None:
        """Open the library.

        Raises:
            LibraryError: the file is no library, cannot be opened or written, or is of a newer version.
        """
        self.path = path
        with self._explained():
            path.parent.mkdir(parents=True, exist_ok=True)
            self.connection = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
            try:
                self.connection.execute("PRAGMA foreign_keys = ON")
                self.connection.execute("PRAGMA synchronous = FULL")
                schema.migrate(self.connection, str(path))
            except BaseException:
                self.connection.close()
                raise

    def close(self) -> None:
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn errors of the file and the database into sentences."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            reason = Mistake("the library cannot be used: {reason}", reason=error)
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
                reason = Mistake("the disk is full; what was kept stays, so make room and add the rest again")
            raise LibraryError("{path}: {reason}", path=self.path, reason=reason) from error
        except OSError as error:
            reason = Mistake("the library cannot be opened: {reason}", reason=error.strerror or error)
            raise LibraryError("{path}: {reason}", path=self.path, reason=reason) from error
        except UnicodeEncodeError as error:
            raise LibraryError("What was asked for has bytes that are no characters; write it in UTF-8") from error

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """Run a transaction that is kept whole or not at all; waits up to 30 s for another process's."""
        with self._explained():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def rows(self, sql: str, values: tuple[object, ...] | Mapping[str, object] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a question to the database."""
        with self._explained():
            return self.connection.execute(sql, values).fetchall()

    def add(self, briefing: Briefing, engine: str, *, models: bool = True) -> Added:
        """Keep an article with its briefing, made by this ``engine`` (its version) with or without the ``models``.

        An article with the same text is the same article and stays as it is; one that nearly repeats an older one is
        linked to it.
        """
        from briefing.library.record import record

        return self.keep([record(briefing, engine, models=models)])[0]

    def keep(self, records: Iterable[Record]) -> list[Added]:
        """Do what `add` does with each of several briefings, all of them or none."""
        with self.change():
            return [self._keep(each) for each in records]

    def _keep(self, made: Record) -> Added:
        known = self._entry("id = ?", made.id)
        if known is not None:
            return Added(known, is_new=False)
        db = self.connection
        number = db.execute(
            "INSERT INTO articles (id, source, language, title, date, place, agency, place_key, opening, added, near,"
            " engine, facts, quotes, actions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0, 0, 0)",
            (*made.head, made.opening, now(), self._nearest(made.sketch)),
        ).lastrowid
        assert number is not None
        db.execute("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", (number, *made.words))
        db.execute("INSERT INTO sketches VALUES (?, ?)", (number, array("q", made.sketch).tobytes()))
        db.executemany("INSERT INTO sketch_keys VALUES (?, ?)", ((key, number) for key in made.sketch[:KEYS]))
        self._write(number, made)
        entry = self._entry("number = ?", number)
        assert entry is not None
        return Added(entry, is_new=True)

    def replace(self, newer: Iterable[tuple[int, Record]]) -> None:
        """Keep newer briefings of articles, by number, all or none; what was read and done stays.

        What is of an article that the library no longer has, or of another review than it has now, is passed over.
        """
        with self.change():
            for number, made in newer:
                known = self._entry("number = ?", number)
                if known is not None and known.id == made.id and self.review(number) == made.review:
                    self._write(number, made)

    def _write(self, number: int, made: Record) -> None:
        """Write what a newer briefing replaces."""
        db = self.connection
        row = (number, made.json, made.terms, made.review)
        db.execute("INSERT OR REPLACE INTO briefings VALUES (?, ?, ?, ?)", row)
        db.execute(
            "UPDATE articles SET engine = ?, models = ?, date = ?, place = ?, agency = ?, place_key = ?"
            " WHERE number = ?",
            (made.engine, made.models, *made.head[-4:], number),
        )
        indexing.write(self.connection, number, made.rows, made.rows.done, now())

    def index(self, number: int, rows: Rows, review: str, done: Mapping[str, bool]) -> None:
        """Let what is asked across articles be answered from other rows, as part of a `change`.

        ``review`` is the text of the review that they were made with, ``done`` whether actions are done, by id; of
        others it stays.
        """
        self.connection.execute("UPDATE briefings SET review = ? WHERE article = ?", (review, number))
        indexing.write(self.connection, number, rows, done, now())

    def _nearest(self, mark: tuple[int, ...]) -> int | None:
        """Return the number of the first article of which a text with this sketch is nearly a copy."""
        keys = mark[:KEYS]
        rows = self.connection.execute(
            "SELECT article, hashes FROM sketches WHERE article IN (SELECT article FROM sketch_keys"
            f" WHERE hash IN ({', '.join('?' * len(keys))}) ORDER BY article LIMIT 50) ORDER BY article",
            keys,
        )
        for number, hashes in rows:
            if resemblance(mark, tuple(array("q", hashes))) >= RESEMBLANCE:
                entry = self._entry("number = ?", number)
                return entry.near or number if entry is not None else None
        return None

    def _entry(self, condition: str, value: object) -> Entry | None:
        row = self.connection.execute(f"SELECT {COLUMNS} FROM articles WHERE {condition}", (value,)).fetchone()
        return Entry(*row) if row is not None else None

    def __len__(self) -> int:
        with self._explained():
            return int(self.connection.execute("SELECT count(*) FROM articles").fetchone()[0])

    def entries(
        self, order: str = "date", *, descending: bool = True, limit: int = 100, offset: int = 0
    ) -> list[Entry]:
        """Return one page of the list of articles.

        ``order`` is date, added, title, place, agency, facts, quotes, actions or read.

        Raises:
            LibraryError: the library knows no such order.
        """
        direction = _direction(order, descending=descending)
        rows = self.rows(f"SELECT {COLUMNS} FROM articles ORDER BY {direction} LIMIT ? OFFSET ?", (limit, offset))
        return [Entry(*row) for row in rows]

    def numbers(self, order: str = "date", *, descending: bool = True) -> list[int]:
        """Return the numbers of all articles in the order of `entries`: what a list of any length needs at once.

        Raises:
            LibraryError: the library knows no such order.
        """
        direction = _direction(order, descending=descending)
        return list(chain.from_iterable(self.rows(f"SELECT number FROM articles ORDER BY {direction}")))

    def entries_of(self, numbers: Sequence[int]) -> dict[int, Entry]:
        """Return the articles of these numbers by number, without those that there are not."""
        marks = ", ".join("?" * len(numbers))
        rows = self.rows(f"SELECT {COLUMNS} FROM articles WHERE number IN ({marks})", tuple(numbers))
        return {row[0]: Entry(*row) for row in rows}

    def unread(self) -> int:
        """Return how many articles were never opened."""
        return int(self.rows("SELECT count(*) - count(read) FROM articles")[0][0])

    def version(self) -> int:
        """Return a number that is another one whenever another process or thread has changed the library."""
        return int(self.rows("PRAGMA data_version")[0][0])

    def entry(self, number: int) -> Entry | None:
        """Return the article of this number."""
        with self._explained():
            return self._entry("number = ?", number)

    def by_id(self, identity: str) -> Entry | None:
        """Return the article with this content (`briefing.model.Article.id`)."""
        with self._explained():
            return self._entry("id = ?", identity)

    def has_source(self, source: str) -> bool:
        """Return whether an article came from this path or address."""
        return bool(self.rows("SELECT 1 FROM articles WHERE source = ? LIMIT 1", (source,)))

    def edition(self, feed: str) -> Edition:
        """Return the edition of a feed that was kept last."""
        rows = self.rows("SELECT etag, modified FROM feeds WHERE address = ?", (feed,))
        return Edition(*rows[0]) if rows else Edition()

    def note_edition(self, feed: str, edition: Edition) -> None:
        """Note which edition of a feed has been kept."""
        with self.change() as db:
            db.execute("INSERT OR REPLACE INTO feeds VALUES (?, ?, ?)", (feed, edition.etag, edition.modified))

    def find(self, reference: str) -> Entry:
        """Return the article that the user means: by number, by the beginning of its id, or by its source.

        Raises:
            LibraryError: none is meant, or several are.
        """
        with self._explained():
            # As text, which SQLite compares with numbers: not every row of digits is one that it or Python can have.
            is_number = reference.isascii() and reference.isdigit()
            if is_number and (entry := self._entry("number = ?", reference)) is not None:
                return entry
        rows = next(filter(None, self._meant(reference)), [])
        if len(rows) != 1:
            many = Mistake("several articles are") if rows else Mistake("no article is")
            raise LibraryError(
                "{reference}: {many} known by this in {path}; `briefing list` shows their numbers",
                reference=reference,
                many=many,
                path=self.path,
            )
        return Entry(*rows[0])

    def _meant(self, reference: str) -> Iterator[list[tuple[Any, ...]]]:
        """Yield up to two of the articles that a reference may mean, by what tells most first."""
        some = f"SELECT {COLUMNS} FROM articles WHERE {{}} LIMIT 2"
        path = reference if is_address(reference) else os.path.abspath(reference)
        yield self.rows(some.format("source = ?"), (path,))
        begins = "source = :it OR (id >= :it AND id < :it || 'g' AND length(:it) > 3)"
        yield self.rows(some.format(begins), {"it": reference})
        # Libraries had files once as they were typed, from whatever folder.
        ends = "source NOT LIKE '/%' AND substr(?, -length(source) - 1) = '/' || source"
        yield self.rows(some.format(ends), (path,))

    def briefing(self, number: int) -> Briefing:
        """Return the briefing of an article.

        Raises:
            LibraryError: the library has no such article.
        """
        rows = self.rows("SELECT json FROM briefings WHERE article = ?", (number,))
        if not rows:
            raise LibraryError("{path}: no article {number} is in the library", path=self.path, number=number)
        from briefing.model import Briefing

        return Briefing.model_validate_json(zlib.decompress(rows[0][0]))

    def review(self, number: int) -> str:
        """Return the text of the review that is heeded when all articles are asked; "" for none."""
        rows = self.rows("SELECT review FROM briefings WHERE article = ?", (number,))
        return str(rows[0][0]) if rows else ""

    def text(self, number: int) -> tuple[str, str]:
        """Return the text of an article and its terms (`briefing.library.terms.terms`), faster than its briefing.

        Raises:
            LibraryError: the library has no such article.
        """
        rows = self.rows("SELECT json, terms FROM briefings WHERE article = ?", (number,))
        if not rows:
            raise LibraryError("{path}: no article {number} is in the library", path=self.path, number=number)
        content, packed = (zlib.decompress(blob) for blob in rows[0])
        return json.loads(content)["article"]["text"], packed.decode()

    def move(self, number: int, source: str) -> None:
        """Note where an article's file is now; nothing happens if the article is not there."""
        with self.change() as db:
            for (packed,) in db.execute("SELECT json FROM briefings WHERE article = ?", (number,)).fetchall():
                content = json.loads(zlib.decompress(packed))
                content["article"]["source"] = source
                packed = zlib.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), 6)
                db.execute("UPDATE briefings SET json = ? WHERE article = ?", (packed, number))
                db.execute("UPDATE articles SET source = ? WHERE number = ?", (source, number))

    def remove(self, number: int) -> None:
        """Take an article with all that was made of it out of the library; nothing happens if it is not there."""
        with self.change() as db:
            db.execute("DELETE FROM articles WHERE number = ?", (number,))

    def mark_read(self, number: int) -> None:
        """Note that an article was opened, the first time that it is."""
        with self.change() as db:
            db.execute("UPDATE articles SET read = ? WHERE number = ? AND read IS NULL", (now(), number))

    def mark_done(self, number: int, action: str, *, done: bool = True) -> None:
        """Note that an action of an article is done, or open again."""
        with self.change() as db:
            when = now() if done else None
            db.execute("UPDATE actions SET done = ? WHERE article = ? AND id = ?", (when, number, action))
            indexing.count_open(db, number)

    def is_made(self, number: int) -> bool:
        """Tell whether the article has a briefing, and not only room for one (`briefing.library.record.UNMADE`)."""
        return any(engine for (engine,) in self.rows("SELECT engine FROM articles WHERE number = ?", (number,)))

    def outdated(self, engine: str, before: int | None = None) -> list[tuple[int, bool]]:
        """Return up to a hundred articles whose briefing is missing or of another version, and if the models are used.

        The newest come first, of those ``before`` a number if one is given.
        """
        rows = self.rows(
            "SELECT number, models FROM articles WHERE (engine < :engine OR engine > :engine)"
            " AND (:before IS NULL OR number < :before) ORDER BY number DESC LIMIT 100",
            {"engine": engine, "before": before},
        )
        return [(number, bool(models)) for number, models in rows]

    def count_outdated(self, engine: str) -> int:
        """Return how many briefings another version made, or are still to be made."""
        return int(self.rows("SELECT count(*) FROM articles WHERE engine < ? OR engine > ?", (engine, engine))[0][0])


def _direction(order: str, *, descending: bool) -> str:
    if order not in _ORDERS:
        known = ", ".join(_ORDERS)
        raise LibraryError("{order}: articles are not sorted by this; choose from {known}", order=order, known=known)
    return _ORDERS[order].format("DESC" if descending else "ASC")


def now() -> str:
    """Return the time as the library notes it: ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
