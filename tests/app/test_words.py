"""The Russian catalogue: whole, fresh, and spoken."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from babel.messages import extract, mofile, pofile

from briefing.app import words

APP = Path(words.__file__).parent
CATALOGUE = words.LOCALE / "ru" / "LC_MESSAGES" / "briefing.po"


def catalogue():
    with CATALOGUE.open("rb") as file:
        return pofile.read_po(file)


def test_every_message_of_the_app_is_translated() -> None:
    russian = catalogue()
    keywords = {"_": None, "N_": None, "ngettext": (1, 2)}
    for _, _, message, _, _ in extract.extract_from_dir(APP, keywords=keywords, comment_tags=()):
        entry = russian.get(message if isinstance(message, str) else message[0])
        assert entry is not None, message
        assert all(entry.string if isinstance(entry.string, tuple) else (entry.string,)), message


def test_fields_of_a_message_stay_in_its_translation() -> None:
    for message in catalogue():
        if message.id and isinstance(message.id, str):
            fields = {part.partition("}")[0] for part in message.id.split("{")[1:]}
            assert fields == {part.partition("}")[0] for part in message.string.split("{")[1:]}, message.id


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    compiled = io.BytesIO()
    mofile.write_mo(compiled, catalogue())
    compiled.seek(0)
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        there = mofile.read_mo(file)
    fresh = mofile.read_mo(compiled)
    assert {str(m.id): m.string for m in there} == {str(m.id): m.string for m in fresh}


@pytest.mark.parametrize(("count", "expected"), [(1, "1 совпадение"), (3, "3 совпадения"), (11, "11 совпадений")])
def test_russian_counts(count: int, expected: str) -> None:
    words.use("ru")
    assert words.ngettext("{count} match", "{count} matches", count) == expected


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LC_MESSAGES": "ru"}, "ru"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale_decides(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert words.use("auto") == language
    assert words.use("ru") == "ru"
