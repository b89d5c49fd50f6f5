"""What a reader has to say of an item, in one line."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from briefing.app.safe import Words, clean
from briefing.app.screens.dialog import Dialog
from briefing.app.words import _


class CommentScreen(Dialog[str | None]):
    """Asks for the comment on an item; an empty one takes it away."""

    def __init__(self, words: str, comment: str) -> None:
        super().__init__()
        self.words = words
        self.comment = comment

    def compose(self) -> ComposeResult:
        """Lay out the words and the line below them."""
        line = Input(clean(self.comment), compact=True, select_on_focus=False)
        foot = _("Enter keeps it · empty takes it away · Esc leaves")
        yield from self.box(_("Comment"), Words(self.words, classes="where"), line, foot=foot, look="-short")

    @on(Input.Submitted)
    def _on_entered(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)
