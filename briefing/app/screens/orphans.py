"""Decisions on words that the article no longer has: kept, and shown, until the reader lets one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList

from briefing.app.commands import BY_ID, bindings
from briefing.app.keyboard import with_twins
from briefing.app.safe import Hanging, Words, joined, option, plain
from briefing.app.screens import TIGHT
from briefing.app.widgets.rows import MARKS
from briefing.app.words import _

if TYPE_CHECKING:
    from briefing.review import Decision


class OrphanList(OptionList):
    """A row a decision."""

    BINDINGS: ClassVar = bindings("start")


class OrphansScreen(ModalScreen[str | None]):
    """Lists the decisions; the result is the key of one to forget."""

    BINDINGS: ClassVar = [
        Binding("escape,enter", "dismiss(None)", show=False, priority=True),
        replace(BY_ID["check.orphans"].binding(), action="dismiss(None)", priority=True),
        Binding(with_twins("x"), "forget", show=False, priority=True),
    ]
    HORIZONTAL_BREAKPOINTS = TIGHT

    def __init__(self, orphans: Sequence[Decision]) -> None:
        super().__init__()
        self.orphans = orphans

    def compose(self) -> ComposeResult:
        """Lay out the decisions."""
        with Vertical(classes="dialog -some"):
            yield Words(_("Decisions on words that the article no longer has"), classes="dialog-title")
            yield OrphanList(markup=False, compact=True)
            yield Words(_("They stay in the review · x forgets one · Esc leaves"), classes="dialog-foot")

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
