"""Clauses: a sentence cut at commas, dashes and conjunctions, and the pieces joined that belong to one predicate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from briefing.extract import attributes
from briefing.extract.joints import is_whole
from briefing.extract.openers import Rules, rules, starts_with
from briefing.frozen import frozen
from briefing.language import Sentence, Token

Kind = Literal[
    "finite",
    "relative",
    "subordinate",
    "contrast",
    "purpose",
    "participle",
    "converb",
    "infinitive",
    "nominal",
    "aside",
    "empty",
]

_STOPS = frozenset(";:")
_DASHES = frozenset(("—", "–", "-", "--"))
_BRACKETS = frozenset("()")
_OPENING = frozenset("«“\"„'‘(")
_SHORT_INSERTION = 3


@frozen
class Piece:
    """The tokens ``first`` to ``stop`` between two cuts; ``mark`` and ``conjunction`` are what cuts it off before.

    ``reason`` is whether it only tells why, or amid what, that is done which the clause before tells.
    """

    first: int
    stop: int
    mark: str
    conjunction: str
    kind: Kind
    reason: bool = False


def is_finite(token: Token) -> bool:
    """Whether the token is a predicate by itself: a finite verb, a short form, a predicative (нужно, "can")."""
    reading = token.readings[0]
    if reading.pos == "VERB":
        return reading.form in ("fin", "short", "imp")
    if reading.pos == "ADJ" and reading.form == "short":
        return reading.known or not token.is_capital  # «Рыбино» is a name
    return reading.pos == "ADV" and reading.tense == "pres"


def pieces(sentence: Sentence, first: int, stop: int, code: str) -> list[Piece]:
    """Return the pieces of the sentence's tokens ``first`` to ``stop``, in order."""
    known = rules(code)
    found: list[Piece] = []
    start, mark, conjunction = first, "", ""
    for index in range(first, stop):
        token = sentence.tokens[index]
        cut = _cut(token, known)
        if cut is not None and is_whole(sentence, index, known):
            cut = None
        if cut is None or (index > first and starts_with(sentence.tokens, index - 1, known.purpose) > 1):
            continue  # also “so that”
        if index > start:
            found.append(_piece(sentence, start, index, mark, conjunction, known))
            mark = conjunction = ""
        start = index
        if cut == "opener":
            continue
        if cut == "mark":
            mark = token.text
        else:
            conjunction = token.fold
        start = index + 1
    if stop > start:
        found.append(_piece(sentence, start, stop, mark, conjunction, known))
    return [part for piece in found for part in _without_relative(sentence, piece, known)]


def _piece(sentence: Sentence, first: int, stop: int, mark: str, conjunction: str, known: Rules) -> Piece:
    kind = _kind(sentence, first, stop, known)
    why = kind == "subordinate" and _tells_why(sentence, first, stop, known)
    return Piece(first, stop, mark, conjunction, kind, why)


def _tells_why(sentence: Sentence, first: int, stop: int, known: Rules) -> bool:
    """Whether the subordinate clause tells why something is done: “as costs rise”, “after sales had fallen”."""
    tokens, opening = sentence.tokens, sentence.tokens[first].fold
    if opening not in known.reasons | known.sequels:
        return False
    verb = next((i for i in range(first + 1, stop) if is_finite(tokens[i])), None)
    if verb is None or not has_subject(sentence, first + 1, verb):
        return False
    return opening in known.reasons or tokens[verb].readings[0].tense == "past"


def _without_relative(sentence: Sentence, piece: Piece, known: Rules) -> list[Piece]:
    """Cut the main clause off a clause before it that no comma ends: those who stay | will be paid; if so | he will."""
    if piece.kind not in ("relative", "subordinate") or piece.mark:
        return [piece]
    finite = [i for i in range(piece.first, piece.stop) if is_finite(sentence.tokens[i])]
    if len(finite) < 2:
        return [piece]
    if piece.kind == "relative":
        bare = (b for a, b in pairwise(finite) if not has_subject(sentence, a + 1, b, bare=True))
        cut = next(bare, None)
    else:
        cut = finite[1] - 1
        opens = piece.first == 0 or sentence.tokens[piece.first - 1].fold in known.openers
        cut = cut if opens and sentence.tokens[cut].readings[0].pos == "PRON" else None
    if cut is None:
        return [piece]
    clause = Piece(piece.first, cut, "", piece.conjunction, piece.kind)
    return [clause, Piece(cut, piece.stop, "", "", "finite")]


def _cut(token: Token, known: Rules) -> str | None:
    if token.text == "," or token.text in _STOPS or token.text in _DASHES or token.text in _BRACKETS:
        return "mark"
    if token.fold in known.openers and token.pos in ("SCONJ", "PRON", "ADV"):
        return "opener"
    if token.fold in known.coordinators or token.fold in known.adversatives:
        return "conjunction"
    return None


