"""Participles that tell the kind of a post: “Ann Lee, | managing | director of Acme”, “…, | acting | head”."""

from __future__ import annotations

from briefing.language.base import Token
from briefing.language.en import neighbours as near
from briefing.language.en.persons import humans, personal_nouns

_REACH = 4  # tokens from the participle to the noun


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
