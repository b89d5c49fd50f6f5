"""Where reported content begins and ends in its period."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.quotes import openings
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period, is_predicate
from briefing.language import Reading

_REACH = 45
_MOST_SKIPPED = 4
_MOST_POINTERS = 2
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
        if skipped > _MOST_SKIPPED or (skipped == 0 and index > cue.stop and is_predicate(token)):
            return None
        index += 1
    return None


def _takes_over(period: Period, cue: Cue, other: Cue, speech: Speech) -> bool:
    """Whether a clause after ``other`` is its content; what a verb speaks in has none: «сказал в письме, что»."""
    if other.form != "noun":
        return True
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
            if index > start and _resumes(period, index, cue, cues, speech):
                return index
            if token.text == "," and index > start and _is_contrast(period, index + 1, cue, cues, speech):
                return index
            if token.text == "," and index > start and _is_new(period, index + 1, cues, speech, clause=clause):
                return index
            own = token.pos == "CCONJ" and index > start and not clause
            if own and _is_clause_of_its_own(period, index + 1):
                return index
            if index > start and _is_next_deed(period, start, index, cue, speech):
                return index
            if single and token.text == "," and period.finite(index, len(period)) is not None:
                return index
    return limit


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


def _resumes(period: Period, index: int, cue: Cue, cues: Sequence[Cue], speech: Speech) -> bool:
    """Whether the narration takes up again after ``index``: «…, и добавил», «…, отметив»."""
    at = index + 1 if not period.tokens[index].is_word else index
    coordinated = False
    for place in range(at, min(len(period), at + 4)):
        token = period.tokens[place]
        if coordinated and _is_object_of_silence(period, place, cue, speech):
            return True
        other = next((c for c in cues if c.first == place), None)
        if other is not None and other.form == "converb":
            return True
        if place == at and _is_afterthought(period, index, cue):
            return True
        if other is not None and other.form == "finite":
            told = coordinated or place == at or period.tokens[place - 1].readings[0].case == "nom"
            shared = alike(cue, other) or (coordinated and _goes_on_with(cue, other, cues))
            return told and shared and not _has_complement_before(period, other)
        if coordinated and other is None and _is_silent(period, place, cue, speech):
            return True
        subject = place == at and token.pos == "PRON" and token.readings[0].case == "nom"
        if subject and period.tokens[index].text in ("—", "–"):
            continue  # «… — он надеется, что …»
        if speech.is_in("coordinators", token) or speech.is_in("connectives", token):
            coordinated = True
        elif token.pos != "ADV":
            return False
    return False


def _goes_on_with(cue: Cue, other: Cue, cues: Sequence[Cue]) -> bool:
    """Whether the verb goes on with that in whose content the cue stands: «сказал, что считает, что …, и добавил»."""
    outer = [one for one in cues if one.first < cue.first and one.form == "finite"]
    return bool(outer) and cue.reading.tense != other.reading.tense and alike(outer[-1], other)


def _is_object_of_silence(period: Period, index: int, cue: Cue, speech: Speech) -> bool:
    """Whether what is not told stands before its verb: «…, однако имён не называют»."""
    token = period.tokens[index]
    genitive = token.pos == "NOUN" and token.readings[0].case in ("gen", "acc")
    return genitive and index + 1 < len(period) and _is_silent(period, index + 1, cue, speech)


def _is_silent(period: Period, index: int, cue: Cue, speech: Speech) -> bool:
    """Whether the speaker is said not to have said more: «…, но не уточнил, когда»."""
    if not speech.is_in("negations", period.tokens[index]) or index + 1 >= len(period):
        return False
    reading = period.tokens[index + 1].readings[0]
    if reading.form != "fin" or reading.lemma not in speech.verbs:
        return False
    return reading.tense == cue.reading.tense and alike(cue, Cue(index, index + 1, cue.predicate, "finite", reading))


def _is_contrast(period: Period, first: int, cue: Cue, cues: Sequence[Cue], speech: Speech) -> bool:
    """Whether somebody else is said to have spoken, against what is told: «…, тогда как прежде утверждалось, что …».

    What shows something, a poll for one, shows the contrast as well.
    """
    if first >= len(period) or not speech.phrase_at("whereas", period.tokens, first):
        return False
    if speech.has_lemma("showing", period.tokens[cue.first]):
        return False
    stop = first
    while stop < len(period) and not period.is_edge(stop):
        stop += 1
    verb = period.finite(first, stop)
    return verb is not None and any(other.first <= verb < other.stop or other.first == verb + 1 for other in cues)


def _is_new(period: Period, first: int, cues: Sequence[Cue], speech: Speech, *, clause: bool) -> bool:
    """Whether the stretch after a comma is the narrator's own: it leads to a quotation, or follows no clause.

    What is asked or named ends where another clause begins; a clause goes on in clauses of its own.
    """
    stop = first
    while stop < len(period) and not period.is_edge(stop):
        stop += 1
    verb = period.finite(first, stop)
    if verb is None:
        return False
    quotes = stop + 1 < len(period) and period.tokens[stop].text == ":" and period.inside[stop + 1] is not None
    if quotes and any(first <= cue.first < stop and cue.form == "finite" for cue in cues):
        return True
    opening = period.tokens[first : first + 3]
    joined = opening[0].pos in ("SCONJ", "CCONJ") or any(
        speech.is_in(name, token) for token in opening for name in ("relative", "purpose", "that", "question")
    )
    return not clause and (not joined or opening[0].pos == "CCONJ")


def _is_clause_of_its_own(period: Period, first: int) -> bool:
    """Whether a subject and its verb follow «и»: «сообщили о сбоях и граждане вышли на улицы»."""
    noun = period.tokens[first] if first < len(period) else None
    if noun is None or noun.pos not in ("NOUN", "PROPN", "PRON") or noun.readings[0].case != "nom":
        return False
    stop = first
    while stop < len(period) and not period.is_edge(stop):
        stop += 1
    return period.finite(first + 1, min(stop, first + 3)) is not None


def _is_next_deed(period: Period, start: int, joint: int, cue: Cue, speech: Speech) -> bool:
    """Whether the speaker's next deed follows, which no verb of the content goes with: «сказал, что всё ясно, и уехал».

    Its verb can share the subject of the cue, or of the verb that a converb depends on, and has none of its own.
    """
    at = joint + 1 if period.tokens[joint].text == "," else joint
    if at + 1 >= len(period) or not speech.is_in("coordinators", period.tokens[at]):
        return False
    if period.tokens[at - 1].pos in ("ADV", "PART", "CCONJ"):
        return False  # «так и не уехал»
    verb = at + 1
    while verb < len(period) and period.tokens[verb].pos in ("ADV", "PART"):
        verb += 1
    told = _main_verb(period, cue)
    if verb >= len(period) or told is None or period.inside[verb] is not None:
        return False
    deed = period.tokens[verb].readings[0]
    if deed.form != "fin" or not _share_subject(told, deed) or _has_subject_after(period, verb):
        return False
    said = [token.readings[0] for i, token in enumerate(period.tokens[start:joint], start) if period.inside[i] is None]
    return not any(reading.form in ("fin", "short") and _share_subject(reading, deed) for reading in said)


def _main_verb(period: Period, cue: Cue) -> Reading | None:
    """Return the finite verb of the cue: itself, or the nearest before a converb; None for any other cue."""
    if cue.form == "finite":
        return cue.reading
    sentence, local = period.places[cue.first]
    before = (token.readings[0] for token in reversed(sentence.tokens[:local]) if is_predicate(token))
    return next(before, None) if cue.form == "converb" else None


def _has_subject_after(period: Period, verb: int) -> bool:
    """Whether a noun that can be the verb's subject follows it, without a preposition: «и пострадал прохожий»."""
    for index in range(verb + 1, min(len(period), verb + 5)):
        token = period.tokens[index]
        if token.pos == "ADP" or period.is_edge(index):
            return False
        if token.pos in ("NOUN", "PROPN", "PRON"):
            deed = period.tokens[verb].readings[0]
            named = (reading for reading in token.readings if reading.case == "nom")
            return any(r.number == deed.number and (not deed.gender or r.gender in ("", deed.gender)) for r in named)
    return False


