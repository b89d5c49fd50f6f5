"""How much of what an added attribution covers is given to somebody already."""

from __future__ import annotations

from briefing.extract.drafts import Utterance
from briefing.extract.quotes.periods import Period

# An added attribution of what is given to another for this share of its length or more is left out.
_MOST_TOLD = 0.4


def verbs(period: Period, start: int, end: int) -> list[int]:
    """Return where the finite verbs of the text span begin."""
    places = (index for index, token in enumerate(period.tokens) if start <= token.start < end)
    return [period.tokens[i].start for i in places if period.finite(i, i + 1) is not None]


def is_most(period: Period, utterance: Utterance, start: int, end: int) -> bool:
    """Whether the utterance is most of the span and no more than its own verb stands before it there."""
    own = utterance.cue or (start, start)
    before = [verb for verb in verbs(period, start, utterance.start) if not own[0] <= verb < own[1]]
    return not before and utterance.end - utterance.start > _MOST_TOLD * (end - start)


def is_all_told(period: Period, utterance: Utterance, end: int) -> bool:
    """Whether the words before an utterance that ends at ``end`` only say who says it: «мэр … заявил, что»."""
    if utterance.cue is None or utterance.end + 1 < end:
        return False
    before = [i for i, token in enumerate(period.tokens) if token.end <= utterance.start]
    spoken = [i for i in before if period.finite(i, i + 1) is not None]
    return len(spoken) == 1 and period.tokens[spoken[0]].start == utterance.cue[0]
