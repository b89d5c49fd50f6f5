"""English nouns for people by post, profession, rank, relation or state."""

from __future__ import annotations

from functools import cache

from briefing.language import lexicons
from briefing.language.base import Token

_KINDS = ("office", "profession", "rank", "relation", "status", "source", "human")


@cache
def personal_nouns() -> frozenset[str]:
    """Return the lemmas of all nouns for people."""
    lexicon = lexicons.load("en", "roles")
    return frozenset(word for kind in _KINDS for word in lexicon[kind])


@cache
def relations() -> frozenset[str]:
    """Return the lemmas of nouns for relations: “mother”, “friend”."""
    return frozenset(lexicons.load("en", "roles")["relation"])


def is_personal(token: Token) -> bool:
    """Whether a word is a noun for a person or people."""
    if token.pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    return any(lemma in personal_nouns() or lemma.rpartition("-")[2] in personal_nouns() for lemma in token.lemmas())
