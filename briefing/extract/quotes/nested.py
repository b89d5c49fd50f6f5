"""Speech within speech: what a quotation says that somebody else said, asked or promised."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract import roles, shares
from briefing.extract.drafts import Mention
from briefing.extract.quotes import cues, positional
from briefing.extract.quotes.claim import Claim
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.marks import Marked
from briefing.extract.quotes.periods import Period

_FEWEST_WORDS = 5  # “She said it was late”
_SPOKEN = frozenset(("this", "addressee"))


def read(period: Period, speech: Speech) -> Iterator[tuple[Period, list[Claim]]]:
    """Yield each quotation of the period as a period of its own, with what it attributes to others.

    Only a verb of speech with a subject of its own counts: what others think, or people say, is part of the quotation.
    """
    for marked in period.marked:
        inner = _within(period, marked)
        if inner.words(0, len(inner)) < _FEWEST_WORDS:
            continue
        found = [cue for cue in cues.find(inner, speech) if _SPOKEN & cue.predicate.frames and not cue.takes("mind")]
        phrases = cues.sources(inner, speech)
        spoken = {inner.span(one.first, one.stop) for one in phrases}
        spoken |= {inner.span(cue.first, cue.stop) for cue in found if cue.form != "noun"}
        claims = positional.read(inner, found, phrases, speech) if spoken else []
        kept = [claim for claim in claims if claim.cue in spoken and _is_by_another(claim, inner, speech)]
        if kept:
            yield inner, kept


def _within(period: Period, marked: Marked) -> Period:
    """Return the marked words as a period in which nothing is marked."""
    first, stop = period.range_of(marked)
    inner = Period(period.index, period.paragraph, period.language)
    inside = [i for i in range(first, stop) if marked.start <= period.tokens[i].start < marked.end]
    inner.tokens = [period.tokens[i] for i in inside]
    inner.places = [period.places[i] for i in inside]
    inner.cover(())
    return inner


def _is_by_another(claim: Claim, period: Period, speech: Speech) -> bool:
    """Whether a claim names somebody: “she”, “the doctors”, “Ann”, not “they”, “it” or “people”."""
    if claim.place != "here" or claim.mention is None or claim.elided:
        return False
    if shares.whole(period.language, claim.mention) is not None:
        return True
    return not (_is_anybody(claim.mention, speech) or _is_bare_text(claim.mention, period))


def _is_bare_text(mention: Mention, period: Period) -> bool:
    """Whether a text is meant that the article does not name: “this bill”, “the report”, not “Acme's report”."""
    sentence, last = mention.sentence, mention.sentence.tokens[mention.stop - 1]
    known = roles.lexicon(period.language)
    kinds = known.kinds(last.lemma) | known.kinds(last.fold)
    named = any(sentence.tokens[index].pos == "PROPN" for index in range(mention.first, mention.stop))
    return "document" in kinds and not named


def _is_anybody(mention: Mention, speech: Speech) -> bool:
    tokens = mention.sentence.tokens[mention.first : mention.stop]
    if any(speech.is_in("anybody", token) for token in tokens):
        return True
    reading = tokens[0].readings[0]
    alone = len(tokens) == 1 and reading.pos in ("PRON", "DET")
    return alone and not (reading.pos == "PRON" and reading.gender in ("masc", "fem"))
