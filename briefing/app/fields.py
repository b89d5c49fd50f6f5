"""The values of an item as lines to edit, and what was typed there as values of a review."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.app.safe import clean
from briefing.app.screens.edit import Field, number_or_text
from briefing.app.typed import deadline as typed_deadline
from briefing.app.widgets.rows import STATUS
from briefing.app.words import N_
from briefing.model import Speaker
from briefing.review import CHOICES, FIELDS, Reviewed, ReviewedItem, Value, changes

TITLES = {
    "wording": N_("Wording"),
    "status": N_("Status"),
    "actor": N_("Who does it"),
    "deadline": N_("By when"),
    "speaker": N_("Who says it"),
    "kind": N_("Kind"),
    "value": N_("Value"),
    "unit": N_("Unit"),
    "name": N_("Name"),
    "role": N_("Role"),
    "organisation": N_("Organisation"),
}
KINDS = {
    "direct": N_("word for word"),
    "indirect": N_("in other words"),
    "money": N_("money"),
    "percent": N_("shares"),
    "count": N_("counts"),
    "measure": N_("measures"),
    "date": N_("date"),
    "ordinal": N_("ordinal"),
    "time": N_("time"),
    "other": N_("other"),
    "person": N_("person"),
    "organisation": N_("organisation"),
    "unnamed": N_("not named"),
}


def fields_of(reviewed: Reviewed, check: ReviewedItem) -> list[Field]:
    """Return what of an item can be changed."""
    names = STATUS | KINDS
    fields = []
    for name in FIELDS[check.layer]:
        choices = {value: names.get(value, value) for value in CHOICES.get((check.layer, name), ())}
        known = [clean(speaker.name) for speaker in reviewed.briefing.speakers] if name == "speaker" else []
        value = clean(_value(reviewed, check, name))
        fields.append(Field(name, TITLES[name], value, choices or None, known))
    return fields


def _value(reviewed: Reviewed, check: ReviewedItem, name: str) -> str:
    if name == "speaker":
        speaker = changes.speaker_of(reviewed, check)
        return speaker.item.name if speaker is not None and isinstance(speaker.item, Speaker) else ""
    if name == "wording":
        return check.wording or " ".join(getattr(check.item, "text", "").split())
    value = getattr(check.item, name)
    return "" if value is None else str(value)


def values_of(reviewed: Reviewed, check: ReviewedItem, typed: Mapping[str, str]) -> dict[str, Value]:
    """Return what was typed as the review has it: speakers by their names there, nothing for an empty line."""
    values: dict[str, Value] = {}
    for name, text in typed.items():
        value: Value = " ".join(text.split()) or None
        if name == "value":
            value = number_or_text(text)
        elif name == "wording" and value == " ".join(getattr(check.item, "text", "").split()):
            value = None
        elif name == "deadline":
            value = typed_deadline(" ".join(text.split())) or None
        elif name == "speaker":
            known = {getattr(each.item, "name", ""): each for each in reviewed.layer("speakers")}
            value = changes.speaker_name(known[text.strip()]) if text.strip() in known else value
        values[name] = value
    return values
