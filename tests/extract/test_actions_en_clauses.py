"""Clauses around an English action: what tells why is none of it, what tells when is; insertions, undertakings."""

from __future__ import annotations

import pytest

from tests.extract.acting import actions_of


# The text is published on Wednesday, 12 March 2025.
@pytest.mark.parametrize(
    ("text", "words", "actor", "deadline"),
    [
        (
            "The firm plans to close two depots as it struggles with debt.",
            "The firm plans to close two depots",
            "firm",
            None,
        ),
        (
            "The city is building a bridge as traffic grows on the old one.",
            "The city is building a bridge",
            "city",
            None,
        ),
        ("She is preparing to appeal as her bills mount.", "She is preparing to appeal", None, None),
        (
            "The bank will close the branch after customers moved online.",
            "The bank will close the branch",
            "bank",
            None,
        ),
        (
            "Officials plan to open the shelter before the storm arrives.",
            "Officials plan to open the shelter before the storm arrives",
            "Officials",
            None,
        ),
        ("The bank will open a depot as part of a deal.", "The bank will open a depot as part of a deal", "bank", None),
        ("The chief plans to retire next year.", "The chief plans to retire next year", "chief", "2026"),
        (
            "The two sides plan to meet after the election is over.",
            "The two sides plan to meet after the election is over",
            "two sides",
            None,
        ),
        (
            "The bank, based in Hull, will cut 40 jobs in May.",
            "The bank, based in Hull, will cut 40 jobs in May",
            "bank",
            "2025-05",
        ),
        (
            "The club, formed last June, plans to hire a coach.",
            "The club, formed last June, plans to hire a coach",
            "club",
            None,
        ),
        (
            "Officials, who met on Monday, plan to act.",
            "Officials, who met on Monday, plan to act",
            "Officials",
            None,
        ),
        (
            "The survey by doctors will follow 300 nurses.",
            "The survey by doctors will follow 300 nurses",
            "doctors",
            None,
        ),
        (
            "The project, led by the University of Hull, aims to map every hedge.",
            "The project, led by the University of Hull, aims to map every hedge",
            "University of Hull",
            None,
        ),
        ("The inquiry will examine how it was paid for.", "The inquiry will examine how it was paid for", None, None),
    ],
)
def test_found(text: str, words: str, actor: str | None, deadline: str | None) -> None:
    (found,) = actions_of("en", text)
    assert (found.text, found.actor, found.deadline) == (words, actor, deadline)


@pytest.mark.parametrize(
    "text",
    [
        "More details will follow.",
        "The study will surprise many readers.",
        "The mission is to help.",
        "His hopes to play in May ended on Friday.",
        "He stood up, turned to the crowd, said nothing and left.",
    ],
)
def test_not_found(text: str) -> None:
    assert actions_of("en", text) == []


# Verbs and verb groups: the perfect, what shares an auxiliary, what begins to hold, progressives with their object.
@pytest.mark.parametrize(
    ("text", "status", "words", "actor"),
    [
        ("The bank has agreed to pay £3m.", "agreed", "The bank has agreed to pay £3m", "bank"),
        ("The council has voted to close the pool.", "agreed", "The council has voted to close the pool", "council"),
        ("The firm will pay a dividend.", "planned", "The firm will pay a dividend", "firm"),
        ("Hale was jailed, fined and ordered to pay costs.", "directed", "to pay costs", "Hale"),
        ("They were banned and urged to apologise.", "proposed", "to apologise", None),
        ("The treaty will come into force in May.", "planned", "The treaty will come into force in May", None),
        ("New rules take effect next week.", "planned", "New rules take effect next week", None),
        ("The company expects to hire 20 cooks.", "planned", "The company expects to hire 20 cooks", "company"),
        ("Urgent repairs are needed.", "proposed", "Urgent repairs are needed", None),
        ("The singer is changing her name to Lou.", "under_way", "The singer is changing her name to Lou", "singer"),
        ("“Let's build a school,” said Ann Lee.", "proposed", "Let's build a school", "Ann Lee"),
    ],
)
def test_verb_groups(text: str, status: str, words: str, actor: str | None) -> None:
    (found,) = actions_of("en", text)
    assert (found.status, found.text, found.actor) == (status, words, actor)


@pytest.mark.parametrize(
    "text",
    [
        "The minister had agreed to resign.",
        "The drug will have an effect.",
        "Crews are not needed at the site.",
        "The bank expects to make a profit.",
        "The climate is changing farming.",
        "They are changing quickly.",
    ],
)
def test_no_verb_groups(text: str) -> None:
    assert actions_of("en", text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "She urged the council to promote sport, invest in parks and protect trees.",
            ["the council to promote sport, invest in parks and protect trees"],
        ),
        ("The firm will cut jobs, close shops and sell land.", ["The firm will cut jobs, close shops and sell land"]),
        ("The firm must answer by granting or denying it.", ["The firm must answer by granting or denying it"]),
        (
            "Police are investigating the fire, urging drivers to stay away.",
            ["Police are investigating the fire", "drivers to stay away"],
        ),
        ("They demanded that the agencies provide data.", ["the agencies provide data"]),
        ("The group seeks to open a school.", ["The group seeks to open a school"]),
        ("The film is set to become a series.", ["The film is set to become a series"]),
        ("The court will hear the case.", ["The court will hear the case"]),
        ("Further talks are planned.", ["Further talks are planned"]),
        ("The scheme, if approved, will create 40 jobs.", ["The scheme, if approved, will create 40 jobs"]),
        ("No further talks are planned.", []),
        ("The firm is planning a second plant.", ["The firm is planning a second plant"]),
        ("The strike will go ahead.", ["The strike will go ahead"]),
        ("The firm announced the closure of two mines.", ["the closure of two mines"]),
        ("The firm announced the closure on Monday.", []),
        ("They told me to keep quiet.", []),
        ("She called for a boycott of it, citing two deaths.", ["a boycott of it"]),
        ("The club will meet on Friday, confident of a deal.", ["The club will meet on Friday"]),
        ("The club will meet on Friday, aware that time is short.", ["The club will meet on Friday"]),
        (
            "Lee said the club would move to “a hall with a view of the sea”.",
            ["the club would move to “a hall with a view of the sea”"],
        ),
        ("Thousands marched to demand a truce.", ["a truce"]),
        ("Lee refused to demand a truce.", []),
        ("The counts suggest that they have a promising colony.", []),
        ("Ferry to be sold next year by the town", []),
        (
            "The old ferry will be sold next year to whoever pays the town the most for it",
            ["The old ferry will be sold next year to whoever pays the town the most for it"],
        ),
        ("Two to four inches of rain is expected in Devon.", []),
        (
            "Work is set to begin in May and must be finished by July.",
            ["Work is set to begin in May", "must be finished by July"],
        ),
        ("The cost is set to rise.", []),
        ("He insisted that prices rise each year.", []),
        ("It looks to be over.", []),
    ],
)
def test_rows_of_verbs(text: str, found: list[str]) -> None:
    assert [action.text for action in actions_of("en", text)] == found


def test_the_day_of_an_announcement_is_no_deadline() -> None:
    (found,) = actions_of("en", "The firm announced a closure on Monday.")
    assert found.deadline is None
