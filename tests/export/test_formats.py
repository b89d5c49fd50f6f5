"""Every format read back by somebody else's reader and compared item by item with the briefing."""

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from html.parser import HTMLParser
from xml.etree import ElementTree

import icalendar
import jsonschema
import pytest
import vobject
import yaml
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from briefing.export import FORMATS, LAYERS, TEMPLATE, ExportError, Options, documents, format_of
from briefing.export.template import standard
from briefing.model import Action, Article, Briefing, Fact, Figure, Paragraph, Quote, Speaker

HOSTILE = (
    '=HYPERLINK("http://a.b";"c") +1+1 @SUM(A1) <script>alert(1)</script> &amp; </style><img src=x onerror=a()> '
    "*a* _b_ [c](javascript:d) `e` | f {{ 7*7 }} {% raw %} ]]> \"g\" 'h' ; , : \\n \\, мягкий\u00adперенос \u202eslov "
    "\u0645\u0631\u062d\u0628\u0627"
)


def hostile(text: str = HOSTILE) -> Briefing:
    """Return a briefing whose every text is the hostile one."""
    span = {"start": 0, "end": len(text), "text": text}
    article = Article(
        id=Article.identify(text),
        source=f"/a/{text[:10]}",
        language="ru",
        title=text,
        place=text,
        agency=text,
        byline=text,
        url="javascript:alert(1)",
        text=text,
        paragraphs=(Paragraph(start=0, end=len(text), kind="body"),),
    )
    return Briefing(
        article=article,
        speakers=(Speaker(id='"><script>', name=text, kind="person", role=text, organisation=text),),
        quotes=(Quote(id="q'\"<", kind="direct", speaker='"><script>', **span),),
        figures=(Figure(id="n1", kind="other", value=text, unit=text, **span),),
        facts=(Fact(id="f1", kind=text, score=1, **span),),
        actions=(Action(id="a1", status="agreed", actor=text, deadline="2026-02", **span),),
    )


def made(name: str, briefings: Sequence[Briefing], **options: object) -> str:
    form = FORMATS.get(name, TEMPLATE)
    document = documents(form, briefings, Options(**options))[""]  # type: ignore[arg-type]
    assert isinstance(document, str)
    return document


def made_bytes(name: str, briefings: Sequence[Briefing], **options: object) -> bytes:
    document = documents(FORMATS[name], briefings, Options(**options))[""]  # type: ignore[arg-type]
    assert isinstance(document, bytes)
    return document


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
        assert "По её словам" not in text

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
        assert "| 30%[^2] | доля | 30 | % |" in text
        assert "\n\n[^2]: По её словам, 30% работ уже сделано. — Вести реки · most.txt\n" in text

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
        other = bridge.model_copy(update={"article": bridge.article.model_copy(update={"source": "second.txt"})})
        text = made("markdown", [bridge, other], evidence=True)
        numbers = [int(line.partition("]")[0][2:]) for line in text.splitlines() if line.startswith("[^")]
        assert numbers == list(range(1, 9))
        assert text.count("— Вести реки · second.txt") == 4

    def test_hostile_text_stays_text(self) -> None:
        tokens = MarkdownIt("commonmark").enable("table").parse(made("markdown", [hostile()] * 2, evidence=True))
        kinds = {child.type for token in tokens for child in token.children or []}
        assert kinds <= {"text", "strong_open", "strong_close"}


