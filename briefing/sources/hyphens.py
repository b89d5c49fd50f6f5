"""Words broken at the end of a line: whether the hyphen belongs to the word or only to the line."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LAST_PART = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
_FIRST_PART = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def undo(before: str, after: str, vocabulary: Mapping[str, int]) -> str:
    """Return ``before`` and ``after`` as one text, with or without the hyphen that stood between them.

    ``vocabulary`` counts the document's words in lower case: a word that the document writes elsewhere decides. Else a
    Russian word that the dictionary knows is whole, and everything else loses its hyphen, as typesetters break more
    words than they compound.
    """
    left, right = _LAST_PART.search(before), _FIRST_PART.match(after)
    if left is None or right is None:
        return f"{before}-{after}"
    whole = f"{left.group()}{right.group()}".lower()
    compound = f"{left.group()}-{right.group()}".lower()
    if vocabulary.get(whole, 0) != vocabulary.get(compound, 0):
        kept = vocabulary.get(compound, 0) > vocabulary.get(whole, 0)
    else:
        kept = bool(_CYRILLIC.search(whole)) and not _is_word(whole)
    return f"{before}-{after}" if kept else f"{before}{after}"


def _is_word(word: str) -> bool:
    from briefing.language.ru.morphology import analyzer

    return bool(analyzer().word_is_known(word))
