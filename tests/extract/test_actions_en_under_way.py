"""What English articles say is being done, asked of those a clause describes, or only looks as if it were to come."""

from __future__ import annotations

import pytest

from tests.extract.acting import actions_of

FOUND = [
    ("Save the Moor is putting together a team to travel to Brill.", "under_way"),
    ("The council is trimming its budget for parks.", "under_way"),
    ("The school is now rewording its rules.", "under_way"),
    ("The officials are assessing the dam to see whether it holds.", "under_way"),
    ("The college is trying to find out when the fire began.", "under_way"),
    ("The airline is working with police, hospitals and divers to find the man.", "under_way"),
    ("Prison staff have been deployed to deal with the riot.", "under_way"),
    ("Special officers have been brought in to deal with the riot.", "under_way"),
    ("The council is suing the firm for damages, and is seeking a refund of $300.", "under_way"),
    ("The government has been stepping up its preparations for a flood.", "under_way"),
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
            "Police urged people who saw or heard anything to come forward.",
            "people who saw or heard anything to come forward",
        ),
        (
            '"I would appeal to anyone who was near the pier to call us," said Ann Lowe.',
            "anyone who was near the pier to call us",
        ),
        (
            "A nanny is suing a couple for unfair dismissal after losing her job.",
            "A nanny is suing a couple for unfair dismissal",
        ),
        ('"We very much want you to stay here," said Ann Lowe.', "you to stay here"),
    ],
)
def test_how_far_it_reaches(text: str, words: str) -> None:
    assert [action.text for action in actions_of("en", text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor spent more as he faces election next year.",
        "He considers meeting his wife to be the best thing in his life.",
        "The police announced the arrest of a man.",
        '"She asked me to keep it secret," said Ann Lowe.',
        "He had five total tackles Saturday before leaving the game.",
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
