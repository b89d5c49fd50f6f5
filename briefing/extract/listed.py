"""What a list goes on with: deeds, one a paragraph, whose modal or plan stands before a colon: “The bill would: …”."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from briefing.extract import cues
from briefing.extract.clauses import is_finite
from briefing.extract.cues import Cue, Lexicon
from briefing.frozen import frozen
from briefing.language import Document, Sentence, Token

_BULLETS = frozenset("•-–—*·▪‣◦●")
_ENDING = frozenset(".,;:!")
_TAKING = frozenset(("infinitive", "bare", "next infinitive"))
_SEVERAL = 2  # items of which a list has to have


@frozen
class Item:
    """The deed at the tokens ``first`` to ``stop`` of a sentence that a list tells."""

    sentence: Sentence
    first: int
    stop: int


def lead(sentence: Sentence, known: Lexicon, futures: Iterable[Cue]) -> Cue | None:
    """Return the cue whose deeds a list behind the sentence tells: that right before the colon at its end.

    ``futures`` are the verbs of the sentence in the future tense, as cues.
    """
    tokens = sentence.tokens
    if len(tokens) < 3 or tokens[-1].text != ":":
        return None
    last = len(tokens) - 1
    marked = bool(known.grammar.infinitive_mark) and tokens[last - 1].fold == known.grammar.infinitive_mark
    ends = (last, last - marked)
    taking = [cue for cue in cues.cues(sentence, known) if not _TAKING.isdisjoint(cue.frame.takes)]
    found = [cue for cue in taking if cue.stop in ends]
    if not found and (future := next((cue for cue in futures if cue.stop in ends), None)) is not None:
        return future
    if not found:
        told = (cue for cue in taking if cue.frame.doer == "object" and cue.stop < last)
        found = [cue for cue in told if not any(map(is_finite, tokens[cue.stop : last]))]  # “ordered the firm to: …”
    return min(found, key=lambda cue: known.rank[cue.frame.id], default=None)


def items(document: Document, number: int, known: Lexicon) -> list[Item]:
    """Return the deeds of the list behind sentence ``number``: one a paragraph, with bullets or small letters."""
    found: list[Item] = []
    numbered = -1  # the paragraph that a number opens
    for sentence in islice(document.sentences, number + 1, None):
        if found and sentence.paragraph == found[-1].sentence.paragraph:
            continue  # what an item says besides
        if not any(token.text[0].isalpha() for token in sentence.tokens):
            numbered = sentence.paragraph
            continue
        item = _item(sentence, known, is_marked=sentence.paragraph == numbered)
        if item is None:
            break
        found.append(item)
    return found if len(found) >= _SEVERAL else []


def _item(sentence: Sentence, known: Lexicon, *, is_marked: bool) -> Item | None:
    tokens = sentence.tokens
    first = next((index for index, token in enumerate(tokens) if token.text[0].isalpha()), len(tokens))
    if first == len(tokens) or not _is_infinitive(tokens[first], known):
        return None
    if tokens[first].is_capital and not (is_marked or any(token.text in _BULLETS for token in tokens[:first])):
        return None
    stop = len(tokens)
    while stop > first + 1 and (tokens[stop - 1].text in _ENDING or tokens[stop - 1].pos == "CCONJ"):
        stop -= 1
    return Item(sentence, first, stop) if stop > first + 1 else None


def _is_infinitive(token: Token, known: Lexicon) -> bool:
    """Whether the word may be an infinitive; where that has no form of its own, be it likelier a noun."""
    if not known.grammar.infinitive_mark:
        return token.readings[0].form == "inf"
    return token.pos in ("VERB", "NOUN") and token.fold == token.lemma
