"""Where an attribution with a source ends and what is said begins: appositions, relative clauses, fields, marks."""

from __future__ import annotations

import pytest

from briefing.extract import extract
from briefing.sources import article
from tests.extract.quoting import Found, found


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("По словам мэра, мост, который закрыли в мае, открыт.", "мост, который закрыли в мае, открыт", "мэра"),
        ("По словам мэра, главная беда, которая ждёт город — пыль.", "главная беда, которая ждёт город — пыль", "мэра"),
        ("Как отметил мэр, мост, который закрыли в мае, открыт.", "мост, который закрыли в мае, открыт", "мэр"),
        ("По словам мэра, водитель, который скрылся, найден.", "водитель, который скрылся, найден", "мэра"),
        ("По словам мэра, главы совета, мост открыт.", "мост открыт", "мэра"),
        ("Как сообщил мэр, глава совета, мост открыт.", "мост открыт", "мэр"),
        ("По данным ВЦИОМ, центра опросов, доверие растёт.", "доверие растёт", "ВЦИОМ"),
        ("По словам мэра, работающего десять лет, мост открыт.", "мост открыт", "мэра"),
        ("Мост открыт, сказал мэр, слова которого приводит газета.", "Мост открыт", "мэр"),
        ("Мост открыт, сказал зампред совета, депутат от севера.", "Мост открыт", "зампред совета"),
    ],
)
def test_what_describes_a_source_is_not_what_it_says(text: str, content: str, who: str) -> None:
    assert found(text) == [Found("indirect", content, who)]


@pytest.mark.parametrize("verb", ["требуют", "просят"])
def test_a_source_between_subject_and_verb_leaves_the_verb_to_the_subject(verb: str) -> None:
    text = f"Сроки, по его словам, {verb} проверки."
    assert found(text) == [Found("indirect", f"{verb} проверки", "его")]


def test_who_is_told_about_speaks_rather_than_the_outlet() -> None:
    text = "По его словам, ему «неизвестно о таких планах», пишет «Вестник»."
    assert next((each.text, each.who) for each in found(text)) == ("неизвестно о таких планах", "его")


def test_an_outer_mark_that_closes_with_an_inner_one_opens_behind_another_sentence() -> None:
    text = 'Совет поддержал фракцию "Новый город" вчера. "Я читал "Войну и мир", - сказал мэр.'
    assert found(text) == [Found("direct", 'Я читал "Войну и мир', "мэр")]


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        (
            "Мост готов, рассказал зампред комитета по надзору и борьбе с пожарами, член фракции «Заря» Илья Крот.",
            "Илья Крот",
            "член фракции «Заря»",
        ),
        (
            "Председатель комитета по бюджету, налогам и финансам Илья Кротов заявил, что денег хватит.",
            "Илья Кротов",
            "председатель комитета по бюджету, налогам и финансам",
        ),
        (
            "Директор департамента по связям с общественностью Анна Ким отметила, что мост открыт.",
            "Анна Ким",
            "директор департамента по связям с общественностью",
        ),
        ("Мост открыт, сообщает директор Zenit+ Group Илья Кротов.", "Илья Кротов", "директор Zenit+ Group"),
        ('По прогнозу ФГБУ "Северная служба" завтра будет ветер.', 'ФГБУ "Северная служба"', None),
        ("Мост закрыт, сообщили источники в органах надзора.", "источники в органах надзора", None),
        ('Депутаты от "Новой зари" предложили снизить налог.', 'депутаты от "Новой зари"', None),
        ("Комитет по паркам и рыбам предложил снизить налог.", "Комитет по паркам и рыбам", None),
    ],
)
def test_a_post_has_all_its_fields_and_marks(text: str, speaker: str, role: str | None) -> None:
    [who] = extract(article(text, "x")).speakers
    assert (who.name, who.role) == (speaker, role)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("ВЦИОМа", "ВЦИОМ"),
        ("ЦИКа", "ЦИК"),
        ("МИДа", "МИД"),
        ("НАСА", "НАСА"),
        ("Росстата", "Росстат"),
        ("Минобороны", "Минобороны"),
        ("пресс\u2011службы МЧС", "пресс-служба МЧС"),
        ("телеканала «360»", "360"),
    ],
)
def test_bodies_named_by_letters_or_parts_stand_in_the_nominative(source: str, name: str) -> None:
    [who] = extract(article(f"Доходы семей выросли, свидетельствуют данные {source}.", "x")).speakers
    assert who.name == name


def test_figures_of_a_body_are_its_word() -> None:
    for text in ("Доходы выросли, следует из данных Росстата.", "Доходы выросли, говорится в расчётах Росстата."):
        [quote] = found(text)
        assert (quote.text, quote.who and quote.who.rpartition(" ")[2]) == ("Доходы выросли", "Росстата")


def test_a_name_with_the_place_of_its_words_leads_to_them() -> None:
    assert found("Анна Лосева в своём блоге: «Мост закрыт».") == [Found("direct", "Мост закрыт", "Анна Лосева")]
    assert found("Следующий матч Анны Лосевой в Орске: «Спартак».") == []
    assert found("Анна Лосева, мэр Орска: «Мост закрыт».") == [Found("direct", "Мост закрыт", "Анна Лосева")]
    assert found("Анна Лосева, мэр Орска:\n— Мост закрыли.") == [Found("direct", "Мост закрыли", "Анна Лосева")]


def test_a_quotation_that_each_paragraph_opens_anew_has_one_speaker() -> None:
    text = "«Мост откроют в мае. Денег хватит.\n«Рабочие готовы», — сказал Илья Кротов.\nЖители ждут «чуда»."
    assert found(text) == [
        Found("direct", "Мост откроют в мае. Денег хватит.", "Илья Кротов"),
        Found("direct", "Рабочие готовы", "Илья Кротов"),
    ]


def test_who_leads_a_firm_may_tell_what_the_firm_hopes() -> None:
    text = "Zenit Group надеется, что спрос вырастет. Об этом сообщил директор Zenit Group Илья Кротов."
    assert ("Zenit Group надеется, что спрос вырастет", "директор Zenit Group Илья Кротов") in [
        (each.text, each.who) for each in found(text)
    ]


def test_a_statement_that_is_to_come_is_of_whoever_makes_it() -> None:
    text = "Мэр сделал следующее заявление, когда министр сказал, что мост готов.\n«Мост наш, и он послужит городу»."
    assert [each for each in found(text) if each.kind == "direct"] == [
        Found("direct", "Мост наш, и он послужит городу", "Мэр")
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("По итогам проведённых опросов, партия может получить треть мест.", "проведённых опросов"),
        ("По результатам опроса каждый пятый житель недоволен дорогами.", "опроса"),
        ("По недавним опросам общественного мнения, партия выигрывает.", "недавним опросам общественного мнения"),
        ("По опросам фонда «Рубеж», партия выигрывает.", "фонда «Рубеж»"),
    ],
)
def test_what_was_asked_of_people_is_a_source(text: str, who: str) -> None:
    assert [quote.who for quote in found(text)] == [who]


@pytest.mark.parametrize(
    "text",
    ["По итогам проверки школу закрыли.", "По результатам матча тренер был уволен.", "По итогам года цены выросли."],
)
def test_what_something_results_from_is_no_source(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "source", ["со слов представителя штаба", "от представителя штаба", "из слов представителя штаба"]
)
def test_what_has_become_known_from_somebody_is_theirs(source: str) -> None:
    assert found(f"Как стало известно {source}, самолёты вылетят утром.") == [
        Found("indirect", "самолёты вылетят утром", "представителя штаба")
    ]
