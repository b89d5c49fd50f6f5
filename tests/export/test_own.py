"""Exports are known for what they are, in every format and language, and articles are not taken for any."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.export import FORMATS, TEMPLATE, Options, documents
from briefing.export.digest import document as digest
from briefing.export.own import is_export
from briefing.model import Briefing
from briefing.sources import samples


def english(briefing: Briefing) -> Briefing:
    return briefing.model_copy(update={"article": briefing.article.model_copy(update={"language": "en"})})


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "xlsx"])
@pytest.mark.parametrize(
    "options", [Options(), Options(front_matter=True, evidence=True), Options(layers=("actions",))], ids=repr
)
def test_an_export_is_known_in_every_format(name: str, options: Options, bridge: Briefing, tmp_path: Path) -> None:
    for briefings in ([bridge], [english(bridge)], [bridge, english(bridge)]):
        for layer, document in documents(FORMATS[name], briefings, options).items():
            path = tmp_path / f"out{layer}"
            path.write_bytes(document.encode(FORMATS[name].encoding) if isinstance(document, str) else document)
            assert is_export(str(path))


def test_a_digest_is_known(bridge: Briefing, tmp_path: Path) -> None:
    path = tmp_path / "digest.md"
    for briefing in (bridge, english(bridge)):
        path.write_text(digest([briefing]), encoding="utf-8")
        assert is_export(str(path))


def test_what_a_template_makes_is_not(bridge: Briefing, tmp_path: Path) -> None:
    made = documents(TEMPLATE, [bridge], replace(Options(), template="{{ summaries|length }} статья"))[""]
    (tmp_path / "own.txt").write_bytes(made.encode() if isinstance(made, str) else made)
    assert not is_export(str(tmp_path / "own.txt"))


PROGRAMME = """\
День города
Дата: 12 июня
Место: площадь Труда

Программа:
• 10:00 — открытие ярмарки
• 12:00 — концерт
"""
NOTES = """\
# День города

- **Место:** площадь Труда
- **Дата:** 12 июня

## Программа

- 10:00 — открытие ярмарки
"""


def test_articles_are_no_exports(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    for text in (
        PROGRAMME,
        NOTES,
        "",
        '{"schema": "other/1"}',
        "article,source\n1,2\n",
        "BEGIN:VCALENDAR\nPRODID:-//a//b\n",
    ):
        path.write_text(text, encoding="utf-8")
        assert not is_export(str(path))
    assert not any(is_export(str(sample)) for sample in samples())
    assert not any(is_export(str(where)) for where in (tmp_path, tmp_path / "missing", "https://wire.example/1", "-"))
