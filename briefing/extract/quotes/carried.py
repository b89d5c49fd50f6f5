"""Content of Russian nouns of speech: with an owner, a verb that carries them, or as what the article tells of."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.quotes import colons, content, governed, mentions, owners, pointers
from briefing.extract.quotes.claim import Claim
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.inserts import past_insertion
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period
from briefing.language import Token


def of_noun(period: Period, cue: Cue, cues: Sequence[Cue], tails: Sequence[int], speech: Speech) -> Claim | None:
    pointed = cue.takes("this") and pointers.is_pointed_at(period, cue, speech)
    carrying = ("carriers", "pointing") if pointed else ("carriers",)
    carrier = _carrier(period, cue, carrying, speech)
    mention = owners.of(period, cue, carrier, speech)
    after = colons.after_colon(period, cue, cues) if cue.takes("direct") else None
    if mention is None and after is not None:
        mention = colons.text_itself(period, after - 1)
    if mention is None and carrier is None:
        return _of_nobody(period, cue, cues, tails, speech)
    span = period.span(cue.first, cue.stop)
    carried = carrier is not None and any(speech.has_lemma(name, period.tokens[carrier]) for name in carrying)
    if carrier is not None and carried and carrier > 0 and speech.is_in("negations", period.tokens[carrier - 1]):
        return None
    if carrier is not None and carried and pointed:
        described = _describes(period, cue, carrier, speech)  # «назвал такое решение ошибкой»
        return Claim(span, mentions.subject(period, carrier), "before") if not described else None
    start = content.clause(period, cue, cues, speech)
    if start is not None and start < len(period.tokens):
        return Claim(span, mention, "here", start, content.end(period, start, cue, cues, tails, speech), clause=True)
    if mention is not None and cue.takes("that") and (start := content.equated(period, cue, speech)) is not None:
        return Claim(span, mention, "here", start, content.end(period, start, cue, cues, tails, speech), clause=True)
    if after is not None:
        unmarked = carrier is not None and cue.takes("that")
        led = colons.colon_claim(period, after, span, mention, speech, unmarked=unmarked)
        if led is not None:
            return led
    if not carried or _is_ground(period, cue):
        return None
    if cue.takes("infinitive") and (found := content.infinitive(period, cue, speech)) is not None:
        stop = content.end(period, found[0], cue, cues, tails, speech)
        if carrier is not None and found[0] < carrier < stop:
            stop = carrier  # «о намерении | уйти | заявил министр»
        return Claim(span, mention, "here", found[1], stop)
    for pattern in cue.predicate.content:
        if (start := governed.start(period, cue, pattern, speech)) is not None:
            stop = content.end(period, start, cue, cues, tails, speech)
            return Claim(span, mention, "here", start, stop)
    return None


def _describes(period: Period, cue: Cue, carrier: int, speech: Speech) -> bool:
    """Whether the verb, in the active, says with marked words or an instrumental what the noun stands for."""
    first, stop = period.segment(carrier)
    verb = period.tokens[carrier].readings[0]
    if verb.form == "short" or not any("call" in predicate.frames for predicate in speech.verbs.get(verb.lemma, ())):
        return False
    doer = mentions.subject(period, carrier)
    marked = (period.tokens[i] for i in range(first, stop) if period.inside[i] is not None)
    if any(doer is None or not doer.start <= token.start < doer.end for token in marked):
        return True
    apart = [i for i in range(first, stop) if not cue.first - 1 <= i < cue.stop]
    return any(_is_instrumental(period, i, speech) for i in apart)


def _is_instrumental(period: Period, index: int, speech: Speech) -> bool:
    """Whether the word stands in the instrumental without a preposition, and tells no time."""
    reading = period.tokens[index].readings[0]
    if (
        reading.case != "ins"
        or reading.pos not in ("ADJ", "NOUN", "VERB")
        or speech.has_lemma("times", period.tokens[index])
    ):
        return False
    sentence, local = period.places[index]
    first, _ = period.language.noun_phrase(sentence, local)
    return min(first, local) == 0 or sentence.tokens[min(first, local) - 1].pos != "ADP"


def _is_ground(period: Period, cue: Cue) -> bool:
    """Whether the noun only gives the ground of what is done: «получил срок по обвинению в краже»."""
    sentence, local = period.places[cue.first]
    first, _ = period.language.noun_phrase(sentence, local)
    return cue.reading.case == "dat" and first > 0 and sentence.tokens[first - 1].pos == "ADP"


def _of_nobody(period: Period, cue: Cue, cues: Sequence[Cue], tails: Sequence[int], speech: Speech) -> Claim | None:
    """Return what the article tells that is said or thought by nobody named, or denied: «есть данные, что …»."""
    told = cue.takes("that") and not cue.takes("carried")
    start = content.clause(period, cue, cues, speech) if told else None
    if start is None or start >= len(period.tokens):
        return None
    first, stop = period.segment(cue.first)
    denial = next((i for i in range(first, stop) if speech.has_lemma("denying", period.tokens[i])), None)
    if denial is None and not _is_told_of(period, cue, speech):
        return None
    mention = mentions.subject(period, denial) if denial is not None else None
    stop = content.end(period, start, cue, cues, tails, speech)
    return Claim(period.span(cue.first, cue.stop), mention, "here", start, stop, clause=True)


def _is_told_of(period: Period, cue: Cue, speech: Speech) -> bool:
    """Whether the noun opens its sentence, or the article says only that there is such a thing: «есть слухи»."""
    first, stop = period.segment(cue.first)
    opening = period.tokens[cue.first - period.places[cue.first][1] : cue.first]
    if all(token.pos in ("ADJ", "DET", "PART") or speech.is_in("connectives", token) for token in opening):
        return True
    verb = next((i for i in range(first, stop) if speech.is_in("existentials", period.tokens[i])), None)
    if verb is None or (verb > first and speech.is_in("negations", period.tokens[verb - 1])):
        return False
    return all(i == verb or period.finite(i, i + 1) is None for i in range(first, stop))


def _carrier(period: Period, cue: Cue, carrying: Sequence[str], speech: Speech) -> int | None:
    """Return the verb that carries a noun of speech, in the same stretch: «выразил … уверенность».

    ``carrying`` are the lists of such verbs.
    """
    first, stop = period.segment(cue.first)
    beyond = past_insertion(period, stop, speech) if cue.takes("this") else stop
    further = range(beyond, period.segment(beyond)[1] if beyond > stop else beyond)
    for side in (range(cue.first - 1, first - 1, -1), range(cue.stop, stop), further):
        for index in side:
            token = period.tokens[index]
            if period.inside[index] is not None or token.pos != "VERB" or period.is_in_person(index):
                continue
            if any(speech.has_lemma(name, token) for name in carrying) or "that" in _frames(token, speech):
                return index
            if token.readings[0].form == "fin":
                break  # «усложняет задачу» governs the noun, whatever stands beyond
    return None


def _frames(token: Token, speech: Speech) -> frozenset[str]:
    """Return the frames of a verb of speech that may carry a noun of speech; a denial takes what others say."""
    predicates = [p for p in speech.verbs.get(token.readings[0].lemma, ()) if not p.rest and "insert" in p.frames]
    return predicates[0].frames if predicates else frozenset()
