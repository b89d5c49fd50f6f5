"""Relative clauses of English: which verbs stand in one, and what the clause describes."""

from __future__ import annotations

from briefing.language.base import Sentence
from briefing.language.en import inversion
from briefing.language.en.neighbours import BRIDGES
from briefing.language.en.persons import is_personal
from briefing.language.en.phrases import start


def pronoun_before(sentence: Sentence, verb: int) -> int | None:
    """Return the relative pronoun whose clause the finite verb at ``verb`` belongs to."""
    tokens = sentence.tokens
    for index in range(verb - 1, -1, -1):
        token = tokens[index]
        if (
            token.fold in inversion.RELATIVE
            and token.pos in ("PRON", "DET", "SCONJ")
            and index
            and tokens[index - 1].pos != "VERB"
        ):
            return index
        who = index > 1 and tokens[index - 1].fold == "who"
        if who and token.pos == "VERB" and token.lemma in BRIDGES:
            continue  # “pupils | who say they were bullied”
        if (
            token.text in (",", ":", ";")
            or token.text in inversion.QUOTES
            or (token.pos == "VERB" and token.readings[0].form == "fin" and token.lemma not in ("be", "have", "do"))
        ):
            return None
    return None


def described_end(sentence: Sentence, verb: int) -> int | None:
    """Return where the noun ends that the relative clause of the verb describes."""
    tokens = sentence.tokens
    relative = pronoun_before(sentence, verb)
    while relative is not None and relative > 1 and tokens[relative - 1].fold in ("and", "or"):
        verbs = (i for i in range(relative - 2, 0, -1) if tokens[i].readings[0].form == "fin")
        earlier = pronoun_before(sentence, next(verbs, 0))
        if earlier is None:
            break
        relative = earlier  # “Anyone | who saw it or who filmed it”
    return relative - 1 if relative is not None else None


def antecedent_ending(sentence: Sentence, at: int, *, who: bool) -> int | tuple[int, int] | None:
    """The noun phrase that ends at ``at``; the head of “captain of the ship” where only a person can be meant."""
    tokens = sentence.tokens
    if tokens[at].pos in ("NOUN", "PROPN", "PRON") or sentence.name_at(at) is not None:
        first = start(sentence, at)
        holder = first - 2 if who and not _is_somebody(sentence, at) else -1
        held = holder >= 0 and tokens[first - 1].fold in ("of", "for", "at", "from")
        return (start(sentence, holder) if held and is_personal(tokens[holder]) else first), at + 1
    return at - 1 if tokens[at].text in (")", "]") else None


def _is_somebody(sentence: Sentence, at: int) -> bool:
    """Whether the phrase that ends at the token is of people: a name, a noun for a person, a pronoun."""
    tokens = sentence.tokens
    name = sentence.name_at(at)
    if name is not None:
        return name.kind == "person"
    return tokens[at].pos == "PRON" or is_personal(tokens[at])
