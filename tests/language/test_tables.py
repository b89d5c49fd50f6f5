"""What a TOML file says is kept ready beside it, and is never older than the file."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

from briefing.language import lexicons, tables


@pytest.fixture(autouse=True)
def _byte_code_is_kept_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


def kept(folder: Path) -> list[Path]:
    return list(folder.glob("__pycache__/*"))


def test_what_is_kept_says_the_same_as_the_file(tmp_path: Path) -> None:
    file = tmp_path / "boats.toml"
    file.write_text('ships = ["ёл", "бриг"]\n[masts."ёл"]\ncount = 2\nheight = 9.5\ntall = false\n', encoding="utf-8")
    table = {"ships": ["ёл", "бриг"], "masts": {"ёл": {"count": 2, "height": 9.5, "tall": False}}}
    assert tables.read(file) == table
    assert len(kept(tmp_path)) == 1
    assert tables.read(file) == table


def test_a_file_that_was_changed_is_read_anew(tmp_path: Path) -> None:
    file = tmp_path / "boats.toml"
    file.write_text("masts = 2\n", encoding="utf-8")
    assert tables.read(file) == {"masts": 2}
    file.write_text("masts = 10\n", encoding="utf-8")
    assert tables.read(file) == {"masts": 10}


def test_what_is_kept_may_be_damaged(tmp_path: Path) -> None:
    file = tmp_path / "boats.toml"
    file.write_text("masts = 2\n", encoding="utf-8")
    tables.read(file)
    kept(tmp_path)[0].write_bytes(b"no byte code")
    assert tables.read(file) == {"masts": 2}


def test_a_module_of_the_same_name_is_kept_apart(tmp_path: Path) -> None:
    file = tmp_path / "boats.toml"
    file.write_text("masts = 2\n", encoding="utf-8")
    tables.read(file)
    assert [path.name.startswith("boats.toml.") for path in kept(tmp_path)] == [True]


def test_nothing_is_kept_where_byte_code_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    file = tmp_path / "boats.toml"
    file.write_text("masts = 2\n", encoding="utf-8")
    assert tables.read(file) == {"masts": 2}
    assert kept(tmp_path) == []


def test_what_is_no_toml_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "boats.toml"
    file.write_text("masts =\n", encoding="utf-8")
    with pytest.raises(tomllib.TOMLDecodeError):
        tables.read(file)


def test_a_language_lacks_lexicons() -> None:
    with pytest.raises(KeyError, match="no lexicon 'boats'"):
        lexicons.load("ru", "boats")
