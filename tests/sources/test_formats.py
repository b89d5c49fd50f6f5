"""Every format gives the same story; the format is told by content; damage gives a sentence."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.model import Article
from briefing.sources import SourceError, opened, read, read_all, text
from briefing.sources.formats import sniff
from briefing.sources.hyphens import undo
from tests.sources import pages
from tests.sources.making import DATA, made, paragraphs


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("html", pages.modern),
        ("html", pages.tables_of_2005),
        ("html", pages.broken),
        ("feed", pages.feed),
        ("docx", pages.word),
        ("pdf", (DATA / "release.pdf").read_bytes),
    ],
    ids=["modern page", "page of 2005", "broken page", "feed", "docx", "pdf"],
)
def test_fifteen_of_fifteen_paragraphs_and_no_menu(name: str, page: Callable[[], bytes]) -> None:
    data = page()
    assert sniff(data) == name
    article = made(data)
    assert article.title == pages.TITLE
    assert paragraphs(article, "title") == [pages.TITLE]
    assert paragraphs(article) == pages.PARAGRAPHS
    assert article.language == "ru"


def test_a_page_says_more_than_its_text() -> None:
    article = made(pages.modern())
    assert (article.date, article.place, article.agency) == ("2025-12-04", "Северогорск", "Северный вестник")
    assert (article.rubric, article.byline) == ("Общество", "Вера Климова")
    assert article.url == "https://vestnik.example/bridges"


def test_what_a_page_says_goes_before_what_its_text_says() -> None:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in pages.PARAGRAPHS)
    page = f"""<html><head><meta property="article:published_time" content="2025-12-04T23:30:00+03:00">
    <meta property="og:title" content="Мосты отремонтируют"></head><body><article><h1>Мосты отремонтируют</h1>
    <p>Омск, 3 декабря 2025. СибИнфо. Начало истории о мостах.</p>{story}</article></body></html>"""
    article = made(page.encode())
    assert (article.date, article.place, article.agency) == ("2025-12-04", "Омск", "СибИнфо")


def test_lists_tables_and_headings_of_a_page_stay_readable() -> None:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in pages.PARAGRAPHS)
    page = f"""<html><body><article><h1>Мосты</h1>{story}<h2>Сколько и когда</h2>
    <ul><li>конкурс до 1 марта</li><li>ремонт с мая</li></ul>
    <table><tr><th>Год</th><th>Мостов</th></tr><tr><td>2026</td><td>14</td></tr></table>
    <p>Последний абзац статьи о ремонте мостов области.</p></article></body></html>"""
    article = made(page.encode())
    assert paragraphs(article, "heading") == ["Сколько и когда"]
    assert paragraphs(article, "list") == ["• конкурс до 1 марта", "• ремонт с мая", "Год | Мостов", "2026 | 14"]


def test_a_document_keeps_its_styles_and_tables() -> None:
    article = made(pages.word())
    assert paragraphs(article, "heading") == ["Сроки"]
    assert paragraphs(article, "list") == ["• конкурс до 1 марта", "Год | Мостов | Млн рублей", "2026 | 14 | 1100"]


def test_a_feed_gives_each_entry_with_its_own_day(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(pages.feed())
    whole, plain, empty = read_all(str(path))
    assert isinstance(whole, Article)
    assert isinstance(plain, Article)
    assert isinstance(empty, SourceError)
    assert (whole.date, whole.rubric, whole.agency) == ("2025-12-04", "Общество", "Северный вестник")
    assert (plain.title, plain.date) == ("Паромщики подняли цены", "2025-12-03")
    assert plain.source == "https://vestnik.example/ferry"
    assert paragraphs(plain) == pages.PARAGRAPHS
    assert read(str(path)).title == whole.title


MARKDOWN = f"""
# Мосты отремонтируют

