"""What a list goes on with: deeds, one a paragraph, whose modal or plan stands before a colon: “The bill would: …”."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
_REACH = 14  # tokens of an item before its infinitive
_BREAKS = frozenset(":;")


@frozen
class Item:
    """The deed at the tokens ``first`` to ``stop`` of a sentence that a list tells.

    ``told`` are the tokens of those who are told to do it, if the item itself names them.
    """

    sentence: Sentence
    first: int
    stop: int
    told: tuple[int, int] | None = None


def lead(sentence: Sentence, known: Lexicon, futures: Iterable[Cue], colon: int | None = None) -> Cue | None:
    """Return the cue whose deeds a list behind the sentence tells: that right before the colon at its end.

    ``futures`` are the verbs of the sentence in the future tense, as cues; ``colon`` is another one in the sentence.
    """
    tokens = sentence.tokens
    last = len(tokens) - 1 if colon is None else colon
    if last < 1 or tokens[last].text != ":":
        return None
    marked = bool(known.grammar.infinitive_mark) and tokens[last - 1].fold == known.grammar.infinitive_mark
    ends = (last, last - marked)
    taking = [cue for cue in cues.cues(sentence, known) if not _TAKING.isdisjoint(cue.frame.takes)]
    found = [cue for cue in taking if cue.stop in ends]
    if not found and (future := next((cue for cue in futures if cue.stop in ends), None)) is not None:
        return future if not known.has("forbidding", tokens[future.head]) else None
    if not found:
        told = (cue for cue in taking if cue.frame.doer == "object" and cue.stop < last)
        found = [cue for cue in told if not any(map(is_finite, tokens[cue.stop : last]))]  # “ordered the firm to: …”
    return min(found, key=lambda cue: known.rank[cue.frame.id], default=None)


def inline(document: Document, sentence: Sentence, known: Lexicon) -> Item | None:
    """Return the deeds behind a colon in the sentence: «Врачи советуют: | не простужаться, пить чай»."""
    tokens = sentence.tokens
    colon = next((index for index, token in enumerate(tokens[:-2]) if token.text == ":"), None)
    if colon is None or known.grammar.infinitive_mark:
        return None
    verb = _infinitive(sentence, colon + 1, known, told=True)
    if verb is None:
        return None
    told, stop = _told(document, sentence, colon + 1, verb), _end(tokens, colon + 1)
    if told is not None:
        stop = next((index for index in range(verb, stop) if _tells_another(tokens, index)), stop)
    return Item(sentence, colon + 1, stop, told)


def _tells_another(tokens: Sequence[Token], index: int) -> bool:
    """Whether a comma or semicolon leads on to others who are told: «…, | отделу спорта — построить каток»."""
    following = tokens[index + 1 : index + 2]
    if tokens[index].text not in (",", ";") or not following or following[0].reading(case="dat") is None:
        return False
    return tokens[index].text == ";" or any(token.text in _BULLETS for token in tokens[index + 2 : index + _REACH])


def items(document: Document, number: int, known: Lexicon, lead: Cue) -> list[Item]:
    """Return the deeds of the list behind sentence ``number``: one a paragraph, with bullets or small letters.

    Behind a verb that has no object yet they are what it will be done to: «Район построит: | • школу; | • мост».
    """
    found: list[Item] = []
    verb = document.sentences[number].tokens[lead.head].readings[0]
    things = lead.frame.of_future and verb.transitive and verb.form == "fin"
    numbered = -1  # the paragraph that a number opens
    for sentence in islice(document.sentences, number + 1, None):
        if found and sentence.paragraph == found[-1].sentence.paragraph:
            continue  # what an item says besides
        if not any(token.text[0].isalpha() for token in sentence.tokens):
            numbered = sentence.paragraph
            continue
        is_marked = sentence.paragraph == numbered
        item = _thing(sentence) if things else _item(document, sentence, known, is_marked=is_marked)
        if item is None:
            break
        found.append(item)
    return found if len(found) >= _SEVERAL else []


def _thing(sentence: Sentence) -> Item | None:
    """Return the item of a list that names a thing: behind a bullet, without a verb."""
    tokens = sentence.tokens
    first = next((index for index, token in enumerate(tokens) if token.text[0].isalnum()), len(tokens))
    stop = _end(tokens, first)
    listed = any(_is_bullet(token) for token in tokens[:first]) and not any(map(is_finite, tokens[first:]))
    return Item(sentence, first, stop) if listed and stop > first else None


def _item(document: Document, sentence: Sentence, known: Lexicon, *, is_marked: bool) -> Item | None:
    tokens = sentence.tokens
    first = next((index for index, token in enumerate(tokens) if token.text[0].isalpha()), len(tokens))
    verb = _infinitive(sentence, first, known, told=True)
    if verb is None:
        return None
    if tokens[first].is_capital and not (is_marked or any(_is_bullet(token) for token in tokens[:first])):
        return None
    stop = _end(tokens, first)
    return Item(sentence, first, stop, _told(document, sentence, first, verb)) if stop > first + 1 else None


def _is_bullet(token: Token) -> bool:
    """Whether the token is a bullet, or the number of an item: «1)», «2.»"""
    return token.text in _BULLETS or token.text.rstrip(".)").isdigit()


def _end(tokens: Sequence[Token], first: int) -> int:
    stop = len(tokens)
    while stop > first + 1 and (tokens[stop - 1].text in _ENDING or tokens[stop - 1].pos == "CCONJ"):
        stop -= 1
    return stop


def _infinitive(sentence: Sentence, first: int, known: Lexicon, *, told: bool) -> int | None:
    """Return the infinitive that an item begins with: behind a negation, a time or, if ``told``, those who are told.

    In a language that marks its infinitives the item begins with the verb itself.
    """
    tokens = sentence.tokens
    if first >= len(tokens):
        return None
    if known.grammar.infinitive_mark:
        return first if _is_infinitive(tokens[first], known) else None
    for index in range(first, min(len(tokens), first + _REACH)):
        token, reading = tokens[index], tokens[index].readings[0]
        if _is_infinitive(token, known):
            return index
        governed = any(other.pos == "ADP" for other in tokens[first:index])
        named = told and (index > first or token.reading(case="dat") is not None or not reading.case)
        spoken = reading.pos in ("ADP", "ADV", "PART") or governed or named
        if not spoken or is_finite(token) or reading.form in ("part", "conv") or token.text in _BREAKS:
            return None
    return None


def _told(document: Document, sentence: Sentence, first: int, verb: int) -> tuple[int, int] | None:
    """Return the tokens of those whom an item names first: «— | главам районов | до мая проверить мосты»."""
    for index in range(first, verb):
        token = sentence.tokens[index]
        if token.pos in ("ADP", "ADV", "PART"):
            return None
        if token.pos in ("NOUN", "PROPN", "X") or sentence.name_at(index) is not None:
            begin, stop = document.language.noun_phrase(sentence, index)
            return (max(begin, first), min(stop, verb))
    return None


def _is_infinitive(token: Token, known: Lexicon) -> bool:
    """Whether the word may be an infinitive; where that has no form of its own, be it likelier a noun."""
    if not known.grammar.infinitive_mark:
        return token.readings[0].form == "inf"
    return token.pos in ("VERB", "NOUN") and token.fold == token.lemma
