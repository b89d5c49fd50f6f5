"""Russian talk that nobody in particular owns, texts that speak through a relative pronoun, attributions in between."""

from __future__ import annotations

import pytest

from tests.extract.quoting import Found, found


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Есть сообщения о том, что паром сел на мель.", "паром сел на мель"),
        ("Были опасения, что плотину прорвёт.", "плотину прорвёт"),
        ("Имеются данные, что груз потерян.", "груз потерян"),
        ("Но скептицизм по поводу того, что шахту откроют, растёт.", "шахту откроют"),
        ("Опасения, что башня, которую строили век, рухнет, не подтвердились.", "башня, которую строили век, рухнет"),
        ("Слухи о том, что вратарь уйдёт, клуб назвал выдумкой.", "вратарь уйдёт"),
    ],
)
def test_talk_that_there_is_belongs_to_nobody(text: str, content: str) -> None:
    assert found(text) == [Found("indirect", content, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Нет сомнений, что плотину прорвёт.",
        "Не было сообщений о том, что кто-то утонул.",
        "Со сторожа было снято обвинение в том, что он поджёг склад.",
        "Мысль о том, что дом продадут, не давала ей покоя.",
    ],
)
def test_what_is_not_said_is_no_talk(text: str) -> None:
    assert found(text) == []


def test_who_denies_what_others_say_speaks_of_it() -> None:
    text = "Депутат отвергла обвинения в том, что её помощник брал взятки."
    assert found(text) == [Found("indirect", "её помощник брал взятки", "Депутат")]


@pytest.mark.parametrize(
    "rest",
    ["является частью кампании", "посол назвал вымыслом", "не подтвердилось"],
)
def test_the_clause_in_which_a_noun_of_speech_stands_is_no_content(rest: str) -> None:
    text = f"Обвинение министра в том, что соседи глушат радио, {rest}."
    assert found(text)[0] == Found("indirect", "соседи глушат радио", "министра")


def test_a_clause_inside_what_a_noun_of_speech_says_belongs_to_it() -> None:
    text = "Заявление мэра о том, что мост закроют, потому что он стар, удивило жителей."
    assert found(text) == [Found("indirect", "мост закроют, потому что он стар", "мэра")]


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("Судья вынес решение, согласно которому лесник невиновен.", "лесник невиновен", "Судья"),
        ("Фонд опубликовал доклад, в котором утверждается, что реки мелеют.", "реки мелеют", "Фонд"),
        ("Рабочие написали письмо, в котором просят починить крышу.", "починить крышу", "Рабочие"),
        ("Вышел доклад Минфина, согласно которому цены вырастут.", "цены вырастут", "Минфина"),
        ("Доклад, согласно которому цены вырастут, вышел в мае.", "цены вырастут", "Доклад"),
        ("Есть версия, согласно которой склад подожгли.", "склад подожгли", None),
    ],
)
def test_who_speaks_in_a_text_that_a_relative_takes_up(text: str, content: str, who: str | None) -> None:
    assert found(text) == [Found("indirect", content, who)]


def test_rules_say_nothing_in_a_relative_clause_either() -> None:
    assert found("Он жил по правилам, согласно которым гости молчат.") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Лосев, который сказал, что завод, где он работает, вреден, уволен.", "завод, где он работает, вреден"),
        ("Лосев, сообщивший, что всё хорошо, уехал.", "всё хорошо"),
        ("Сказав, что это ложь, Лосев ушёл.", "это ложь"),
        (
            "Лосев, который сказал, что под мостом, который чинят, живут люди, ушёл.",
            "под мостом, который чинят, живут люди",
        ),
    ],
)
def test_content_of_a_dependent_clause_ends_where_the_main_clause_goes_on(text: str, content: str) -> None:
    assert [one.text for one in found(text)] == [content]


def test_what_stands_before_an_attribution_with_a_quotation_is_said_too() -> None:
    assert found("Мост закрыт до осени, сообщил Лосев: «Работы идут по графику».") == [
        Found("indirect", "Мост закрыт до осени", "Лосев"),
        Found("direct", "Работы идут по графику", "Лосев"),
    ]
    assert found("Лосев осмотрел мост, сказал: «Работы идут по графику».") == [
        Found("direct", "Работы идут по графику", "Лосев")
    ]


def test_who_reports_first_and_whose_words_are_in_the_report_both_speak() -> None:
    assert found("Как пишет «Вестник», Лосев обещал построить мост.") == [
        Found("indirect", "Лосев обещал построить мост", "«Вестник»"),
        Found("indirect", "построить мост", "Лосев"),
    ]
    assert found("Лосев обещал построить мост, пишет «Вестник».") == [Found("indirect", "построить мост", "Лосев")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Лосев обратился в совет с просьбой о переносе рынка на площадь.", "переносе рынка на площадь"),
        ("Лосев направил ходатайство о продлении аренды на год.", "продлении аренды на год"),
        ("Лосев выступил с призывом к миру и согласию.", "миру и согласию"),
        ("Лосев выступил с просьбой о переносе рынка за реку и, выслушав отказ, ушёл.", "переносе рынка за реку"),
        ("Лосев потребовал закрыть завод и, хлопнув дверью, покинул зал.", "закрыть завод"),
        ("Лосев заявил, что рухнул мост и сгорел завод.", "рухнул мост и сгорел завод"),
    ],
)
def test_what_is_asked_for_by_a_noun_ends_before_the_next_deed(text: str, content: str) -> None:
    assert found(text) == [Found("indirect", content, "Лосев")]


@pytest.mark.parametrize("text", ["Суд отклонил ходатайство об отводе судьи.", "Лосев обратился с просьбой о помощи."])
def test_a_request_that_others_answer_or_that_only_names_a_topic_is_no_quote(text: str) -> None:
    assert found(text) == []
