"""Numbers in the titles of works count nothing; those in speech and outside the marks do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Row = tuple[str, str, float | int | str | None, str | None]
Find = Callable[..., list[Row]]


@pytest.mark.parametrize(
    "text",
    [
        "Он снялся в сериалах «Два берега», «Пять вечеров у моря» и «Сорок дней».",
        "Роман Петра Лосева «Три осени одного города» переведён.",
        "Её узнали по лентам: «Семь писем» (1981), «Ключ и двое мужчин» (1984).",
        "Альманах «Субботнее утро» закрыт.",
        "Ведущий «90 минут» ушёл.",
        "Её помнят по картинам: «Ветер» (1951 года), «Два моста», «Три ветра».",
        "Лидер движения «Пять лепестков» ушёл.",
        "Принят документ «Развитие дорог на 2021—2025 годы».",
    ],
)
def test_titles_of_russian_works(rows: Find, text: str) -> None:
    assert [row for row in rows("ru", text) if row[0] != "date" or not str(row[2]).isdecimal()] == []


@pytest.mark.parametrize(
    "text",
    [
        'The film "ten green lanterns" won.',
        'He sang in the musicals "five Sisters" and "two roads".',
        "He spoke on the Today programme.",
        "They watched programmes like ‘4 Doors and a Window’ and ‘A Lock for 9 Keys.’",
        "The quiz '6 Towns in a Row' is back.",
    ],
)
def test_titles_of_english_works(rows: Find, text: str) -> None:
    assert rows("en", text) == []


@pytest.mark.parametrize(
    ("code", "text", "spans"),
    [
        ("ru", "Он сказал: «Три автобуса ушли».", ["Три автобуса"]),
        ("ru", "В песне он поёт, что «три автобуса ушли».", ["три автобуса"]),
        ("ru", "Роман «Мост» купили 200 человек.", ["200 человек"]),
        ("ru", "Фильм «Мост» и три пьесы отложены.", ["три пьесы"]),
        ("ru", "Фильм назвали «пустым», а «две актрисы» ушли.", ["две актрисы"]),
        ("ru", "Так считает сосед: «Два дома пусты».", ["Два дома"]),
        ("ru", "Плакат «Три автобуса ушли» сняли.", ["Три автобуса"]),
        ("ru", "Мэр: «Пять школ».", ["Пять школ"]),
        ("en", 'He said of the film: "It took two years."', ["two years"]),
        ("en", 'A fan shouted "Two goals!"', ["Two goals"]),
    ],
)
def test_what_is_no_title(rows: Find, code: str, text: str, spans: list[str]) -> None:
    assert [span for _, span, _, _ in rows(code, text)] == spans
