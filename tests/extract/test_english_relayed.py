"""Where English content ends without a comma, who relays what another said, and clauses of two words."""

from __future__ import annotations

import pytest

from briefing.extract import extract
from briefing.sources import article
from tests.extract.test_english_quotes import said


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Divers say the pier is safe but critics argue it is rotten.", "the pier is safe", "divers"),
        ("Divers say the pier is safe but critics argue it is rotten.", "it is rotten", "critics"),
        ("Ann Lowe said she would stay but then fell ill.", "she would stay", "Ann Lowe"),
        ("Ann Lowe said she would sell but the deal was later called off.", "she would sell", "Ann Lowe"),
        (
            "Ann Lowe said the pier would close but the beach would not.",
            "the pier would close but the beach would not",
            "Ann Lowe",
        ),
        ("The judge told Ben Hale he was a thief and jailed him for a year.", "he was a thief", "the judge"),
        (
            "The coach told Ben Hale he was free and could go home.",
            "he was free and could go home",
            "the coach",
        ),
        ("The pump works, Ann Lowe said.", "The pump works", "Ann Lowe"),
        ("Crime pays, the book says.", "Crime pays", "the book"),
        ("Divers said it was cold, according to Radio Hove.", "Divers said it was cold", "Radio Hove"),
        ("Divers said it was cold, according to Radio Hove.", "it was cold", "divers"),
    ],
)
def test_content_ends_where_the_narration_goes_on(text: str, words: str, who: str) -> None:
    assert (words, who) in said(text)


def test_names_and_dates_are_no_clause() -> None:
    assert said("Names, dates and facts, he said, matter.") == []


def test_what_somebody_has_tells_their_gender() -> None:
    text = "Ben Hale spoke.\n\nJoan Pell, a baker filming it on his phone, said it was late. “It is cold,” he said."
    found = extract(article(text, "x"))
    names = {speaker.id: speaker.name for speaker in found.speakers}
    assert [names[quote.speaker] for quote in found.quotes if quote.speaker] == ["Joan Pell", "Joan Pell"]


@pytest.mark.parametrize(
    ("label", "who"),
    [
        ("Lowe's statement:", "Lowe"),
        ("Ms Ann Lowe's full statement:", "Ann Lowe"),
        ("Statement from Ann Lowe:", "Ann Lowe"),
        ("The mayor's statement in full:", "the mayor"),
        ("A statement by the club:", "the club"),
    ],
)
def test_a_label_tells_whose_statement_follows(label: str, who: str) -> None:
    found = extract(article(f"The pier shut on Monday.\n\n{label}\n\nThe pier was rotten.\n\nRain fell.", "x"))
    names = {speaker.id: speaker.name for speaker in found.speakers}
    assert [(quote.kind, quote.text, names[quote.speaker or ""]) for quote in found.quotes] == [
        ("direct", "The pier was rotten", who)
    ]


def test_a_label_of_nobody_tells_nothing() -> None:
    assert said("Today's statement:\n\nThe pier was rotten.") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The pier was closed, according to a statement from the Brill Fire Department.", "Brill Fire Department"),
        ("A poll by Harbour Research shows that most divers want a pier.", "Harbour Research"),
        ("A study released late on Monday by Brill University says that the pier is rotten.", "Brill University"),
        ("A letter from Ann Lowe said that the pier was rotten.", "Ann Lowe"),
        ("The ferry sank, according to figures from the Met Office.", "Met Office"),
        (
            "A report by the Brill Port Authority found that it rusts. The report said that the pier was rotten.",
            "Brill Port Authority",
        ),
        ("A report on the pier said that it was rotten.", "a report"),
        ("A report seen by the Gazette said that the pier was rotten.", "a report"),
        ("A study published in the journal Tides found that eels sleep.", "a study"),
        ("A survey of divers on Monday found that most were tired.", "a survey of divers"),
        ("The notice from Monday said that the pier was rotten.", "the notice"),
    ],
)
def test_a_text_is_the_word_of_those_who_are_named_as_its_origin(text: str, who: str) -> None:
    assert said(text)[-1][1].casefold() == who.casefold()
