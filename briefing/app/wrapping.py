"""The lines of a text at a width: worked out block by block, so that ten megabytes open as fast as ten kilobytes.

A line is a pair of offsets into the text; wrapping never changes, copies or moves a character, and every position that
anything else in the app knows (evidence, matches, the cursor) is an offset of the text, never a row.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise
from time import perf_counter

from rich.cells import split_graphemes

BLOCK = 16_384
"""Characters that a block has at least; it ends with a paragraph."""
LONGEST_BLOCK = 262_144
"""A paragraph longer than this is cut into several blocks."""
SAMPLES = 8
"""Blocks that are measured at once, to guess the height of the others by."""

# Everything outside these ranges may be wider or narrower than one cell. Every character inside has one cell in rich's
# tables (a test goes through them), so lines of such text break by counting characters.
_NOT_ONE_CELL = re.compile(
    "[^\n -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0530\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u214f]"
)

Line = tuple[int, int]


def _wrap_paragraph(text: str, start: int, end: int, width: int, lines: array[int]) -> None:
    """Append the ends of the lines of ``text[start:end]``, which has no line break and one cell a character.

    Lines break at spaces, which belong to no line; a word longer than the line is cut.
    """
    append, last_space = lines.append, text.rfind
    while end - start > width:
        cut = last_space(" ", start, start + width + 1)
        append(start)
        if cut <= start:
            start += width
            append(start)
        else:
            append(cut if text[cut - 1] != " " else _without_spaces(text, start, cut))
            start = cut + 1
        while start < end and text[start] == " ":
            start += 1
    append(start)
    append(end)


def _without_spaces(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _wrap_graphemes(text: str, start: int, end: int, width: int) -> Iterator[Line]:
    """Yield the lines of any ``text[start:end]`` without a line break; words are cut between graphemes alone."""
    line, space, cells, cells_to_space = start, -1, 0, 0
    spans, _ = split_graphemes(text[start:end])
    for first, last, size in spans:
        here = start + first
        if text[here] == " " and here >= line:
            if here == line and line > start:
                line += last - first
                continue
            space, cells_to_space = here, cells + size
        if cells + size > width and here > line:
            if space > line:
                yield line, _without_spaces(text, line, space)
                line, cells = space + 1, cells - cells_to_space
            else:
                yield line, here
                line, cells = here, 0
            space = -1
        cells += size
    yield line, end


class Layout:
    """Where each line of a text begins and ends at a width.

    Blocks that nobody has looked at yet have an estimated height, so ``height`` and rows beyond an unmeasured block
    are estimates until `finish` has been called or `work` has returned True.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.width = 0
        self._starts = array("L", _block_starts(text))
        self._breaks = [text.count("\n", start, end) for start, end in pairwise(self._starts)]
        self._plain: list[bool | None] = [None] * len(self._breaks)
        self._lines: list[array[int] | None] = []
        self._heights: list[int] = []
        self._tops: list[int] = []
        self._unmeasured = 0
        self._exact = True

    def set_width(self, width: int) -> None:
        """Forget all lines and begin again with lines of ``width`` cells."""
        self.width = max(1, width)
        count = len(self._breaks)
        self._lines = [None] * count
        self._unmeasured = 0
        self._exact = False
        self._guess()
        self._sum()

    def _guess(self) -> None:
        """Guess the height of all blocks from that of some: a scroll bar drawn by it need not move any more."""
        starts, breaks = self._starts, self._breaks
        guesses = [1 + breaks[i] + (starts[i + 1] - starts[i]) // self.width for i in range(len(breaks))]
        sample = range(0, len(guesses), max(1, len(guesses) // SAMPLES))
        for block in sample:
            self._lines[block] = self._wrap(block)
        measured = sum(len(lines) // 2 for lines in self._lines if lines is not None)
        ratio = measured / max(1, sum(guesses[block] for block in sample))
        self._heights = [
            round(guess * ratio) if lines is None else len(lines) // 2
            for guess, lines in zip(guesses, self._lines, strict=True)
        ]

    @property
    def height(self) -> int:
        """Lines in the whole text."""
        return self._tops[-1] if self._tops else 0

    @property
    def exact(self) -> bool:
        """Has every row been worked out?"""
        return self._exact

    def line(self, row: int) -> Line | None:
        """Return the offsets of the line in this row, None below the last one."""
        while 0 <= row < self.height:
            block = bisect_right(self._tops, row) - 1
            lines = self._measure(block)
            place = 2 * (row - self._tops[block])
            if place < len(lines):
                return lines[place], lines[place + 1]
        return None

    def row(self, offset: int) -> int:
        """Return the row of the line that has the character at ``offset``."""
        block = min(bisect_right(self._starts, offset), len(self._starts) - 1) - 1
        lines = self._measure(block)
        return self._tops[block] + max(0, bisect_right(lines[::2], offset) - 1)

    def work(self, seconds: float) -> bool:
        """Measure blocks for about this long; True when all have been measured."""
        until = perf_counter() + seconds
        while self._unmeasured < len(self._lines):
            if self._lines[self._unmeasured] is None:
                self._lines[self._unmeasured] = self._wrap(self._unmeasured)
            self._unmeasured += 1
            if perf_counter() > until:
                break
        return self._unmeasured == len(self._lines)

    def finish(self) -> None:
        """Measure what `work` has left and make every row exact."""
        self.work(float("inf"))
        self._heights = [len(lines) // 2 for lines in self._lines if lines is not None]
        self._exact = True
        self._sum()

    def _sum(self) -> None:
        self._tops = [0, *accumulate(self._heights)]

    def _measure(self, block: int) -> array[int]:
        lines = self._lines[block]
        if lines is None:
            lines = self._lines[block] = self._wrap(block)
        if self._heights[block] != len(lines) // 2:
            self._heights[block] = len(lines) // 2
            self._sum()
        return lines

    def _wrap(self, block: int) -> array[int]:
        lines = array("L")
        text, width = self.text, self.width
        start, end = self._starts[block], self._starts[block + 1]
        plain = self._is_plain(block)
        while start < end:
            stop = text.find("\n", start, end)
            if stop < 0:
                stop = end
            if plain or not _NOT_ONE_CELL.search(text, start, stop):
                _wrap_paragraph(text, start, stop, width, lines)
            else:
                for line in _wrap_graphemes(text, start, stop, width):
                    lines.extend(line)
            start = stop + 1
        return lines

    def _is_plain(self, block: int) -> bool:
        """Return whether every character of a block has one cell; looked up once, whatever widths come."""
        plain = self._plain[block]
        if plain is None:
            found = _NOT_ONE_CELL.search(self.text, self._starts[block], self._starts[block + 1])
            plain = self._plain[block] = found is None
        return plain


def _block_starts(text: str) -> Iterator[int]:
    start, end = 0, len(text)
    while start < end:
        yield start
        stop = text.find("\n", start + BLOCK, start + LONGEST_BLOCK)
        if stop < 0:
            stop = min(end, start + LONGEST_BLOCK) - 1
        start = stop + 1
    yield end
