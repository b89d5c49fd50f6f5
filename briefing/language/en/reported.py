"""Which reading the words around a verb of speech have: it, its subject, and the clause that it reports."""

from __future__ import annotations

from briefing.language.base import Reading, Token
from briefing.language.en import neighbours as near


def read(tokens: list[Token], index: int, finite: Reading) -> Reading | None:
    """Return the reading of a word that may be the ``finite`` verb in the present where speech tells it."""
    token, after = tokens[index], near.following(tokens, index)
    adjective = near.find(token, "ADJ")
    if adjective is not None and _opens_subject(tokens, index, finite):
        return adjective
    if finite.lemma in near.BRIDGES and _bridges(tokens, index, finite):
        return finite
    found = after is not None and after.fold == "that" and _is_found_by(tokens, index, finite)
    return finite if found or _is_told_of_several(tokens, index) else None


def _opens_subject(tokens: list[Token], index: int, finite: Reading) -> bool:
    """“They say free meals help”: a word that is adjective and verb before a noun, right after a verb of speech."""
    before, after = tokens[index - 1] if index else None, near.following(tokens, index)
    base = finite.tense == "pres" and finite.person != "3"
    told = before is not None and before.pos == "VERB" and before.lemma in near.BRIDGES
    return base and told and after is not None and near.has(after, "NOUN")


def _is_told_of_several(tokens: list[Token], index: int) -> bool:
    """“Lee said the two leaks raise doubts”: a plural that opens a clause of speech, a verb that agrees, its object."""
    before, after = tokens[index - 1], near.following(tokens, index)
    if before.readings[0].number != "plur" or tokens[index].fold.endswith("s") or not near.opens_clause(tokens, index):
        return False
    if after is None or not (near.has(after, "NOUN") or after.pos in ("DET", "ADJ", "NUM")):
        return False
    follows = near.following(tokens, index + 1)
    doubtful = near.has(after, "VERB", "fin") and follows is not None and follows.is_word and follows.pos != "ADP"
    return not doubtful and not near.finite_ahead(tokens, index + 1)


def _bridges(tokens: list[Token], index: int, finite: Reading) -> bool:
    """“the union claims wages fell”: a verb of speech between its subject and a clause without conjunction."""
    after = near.following(tokens, index)
    if after is None or near.is_finite(after):
        return False
    if after.fold not in near.CLAUSE_SUBJECTS and not near.finite_ahead(tokens, index):
        return False
    start = near.phrase_start(tokens, index)
    loose = start == index or (start > 0 and tokens[start - 1].pos in ("VERB", "ADP"))
    if near.finite_behind(tokens, index) or (loose and finite.number != "plur"):
        return False
    heads = [token for token in tokens[:index] if token.pos == "NOUN"]
    number = (heads[0] if finite.number == "plur" else tokens[index - 1]).readings[0].number if heads else "sing"
    return number == finite.number and after.pos in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON")


def _is_found_by(tokens: list[Token], index: int, finite: Reading) -> bool:
    """“figures from the Met Office show that …”: the head before the complement agrees, and no other verb does."""
    clause = tokens[index + 2] if index + 2 < len(tokens) else None
    if (
        clause is None
        or near.is_finite(clause)
        or finite.lemma not in near.BRIDGES
        or near.finite_behind(tokens, index)
    ):
        return False
    head = next((token for token in tokens[:index] if token.pos == "NOUN"), None)
    return head is not None and head.readings[0].number == finite.number == "plur" and tokens[index - 1].pos == "PROPN"
