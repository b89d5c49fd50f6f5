"""Phrases that take up what was said before: «Об этом сообщил мэр», «…, о чём пишет газета», «Такой вывод сделал …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.extract.quotes.claim import Claim
from briefing.extract.quotes.cues import Cue, SourcePhrase
from briefing.extract.quotes.inserts import before_insertion
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period
from briefing.language import Token

_LONGEST_POINTER = 5


def points_back(period: Period, cue: Cue, speech: Speech, phrases: str = "this") -> bool:
    """Whether the cue's stretch has one of the phrases that take up what was said, and no content of its own."""
    first, stop = period.segment(cue.first)
    first = before_insertion(period, first, speech)
    if stop < len(period) and period.tokens[stop].text == ":":
        return False
    if stop + 1 < len(period) and period.tokens[stop].text == "," and speech.is_in("that", period.tokens[stop + 1]):
        return False  # «обосновав это тем, что …»
    return any(
        period.inside[i] is None
        and (length := speech.phrase_at(phrases, period.tokens, i))
        and i + length <= stop
        and not (i + length < len(period) and speech.is_in("as", period.tokens[i + length]))  # «так как»
        and not (i + length < stop and _goes_with(period, i + length))
        and not (length == 1 and speech.is_in("things", period.tokens[i]) and _follows_clause(period, first, speech))
        for i in range(first, stop)
    )


def _follows_clause(period: Period, first: int, speech: Speech) -> bool:
    """Whether the sentence has told something before: «Мэр заявил, что мост закрыт, и завод | подтвердил это»."""
    if first >= len(period):
        return False
    verbs = (i for i in range(first - period.places[first][1], first) if period.finite(i, i + 1) is not None)
    return any(not any(speech.is_in("relative", t) for t in _opening(period, verb)) for verb in verbs)


def _opening(period: Period, index: int) -> Sequence[Token]:
    """Return the first words of the stretch around a token."""
    begin = period.segment(index)[0]
    return period.tokens[begin : begin + 2]


def is_pointed_at(period: Period, cue: Cue, speech: Speech) -> bool:
    _, stop = period.segment(cue.first)
    if cue.first == 0 or (stop < len(period) and period.is_colon(stop)):
        return False  # «дал такую оценку: …» points ahead
    before = period.tokens[cue.first - 1]
    cases = {reading.case for reading in before.readings if reading.lemma in speech.words["such"]}
    return bool(cases) and (
        not any(cases) or any(reading.case in cases for reading in period.tokens[cue.first].readings)
    )


def names_event(period: Period, cue: Cue, speech: Speech) -> bool:
    """Whether the sentence opens with a bare noun for what has just been told: «Об аварии сообщила полиция»."""
    _, local = period.places[cue.first]
    stop = cue.first - (period.tokens[cue.first - 1].pos == "PRON")  # «о своём решении он сообщил»
    named = period.tokens[cue.first - local + 1 : stop] if local <= _LONGEST_POINTER else []
    if not named or not speech.is_in("about", period.tokens[cue.first - local]):
        return False
    *modifiers, noun = named
    if any(token.pos not in ("ADJ", "DET") for token in modifiers) or noun.reading(case="loc") is None:
        return False
    told = noun.reading(pos="NOUN")
    return told is not None and (
        told.lemma in speech.words["happenings"] or told.lemma.endswith(tuple(speech.words["event_endings"]))
    )


def _goes_with(period: Period, index: int) -> bool:
    """Whether «этом» in «об этом» only determines the noun after it: «об этом законе», not «об этом журналистам»."""
    pointer, following = period.tokens[index - 1], period.tokens[index]
    sentence, local = period.places[index]
    name = sentence.name_at(local)
    if following.pos not in ("NOUN", "ADJ", "DET") or (name is not None and name.kind == "organisation"):
        return False
    cases = {reading.case for reading in pointer.readings if reading.case}
    return not cases or any(reading.case in cases for reading in following.readings)


def continued(period: Period, cue: Cue, speech: Speech) -> tuple[int, int] | None:
    """Return what a clause behind it attributes: the sentence up to it («…, о чём сообщил мэр», «… (об этом …)»)."""
    first, stop = period.segment(cue.first)
    if stop < len(period) and period.is_colon(stop) and not speech.phrase_at("back", period.tokens, first):
        return None
    after_dash = first > 1 and period.tokens[first - 1].text in ("—", "–", "-", "(")
    listed = ("this",) if after_dash else ("which", "back")
    length = max(speech.phrase_at(name, period.tokens, first) for name in listed) if first > 1 else 0
    following = period.tokens[first + length]
    if not length or speech.is_in("as", following) or speech.is_in("coordinators", following):
        return None  # «, так как …», «…, так и …»
    sentence, local = period.places[first]
    if not after_dash and (sentence.tokens[0].pos == "SCONJ" or _is_led_in(period, first - local, first - 1, speech)):
        return None  # «Когда мост открыли, об этом рассказали жителям», «В частности, об этом …»
    return (first - local, first - 1) if local > 1 else None


def _is_led_in(period: Period, first: int, stop: int, speech: Speech) -> bool:
    """Whether nothing but words that lead in stand before a phrase that points back: «В частности, об этом …»."""
    return all(speech.is_in("connectives", token) or token.pos == "ADP" for token in period.tokens[first:stop])


def _leads_over(period: Period, pointer: Claim, inserted: Claim) -> bool:
    """Whether an insertion stands in what points back: «С таким заявлением|, как пишет «Труд», |выступил мэр»."""
    if pointer.cue is None or inserted.cue is None or pointer.cue[0] > inserted.cue[0]:
        return False
    sentence, local = period.places[inserted.first]
    return sentence.start <= pointer.cue[0] and sentence.start <= inserted.cue[0] < sentence.tokens[local].start


def _follows_pointer(period: Period, claim: Claim, speech: Speech) -> bool:
    """Whether it is the rest of a sentence that points back: «Об этом, как пишет «Труд», | стало известно в мае»."""
    _, local = period.places[claim.first]
    opening = claim.first - local
    comma = opening + speech.phrase_at("back", period.tokens, opening)
    before = claim.cue is not None and period.tokens[comma].start < claim.cue[0] < period.tokens[claim.first].start
    return opening < comma < claim.first and period.tokens[comma].text == "," and before


def without_idle(
    period: Period, claims: Sequence[Claim], sources: Sequence[SourcePhrase], speech: Speech
) -> Iterator[Claim]:
    """Yield the claims; one that covers only what points back is about what it points to, or left out if another is.

    «Об этом пишет мэр, передаёт ТАСС», «Об этом стало известно в мае, пишет «Труд»». What a source phrase opens behind
    a colon is the source's: «Мэр не согласен: по его мнению, мост нужен».
    """
    sourced = {phrase.first for phrase in sources if phrase.first and period.tokens[phrase.first - 1].text == ":"}
    pointed = [claim for claim in claims if claim.place == "before"]
    for claim in claims:
        start, end = period.span(claim.first, claim.stop)
        if not claim.outer:
            yield from [claim] if claim.first not in sourced or claim.place != "here" else []
        elif any(other.cue and (start <= other.cue[0] < end or _leads_over(period, other, claim)) for other in pointed):
            continue
        elif not speech.phrase_at("back", period.tokens, claim.first) and not _follows_pointer(period, claim, speech):
            yield claim
        elif not pointed:
            yield Claim(claim.cue, claim.mention, "before")
