"""Near-duplicates: reprints and lightly edited copies of one text, told by what share of their phrases is the same.

A text is known by its bottom-k sketch: the k smallest hashes of its three-word phrases (Broder 1997, "On the
resemblance and containment of documents"). The share of equal hashes among the k smallest of both sketches together
estimates the share of phrases that both texts have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from hashlib import blake2b

from briefing.library.terms import fold, words

SIZE = 64
# Two texts are one story told again if at least this share of their phrases is the same.
RESEMBLANCE = 0.6
# Of the k smallest hashes of two texts so much alike, at least one of this many smallest is nearly always shared.
KEYS = 8


def sketch(text: str) -> tuple[int, ...]:
    """Return the sketch of a text: at most `SIZE` distinct signed 64-bit hashes in ascending order."""
    folded = fold(text)
    found = [folded[start:end] for start, end in words(folded)]
    phrases = set(zip(found, found[1:], found[2:], strict=False)) or {tuple(found)} - {()}
    return tuple(sorted({_hash(" ".join(phrase)) for phrase in phrases})[:SIZE])


def first_alike(texts: Iterable[str]) -> list[int]:
    """Return for each text the place of the first that it nearly repeats, its own where there is none."""
    sketches: list[tuple[int, ...]] = []
    first: list[int] = []
    having = defaultdict[int, list[int]](list)
    for place, text in enumerate(texts):
        mark = sketch(text)
        candidates = sorted({other for key in mark[:KEYS] for other in having[key]})
        alike = (other for other in candidates if resemblance(mark, sketches[other]) >= RESEMBLANCE)
        first.append(first[found] if (found := next(alike, None)) is not None else place)
        sketches.append(mark)
        for key in mark[:KEYS]:
            having[key].append(place)
    return first


def _hash(phrase: str) -> int:
    return int.from_bytes(blake2b(phrase.encode(), digest_size=8).digest(), "big", signed=True)


def resemblance(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Return the estimated share of phrases, 0 to 1, that two texts have in common."""
    smallest = sorted({*one, *other})[:SIZE]
    return len(set(one) & set(other) & set(smallest)) / len(smallest) if smallest else 0.0
