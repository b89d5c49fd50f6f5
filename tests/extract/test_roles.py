"""What an article says that its people are: posts beside names, posts of several at once, posts that a verb gives."""

from __future__ import annotations

import pytest

from briefing import language
from briefing.extract import extract, people, roles
from briefing.model import Article, Paragraph


def roles_in(text: str) -> dict[str, str | None]:
    """Return the role of everybody whom the text names."""
    document = language.get("ru").analyse(text, [(0, len(text))], models=True)
    found = {person.name: roles.role(document, person.titles, person.descriptions) for person in people.cast(document)}
    return {name: role.text if role is not None else None for name, role in found.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Вопрос задали депутатам-аграриям Льву Кротову и Павлу Лапину.",
            {"Лев Кротов": "депутат-аграрий", "Павел Лапин": "депутат-аграрий"},
        ),
        (
            "Известные актёры Лев Кротов и Пётр Лапин уехали.",
            {"Лев Кротов": "известный актёр", "Пётр Лапин": "известный актёр"},
        ),
        ("Тренер Лев Кротов и Пётр Лапин уехали.", {"Лев Кротов": "тренер", "Пётр Лапин": None}),
    ],
)
def test_post_of_several_people_is_of_each(text: str, expected: dict[str, str | None]) -> None:
    assert roles_in(text) == expected


def test_post_beside_the_name_comes_before_one_that_a_verb_gives() -> None:
    assert roles_in("Лев Кротов стал победителем конкурса.") == {"Лев Кротов": "победитель конкурса"}
    text = "Учитель Лев Кротов уехал. Лев Кротов является председателем большого общества любителей шахмат."
    assert roles_in(text) == {"Лев Кротов": "учитель"}


def test_relation_is_not_of_the_person_in_the_genitive() -> None:
    text = "Младшая сестра Льва Кротова балерина Анна Ким уехала."
    assert roles_in(text) == {"Лев Кротов": None, "Анна Ким": "балерина"}


def test_spellings_of_one_name_are_one_person() -> None:
    assert roles_in("Мэр Фриц Рипе уехал. Риппе пишет книгу.") == {"Фриц Рипе": "мэр"}
    assert roles_in("Врач Джон Пэлтон уехал. Пелтон пишет книгу.") == {"Джон Пэлтон": "врач"}
    text = "Шейх Карим бен Дауд Аль Мази уехал. Карим бен Дауд пишет книгу."
    assert roles_in(text) == {"Карим бен Дауд Аль Мази": "шейх"}


def test_the_spelling_that_most_mentions_have_is_the_name() -> None:
    text = "Врач Пол Грейсман-младший уехал. Книгу Пола Грейсмена-младшего издали. Грейсмен пишет другую. Грейсмен рад."
    assert roles_in(text) == {"Пол Грейсмен-младший": "врач"}
    text = "Врач Пол Грейсмен-младший уехал. Книгу Пола Грейсмана-младшего издали. Грейсман пишет другую. Грейсман рад."
    assert roles_in(text) == {"Пол Грейсман-младший": "врач"}


def speaker_role(text: str) -> str | None:
    """Return the role of the one who speaks in a text."""
    body = Paragraph(start=0, end=len(text), kind="body")
    article = Article(id="a", source="a.txt", language="ru", text=text, paragraphs=(body,))
    (speaker,) = extract(article).speakers
    return speaker.role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Лев Кротов, 42-летний механик, чинивший насос, сказал, что устал.", "механик"),
        ("Лев Кротов, 42, механик гаража, сказал, что устал.", "механик гаража"),
        ("Питчер «Бобров» Лев Кротов сказал, что устал.", "питчер «Бобров»"),
        # What introduces somebody by the full name says more than what else is told.
        ("Поэт Лев Кротов сказал, что устал. Лев Кротов, автор двадцати толстых книг, уехал.", "поэт"),
        ("Врач больницы Лев Кротов сказал, что устал. Капитан Кротов уехал.", "врач больницы"),
        ("Капитан Лев Кротов сказал, что устал.", "капитан"),
        # A post says more than a calling, wherever it is told.
        ("Писатель Лев Кротов сказал, что устал. Министр культуры Кротов уехал.", "министр культуры"),
    ],
)
def test_which_of_several_roles_is_told(text: str, role: str) -> None:
    assert speaker_role(text) == role