class PageReader(HTMLParser):
    """Collects a page's elements and links, the text of each list item and of the article, and what is forbidden."""

    ALLOWED = frozenset(
        "html head meta title style body article section h1 h2 h3 h4 dl dt dd ul ol li p a span small sup"
        " table thead tbody tr th td".split()
    )
    ATTRIBUTES = frozenset("lang charset http-equiv content name class id href title dir".split())

    def __init__(self, page: str) -> None:
        super().__init__()
        self.anchors: list[str] = []
        self.links: list[str] = []
        self.items: list[str] = []
        self.source = ""
        self.open: list[str] = []
        self.in_source = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.ALLOWED, tag
        attributes = dict(attrs)
        assert attributes.keys() <= self.ATTRIBUTES, attributes
        if tag != "meta":
            self.open.append(tag)
        if "id" in attributes:
            self.anchors.append(str(attributes["id"]))
        if "href" in attributes:
            self.links.append(str(attributes["href"]))
        if tag == "li":
            self.items.append("")
        if tag == "section":
            self.in_source = attributes["class"] == "source"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "li" in self.open and not {"small", "sup"} & set(self.open) and data.strip() != "↗":
            self.items[-1] += data
        if self.in_source and self.open and self.open[-1] in {"p", "a", "h3", "h4"}:
            self.source += data


class TestHtml:
    def test_the_items_the_article_and_the_links_both_ways(self, bridge: Briefing) -> None:
        page = PageReader(made("html", [bridge]))
        texts = [fact.text for fact in bridge.facts]
        texts += ["«Откроем движение в декабре»", "30% работ уже сделано", "Жителей предупредят заранее"]
        texts += [action.text for action in bridge.actions]
        assert [item.strip() for item in page.items] == texts
        paragraphs = [bridge.article.text[p.start : p.end] for p in bridge.article.paragraphs]
        assert page.source.replace("\n", "") == "".join(paragraphs).replace("\n", "")
        assert len(set(page.anchors)) == len(page.anchors) == 2 * 10
        assert {link.removeprefix("#") for link in page.links} == set(page.anchors)

    def test_evidence_stands_in_footnotes(self, bridge: Briefing) -> None:
        page = PageReader(made("html", [bridge, hostile()], evidence=True))
        assert "По её словам, 30% работ уже сделано. — Вести реки · most.txt" in page.items
        notes = [link for link in page.links if link.startswith("#note-")]
        assert len(notes) == 10 + 4
        assert {link.removeprefix("#") for link in page.links} <= set(page.anchors)

    def test_several_articles_have_anchors_of_their_own(self, bridge: Briefing) -> None:
        page = PageReader(made("html", [bridge, bridge, hostile()]))
        assert len(set(page.anchors)) == len(page.anchors)
        assert {link.removeprefix("#") for link in page.links} <= set(page.anchors)

    def test_hostile_text_stays_text(self) -> None:
        text = made("html", [hostile()])
        page = PageReader(text)
        assert page.source == HOSTILE
        assert all(link.startswith("#") for link in page.links)
        assert "default-src 'none'" in text

    @given(st.lists(st.tuples(st.integers(0, 28), st.integers(1, 29)).map(sorted), max_size=8))
    def test_overlapping_items_leave_the_article_as_it_is(self, places: list[list[int]]) -> None:
        text = "Один & два < три\n\nчетыре пять"
        assert len(text) == 29
        paragraphs = (Paragraph(start=0, end=16, kind="body"), Paragraph(start=18, end=len(text), kind="body"))
        spans = [{"start": start, "end": end, "text": text[start:end]} for start, end in places if start < end]
        article = hostile(text).article.model_copy(update={"paragraphs": paragraphs})
        half = len(spans) // 2
        briefing = Briefing(
            article=article,
            facts=tuple(Fact(id="f", kind="x", score=1, **span) for span in spans[:half]),
            quotes=tuple(Quote(id="q", kind="indirect", **span) for span in spans[half:]),
        )
        page = PageReader(made("html", [briefing]))
        assert page.source == "Один & два < тричетыре пять"
        assert len(set(page.anchors)) == len(page.anchors)
        lit = {anchor.removeprefix("at-") for anchor in page.anchors if anchor.startswith("at-")}
        assert len(lit) == sum(bool(str(span["text"]).strip("\n")) for span in spans)
        assert {link.removeprefix("#item-") for link in page.links if link.startswith("#item-")} == lit


