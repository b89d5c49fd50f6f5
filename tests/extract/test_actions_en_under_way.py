"""What English articles say is being done, asked of those a clause describes, or only looks as if it were to come."""

from __future__ import annotations

import pytest

from tests.extract.acting import actions_of

FOUND = [
    ("Save the Moor is assembling a crew to sail to Brill.", "under_way"),
    ("The council is trimming its budget for parks.", "under_way"),
    ("The school is now rewording its rules.", "under_way"),
    ("The officials are assessing the dam to see whether it holds.", "under_way"),
    ("The college is trying to find out when the fire began.", "under_way"),
    ("The airline is working with police, hospitals and divers to find the man.", "under_way"),
    ("Extra wardens have been deployed to calm the crowd.", "under_way"),
    ("Two vets have been brought in to treat the horses.", "under_way"),
    ("The council is suing the firm for damages, and is seeking a refund of $300.", "under_way"),
    ("The council has been speeding up its repairs before a flood.", "under_way"),
    ("Repairs are under way at the port.", "under_way"),
]


@pytest.mark.parametrize(("text", "status"), FOUND)
def test_what_is_being_done_towards_something(text: str, status: str) -> None:
    (action,) = actions_of("en", text)
    assert (action.text, action.status) == (text.rstrip("."), status)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Police urged owners who lost or missed sheep to write in.",
            "owners who lost or missed sheep to write in",
        ),
        (
            '"I would beg anyone who was near the pier to call us," said Ann Lowe.',
            "anyone who was near the pier to call us",
        ),
        (
            "A cook is suing a hotel for unpaid wages after closing its kitchen.",
            "A cook is suing a hotel for unpaid wages",
        ),
        ('"We really want you to sing again," said Ann Lowe.', "you to sing again"),
    ],
)
def test_how_far_it_reaches(text: str, words: str) -> None:
    assert [action.text for action in actions_of("en", text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor spent more as he faces election next year.",
        "She considers leaving the bank to be her wisest step.",
        "The rangers announced the rescue of a goat.",
        '"She asked me to keep it secret," said Ann Lowe.',
        "He had three clean jumps Saturday before leaving the ring.",
        "The incident is ongoing.",
        "Prices are rising to reach a peak.",
        "Prices are doubling in the north.",
        "They were rewording the rules.",
        "The plans are for printing money.",
        "The firm is refusing to pay.",
    ],
)
def test_what_is_no_action(text: str) -> None:
    assert actions_of("en", text) == []
