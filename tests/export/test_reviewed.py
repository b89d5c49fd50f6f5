"""Briefings with a review in every format, read back by somebody else's reader."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from html.parser import HTMLParser
from typing import Any

import icalendar
import jsonschema
import pytest
import vobject
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from briefing.export import FORMATS, TEMPLATE, Options, documents, ticks
from briefing.export.digest import document as digest
from briefing.export.markdown import render
from briefing.export.template import standard
from briefing.model import Briefing
from briefing.review import Review, Reviewed, apply, changes
from briefing.review.record import Checked, checked, restored
from tests.review.conftest import BODY, TITLE, Step, article, find, steps

HOSTILE = "=1+1 </small><script>alert(1)</script> | *a* _b_ [c](javascript:d) `e` {{ 7*7 }} \\n <!-- \u0645\u0631 -x"
WORDING = "открыть мост =1 *сразу*"
COMMENT = "сверено с записью; |см.| <b>"


def reviewed(briefing: Briefing) -> Reviewed:
    """Return the briefing as somebody checked it: something of everything that can be decided."""
    state = apply(briefing, Review())

    def step(review: Review) -> None:
        nonlocal state
        state = apply(briefing, review)

    for layer, id_ in (("facts", "f1"), ("quotes", "q1"), ("actions", "a2")):
        step(changes.decide(state, state.item(layer, id_), "accepted"))
    for layer, id_ in (("facts", "f2"), ("quotes", "q3"), ("figures", "n3")):
        step(changes.decide(state, state.item(layer, id_), "dismissed"))
    for layer, id_ in (("facts", "f1"), ("quotes", "q1"), ("actions", "a2"), ("figures", "n2"), ("speakers", "s1")):
        step(changes.comment(state, state.item(layer, id_), COMMENT))
    step(changes.edit(state, state.item("actions", "a1"), {"wording": WORDING, "deadline": "2026-03-01"}))
    step(changes.done(state, state.item("actions", "a1"), True))
    step(changes.pin(state, state.item("actions", "a2"), True))
    step(changes.edit(state, state.item("speakers", "s1"), {"name": "Анна Ивановна Речная"}))
    return state


def made(name: str, briefings: Sequence[Briefing], **options: Any) -> Any:
    return documents(FORMATS.get(name, TEMPLATE), briefings, Options(**{"comments": True, **options}))[""]


@pytest.fixture
def whole(bridge: Briefing) -> Briefing:
    return checked(reviewed(bridge))


@pytest.fixture
def accepted(bridge: Briefing) -> Briefing:
    return checked(reviewed(bridge), accepted=True)


def test_what_is_left(bridge: Briefing, whole: Briefing, accepted: Briefing) -> None:
    def ids(briefing: Briefing) -> list[list[str]]:
        layers = (briefing.facts, briefing.quotes, briefing.actions, briefing.figures, briefing.speakers)
        return [[item.id for item in layer] for layer in layers]

    assert ids(whole) == [["f1"], ["q1", "q2"], ["a2", "a1"], ["n1", "n2"], ["s1"]]
    assert ids(accepted) == [["f1"], ["q1"], ["a2", "a1"], ["n1", "n2"], ["s1"]]
    assert checked(apply(bridge, Review())) == bridge
    assert ids(checked(apply(bridge, Review()), accepted=True)) == [[], [], [], [], []]


def test_the_words_of_a_dismissed_speaker_are_nobodys(bridge: Briefing) -> None:
    state = apply(bridge, Review())
    state = apply(bridge, changes.decide(state, state.item("speakers", "s1"), "dismissed"))
    found = checked(state)
    assert found.speakers == ()
    assert {quote.speaker for quote in found.quotes} == {None}
    assert "Без указания автора" in made("text", [found])


def test_json(bridge: Briefing, whole: Briefing) -> None:
    data = json.loads(made("json", [whole]))
    jsonschema.validate(data, Checked.model_json_schema())
    decisions = {decision["item"]: decision for decision in data["review"]["decisions"] if decision["item"]}
    assert decisions["a1"]["edits"] == {"wording": WORDING, "deadline": "2026-03-01"}
    assert (decisions["a1"]["state"], decisions["a1"]["done"], decisions["a2"]["pinned"]) == ("accepted", True, True)
    assert [item["id"] for item in data["facts"]] == ["f1"]
    assert [item["id"] for item in data["review"]["original"]["facts"]] == ["f1", "f2"]
    assert data["actions"][1]["deadline"] == "2026-03-01"
    only = json.loads(made("json", [whole], layers=("facts",)))
    jsonschema.validate(only, Checked.model_json_schema())
    assert {decision["item"] for decision in only["review"]["decisions"]} == {"f1", None}
    assert restored(Checked.model_validate(only)) == (bridge, reviewed(bridge).review)


@given(st.lists(steps(), max_size=8), st.booleans())
def test_a_briefing_and_its_review_come_back_from_json(all_steps: list[Step], accepted_only: bool) -> None:
    briefing = find(article(TITLE, *BODY))
    state = apply(briefing, Review())
    for step in all_steps:
        state = apply(briefing, step(state))
    handed = checked(state, accepted=accepted_only)
    if state.review.decisions:
        assert restored(Checked.model_validate_json(made("json", [handed]))) == (briefing, state.review)
    else:
        assert restored(handed)[1] == Review()


def tasks(markdown: str) -> list[tuple[str, list[str]]]:
    """Return the texts of the items of lists, each with those below it, as a Markdown reader has them."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    found: list[tuple[str, list[str]]] = []
    depth = 0
    for token in tokens:
        depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type == "inline" and depth:
            assert {child.type for child in token.children or ()} <= {"text", "strong_open", "strong_close"}
            text = "".join(child.content for child in token.children or ())
            if depth == 1:
                found.append((text, []))
            else:
                found[-1][1].append(text)
    return found


