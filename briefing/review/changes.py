"""What a person can do to an item: each returns the review as it is afterwards, and changes nothing itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.model import Action, Quote, Span
from briefing.review.anchors import Anchor, anchor
from briefing.review.apply import Reviewed, ReviewedItem
from briefing.review.decisions import Decision, Layer, Review, State, Value
from briefing.review.fields import check
from briefing.review.matching import anchor_of, mark, speaker_names
from briefing.review.matching import values as values_of
from briefing.sources.clean import characters, inline


def decide(reviewed: Reviewed, item: ReviewedItem, state: State) -> Review:
    """Accept or dismiss an item, or leave it undecided again; of one that has changed since, the present words."""
    return reviewed.review.put(_on_present_words(reviewed, item).changed(state=state))


def comment(reviewed: Reviewed, item: ReviewedItem, text: str) -> Review:
    """Say something of an item; an empty text takes that away."""
    return reviewed.review.put(_counted(reviewed, item).changed(comment=characters(text).strip()))


def pin(reviewed: Reviewed, item: ReviewedItem, pinned: bool) -> Review:
    """Let an item come before the others of its layer, or in its place again."""
    return reviewed.review.put(_counted(reviewed, item).changed(pinned=pinned))


def done(reviewed: Reviewed, item: ReviewedItem, done: bool) -> Review:
    """Note that an action is done, or open again.

    Raises:
        ValueError: the item is no action.
    """
    if item.layer != "actions":
        raise ValueError(f"only actions are done, not {item.layer}")
    return reviewed.review.put(_counted(reviewed, item).changed(done=done))


def edit(reviewed: Reviewed, item: ReviewedItem, values: Mapping[str, Value]) -> Review:
    """Give an item other values (`briefing.review.fields.FIELDS`), and accept it: whoever mends it has looked at it.

    The program's own value takes an edit back. A ``speaker`` is named by `speaker_name`, and may be somebody new.

    Raises:
        EditError: a value cannot be what it should become.
    """
    decision = _on_present_words(reviewed, item)
    own = _as_found(reviewed, item)
    edits = dict(decision.edits)
    for name, value in values.items():
        edits[name] = _checked(reviewed, item.layer, name, value)
    kept = {name: value for name, value in edits.items() if own.get(name) != value}
    return reviewed.review.put(*_named(reviewed, kept), decision.changed(edits=kept, state="accepted"))


def move(reviewed: Reviewed, item: ReviewedItem, start: int, end: int) -> Review:
    """Let other words of the article be an item's evidence, and accept it.

    Raises:
        ValueError: there are no such words, or the item is a speaker, who has no words of its own.
    """
    if item.layer == "speakers":
        raise ValueError("a speaker has no words to move")
    moved = _words(reviewed, start, end)
    decision = _on_present_words(reviewed, item)
    own = (moved.text, moved.start) == (decision.anchor.text, decision.anchor.start)
    return reviewed.review.put(decision.changed(moved=None if own else moved, state="accepted"))


def add(
    reviewed: Reviewed, layer: Layer, start: int, end: int, values: Mapping[str, Value] | None = None
) -> tuple[Review, str]:
    """Make words of the article a new item, accepted; return its key too.

    ``values`` are those of `edit`. Words that are an item of the layer already make that one accepted.

    Raises:
        EditError: a value cannot be what it should be.
        ValueError: there are no such words, or the layer is that of the speakers.
    """
    if layer == "speakers":
        raise ValueError("a speaker is added by whoever names one")
    at = _words(reviewed, start, end)
    for item in reviewed.layer(layer):
        if isinstance(item.item, Span) and (item.item.start, item.item.end) == (start, end):
            return edit(reviewed, item, values or {}), item.key
    edits = {name: _checked(reviewed, layer, name, value) for name, value in (values or {}).items()}
    key = _free_key(reviewed, layer, at)
    decision = Decision(key=key, anchor=at, added=True, state="accepted", edits=edits)
    return reviewed.review.put(*_named(reviewed, edits), decision), key


def merge(reviewed: Reviewed, speaker: ReviewedItem, into: ReviewedItem) -> Review:
    """Make a speaker one with another, who gets all that the first said; the other's name and role stay.

    Raises:
        ValueError: one of them is no speaker, or both are the same.
    """
    if {speaker.layer, into.layer} != {"speakers"} or speaker.key == into.key:
        raise ValueError("two speakers can be merged, and nothing else")
    merged = _counted(reviewed, speaker).changed(merged_into=speaker_name(into))
    # The other one is kept by name, so that it is found again whatever the program calls it then.
    return reviewed.review.put(_counted(reviewed, into), merged)


def unmerge(reviewed: Reviewed, speaker: ReviewedItem) -> Review:
    """Make a speaker that was merged with another one its own again."""
    return reviewed.review.put(speaker.decision.changed(merged_into=None))


def give(reviewed: Reviewed, items: Sequence[ReviewedItem], name: str) -> Review:
    """Give quotes and actions to another speaker, named by `speaker_name` or by a new name, and accept them.

    So one speaker is split: what somebody else said goes to that one.

    Raises:
        EditError: the name is empty, or an item has no speaker.
    """
    review = reviewed.review
    for item in items:
        given = edit(reviewed, item, {"speaker": name})
        known = reviewed.review.by_key
        review = review.put(*(decision for decision in given.decisions if known.get(decision.key) != decision))
    return review


def speaker_name(speaker: ReviewedItem) -> str:
    """Return what names a speaker in a review, as the values ``speaker`` need it."""
    return speaker.key.partition(":")[2]


def speaker_of(reviewed: Reviewed, item: ReviewedItem) -> ReviewedItem | None:
    """Return the speaker of a quote or an action."""
    if isinstance(item.item, Quote | Action) and item.item.speaker is not None:
        return reviewed.item("speakers", item.item.speaker)
    return None


def _words(reviewed: Reviewed, start: int, end: int) -> Anchor:
    text = reviewed.article.text
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise ValueError(f"the article has no words from {start} to {end}")
    return anchor(text, start, end)


def _checked(reviewed: Reviewed, layer: Layer, name: str, value: Value) -> Value:
    """Return a value as it is kept: a text on one line, with nothing invisible in it; a text that says nothing, None.

    Raises:
        EditError: the field cannot have it.
    """
    is_known = name == "speaker" and f"speakers:{value}" in reviewed.by_key
    if isinstance(value, str) and not is_known:
        value = inline(value) or None
    check(layer, name, value)
    return value


def _named(reviewed: Reviewed, edits: Mapping[str, Value]) -> list[Decision]:
    """Return the decision that keeps in the review whom the edits name: a blank one, or that on somebody new."""
    name = edits.get("speaker")
    if not isinstance(name, str):
        return []
    known = reviewed.by_key.get(f"speakers:{name}")
    if known is not None:
        return [_counted(reviewed, known)]
    return [Decision(key=f"speakers:{name}", added=True, state="accepted", edits={"name": name})]


def _counted(reviewed: Reviewed, item: ReviewedItem) -> Decision:
    """Return the decision on an item, its anchor counted out."""
    if item.original is None or not item.decision.is_blank:
        return item.decision
    return item.decision.changed(anchor=anchor_of(item.original, reviewed.article.text))


def _on_present_words(reviewed: Reviewed, item: ReviewedItem) -> Decision:
    """Return the decision on an item; where the words of the item have changed since, on those that it has now."""
    if not item.changed or item.original is None:
        return _counted(reviewed, item)
    found = _as_found(reviewed, item)
    return item.decision.changed(anchor=anchor_of(item.original, reviewed.article.text), found=found, moved=None)


def _as_found(reviewed: Reviewed, item: ReviewedItem) -> dict[str, Value]:
    """Return the values that the program gives the item now."""
    if item.original is None:
        return dict(item.decision.found)
    return values_of(item.layer, item.original, speaker_names(reviewed.original))


def _free_key(reviewed: Reviewed, layer: Layer, at: Anchor) -> str:
    nth = 0
    while (key := mark(layer, at.text, at.before, at.after, nth)) in reviewed.by_key or key in reviewed.review.by_key:
        nth += 1
    return key
