"""A line to type in above a list that has what fits: the arrows move in the list, Enter takes the row."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input, OptionList

from briefing.app.safe import option, plain
from briefing.app.screens.dialog import Dialog, Result
from briefing.app.words import _


class SearchScreen(Dialog[Result | None]):
    """A dialog whose list is searched as one types; the result is made of the row that is taken."""

    BINDINGS: ClassVar = [
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]

    def laid_out(self, heading: str, placeholder: str, foot: str, look: str = "") -> ComposeResult:
        """Lay out the line above the list."""
        line, rows = Input(placeholder=placeholder, compact=True), OptionList(markup=False, compact=True)
        yield from self.box(heading, line, rows, foot=foot, look=look)

    @abstractmethod
    def fill(self, rows: OptionList, wanted: str) -> None:
        """Put the rows that fit what was typed into the empty list."""

    @abstractmethod
    def take(self, key: str) -> None:
        """Dismiss the dialog with what the row of this key stands for."""

    def on_mount(self) -> None:
        """Show everything first."""
        self.query_one(OptionList).can_focus = False
        self._list("")

    @on(Input.Changed)
    def _on_typed(self, event: Input.Changed) -> None:
        self._list(event.value)

    def _list(self, wanted: str) -> None:
        rows = self.query_one(OptionList)
        rows.clear_options()
        self.fill(rows, wanted)
        if not rows.option_count:
            rows.add_option(option(plain(_("Nothing found."), "$muted"), disabled=True))
        rows.action_first()

    def action_move(self, direction: int) -> None:
        """Move the cursor while the line keeps the focus."""
        rows = self.query_one(OptionList)
        rows.action_cursor_down() if direction > 0 else rows.action_cursor_up()

    @on(Input.Submitted)
    def _on_entered(self) -> None:
        row = self.query_one(OptionList).highlighted_option
        if row is not None and row.id is not None:
            self.take(row.id)

    @on(OptionList.OptionSelected)
    def _on_clicked(self, event: OptionList.OptionSelected) -> None:
        if event.option_id is not None:
            self.take(event.option_id)
