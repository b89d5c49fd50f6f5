"""Nominal content: nouns of happenings, states and duties that a predicate of speech governs."""

from __future__ import annotations

from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Government, Speech
from briefing.extract.quotes.periods import Period, is_predicate

_PLACES = frozenset("в во на".split())


def start(period: Period, cue: Cue, pattern: Government, speech: Speech) -> int | None:
    """Return where nominal content of this pattern begins after the cue, in the cue's own stretch."""
    _, stop = period.segment(cue.first)
    for index in range(cue.stop, stop):
        if period.inside[index] is not None:
            continue
        token = period.tokens[index]
        if is_predicate(token) or speech.is_in("coordinators", token):
            return None
        if pattern.preposition:
            if token.pos in ("ADP", "SCONJ") and _is_form_of(token.fold, pattern.preposition):
                return index + 1 if _suits(period, index + 1, stop, pattern, speech) else None
            if token.pos == "ADP" and cue.form == "noun":
                return None
        elif token.pos == "ADP":
            return None
        elif _is_in_case(period, index, pattern.case):
            return index if _suits(period, index, stop, pattern, speech) else None
    return None


def _is_form_of(form: str, preposition: str) -> bool:
    """Whether the form is the preposition itself or what it becomes before some sounds: «об», «во»."""
    return form == preposition or (form[:-1] == preposition and form[-1] in "бо")


def _is_in_case(period: Period, index: int, case: str) -> bool:
    token = period.tokens[index]
    reading = token.reading(case=case)
    return reading is not None and reading.pos in ("NOUN", "ADJ", "DET", "NUM", "PROPN", "VERB")


def _suits(period: Period, first: int, stop: int, pattern: Government, speech: Speech) -> bool:
    """Whether the noun phrase has the case wanted and, where only events count, means one that has its own words."""
    for index in range(first, min(stop, first + 6)):
        token = period.tokens[index]
        noun = token.reading(pos="NOUN")
        following = period.tokens[index + 1].pos if index + 1 < stop else ""
        if noun is None or (noun.lemma in speech.words["amounts"] and following):
            continue
        if token.pos == "ADJ" and following in ("ADJ", "NOUN"):
            continue  # «новых реформ», though «новый» is a noun too
        if noun.lemma in speech.words["hollow"]:
            return False
        amount = index > first and speech.has_lemma("amounts", period.tokens[first])
        if token.reading(pos="NOUN", case="gen" if amount else pattern.case) is None:
            return False
        if pattern.only == "state" and is_abstract(noun.lemma, speech):
            return stop - first > 1
        if pattern.only == "modal":
            return noun.lemma in speech.words["modal"] and stop - first > 1
        if (
            index > first
            and period.tokens[index - 1].pos in ("DET", "PRON")
            and _is_circumstance(period, index + 1, stop)
        ):
            return False  # «объявил о своём решении в эфире» only names a topic
        told = [token for token in period.tokens[first:stop] if token.pos not in ("DET", "PRON")]
        return not pattern.only or (is_event(noun.lemma, speech) and len(told) > 1)
    return False


def opens(period: Period, first: int, stop: int, pattern: Government, speech: Speech) -> bool:
    """Whether the words are nominal content of this pattern and nothing else."""
    return _is_in_case(period, first, pattern.case) and _suits(period, first, stop, pattern, speech)


def _is_circumstance(period: Period, index: int, stop: int) -> bool:
    """Whether nothing follows, or what tells when and where: no complement of the noun before."""
    return index >= stop or (period.tokens[index].pos == "ADP" and period.tokens[index].fold in _PLACES)


def is_abstract(lemma: str, speech: Speech) -> bool:
    """Whether the noun means a state or quality, which can be confirmed or denied."""
    return lemma in speech.words["modal"] or lemma.endswith(tuple(speech.words["abstract_endings"]))


def is_event(lemma: str, speech: Speech) -> bool:
    """Whether the noun means a happening or an intention rather than a thing."""
    return lemma in speech.words["events"] or lemma.endswith(tuple(speech.words["event_endings"]))
