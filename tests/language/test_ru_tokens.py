"""Where Russian sentences end."""

from __future__ import annotations

import pytest

from briefing.language.ru.tokens import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Жоау Лима (порт. João Lima; род. 8 июля 1957 года) — поэт.", 1),
        ("Анна Ли (урожд. Пак) приехала. Она поёт.", 2),
        ("Он родился в Перми (нем. Perm) и уехал.", 1),
        ("Он любил свой порт. Анна уехала.", 2),
        ("Там есть дома, порт. Анна уехала.", 2),
        ("Доля выросла на 7 п. п. Причины назвал эксперт.", 2),
        ("Ставка выросла на 50 б.п. Рынок ждал меньшего.", 2),
        ("Доля выросла на 4 п. п. до трети.", 1),
    ],
)
def test_abbreviations_end_no_sentence(text: str, count: int) -> None:
    assert len(list(sentences(text, [(0, len(text))]))) == count


def test_a_superlative_is_known_by_itself_and_by_its_adjective() -> None:
    [sentence] = sentences("Крупнейшими стали старейшины", [(0, 28)])
    largest, _, elders = sentence.tokens
    assert {"крупнейший", "крупный"} <= largest.keys
    assert "старейший" not in elders.keys
