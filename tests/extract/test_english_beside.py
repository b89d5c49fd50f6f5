"""English thoughts beside a clause, what somebody gets to know, and circumstances that are nobody's words."""

from __future__ import annotations

import pytest

from tests.extract.test_english_quotes import Found, found, said


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Divers lined the quay, hopeful that the mayor would keep the pier.",
            "the mayor would keep the pier",
            "divers",
        ),
        ("Confident that the pier would hold, Ann Lowe went on.", "the pier would hold", "Ann Lowe"),
        ("Ann Lowe went on, convinced that the pier would hold.", "the pier would hold", "Ann Lowe"),
        ("Divers, afraid that the pier would fall, stayed away.", "the pier would fall", "divers"),
        ("Ann Lowe left early, sure that nobody had seen her.", "nobody had seen her", "Ann Lowe"),
    ],
)
def test_thoughts_beside_a_clause_are_those_of_its_subject(text: str, words: str, who: str) -> None:
    assert [(what, (name or "").casefold()) for what, name in said(text)] == [(words, who.casefold())]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lowe was a hopeful, quiet girl.",
        "The path was clear, safe and dry that day.",
        "She learned that the door was open.",
        "Tom Hart discovered that the till was empty.",
        "It was discovered that the beams had rotted.",
        "The trial opened of a man who is accused of robbing a shop.",
        "Police announced an inquiry and left.",
        "Acme today announced financial results for its fiscal second quarter ended March 28, 2026.",
        "Ministers agreed on a budget that raises taxes by 2%.",
        "The towns agreed on a set of rules that limits lorries.",
        "The judge, who has been accused of bias by two colleagues, left.",
    ],
)
def test_what_nobody_is_said_to_say(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Police discovered that the door was open.", "the door was open", "police"),
        ("Ann Lowe was accused of robbing a shop.", "robbing a shop", None),
        ("Ann Lowe was accused by divers of robbing a shop.", "robbing a shop", "divers"),
        ("The forecast shows a sharp rise in rain.", "a sharp rise in rain", "the forecast"),
    ],
)
def test_what_bodies_and_texts_say(text: str, words: str, who: str | None) -> None:
    assert [(what, name.casefold() if name else None) for what, name in said(text)] == [(words, who)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Lowe vowed to keep the pier as the town marks its first century.", "to keep the pier"),
        ("Ann Lowe vowed to never sell the pier as the ferry approaches the end.", "to never sell the pier"),
        ("Ann Lowe vowed to act as the guardian of the pier.", "to act as the guardian of the pier"),
        ("Ann Lowe said the pier shook as the tide rose.", "the pier shook as the tide rose"),
        ("Ann Lowe announced the arrest of Tom Hart, 20, at a morning news conference.", "the arrest of Tom Hart, 20"),
        (
            "Ann Lowe accused the firm of wasting money in an interview with the Brill Gazette.",
            "the firm of wasting money",
        ),
        ("Ann Lowe vowed to fight on in the street.", "to fight on in the street"),
        ("Ann Lowe said she was named in a letter to the board.", "she was named in a letter to the board"),
        ("Ann Lowe urged divers to meet in a hall by the port.", "divers to meet in a hall by the port"),
    ],
)
def test_circumstances_are_no_content(text: str, words: str) -> None:
    assert said(text) == [(words, "Ann Lowe")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("According to Ann Lowe, 54, the pier is rotten.", "Ann Lowe"),
        ("According to Ann Lowe, 54, who has run the club since May, the pier is rotten.", "Ann Lowe"),
        ("According to Ann Lowe, the mayor, the pier is rotten.", "Ann Lowe"),
        ("According to Ann Lowe, a spokeswoman for the port, the pier is rotten.", "Ann Lowe"),
    ],
)
def test_what_describes_a_source_is_no_content(text: str, who: str) -> None:
    assert said(text) == [("the pier is rotten", who)]


def test_a_list_behind_a_source_is_content() -> None:
    assert "doctors" in said("According to Ann Lowe, nurses, doctors and teachers agreed.")[0][0]


