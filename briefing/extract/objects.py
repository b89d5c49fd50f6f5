"""Objects that a cue takes, and what is to become of them: “is changing her name”, “want the law changed”."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.clauses import Piece
from briefing.extract.cues import Cue, Lexicon
from briefing.extract.governed import Complement, has_object
from briefing.language import Sentence

_REACH = 8  # tokens from a wish to the participle of what it is about
_PHRASE = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON")
_BEHIND = ("ADP", "ADV", "PUNCT", "CCONJ", "SCONJ", "PART")


def acted_on(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """A progressive with its object: “is changing her name”, not “is changing quickly”."""
    after = sentence.tokens[cue.stop : cue.stop + 1]
    owned = any(token.pos in ("DET", "NUM") for token in after)
    return Complement(cue.first, cue.head) if owned or has_object(sentence, cue.stop - 1) else None


def with_participle(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """What is wanted to be done to a certain thing: “want the law changed”, not “want a car made of steel”."""
    tokens = sentence.tokens
    if cue.stop >= parts[-1].stop or not _is_certain(sentence, cue.stop, known):
        return None
    for index in range(cue.stop + 1, min(cue.stop + _REACH, parts[-1].stop)):
        reading = tokens[index].reading(pos="VERB", form="part", tense="past")
        ends = index + 1 == len(tokens) or tokens[index + 1].pos in _BEHIND
        if reading is not None and ends and tokens[index].pos in ("VERB", "ADJ"):
            agent = index + 1 < len(tokens) and known.has("agent_prepositions", tokens[index + 1])
            return Complement(cue.stop, index) if not agent else None
        if tokens[index].pos not in _PHRASE:
            return None
    return None


def _is_certain(sentence: Sentence, index: int, known: Lexicon) -> bool:
    """Whether the phrase that begins there names what both sides know: “the law”, “these rules”, “Lee”."""
    token = sentence.tokens[index]
    return known.has("definite", token) or known.has("possessives", token) or token.pos in ("PRON", "PROPN")
