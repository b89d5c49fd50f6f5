"""Briefings of another version made anew: with the models or without as before, and with what a person has noted."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import __version__
from briefing.library import Library, refreshing, reviews
from briefing.library.adding import add
from briefing.library.refreshing import Background, refresh

STORIES = {
    "a.txt": "Новость\n\nШколу откроют до конца мая 2030 года, сообщила директор Анна Белова.",
    "b.txt": "Новость\n\nПостроят две школы за 3 млн рублей.",
}


@pytest.fixture
def older(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library whose briefings an older version made: of one article with the models."""
    for name, text in STORIES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    list(add(library, [str(tmp_path / "a.txt")]))
    list(add(library, [str(tmp_path / "b.txt")]))
    with library.change() as db:
        db.execute("UPDATE articles SET engine = '0', models = number - 1")
    return library


def engines(library: Library) -> list[tuple[str, int]]:
    return library.rows("SELECT engine, models FROM articles ORDER BY number")


def test_briefings_are_made_anew_as_they_were_made(older: Library) -> None:
    assert sum(refresh(older)) == 2
    assert engines(older) == [(__version__, 0), (__version__, 1)]
    assert sum(refresh(older)) == 0


def test_what_a_person_noted_is_kept(older: Library) -> None:
    entry = older.find("1")
    [action] = older.briefing(1).actions
    older.mark_read(1)
    older.mark_done(1, action.id)
    reviews.keep(older, entry.id, entry.source, 'accepted = "yes"')
    assert sum(refresh(older)) == 2
    after = older.find("1")
    assert (after.read is not None, after.actions) == (True, 0)
    assert reviews.text(older, entry.id) == 'accepted = "yes"'


def test_an_article_over_which_the_program_fails_stops_none_of_the_others(
    older: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    anew = refreshing._anew

    def fail_over_one(library: Library, number: int, models: bool) -> object:
        if number == 2:
            raise ValueError
        return anew(library, number, models)

    monkeypatch.setattr(refreshing, "_anew", fail_over_one)
    assert sum(refresh(older)) == 1
    assert engines(older) == [(__version__, 0), ("0", 1)]


def test_a_process_of_its_own_does_it_in_the_background(older: Library) -> None:
    before = older.version()
    background = Background(older)
    assert background._process.wait(60) == 0
    assert background.left() == 0
    assert engines(older) == [(__version__, 0), (__version__, 1)]
    assert older.version() != before
    assert Background(older)._process is None


def test_the_process_runs_the_program_that_started_it(
    older: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy" / "briefing" / "library"
    copy.mkdir(parents=True)
    (copy.parent / "__init__.py").touch()
    (copy / "__init__.py").touch()
    (copy / "refreshing.py").write_text("raise SystemExit(7)\n", encoding="utf-8")
    monkeypatch.syspath_prepend(copy.parents[1])
    assert Background(older)._process.wait(60) == 7


def test_the_background_can_be_stopped_and_begun_again(older: Library) -> None:
    background = Background(older)
    assert background.left() == 2
    background.close()
    assert background.left() == 0
    assert engines(older) == [("0", 0), ("0", 1)]
    again = Background(older)
    again._process.stdin.close()  # as when the process that started it has died
    assert again._process.wait(60) == 0
