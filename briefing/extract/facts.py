"""The key sentences of an article, ranked as an editor would."""

from __future__ import annotations

from briefing.extract.drafts import ActionDraft, FactDraft, FigureDraft, Utterance
from briefing.language import Document


def rank(
    document: Document,
    figures: list[FigureDraft],
    utterances: list[Utterance],
    actions: list[ActionDraft],
) -> list[FactDraft]:
    """Return the key sentences, most important first."""
    return []
