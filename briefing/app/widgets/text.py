"""A text of any length in a pane: wrapped where it is looked at, scrolled by rows, addressed by source offsets."""

from __future__ import annotations

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from briefing.app.items import Range
from briefing.app.wrapping import Layout

GUTTER = 3
"""Cells left of the text, where an item's mark stands."""
STEP, PAUSE = 0.006, 0.001
"""Seconds of wrapping between two looks at the keyboard, and seconds of looking."""


class TextView(ScrollView):
    """Keeps lines, rows and offsets in step; how a line is drawn is left to `render_line`."""

    def __init__(self, *, measure: int, dom_id: str | None, classes: str | None) -> None:
        super().__init__(id=dom_id, classes=classes)
        self.measure = measure
        self._wrapped = Layout("")
        self._wanted: int | None = None
        self._to_reveal: Range | None = None
        # There is always one: the first layout makes room for it, and the second does not wrap anew.
        self.set_reactive(TextView.show_vertical_scrollbar, True)

    @property
    def text(self) -> str:
        """The article's text."""
        return self._wrapped.text

    def put(self, text: str, offset: int) -> None:
        """Take another text and bring the line of ``offset`` to the top."""
        self._wrapped = Layout(text)
        self._wanted = offset
        self._rewrap(offset)

    def set_measure(self, measure: int) -> None:
        """Let lines be this long at most; the first line in sight stays the first."""
        if measure != self.measure:
            self.measure = measure
            self.on_resize()

    def reveal(self, start: int, end: int) -> None:
        """Bring these words in sight: a third from the top, and no move at all where they already are in sight."""
        if not self._wrapped.height or not self.size.height or not self.display:
            self._to_reveal = (start, end)
            return
        self._settle()
        first, last = self._wrapped.row(start), self._wrapped.row(max(start, end - 1))
        top, height = round(self.scroll_y), self.size.height
        if top <= first and min(last, first + height - 1) < top + height:
            return
        self.scroll_to(y=max(0, first - height // 3), animate=False)

    @property
    def top(self) -> int:
        """Source offset of the first line in sight."""
        line = self._wrapped.line(round(self.scroll_y))
        return line[0] if line else 0

    def in_sight(self, offset: int) -> bool:
        """Is the character at this offset on the screen?"""
        row = self._wrapped.row(offset) if self._wrapped.height else 0
        return round(self.scroll_y) <= row < round(self.scroll_y) + self.size.height

    def offset_at(self, x: int, row: int) -> int | None:
        """Return the source offset of a place in the pane: a column of characters and a row of the text."""
        line = self._wrapped.line(row)
        if line is None:
            return None
        left, _ = self._columns()
        return min(max(line[0], line[0] + x - left), line[1])

    # Layout

    def _columns(self) -> tuple[int, int]:
        """Return the cells left of the text and the cells that its lines may have."""
        room = max(1, self.scrollable_content_region.width - GUTTER - 1)
        width = min(room, self.measure)
        return GUTTER + (room - width) // 2, width

    def render_lines(self, crop: Region) -> list[Strip]:
        """Let the first frame have the text: it is drawn before `on_resize` hears how wide the pane is."""
        _, width = self._columns()
        if self._wanted == 0 and self.size.width and width != self._wrapped.width:
            self._wrapped.set_width(width)
        return super().render_lines(crop)

    def _rewrap(self, offset: int) -> None:
        _, width = self._columns()
        if not self.size.width:
            return
        self._wanted = None
        if width != self._wrapped.width:
            self._wrapped.set_width(width)
        done = self._wrapped.work(STEP)
        if done:
            self._wrapped.finish()
        row = self._wrapped.row(offset) if self.text else 0
        self._tell_height()
        self.scroll_to(y=row, animate=False, force=True)
        self.refresh()
        if not done:
            self.set_timer(PAUSE, self._wrap_on)

    def _wrap_on(self) -> None:
        if self._wrapped.work(STEP):
            self._settle()
        else:
            self.set_timer(PAUSE, self._wrap_on)

    def _settle(self) -> None:
        """Make every row exact while the line on top stays on top."""
        if self._wrapped.exact:
            return
        top = self.top
        self._wrapped.finish()
        self._tell_height()
        row = self._wrapped.row(top)
        if row != round(self.scroll_y):
            self.scroll_to(y=row, animate=False, force=True)
            self.refresh()

    def _tell_height(self) -> None:
        """Let the scroll bar, which is always there, know of the height; nothing has to be laid out again for it."""
        self.set_reactive(Widget.virtual_size, Size(self.size.width, self._wrapped.height))
        self.vertical_scrollbar.window_virtual_size = self._wrapped.height

    def on_resize(self) -> None:
        """Wrap anew where the width has changed; the first line in sight stays the first."""
        _, width = self._columns()
        if width != self._wrapped.width or self._wanted is not None:
            self._rewrap(self.top if self._wanted is None else self._wanted)

    def on_show(self) -> None:
        """Bring in sight what was asked for while the pane was hidden."""
        if self._to_reveal is not None:
            wanted, self._to_reveal = self._to_reveal, None
            self.reveal(*wanted)
