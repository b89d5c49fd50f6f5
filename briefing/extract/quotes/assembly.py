"""Claims become utterances: marked words or whole content, the sentence before, the paragraph after."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.drafts import Utterance
from briefing.extract.quotes.claims import Claim
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.marks import Marked
from briefing.extract.quotes.periods import Period, trimmed
from briefing.language import Document, Token

_LONGEST_NAME = 5
_FEWEST_WORDS_ALONE = 4


class Assembly:
    """Collects the utterances of a document, period by period."""

    def __init__(self, document: Document, speech: Speech) -> None:
        self.document = document
        self.speech = speech
        self.found: list[Utterance] = []
        self.before: Period | None = None
        self.awaited: Claim | None = None

    def utterances(self) -> list[Utterance]:
        """Return the utterances in text order, each place once."""
        kept: list[Utterance] = []
        for utterance in sorted(self.found, key=lambda u: (u.start, -u.end, u.mention is None)):
            if not any(_same(utterance, other) for other in kept[-6:]):
                kept.append(utterance)
        return kept

    def add(self, period: Period, claims: list[Claim]) -> None:
        """Turn the claims of the next period into utterances, and its quotations that no claim covers."""
        covered: set[int] = set()
        if self.awaited is not None:
            self._answer(period, self.awaited, covered)
            self.awaited = None
        for claim in sorted(claims, key=lambda c: (c.outer, c.first)):
            if claim.place == "after":
                self.awaited = claim
            elif claim.place == "before":
                self._take_up(claim)
            elif not (claim.outer and self._is_told_within(period, claim)):
                self._state(period, claim, covered)
        self._alone(period, covered)
        self.before = period

    def _state(self, period: Period, claim: Claim, covered: set[int]) -> None:
        """Add what a claim attributes in its own period: marked words if they are half of it or more, else all."""
        if claim.first >= claim.stop:
            return
        span = trimmed(self.document.text, *period.span(claim.first, claim.stop))
        if span is None:
            return
        within = [
            m for m in period.marked if m.start >= span[0] - 1 and m.end <= span[1] + 1 and not self._is_name(period, m)
        ]
        words = sum(self._words(period, m) for m in within)
        covered.update(id(m) for m in within)
        if within and 2 * words >= period.words(claim.first, claim.stop):
            for stretch in within:
                self._direct(stretch, claim)
        else:
            self.found.append(
                Utterance("indirect", *span, cue=claim.cue, mention=claim.mention, continued=claim.elided)
            )

    def _direct(self, stretch: Marked, claim: Claim) -> None:
        self.found.append(
            Utterance(
                "direct", stretch.start, stretch.end, cue=claim.cue, mention=claim.mention, continued=claim.elided
            )
        )

    def _take_up(self, claim: Claim) -> None:
        """Attribute the sentence before."""
        if self.before is None:
            return
        start, end = self.before.span(0, len(self.before))
        earlier = [u for u in self.found if u.start >= start and u.end <= end]
        if earlier:
            for utterance in earlier:
                if utterance.mention is None:
                    utterance.mention, utterance.cue, utterance.continued = claim.mention, claim.cue, claim.elided
            return
        span = trimmed(self.document.text, start, end)
        if span is not None:
            self.found.append(
                Utterance("indirect", *span, cue=claim.cue, mention=claim.mention, continued=claim.elided)
            )

    def _answer(self, period: Period, claim: Claim, covered: set[int]) -> None:
        """Attribute the paragraph that a colon at the end of the one before leads up to."""
        span = trimmed(self.document.text, *period.span(0, len(period)))
        if span is not None and not period.marked:
            self.found.append(Utterance("direct", *span, cue=claim.cue, mention=claim.mention, continued=claim.elided))

    def _alone(self, period: Period, covered: set[int]) -> None:
        """Add quotations without an attribution of their own that go on with what was quoted before."""
        for stretch in period.marked:
            if id(stretch) in covered or self._is_name(period, stretch):
                continue
            outside = [
                token
                for token, inside in zip(period.tokens, period.inside, strict=True)
                if inside is None and token.is_word
            ]
            if not outside and self._words(period, stretch) >= _FEWEST_WORDS_ALONE:
                self.found.append(Utterance("direct", stretch.start, stretch.end, continued=bool(self.found)))

    def _is_told_within(self, period: Period, claim: Claim) -> bool:
        """Whether most of what an added attribution covers is already given to the one who said it."""
        start, end = period.span(claim.first, claim.stop)
        return any(
            utterance.start >= start
            and utterance.end <= end
            and 5 * (utterance.end - utterance.start) > 2 * (end - start)
            for utterance in self.found
            if utterance.kind == "indirect"
        )

    def _is_name(self, period: Period, stretch: Marked) -> bool:
        """Whether marked words are a name: a few, capital first, after a noun of what bears names, or no verb."""
        tokens = list(self._tokens(period, stretch))
        words = [token for token in tokens if token.is_word]
        if not words or len(words) > _LONGEST_NAME:
            return False
        if any(t.readings[0].form in ("fin", "short") for t in words) and len(words) > 2:
            return False
        before = next((t for t in reversed(period.tokens) if t.end <= stretch.opening), None)
        named = before is not None and self.speech.has_lemma("named", before)
        return named or words[0].is_capital

    def _tokens(self, period: Period, stretch: Marked) -> Iterator[Token]:
        return (t for t, inside in zip(period.tokens, period.inside, strict=True) if inside is stretch)

    def _words(self, period: Period, stretch: Marked) -> int:
        return sum(token.is_word for token in self._tokens(period, stretch))


def _same(one: Utterance, other: Utterance) -> bool:
    """Whether two utterances are the same words but for a few at an edge."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    longest = max(one.end - one.start, other.end - other.start)
    return shared > 0.8 * longest
