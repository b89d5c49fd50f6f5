"""English gerunds that say of a post what its holder does: “managing director”, “marketing manager”."""

from __future__ import annotations

from briefing.language.base import Reading, Token
from briefing.language.en.persons import personal_nouns
from briefing.language.lexicons import listed

_DUTIES = listed("en", "readings", "duties")


def read(tokens: list[Token], index: int) -> Reading | None:
    """Return the reading of a gerund right before the post that it belongs to, else None."""
    token = tokens[index]
    if token.fold not in _DUTIES or index + 1 >= len(tokens):
        return None
    after = tokens[index + 1]
    posted = not after.is_capital and not personal_nouns().isdisjoint(after.lemmas())
    return Reading(token.fold, "ADJ") if posted else None
