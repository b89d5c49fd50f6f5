"""Where reported content begins and ends in its period."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.drafts import Mention
from briefing.extract.quotes import openings, resumption
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period

_REACH = 45
_SUBJECT = 6  # tokens from a noun for people to the participle behind it
_MOST_SKIPPED = 4
_MOST_POINTERS = 2
_CLAUSES = frozenset(("that", "purpose", "question"))
# Tokens; no sentence says more, quotations in it included.
_LONGEST = 1_500


def clause(period: Period, cue: Cue, cues: Sequence[Cue], speech: Speech) -> int | None:
    """Return where the clause of content that the cue governs begins, after its conjunction; None without one."""
    others = {other.first for other in cues if other is not cue and _takes_over(period, cue, other, speech)}
    skipped = 0
    index = cue.stop
    while index < min(len(period), cue.stop + _REACH):
        token = period.tokens[index]
        if period.inside[index] is not None:
            index += 1
            continue
        if token.text == "(":
            index = next((i + 1 for i in range(index, len(period)) if period.tokens[i].text == ")"), len(period))
            continue
        if period.is_hard(index) or period.is_stop(index) or index in others:
            return None
        if cue.form == "participle" and period.is_colon(index):
            return None
        after_comma = index > 0 and period.tokens[index - 1].text in (",", "(")
        if (after_comma or index == cue.stop or not speech.comma_before_clause) and (
            begin := openings.content_after(period, index, cue, speech)
        ):
            return begin if begin < len(period) else None
        if token.readings[0].form == "inf" and cue.takes("infinitive") and index > cue.stop - 1:
            return None
        if token.text == "," and index not in period.joined:
            if not openings.content_after(period, index + 1, cue, speech) and not _is_skippable(
                period, index + 1, speech
            ):
                return None
            skipped += 1
        if skipped > _MOST_SKIPPED or (skipped == 0 and index > cue.stop and period.is_predicate(index)):
            return None
        index += 1
    return None


def _takes_over(period: Period, cue: Cue, other: Cue, speech: Speech) -> bool:
    """Whether a clause after ``other`` is its content; what a verb speaks in has none: «сказал в письме, что»."""
    if other.form != "noun":
        # «упрекнул критикующих его, что …» goes past a verb that takes no clause
        return other.form != "participle" or not _CLAUSES.isdisjoint(other.predicate.frames)
    placed = speech.is_in("places", period.tokens[other.first - 1]) and other.reading.case == "loc"
    told_in = cue.form != "noun" and placed
    return other.takes("that") and not told_in


def equated(period: Period, cue: Cue, speech: Speech) -> int | None:
    """Return where the clause begins that a noun of speech is said to be: «главным доводом защиты стало то, что …»."""
    _, stop = period.segment(cue.first)
    verb = period.finite(cue.stop, stop)
    if verb is None or not speech.has_lemma("copulas", period.tokens[verb]) or stop + 1 >= len(period):
        return None
    pointers = [token for token in period.tokens[verb + 1 : stop] if token.pos not in ("ADP", "PART", "ADV")]
    pointed = bool(pointers) and speech.is_in("correlates", pointers[0])
    leads = period.tokens[stop].text == "," and speech.is_in("that", period.tokens[stop + 1])
    return stop + 2 if leads and pointed and len(pointers) <= _MOST_POINTERS else None


def _is_skippable(period: Period, first: int, speech: Speech) -> bool:
    """Whether the stretch that begins at ``first`` may stand between a cue and its clause: no clause of its own."""
    stop = first
    while stop < len(period) and not period.is_edge(stop):
        stop += 1
    if stop >= len(period) or first >= stop:
        return False
    if period.tokens[first].pos == "SCONJ":
        return False
    own = stop + 1 < len(period) and speech.is_in("that", period.tokens[stop + 1])
    if own and period.tokens[first].readings[0].form == "conv":
        return False  # «выразил тревогу, узнав, что …»
    return period.finite(first, stop) is None or speech.is_in("relative", period.tokens[first])


def end(period: Period, start: int, cue: Cue, cues: Sequence[Cue], tails: Sequence[int], speech: Speech) -> int:
    """Return where content that begins at ``start`` ends: where its sentence does, or what is told goes on.

    ``tails`` are where closing attributions begin («…, сообщает газета»).
    """
    opened = sum((t.text == "(") - (t.text == ")") for t in period.tokens[:start])
    single = _is_subordinate(period, cue, speech)
    clause = start > cue.stop and speech.is_in("that", period.tokens[start - 1])
    clause = clause or (cue.takes("question") and speech.is_in("question", period.tokens[start]))
    depth = 0
    limit = min(len(period), start + _LONGEST)
    for index in range(start, limit):
        if period.inside[index] is not None:
            continue
        token = period.tokens[index]
        if period.is_stop(index) and _ends_sentence(period, index):
            return index
        if index in tails and index > start:
            return index
        depth += (token.text == "(") - (token.text == ")")
        if depth < 0 and opened > 0:
            return index
        if _ends_at_colon(period, index, clause=clause):
            return index
        if token.text in (",", ";", "—", "–") or token.pos == "CCONJ":
            if index > start and resumption.takes_up(period, start, index, cue, cues, speech, clause=clause):
                return index
            if single and token.text == "," and _goes_on(period, start, index, speech):
                return index
    return limit


def _goes_on(period: Period, start: int, comma: int, speech: Speech) -> bool:
    """Whether the main clause goes on behind content of a dependent one: «Сказав, что мост закрыт, | мэр ушёл»."""
    return period.finite(comma, len(period)) is not None and resumption.is_over(period, start, comma, speech)


def _ends_at_colon(period: Period, index: int, *, clause: bool) -> bool:
    """Whether content ends at the token since it is a colon before marks, or one that more than a list follows."""
    if period.tokens[index].text != ":":
        return False
    if index + 1 == len(period) or period.inside[index + 1] is not None:
        return True
    return not clause and period.is_colon(index) and not _is_list(period, index + 1)


def _is_list(period: Period, first: int) -> bool:
    """Whether what is meant is only listed after a colon: «просил вернуть двоих: Лосева и Ким»."""
    stop = next((i for i in range(first, len(period)) if period.is_stop(i)), len(period))
    return period.finite(first, stop) is None and all(period.inside[i] is None for i in range(first, stop))


def _ends_sentence(period: Period, index: int) -> bool:
    if index + 1 >= len(period):
        return True
    return period.places[index + 1][0] is not period.places[index][0]


def _is_subordinate(period: Period, cue: Cue, speech: Speech) -> bool:
    """Whether the main clause follows the cue's own: «Когда она сказала, что …», «Заявив, что …»."""
    sentence, local = period.places[cue.first]
    offset = cue.first - local
    begin, _ = period.segment(cue.first)
    if cue.form == "participle" or any(speech.is_in("relative", t) for t in period.tokens[begin : cue.first]):
        return True
    if cue.form == "converb" and period.finite(offset, cue.first) is None:
        return True
    first = sentence.tokens[0]
    if first.pos != "SCONJ" or speech.is_in("as", first) or speech.is_in("that", first):
        return False
    parts = 0
    index = offset
    while index < cue.first:
        _, stop = period.segment(index)
        parts += period.finite(index, min(stop, cue.first)) is not None
        index = stop + 1
    return parts <= 1


