"""Days of the week: which words name one day, and which day that is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Row = tuple[str, str, float | int | str | None, str | None]
Find = Callable[..., list[Row]]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ru", "Вторник оказался тёплым.", [("Вторник", "2025-11-18")]),
        ("ru", "Важно, чтобы в пятницу всё работало.", [("пятницу", "2025-11-21")]),
        ("ru", "Ясно, что в пятницу всё работало.", [("пятницу", "2025-11-14")]),
        ("ru", "Среда обитания изменилась.", []),
        ("ru", "Суббота и воскресенье здесь — дни тихие.", []),
        ("ru", "Субботний митинг разогнали.", [("Субботний", "2025-11-15")]),
        ("ru", "Его ждут на пятничной встрече.", [("пятничной", "2025-11-21")]),
        ("ru", "Он ходит в воскресную школу и на субботний рынок.", []),
        ("ru", "Он живёт на улице Воскресной.", []),
        ("ru", "Это выходной день у мастеров.", []),
        ("ru", "В эти выходные мост закрыт.", [("эти выходные", "2025-11-22/2025-11-23")]),
        ("ru", "Парк открыли во вторник утром, 18 ноября.", [("вторник утром, 18 ноября", "2025-11-18")]),
        ("ru", "Премьер созвал на четверг совет.", [("четверг", "2025-11-20")]),
        ("ru", "В ночь на четверг шёл дождь.", [("четверг", "2025-11-13")]),
        ("en", "The premier called a council for Thursday.", [("Thursday", "2025-11-20")]),
        ("en", "He said so in a Friday statement.", [("Friday", "2025-11-14")]),
        ("en", "The judge told them to leave by Friday.", [("Friday", "2025-11-21")]),
        ("en", "The votes had been counted by Friday.", [("Friday", "2025-11-14")]),
        ("ru", "Мэр поручил убрать снег к пятнице.", [("пятнице", "2025-11-21")]),
        ("en", "The ship is slated to sail on Friday.", [("Friday", "2025-11-21")]),
        ("en", "He is believed to have left on Friday.", [("Friday", "2025-11-14")]),
        ("ru", "Мэр поручил убрать снег до вечера пятницы.", [("пятницы", "2025-11-21")]),
        ("ru", "Пожар потушили к утру вторника.", [("вторника", "2025-11-18")]),
        ("en", "She told the crew to leave before Friday, but did not say why.", [("Friday", "2025-11-21")]),
        ("en", "Orr beat Dahl in straight sets in the final, on Friday.", [("Friday", "2025-11-14")]),
        ("en", "The votes had been counted by Friday, but nobody said so.", [("Friday", "2025-11-14")]),
        ("en", "Police asked drivers to leave by 6pm on Saturday.", [("Saturday", "2025-11-22")]),
        ("en", "The votes had been counted by 6pm on Saturday.", [("Saturday", "2025-11-15")]),
        ("en", "They liked a Saturday night out, or to sleep on a Sunday.", []),
    ],
)
def test_words_for_one_day(rows: Find, code: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(span, value) for _, span, value, _ in rows(code, text)] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("В пятницу его навестили.", "2017-07-21"),
        ("В прошлую субботу его навестили.", "2017-07-15"),
        ("В понедельник его навестили.", "2017-07-17"),
        ("В понедельник его навестят.", "2017-07-24"),
        ("В следующую среду его навестят.", "2017-07-26"),
    ],
)
def test_days_near_one_that_the_article_dates(rows: Find, text: str, value: str) -> None:
    assert rows("ru", f"В четверг, 20 июля 2017 года, он слёг. {text}", None)[-1][2] == value
