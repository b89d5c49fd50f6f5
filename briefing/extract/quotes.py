"""Words that the article attributes to somebody: direct and indirect quotes with the phrase that names the speaker."""

from __future__ import annotations

from briefing.extract.drafts import Utterance
from briefing.language import Document


def find(document: Document) -> list[Utterance]:
    """Return the utterances in text order."""
    return []
