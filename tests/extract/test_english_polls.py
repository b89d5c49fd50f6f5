"""Shares that speak in English: “42% said …” are words of those who were asked."""

from __future__ import annotations

import pytest

from tests.extract.quoting import speakers_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Some 64 per cent of tenants say they would move.", "tenants"),
        ("71% of drivers said they had used a phone.", "drivers"),
        ("Three in five pensioners said they would buy a bicycle.", "pensioners"),
        ("Seven out of ten shoppers told the chain they would pay more.", "shoppers"),
        ("One in every five pupils said they were tired.", "pupils"),
        ("A third of students admitted that they had skipped meals.", "students"),
        ("Almost a quarter of small firms (24%) reported that costs had risen.", "small firms"),
        ("Two thirds of nurses think the ward is too small.", "nurses"),
        ("More than 70 percent of employees who took part said they would work at home.", "employees"),
        ("Just 9% of those surveyed think the road is safe.", "those surveyed"),
        ("Over half of women polled said they felt unsafe.", "women polled"),
        ("About half of the riders who were asked said they would pay more.", "riders"),
        ("Some 57% of voters hoping to stay said they would sign.", "voters"),
    ],
)
def test_a_share_is_of_those_it_names(text: str, name: str) -> None:
    assert speakers_of(text, "en") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Of the 800 workers polled, 58% believe that their pay will fall.", "workers"),
        ("Of over 900 respondents, 20% indicated that fuel was too dear.", "respondents"),
        ("The survey asked 1,200 parents about screens. Two-thirds said they set limits.", "parents"),
        ("The union polled its members in May. Some 91% said they wanted a rise.", "members"),
        ("The council questioned 2,000 residents.\n54 per cent said they liked the lanes.", "residents"),
        ("The poll found 66% for it, with 11% saying they did not know.", "11%"),
        ("Some 45% of adults in Brill support the plan. About 12% said they did not care.", "adults in Brill"),
        ("The club is popular among young people. Nearly half say they would join.", "young people"),
    ],
)
def test_a_bare_share_is_of_those_asked_before(text: str, name: str) -> None:
    assert speakers_of(text, "en") == [name]


def test_further_shares_are_of_the_same_people() -> None:
    text = (
        "Half of tenants said they were cold. Only 12% said their landlord had helped. A third said the mayor was slow."
    )
    assert speakers_of(text, "en") == ["tenants"] * 3


def test_while_parts_two_shares() -> None:
    text = "Of 300 bakers asked, 60% indicated that gas is best while 25% prefer coal and 9% said wood is."
    assert speakers_of(text, "en")[0] == "bakers"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Half of the pier collapsed, police said.", "police"),
        ("Shares fell 42%, the firm said.", "the firm"),
        ("A majority of members believe the fee is too high.", "a majority of members"),
        ("One of the bakers said the oven was cold.", "one of the bakers"),
        ("A quarter of a century ago, critics said it would fail.", "critics"),
        ("The bank holds 20% of the firm. It said the stake was safe.", "the bank"),
    ],
)
def test_who_is_no_share(text: str, name: str) -> None:
    assert speakers_of(text, "en") == [name]
