"""Every format gives the same story; the format is told by content; damage gives a sentence."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Callable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model import Article
from briefing.sources import SourceError, opened, read, read_all, text
from briefing.sources.formats import draft, sniff
from briefing.sources.hyphens import undo
from briefing.sources.material import Material
from briefing.sources.wire import take_apart
from tests.sources import pages

DATA = Path(__file__).parents[1] / "data" / "sources"


def made(data: bytes, name: str = "story") -> Article:
    return take_apart(draft(Material(data, name))).finish(name)


def is_article_or_sentence(data: bytes) -> bool:
    try:
        return isinstance(made(data), Article)
    except SourceError as error:
        return str(error).isprintable()


def paragraphs(article: Article, kind: str = "body") -> list[str]:
    return [article.text[each.start : each.end] for each in article.paragraphs if each.kind == kind]


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


def test_a_message_gives_its_body_and_names_its_attachments() -> None:
    article = made(pages.mail())
    assert sniff(pages.mail()) == "mail"
    assert (article.title, article.date, article.byline) == (pages.TITLE, "2025-12-04", "Пресс-служба губернатора")
    assert len(paragraphs(article)) == 15
    assert "С уважением" not in article.text
    assert paragraphs(article, "meta") == ["Attachments: bridge.jpg"]


def passed_on(message: bytes, times: int) -> bytes:
    for _ in range(times):
        outer = EmailMessage()
        outer["From"], outer["To"], outer["Subject"] = "a@vestnik.example", "b@vestnik.example", "Fwd: смотрите"
        outer["Date"] = "Fri, 05 Dec 2025 10:00:00 +0300"
        outer.set_content("См. вложение.")
        outer.add_attachment(message_from_bytes(message, policy=default))
        message = outer.as_bytes()
    return message


@pytest.mark.parametrize("times", [1, 3])
def test_a_message_that_is_passed_on_is_read(times: int) -> None:
    article = made(passed_on(pages.mail(), times))
    assert (article.title, article.date, article.byline) == (pages.TITLE, "2025-12-04", "Пресс-служба губернатора")
    assert paragraphs(article, "meta") == ["Attachments: bridge.jpg"]
    assert len(paragraphs(article)) == len(pages.PARAGRAPHS)


@pytest.mark.parametrize(
    "sender",
    [
        b"=?utf-8?b?0JDQvdC90LAg0KDRg9GH?=\r\n =?utf-8?b?0YzRkdCy0LA=?= <a@b.example>",
        b'"=?koi8-r?b?4c7OwSDy1d7Yo9fB?=" <a@b.example>',
        "Анна Ручьёва <a@b.example>".encode(),
        "Анна Ручьёва <a@b.example>".encode("cp1251"),
    ],
)
def test_the_name_of_a_sender_is_read_however_it_is_written(sender: bytes) -> None:
    body = "\r\n\r\n".join(pages.PARAGRAPHS).encode()
    head = b"Subject: x\r\nDate: Thu, 4 Dec 2025 09:30:00 +0300\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    assert made(b"From: " + sender + b"\r\n" + head + body).byline == "Анна Ручьёва"


def test_a_message_that_is_passed_on_without_end_is_what_it_says() -> None:
    assert made(passed_on(pages.mail(), 9)).title == "смотрите"


def test_a_message_that_says_nothing_gives_the_document_attached_to_it() -> None:
    message = EmailMessage()
    message["From"] = "press@severogorsk.example"
    message["Subject"] = "Релиз о мостах"
    message["Date"] = "Thu, 04 Dec 2025 09:30:00 +0300"
    message.set_content("Релиз во вложении.")
    message.add_attachment(pages.word(), maintype="application", subtype="octet-stream", filename="релиз.docx")
    article = made(message.as_bytes())
    assert (article.title, article.date) == (pages.TITLE, "2025-12-04")
    assert pages.PARAGRAPHS[0] in paragraphs(article)


@pytest.mark.parametrize("mark", ["", "> "])
def test_the_head_of_a_forwarded_message_is_left_out(mark: str) -> None:
    head = [
        "---------- Forwarded message ---------",
        "От: Пресс-служба <press@severogorsk.example>",
        "Date: чт, 4 дек. 2025",
        "Subject: Мосты",
        "",
    ]
    message = EmailMessage()
    message["From"], message["Subject"] = "Вера <vera@vestnik.example>", "Fwd: Мосты"
    message.set_content(
        "\n".join(mark + line for line in [*head, "\n".join(pages.PARAGRAPHS).replace("\n", f"\n{mark}")])
    )
    assert paragraphs(made(message.as_bytes())) == pages.PARAGRAPHS


def test_the_html_part_of_a_message_is_taken_where_the_plain_one_only_points_to_it() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "press@severogorsk.example", "Мосты"
    message.set_content("Откройте письмо в браузере.")
    message.add_alternative("".join(f"<p>{each}</p>" for each in pages.PARAGRAPHS), subtype="html")
    assert paragraphs(made(message.as_bytes())) == pages.PARAGRAPHS


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


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"%PDF-1.7\nno document follows", "damaged PDF"),
        (b"PK\x03\x04 word/ broken archive", "damaged docx"),
        (b"PK\x03\x04 something else", "archive"),
        (b"{\\rtf1\\ansi text}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64, "old Office"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "picture"),
        (b"<html><body><script>only()</script></body></html>", "without readable text"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel><title>x</title></channel></rss>", "without entries"),
        (b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\n\n", "message without text"),
    ],
)
def test_damage_and_foreign_formats_are_refused_in_a_sentence(data: bytes, cause: str) -> None:
    with pytest.raises(SourceError, match=cause) as caught:
        made(data)
    assert "\n" not in str(caught.value)


def test_columns_of_a_printed_page_are_read_one_after_the_other() -> None:
    article = read(str(DATA / "columns.pdf"))
    assert article.title == "Council Votes to Rebuild the Eastern Breakwater"
    assert paragraphs(article, "meta") == ["Harbour Gazette 1"]
    assert len(paragraphs(article)) == 7
    assert "the storms of 2019.\n\nWork will begin in April 2026" in article.text
    assert "- " not in article.text


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


def test_a_scan_is_refused() -> None:
    with pytest.raises(SourceError, match="OCR"):
        read(str(DATA / "scan.pdf"))


def test_an_archive_that_unpacks_to_too_much_is_refused() -> None:
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (65 * 1024 * 1024))
    with pytest.raises(SourceError, match="unpacks to more"):
        made(out.getvalue())


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


HEADS = [
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04word/",
    b"<html><body><p>",
    b"<?xml version='1.0'?><rss><channel><item>",
    b"From: a@b\nSubject: x\nDate: y\nMIME-Version: 1.0\n\n",
    b"---\ntitle: x\n---\n",
    b"+++\nx = 1\n+++\n",
    b"\xff\xfe",
    b'<script type="application/ld+json">{"@type": "NewsArticle", "author":',
    b"Content-Type: multipart/mixed\nFrom: a\nTo: b\n",
]


@settings(deadline=5000, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(HEADS), st.one_of(st.binary(max_size=400), st.text(max_size=300).map(str.encode)))
def test_any_bytes_give_an_article_or_a_sentence(head: bytes, rest: bytes) -> None:
    assert is_article_or_sentence(head + rest)


@settings(deadline=5000, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from([pages.modern(), pages.mail(), pages.feed(), pages.word(), (DATA / "release.pdf").read_bytes()]),
    st.data(),
)
def test_damaged_files_give_an_article_or_a_sentence(whole: bytes, choice: st.DataObject) -> None:
    at = choice.draw(st.integers(0, len(whole) - 1))
    length = choice.draw(st.integers(0, 200))
    broken = whole[:at] + choice.draw(st.binary(max_size=20)) + whole[at + length :]
    assert is_article_or_sentence(broken)


def test_a_deep_page_does_not_exhaust_the_stack() -> None:
    assert is_article_or_sentence(b"<div>" * 20_000 + b"word " * 100)
