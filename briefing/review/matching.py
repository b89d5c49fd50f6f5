"""Which item of a briefing each decision is on: by the item's key, or by where its words stand now."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefing.frozen import frozen
from briefing.model import Action, Briefing, Fact, Figure, Quote, Span, Speaker
from briefing.review.anchors import Anchor, Place, anchor, folded, locate, surroundings
from briefing.review.decisions import LAYERS, Decision, Layer, Review, Value

Item = Fact | Quote | Action | Figure | Speaker

_HALF = 0.5
"""The share of their words that an item and the words of a decision must have in common to be one."""
FOUND: Mapping[Layer, tuple[str, ...]] = {
    "facts": ("kind", "score"),
    "quotes": ("kind", "speaker"),
    "actions": ("status", "actor", "deadline", "speaker"),
    "figures": ("kind", "value", "unit"),
    "speakers": ("name", "role", "organisation", "kind"),
}
"""What makes an item again that the program no longer finds."""


@frozen
class Matched:
    """An item and the decision on it.

    Attributes:
        key: the key of the decision, or the one that a decision would have.
        layer: the layer of the item.
        item: the item as the program found it; None where it did not.
        decision: what was decided, a blank decision if nothing was.
        place: where the words stand that were decided on, where those are not the item's own.
        changed: whether the article now says it in other words than those that were decided on.
    """

    key: str
    layer: Layer
    item: Item | None
    decision: Decision
    place: Place | None = None
    changed: bool = False


@dataclass(slots=True)
class Matching:
    """The items in the briefing's order, then those that only a decision knows; and decisions that match nothing."""

    matched: list[Matched] = field(default_factory=list)
    orphans: list[Decision] = field(default_factory=list)


def mark(layer: Layer, text: str, before: str, after: str, nth: int = 0) -> str:
    """Return the key of an item by its words and their surroundings; ``nth`` tells several of the same words apart."""
    content = "\0".join((layer, text, before, after, str(nth)))
    return f"{layer}:{hashlib.sha256(content.encode()).hexdigest()[:8]}"


def keys(briefing: Briefing) -> dict[Layer, dict[str, Item]]:
    """Return the items of each layer by the keys that they have where nothing is decided yet."""
    text = briefing.article.text
    found: dict[Layer, dict[str, Item]] = {layer: {} for layer in LAYERS}
    for layer in LAYERS:
        items: tuple[Item, ...] = getattr(briefing, layer)
        for item in items:
            nth = 0
            while (key := _key(layer, item, text, nth)) in found[layer]:
                nth += 1
            found[layer][key] = item
    return found


def _key(layer: Layer, item: Item, text: str, nth: int) -> str:
    if isinstance(item, Speaker):
        return f"speakers:{item.name}{f' ({nth + 1})' if nth else ''}"
    return mark(layer, item.text, *surroundings(text, item.start, item.end), nth)


def values(layer: Layer, item: Item, names: Mapping[str, str]) -> dict[str, Value]:
    """Return what the program found of an item beside its words, and nothing where it found nothing.

    ``names`` are what names the speakers in a review, by their ids.
    """
    found: dict[str, Value] = {name: value for name in FOUND[layer] if (value := getattr(item, name)) is not None}
    if isinstance(speaker := found.get("speaker"), str):
        found["speaker"] = names[speaker]
    return found


def speaker_names(briefing: Briefing) -> dict[str, str]:
    """Return what names each speaker in a review where nothing is decided yet, by the speaker's id."""
    return {item.id: key.partition(":")[2] for key, item in keys(briefing)["speakers"].items()}


def anchor_of(item: Item, text: str) -> Anchor:
    """Return the anchor of an item; of a speaker, that of the first mention."""
    span = evidence(item)
    return anchor(text, span.start, span.end) if span else Anchor()


def _blank(key: str, layer: Layer, item: Item, text: str, names: Mapping[str, str]) -> Decision:
    """Return the decision that says nothing on an item. Its anchor is not counted out (``nth``): most stay blank."""
    span = evidence(item)
    if span is None:
        return Decision(key=key, found=values(layer, item, names))
    before, after = surroundings(text, span.start, span.end)
    at = Anchor(text=span.text, before=before, after=after, start=span.start)
    return Decision(key=key, anchor=at, found=values(layer, item, names))


def evidence(item: Item) -> Span | None:
    """Return the words of an item; of a speaker, the first mention."""
    if isinstance(item, Speaker):
        return item.mentions[0] if item.mentions else None
    return item


