"""The day of publication, stated by a person where the article does not say it, or not rightly."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from briefing.app.dates import day_in_words
from briefing.app.safe import Words, joined
from briefing.app.screens import TIGHT
from briefing.app.typed import when
from briefing.app.words import N_, _
from briefing.edtf import is_day

USUAL = N_("Days without a year and “next week” count from it · Enter keeps it · Esc leaves")


class DateScreen(ModalScreen[str | None]):
    """Asks for a day; the result is ISO 8601, None where nothing is to change."""

    BINDINGS: ClassVar = [Binding("escape", "dismiss(None)", show=False)]
    HORIZONTAL_BREAKPOINTS = TIGHT

    def __init__(self, title: str, date: str | None) -> None:
        super().__init__()
        self.words = title
        self.date = date

    def compose(self) -> ComposeResult:
        """Lay out the title and the line below it."""
        with Vertical(classes="dialog -short"):
            yield Words(_("Date of the article"), classes="dialog-title")
            yield Words(self.words, classes="where")
            yield Input(day_in_words(self.date), compact=True)
            yield Words(_(USUAL), classes="dialog-foot")

    @on(Input.Changed)
    def _on_typed(self, event: Input.Changed) -> None:
        day = when(event.value)
        self._foot(day_in_words(day) if is_day(day) else _(USUAL))

    @on(Input.Submitted)
    def _on_entered(self, event: Input.Submitted) -> None:
        day = when(event.value)
        if is_day(day):
            self.dismiss(day)
        else:
            self._foot(_("A day with its year is needed, such as 31 March 2026 or 31.03.2026."), "$warning")

    def _foot(self, text: str, style: str = "") -> None:
        self.query_one(".dialog-foot", Words).say(joined((text, style)))