def test_markdown(bridge: Briefing, whole: Briefing) -> None:
    items = tasks(made("markdown", [whole]))
    below = dict(items)
    assert below[bridge.facts[0].text] == [f"Заметка: {COMMENT}"]
    boxes = [(text, under) for text, under in items if text.startswith("[")]
    assert [text for text, _ in boxes] == [f"[ ] {bridge.actions[1].text}", f"[x] {WORDING}"]
    assert boxes[1][1][0].startswith(
        f"В статье: «{bridge.actions[0].text}» · администрация Лугового · срок: 1 марта 2026"
    )
    text = made("markdown", [whole])
    assert "### Анна Ивановна Речная\n\nмэр\n\nЗаметка: сверено" in text
    assert bridge.facts[1].text not in text
    assert "Жителей предупредят" not in text
    assert made("template", [whole, bridge], template=standard()) == made("markdown", [whole, bridge])


class Items(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.items: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        if tag == "li":
            self.items.append("")

    def handle_data(self, data: str) -> None:
        if self.items:
            self.items[-1] += data


def test_html(bridge: Briefing, whole: Briefing) -> None:
    page = Items(made("html", [whole]))
    assert any(f"☑ {WORDING}" in item and bridge.actions[0].text in item for item in page.items)
    assert any(bridge.facts[0].text in item and COMMENT in item for item in page.items)
    assert "b" not in page.tags


def test_text(bridge: Briefing, whole: Briefing) -> None:
    text = made("text", [whole])
    assert f"• ✓ {WORDING} (В статье: «{bridge.actions[0].text}»" in text
    assert f"• {bridge.facts[0].text} (Заметка: {COMMENT})" in text


def test_word(bridge: Briefing, whole: Briefing) -> None:
    word = Document(io.BytesIO(made("docx", [whole])))
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert f"{bridge.facts[0].text}\nЗаметка: {COMMENT}" in texts
    assert any(text.startswith(f"☑ {WORDING}\nВ статье:") for text in texts)
    assert any(text.startswith(f"☐ {bridge.actions[1].text}\n") and text.endswith(COMMENT) for text in texts)
    assert f"1,25 млрд рублей\nЗаметка: {COMMENT}" in [row.cells[0].text for row in word.tables[0].rows]


def test_tables(bridge: Briefing, whole: Briefing) -> None:
    rows = list(csv.DictReader(io.StringIO(made("csv", [whole, bridge], layers=("actions",)), newline="")))
    assert [(row["state"], row["done"], row["pinned"], row["wording"]) for row in rows] == [
        ("accepted", "0", "1", ""),
        ("accepted", "1", "0", WORDING),
        ("undecided", "0", "0", ""),
        ("undecided", "0", "0", ""),
    ]
    assert rows[0]["comment"] == COMMENT
    assert rows[1]["text"] == bridge.actions[0].text
    assert "state" not in made("csv", [bridge], layers=("actions",))
    workbook = load_workbook(io.BytesIO(made("xlsx", [whole])))
    header, first, *_ = workbook["quotes"].iter_rows(values_only=True)
    assert dict(zip(header, first, strict=True))["comment"] == COMMENT
    assert dict(zip(header, first, strict=True))["speaker"] == "Анна Ивановна Речная"


@pytest.mark.parametrize("layer", ["facts", "quotes", "actions", "figures"])
def test_every_table_says_what_was_decided(bridge: Briefing, layer: str) -> None:
    state = apply(bridge, Review())
    state = apply(bridge, changes.decide(state, state.item("actions", "a1"), "accepted"))
    (header, *rows) = csv.reader(io.StringIO(made("csv", [checked(state)], layers=(layer,)), newline=""))
    assert header[header.index("state") :][:2] == ["state", "pinned"]
    assert {row[header.index("state")] for row in rows} <= {"accepted", "undecided"}


def test_comments_are_for_colleagues(whole: Briefing) -> None:
    for name in ("markdown", "html", "text"):
        assert "сверено" not in made(name, [whole], comments=False)
        assert "сверено" in made(name, [whole])
    assert "comment" not in made("csv", [whole], layers=("actions",), comments=False).splitlines()[0]
    assert "сверено" not in render(whole)
    assert "сверено" in made("json", [whole], comments=False)


def test_calendar(whole: Briefing) -> None:
    text = made("calendar", [whole])
    (task,) = icalendar.Calendar.from_ical(text).walk("VTODO")
    assert (str(task["STATUS"]), str(task["DUE"].dt)) == ("COMPLETED", "2026-03-01")
    assert str(task["SUMMARY"]) == f"администрация Лугового: {WORDING}"
    (theirs,) = vobject.readOne(text).vtodo_list
    assert (theirs.status.value, theirs.summary.value) == ("COMPLETED", str(task["SUMMARY"]))
    assert "В статье: «Мост через реку Тихую" in theirs.description.value


def test_digest(bridge: Briefing, whole: Briefing) -> None:
    items = tasks(digest([whole]))
    assert f"[x] {WORDING}" in dict(items)
    assert dict(items)[bridge.facts[0].text] == [f"Заметка: {COMMENT}"]
    assert bridge.facts[1].text not in dict(items)


def test_hostile_decisions_stay_text(bridge: Briefing) -> None:
    state = apply(bridge, Review())
    for item in state.items:
        state = apply(bridge, changes.comment(state, state.by_key[item.key], HOSTILE + "\n# b\n- [x] c\x1b[31m"))
    for item in state.layer("actions"):
        state = apply(bridge, changes.edit(state, item, {"wording": HOSTILE, "actor": HOSTILE}))
    state = apply(bridge, changes.edit(state, state.item("speakers", "s1"), {"name": HOSTILE, "role": HOSTILE}))
    handed = checked(state)
    said = f"Заметка: {HOSTILE} # b - [x] c[31m"
    items = tasks(made("markdown", [handed]))
    assert [text for text, _ in items if text.startswith("[")] == [f"[ ] {HOSTILE}"] * 2
    assert all(said in under for text, under in items if not text.startswith(("Дата", "Место", "Источник", "Файл")))
    page = Items(made("html", [handed]))
    assert not page.tags & {"script", "b", "img"}
    assert any(HOSTILE in item for item in page.items)
    for layer in ("facts", "actions"):
        for row in csv.DictReader(io.StringIO(made("csv", [handed], layers=(layer,)), newline="")):
            assert not [cell for cell in row.values() if cell.startswith("=")]
    (task,) = icalendar.Calendar.from_ical(made("calendar", [handed])).walk("VTODO")
    assert str(task["SUMMARY"]) == HOSTILE
    assert "\x1b" not in made("text", [handed])
    made("docx", [handed], evidence=True)
    made("xlsx", [handed])


class TestTicks:
    def test_an_exported_task_list(self, bridge: Briefing, whole: Briefing) -> None:
        for options in ({}, {"evidence": True, "front_matter": True}):
            text = made("markdown", [whole, bridge], **options)
            first, second = ticks.sections(text)
            assert (first.title, first.source, first.ticked) == (bridge.article.title, "most.txt", (WORDING,))
            assert first.article == (bridge.article.id if options else "")
            assert second.ticked == ()

    def test_what_editors_make_of_one(self) -> None:
        text = (
            "Заметка\n=======\n\n* **Source:** A · https://e.org/a\\_b\n\n1. [X] Две\n   строки\n\n"
            "+ [x] с \\*знаками\\* и &amp;[^12]\n+ [ ] нет\n+ [y] и это нет\n+ [x]слитно\n"
        )
        (section,) = ticks.sections(text)
        assert (section.title, section.source) == ("Заметка", "https://e.org/a_b")
        assert section.ticked == ("Две строки", "с *знаками* и &")

    def test_any_text(self) -> None:
        assert ticks.sections("") == [ticks.Section("", "", "", ())]
        assert ticks.sections("---\n: [\n---\n- [x] a\n")[0].ticked == ("a",)
        assert ticks.sections("---\n- 1\n---\n# T\n- [x] a\n")[0] == ticks.Section("T", "", "", ("a",))
        assert ticks.sections("---  \nid: '12'\n---\t\n# T\n- [x] a\n")[0] == ticks.Section("T", "12", "", ("a",))
