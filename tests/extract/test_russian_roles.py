"""Who somebody is, told in other ways than by a post right before the name."""

from __future__ import annotations

import pytest

from briefing import language
from briefing.extract import quotes, speakers


def role_of(text: str) -> tuple[str, str | None]:
    """Return name and role of the one speaker of the text."""
    document = language.get("ru").analyse(text, [(0, len(text))], models=True)
    (speaker,) = speakers.attribute(document, quotes.find(document))
    return speaker.name, speaker.role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Анна Ким, давно пишущая журналистка и автор песен, сказала, что устала.",
            "давно пишущая журналистка и автор песен",
        ),
        ("Аким посёлка Лев Кротов сказал, что устал.", "Аким посёлка"),
        ("Мажилисмен Лев Кротов сказал, что устал.", "мажилисмен"),
        ("Лев Кротов, недавно назначенный главным врачом приюта, сказал, что устал.", "главный врач приюта"),
        ("Лев Кротов, ныне занимающий должность декана, сказал, что устал.", "декан"),
        ("Новая няня, найденная через знакомых, Анна Ким, сказала, что устала.", "новая няня"),
        ("Бывший тренер из Керчи, Анна Ким сказала, что устала.", "бывший тренер из Керчи"),
        ("Совет одобрил избрание Льва Кротова главой артели. Кротов сказал, что рад.", "глава артели"),
        ("Мэр назначил Льва Кротова директором парка. Кротов сказал, что рад.", "директор парка"),
        ("Лев Кротов работает сторожем порта. Кротов сказал, что рад.", "сторож порта"),
        ("Лев Кротов из института леса сказал, что рад.", "институт леса"),
    ],
)
def test_role_is_told_beside_the_name(text: str, role: str) -> None:
    assert role_of(text)[1] == role


@pytest.mark.parametrize(
    "text",
    [
        "По словам врача, Лев Кротов ушёл. «Я рад», — сказал Кротов.",
        "Лев Кротов из Керчи сказал, что рад.",
        "Мэр, найденный у реки, Льва Кротова не узнал. Кротов сказал, что рад.",
    ],
)
def test_role_of_somebody_else_is_none(text: str) -> None:
    document = language.get("ru").analyse(text, [(0, len(text))], models=True)
    roles = {s.name: s.role for s in speakers.attribute(document, quotes.find(document))}
    assert roles["Лев Кротов"] is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ана Риваль, глава цирка, сказала, что рада.", "Ана Риваль"),
        ("Пак Мин Хён, глава цирка, сказал, что рад.", "Пак Мин Хён"),
        ("Лев Кротов, Керчь: «Чайки кричали всю ночь».", "Лев Кротов"),
        ("Рыбачка Анна Ким, а также повар Лев Кротов сказали, что рады.", "Анна Ким, а также Лев Кротов"),
    ],
)
def test_name_is_whole_and_alone(text: str, name: str) -> None:
    assert role_of(text)[0] == name


def test_age_before_a_name_tells_whether_it_is_a_man() -> None:
    text = "Воду пролили на 45-летнего Тумо Лапина."
    document = language.get("ru").analyse(text, [(0, len(text))], models=True)
    ((sentence, name),) = [(s, n) for s in document.sentences for n in s.names]
    assert document.language.person(sentence, name)[0].gender == "masc"


def test_a_compound_is_named_again_by_what_its_parts_are() -> None:
    text = (
        "Рэп-исполнитель Лев Кротов сменил имя. Врач Олег Зуев приехал в Керчь. На концерте музыкант сказал, что рад."
    )
    assert role_of(text)[0] == "Лев Кротов"


@pytest.mark.parametrize(
    "role",
    [
        "заместитель министра по делам семьи, местным бюджетам и печати",
        "министр Карелии по делам молодёжи, физической культуре и спорту",
        "заместитель председателя думы по туризму, охотничьему хозяйству и защите лесов",
        "начальник отдела спорта, туризма и молодёжной политики",
    ],
)
def test_a_post_for_several_fields_is_of_who_follows(role: str) -> None:
    assert role_of(f"«Всё готово», — отметил {role} Лев Кротов.") == ("Лев Кротов", role)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("По словам первого замминистра связи Льва Кротова, мост готов.", "первый замминистра связи"),
        ("По словам бывшего замглавы района Льва Кротова, мост готов.", "бывший замглавы района"),
        ("По словам замминистра связи Льва Кротова, мост готов.", "замминистра связи"),
    ],
)
def test_what_stands_before_a_post_that_never_changes_is_put_in_the_nominative(text: str, role: str) -> None:
    assert role_of(text) == ("Лев Кротов", role)


def test_what_only_a_woman_is_called_is_no_mans_role() -> None:
    assert role_of("По словам Льва, рад и он. Гимнастка и художник Лев Кротов сказал, что рад.")[1] == "художник"
    assert role_of("Актёр и художник Лев Кротов сказал, что рад.")[1] == "актёр и художник"


def test_an_acronym_that_looks_like_a_verb_is_part_of_the_role() -> None:
    assert role_of("«Игр не будет», — сообщил директор МОК по связям с прессой Лев Кротов.") == (
        "Лев Кротов",
        "директор МОК по связям с прессой",
    )
