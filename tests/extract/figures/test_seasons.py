"""Seasons and months without a year: the nearest one on the side that the tense tells; winter by its beginning."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from briefing.edtf import bounds

Rows = Callable[..., list[tuple[str, str, float | int | str | None, str | None]]]
JUNE = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Решение будет принято осенью.", "2026-23"),
        ("Осенью будет принято решение.", "2026-23"),
        ("Решение было принято осенью.", "2025-23"),
        ("Решение принято осенью.", "2025-23"),
        ("Зимой завод закроют.", "2026-24"),
        ("Подготовка к весне началась.", "2027-21"),
        ("К весне завод закрыли.", "2026-21"),
        ("Зимой завод закрыли.", "2025-24"),
        ("Весной завод закрыли.", "2026-21"),
        ("Школу откроют весной.", "2027-21"),
        ("Летом школу откроют.", "2026-22"),
    ],
)
def test_season(rows: Rows, text: str, value: str) -> None:
    assert [row[2] for row in rows("ru", text, JUNE)] == [value]


def test_a_winter_that_is_to_come_has_not_begun(rows: Rows) -> None:
    ((_, _, value, _),) = rows("ru", "Дома восстановят к зиме.", JUNE)
    begin, _ = bounds(str(value))
    assert begin == date(2026, 12, 1)


@pytest.mark.parametrize("written", ["8,3 млрд", "1,1 трлн", "4,35 млн", "0,07 тыс."])
def test_scaled_values_have_no_noise_of_binary_fractions(rows: Rows, written: str) -> None:
    ((_, _, value, _),) = rows("ru", f"Выручка составила {written} рублей.")
    assert isinstance(value, int)


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("ru", "Работы начались в апреле и завершатся в мае.", ["2026-04", "2027-05"]),
        ("ru", "Проект, начатый в апреле, завершат в августе.", ["2026-04", "2026-08"]),
        ("ru", "Суд состоится 10 апреля.", ["2027-04-10"]),
        ("en", "Work is set to begin in April.", ["2027-04"]),
        ("en", "The bridge will be closed in May.", ["2027-05"]),
        ("en", "The bridge was closed in May.", ["2026-05"]),
    ],
)
def test_a_month_to_come_is_that_of_the_next_year(rows: Rows, code: str, text: str, values: list[str]) -> None:
    assert [row[2] for row in rows(code, text, JUNE)] == values
