"""Decisions on words that the article no longer has: kept, and shown, until the reader lets one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList

from briefing.app.commands import BY_ID
from briefing.app.keyboard import with_twins
from briefing.app.safe import Hanging, joined, option, plain
from briefing.app.screens.dialog import Dialog, DialogList
from briefing.app.widgets.rows import MARKS
from briefing.app.words import _

if TYPE_CHECKING:
    from briefing.review import Decision


class OrphansScreen(Dialog[str | None]):
    """Lists the decisions; the result is the key of one to forget."""

    BINDINGS: ClassVar = [
        Binding("escape,enter", "dismiss(None)", show=False, priority=True),
        replace(BY_ID["check.orphans"].binding(), action="dismiss(None)", priority=True),
        Binding(with_twins("x"), "forget", show=False, priority=True),
    ]

    def __init__(self, orphans: Sequence[Decision]) -> None:
        super().__init__()
        self.orphans = orphans

    def compose(self) -> ComposeResult:
        """Lay out the decisions."""
        title = _("Decisions on words that the article no longer has")
        foot = _("They stay in the review · x forgets one · Esc leaves")
        yield from self.box(title, DialogList(), foot=foot, look="-some")

    def on_mount(self) -> None:
        """Show each with what it said."""
        rows = self.query_one(OptionList)
        for decision in self.orphans:
            mark, style = MARKS[decision.state]
            rows.add_option(option(Hanging(plain(f"{mark} ", style), _words(decision)), decision.key))
        rows.action_first()

    def action_forget(self) -> None:
        """Let the decision under the cursor go."""
        row = self.query_one(OptionList).highlighted_option
        self.dismiss(row.id if row is not None else None)


def _words(decision: Decision) -> Content:
    edits = [f"{name}: {value}" for name, value in decision.edits.items() if value is not None]
    said = " · ".join([*edits, *([decision.comment] if decision.comment else [])])
    return joined(decision.anchor.text or decision.name, (f"\n{said}" if said else "", "$muted"))
