"""The words of a language that open clauses, and phrases of them where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from briefing.frozen import frozen
from briefing.language import Token, get
from briefing.language.lexicons import Lists

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]  # by their first word


@frozen
class Rules:
    """The words of a language that open clauses."""

    relatives: frozenset[str]
    relative_forms: frozenset[str]
    places: frozenset[str]
    subordinators: frozenset[str]
    conjunctions: Phrases
    purpose: Phrases
    conditional: frozenset[str]
    openers: frozenset[str]
    coordinators: frozenset[str]
    adversatives: frozenset[str]
    connectors: Phrases
    asides: Phrases
    relatives_restrict: bool
    provisos: frozenset[str]
    until: Phrases
    people: frozenset[str]
    reasons: frozenset[str]
    sequels: frozenset[str]
    adding: Phrases
    frequency: Phrases
    inside_verbs: Phrases
    completing: frozenset[str]


def phrases(listed: Iterable[str]) -> Phrases:
    """Return the phrases of a list, their words joined by hyphens there, by their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in listed:
        words = tuple(phrase.split("-"))
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


@cache
def rules(code: str) -> Rules:
    """Return the clause rules of a language."""
    table = get(code).lexicon("actions")["clause"]
    words = Lists(table)

    return Rules(
        relatives=words["relatives"],
        relative_forms=words["relative_forms"],
        places=words["places"],
        subordinators=words["subordinators"],
        conjunctions=phrases(words["conjunctions"]),
        purpose=phrases(words["purpose"]),
        conditional=words["conditional"],
        openers=words["openers"],
        coordinators=words["coordinators"],
        adversatives=words["adversatives"],
        connectors=phrases(words["connectors"]),
        asides=phrases(words["asides"]),
        relatives_restrict=bool(table["relatives_restrict"]),
        provisos=words["provisos"],
        until=phrases(words["until"]),
        people=words["people"],
        reasons=words["reasons"],
        sequels=words["sequels"],
        adding=phrases(words["adding"]),
        frequency=phrases(words["frequency"]),
        inside_verbs=phrases(words["inside_verbs"]),
        completing=words["completing"],
    )


def starts_with(tokens: Sequence[Token], index: int, known: Phrases) -> int:
    """Return how many tokens from ``index`` one of the phrases covers (lemmas or forms), 0 if none does."""
    covered = 0
    for word in tokens[index].keys:
        for phrase in known.get(word, ()):
            if len(phrase) > covered and _has_phrase(tokens, index, phrase):
                covered = len(phrase)
    return covered


def _has_phrase(tokens: Sequence[Token], index: int, phrase: tuple[str, ...]) -> bool:
    if index + len(phrase) > len(tokens):
        return False
    return all(word in token.keys for word, token in zip(phrase, tokens[index:], strict=False))
