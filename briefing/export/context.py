"""The words around a figure, by which it is understood where a table shows it alone: «к маю их станет 340»."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.export.evidence import Evidence
from briefing.export.lines import one_line
from briefing.model import Article, Figure, Span
from briefing.shortening import shortened

LONGEST = 90
"""Characters of a figure with the words around it."""


def contexts(article: Article, figures: Iterable[Figure]) -> dict[str, str]:
    """Return for each figure, by its id, the part of its sentence that it stands in, on one line."""
    evidence: Evidence | None = None
    found = {}
    for figure in figures:
        evidence = evidence or Evidence(article)
        found[figure.id] = around(evidence.of(figure), figure)
    return found


def around(sentence: Span, item: Span) -> str:
    """Return an item with as much of its sentence as there is room for, "…" where that is cut.

    >>> words = "By May there will be 340 of them."
    >>> around(Span(start=0, end=33, text=words), Span(start=21, end=24, text="340"))
    'By May there will be 340 of them.'
    """
    start, end = item.start - sentence.start, item.end - sentence.start
    text = one_line(sentence.text[start:end])
    # The mark keeps the space that one_line would strip.
    before, behind = one_line(f"{sentence.text[:start]}|")[:-1], one_line(f"|{sentence.text[end:]}")[1:]
    room = max(0, LONGEST - len(text))
    left = max(room // 2, room - len(behind))
    before = _ending(before, left)
    return before + text + shortened(behind, max(1, room - len(before)))


def _ending(text: str, longest: int) -> str:
    """Return the last words of a text, as many as there is room for."""
    return text if len(text) <= longest else f"…{text[len(text) - longest :].partition(' ')[2]}"
