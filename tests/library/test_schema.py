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


@pytest.fixture(params=OLDER, ids="version{}".format)
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    with sqlite3.connect(path) as connection:
        for version in OLDER[request.param]:
            connection.executescript((SCRIPTS / f"version{version}.sql").read_text(encoding="utf-8"))
    connection.close()
    return path


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
