"""Direct and indirect quotes of Russian: a sentence for every construction, and what is no quote."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from briefing import language
from briefing.extract import quotes


class Found(NamedTuple):
    kind: str
    text: str
    who: str | None


def found(text: str) -> list[Found]:
    """Return the utterances of a Russian text whose paragraphs are its lines; the headline is left out."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    document = language.get("ru").analyse(text, spans, models=False)
    return [
        Found(
            u.kind,
            text[u.start : u.end],
            text[u.mention.start : u.mention.end] if u.mention else "…" if u.continued else None,
        )
        for u in quotes.find(document)
    ]


DIRECT = [
    ("«Мы закончим мост к осени», — сказал мэр Иван Лосев.", ["Мы закончим мост к осени"], "мэр Иван Лосев"),
    ('"Мы закончим мост к осени", - сказал мэр Иван Лосев.', ["Мы закончим мост к осени"], "мэр Иван Лосев"),
    ("“Мы закончим мост к осени”, — сказал мэр Иван Лосев.", ["Мы закончим мост к осени"], "мэр Иван Лосев"),
    ("„Мы закончим мост к осени“, — сказал мэр Иван Лосев.", ["Мы закончим мост к осени"], "мэр Иван Лосев"),
    ("Мэр заявил: «Мост будет готов к осени».", ["Мост будет готов к осени"], "Мэр"),
    ("Губернатор назвал договор «историческим».", ["историческим"], "Губернатор"),
]


@pytest.mark.parametrize(("text", "words", "who"), DIRECT)
def test_marked_words_are_a_direct_quote(text: str, words: list[str], who: str) -> None:
    assert found(text) == [Found("direct", word, who) for word in words]


INDIRECT = [
    ("Министр сообщил, что дорогу откроют в мае.", "дорогу откроют в мае", "Министр"),
    ("По словам министра, дорогу откроют в мае.", "дорогу откроют в мае", "министра"),
    ("Как отметил министр, дорогу откроют в мае.", "дорогу откроют в мае", "министр"),
    ("Дорогу откроют в мае, сообщил министр.", "Дорогу откроют в мае", "министр"),
    ("Министр поручил ускорить ремонт дороги.", "ускорить ремонт дороги", "Министр"),
    ("Было отмечено, что дорогу откроют в мае.", "дорогу откроют в мае", None),
    ("Дорогу откроют в мае. Об этом сообщил министр.", "Дорогу откроют в мае", "министр"),
]


@pytest.mark.parametrize(("text", "words", "who"), INDIRECT)
def test_reported_content_is_an_indirect_quote(text: str, words: str, who: str | None) -> None:
    assert found(text) == [Found("indirect", words, who)]


NOTHING = [
    "Завод «Красный маяк» выпустил сотый трактор.",
    "Министр рассказал о планах.",
    "Посетители осмотрели выставку «Время мастеров».",
]


@pytest.mark.parametrize("text", NOTHING)
def test_names_and_bare_topics_are_no_quotes(text: str) -> None:
    assert found(text) == []
