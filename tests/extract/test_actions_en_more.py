"""More actions of English: imperatives, relative clauses that go on, work in progress, what is no deed."""

from __future__ import annotations

import pytest

from tests.extract.acting import actions_of

# Text, status, the action's words, actor, deadline; the text is published on Wednesday, 12 March 2025.
FOUND = [
    ("Talk to your bank about the loan.", ("proposed", "Talk to your bank about the loan", None, None)),
    (
        "Also, consider a second opinion for your parents.",
        ("proposed", "consider a second opinion for your parents", None, None),
    ),
    (
        "Spell out the costs in a letter so that you are ready.",
        ("proposed", "Spell out the costs in a letter so that you are ready", None, None),
    ),
    ("“Don't sit in silence,” said Ann Lee.", ("proposed", "Don't sit in silence", "Ann Lee", None)),
    (
        "The board, which is currently drafting a new rule, met on Monday.",
        ("under_way", "is currently drafting a new rule", "board", None),
    ),
    (
        "The talks were led by Ann Lee, who is expected to publish a report within weeks.",
        ("planned", "is expected to publish a report within weeks", "Ann Lee", None),
    ),
    (
        "France and Spain want a second summit.",
        ("planned", "France and Spain want a second summit", "France and Spain", None),
    ),
    (
        "She appealed to anyone, especially drivers, who saw the crash to call police.",
        ("proposed", "anyone, especially drivers, who saw the crash to call police", "anyone", None),
    ),
    (
        "The city is also redesigning its website so that the pages are easier to read.",
        ("under_way", "The city is also redesigning its website so that the pages are easier to read", "city", None),
    ),
    ("We're at home to Leeds on Saturday.", ("planned", "We're at home to Leeds on Saturday", None, "2025-03-15")),
    (
        "Mayor Ann Lee will lead the talks in Geneva.",
        ("planned", "Mayor Ann Lee will lead the talks in Geneva", "Ann Lee", None),
    ),
    (
        "The troops were there illegally, under a pretext, and will be sent home.",
        ("planned", "will be sent home", None, None),
    ),
]

NONE = [
    "“They are determined to take power,” Lee said.",
    "Work on your street began in May.",
    "Don't forget your keys.",
    "Sign up for your newsletter.",
    "The list of plays, which is to be published, is long.",
    "The storm Rosa is expected to make landfall on Friday.",
    "People want a friend to care for them.",
    "Holders need only a draw to keep the cup.",
    "The aim of the visits is helping farmers facing elections in May gain support.",
    "Members are suggesting other options, but the struggle to agree goes on.",
    "The road will lead to the harbour.",
    "Two inches of rain is expected in the valley on Friday.",
    "The money will go to schools.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_action(text: str, expected: tuple[str, str, str | None, str | None]) -> None:
    assert [tuple(action) for action in actions_of("en", text)] == [expected]


@pytest.mark.parametrize("text", NONE)
def test_no_action(text: str) -> None:
    assert actions_of("en", text) == []


def test_a_promise_may_run_into_quotation_marks() -> None:
    (found,) = actions_of("en", "He said the city would continue “clearing the old harbour”.")
    assert (found.status, found.actor) == ("planned", "city")