{pages.PARAGRAPHS[0]} **Важно**: [подробности](https://example.org) — `в плане`.

![Мост](bridge.jpg)

## Сроки

- конкурс до 1 марта
- ремонт с мая

1. первый
2. второй

| Год | Мостов |
| --- | --- |
| 2026 | 14 |
"""


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Мосты\ndate: 2025-12-04\nauthor: [Вера Климова]\nplace: Северогорск\n"
        "categories:\n  - Общество\n---\n",
        '+++\ntitle = "Мосты"\ndate = 2025-12-04T10:00:00+03:00\nauthor = "Вера Климова"\nplace = "Северогорск"\n'
        'rubric = "Общество"\n+++\n',
    ],
)
def test_markdown_with_front_matter(front: str) -> None:
    data = (front + MARKDOWN).encode()
    assert sniff(data) == "markdown"
    article = made(data)
    assert (article.title, article.date, article.byline) == ("Мосты", "2025-12-04", "Вера Климова")
    assert (article.place, article.rubric) == ("Северогорск", "Общество")
    assert paragraphs(article, "heading") == ["Мосты отремонтируют", "Сроки"]
    assert paragraphs(article, "list") == [
        "• конкурс до 1 марта",
        "• ремонт с мая",
        "1. первый",
        "2. второй",
        "Год | Мостов",
        "2026 | 14",
    ]
    assert f"{pages.PARAGRAPHS[0]} Важно: подробности — в плане." in paragraphs(article)


@pytest.mark.parametrize("title", [f"Вестник: {pages.TITLE}", f"{pages.TITLE} :: Новости", f"{pages.TITLE}. Вестник"])
def test_a_headline_is_told_from_the_title_with_the_name_of_the_site(title: str) -> None:
    body = "<br><br>".join([f"<b>{pages.TITLE}</b>", *pages.PARAGRAPHS])
    article = made(f"<html><head><title>{title}</title></head><body><div>{body}</div></body></html>".encode())
    assert article.title == pages.TITLE
    assert article.text.count(pages.TITLE) == 1


def test_a_line_that_is_only_a_small_part_of_the_title_is_not_the_headline() -> None:
    lines = ["Мосты области", *pages.PARAGRAPHS]
    body = "".join(f"<p>{line}</p>" for line in lines)
    title = "Мосты области отремонтируют за три года, но сначала найдут подрядчиков"
    assert made(f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()).title == title


def test_markdown_without_front_matter_is_told_by_its_name() -> None:
    assert made(MARKDOWN.encode(), "story.md").title == "Мосты отремонтируют"
    assert sniff(MARKDOWN.encode(), "story.txt") == "text"


@pytest.mark.parametrize("front", ["---\ntitle: [\n---\nТекст", "+++\ntitle = \n+++\nТекст"])
def test_front_matter_that_cannot_be_read_is_named(front: str) -> None:
    with pytest.raises(SourceError, match="front matter"):
        made(front.encode())


def test_columns_of_a_printed_page_are_read_one_after_the_other() -> None:
    article = read(str(DATA / "columns.pdf"))
    assert article.title == "Council Votes to Rebuild the Eastern Breakwater"
    assert paragraphs(article, "meta") == ["Harbour Gazette 1"]
    assert len(paragraphs(article)) == 7
    assert "the storms of 2019.\n\nWork will begin in April 2026" in article.text
    assert "- " not in article.text


def test_a_page_of_short_paragraphs_is_parted_where_there_is_room() -> None:
    lines = [
        "Lowmere council to vote on its budget",
        "",
        "LOWMERE, Feb. 12, 2026 - The council of Lowmere will vote on",
        "the budget on Friday, Mayor Ann Pell said.",
        "",
        "Spending will grow to $31 million, the mayor said.",
        "",
        "A hearing is set for March.",
    ]
    article = made(pages.printed(lines))
    assert article.title == lines[0]
    assert article.date == "2026-02-12"
    assert [body.split()[0] for body in paragraphs(article)] == ["The", "Spending", "A"]


@pytest.mark.parametrize(
    ("before", "after", "words", "whole"),
    [
        ("работа мини", "стерства", "", "работа министерства"),
        ("научно", "производственный", "", "научно-производственный"),
        ("a long", "standing offer", "a long-standing plan", "a long-standing offer"),
        ("con", "struction", "", "construction"),
    ],
)
def test_hyphens_at_line_ends(before: str, after: str, words: str, whole: str) -> None:
    assert undo(before, after, Counter(re.findall(r"[\w-]+", words))) == whole


def test_text_is_the_text_of_the_article_in_every_format(tmp_path: Path) -> None:
    for number, data in enumerate([pages.modern(), pages.word(), pages.mail(), pages.feed(), MARKDOWN.encode()]):
        path = tmp_path / f"{number}.dat"
        path.write_bytes(data)
        assert text(str(path)) == read(str(path)).text


def test_an_opened_article_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(pages.modern())
    page = opened(str(path))
    path.unlink()
    assert page.text == page.article().text
    assert page.article().agency == "Северный вестник"


def test_standard_input_is_read_once_for_text_and_article() -> None:
    program = "from briefing.sources import read, text; assert text('-') == read('-').text; print(read('-').title)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=pages.modern(),
        capture_output=True,
        check=True,
        env={"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.stdout.decode().strip() == pages.TITLE


def test_every_reader_is_a_dependency_that_is_declared() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = " ".join(project["dependencies"]).lower()
    for name in (
        "trafilatura",
        "lxml_html_clean",
        "feedparser",
        "pypdfium2",
        "python-docx",
        "markdown-it-py",
        "pyyaml",
    ):
        assert name in declared
