"""Posts, bodies and appeals as English notices of offices and agencies have them."""

from __future__ import annotations

import pytest

from briefing.extract import extract
from briefing.sources import article
from tests.extract.acting import actions_of


def said(text: str) -> list[tuple[str, str | None, str | None]]:
    """Return what is said in an article of one paragraph, and by whom with which post."""
    found = extract(article(f"Headline of the story\n\n{text}\n", "x"))
    cast = {speaker.id: (speaker.name, speaker.role) for speaker in found.speakers}
    return [(quote.text, *cast.get(quote.speaker or "", (None, None))) for quote in found.quotes]


@pytest.mark.parametrize(
    ("opening", "name", "role"),
    [
        ("The Minister for Roads, Rail and Ports, Ann Lowe,", "Ann Lowe", "Minister for Roads, Rail and Ports"),
        ("Minister for Health, Sport and Culture Ann Lowe", "Ann Lowe", "minister for Health, Sport and Culture"),
        ("Ann Lowe, Minister for Trade, Tourism and the Arts,", "Ann Lowe", "Minister for Trade, Tourism and the Arts"),
        ("The Centers for Injury Control and Prevention", "Centers for Injury Control and Prevention", None),
        ("The Department of Housing, Planning and Land", "Department of Housing, Planning and Land", None),
        ("The Ministry of Finance, Trade Minister Tom Pike and Rail Minister Ann Lowe", "Ann Lowe", "Rail Minister"),
        ("The Department of Health and Ann Lowe", "Department of Health and Ann Lowe", None),
        ("The Department of Education, Leeds,", "Department of Education", None),
        ("Union Minister for Railways Ann Lowe", "Ann Lowe", "Union Minister for Railways"),
        ("Shri Tom Pike, Union Minister for Railways,", "Tom Pike", "Union Minister for Railways"),
        ("DA Ann Lowe", "Ann Lowe", "DA"),
        (
            "Ann Lowe, Assistant Attorney General for the Tax Division,",
            "Ann Lowe",
            "Assistant Attorney General for the Tax Division",
        ),
        ("Ann Lowe, acting deputy director of the agency,", "Ann Lowe", "acting deputy director of the agency"),
        ("Dr. Ann Lowe, WHO Regional Director for Asia,", "Ann Lowe", "WHO Regional Director for Asia"),
        (
            "Cllr Ann Lowe, cabinet member for roads, parks and planning,",
            "Ann Lowe",
            "cabinet member for roads, parks and planning",
        ),
        ("Ann Lowe, head of tax, law and ethics at Brill,", "Ann Lowe", "head of tax, law and ethics at Brill"),
        ("Ann Lowe, mayor of Hull,", "Ann Lowe", "mayor of Hull"),
    ],
)
def test_what_somebody_is_responsible_for_may_be_a_list(opening: str, name: str, role: str | None) -> None:
    assert said(f"{opening} said the bridge was safe.") == [("the bridge was safe", name, role)]


