"""English gerunds that say of a post what its holder does: “managing director”, “marketing manager”."""

from __future__ import annotations

from briefing.language.base import Reading, Token
from briefing.language.en import neighbours as near
from briefing.language.en.persons import humans, personal_nouns
from briefing.language.lexicons import listed

_DUTIES = listed("en", "readings", "duties")
_REACH = 4  # tokens from the participle to the noun


def read(tokens: list[Token], index: int) -> Reading | None:
    """Return the reading of a gerund right before the post that it belongs to, else None."""
    token = tokens[index]
    if token.fold not in _DUTIES or index + 1 >= len(tokens):
        return None
    after = tokens[index + 1]
    posted = not after.is_capital and not personal_nouns().isdisjoint(after.lemmas())
    return Reading(token.fold, "ADJ") if posted else None


def is_attribute(tokens: list[Token], index: int) -> bool:
    """Whether the word is a participle right behind a comma before a post in the singular that has no article.

    As an object the noun would have one, or be a name's title: “…, urging President Lee to act”.
    """
    token = tokens[index]
    if tokens[index - 1].text != "," or not token.fold.endswith("ing") or token.is_capital:
        return False
    if near.find(token, "VERB", "part", "pres") is None:
        return False
    for at in range(index + 1, min(len(tokens), index + _REACH)):
        noun, after = near.find(tokens[at], "NOUN"), near.following(tokens, at)
        if not tokens[at].is_word or tokens[at].is_capital:
            return False
        goes_on = after is not None and after.is_word and near.has(after, "NOUN")  # “acting deputy | head”
        if noun is not None and noun.number == "sing" and noun.lemma in personal_nouns() - humans() and not goes_on:
            return after is None or not after.is_word or after.readings[0].pos in ("ADP", "VERB")
        if noun is None and not near.has(tokens[at], "ADJ"):
            return False
    return False
