"""Two people decided differently on the same items: what each made of them, and whose decisions stay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList

from briefing.app.fields import TITLES
from briefing.app.keyboard import with_twins
from briefing.app.safe import Hanging, joined, option, plain
from briefing.app.screens.checking import words_of
from briefing.app.screens.dialog import Dialog, DialogList
from briefing.app.words import N_, _

if TYPE_CHECKING:
    from briefing.review import Reviewed
    from briefing.review.merging import Conflict


NAMES = {**TITLES, "comment": N_("Comment")}
"""What the fields of a decision are called that tell by themselves less than a state does."""
STATES = (N_("accepted"), N_("dismissed"), N_("undecided"))


class ConflictScreen(Dialog[bool]):
    """Asks whose decisions stay: True for theirs. Everything else of both stays in any case."""

    BINDINGS: ClassVar = [
        Binding(with_twins("m,enter,escape"), "dismiss(False)", show=False, priority=True),
        Binding(with_twins("t"), "dismiss(True)", show=False, priority=True),
    ]

    def __init__(self, reviewed: Reviewed, conflicts: Sequence[Conflict]) -> None:
        super().__init__()
        self.reviewed = reviewed
        self.conflicts = conflicts

    def compose(self) -> ComposeResult:
        """Lay out the conflicts."""
        title = _("The review was changed elsewhere, and differs")
        foot = _("m or Esc keeps mine · t takes theirs; everything else of both stays")
        yield from self.box(title, DialogList(), foot=foot, look="-some")

    def on_mount(self) -> None:
        """Show each item with both decisions."""
        self.query_one(OptionList).add_options(
            option(Hanging(plain("≠ ", "bold $warning"), self._row(conflict)), str(place))
            for place, conflict in enumerate(self.conflicts)
        )

    def _row(self, conflict: Conflict) -> Content:
        known = self.reviewed.by_key.get(conflict.key)
        words = words_of(known, 200) if known is not None else conflict.key
        nothing = _("nothing")
        mine, theirs = (_(side) if side in STATES else side or nothing for side in (conflict.mine, conflict.theirs))
        field = _(NAMES[conflict.field]) if conflict.field in NAMES else ""
        return joined(
            words,
            (f"\n{field} · " if field else "\n", "$muted"),
            (f"{_('mine')}: ", "$muted"),
            (mine, "bold"),
            (f" · {_('theirs')}: ", "$muted"),
            (theirs, "bold"),
        )
