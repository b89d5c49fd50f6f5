"""Attributions inserted into what they attribute, or added to it: «…, сообщил мэр», «как отметил мэр, …»."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.quotes import mentions, naming, openings, someone
from briefing.extract.quotes.cues import Cue, SourcePhrase
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period
from briefing.frozen import frozen

_LONGEST_LEAD = 8
_DASHES = ("—", "–", "-")
_BETWEEN = (",", *_DASHES, ".", "(")


@frozen
class Insert:
    """The tokens of an inserted attribution; ``closes`` if nothing attributed follows, ``leads`` if all does."""

    first: int
    stop: int
    cue: Cue | None = None
    closes: bool = False
    leads: bool = False


def find(period: Period, cues: Sequence[Cue], phrases: Sequence[SourcePhrase], speech: Speech) -> list[Insert]:
    """Return the inserted attributions of the period that a verb makes, in order."""
    found = []
    for cue in cues:
        if cue.takes("insert") and cue.form in ("finite", "passive"):
            insert = _as_insert(period, cue, speech) or _added(period, cue, speech)
            if insert is not None and not _goes_on(period, insert, phrases):
                found.append(insert)
    return found


def _goes_on(period: Period, insert: Insert, phrases: Sequence[SourcePhrase]) -> bool:
    """Whether a source phrase parts the verb from its subject: «Сроки, по словам мэра, требуют проверки»."""
    return any(
        phrase.stop == insert.first - 1 and phrase.first > 0 and period.finite(0, phrase.first) is None
        for phrase in phrases
    )


def _as_insert(period: Period, cue: Cue, speech: Speech) -> Insert | None:
    """Return an insertion of the kind «как сообщил мэр»."""
    first, stop = period.segment(cue.first)
    if not cue.takes("that"):
        return None
    for index in range(first, cue.first):
        token = period.tokens[index]
        if speech.is_in("as", token):
            if period.finite(index, cue.first) is not None or _has_clause(period, stop, speech):
                return None
            if openings.compares(period, index, speech) or openings.is_perceived(period, index, speech):
                return None
            if not _speaks(period, cue, (first, stop), speech):
                return None
            if stop > cue.stop and _runs_into(period, cue, stop):
                return Insert(index, cue.stop, cue)
            stop = _past_bracket(period, stop)
            return Insert(index, whole(period, stop, speech), cue, closes=is_last(period, stop))
        if not (token.pos in ("CCONJ", "PART", "ADV", "ADP") or speech.is_in("connectives", token)):
            return None
    return None


def _past_bracket(period: Period, stop: int) -> int:
    """Return the end of the stretch with a remark in brackets: «как заявил глава «Союза» (Union) | Пётр Лосев, …»."""
    if stop >= len(period) or period.tokens[stop].text != "(" or is_last(period, stop):
        return stop
    closing = next((i for i in range(stop, len(period)) if period.tokens[i].text == ")"), None)
    return period.segment(closing + 1)[1] if closing is not None and closing + 1 < len(period) else stop


def _runs_into(period: Period, cue: Cue, stop: int) -> bool:
    """Whether content follows «как сообщается» without a comma, its verb in the same stretch."""
    return cue.form == "passive" and period.finite(cue.stop, stop) is not None


def _speaks(period: Period, cue: Cue, segment: tuple[int, int], speech: Speech) -> bool:
    """Whether the insertion opens its sentence or names who speaks; «как говорят» inside another's words is idle."""
    if cue.form == "passive" and cue.takes("this"):
        return True  # «завод, как сообщается, закрыт»
    opens = all(not token.is_word or speech.is_in("connectives", token) for token in period.tokens[: segment[0]])
    return opens or mentions.of_verb(period, cue, speech, segment) is not None


def before_colon(period: Period, cue: Cue, speech: Speech) -> Insert | None:
    """Return an attribution between what it adds to and a quotation: «Мост закрыт, | сообщил мэр|: «…»»."""
    first, stop = period.segment(cue.first)
    told = first == cue.first and first > 1 and period.tokens[first - 1].text == "," and cue.takes("that")
    own = told and stop < len(period) and period.is_colon(stop) and _is_set_off(period, cue, first, stop, speech)
    opening = period.places[first][0].tokens[0]
    clause = opening.pos != "SCONJ" and period.finite(0, first) is not None
    return Insert(first, stop, cue) if own and clause else None


