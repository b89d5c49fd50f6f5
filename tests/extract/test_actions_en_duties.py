"""English duties and futures that are deeds, and those that only tell of needs, states, feelings and guesses."""

from __future__ import annotations

import pytest

from tests.extract.acting import actions_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Landlords will have to register by May.", ("directed", "Landlords will have to register by May")),
        ("The firm has to pay the fine by Friday.", ("directed", "The firm has to pay the fine by Friday")),
        ("The embargo must remain in place, Lee said.", ("directed", "The embargo must remain in place")),
        ("The fund must continue until May, Lee said.", ("directed", "The fund must continue until May")),
        ("Lee said the shelter must stay open in May.", ("directed", "the shelter must stay open in May")),
        ("Shops will require customers to wear masks.", ("directed", "customers to wear masks")),
        ("Lee told the BBC that he would “halt” all sales.", ("planned", "he would “halt” all sales")),
        ("Lee said the two would sign in May.", ("planned", "the two would sign in May")),
        ("Lee insisted that the club would pay.", ("planned", "the club would pay")),
        ("Lee insisted that the club pay its debts.", ("proposed", "the club pay its debts")),
        ("We need the council to fix the roof, Lee said.", ("proposed", "We need the council to fix the roof")),
        ("We need to fix the roof, Lee said.", ("proposed", "We need to fix the roof")),
        ("A judge ordered him to pay 500 pounds.", ("directed", "him to pay 500 pounds")),
        ("Police told residents to stay indoors.", ("directed", "residents to stay indoors")),
        ("The bank says it will raise rates.", ("planned", "it will raise rates")),
        ("Once the deal is signed, Lee will leave.", ("planned", "Lee will leave")),
        ("This must be stopped, Lee said.", ("directed", "This must be stopped")),
        (
            "The firm, along with others, will close.",
            ("planned", "The firm, along with others, will close"),
        ),
        ("Lee will likely play on Saturday.", ("planned", "Lee will likely play on Saturday")),
        ("Lee will look to sign a striker.", ("planned", "Lee will look to sign a striker")),
        ("Thousands will march through Hull.", ("planned", "Thousands will march through Hull")),
        ("Children will sit the exam in May.", ("planned", "Children will sit the exam in May")),
        ("Lee is continuing to build dams.", ("under_way", "Lee is continuing to build dams")),
        ("The firm is recruiting cooks from Spain.", ("under_way", "The firm is recruiting cooks from Spain")),
        ("The mayor wrote a letter urging ministers to act.", ("proposed", "ministers to act")),
        ("Lee will turn the mill into flats.", ("planned", "Lee will turn the mill into flats")),
        ("The plan should be reviewed by experts.", ("proposed", "The plan should be reviewed by experts")),
        (
            "Lee urged schools to teach Latin, as well as Greek, in the first year.",
            ("proposed", "schools to teach Latin, as well as Greek, in the first year"),
        ),
    ],
)
def test_what_is_to_be_done(text: str, expected: tuple[str, str]) -> None:
    assert [(action.status, action.text) for action in actions_of("en", text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "She has to raise three children alone.",
        "He will have to improve his first touch.",
        "They have to live with the noise.",
        "The weather must stay fine.",
        "We must remain calm, Lee said.",
        "Tram drivers will require new licences.",
        "These are tools that nurses will require for years.",
        "Lee said he would “prefer” to wait.",
        "Lee said he would not “sell” the club.",
        "She realised that the club would sell her.",
        "He suspected the firm would cut wages.",
        "The boats they are building were paid for by the state.",
        "The cooks they are recruiting come from Spain.",
        "It is not clear why the shop will close.",
        "Nobody knows how many nurses the firm will hire.",
        "I got letters urging me to resign.",
        "Tourism is continuing to grow.",
        "Lee will turn 50 in June.",
        "The plane will be powered by hydrogen.",
        "The tool should be viewed as a last resort.",
        "It will be exciting to watch.",
        "Lee will be missed.",
        "Lee will likely miss the game.",
        "Leeds need three points to stay up.",
        "The town needs 5m pounds to fix the roof.",
        "The men forced him to drive to a bank.",
        "Lee asked her to dance.",
        "Analysts say the bank will raise rates.",
        "The bank will raise rates, he believes.",
        "Lee once promised to build a wall.",
        "Lee is going to miss this place.",
        "Lee is determined to survive.",
        "Lee will be looking to win the cup.",
        "This must be a joke.",
        "Lee will keep running.",
        "Knowing two languages, particularly well, will help children.",
        "The storm is near, and it will begin to bring rain to Hull.",
        "The five will cost 3m pounds.",
    ],
)
def test_what_is_no_deed(text: str) -> None:
    assert actions_of("en", text) == []


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Work must begin by 1 May 2026.", "/2026-05-01"),
        ("The tunnel must reopen by June 2026.", "/2026-06-30"),
        ("Prices should fall by Friday.", None),
        ("The weather should improve on Sunday.", None),
        ("The snow must melt by May.", None),
        ("The tunnel must reopen.", None),
    ],
)
def test_what_must_begin_by_a_day_is_a_deed(text: str, deadline: str | None) -> None:
    assert [action.deadline for action in actions_of("en", text)] == ([deadline] if deadline else [])
