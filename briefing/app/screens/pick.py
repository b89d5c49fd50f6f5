"""One of a list, found as one types; where it may be somebody new, whoever was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList

from briefing.app.safe import Words, joined, option, plain
from briefing.app.screens import TIGHT
from briefing.app.words import _


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to pick: ``key`` is the result, ``words`` what is shown and searched."""

    key: str
    words: Content


@dataclass(frozen=True, slots=True)
class Picked:
    """What was picked: the key of a choice, or the ``name`` of somebody new."""

    key: str = ""
    name: str = ""


class PickScreen(ModalScreen[Picked | None]):
    """A line to type in above the choices that have these words."""

    BINDINGS: ClassVar = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]
    HORIZONTAL_BREAKPOINTS = TIGHT

    def __init__(self, title: str, choices: Sequence[Choice], *, new: bool = False) -> None:
        """Offer choices under a title; with ``new`` a name that is not among them can be typed."""
        super().__init__()
        self.heading = title
        self.choices = choices
        self.new = new

    def compose(self) -> ComposeResult:
        """Lay out the line above the list."""
        with Vertical(classes="dialog -pick"):
            yield Words(self.heading, classes="dialog-title")
            yield Input(placeholder=_("Search, or type a new name") if self.new else _("Search"), compact=True)
            yield OptionList(markup=False, compact=True)
            yield Words(_("Enter takes it · Esc leaves"), classes="dialog-foot")

    def on_mount(self) -> None:
        """Show all."""
        self.query_one(OptionList).can_focus = False
        self._list("")

    @on(Input.Changed)
    def _on_typed(self, event: Input.Changed) -> None:
        self._list(event.value)

    def _list(self, wanted: str) -> None:
        words = wanted.casefold().split()
        fitting = [each for each in self.choices if all(word in each.words.plain.casefold() for word in words)]
        # Words that begin like this before those that only have it somewhere.
        fitting.sort(key=lambda each: not all(f" {word}" in f" {each.words.plain.casefold()}" for word in words))
        rows = self.query_one(OptionList)
        rows.set_options(option(each.words, each.key) for each in fitting)
        name = " ".join(wanted.split())
        if self.new and name:
            rows.add_option(option(joined(("+ ", "$primary"), (name, "bold"), (f"  {_('new')}", "$muted")), "+"))
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
        if row is not None:
            self._take(row.id or "")

    @on(OptionList.OptionSelected)
    def _on_clicked(self, event: OptionList.OptionSelected) -> None:
        self._take(event.option_id or "")

    def _take(self, key: str) -> None:
        name = " ".join(self.query_one(Input).value.split())
        self.dismiss(Picked(name=name) if key == "+" else Picked(key))
