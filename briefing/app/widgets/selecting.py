"""A text whose words can be selected: with the mouse, or with a caret that goes where the selection is to begin."""

from __future__ import annotations

from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection

from briefing.app.items import Range
from briefing.app.widgets.caret import Caret
from briefing.app.widgets.text import TextView


class SelectableText(TextView):
    """Has a caret from `action_select_text` on until the selection is stopped."""

    class Turned(Message):
        """A caret has come or gone, a selection has begun or ended, or what was found is not lit any more."""

    def __init__(self, *, measure: int, dom_id: str | None, classes: str | None) -> None:
        super().__init__(measure=measure, dom_id=dom_id, classes=classes)
        self.caret: Caret | None = None
        self._marked = False
        # Where the words begin that were lit or found last.
        self._looked_at: int | None = None

    # What is selected

    @property
    def selecting(self) -> bool:
        """Are words being selected with the keyboard?"""
        return self.caret is not None and self.caret.anchor is not None

    def selected(self) -> Range | None:
        """Return the place of what is selected, with the keyboard or else the mouse."""
        if self.caret is not None:
            return self.caret.selected
        selection = self.text_selection
        return None if selection is None else self._range_of(selection)

    def _range_of(self, selection: Selection) -> Range:
        def place(point: Offset | None, otherwise: int) -> int:
            offset = self.offset_at(point.x, point.y) if point else None
            return otherwise if offset is None else offset

        return place(selection.start, 0), place(selection.end, len(self.text))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected words as they stand in the article, whatever the lines on the screen."""
        start, end = self._range_of(selection)
        return (self.text[start:end], "\n") if end > start else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection, and tell when there is one and when there is none any more."""
        self.refresh()
        if (selection is not None) != self._marked:
            self._marked = selection is not None
            self.post_message(self.Turned())

    def selected_words(self) -> str:
        """Return what was selected with the keyboard."""
        start, end = (self.caret.selected if self.caret is not None else None) or (0, 0)
        return self.text[start:end]

    def selected_range(self) -> Range | None:
        """Return the place of the words that are selected, with the keyboard or the mouse, without spaces around."""
        start, end = self.selected() or (0, 0)
        words = self.text[start:end]
        start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        return (start, end) if start < end else None

    # The caret

    def look_at(self, offset: int | None) -> None:
        """Note where the words begin that are lit or found now; a caret that selects nothing yet goes there."""
        self._looked_at = offset
        if self.caret is not None and not self.selecting and offset is not None:
            self.caret.put(offset)

    def action_select_text(self) -> None:
        """Show the caret, at the words that were lit or found last or else at the top; where it is, begin there."""
        if self.caret is not None:
            self.action_turn()
        elif self.text:
            seen = self._looked_at
            start = seen if seen is not None and self.in_sight(seen) else self.top
            self._settle()
            self.screen.clear_selection()
            self.caret = Caret(self._wrapped, start)
            self.refresh()
            self.post_message(self.Turned())

    def action_turn(self) -> None:
        """Begin a selection at the caret, or let go of the one that there is."""
        if self.caret is not None:
            self.caret.turn()
            self.refresh()
            self.post_message(self.Turned())

    def action_caret(self, step: str) -> None:
        """Move the caret, and with it the end of the selection."""
        if self.caret is not None:
            self.caret.move(step)
            self._follow_caret()

    def put_caret(self, offset: int) -> None:
        """Move the caret to a place of the text."""
        if self.caret is not None:
            self.caret.put(offset)
            self._follow_caret()

    def _follow_caret(self) -> None:
        if self.caret is not None:
            self.reveal(self.caret.head, self.caret.head + 1)
            self.refresh()

    def stop_selecting(self) -> None:
        """Take the caret away and let go of a selection, the keyboard's or the mouse's."""
        self.caret = None
        self.screen.clear_selection()
        self.refresh()
        self.post_message(self.Turned())

    # Moving: the caret, or while there is none, the text

    def action_scroll_down(self) -> None:
        """Move a line down."""
        self._by(1)

    def action_scroll_up(self) -> None:
        """Move a line up."""
        self._by(-1)

    def action_page(self, direction: int) -> None:
        """Move by a page, keeping one line of the page before in sight."""
        self._by(direction * max(1, self.size.height - 1))

    def action_half_page(self, direction: int) -> None:
        """Move by half a page."""
        self._by(direction * max(1, self.size.height // 2))

    def action_scroll_home(self) -> None:
        """Move to the beginning."""
        self.action_caret("start") if self.caret else self.scroll_to(y=0, animate=False)

    def action_scroll_end(self) -> None:
        """Move to the end."""
        self._settle()
        self.action_caret("end") if self.caret else self.scroll_to(y=self.max_scroll_y, animate=False)

    def _by(self, lines: int) -> None:
        self._settle()
        if self.caret is not None:
            self.caret.rows(lines)
            self._follow_caret()
        else:
            self.scroll_to(y=self.scroll_y + lines, animate=False)
