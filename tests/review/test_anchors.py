"""Words and decisions found again in a text that was edited, or by a program that finds other items."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Briefing, Fact
from briefing.review import Decision, Review, Reviewed, apply, changes
from briefing.review.anchors import Place, anchor, locate

from .conftest import BODY, TITLE, Step, article, find, steps

NEWS = "Погода на неделе обещает быть сухой, рыбаки довольны уловом."


@given(st.text(alphabet="абв \n", min_size=1, max_size=60), st.integers(0, 59), st.integers(1, 60))
def test_words_are_where_they_were(text: str, start: int, length: int) -> None:
    start %= len(text)
    end = min(len(text), start + length)
    assert locate(anchor(text, start, end), text) == Place(start, end)


def test_of_the_same_words_those_with_the_same_surroundings() -> None:
    text = "\n\n".join(BODY)
    second = text.rindex("30%")
    sought = anchor(text, second, second + 3)
    assert sought.nth == 1
    without_first = text.replace("30% бюджета. Мэр", "треть бюджета. Мэр")
    assert locate(sought, without_first) == Place(without_first.index("30%"), without_first.index("30%") + 3)
    without_second = text.replace("отложено 30% бюджета. «Объезд", "отложена треть бюджета. «Объезд")
    assert locate(sought, without_second) is None


def test_of_words_all_alike_the_same_in_order() -> None:
    text = "Да. " * 30
    start = 4 * 15
    sought = anchor(text, start, start + 3)
    assert locate(sought, "Да. " * 12 + text) == Place(start, start + 3)


def test_the_ends_of_a_text_are_surroundings_too() -> None:
    text = f"{TITLE}\n\n{BODY[0]}"
    for start, end in ((0, 4), (len(text) - 5, len(text))):
        sought = anchor(text, start, end)
        longer = text.replace("\n\n", f"\n\n{NEWS}\n\n")
        place = locate(sought, longer)
        assert place is not None
        assert place.start in (0, len(longer) - 5)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("автобусы пойдут сразу", "автобусы и троллейбусы пойдут сразу", True),
        ("На вторую очередь отложено", "На вторую очередь ремонта отложено", True),
        ("На вторую очередь отложено 30% бюджета", "Деньги кончились", False),
    ],
)
def test_edited_words_are_found_by_most_of_them(old: str, new: str, found: bool) -> None:
    text = "\n\n".join(BODY)
    start = text.index(BODY[2]) if "вторую" in old else text.index(old)
    end = start + (len(BODY[2].partition(". ")[0]) if "вторую" in old else len(old))
    if "вторую" not in old:
        start -= len("пообещал, что ") if "автобусы" in old else 0
    place = locate(anchor(text, start, end), text.replace(old, new))
    assert (place is not None) == found
    assert place is None or not place.exact


def reviewed_by(briefing: Briefing, all_steps: list[Step]) -> Reviewed:
    reviewed = apply(briefing, Review())
    for step in all_steps:
        reviewed = apply(briefing, step(reviewed))
    return reviewed


def content(reviewed: Reviewed) -> list[object]:
    """Return everything of a reviewed briefing but where in the text it stands."""
    names = {speaker.id: speaker.name for speaker in reviewed.briefing.speakers}
    places = {"start", "end", "mentions", "cue", "deadline_span"}
    found: list[object] = []
    for item in reviewed.items:
        values = item.item.model_dump(exclude=places | {"id", "figures"})
        values["speaker"] = names.get(values.get("speaker") or "")
        decision = item.decision
        found.append((item.layer, values, item.state, decision.comment, decision.pinned, decision.done, item.wording))
    return sorted(found, key=repr)


@given(st.lists(steps(), max_size=10), st.lists(st.booleans(), min_size=4, max_size=4))
def test_a_review_survives_a_text_that_was_shifted(all_steps: list[Step], before: list[bool]) -> None:
    reviewed = reviewed_by(find(article(TITLE, *BODY)), all_steps)
    paragraphs = [part for more, old in zip(before, (*BODY, ""), strict=True) for part in (NEWS * more, old) if part]
    shifted = apply(find(article(TITLE, *paragraphs)), reviewed.review)
    if not any(is_torn(decision) for decision in reviewed.review.decisions):
        assert shifted.orphans == ()
        assert content(shifted) == content(reviewed)


def is_torn(decision: Decision) -> bool:
    """Whether words reach over the end of a paragraph, where something is put between them, or are hardly any."""
    sought = [found.text for found in (decision.anchor, decision.moved) if found and found.text]
    return any("\n\n" in words or len(words.strip()) < 4 for words in sought)


def test_a_decision_on_words_that_were_edited_has_to_be_looked_at_again(bridge: Briefing) -> None:
    reviewed = apply(bridge, Review())
    reviewed = apply(bridge, changes.decide(reviewed, reviewed.item("facts", "f1"), "accepted"))
    review = changes.comment(reviewed, reviewed.item("facts", "f1"), "сверено")
    edited = article(TITLE, BODY[0].replace("30%", "40%"), *BODY[1:])
    first = edited.text.index("Мост через Тихую")
    words = edited.text[first : edited.text.index(" Мэр")]
    fact = Fact(id="f1", kind="statement", score=0.9, start=first, end=first + len(words), text=words)
    briefing = Briefing(article=edited, facts=(fact,))
    found = apply(briefing, review)
    item = found.item("facts", "f1")
    assert (item.changed, item.state, item.decision.comment) == (True, "undecided", "сверено")
    again = apply(briefing, changes.decide(found, item, "accepted")).item("facts", "f1")
    assert (again.changed, again.state, again.decision.comment) == (False, "accepted", "сверено")


def test_what_a_newer_program_does_not_find_stays(bridge: Briefing) -> None:
    reviewed = apply(bridge, Review())
    reviewed = apply(bridge, changes.decide(reviewed, reviewed.item("quotes", "q1"), "accepted"))
    reviewed = apply(bridge, changes.edit(reviewed, reviewed.item("actions", "a1"), {"actor": "мэрия"}))
    nothing = Briefing(article=bridge.article)
    found = apply(nothing, reviewed.review)
    assert [quote.text for quote in found.briefing.quotes] == ["Мы успеем до морозов"]
    assert [speaker.name for speaker in found.briefing.speakers] == ["Анна Речная"]
    assert [(action.actor, action.deadline) for action in found.briefing.actions] == [("мэрия", "/2025-12-01")]
    assert found.orphans == ()


def test_accepted_words_stay_as_they_were_agreed_to(bridge: Briefing) -> None:
    reviewed = apply(bridge, Review())
    review = changes.decide(reviewed, reviewed.item("quotes", "q1"), "accepted")
    quote = bridge.quotes[0]
    longer = quote.model_copy(update={"end": quote.end + 1, "text": quote.text + "»"})
    other = bridge.model_copy(update={"quotes": (longer, *bridge.quotes[1:])})
    assert apply(other, review).briefing.quotes[0].text == quote.text
    dismissed = changes.decide(reviewed, reviewed.item("quotes", "q1"), "dismissed")
    assert apply(other, dismissed).item("quotes", "q1").state == "dismissed"
    assert apply(other, dismissed).briefing.quotes[0] == longer


def test_what_the_article_no_longer_says_is_orphaned_and_kept(bridge: Briefing) -> None:
    reviewed = apply(bridge, Review())
    reviewed = apply(bridge, changes.comment(reviewed, reviewed.item("quotes", "q3"), "важно"))
    shorter = find(article(TITLE, *BODY[:2]))
    found = apply(shorter, reviewed.review)
    assert [(orphan.anchor.text, orphan.comment) for orphan in found.orphans] == [("Объезд закроем последним", "важно")]
    assert found.review == reviewed.review
    assert apply(bridge, found.review).item("quotes", "q3").decision.comment == "важно"


def test_words_that_come_back_are_another_item(bridge: Briefing) -> None:
    reviewed = apply(bridge, Review())
    reviewed = apply(bridge, changes.decide(reviewed, reviewed.item("facts", "f1"), "accepted"))
    edited = article(TITLE, BODY[0].replace("30%", "40%"), *BODY[1:])
    words = bridge.facts[0].text.replace("30%", "40%")
    start = edited.text.index(words)
    fact = Fact(id="f1", kind="statement", score=0.9, start=start, end=start + len(words), text=words)
    found = apply(Briefing(article=edited, facts=(fact,)), reviewed.review)
    review = changes.decide(found, found.item("facts", "f1"), "dismissed")
    both = article(TITLE, *BODY, BODY[0].replace("30%", "40%"), *BODY[1:])
    start = both.text.index(words)
    newer = fact.model_copy(update={"id": "f3", "start": start, "end": start + len(words)})
    found = apply(Briefing(article=both, facts=(bridge.facts[0], newer)), review)
    assert [found.item("facts", id_).state for id_ in ("f1", "f3")] == ["undecided", "dismissed"]
    assert len(found.by_key) == 2
    accepted = changes.decide(found, found.item("facts", "f1"), "accepted")
    found = apply(found.original, accepted)
    assert [found.item("facts", id_).state for id_ in ("f1", "f3")] == ["accepted", "dismissed"]
