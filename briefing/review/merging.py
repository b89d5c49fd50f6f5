"""Two reviews that came of one, made one again: item by item, and of an item value by value."""

from __future__ import annotations

from briefing.frozen import frozen
from briefing.review.decisions import Decision, Review, Value

_FIELDS = ("state", "comment", "pinned", "done", "moved", "merged_into")


@frozen
class Conflict:
    """A value of an item that two people made different ones: a field of the decision, or of its ``edits``.

    ``mine`` and ``theirs`` are in words, empty for nothing.
    """

    key: str
    field: str
    mine: str
    theirs: str


@frozen
class Merged:
    """The review of both; where they contradict each other, mine."""

    review: Review
    conflicts: tuple[Conflict, ...] = ()


def merge(base: Review, mine: Review, theirs: Review) -> Merged:
    """Put together what two people made of the review ``base``.

    What one of them took away and the other changed stays as it was changed.
    """
    conflicts: list[Conflict] = []
    merged: dict[str, Decision] = {}
    for key in {**mine.by_key, **theirs.by_key}:
        old, one, other = (review.by_key.get(key) for review in (base, mine, theirs))
        decision = _whole(old, one, other)
        if decision is None and one is not None and other is not None:
            decision = _by_value(old or Decision(key=key), one, other, conflicts)
        if decision is not None:
            merged[key] = decision
    date = theirs.date if mine.date == base.date else mine.date
    return Merged(Review.of(merged, date), tuple(conflicts))


def _whole(old: Decision | None, one: Decision | None, other: Decision | None) -> Decision | None:
    """Return the decision where one side's can be taken as it is; None where it is gone, or has to be merged."""
    if one == other or other == old:
        return one
    if one == old:
        return other
    return one if other is None else other if one is None else None


def _by_value(old: Decision, one: Decision, other: Decision, conflicts: list[Conflict]) -> Decision:
    def pick(field: str, was: object, mine: object, theirs: object) -> object:
        if mine != theirs and was not in (mine, theirs):
            conflicts.append(Conflict(one.key, field, _shown(mine), _shown(theirs)))
        return theirs if mine == was else mine

    values = {name: pick(name, *(getattr(side, name) for side in (old, one, other))) for name in _FIELDS}
    edits: dict[str, object] = {}
    for name in {**one.edits, **other.edits, **old.edits}:
        value = pick(name, *(side.edits.get(name, _ABSENT) for side in (old, one, other)))
        if value is not _ABSENT:
            edits[name] = value
    anchored = other if one.anchor == old.anchor else one
    return anchored.changed(**values, edits=edits, added=one.added or other.added)


_ABSENT = object()


def _shown(value: object) -> str:
    if value is None or value is _ABSENT:
        return ""
    text: Value | object = getattr(value, "text", value)
    return str(text)