def _kind(sentence: Sentence, first: int, stop: int, known: Rules) -> Kind:
    tokens = sentence.tokens
    words = [i for i in range(first, stop) if tokens[i].is_word]
    if not words:
        return "empty"
    stressed = len(words) > 1 and tokens[words[0]].pos in ("PART", "ADV") and tokens[words[1]].pos == "SCONJ"
    stressed = stressed and tokens[words[1]].fold in known.conditional
    opening = tokens[words[stressed]]  # «даже | если»
    after = tokens[words[1]] if opening.pos == "ADP" and len(words) > 1 else opening
    if opening.pos == "ADP" and any(_is_relative(tokens[i], known) for i in words[1:4]):
        return "relative"
    led = opening.pos in ("NOUN", "NUM") and opening.readings[0].case
    if led and any(tokens[i].lemma in known.relatives for i in words[1:3]):
        return "relative"  # «созданием которого руководит», «три из которых»
    pronoun = opening.pos == "PRON" and opening.fold in known.openers
    if pronoun or after.lemma in known.relatives or after.fold in known.relative_forms:
        return "relative"
    if starts_with(tokens, words[0], known.purpose):
        return "purpose"
    if opening.fold in known.adversatives:
        return "contrast"
    others = (known.adding, known.frequency)  # no clause is opened by «раз в год»
    if opening.fold in known.subordinators and not any(starts_with(tokens, words[0], phrases) for phrases in others):
        return "subordinate"
    if starts_with(tokens, words[0], known.conjunctions) and any(is_finite(tokens[i]) for i in words):
        return "subordinate"  # but «прежде чем уехать» tells of the same deed
    if starts_with(tokens, words[0], known.asides):
        return "aside"
    return _kind_by_verb(tokens, words)


def _is_relative(token: Token, known: Rules) -> bool:
    return token.lemma in known.relatives or (token.pos == "PRON" and token.fold in known.relative_forms)


def _kind_by_verb(tokens: Sequence[Token], words: Sequence[int]) -> Kind:
    opening = [tokens[i].readings[0] for i in words[:2]]
    if opening[0].pos == "ADP" and opening[-1].form == "part" and not opening[-1].case:
        return "nominal"
    if any(is_finite(tokens[i]) for i in words):
        return "finite"
    if any(reading.form == "conv" for reading in opening):
        return "converb"
    after = opening[-1].pos
    gerund = opening[-1].form == "part" and opening[-1].tense == "pres" and not opening[-1].case  # “healthy eating”
    participial = opening[0].form == "part" or (opening[0].pos in ("ADV", "PART") and opening[-1].form == "part")
    joined = words[0] > 0 and tokens[words[0] - 1].is_word and opening[0].tense == "past" and not opening[0].case
    participial = participial and not (joined and after == "NOUN")  # “hilly and | wooded land”
    bare = opening[0].pos == "ADJ" and after not in ("NOUN", "PROPN", "ADJ", "DET", "NUM")
    if participial or (bare and not gerund):
        return "participle"
    if any(tokens[i].readings[0].form == "inf" for i in words):
        return "infinitive"
    return "nominal"


@dataclass(slots=True)
class Clause:
    """The tokens ``first`` to ``stop`` of a clause, and how it hangs on what is before: ``kind`` of its first piece."""

    first: int
    stop: int
    kind: Kind


def around(sentence: Sentence, parts: Sequence[Piece], verb: int, code: str) -> Clause:
    """Return the clause of the predicate at token ``verb``, joined from the pieces of the sentence."""
    at = next((n for n, piece in enumerate(parts) if piece.first <= verb < piece.stop), None)
    if at is None:
        return Clause(verb, verb + 1, "finite")
    left = _leftmost(sentence, parts, at, verb, rules(code))
    right = rightmost(sentence, parts, at, verb)
    first, kind = parts[left].first, parts[left].kind
    return Clause(_without_opening(sentence, first, verb, kind, code), parts[right].stop, kind)


def _without_opening(sentence: Sentence, first: int, verb: int, kind: Kind, code: str) -> int:
    """Skip what links the clause to the text before: conjunctions, connectors, marks."""
    known = rules(code)
    tokens = sentence.tokens
    links = known.coordinators | known.adversatives
    if kind in ("subordinate", "contrast", "purpose"):
        links |= known.subordinators | known.purpose.keys()
    while first < verb:
        behind = first + (skipped := starts_with(tokens, first, known.connectors))
        if skipped and behind <= verb and not (skipped > 1 and tokens[behind].pos in ("ADP", "PART")):
            first = behind  # not “in addition | to it”
        elif tokens[first].fold in links or not (tokens[first].is_word or tokens[first].text in _OPENING):
            first += 1
        else:
            break
    return first


