"""What the article tells behind reported content of its own: what the speaker did next, what others answered."""

from __future__ import annotations

from briefing.extract.quotes import mentions, someone
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period, is_predicate
from briefing.language import Reading


def is_next_deed(period: Period, start: int, joint: int, cue: Cue, speech: Speech) -> bool:
    """Whether the speaker's next deed follows, which no verb of the content goes with: «сказал, что всё ясно, и уехал».

    Its verb can share the subject of the cue, or of the verb that a converb depends on, and has none of its own.
    """
    at = joint + 1 if period.tokens[joint].text == "," else joint
    if at + 1 >= len(period) or not speech.is_in("coordinators", period.tokens[at]):
        return False
    if period.tokens[at - 1].pos in ("ADV", "PART", "CCONJ"):
        return False  # «так и не уехал»
    verb = _past_aside(period, at + 1)
    while verb < len(period) and period.tokens[verb].pos in ("ADV", "PART"):
        verb += 1
    if at > joint:
        verb = _past_complements(period, verb)
    told = _main_verb(period, cue)
    if verb >= len(period) or told is None or period.inside[verb] is not None:
        return False
    deed = period.tokens[verb].readings[0]
    if deed.form != "fin" or not share_subject(told, deed) or _has_subject_after(period, verb):
        return False
    said = [token.readings[0] for i, token in enumerate(period.tokens[start:joint], start) if period.inside[i] is None]
    return not any(reading.form in ("fin", "short") and share_subject(reading, deed) for reading in said)


def _past_complements(period: Period, first: int) -> int:
    """Return the verb in the past behind what it governs: «и | спорить с соседом не | стал»; ``first`` without one."""
    if first >= len(period) or period.is_edge(first):
        return first
    verb = period.finite(first, period.segment(first)[1])
    deed = period.tokens[verb].readings[0] if verb is not None else None
    if verb is None or deed is None or deed.tense != "past" or deed.gender in ("", "neut"):
        return first
    governed = False  # by a preposition or an infinitive
    for token in period.tokens[first:verb]:
        reading = token.readings[0]
        if reading.pos in ("SCONJ", "CCONJ"):
            return first
        governed = governed or reading.pos == "ADP" or reading.form == "inf"
        if reading.pos in ("NOUN", "PROPN", "PRON", "DET", "NUM") and not governed:
            subject = token.reading(case="nom")
            if subject is not None and subject.gender in ("", deed.gender):
                return first
    return verb


def is_vain(period: Period, joint: int, speech: Speech) -> bool:
    """Whether others could not talk the speaker out of it: «уверен, что …, | и разубедить его не удалось»."""
    first = joint + 2
    if period.tokens[joint].text != "," or first >= len(period):
        return False
    if not speech.is_in("coordinators", period.tokens[joint + 1]):
        return False
    _, stop = period.segment(first)
    verb = period.finite(first, stop)
    if verb is None or period.tokens[verb].readings[0].tense != "past":
        return False
    return any(speech.has_lemma("dissuading", token) for token in period.tokens[first:stop])


def is_alone(period: Period, start: int, mark: int, other: Cue) -> bool:
    """Whether somebody else's verb is in the past, and none of the content: «что снесут дом, | а люди …»."""
    said = [period.tokens[i].readings[0] for i in range(start, mark) if period.inside[i] is None]
    finite = [reading for reading in said if reading.form in ("fin", "short")]
    subject = mentions.subject(period, other.first)
    somebody = subject is not None and someone.is_someone(period, subject) and subject.start > period.tokens[mark].start
    return (
        other.reading.tense == "past"
        and somebody
        and bool(finite)
        and all(r.form == "short" or r.tense != "past" for r in finite)
    )


def _past_aside(period: Period, index: int) -> int:
    """Return ``index``, moved past a converb's phrase between commas: «попросил слова и|, получив его, | встал»."""
    if index + 1 >= len(period) or period.tokens[index].text != ",":
        return index
    if period.tokens[index + 1].readings[0].form != "conv":
        return index
    _, stop = period.segment(index + 1)
    return stop + 1 if stop < len(period) and period.tokens[stop].text == "," else index


def _main_verb(period: Period, cue: Cue) -> Reading | None:
    """Return the finite verb of the cue: itself, or the nearest before a converb or noun; None for any other cue."""
    if cue.form == "finite":
        return cue.reading
    sentence, local = period.places[cue.first]
    before = (token.readings[0] for token in reversed(sentence.tokens[:local]) if is_predicate(token))
    return next(before, None) if cue.form in ("converb", "noun") else None


def _has_subject_after(period: Period, verb: int) -> bool:
    """Whether a noun that can be the verb's subject follows it, without a preposition: «и пострадал прохожий»."""
    for index in range(verb + 1, min(len(period), verb + 5)):
        token = period.tokens[index]
        if token.pos == "ADP" or period.is_edge(index):
            return False
        if token.pos in ("NOUN", "PROPN", "PRON"):
            deed = period.tokens[verb].readings[0]
            if deed.transitive and deed.voice == "act" and not token.readings[0].animate and token.reading(case="acc"):
                return False  # «и покинул зал»
            named = (reading for reading in token.readings if reading.case == "nom")
            return any(r.number == deed.number and (not deed.gender or r.gender in ("", deed.gender)) for r in named)
    return False


def share_subject(one: Reading, other: Reading) -> bool:
    """Whether two predicates can have one subject, by their number, gender and tense."""
    if one.number != other.number or ("short" not in (one.form, other.form) and one.tense != other.tense):
        return False
    return not (one.gender and other.gender) or one.gender == other.gender
