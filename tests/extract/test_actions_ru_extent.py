"""How far an action of Russian reaches: participles, conditions, terms, reasons, relative clauses behind it."""

from __future__ import annotations

import pytest

from tests.extract.acting import actions_of

# Text and the words of its actions.
FOUND: list[tuple[str, list[str]]] = [
    # A participle behind a common noun tells which is meant, however long it is.
    (
        "Совет направит деньги хозяйствам, потерявшим весной прошлого года большую часть посевов и скота.",
        ["Совет направит деньги хозяйствам, потерявшим весной прошлого года большую часть посевов и скота"],
    ),
    (
        "Театр предложит скидку школьникам, занимающимся в кружках при клубах и дворцах культуры трёх районов.",
        ["Театр предложит скидку школьникам, занимающимся в кружках при клубах и дворцах культуры трёх районов"],
    ),
    # Behind a person's name it tells what else is known of them.
    ("Клуб пригласит Ивана Петрова, тренировавшего сборную.", ["Клуб пригласит Ивана Петрова"]),
    # Conditions and terms.
    (
        "Мэр обещал построить бассейн, если область выделит деньги.",
        ["построить бассейн, если область выделит деньги"],
    ),
    (
        "Паромы будут стоять в порту до тех пор, пока не сойдёт лёд.",
        [],
    ),
    (
        "Дорогу закроют до тех пор, пока не сойдёт снег.",
        ["Дорогу закроют до тех пор, пока не сойдёт снег"],
    ),
    ("Музей откроют в мае, хотя ремонт не окончен.", ["Музей откроют в мае"]),
    # Why it is done is no part of it.
    ("Тренер просит перенести матч в связи с тем, что поле затоплено.", ["перенести матч"]),
    ("Клуб просит перенести матч из-за того, что поле затоплено.", ["перенести матч"]),
    (
        "Комиссия хочет обратить внимание на то, как хранят зерно.",
        ["Комиссия хочет обратить внимание на то, как хранят зерно"],
    ),
    # A relative clause in the future goes on with it, also behind a preposition; one that tells what else happens not.
    (
        "Завод рассмотрит график, по которому смены будут начинаться на два часа позже.",
        ["Завод рассмотрит график, по которому смены будут начинаться на два часа позже"],
    ),
    # What will be done with a thing.
    ("Жители спорят о сквере, который будет вырублен летом.", ["сквере, который будет вырублен летом"]),
    ("Директор не сказал, какие цеха будут закрыты.", []),
    ("Неясно, сколько домов будет снесено.", []),
    # A relative opening without a noun before it.
    ("После чего проспект собираются расширить.", ["После чего проспект собираются расширить"]),
    # Talks that are held are told by their clause.
    (
        "Сейчас стороны ведут переговоры о поставке зерна в новом году.",
        ["Сейчас стороны ведут переговоры о поставке зерна в новом году"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_the_words_of_an_action_end_where_the_deed_does(text: str, expected: list[str]) -> None:
    assert [action.text for action in actions_of("ru", text)] == expected
