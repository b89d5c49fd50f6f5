"""Actions of English that statements demand, that reports go on to tell, and that stand beside one another."""

from __future__ import annotations

import pytest

from tests.extract.acting import actions_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Reopen village libraries for winter,” said Ann Lee.", ("proposed", "Reopen village libraries for winter")),
        ("“We must do that work soon,” said Ann Lee.", ("proposed", "We must do that work soon")),
        ("Two men were told by the court to pay.", ("directed", "Two men were told by the court to pay")),
        ("Police continue to appeal for help.", ("proposed", "Police continue to appeal for help")),
        ("It is high time that we require locks.", ("proposed", "we require locks")),
        ("Residents were encouraged to boil water.", ("proposed", "Residents were encouraged to boil water")),
        ("The pier is undergoing repairs.", ("under_way", "The pier is undergoing repairs")),
        ("The ferry is being prepared for sale.", ("under_way", "The ferry is being prepared for sale")),
        ("Acme has launched a drive to plant trees.", ("under_way", "Acme has launched a drive to plant trees")),
        (
            "Under the plan, the town would buy two tugs.",
            ("proposed", "Under the plan, the town would buy two tugs"),
        ),
        ("If approved, work would start in May.", ("proposed", "work would start in May")),
        ("A task force has been set up to count bees.", ("under_way", "A task force has been set up to count bees")),
        ("The yard won a contract to build tugs.", ("agreed", "The yard won a contract to build tugs")),
        ("Lee has been given the task of leading them.", ("directed", "Lee has been given the task of leading them")),
        ("Ministers want a ban on stoves.", ("proposed", "Ministers want a ban on stoves")),
        ("The firm's goal is to cut costs.", ("planned", "The firm's goal is to cut costs")),
        (
            "The museum said it was moving. The engine would be sold to Hull.",
            ("planned", "The engine would be sold to Hull"),
        ),
    ],
)
def test_what_is_demanded_told_or_under_way(text: str, expected: tuple[str, str]) -> None:
    assert [(action.status, action.text) for action in actions_of("en", text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Search crews found the boat.",
        "It is vital that pupils have a say.",
        "The goal of the game is to score points.",
        "Lee said the plan was wrong. If it passed, the town would sell the port.",
        "Lee said the plan was wrong. It would have cost millions.",
        "The engine would be sold to Hull.",
        "Under Lee, the club would train at night.",
        "If asked, the club would train at night.",
        "Lee planned to rob his own shop.",
        "A fund was set up to help sailors.",
        "They were men hired by the club to cheer.",
        "He said more would be leaked if the firm did not pay.",
        "“The best thing about it is to make us careful,” said Ann Lee.",
    ],
)
def test_what_nobody_sets_out_to_do(text: str) -> None:
    assert actions_of("en", text) == []


def test_a_relative_clause_with_a_plan_of_its_own_is_another_action() -> None:
    text = "The engine will go on display at the town hall following its last run which starts June 28."
    assert [action.text for action in actions_of("en", text)] == [
        "The engine will go on display at the town hall",
        "its last run which starts June 28",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Ann Lowe will open shops for farmers and trade partners to use",
        "Ann Lowe will lend oats, barley, and seed credits to farmers",
        "Ann Lowe will help the guild design, build, and scale ovens tailored to its needs",
        "Residents should ask when their farm or office may be cut off",
        "Owners should check whether their boat or car may be towed",
        "Ann Lowe will meet current and former MPs in Hull",
    ],
)
def test_an_action_goes_on_past_what_is_listed(words: str) -> None:
    assert [action.text for action in actions_of("en", f"{words}.")] == [words]


def test_a_verb_behind_the_second_subject_ends_no_list() -> None:
    text = "Ann Lowe will shut the mill and Vardo plans to leave."
    assert next(action.text for action in actions_of("en", text)) == "Ann Lowe will shut the mill"


def test_a_role_opens_no_clause() -> None:
    text = "Ann Lowe must register as an agent and will stay in Hull."
    assert [action.text for action in actions_of("en", text)][-1] != "an agent and will stay in Hull"
