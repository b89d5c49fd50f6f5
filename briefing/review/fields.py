"""The values of an item that a person can change, and what each can be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal, get_args

from briefing.edtf import bounds
from briefing.mistake import RefusedError
from briefing.model import ActionStatus, FigureKind, QuoteKind, SpeakerKind
from briefing.review.decisions import Layer, Value

Reason = Literal["unknown", "empty", "choice", "date", "number", "text"]
SENTENCES: Mapping[Reason, str] = {
    "unknown": "{layer} have no {field} that can be changed",
    "empty": "the {field} cannot be empty",
    "choice": "the {field} is one of {choices}",
    "date": "the {field} is a date such as 2026-03-31, 2026-03, 2026 or /2026-03-31 (by that day)",
    "number": "the {field} is a number",
    "text": "the {field} is a text",
}


class EditError(RefusedError, ValueError):
    """A value cannot be what a person made it.

    ``reason`` says what is wrong with the ``field`` of the ``layer``; ``choices`` are what a choice can be.
    """

    def __init__(self, layer: Layer, field: str, reason: Reason) -> None:
        self.layer = layer
        self.field = field
        self.reason = reason
        self.choices = CHOICES.get((layer, field), ())
        super().__init__(SENTENCES[reason], layer=layer, field=field, choices=", ".join(self.choices))


CHOICES: Mapping[tuple[Layer, str], tuple[str, ...]] = MappingProxyType(
    {
        ("quotes", "kind"): get_args(QuoteKind),
        ("actions", "status"): get_args(ActionStatus),
        ("figures", "kind"): get_args(FigureKind),
        ("speakers", "kind"): get_args(SpeakerKind),
    }
)
"""What a field can be that is a choice."""


def _name(value: Value) -> Reason | None:
    if not isinstance(value, str):
        return "empty" if value is None else "text"
    return None if value.strip() else "empty"


def _text(value: Value) -> Reason | None:
    return None if value is None or (isinstance(value, str) and value.strip()) else "text"


def _date(value: Value) -> Reason | None:
    return None if value is None or (isinstance(value, str) and any(bounds(value))) else "date"


def _figure(value: Value) -> Reason | None:
    if value is None or isinstance(value, str):
        return _date(value)
    return None if not isinstance(value, bool) and abs(value) != float("inf") and value == value else "number"


FIELDS: Mapping[Layer, Mapping[str, Callable[[Value], Reason | None] | None]] = MappingProxyType(
    {
        "facts": {},
        "quotes": {"speaker": _text, "kind": None},
        "actions": {"wording": _text, "status": None, "actor": _text, "deadline": _date, "speaker": _text},
        "figures": {"kind": None, "value": _figure, "unit": _text},
        "speakers": {"name": _name, "role": _text, "organisation": _text, "kind": None},
    }
)
"""The fields of each layer that can be changed, with what objects to a value; None for a choice.

``wording`` is how a person would rather say an action; its words in the article stay its evidence. All other fields
are those of `briefing.model`; a ``speaker`` is named by the rest of its key.
"""


def check(layer: Layer, field: str, value: Value) -> None:
    """Let a value pass that the field can have.

    Raises:
        EditError: it cannot have it.
    """
    if field not in FIELDS[layer]:
        raise EditError(layer, field, "unknown")
    object_to = FIELDS[layer][field]
    if object_to is None:
        reason: Reason | None = None if value in CHOICES[layer, field] else "choice"
    else:
        reason = object_to(value)
    if reason is not None:
        raise EditError(layer, field, reason)
