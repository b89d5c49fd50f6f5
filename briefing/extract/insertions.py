"""What is set in between commas, between a cue and what it takes."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.clauses import is_finite
from briefing.extract.openers import Rules, rules
from briefing.language import Sentence, Token

_NAMING = ("NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM", "X")  # words of what somebody is called


def insertion_end(tokens: Sequence[Token], comma: int, stop: int, words: Rules, *, addressed: bool) -> int | None:
    """Return the comma that ends what this one sets in: a clause, or, of those ``addressed``, what they are called."""
    closing = relative_end(tokens, comma, stop, words)
    return _apposition_end(tokens, comma, stop) if closing is None and addressed else closing


def relative_end(tokens: Sequence[Token], comma: int, stop: int, words: Rules) -> int | None:
    """Return the comma that ends the relative clause or participial phrase that this one opens, if it opens one."""
    opening = tokens[comma + 1 : comma + 3]
    relative = any(token.lemma in words.relatives or token.fold in words.relative_forms for token in opening)
    if not relative and not _is_participial(opening) and not _is_condition(tokens, comma, stop, words):
        return None
    return next((index for index in range(comma + 2, stop) if tokens[index].text == ","), None)


def _is_condition(tokens: Sequence[Token], comma: int, stop: int, words: Rules) -> bool:
    """Whether a condition is set in before an infinitive: «обещает, | если закон примут|, закрыть лавки»."""
    if comma + 1 >= stop or tokens[comma + 1].fold not in words.conditional:
        return False
    closing = next((index for index in range(comma + 2, stop - 1) if tokens[index].text == ","), None)
    return closing is not None and tokens[closing + 1].readings[0].form == "inf"


def _apposition_end(tokens: Sequence[Token], comma: int, stop: int) -> int | None:
    """Return the comma that ends who is addressed is called: “told the manager, | Ann Lee|, to …”; None without."""
    closing = next((index for index in range(comma + 2, stop) if tokens[index].text == ","), None)
    named = closing is not None and all(token.pos in _NAMING for token in tokens[comma + 1 : closing])
    return closing if named else None


def _is_participial(opening: Sequence[Token]) -> bool:
    """Whether a participle or an adjective that no noun follows opens the phrase: «, открытой 6 июня, …»."""
    if not opening:
        return False
    alone = opening[0].pos == "ADJ" and opening[-1].pos not in ("NOUN", "PROPN", "ADJ", "DET")
    return opening[0].readings[0].form == "part" or alone


def is_set_apart(sentence: Sentence, end: int, verb: int, code: str) -> bool:
    """Whether commas set a phrase or a relative clause between a subject, which ends at ``end``, and its verb.

    “Talks on pay, to be led by Acme, | will”, “The fund, which paid the club and its staff, | will”
    """
    tokens = sentence.tokens
    comma = next((i for i in range(end, verb) if tokens[i].text == ","), verb)
    if comma >= verb - 1 or tokens[verb - 1].text != "," or any(map(is_finite, tokens[end:comma])):
        return False
    opening = tokens[comma + 1]
    related = opening.fold in rules(code).relative_forms or opening.readings[0].form == "part"  # “, including …,”
    return related or not any(map(is_finite, tokens[comma + 1 : verb]))
