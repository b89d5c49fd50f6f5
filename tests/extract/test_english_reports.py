"""What English articles report at second hand: passives, quoting papers, words that go on, those who are nobody new."""

from __future__ import annotations

import pytest

from tests.extract.test_english_quotes import said


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Foreign charities were told they were not needed.", "they were not needed", None),
        ("Residents are being told it will be hours until they can go.", "it will be hours until they can go", None),
        ("Anyone with news is asked to call the hotline.", "to call the hotline", None),
        ("Drivers have been warned that the bridge may close.", "the bridge may close", None),
        ("A nurse was told by the doctor that the ward would close.", "the ward would close", "the doctor"),
    ],
)
def test_who_is_told_something_is_told_by_nobody_named(text: str, words: str, who: str | None) -> None:
    assert said(text) == [(words, who)]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ('"It is late," the Herald reported Ann Lowe saying.', "It is late", "Ann Lowe"),
        ('"It is late," the agency quoted Ann Lowe as saying on Monday.', "It is late", "Ann Lowe"),
        ("The Daily Post quoted Ann Lowe as saying that it was late.", "it was late", "Ann Lowe"),
        ("The agency cited officials as saying the pier was safe.", "the pier was safe", "officials"),
    ],
)
def test_whom_a_paper_quotes_speaks(text: str, words: str, who: str) -> None:
    assert said(text) == [(words, who)]


@pytest.mark.parametrize(
    "text",
    [
        "The Herald quoted a line from the poem.",
        "He heard the rain that fell.",
        "The miners were convinced that the pit would close.",
        "The firm was ordered by nobody.",
    ],
)
def test_what_nobody_is_quoted_in(text: str) -> None:
    assert not [who for _, who in said(text) if who is not None]


def test_a_survey_speaks_behind_an_insertion() -> None:
    text = "A poll released on Monday, however, showed most voters do not want a stadium."
    assert said(text) == [("most voters do not want a stadium", "A poll")]


def test_two_attributes_of_one_noun_name_one_group() -> None:
    text = "The tax was meant to hurt farmers in states that backed the party, Chinese and U.S. experts have said."
    (quote,) = said(text)
    assert quote[1] == "Chinese and U.S. experts"


def test_a_pronoun_takes_up_who_has_just_come_in() -> None:
    text = "A police officer said the street was closed.\nA woman came in tears.\nShe kept saying it was awful."
    assert [who for _, who in said(text)] == ["A police officer", "A woman"]


def test_a_participle_that_likens_goes_on_with_the_subject() -> None:
    text = 'The couple deny they are guilty, likening the suit to "blackmail".'
    assert said(text) == [("they are guilty", "the couple"), ("blackmail", "the couple")]
