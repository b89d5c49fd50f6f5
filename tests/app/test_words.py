"""The Russian catalogue: whole, fresh, and spoken."""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from babel.messages import mofile, pofile

from briefing.app import words
from briefing.app.commands import COMMANDS
from briefing.app.engine import OwnEngine, ReadError
from briefing.app.keyboard import shown
from briefing.export.wording import wording
from briefing.library import LibraryError
from briefing.library.query import parse
from briefing.review.fields import SENTENCES
from briefing.review.file import ReviewError, loads
from briefing.settings import load

APP = Path(words.__file__).parent
SPEAKING = [APP.parent / name for name in ("settings.py", "sources", "library", "review", "export")]
"""What else has messages that reach the screen."""
REFUSING = ("Mistake", "SourceError", "LibraryError", "ReviewError", "ExportError")
HANDED_ON = ("error", "cause", "advice")
"""Arguments of a refusal that are another one, or messages that have been looked at where they came from."""
CATALOGUE = words.LOCALE / "ru" / "LC_MESSAGES" / "briefing.po"


def catalogue():
    with CATALOGUE.open("rb") as file:
        return pofile.read_po(file)


def messages() -> Iterator[str | tuple[str, str]]:
    """Yield the messages of the program as the catalogue has them; unlike Babel, those inside f-strings too."""
    for call in calls(APP, *SPEAKING):
        given = [each.value for each in call.args if isinstance(each, ast.Constant) and each.value]
        match name_of(call):
            case "_" | "N_" if given:
                yield given[0]
            case "ngettext" if len(given) == 2:
                yield given[0], given[1]
            case name if name in REFUSING:
                yield from (each.value for each in said(call) if isinstance(each, ast.Constant))
    yield from SENTENCES.values()


def calls(*places: Path) -> Iterator[ast.Call]:
    """Yield each call in these modules and packages."""
    for path in chain.from_iterable(place.rglob("*.py") if place.is_dir() else [place] for place in places):
        tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        yield from (node for node in tree if isinstance(node, ast.Call))


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def said(call: ast.Call) -> list[ast.expr]:
    """Return the messages that a refusal is given; one of a source begins with where it is."""
    return call.args[1:] if name_of(call) == "SourceError" else call.args


def test_every_refusal_is_a_message_of_the_catalogue() -> None:
    for call in calls(APP, *SPEAKING):
        if name_of(call) in REFUSING:
            for each in said(call):
                is_handed_on = isinstance(each, ast.Name) and each.id in HANDED_ON
                is_made = isinstance(each, ast.Call) and name_of(each) in ("Mistake", "_foreign")
                assert isinstance(each, ast.Constant) or is_handed_on or is_made, ast.unparse(call)


def test_what_the_floors_below_refuse_is_said_in_russian(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    words.use("ru")
    with pytest.raises(ReadError, match=r"empty\.txt: файл пуст; укажите файл с текстом статьи"):
        OwnEngine().text(str(empty))
    with pytest.raises(LibraryError) as refusal:
        parse("after:вчера")
    sentence = "after:вчера — не дата; напишите день, месяц или год, например after:2025-11-19"
    assert words.spoken(refusal.value) == sentence
    with pytest.raises(ReviewError) as refused:
        loads('[actions.a1]\nstatus = "late"\n', "a.toml")
    sentence = "a.toml, строка 2: actions.a1.status — значение 'late' не подходит: status — одно из: "
    assert words.spoken(refused.value).startswith(sentence)


def test_every_message_of_the_app_is_translated() -> None:
    russian = {message.id: message.string for message in catalogue() if message.id}
    assert set(messages()) == set(russian)
    for message, translation in russian.items():
        assert all(translation if isinstance(translation, tuple) else (translation,)), message


def test_what_is_wrong_with_the_settings_is_said_in_russian(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[interface]\nmeasure = 4\nlanguag = "ru"\n', encoding="utf-8")
    words.use("ru")
    assert [words.spoken(mistake) for mistake in load(path).mistakes] == [
        f"{path}, строка 2: interface.measure = 4, а должно быть целое число от 40 до 200; берётся 80.",
        f"{path}, строка 3: interface.languag — такого нет (может быть, language?); не учитывается.",
    ]


def test_fields_of_a_message_stay_in_its_translation() -> None:
    for message in catalogue():
        if message.id and isinstance(message.id, str):
            fields = {part.partition("}")[0] for part in message.id.split("{")[1:]}
            assert fields == {part.partition("}")[0] for part in message.string.split("{")[1:]}, message.id


def test_no_message_names_a_key_that_can_be_changed() -> None:
    """Letters and signs that stand alone; the feet of dialogs, with ` · `, name keys of their own."""
    keys = {shown(key) for command in COMMANDS for key in command.keys.split(",")}
    signs = {key for key in keys if len(key) == 1 and (key.isalpha() or key in "[].?/\\")} - {"a", "A"}
    for message in catalogue():
        said = f"{message.id} {message.string}".split()
        if message.id and "·" not in said:
            assert not signs & {*said, *(part.strip(".,;:«»“”()'") for part in said)}, message.id


def test_what_exports_name_is_called_the_same_in_the_app() -> None:
    words.use("ru")
    english, russian = wording("en"), wording("ru")
    for name in ("comment", "date", "place", "source", "kind", "value", "unit"):
        assert words._(english.labels[name]) == russian.labels[name]
    assert words._(english.headings["facts"]) == russian.headings["facts"]


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
