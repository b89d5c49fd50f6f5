"""What a person makes of a briefing: decisions on its items, kept apart from it and put together with it again.

``reviewed = apply(briefing, review)`` is what is shown and exported; ``changes`` has what a person can do, each from a
`Reviewed` to the next `Review`; ``History`` takes steps back. Nothing here reads or writes a library.
"""

from __future__ import annotations

from briefing.review import changes
from briefing.review.anchors import Anchor
from briefing.review.apply import Reviewed, ReviewedItem, apply
from briefing.review.decisions import Decision, Layer, Review, State, Value
from briefing.review.fields import CHOICES, FIELDS, EditError
from briefing.review.history import History

__all__ = [
    "CHOICES",
    "FIELDS",
    "Anchor",
    "Decision",
    "EditError",
    "History",
    "Layer",
    "Review",
    "Reviewed",
    "ReviewedItem",
    "State",
    "Value",
    "apply",
    "changes",
]
