"""Reading plain text: encodings, the one cleaning, and the errors of files."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sources import SourceError, read, text
from briefing.sources.clean import clean

RUSSIAN = (
    "Мэр города пообещал жителям новый парк.\n\nРаботы начнутся весной, сообщила пресс-служба, и закончатся к осени."
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r", "cp866"]
)
def test_encodings_of_the_field_are_told_apart(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(RUSSIAN.encode(encoding))
    assert text(str(path)) == RUSSIAN


def test_western_text_in_cp1252(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    story = (
        "The minister’s visit to Málaga cost £3m – “far too much”, said a spokesman for the café owners of the town."
    )
    path.write_bytes(story.encode("cp1252"))
    assert text(str(path)) == story


def test_a_damaged_byte_does_not_change_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes((RUSSIAN * 3).encode()[:-40] + b"\xff" + " и конец.".encode())
    assert text(str(path)).startswith("Мэр города")
    assert text(str(path)).endswith("и конец.")


def test_line_ends_and_blank_lines_become_one() -> None:
    assert clean("Раз.\r\nДва.\r\r\n\n \nТри.\u2028Четыре.") == "Раз.\n\nДва.\n\nТри.\n\nЧетыре."


def test_invisible_characters_go_and_spaces_that_hold_numbers_stay() -> None:
    assert clean("\ufeffПло\u00adщадь\u200b — 1\u00a0234\u2009567\tкв. м\x1b[31m\x9b0m\u202e") == (
        "Площадь — 1\u00a0234\u2009567 кв. м[31m0m"
    )


def test_decomposed_letters_are_composed() -> None:
    assert clean(unicodedata.normalize("NFD", "Йошкар-Ола, ёлка, café")) == "Йошкар-Ола, ёлка, café"


def test_hard_wrapped_lines_are_rejoined() -> None:
    wrapped = """The council will close two of its four
libraries next year, a decision that
officials call thrifty and readers short-
sighted, as letters to the paper showed.

Nobody voted against it, although three
members left the room before the count
was taken."""
    first, second = clean(wrapped).split("\n\n")
    assert first == (
        "The council will close two of its four libraries next year, a decision that officials call thrifty"
        " and readers short-sighted, as letters to the paper showed."
    )
    assert second == "Nobody voted against it, although three members left the room before the count was taken."


def test_a_sentence_a_line_is_not_wrapping() -> None:
    lines = [f"Это самостоятельное предложение под номером {number} в тексте." for number in range(12)]
    assert clean("\n".join(lines)) == "\n\n".join(lines)


def test_verse_is_not_rejoined() -> None:
    verse = (
        "Over the hill the road goes on\nWith nobody to walk it\n"
        "The lamps are lit the light is gone\nAnd no one comes to talk it"
    )
    assert clean(verse).count("\n\n") == 3


def test_items_of_a_list_stay_together() -> None:
    assert clean("Купят:\n\n• автобусы;\n\n• трамваи.\n\nИ всё.") == "Купят:\n\n• автобусы;\n• трамваи.\n\nИ всё."


@given(st.text())
def test_cleaning_twice_changes_nothing(anything: str) -> None:
    once = clean(anything)
    assert clean(once) == once
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in once.replace("\n", ""))


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"\xef\xbb\xbf\n", "holds no text"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 200, "binary"),
    ],
)
def test_a_file_without_text_is_refused_in_one_sentence(tmp_path: Path, content: bytes, cause: str) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=cause) as caught:
        read(str(path))
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_files_directories_and_devices_are_refused(tmp_path: Path) -> None:
    for where, cause in [
        (tmp_path / "none.txt", "no such file"),
        (tmp_path, "this is a folder"),
        (Path("/dev/null"), "neither a file nor a pipe"),
        (tmp_path / "nul\0byte", "not a valid path"),
    ]:
        with pytest.raises(SourceError, match=cause):
            text(str(where))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("Тайна.")
    path.chmod(0)
    with pytest.raises(SourceError, match="no permission"):
        text(str(path))


def test_the_error_cannot_drive_the_terminal() -> None:
    with pytest.raises(SourceError) as caught:
        text("no\x1b[2Jsuch\nfile")
    assert str(caught.value).isprintable()


def test_text_loads_no_heavy_modules(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(RUSSIAN, encoding="utf-8")
    program = (
        "import sys; from briefing.sources import text; text(sys.argv[1]);"
        "heavy = ('pydantic', 'numpy', 'textual', 'charset_normalizer', 'lxml', 'tomllib');"
        "print([module for module in heavy if module in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_stands_right_below_a_colon_stays_with_it() -> None:
    text = "Мэр рассказал:\nМост готов.\n\nОн добавил:\n\nПроезд открыт."
    assert clean(text) == "Мэр рассказал:\nМост готов.\n\nОн добавил:\n\nПроезд открыт."
    assert clean("Мэр рассказал:\nМост готов.\nКонец.") == "Мэр рассказал:\n\nМост готов.\n\nКонец."
