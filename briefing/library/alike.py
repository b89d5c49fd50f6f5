"""Which figures of several articles are of one quantity, told by the words that they stand among.

A kind and a unit say little: the dead of a fire and the inhabitants of a town are people, both. Two figures are taken
for one quantity where most of the words around them are the same and those that stand next to them do not differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set

from briefing.frozen import frozen
from briefing.library.terms import term, words
from briefing.model import Figure, Span

# Shorter words are prepositions, conjunctions and pronouns, in Russian and English alike.
_SHORTEST = 4
_FEWEST = 2
_MOST = 0.5
_EDGES = ",;:()"


@frozen
class Place:
    """A figure's surroundings: the terms of its part of the sentence, and the nearest before and after it."""

    terms: frozenset[str]
    before: str
    after: str

    def is_like(self, other: Place) -> bool:
        """Whether both may say how much there is of the same."""
        sides = [(self.before, other.before), (self.after, other.after)]
        told = [(one, two) for one, two in sides if one and two]
        if not told or any(one != two for one, two in told):
            return False
        shared = len(self.terms & other.terms)
        return shared >= _FEWEST and shared > _MOST * min(len(self.terms), len(other.terms))


def place(figure: Figure, sentence: Span, others: Sequence[Figure]) -> Place:
    """Return what surrounds a figure in its sentence, up to the ``others`` that the sentence counts alike."""
    start = max((other.end for other in others if other.end <= figure.start), default=sentence.start)
    end = min((other.start for other in others if other.start >= figure.end), default=sentence.end)
    before = sentence.text[start - sentence.start : figure.start - sentence.start]
    after = sentence.text[figure.end - sentence.start : end - sentence.start]
    return Place(
        frozenset((*_content(before), *_content(after))),
        next(iter(reversed(_content(_last_clause(before)))), ""),
        next(iter(_content(_first_clause(after))), ""),
    )


def disputed(values: Sequence[object], places: Sequence[Place], articles: Sequence[int]) -> frozenset[int]:
    """Return the indices of figures of which another article gives another value."""
    near: dict[str, list[int]] = defaultdict(list)
    for index, around in enumerate(places):
        for word in {around.before, around.after} - {""}:
            near[word].append(index)
    found: set[int] = set()
    for group in near.values():
        found |= _disputed_in(group, values, places, articles)
    return frozenset(found)


def _disputed_in(
    group: Sequence[int], values: Sequence[object], places: Sequence[Place], articles: Sequence[int]
) -> Set[int]:
    found: set[int] = set()
    for at, one in enumerate(group):
        for two in group[at + 1 :]:
            differs = values[one] != values[two] and articles[one] != articles[two]
            if differs and not {one, two} <= found and places[one].is_like(places[two]):
                found |= {one, two}
    return found


def _content(text: str) -> list[str]:
    found = (text[start:end] for start, end in words(text))
    return [term(word) for word in found if len(word) >= _SHORTEST and not word.isdigit()]


def _last_clause(text: str) -> str:
    return text[max(text.rfind(edge) for edge in _EDGES) + 1 :]


def _first_clause(text: str) -> str:
    return text[: min((at for edge in _EDGES if (at := text.find(edge)) >= 0), default=len(text))]
