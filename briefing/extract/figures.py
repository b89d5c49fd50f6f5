"""Quantities and dates of the running text, with normalised values."""

from __future__ import annotations

from datetime import date

from briefing.extract.drafts import FigureDraft
from briefing.language import Document


def find(document: Document, published: date | None) -> list[FigureDraft]:
    """Return the figures in text order; relative dates are resolved against the day of publication."""
    return []
