"""Who speaks after a gesture that is a sentence of its own: “Lee laughs. “Never!””"""

from __future__ import annotations

from briefing.extract.quotes import mentions
from briefing.extract.quotes.claim import Claim
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period


def before(gesture: Period | None, period: Period, speech: Speech) -> Claim | None:
    """Return the claim of whoever makes the gesture that ends the period before, if this one opens with a quotation."""
    if gesture is None or gesture.marked or gesture.paragraph != period.paragraph or period.inside[0] is None:
        return None
    verb = next((i for i in range(len(gesture) - 1, -1, -1) if gesture.tokens[i].pos == "VERB"), None)
    if verb is None or not speech.is_likely("gestures", gesture.tokens[verb]):
        return None
    mention = mentions.subject(gesture, verb)
    return Claim(gesture.span(verb, verb + 1), mention, "here", 0) if mention is not None else None
