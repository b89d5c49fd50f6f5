"""Texts that break off, or lack a word, are read like all others: nothing is raised, every span has its words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing import sources
from briefing.extract import extract
from briefing.model import Article

SAMPLES = [sources.read(str(path)) for path in sources.samples()]


def cut(words: list[str], at: int) -> list[str]:
    return words[: at + 1]


def without(words: list[str], at: int) -> list[str]:
    return words[:at] + words[at + 1 :]


@pytest.mark.slow
@pytest.mark.parametrize("damaged", [cut, without])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.language + sample.id)
def test_a_paragraph_may_break_off_anywhere(sample: Article, damaged: Callable[..., list[str]]) -> None:
    for paragraph in sample.paragraphs:
        words = sample.text[paragraph.start : paragraph.end].split(" ")
        for at in range(len(words)):
            text = " ".join(damaged(words, at))
            if text.strip():
                briefing = extract(sources.article(text, "text"), models=False)
                assert all(briefing.article.text[s.start : s.end] == s.text for s in briefing.spans())


def test_a_sentence_may_end_with_what_joins() -> None:
    for text in ("Проект поддержали мэр Анна Ким и", "По словам мэра и", "Anna Kim and", "The mayor said that", "«Мы"):
        assert extract(sources.article(text, "text")).article.text == text
