"""Hard-wrapped text: tells it by its line widths and puts its paragraphs together again."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from briefing.sources.sentences import ENDS_PARAGRAPH

_SAMPLE_LINES = 600
_NARROWEST, _WIDEST = 38, 132
_FEWEST_JOINTS = 3
_STARTS_ITEM = re.compile(r"\s*(?:[•▪◦‣●○·*]|\d{1,2}[.)])\s")
_STARTS_SPEECH = re.compile(r"\s*[–—-]\s")


def rejoin(text: str) -> str:
    """Return ``text`` with hard-wrapped lines put together, or as it is if nothing shows that it was wrapped.

    The evidence is that the next line's first word would not have fitted into the width that the lines keep, and
    that lines end in the middle of sentences. Blank lines, indents and list marks go on separating paragraphs.
    """
    head = text.split("\n", _SAMPLE_LINES)
    width = _width(head[:_SAMPLE_LINES])
    if width is None:
        return text
    lines = text.split("\n")
    joined = [[lines[0].rstrip()]]
    for above, line in itertools.pairwise(lines):
        if _belong_together(above, line, width):
            joined[-1] += [_joint(above, line), line.strip()]
        else:
            joined.append([line.rstrip()])
    return "\n".join("".join(parts) for parts in joined)


def _width(lines: Sequence[str]) -> int | None:
    """Return the width to which ``lines`` were broken, or None if they were not."""
    joints = [(a, b) for a, b in itertools.pairwise(lines) if a.strip() and b.strip()]
    if len(joints) < _FEWEST_JOINTS:
        return None
    lengths = sorted(len(above) for above, _ in joints)
    width = lengths[len(lengths) * 9 // 10] if len(lengths) > 10 else lengths[-1]
    if not _NARROWEST <= width <= _WIDEST or lengths[-1] > 2 * _WIDEST:
        return None
    full = [above for above, below in joints if _is_full(above, below, width)]
    inside_sentence = sum(1 for above in full if not ENDS_PARAGRAPH.search(above))
    if len(full) < max(_FEWEST_JOINTS, 0.6 * len(joints)) or inside_sentence < 0.5 * len(full):
        return None
    return width


def _is_full(above: str, below: str, width: int) -> bool:
    first_word = below.split(None, 1)[0]
    return len(above.rstrip()) + 1 + len(first_word) > width


def _belong_together(above: str, below: str, width: int) -> bool:
    if not above.strip() or not below.strip() or _STARTS_ITEM.match(below):
        return False
    if _STARTS_SPEECH.match(below) and ENDS_PARAGRAPH.search(above):
        return False
    deeper = len(below) - len(below.lstrip()) > len(above) - len(above.lstrip())
    return not deeper and _is_full(above, below, width)


def _joint(above: str, below: str) -> str:
    """Return what goes between two lines: nothing after a hyphen within a word, else a space."""
    above = above.rstrip()
    within_word = above.endswith("-") and above[-2:-1].isalpha() and below.lstrip()[:1].isalpha()
    return "" if within_word else " "
