"""Who speaks: mentions resolved to people, organisations and unnamed sources, with nominative names and roles."""

from __future__ import annotations

from briefing.extract.drafts import SpeakerDraft, Utterance
from briefing.language import Document


def attribute(document: Document, utterances: list[Utterance]) -> list[SpeakerDraft]:
    """Fill in ``speaker`` and ``via`` of the utterances and return the speakers, in order of appearance."""
    return []
