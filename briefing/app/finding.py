"""Finding words in an article as a reader means them: case, ё and the form of a word make no difference.

Whatever is typed is found as a string. A word of three letters or more is also found in its other forms, by its lemma,
once a dictionary is at hand. Every match is a range of the article's text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from itertools import islice

from briefing import language

Lemma = Callable[[str], str]
Range = tuple[int, int]

_WORD = re.compile(r"\w+")
FEWEST_LETTERS = 3
"""A shorter word is only looked for as a string: its forms would be everywhere."""
LONGEST_WITH_FORMS = 400_000
"""Characters of a text that is searched by word forms; a larger one only by strings."""
MOST = 10_000
"""Matches that are kept."""


class Finder:
    """Search one text. ``lemma`` gives the dictionary form of a word; None finds strings only."""

    def __init__(self, text: str, lemma: Lemma | None = None) -> None:
        self.text = text
        self._lemma = lemma

    def find(self, wanted: str) -> list[Range]:
        """Return the places of what is wanted, in order, none inside another."""
        needle = fold(wanted.strip())
        if not needle:
            return []
        found = [match.span() for match in islice(re.finditer(re.escape(needle), self._folded), MOST)]
        if self._lemma is not None and len(self.text) <= LONGEST_WITH_FORMS:
            found += self._forms(_WORD.findall(needle), self._lemma)
        return _outermost(found)

    def _forms(self, wanted: list[str], lemma: Lemma) -> list[Range]:
        if not wanted or max(map(len, wanted)) < FEWEST_LETTERS:
            return []
        lemmas = [lemma(word) for word in wanted]
        places, known = self._words, self._lemmas
        found = []
        for first in known.get(lemmas[0], ()):
            last = first + len(lemmas) - 1
            if last < len(places) and all(
                self._lemma_at(first + step) == wanted_lemma for step, wanted_lemma in enumerate(lemmas)
            ):
                found.append((places[first][0], places[last][1]))
        return found

    @cached_property
    def _folded(self) -> str:
        return fold(self.text)

    @cached_property
    def _words(self) -> list[Range]:
        return [match.span() for match in _WORD.finditer(self._folded)]

    @cached_property
    def _word_lemmas(self) -> list[str]:
        lemma = self._lemma or fold
        memory: dict[str, str] = {}
        result = []
        for start, end in self._words:
            word = self._folded[start:end]
            if word not in memory:
                memory[word] = lemma(word)
            result.append(memory[word])
        return result

    def _lemma_at(self, place: int) -> str:
        return self._word_lemmas[place]

    @cached_property
    def _lemmas(self) -> dict[str, list[int]]:
        where: dict[str, list[int]] = {}
        for place, lemma in enumerate(self._word_lemmas):
            where.setdefault(lemma, []).append(place)
        return where


def fold(text: str) -> str:
    """Return the text in lower case with ё as е, as long as it was.

    >>> fold("Ёлка İstanbul")
    'елка istanbul'
    """
    lower = text.lower()
    if len(lower) != len(text):  # a few letters have no lower case of one character, like İ
        lower = "".join(letter if len(small := letter.lower()) != 1 else small for letter in text)
        lower = lower.replace("İ", "i")
    return language.fold(lower)


def after(matches: list[Range], offset: int) -> int:
    """Return the place in the list of the first match at the offset or after it; past the last, that of the first."""
    place = bisect_right(matches, (offset, -1))
    return place if place < len(matches) else 0


def _outermost(found: list[Range]) -> list[Range]:
    result: list[Range] = []
    for start, end in sorted(set(found), key=lambda place: (place[0], -place[1])):
        if not result or start >= result[-1][1]:
            result.append((start, end))
    return result
