"""Facts cut out of a quotation are read with the marks that they lost, and with who says them."""

from __future__ import annotations

import pytest

from briefing import sources
from briefing.extract import extract
from briefing.quotation import quoted


def told(text: str) -> list[str]:
    briefing = extract(sources.article(text, "text"))
    found = quoted(briefing)
    return [found[fact.id].around(fact.text) for fact in sorted(briefing.facts, key=lambda fact: fact.start)]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "«Мост закрыт с 5 мая. Движение откроют 20 июня», — сказал мэр Иван Лосев.",
            ["«Мост закрыт с 5 мая.…» (Иван Лосев)", "«…Движение откроют 20 июня», — сказал мэр Иван Лосев."],
        ),
        (
            'Мэр Иван Лосев сказал: "Мост закрыт с 5 мая. Движение откроют 20 июня. Автобус пустят 3 мая".',
            [
                'Мэр Иван Лосев сказал: "Мост закрыт с 5 мая.…"',
                '"…Движение откроют 20 июня.…" (Иван Лосев)',
                '"…Автобус пустят 3 мая" (Иван Лосев)',
            ],
        ),
        (
            "“The bridge shut on 5 May. It will open on 20 June,” said the mayor, Anna Kim.",
            ["“The bridge shut on 5 May.…” (Anna Kim)", "“…It will open on 20 June,” said the mayor, Anna Kim."],
        ),
        (
            "Мост закрыли 5 мая. Мэр Иван Лосев назвал это «мерой на месяц».",
            ["Мост закрыли 5 мая.", "Мэр Иван Лосев назвал это «мерой на месяц»."],
        ),
    ],
)
def test_marks_that_a_sentence_lost_are_read_with_it(text: str, facts: list[str]) -> None:
    assert told(text) == facts
