"""Clauses behind Russian verbs of speech: those that tell what is said, and those that belong to something else."""

from __future__ import annotations

import pytest

from tests.extract.quoting import Found, found


@pytest.mark.parametrize(
    "text",
    [
        "Лосев вспомнил деревню, откуда он родом.",
        "Лосев напомнил о дне, когда рухнула башня.",
        "В качестве адреса было указано шоссе Пекарей, где находится склад.",
    ],
)
def test_a_clause_about_a_place_or_time_is_no_question(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("whom", ["", " журналистам", " газете", " главе района", " полиции района", " «Вестнику»"])
def test_a_question_behind_whom_it_is_told_is_one(whom: str) -> None:
    assert found(f"Лосев рассказал{whom}, где прячет лодку.") == [Found("indirect", "где прячет лодку", "Лосев")]


def test_the_occasion_is_no_quote_behind_a_conjunction_either() -> None:
    assert found("Лосев приехал, и когда его спросили, готова ли башня, он промолчал.") == []


@pytest.mark.parametrize("grounds", ["так как", "потому что", "поскольку", "ведь"])
def test_the_grounds_of_a_request_belong_to_it(grounds: str) -> None:
    text = f"Лосев попросил закрыть окна, {grounds} дует ветер."
    assert found(text) == [Found("indirect", f"закрыть окна, {grounds} дует ветер", "Лосев")]


def test_an_age_before_the_subject_is_no_part_of_what_it_tells_of() -> None:
    assert found("Об уходе из клуба 20-летний вратарь сообщил вчера.")[0].text == "уходе из клуба"
    assert found("Об отставке 79-летний министр объявил в эфире.") == []


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("Как стало известно «Вестнику», завод продан.", "завод продан", "«Вестнику»"),
        ("Как стало известно газете, завод продан.", "завод продан", "газете"),
        ("Состояние лыжника оценивается врачами как крайне тяжёлое.", "крайне тяжёлое", "врачами"),
    ],
)
def test_who_has_learned_or_judges_speaks(text: str, content: str, who: str) -> None:
    assert found(text) == [Found("indirect", content, who)]


@pytest.mark.parametrize(
    "text",
    [
        "Как стало известно вчера, завод продан.",
        "Мэру стало известно, что мост рухнул.",
        "Состояние лыжника оценивается как крайне тяжёлое.",
        "Завод оценивается банком в три миллиона рублей.",
    ],
)
def test_what_became_known_or_is_held_by_nobody_is_no_quote(text: str) -> None:
    assert found(text) == []


def test_within_anothers_words_those_speak_who_are_told_by_what_they_are() -> None:
    assert found("Лосев сообщил, что певец болен, но врачи надеются, что он поправится.") == [
        Found("indirect", "певец болен, но врачи надеются, что он поправится", "Лосев"),
        Found("indirect", "он поправится", "врачи"),
    ]
    assert len(found("Лосев отметил, что люди верят, что певец поправится.")) == 1
    assert len(found("Лосев отметил, что большинство верит, что певец поправится.")) == 1


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Глава фирмы заявил, что цех закроют, а профсоюз пообещал бастовать.",
            {"цех закроют": "глава фирмы", "бастовать": "профсоюз"},
        ),
        (
            "Глава фирмы заявил, что цех закроют, и в ответ профсоюз пообещал бастовать.",
            {"цех закроют": "глава фирмы", "бастовать": "профсоюз"},
        ),
        (
            "Врачи считают, что лечение поможет, а родители уверены, что мальчик уже здоров.",
            {"лечение поможет": "врачи", "мальчик уже здоров": "родители"},
        ),
        (
            "Мэр сказал, что мост открыт, а жители обещают не мусорить.",
            {"мост открыт, а жители обещают не мусорить": "мэр"},
        ),
        ("Мэр сказал, что гости пели, и хор обещал приехать.", {"гости пели, и хор обещал приехать": "мэр"}),
    ],
)
def test_somebody_else_who_speaks_in_the_same_tense_ends_content(text: str, contents: dict[str, str]) -> None:
    assert {quote.text: (quote.who or "").lower() for quote in found(text)} == contents
