"""Interviews without marks: the answers are the words of whoever is asked, the questions nobody's."""

from __future__ import annotations

import pytest

from briefing.extract import extract
from briefing.sources import article


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


@pytest.mark.parametrize(
    "text",
    [
        # Questions that the article itself asks and answers.
        "Who needs a pier?\nAnn Lowe left on Monday.\nWhy did it burn?\nIt was dry.\nWho pays?\nThe town pays.\n"
        "So why now?\nIt is late.",
        # One question is no interview.
        "A pier burned down\nAnn Lowe left on Monday.\nWhat next?\nI do not know, and we wait.",
    ],
)
def test_other_questions_make_no_interview(text: str) -> None:
    assert quotes_of(text) == []
