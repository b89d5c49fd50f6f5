"""Which reading the words around a verb of speech have: it, its subject, and the clause that it reports."""

from __future__ import annotations

from briefing.language.base import Reading, Token
from briefing.language.en import neighbours as near
from briefing.language.lexicons import listed

_ADDRESSING = listed("en", "clauses", "addressing")
_CLAUSAL = listed("en", "clauses", "clausal")
_NEEDING = listed("en", "clauses", "needing")
_COLLECTIVE = listed("en", "clauses", "collective")
_AMOUNTS = listed("en", "clauses", "amounts")
_LACKING = listed("en", "clauses", "lacking")
_OPINION = listed("en", "readings", "opinion")


def read(tokens: list[Token], index: int, finite: Reading) -> Reading | None:
    """Return the reading of a word that may be the ``finite`` verb in the present where speech tells it."""
    token, after = tokens[index], near.following(tokens, index)
    adjective = near.find(token, "ADJ")
    if adjective is not None and _opens_subject(tokens, index, finite):
        return adjective
    if _is_needed(tokens, index, finite):
        return finite
    if finite.lemma in near.BRIDGES and _bridges(tokens, index, finite):
        return finite
    if finite.person == "3" and index > 1 and is_told_of_one(tokens, index, finite):
        return finite
    found = after is not None and after.fold == "that" and _is_found_by(tokens, index, finite)
    return finite if found or _is_told_of_several(tokens, index) else None


def _opens_subject(tokens: list[Token], index: int, finite: Reading) -> bool:
    """“They say free meals help”: a word that is adjective and verb before a noun, right after a verb of speech."""
    before, after = tokens[index - 1] if index else None, near.following(tokens, index)
    base = finite.tense == "pres" and finite.person != "3"
    told = before is not None and before.pos == "VERB" and before.lemma in near.BRIDGES
    return base and told and after is not None and near.has(after, "NOUN")


def is_told_of_one(tokens: list[Token], index: int, finite: Reading) -> bool:
    """“Lee said the firm needs a boss”: a noun in the singular that opens a clause of speech, its verb and an object.

    A determiner shows the object; else no other verb may follow, and the one before must take no noun itself.
    """
    start, after = near.phrase_start(tokens, index), near.following(tokens, index)
    verb, noun = tokens[start - 1], near.find(tokens[index - 1], "NOUN") or near.find(tokens[index - 1], "PROPN")
    if not 0 < start < index or verb.pos != "VERB" or noun is None or noun.number == "plur" or after is None:
        return False
    if tokens[index - 1].pos == "ADJ" and noun.score < 1.0:
        return False
    if verb.lemma not in near.BRIDGES and verb.lemma not in _ADDRESSING:
        return False
    meant = after.fold == "to" and finite.lemma in near.INTENDING
    if meant or after.pos == "DET" or after.readings[0].case == "gen":
        return True
    open_ended = after.is_word and after.pos not in ("CCONJ", "SCONJ") and not near.is_finite(after)
    return open_ended and verb.lemma in _CLAUSAL and not near.finite_ahead(tokens, index)


def _is_told_of_several(tokens: list[Token], index: int) -> bool:
    """“Lee said the two leaks raise doubts”: a plural that opens a clause of speech, a verb that agrees, its object."""
    before, after = tokens[index - 1], near.following(tokens, index)
    if before.readings[0].number != "plur" or tokens[index].fold.endswith("s") or not near.opens_clause(tokens, index):
        return False
    if after is not None and after.fold == "to":
        meant = any(reading.lemma in near.INTENDING for reading in tokens[index].readings if reading.form == "fin")
        return meant and not near.finite_ahead(tokens, index)  # “said ministers hope to act”
    if after is None or not (near.has(after, "NOUN") or after.pos in ("DET", "ADJ", "NUM")):
        return False
    follows = near.following(tokens, index + 1)
    doubtful = near.has(after, "VERB", "fin") and follows is not None and follows.is_word and follows.pos != "ADP"
    return not doubtful and not near.finite_ahead(tokens, index + 1)


def _is_needed(tokens: list[Token], index: int, finite: Reading) -> bool:
    """“Staff need to be paid”, “said a forum on the issue needs to be set up”, “said families need help now”.

    Behind a noun that agrees and before an infinitive it can hardly be the noun, nor where it opens what somebody says.
    """
    before, after = tokens[index - 1], near.following(tokens, index)
    if finite.lemma not in _NEEDING or before.pos not in ("NOUN", "PROPN") or after is None:
        return False
    third = tokens[index].fold.endswith("s")
    if (before.readings[0].number == "plur") == third and (third or before.lemma not in _COLLECTIVE):
        return False
    if after.fold == "to":
        infinitive = near.following(tokens, index + 1)
        return infinitive is not None and near.has(infinitive, "VERB", "inf")
    object_follows = near.has(after, "NOUN") or after.pos in ("DET", "ADJ", "NUM", "ADV")
    return object_follows and near.opens_clause(tokens, index) and not near.is_finite(after)


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


def after_amount(tokens: list[Token], index: int) -> Reading | None:
    """Return the finite verb behind an amount that stands for something: “more needs to be done”."""
    token, after = tokens[index], near.following(tokens, index)
    if tokens[index - 1].fold not in _AMOUNTS or token.lemma not in _LACKING or after is None:
        return None
    return near.find(token, "VERB", "fin") if after.fold == "to" and token.fold.endswith("s") else None


def after_one(tokens: list[Token], index: int) -> Reading | None:
    """Return the finite verb behind an age or adjective that stands for somebody, or a noun that may be an adjective.

    “The 52-year-old says he …”, “A third added: …”, “a police chief says …”, “Lee said the firm needs a boss”.
    """
    token = tokens[index]
    if tokens[index - 1].pos == "NUM":
        return near.find(token, "VERB", "fin") if _is_told_of(tokens, index) else None
    if _is_told_by_one(tokens, index):
        return near.find(token, "VERB", "fin", "past")
    finite = near.find(token, "VERB", "fin", "pres")
    if finite is None or token.fold == "says":
        return finite
    return finite if finite.person == "3" and index > 1 and is_told_of_one(tokens, index, finite) else None


def _is_told_of(tokens: list[Token], index: int) -> bool:
    """“The 52-year-old says he …”: an age stands for a person, whose verb is in the singular or past."""
    finite = near.find(tokens[index], "VERB", "fin")
    if finite is None or not tokens[index - 1].fold.endswith("-old"):
        return False
    return finite.tense == "past" or finite.number == "sing"


def _is_told_by_one(tokens: list[Token], index: int) -> bool:
    """“A third added: …”: an adjective alone stands for a person before a verb of speech and what is said."""
    finite, after = near.find(tokens[index], "VERB", "fin", "past"), tokens[index + 1 : index + 2]
    article = index > 1 and tokens[index - 2].pos == "DET"
    if finite is None or not article or not after or finite.lemma not in near.BRIDGES:
        return False
    opens = after[0].fold == "that" or after[0].fold in near.CLAUSE_SUBJECTS
    return opens or after[0].text in (":", ",") or after[0].text in near.QUOTES


def have_views(tokens: list[Token], index: int) -> bool:
    """Whether a past form only tells which of several think so: “nurses | polled | believe”."""
    before, after = tokens[index - 1], tokens[index + 1 : index + 2]
    several = before.readings[0].number == "plur" or before.fold == "those"
    return several and bool(after) and after[0].fold in _OPINION
