"""Lists below a colon are the words of whoever is named before it, an item each."""

from __future__ import annotations

import pytest

from tests.extract.acting import actions_of
from tests.extract.quoting import Found, found


@pytest.mark.parametrize(
    ("text", "who", "items"),
    [
        (
            "Спасатели советуют:\n• не выходить на лёд;\n• закрыть окна.",
            "Спасатели",
            ["не выходить на лёд", "закрыть окна"],
        ),
        (
            "Мэр Лосев поручил:\n- Минстрою до мая подготовить смету;\n- МЧС завезти лодки.",
            "Мэр Лосев",
            ["Минстрою до мая подготовить смету", "МЧС завезти лодки"],
        ),
        ("Тренер потребовал:\n1. Сдать форму.\n2. Явиться в зал.", "Тренер", ["Сдать форму", "Явиться в зал"]),
        (
            "Полиция просит соседей:\n— сообщать о дыме;\n— звонить днём.",
            "Полиция",
            ["сообщать о дыме", "звонить днём"],
        ),
    ],
)
def test_each_item_that_is_asked_for_is_a_quote(text: str, who: str, items: list[str]) -> None:
    assert found(text) == [Found("indirect", item, who) for item in items]


def test_items_that_command_are_direct() -> None:
    text = "Врачи напоминают:\n– мойте руки;\n– не пейте воду из реки."
    assert found(text) == [Found("direct", "мойте руки", "Врачи"), Found("direct", "не пейте воду из реки", "Врачи")]


def test_speech_behind_a_list_goes_on_as_speech() -> None:
    text = "Лесник советует:\n— взять воду;\n— не шуметь.\n— Зверь боится шума, — добавил он."
    assert [(quote.kind, quote.text) for quote in found(text)] == [
        ("indirect", "взять воду"),
        ("indirect", "не шуметь"),
        ("direct", "Зверь боится шума"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Музей закупил:\n- две картины;\n- раму.",
        "Лосев назвал три причины:\n- старые трубы;\n- плохой бетон.",
    ],
)
def test_other_lists_are_nobodys_words(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Врачи советуют: не простужаться, пить чай.", "не простужаться, пить чай"),
        ("Водоканал просит: запаситесь водой.", "запаситесь водой"),
        ("Мэр поручил: отделу спорта до мая построить каток.", "отделу спорта до мая построить каток"),
    ],
)
def test_what_is_asked_for_behind_a_colon_is_a_quote(text: str, content: str) -> None:
    assert [(quote.kind, quote.text) for quote in found(text)] == [("indirect", content)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Спасатели советуют:\n• не выходить на лёд;\n• при пожаре позвонить дежурному.",
            [("не выходить на лёд", "спасатели"), ("при пожаре позвонить дежурному", "спасатели")],
        ),
        (
            "Мэр поручил:\n- МЧС завезти лодки;\n- Минстрою до мая подготовить смету;\n- главам сёл проверить мосты.",
            [
                ("МЧС завезти лодки", "МЧС"),
                ("Минстрою до мая подготовить смету", "Минстрой"),
                ("главам сёл проверить мосты", "главы сёл"),
            ],
        ),
        ("Мэр потребовал:\n1. Убрать снег.\n2. Проверить крыши.", [("Убрать снег", None), ("Проверить крыши", None)]),
        (
            "Мэр поручил: отделу культуры открыть клуб, отделу спорта — построить каток.",
            [("отделу культуры открыть клуб", "отдел культуры"), ("отделу спорта — построить каток", "отдел спорта")],
        ),
        (
            "Управление спасателей по Пермскому краю советует: не выходить на лёд.",
            [("не выходить на лёд", "управление спасателей по Пермскому краю")],
        ),
        ("Врачи советуют: не простужаться, пить чай.", [("не простужаться, пить чай", "врачи")]),
        ("Водителям запретят:\n- стоять на мосту;\n- шуметь ночью.", [("Водителям запретят", None)]),
        ("Спасатели вспомнили:\n- лодку нашли;\n- берег размыло.", []),
    ],
)
def test_each_item_is_something_to_be_done(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(action.text, action.actor) for action in actions_of("ru", text)] == expected
