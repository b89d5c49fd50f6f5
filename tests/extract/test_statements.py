"""Articles that are somebody's own words from beginning to end, as their headline says."""

from __future__ import annotations

import pytest

from briefing.extract import extract
from briefing.sources import article


def spoken(text: str) -> list[tuple[str, str, str | None, str | None]]:
    """Return kind, words, name and role of each quote."""
    briefing = extract(article(text, "x"), models=False)
    who = {speaker.id: speaker for speaker in briefing.speakers}
    return [
        (q.kind, q.text, who[q.speaker].name if q.speaker else None, who[q.speaker].role if q.speaker else None)
        for q in briefing.quotes
    ]


@pytest.mark.parametrize(
    ("headline", "name", "role"),
    [
        ("Statement by Foreign Minister Oskar Lind on the Floods", "Oskar Lind", "Foreign Minister"),
        ("Remarks by the Prime Minister at the opening of the dam", "the Prime Minister", None),
        ("Prime Minister's statement on the harbour fire", "Prime Minister", None),
    ],
)
def test_a_statement_is_the_words_of_whom_its_headline_names(headline: str, name: str, role: str | None) -> None:
    first, second = "Last night our country lost eleven people.", 'We will rebuild. They called us "the weak link".'
    assert spoken(f"{headline}\n\n{first}\n\n{second}") == [
        ("direct", first, name, role),
        ("direct", second, name, role),
    ]


def test_a_russian_address_is_the_words_of_whom_its_headline_names() -> None:
    text = "Обращение губернатора Ивана Серова к жителям\n\nМы прошли трудный год.\n\nЯ благодарю всех соседей."
    assert [(quote[0], quote[2]) for quote in spoken(text)] == [("direct", "Иван Серов"), ("direct", "Иван Серов")]


def test_a_report_on_a_statement_is_nobodys_words() -> None:
    text = (
        "Statement by Foreign Minister Oskar Lind angers neighbours\n\nOfficials reacted on Monday.\n\n"
        'Maria Holt said: "We will not accept this."\n\nTrade talks were put off.'
    )
    assert [(quote[1], quote[2]) for quote in spoken(text)] == [("We will not accept this.", "Maria Holt")]
