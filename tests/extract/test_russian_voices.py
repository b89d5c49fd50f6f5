"""Who is meant where several speak, people name somebody, or somebody is asked."""

from __future__ import annotations

import pytest

from briefing.extract import extract
from briefing.sources import article
from tests.extract.quoting import Found, found


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Столяр сказал, что ночевал дома; сосед заявил, что это ложь.", "ночевал дома", "это ложь"),
        ("Столяр сказал, что спал, но сосед сообщил, что видел его.", "спал", "видел его"),
        ("Столяр заявил, что мост открыт, а сосед отметил, что ремонт идёт.", "мост открыт", "ремонт идёт"),
    ],
)
def test_what_somebody_says_ends_where_another_counters(text: str, first: str, second: str) -> None:
    assert found(text) == [Found("indirect", first, "Столяр"), Found("indirect", second, "сосед")]


def test_content_goes_on_with_what_is_only_contrasted() -> None:
    text = "Столяр заявил, что мост открыт, но ремонт ещё идёт."
    assert found(text) == [Found("indirect", "мост открыт, но ремонт ещё идёт", "Столяр")]


@pytest.mark.parametrize("asked", ["спросили, почему упал мост", "спросили о том, почему он упал", "попросили уйти"])
def test_on_what_occasion_somebody_speaks_is_no_quote(asked: str) -> None:
    text = f"«Это случайность», — сказал мэр, когда его {asked}."
    assert found(text) == [Found("direct", "Это случайность", "мэр")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Тереза Лосева, которую в прессе называют «железной», поддержала закон.", "прессе"),
        ("Закон, который в прессе называют «удушающим», вступил в силу.", "прессе"),
        ("Тереза Лосева, которую критики называют «железной», поддержала закон.", "критики"),
    ],
)
def test_whom_people_name_is_not_who_speaks(text: str, who: str) -> None:
    assert [quote.who for quote in found(text)] == [who]


def test_whom_people_in_general_name_is_no_speaker() -> None:
    text = "Марина Лаптева — чемпионка города. Лаптеву называли «вундеркиндом» в плавании."
    assert [quote.speaker for quote in extract(article(text, "x")).quotes] == [None]


def test_a_name_in_marks_behind_what_it_names_is_no_quotation() -> None:
    [quote] = found("Арендатор, фирма «Весло», обещает открыть вторую пристань.")
    assert (quote.text, quote.who) == ("открыть вторую пристань", "фирма «Весло»")
    assert found("Арендатор, фирма «Весло», сообщает о задержке.") == []
    [told] = found("Пристань откроет фирма «Весло», сообщает мэр.")
    assert (told.text, told.who) == ("Пристань откроет фирма «Весло»", "мэр")


def test_a_section_of_a_body_speaks() -> None:
    [quote] = found("Весной перевозчик добавит судно, рассчитывают в городском отделе транспорта.")
    assert (quote.text, quote.who) == ("Весной перевозчик добавит судно", "городском отделе транспорта")


@pytest.mark.parametrize(
    ("where", "who"),
    [
        ("В Минтрансе, в свою очередь,", "Минтрансе"),
        ("В мэрии, однако,", "мэрии"),
        ("В пресс-службе завода, как и прежде,", "пресс-службе завода"),
        ("В мэрии", "мэрии"),
    ],
)
def test_a_phrase_in_commas_does_not_part_where_something_is_said(where: str, who: str) -> None:
    assert found(f"{where} отметили, что паромов станет больше.") == [Found("indirect", "паромов станет больше", who)]


def test_what_follows_such_a_phrase_is_still_a_clause() -> None:
    assert found("В мэрии отметили, однако, что паром закрыт.") == [Found("indirect", "паром закрыт", "мэрии")]
    assert found("О мэрии, в свою очередь, отметили, что она закрыта.")[0].who is None


@pytest.mark.parametrize(
    ("subject", "who"),
    [
        ("Компания «Волна», крупнейший оператор края,", "Компания «Волна»"),
        ("«Волна», лидер рынка перевозок,", "«Волна»"),
        ("ОАО «Волна» (LSE: VLN), ведущий оператор связи в крае и соседних областях,", "«Волна»"),
        ("В среду банк «Исток», один из кредиторов завода,", "банк «Исток»"),
        ("Музей истории, старейший музей края,", "Музей истории"),
        ("Сбербанк, крупнейший банк страны,", "Сбербанк"),
        ("Подрядчик, компания «Волна»,", "компания «Волна»"),
        ("Газета Herald, старейшее издание края,", "Газета Herald"),
        ("Лев Кротов, глава завода,", "Лев Кротов"),
    ],
)
def test_an_apposition_before_the_verb_is_no_subject(subject: str, who: str) -> None:
    assert found(f"{subject} пишет, что мост закрыт.") == [Found("indirect", "мост закрыт", who)]


def test_a_body_in_a_clause_of_its_own_takes_no_apposition() -> None:
    quotes = found("Как сообщает мэрия, музей, возможно, объявит, что мост закрыт.")
    assert (quotes[-1].text, quotes[-1].who) == ("мост закрыт", "музей")


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Тренер Лев Кротов провёл встречу, на которой заявил, что мост закрыт.", "Тренер Лев Кротов"),
        ("Совет закончил сбор, в ходе которого сообщил, что мост закрыт.", "Совет"),
        ("Мэр подписал указ, которым напомнил, что мост закрыт.", "Мэр"),
        ("Лосев и Ким завели страницу, с помощью которой сообщили, что мост закрыт.", "Лосев и Ким"),
        ("Мэр приехал на завод, на котором сообщили, что мост закрыт.", None),
    ],
)
def test_a_relative_clause_without_a_subject_has_that_of_its_sentence(sentence: str, who: str | None) -> None:
    assert found(sentence)[-1] == Found("indirect", "мост закрыт", who)
