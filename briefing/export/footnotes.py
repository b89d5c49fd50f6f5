"""Footnotes: each item's evidence, a sentence once however many items stand in it."""

from __future__ import annotations

from briefing.export.evidence import Evidence
from briefing.export.lines import one_line
from briefing.export.summary import Summary
from briefing.frozen import frozen
from briefing.model import Span


@frozen
class Note:
    """A footnote: its number from 1, and on one line the sentence and where it was published."""

    number: int
    text: str


class Footnotes:
    """Collects the footnotes of a document in the order in which its items ask for them."""

    def __init__(self) -> None:
        """Begin with no footnotes."""
        self.notes: list[Note] = []
        self._evidence: dict[int, Evidence] = {}
        self._numbers: dict[tuple[int, int, int], int] = {}

    def number(self, summary: Summary, item: Span) -> int:
        """Return the number of the footnote with the item's evidence."""
        # The evidence keeps its article alive, so that no other can get the same identity.
        article = id(summary.article)
        if article not in self._evidence:
            self._evidence[article] = Evidence(summary.article)
        sentence = self._evidence[article].of(item)
        place = (article, sentence.start, sentence.end)
        if place not in self._numbers:
            self._numbers[place] = len(self.notes) + 1
            self.notes.append(Note(len(self.notes) + 1, f"{one_line(sentence.text)} — {summary.source}"))
        return self._numbers[place]
