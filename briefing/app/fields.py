"""The values of an item as lines to edit, and what was typed there as values of a review."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from briefing.app.dates import deadline_in_words
from briefing.app.safe import clean
from briefing.app.screens.edit import A_DATE, Field, number_or_text
from briefing.app.typed import lacks_year, when
from briefing.app.widgets.rows import kind_in_words, status_in_words
from briefing.app.words import N_, _
from briefing.edtf import bounds
from briefing.model import Speaker
from briefing.review import CHOICES, FIELDS, Layer, Reviewed, ReviewedItem, Value, changes

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
    "person": N_("person"),
    "organisation": N_("organisation"),
    "unnamed": N_("not named"),
}


def fields_of(reviewed: Reviewed, check: ReviewedItem) -> list[Field]:
    """Return what of an item can be changed."""
    published = reviewed.article.date
    fields = []
    for name in FIELDS[check.layer]:
        choices = {value: _choice(check.layer, name, value) for value in CHOICES.get((check.layer, name), ())}
        known = [clean(speaker.name) for speaker in reviewed.briefing.speakers] if name == "speaker" else []
        value = clean(_value(reviewed, check, name))
        reading = partial(_meant, published) if _is_date(check, name) else None
        fields.append(Field(name, TITLES[name], value, choices or None, known, reading, name == "wording"))
    return fields


def _choice(layer: Layer, name: str, value: str) -> str:
    if layer == "figures":
        return kind_in_words(value)
    return status_in_words(value) if name == "status" else _(KINDS[value])


def _is_date(check: ReviewedItem, name: str, kind: str | None = None) -> bool:
    """Whether a field is a date: a deadline, or the value of a figure whose kind is, or is to be, a date."""
    return name == "deadline" or (name == "value" and (kind or getattr(check.item, "kind", "")) == "date")


def _meant(published: str | None, typed: str) -> str:
    """Return in words which date was typed, or else what can be."""
    date = when(typed, published)
    if any(bounds(date)):
        return deadline_in_words(date)
    if published is None and lacks_year(typed):
        return _("with a year: the article has no date to tell it from")
    return _(A_DATE)


def _value(reviewed: Reviewed, check: ReviewedItem, name: str) -> str:
    if name == "speaker":
        speaker = changes.speaker_of(reviewed, check)
        return speaker.item.name if speaker is not None and isinstance(speaker.item, Speaker) else ""
    if name == "wording":
        return check.wording or " ".join(getattr(check.item, "text", "").split())
    value = getattr(check.item, name)
    if value is None:
        return ""
    # In words, as long as they can be read back.
    in_words = deadline_in_words(str(value)) if _is_date(check, name) else ""
    return in_words if in_words and when(in_words, reviewed.article.date) == value else str(value)


def values_of(reviewed: Reviewed, check: ReviewedItem, typed: Mapping[str, str]) -> dict[str, Value]:
    """Return what was typed as the review has it: speakers by their names there, nothing for an empty line."""
    values: dict[str, Value] = {}
    for name, text in typed.items():
        value: Value = " ".join(text.split()) or None
        if _is_date(check, name, typed.get("kind")):
            value = when(" ".join(text.split()), reviewed.article.date) or None
        elif name == "value":
            value = number_or_text(text)
        elif name == "wording" and value == " ".join(getattr(check.item, "text", "").split()):
            value = None
        elif name == "speaker":
            known = {getattr(each.item, "name", ""): each for each in reviewed.layer("speakers")}
            value = changes.speaker_name(known[text.strip()]) if text.strip() in known else value
        values[name] = value
    return values