def test_a_first_minister_is_no_adverb() -> None:
    assert said("“We will act,” said First Minister Ann Lowe.") == [("We will act", "Ann Lowe", "First Minister")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The county is notifying parents of a case of mumps in a pupil who recently flew home.", []),
        ("Anyone who has questions about the bill should call the clerk.", []),
        ("If you have doubts about the water, please call the clerk.", []),
        ("The verdict shows the bureau's commitment to protect children.", []),
        ("The mayor raised doubts about the cost of the dam.", [("the cost of the dam", "the mayor", None)]),
        ("The mayor told people who live near the mill that it was safe.", [("it was safe", "the mayor", None)]),
        (
            "Doctors advise those who may be ill to stay at home.",
            [("those who may be ill to stay at home", "doctors", None)],
        ),
        ("Lowe asked the minister who would pay for it.", [("who would pay for it", "Lowe", None)]),
        (
            "A call came from the captain of the Grey Gull, who said the hold was full.",
            [("the hold was full", "the captain of the Grey Gull", None)],
        ),
        (
            "A call came from the sister of Tom Pike, who said the hold was full.",
            [("the hold was full", "Tom Pike", None)],
        ),
    ],
)
def test_a_clause_that_tells_who_is_meant_is_nobodys_words(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Anyone who saw the fire or who has film of it is asked to ring the station.",
            ["Anyone who saw the fire or who has film of it is asked to ring the station"],
        ),
        ("Households without water should ring the council.", ["Households without water should ring the council"]),
        ("Recipients should sign the form within 30 days.", ["Recipients should sign the form within 30 days"]),
        ("If you saw the van, ring the station on 101.", ["ring the station on 101"]),
        (
            "If you have doubts, please ring the clerk or visit the office.",
            ["please ring the clerk or visit the office"],
        ),
        ("If you take the train, wait times may be long.", []),
        ("Unions requested the agency publish its data.", ["the agency publish its data"]),
        ("A letter demanding the council openly state its view was sent.", ["the council openly state its view"]),
        ("They asked the agency staff questions about pay.", []),
        ("Lowe has sponsored legislation to help prevent fraud.", ["to help prevent fraud"]),
        ("Acme spoke of the need to keep villages informed.", ["to keep villages informed"]),
        ("The jury heard that Pike would follow girls home at night.", []),
        ("The charity warned that without new funds it would close the ward.", []),
        ("Lowe said the firm would close the ward without notice.", ["the firm would close the ward without notice"]),
        ("Forcing hundreds of people to leave, the fire burned nine homes.", []),
        ("The verdict shows our commitment to punish theft.", []),
        ("Acme reaffirmed its commitment to build 50 homes.", ["to build 50 homes"]),
        ("They ran false “free trial” offers to enrol people in plans.", []),
    ],
)
def test_who_is_asked_to_act_and_what_is_only_told(text: str, expected: list[str]) -> None:
    assert [action.text for action in actions_of("en", text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The report is out. According to the 2022 report, roads were unsafe.",
            [("roads were unsafe", "the 2022 report", None)],
        ),
        ("According to 40 drivers, roads were unsafe.", []),
        ("The Gazette said roads were unsafe, and plans to hire staff.", [("roads were unsafe", "Gazette", None)]),
        (
            "The union said roads were unsafe, and plans were made.",
            [("roads were unsafe, and plans were made", "the union", None)],
        ),
        ("Pike was freed and ordered to leave the country.", [("to leave the country", None, None)]),
        ("The judge freed Pike and ordered him to leave.", [("him to leave", "the judge", None)]),
        ("Should an audit find that funds were lost, the board will close.", []),
        ("The bank offers tips to save on power.", []),
        ("The bank offered to pay for power.", [("to pay for power", "the bank", None)]),
        ("A survey was held in May. It showed that the roof leaked.", [("the roof leaked", "a survey", None)]),
        (
            "The lawmakers state, “We will not vote for it.”",
            [("We will not vote for it.", "the lawmakers", None)],
        ),
        ("Sgt. Ann Lowe met Tom Pike. The sergeant said it was late.", [("it was late", "Ann Lowe", "Sgt.")]),
        ("Brill has commissioned a dam. The commission said it was late.", [("it was late", "the commission", None)]),
    ],
)
def test_who_says_what_in_a_notice(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tower is scheduled to be ready in May 2026.", [("planned", None)]),
        ("The tower is scheduled to be ready.", []),
        ("“Tom Pike will be jailed for it,” said Sheriff Ann Lowe.", [("planned", None)]),
        ("“The bridge will be closed for it,” said Sheriff Ann Lowe.", [("planned", "Ann Lowe")]),
        ("The Mill Office opened its first school for the Hispanic community. It is free.", []),
        (
            "The Mill Office helps the Hispanic community. The group will open in May.",
            [("planned", "Mill Office")],
        ),
    ],
)
def test_who_does_what_in_a_notice(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(action.status, action.actor) for action in actions_of("en", text)] == expected
