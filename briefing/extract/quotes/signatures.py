"""Who signs quoted words: “It works.” — Ann Lee, head of Acme; also on a line of its own below them."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.drafts import Mention, Utterance
from briefing.extract.quotes.claim import Claim
from briefing.extract.quotes.periods import Period

_LEADING = frozenset(("-", "–", "—", "―", "--", "~"))
_LONGEST = 24  # tokens: a name, a post, a firm
_BEHIND = frozenset((",", "(", "-", "–", "—", ".", "|", "/"))


def signed(period: Period) -> Iterator[Claim]:
    """Yield the marked words that somebody's name without a verb follows, or what stands above a line that is one."""
    first = next((i for i, marked in enumerate(period.inside) if marked is None), len(period))
    if len(period) - first > _LONGEST or any(marked is not None for marked in period.inside[first:]):
        return
    line = first == 0 and period.opens_paragraph and period.closes_paragraph
    led = first < len(period) and period.tokens[first].text in _LEADING
    if not (line or (first and led)):
        return
    found = _signature(period, first + led)
    if found is not None:
        yield Claim(period.span(first, len(period)), found, "above" if line else "here", 0, first)


def _signature(period: Period, first: int) -> Mention | None:
    """Return the person whose name, with a title before it, begins at ``first``, if nothing is told of them there."""
    if first >= len(period) or len(period) - first > _LONGEST or period.finite(first, len(period)) is not None:
        return None
    sentence, local = period.places[first]
    name = next((n for n in sentence.names if n.first >= local), None)
    if name is None or name.kind != "person" or period.language.noun_phrase(sentence, name.first)[0] > local:
        return None
    before = sentence.tokens[local : name.first]
    behind = sentence.tokens[name.stop].text if name.stop < len(sentence.tokens) else ","
    honoured = behind.isupper() and len(behind) > 1
    if any(token.pos not in ("NOUN", "PROPN", "ADJ") for token in before) or not (behind in _BEHIND or honoured):
        return None
    return Mention(sentence, local, name.stop)


def take_up(found: list[Utterance], groups: dict[int, list[Utterance]], before: Period | None, claim: Claim) -> None:
    """Give the quotation that ends right above a signature to who signs it, unless somebody else is said to say it."""
    last = next((utterance for utterance in reversed(found) if utterance.kind == "direct"), None)
    if before is None or last is None or last.mention is not None:
        return
    if before.inside[-1] is None or last.start < before.tokens[0].start:
        return
    together = next((parts for parts in groups.values() if last in parts), [last])
    for utterance in together:
        if utterance.mention is None:
            utterance.mention, utterance.cue, utterance.continued = claim.mention, claim.cue, False
