"""News copy of papers and agencies: needs that are told without "that", posts behind names, who "he" is not."""

from __future__ import annotations

import pytest

from briefing import language
from briefing.extract import quotes, speakers


def said(text: str) -> list[tuple[str, str | None, str | None]]:
    """Return what is quoted in an English text, by whom and in what role; its lines are its paragraphs."""
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    document = language.get("en").analyse(text, spans)
    utterances = quotes.find(document)
    known = {draft.id: draft for draft in speakers.attribute(document, utterances)}
    found = []
    for utterance in sorted(utterances, key=lambda u: u.start):
        draft = known.get(utterance.speaker or "")
        name, role = (draft.name, draft.role) if draft else (None, None)
        found.append((text[utterance.start : utterance.end], name, role))
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vets have said farms need to test more herds.", "farms need to test more herds"),
        ("Ms Cole said a panel to weigh the risk needs to be named.", "a panel to weigh the risk needs to be named"),
        ("The Bakers Union (BU) say more needs to be paid to staff.", "more needs to be paid to staff"),
        ("The charity said widows need help now.", "widows need help now"),
        ("He said ministers hope to act.", "ministers hope to act"),
        ("Officials say towns plan to close pools.", "towns plan to close pools"),
        ("He said the urgent need to rebuild schools is clear.", "the urgent need to rebuild schools is clear"),
        ("The group said customers plan documents are late.", "customers plan documents are late"),
    ],
)
def test_needs_and_plans_of_several_are_told_without_that(text: str, words: str) -> None:
    assert [found[0] for found in said(text)] == [words]


def test_a_need_that_stays_a_noun() -> None:
    assert said("The need to act is clear. There is no need to panic. Those in need to travel may ring.") == []


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "“It is safe,” Ravi Rao, managing director of Belcor Ltd said.",
            "Ravi Rao",
            "managing director of Belcor Ltd",
        ),
        ("“It is safe,” said Ravi Rao, acting head of the unit.", "Ravi Rao", "acting head of the unit"),
        ("“It is safe,” said Ravi Rao, outgoing chairman of Belcor.", "Ravi Rao", "outgoing chairman of Belcor"),
        ("“It is safe,” said Ravi Rao, acting deputy head of the unit.", "Ravi Rao", "acting deputy head of the unit"),
        ("“It is safe,” said Ravi Rao, managing a team of ten.", "Ravi Rao", None),
        ("“It is safe,” Ravi Rao, joint director, health department said.", "Ravi Rao", "joint director"),
        ("Ravi Rao, director, Belcor Ltd said it was safe.", "Ravi Rao", "director"),
        ("Ann Lowe, MP for Hale North, said it was safe.", "Ann Lowe", "MP for Hale North"),
        ("Ann Lowe, sarpanch of Bara village, said it was safe.", "Ann Lowe", "sarpanch of Bara village"),
    ],
)
def test_a_post_behind_the_name(text: str, name: str, role: str | None) -> None:
    assert [found[1:] for found in said(text)] == [(name, role)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("When Ann Lee, the mayor, left, Acme said it was late.", "Acme"),
        ("With the arrest of Ann Lee, the mayor, Acme said it was late.", "Acme"),
        ("After meeting Ann Lee, the mayor, the council said it was late.", "the council"),
    ],
)
def test_a_body_behind_another_clause_speaks_itself(text: str, name: str) -> None:
    assert [found[1] for found in said(text)] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Tom Hart spoke in Hale.\n“We are lost,” Mr Hart said.\n"
            "Mr Brown has broken his word, he said, adding he has no plan.\n“People are tired,” he added.",
            ["Tom Hart"] * 4,
        ),
        ("Mr Cameron has failed us, he claimed.", [None]),
        ("John Ford spoke on Monday. Mr Ford said he was ill. He would rest, he said.", ["John Ford"] * 2),
    ],
)
def test_he_is_nobody_whom_the_words_open_with(text: str, names: list[str | None]) -> None:
    assert [found[1] for found in said(text)] == names


