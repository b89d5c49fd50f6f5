"""What “that” is: a conjunction, the pronoun of a relative clause, or a determiner."""

from __future__ import annotations

from briefing.language.base import Reading, Token
from briefing.language.en import neighbours as near


def read(tokens: list[Token], index: int) -> Reading | None:
    """Return the reading of the “that” at the index."""
    token, before, after = tokens[index], near.preceding(tokens, index), near.following(tokens, index)
    if after is None:
        return near.find(token, "PRON")
    finite = near.is_finite(after)
    if before is not None and before.pos in ("NOUN", "PROPN", "PRON"):
        noun = before.pos == "NOUN" or (index > 2 and _is_governed_name(tokens, index - 1))
        finite = finite or (noun and _continues_noun(tokens, index + 1, before))
        return near.find(token, "PRON" if finite else "SCONJ")
    if before is not None and before.pos in ("VERB", "ADJ", "CCONJ", "ADV") and before.lemma != "be":
        return near.find(token, "PRON" if finite else "SCONJ")
    if finite or after.pos in ("PUNCT", "PART", "ADP"):
        return near.find(token, "PRON")
    return near.find(token, "DET" if after.pos in ("NOUN", "ADJ", "NUM") else "SCONJ")


def _is_governed_name(tokens: list[Token], index: int) -> bool:
    """Whether the name belongs to a noun before it: “sanctions | against Peru | that ban sales”."""
    name, preposition, noun = tokens[index], tokens[index - 1], tokens[index - 2]
    return name.pos == "PROPN" and preposition.pos == "ADP" and noun.pos == "NOUN"


def _continues_noun(tokens: list[Token], index: int, before: Token) -> bool:
    """“a club that trains divers”, “plans that start soon”: the verb after “that” agrees with the noun before it."""
    token, after = tokens[index], near.following(tokens, index)
    finite = near.find(token, "VERB", "fin")
    if finite is None or finite.tense != "pres" or after is None or near.is_finite(after):
        return False
    numbers = {before.readings[0].number}
    if index > 3 and tokens[index - 3].fold == "of":
        numbers.add(tokens[index - 4].readings[0].number)  # “a set of rules that limits exports”
    agrees = finite.number in numbers
    if agrees and finite.person == "3" and near.has(after, "NOUN") and near.has(token, "NOUN"):
        return not near.finite_ahead(tokens, index)  # “a plan that cuts fees”, not “a claim that cuts hurt”
    return agrees and (after.pos in ("DET", "PRON", "PART", "ADP", "ADV", "NUM") or after.readings[0].case == "gen")
