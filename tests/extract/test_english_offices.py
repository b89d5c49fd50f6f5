"""Which agencies, ministers and texts of English articles speak for themselves, and which mean somebody named."""

from __future__ import annotations

import pytest

from briefing.extract import extract
from briefing.sources import article


def speakers_of(text: str) -> list[str]:
    """Return the names of those who speak in an article of one paragraph."""
    return [speaker.name for speaker in extract(article(f"Headline of the story\n\n{text}\n", "x")).speakers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme opened a shop. Two dams broke, the roads agency said.", ["the roads agency"]),
        ("A crew left the village of Brill. Nine people are safe, the rescue agency said.", ["the rescue agency"]),
        ("The hall cost a million, the heritage agency said.", ["the heritage agency"]),
        ("Acme opened a shop. Prices will rise, the central bank said.", ["the central bank"]),
        ("Acme opened a shop. The law is unfair, the rights group said.", ["the rights group"]),
        ("The mill will close in May, the energy company said.", ["the energy company"]),
        ("A farm was flooded. The crops are lost, the company said.", ["the company"]),
        ("A hospital was flooded. The wards are safe, the organisation said.", ["the organisation"]),
        ("NASA built a probe. It will land in May, the space agency said.", ["NASA"]),
        ("Interpol sent a note. The man is in Brill, the police agency said.", ["Interpol"]),
        ("UBS cut jobs. It will pay them, the Swiss bank said.", ["UBS"]),
        ("Glencore cut jobs. It will pay them, the mining group said.", ["Glencore"]),
        ("Renault cut jobs. It will pay them, the French carmaker said.", ["Renault"]),
        ("Reuters cut jobs. It will pay them, the news agency said.", ["Reuters"]),
        ("Hilton opened a hotel. The rooms are full, the company said.", ["Hilton"]),
        ("The Rivers Agency met. The water is clean, the agency said.", ["Rivers Agency"]),
    ],
)
def test_an_agency_is_no_shop_town_or_firm_named_before(text: str, expected: list[str]) -> None:
    assert speakers_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lord Birch, a former minister, left. The Transport Secretary has said it was late.",
            ["the Transport Secretary"],
        ),
        ("Ann Lowe, an ex-minister, left. The Rail Minister has said it was late.", ["the Rail Minister"]),
        ("Health Secretary Ann Lowe left. The Home Secretary said it was late.", ["the Home Secretary"]),
        ("Former rail minister Ann Lowe left. The rail minister said it was late.", ["Ann Lowe"]),
        ("Transport Minister Ole Krag left. The Danish minister said it was late.", ["Ole Krag"]),
        ("Former England captain Tom Hart left. The captain said it was late.", ["Tom Hart"]),
        ("Ann Lowe, the Foreign Secretary, left. The minister said it was late.", ["Ann Lowe"]),
    ],
)
def test_a_minister_is_no_former_or_other_minister(text: str, expected: list[str]) -> None:
    assert speakers_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"This bill says that how you vote is no matter," said Ann Lowe.', ["Ann Lowe"]),
        ('"The report says we have to act at once," said Ann Lowe.', ["Ann Lowe"]),
        ('"The law states that a landlord has to ask first," said Ann Lowe.', ["Ann Lowe"]),
        ('"The figures show that spills have doubled," said Ann Lowe.', ["Ann Lowe"]),
        ('"My doctor told me that the pier was unsafe," said Ann Lowe.', ["Ann Lowe", "my doctor"]),
        ('"The Acme report says that we have to act," said Ann Lowe.', ["Ann Lowe", "the Acme report"]),
    ],
)
def test_texts_that_a_speaker_points_to_do_not_speak_themselves(text: str, expected: list[str]) -> None:
    assert speakers_of(text) == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Rovers boss Ann Lowe said it was late. City beat Rovers at home.", "Rovers boss"),
        ("Farmers boss Ann Lowe said it was late. The farmers left.", "farmers boss"),
    ],
)
def test_a_name_that_opens_the_sentence_keeps_its_capital(text: str, role: str) -> None:
    (speaker,) = extract(article(f"Headline of the story\n\n{text}\n", "x")).speakers
    assert speaker.role == role
