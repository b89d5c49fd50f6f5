"""A selection made with the keyboard: two offsets of the text, one that stays and one that moves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from rich.cells import split_graphemes

from briefing.app.wrapping import Layout

_WORD_START = re.compile(r"(?<!\w)\w")
_WORD_END = re.compile(r"\w(?!\w)")
_REACH = 400
"""Characters that a step by word looks ahead."""


@dataclass(slots=True)
class Caret:
    """Selects from ``anchor`` to ``head``, the character under ``head`` included."""

    layout: Layout
    anchor: int
    head: int

    @property
    def selected(self) -> tuple[int, int]:
        """The selected range."""
        first, last = sorted((self.anchor, self.head))
        return first, min(len(self.layout.text), last + 1)

    def move(self, step: str) -> None:
        """Move the head: left, right, word, word_back, up, down, start or end."""
        text = self.layout.text
        last = max(0, len(text) - 1)
        if step in ("left", "right"):
            self.head = self._beside(step)
        elif step == "word":
            found = _WORD_END.search(text, self.head + 1, self.head + _REACH)
            self.head = found.start() if found else last
        elif step == "word_back":
            # As long as something is selected, it ends with a word; before the anchor it begins with one.
            found_ends = _WORD_END.finditer(text, self._near(self.anchor), self.head + 1)
            ends = [found.start() for found in found_ends if found.start() < self.head]
            starts = [found.start() for found in _WORD_START.finditer(text, self._near(0), self.head)]
            self.head = max(ends, default=max(starts, default=0))
        elif step in ("start", "end"):
            self.head = 0 if step == "start" else last
        else:
            self.rows(1 if step == "down" else -1)
        self.head = min(max(self.head, 0), last)

    def _near(self, first: int) -> int:
        return max(first, self.head - _REACH)

    def rows(self, count: int) -> None:
        """Move the head by rows, keeping the column."""
        row = self.layout.row(self.head)
        line = self.layout.line(row)
        target = self.layout.line(max(0, min(self.layout.height - 1, row + count)))
        if line is not None and target is not None:
            self.head = max(target[0], min(target[0] + self.head - line[0], target[1] - 1))

    def _beside(self, step: str) -> int:
        """Return the grapheme before or after the head, so that no character is cut from its accent."""
        text = self.layout.text
        begin = max(0, self.head - 40)
        edges = [begin + first for first, _, _ in split_graphemes(text[begin : self.head + 40])[0]]
        for left, right in pairwise([*edges, min(len(text), self.head + 40)]):
            if step == "right" and left <= self.head < right:
                return right
            if step == "left" and left < self.head <= right:
                return left
        return self.head