def _leftmost(sentence: Sentence, parts: Sequence[Piece], at: int, verb: int, known: Rules) -> int:
    """Return the number of the piece that the clause of ``verb`` in piece ``at`` starts with."""
    own = at
    while at > 0:
        piece = parts[at]
        if piece.kind in ("relative", "subordinate", "contrast", "purpose") or piece.mark in _STOPS:
            break
        if piece.mark and piece.conjunction in known.adversatives:
            break
        if attributes.ends_row(parts, at) and not has_subject(sentence, piece.first, verb):
            break
        jump = _joined_before(sentence, parts, at, verb)
        if not jump:
            break
        at -= jump
    while at < own and parts[at].mark == "(":
        at += 1  # a bracket belongs to what is before it
    return at


def _joined_before(sentence: Sentence, parts: Sequence[Piece], at: int, verb: int) -> int:
    """Return how many pieces before piece ``at`` belong to its clause (0: none)."""
    piece, before = parts[at], parts[at - 1]
    if at > 1 and _sets_in(parts, at - 1) and not has_subject(sentence, piece.first, verb):
        return 2
    if before.kind in ("nominal", "participle", "empty"):
        if piece.mark == "," and piece.conjunction and has_subject(sentence, piece.first, verb, bare=True):
            return 0  # «… с комитетом, | и мы будем строить»
        if piece.mark in _DASHES and has_subject(sentence, piece.first, verb):
            between = piece.kind == "nominal" and at + 1 < len(parts) and parts[at + 1].mark == piece.mark
            return int(between)  # «подрядчик | — фирма «Мост» | — начнёт работы»
        paired = before.conjunction and not before.mark and at > 1
        if piece.mark == "," and paired and parts[at - 2].kind in ("subordinate", "finite"):
            return 0  # «раз требуются споры | и согласования, | закончить её планируется в мае»
        if piece.mark == "," and piece.conjunction and at > 1 and sentence.tokens[before.first].pos == "ADP":
            return 0  # “… in the yard, under a tarpaulin, | and will be …”
        own = piece.mark == "," and has_subject(sentence, piece.first, verb, bare=True)
        if own and sentence.tokens[before.first].pos != "ADP" and has_subject(sentence, before.first, before.stop):
            return 0  # «это первая из встреч, | он посетит …»
        return 1
    if before.kind == "infinitive" and piece.conjunction and not piece.mark:
        return 1
    if before.kind == "converb" and before.mark == piece.mark == "," and at >= 2 and parts[at - 2].kind == "nominal":
        return 2  # «В мае, | завершив гастроли, | певец даст концерт»
    if before.kind in ("relative", "subordinate") and piece.conjunction and not piece.mark:
        role = before.kind == "subordinate" and is_finite(sentence.tokens[piece.first])  # “act as an aide | and will”
        return int(not role and not any(is_finite(token) for token in sentence.tokens[before.first : before.stop]))
    if before.kind == "relative" and not (before.mark or piece.mark or piece.conjunction):
        return _past_relatives(parts, at)
    elliptical = before.kind == "subordinate" and not any(map(is_finite, sentence.tokens[before.first : before.stop]))
    if (before.kind == "relative" or elliptical) and piece.mark == "," and not piece.conjunction:
        inserted = at >= 2 and parts[at - 2].kind in ("nominal", "participle") and before.mark == ","
        if not inserted or has_subject(sentence, piece.first, verb):
            return 0
        return 0 if at > 2 and sentence.tokens[parts[at - 2].first].pos == "ADP" else 2
    return 0


def _past_relatives(parts: Sequence[Piece], at: int) -> int:
    """Return how many pieces stand before with joined relative clauses: “Anyone | who saw it | or filmed it | is …”."""
    jump = min(at, 2)
    while jump < at and parts[at - jump].kind == "relative" and parts[at - jump + 1].conjunction:
        jump += 1
    return jump


def _sets_in(parts: Sequence[Piece], at: int) -> bool:
    """Whether few words between marks are set into a clause whose verb follows: «суд, | как ожидается, | решит»."""
    before, inserted, after = parts[at - 1 : at + 2]
    short = inserted.kind in ("subordinate", "finite", "aside") and inserted.stop - inserted.first <= _SHORT_INSERTION
    parted = inserted.mark == after.mark != "" and not (inserted.conjunction or after.conjunction)
    return short and parted and before.kind == "nominal"


def rightmost(sentence: Sentence, parts: Sequence[Piece], at: int, verb: int) -> int:
    """Return the number of the last piece that belongs to the predicate ``verb`` in piece ``at``."""
    while at + 1 < len(parts):
        following = parts[at + 1]
        if _is_inserted(parts, at + 1):
            at += 2
            continue
        if not _continues(sentence, parts, at + 1, verb):
            break
        at += 1
        if following.kind == "purpose":
            return _end_of_purpose(sentence, parts, at)
    return at


