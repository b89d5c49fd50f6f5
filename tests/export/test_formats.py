"""Every format read back by somebody else's reader and compared item by item with the briefing."""

import io
import json
import zipfile
from xml.etree import ElementTree

import jsonschema
import pytest
import yaml
from docx import Document
from markdown_it import MarkdownIt

from briefing.export import LAYERS, ExportError, format_of
from briefing.export.template import standard
from briefing.model import Briefing
from tests.export.rendering import HOSTILE, hostile, made, made_bytes


class TestSelection:
    def test_only_some_layers(self, bridge: Briefing) -> None:
        found = json.loads(made("json", [bridge], layers=("actions",)))
        assert [len(found[layer]) for layer in LAYERS] == [0, 0, 2, 0]
        assert [speaker["id"] for speaker in found["speakers"]] == ["s1"]
        Briefing.model_validate(found)

    def test_facts_without_figures_refer_to_none(self, bridge: Briefing) -> None:
        found = Briefing.model_validate_json(made("json", [bridge], layers=("facts",)))
        assert found.facts[0].figures == ()
        assert found.speakers == ()

    def test_facts_of_a_score(self, bridge: Briefing) -> None:
        text = made("text", [bridge], minimum_score=0.5)
        assert "выделено 1,25 млрд рублей" in text
        assert "• По её словам" not in text

    def test_the_format_of_a_file(self) -> None:
        names = {"a.md": "markdown", "A.HTML": "html", "b.ics": "calendar", "c.txt": "text", "d.xlsx": "xlsx"}
        assert {name: form.name for name in names if (form := format_of(name))} == names
        assert format_of("a.pdf") is None
        assert format_of("README") is None


class TestJson:
    def test_one_briefing_is_an_object_by_the_schema(self, bridge: Briefing) -> None:
        data = json.loads(made("json", [bridge]))
        jsonschema.validate(data, Briefing.model_json_schema())
        assert Briefing.model_validate(data) == bridge

    def test_several_are_a_list(self, bridge: Briefing) -> None:
        found = [Briefing.model_validate(data) for data in json.loads(made("json", [bridge, hostile()]))]
        assert found == [bridge, hostile()]


class TestMarkdown:
    def test_evidence_stands_in_footnotes_once_a_sentence(self, bridge: Briefing) -> None:
        text = made("markdown", [bridge], evidence=True)
        assert "- 30% работ уже сделано[^2]" in text
        assert "- По её словам, 30% работ уже сделано.[^2]" in text
        assert "| 30%[^2] | доля | 30 | % | По её словам, 30% работ уже сделано. |" in text
        assert "\n\n[^2]: По её словам, 30% работ уже сделано. — Вести реки\n" in text

    def test_front_matter(self, bridge: Briefing) -> None:
        _, front, rest = made("markdown", [bridge], front_matter=True).split("---\n", 2)
        assert yaml.safe_load(front) == {
            "title": bridge.article.title,
            "date": "2025-04-03",
            "place": "Луговое",
            "agency": "Вести реки",
            "source": "most.txt",
            "language": "ru",
            "id": bridge.article.id,
        }
        assert "\n" + made("markdown", [bridge]) == rest

    def test_front_matter_of_several_articles_and_hostile_ones(self, bridge: Briefing) -> None:
        text = "\u2028---\n- a: [b] # \"c\" 'd' \\ & * !x | > % @ ` {e}\u0085\x07"
        front = made("markdown", [bridge, hostile(text)], front_matter=True).split("---\n")[1]
        first, second = yaml.safe_load(front)["articles"]
        assert first["title"] == bridge.article.title
        assert second["title"] == second["place"] == "--- - a: [b] # \"c\" 'd' \\ & * !x | > % @ ` {e}"

    def test_footnotes_of_several_articles_are_numbered_through(self, bridge: Briefing) -> None:
        second = bridge.article.model_copy(update={"agency": None, "source": "second.txt"})
        other = bridge.model_copy(update={"article": second})
        text = made("markdown", [bridge, other], evidence=True)
        numbers = [int(line.partition("]")[0][2:]) for line in text.splitlines() if line.startswith("[^")]
        assert numbers == list(range(1, 9))
        assert text.count("— second.txt") == 4

    def test_hostile_text_stays_text(self) -> None:
        tokens = MarkdownIt("commonmark").enable("table").parse(made("markdown", [hostile()] * 2, evidence=True))
        kinds = {child.type for token in tokens for child in token.children or []}
        assert kinds <= {"text", "strong_open", "strong_close"}


