"""Quotes that a person marks: direct between marks, and of anybody whom the article names."""

from __future__ import annotations

import pytest

from briefing import sources
from briefing.extract.marking import as_quote, people


@pytest.mark.parametrize(
    ("text", "selected", "kind", "place"),
    [
        ("Мэр сказал: «Мы всё успеем к маю».", "всё успеем", "direct", "всё успеем"),
        ("Мэр сказал: «Мы всё успеем к маю».", "«Мы всё успеем к маю».", "direct", "Мы всё успеем к маю"),
        ("«Успеем», — сказал мэр.", "«Успеем», — ", "direct", "Успеем"),
        (
            "Мэр сказал, что «Новый дом» сдадут к маю.",
            "«Новый дом» сдадут к маю",
            "indirect",
            "«Новый дом» сдадут к маю",
        ),
        ("Мэр сказал, что всё успеют.", "всё успеют", "indirect", "всё успеют"),
        ("Мост — это символ.", "это символ", "indirect", "это символ"),
        ("— Мы всё успеем, — сказал мэр.", "— Мы всё успеем,", "direct", "Мы всё успеем"),
        ("The mayor said: “We'll be ready.”", "We'll be ready", "direct", "We'll be ready"),
        ("«Первое.\n\nВторое», — сказал мэр.", "Первое.\n\nВторое", "direct", "Первое.\n\nВторое"),
    ],
)
def test_words_are_direct_between_marks(text: str, selected: str, kind: str, place: str) -> None:
    article = sources.article(text, "a.txt")
    start = article.text.index(selected)
    found, first, last = as_quote(article, start, start + len(selected))
    assert (found, article.text[first:last]) == (kind, place)


def test_everybody_whom_the_article_names_is_found_once() -> None:
    text = "Мэр Иван Лосев встретился с врачом Анной Ручьёвой. Лосев сказал, что Ручьёва права."
    assert people(sources.article(text, "a.txt"), models=False) == ["Иван Лосев", "Анна Ручьёва"]
