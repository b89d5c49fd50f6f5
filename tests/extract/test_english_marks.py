"""English quotations whose marks are lost, nested or single, fragments in marks, and speech within speech."""

from __future__ import annotations

import pytest

from tests.extract.test_english_quotes import Found, found, said


def test_a_quotation_that_goes_on_in_the_next_paragraph_has_no_closing_mark() -> None:
    text = 'Ann Lowe said she had "no doubts about the pier at all.\n"We have tested it twice," she continued.'
    assert found(text) == [
        Found("direct", "no doubts about the pier at all.", "Ann Lowe"),
        Found("direct", "We have tested it twice", "Ann Lowe"),
    ]


def test_a_lost_opening_mark_is_seen_by_the_comma_before_the_closing_one() -> None:
    assert said('The crew has done a splendid job this year," said Ann Lowe.') == [
        ("The crew has done a splendid job this year", "Ann Lowe")
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('“We will open in May," said Ann Lowe. “We are glad.”', ["We will open in May", "We are glad."]),
        ('"We will open in May,” said Ann Lowe. "We are glad."', ["We will open in May", "We are glad."]),
        ('“The 5" screen is a joy,” said Ann Lowe.', ['The 5" screen is a joy']),
        ('“He called it a "prank" and left,” said Ann Lowe.', ['He called it a "prank" and left']),
    ],
)
def test_a_mark_of_another_kind_closes_what_none_of_its_own_does(text: str, words: list[str]) -> None:
    assert said(text) == [(what, "Ann Lowe") for what in words]


def test_a_site_may_speak() -> None:
    assert said('"The road will be flooded by noon," weather-watch.com reported.') == [
        ("The road will be flooded by noon", "weather-watch.com")
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Ann Lowe described the new tax as "sheer folly".', ["sheer folly"]),
        ('Ann Lowe dismissed it as "a prank" and "an insult to the town".', ["a prank", "an insult to the town"]),
    ],
)
def test_what_something_is_described_as_is_what_was_said(text: str, words: list[str]) -> None:
    assert found(text) == [Found("direct", text, "Ann Lowe") for text in words]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (
            'Ann Lowe called the charge a "vile and silly rumour" spread by divers who want her post.',
            "indirect",
            'the charge a "vile and silly rumour" spread by divers who want her post',
        ),
        (
            'Ann Lowe has referred to the port as a "ghost town" with a railway and no trains.',
            "indirect",
            'the port as a "ghost town" with a railway and no trains',
        ),
        (
            'Ann Lowe dismissed the plan as the "last dream" of a dying industry and its friends.',
            "indirect",
            'the plan as the "last dream" of a dying industry and its friends',
        ),
        ('Ann Lowe called the port a "ghost town" on Monday.', "direct", "ghost town"),
        ('Ann Lowe called the port "a ghost town" built on sand.', "direct", "a ghost town"),
        ('Ann Lowe described the theft, which took place at noon, as a "wicked trick".', "direct", "wicked trick"),
        ('Ann Lowe called it a "vile, silly, baseless and hurtful rumour" spread by divers.', "direct", "vile, silly"),
        ('Ann Lowe called the port a "ghost town" saying nobody came.', "direct", "ghost town"),
    ],
)
def test_a_description_goes_on_behind_marks_that_hold_a_part_of_it(text: str, kind: str, words: str) -> None:
    first = found(text)[0]
    assert (first.kind, first.text[: len(words)]) == (kind, words)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ('"The doctors said it would heal by June," Ann Lowe said.', "it would heal by June", "the doctors"),
        ('"My sister Joan rang to say the shop was shut," said Tom Hart.', "the shop was shut", "Joan"),
        ('Joan Hill left. "She begged me to stay, so I stayed," said Tom Hart.', "me to stay", "Joan Hill"),
    ],
)
def test_what_a_speaker_says_that_another_said_is_a_quote_too(text: str, words: str, who: str) -> None:
    assert (words, who) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        '"People say the pier is old and ugly," said Ann Lowe.',
        '"I told him the pier was old," said Ann Lowe.',
        '"They said the pier was old," said Ann Lowe.',
        '"My children think the pier is old," said Ann Lowe.',
        '"He never said that the pier was old," said Ann Lowe.',
    ],
)
def test_what_nobody_in_particular_says_within_a_quotation_is_none(text: str) -> None:
    assert len(said(text)) == 1


def test_a_quotation_without_closing_mark_goes_on_in_the_first_person() -> None:
    opened = 'Ann Lowe said: "The pier is ours.\n\nWe built it with our own hands.\n\nThe pier is 80 years old.'
    assert [text for text, _ in said(opened)] == ["The pier is ours.", "We built it with our own hands."]
    closed = 'Ann Lowe said: "The pier is ours."\n\nWe built it with our own hands.'
    assert said(closed) == [("The pier is ours.", "Ann Lowe")]
