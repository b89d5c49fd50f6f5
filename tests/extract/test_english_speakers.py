"""Who the speakers of English articles are: posts of several people, degrees, people described before being named."""

from __future__ import annotations

import pytest

from briefing.extract import extract
from briefing.sources import article


def speakers_of(text: str) -> dict[str, str | None]:
    """Return the speakers of an article in one paragraph, with their roles."""
    briefing = extract(article(f"Headline of the story\n\n{text}\n", "x"))
    return {speaker.name: speaker.role for speaker in briefing.speakers}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Senators Jo Hart, Ann Lowe and Tom Birch met. Birch said it was late.", {"Tom Birch": "Senator"}),
        ("Democratic Reps. Ann Lowe and Tom Birch met. Birch said it was late.", {"Tom Birch": "Democratic Rep."}),
        ("Baker Ann Lowe and Tom Birch met. Birch said it was late.", {"Tom Birch": None}),
        ("Attorney General Ann Lowe left. Lowe, a Democrat, said it was late.", {"Ann Lowe": "Attorney General"}),
        ("Ann Lowe, Ph.D., director of the Pier Trust, said it was late.", {"Ann Lowe": "director of the Pier Trust"}),
        (
            "Pier Trust chairman and co-founder Ann Lowe said it was late.",
            {"Ann Lowe": "Pier Trust chairman and co-founder"},
        ),
        ("Ann Lowe, now a judge in Brill, said it was late.", {"Ann Lowe": "judge in Brill"}),
        ("Minister of Foreign Affairs Teo Hee said it was late.", {"Teo Hee": "minister of Foreign Affairs"}),
        ("Det Insp Ann Lowe said it was late.", {"Ann Lowe": "Det Insp"}),
        ("Pier expert Professor Ann Lowe said it was late.", {"Ann Lowe": "Pier expert"}),
        ("Labour peer Lord Birch said it was late.", {"Birch": "Labour peer"}),
        ("The mayor of Brill, Ann Lowe said it was late.", {"Ann Lowe": "mayor of Brill"}),
        ("In a letter to the mayor, Ann Lowe said it was late.", {"Ann Lowe": None}),
        ("Sgt. Ann Lowe of the Brill police said it was late.", {"Ann Lowe": "Sgt."}),
        ("PC Ann Lowe said it was late.", {"Ann Lowe": "PC"}),
        ("“It is late,” said Ann Lowe of EY.", {"Ann Lowe": "EY"}),
        ("Ann Lowe of the Brill Business School said it was late.", {"Ann Lowe": "Brill Business School"}),
        ("Ann Lowe came with Acme staff. Lowe said it was late.", {"Ann Lowe": None}),
        ("Ann Lowe of Leeds said it was late.", {"Ann Lowe": None}),
        ("It is late, said Ann Lowe, chief economist at Nationwide.", {"Ann Lowe": "chief economist at Nationwide"}),
        ("Ann Lowe, from the League Against Idle Bells, said it was late.", {"Ann Lowe": "League Against Idle Bells"}),
        ("Ann Lowe, a nurse whose son died there, said it was late.", {"Ann Lowe": "nurse"}),
        ("Ann Lowe, the baker whose lawsuit closed the mine, said it was late.", {"Ann Lowe": "baker"}),
        ("Outside court, Mr Hart's aunt, Ann Lowe, said it was late.", {"Ann Lowe": "Mr Hart's aunt"}),
        (
            '"Ann Lowe is the kindest woman I know," Tom Hart said. "Yes," said Ann Lowe.',
            {"Tom Hart": None, "Ann Lowe": None},
        ),
    ],
)
def test_roles(text: str, expected: dict[str, str | None]) -> None:
    assert speakers_of(text) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Experts said it was late. Half of voters said they hoped he would go.", ["experts", "voters"]),
        ("A teacher has said the pier is unsafe. Ann Lowe, a teacher in Brill, said it shook.", ["Ann Lowe"]),
        ("A woman has said the pier is unsafe. Ann Lowe, 45, said it shook.", ["Ann Lowe"]),
        ("A man has said the pier is unsafe. Ann Lowe, 45, said it shook.", ["a man", "Ann Lowe"]),
        ("A doctor has said the pier is unsafe. Ann Lowe, a baker, said it shook.", ["a doctor", "Ann Lowe"]),
        ("It shakes, a spokesperson said. Ann Lowe laughed. “It is old,” she said.", ["a spokesperson", "Ann Lowe"]),
        ("A judge has ruled the pier is unsafe. District Judge Ann Lowe said it shook.", ["Ann Lowe"]),
        ("A police chief has said the pier is unsafe. Chief Constable Ann Lowe said it shook.", ["Ann Lowe"]),
        ("A mother has said the pier is unsafe. Ann Lowe, 45, said it shook.", ["Ann Lowe"]),
        (
            "The head of a pier firm has said it is unsafe. Ann Lowe, chief executive of Acme, said it shook.",
            ["Ann Lowe"],
        ),
        (
            "The mayor of Brill has said it is unsafe. Ann Lowe, the rail secretary, said it shook.",
            ["the mayor of Brill", "Ann Lowe"],
        ),
        (
            "A doctor has said the pier is unsafe. Another doctor, Ann Lowe, said it shook.",
            ["a doctor", "Ann Lowe"],
        ),
        ("Ann Lowe, the mayor of Brill, left. The mayor of Brill said it was late.", ["Ann Lowe"]),
        (
            "Ann Lowe, the mayor of Brill, left. The deputy mayor of Brill said it was late.",
            ["the deputy mayor of Brill"],
        ),
        ("Acme sells piers. In a letter to the Harbour Trust, the firm said it was late.", ["Acme"]),
        ("A woman has said the pier is unsafe. Ann Lowe, 45, was on it. It shook, she said.", ["Ann Lowe"]),
        ("The rail minister has said it is unsafe. Speaking on Monday, Ann Lowe said it shook.", ["Ann Lowe"]),
        ("A judge has said the pier is unsafe. Ann Lowe, 45, was on it.", ["a judge"]),
        ("Ann Lowe met Tom Hart. The Spaniard said it was late.", ["Ann Lowe"]),
        ("Ann Lowe won. The mum-of-two said it was late.", ["Ann Lowe"]),
        ("Ann Lowe won. The father of the boy said it was late.", ["the father of the boy"]),
        ("Its shares fell. Leeds, England-based Acme said it was late.", ["Acme"]),
        ("Shares in Acme fell after the biotech company said it was late.", ["Acme"]),
        ("Shares in Acme fell after the rival company said it was late.", ["the rival company"]),
        ("Acme Holdings plc said it was late. Acme said it was sorry.", ["Acme Holdings plc"]),
        (
            "Acme said it was late. Birch Motors said it was not. Acme will pay, the firm said.",
            ["Acme", "Birch Motors"],
        ),
        ("The union is angry. Its leader, Mick Dane, said it was late.", ["Mick Dane"]),
        ("A woman left, saying she thought it was late.", ["a woman"]),
        ("Acme cut 600 jobs in what it described as “a painful but needed step”.", ["Acme"]),
        ("Tom Banks left. Banks insisted it was late.", ["Tom Banks"]),
        ("Ann Long left. Long, however, said it was late.", ["Ann Long"]),
        ("Ann Lowe left. Banks insisted it was late.", ["banks"]),
        ('The defendant said he ran after Tom Hart fell. "I was scared," he said.', ["the defendant"]),
        ('"Is it late?" Ann Lowe scoffed.', ["Ann Lowe"]),
        ('Ann Lowe studies at Texas Tech. "It is late," she says.', ["Ann Lowe"]),
        ("The Brill Rivers Agency (BRA) met. BRA said it was late.", ["Brill Rivers Agency"]),
        ("It is late, said Acme Chief Operating Officer Zeb Quillan.", ["Zeb Quillan"]),
        ("Acme will not comment, though an aide in Brill, speaking on Monday, said it was late.", ["an aide in Brill"]),
        ("Ann Lowe, its former head, agreed, saying it was late.", ["Ann Lowe"]),
        ('Ann Lowe said it was late. Asked why, Tom Hart laughs. "Ask me something else."', ["Ann Lowe", "Tom Hart"]),
        ("Acme Bank said it was late. The regulator said it was not.", ["Acme Bank", "the regulator"]),
        ("A doctor said the pier shook. Ann Lowe led the work, which she believes is late.", ["a doctor", "Ann Lowe"]),
        ("Activist investor Birch Capital said it was late. Activist investor Ann Lowe agreed.", ["Birch Capital"]),
        ("Hedge fund Birch said it was late. Law firm Halden said it was not.", ["Birch", "Halden"]),
        ("Acme makes files. The group behind the theft posted some and threatened to sell more.", ["the group"]),
        ("In a letter to the Securities and Rivers Commission, Acme said it was late.", ["Acme"]),
        ("According to law firm Birch Lowe, it is late.", ["Birch Lowe"]),
        ("According to oil services firm Halden, it is late.", ["Halden"]),
    ],
)
def test_who_is_described_before_being_named(text: str, names: list[str]) -> None:
    assert [name.casefold() for name in speakers_of(text)] == [name.casefold() for name in names]


def test_they_are_not_the_one_who_spoke_last() -> None:
    text = "Ann Lowe came to Brill. Lowe stressed that it was late. They agreed that trade would grow."
    briefing = extract(article(f"Headline of the story\n\n{text}\n", "x"))
    names = {speaker.id: speaker.name for speaker in briefing.speakers}
    assert [names.get(quote.speaker or "") for quote in briefing.quotes] == ["Ann Lowe", None]
