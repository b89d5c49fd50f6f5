"""What has been found in an article when its actions are looked for, handed to everything that judges them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.extract import cues, openers
from briefing.extract.drafts import FigureDraft, Utterance
from briefing.frozen import frozen
from briefing.language import Document


@frozen
class Findings:
    """The article with its day of publication, its figures and utterances, and the lexicon of its language."""

    document: Document
    published: date | None
    figures: Sequence[FigureDraft]
    utterances: Sequence[Utterance]
    known: cues.Lexicon
    rules: openers.Rules


def gather(
    document: Document, published: date | None, figures: Sequence[FigureDraft], utterances: Sequence[Utterance]
) -> Findings:
    """Return the findings with what the language of the document knows of actions."""
    code = document.language.code
    return Findings(document, published, figures, utterances, cues.lexicon(code), openers.rules(code))
