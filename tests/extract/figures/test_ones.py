"""The word for one counts beside other numbers, units and results; else it is a pronoun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Row = tuple[str, str, float | int | str | None, str | None]
Find = Callable[..., list[Row]]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Для победы ей не хватило одного голоса.", ["одного голоса"]),
        ("Он проиграл сопернику одно очко.", ["одно очко"]),
        ("Зарплату получат сторож плюс один садовник.", ["один садовник"]),
        ("Сад дал девять вёдер слив, потеряв одну яблоню.", ["девять вёдер", "одну яблоню"]),
        (
            "Пианистка дала 40 концертов, а одно выступление отменила.",
            ["40 концертов", "одно выступление"],
        ),
        ("При обвале погиб один и ранены трое.", ["один", "трое"]),
        ("Один рыбак утонул, двое спаслись.", ["Один рыбак", "двое"]),
        ("Уволились одна уборщица и пять поваров.", ["одна уборщица", "пять поваров"]),
        ("В этом сезоне 14 шайб забил один форвард.", ["14 шайб", "один форвард"]),
    ],
)
def test_one_that_counts(rows: Find, text: str, spans: list[str]) -> None:
    assert [span for _, span, _, _ in rows("ru", text)] == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Депутаты в один голос отказались.", []),
        ("Он провёл пять лекций в одной школе.", ["пять лекций"]),
        ("Семь поваров из одного ресторана уволились.", ["Семь поваров"]),
        ("Позвонили три соседки, и ещё одна знакомая звала в гости.", ["три соседки"]),
        ("Остались одни старики.", []),
        ("Есть один или два способа.", ["два способа"]),
        ("Одна соседка сказала, что не спала.", []),
    ],
)
def test_one_that_is_a_pronoun(rows: Find, text: str, spans: list[str]) -> None:
    assert [span for _, span, _, _ in rows("ru", text)] == spans


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("ru", "Девять семей переехали в Псков, шесть — в Лугу и одна в Остров.", [9, 6, 1]),
        ("ru", "Построили 12 школ в Туле, восемь в Орле.", [12, 8]),
        ("en", "Nine shops closed in Leeds, six in York and one in Hull.", [9, 6, 1]),
        ("en", "It sold 40 boats to Norway, 12 to Denmark.", [40, 12]),
        ("en", "She won 6-3, 6-4 in 62 minutes.", [62]),
        ("en", "She won twelve medals, 5 in all.", [12]),
        ("ru", "Выпустили 40 книг, 7 с картинками.", [40]),
    ],
)
def test_the_same_counted_in_another_place(rows: Find, code: str, text: str, values: list[float]) -> None:
    assert [value for _, _, value, _ in rows(code, text)] == values
