"""The complement of a cue: where it starts, which word names the deed, which verb carries the meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from briefing.extract.clauses import Piece, is_finite
from briefing.extract.cues import Cue, Lexicon
from briefing.frozen import frozen
from briefing.language import Sentence, Token

DASHES = ("—", "–", "-")
_JOINT = 4  # tokens from an infinitive to what is joined to it
_QUOTES = frozenset("\"“”«»„'‘’")
_NOMINAL = ("NOUN", "PROPN", "DET", "ADJ")


@frozen
class Complement:
    """The complement starts at token ``first``; ``head`` is the verb or noun that names the deed."""

    first: int
    head: int


Finder = Callable[[Sentence, Cue, Lexicon, Sequence[Piece]], Complement | None]


def lexical(sentence: Sentence, verb: int, known: Lexicon) -> int:
    """Return the verb that carries the meaning: the infinitive or participle after an auxiliary, else the verb."""
    tokens, grammar = sentence.tokens, known.grammar
    if not _is_auxiliary(tokens[verb], known):
        return verb
    for index in range(verb + 1, min(verb + 7, len(tokens))):
        token = tokens[index]
        reading = token.reading(pos="VERB", form="short", aspect="perf") or token.readings[0]  # not «благодарен»
        if reading.pos == "VERB" and reading.form in ("inf", grammar.group_participle):
            return lexical(sentence, index, known)
        if token.text in _QUOTES:
            continue  # “would “prefer” to stay”
        if is_finite(token) or token.text in ",;:" or not (grammar.free_order or reading.pos in ("ADV", "PART")):
            break
    return verb


def has_object(sentence: Sentence, verb: int) -> bool:
    """Whether a noun that may be its object follows the verb: «отметит юбилей», not «отметит, что …»."""
    for token in sentence.tokens[verb + 1 : verb + 4]:
        if token.pos in ("NOUN", "PROPN", "ADJ", "DET"):
            owning = (
                token.pos == "DET" and token.readings[0].case == "gen" and not token.readings[0].gender
            )  # “its base”
            return owning or token.reading(case="acc") is not None or not token.readings[0].case
        if token.pos != "ADV":
            return False
    return False


def is_kept(sentence: Sentence, verb: int, known: Lexicon) -> bool:
    """Whether somebody sees to it that a place or service stays so: “will remain closed”, not “will stay calm”."""
    after = sentence.tokens[verb + 1 : verb + 2]
    return known.has("staying", sentence.tokens[verb]) and known.has_any("kept", after)


def is_achieved(sentence: Sentence, verb: int, known: Lexicon) -> bool:
    """Whether somebody brings about a state by a day that is told: “is due to be ready in 2026”."""
    after = sentence.tokens[verb + 1 :]
    dated = any(any(map(str.isdigit, token.text)) or known.has("months", token) for token in after)
    return dated and known.has_any("achieved", after[:1])


def is_negated(sentence: Sentence, first: int, stop: int, known: Lexicon) -> bool:
    """Whether a negation stands at ``first`` to ``stop`` that is not part of «не только», "not only"."""
    tokens = sentence.tokens[first : stop + 1]
    return any(
        known.has("negations", token)
        and not known.has("only", after)
        and not (token.pos == "ADP" and after.pos in _NOMINAL)  # “residents without power should”
        for token, after in pairwise(tokens)
    )


def is_missing(sentence: Sentence, cue: Cue, known: Lexicon) -> bool:
    """Whether nobody has what the cue names: “lacks a plan to …”, “failed to plan to …”, “there is work to …”."""
    tokens = sentence.tokens
    if not cue.frame.noun:  # “there is more | work | to do”
        return known.has("tasks", tokens[cue.stop - 1]) and tokens[cue.stop - 1].pos == "NOUN"
    verb = cue.first - 1
    while verb > 0 and tokens[verb].pos in ("DET", "ADJ", "ADV", "ADP", "NUM"):
        verb -= 1
    if verb < 1 or known.has("wanting", tokens[verb]):
        return verb > 0
    return is_infinitive(tokens, verb - 1, known) and verb > 1 and known.has("failing", tokens[verb - 2])


def goes_on_to_deed(sentence: Sentence, verb: int, known: Lexicon) -> bool:
    """Whether only a state is denied, and a deed is joined to it: “not to wait and | to reply”."""
    tokens = sentence.tokens
    mark = verb - bool(known.grammar.infinitive_mark)
    if mark < 1 or not known.has("negations", tokens[mark - 1]):
        return False
    joints = range(verb + 1, min(verb + _JOINT, len(tokens) - 1))
    return any(tokens[i].pos == "CCONJ" and is_infinitive(tokens, i + 1, known) for i in joints)


def _is_auxiliary(token: Token, known: Lexicon) -> bool:
    return any(known.has(name, token) for name in ("copula", "copula_infinitives", "reported"))


def piece_at(parts: Sequence[Piece], index: int) -> Piece | None:
    """Return the piece of the sentence in which the token stands."""
    return next((piece for piece in parts if piece.first <= index < piece.stop), None)


def is_infinitive(tokens: Sequence[Token], index: int, known: Lexicon) -> bool:
    """Whether an infinitive begins here: its form, or the mark of it where the language has one."""
    if known.grammar.infinitive_mark:
        return tokens[index].fold == known.grammar.infinitive_mark and tokens[index].pos == "PART"
    token = tokens[index]
    return token.readings[0].form == "inf" and token.reading(form="fin", tense="pres") is None  # «есть» is
