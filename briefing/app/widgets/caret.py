"""A caret in the text, and the selection that begins where it was told to: two offsets, one that stays, one that
moves."""

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
    """Stands on the character ``head``; with an ``anchor`` it selects all from there, the characters under both
    included."""

    layout: Layout
    head: int
    anchor: int | None = None
    # The column that steps by row come back to after a shorter row.
    _column: int | None = None

    @property
    def selected(self) -> tuple[int, int] | None:
        """The selected range, None before one has been begun."""
        if self.anchor is None:
            return None
        first, last = sorted((self.anchor, self.head))
        return first, min(len(self.layout.text), last + 1)

    def turn(self) -> None:
        """Begin a selection here, or let go of the one that there is."""
        self.anchor = self.head if self.anchor is None else None

    def put(self, offset: int) -> None:
        """Move to a place of the text."""
        self.head = min(max(offset, 0), max(0, len(self.layout.text) - 1))
        self._column = None

    def move(self, step: str) -> None:
        """Move: left, right, word, word_back, up, down, line_start, line_end, start or end."""
        if step in ("up", "down"):
            self.rows(1 if step == "down" else -1)
        elif step in ("left", "right"):
            self.put(self._beside(step))
        elif step == "word":
            self.put(self._word())
        elif step == "word_back":
            self.put(self._word_back())
        elif step in ("line_start", "line_end"):
            first, last = self.layout.line(self.layout.row(self.head)) or (self.head, self.head)
            self.put(first if step == "line_start" else max(first, last - 1))
        else:
            self.put(0 if step == "start" else len(self.layout.text))

    def rows(self, count: int) -> None:
        """Move by rows, keeping the column."""
        row = self.layout.row(self.head)
        line = self.layout.line(row)
        target = self.layout.line(max(0, min(self.layout.height - 1, row + count)))
        if line is not None and target is not None:
            column = self.head - line[0] if self._column is None else self._column
            self.put(max(target[0], min(target[0] + column, target[1] - 1)))
            self._column = column

    def _word(self) -> int:
        """Return where the next word begins, or while something is selected, where it ends: whole words are wanted."""
        edge = _WORD_START if self.anchor is None else _WORD_END
        found = edge.search(self.layout.text, self.head + 1, self.head + _REACH)
        return found.start() if found else len(self.layout.text)

    def _word_back(self) -> int:
        """Return where the word before begins, or within a selection, where it ends."""
        text, near = self.layout.text, max(0, self.head - _REACH)
        ends: list[int] = []
        if self.anchor is not None:
            found_ends = _WORD_END.finditer(text, max(self.anchor, near), self.head + 1)
            ends = [found.start() for found in found_ends if found.start() < self.head]
        starts = [found.start() for found in _WORD_START.finditer(text, near, self.head)]
        return max(ends, default=max(starts, default=0))

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
