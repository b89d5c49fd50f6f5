"""The analysed text: tokens with their possible readings, sentences with names, and what a language offers.

Offsets count code points of the whole article's text, so every token and name is an exact span of it. Indices of
tokens count from 0 within their sentence; ranges of tokens are half-open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Literal, NamedTuple, Protocol

_end = attrgetter("end")
_SIGNS = frozenset("%‰°$€£₽¥№§#@&+")
PartOfSpeech = Literal[
    "NOUN", "PROPN", "ADJ", "VERB", "PRON", "DET", "ADV", "ADP", "CCONJ", "SCONJ", "PART", "NUM", "INTJ", "PUNCT", "X"
]
NameKind = Literal["person", "organisation", "place"]


def fold(text: str) -> str:
    """Return the text in lower case with ё as е, as most texts write it: how words are compared and looked up."""
    return text.lower().replace("ё", "е")


class Reading(NamedTuple):
    """One way to read a word form, in the terms of Universal Dependencies; an empty string where nothing is said.

    ``case``: nom gen dat acc ins loc. ``number``: sing plur. ``gender``: masc fem neut. ``person``: 1 2 3.
    ``tense``: past pres fut. ``form``: fin inf part conv short (short adjective or participle) imp (imperative).
    ``voice``: act pass. ``aspect``: perf imperf. ``name``: given family patronymic place organisation, where the
    dictionary knows the word as a name. ``fixed``: the word does not change its form. ``transitive``: the
    dictionary knows that the verb takes an object. ``score``: 0 to 1, the share of this reading among the word's
    occurrences, as far as the dictionary knows. ``known``: a dictionary has the form; else the reading may be a
    guess. ``handle`` is the language's own.
    """

    lemma: str
    pos: PartOfSpeech
    case: str = ""
    number: str = ""
    gender: str = ""
    person: str = ""
    tense: str = ""
    form: str = ""
    voice: str = ""
    aspect: str = ""
    animate: bool = False
    name: str = ""
    fixed: bool = False
    transitive: bool = False
    score: float = 1.0
    known: bool = False
    handle: Any = None


class Form(NamedTuple):
    """What a language knows of a word form wherever it stands; made once for each form, by `of`.

    ``fold`` is its text in lower case with ё as е, ``lemma`` and ``pos`` are those of the likeliest reading. ``keys``,
    by which lexicons know it, are ``fold`` and the lemmas of all its readings.
    """

    text: str
    fold: str
    readings: tuple[Reading, ...]
    lemma: str
    pos: PartOfSpeech
    is_word: bool
    is_capital: bool
    keys: frozenset[str]

    @classmethod
    def of(cls, text: str, fold: str, readings: tuple[Reading, ...]) -> Form:
        """Return the form with this text and these readings, likeliest first."""
        first = readings[0]
        keys = frozenset([fold, *(reading.lemma for reading in readings)])
        return cls(text, fold, readings, first.lemma, first.pos, text[0].isalnum(), text[0].isupper(), keys)


class Token:
    """A word, number or mark at ``text[start:end]`` of the article, with what `Form` says of it."""

    __slots__ = ("end", "fold", "is_capital", "is_word", "keys", "lemma", "pos", "readings", "start", "text")

    def __init__(self, start: int, form: Form) -> None:
        self.start = start
        self.text, self.fold, self.readings, self.lemma, self.pos, self.is_word, self.is_capital, self.keys = form
        self.end = start + len(self.text)

    @property
    def is_mark(self) -> bool:
        """Whether it is a mark of punctuation; signs of units and currencies («80 %», "$5") are none."""
        return not self.is_word and self.text not in _SIGNS

    def settle(self, reading: Reading) -> None:
        """Make the reading, one of the token's own or another, the likeliest."""
        self.readings = (reading, *(other for other in self.readings if other is not reading))
        self.lemma, self.pos = reading.lemma, reading.pos
        if reading.lemma not in self.keys:
            self.keys |= {reading.lemma}

    def reading(self, **features: str | bool) -> Reading | None:
        """Return the likeliest reading that has all the ``features``, or None."""
        for reading in self.readings:
            for name, value in features.items():
                if getattr(reading, name) != value:
                    break
            else:
                return reading
        return None

    def lemmas(self) -> set[str]:
        """Return the lemmas of all readings."""
        return {reading.lemma for reading in self.readings}


class Name(NamedTuple):
    """A name of a person, organisation or place: the tokens ``first`` to ``stop`` (exclusive) of a sentence."""

    first: int
    stop: int
    kind: NameKind


