"""What a person decided on the items of a briefing: a review, which stands beside the briefing and never changes it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field

from briefing.model import Article
from briefing.review.anchors import Anchor

Layer = Literal["facts", "quotes", "actions", "figures", "speakers"]
LAYERS: tuple[Layer, ...] = get_args(Layer)
State = Literal["undecided", "accepted", "dismissed"]
Value = str | int | float | None


class Decision(BaseModel):
    """What was decided on one item.

    Attributes:
        key: names the item in a review: its layer and a mark made of its words (``quotes:3f9a01bc``), or the name that
            a speaker was found under (``speakers:Анна Речная``).
        anchor: the words that the program found the item by; of a speaker, those of the first mention.
        state: whether the item was accepted or dismissed, or not yet looked at.
        comment: what the person says of it.
        pinned: whether it comes before the others of its layer.
        done: whether an action is done.
        added: whether a person found the item, not the program.
        found: the item's values as the program gave them when this was decided.
        edits: the values that the person gave instead (`briefing.review.fields.FIELDS`); None takes a value away. A
            ``speaker`` is named by the rest of the speaker's key.
        moved: the words that are the item's evidence instead of those of the anchor.
        merged_into: of a speaker that is another one: that one, named as ``speaker`` is.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str = Field(pattern=f"^({'|'.join(LAYERS)}):")
    anchor: Anchor = Anchor()
    state: State = "undecided"
    comment: str = ""
    pinned: bool = False
    done: bool = False
    added: bool = False
    found: Mapping[str, Value] = Field(default_factory=dict)
    edits: Mapping[str, Value] = Field(default_factory=dict)
    moved: Anchor | None = None
    merged_into: str | None = None

    @property
    def layer(self) -> Layer:
        """The layer of the item."""
        return next(layer for layer in LAYERS if self.key.startswith(f"{layer}:"))

    @property
    def name(self) -> str:
        """What names the item within its layer."""
        return self.key.partition(":")[2]

    @property
    def is_blank(self) -> bool:
        """Whether nothing was decided."""
        return self == Decision(key=self.key, anchor=self.anchor, found=self.found)

    def changed(self, **fields: object) -> Self:
        """Return the decision with these fields instead."""
        return self.model_copy(update=fields)


class Review(BaseModel):
    """All decisions on an article, one a key, in the order of the layers and of the text.

    ``date`` is the day of publication (ISO 8601) where a person has stated it, else "".
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    decisions: tuple[Decision, ...] = ()
    date: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nobody has decided or stated anything; a speaker whom nothing is decided of is only named."""
        return not self.date and all(decision.is_blank for decision in self.decisions)

    def dated(self, article: Article) -> Article:
        """Return the article with the date that was stated, where one was."""
        return article.model_copy(update={"date": self.date}) if self.date else article

    @cached_property
    def by_key(self) -> Mapping[str, Decision]:
        """The decisions by the key of their item."""
        return {decision.key: decision for decision in self.decisions}

    @classmethod
    def of(cls, decisions: Mapping[str, Decision], date: str = "") -> Self:
        """Return the review with these decisions, by key, and this date."""
        return cls(decisions=tuple(sorted(decisions.values(), key=_order)), date=date)

    def put(self, *decisions: Decision) -> Self:
        """Return the review with these decisions; one that says nothing any more is left out.

        A speaker stays: the decisions on quotes may name it.
        """
        by_key = dict(self.by_key)
        for decision in decisions:
            if decision.is_blank and decision.layer != "speakers":
                by_key.pop(decision.key, None)
            else:
                by_key[decision.key] = decision
        return self.of(by_key, self.date)

    def without(self, key: str) -> Self:
        """Return the review without the decision on an item."""
        return self.of({other: decision for other, decision in self.by_key.items() if other != key}, self.date)


def _order(decision: Decision) -> tuple[int, int, str]:
    return LAYERS.index(decision.layer), decision.anchor.start, decision.key
