"""What is remembered between two times."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.app.state import PLACES, State


def test_what_was_saved_is_there_again(tmp_path: Path) -> None:
    state = State.load(tmp_path / "deep" / "reader.json")
    state.share = 45
    state.remember("/a.txt", 120)
    state.remember("/b.txt", 7)
    state.save()
    again = State.load(tmp_path / "deep" / "reader.json")
    assert (again.share, again.places, again.last) == (45, {"/a.txt": 120, "/b.txt": 7}, "/b.txt")


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"share": "wide", "places": {"/a": -3, "/b": "x"}, "dark": 4}', "\x00"]
)
def test_nonsense_is_as_good_as_nothing(tmp_path: Path, text: str) -> None:
    file = tmp_path / "reader.json"
    file.write_text(text, encoding="utf-8")
    assert State.load(file) == State(file=file)


def test_a_share_out_of_bounds_is_brought_back(tmp_path: Path) -> None:
    (tmp_path / "reader.json").write_text('{"share": 99}', encoding="utf-8")
    assert State.load(tmp_path / "reader.json").share == 80


def test_only_the_latest_places_are_kept() -> None:
    state = State()
    for number in range(PLACES + 10):
        state.remember(f"/{number}", number)
    assert len(state.places) == PLACES
    assert "/0" not in state.places


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    state = State.load(tmp_path / "file" / "reader.json")
    state.save()
