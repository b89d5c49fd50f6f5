"""The tables of a library, and the steps from each older version to the present one."""

from __future__ import annotations

import json
import sqlite3
import time
import zlib
from array import array
from collections.abc import Callable
from itertools import groupby
from operator import itemgetter

from briefing.library.errors import LibraryError
from briefing.library.sketch import KEYS
from briefing.sources.clean import first_words

_ATTEMPTS, _PAUSE = 100, 0.02  # seconds between them: two in all


def _pack_sketches(connection: sqlite3.Connection) -> None:
    """Keep each sketch in one piece, with those of its hashes alone indexed that reprints are looked up by."""
    rows = connection.execute("SELECT article, hash FROM old_sketches ORDER BY article, hash")
    for article, group in groupby(rows, itemgetter(0)):
        hashes = [value for _, value in group]
        connection.execute("INSERT INTO sketches VALUES (?, ?)", (article, array("q", hashes).tobytes()))
        keys = ((value, article) for value in hashes[:KEYS])
        connection.executemany("INSERT INTO sketch_keys VALUES (?, ?)", keys)
    connection.execute("DROP TABLE old_sketches")


def _leave_out_figures(connection: sqlite3.Connection) -> None:
    """Take figures that were dismissed out of the sentences that they stand in."""
    dismissed = "SELECT start, finish FROM dismissed WHERE article = ? AND layer = 'figures'"
    sentences = connection.execute(
        "SELECT number, article, figures FROM sentences WHERE article IN (SELECT article FROM dismissed)"
    ).fetchall()
    for number, article, inside in sentences:
        places = set(connection.execute(dismissed, (article,)))
        left = [figure for figure in json.loads(inside) if (figure["start"], figure["end"]) not in places]
        connection.execute("UPDATE sentences SET figures = ? WHERE number = ?", (json.dumps(left), number))


def _note_openings(connection: sqlite3.Connection) -> None:
    """Note the first words of articles that have no title."""
    untitled = "SELECT article, json FROM briefings JOIN articles ON number = article WHERE title IS NULL OR title = ''"
    for number, packed in connection.execute(untitled).fetchall():
        text = json.loads(zlib.decompress(packed))["article"]["text"]
        connection.execute("UPDATE articles SET opening = ? WHERE number = ?", (first_words(text), number))


Step = str | Callable[[sqlite3.Connection], None]

