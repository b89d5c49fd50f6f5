"""What hangs on another word of an action than its deed: relative clauses, participles, purposes, conditions."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract import clauses
from briefing.extract.clauses import Piece
from briefing.extract.cues import Lexicon
from briefing.language import Sentence

_HANGING = ("relative", "participle", "purpose", "subordinate")
_REACH = 6  # tokens between a participle and the noun that it stands before, a noun and its relative clause


def dependent(sentence: Sentence, first: int, stop: int, deed: int, known: Lexicon) -> set[int]:
    """Return the tokens between ``first`` and ``stop`` that tell of something else than the deed at token ``deed``.

    «Суд рассмотрит иск, [поданный 3 мая], 10 июня»; «проверят школы, [которые не открылись к 1 сентября]»; «снесут
    [построенные до 1960 года] дома». What tells when the deed's own occasion is held is of the deed: «выступит на
    форуме, который пройдёт в мае».
    """
    parts = clauses.pieces(sentence, first, stop, known.code)
    found: set[int] = set()
    at = 0
    while at < len(parts):
        last = at
        if parts[at].kind in _HANGING:
            last = _last(sentence, parts, at)
            inside = range(parts[at].first, parts[last].stop)
            if deed not in inside and not _tells_occasion(sentence, parts[at], deed, known):
                found.update(inside)
        at = last + 1
    return found | _before_nouns(sentence, first, stop, deed)


def _tells_occasion(sentence: Sentence, clause: Piece, deed: int, known: Lexicon) -> bool:
    """Whether the relative clause says when the deed is done, or in whose course it is: «на форуме, который …»."""
    tokens = sentence.tokens
    verbs = [i for i in range(clause.first, clause.stop) if clauses.is_finite(tokens[i])]
    if clause.kind != "relative" or clause.first < 2 or not verbs or not known.has("events", tokens[verbs[0]]):
        return False
    if deed < clause.first and tokens[deed].pos == "NOUN":
        return True  # «концерты, которые пройдут в мае»
    before = tokens[max(0, clause.first - _REACH) : clause.first]
    held = (token for token in before if known.is_deed(token) or known.has("held_events", token))
    return any(token.readings[0].case in ("loc", "") for token in held)


def _last(sentence: Sentence, parts: Sequence[Piece], at: int) -> int:
    """Return the last piece of the dependent clause: what a conjunction alone joins goes on with it."""
    while at + 1 < len(parts) and not parts[at + 1].mark and parts[at + 1].kind != "finite":
        at += 1
    return at


def _before_nouns(sentence: Sentence, first: int, stop: int, deed: int) -> set[int]:
    """Return the tokens from each participle to the noun that it stands before."""
    found: set[int] = set()
    tokens = sentence.tokens
    for index in range(first, stop):
        reading = tokens[index].readings[0]
        if index == deed or reading.form != "part" or not reading.case:
            continue
        for noun in range(index + 2, min(index + _REACH + 1, stop)):
            if not tokens[noun].is_word:
                break
            agrees = any((r.case, r.number) == (reading.case, reading.number) for r in tokens[noun].readings)
            if tokens[noun].pos in ("NOUN", "PROPN") and agrees and tokens[noun - 1].pos != "ADP":
                found.update(range(index, noun))
                break
    return found
