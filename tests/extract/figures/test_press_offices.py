"""Figures as Russian press offices write them: points of a rate, opening hours, acronyms counted, days to come."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Row = tuple[str, str, float | int | str | None, str | None]
Find = Callable[..., list[Row]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ставка выше на 0,5 процентного пункта.", [("0,5 процентного пункта", 0.5, "pp")]),
        ("Ставка выше на два процентных пункта.", [("два процентных пункта", 2, "pp")]),
        ("Выплату увеличат до пяти МРОТ.", [("пяти МРОТ", 5, "МРОТ")]),
        ("Музей открыт с 10.00 до 18.30.", []),
        ("Рейс вылетает в 6.15 утра.", []),
        ("Билет стоит 12,50 рубля.", [("12,50 рубля", 12.5, "RUB")]),
        ("Собрали 31,5 ц/га.", [("31,5 ц/га", 31.5, "ц/га")]),
        ("Спит от 8 до 10 часов.", [("8", 8, "час"), ("10 часов", 10, "час")]),
        ("Расход — 12 куб. м/сек.", [("12 куб. м/сек", 12, "куб. м/сек")]),
        ("Живёт 90 чел./кв. км.", [("90 чел./кв. км", 90, "чел./кв. км")]),
        ("Пришло 20 певцов/певиц.", [("20 певцов", 20, "певец")]),
    ],
)
def test_points_acronyms_and_hours(rows: Find, text: str, expected: list[tuple[str, float, str]]) -> None:
    assert [tuple(row[1:]) for row in rows("ru", text)] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("В ближайшие выходные пройдёт ярмарка.", "2025-11-22/2025-11-23"),
        ("В прошлые выходные прошла ярмарка.", "2025-11-15/2025-11-16"),
        ("Напомним, в сентябре из бюджета на депо было выделено много денег.", "2025-09"),
        ("Построим в сентябре депо.", "2026-09"),
    ],
)
def test_days_told_from_the_day_of_publication(rows: Find, text: str, value: str) -> None:
    assert [row[2] for row in rows("ru", text) if row[0] == "date"] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("На депо направят Br320 млн.", [("Br320 млн", 320_000_000, "BYN")]),
        ("Ветер усилится до 25 м/с. В области введён запрет.", [("25 м/с", 25, "м/с")]),
        ("Площадь дома 120 кв. м. Он пустует.", [("120 кв. м", 120, "кв. м")]),
    ],
)
def test_units_that_end_in_a_point(rows: Find, text: str, expected: list[tuple[str, float, str]]) -> None:
    assert [tuple(row[1:]) for row in rows("ru", text)] == expected
