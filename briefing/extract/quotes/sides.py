"""What an attribution that is inserted or added attributes: the words before it, behind it, or on both sides."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.quotes.inserts import Insert
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period

_CIRCUMSTANCE = 4  # words
_DASHES = ("—", "–", "-")


def sides(
    period: Period,
    insert: Insert,
    speech: Speech,
    tails: Sequence[int] = (),
    *,
    begin: int | None = None,
    left_only: bool = False,
) -> list[tuple[int, int]]:
    """Return what the insertion attributes: the longer side of its sentence, or the quotations on both sides.

    ``tails`` are where other attributions begin that close the sentence; ``left_only`` says that one follows at once.
    ``begin`` is where what somebody else tells begins if the insertion stands in it.
    """
    left, right = _left(period, insert, speech), _right(period, insert)
    if left is not None and begin is not None:
        left = _own_clause(period, max(left[0], begin), left[1])
    if left is not None and right is not None and _is_told_besides(period, right, speech):
        right = None
    if insert.leads:
        left = None
    if left_only:
        right = None
    if left is not None and insert.cue is not None and _is_after_speech(period, insert):
        right = None
    if left is not None and right is not None:
        left = _explained(period, *left) if not _leads_into(period, *left) else None
    if right is not None:
        right = right[0], min([right[1], *(tail for tail in tails if tail > right[0])])
    quoted = [side for side in (left, right) if side is not None and _touches_quotation(period, side, insert)]
    if insert.cue is not None and quoted:
        return quoted
    candidates = [side for side in (left, right) if side is not None]
    if left is not None and right is not None and _is_time(period, *left) and period.finite(*right) is not None:
        candidates = [right]  # «С 1 марта, сообщил мэр, | мост закроют»
    # Of two that are equally long the one with a predicate.
    longer = max(candidates, key=lambda side: (period.words(*side), period.finite(*side) is not None), default=None)
    return [longer] if longer is not None else []


def _is_told_besides(period: Period, right: tuple[int, int], speech: Speech) -> bool:
    """Whether a converb goes on with what the speaker does: «Мост готов, отметил мэр, | добавив, что …».

    It has content of its own, or nothing but its phrase follows («…, | не уточнив сроков»).
    """
    first, stop = right
    if period.inside[first] is not None:
        return False
    at = first + 1 if speech.is_in("negations", period.tokens[first]) and first + 1 < stop else first
    reading = period.tokens[at].readings[0]
    return reading.form == "conv" and (reading.lemma in speech.verbs or period.finite(first, stop) is None)


def _is_after_speech(period: Period, insert: Insert) -> bool:
    """Whether a comma and a dash lead to the attribution and none leads on: «Мост готов, — пишет мэр, глава …»."""
    if insert.first < 2 or period.tokens[insert.first - 1].text not in _DASHES:
        return False
    before = period.tokens[insert.first - 2]
    told = before.text in (",", "!", "?", "…") and period.inside[insert.first - 2] is None
    return told and not any(
        period.tokens[i].text in _DASHES and period.inside[i] is None for i in range(insert.stop, len(period))
    )


def _touches_quotation(period: Period, side: tuple[int, int], insert: Insert) -> bool:
    edge = side[1] - 1 if side[1] <= insert.first else side[0]
    step = -1 if edge < insert.first else 1
    while side[0] <= edge < side[1] and period.tokens[edge].is_mark and period.inside[edge] is None:
        edge += step
    return side[0] <= edge < side[1] and period.inside[edge] is not None


def _left(period: Period, insert: Insert, speech: Speech) -> tuple[int, int] | None:
    stop = insert.first
    if stop < len(period) and period.places[stop][1] == 0 and stop > 0 and period.inside[stop - 1] is None:
        return None
    while stop > 0 and period.tokens[stop - 1].is_mark and period.inside[stop - 1] is None:
        if period.tokens[stop - 1].text in ("(", ":"):
            return None  # «Мэр спокоен: | по его словам, мост готов»
        if period.tokens[stop - 1].text == ")":
            break
        stop -= 1
    if stop <= 0:
        return None
    if _leads_on(period, stop - 1, speech) and period.inside[stop - 1] is None:
        return None
    first = stop
    while first > 0 and not _bounds(period, first - 1, insert.first):
        first -= 1
    if all(_is_connective(period, i, speech) or not period.tokens[i].is_word for i in range(first, stop)):
        return None
    return (first, stop) if period.words(first, stop) else None


def _bounds(period: Period, index: int, stop: int) -> bool:
    """Whether the token parts the sentence of an attribution from what it does not attribute."""
    if period.is_stop(index) and period.places[index + 1][0] is not period.places[index][0]:
        return True
    if period.inside[index] is not None:
        return False
    if period.tokens[index].text == ":" and period.inside[index + 1] is not None:
        return True
    return period.tokens[index].text in ("(", ";") and ")" not in {t.text for t in period.tokens[index:stop]}


def _own_clause(period: Period, first: int, stop: int) -> tuple[int, int] | None:
    """Return the last clause of what somebody tells: «…, что зал закрыт, | а фрески, как сказала Ким, уцелели»."""
    commas = [i for i in range(first, stop - 1) if period.inside[i] is None and period.tokens[i].text in (",", ";")]
    joints = [i for i in commas if period.tokens[i + 1].pos == "CCONJ" and period.finite(first, i) is not None]
    start = joints[-1] + 2 if joints else first
    return (start, stop) if start < stop and period.words(start, stop) else None


def _is_time(period: Period, first: int, stop: int) -> bool:
    """Whether nothing but a preposition with its noun opens the sentence before an attribution."""
    short = period.tokens[first].pos == "ADP" and period.words(first, stop) <= _CIRCUMSTANCE
    return short and period.finite(first, stop) is None


def _leads_into(period: Period, first: int, stop: int) -> bool:
    """Whether what stands before an attribution ends with the subject of a new clause: «Завод закрыт, но мэр, …»."""
    begin, _ = period.segment(stop - 1)
    joined = begin > first + 1 and period.tokens[begin - 1].text == "," and period.tokens[begin].pos == "CCONJ"
    named = joined and period.finite(begin, stop) is None and period.finite(first, begin - 1) is not None
    return named and any(period.tokens[i].reading(case="nom") is not None for i in range(begin + 1, stop))


def _explained(period: Period, first: int, stop: int) -> tuple[int, int]:
    """Return the words before an attribution without the clause that a colon parts from the one in which it stands.

    «Лосев с этим не согласен: | цены, убеждён он, вырастут»
    """
    colon = next((i for i in range(stop - 1, first, -1) if period.is_colon(i)), first)
    told = period.finite(colon + 1, stop) is not None or not period.words(colon + 1, stop)
    return (first, stop) if colon == first or told else (colon + 1, stop)


def _leads_on(period: Period, index: int, speech: Speech) -> bool:
    """Whether the word before an insertion belongs to what follows it: «…, что, по словам мэра, …»."""
    token = period.tokens[index]
    if token.pos in ("SCONJ", "CCONJ") or speech.is_in("that", token) or speech.is_in("relative", token):
        return True
    return speech.is_in("coordinators", token) and (index == 0 or not period.tokens[index - 1].is_word)


def _is_connective(period: Period, index: int, speech: Speech) -> bool:
    return speech.is_in("connectives", period.tokens[index]) or _leads_on(period, index, speech)


def _right(period: Period, insert: Insert) -> tuple[int, int] | None:
    first = insert.stop
    while first < len(period) and period.tokens[first].is_mark and period.inside[first] is None:
        if period.tokens[first].text in (")", ";"):
            return None
        if period.tokens[first].text == "(":
            first = next((i for i in range(first, len(period)) if period.tokens[i].text == ")"), first)
        first += 1
    if first >= len(period):
        return None
    if period.is_stop(insert.stop) and period.inside[first] is None:
        return None
    stop = first
    depth = 0
    while stop < len(period):
        depth += (period.tokens[stop].text == "(") - (period.tokens[stop].text == ")")
        if period.is_stop(stop) and stop + 1 < len(period) and period.places[stop + 1][0] is not period.places[stop][0]:
            break
        if period.inside[stop] is None and (depth < 0 or period.tokens[stop].text == ";"):
            break
        if period.is_colon(stop) and stop + 1 < len(period) and period.inside[stop + 1] is not None:
            break
        stop += 1
    if insert.cue is not None and insert.closes and period.inside[first] is None:
        return None
    return (first, stop) if period.words(first, stop) else None
