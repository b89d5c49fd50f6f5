"""Actions as offices, parliaments and companies tell them in English: bills, decrees, being there, work in progress."""

from __future__ import annotations

import pytest

from tests.extract.acting import actions_of

WHOLE = [
    ("The bill now heads to the Senate for a vote.", "planned", "Senate"),
    ("Supermarket chain Northbean is to close two shops.", "planned", "Northbean"),
    ("The trial will recruit about 270 patients.", "planned", None),
    ("The mill remains on track to double its sales.", "planned", "mill"),
    ("The petition goes before the town council in May.", "planned", "town council"),
    ("The order mandates training for all guards.", "directed", None),
    ("Staff from the mayor's office will be available at the fair.", "planned", None),
    ("Nurses will be on hand at both schools to take samples.", "planned", "Nurses"),
    ("Wardens will be at the gate to check tickets.", "planned", "Wardens"),
    ("The project will involve moving the market to a new site.", "planned", None),
    ("The unions have been negotiating for weeks to save the yard.", "under_way", "unions"),
    (
        "The council has been working with the port authority, the owners of both mills and the dockers to move it.",
        "under_way",
        "council",
    ),
    ("The ministry has opened a joint criminal inquiry to establish who paid.", "under_way", "ministry"),
    ("The charity has sent three doctors to the island to treat survivors.", "under_way", "charity"),
    ("A new tenant is being sought.", "under_way", None),
    ("Our priority should be protecting the old mill.", "proposed", None),
    ("Under the proposed regulations, shops would have a month to comply.", "directed", "shops"),
    ("The ministry hopes to have the rules in place by June.", "planned", "ministry"),
    ("The scheme aims to give 300 families a home.", "planned", None),
    ("The bill would require landlords to fit alarms.", "proposed", "landlords"),
    ("Anyone who saw the fall is asked to call us.", "proposed", "Anyone who saw the fall"),
    ("Anyone with news of him should write to Hull police.", "proposed", "Anyone with news of him"),
    ("The firm has been granted planning permission to build 40 flats.", "agreed", "firm"),
    ("Ashby Rail has awarded a $240 million contract to Dent to replace signals.", "agreed", "Ashby Rail"),
    ("An engineer is being sent to check the dam.", "under_way", None),
    ("The agency is accepting comments on the plan.", "under_way", "agency"),
    ("The firm is in talks with unions over pay.", "under_way", "firm"),
    ("The mayor will be joined by local shop owners at the ceremony.", "planned", "local shop owners"),
]


@pytest.mark.parametrize(("text", "status", "actor"), WHOLE)
def test_clauses(text: str, status: str, actor: str | None) -> None:
    (action,) = actions_of("en", text)
    assert (action.text, action.status) == (text.rstrip("."), status)
    assert actor is None or action.actor == actor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Senator Hill introduced a bill to cap rents.", ("proposed", "to cap rents")),
        ("Senator Hill introduced a resolution naming May 3 Bee Day.", ("proposed", "naming May 3 Bee Day")),
        ("The house passed a bill banning plastic cups.", ("agreed", "banning plastic cups")),
        ("The firm announced its decision to close the mill.", ("agreed", "to close the mill")),
        ("The bill was amended to require the town to share the cost.", ("directed", "the town to share the cost")),
        ("The deal worth $3 million requires Hanbury to train its staff.", ("directed", "Hanbury to train its staff")),
        (
            "Lee urged the mayor to stop the port from raising fees for small boats and cutting its winter hours.",
            (
                "proposed",
                "the mayor to stop the port from raising fees for small boats and cutting its winter hours",
            ),
        ),
        (
            "The board will advise on routes, safe driving for crews (and guests), and fuel.",
            ("planned", "The board will advise on routes, safe driving for crews (and guests), and fuel"),
        ),
        ("The port has selected Dent to build two cranes.", ("agreed", "Dent to build two cranes")),
        ("It is now up to the council to find the money.", ("proposed", "the council to find the money")),
        ("A letter urging ministers to act was sent on Monday.", ("proposed", "ministers to act")),
        ("She urged schools to give clear and honest advice.", ("proposed", "schools to give clear and honest advice")),
        ('"I support moving the market," said Ann Lee.', ("proposed", "moving the market")),
    ],
)
def test_what_is_proposed_or_agreed(text: str, expected: tuple[str, str]) -> None:
    assert [(action.status, action.text) for action in actions_of("en", text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "She goes to the market every day.",
        "The money goes to the poor.",
        "The plan will succeed.",
        "The Mandate charity said all walkers won.",
        "It is a brand that shoppers are looking for.",
        "Dent will become a leader in wind power.",
        "The team proposes a method that can find coins.",
        "A project must be located in the county.",
        "The school expects to receive 500 forms.",
        "The mill announced the appointment of Ann Lee as chair.",
        "I want the choir to sound like a river.",
        "Copies will be available at the town hall.",
        "The shop will be at the corner.",
        "The job involves driving at night.",
        "The act aims to make care fairer.",
        "She runs a fund which aims to plant trees.",
        "This is about what we must do as a town.",
        "They explained what guests must do in a fire.",
        "The data support lowering the age.",
        "Residents say it would ruin the view.",
        "It is vital that the town has the chance to grow.",
        "This means that all rules will be legally binding.",
        "She welcomed the rejection of legislation to cap rents.",
        "It was the largest approved funding increase in years.",
    ],
)
def test_no_deeds(text: str) -> None:
    assert actions_of("en", text) == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Farrow Settles Waste Lawsuit\nThe deal requires Farrow to pay $1 million.", "Farrow"),
        ("MAYOR WINS VOTE ON CRAIG HARBOUR LAND\nCraig will use the money to buy land.", "Craig"),
        ("The minister urged both parties to keep the truce.", "both parties"),
        ("People who live nearby say the council must act.", "council"),
        ("Those with tickets will be offered a refund.", None),
        ("The union called for the mill to be saved.", "union"),
    ],
)
def test_who_is_to_act(text: str, actor: str | None) -> None:
    (action,) = actions_of("en", text)
    assert action.actor == actor


def test_what_is_likely_is_not_to_be_done() -> None:
    assert actions_of("en", "Smokers are more than five times more likely to develop the disease.") == []


@pytest.mark.parametrize("text", ["Members chose narrowly to leave the league.", "She chose not to thank them."])
def test_what_was_chosen_is_done(text: str) -> None:
    assert actions_of("en", text) == []
