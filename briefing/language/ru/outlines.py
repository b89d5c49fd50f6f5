"""The outline of a word as slovnet's models know it: its alphabet and where it has capitals («RU_Xx», «PUNCT_,»)."""

from __future__ import annotations

import re

_MARKS = "!#$%&()[]\\/*+,.:;<=>?@^_{|}~-‐−‒⁃–—―`\"'«»„“ʼʻ”№…"
_KIND = re.compile(
    rf"(?P<RU>[а-яё]+)|(?P<EN>[a-z]+)|(?P<NUM>[+-]?\d+)|(?P<PUNCT>[{re.escape(_MARKS)}]+)", re.IGNORECASE
)


def outline(word: str) -> str:
    """Return the outline of a word; what the word begins with tells the alphabet."""
    match = _KIND.match(word)
    kind = match.lastgroup if match is not None else None
    if kind in ("RU", "EN"):
        return f"{kind}_{_capitals(word)}"
    if kind == "PUNCT":
        return f"PUNCT_{word if len(word) == 1 else 'OTHER'}"
    return kind or "OTHER"


def _capitals(word: str) -> str:
    if len(word) == 1:
        return "X" if word.isupper() else "x"
    if word.isupper():
        return "XX"
    if word.islower():
        return "xx"
    if _is_title(word):
        return "Xx"
    first, dash, last = word.partition("-")
    return "Xx-Xx" if dash and _is_title(first) and _is_title(last) else "OTHER"


def _is_title(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()
