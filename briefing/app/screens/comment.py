"""What a reader has to say of an item, in one line."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from briefing.app.safe import Words, clean
from briefing.app.screens import TIGHT
from briefing.app.words import _


class CommentScreen(ModalScreen[str | None]):
    """Asks for the comment on an item; an empty one takes it away."""

    BINDINGS: ClassVar = [Binding("escape", "dismiss(None)", show=False)]
    HORIZONTAL_BREAKPOINTS = TIGHT

    def __init__(self, words: str, comment: str) -> None:
        super().__init__()
        self.words = words
        self.comment = comment

    def compose(self) -> ComposeResult:
        """Lay out the words and the line below them."""
        with Vertical(classes="dialog -short"):
            yield Words(_("Comment"), classes="dialog-title")
            yield Words(self.words, classes="where")
            yield Input(clean(self.comment), compact=True, select_on_focus=False)
            yield Words(_("Enter keeps it · empty takes it away · Esc leaves"), classes="dialog-foot")

    @on(Input.Submitted)
    def _on_entered(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)
