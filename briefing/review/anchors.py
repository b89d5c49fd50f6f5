"""Words of an article found again by themselves and their surroundings, in the same text or an edited one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field

from briefing import language
from briefing.frozen import frozen

CONTEXT = 32
"""Characters of the surroundings that are kept on each side."""
_ENOUGH = 16
"""Characters of the surroundings that must agree for words so short that they may stand anywhere."""
_TELLING = 24
"""Characters of words that are found by themselves, whatever stands around them."""
_LEAST_WORDS, _LEAST_ALIKE = 4, 0.6
"""Words, and the share of them that must be there, for edited words to be taken for the old ones."""

_WORD = re.compile(r"\w+")


class Anchor(BaseModel):
    """Words with up to `CONTEXT` characters before and after them, where they stood, and how many times before.

    ``start`` and ``nth`` only choose between places that the words themselves leave open. Without ``text`` it is an
    anchor to nothing: of what a person added that has no words in the article.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str = ""
    before: str = ""
    after: str = ""
    start: int = Field(default=0, ge=0)
    nth: int = Field(default=0, ge=0)


@frozen
class Place:
    """Where an anchor was found: ``exact`` if its very words stand there, else the words that they became."""

    start: int
    end: int
    exact: bool = True


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after the words."""
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def anchor(text: str, start: int, end: int) -> Anchor:
    """Return the anchor of ``text[start:end]``."""
    words = text[start:end]
    before, after = surroundings(text, start, end)
    return Anchor(text=words, before=before, after=after, start=start, nth=text.count(words, 0, start))


@lru_cache(maxsize=4096)
def locate(sought: Anchor, text: str) -> Place | None:
    """Return where the words stand now: where words and surroundings agree best; None where nothing is like them."""
    if not sought.text:
        return None
    if text.startswith(sought.text, sought.start) and sought.start + len(sought.text) <= len(text):
        before, after = surroundings(text, sought.start, sought.start + len(sought.text))
        if (before, after) == (sought.before, sought.after):
            return Place(sought.start, sought.start + len(sought.text))
    return _exact(sought, text) or _edited(sought, text)


def _exact(sought: Anchor, text: str) -> Place | None:
    length = len(sought.text)
    needed = 0 if length >= _TELLING else _ENOUGH
    best: tuple[int, bool, int] | None = None
    found = -1
    number = 0
    while (found := text.find(sought.text, found + 1)) >= 0:
        agreed = _agreement(sought, text, found)
        rank = (agreed, number == sought.nth, -abs(found - sought.start))
        if agreed >= needed and (best is None or rank > best):
            best, place = rank, found
        number += 1
    return Place(place, place + length) if best is not None else None


def _agreement(sought: Anchor, text: str, start: int) -> int:
    """Return how many characters next to the words are those of the surroundings, the ends of the text counting too."""
    before, after = surroundings(text, start, start + len(sought.text))
    return _common(sought.before[::-1], before[::-1]) + _common(sought.after, after)


def _common(one: str, other: str) -> int:
    if one == other:
        return CONTEXT  # Surroundings are only shorter where the text ends, and that is as good as words.
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def folded(text: str) -> list[str]:
    """Return the words of a text as they are compared: whatever the case, the marks and the spaces between them."""
    return [_fold(word) for word in _WORD.findall(text)]


def _fold(word: str) -> str:
    return language.fold(word.casefold())


@lru_cache(maxsize=8)
def _words_of(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    spans = [match.span() for match in _WORD.finditer(text)]
    return [_fold(text[start:end]) for start, end in spans], spans


def _edited(sought: Anchor, text: str) -> Place | None:
    """Return the stretch of the text that has most of the words in their order."""
    wanted = folded(sought.text)
    if len(wanted) < _LEAST_WORDS:
        return None
    words, spans = _words_of(text)
    places: dict[str, list[int]] = {}
    for index, word in enumerate(wanted):
        places.setdefault(word, []).append(index)
    # Words in the same order as the sought ones begin, counted back, at about the same word of the text.
    votes = Counter(at - index for at, word in enumerate(words) for index in places.get(word, ()))
    if not votes:
        return None
    expected = bisect_left(spans, (sought.start, sought.start))
    first = max(votes, key=lambda begin: (votes[begin], -abs(begin - expected)))
    slack = len(wanted) // 3 + 1
    low = max(0, first - slack)
    window = words[low : first + len(wanted) + slack]
    blocks = [
        block for block in SequenceMatcher(None, window, wanted, autojunk=False).get_matching_blocks() if block.size
    ]
    alike = sum(block.size for block in blocks)
    if not blocks or alike < _LEAST_ALIKE * len(wanted):
        return None
    begin, end = low + blocks[0].a, low + blocks[-1].a + blocks[-1].size
    if alike < _LEAST_ALIKE * (end - begin):
        return None
    return Place(spans[begin][0], spans[end - 1][1], exact=False)
