"""Decisions put together with the briefing that they are on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Action, Briefing, Quote, Speaker
from briefing.review import EditError, History, Review, Reviewed, apply, changes

from .conftest import BODY, TITLE, Step, article, find, span, steps


def start(briefing: Briefing) -> Reviewed:
    return apply(briefing, Review())


def test_without_decisions_it_is_the_briefing_itself(bridge: Briefing) -> None:
    reviewed = start(bridge)
    assert reviewed.briefing == bridge
    assert {item.state for item in reviewed.items} == {"undecided"}


def test_deciding_counts_and_is_found_by_id(bridge: Briefing) -> None:
    reviewed = start(bridge)
    reviewed = apply(bridge, changes.decide(reviewed, reviewed.item("quotes", "q2"), "dismissed"))
    reviewed = apply(bridge, changes.decide(reviewed, reviewed.item("facts", "f1"), "accepted"))
    assert reviewed.item("quotes", "q2").state == "dismissed"
    assert len(reviewed.review.decisions) == 2
    back = changes.decide(reviewed, reviewed.item("facts", "f1"), "undecided")
    assert [decision.layer for decision in back.decisions] == ["quotes"]


def test_pinned_items_come_first_and_the_briefing_keeps_its_order(bridge: Briefing) -> None:
    reviewed = start(bridge)
    reviewed = apply(bridge, changes.pin(reviewed, reviewed.item("facts", "f2"), True))
    assert [item.item.id for item in reviewed.layer("facts")] == ["f2", "f1"]
    assert reviewed.briefing == bridge


def test_edited_values_are_used_and_accepted(bridge: Briefing) -> None:
    reviewed = start(bridge)
    edits = {"actor": "мэрия", "deadline": None, "status": "agreed", "wording": "открыть мост"}
    reviewed = apply(bridge, changes.edit(reviewed, reviewed.item("actions", "a1"), edits))
    item = reviewed.item("actions", "a1")
    assert isinstance(item.item, Action)
    assert (item.item.actor, item.item.deadline, item.item.status) == ("мэрия", None, "agreed")
    assert (item.state, item.wording, item.item.text) == ("accepted", "открыть мост", bridge.actions[0].text)
    assert item.original == bridge.actions[0]
    own = {"actor": None, "deadline": "/2025-12-01", "status": "planned", "wording": None}
    assert apply(bridge, changes.edit(reviewed, item, own)).item("actions", "a1").item == bridge.actions[0]


@pytest.mark.parametrize(
    ("layer", "id_", "values", "reason"),
    [
        ("actions", "a1", {"deadline": "завтра"}, "date"),
        ("actions", "a1", {"status": "done"}, "choice"),
        ("actions", "a1", {"text": "иное"}, "unknown"),
        ("facts", "f1", {"wording": "иначе"}, "unknown"),
        ("speakers", "s1", {"name": " "}, "empty"),
        ("figures", "n1", {"value": "много"}, "date"),
        ("figures", "n1", {"value": float("nan")}, "number"),
    ],
)
def test_a_value_that_cannot_be_is_refused(
    bridge: Briefing, layer: str, id_: str, values: dict[str, str | float], reason: str
) -> None:
    reviewed = start(bridge)
    with pytest.raises(EditError) as raised:
        changes.edit(reviewed, reviewed.item(layer, id_), values)  # type: ignore[arg-type]
    assert raised.value.reason == reason
    assert "\n" not in str(raised.value)


def test_the_evidence_is_moved_and_moved_back(bridge: Briefing) -> None:
    reviewed = start(bridge)
    where = span(bridge.article.text, "Мост через Тихую откроют")
    moved = changes.move(reviewed, reviewed.item("actions", "a1"), int(where["start"]), int(where["end"]))
    item = apply(bridge, moved).item("actions", "a1")
    assert isinstance(item.item, Action)
    assert (item.item.text, item.item.deadline) == ("Мост через Тихую откроют", "/2025-12-01")
    own = bridge.actions[0]
    back = apply(bridge, changes.move(apply(bridge, moved), item, own.start, own.end))
    assert back.briefing == bridge
    for bad in ((-1, 3), (5, 5), (0, 10_000), (20, 22)):
        with pytest.raises(ValueError, match="no words"):
            changes.move(reviewed, reviewed.item("facts", "f1"), *bad)


def test_a_selection_becomes_an_item_in_its_place(bridge: Briefing) -> None:
    reviewed = start(bridge)
    where = span(bridge.article.text, "назвала срок окончательным")
    place = (int(where["start"]), int(where["end"]))
    review, key = changes.add(reviewed, "quotes", *place, {"speaker": "Анна Речная", "kind": "indirect"})
    reviewed = apply(bridge, review)
    assert [quote.text for quote in reviewed.briefing.quotes][:2] == [where["text"], "Мы успеем до морозов"]
    item = reviewed.by_key[key]
    assert isinstance(item.item, Quote)
    assert (item.item.speaker, item.state, item.original) == ("s1", "accepted", None)
    review, key = changes.add(reviewed, "facts", *place)
    reviewed = apply(bridge, review)
    assert reviewed.briefing.facts[0].text == where["text"]
    again, known = changes.add(reviewed, "facts", *place)
    assert (again, known) == (review, key)


def test_a_new_speaker_is_named_by_typing(bridge: Briefing) -> None:
    reviewed = start(bridge)
    reviewed = apply(bridge, changes.give(reviewed, [reviewed.item("quotes", "q3")], "Иван  Береговой "))
    speaker = reviewed.briefing.speakers[-1]
    assert (speaker.name, speaker.kind) == ("Иван Береговой", "person")
    assert reviewed.briefing.quotes[2].speaker == speaker.id
    assert reviewed.briefing.quotes[2].via is None
    assert reviewed.briefing.quotes[1].speaker == "s2"


def test_two_speakers_are_merged_and_parted(bridge: Briefing) -> None:
    reviewed = start(bridge)
    first, second = reviewed.layer("speakers")
    reviewed = apply(bridge, changes.merge(reviewed, second, first))
    (both,) = reviewed.briefing.speakers
    assert {quote.speaker for quote in reviewed.briefing.quotes} == {"s1"}
    assert both.mentions == bridge.speakers[0].mentions + bridge.speakers[1].mentions
    (merged,) = reviewed.merged
    # Somebody who is another one can be named, and is that one.
    reviewed = apply(bridge, changes.give(reviewed, [reviewed.item("quotes", "q1")], changes.speaker_name(merged)))
    assert reviewed.briefing.quotes[0].speaker == "s1"
    assert apply(bridge, changes.unmerge(reviewed, merged)).briefing.speakers == bridge.speakers
    with pytest.raises(ValueError, match="two speakers"):
        changes.merge(reviewed, reviewed.layer("speakers")[0], reviewed.layer("speakers")[0])


def test_actions_of_a_merged_speaker_are_the_other_ones(bridge: Briefing) -> None:
    first, second = bridge.speakers
    action = bridge.actions[0].model_copy(update={"actor": second.name})
    named = bridge.model_copy(update={"actions": (action, *bridge.actions[1:])})
    reviewed = start(named)
    two, one = reviewed.item("speakers", second.id), reviewed.item("speakers", first.id)
    review = changes.merge(reviewed, two, one)
    assert apply(named, review).briefing.actions[0].actor == first.name
    assert apply(named, Review()).briefing.actions[0].actor == second.name


def test_actions_of_a_renamed_speaker_have_the_new_name(bridge: Briefing) -> None:
    first, second = bridge.speakers
    actions = tuple(
        action.model_copy(update={"actor": speaker.name})
        for action, speaker in zip(bridge.actions, (first, second), strict=True)
    )
    named = bridge.model_copy(update={"actions": actions})
    reviewed = start(named)
    reviewed = apply(named, changes.edit(reviewed, reviewed.item("speakers", second.id), {"name": first.name}))
    reviewed = apply(named, changes.edit(reviewed, reviewed.item("speakers", first.id), {"name": "А. П. Речная"}))
    assert [action.actor for action in reviewed.briefing.actions] == ["А. П. Речная", first.name]
    two, one = reviewed.item("speakers", second.id), reviewed.item("speakers", first.id)
    merged = apply(named, changes.merge(reviewed, two, one)).briefing
    assert [action.actor for action in merged.actions] == ["А. П. Речная", "А. П. Речная"]
    edited = apply(named, changes.edit(reviewed, reviewed.item("actions", actions[0].id), {"actor": "мэрия"}))
    assert edited.briefing.actions[0].actor == "мэрия"


def test_a_speaker_renamed_keeps_what_was_given(bridge: Briefing) -> None:
    reviewed = start(bridge)
    speaker = reviewed.item("speakers", "s2")
    reviewed = apply(bridge, changes.edit(reviewed, speaker, {"name": "П. Лесной"}))
    reviewed = apply(bridge, changes.give(reviewed, [reviewed.item("quotes", "q1")], changes.speaker_name(speaker)))
    assert reviewed.briefing.quotes[0].speaker == "s2"
    assert isinstance(reviewed.item("speakers", "s2").item, Speaker)
    assert reviewed.briefing.speakers[1].name == "П. Лесной"


def test_only_actions_are_done(bridge: Briefing) -> None:
    reviewed = start(bridge)
    assert (
        apply(bridge, changes.done(reviewed, reviewed.item("actions", "a2"), True)).item("actions", "a2").decision.done
    )
    with pytest.raises(ValueError, match="only actions"):
        changes.done(reviewed, reviewed.item("facts", "f1"), True)


@given(st.lists(steps(), max_size=12))
def test_any_decisions_leave_every_item_to_its_words_and_can_be_taken_back(all_steps: list[Step]) -> None:
    briefing = find(article(TITLE, *BODY))
    history = History(Review())
    seen = [history.present]
    for step in all_steps:
        reviewed = apply(briefing, history.present)
        for item in reviewed.briefing.spans():
            assert briefing.article.text[item.start : item.end] == item.text
        assert reviewed.orphans == ()
        assert len(reviewed.by_key) == len(reviewed.items) + len(reviewed.merged)
        if history.do(step(reviewed)):
            seen.append(history.present)
    last = history.present
    for expected in reversed(seen[:-1]):
        assert history.undo()
        assert history.present == expected
    assert not history.undo()
    assert apply(briefing, history.present).briefing == briefing
    while history.redo():
        pass
    assert history.present == last


def test_a_new_step_forgets_what_was_taken_back(bridge: Briefing) -> None:
    reviewed = start(bridge)
    history = History(Review())
    assert history.do(changes.comment(reviewed, reviewed.items[0], "раз"))
    assert not history.do(history.present)
    assert history.undo()
    history.do(changes.comment(reviewed, reviewed.items[0], "два"))
    assert not history.redo()
    assert history.undo()
