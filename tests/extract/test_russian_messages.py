"""Who speaks in a message or of an inquiry that the sentence before tells of; names in marks that stay as they are."""

from __future__ import annotations

import pytest

from tests.extract.quoting import Found, found, speakers_of


@pytest.mark.parametrize(
    ("before", "told", "who"),
    [
        ("Губернатор Лосев выразил соболезнования семье.", "говорится в телеграмме", "Губернатор Лосев"),
        ("Мэр Ким поздравила врачей.", "говорится в её обращении", "Мэр Ким"),
        ("Епископ направил телеграмму вдове.", "говорится в ней", "Епископ"),
        ("Губернатор Лосев поздравил врачей.", "говорится в письме завода", "завода"),
        ("Завод издал доклад.", "говорится в докладе", "докладе"),
    ],
)
def test_a_message_is_the_words_of_who_sent_it(before: str, told: str, who: str) -> None:
    text = f"{before} «Мы помним каждого, кто строил город», — {told}."
    assert found(text) == [Found("direct", "Мы помним каждого, кто строил город", who)]


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Прокуратура провела проверку завода.", "Прокуратура"),
        ("Инспекция проверила завод.", "Инспекция"),
        ("Завод ждёт проверки.", None),
        ("Прокуратура открыла музей.", None),
    ],
)
def test_what_came_out_is_told_by_who_looked(before: str, who: str | None) -> None:
    assert found(f"{before}\nУстановлено, что котёл стар.") == [Found("indirect", "котёл стар", who)]


@pytest.mark.parametrize("news", ["Печальную весть", "Эту новость", "Об этом"])
def test_news_points_back(news: str) -> None:
    assert found(f"Театр закрыт. {news} сообщил сторож.") == [Found("indirect", "Театр закрыт", "сторож")]


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("«Водоканал Пермь»", "Водоканал Пермь"),
        ("«Россети Тюмень»", "Россети Тюмень"),
        ("«Вестнике Урала»", "Вестник Урала"),
        ("«Роснефти»", "Роснефть"),
    ],
)
def test_a_name_of_two_nominatives_is_not_declined(name: str, who: str) -> None:
    assert speakers_of(f"В {name} отметили, что долгов стало меньше.") == [who]


def test_what_somebody_is_guilty_of_is_no_quote_and_a_courtroom_no_part_of_who_reports() -> None:
    text = "Суд признал его виновным в получении взятки, передаёт корреспондент ТАСС из зала суда."
    assert found(text) == [
        Found("indirect", "Суд признал его виновным в получении взятки", "корреспондент ТАСС"),
    ]
