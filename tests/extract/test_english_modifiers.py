"""Participles and clauses that only tell which thing is meant, and texts that bind somebody, in English."""

from __future__ import annotations

import pytest

from briefing import language
from briefing.extract import quotes
from tests.extract.quoting import speakers_of


def said(text: str) -> list[str]:
    """Return what is quoted in an English text."""
    document = language.get("en").analyse(text, [(0, len(text))])
    return [text[u.start : u.end] for u in sorted(quotes.find(document), key=lambda u: u.start)]


@pytest.mark.parametrize(
    "text",
    [
        "The remains of a sailor found 40 years ago near the harbour have now been identified.",
        "The body of a missing diver found nine days ago near the pier has been named.",
        "A bomb found 200 metres from the school was made safe.",
        "The dog found three miles from home is well.",
        "An advert asking men to see a nurse will run for a month.",
        "The leaflet addresses the worry many new parents feel when a baby cries.",
        "The law is about the fear some tenants feel when their lease ends.",
        "The shop stocks a few of the most requested Acme colours.",
        "It is one of the most admired firms in the sector.",
        "The centre leads the field in understanding how to heal burns.",
        "The job requires drivers to work at night.",
        "The new engine requires regular care.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A study by Acme found 60 percent oppose it.", "60 percent oppose it"),
        ("New research by Acme also finds 30 per cent of drivers speed.", "30 per cent of drivers speed"),
        ("A leaflet reminding parents to book appointments was sent out.", "parents to book appointments"),
        ("A letter urging the minister to act was delivered on Friday.", "the minister to act"),
        ("Residents asked when the pool would open.", "when the pool would open"),
        ("Most said it was late.", "it was late"),
        ("“We know it helps, 58 per cent of tenants say they would call it,” Ann Lee said.", "they would call it"),
    ],
)
def test_what_is_said_and_where_it_ends(text: str, words: str) -> None:
    assert words in said(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The settlement requires the company to pay $2 million and to train its staff.", "the settlement"),
        ("The settlement totaling $3 million requires Acme to clean the creek.", "the settlement"),
        ("The court order requires the landlord to repair the roof by May 1.", "the court order"),
        ("The stipulated judgment mandates regular inspections of all tanks.", "the stipulated judgment"),
        ("The consent decree requires that the firm stop selling the drug.", "the consent decree"),
        ("The injunction compels the owner to plant 40 trees.", "the injunction"),
        ("The agreement requires both sides to share data on fish.", "the agreement"),
    ],
)
def test_a_text_that_binds_says_so(text: str, name: str) -> None:
    assert speakers_of(text, "en") == [name]


@pytest.mark.parametrize(
    "subject", ["Riders who were hurt", "Riders who had signed", "Riders who came", "Riders hoping to stay"]
)
def test_what_tells_which_people_are_meant_is_no_part_of_the_verb(subject: str) -> None:
    assert speakers_of(f"{subject} said they would pay more.", "en") == ["riders"]
