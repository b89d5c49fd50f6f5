"""Actions of English with a term: put off, given days, under way, expected; and what only looks like one."""

from __future__ import annotations

import pytest

from tests.extract.acting import Action, actions_of

# Published on Wednesday, 12 March 2025.
FOUND = [
    ("Work is under way whilst the road is closed.", ("under_way", "Work is under way", None, None)),
    (
        "Talks on pay, to be chaired by Acme, will begin in May.",
        ("planned", "Talks on pay, to be chaired by Acme, will begin in May", None, "2025-05"),
    ),
    (
        "Repairs, including new doors, lamps and seats, will start in May.",
        ("planned", "Repairs, including new doors, lamps and seats, will start in May", None, "2025-05"),
    ),
    (
        "Ann Lee will become chief executive of Dent in May.",
        ("planned", "Ann Lee will become chief executive of Dent in May", "Ann Lee", "2025-05"),
    ),
    (
        "The hearing has been postponed until 3 May.",
        ("planned", "The hearing has been postponed until 3 May", None, "/2025-05-03"),
    ),
    (
        "This year's fair will be held on 11 May.",
        ("planned", "This year's fair will be held on 11 May", None, "2025-05-11"),
    ),
    (
        "A shop is due to open in May, with its yard in use since last June.",
        ("planned", "A shop is due to open in May, with its yard in use since last June", "shop", "2025-05"),
    ),
    (
        "Ann Lee, who will join the board in May, won a prize.",
        ("planned", "will join the board in May", "Ann Lee", "2025-05"),
    ),
    (
        "Ann Lee will succeed Tom Fox in June.",
        ("planned", "Ann Lee will succeed Tom Fox in June", "Ann Lee", "2025-06"),
    ),
    (
        "The hall has a bar, a stage and a shop, and will open in May.",
        ("planned", "will open in May", None, "2025-05"),
    ),
    (
        "The 18,000-square-foot hall is set to open in May.",
        ("planned", "The 18,000-square-foot hall is set to open in May", None, "2025-05"),
    ),
    ("The vote was put back to Sunday.", ("planned", "The vote was put back to Sunday", None, "2025-03-16")),
    (
        "The players have been given until Friday to vote.",
        ("directed", "The players have been given until Friday to vote", "players", "/2025-03-14"),
    ),
    (
        "The mayor urged families not to wait and to reply by Friday.",
        ("proposed", "families not to wait and to reply by Friday", "families", "/2025-03-14"),
    ),
    (
        "Tenants are asked to reply before 10am on Friday.",
        ("proposed", "Tenants are asked to reply before 10am on Friday", "Tenants", "/2025-03-14"),
    ),
    (
        "The judge told the club to pay before Friday, but set no fine.",
        ("directed", "the club to pay before Friday", "club", "/2025-03-14"),
    ),
    (
        "The company has 30 days to appeal.",
        ("directed", "The company has 30 days to appeal", "company", None),
    ),
    ("A court gave the firm two weeks to pay.", ("directed", "to pay", "firm", None)),
    ("The judge gave the firm until 2 May to pay.", ("directed", "to pay", "firm", None)),
    (
        "Acme said it had agreed to sell its yard.",
        ("agreed", "it had agreed to sell its yard", "Acme", None),
    ),
    (
        "The match will be moved because of rain to Friday.",
        ("planned", "The match will be moved because of rain to Friday", None, "2025-03-14"),
    ),
    ("Police are appealing for witnesses.", ("proposed", "Police are appealing for witnesses", "Police", None)),
    (
        "The envoys are in talks to end the war.",
        ("under_way", "The envoys are in talks to end the war", "envoys", None),
    ),
    (
        "The firm is in the process of moving its office.",
        ("under_way", "The firm is in the process of moving its office", "firm", None),
    ),
    (
        "Police have opened an inquiry into the fire.",
        ("under_way", "Police have opened an inquiry into the fire", "Police", None),
    ),
    ("The search for the boy continues.", ("under_way", "The search for the boy continues", None, None)),
    (
        "The envoy is trying to persuade Oslo to leave the pact.",
        ("proposed", "Oslo to leave the pact", "Oslo", None),
    ),
    ("There must be a full inquiry, Ann Lee said.", ("proposed", "There must be a full inquiry", "Ann Lee", None)),
    ("The council has plans for a new pool.", ("planned", "The council has plans for a new pool", "council", None)),
    ("The funeral will be on Friday.", ("planned", "The funeral will be on Friday", None, "2025-03-14")),
    ("A ruling is expected next month.", ("planned", "A ruling is expected next month", None, "2025-04")),
    (
        "Derby will host the Food Fair, an old show which draws many guests.",
        ("planned", "Derby will host the Food Fair", "Derby", None),
    ),
    ("MPs will debate the bill.", ("planned", "MPs will debate the bill", "MPs", None)),
    (
        "Lee was remanded in custody to appear in court on Friday.",
        ("planned", "Lee was remanded in custody to appear in court on Friday", "Lee", "2025-03-14"),
    ),
    ("The judge adjourned sentencing until 2 May.", ("planned", "sentencing until 2 May", "judge", "/2025-05-02")),
    (
        "Hospitals will be required to count empty beds.",
        ("directed", "Hospitals will be required to count empty beds", "Hospitals", None),
    ),
    ("The zoo warned visitors to stay inside.", ("proposed", "visitors to stay inside", "visitors", None)),
    ("Tenants called for cheaper homes.", ("proposed", "cheaper homes", "Tenants", None)),
    (
        "Claims must be made on or before 2 May.",
        ("directed", "Claims must be made on or before 2 May", None, "/2025-05-02"),
    ),
    ("Unions called a strike for 2 May.", ("planned", "a strike for 2 May", "Unions", "2025-05-02")),
    ("Lee is stepping down next month.", ("planned", "Lee is stepping down next month", "Lee", "2025-04")),
    (
        "Detectives want to hear from anyone who saw a van.",
        ("proposed", "Detectives want to hear from anyone who saw a van", "Detectives", None),
    ),
    (
        "The council has approved plans for a pool.",
        ("agreed", "The council has approved plans for a pool", "council", None),
    ),
    (
        "Under the new rules, farms must count their bees.",
        ("directed", "Under the new rules, farms must count their bees", "farms", None),
    ),
]

NONE = [
    "The play was moved to London in 1990.",
    "The prisoners were held until Tuesday.",
    "She tried to convince him to stay.",
    "She has no time to waste.",
    "Acme had agreed to sell its yard.",
    "They waited until Monday to tell him.",
    "The works will take three weeks.",
    "She called for a taxi.",
    "Lee said he would do so.",
    "Under federal rules, farms must count their bees.",
    "State law requires cyclists to ring a bell.",
    "Cyclists are required by law to ring a bell.",
    "The change will transform the town.",
    "He had the time to read.",
    "The counts fell, which suggests shrinking colonies.",
    "Visitors will be allowed to park for free.",
    "He would prefer not to sell the mill, the owner said.",
    "We all need to sleep.",
]


@pytest.mark.parametrize(("text", "action"), FOUND, ids=[text for text, _ in FOUND])
def test_a_term_or_an_event_tells_of_an_action(text: str, action: tuple[str, str, str | None, str | None]) -> None:
    assert Action(*action) in actions_of("en", text)


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_term_is_no_action(text: str) -> None:
    assert actions_of("en", text) == []
