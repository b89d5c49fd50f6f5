"""Which of a speaker's quotes somebody else said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import OptionList

from briefing.app.safe import Hanging, option, plain
from briefing.app.screens.dialog import Dialog, DialogList
from briefing.app.words import _


class QuoteChoice(DialogList):
    """A row a quote."""

    BINDINGS: ClassVar = [Binding("space", "select", show=False)]


class SplitScreen(Dialog[list[str] | None]):
    """Ticks quotes; the result is the keys of those that go to another speaker."""

    BINDINGS: ClassVar = [Binding("enter", "give", show=False, priority=True)]

    def __init__(self, name: str, quotes: Mapping[str, str]) -> None:
        """Show the quotes of ``name``: their words by key."""
        super().__init__()
        self.speaker = name
        self.quotes = quotes
        self.ticked: list[str] = []

    def compose(self) -> ComposeResult:
        """Lay out the quotes."""
        title = _("Which quotes are not by {name}?", name=self.speaker)
        foot = _("Space ticks · Enter gives them to somebody else · Esc leaves")
        yield from self.box(title, QuoteChoice(), foot=foot, look="-some")

    def on_mount(self) -> None:
        """Show them all, none ticked."""
        self._list()
        self.query_one(OptionList).highlighted = 0

    def _list(self) -> None:
        rows = self.query_one(OptionList)
        at = rows.highlighted
        marks = {key: "■ " if key in self.ticked else "□ " for key in self.quotes}
        rows.set_options(
            option(Hanging(plain(marks[key], "$primary"), plain(words)), key) for key, words in self.quotes.items()
        )
        rows.highlighted = at

    @on(OptionList.OptionSelected)
    def _on_ticked(self, event: OptionList.OptionSelected) -> None:
        key = event.option_id or ""
        self.ticked = [each for each in self.ticked if each != key] if key in self.ticked else [*self.ticked, key]
        self._list()

    def action_give(self) -> None:
        """Give the ticked quotes away, or that under the cursor where none is ticked."""
        row = self.query_one(OptionList).highlighted_option
        self.dismiss([key for key in self.quotes if key in self.ticked] or ([row.id] if row and row.id else None))
