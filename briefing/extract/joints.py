"""Words and marks that look like cuts between clauses, but stand inside one: “12:30”, “because of”, “as well as”."""

from __future__ import annotations

from briefing.extract.openers import Rules, starts_with
from briefing.language import Sentence

_HYPHENS = frozenset("-‑")


def is_whole(sentence: Sentence, index: int, known: Rules) -> bool:
    """Whether the token belongs together with those beside it and cuts nothing off."""
    joins = _is_of_time(sentence, index) or _is_hyphen(sentence, index)
    joins = joins or _joins_prepositions(sentence, index) or _joins_adjectives(sentence, index)
    joins = joins or _governs(sentence, index, known) or _is_inside_verb(sentence, index, known)
    return joins or _adds(sentence, index, known)


def _is_of_time(sentence: Sentence, index: int) -> bool:
    """Whether it is the colon of a time of day: «12:30»."""
    around = sentence.tokens[max(0, index - 1) : index + 2]
    return len(around) == 3 and around[1].text == ":" and around[0].text.isdigit() and around[2].text.isdigit()


def _is_hyphen(sentence: Sentence, index: int) -> bool:
    """Whether it is the hyphen of a compound that tokens part: “a 1,500|-|square-foot hall”."""
    around = sentence.tokens[max(0, index - 1) : index + 2]
    if len(around) < 3 or around[1].text not in _HYPHENS or not (around[0].text[-1].isalnum() and around[2].is_word):
        return False
    return around[0].end == around[1].start and around[1].end == around[2].start


def _governs(sentence: Sentence, index: int, known: Rules) -> bool:
    """Whether the word is a preposition with the one behind it: “because | of the rain”."""
    after = sentence.tokens[index + 1 : index + 2]
    return sentence.tokens[index].pos == "SCONJ" and bool(after) and after[0].fold in known.completing


def _is_inside_verb(sentence: Sentence, index: int, known: Rules) -> bool:
    """Whether the word belongs to the verb before it: “those who fail to do | so”, “it has | since closed”."""
    return index > 0 and starts_with(sentence.tokens, index - 1, known.inside_verbs) > 1


def _joins_prepositions(sentence: Sentence, index: int) -> bool:
    """Whether a conjunction stands between two prepositions of one noun: “on or before 3 May”."""
    around = sentence.tokens[index - 1 : index + 2] if index else ()
    return len(around) == 3 and around[1].pos == "CCONJ" and all(around[i].reading(pos="ADP") for i in (0, 2))


def _joins_adjectives(sentence: Sentence, index: int) -> bool:
    """Whether a conjunction stands between two adjectives of the noun behind: “clear and honest advice”."""
    around = sentence.tokens[index - 1 : index + 3] if index else ()
    if len(around) < 4 or around[1].pos != "CCONJ" or around[3].pos not in ("NOUN", "PROPN"):
        return False
    return all(around[i].pos == "ADJ" and around[i].readings[0].form != "short" for i in (0, 2))


def _adds(sentence: Sentence, index: int, known: Rules) -> bool:
    """Whether the word belongs to a phrase that adds another of the same: “bread | as well as cakes”."""
    begins = range(max(0, index - 2), index + 1)
    return any(begin + starts_with(sentence.tokens, begin, known.adding) > index for begin in begins)
