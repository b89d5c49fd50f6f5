"""What a Russian predicate governs as content, what only stands beside it, and who is found to speak by finding out."""

from __future__ import annotations

import pytest

from tests.extract.quoting import Found, found


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("Закон гласит, что берег нельзя застраивать.", "берег нельзя застраивать", "Закон"),
        ("Замеры датчиков показывают, что река чиста.", "река чиста", "Замеры датчиков"),
        ("Ревизия выявила нехватку лекарств.", "нехватку лекарств", "Ревизия"),
        ("Жильцы требовали допуска независимых экспертов.", "допуска независимых экспертов", "Жильцы"),
        ("Власти края обещают бесплатный доступ к музеям.", "бесплатный доступ к музеям", "Власти края"),
        ("Врачи убеждают жителей привиться от гриппа.", "жителей привиться от гриппа", "Врачи"),
        ("Адвокат ходатайствовал о переносе слушаний.", "переносе слушаний", "Адвокат"),
    ],
)
def test_laws_inquiries_and_demands_have_content(text: str, content: str, who: str) -> None:
    assert found(text) == [Found("indirect", content, who)]


@pytest.mark.parametrize(
    "text",
    [
        "Новый прибор выявил рост давления.",
        "Игроки демонстрируют отсутствие сил.",
        "Водитель ответил на вопросы возможности проезда.",
        "Лосев обратился за помощью в больницу.",
    ],
)
def test_what_things_and_deeds_show_is_no_content(text: str) -> None:
    assert found(text) == []


def test_a_time_or_place_may_stand_between_a_verb_and_its_object() -> None:
    assert found("Министр подтвердил в среду участие сборной в турнире.")[0].text == "участие сборной в турнире"
    assert found("Авторы книги провозглашают в ней неизбежность перемен.")[0].text == "неизбежность перемен"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Мэр объяснил задержку плохой погодой.", "задержку плохой погодой"),
        ("Свой уход тренер объяснил усталостью и болезнью.", "усталостью и болезнью"),
        ("Полиция связывает Лосева с ограблением банка.", "Лосева с ограблением банка"),
    ],
)
def test_what_is_put_down_to_something_is_content(text: str, content: str) -> None:
    assert [quote.text for quote in found(text)] == [content]


def test_an_object_without_a_cause_is_only_a_topic() -> None:
    assert found("Объясняя задержку рейса, газета привела схему полёта.") == []
    assert found("Дорога связывает посёлок с трассой.") == []


def test_a_reason_is_not_what_is_said() -> None:
    assert found("Заявление прозвучало в связи с тем, что завод ищет рабочих.") == []
    assert found("Мэр сообщил о переносе концерта из-за того, что идёт дождь.")[0].text.startswith("переносе концерта")


def test_what_others_said_against_it_ends_content() -> None:
    text = "Завод сообщает, что пропал один рабочий, тогда как ранее было сказано, что спаслись все."
    assert [quote.text for quote in found(text)] == ["пропал один рабочий", "спаслись все"]
    text = "Опрос показал, что за мост треть жителей, тогда как четверть ответила, что против."
    assert found(text)[0].text.endswith("что против")


def test_what_a_relative_clause_takes_up_may_be_followed_by_words_in_marks() -> None:
    text = "Комиссия одобрила проект моста, о чём сообщил её секретарь Лосев: «Мы рады»."
    assert [quote.text for quote in found(text)] == ["Комиссия одобрила проект моста", "Мы рады"]


def test_people_without_names_may_stand_before_their_lines() -> None:
    assert found("Кондуктор: «Через час».") == [Found("direct", "Через час", "Кондуктор")]
    assert found("Победитель: «Вымпел».") == []
    assert found("Роман: «Отцы и дети».") == []
