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
        begun = tokens[index + 1 : index + 2] if first == index + 1 else []
        denied = known.has("negations", token) and any(after.pos in ("ADV", "VERB") for after in begun)
        counted = token.pos in ("NUM", "DET", "ADJ") and any(known.has("repeated", after) for after in begun)
        if token.pos == "ADV" or denied or counted or is_term(tokens, index, known):
            first = index
        elif token.pos == "ADP" or not token.is_word:
            break
    return first


def is_term(tokens: Sequence[Token], index: int, known: Lexicon) -> bool:
    """Whether a phrase begins there that tells when or how often: «до 1 мая», «в двухмесячный срок», «раз в месяц»."""
    if starts_with(tokens, index, known.within):
        return True
    if known.has("seasons", tokens[index]) and tokens[index].reading(case="ins") is not None:
        return True  # «осенью | открыть»
    following = tokens[index + 1 : index + 3]
    if len(following) < 2:
        return False
    times = [not token.keys.isdisjoint(known.words["times"]) for token in following]
    if known.has("which", tokens[index]) and times[0]:
        return True
    if known.has("repeated", tokens[index]) and following[0].pos == "ADP" and times[1]:
        return True
    if known.has("regularly", tokens[index]) and known.has("coming_days", following[0]):
        return True
    counted = following[0].pos == "NUM"
    if known.has("time_prepositions", tokens[index]) and (times[0] or counted):
        return True
    if known.has("spanning", tokens[index]) and (times[0] or (counted and times[1])):
        return True
    return tokens[index].pos == "ADP" and following[0].pos == "ADJ" and known.has("term_nouns", following[1])
