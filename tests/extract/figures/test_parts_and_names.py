"""Numbers that are a part of a whole just told, numbers in names, days that two phrases tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Row = tuple[str, str, float | int | str | None, str | None]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Пришли 200 человек, 15 из них задержали.", {"200 человек": 200, "15": 15}),
        ("Из 300 домов 12 сгорели.", {"300 домов": 300, "12": 12}),
        ("Спасены 30 человек, пятеро — дети.", {"30 человек": 30, "пятеро": 5}),
        ("Так выросли эти первые 70.", {"70": 70}),
        ("Клад нашли на площади Трёх вокзалов.", {}),
        ("Выборы пройдут через пять недель, 20 июля.", {"пять недель": 5, "20 июля": "2026-07-20"}),
        ("В 20-х числах июля откроют мост.", {"июля": "2026-07"}),
        ("Матч пройдёт в ближайшее воскресенье.", {"ближайшее воскресенье": "2025-11-23"}),
        ("Матч подготовят к ближайшему воскресенью.", {"ближайшему воскресенью": "2025-11-23"}),
        ("Он заболел накануне поездки.", {}),
        ("Накануне компании объявили о сделке.", {"Накануне": "2025-11-18"}),
    ],
)
def test_values(rows: Callable[..., list[Row]], text: str, values: dict[str, float | str]) -> None:
    assert {row[1]: row[2] for row in rows("ru", text)} == values


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("ru", "Закрыты причалы № 2, 6 и 28.", []),
        ("ru", "Пришли 2, 6 и 28 человек.", [2, 6, 28]),
        ("en", "The shop took back batches 12 to 19.", []),
        ("en", "The shop took £3.20 off batch numbers 4411 to 4418.", [3.2]),
        ("en", "The price rose from 12 to 19.", [12, 19]),
        ("en", "This falls short of the promise.", []),
    ],
)
def test_a_row_of_labels_counts_nothing(
    rows: Callable[..., list[Row]], code: str, text: str, values: list[float]
) -> None:
    assert [value for _, _, value, _ in rows(code, text)] == values
