"""Texts cut at the end of a word, for places that have not room for all of them."""

from __future__ import annotations


def shortened(text: str, longest: int) -> str:
    """Return a text of at most so many characters, a longer one up to the end of a word.

    >>> shortened("The mill is to be repaired", 14), shortened("The mill", 14)
    ('The mill is…', 'The mill')
    """
    if len(text) <= longest:
        return text
    whole = text[:longest].rpartition(" ")[0] or text[: longest - 1]
    return f"{whole.rstrip(' ,;:—–-')}…"
