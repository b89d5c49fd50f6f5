"""Quotations that stand apart in English releases: announced by a post and a name, or signed below."""

from __future__ import annotations

import pytest

from tests.extract.quoting import speakers_of

_QUOTED = "\n“This is a great day for the whole of our town and its river.”"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("British High Commissioner to Kenya, Jane Marlow CMG OBE, said:", "Jane Marlow"),
        ("British High Commissioner, Jane Marlow OBE, said:", "Jane Marlow"),
        ("Sir Tom Reed KCB, Permanent Secretary at the Treasury, said:", "Tom Reed"),
        ("Chief Executive of Brightwater, Dr Lena Moss, said:", "Lena Moss"),
        ("Chief Executive Officer of Brightwater, Lena Moss, added:", "Lena Moss"),
        ("Deputy Chief Minister Ann Lee said:", "Ann Lee"),
        ("Police Chief Mason said:", "Mason"),
        ("Secretary of State for Wales Simon Lark commented:", "Simon Lark"),
        ("Acting Director of the Water Agency, Susan Bell:", "Susan Bell"),
        ("UNICEF Representative in Malawi Rudolf Wenk said:", "Rudolf Wenk"),
    ],
)
def test_a_post_and_a_name_lead_to_a_paragraph(line: str, name: str) -> None:
    assert speakers_of(line + _QUOTED, "en") == [name]


@pytest.mark.parametrize(
    ("signature", "name"),
    [
        ("\n— Maria Lund, Head of Operations at Northbank", "Maria Lund"),
        ("\n-- Maria Lund, CEO", "Maria Lund"),
        ("\nTom Reed, Managing Director, Reed & Sons", "Tom Reed"),
        ("\n– Councillor Joan Pike, Cabinet Member for Transport", "Joan Pike"),
        (" – Paul Stone, founder, GreenField", "Paul Stone"),
        ("\nJoan Pike", "Joan Pike"),
    ],
)
def test_who_signs_what_stands_above_says_it(signature: str, name: str) -> None:
    assert speakers_of(_QUOTED.strip() + signature, "en") == [name]


def test_all_paragraphs_of_a_quotation_are_signed() -> None:
    text = "“We like the new loom and what it weaves.\n“It has never stopped since we bought it.”\n— Paul Stone, weaver"
    assert speakers_of(text, "en") == ["Paul Stone"] * 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee said: “It is a great day for our town.”\nPaul Stone, editor", ["Ann Lee"]),
        ("“It is a great day for our town,” Ann Lee said.\nPaul Stone, editor", ["Ann Lee"]),
        ("“It is a great day for our town,” Ann Lee said.\nPaul Stone arrived on Monday.", ["Ann Lee"]),
        ("“It is a great day for our town.”\nContact: Paul Stone, 555 0134", [None]),
        ("“It is a great day for our town.” – Paul Stone was proud.", [None]),
    ],
)
def test_who_only_stands_below_says_nothing(text: str, names: list[str | None]) -> None:
    assert speakers_of(text, "en") == names


_STATED = (
    "\nI was shocked by the fire. The town is strong.\nThe pumps work. We will rebuild.\nThe pier was built in 1901."
)


@pytest.mark.parametrize(
    "line",
    [
        "Mayor Ann Lee released the following statement on Friday:",
        "Mayor Ann Lee made the following remarks:",
        "Mayor Ann Lee said in a statement:",
    ],
)
def test_a_statement_without_marks_goes_on_in_the_first_person(line: str) -> None:
    assert speakers_of(line + _STATED, "en") == ["Ann Lee"] * 2


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The council has issued the following statement:", "the council"),
        ("The council issued this statement:", "the council"),
        ("The bank posted a message:", "the bank"),
        ("A statement from the council read:", "the council"),
        ("Chair of the Trust, Sir Tom Reed, commented:", "Tom Reed"),
    ],
)
def test_who_announces_a_quotation(line: str, name: str) -> None:
    assert speakers_of(line + _QUOTED, "en") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The company released a statement saying it would act.", "the company"),
        ("Ann Lee wrote a letter warning that the roof could fall.", "Ann Lee"),
        ("The union sent a letter to the minister accusing him of lying.", "the union"),
        ("A letter from a teacher said the roof was old.", "a teacher"),
        ("He read a book saying the earth is flat.", "a book"),
        ("According to Sgt. Dale Pruitt, the cyclist, a man of 41, was hurt.", "Dale Pruitt"),
        ("Brightwater Inc. (NYSE: BRW) grew. The company said it was glad.", "Brightwater Inc."),
        ("The board told Whirl Ltd to wait. Whirl said it was late.", "Whirl"),
    ],
)
def test_whose_text_it_is_and_what_a_firm_is_called(text: str, name: str) -> None:
    assert speakers_of(text, "en")[-1] == name


def test_a_relative_is_no_content() -> None:
    assert speakers_of("The office has replied to a petition that called for lessons in every school.", "en") == []
    assert speakers_of("The office replied to a petition that lessons were dear.", "en") == ["the office"]
