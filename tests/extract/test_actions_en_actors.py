"""Who is to act, in English: bodies that "it" means, owners of what undergoes, those who only tell."""

from __future__ import annotations

import pytest

from tests.extract.acting import actions_of


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The firm said it would cut jobs.", "it would cut jobs", "the firm"),
        ("The two mills have struck a deal to build a quay.", "to build a quay", "two mills"),
        ("The bank will keep its branch in Hale.", "The bank will keep its branch in Hale", "bank"),
        ("Some of the staff will join the march.", "Some of the staff will join the march", "some of the staff"),
        ("The firm posted a loss. It will cut 500 jobs.", "It will cut 500 jobs", "the firm"),
        ("The agency said it is drafting a rule.", "it is drafting a rule", "the agency"),
        ("Ann Lee, head of Acme, said it would expand.", "it would expand", "Acme"),
        ("A ministry spokesman said the law would be changed.", "the law would be changed", "ministry"),
        ("Local media say the road will reopen in May.", "the road will reopen in May", None),
        ("The museum's east wing will be rebuilt.", "The museum's east wing will be rebuilt", "museum"),
        ("Lee's body will be flown home.", "Lee's body will be flown home", None),
        ("This company will hire 40 cooks.", "This company will hire 40 cooks", "This company"),
        ("The 24-year-old will sign a new deal.", "The 24-year-old will sign a new deal", "24-year-old"),
        ("Dockers plan to strike.", "Dockers plan to strike", "Dockers"),
        ("The club met on Monday. Its plan to move has drawn protests.", "to move", "the club"),
        ("Residents oppose government plans to ban stoves.", "to ban stoves", "government"),
        ("Residents oppose plans by the council to ban stoves.", "to ban stoves", "council"),
        ("The deadline for firms to reply is near.", "firms to reply", "firms"),
        (
            "They reached an agreement for Spain to buy tugs.",
            "They reached an agreement for Spain to buy tugs",
            "Spain",
        ),
        ("She appealed for more towns to lift the ban.", "more towns to lift the ban", "more towns"),
        ("The government published plans to ban stoves.", "to ban stoves", "government"),
        ("On Tuesday police will reopen it.", "On Tuesday police will reopen it", "police"),
        ("In May councillors will vote on it.", "In May councillors will vote on it", "councillors"),
        ("Later this year farmers will plant trees.", "Later this year farmers will plant trees", "farmers"),
        ("The Tuesday night choir will sing.", "The Tuesday night choir will sing", "Tuesday night choir"),
        ("The bus will be driven by a local firm.", "The bus will be driven by a local firm", "local firm"),
        ("The row will be heard by the High Court.", "The row will be heard by the High Court", "High Court"),
        ("The mill will be sold by the end of May.", "The mill will be sold by the end of May", None),
        ("One of the firms will close.", "One of the firms will close", None),
        ("This Saturday Leeds will host a festival.", "This Saturday Leeds will host a festival", "Leeds"),
        # Who holds an event.
        (
            "There will be a ballot in the Assembly on Friday.",
            "There will be a ballot in the Assembly on Friday",
            "Assembly",
        ),
        ("A council hearing is scheduled for 5 May.", "A council hearing is scheduled for 5 May", "council"),
        ("The guild's rally is scheduled for 5 May.", "The guild's rally is scheduled for 5 May", "guild"),
        ("A rally by nurses is planned for 5 May.", "A rally by nurses is planned for 5 May", "nurses"),
        ("A charity concert is scheduled for 5 May.", "A charity concert is scheduled for 5 May", None),
        ("A vote on the bill is expected on Friday.", "A vote on the bill is expected on Friday", None),
        # Who has agreed or decided it.
        ("The deal between Spain and Peru to buy tugs is ready.", "to buy tugs", "Spain and Peru"),
        (
            "Under an order of the court, the mill will be sold in May.",
            "Under an order of the court, the mill will be sold in May",
            "court",
        ),
        # Bodies named before, and whom “his” would only point to.
        ("Acme Foods bought a mill. It will sell the mill in May.", "It will sell the mill in May", "Acme Foods"),
        ("Acme Bank lost money. The lender will cut 90 jobs.", "The lender will cut 90 jobs", "Acme Bank"),
        ("Her lawyers plan to sue the paper.", "Her lawyers plan to sue the paper", "lawyers"),
        ("Hull Rovers lost. Rovers plan to sell the stand.", "Rovers plan to sell the stand", "Rovers"),
        ("Dockers in Vigo plan to strike.", "Dockers in Vigo plan to strike", "Dockers in Vigo"),
        ("Members of the union plan to strike.", "Members of the union plan to strike", "Members of the union"),
        ("Residents oppose a council plan to ban stoves.", "to ban stoves", "council"),
        ('"We will sell it," said Ann Lee, head of Acme.', "We will sell it", "Acme"),
        ('"I will sell it," said Ann Lee, head of Acme.', "I will sell it", "Ann Lee"),
        ('"We need a deal," said Ann Lee, head of Acme.', "We need a deal", "Ann Lee"),
        ("Nurses met. Ann Lee, head of Acme, said they would strike.", "they would strike", "nurses"),
        ('"We will mend it," said a ministry spokesman.', "We will mend it", "ministry"),
        # Whoever says so demands it of nobody; those asked are “you”; those told by a pronoun.
        ("Ann Lee said tariffs must stay in place.", "tariffs must stay in place", "Ann Lee"),
        ('"We want you to stay here," said Ann Lee.', "you to stay here", None),
        ("She called the clerks, urging them to sign.", "them to sign", "clerks"),
        ("The union is also urging citizens to vote.", "citizens to vote", "citizens"),
    ],
)
def test_actor(text: str, words: str, actor: str | None) -> None:
    (found,) = actions_of("en", text)
    assert (found.text, found.actor) == (words, actor)


@pytest.mark.parametrize(
    "text",
    [
        "The storm is near. It will bring rain.",
        "The firm said it would take two weeks to mend.",
        "Ann Lee said it would help the town.",
        "The new road is open. It will cut traffic.",
        "This will close the gap.",
        "The club has dropped plans to move.",
        "Some 70 percent said they would sing.",
        "Plans to move the club were rejected.",
    ],
)
def test_not_found(text: str) -> None:
    assert actions_of("en", text) == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The two firms in the north must report by June.", "two firms"),
        ("Any firm with more than 50 workers must report by June.", "Any firm"),
        ("Every vessel over 300 tonnes must pay from June.", "Every vessel"),
        ("Over 500 people must leave by June.", "Over 500 people"),
        ("More than 50 workers must leave by June.", "More than 50 workers"),
        ("At least 30 nurses plan to leave in June, the clinic said.", "At least 30 nurses"),
        ("Dozens of drivers will strike in June.", "Dozens of drivers"),
        ("The bank kept its rate at 4% and said it would meet in June.", "the bank"),
        ("Dozens of carts will carry grain in June.", None),
        ("Ann Lee said the firm had paid its debts and would hire 20 people.", "firm"),
        ("Ann Lee said she was tired and would resign in June.", "Ann Lee"),
    ],
)
def test_what_describes_those_who_act_does_not_act(text: str, actor: str | None) -> None:
    (action,) = actions_of("en", text)
    assert action.actor == actor
