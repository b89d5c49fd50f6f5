"""Words of time before what is to be done: «в двухмесячный срок | подготовить», «до вечера пятницы | убрать»."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.cues import Lexicon
from briefing.extract.openers import starts_with
from briefing.language import Sentence, Token


def with_adverbials(sentence: Sentence, start: int, infinitive: int, known: Lexicon) -> int:
    """Return where the infinitive's phrase starts: at an adverb or a phrase of time or place before it, if any.

    The object of the cue, without preposition, is left out («поручил мэрам | до июля подготовить»).
    """
    tokens = sentence.tokens
    first = infinitive
    for index in range(infinitive - 1, start - 1, -1):
        token = tokens[index]
        denied = index == infinitive - 1 and known.has("negations", token)
        if token.pos == "ADV" or denied or is_term(tokens, index, known):
            first = index
        elif token.pos == "ADP" or not token.is_word:
            break
    return first


def is_term(tokens: Sequence[Token], index: int, known: Lexicon) -> bool:
    """Whether a phrase begins there that tells when: «до 1 мая», «в двухмесячный срок», «до вечера пятницы»."""
    if starts_with(tokens, index, known.within):
        return True
    following = tokens[index + 1 : index + 3]
    if len(following) < 2:
        return False
    times = [not token.keys.isdisjoint(known.words["times"]) for token in following]
    counted = following[0].pos == "NUM"
    if known.has("time_prepositions", tokens[index]) and (times[0] or counted):
        return True
    if known.has("spanning", tokens[index]) and (times[0] or (counted and times[1])):
        return True
    return tokens[index].pos == "ADP" and following[0].pos == "ADJ" and known.has("term_nouns", following[1])