def _added(period: Period, cue: Cue, speech: Speech) -> Insert | None:
    """Return an attribution that follows a comma, a dash or a quotation and has its verb first, or its subject."""
    first, stop = period.segment(cue.first)
    stop = _past_converb(period, stop)
    before = _before(period, first)
    if before is None:
        return None
    if period.finite(first, cue.first) is not None or before_insertion(period, first, speech) < first:
        return None
    quoted = period.inside[before] is not None and not _ends_named(period, before)
    if not quoted and cue.stop < len(period) and speech.is_in("whether", period.tokens[cue.stop]):
        return None  # «…, говорит ли он правду»
    if not quoted and _demands(period, cue, stop):
        return None
    leads_on = _has_clause(period, stop, speech) or (stop < len(period) and period.tokens[stop].text == ":")
    if leads_on and (not quoted or first < cue.first or cue.form == "passive" or naming.ends_with_name(period, before)):
        return None
    if not (
        _follows_quotation(period, cue, first, speech) if quoted else _is_set_off(period, cue, first, stop, speech)
    ):
        return None
    stop = _past_description(period, stop, speech)
    return Insert(first, stop, cue, closes=is_last(period, stop))


def _ends_named(period: Period, last: int) -> bool:
    """Whether the marks that close at ``last`` hold the name of what stands before them: «…, фирма «Луч», сообщает»."""
    stretch = period.inside[last]
    if stretch is None or not naming.ends_with_name(period, last):
        return False
    opening = period.range_of(stretch)[0]
    while opening > 0 and period.inside[opening - 1] == stretch:
        opening -= 1
    named = period.tokens[opening - 1] if opening > 0 else None
    return named is not None and named.readings[0].pos == "NOUN"


def before_insertion(period: Period, first: int, speech: Speech) -> int:
    """Return where a phrase that points back stands before an insertion: «|Об этом, как пишет «Труд», сообщил мэр».

    ``first`` is the stretch after the insertion, and returned where there is none.
    """
    begin = first - period.places[first][1] if first < len(period) else first
    length = speech.phrase_at("back", period.tokens, begin)
    opening = begin + length + 1
    inserted = length and opening < first and speech.is_in("as", period.tokens[opening])
    return begin if inserted and period.segment(opening)[1] == first - 1 else first


def past_insertion(period: Period, comma: int, speech: Speech) -> int:
    """Return where the stretch goes on behind an insertion at the comma: «С такой идеей, как пишет «Труд», | …»."""
    opening = comma + 1
    if opening >= len(period) or period.tokens[comma].text != "," or not speech.is_in("as", period.tokens[opening]):
        return comma
    _, closing = period.segment(opening)
    marked = closing < len(period) and period.inside[closing] is not None
    while marked and closing + 1 < len(period) and period.inside[closing] is not None:
        closing += 1  # «…, как передаёт «Маяк», …»
    return closing + 1 if closing + 1 < len(period) and period.tokens[closing].text == "," else comma


def _past_converb(period: Period, stop: int) -> int:
    """Return ``stop``, moved past a converb in commas and who speaks behind it: «…, сказал, | отвечая прессе, мэр»."""
    if stop + 1 >= len(period) or period.tokens[stop].text != "," or period.tokens[stop + 1].readings[0].form != "conv":
        return stop
    comma = period.segment(stop + 1)[1]
    if comma + 1 >= len(period) or period.tokens[comma].text != ",":
        return stop
    end = period.segment(comma + 1)[1]
    nominal = period.tokens[comma + 1].pos in ("NOUN", "PROPN", "ADJ") and period.finite(stop, end) is None
    return end if nominal and is_last(period, end) else stop


def _past_description(period: Period, stop: int, speech: Speech) -> int:
    """Return ``stop``, moved past what describes the speaker to the sentence's end: «…, сказал мэр, депутат Лосев»."""
    if stop + 1 >= len(period) or period.tokens[stop].text != ",":
        return stop
    end = next((i for i in range(stop + 1, len(period)) if period.is_edge(i)), len(period))
    described = period.finite(stop + 1, end) is None and _is_apposition(period, stop + 1, end, ("nom",))
    described = described or _is_relative(period, stop + 1, speech)
    return end if described and is_last(period, end) else stop


def _demands(period: Period, cue: Cue, stop: int) -> bool:
    """Whether the verb has an infinitive of its own to say: «Завод, слава города, обещает нанять людей»."""
    if not cue.takes("infinitive"):
        return False
    following = (period.tokens[i] for i in range(cue.stop, stop) if period.inside[i] is None)
    return any(token.readings[0].form == "inf" for token in following)


def _follows_quotation(period: Period, cue: Cue, first: int, speech: Speech) -> bool:
    """Whether words right after a quotation attribute it: the verb after a few words that are not «и»."""
    lead = cue.first - first
    if lead and not speech.subject_before_insert and period.tokens[first - 1].text == ",":
        return False  # «…, после чего крикнул»: other words than the verb follow a quotation only after a dash
    return lead <= _LONGEST_LEAD and not (lead and speech.is_in("coordinators", period.tokens[first]))


