"""Whose words a noun of speech means: its owner, a possessive, or whoever carries it with a verb."""

from __future__ import annotations

from briefing.extract.drafts import Mention
from briefing.extract.quotes import documents, houses, mentions
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period


def of(period: Period, cue: Cue, carrier: int | None, speech: Speech) -> Mention | None:
    """Return whose words the noun means: its owner, else the subject of the verb that carries it.

    Who voices a feeling or a readiness has it himself: «выразил готовность страны помочь».
    """
    spoken = _carrying(period, cue, carrier) if carrier is not None else None
    if spoken is not None and spoken.start <= period.tokens[cue.first].start < spoken.end:
        spoken = None
    if spoken is None and carrier is not None:
        told = Cue(carrier, carrier + 1, cue.predicate, "finite", period.tokens[carrier].readings[0])
        spoken = houses.institution(period, cue, speech) or houses.institution(period, told, speech)
    if carrier is not None and spoken is not None and speech.has_lemma("voicing", period.tokens[carrier]):
        return spoken
    return documents.owner(period, cue.stop) or _possessor(period, cue, speech) or spoken


def _carrying(period: Period, cue: Cue, carrier: int) -> Mention | None:
    """Return the subject of the verb that carries a noun of speech, that of the main verb if it is a converb."""
    reading = period.tokens[carrier].readings[0]
    if reading.form != "conv":
        return mentions.subject(period, carrier)
    main = mentions.governing(period, Cue(carrier, carrier + 1, cue.predicate, "converb", reading))
    return mentions.subject(period, main) if main is not None else None


def _possessor(period: Period, cue: Cue, speech: Speech) -> Mention | None:
    """Return the possessive before the noun, adjectives between them at most: «за | её | недавнее утверждение, что»."""
    first = cue.first - 1
    while first > 0 and period.tokens[first].pos == "ADJ":
        first -= 1
    if first < 0 or period.inside[first] is not None or not speech.is_in("possessors", period.tokens[first]):
        return None
    return period.mention(first, first + 1)
