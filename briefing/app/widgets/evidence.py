"""The words of the article that an item stands on, with what is around them; their ends move by words."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.binding import Binding
from textual.message import Message

from briefing.app.items import Range
from briefing.app.keyboard import with_twins
from briefing.app.safe import Words, joined

AROUND = 60
"""Characters that are shown before and after the words."""
REACH = 400
"""Characters that a step looks ahead."""


class Evidence(Words, can_focus=True):
    """A stretch of a text; the arrows move its beginning, with Shift its end."""

    BINDINGS: ClassVar = [
        Binding(with_twins("left,h"), "move_start(-1)", show=False),
        Binding(with_twins("right,l"), "move_start(1)", show=False),
        Binding(with_twins("shift+left,H"), "move_end(-1)", show=False),
        Binding(with_twins("shift+right,L"), "move_end(1)", show=False),
    ]

    class Moved(Message):
        """The words are others now."""

        def __init__(self, start: int, end: int) -> None:
            super().__init__()
            self.start = start
            self.end = end

    def __init__(self, text: str, start: int, end: int) -> None:
        super().__init__(classes="evidence")
        self.article = text
        self.start = start
        self.end = end

    def on_mount(self) -> None:
        """Show the words."""
        self._draw()

    @property
    def place(self) -> Range:
        """Where the words are now."""
        return self.start, self.end

    def action_move_start(self, direction: int) -> None:
        """Move the beginning by a word."""
        edges = [edge for edge in self._edges(self.start)[0] if edge < self.end]
        self._move(_beside(edges, self.start, direction), self.end)

    def action_move_end(self, direction: int) -> None:
        """Move the end by a word."""
        edges = [edge for edge in self._edges(self.end)[1] if edge > self.start]
        self._move(self.start, _beside(edges, self.end, direction))

    def _edges(self, offset: int) -> tuple[list[int], list[int]]:
        """Return where words begin and where they end, with the marks that stand at them and without, near a place."""
        first = max(0, offset - REACH)
        text = self.article[first : offset + REACH]
        pieces = [*re.finditer(r"\w+", text), *re.finditer(r"\S+", text)]
        return sorted({first + piece.start() for piece in pieces}), sorted({first + piece.end() for piece in pieces})

    def _move(self, start: int, end: int) -> None:
        if (start, end) != self.place:
            self.start, self.end = start, end
            self._draw()
            self.post_message(self.Moved(start, end))

    def _draw(self) -> None:
        before = self.article[: self.start].rpartition("\n")[2]
        if len(before) > AROUND:
            before = f"…{before[-AROUND:].partition(' ')[2]}"
        after = self.article[self.end :].partition("\n")[0]
        if len(after) > AROUND:
            after = f"{after[:AROUND].rpartition(' ')[0]}…"
        words = self.article[self.start : self.end]
        self.say(joined((before, "$muted"), (words, "bold underline $lit-text on $lit"), (after, "$muted")))


def _beside(edges: list[int], at: int, direction: int) -> int:
    """Return the edge after or before a place, the place itself where there is none."""
    beyond = [edge for edge in edges if (edge > at if direction > 0 else edge < at)]
    return at if not beyond else min(beyond) if direction > 0 else max(beyond)
