"""Several who are one subject: «Лев Кротов и Анна Ким заявили», «пекари и мельники возразили»."""

from __future__ import annotations

from briefing.language.base import Name, Sentence, Token
from briefing.language.ru import personal
from briefing.language.ru.agreement import head
from briefing.language.ru.nouns import is_body, is_group, is_personal
from briefing.language.ru.phrases import noun_phrase
from briefing.language.ru.stretches import CLOSING, name_in_marks

_LONGEST = 8
_JOINTS = ((",", "а", "также"), ("а", "также"), ("и",), (",",))  # the longest first
_POSSESSIVES = ("его", "ее", "их")
_LIKELY = 0.25  # beside the likeliest reading of a name


def conjuncts(sentence: Sentence, first: int, stop: int) -> list[tuple[int, int]]:
    """Return the phrases joined by commas and «и» of which the tokens are made up."""
    spans = []
    index = first
    while index < stop:
        end = min(_end(sentence, index, stop), stop)
        spans.append((index, end))
        joint = _joint(sentence.tokens, end)
        if end < stop and not joint:
            return [(first, stop)]
        index = end + max(joint, 1)
    return spans


def _joint(tokens: list[Token], index: int) -> int:
    """Return how many tokens join what follows to what stands before ``index``: «и», a comma, «, а также»; else 0."""
    words = tuple(token.fold for token in tokens[index : index + 3])
    return next((len(joint) for joint in _JOINTS if words[: len(joint)] == joint), 0)


def _joint_before(tokens: list[Token], index: int) -> int:
    """Return how many tokens before ``index`` join what stands there to what stands before them; 0 if none do."""
    words = tuple(token.fold for token in tokens[max(0, index - 3) : index])
    return next((len(joint) for joint in _JOINTS if words[-len(joint) :] == joint), 0)


def _end(sentence: Sentence, index: int, stop: int) -> int:
    """Return where the phrase that begins at ``index`` ends."""
    if (marked := _past_marks(sentence, index)) is not None:
        return marked
    name = sentence.name_at(index)
    if name is not None and name.kind == "person":
        return name.stop
    return max(index + 1, noun_phrase(sentence, head(sentence, index, stop)[0])[1])


def with_others(sentence: Sentence, first: int, stop: int) -> tuple[int, int]:
    """Return the tokens of a subject in the plural with those whom «и» joins to it on either side."""
    tokens = sentence.tokens
    begin, end = first, stop
    while (length := _joint_before(tokens, begin)) and (begin < first or tokens[begin - 1].text != ","):
        before = _before(sentence, begin - length)
        if before is None:
            break
        begin = before
    while length := _joint(tokens, end):
        after = _after(sentence, end + length)
        if after is None:
            break
        stop = after if tokens[end + length - 1].text != "," else stop
        end = after
    return begin, stop


def leading(sentence: Sentence, first: int) -> tuple[int, int] | None:
    """Return who leads those of a phrase that begins at ``first`` and says whose they are: «Кротов и его | врачи»."""
    tokens = sentence.tokens
    if first < 2 or tokens[first - 1].fold not in _POSSESSIVES or not (joint := _joint_before(tokens, first - 1)):
        return None
    stop = first - 1 - joint
    before = _before(sentence, stop) if tokens[stop].text != "," else None
    return (before, stop) if before is not None else None


def is_joined(sentence: Sentence, index: int) -> bool:
    """Whether «и» joins the phrase of the noun to another in the nominative: «мэр и | губернатор | заявили»."""
    span = noun_phrase(sentence, index)
    return with_others(sentence, *span) != span


def _before(sentence: Sentence, stop: int) -> int | None:
    """Return where a phrase in the nominative for somebody who can act begins that ends at ``stop``."""
    for index in range(stop - 1, max(-1, stop - _LONGEST), -1):
        if sentence.tokens[index].pos in ("VERB", "ADP", "PUNCT"):
            return None
        if not _acts(sentence, index) or _is_whose(sentence, index):
            continue
        first, end = noun_phrase(sentence, index)
        if end == stop:
            return first if first == 0 or sentence.tokens[first - 1].pos != "ADP" else None
    return None


def _is_whose(sentence: Sentence, index: int) -> bool:
    """Whether the word, which shows no case, tells whose those before it are: «инженеры | NASA | и добровольцы»."""
    token, before = sentence.tokens[index], sentence.tokens[index - 1]
    return index > 0 and not token.readings[0].case and before.pos == "NOUN" and _acts(sentence, index - 1)


def _after(sentence: Sentence, first: int) -> int | None:
    """Return where a phrase in the nominative for somebody who can act ends that begins at ``first``."""
    if (marked := _past_marks(sentence, first)) is not None:
        return marked
    for index in range(first, min(len(sentence.tokens), first + _LONGEST)):
        if sentence.tokens[index].pos in ("VERB", "ADP", "PUNCT"):
            return None
        if _acts(sentence, index):
            begin, end = noun_phrase(sentence, index)
            return end if begin == first else None
    return None


def _past_marks(sentence: Sentence, index: int) -> int | None:
    """Return where a name in marks that opens here ends: «Маяк» и | «Труд»."""
    opens = index < len(sentence.tokens) and sentence.tokens[index].text in CLOSING
    return name_in_marks(sentence.tokens, index) if opens else None


def _acts(sentence: Sentence, index: int) -> bool:
    """Whether the word is a noun for a person or body, or begins a name of one, in the nominative."""
    token, name = sentence.tokens[index], sentence.name_at(index)
    if name is not None and name.kind == "person":
        return _is_nominative(sentence, name)
    reading = token.readings[0] if not token.readings[0].case else token.reading(case="nom")
    if reading is None or reading.pos not in ("NOUN", "PROPN", "X"):
        return False
    if name is not None:
        return name.kind == "organisation" or name.first == index
    return reading.animate or is_body(reading.lemma) or is_group(reading.lemma) or is_personal(reading.lemma)


def _is_nominative(sentence: Sentence, name: Name) -> bool:
    readings = personal.read(sentence, name)
    return any(r.case in ("nom", "") and r.score > _LIKELY * readings[0].score for r in readings)
