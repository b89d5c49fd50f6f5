"""Actions of English: a sentence for every construction, and what is no action."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract import test_actions_en_more as more
from tests.extract.acting import actions_of

# Text, status, the action's words, actor, deadline; the text is published on Wednesday, 12 March 2025.
FOUND = [
    # orders and requests: the doer is the one addressed
    (
        "The governor ordered the ministry to repair the bridge by Friday.",
        ("directed", "the ministry to repair the bridge by Friday", "ministry", "/2025-03-14"),
    ),
    (
        "The judge told the company to pay the workers by 1 July 2025.",
        ("directed", "the company to pay the workers by 1 July 2025", "company", "/2025-07-01"),
    ),
    ("The mayor asked residents to save water.", ("proposed", "residents to save water", "residents", None)),
    (
        "Senators urged the president to sign the bill.",
        ("proposed", "the president to sign the bill", "president", None),
    ),
    ("The union called on members to end the strike.", ("proposed", "members to end the strike", "members", None)),
    ("Mr Brown called for an inquiry into the fire.", ("proposed", "an inquiry into the fire", "Brown", None)),
    ("The panel recommended that schools should close.", ("proposed", "schools should close", "schools", None)),
    ("Iran insists that the sanctions be lifted.", ("proposed", "the sanctions be lifted", "Iran", None)),
    # need and duty
    (
        "Councillors must approve the budget by Friday.",
        ("directed", "Councillors must approve the budget by Friday", "Councillors", "/2025-03-14"),
    ),
    (
        '"We need to build more homes," said Anna Reed.',
        ("proposed", "We need to build more homes", "Anna Reed", None),
    ),
    ("The council should repair the road.", ("proposed", "The council should repair the road", "council", None)),
    # plans
    (
        "The company plans to open a factory in Leeds next year.",
        ("planned", "The company plans to open a factory in Leeds next year", "company", "2026"),
    ),
    ("The museum is set to reopen in May.", ("planned", "The museum is set to reopen in May", "museum", "2025-05")),
    ("The airline is to cut 200 jobs.", ("planned", "The airline is to cut 200 jobs", "airline", None)),
    (
        "The concert is scheduled for 20 March.",
        ("planned", "The concert is scheduled for 20 March", None, "2025-03-20"),
    ),
    (
        "The trial is expected to begin on Monday.",
        ("planned", "The trial is expected to begin on Monday", None, "2025-03-17"),
    ),
    ("The president vowed to veto the bill.", ("planned", "to veto the bill", "president", None)),
    ("He confirmed plans to rebuild the school.", ("planned", "to rebuild the school", None, None)),
    (
        "The company is considering closing its plant.",
        ("planned", "The company is considering closing its plant", "company", None),
    ),
    ("The shop opens in Leeds next month.", ("planned", "The shop opens in Leeds next month", "shop", "2025-04")),
    # what has been ordered or promised, and is still to be done
    ("The court ordered the firm to pay the fine.", ("directed", "the firm to pay the fine", "firm", None)),
    (
        "Sailors have been advised to skirt the strait.",
        ("proposed", "Sailors have been advised to skirt the strait", "Sailors", None),
    ),
    (
        "The government has pledged two million pounds for the school.",
        ("planned", "The government has pledged two million pounds for the school", "government", None),
    ),
    (
        "The board approved a plan to build 200 homes.",
        ("agreed", "The board approved a plan to build 200 homes", "board", None),
    ),
    ("The bank is inclined to sell the branch.", ("planned", "The bank is inclined to sell the branch", "bank", None)),
    (
        "The lawmakers requested that the ministry provide the files by June 6.",
        ("proposed", "the ministry provide the files by June 6", "ministry", "/2025-06-06"),
    ),
    ("The ministry ordered the recall of three brands.", ("directed", "the recall of three brands", None, None)),
    ("He ordered checks at 31 schools.", ("directed", "checks at 31 schools", None, None)),
    (
        "The bill would require landlords to fix leaks.",
        ("proposed", "The bill would require landlords to fix leaks", "landlords", None),
    ),
    # what is on the calendar
    (
        "There will be a ballot in the guild on Friday.",
        ("planned", "There will be a ballot in the guild on Friday", "guild", "2025-03-14"),
    ),
    ("A vote is expected on Friday.", ("planned", "A vote is expected on Friday", None, "2025-03-14")),
    (
        "Lowe faces the champion in the final on Sunday.",
        ("planned", "Lowe faces the champion in the final on Sunday", "Lowe", "2025-03-16"),
    ),
    # under way
    (
        "Lowe is standing for mayor in November.",
        ("under_way", "Lowe is standing for mayor in November", "Lowe", "2025-11"),
    ),
    ("The company is recalling 4,000 cars.", ("under_way", "The company is recalling 4,000 cars", "company", None)),
    (
        "The city continues to restore the canal.",
        ("under_way", "The city continues to restore the canal", "city", None),
    ),
    # the future
    (
        "Ministers will visit the region on Monday.",
        ("planned", "Ministers will visit the region on Monday", "Ministers", "2025-03-17"),
    ),
    (
        "The bridge will be closed from 1 July.",
        ("planned", "The bridge will be closed from 1 July", None, "2025-07-01/"),
    ),
    ("Work on the bridge is due to start soon.", ("planned", "Work on the bridge is due to start soon", None, None)),
    (
        "Pupils who say they were bullied should write to the board.",
        ("proposed", "Pupils who say they were bullied should write to the board", "Pupils", None),
    ),
    (
        "The union demanded that the company halt its layoffs.",
        ("proposed", "the company halt its layoffs", "company", None),
    ),
    (
        "The company said that if talks failed it would close the plant.",
        ("planned", "it would close the plant", "the company", None),
    ),
    (
        "The union wants the state to pay for repairs.",
        ("proposed", "the state to pay for repairs", "state", None),
    ),
    (
        "The council has scheduled a protest for Friday.",
        ("planned", "a protest for Friday", "council", "2025-03-14"),
    ),
    (
        "Tickets go on sale next week.",
        ("planned", "Tickets go on sale next week", None, "2025-03-17/2025-03-23"),
    ),
    ("Norway has proposed sending observers.", ("proposed", "sending observers", "Norway", None)),
    (
        "The council voted to close four schools.",
        ("agreed", "The council voted to close four schools", "council", None),
    ),
    (
        "Senator Ann Roe introduced a bill that would ban vaping.",
        ("proposed", "a bill that would ban vaping", None, None),
    ),
    (
        "The carrier will base two aircraft in Cork.",
        ("planned", "The carrier will base two aircraft in Cork", "carrier", None),
    ),
    (
        "The museum opens on 3 June 2025.",
        ("planned", "The museum opens on 3 June 2025", "museum", "2025-06-03"),
    ),
    (
        "The mayor called on Monday for talks with drivers.",
        ("proposed", "talks with drivers", "mayor", None),
    ),
    ("The bill would ban the sale of tobacco.", ("proposed", "The bill would ban the sale of tobacco", None, None)),
    (
        "A spokesman said the company would pause work at its quarry.",
        ("planned", "the company would pause work at its quarry", "company", None),
    ),
    (
        "Two teachers who retired last year are to receive awards.",
        ("planned", "Two teachers who retired last year are to receive awards", "Two teachers", None),
    ),
    ("Residents are encouraged to attend.", ("proposed", "Residents are encouraged to attend", "Residents", None)),
    ("The grant will fund 25 new buses.", ("planned", "The grant will fund 25 new buses", None, None)),
    (
        "Lowe is planning to tour the islands next month.",
        ("planned", "Lowe is planning to tour the islands next month", "Lowe", "2025-04"),
    ),
    # agreements and work under way
    (
        "The two countries agreed to reduce tariffs.",
        ("agreed", "The two countries agreed to reduce tariffs", "two countries", None),
    ),
    ("The agreement to exchange prisoners was signed on Monday.", ("agreed", "to exchange prisoners", None, None)),
    ("The city is building a new stadium.", ("under_way", "The city is building a new stadium", "city", None)),
    (
        "Engineers are working to restore power.",
        ("under_way", "Engineers are working to restore power", "Engineers", None),
    ),
]

NONE = [
    "Residents are worried the council will close the pool.",
    "Analysts fear that the bank will cut jobs.",
    "Perhaps the firm will sell the plant.",
    "They were preparing to leave when the storm came.",
    "Two officials agreed to speak on condition of anonymity.",
    "The firm will always support the town.",
    "The council voted to reject the plan.",
    "At the time the firm promised to hire 50 people.",
    "The bridge was built last year.",
    "It will rain tomorrow.",
    "Prices will rise by five per cent.",
    "Temperatures are expected to fall.",
    "The mayor does not plan to close the market.",
    "The company will not build the bridge.",
    "If the bill passes, the tax would rise.",
    "The firm could have built the bridge.",
    "Will the company build the bridge?",
    "You have to see this film.",
    "They have a house to sell.",
    "He used to play football.",
    "The plant was due to open in 2012. In 2024 the site was sold.",
    "She should have resigned.",
    "Residents will be able to apply online.",
    "This will help families.",
    "The team will win.",
    "He wanted to sleep.",
    "In order to win, they trained for years.",
    "The minister doubts that the council should close the market.",
    "What is required to win is luck.",
    "Most members do not think he should resign.",
    "The purpose is to provide shade.",
    "Credit should go to the nurses.",
    "The country is in need of help.",
    "The island would welcome guests.",
    "She was preparing to leave when the phone rang.",
    "It was a promising start for the club.",
    "They are in danger from falling stones.",
    "EU membership will bring sponsors.",
    "It will take an hour to reach the lake.",
    "There is no way we will sell.",
    "Storm Edna is near the coast. Edna will bring rain on Monday.",
    "Neighbours objected to the proposed closure of the lane.",
]


@pytest.mark.parametrize(
    ("text", "expected"), [*FOUND, *more.FOUND], ids=lambda value: value[:40] if isinstance(value, str) else ""
)
def test_action(text: str, expected: tuple[str, str, str | None, str | None]) -> None:
    assert [tuple(action) for action in actions_of("en", text)] == [expected]


@pytest.mark.parametrize("text", [*NONE, *more.NONE])
def test_no_action(text: str) -> None:
    assert actions_of("en", text) == []


def test_a_clause_that_opens_without_a_comma_is_apart() -> None:
    text = "The minister said that the council will build a library although the budget is small."
    assert [action.text for action in actions_of("en", text)] == ["the council will build a library"]


def test_coordinated_infinitives_are_one_action() -> None:
    (action,) = actions_of("en", "The court told the ministry to publish the report and pay the costs.")
    assert action.text == "the ministry to publish the report and pay the costs"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            'the minister will asked to build , ( " that be who must bridge by Friday is planned . and —'.split()
        ),
        max_size=25,
    )
)
def test_never_raises_and_stays_within_the_text(words: list[str]) -> None:
    text = " ".join(words) or "."
    for action in actions_of("en", text):
        assert action.text
        assert action.text in text


def test_people_who_act_are_named_in_full() -> None:
    text = "Governor Ann Roe signed the bill. Roe will visit Salem in June."
    assert [action.actor for action in actions_of("en", text)] == ["Ann Roe"]
