"""The TOML of a review: what it says, what it cannot say, and that nothing is lost in it."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Briefing
from briefing.review import Review, apply, changes
from briefing.review.file import ReviewError, dumps, file_of, loads
from briefing.review.merging import merge

from .conftest import BODY, TITLE, Step, article, find, steps

HOSTILE = "\"\"\" ''' \\ # [facts.x] = \n<<<<<<< \u202e\x1b[31m\x00 ёЁ 🜨 [red]x[/] "


def reviewed_by(briefing: Briefing, *all_steps: Step) -> Review:
    review = Review()
    for step in all_steps:
        review = step(apply(briefing, review))
    return review


@given(st.lists(steps(), max_size=12))
def test_what_was_written_is_read(all_steps: list[Step]) -> None:
    briefing = find(article(TITLE, *BODY))
    review = reviewed_by(briefing, *all_steps)
    text = dumps(review, briefing.article)
    assert loads(text, "x.toml") == review
    assert dumps(loads(text, "x.toml"), briefing.article) == text


def test_a_table_an_item_in_the_order_of_the_text(bridge: Briefing) -> None:
    reviewed = apply(bridge, Review())
    review = changes.decide(reviewed, reviewed.item("quotes", "q3"), "dismissed")
    review = changes.edit(apply(bridge, review), reviewed.item("actions", "a1"), {"actor": "мэрия", "deadline": None})
    review = changes.decide(apply(bridge, review), reviewed.item("quotes", "q1"), "accepted")
    text = dumps(review, bridge.article)
    tables = tomllib.loads(text)
    assert (tables["file"], tables["article"], tables["title"]) == ("most.txt", bridge.article.id, TITLE)
    assert [table["text"] for table in tables["quotes"].values()] == [
        "Мы успеем до морозов",
        "Объезд закроем последним",
    ]
    (action,) = tables["actions"].values()
    assert (action["actor"], action["deadline"], action["found_deadline"]) == ("мэрия", "", "/2025-12-01")
    assert text.count("\n[") == 3
    assert file_of(text) == "most.txt"
    assert file_of("?") == file_of("file = 1") == ""


def test_hostile_texts_are_words_and_nothing_else(bridge: Briefing) -> None:
    reviewed = apply(bridge, Review())
    review = changes.comment(reviewed, reviewed.item("facts", "f1"), HOSTILE)
    review = changes.edit(apply(bridge, review), reviewed.item("actions", "a1"), {"wording": HOSTILE})
    reviewed = apply(bridge, review)
    review = changes.give(reviewed, [reviewed.item("quotes", "q1")], HOSTILE)
    again = loads(dumps(review, bridge.article), "x.toml")
    assert again == review
    comment = next(decision.comment for decision in again.decisions if decision.comment)
    assert "\x1b" not in comment
    assert "\u202e" not in comment
    assert "[red]x[/]" in comment
    assert "\n" in comment


def test_what_a_hand_wrote_is_made_safe_and_used(bridge: Briefing) -> None:
    text = 'x = 1\n[speakers."Анна Речная"]\nrole = "мэр\\u001b[31m города"\ncomment = "\\u202eда"\n'.partition("\n")[2]
    reviewed = apply(bridge, loads(text, "x.toml"))
    speaker = reviewed.item("speakers", "s1")
    assert (speaker.item.role, speaker.decision.comment) == ("мэр[31m города", "да")  # type: ignore[union-attr]
    assert loads("", "x.toml") == Review()


def test_a_speaker_that_a_hand_names_is_there(bridge: Briefing) -> None:
    reviewed = apply(bridge, Review())
    text = dumps(changes.decide(reviewed, reviewed.item("quotes", "q1"), "accepted"), bridge.article)
    text = text.replace('state = "accepted"', 'state = "accepted"\nspeaker = "Иван Береговой"')
    found = apply(bridge, loads(text, "x.toml"))
    assert found.briefing.speakers[-1].name == "Иван Береговой"
    assert found.briefing.quotes[0].speaker == found.briefing.speakers[-1].id


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a = ", ["line 1", "not TOML"]),
        ("[facts.a]\n[facts.a]\n", ["line 2", "not TOML"]),
        ('[facts.a]\ntext = "', ["line 2", "not TOML"]),
        ('format = "briefing-review/9"', ["line 1", "briefing-review/9", "update"]),
        ("[fact.a]", ["line 1", "fact is not known"]),
        ("colour = 1", ["line 1", "colour is not known"]),
        ("facts = 1", ["facts must be tables"]),
        ("[facts]\na = 1", ["line 2", "facts.a must be a table"]),
        ('[facts.a]\n\nstate = "good"', ["line 3", "facts.a.state", "'good'"]),
        ("[facts.a]\npinned = 1", ["line 2", "facts.a.pinned"]),
        ("[facts.a]\nstart = -1", ["line 2", "facts.a.start"]),
        ("[facts.a]\nmoved_start = true", ["line 2", "facts.a.moved_start"]),
        ('[facts.a]\nwording = "x"', ["line 2", "facts.a.wording is not known"]),
        ("[facts.a]\nfound_score = 3", ["line 2", "from 0 to 1"]),
        ("[facts.a]\nfound_kind = 3", ["line 2", "facts.a.found_kind must be a text"]),
        ('[actions.a]\ntext = "x"\nstatus = "done"', ["line 3", "actions.a.status", "one of"]),
        ("[actions.a]\ndeadline = 2025-01-01", ["line 2", "actions.a.deadline must be a text"]),
        ("[actions.a]\nactor = true", ["line 2", "actions.a.actor must be a text"]),
        ('[speakers."А. Б."]\nname = ""', ["line 2", "speakers.А. Б..name", "empty"]),
        (f"[figures.a]\nvalue = {'1' * 5_000}", ["not TOML"]),
        (f"a = {'[' * 5_000}", ["not TOML"]),
        ("[facts.a]\n<<<<<<< HEAD\n", ["line 2", "two versions"]),
    ],
)
def test_what_is_wrong_is_one_sentence_with_its_line(text: str, parts: list[str]) -> None:
    with pytest.raises(ReviewError) as raised:
        loads(text, "most.briefing.toml")
    sentence = str(raised.value)
    assert sentence.startswith("most.briefing.toml")
    assert "\n" not in sentence
    for part in parts:
        assert part in sentence


@given(st.text(max_size=40))
def test_any_text_is_a_review_or_an_error(text: str) -> None:
    sentence = ""
    try:
        apply(find(article(TITLE, *BODY)), loads(f"[facts.a]\ncomment = {text}\n", "x.toml"))
    except ReviewError as error:
        sentence = str(error)
    assert "\n" not in sentence


def test_the_date_that_was_stated_is_kept_and_merged(bridge: Briefing) -> None:
    review = Review(date="2026-02-03")
    assert loads(dumps(review, bridge.article), "x.toml") == review
    assert loads("date = 2026-02-03", "x.toml") == review
    assert review.dated(bridge.article).date == "2026-02-03"
    reviewed = apply(bridge, review)
    mine = changes.decide(reviewed, reviewed.item("quotes", "q1"), "accepted")
    assert mine.date == "2026-02-03"
    assert merge(review, mine, Review(date="2026-02-04")).review == mine.model_copy(update={"date": "2026-02-04"})
    with pytest.raises(ReviewError, match="line 1: date cannot be"):
        loads('date = "3 февраля"', "x.toml")