def closes_deed(period: Period, cue: Cue) -> bool:
    """Whether a participle of the subject closes what it did, asking for more: «Вышел мэр, | пообещавший уйти»."""
    reading, first = cue.reading, cue.first
    asks = first > 0 and period.tokens[first - 1].text == "," and cue.takes("infinitive")
    ends = all(period.tokens[i].text != "," or period.inside[i] is not None for i in range(first, len(period)))
    done = (reading.case, reading.tense, reading.voice, reading.aspect) == ("nom", "past", "act", "perf")
    people = (token for token in period.tokens[max(0, first - _SUBJECT) : first] if token.readings[0].animate)
    living = any(token.reading(case="nom") is not None for token in people)  # not «решение, обязавшее …»
    return asks and ends and done and living


def infinitive(period: Period, cue: Cue, speech: Speech) -> tuple[int, int] | None:
    """Return the infinitive that the cue governs and where its content begins, the person addressed included."""
    start = cue.stop
    inside = _past_condition(period, cue.stop, speech)
    for index in range(inside, min(len(period), inside + _REACH)):
        token = period.tokens[index]
        if period.is_hard(index) or period.is_stop(index):
            return None
        if period.is_edge(index) and not _is_skippable(period, index + 1, speech):
            return None
        if token.readings[0].form == "inf" and token.readings[0].pos == "VERB":
            if cue.form == "infinitive" and index > cue.stop and period.tokens[index - 1].pos == "CCONJ":
                return None  # «наказать виновных и вернуть деньги»: one beside the other
            return index, _back_over_adverbs(period, index, start) if cue.form == "noun" else start
        if period.is_predicate(index) and not _is_manner(period, index):
            return None
    return None


