"""What somebody will, should or has agreed to do, with status, actor and deadline."""

from __future__ import annotations

from datetime import date

from briefing.extract.drafts import ActionDraft, FigureDraft, SpeakerDraft, Utterance
from briefing.language import Document


def find(
    document: Document,
    published: date | None,
    figures: list[FigureDraft],
    utterances: list[Utterance],
    cast: list[SpeakerDraft],
) -> list[ActionDraft]:
    """Return the actions in text order."""
    return []
