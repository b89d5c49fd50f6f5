"""English nouns for people by post, profession, rank, relation or state."""

from __future__ import annotations

from functools import cache

from briefing.language import lexicons
from briefing.language.base import Token
from briefing.language.en.gazetteer import gazetteer


@cache
def personal_nouns() -> frozenset[str]:
    """Return the lemmas of all nouns for people."""
    return lexicons.kinds("en", *lexicons.PERSONAL)


@cache
def relations() -> frozenset[str]:
    """Return the lemmas of nouns for relations: “mother”, “friend”."""
    return lexicons.kinds("en", "relation")


@cache
def humans() -> frozenset[str]:
    """Return the lemmas of nouns for anybody at all, by age, sex or nation: “girl”, “Spaniard”."""
    return lexicons.kinds("en", "human")


def is_degree(token: Token) -> bool:
    """Whether a word is a degree or an honour that stands behind a name: “Ph.D.”, “MBE”."""
    return token.is_capital and token.fold.replace(".", "") in gazetteer().degrees


def is_personal(token: Token) -> bool:
    """Whether a word is a noun for a person or people."""
    if token.pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    if token.fold.endswith("ing") and token.fold not in personal_nouns():
        return False  # “Dean of Engineering”, which no engineer is
    return any(_parts(lemma) & personal_nouns() for lemma in token.lemmas())


def _parts(lemma: str) -> set[str]:
    """Return the lemma with the part of a compound that tells what it is: “vice-|chairman”, “mayor|-elect”."""
    first, _, rest = lemma.partition("-")
    leads = rest.startswith(("elect", "designate", "in-", "of-", "at-", "to-"))
    return {lemma, lemma.rpartition("-")[2], *([first] if leads else [])}
