"""What is demanded in a clause with a bare verb, and what circumstances, a law or a bill compel somebody to do."""

from __future__ import annotations

import pytest

from tests.extract.acting import actions_of


@pytest.mark.parametrize(
    ("text", "status", "expected", "actor"),
    [
        ("Macron demanded that Lagarde raise rates.", "proposed", "Lagarde raise rates", "Lagarde"),
        (
            "The council proposed that schools also review uniforms.",
            "proposed",
            "schools also review uniforms",
            "schools",
        ),
        (
            "The panel urged that the school board close two schools.",
            "proposed",
            "the school board close two schools",
            "school board",
        ),
        (
            "The judge ordered that Moss report to prison by 2 May.",
            "directed",
            "Moss report to prison by 2 May",
            "Moss",
        ),
        (
            "The regulator demanded that Pine Bank notify all customers within 30 days.",
            "proposed",
            "Pine Bank notify all customers within 30 days",
            "Pine Bank",
        ),
        (
            "Anyone who lost old or rare coins in the fire is urged to call the office.",
            "proposed",
            "Anyone who lost old or rare coins in the fire is urged to call the office",
            "Anyone who lost old or rare coins in the fire",
        ),
        (
            "Anybody who suspects old or worn cables near a school should call the office.",
            "proposed",
            "Anybody who suspects old or worn cables near a school should call the office",
            "Anybody who suspects old or worn cables near a school",
        ),
        (
            "The club that won the cup and the league will tour Spain in May.",
            "planned",
            "The club that won the cup and the league will tour Spain in May",
            "club",
        ),
        ("It is vital that the firm cut costs.", "proposed", "the firm cut costs", "firm"),
        (
            "Senator Ann Brook said she would introduce a bill requiring banks to meet tougher rules.",
            "planned",
            "she would introduce a bill requiring banks to meet tougher rules",
            "Ann Brook",
        ),
        (
            "The council will debate an ordinance allowing shops to open on Sundays.",
            "planned",
            "The council will debate an ordinance allowing shops to open on Sundays",
            "council",
        ),
        (
            "Lawmakers introduced a bill requiring shops to display prices.",
            "proposed",
            "shops to display prices",
            "shops",
        ),
        ("The mayor signed an order requiring shops to close.", "directed", "shops to close", "shops"),
        ("Parliament passed a law on Monday requiring shops to close.", "directed", "shops to close", "shops"),
        ("The order forces the firm to sell the mill.", "directed", "the firm to sell the mill", "firm"),
    ],
)
def test_a_bare_verb_tells_what_is_demanded(text: str, status: str, expected: str, actor: str) -> None:
    (found,) = actions_of("en", text)
    assert (found.status, found.text, found.actor) == (status, expected, actor)


@pytest.mark.parametrize(
    "text",
    [
        "The club insisted that sales show a rise.",
        "A spokesman insisted that the report was wrong.",
        "The lawyer insisted that state budget cuts hurt schools.",
        "A storm forced three schools in Leeds to cancel classes.",
        "Officials said the flood had forced dozens of families to leave their flats.",
        "Officials said the flood forced families to leave their flats.",
        "Sanctions compelled the lender to sell its unit.",
        "Rising costs forced the chain to shut 40 shops last year.",
        "The strike has forced the port to turn ships away.",
    ],
)
def test_what_is_so_or_was_forced_is_no_demand(text: str) -> None:
    assert actions_of("en", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police announced an inquiry.", ("planned", "Police announced an inquiry", "Police", None)),
        ("The charity pledged $5 million.", ("planned", "$5 million", "charity", None)),
        (
            "The board declared a dividend of 30 cents, payable on 15 May 2025.",
            ("planned", "The board declared a dividend of 30 cents, payable on 15 May 2025", "board", "2025-05-15"),
        ),
        (
            "Parliament reconvenes on 12 April.",
            ("planned", "Parliament reconvenes on 12 April", "Parliament", "2025-04-12"),
        ),
        (
            "The mill will be shut in May, according to two people with knowledge of it.",
            ("planned", "The mill will be shut in May", None, "2025-05"),
        ),
        (
            "The shop will be sold in May, three banks said.",
            ("planned", "The shop will be sold in May", "three banks", "2025-05"),
        ),
    ],
)
def test_sums_dividends_and_sittings(text: str, expected: tuple[str, str, str | None, str | None]) -> None:
    assert [tuple(action) for action in actions_of("en", text)] == [expected]
