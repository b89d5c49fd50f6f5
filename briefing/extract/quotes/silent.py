"""Verbs of speech that attribute nothing where they stand: «стоит напомнить», «обязан сообщить», «отвечает нормам»."""

from __future__ import annotations

from briefing.extract import roles
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period
from briefing.language import Reading

_NEAR = 4  # tokens


def says_nothing(period: Period, index: int, reading: Reading, speech: Speech) -> bool:
    """Whether the verb of speech only looks like a cue, tells an aim, or says that one thing suits another."""
    token = period.tokens[index]
    if speech.is_in("idle", token) or _is_aim(period, index, reading, speech):
        return True
    return speech.has_lemma("complying", token) and _complies(period, index)


def is_impersonal(period: Period, index: int, reading: Reading, speech: Speech) -> bool:
    """Whether the text itself speaks or a thing serves: «стоит напомнить», «призвано разрешить»."""
    if reading.form != "inf":
        return False
    for before in reversed(period.tokens[max(0, index - 3) : index]):
        if speech.is_in("impersonal", before) or speech.is_in("idle", before):
            return True
        if before.pos not in ("ADV", "PART") and not speech.has_lemma("auxiliaries", before):
            # «не хотим сказать, что …» is the writer's own.
            return before.readings[0].form == "fin" and before.readings[0].person == "1"
    return False


def _is_aim(period: Period, index: int, reading: Reading, speech: Speech) -> bool:
    """Whether the verb tells what somebody wants to find out: «остался, чтобы убедиться, что …»."""
    if reading.form != "inf" or reading.lemma not in speech.words["aimed"]:
        return False
    return any(speech.is_in("purpose", before) for before in period.tokens[max(0, index - 3) : index])


def _complies(period: Period, index: int) -> bool:
    """Whether a thing in the dative follows, which nobody answers: «отвечает требованиям, что …»."""
    after = (token for token in period.tokens[index + 1 : index + 1 + _NEAR] if token.pos not in ("ADJ", "DET"))
    noun = next(after, None)
    reading = noun.reading(pos="NOUN", case="dat") if noun is not None else None
    if noun is None or noun.is_capital or reading is None or reading.animate:
        return False
    return not roles.lexicon(period.language).kinds(reading.lemma) & roles.SPEAKING