def test_the_post_of_who_has_just_spoken_is_told_afterwards() -> None:
    text = (
        "Ministers lie and Ed Moss helps them, Carol Dent has said.\n“They must go,” the Green leader said.\n"
        "But the Liberal leader said she was wrong."
    )
    assert said(text)[:2] == [
        ("Ministers lie and Ed Moss helps them", "Carol Dent", "Green leader"),
        ("They must go", "Carol Dent", "Green leader"),
    ]
    assert said(text)[2][1] == "the Liberal leader"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The advert led some viewers to complain that it was rude.", "it was rude", "some viewers"),
        ("The delay caused the mayor to admit the plan had failed.", "the plan had failed", "the mayor"),
        ("It has drawn criticism from farmers who say it came late.", "it came late", "farmers"),
        ("Belcor shared that a worker had found the leak.", "a worker had found the leak", "Belcor"),
        ("The row led to a letter on Friday urging MPs to act.", "MPs to act", "a letter"),
    ],
)
def test_others_are_brought_to_say_it(text: str, words: str, name: str) -> None:
    assert [found[:2] for found in said(text)] == [(words, name)]


@pytest.mark.parametrize(
    "text",
    [
        "The row prompted doctors to sign a petition.",
        "He led the club to win the cup.",
        "Neighbours who think they saw her came to court.",
        "He has tried to ease residents' concerns about the new road.",
        "The firms shared a lift that broke.",
    ],
)
def test_nothing_is_said_of_them(text: str) -> None:
    assert said(text) == []


def test_the_company_is_not_who_reported_it() -> None:
    text = "Orlo will meet senators, CNBC has learned.\nRivals have weighed limits.\nThe company said it was ready."
    assert [found[1] for found in said(text)] == ["CNBC", "Orlo"]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Belcor Technologies Friday said it was late.", "Belcor Technologies", None),
        ("Police Monday said it was late.", "Police", None),
        ("The mayor Tuesday told staff it was late.", "the mayor", None),
        ("CAN said it was late.", "CAN", None),
        ("WHO heads met.\n\nThe Gulf Council (GC) members said it was late.", "the Gulf Council (GC) members", None),
        ("Ann Bexley met staff.\n\n“It is late. Go,” the Labour leader said.", "Ann Bexley", "Labour leader"),
        ("MPs Nicky Morgan and Rachel Reed met.\n\nMs Morgan said it was late.", "Nicky Morgan", "MP"),
        ("Lakshmi Mirtal met staff.\n\nMr Mirtal said it was late.", "Lakshmi Mirtal", None),
        ("IS last year said it was late.", "IS", None),
        ("The Brae Front (BF) group says it was late.", "the Brae Front (BF) group", None),
        ("The three sisters, Tam, Nadia and Aly Moham, say it was late.", "the three sisters", None),
        ("Forest and Rivers Secretary S C Mohap said it was late.", "S C Mohap", "Forest and Rivers Secretary"),
        ("Chief Secretary A P Rawal said it was late.", "A P Rawal", "Chief Secretary"),
        ("Russian Dmitriy Bogdan said it was late.", "Dmitriy Bogdan", "Russian"),
        ("The head of the Hale Court, Dev Kumar Rao, said it was late.", "Dev Kumar Rao", "head of the Hale Court"),
    ],
)
def test_who_says_it_is_late(text: str, name: str, role: str | None) -> None:
    assert [found[1:] for found in said(text)] == [(name, role)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The firm added 20 shops last year, as sales rose.", []),
        ("He has no wish to offer a discount.", []),
        ("Growers are of the firm view that it is late.", ["it is late"]),
        ("The town added 2,000 jobs in July, while rents held at $500.", []),
        ("The club added two men to its squad, the coach said.", ["The club added two men to its squad"]),
        ("He added 20 people were hurt, while others fled.", ["20 people were hurt, while others fled"]),
        ("Mills will shut, Mr Rao said adding that it was late.", ["Mills will shut", "it was late"]),
        ("It began at 5 a.m. People ran for cover, police said.", ["People ran for cover"]),
        ("It began at 5 a.m. Sunday, police said.", ["It began at 5 a.m. Sunday"]),
    ],
)
def test_what_is_said_beside_amounts_and_hours(text: str, words: list[str]) -> None:
    assert [found[0] for found in said(text)] == words


@pytest.mark.parametrize(
    "met",
    ["Donald Bexley met Emmanuel Roy.", "Police arrested Tom Lee."],
)
def test_a_post_told_behind_several_or_an_object_is_nobody_named(met: str) -> None:
    assert [found[1] for found in said(f"{met}\n\n“It is late,” the London mayor said.")] == ["the London mayor"]


def test_a_man_named_with_mr_is_no_firm_of_that_name() -> None:
    text = "Belcor Steel could cut jobs, The Post reported.\nMr Belcor told US investors that it was late."
    assert [found[1] for found in said(text)] == ["Post", "Belcor"]
