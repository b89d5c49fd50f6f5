"""What the tests of figures share: a text's figures as rows of kind, text, value and unit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from briefing import language
from briefing.extract import figures
from briefing.language import Document

Row = tuple[str, str, float | int | str | None, str | None]

# A Wednesday.
PUBLISHED = date(2025, 11, 19)


def _analyse(code: str, text: str) -> Document:
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return language.get(code).analyse(text, spans, models=False)


@pytest.fixture(scope="session")
def analyse() -> Callable[[str, str], Document]:
    """Analyse the paragraphs of a text in a language by rules alone."""
    return _analyse


@pytest.fixture(scope="session")
def rows() -> Callable[..., list[Row]]:
    """Return the figures of a text in a language; it is published on 19 November 2025 unless said otherwise."""

    def find(code: str, text: str, published: date | None = PUBLISHED) -> list[Row]:
        found = figures.find(_analyse(code, text), published)
        return [(f.kind, text[f.start : f.end], f.value, f.unit) for f in found]

    return find
