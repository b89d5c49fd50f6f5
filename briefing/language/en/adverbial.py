"""English adverbs that are verbs too where an object follows: “to back the deal”, “to further its aims”."""

from __future__ import annotations

from briefing.language import lexicons
from briefing.language.base import Reading, Token
from briefing.language.en import neighbours as near

VERBS: frozenset[str] = frozenset(lexicons.load("en", "words")["closed"]["also_infinitives"].split())


def read(tokens: list[Token], index: int) -> Reading | None:
    """Return the infinitive behind “to” or a modal and before an object, else the likeliest other reading."""
    token, before = tokens[index], near.preceding(tokens, index)
    led = before is not None and (before.fold == "to" or before.lemma in near.MODAL)
    if led and is_verb(tokens, index):
        return near.find(token, "VERB", "inf")
    return token.readings[0]


def is_verb(tokens: list[Token], index: int) -> bool:
    """Whether the word is one of these and an object follows that it can have as a verb."""
    after = near.following(tokens, index)
    if tokens[index].fold not in VERBS or after is None:
        return False
    return after.pos in ("DET", "PROPN", "PRON") or after.readings[0].case == "gen"
