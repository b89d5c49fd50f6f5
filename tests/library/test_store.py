from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.library import Library, LibraryError
from briefing.library.adding import add, expand
from briefing.library.record import record
from briefing.model import Briefing

Make = Callable[..., Briefing]


def test_what_was_added_comes_back(library: Library, make: Make) -> None:
    briefing = make("Порт закрыли на два дня.", place="Архангельск", actions=[("Порт закрыли на два дня", "2025-12")])
    added = library.add(briefing, "1")
    assert added.is_new
    assert library.briefing(added.entry.number) == briefing
    assert (added.entry.title, added.entry.place, added.entry.actions, added.entry.read) == (
        "Заголовок",
        "Архангельск",
        1,
        None,
    )


def test_the_same_article_twice_is_one(library: Library, make: Make) -> None:
    first = library.add(make("Одно и то же.", source="a.txt"), "1")
    second = library.add(make("Одно и то же.", source="b.txt"), "1")
    assert (first.entry.number, second.is_new) == (second.entry.number, False)
    assert len(library) == 1


STORY = (
    "В четверг бригада путейцев закончила укладку рельсов на участке от Лугового до Каменки. Поезда пойдут по новой"
    " ветке с начала зимы, а автобусы между двумя посёлками отменят весной. Начальник участка поблагодарил рабочих"
    " и напомнил, что испытания продлятся до конца месяца, после чего комиссия подпишет акт о приёмке."
)


def test_a_reprint_is_linked_to_the_first(library: Library, make: Make) -> None:
    first = library.add(make(STORY), "1").entry
    reprint = library.add(make(STORY.replace("В четверг", "Сегодня") + " Об этом сообщает газета."), "1").entry
    again = library.add(make("По данным газеты. " + STORY), "1").entry
    other = library.add(make("Совсем другая новость о погоде, в которой нет ни путейцев, ни рельсов."), "1").entry
    assert (reprint.near, again.near, other.near) == (first.number, first.number, None)


def test_removing_the_first_frees_its_reprints(library: Library, make: Make) -> None:
    first = library.add(make(STORY), "1").entry
    reprint = library.add(make(STORY + " Новое."), "1").entry
    library.remove(first.number)
    assert library.entry(first.number) is None
    left = library.entry(reprint.number)
    assert left is not None
    assert left.near is None


def test_order_and_pages(library: Library, make: Make) -> None:
    for day in (3, 1, 2):
        library.add(make(f"Новость {day}.", date=f"2025-11-0{day}"), "1")
    assert [e.date for e in library.entries()] == ["2025-11-03", "2025-11-02", "2025-11-01"]
    assert [e.date for e in library.entries("date", descending=False, limit=1, offset=1)] == ["2025-11-02"]
    assert [e.date for e in library.entries("added", descending=False)] == ["2025-11-03", "2025-11-01", "2025-11-02"]


def test_find_by_number_id_and_source(library: Library, make: Make) -> None:
    entry = library.add(make("Текст.", source="news/one.txt"), "1").entry
    library.add(make("Другой.", source="news/two.txt"), "1")
    assert library.find(str(entry.number)) == entry
    assert library.find(entry.id[:6]) == entry
    assert library.find("news/one.txt") == entry
    for none in ("²", "9" * 30, "9" * 5_000, "1e0", "-1", ""):
        with pytest.raises(LibraryError, match="no article is known by this"):
            library.find(none)
    with pytest.raises(LibraryError, match="no article is known by this"):
        library.find("three")


def test_read_and_done(library: Library, make: Make) -> None:
    entry = library.add(make("Построят мост. Покрасят дом.", actions=[("Построят мост", None)]), "1").entry
    library.mark_read(entry.number)
    library.mark_done(entry.number, "a1")
    after = library.entry(entry.number)
    assert after is not None
    assert (after.read is not None, after.actions) == (True, 0)
    library.mark_done(entry.number, "a1", done=False)
    assert library.find(str(entry.number)).actions == 1


def test_a_newer_briefing_keeps_what_was_done(library: Library, make: Make) -> None:
    body = "Построят мост. Покрасят дом."
    entry = library.add(make(body, actions=[("Построят мост", None)]), "1").entry
    library.mark_done(entry.number, "a1")
    assert library.outdated("2") == [(entry.number, True)]
    newer = make(body, actions=[("Покрасят дом", None), ("Построят мост.", None)])
    library.replace([(entry.number, record(newer, "2"))])
    assert library.outdated("2") == []
    assert library.find(str(entry.number)).actions == 1
    assert library.rows("SELECT text FROM actions WHERE done IS NOT NULL") == [("Построят мост.",)]
    assert library.briefing(entry.number) == newer


def test_a_newer_briefing_of_another_text_is_passed_over(library: Library, make: Make) -> None:
    first = make("Один текст.")
    entry = library.add(first, "1").entry
    other = record(make("Другой текст."), "2")
    library.replace([(entry.number, other), (99, other)])
    assert library.briefing(entry.number) == first
    assert library.outdated("2") == [(entry.number, True)]


def test_no_library_file(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(b"This is no database at all, only some words. " * 50)
    with pytest.raises(LibraryError, match="cannot be used"):
        Library(path)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryError, match="cannot be opened"):
        Library(tmp_path / "file" / "library.db")


def test_a_newer_library_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(LibraryError, match="newer briefing"):
        Library(path)


def test_two_at_once_lose_nothing(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "library.db"

    def fill(name: str) -> None:
        with Library(path) as library:
            for n in range(25):
                library.add(make(f"Новость {name} номер {n}."), "1")

    threads = [threading.Thread(target=fill, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Library(path) as library:
        assert len(library) == 50


KILLED = """
import os, signal, sys
from pathlib import Path
from briefing.library import Library
from briefing.library.adding import add
with Library(Path(sys.argv[1])) as library:
    for n, outcome in enumerate(add(library, sys.argv[2:])):
        print(outcome.added.entry.id, flush=True)
        if n == 2:
            os.kill(os.getpid(), signal.SIGKILL)
"""


def test_killed_while_adding(tmp_path: Path) -> None:
    sources = []
    for n in range(5):
        source = tmp_path / f"{n}.txt"
        source.write_text(f"Новость номер {n}\n\nВ посёлке открыли школу на {n + 3} класса.\n", encoding="utf-8")
        sources.append(str(source))
    path = tmp_path / "library.db"
    done = subprocess.run([sys.executable, "-c", KILLED, path, *sources], capture_output=True, text=True, check=False)
    printed = done.stdout.split()
    assert len(printed) == 3, done.stderr
    with Library(path) as library:
        assert {entry.id for entry in library.entries()} >= set(printed)
        again = list(add(library, sources))
        assert sum(outcome.added is not None and outcome.added.is_new for outcome in again) == 5 - len(printed)
        assert len(library) == 5


def test_one_bad_file_does_not_stop_the_rest(library: Library, tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text("Первая новость\n\nОткрыли школу.", encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "in" / "deep" / "c.txt").write_text("Вторая новость\n\nЗакрыли школу.", encoding="utf-8")
    (tmp_path / "in" / ".hidden").write_text("no")
    outcomes = list(add(library, expand([str(tmp_path / "in"), str(tmp_path / "missing.txt")])))
    assert [outcome.added is not None for outcome in outcomes] == [True, False, True, False]
    assert all(outcome.error for outcome in outcomes if outcome.added is None)
    assert len(library) == 2
