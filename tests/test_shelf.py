"""The commands on the library: what they keep, print and refuse."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing import cli, filling, shelf
from briefing.library import Library, LibraryError, adding
from briefing.library.adding import Outcome

Run = Callable[..., tuple[int, str, str]]

STORIES = {
    "bridge.txt": (
        "Мост через Луговую откроют весной\n\nЛуговск, 3 апреля 2025. Вести. Новый мост стоит 3 млрд рублей.\n\n"
        "«Движение откроем до конца мая», — сказала мэр Анна Ручьёва.\n"
    ),
    "bridge2.txt": (
        "Стоимость моста выросла\n\nЛуговск, 5 июня 2025. Вести. Новый мост стоит 4 млрд рублей, сообщила мэр"
        " Анна Ручьёва.\n"
    ),
}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFING_LIBRARY", str(tmp_path / "library.db"))
    (tmp_path / "in").mkdir()
    for name, text in STORIES.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")

    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            cli.main(list(arguments))
        written = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return int(left.value.code), written.out, written.err

    return run


def test_add_list_and_remove(run: Run) -> None:
    code, out, err = run("add", "in")
    assert (code, len(out.splitlines())) == (0, 2)
    assert "2 added, 0 known already, 0 not read" in err
    code, out, err = run("add", "in/bridge.txt")
    assert out.startswith("=")
    code, out, _ = run("list", "--json")
    listed = [json.loads(line) for line in out.splitlines()]
    assert [entry["date"] for entry in listed] == ["2025-06-05", "2025-04-03"]
    code, _, err = run("remove", str(listed[0]["number"]))
    assert (code, len(run("list")[1].splitlines())) == (0, 1)


def test_texts_are_kept_and_their_briefings_made_later(run: Run) -> None:
    code, out, err = run("add", "--later", "in")
    assert (code, len(out.splitlines())) == (0, 2)
    assert err == "2 added, 0 known already, 0 not read; 'briefing renew' makes the briefings\n"
    assert len(run("search", "мост")[1].splitlines()) >= 2
    _, out, err = run("who", "Ручьёва")
    assert err.startswith("briefing: 2 briefings still to be made")
    assert "движение" not in out.casefold()
    assert run("renew")[::2] == (0, "2 briefings made, 0 left\n")
    _, out, err = run("who", "Ручьёва")
    assert "Движение откроем до конца мая" in out
    assert "renew" not in err
    assert run("renew")[::2] == (0, "0 briefings made, 0 left\n")


def test_a_briefing_that_cannot_be_made_is_counted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", "--later", "in")

    def fail(article: object, **options: object) -> None:
        raise ValueError("nothing works")

    monkeypatch.setattr("briefing.extract.extract", fail)
    assert run("renew")[::2] == (2, "0 briefings made, 2 left\n")


def test_one_is_not_many(run: Run) -> None:
    run("add", "in")
    listed = run("list")[1].splitlines()
    assert " 1 quote    0 open actions " in listed[0]
    assert " 1 quote  " in listed[1]


def test_a_file_that_cannot_be_read_is_named_at_the_end(run: Run) -> None:
    code, out, err = run("add", "missing.txt", "in/bridge.txt")
    assert (code, len(out.splitlines())) == (2, 1)
    assert "missing.txt" in err
    assert "1 not read" in err


def test_exports_and_other_kinds_of_files_are_left_out(run: Run, tmp_path: Path) -> None:
    run("export", "--fast", "in/bridge.txt", "-o", "in/bridge.md")
    for name in ("table.csv", "photo.PNG", "script.py"):
        (tmp_path / "in" / name).write_text("Мост открыли\n\nМост открыли вчера.", encoding="utf-8")
    code, out, err = run("add", "in")
    assert (code, len(out.splitlines())) == (0, 2)
    assert err.splitlines() == [
        "briefing: in/bridge.md is an export of this program; it is left out.",
        "2 added, 0 known already, 0 not read",
    ]
    run("export", "--fast", "in/bridge.txt", "-o", "in/notes.txt", "-f", "text")
    code, out, err = run("add", "in/bridge.md", "in/notes.txt", "in/table.csv")
    assert (code, len(out.splitlines())) == (0, 1)
    assert err.startswith("briefing: in/bridge.md and 1 more are exports of this program; they are left out.\n1 added")


def test_search_points_at_the_words(run: Run) -> None:
    run("add", "in")
    assert run("search", "мостов")[1].count("мост") >= 2
    [found] = (json.loads(line) for line in run("search", "--json", "движением")[1].splitlines())
    assert [word["text"] for word in found["words"]] == ["Движение"]
    assert run("search", "нигде") == (0, "", "briefing: No article in the library is found for 'нигде'.\n")
    assert run("search", "*")[0] == 2
    code, _, err = run("search", "after:завтра")
    assert (code, len(err.splitlines())) == (2, 1)


def test_an_unknown_filter_names_the_known_ones(run: Run) -> None:
    run("add", "in")
    for command in ("search", "figures"):
        code, out, err = run(command, "город:Луговск")
        assert (code, out, len(err.splitlines())) == (2, "", 1)
        assert "город: is not known; filters are speaker:, place:, after:" in err
    assert run("search", "https://wire.example/1")[0] == 0
    assert run("search", '"город:Луговск"')[0] == 0


def test_nothing_to_show_is_said(run: Run, tmp_path: Path) -> None:
    for command in (("list",), ("agenda",), ("search", "мост"), ("who", "Ручьёва"), ("remove", "1")):
        code, out, err = run(*command)
        assert (code, out, len(err.splitlines())) == (2, "", 1)
        assert "there is no library yet; 'briefing add' begins it" in err
    assert not (tmp_path / "library.db").exists()
    run("add", "in/bridge2.txt")
    run("remove", "1")
    assert run("list") == (0, "", "briefing: The library is empty; 'briefing add' fills it.\n")
    assert run("agenda") == (0, "", "briefing: No open action in the library has a deadline.\n")
    code, out, err = run("figures", "нигде")
    assert (code, out, len(err.splitlines())) == (0, "", 1)


def test_add_names_what_it_could_not_read_where_the_library_fails_too(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def add_one(*_: object, **__: object) -> Iterator[Outcome]:
        yield Outcome("none.txt", error="none.txt: no such file; check the path")
        raise LibraryError("library.db: the disk is full")

    monkeypatch.setattr(adding, "add", add_one)
    code, _, err = run("add", "none.txt", "in")
    assert code == 2
    assert "none.txt: no such file" in err
    assert "the disk is full" in err


def test_the_agenda_invents_no_day(run: Run, tmp_path: Path) -> None:
    story = "Луговск, 3 апреля 2020. Вести. Мэр поручила строителям сдать новый мост до конца 2021 года.\n\n"
    later = "Мэр поручила строителям починить старый мост осенью 2021 года.\n"
    (tmp_path / "in" / "year.txt").write_text(f"Мосты Луговска\n\n{story}{later}", encoding="utf-8")
    run("add", "in/year.txt")
    out = run("agenda")[1]
    assert "! in autumn 2021   " in out
    assert "! by 31 December 2021  " in out
    assert "November" not in out


def test_who_takes_the_beginning_of_a_name_and_quotes_as_the_article_does(run: Run, tmp_path: Path) -> None:
    story = "Mill to close\n\nLEEDS, 3 April 2020. Wire. “The mill will close in May,” Ellen Marsh said.\n"
    (tmp_path / "in" / "mill.txt").write_text(story, encoding="utf-8")
    run("add", "in/mill.txt")
    out = run("who", "ell")[1]
    assert out.startswith("Ellen Marsh\n")
    assert "“The mill will close in May" in out


def test_across_articles(run: Run) -> None:
    run("add", "in")
    out = run("who", "Ручьёва")[1]
    assert out.startswith("Анна Ручьёва\n")
    assert "«Движение откроем до конца мая»" in out
    assert run("who", "Никто")[0] == 2
    begin, title = run("agenda")[1].splitlines()
    assert begin.startswith("! by 31 May 2025  ")
    assert title.strip() == "Мост через Луговую откроют весной"
    assert "by 31 May 2025  " in run("agenda", "--before", "2025-05-31")[1]
    assert run("agenda", "--after", "2025-06-01") == (
        0,
        "",
        "briefing: No open action in the library has a deadline then.\n",
    )
    code, _, error = run("agenda", "--after", "June")
    assert code == 2
    assert "'June' is no day such as 2026-03-31" in error
    compared = run("figures", "мост")[1]
    assert compared.startswith("RUB ≠\n")
    assert "3 млрд рублей" in compared
    assert "4 млрд рублей" in compared
    [group] = (json.loads(line) for line in run("figures", "--json", "мост")[1].splitlines())
    assert [figure["value"] for figure in group["figures"]] == [3e9, 4e9]


def test_on_a_terminal_the_lines_of_add_stand_clear_of_the_bar(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    code, out, err = run("add", "in")
    assert (code, len(out.splitlines())) == (0, 2)
    assert err.count(filling.CLEAR_LINE) == 2


def test_a_library_that_cannot_be_opened(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no database " * 100)
    code, out, err = run("list", "--library", "notes.txt")
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert "notes.txt" in err


def test_every_order_sorts(tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as library:
        for order in shelf.ORDERS:
            assert library.entries(order) == []


def test_open_names_the_article_by_its_reference(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from briefing import app, launch

    opened: list[tuple[list[str], Path | None, int | None]] = []

    def note(paths: list[str], *, library: Path | None, stored: int | None, **_: object) -> int:
        opened.append((paths, library, stored))
        return 0

    monkeypatch.setattr(launch, "require_terminal", lambda: None)
    monkeypatch.setattr(app, "run", note)
    run("add", "in")
    assert run("open", "2")[0] == 0
    assert run("open")[0] == 0
    library = tmp_path / "library.db"
    assert opened == [([], library, 2), ([], library, None)]
    code, _, err = run("open", "nothing-like-this")
    assert (code, len(opened)) == (2, 2)
    assert "no article is known by this" in err


def test_watch_adds_what_is_there_and_what_arrives(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    command = [sys.executable, "-m", "briefing", "watch", "in"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=tmp_path, env=environment, text=True) as watching:
        assert watching.stdout is not None
        lines = [watching.stdout.readline(), watching.stdout.readline()]
        assert all(line.startswith("+") for line in lines)
        (tmp_path / "in" / ".hidden.txt").write_text("Скрытый файл\n\nЕго не видно.", encoding="utf-8")
        (tmp_path / "in" / "new.txt").write_text("Паром вернулся\n\nПаром снова ходит.", encoding="utf-8")
        assert "Паром вернулся" in watching.stdout.readline()
        watching.send_signal(signal.SIGINT)
        assert watching.wait(timeout=20) == 0
    assert len(run("list")[1].splitlines()) == 3


def test_watching_needs_a_folder_and_its_package(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "this is a file; name a folder" in run("watch", "in/bridge.txt")[2]
    assert "there is no such folder" in run("watch", "nowhere")[2]
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    code, _, err = run("watch", "in")
    assert (code, len(err.splitlines())) == (2, 1)
    assert "briefing[watch]" in err


def test_who_says_whether_it_is_claimed_or_denied(run: Run, tmp_path: Path) -> None:
    story = tmp_path / "denied.txt"
    story.write_text("Слухи о мосте\n\nМэр Анна Ручьёва отрицает, что мост закроют.\n", encoding="utf-8")
    assert run("add", "denied.txt")[0] == 0
    assert "отрицает, что мост закроют\n" in run("who", "Ручьёва")[1]
    (profile,) = map(json.loads, run("who", "Ручьёва", "--json")[1].splitlines())
    said = profile["sayings"][0]
    assert (said["before"], said["text"], said["behind"]) == ("отрицает, что", "мост закроют", "")