def _past_condition(period: Period, index: int, speech: Speech) -> int:
    """Return ``index``, moved past a condition set in before an infinitive: «обещает, | если примут закон, | уйти»."""
    opening = period.tokens[index : index + 2]
    if len(opening) < 2 or opening[0].text != "," or opening[1].pos != "SCONJ" or speech.is_in("that", opening[1]):
        return index
    closing = period.segment(index + 1)[1]
    after = period.tokens[closing + 1 : closing + 2] if closing < len(period) else []
    asked = bool(after) and period.tokens[closing].text == "," and after[0].readings[0].form == "inf"
    return closing + 1 if asked else index


def _is_manner(period: Period, index: int) -> bool:
    """Whether what looks like a short adjective tells how something is to be done: «предложил | адресно | помогать»."""
    reading, after = period.tokens[index].readings[0], period.tokens[min(index + 1, len(period) - 1)]
    return (reading.pos, reading.form, reading.gender) == ("ADJ", "short", "neut") and after.readings[0].form == "inf"


def led_by_infinitive(period: Period, cue: Cue, mention: Mention, speech: Speech) -> tuple[int, int] | None:
    """Return the infinitives with which the sentence opens before its verb: «Отменить сбор | потребовали пекари»."""
    first = _row_of_infinitives(period, cue)
    opens = not any(token.is_word for token in period.tokens[first - period.places[first][1] : first])
    while speech.is_in("connectives", period.tokens[first]) and not speech.is_in("negations", period.tokens[first]):
        first += 1
    stop = next((i for i in range(first, cue.first) if period.tokens[i].start >= mention.start), cue.first)
    if not opens or not _opens_with_infinitive(period, first, stop) or period.finite(first, stop) is not None:
        return None
    while stop > first and period.tokens[stop - 1].pos in ("CCONJ", "PART", "ADV"):
        stop -= 1  # «… предложил | и мэр»
    return (first, stop) if period.words(first, stop) > 1 else None


def _row_of_infinitives(period: Period, cue: Cue) -> int:
    """Return where the row begins that the verb's stretch ends: «| Отменить сбор, вернуть деньги | потребовали …»."""
    first, _ = period.segment(cue.first)
    while first > 1 and period.tokens[first - 1].text == ",":
        before, stop = period.segment(first - 2)
        if before >= stop or not _opens_with_infinitive(period, before, stop):
            break
        first = before
    return first


def _opens_with_infinitive(period: Period, first: int, stop: int) -> bool:
    opening = next((i for i in range(first, stop) if period.tokens[i].pos not in ("ADV", "PART")), stop)
    return opening < stop and period.tokens[opening].readings[0].form == "inf"


def _back_over_adverbs(period: Period, index: int, start: int) -> int:
    while index > start and period.tokens[index - 1].pos in ("ADV", "PART"):
        index -= 1
    dated = (i for i in range(start, index) if period.tokens[i].pos == "ADP" and period.tokens[i + 1].text[0].isdigit())
    return next(dated, index)  # «задачу (службе) | до 1 мая проверить»
