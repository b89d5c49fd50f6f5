"""Filling the library: each entry of a feed is an article, and one that cannot be read stops none of the others."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.library import Library, LibraryError
from briefing.library.adding import Outcome, add, expand
from tests.sources import pages


def test_each_entry_of_a_feed_is_added(tmp_path: Path) -> None:
    feed, page, missing = tmp_path / "feed.xml", tmp_path / "page.html", tmp_path / "missing.txt"
    feed.write_bytes(pages.feed())
    page.write_bytes(pages.tables_of_2005())
    with Library(tmp_path / "library.db") as library:
        outcomes = list(add(library, map(str, (feed, missing, page))))
        titles = {entry.title for entry in library.entries()}
    assert [outcome.added is not None for outcome in outcomes] == [True, True, False, False, True]
    assert [outcome.source for outcome in outcomes[:2]] == [
        "https://vestnik.example/bridges",
        "https://vestnik.example/ferry",
    ]
    assert "has no text" in (outcomes[2].error or "")
    assert "no such file" in (outcomes[3].error or "")
    assert titles == {pages.TITLE, "Паромщики подняли цены"}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names of files are characters")
def test_a_file_whose_name_is_in_an_old_encoding_is_added(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    path = os.fsencode(tmp_path / "in") + b"/" + "мост.txt".encode("cp1251")
    with open(path, "w", encoding="utf-8") as file:
        file.write("Мост открыли\n\nМост открыли после ремонта.")
    with Library(tmp_path / "library.db") as library:
        [outcome] = add(library, expand([str(tmp_path / "in")]))
        assert outcome.added is not None
        assert outcome.added.entry.source.endswith("\\udcec\\udcee\\udcf1\\udcf2.txt")


def stories(folder: Path, count: int) -> list[str]:
    paths = [folder / f"{n:02}.txt" for n in range(count)]
    for n, path in enumerate(paths):
        path.write_text(f"Новость номер {n}\n\nВ посёлке открыли школу на {n + 3} классов.\n", encoding="utf-8")
    return [str(path) for path in paths]


def test_several_processes_keep_the_order_and_name_what_fails(tmp_path: Path) -> None:
    sources = stories(tmp_path, 12)
    sources[5] = str(tmp_path / "missing.txt")
    with Library(tmp_path / "library.db") as library:
        list(add(library, sources[7:8]))
        outcomes = list(add(library, [*sources, sources[0]], workers=2))
        assert [outcome.source for outcome in outcomes] == [*sources, sources[0]]
        assert [place for place, outcome in enumerate(outcomes) if outcome.added is None] == [5]
        assert [place for place, outcome in enumerate(outcomes) if outcome.added and not outcome.added.is_new] == [
            7,
            12,
        ]
        assert len(library) == 11
    assert multiprocessing.active_children() == []


KILLED = """
import os, signal, sys
from multiprocessing import active_children
from pathlib import Path
from briefing.library import Library
from briefing.library.adding import add
if __name__ == "__main__":
    with Library(Path(sys.argv[1])) as library:
        for n, outcome in enumerate(add(library, sys.argv[2:], workers=2)):
            print(outcome.added.entry.id, *(child.pid for child in active_children()), flush=True)
            if n == 20:
                os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_killed_with_its_processes(tmp_path: Path) -> None:
    program, path, sources = tmp_path / "program.py", tmp_path / "library.db", stories(tmp_path, 60)
    program.write_text(KILLED)
    command = [sys.executable, str(program), str(path), *sources]
    # Standard output ends only when the last process that could write to it has ended.
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    printed = [line.split() for line in done.stdout.splitlines()]
    assert len(printed) == 21, done.stderr
    assert len(printed[-1]) == 3
    with Library(path) as library:
        assert {entry.id for entry in library.entries()} >= {identity for identity, *_ in printed}
        outcomes = list(add(library, sources, workers=2))
        assert all(outcome.added is not None for outcome in outcomes)
        assert len(library) == 60


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_process_that_dies_takes_only_its_source_with_it(tmp_path: Path) -> None:
    sources = stories(tmp_path, 6)
    pipe = str(tmp_path / "pipe")
    os.mkfifo(pipe)

    def kill_its_readers() -> None:
        for _ in range(2):
            with open(pipe, "wb"):  # as soon as a process reads
                for child in multiprocessing.active_children():
                    child.kill()
                    child.join()

    killer = threading.Thread(target=kill_its_readers)
    killer.start()
    with Library(tmp_path / "library.db") as library:
        outcomes = list(add(library, [*sources[:3], pipe, *sources[3:]], workers=2))
        killer.join()
        assert [outcome.source for outcome in outcomes if outcome.added is None] == [pipe]
        assert "was ended" in (outcomes[3].error or "")
        assert len(library) == 6


@pytest.mark.slow
def test_processes_that_die_between_two_sources_are_replaced(tmp_path: Path) -> None:
    sources = stories(tmp_path, 6)

    def sources_and_a_mishap() -> Iterator[str]:
        yield from sources[:2]
        for child in multiprocessing.active_children():
            child.kill()
            child.join()
        yield from sources[2:]

    with Library(tmp_path / "library.db") as library:
        outcomes = list(add(library, sources_and_a_mishap(), workers=2))
        assert [outcome.source for outcome in outcomes if outcome.added is not None] == sources


FULL = """
import resource, sys
from pathlib import Path
from briefing.library import Library, LibraryError
from briefing.library.adding import add
with Library(Path(sys.argv[1])) as library:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
    try:
        for outcome in add(library, sys.argv[3:]):
            print(outcome.added.entry.id, flush=True)
    except LibraryError as error:
        sys.exit(str(error))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no limit of file sizes")
def test_a_full_disk_loses_nothing_that_was_printed(tmp_path: Path) -> None:
    path, sources = tmp_path / "library.db", stories(tmp_path, 60)
    command = [sys.executable, "-c", FULL, str(path), "400000", *sources]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    printed = done.stdout.split()
    assert 0 < len(printed) < len(sources)
    assert "the library cannot be used" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    with Library(path) as library:
        assert {entry.id for entry in library.entries()} >= set(printed)
        assert library.rows("PRAGMA integrity_check") == [("ok",)]
        list(add(library, sources))
        assert len(library) == 60


def test_the_rest_is_added_once_there_is_room_again(tmp_path: Path) -> None:
    sources = stories(tmp_path, 30)
    with Library(tmp_path / "library.db") as library:
        [(pages,)] = library.rows("PRAGMA page_count")
        library.rows(f"PRAGMA max_page_count = {pages + 6}")
        kept: list[Outcome] = []
        with pytest.raises(LibraryError, match=r"library\.db: the disk is full; .* make room"):
            kept.extend(add(library, sources))
        assert 0 < len(kept) == len(library) < len(sources)
        assert library.rows("PRAGMA integrity_check") == [("ok",)]
        library.rows("PRAGMA max_page_count = 100000")
        outcomes = list(add(library, sources))
        assert [outcome.added.is_new for outcome in outcomes if outcome.added].count(False) == len(kept)
        assert len(library) == len(sources)
