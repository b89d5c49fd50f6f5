"""Clauses that follow a verb of speech without a conjunction: a subject and its finite verb."""

from __future__ import annotations

from briefing.extract.quotes import groups
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period

_CLAUSE_REACH = 30
_MONEY = "$£€₹¥"


def begins(period: Period, cue: Cue, start: int, speech: Speech) -> bool:
    """Whether a subject and its finite verb follow without a conjunction, or the verb alone (“which he says is …”)."""
    if start >= len(period) or period.inside[start] is not None or period.is_edge(start):
        return False
    token = period.tokens[start]
    if groups.is_finite(period, start):
        return _is_relative_clause(period, cue, speech)
    bridge = speech.has_lemma("bridges", period.tokens[cue.first])
    if cue.takes("addressee") and cue.first and _is_closed_addressee(period, cue, start, speech):
        return False
    if speech.is_in("question", token) and token.pos != "DET" and not cue.takes("question"):
        return False
    if tells_which(period, cue, start, speech):
        return False
    if token.pos in ("CCONJ", "PART") or (token.pos in ("ADP", "SCONJ") and not bridge):
        return False
    if _is_duration(period, start, speech):
        return False
    counted = start + 2 < len(period) and speech.is_in("as", period.tokens[start + 2])  # “as many as 300 people came”
    compared = speech.is_in("as", token) and not counted
    if token.readings[0].case == "acc" or compared or speech.is_in("about", token):
        return False  # “were told of the risks of …” names a topic
    says = token.readings[0].form == "part" and token.readings[0].tense == "pres" and token.lemma in speech.verbs
    if says:
        return False  # “the report says, | adding that …”
    if (
        _is_judged(period, cue, start)
        or _is_circumstance(period, start, speech)
        or _is_noun_of_speech(period, start, speech)
    ):
        return False
    if speech.has_lemma("adding", period.tokens[cue.first]) and _is_amount(period, start):
        bridge = False  # “added 20 shops last year, as sales rose”
    return _has_verb(period, start, speech, bridge=bridge)


def _is_amount(period: Period, start: int) -> bool:
    """Whether a number opens the phrase: “added | 20 shops”, “added | a further two players”."""
    opening = period.tokens[start : start + 3]
    numbered = next((i for i, token in enumerate(opening) if token.pos == "NUM" or token.text in _MONEY), None)
    return numbered is not None and all(token.pos in ("DET", "ADJ", "ADP", "ADV") for token in opening[:numbered])


def tells_which(period: Period, cue: Cue, start: int, speech: Speech) -> bool:
    """Whether a relative clause tells who was just named: “told residents | who live near”, “warned anyone who”.

    Behind a verb that asks it is the question, unless nobody in particular is asked.
    """
    if start <= cue.stop or start + 1 >= len(period) or not speech.is_in("object_relatives", period.tokens[start]):
        return False
    before, verb = period.tokens[start - 1], start + 1
    while verb + 1 < len(period) and period.tokens[verb].pos == "ADV":
        verb += 1
    if before.pos not in ("NOUN", "PRON", "DET") or not groups.is_finite(period, verb):
        return False
    asks = speech.has_lemma("asking", period.tokens[cue.first])
    return not asks or speech.is_in("whoever", before)


def _has_verb(period: Period, start: int, speech: Speech, *, bridge: bool) -> bool:
    """Whether a finite verb follows before the phrase that begins at ``start`` ends as an object would."""
    depth = 0  # of brackets
    for index in range(start, min(len(period), start + _CLAUSE_REACH)):
        if period.inside[index] is not None:
            if groups.is_finite(period, index) and index > start + 1:
                return True
            continue
        if period.tokens[index].text == "(" or depth:
            depth += (period.tokens[index].text == "(") - (period.tokens[index].text == ")")
            continue
        if index > start and _closes_phrase(period, index, speech, bridge=bridge):
            return False
        if speech.is_in("relative", period.tokens[index]) and index > start:
            continue
        if groups.is_finite(period, index) and not groups.is_relative(period, index, speech):
            return True
    return False


def _is_circumstance(period: Period, start: int, speech: Speech) -> bool:
    """Whether an adverb and a preposition follow: “the trams that he ordered | back in March | will …”."""
    following = period.tokens[start + 1] if start + 1 < len(period) else None
    number = start + 2 < len(period) and period.tokens[start + 2].pos == "NUM"
    counted = number and following is not None and speech.is_in("recipient_prepositions", following)  # “up to 10”
    return period.tokens[start].pos == "ADV" and following is not None and following.pos == "ADP" and not counted


