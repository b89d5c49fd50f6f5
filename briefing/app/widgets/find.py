"""The line in which one types what is to be found in the article."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Input

from briefing.app.safe import Words
from briefing.app.screens.search import Done, Typed
from briefing.app.words import _, ngettext


class FindBar(Horizontal):
    """Finds as one types; Enter keeps the matches, Escape forgets them."""

    BINDINGS: ClassVar = [Binding("escape", "leave", show=False)]

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield Words("/ ")
        yield Input(placeholder=_("Find in the article"), compact=True)
        yield Words("", classes="count")

    def say_count(self, wanted: str, at: int, count: int) -> None:
        """Tell how many matches there are, and which of them is lit."""
        words = ngettext("{count} match", "{count} matches", count) if wanted.strip() else ""
        self.query_one(".count", Words).say(f"{at + 1}/{words}" if count else words)

    @on(Input.Changed)
    def _on_input_typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(Typed(event.value))

    @on(Input.Submitted)
    def _on_input_entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(Done(keep=True))

    def action_leave(self) -> None:
        """Forget the matches."""
        self.post_message(Done(keep=False))

    def on_key(self, event: events.Key) -> None:
        """Keep the keys of the reader out of the line."""
        if event.key in ("tab", "shift+tab"):
            event.prevent_default().stop()
