"""What of a briefing is lit in the text, and what stands in the gutter beside it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from briefing.app.items import Item, Items, Layer, Range
from briefing.app.widgets.article import Mark
from briefing.app.widgets.rows import MARKS
from briefing.app.words import N_

if TYPE_CHECKING:
    from briefing.model import Article

LAYERS: tuple[Layer, ...] = ("quotes", "actions", "names", "figures")
"""The layers that can be lit, the lowest first."""
LAYER_NAMES = {"quotes": N_("Quotes"), "actions": N_("Actions"), "names": N_("Names"), "figures": N_("Figures")}
SIGNS = {"facts": "•", "quotes": "“", "actions": "□"}
KINDS = ("title", "heading", "meta", "credit")
"""Paragraphs that look unlike the story."""


def kinds_of(article: Article | None) -> dict[str, list[Range]]:
    """Return the paragraphs that are no part of the story, by kind."""
    paragraphs = article.paragraphs if article is not None else ()
    return {kind: [(each.start, each.end) for each in paragraphs if each.kind == kind] for kind in KINDS}


def lights_of(items: Items, dark: Collection[str]) -> tuple[dict[str, list[Range]], list[Mark]]:
    """Return the ranges that are lit, by layer, and the marks beside them; layers in ``dark`` have neither."""
    lit = [layer for layer in LAYERS if layer not in dark]
    marks = [Mark(item.start, _sign(items, item), item.layer) for item in reversed(items.in_order)]
    return {layer: items.ranges(layer) for layer in lit}, [mark for mark in marks if mark.layer in (*lit, "facts")]


def _sign(items: Items, item: Item) -> str:
    """Return what stands beside an item: that it has been decided on, or else what it is."""
    check = items.check(item.key)
    return SIGNS[item.layer] if check is None or check.state == "undecided" else MARKS[check.state][0]