class TestTables:
    def rows(self, text: str) -> list[Mapping[str, str]]:
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def test_a_table_for_each_layer(self, bridge: Briefing) -> None:
        found = documents(FORMATS["csv"], [bridge], Options())
        assert tuple(found) == LAYERS
        quotes = self.rows(str(found["quotes"]))
        assert [(row["text"], row["speaker"], row["cue"]) for row in quotes] == [
            ("Откроем движение в декабре", "Анна Речная", "сказала"),
            ("30% работ уже сделано", "Анна Речная", ""),
            ("Жителей предупредят заранее", "", ""),
        ]
        figures = self.rows(str(found["figures"]))
        assert [(row["value"], row["unit"]) for row in figures] == [
            ("/2025-12-31", ""),
            ("1250000000", "RUB"),
            ("30.0", "%"),
        ]
        text = bridge.article.text
        for row in [*quotes, *figures]:
            assert text[int(row["start"]) : int(row["end"])] == row["text"]

    def test_the_items_of_several_articles_stand_in_one_table(self, bridge: Briefing) -> None:
        rows = self.rows(made("csv", [bridge, hostile()], layers=("actions",)))
        assert [row["article"] for row in rows] == [bridge.article.id] * 2 + [hostile().article.id]

    @pytest.mark.parametrize("start", ["=1+1", "+1", "-1 °C", "@SUM", "\tx", "\rx", "＝1", " =1", "\u00a0=1", "\n=1"])
    def test_no_cell_is_a_formula(self, start: str) -> None:
        for layer in LAYERS:
            (row,) = self.rows(made("csv", [hostile(start)], layers=(layer,)))
            assert row["text"] == f"'{start}"
            assert not [value for value in row.values() if value.lstrip(" \u00a0")[:1] in {*"=+-@\t\r\n＝"} - {""}]

    def test_negative_numbers_stay_numbers(self) -> None:
        figure = Figure(id="n1", kind="measure", value=-12.5, unit="градус", start=0, end=5, text="-12,5")
        article = hostile("-12,5 градуса").article
        briefing = Briefing(article=article, figures=(figure,))
        (row,) = self.rows(made("csv", [briefing], layers=("figures",)))
        assert (row["value"], row["text"]) == ("-12.5", "'-12,5")

    def test_the_workbook(self, bridge: Briefing) -> None:
        workbook = load_workbook(io.BytesIO(made_bytes("xlsx", [bridge, hostile()])))
        assert tuple(workbook.sheetnames) == LAYERS
        header, *rows = workbook["figures"].iter_rows()
        assert [cell.value for cell in header][-3:] == ["kind", "value", "unit"]
        found = [[cell.value for cell in row][-5:] for row in rows]
        assert found[1] == [bridge.figures[1].end, "1,25 млрд рублей", "money", 1250000000, "RUB"]
        cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert HOSTILE in {cell.value for cell in cells}
        assert all(cell.quotePrefix for cell in cells if isinstance(cell.value, str))

    def test_a_workbook_takes_any_character(self) -> None:
        text = "a\x00b\x1bc\ufffed" + "я" * 40000
        sheet = load_workbook(io.BytesIO(made_bytes("xlsx", [hostile(text)])))["facts"]
        assert str(sheet["H2"].value).startswith("abcdя")

    def test_without_openpyxl_it_is_said_what_to_install(
        self, bridge: Briefing, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
        with pytest.raises(ExportError, match=r"pip install 'briefing\[xlsx\]'"):
            made_bytes("xlsx", [bridge])


def with_deadlines(bridge: Briefing, *deadlines: str | None) -> Briefing:
    first = bridge.actions[0]
    actions = [
        first.model_copy(
            update={"id": f"a{number}", "deadline": deadline, "end": first.end - number, "text": first.text[:-number]}
        )
        for number, deadline in enumerate(deadlines, 1)
    ]
    return bridge.model_copy(update={"actions": tuple(actions)})


class TestCalendar:
    DEADLINES = ("2026-03-05", "2026-02", "/2025-12-31", "2025-07-01/", "2026/2028", None, "soon")

    def test_tasks(self, bridge: Briefing) -> None:
        text = made("calendar", [with_deadlines(bridge, *self.DEADLINES)])
        tasks = icalendar.Calendar.from_ical(text).walk("VTODO")
        days = [tuple(task[name].dt if name in task else None for name in ("DTSTART", "DUE")) for task in tasks]
        assert days == [
            (None, date(2026, 3, 5)),
            (date(2026, 2, 1), date(2026, 2, 28)),
            (None, date(2025, 12, 31)),
            (date(2025, 7, 1), None),
            (date(2026, 1, 1), date(2028, 12, 31)),
        ]
        assert len({str(task["UID"]) for task in tasks}) == 5
        assert str(tasks[0]["SUMMARY"]).startswith("администрация Лугового: Мост через реку Тихую")
        assert str(tasks[0]["DESCRIPTION"]).startswith(bridge.facts[0].text + "\nВести реки · most.txt\n")

    def test_events(self, bridge: Briefing) -> None:
        text = made("calendar", [with_deadlines(bridge, *self.DEADLINES)], events=True)
        events = icalendar.Calendar.from_ical(text).walk("VEVENT")
        days = [(event["DTSTART"].dt, event["DTEND"].dt) for event in events]
        assert days == [
            (date(2026, 3, 5), date(2026, 3, 6)),
            (date(2026, 2, 1), date(2026, 3, 1)),
            (date(2025, 12, 31), date(2026, 1, 1)),
            (date(2025, 7, 1), date(2025, 7, 2)),
            (date(2026, 1, 1), date(2029, 1, 1)),
        ]

    def test_another_reader_sees_the_same(self, bridge: Briefing) -> None:
        text = made("calendar", [with_deadlines(bridge, *self.DEADLINES), hostile()])
        ours = [str(task["SUMMARY"]) for task in icalendar.Calendar.from_ical(text).walk("VTODO")]
        theirs = [task.summary.value for task in vobject.readOne(text).vtodo_list]
        assert theirs == ours
        assert theirs[-1] == HOSTILE
        assert "URL:" not in text

    def test_lines_are_folded_at_75_octets(self) -> None:
        for line in made("calendar", [hostile("Ё" * 300)]).encode().split(b"\r\n"):
            assert len(line) <= 75
            line.decode()

    def test_a_title_names_its_actor_once(self, bridge: Briefing) -> None:
        dated = with_deadlines(bridge, "2026", "2026")
        actors = ("река Тихая", "мэр Речная")
        actions = [action.model_copy(update={"actor": who}) for action, who in zip(dated.actions, actors, strict=True)]
        text = made("calendar", [dated.model_copy(update={"actions": tuple(actions)})])
        first, second = (str(task["SUMMARY"]) for task in icalendar.Calendar.from_ical(text).walk("VTODO"))
        assert first.startswith("Мост через реку Тихую")
        assert second.startswith("мэр Речная: ")

    def test_without_deadlines_the_calendar_is_empty(self, bridge: Briefing) -> None:
        assert not icalendar.Calendar.from_ical(made("calendar", [with_deadlines(bridge, None)])).walk("VTODO")


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
        assert rows[2] == ["1,25 млрд рублей", "деньги", "1\u00a0250\u00a0000\u00a0000", "RUB"]

    def test_the_language_is_named(self, bridge: Briefing) -> None:
        word = Document(io.BytesIO(made_bytes("docx", [bridge])))
        space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
        assert {found.get(f"{space}val") for found in word.styles.element.iter(f"{space}lang")} == {"ru-RU"}

    def test_evidence_is_in_footnotes(self, bridge: Briefing) -> None:
        archive = zipfile.ZipFile(io.BytesIO(made_bytes("docx", [bridge], evidence=True)))
        space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
        notes = ElementTree.fromstring(archive.read("word/footnotes.xml")).findall(f"{space}footnote")
        texts = {note.get(f"{space}id"): "".join(note.itertext()).strip() for note in notes}
        assert texts["3"] == "По её словам, 30% работ уже сделано. — Вести реки · most.txt"
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
