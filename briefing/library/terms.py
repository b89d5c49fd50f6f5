"""Words as the library indexes them, and where in a text they stand.

A Cyrillic word is indexed by its lemma with ё as е, any other as it is written: SQLite's porter stems the English
ones. Text and query go through the same function, so «соглашений» finds «соглашение». Where another term comes of a
word than before, libraries need a migration that fills their indexes anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing import language

_WORD = re.compile(r"\w+")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


def words(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each word of the text."""
    return (match.span() for match in _WORD.finditer(text))


@lru_cache(maxsize=1 << 15)
def term(word: str) -> str:
    """Return the one term under which a word is indexed; it has no space and no character but letters and digits."""
    return fold(language.get("ru").lemma(word) if _CYRILLIC.search(word) else word)


def terms(text: str) -> str:
    """Return the terms of the text, one for each of its `words`, separated by spaces."""
    return " ".join(map(term, _WORD.findall(text)))


def fold(text: str) -> str:
    """Return the text in lower case with ё as е and й kept: how names and places are compared."""
    return language.fold(text.casefold())


def name_words(name: str) -> list[str]:
    """Return the words of a name, folded: an initial stands without its point, a double name as its two parts."""
    return [fold(word) for word in _WORD.findall(name)]
