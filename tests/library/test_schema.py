"""Libraries of older versions: opened by this one, they have all that they had."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from briefing import __version__
from briefing.library import Library
from briefing.library.across import agenda, figures, who
from briefing.library.query import parse
from briefing.library.refreshing import refresh
from briefing.library.schema import VERSION
from briefing.library.search import find
from briefing.sources import article

SCRIPTS = Path(__file__).parents[1] / "data/library"
# Each version adds to the one before, but the second had its sketches packed by the program.
OLDER = {version: range(min(version, 2), version + 1) for version in range(1, VERSION)}
REPRINT = (
    "Мельницу в Ольховке починят осенью\n\n"
    "Ольховка, 5 марта 2025. Вести. На ремонт мельницы выделили 12 млн рублей.\n\n"
    "«Крышу перекроем до конца апреля», — сказала хозяйка мельницы Вера Сомова."
)


def layout(connection: sqlite3.Connection) -> dict[str, tuple[tuple[object, ...], ...]]:
    """Return the columns of each table, the order in which they came apart."""
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'index') ORDER BY name")
    return {
        name: tuple(sorted(row[1:] for row in connection.execute(f"PRAGMA table_xinfo({name})"))) for (name,) in names
    }


def written_by(version: int, path: Path, more: str = "") -> Path:
    """Make a library of an older version, with what ``more`` statements add to it."""
    with sqlite3.connect(path) as connection:
        for each in OLDER[version]:
            connection.executescript((SCRIPTS / f"version{each}.sql").read_text(encoding="utf-8"))
        connection.executescript(more)
    connection.close()
    return path


@pytest.fixture(params=OLDER, ids="version{}".format)
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return written_by(request.param, tmp_path / "library.db")


def test_an_older_library_has_all_that_it_had(older: Path) -> None:
    with Library(older) as library:
        assert [(entry.number, entry.read is not None, entry.near) for entry in library.entries("added")] == [
            (3, False, 1),
            (2, False, None),
            (1, True, None),
        ]
        assert [library.find(str(number)).actions for number in (1, 2, 3)] == [0, 0, 0]
        assert library.briefing(2).article.title == "Ferry to return in May"
        assert [entry.number for entry in find(library, parse("мельниц* крыши"))] == [3, 1]
        [profile] = who(library, "Сомова")
        assert [(saying.entry.number, saying.reprints) for saying in profile.sayings] == [(1, 1)]
        assert agenda(library, "2026-01-01") == []
        library.mark_done(2, "a1", done=False)
        assert [due.due for due in agenda(library, "2026-01-01")] == ["2026-05-31"]


def test_an_older_library_is_made_anew_with_what_was_done(older: Path) -> None:
    with Library(older) as library:
        models = dict(library.outdated(__version__))
        assert models == {1: True, 2: True, 3: False}
        assert sum(refresh(library)) == 3
        assert library.outdated(__version__) == []
        assert agenda(library, "2026-01-01") == []
        assert library.find("1").read is not None
        [money] = figures(library, parse("ремонт"))
        assert [(entry.number, figure.value) for entry, figure, _ in money.figures] == [(1, 12e6)]


def test_reprints_of_what_an_older_library_had_are_known(older: Path) -> None:
    from briefing.extract import extract

    with Library(older) as library:
        added = library.add(extract(article(REPRINT, "again.txt"), models=False), __version__, models=False)
        assert added.entry.near == 1
        library.remove(1)
        assert library.find("3").near is None


def test_an_older_library_is_laid_out_like_a_new_one(older: Path, tmp_path: Path) -> None:
    with Library(older) as old, Library(tmp_path / "new.db") as new:
        assert layout(old.connection) == layout(new.connection)


def test_what_was_dismissed_in_an_older_library_is_asked_of_no_more(tmp_path: Path) -> None:
    dismissed = """
        INSERT INTO sentences (article, start, text, figures) VALUES (2, 90, 'It costs 3 million dollars.', '[
            {"start": 99, "end": 116, "text": "3 million dollars", "id": "n1", "kind": "money", "value": 3e6}]');
        INSERT INTO sentence_words (rowid, terms) VALUES (1, 'it costs 3 million dollars');
        UPDATE actions SET done = NULL;
        INSERT INTO dismissed SELECT article, 'quotes', start, start + length(text) FROM quotes WHERE article = 1;
        INSERT INTO dismissed SELECT article, 'actions', start, start + length(text) FROM actions;
        INSERT INTO dismissed VALUES (2, 'figures', 99, 116);
    """
    with Library(written_by(5, tmp_path / "library.db", dismissed)) as library:
        [profile] = who(library, "Сомова")
        assert [saying.entry.number for saying in profile.sayings] == [3]
        assert agenda(library, "2026-01-01") == []
        assert figures(library, parse("costs")) == []


def test_reviews_of_an_older_library_are_heeded_once_its_briefings_are_made_anew(tmp_path: Path) -> None:
    review = """
        INSERT INTO reviews VALUES ('40f28a9aa635ba22', 'mill.txt', '
[speakers."Вера Сомова"]
role = "мельник"
', '2025-03-08T10:00:00+00:00');
    """
    with Library(written_by(5, tmp_path / "library.db", review)) as library:
        assert sum(refresh(library)) == 3
        [profile] = who(library, "Сомова")
        assert [role for _, role in profile.roles] == ["мельник", "хозяйка мельницы"]


def test_articles_without_a_title_have_their_first_words(tmp_path: Path) -> None:
    untitled = "UPDATE articles SET title = NULL WHERE number = 2;"
    with Library(written_by(VERSION - 1, tmp_path / "library.db", untitled)) as library:
        assert [library.find(str(number)).heading for number in (1, 2)] == [
            "Мельницу в Ольховке починят к весне",
            "Ferry to return in May",
        ]
        assert library.find("1").opening == ""
