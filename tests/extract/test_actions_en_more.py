"""More actions of English: imperatives, relative clauses that go on, work in progress, what is no deed."""

from __future__ import annotations

from tests.extract.acting import actions_of

# Text, status, the action's words, actor, deadline; the text is published on Wednesday, 12 March 2025.
FOUND = [
    ("Write to your bank about the loan.", ("proposed", "Write to your bank about the loan", None, None)),
    (
        "Also, seek a second opinion on your knee.",
        ("proposed", "seek a second opinion on your knee", None, None),
    ),
    (
        "Write down the prices in a notebook so that you can compare.",
        ("proposed", "Write down the prices in a notebook so that you can compare", None, None),
    ),
    ("“Don't hide your bills,” said Ann Lee.", ("proposed", "Don't hide your bills", "Ann Lee", None)),
    (
        "The council, which is now building a new library, met on Monday.",
        ("under_way", "is now building a new library", "council", None),
    ),
    (
        "The dig was led by Ann Lee, who is expected to open a museum in weeks.",
        ("planned", "is expected to open a museum in weeks", "Ann Lee", None),
    ),
    (
        "Peru and Chile want a longer truce.",
        ("proposed", "Peru and Chile want a longer truce", "Peru and Chile", None),
    ),
    (
        "She appealed to anyone, especially drivers, who saw the crash to call police.",
        ("proposed", "anyone, especially drivers, who saw the crash to call police", "anyone", None),
    ),
    (
        "The city is also redesigning its website so that the pages are easier to read.",
        ("under_way", "The city is also redesigning its website so that the pages are easier to read", "city", None),
    ),
    (
        "The council will widen the bridge.",
        ("planned", "The council will widen the bridge", "council", None),
    ),
    ("The team will go into the forest.", ("planned", "The team will go into the forest", "team", None)),
    (
        "Derby are away against Leeds on Saturday.",
        ("planned", "Derby are away against Leeds on Saturday", "Derby", "2025-03-15"),
    ),
    ("We're away to Leeds on Saturday.", ("planned", "We're away to Leeds on Saturday", None, "2025-03-15")),
    (
        "Mayor Ann Lee will lead the talks in Geneva.",
        ("planned", "Mayor Ann Lee will lead the talks in Geneva", "Ann Lee", None),
    ),
    (
        "The crates were stored badly, under a tarpaulin, and will be sent home.",
        ("planned", "will be sent home", None, None),
    ),
]

NONE = [
    "She is at home on Sunday.",
    "She will be at home on Sunday.",
    "The gap will widen.",
    "Sales will increase ten per cent.",
    "The rain will come to the north.",
    "“They are determined to win,” Lee said.",
    "Work on your street began in May.",
    "Don't forget your keys.",
    "Sign up for your newsletter.",
    "The list of plays, which is to be published, is long.",
    "The storm Edna is expected to cross the bay on Friday.",
    "Voters want a friend to stand by them.",
    "Visitors need just a draw to win the shield.",
    "The aim of the visits is helping farmers facing elections in May gain support.",
    "Owners are proposing other routes, but the quarrel over tolls goes on.",
    "The road will lead to the harbour.",
    "Half a metre of snow is expected across the pass on Friday.",
    "The money will go to schools.",
]


def test_a_promise_may_run_into_quotation_marks() -> None:
    (found,) = actions_of("en", "He said the city would continue “clearing the old harbour”.")
    assert (found.status, found.actor) == ("planned", "city")