# One entry a version: the steps that lead to it from the version before. Never change one that was released.
MIGRATIONS: tuple[tuple[Step, ...], ...] = (
    (
        """
    CREATE TABLE articles (
        number INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice, so words of a removed article find nothing
        id TEXT NOT NULL UNIQUE,
        source TEXT NOT NULL,
        language TEXT NOT NULL,
        title TEXT,
        date TEXT,
        place TEXT,
        agency TEXT,
        place_key TEXT,
        added TEXT NOT NULL,
        read TEXT,
        engine TEXT NOT NULL,
        facts INTEGER NOT NULL,
        quotes INTEGER NOT NULL,
        actions INTEGER NOT NULL,
        near INTEGER REFERENCES articles (number) ON DELETE SET NULL
    );
    CREATE INDEX articles_by_date ON articles (date, number);
    CREATE INDEX articles_by_title ON articles (title, number);
    CREATE INDEX articles_by_place ON articles (place, number);
    CREATE INDEX articles_by_agency ON articles (agency, number);
    CREATE INDEX articles_by_engine ON articles (engine);
    CREATE INDEX articles_by_near ON articles (near) WHERE near IS NOT NULL;

    CREATE TABLE briefings (
        article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
        json BLOB NOT NULL,  -- zlib
        terms BLOB NOT NULL  -- zlib; the text's words as they are indexed, to point at those that a query finds
    );
    CREATE TABLE speakers (
        article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        role TEXT,
        organisation TEXT,
        PRIMARY KEY (article, id)
    ) WITHOUT ROWID;
    CREATE TABLE name_words (
        word TEXT NOT NULL,  -- a word of a speaker's name, folded
        article INTEGER NOT NULL,
        speaker TEXT NOT NULL,
        PRIMARY KEY (word, article, speaker),
        FOREIGN KEY (article, speaker) REFERENCES speakers (article, id) ON DELETE CASCADE
    ) WITHOUT ROWID;
    CREATE INDEX name_words_by_speaker ON name_words (article, speaker);

    CREATE TABLE quotes (
        article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
        id TEXT NOT NULL,
        speaker TEXT,
        kind TEXT NOT NULL,
        start INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (article, id)
    ) WITHOUT ROWID;

    CREATE TABLE actions (
        article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
        id TEXT NOT NULL,
        status TEXT NOT NULL,
        actor TEXT,
        deadline TEXT,
        due TEXT,  -- the last day of the deadline, or its first where the end is open
        done TEXT,
        start INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (article, id)
    ) WITHOUT ROWID;
    CREATE INDEX actions_by_due ON actions (due) WHERE due IS NOT NULL AND done IS NULL;

    CREATE TABLE sketches (
        hash INTEGER NOT NULL,
        article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
        PRIMARY KEY (hash, article)
    ) WITHOUT ROWID;
    CREATE INDEX sketches_by_article ON sketches (article);

    -- Lemmas of Russian, words of English (which porter stems); the text itself is in the briefing.
    CREATE VIRTUAL TABLE words USING fts5 (title, body, content='', tokenize='porter unicode61', prefix='2 3');
    """,
    ),
    (
        """
    -- ``engine`` is the version alone from here on. No article has one: every briefing is made anew, which fills
    -- ``sentences``.
    ALTER TABLE articles ADD COLUMN models INTEGER NOT NULL DEFAULT 1;
    UPDATE articles SET models = engine NOT LIKE '% fast', engine = '';
    CREATE INDEX articles_by_source ON articles (source);

    CREATE TABLE sentences (
        number INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice, as in articles
        article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
        start INTEGER NOT NULL,
        text TEXT NOT NULL,
        figures TEXT NOT NULL  -- JSON: the quantities in it
    );
    CREATE INDEX sentences_by_article ON sentences (article);
    CREATE VIRTUAL TABLE sentence_words USING fts5 (terms, content='', tokenize='porter unicode61');

    CREATE TABLE feeds (
        address TEXT PRIMARY KEY,
        etag TEXT,  -- what the server said of its last answer, to ask whether there is a newer one
        modified TEXT
    ) WITHOUT ROWID;

    ALTER TABLE sketches RENAME TO old_sketches;
    DROP INDEX sketches_by_article;
    CREATE TABLE sketches (
        article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
        hashes BLOB NOT NULL  -- 64-bit integers in ascending order
    );
    CREATE TABLE sketch_keys (
        hash INTEGER NOT NULL,
        article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
        PRIMARY KEY (hash, article)
    ) WITHOUT ROWID;
    CREATE INDEX sketch_keys_by_article ON sketch_keys (article);
    """,
        _pack_sketches,
    ),
    (
        """
    CREATE TABLE reviews (
        article TEXT PRIMARY KEY,  -- as articles.id; the article itself need not be in the library
        source TEXT NOT NULL,
        toml TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX reviews_by_source ON reviews (source);
    """,
    ),
    (
        """
    ALTER TABLE reviews ADD COLUMN kept TEXT NOT NULL DEFAULT '';  -- when: of one source's reviews the newest counts

    CREATE TABLE dismissed (  -- by reviews; by place, since a newer briefing may have other items there
        article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
        layer TEXT NOT NULL,
        start INTEGER NOT NULL,
        finish INTEGER NOT NULL,
        PRIMARY KEY (article, layer, start, finish)
    ) WITHOUT ROWID;
    CREATE VIEW kept_quotes AS SELECT * FROM quotes WHERE NOT EXISTS (
        SELECT 1 FROM dismissed WHERE dismissed.article = quotes.article AND layer = 'quotes'
        AND dismissed.start = quotes.start AND finish = quotes.start + length(quotes.text));
    CREATE VIEW kept_actions AS SELECT * FROM actions WHERE NOT EXISTS (
        SELECT 1 FROM dismissed WHERE dismissed.article = actions.article AND layer = 'actions'
        AND dismissed.start = actions.start AND finish = actions.start + length(actions.text));
    """,
    ),
    (
        """
    -- With what filters ask and sort by, so that one which few articles pass does not look at all of them.
    CREATE INDEX articles_by_place_key ON articles (place_key, date, number, language, actions);
    CREATE INDEX articles_by_language ON articles (language, date, number);
    """,
    ),
    (
        """
    -- Speakers, quotes, actions and sentences are those of the briefing as it was reviewed from here on. No article has
    -- an engine: every briefing is made anew, with its review.
    ALTER TABLE briefings ADD COLUMN review TEXT NOT NULL DEFAULT '';  -- what the rows of other tables were made with
    ALTER TABLE actions ADD COLUMN wording TEXT;  -- how a person would rather say it
    UPDATE articles SET engine = '';
    DELETE FROM quotes WHERE EXISTS (SELECT 1 FROM dismissed WHERE dismissed.article = quotes.article
        AND layer = 'quotes' AND dismissed.start = quotes.start AND finish = quotes.start + length(quotes.text));
    DELETE FROM actions WHERE EXISTS (SELECT 1 FROM dismissed WHERE dismissed.article = actions.article
        AND layer = 'actions' AND dismissed.start = actions.start AND finish = actions.start + length(actions.text));
    """,
        _leave_out_figures,
        """
    DROP VIEW kept_quotes;
    DROP VIEW kept_actions;
    DROP TABLE dismissed;
    """,
    ),
    (
        """
    ALTER TABLE articles ADD COLUMN opening TEXT NOT NULL DEFAULT '';  -- the first words where there is no title
    -- The article's words that attribute a quote. No article has an engine: every briefing is made anew, with them.
    ALTER TABLE quotes ADD COLUMN said_before TEXT NOT NULL DEFAULT '';
    ALTER TABLE quotes ADD COLUMN said_behind TEXT NOT NULL DEFAULT '';
    UPDATE articles SET engine = '';
    """,
        _note_openings,
    ),
)

VERSION = len(MIGRATIONS)


def _keep_ahead(connection: sqlite3.Connection) -> None:
    """Let others read while somebody writes (WAL); SQLite does not wait for whoever turns it on at the same time."""
    for _ in range(_ATTEMPTS):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(_PAUSE)
    connection.execute("PRAGMA journal_mode = WAL")


def migrate(connection: sqlite3.Connection, path: str) -> None:
    """Bring the library at ``path`` to the present version, each step whole or not at all.

    Raises:
        LibraryError: the library was written by a newer version of the program.
    """
    if _version(connection) == VERSION:
        return
    _keep_ahead(connection)
    # Another process may be at the same steps: look again once nobody else can write.
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)
        if version > VERSION:
            raise LibraryError(
                "{path}: the library was written by a newer briefing (version {version}, this one knows {known});"
                " update briefing or choose another library with --library",
                path=path,
                version=version,
                known=VERSION,
            )
        for step in (step for steps in MIGRATIONS[version:] for step in steps):
            if callable(step):
                step(connection)
                continue
            for statement in _split(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _split(statements: str) -> list[str]:
    """Split a script (``executescript`` would commit the open transaction)."""
    found, statement = [], ""
    for line in statements.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            found.append(statement)
            statement = ""
    return found
