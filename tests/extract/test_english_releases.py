"""Statements, posts and demands as English releases of offices and agencies have them."""

from __future__ import annotations

import pytest

from tests.extract.acting import actions_of
from tests.extract.test_english_notices import said

_LEAD = "Today, Rep. Ann Lowe released the following statement after the Rail Board chose Hull."

_HEALTH = "Department of Health and Sport"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mayor Ann Lowe issued the following statement after the Rail Board ruled it out: “It is a sad day.”",
            [("It is a sad day.", "Ann Lowe", "Mayor")],
        ),
        ("Mayor Ann Lowe left after Tom Pike wrote: “It is a sad day.”", [("It is a sad day.", "Tom Pike", None)]),
        (f"{_LEAD} The line is long.\n\n“It is a great day.”", [("It is a great day.", "Ann Lowe", "Rep.")]),
        (
            f"{_LEAD} The mayor, Tom Pike, said it was long.\n\n“It is a great day.”",
            [("it was long", "Tom Pike", "mayor"), ("It is a great day.", "Tom Pike", "mayor")],
        ),
        ("Rep. Ann Lowe released the following statement. The line is long.\n\nIt has ten stops.", []),
    ],
)
def test_a_statement_is_of_whoever_releases_it(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("opening", "name", "role"),
    [
        ("Commissioner for Trade and Food Ann Lowe", "Ann Lowe", "commissioner for Trade and Food"),
        ("Deputy Director for Trade and Food Ann Lowe", "Ann Lowe", "Deputy Director for Trade and Food"),
        ("The Department for Trade and Food", "Department for Trade and Food", None),
        ("Chargé d’Affaires Ann Lowe", "Ann Lowe", "chargé d’Affaires"),
        ("Friday, Ann Lowe and Tom Pike", "Ann Lowe and Tom Pike", None),
        ("Ann Kay, Ann Lowe and Tom Pike", "Ann Kay, Ann Lowe and Tom Pike", None),
    ],
)
def test_who_speaks_in_a_release(opening: str, name: str, role: str | None) -> None:
    assert said(f"{opening} said it was late.") == [("it was late", name, role)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police are renewing their appeal for help a week after he died.", []),
        ("Police renewed their call for the law to be changed.", [("the law to be changed", "police", None)]),
        ("Roads are unsafe, Lowe told us, and may be closed.", [("Roads are unsafe", "Lowe", None)]),
        ("Roads are unsafe, Lowe said.", [("Roads are unsafe", "Lowe", None)]),
        ("Tom Pike, DOB: 4-11-1987, was fined too.", []),
        ("Lowe announced today, May 3, 2022, that Acme was fined.", [("Acme was fined", "Lowe", None)]),
        ("Lowe said Monday, May 3, 2021, that Acme was fined.", [("Acme was fined", "Lowe", None)]),
        ("Lowe said on Monday, in a note, that Acme was fined.", [("Acme was fined", "Lowe", None)]),
        ("Fearing for their lives the men started running.", []),
        ("Fearing that the dam would burst, the men ran.", [("the dam would burst", "the men", None)]),
        ("If sales stay low, Lowe told the board, a cut may be due.", [("a cut may be due", "Lowe", None)]),
        ("Should it stay so, Lowe told us on Monday, a cut may be due.", [("a cut may be due", "Lowe", None)]),
        ("Lowe told council members a cut may be due.", [("a cut may be due", "Lowe", None)]),
        ("When it rained, Lowe told the board it was late.", [("it was late", "Lowe", None)]),
        ("Tom Pike, CEO: We did it.", [("We did it", "Tom Pike", "CEO")]),
        (
            "Lowe asked the bank to ease norms for hilly and wooded blocks.",
            [("the bank to ease norms for hilly and wooded blocks", "Lowe", None)],
        ),
        ("Lowe asked the bank to wait and praised drivers.", [("the bank to wait", "Lowe", None)]),
    ],
)
def test_what_is_said_in_a_release(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank was ordered by a judge to pay a fine.", ["The bank was ordered by a judge to pay a fine"]),
        ("The bank was fined and ordered by a judge to pay costs.", ["to pay costs"]),
        ("The bank was urged by the union to pay a fine.", ["The bank was urged by the union to pay a fine"]),
        ("A call by the union to shut the mine was heard.", []),
        ("The widow, who has asked not to be named, was kind.", []),
        ("Lowe asked drivers not to park there.", ["drivers not to park there"]),
        ("Residents were urged not to drive.", ["not to drive"]),
        ("Residents are told to keep gates and shutters shut.", ["Residents are told to keep gates and shutters shut"]),
        ("He wants to keep the peace and Pike agreed.", ["He wants to keep the peace"]),
        ("The town will drain flooded and blocked roads.", ["The town will drain flooded and blocked roads"]),
        ("The town will help deaf and disabled people.", ["The town will help deaf and disabled people"]),
        ("He chose to be ill and refused food.", []),
        ("There is more work to do to mend the roof.", []),
        ("Crews are working to mend the roof.", ["Crews are working to mend the roof"]),
        ("The council lacks a plan to cut costs.", []),
        ("The council has yet to present a plan to cut costs.", []),
        ("They failed to present a plan to cut costs.", []),
        ("The council presented a plan to cut costs.", ["to cut costs"]),
        ("Some 300 will be hospitalized.", []),
    ],
)
def test_what_is_to_be_done_in_a_release(text: str, expected: list[str]) -> None:
    assert [action.text for action in actions_of("en", text)] == expected


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The bank was urged by the union to pay a fine.", "bank"),
        ("The bank was ordered by a judge to pay a fine.", "bank"),
        ("The union urged the bank to pay a fine.", "bank"),
        ("“We will close the ward,” said Minister for Health and Sport Ann Lowe.", "Ann Lowe"),
        ("“We will close the ward,” said Ann Lowe, secretary of the Department of Health and Sport.", _HEALTH),
    ],
)
def test_who_is_asked_by_somebody(text: str, actor: str) -> None:
    assert [action.actor for action in actions_of("en", text)] == [actor]
