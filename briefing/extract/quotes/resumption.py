"""Whether the narration takes up again behind reported content: the speaker goes on, or the article does."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.quotes import narrated
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period, is_predicate
from briefing.language import Reading, Token

_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM", "X")
_CARRIED_REACH = 3  # tokens from a verb to the noun of speech that it carries
_REPLY_REACH = 4  # tokens from «на что» to the verb of whoever answers


def takes_up(
    period: Period, start: int, index: int, cue: Cue, cues: Sequence[Cue], speech: Speech, *, clause: bool
) -> bool:
    """Whether content that begins at ``start`` ends at the comma, dash or conjunction at ``index``.

    ``clause`` says that the content is a clause of its own, which may go on in further ones.
    """
    if _resumes(period, index, cue, cues, speech):
        return True
    token = period.tokens[index]
    if token.text in (",", ";") and _is_countered(period, start, index, cue, cues, speech):
        return True
    if token.text == ";" and not clause and _is_sentence(period, index + 1, speech):
        return True
    if token.text == ",":
        if _is_contrast(period, index + 1, cue, cues, speech) or _is_answered(period, index, cues, speech):
            return True
        if _is_new(period, index + 1, cues, speech, clause=clause) or _is_main(period, start, index, cue, speech):
            return True
    if token.pos == "CCONJ" and not clause and _is_clause_of_its_own(period, index + 1):
        return True
    return narrated.is_next_deed(period, start, index, cue, speech) or narrated.is_vain(period, index, speech)


def spoken_on(period: Period, first: int, stop: int, cues: Sequence[Cue], speech: Speech) -> tuple[int, int | None]:
    """Return where a source's words end, and the verb that goes on with it: «По словам мэра, мост готов|, и сказал, …».

    The comma parts it from what is told: a verb of the same clause would have none.
    """
    telling = {cue.first: cue for cue in cues if cue.form == "finite" and _demands(period, cue, speech)}
    for comma in range(first, stop if telling else first):
        if period.tokens[comma].text != "," or period.inside[comma] is not None:
            continue
        at = comma + 1
        while at < stop and (
            period.tokens[at].pos in ("CCONJ", "PART") or speech.is_in("coordinators", period.tokens[at])
        ):
            at += 1
        if comma + 1 < at and at in telling and _is_apart(period, first, comma, telling[at].reading, speech):
            return comma, at
    return stop, None


def _is_apart(period: Period, first: int, comma: int, deed: Reading, speech: Speech) -> bool:
    """Whether what is told before the comma cannot share its subject with the verb behind «и», or another joint."""
    if not speech.is_in("contrasts", period.tokens[comma + 1]):
        return True
    told = (period.tokens[i].readings[0] for i in range(first, comma) if period.is_predicate(i))
    return not any(narrated.share_subject(reading, deed) for reading in told)


def _demands(period: Period, cue: Cue, speech: Speech) -> bool:
    """Whether the cue has content: right behind it, or an infinitive behind whom it is said to."""
    _, stop = period.segment(cue.first)
    asked = cue.takes("infinitive") and any(t.readings[0].form == "inf" for t in period.tokens[cue.stop : stop])
    return asked or _tells(period, cue, speech)


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
        if coordinated and other is None and _carries(period, place, cue, cues, speech):
            return True
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


def _carries(period: Period, index: int, cue: Cue, cues: Sequence[Cue], speech: Speech) -> bool:
    """Whether the speaker goes on with a noun of speech that the verb carries: «…, и выразил надежду, что …»."""
    reading = period.tokens[index].readings[0]
    if reading.form != "fin" or not speech.has_lemma("carriers", period.tokens[index]):
        return False
    near = (one for one in cues if one.form == "noun" and index < one.first <= index + _CARRIED_REACH)
    return (
        any(_demands(period, one, speech) for one in near)
        and cue.form == "finite"
        and narrated.share_subject(cue.reading, reading)
    )


def _goes_on_with(cue: Cue, other: Cue, cues: Sequence[Cue]) -> bool:
    """Whether the verb goes on with that in whose content the cue stands: «сказал, что считает, что …, и добавил»."""
    outer = [one for one in cues if one.first < cue.first and one.form == "finite"]
    return bool(outer) and cue.reading.tense != other.reading.tense and alike(outer[-1], other)


def _is_object_of_silence(period: Period, index: int, cue: Cue, speech: Speech) -> bool:
    """Whether what is not told stands before its verb: «…, однако имён не называют»."""
    token, after = period.tokens[index], period.tokens[index + 1 : index + 3]
    if token.reading(pos="NOUN", case="acc") is not None and len(after) > 1 and after[0].readings[0].form == "inf":
        shared = cue.form == "finite" and narrated.share_subject(cue.reading, after[1].readings[0])
        return shared and speech.has_lemma("refusing", after[1])  # «…, но сумму назвать отказались»
    genitive = token.pos == "NOUN" and token.readings[0].case in ("gen", "acc")
    return genitive and bool(after) and _is_silent(period, index + 1, cue, speech)


def _is_silent(period: Period, index: int, cue: Cue, speech: Speech) -> bool:
    """Whether the speaker is said not to have said more: «…, но не уточнил, когда»."""
    if not speech.is_in("negations", period.tokens[index]) or index + 1 >= len(period):
        return False
    reading = period.tokens[index + 1].readings[0]
    if reading.form != "fin" or reading.lemma not in speech.verbs:
        return False
    return reading.tense == cue.reading.tense and alike(cue, Cue(index, index + 1, cue.predicate, "finite", reading))


def _is_sentence(period: Period, first: int, speech: Speech) -> bool:
    """Whether a main clause with a verb of its own follows a semicolon: «просил снять запрет; | мэрия отказалась»."""
    stop = next((i for i in range(first, len(period)) if period.is_stop(i) or period.tokens[i].text == ";"), first)
    verb = period.finite(first, stop)
    return verb is not None and not _depends(period, first, speech)


def _is_contrast(period: Period, first: int, cue: Cue, cues: Sequence[Cue], speech: Speech) -> bool:
    """Whether somebody else is said to have spoken, against what is told: «…, тогда как прежде утверждалось, что …».

    What shows something, a poll for one, shows the contrast as well.
    """
    if first >= len(period):
        return False
    conceded = speech.is_in("conceding", period.tokens[first])
    if not conceded and not speech.phrase_at("whereas", period.tokens, first):
        return False
    if speech.has_lemma("showing", period.tokens[cue.first]):
        return False
    stop = first
    while stop < len(period) and not period.is_edge(stop):
        stop += 1
    verb = period.finite(first, stop)
    if verb is None or (conceded and not _speaks_now(period, first, verb, cues)):
        return False
    return any(other.first <= verb < other.stop or other.first == verb + 1 for other in cues)


def _speaks_now(period: Period, first: int, verb: int, cues: Sequence[Cue]) -> bool:
    """Whether somebody else with a noun says otherwise to this day: «…, хотя эксперты называют оценки заниженными»."""
    now = any(cue.first == verb and cue.form == "finite" and cue.reading.tense == "pres" for cue in cues)
    noun = (t.reading(case="nom") for t in period.tokens[first + 1 : verb] if t.pos in ("NOUN", "PROPN"))
    return now and any(reading is not None for reading in noun)


def _is_countered(period: Period, start: int, mark: int, cue: Cue, cues: Sequence[Cue], speech: Speech) -> bool:
    """Whether the article lets somebody else speak in the same tense: «сказал, что спал; сосед заявил, что …».

    Behind «и» that is so only where no verb of the content has that tense: «сказал, что мост закроют, и банк обещал …».
    """
    first = mark + 1
    joint = period.tokens[first] if first < len(period) else period.tokens[mark]
    opposes = speech.is_in("contrasts", joint)
    if period.tokens[mark].text == ",":
        if not (opposes or speech.is_in("coordinators", joint)):
            return False
        first += 1
    verb = _verb(period, first, speech)
    other = next((one for one in cues if one.first == verb and one.form == "finite"), None)
    if other is None or cue.form != "finite" or not _tense(cue.reading) == _tense(other.reading) != "":
        return False
    if period.tokens[mark].text == "," and not opposes:
        said = (period.tokens[i].readings[0] for i in range(start, mark) if period.inside[i] is None)
        if any(reading.form in ("fin", "short") and _tense(reading) == _tense(other.reading) for reading in said):
            return False
    named = any(
        token.pos in ("NOUN", "PROPN") and token.reading(case="nom", number=other.reading.number) is not None
        for token in period.tokens[first : other.first]
    )
    return named and (_tells(period, other, speech) or (opposes and narrated.is_alone(period, start, mark, other)))


def _verb(period: Period, first: int, speech: Speech) -> int | None:
    """Return the verb of the clause that begins at ``first``, past what is said in commas of its subject.

    «…, а сосед|, пришедший последним, | заявил, что …»
    """
    _, stop = period.segment(first)
    if stop + 1 >= len(period) or period.tokens[stop].text != "," or period.finite(first, stop) is not None:
        return period.finite(first, stop)
    inner, closing = period.tokens[stop + 1 : stop + 4], period.segment(stop + 1)[1]
    described = any(token.readings[0].form == "part" or speech.is_in("relative", token) for token in inner)
    if not described or closing + 1 >= len(period) or period.tokens[closing].text != ",":
        return None
    return period.finite(closing + 1, period.segment(closing + 1)[1])


def _tense(reading: Reading) -> str:
    """Return the tense in which a predicate is told; a short one alone is of the present: «он уверен»."""
    return "pres" if reading.form == "short" else reading.tense


def _tells(period: Period, cue: Cue, speech: Speech) -> bool:
    """Whether content follows the cue at once: a clause, marked words or an infinitive."""
    after = cue.stop
    if after + 1 >= len(period):
        return False
    clause = period.tokens[after].text == "," and speech.is_in("that", period.tokens[after + 1])
    asked = cue.takes("infinitive") and period.tokens[after].readings[0].form == "inf"
    return clause or asked or period.inside[after] is not None


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
    if clause or speech.phrase_at("grounds", period.tokens, first):
        return False
    return not joined or opening[0].pos == "CCONJ"


def _is_main(period: Period, start: int, comma: int, cue: Cue, speech: Speech) -> bool:
    """Whether the clause follows in which a noun of speech stands: «Мнение, что мост закроют, | ошибочно»."""
    offset = cue.first - period.places[cue.first][1]
    if cue.form != "noun" or period.finite(offset, start) is not None:
        return False
    stop = next((i for i in range(comma + 1, len(period)) if period.is_edge(i)), len(period))
    return period.finite(comma + 1, stop) is not None and is_over(period, start, comma, speech)


def is_over(period: Period, start: int, comma: int, speech: Speech) -> bool:
    """Whether a dependent clause that begins at ``start`` is complete at the comma and no clause of its own follows.

    «…, в котором сказано, что мост, который строили год, рухнет, | понравился мэру»
    """
    first = start
    told = False
    while first <= comma:
        stop = next(i for i in range(first, comma + 1) if i == comma or period.is_edge(i))
        told = told or (not _depends(period, first, speech) and _is_said(period, first, stop))
        first = stop + 1
    return told and not _depends(period, first, speech)


def _is_said(period: Period, first: int, stop: int) -> bool:
    """Whether the words can be a clause: a predicate, or more than a noun with its attributes («всё хорошо»)."""
    if period.finite(first, stop) is not None:
        return True
    words = [token for token in period.tokens[first:stop] if token.is_word]
    return any(token.pos not in _NOMINAL for token in words) or sum(map(_is_nominative, words)) > 1


def _is_nominative(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN") and token.readings[0].case == "nom"


def _depends(period: Period, first: int, speech: Speech) -> bool:
    """Whether a conjunction, a relative or a participle opens the stretch, so that it is no clause of its own."""
    opening = period.tokens[first : first + 2]
    if not opening or opening[0].pos in ("SCONJ", "CCONJ") or opening[0].readings[0].form in ("part", "conv"):
        return True
    return any(speech.is_in(name, token) for name in ("relative", "that", "purpose", "question") for token in opening)


def _is_answered(period: Period, comma: int, cues: Sequence[Cue], speech: Speech) -> bool:
    """Whether somebody answers what is told: «потребовал уйти, на что рабочие ответили отказом»."""
    opening = period.tokens[comma + 1 : comma + 3]
    if (
        len(opening) < 2
        or opening[0].pos != "ADP"
        or not any(speech.is_in(w, opening[1]) for w in ("that", "question"))
    ):
        return False
    return any(comma + 2 < cue.first <= comma + 2 + _REPLY_REACH and cue.form == "finite" for cue in cues)


def _is_clause_of_its_own(period: Period, first: int) -> bool:
    """Whether a subject and its verb follow «и»: «сообщили о ливне и гости сели в лодки»."""
    noun = period.tokens[first] if first < len(period) else None
    if noun is None or noun.pos not in ("NOUN", "PROPN", "PRON") or noun.readings[0].case != "nom":
        return False
    stop = first
    while stop < len(period) and not period.is_edge(stop):
        stop += 1
    return period.finite(first + 1, min(stop, first + 3)) is not None


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
    return narrated.share_subject(cue.reading, other.reading)


def _has_complement_before(period: Period, cue: Cue) -> bool:
    before = period.tokens[cue.first - 1] if cue.first else None
    return before is not None and before.pos == "PRON" and before.readings[0].case != "nom"
