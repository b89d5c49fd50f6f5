"""Sources as Russian wires name them: told to an outlet, in a firm, from a document, twice over."""

from __future__ import annotations

import pytest

from tests.extract.quoting import Found, found


@pytest.mark.parametrize(
    ("attribution", "who"),
    [
        ("сообщили «Вестнику» два источника", "два источника"),
        ("рассказал «Ведомостям» директор шахты", "директор шахты"),
        ("рассказал «Известиям» близкий к мэрии собеседник", "собеседник"),
        ("сообщил «Вестник»", "«Вестник»"),
        ("сообщил источник в «Заре»", "источник в «Заре»"),
    ],
)
def test_whom_it_was_told_to_does_not_speak(attribution: str, who: str) -> None:
    (only,) = found(f"Шахту закроют в мае, {attribution}.")
    assert only.text == "Шахту закроют в мае"
    assert only.who is not None
    assert only.who.endswith(who)


@pytest.mark.parametrize(
    ("opening", "who"),
    [
        ("Источник в «Северной заре» рассказал RT, что", "Источник в «Северной заре»"),
        ("Представитель «Азимута» сообщил RT, что", "Представитель «Азимута»"),
        ("В «Азимуте» сообщили ТАСС, что", "«Азимуте»"),
        ("Учёные из Норвегии заявили, что", "Учёные из Норвегии"),
    ],
)
def test_who_speaks_stands_before_the_verb(opening: str, who: str) -> None:
    assert found(f"{opening} рейсы отменят.") == [Found("indirect", "рейсы отменят", who)]


@pytest.mark.parametrize(
    ("document", "who"),
    [
        ("приказа ведомства", "ведомства"),
        ("базы данных службы", "службы"),
        ("отчётности «Севера» по МСФО", "«Севера»"),
        ("проекта постановления правительства", "правительства"),
        ("материалов дела", "материалов дела"),
        ("перечня работ", "перечня работ"),
    ],
)
def test_a_text_speaks_for_whose_it_is_or_for_itself(document: str, who: str) -> None:
    assert found(f"Линию закроют, следует из {document}.") == [Found("indirect", "Линию закроют", who)]
    assert found(f"Линию закроют. Это следует из {document}.") == [Found("indirect", "Линию закроют", who)]


def test_of_an_attributed_sentence_the_next_confirms_the_words_alone() -> None:
    text = "Линию закроют осенью, сообщили в мэрии. Эту информацию подтвердил директор депо."
    assert [(each.text, each.who) for each in found(text)] == [
        ("Линию закроют осенью", "мэрии"),
        ("Линию закроют осенью", "директор депо"),
    ]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Минтруд предложил продлить льготы, сообщил замминистра Олег Барков.", True),
        ("По данным Минтруда, льготы продлят на год, пишет «Вестник».", True),
        ("Мэр Лосев заявил, что льготы продлят, передаёт ТАСС.", False),
    ],
)
def test_speech_within_speech_is_two_quotes(text: str, whole: bool) -> None:
    outer = text[: text.rindex(",")]
    assert (outer in [each.text for each in found(text)]) == whole
    assert any(outer.endswith(each.text) and each.text != outer for each in found(text))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Мэр пригласил инвесторов строить заводы.", "инвесторов строить заводы"),
        ("Эксперт связывает это с ростом цен.", "это с ростом цен"),
        (
            "Лосев потребовал от главы района Петра Чекмарева разобраться и доложить о выплатах.",
            "от главы района Петра Чекмарева разобраться и доложить о выплатах",
        ),
    ],
)
def test_what_is_asked_or_put_down(text: str, content: str) -> None:
    assert [each.text for each in found(text)] == [content]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Цех открыт. Об этом в среду ТАСС сообщил министр.", "министр"),
        ("Цех открыт. Об этом РИА Новости рассказал директор шахты.", "директор шахты"),
        ("Цех открыт, рассказала «РГ» директор музея.", "директор музея"),
        ("Цех открыт, рассказал RT эксперт.", "эксперт"),
        ("Цех открыт, сообщил ТАСС.", "ТАСС"),
        ("Цех открыт, сообщила «РГ».", "«РГ»"),
    ],
)
def test_an_outlet_without_a_case_is_told_where_somebody_else_tells(text: str, who: str) -> None:
    assert found(text) == [Found("indirect", "Цех открыт", who)]


@pytest.mark.parametrize("verb", ["перебил его", "осёк коллегу", "волнуется"])
def test_any_verb_with_a_subject_attributes_a_line(verb: str) -> None:
    text = f"— Нас это не волнует, — {verb} мэр. — К пятнице жду график."
    assert [(each.text, each.who) for each in found(text)] == [
        ("Нас это не волнует", "мэр"),
        ("К пятнице жду график.", "мэр"),
    ]


def test_a_list_item_is_no_line_of_speech() -> None:
    assert found("— мосты, — построил их завод «Заря»;") == []


@pytest.mark.parametrize(
    "text",
    [
        "Справочно: в прошлом году завод выпустил две тысячи машин.",
        "Соглашение, которое действует с июля, рассчитано на три года.",
        "Линия рассчитана на сто тонн.",
    ],
)
def test_what_looks_like_an_attribution_and_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Фирма закроет цех, узнал Bloomberg.", [("Фирма закроет цех", "Bloomberg")]),
        ("Платить не придётся, успокаивает директор союза.", [("Платить не придётся", "директор союза")]),
        (
            "— Могли сыграть и лучше, — не скрывал досады тренер. — Уступили в конце.",
            [("Могли сыграть и лучше", "тренер"), ("Уступили в конце.", "тренер")],
        ),
    ],
)
def test_verbs_of_those_who_calm_learn_and_do_not_hide(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.text, each.who) for each in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("«Рейсы отменят», — заявил, отвечая на вопрос газеты, директор порта.", "директор порта"),
        ("«Рейсы отменят», — призналась, уходя, директор порта Лия Ким.", "директор порта Лия Ким"),
        ("Рейсы отменят, сообщил, открывая выставку, директор порта Лев Кротов.", "директор порта Лев Кротов"),
        ("Как сообщил, подводя итоги года, директор порта, рейсы отменят.", "директор порта"),
        ("«Рейсы отменят», — сказал директор, отвечая газете, порт он закроет сам.", "директор"),
        ("«Рейсы отменят», — сказала она, уходя, директор порта промолчал.", "она"),
    ],
)
def test_who_speaks_may_stand_behind_a_converb(text: str, who: str) -> None:
    (only,) = found(text)
    assert (only.text.casefold(), only.who) == ("рейсы отменят", who)
