"""What is damaged or of no known format gives an article or a sentence."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.sources import SourceError, read
from tests.sources import pages
from tests.sources.making import DATA, is_article_or_sentence, made


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
