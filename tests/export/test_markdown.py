"""The Markdown export: what it looks like, and that it reads back as the same items whatever an article contains."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.export.markdown import escape, render
from briefing.model import Action, Article, Briefing, Fact, Figure, Paragraph, Quote, Speaker

GOLDEN = Path(__file__).parents[1] / "data" / "export"


def test_the_bridge_as_markdown(bridge: Briefing) -> None:
    assert render(bridge) == (GOLDEN / "bridge.md").read_text(encoding="utf-8")


def test_an_english_article_has_english_headings(bridge: Briefing) -> None:
    article = bridge.article.model_copy(update={"language": "en"})
    text = render(bridge.model_copy(update={"article": article}))
    assert "## Key facts" in text
    assert "“Откроем движение в декабре”" in text
    assert "1,250,000,000" in text


def test_empty_sections_are_left_out(bridge: Briefing) -> None:
    text = render(Briefing(article=bridge.article))
    assert text.startswith("# Мэр Лугового рассказал о новом мосте\n")
    assert "##" not in text
    assert text.endswith("most.txt\n")


def test_without_a_title_the_first_words_give_the_heading(bridge: Briefing) -> None:
    article = bridge.article.model_copy(update={"title": None})
    first = article.text.partition("\n")[0]
    assert render(Briefing(article=article)).startswith(f"# {first}\n")


def test_the_organisation_is_named_once() -> None:
    speakers = (
        Speaker(id="s1", name="А", kind="person", role="глава Минтранса", organisation="Минтранса"),
        Speaker(id="s2", name="Б", kind="person", role="директор", organisation="завод «Луч»"),
        Speaker(id="s3", name="В", kind="person", organisation="ГИБДД"),
        Speaker(id="s4", name="Г", kind="person", role="глава Озёрской области", organisation="Озёрская область"),
    )
    quotes = tuple(
        Quote(id=f"q{number}", kind="direct", speaker=f"s{number}", start=0, end=5, text="Текст")
        for number in (1, 2, 3, 4)
    )
    text = render(Briefing(article=article_of("Текст."), speakers=speakers, quotes=quotes))
    assert "\nглава Минтранса\n" in text
    assert "\nдиректор, завод «Луч»\n" in text
    assert "\nГИБДД\n" in text
    assert "\nглава Озёрской области\n" in text


def article_of(text: str, title: str | None = None) -> Article:
    return Article(
        id=Article.identify(text),
        source="a.txt",
        language="ru",
        title=title,
        text=text,
        paragraphs=(Paragraph(start=0, end=len(text), kind="body"),),
    )


def briefing_saying(text: str) -> Briefing:
    """Return a briefing that has the text as its title, name, role and unit, and as the words of every item."""
    span = {"start": 0, "end": len(text), "text": text}
    return Briefing(
        article=article_of(text, title=text).model_copy(update={"place": text, "agency": text}),
        speakers=(Speaker(id="s1", name=text, kind="person", role=text),),
        quotes=(
            Quote(id="q1", kind="direct", speaker="s1", **span),
            Quote(id="q2", kind="indirect", speaker="s1", **span),
        ),
        figures=(Figure(id="n1", kind="other", value=text, unit=text, **span),),
        facts=(Fact(id="f1", kind="statement", score=1, **span), Fact(id="f2", kind="statement", score=1, **span)),
        actions=(Action(id="a1", status="planned", actor=text, **span), Action(id="a2", status="planned", **span)),
    )


def shown(token: Token) -> str:
    """Return the text that a reader sees of an inline token; markup other than plain text and strong is an error."""
    parts = []
    for child in token.children or []:
        assert child.type in {"text", "strong_open", "strong_close"}, child
        parts.append(child.content)
    return "".join(parts)


def read_back(markdown: str) -> list[tuple[str, str]]:
    """Return the document as markdown-it sees it: pairs of the element around a text and the text."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    known = {"heading", "paragraph", "bullet_list", "list_item", "table", "thead", "tbody", "tr", "th", "td", "inline"}
    assert {token.type.removesuffix("_open").removesuffix("_close") for token in tokens} <= known
    return [
        (f"{before.tag}{before.level}", shown(token)) for before, token in pairwise(tokens) if token.type == "inline"
    ]


PLAIN = "Слово и дело"


@pytest.mark.parametrize(
    "text",
    [
        *("*a* _b_ **c** `d` ``e`` ~~f~~", "[a](b) ![c](d) <e> <b>f</b> <http://g>", "&amp; &lt; &#35; \\& \\*"),
        *("# a #", "a #", "####### a", "1. a", "12) b", "1234567890. c", "- a", "+ b", "* c", "> d", "-", "+", "1."),
        *("---", "===", "***", "___", "- - -", "~~~", "```", "    code", "\tcode", "a\n===", "a\n---\nb", "a\n\n- b"),
        *("a | b", "| a |", "\\|", "\\\\|", "|", "a\\", "\\", "| --- |", "[ ] a", "[x]: b", "[^1]: c", "[^1]"),
        *("a  \nb", "a\\\nb", "a\r\nb", "a\u2028b", "10\u00a0000", "\u00a0a\u00a0", "<!-- a", "<![CDATA[a]]>", "<?php"),
        *("a_b_c", "a*b*c", "«**a**»", "https://a.b/c_d_e", "C:\\temp\\*", "\u202eabc", "a\u200bb", "\x1b[31ma"),
    ],
)
def test_no_text_is_taken_for_markdown(text: str) -> None:
    check_reads_back(text)


@given(st.text(st.one_of(st.sampled_from("*_`#|<>[]()!&~\\-+=1.) \n\tаz:"), st.characters(codec="utf-8")), min_size=1))
@example("1)\t-")
def test_any_text_reads_back(text: str) -> None:
    check_reads_back(text)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [("4.5% роста", "4.5% роста"), ("4. Рост", "4\\. Рост"), ("7)", "7\\)"), ("1,5 млн", "1,5 млн")],
)
def test_a_number_is_escaped_only_where_it_would_begin_a_list(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def check_reads_back(text: str) -> None:
    if not escape(text):
        return  # White space and control characters alone: there is nothing to show.
    plain = read_back(render(briefing_saying(PLAIN)))
    expected = [(element, words.replace(PLAIN, folded(text))) for element, words in plain]
    assert read_back(render(briefing_saying(text))) == expected


def folded(text: str) -> str:
    """Return the text as a reader of one line sees it: white space folded, no control characters."""
    for white in "\t\n\r\f\v\x1c\x1d\x1e\x1f\x85\u2028\u2029":
        text = text.replace(white, " ")
    text = "".join(mark for mark in text if mark.isprintable() or (ord(mark) > 0x9F and mark not in "\ufffe\uffff"))
    return " ".join(part for part in text.split(" ") if part).strip()
