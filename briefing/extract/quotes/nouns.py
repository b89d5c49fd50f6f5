"""Content of nouns of speech where word order tells: “the claim that …”, “a warning from the mayor that …”."""

from __future__ import annotations

from briefing.extract.quotes import complements, groups
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period


def content(period: Period, cue: Cue, speech: Speech) -> int | None:
    """Return where the content of a noun of speech begins: after its conjunction, at an infinitive, or an object."""
    index = cue.stop
    if index >= len(period):
        return None
    token = period.tokens[index]
    if period.inside[index] is not None:
        return None
    if (
        cue.takes("that")
        and speech.is_in("that", token)
        and not (index + 1 < len(period) and groups.is_finite(period, index + 1))
    ):
        return index + 1
    if cue.takes("that") and token.pos == "PRON" and token.readings[0].case == "nom" and _has_verb_next(period, index):
        return index  # “her insistence she did not leave”
    if cue.takes("infinitive") and speech.is_in("infinitive_mark", token) and token.pos == "PART":
        return index
    source = named_source(period, cue, speech) if cue.takes("that") else None
    if source is not None and source[1] < len(period) and speech.is_in("that", period.tokens[source[1]]):
        return source[1] + 1
    for pattern in cue.predicate.content:
        long = groups.length(period, index + 1) >= complements.FEWEST_OBJECT_WORDS
        if pattern.preposition == token.fold and long and not _is_dated(period, index + 1, speech):
            return index + 1
    return None


def _is_dated(period: Period, index: int, speech: Speech) -> bool:
    """Whether only a time follows the noun that is asked for: “an appeal for | help | a week after the fire”."""
    end = groups.simple_phrase(period, index)
    if not index < end < len(period) - 1 or period.tokens[end].pos not in ("DET", "NUM", "ADJ"):
        return False
    return speech.is_in("times", period.tokens[end + 1]) or speech.is_in("times", period.tokens[end])


def _has_verb_next(period: Period, index: int) -> bool:
    """Whether a finite verb follows the pronoun at ``index``, adverbs between at most."""
    after = index + 1
    while after < len(period) and period.tokens[after].pos == "ADV":
        after += 1
    return after < len(period) and period.inside[after] is None and groups.is_finite(period, after)


def named_source(period: Period, cue: Cue, speech: Speech) -> tuple[int, int] | None:
    """Return the tokens of who is named behind a noun of speech as its source: “a warning from | Ann Lee | that …”."""
    first = cue.stop + 1
    if cue.form != "noun" or first >= len(period) or not speech.is_in("origins", period.tokens[cue.stop]):
        return None
    stop = groups.simple_phrase(period, first)
    return (first, stop) if stop > first else None