def _is_duration(period: Period, start: int, speech: Speech) -> bool:
    """Whether a preposition, a time and a comma follow: “argued | for weeks, then gave in”."""
    end = groups.simple_phrase(period, start + 1)
    timed = end > start + 1 and speech.has_lemma("times", period.tokens[end - 1])
    return period.tokens[start].pos == "ADP" and timed and end < len(period) and period.tokens[end].text == ","


def _is_noun_of_speech(period: Period, start: int, speech: Speech) -> bool:
    """Whether an object follows that has content of its own: “repeated | her claim that she was ill”."""
    end = groups.simple_phrase(period, start)
    return (
        start < end < len(period)
        and period.tokens[end - 1].lemma in speech.nouns
        and speech.is_in("that", period.tokens[end])
    )


def _is_judged(period: Period, cue: Cue, start: int) -> bool:
    """Whether an adjective follows that tells how somebody feels: “felt uneasy about leaving”."""
    after = period.tokens[start + 1] if start + 1 < len(period) else None
    return (
        cue.takes("mind") and period.tokens[start].pos == "ADJ" and after is not None and after.pos in ("ADP", "SCONJ")
    )


def _is_closed_addressee(period: Period, cue: Cue, start: int, speech: Speech) -> bool:
    """Whether words are told to whom a comma closes off: “…,” Lee told the jurors, the paper wrote.

    They are marked, or go on behind that comma: “If it rains, Lee told | the jurors, the road may close”.
    """
    end = groups.simple_phrase(period, start)
    if any(period.inside[i] is not None for i in range(cue.first)):
        return end < len(period) and period.tokens[end].text == ","
    return inserted(period, cue, start, speech) is not None


def inserted(period: Period, cue: Cue, start: int, speech: Speech) -> int | None:
    """Return where words go on behind an attribution between commas that tells to whom: “…, Lee told us, | a …”."""
    before = cue.first - 1
    while before > 0 and period.tokens[before].pos in ("NOUN", "PROPN", "PRON", "DET", "ADJ"):
        before -= 1
    opening = period.places[before][0].tokens[0] if before > 0 else None
    if opening is None or period.tokens[before].text != ",":
        return None
    if opening.pos not in ("SCONJ", "ADP") and not speech.is_in("supposing", opening):
        return None
    end = groups.past_adjuncts(period, groups.simple_phrase(period, start), speech)
    closed = start < end < len(period) and period.tokens[end].text == ","
    return end + 1 if closed and period.finite(end + 1, len(period)) is not None else None


def _closes_phrase(period: Period, index: int, speech: Speech, *, bridge: bool) -> bool:
    """Whether the phrase that follows a verb ends here, so that it is an object and no subject of a clause.

    ``bridge`` says that the verb mostly has clauses, whose subjects may hold commas and “and”.
    """
    if period.is_hard(index) or period.is_stop(index):
        return True
    if period.tokens[index].pos == "SCONJ" and not bridge and not speech.is_in("that", period.tokens[index]):
        return True
    after = period.tokens[index + 1] if index + 1 < len(period) else None
    if period.tokens[index].text == ",":
        aside = after is not None and after.readings[0].form == "part"
        return not bridge or (aside and not _resumes(period, index + 1))
    if period.tokens[index].pos == "CCONJ":
        return (
            not bridge
            or period.tokens[index - 1].text == ","
            or (after is not None and groups.is_finite(period, index + 1))
        )
    return False


def _resumes(period: Period, index: int) -> bool:
    """Whether a comma closes what begins at ``index`` and the verb follows: “profits, | excluding tax, fell”."""
    closing = next((i for i in range(index, len(period)) if period.is_edge(i)), len(period))
    if closing + 1 >= len(period) or period.tokens[closing].text != ",":
        return False
    return groups.is_finite(period, closing + 1)


def _is_relative_clause(period: Period, cue: Cue, speech: Speech) -> bool:
    """Whether a relative pronoun opens the cue's clause: “which he says is”, “what makers say are”."""
    for index in range(cue.first - 1, max(-1, cue.first - 8), -1):
        token = period.tokens[index]
        if speech.is_in("free_relatives", token):
            return True
        if speech.is_in("relative", token):
            return index == 0 or period.tokens[index - 1].pos != "ADP"
        if period.is_edge(index) or token.pos == "VERB":
            return False
    return False