class NameReading(NamedTuple):
    """One way to read a person's name: its parts in the nominative, and what form the text has them in.

    A part that the text does not have is empty; initials stand as «А.». ``given`` holds every given name, ``family``
    the particles too («фон дер Ляйен»). ``gender`` and ``case`` are empty where the language does not tell.
    ``score`` compares the readings of one name with each other; it is no probability.
    """

    given: str
    patronymic: str
    family: str
    gender: str = ""
    case: str = ""
    score: float = 1.0


@dataclass(slots=True)
class Sentence:
    """A sentence at ``text[start:end]``; ``paragraph`` is the index of the paragraph that it stands in."""

    index: int
    paragraph: int
    start: int
    end: int
    tokens: list[Token]
    names: list[Name] = field(default_factory=list)
    memory: dict[tuple[object, ...], Any] = field(default_factory=dict, repr=False)

    def name_at(self, index: int) -> Name | None:
        """Return the name that token ``index`` is part of, or None."""
        for name in self.names:
            if name.first <= index < name.stop:
                return name
        return None

    def find(self, offset: int) -> int:
        """Return the index of the first token that ends after text offset ``offset`` (len(tokens) if none)."""
        return bisect_right(self.tokens, offset, key=_end)


@dataclass(slots=True)
class Document:
    """An article's text, analysed: the sentences of its running text in order, and apart from them its headline.

    ``headings`` are the paragraphs of the running text that are set as headings.
    """

    text: str
    language: Language
    sentences: list[Sentence]
    headline: list[Sentence] = field(default_factory=list)
    headings: frozenset[int] = frozenset()
    memory: dict[tuple[object, ...], Any] = field(default_factory=dict, repr=False)

    def words(self, sentence: Sentence, first: int, stop: int) -> str:
        """Return the text of the tokens ``first`` to ``stop`` (exclusive) as the article has it."""
        return self.text[sentence.tokens[first].start : sentence.tokens[stop - 1].end]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that covers the text offset, or None."""
        place = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return self.sentences[place] if place >= 0 and offset < self.sentences[place].end else None

    def sentences_in(self, start: int, end: int) -> Iterator[Sentence]:
        """Yield the sentences of the running text that share characters with the text span."""
        place = bisect_right(self.sentences, start, key=lambda sentence: sentence.end)
        while place < len(self.sentences) and self.sentences[place].start < end:
            yield self.sentences[place]
            place += 1


class Language(Protocol):
    """What extraction may ask of a language."""

    code: str

    def lexicon(self, name: str) -> Mapping[str, Any]:
        """Return the language's lexicon ``name`` (a TOML file beside its code), read once.

        Raises:
            KeyError: the language has no lexicon of that name.
        """
        ...

    def lemma(self, word: str) -> str:
        """Return the lemma of the likeliest reading of a word by itself."""
        ...

    def analyse(self, text: str, spans: Sequence[tuple[int, int]], *, models: bool = True) -> Document:
        """Analyse the paragraphs of ``text`` at ``spans``: tokens, readings, sentences, names.

        Without ``models`` only rules and dictionaries are used, which is faster and finds fewer names.
        ``Sentence.paragraph`` is the index into ``spans``.
        """
        ...

    def subject(self, sentence: Sentence, verb: int) -> tuple[int, int] | None:
        """Return the tokens of the noun phrase or pronoun that is the grammatical subject of the finite ``verb``."""
        ...

    def noun_phrase(self, sentence: Sentence, head: int) -> tuple[int, int]:
        """Return the tokens of the noun phrase around its ``head``: modifiers before, complements and names after."""
        ...

    def person(self, sentence: Sentence, name: Name) -> tuple[NameReading, ...]:
        """Return the ways to read a person's name, likeliest first; none where it is no name after all."""
        ...

    def descriptions(self, sentence: Sentence, name: Name) -> list[tuple[int, int]]:
        """Return the tokens of each phrase beside a person's name that says who that is: post, profession, relation.

        The phrase before the name comes first.
        """
        ...

    def head(self, sentence: Sentence, first: int, stop: int) -> tuple[int, Reading]:
        """Return the head of the noun phrase of these tokens, in the reading that fits its place in the sentence."""
        ...

    def conjuncts(self, sentence: Sentence, first: int, stop: int) -> list[tuple[int, int]]:
        """Return the phrases of which these tokens are made up: «Лев Кротов | Анна Ким»; one if nothing is joined."""
        ...

    def nominative(self, sentence: Sentence, first: int, stop: int) -> str:
        """Return the phrase of these tokens as one would list it: nominative, without article, quotation kept."""
        ...

    def singular(self, sentence: Sentence, first: int, stop: int) -> str:
        """Return the phrase, which says what several people are, as it is said of one: «депутаты» as «депутат»."""
        ...

    def counted(self, sentence: Sentence, first: int, value: float) -> int | None:
        """Return the token of the noun counted by a numeral of this ``value`` that ends before token ``first``."""
        ...
