"""A briefing as a person left it: every item with its decision, edited values used, what was added in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from briefing.frozen import frozen
from briefing.model import Action, Article, Briefing, Fact, Figure, Quote, Span, Speaker
from briefing.review.build import Builder, Built
from briefing.review.decisions import LAYERS, Decision, Layer, Review, State
from briefing.review.matching import Item, match

_Kind = TypeVar("_Kind", bound=Item)


@frozen
class ReviewedItem:
    """An item with what was decided on it.

    Attributes:
        key: names it in the review.
        layer: its layer.
        item: the item with the values that a person gave it.
        original: the item as the program found it; None for one that only the review knows.
        decision: what was decided; blank if nothing was.
        changed: the article says it otherwise now, so it has to be looked at again.
    """

    key: str
    layer: Layer
    item: Item
    original: Item | None
    decision: Decision
    changed: bool = False

    @property
    def state(self) -> State:
        """Whether the item is accepted or dismissed; what has changed since is undecided."""
        return "undecided" if self.changed else self.decision.state

    @property
    def wording(self) -> str | None:
        """How a person would rather say an action."""
        value = self.decision.edits.get("wording")
        return value if isinstance(value, str) else None


@dataclass(frozen=True)
class Reviewed:
    """A briefing and a review of it, put together.

    Attributes:
        original: the briefing as the program made it.
        review: what was decided.
        briefing: the briefing with all that was edited and added, in the program's order; dismissed items are in it.
        items: all items of ``briefing``, layer by layer, pinned ones first.
        merged: speakers that are others, and so are not in ``briefing``.
        orphans: decisions on words that the article no longer has; nothing of them is lost.
    """

    original: Briefing
    review: Review
    briefing: Briefing
    items: tuple[ReviewedItem, ...]
    merged: tuple[ReviewedItem, ...] = ()
    orphans: tuple[Decision, ...] = ()

    @cached_property
    def _by_id(self) -> Mapping[tuple[Layer, str], ReviewedItem]:
        return {(item.layer, item.item.id): item for item in self.items}

    @cached_property
    def by_key(self) -> Mapping[str, ReviewedItem]:
        """The items by what names them in the review, merged speakers too."""
        return {item.key: item for item in (*self.items, *self.merged)}

    @property
    def article(self) -> Article:
        """The article, whose text nothing changes."""
        return self.original.article

    def item(self, layer: Layer, id_: str) -> ReviewedItem:
        """Return the item of ``briefing`` that has this id.

        Raises:
            KeyError: there is none.
        """
        return self._by_id[layer, id_]

    def layer(self, layer: Layer) -> tuple[ReviewedItem, ...]:
        """Return the items of a layer, pinned ones first."""
        return tuple(item for item in self.items if item.layer == layer)


def apply(briefing: Briefing, review: Review) -> Reviewed:
    """Put a briefing and a review together; whatever was decided, each item's text is what the article says there."""
    matching = match(briefing, review)
    builder = Builder(briefing.article.text, matching.matched)
    built = {layer: builder.layer(layer) for layer in LAYERS}
    ordered = {layer: _placed(layer, items) for layer, items in built.items()}
    made = Briefing(
        article=briefing.article,
        speakers=_of(Speaker, ordered["speakers"]),
        quotes=_of(Quote, ordered["quotes"]),
        figures=_of(Figure, ordered["figures"]),
        facts=_of(Fact, ordered["facts"]),
        actions=_of(Action, ordered["actions"]),
    )
    items = tuple(_reviewed(one) for layer in LAYERS for one in _pinned_first(ordered[layer]))
    merged = tuple(_reviewed(one) for one in builder.merged)
    return Reviewed(briefing, review, made, items, merged, (*matching.orphans, *builder.orphans))


def _of(kind: type[_Kind], items: Sequence[Built]) -> tuple[_Kind, ...]:
    return tuple(one.item for one in items if isinstance(one.item, kind))


def _reviewed(built: Built) -> ReviewedItem:
    matched = built.matched
    return ReviewedItem(matched.key, matched.layer, built.item, matched.item, matched.decision, built.changed)


def _pinned_first(items: Sequence[Built]) -> list[Built]:
    return sorted(items, key=lambda one: not one.matched.decision.pinned)


def _placed(layer: Layer, items: Sequence[Built]) -> list[Built]:
    """Put what only the review knows where it belongs among what the program found, whose order stays."""
    placed = [one for one in items if one.matched.item is not None]
    for one in items:
        if one.matched.item is None:
            rank = _rank(one.item)
            later = (index for index, other in enumerate(placed) if _rank(other.item) > rank)
            placed.insert(len(placed) if layer == "speakers" else next(later, len(placed)), one)
    return placed


def _rank(item: Item) -> float:
    """Return what a layer is in the order of: facts by how much they matter, the others by their place."""
    if isinstance(item, Fact):
        return -item.score
    return item.start if isinstance(item, Span) else 0