def match(briefing: Briefing, review: Review) -> Matching:
    """Match the decisions of a review with the items of a briefing.

    A decision belongs to the item of its key; else to the item with the very words, where they stand now; else to one
    that has most of them. Words that the article still has make an item again that the program no longer finds.
    """
    text = briefing.article.text
    of_layer = keys(briefing)
    names = {item.id: key.partition(":")[2] for key, item in of_layer["speakers"].items()}
    result = Matching()
    for layer in LAYERS:
        decisions = [decision for decision in review.decisions if decision.layer == layer]
        pairs = _Pairs(text, layer, of_layer[layer])
        pairs.settle(decisions)
        for key, item in of_layer[layer].items():
            known = pairs.of_item.get(key)
            free = f"{key}+" if key in review.by_key else key
            result.matched.append(known or Matched(free, layer, item, _blank(free, layer, item, text, names)))
        result.matched += pairs.restored
        result.orphans += pairs.orphans
    return result


class _Pairs:
    """The decisions and the items of one layer while they are matched; each is used once."""

    def __init__(self, text: str, layer: Layer, items: Mapping[str, Item]) -> None:
        self.text = text
        self.layer = layer
        self.items = items
        self.of_item: dict[str, Matched] = {}
        self.restored: list[Matched] = []
        self.orphans: list[Decision] = []

    def settle(self, decisions: list[Decision]) -> None:
        """Match what is sure first, so that nothing less sure takes its item."""
        left = [decision for decision in decisions if not self._by_key(decision)]
        left = [decision for decision in left if not self._by_words(decision)]
        left = [decision for decision in left if not self._by_overlap(decision)]
        for decision in left:
            self._without_item(decision)

    def _by_key(self, decision: Decision) -> bool:
        item = self.items.get(decision.key)
        # A decision made anew on words that had changed keeps the key of the old ones, which may come back.
        if item is None or (isinstance(item, Span) and item.text != decision.anchor.text):
            return False
        return self._pair(decision.key, decision)

    def _by_words(self, decision: Decision) -> bool:
        for sought in (decision.anchor, decision.moved):
            place = locate(sought, self.text) if sought else None
            if place is None or not place.exact:
                continue
            for key, item in self._free():
                if any((span.start, span.end) == (place.start, place.end) for span in _spans(item)):
                    return self._pair(key, decision)
        return False

    def _by_overlap(self, decision: Decision) -> bool:
        place = locate(decision.anchor, self.text)
        if place is None:
            return False
        best = max(((_overlap(item, place), key) for key, item in self._free()), default=(0.0, ""))
        if best[0] < _HALF:
            return False
        changed = self.layer != "speakers" and not place.exact and not self._says_the_same(decision.anchor, place)
        # The words that a person agreed to stay as they are; of those that were dismissed, nothing has to.
        keeps = self.layer != "speakers" and place.exact and decision.state == "accepted"
        return self._pair(best[1], decision, place if keeps else None, changed=changed)

    def _says_the_same(self, sought: Anchor, place: Place) -> bool:
        return folded(sought.text) == folded(self.text[place.start : place.end])

    def _free(self) -> Iterator[tuple[str, Item]]:
        return ((key, item) for key, item in self.items.items() if key not in self.of_item)

    def _pair(self, key: str, decision: Decision, place: Place | None = None, *, changed: bool = False) -> bool:
        if key in self.of_item:
            return False
        self.of_item[key] = Matched(decision.key, self.layer, self.items[key], decision, place, changed)
        return True

    def _without_item(self, decision: Decision) -> None:
        """Make an item of the decision alone, if the article still has its words."""
        if self.layer == "speakers":
            self.restored.append(Matched(decision.key, self.layer, None, decision))
            return
        places = (locate(sought, self.text) for sought in (decision.moved, decision.anchor) if sought)
        place = next((place for place in places if place and place.exact), None)
        if place is None:
            self.orphans.append(decision)
        else:
            self.restored.append(Matched(decision.key, self.layer, None, decision, place))


def _spans(item: Item) -> tuple[Span, ...]:
    return item.mentions if isinstance(item, Speaker) else (item,)


def _overlap(item: Item, place: Place) -> float:
    """Return the share of characters that the place and the item's words have in common, 1 for the same stretch."""
    shares = [0.0]
    for span in _spans(item):
        common = min(span.end, place.end) - max(span.start, place.start)
        whole = max(span.end, place.end) - min(span.start, place.start)
        shares.append(max(0, common) / whole)
    return max(shares)