def test_marks_within_a_quotation_enclose_another() -> None:
    text = '"One girl came up to me and said: ‘Why was I never told of this?’" recalled Tom Hart.'
    assert Found("direct", "Why was I never told of this?", "one girl") in found(text)
    text = "\"My boss rang me and said 'You are out of here' that day,\" said Tom Hart."
    assert Found("direct", "You are out of here", "my boss") in found(text)


def test_a_claim_within_content_is_its_named_owner_s() -> None:
    text = "Divers hope that the court will reject Ann Lowe’s claim that the pier is rotten."
    assert ("the pier is rotten", "Ann Lowe") in said(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('As Ann Lowe put it: "The pier is rotten."', "Ann Lowe"),
        ('Or, as the mayor puts it, "the pier is rotten."', "the mayor"),
        ('"The pier is rotten," said Ann So.', "Ann So"),
        ("Help the Aged said the pier was rotten.", "Help the Aged"),
        ("While Friends of the Earth asked for it, it said the pier was rotten.", "Friends of the Earth"),
        ("Friends of the family said the pier was rotten.", "friends of the family"),
        ("The American, who won in May, said the pier was rotten.", "the American"),
        ('"The pier is rotten," said the German, 54.', "the German"),
        ("Tom Hart will chair it.\nThe German, who won in May, fell ill.\nHe said the pier was rotten.", "the German"),
        ("Tom Hart called his sister. She said the pier was rotten.", "his sister"),
        ("Tom Hart said his wife was ill. She said the pier was rotten.", "his wife"),
        ("Tom Hart’s widow wept. She said the pier was rotten.", "Tom Hart’s widow"),
        ("Tom Hart’s wife wept. He said the pier was rotten.", "Tom Hart"),
        ("Ann Lowe called her son. She said the pier was rotten.", "Ann Lowe"),
        ('Jo Bell said: "A woman must go." She said the pier was rotten.', "Jo Bell"),
    ],
)
def test_who_is_meant(text: str, who: str) -> None:
    assert said(text)[-1][1] == who


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('"It sank at noon," Ann Lowe said.\n"Now it\'s gone."\nDivers left.', 2),
        ('"It sank at noon," Ann Lowe said.\n"Today, there\'s nothing."\nDivers left.', 2),
        ('"It sank at noon," Ann Lowe said.\n"The Winter Tide"\nDivers left.', 1),
        ('"Nobody asked."\nDivers left.', 0),
    ],
)
def test_a_short_quotation_goes_on_in_a_paragraph_of_its_own(text: str, count: int) -> None:
    assert len(said(text)) == count


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Ann Lowe got a call from Tom Hart to say the pier was rotten.", "the pier was rotten", "Tom Hart"),
        ("Ann Lowe got a note from the council to say the pier was rotten.", "the pier was rotten", "the council"),
        ("Ann Lowe made a call from Leeds to say the pier was rotten.", "the pier was rotten", "Ann Lowe"),
        ("Ann Lowe claims Tom Hart fell and told her he was sorry.", "he was sorry", "Tom Hart"),
        ("Ann Lowe claimed Tom Hart fell and told us she was sorry.", "she was sorry", "Ann Lowe"),
        ("Ann Lowe, who last year vowed to sell it, praised Tom Hart.", "to sell it", "Ann Lowe"),
        ("Ann Lowe suggested selling the pier.", "selling the pier", "Ann Lowe"),
        ("Ann Lowe suggested quietly selling the pier.", "quietly selling the pier", "Ann Lowe"),
        ("Ann Lowe figured she would stay.", "she would stay", "Ann Lowe"),
        ("Last week she vowed to sell the pier.", "to sell the pier", None),
        ("After the match she vowed to sell the pier.", "to sell the pier", None),
    ],
)
def test_whose_words_they_are(text: str, words: str, who: str | None) -> None:
    assert (words, who) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Brill reached the points they required to win the cup.",
        "The team missed the goal they promised to score.",
        "The chance she promised to take is gone.",
        "The match showed strong support.",
    ],
)
def test_what_tells_which_thing_is_meant_is_no_quote(text: str) -> None:
    assert said(text) == []
