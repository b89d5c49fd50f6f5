"""The table of articles: only the rows in sight are asked for and drawn, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing.app.commands import bindings
from briefing.app.safe import clean
from briefing.app.words import N_, _
from briefing.frozen import frozen

if TYPE_CHECKING:
    from briefing.library import Entry

AHEAD = 50
"""Rows that are asked for with those in sight, on either side."""
_TITLE = 44
"""Cells that the title has at the least, or half of a narrow table."""
_MARKS = 3


@frozen
class Column:
    """A column by the name of the order that it gives; ``width`` in cells, 0 for what is left over."""

    order: str
    heading: str
    width: int
    rank: int
    """Which columns stay where there is no room for all: the lower the longer."""
    descending: bool = False
    """How it is sorted first: the newest or the most on top."""
    right: bool = False


COLUMNS = (
    Column("date", N_("Date"), 10, 1, descending=True),
    Column("title", N_("Title"), 0, 0),
    Column("place", N_("Place"), 12, 4),
    Column("agency", N_("Source"), 12, 6),
    Column("facts", N_("facts"), 7, 5, descending=True, right=True),
    Column("quotes", N_("quotes"), 7, 3, descending=True, right=True),
    Column("actions", N_("to do"), 7, 2, descending=True, right=True),
)


def fitting(width: int) -> list[Column]:
    """Return the columns for which there is room."""
    left = width - _MARKS - min(_TITLE, width // 2)
    kept = {"title"}
    for column in sorted(COLUMNS, key=lambda column: column.rank)[1:]:
        left -= column.width + 1
        if left < 0:
            break
        kept.add(column.order)
    return [column for column in COLUMNS if column.order in kept]


def cell(text: str, width: int, *, right: bool = False) -> str:
    """Return text of exactly this many cells: cut with an ellipsis, or filled up."""
    if cell_len(text) > width:
        text = set_cell_size(text, max(0, width - 1)).rstrip() + "…"
    fill = " " * (width - cell_len(text))
    return fill + text if right else text + fill


class ArticleTable(ScrollView, can_focus=True):
    """Rows of articles under their headings; the cursor is on one of them."""

    BINDINGS = bindings("start")
    COMPONENT_CLASSES: ClassVar = {"table--head", "table--cursor", "table--blurred", "table--unread", "table--mark"}

    class Moved(Message):
        """The cursor is on another article, or on none."""

        def __init__(self, number: int | None) -> None:
            super().__init__()
            self.number = number

    class Opened(Message):
        """Enter or a click on the row under the cursor."""

    class HeadingClicked(Message):
        """Somebody clicked on a column's heading."""

        def __init__(self, order: str) -> None:
            super().__init__()
            self.order = order

    def __init__(self, fetch: Callable[[Sequence[int]], Mapping[int, Entry]], *, dom_id: str | None = None) -> None:
        super().__init__(id=dom_id)
        self.fetch = fetch
        self.numbers: Sequence[int] = ()
        self.cursor = 0
        self.order, self.descending = "date", True
        self._known: dict[int, Entry] = {}
        self._ink: dict[str, Style] = {}

    # What is shown

    def fill(self, numbers: Sequence[int], known: Mapping[int, Entry], order: str, *, descending: bool) -> None:
        """Show other rows, with the cursor on the article that it was on, if that is there still."""
        before, row = self.number, self.cursor - round(self.scroll_y)
        self.numbers, self._known = numbers, dict(known)
        self.order, self.descending = order, descending
        if before is not None and before in numbers:
            self.cursor = numbers.index(before)
        else:
            self.cursor, row = 0, 0
        self.virtual_size = Size(self.size.width, len(numbers) + 1)
        self.scroll_to(y=max(0, self.cursor - max(0, row)), animate=False, force=True, immediate=True)
        self.refresh()
        if self.number != before:
            self.post_message(self.Moved(self.number))

    def forget(self) -> None:
        """Ask again for the rows in sight: an article was read, an action is done."""
        self._known.clear()
        self.refresh()

    @property
    def number(self) -> int | None:
        """Number of the article under the cursor."""
        return self.numbers[self.cursor] if self.cursor < len(self.numbers) else None

    def go_to(self, number: int) -> None:
        """Put the cursor on an article, where it is in the list."""
        if number in self.numbers:
            self._move(self.numbers.index(number))

    @property
    def _height(self) -> int:
        return max(1, self.size.height - 1)

    # Drawing

    def notify_style_update(self) -> None:
        """Forget styles of the theme before."""
        super().notify_style_update()
        self._ink.clear()

    def on_focus(self) -> None:
        """Light the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Dim the cursor."""
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.virtual_size = Size(self.size.width, len(self.numbers) + 1)
        self._move(self.cursor)

    def render_line(self, y: int) -> Strip:
        """Render the headings or one row."""
        width = self.size.width
        if y == 0:
            return Strip([Segment(self._headings(width), self._style("head"))]).crop_extend(0, width, self.rich_style)
        row = round(self.scroll_y) + y - 1
        entry = self._entry(row)
        if entry is None:
            return Strip.blank(width, self.rich_style)
        base = self.rich_style
        if row == self.cursor:
            base = self._style("cursor" if self.has_focus else "blurred")
        return Strip(self._row(entry, width, base, lit=row == self.cursor)).crop_extend(0, width, base)

    def _style(self, name: str) -> Style:
        if name not in self._ink:
            self._ink[name] = self.get_component_rich_style(f"table--{name}", partial=name in ("unread", "mark"))
        return self._ink[name]

    def _entry(self, row: int) -> Entry | None:
        if row >= len(self.numbers):
            return None
        number = self.numbers[row]
        if number not in self._known:
            top = round(self.scroll_y)
            around = self.numbers[max(0, top - AHEAD) : top + self._height + AHEAD]
            if len(self._known) > 20 * AHEAD:
                self._known.clear()
            self._known.update(self.fetch([one for one in around if one not in self._known]))
        return self._known.get(number)

    def _widths(self, width: int) -> list[tuple[Column, int]]:
        columns = fitting(width)
        rest = width - _MARKS - sum(column.width + 1 for column in columns if column.width) - 1
        return [(column, column.width or rest) for column in columns]

    def _headings(self, width: int) -> str:
        cells = [" " * (_MARKS - 1)]
        for column, room in self._widths(width):
            arrow = ("▾" if self.descending else "▴") if column.order == self.order else ""
            cells.append(cell(_(column.heading) + arrow, room, right=column.right))
        return " ".join(cells)

    def _row(self, entry: Entry, width: int, base: Style, *, lit: bool) -> list[Segment]:
        marks = f"{' ' if entry.read else '•'}{'≈' if entry.near else ' '}"
        ink = base if lit else base + self._style("mark")
        segments = [Segment(f"{marks:<{_MARKS}}", ink)]
        for column, room in self._widths(width):
            if column.order == "title":
                words = entry.heading
                style = base if entry.read else base + self._style("unread")
            else:
                words = str(getattr(entry, column.order) or ("·" if column.right else ""))
                style = ink
            segments.append(Segment(cell(clean(words.replace("\n", " ")), room, right=column.right), style))
            segments.append(Segment(" ", base))
        return segments

    # Moving

    def _move(self, row: int) -> None:
        before = self.cursor
        self.cursor = max(0, min(row, len(self.numbers) - 1))
        top = round(self.scroll_y)
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, force=True, immediate=True)
        elif self.cursor >= top + self._height:
            self.scroll_to(y=self.cursor - self._height + 1, animate=False, force=True, immediate=True)
        if self.cursor != before:
            self.refresh()
            self.post_message(self.Moved(self.number))

    def action_cursor_down(self) -> None:
        """Go to the next row."""
        self._move(self.cursor + 1)

    def action_cursor_up(self) -> None:
        """Go to the row before."""
        self._move(self.cursor - 1)

    def action_page_down(self) -> None:
        """Go a screen of rows down."""
        self._move(self.cursor + self._height - 1)

    def action_page_up(self) -> None:
        """Go a screen of rows up."""
        self._move(self.cursor - self._height + 1)

    def action_first(self) -> None:
        """Go to the first row."""
        self._move(0)

    def action_last(self) -> None:
        """Go to the last row."""
        self._move(len(self.numbers) - 1)

    def action_select(self) -> None:
        """Open the article under the cursor."""
        if self.number is not None:
            self.post_message(self.Opened())

    def on_click(self, event: events.Click) -> None:
        """Sort by a heading, put the cursor on a row; on the row under the cursor, open it."""
        if event.y == 0:
            start = _MARKS
            for column, room in self._widths(self.size.width):
                if start <= event.x < start + room:
                    self.post_message(self.HeadingClicked(column.order))
                start += room + 1
            return
        row = round(self.scroll_y) + event.y - 1
        if row >= len(self.numbers):
            return
        if row == self.cursor:
            self.action_select()
        else:
            self._move(row)