def _is_set_off(period: Period, cue: Cue, first: int, stop: int, speech: Speech) -> bool:
    """Whether an attribution stands after a comma or dash, its verb first, with a subject of its own."""
    if period.tokens[first - 1].text not in (",", "—", "–", "-", "("):
        return False
    if first < cue.first and not speech.subject_before_insert:
        return False
    return _has_own_subject(period, cue, first, stop, speech)


def _before(period: Period, first: int) -> int | None:
    """Return the last token before the stretch that is no comma or dash, or None at the sentence's beginning."""
    before = range(first - 1, -1, -1)
    return next((i for i in before if period.inside[i] is not None or period.tokens[i].text not in _BETWEEN), None)


def _has_clause(period: Period, stop: int, speech: Speech) -> bool:
    """Whether the stretch is followed by a clause of the cue's own («сообщил мэр, что …»)."""
    return stop + 1 < len(period) and (
        speech.is_in("that", period.tokens[stop + 1]) or speech.is_in("purpose", period.tokens[stop + 1])
    )


def _has_own_subject(period: Period, cue: Cue, first: int, stop: int, speech: Speech) -> bool:
    """Whether somebody within the stretch speaks, so that the verb is not a further predicate of the clause before."""
    if cue.form == "passive":
        return True
    mention = mentions.of_verb(period, cue, speech, (first, stop))
    if mention is None:
        anybody = cue.reading.number == "plur" and cue.reading.tense == "pres"
        return anybody and period.finite(0, first) is not None
    # «Лосев, глава клуба, выступил на «Матч ТВ»» tells where he did.
    return cue.reading.number != "sing" or not someone.is_governed(mention)


def whole(period: Period, stop: int, speech: Speech, cases: Sequence[str] = ("nom",)) -> int:
    """Return the end of the insertion with what follows the speaker: appositions in these cases, relative clauses."""
    while stop + 1 < len(period) and period.tokens[stop].text == ",":
        following = stop + 1
        end = following
        while end < len(period) and not period.is_edge(end):
            end += 1
        if end >= len(period) or period.tokens[end].text != ",":
            return stop
        relative = _is_relative(period, following, speech)
        apposition = period.finite(following, end) is None and _is_apposition(period, following, end, cases)
        if apposition and _is_relative(period, end + 1, speech):
            return stop  # «Как сообщил мэр, мост, который закрыли в мае, открыт»
        # «Как сообщила газета, ссылаясь на врачей, …»
        apposition = apposition or period.tokens[following].readings[0].form == "conv"
        if not relative and not apposition:
            return stop
        stop = end
    return stop


def _is_relative(period: Period, index: int, speech: Speech) -> bool:
    return any(speech.is_in("relative", token) for token in period.tokens[index : index + 2])


def _is_apposition(period: Period, first: int, stop: int, cases: Sequence[str]) -> bool:
    """Whether a participle opens the stretch, or its first noun can describe a name that is in one of the cases.

    A thing in the nominative more often begins what is said: «По словам мэра, мост, открытый в мае, закрыт».
    """
    opening = period.tokens[first].readings
    if opening[0].form == "part":
        return True
    oblique = not any(reading.case == "nom" for reading in opening)
    if opening[0].pos == "ADJ" and oblique and any(reading.case in cases for reading in opening):
        return True  # «По данным источника, близкого к мэрии, …»
    if opening[0].pos == "ADJ" and opening[0].case in cases and _is_governing(period, first, stop):
        return True  # «Как сообщил источник, близкий к мэрии, …»
    if opening[0].pos not in ("NOUN", "ADJ"):
        return False
    head = next((token for token in period.tokens[first:stop] if token.readings[0].pos == "NOUN"), None)
    if head is None:
        return False
    readings = [reading for reading in head.readings if reading.pos == "NOUN"]
    described = any(reading.case in cases for reading in readings)
    named = period.tokens.index(head) + 1
    if described and head.readings[0].case in cases and named < stop and period.inside[named] is not None:
        return True  # «По данным застройщика, компании «Луч», …»
    return described and (readings[0].animate or all(reading.case != "nom" for reading in readings))


def _is_governing(period: Period, first: int, stop: int) -> bool:
    """Whether an adjective is no attribute but has words of its own: «знакомый с делом», not «новый мост»."""
    governs = first + 1 < stop and period.tokens[first + 1].pos == "ADP"
    nouns = (token for token in period.tokens[first + 1 : stop] if token.pos in ("NOUN", "PROPN"))
    return governs and all(token.reading(case="nom") is None or token.readings[0].case != "nom" for token in nouns)


def is_last(period: Period, stop: int) -> bool:
    """Whether nothing but a remark in brackets stands between ``stop`` and the end of the sentence."""
    if stop < len(period) and period.tokens[stop].text == "(":
        stop = next((i + 1 for i in range(stop, len(period)) if period.tokens[i].text == ")"), stop)
    return stop >= len(period) or period.is_stop(stop) or period.tokens[stop].text == ")"
