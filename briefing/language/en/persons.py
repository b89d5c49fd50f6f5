"""English nouns for people by post, profession, rank, relation or state."""

from __future__ import annotations

from functools import cache

from briefing.language import lexicons
from briefing.language.base import Token

_KINDS = ("office", "profession", "rank", "relation", "status", "source", "human")


@cache
def _nouns() -> frozenset[str]:
    lexicon = lexicons.load("en", "roles")
    return frozenset(word for kind in _KINDS for word in lexicon[kind])


def is_personal(token: Token) -> bool:
    """Whether a word is a noun for a person or people."""
    if token.pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    return any(lemma in _nouns() or lemma.rpartition("-")[2] in _nouns() for lemma in token.lemmas())
