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
        ("It is vital that the firm cut costs.", "proposed", "the firm cut costs", "firm"),
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
