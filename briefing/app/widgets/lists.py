"""The three lists beside the article: key facts, speakers with their quotes, actions."""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.containers import Vertical
from textual.widgets import OptionList

from briefing import edtf
from briefing.app.commands import BY_ID, bindings
from briefing.app.items import Items
from briefing.app.safe import Line, Words, joined
from briefing.app.widgets.bars import progress
from briefing.app.widgets.rows import Rows, opened_at_first
from briefing.app.words import N_, _

EMPTY = {
    "facts": N_("No sentence here carries a figure, a decision or an event."),
    "speakers": N_("Nobody is quoted."),
    "actions": N_("Nobody announces, orders or promises anything."),
}
TITLES = {"article": N_("Article"), "facts": N_("Key facts"), "speakers": N_("Speakers"), "actions": N_("Actions")}


class ItemList(OptionList):
    """A list of items; rows are drawn only when they come in sight, and move with the keys of the command table."""

    BINDINGS = bindings("list")

    def __init__(self, layer: str) -> None:
        super().__init__(id=layer, markup=False)
        self.kind = layer
        self.items: Items | None = None
        self.opened: set[str] = set()
        self._wrapped_at = 0

    def on_resize(self, event: events.Resize) -> None:
        """Keep the lines of the rows while the width is the same: to wrap them is half of filling a list."""
        width = self.scrollable_content_region.width
        if width == self._wrapped_at:
            event.prevent_default()
        self._wrapped_at = width

    def fill(self, items: Items) -> int:
        """Show a briefing's items and return how many there are."""
        self.items = items
        self.opened = opened_at_first(items, self.kind)
        self._make_rows()
        return self._count(items)

    def update_items(self, items: Items) -> int:
        """Show what has become of the items, with the same rows open and the cursor where it was."""
        if self.items is None:
            return self.fill(items)
        new = opened_at_first(items, self.kind) - opened_at_first(self.items, self.kind)
        kept, place = self.row_key, self.highlighted
        self.items, self.opened = items, self.opened | new
        self._make_rows()
        if kept is not None and not self.select_quietly(kept) and self.option_count:
            with self.prevent(OptionList.OptionHighlighted):
                self.highlighted = min(place or 0, self.option_count - 1)
        return self._count(items)

    def _count(self, items: Items) -> int:
        if self.kind == "speakers":
            return len(items.speakers_in_order()) + bool(items.quotes_of.get(None))
        return len(items.facts if self.kind == "facts" else items.actions)

    def refill(self) -> None:
        """Draw the rows anew: another language, another set of open rows."""
        if self.items is None:
            return
        kept = self.row_key
        self._make_rows()
        if kept is not None:
            self.select_quietly(kept)

    def _make_rows(self) -> None:
        if self.items is not None:
            today = edtf.today()
            self.set_options(Rows(self.items, self.opened, today).of(self.kind))

    @property
    def row_key(self) -> str | None:
        """Key of the row under the cursor."""
        row = self.highlighted_option
        return row.id if row else None

    def select_quietly(self, key: str) -> bool:
        """Put the cursor on a row, opening what hides it; nobody is told. False where there is no such row."""
        if key not in self._id_to_option and (owner := self._owner(key)) is not None:
            self.opened.add(owner)
            self._make_rows()
        if key not in self._id_to_option:
            return False
        with self.prevent(OptionList.OptionHighlighted):
            self.highlighted = self.get_option_index(key)
        return True

    def action_open(self, open_it: bool) -> None:
        """Show or hide what the row under the cursor leads to."""
        key = self.row_key
        if key is None or self.items is None:
            return
        owner = self._owner(key)
        if owner is not None and not open_it:
            self.select_quietly(owner)
            key = owner
        if open_it == (key in self.opened) or not self._opens(key):
            return
        self.opened.symmetric_difference_update({key})
        self.refill()

    def toggle(self, key: str) -> None:
        """Open a closed row, close an open one."""
        self.action_open(key not in self.opened)

    def _owner(self, key: str) -> str | None:
        """Return the row that a row stands below, None for one that stands by itself."""
        above, below, _own = key.rpartition(">")
        if below:
            return above if above in self._id_to_option else None
        if self.kind != "speakers" or self.items is None or not key.startswith("quotes:"):
            return None
        return self.items.speaker_key(self.items.by_key[key]) if key in self.items.by_key else None

    def _opens(self, key: str) -> bool:
        """Is there anything to show below a row?"""
        if self.items is None or ">" in key:
            return False
        return key.startswith("speaker:") if self.kind == "speakers" else self.items.leads_somewhere(key)


class Pane(Vertical):
    """A list under its heading, or a sentence that says why there is none."""

    def __init__(self, layer: str, number: int) -> None:
        super().__init__(id=f"{layer}-pane", classes="pane -empty")
        self.kind = layer
        self.number = number
        self.count: int | None = None
        self.heading = Line(classes="heading")
        self.list = ItemList(layer)
        self.reason = Words(classes="reason")

    def compose(self) -> Iterator[Words | ItemList]:
        """Lay out heading, list and reason."""
        yield self.heading
        yield self.list
        yield self.reason

    def wait(self, why: str) -> None:
        """Show why there is nothing yet."""
        self.count = None
        if self.list.option_count:
            self.list.clear_options()
        self._show(why)

    def fill(self, items: Items) -> None:
        """Show the items."""
        self.count = self.list.fill(items)
        self._show(_(EMPTY[self.kind]))

    def update_items(self, items: Items) -> None:
        """Show what has become of the items."""
        self.count = self.list.update_items(items)
        dismissed = _("All are dismissed; {key} shows them.", key=BY_ID["check.dismissed"].key())
        self._show(dismissed if items.progress(self.kind)[1] else _(EMPTY[self.kind]))

    def translate(self) -> None:
        """Say everything again in the language of now."""
        self.list.refill()
        if self.count is not None:
            self._show(_(EMPTY[self.kind]))

    def _show(self, why: str) -> None:
        self.reason.say(why)
        self.set_class(not self.count, "-empty")
        heading = [(f"{self.number} ", "$muted"), (_(TITLES[self.kind]), "bold")]
        looked_at, total = self.list.items.progress(self.kind) if self.list.items is not None else (0, 0)
        shown = self.count
        # Beside how many have been decided on, the number of those shown would be another total.
        if shown is not None and (not looked_at or self.kind == "speakers"):
            heading.append((f"  {shown}", "$muted"))
        if shown is not None and looked_at:
            heading.append((f"  {progress(looked_at, total)}", "$success"))
        self.heading.say(joined(*heading))
