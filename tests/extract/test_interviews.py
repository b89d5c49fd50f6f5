"""Interviews without marks: the answers are the words of whoever is asked, the questions nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.extract import extract
from briefing.extract.quotes import dialogues
from briefing.sources import article, read


def quotes_of(text: str) -> list[tuple[str, str | None]]:
    """Return the quotes of an article whose paragraphs are its lines, with their speakers."""
    briefing = extract(article(text.replace("\n", "\n\n"), "x"))
    names = {speaker.id: speaker.name for speaker in briefing.speakers}
    return [(quote.text, names.get(quote.speaker or "")) for quote in briefing.quotes]


ENGLISH = """Ann Lowe on the pier
Professor Ann Lowe has run the Pier Trust since 2019.
The mayor says it will be saved. Is that likely?
It is likely, and I hope so. We need a million.
What would you do first?
I would mend the roof.
Your rivals say you wait too long.
They told me so. I do not.
What happens next?
We will reopen in May."""

RUSSIAN = """Анна Лис: о причале
Директор музея Анна Лис рассказала о причале.
Когда откроется причал?
Мы откроем его в мае, я обещаю.
Сколько это стоит?
Я думаю, что миллион.
Что будет потом?
Мы построим новый музей."""


def test_answers_are_the_words_of_whoever_is_asked() -> None:
    assert [quote for quote in quotes_of(ENGLISH) if quote[1] == "Ann Lowe"] == [
        ("It is likely, and I hope so. We need a million.", "Ann Lowe"),
        ("I would mend the roof.", "Ann Lowe"),
        ("They told me so. I do not.", "Ann Lowe"),
        ("We will reopen in May.", "Ann Lowe"),
    ]
    assert {name for _, name in quotes_of(ENGLISH)} == {"Ann Lowe"}


def test_interviews_in_russian() -> None:
    assert ("Мы построим новый музей.", "Анна Лис") in quotes_of(RUSSIAN)
    assert all("?" not in text for text, _ in quotes_of(RUSSIAN))


def test_turns_alternate_in_an_interview_whatever_they_end_with() -> None:
    text = (
        "Лесничий Анна Лис: «Лес живёт»\n– Анна Петровна, сколько сосен вы посадили?\n"
        "– Сто. Ещё двести ждут в питомнике.\nИх мы посадим весной.\n– Соседи жалуются на пыль.\n"
        "– Дорогу мы польём.\n– Говорят, вы уходите.\n– Это слухи.\n"
        "– А что ответит совет?\n– Не знаю.\n– Вы любите лес?\n– Люблю."
    )
    assert quotes_of(text) == [
        ("Анна Петровна, сколько сосен вы посадили?", None),
        ("Сто. Ещё двести ждут в питомнике.", "Анна Лис"),
        ("Их мы посадим весной.", "Анна Лис"),
        ("Соседи жалуются на пыль.", None),
        ("Дорогу мы польём.", "Анна Лис"),
        ("Говорят, вы уходите.", None),
        ("Это слухи.", "Анна Лис"),
        ("А что ответит совет?", None),
        ("Не знаю.", "Анна Лис"),
        ("Вы любите лес?", None),
        ("Люблю.", "Анна Лис"),
    ]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "Talk with Mayor Ann Lowe\nQ: When will the pier open?\nA: It will open in May.\nWe want a cafe too.\n"
            "Q: Staff said they were not asked.\nA: We asked them all.\nMs Lowe spoke on Monday.",
            ["It will open in May.", "We want a cafe too.", "We asked them all."],
        ),
        (
            "Директор треста Анна Лис: о причале\nВопрос: Говорят, денег нет.\nОтвет: Деньги есть.\n"
            "Вопрос: Когда сдадите?\nОтвет: В мае.",
            ["Деньги есть.", "В мае."],
        ),
        (
            "Директор треста Анна Лис: о причале\n**Когда откроют причал?**\nВ мае.\n"
            "Это решено.\n**Рыбаки против.**\n– Мы поговорим.",
            ["В мае.", "Это решено.", "Мы поговорим."],
        ),
    ],
)  # fmt: skip
def test_questions_are_known_by_their_labels_and_marks(text: str, answers: list[str]) -> None:
    assert [quote for quote, _ in quotes_of(text)] == answers
    assert len({name for _, name in quotes_of(text)}) == 1


def test_questions_that_are_set_in_bold_need_no_mark(tmp_path: Path) -> None:
    path = tmp_path / "talk.md"
    path.write_text(
        "# Лесничий Анна Лис: «Лес живёт»\n\n**Сколько сосен посадили?**\n\nСто, и мы посадим ещё.\n\n"
        "**Соседи жалуются на пыль.**\n\nДорогу мы польём.\n",
        "utf-8",
    )
    briefing = extract(read(str(path)))
    assert [quote.text for quote in briefing.quotes] == ["Сто, и мы посадим ещё.", "Дорогу мы польём."]
    assert [speaker.name for speaker in briefing.speakers] == ["Анна Лис"]


def test_what_is_asked_is_no_fact_and_nothing_to_be_done() -> None:
    briefing = extract(
        article(
            "Лесничий Анна Лис: «Лес живёт»\n\n– Когда вы посадите в Лугах двести сосен?\n\n"
            "– В мае посадим двести сосен.\n\n"
            "– Говорят, вы собираетесь уйти.\n\n– Это слухи, которые распускают браконьеры.",
            "x",
        )
    )
    assert [action.text for action in briefing.actions] == ["В мае посадим двести сосен"]
    assert not any("?" in fact.text or "уйти" in fact.text for fact in briefing.facts)


@pytest.mark.parametrize(
    ("asked", "asks"),
    [("?...?.", "?.?.?."), ("?...", "?.?."), ("..?.", "?.?."), ("?..?", "?..?"), ("?.", "?."), ("...", "...")],
)
def test_every_other_turn_asks(asked: str, asks: str) -> None:
    assert dialogues.asking([mark == "?" for mark in asked]) == [mark == "?" for mark in asks]


@pytest.mark.parametrize(
    "text",
    [
        # Labels without a question before them.
        "Ann Lowe on the pier\nA: The pier is old.\nB: The pier is long.",
        # Questions that the article itself asks and answers.
        "Who needs a pier?\nAnn Lowe left on Monday.\nWhy did it burn?\nIt was dry.\nWho pays?\nThe town pays.\n"
        "So why now?\nIt is late.",
        # One question is no interview.
        "A pier burned down\nAnn Lowe left on Monday.\nWhat next?\nI do not know, and we wait.",
    ],
)
def test_other_questions_make_no_interview(text: str) -> None:
    assert quotes_of(text) == []
