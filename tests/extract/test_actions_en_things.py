"""English actions whose object tells what is to be done: things wanted changed, deeds planned, approved, considered."""

from __future__ import annotations

import pytest

from tests.extract.acting import actions_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lee wants the rule scrapped.", ("proposed", "the rule scrapped")),
        ("Fans wanted him sacked.", ("proposed", "him sacked")),
        ("Lee said she would like to see the tax abolished.", ("proposed", "the tax abolished")),
        ("The board approved the sale of two mills.", ("agreed", "the sale of two mills")),
        ("Lee gave permission for the demolition of the mill.", ("agreed", "the demolition of the mill")),
        ("Lee spoke of plans for a strike.", ("planned", "a strike")),
        ("There are proposals for a ban on cars.", ("proposed", "a ban on cars")),
        ("Lee confirmed plans for a second tunnel.", ("planned", "Lee confirmed plans for a second tunnel")),
        ("Soldiers are bringing in fuel.", ("under_way", "Soldiers are bringing in fuel")),
        ("The firm is handing out masks.", ("under_way", "The firm is handing out masks")),
        ("The state is weighing a tax on vapes.", ("planned", "The state is weighing a tax on vapes")),
        ("Lee has committed to planting 50 trees.", ("planned", "Lee has committed to planting 50 trees")),
        ("Lee committed himself to paying the debt.", ("planned", "to paying the debt")),
        ("The club fixed a meeting for Monday.", ("planned", "a meeting for Monday")),
        ("Lee remains committed to building a gym.", ("planned", "Lee remains committed to building a gym")),
        ("Members voted in favour of a strike.", ("agreed", "a strike")),
        ("The town set aside 5m pounds to fix roads.", ("agreed", "The town set aside 5m pounds to fix roads")),
        ("Crews have begun to clear the road.", ("under_way", "Crews have begun to clear the road")),
        ("Crews have been working to clear it.", ("under_way", "Crews have been working to clear it")),
        ("The family is asking for privacy.", ("proposed", "The family is asking for privacy")),
        ("Hull take on Leeds on Sunday.", ("planned", "Hull take on Leeds on Sunday")),
        ("The bill will go to a vote.", ("planned", "The bill will go to a vote")),
        ("Talks will resume on Sunday.", ("planned", "Talks will resume on Sunday")),
    ],
)
def test_what_is_to_become_of_things(text: str, expected: tuple[str, str]) -> None:
    assert [(action.status, action.text) for action in actions_of("en", text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Lee wants a bag made of leather.",
        "Prices for it will start at $310, without the tax.",
        "Tickets will start from around £20.",
        "Some of the benefits will take longer to arrive.",
        "The grants for Ayr, Hull and New Brill will help keep the river clean.",
        "Each man is charged with two counts of arson.",
        "They failed to carry out mandated tests.",
        "Lee wants the house built by his father.",
        "Lee likes to see the sun setting.",
        "The council approved the budget.",
        "The plans are for printing money.",
        "Rain is bringing in mud.",
        "Storms are knocking down trees.",
        "Lee is considering the offer.",
        "Members voted for Lee.",
        "Lee set aside her book to talk.",
        "Lee has begun to like it.",
        "He committed himself to God.",
        "The runner set a record of 12 seconds.",
        "The house went under the hammer.",
        "Talks resumed on Sunday.",
    ],
)
def test_what_nobody_sets_out_to_do(text: str) -> None:
    assert actions_of("en", text) == []