def _is_afterthought(period: Period, comma: int, cue: Cue) -> bool:
    """Whether a perfective converb begins here that can only go with the cue, since the content is in the present."""
    if comma + 1 == len(period.tokens):
        return False
    after = period.tokens[comma + 1].readings[0]
    if after.form != "conv" or after.aspect != "perf" or cue.reading.tense != "past":
        return False
    last = next((t for t in reversed(period.tokens[cue.stop : comma]) if is_predicate(t)), None)
    return last is not None and last.readings[0].tense == "pres"


def alike(cue: Cue, other: Cue) -> bool:
    """Whether two verbs can share their subject."""
    if cue.form != "finite":
        return True
    return _share_subject(cue.reading, other.reading)


def _share_subject(one: Reading, other: Reading) -> bool:
    if one.number != other.number or ("short" not in (one.form, other.form) and one.tense != other.tense):
        return False
    return not (one.gender and other.gender) or one.gender == other.gender


def _has_complement_before(period: Period, cue: Cue) -> bool:
    before = period.tokens[cue.first - 1] if cue.first else None
    return before is not None and before.pos == "PRON" and before.readings[0].case != "nom"


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


def infinitive(period: Period, cue: Cue, speech: Speech) -> tuple[int, int] | None:
    """Return the infinitive that the cue governs and where its content begins, the person addressed included."""
    start = cue.stop
    for index in range(cue.stop, min(len(period), cue.stop + _REACH)):
        token = period.tokens[index]
        if period.is_hard(index) or period.is_stop(index):
            return None
        if period.is_edge(index) and not _is_skippable(period, index + 1, speech):
            return None
        if token.readings[0].form == "inf" and token.readings[0].pos == "VERB":
            return index, _back_over_adverbs(period, index, start) if cue.form == "noun" else start
        if is_predicate(token):
            return None
    return None


def _back_over_adverbs(period: Period, index: int, start: int) -> int:
    while index > start and period.tokens[index - 1].pos in ("ADV", "PART"):
        index -= 1
    opens = period.tokens[start].pos == "ADP" and index > start + 1 and period.tokens[start + 1].text[0].isdigit()
    return start if opens else index  # «задачу | до 1 мая проверить»
