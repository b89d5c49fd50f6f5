"""What works where the reader is now: made from the bindings that are active, searched as one types, done by Enter."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList

from briefing.app.commands import COMMANDS, Command, title
from briefing.app.safe import Words, joined, option, plain
from briefing.app.screens import TIGHT
from briefing.app.words import _


class HelpScreen(ModalScreen[Command | None]):
    """A searchable list of commands; the result is the one to do."""

    BINDINGS: ClassVar = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]
    HORIZONTAL_BREAKPOINTS = TIGHT

    def __init__(self, active: list[str]) -> None:
        super().__init__()
        sections = list(dict.fromkeys(command.section for command in COMMANDS))
        here = [command for command in COMMANDS if command.id in active]
        self.commands = sorted(here, key=lambda command: sections.index(command.section))

    def compose(self) -> ComposeResult:
        """Lay out the search line above the list."""
        with Vertical(classes="dialog"):
            yield Words(_("Keys that work here"), classes="dialog-title")
            yield Input(placeholder=_("Search"), compact=True)
            yield OptionList(markup=False, compact=True)
            yield Words(_("Enter does it · Esc closes"), classes="dialog-foot")

    def on_mount(self) -> None:
        """Show everything first."""
        self.query_one(OptionList).can_focus = False
        self._list("")

    @on(Input.Changed)
    def _on_typed(self, event: Input.Changed) -> None:
        self._list(event.value)

    def _list(self, wanted: str) -> None:
        words = wanted.casefold().split()
        rows = self.query_one(OptionList)
        rows.clear_options()
        width = max((len(command.all_keys()) for command in self.commands), default=0)
        section = ""
        for command in self.commands:
            where = _(command.section)
            searched = f"{title(command)} {command.all_keys()} {where}".casefold()
            if not all(word in searched for word in words):
                continue
            if where != section:
                rows.add_option(option(joined((where, "bold $muted")), disabled=True))
                section = where
            key = command.all_keys().ljust(width)
            rows.add_option(option(joined((f" {key}  ", "bold $primary"), title(command)), command.id))
        if not rows.option_count:
            rows.add_option(option(plain(_("Nothing found."), "$muted"), disabled=True))
        rows.action_first()

    def action_move(self, direction: int) -> None:
        """Move the cursor while the search line keeps the focus."""
        rows = self.query_one(OptionList)
        rows.action_cursor_down() if direction > 0 else rows.action_cursor_up()

    @on(Input.Submitted)
    def _on_entered(self) -> None:
        row = self.query_one(OptionList).highlighted_option
        self.dismiss(next((command for command in self.commands if row and command.id == row.id), None))

    @on(OptionList.OptionSelected)
    def _on_clicked(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(next((command for command in self.commands if command.id == event.option_id), None))
