"""The page in HTML, read back by a parser of pages."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Briefing, Fact, Paragraph, Quote
from tests.export.rendering import HOSTILE, hostile, made


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
        assert "По её словам, 30% работ уже сделано. — Вести реки" in page.items
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