def _is_inserted(parts: Sequence[Piece], at: int) -> bool:
    """Whether few words are inserted before more of the clause: «не в мае, | как обещали, | а осенью»."""
    if at + 1 >= len(parts):
        return False
    inserted, after = parts[at], parts[at + 1]
    short = inserted.kind == "aside" or (
        inserted.kind == "subordinate" and inserted.stop - inserted.first <= _SHORT_INSERTION
    )
    return short and after.kind == "nominal" and after.mark == "," and bool(after.conjunction)


def _end_of_purpose(sentence: Sentence, parts: Sequence[Piece], at: int) -> int:
    """Return the last piece of a clause of purpose, cut at «и»: «чтобы быстро | и дёшево починить»."""
    while at + 1 < len(parts) and parts[at + 1].conjunction and not parts[at + 1].mark:
        before, after = parts[at], parts[at + 1]
        if after.kind == "finite" and any(map(is_finite, sentence.tokens[before.first : before.stop])):
            break
        at += 1
    return at


def _continues(sentence: Sentence, parts: Sequence[Piece], at: int, verb: int) -> bool:
    piece = parts[at]
    if _has_other_subject(sentence, parts[at - 1], piece):
        return True
    if not piece.mark and not piece.conjunction:
        return piece.kind != "contrast" and not piece.reason and sentence.tokens[piece.first - 1].pos != "ADP"
    if piece.mark in _STOPS and piece.kind not in ("nominal", "infinitive"):
        return False
    if piece.kind == "nominal" and piece.mark == "," and not piece.conjunction and attributes.is_described(parts, at):
        return False
    if piece.kind == "nominal" and piece.mark == "," and piece.conjunction and attributes.acts_itself(parts, at):
        return False
    if piece.mark == "," and attributes.is_state(sentence, piece):
        return False
    if piece.kind == "participle":
        return attributes.tells_which(sentence, piece)
    if piece.kind == "finite":
        own = next((part for part in parts if part.first <= verb < part.stop), piece)
        joined = bool(piece.conjunction) or (own.kind == "finite" and _is_in_row(sentence, piece))
        return joined and piece.mark in ("", ",") and _same_subject(sentence, piece, verb)
    return piece.kind in ("nominal", "infinitive", "purpose", "empty")


def _has_other_subject(sentence: Sentence, clause: Piece, piece: Piece) -> bool:
    """Whether the piece has the second subject and the verb of a clause: “when their home | or business may close”."""
    if clause.kind not in ("relative", "subordinate") or piece.kind != "finite" or piece.mark or not piece.conjunction:
        return False
    if any(map(is_finite, sentence.tokens[clause.first : clause.stop])):
        return False
    verb = next(i for i in range(piece.first, piece.stop) if is_finite(sentence.tokens[i]))
    return has_subject(sentence, clause.first + 1, clause.stop) and has_subject(sentence, piece.first, verb)


def _is_in_row(sentence: Sentence, piece: Piece) -> bool:
    """Whether the piece opens with one of a row of futures: «осмотрит мост, встретится с врачами и …»."""
    opening = sentence.tokens[piece.first].readings[0]
    return opening.tense == "fut" and opening.aspect == "perf"


def _same_subject(sentence: Sentence, piece: Piece, verb: int) -> bool:
    """Whether the piece goes on with a verb like ``verb``, or the future of a plan, and has no subject of its own."""
    tokens = sentence.tokens
    other = next(i for i in range(piece.first, piece.stop) if is_finite(tokens[i]))
    mine, yours = tokens[verb].readings[0], tokens[other].readings
    told = tokens[verb].reading(form="imp", number="plur") or mine  # «отложите | и начните»
    alike = any((said.tense, said.form) == (other.tense, other.form) for other in yours for said in (mine, told))
    intended = mine.tense == "pres" or (mine.form == "short" and mine.pos == "ADJ")
    alike = alike or (intended and yours[0].tense == "fut" and yours[0].aspect == "perf")
    return alike and not has_subject(sentence, piece.first, other)


def has_subject(sentence: Sentence, first: int, stop: int, *, bare: bool = False) -> bool:
    """Whether a nominative stands among the tokens: a noun or pronoun that could be a subject of a verb at ``stop``.

    With ``bare`` only pronouns count.
    """
    for index in range(first, stop):
        reading = sentence.tokens[index].readings[0]
        nominal = reading.pos in (("PRON",) if bare else ("NOUN", "PROPN", "PRON")) and reading.case in ("nom", "")
        if nominal and (index == 0 or sentence.tokens[index - 1].pos != "ADP"):
            return True
    return False
