"""What dialogs share: a box with a title, what it is about, and below it what its keys do; Escape leaves."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import OptionList

from briefing.app.commands import bindings
from briefing.app.safe import Words, plain
from briefing.app.screens import TIGHT

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """A box above the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", show=False)]
    HORIZONTAL_BREAKPOINTS = TIGHT

    def box(self, title: str, *inside: Widget, foot: str = "", look: str = "") -> ComposeResult:
        """Lay out the box; ``look`` is a class that says how large it is."""
        with Vertical(classes=f"dialog {look}".rstrip()):
            yield Words(title, classes="dialog-title")
            yield from inside
            yield Words(foot, classes="dialog-foot")

    def foot(self, text: str, style: str = "") -> None:
        """Say something in the last line."""
        self.query_one(".dialog-foot", Words).say(plain(text, style))


class DialogList(OptionList):
    """A list in a dialog, with the keys of every list."""

    BINDINGS: ClassVar = bindings("start")

    def __init__(self) -> None:
        super().__init__(markup=False, compact=True)