class TestWord:
    def test_the_items(self, bridge: Briefing) -> None:
        word = Document(io.BytesIO(made_bytes("docx", [bridge])))
        bullets = [p.text for p in word.paragraphs if p.style and p.style.name == "List Bullet"]
        assert bullets == [
            *(fact.text for fact in bridge.facts),
            "«Откроем движение в декабре»",
            "30% работ уже сделано",
            "Жителей предупредят заранее",
        ]
        headings = [p.text for p in word.paragraphs if p.style and str(p.style.name).startswith("Heading")]
        assert headings[0] == bridge.article.title
        assert "Анна Речная" in headings
        actions = [p.text for p in word.paragraphs if p.text.startswith("☐")]
        assert [text.partition("\n")[0] for text in actions] == [f"☐ {action.text}" for action in bridge.actions]
        rows = [[cell.text for cell in row.cells] for row in word.tables[0].rows]
        assert rows[2][:4] == ["1,25 млрд рублей", "деньги", "1\u00a0250\u00a0000\u00a0000", "RUB"]

    def test_the_language_is_named(self, bridge: Briefing) -> None:
        word = Document(io.BytesIO(made_bytes("docx", [bridge])))
        space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
        assert {found.get(f"{space}val") for found in word.styles.element.iter(f"{space}lang")} == {"ru-RU"}

    def test_evidence_is_in_footnotes(self, bridge: Briefing) -> None:
        archive = zipfile.ZipFile(io.BytesIO(made_bytes("docx", [bridge], evidence=True)))
        space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
        notes = ElementTree.fromstring(archive.read("word/footnotes.xml")).findall(f"{space}footnote")
        texts = {note.get(f"{space}id"): "".join(note.itertext()).strip() for note in notes}
        assert texts["3"] == "По её словам, 30% работ уже сделано. — Вести реки"
        body = ElementTree.fromstring(archive.read("word/document.xml"))
        references = [found.get(f"{space}id") for found in body.iter(f"{space}footnoteReference")]
        assert len(references) == 10
        assert set(references) == set(texts) - {"0", "1"}

    def test_hostile_text_stays_text(self) -> None:
        text = HOSTILE + "\x00\x1b\ufffe\u2028"
        word = Document(io.BytesIO(made_bytes("docx", [hostile(text)] * 2, evidence=True)))
        assert any(HOSTILE in paragraph.text for paragraph in word.paragraphs)


class TestText:
    def test_it_has_every_item_and_no_control_characters(self, bridge: Briefing) -> None:
        text = made("text", [bridge, hostile(HOSTILE + "\x1b[31m\x07")], evidence=True)
        for item in (*bridge.facts, *bridge.quotes, *bridge.actions, *bridge.figures):
            assert item.text in text
        assert "\n* * *\n" in text
        assert all(mark.isprintable() or ord(mark) > 0x9F or mark == "\n" for mark in text)


class TestTemplate:
    def test_the_standard_template_makes_the_standard_markdown(self, bridge: Briefing) -> None:
        briefings = [bridge, hostile(), Briefing(article=bridge.article)]
        assert made("template", briefings, template=standard()) == made("markdown", briefings)

    def test_a_template_of_ones_own(self, bridge: Briefing) -> None:
        template = "{% for s in summaries %}{{ s.title }}: {{ s.article.date | date('en') }}{% endfor %}"
        assert made("template", [bridge], template=template) == f"{bridge.article.title}: 3 April 2025"

    @pytest.mark.parametrize(
        ("template", "message"),
        [
            ("a\n{% for %}", "line 2"),
            ("{{ nothing }}", "nothing"),
            ("{{ summaries[9].title }}", "filled in"),
            ("{{ 1 / 0 }}", "zero"),
            ("{{ summaries.__class__.__mro__ }}", "filled in"),
            ("{{ ''.__class__.__base__.__subclasses__() }}", "filled in"),
            ("{% include 'x' %}", "filled in"),
            ("{{ none | date('en') }}", "filled in"),
            ("{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}", "filled in"),
            ("{{ range(99999999) | list }}", "filled in"),
        ],
    )
    def test_a_mistake_is_one_sentence(self, bridge: Briefing, template: str, message: str) -> None:
        with pytest.raises(ExportError, match=message) as raised:
            made("template", [bridge], template=template)
        assert "\n" not in str(raised.value)
