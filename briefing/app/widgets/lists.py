"""The three lists beside the article: key facts, speakers with their quotes, actions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from textual.containers import Vertical
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from briefing.app.commands import bindings
from briefing.app.items import UNNAMED, Items
from briefing.app.safe import Hanging, Words, joined, option, plain
from briefing.app.words import N_, _, current

STATUS = {
    "directed": N_("ordered"),
    "proposed": N_("proposed"),
    "planned": N_("planned"),
    "agreed": N_("agreed"),
    "under_way": N_("under way"),
}
EMPTY = {
    "facts": N_("No sentence here carries a figure, a decision or an event."),
    "speakers": N_("Nobody is quoted."),
    "actions": N_("Nobody announces, orders or promises anything."),
}
_DAY_MONTH_OR_YEAR = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
TITLES = {"article": N_("Article"), "facts": N_("Key facts"), "speakers": N_("Speakers"), "actions": N_("Actions")}


class ItemList(OptionList):
    """A list of items; rows are drawn only when they come in sight, and move with the keys of the command table."""

    BINDINGS = bindings("list")

    def __init__(self, layer: str) -> None:
        super().__init__(id=layer, markup=False)
        self.kind = layer
        self.items: Items | None = None
        self.closed: set[str] = set()

    class Chosen(Message):
        """Enter or a click on a row."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def fill(self, items: Items) -> int:
        """Show a briefing's items and return how many there are."""
        self.items = items
        self.closed = set()
        rows = list(self._rows(items))
        self.set_options(rows)
        if self.kind == "speakers":
            return len(items.briefing.speakers) + bool(items.quotes_of.get(None))
        return len(rows)

    def refill(self) -> None:
        """Draw the rows anew: another language, another set of open speakers."""
        if self.items is None:
            return
        kept = self.row_key
        self.set_options(list(self._rows(self.items)))
        if kept is not None:
            self.select_quietly(kept)

    @property
    def row_key(self) -> str | None:
        """Key of the row under the cursor."""
        row = self.highlighted_option
        return row.id if row else None

    def select_quietly(self, key: str) -> bool:
        """Put the cursor on a row, opening what hides it; nobody is told. False where there is no such row."""
        if self.kind == "speakers" and self.items is not None and key.startswith("quotes:"):
            owner = self.items.speaker_key(self.items.by_key[key])
            if owner in self.closed:
                self.closed.discard(owner)
                self.set_options(list(self._rows(self.items)))
        if key not in self._id_to_option:
            return False
        with self.prevent(OptionList.OptionHighlighted):
            self.highlighted = self.get_option_index(key)
        return True

    def action_open(self, open_it: bool) -> None:
        """Open or close the quotes of the speaker under the cursor."""
        key = self.row_key
        if self.kind != "speakers" or key is None or self.items is None:
            return
        if not key.startswith("speaker:"):
            if open_it:
                return
            key = self.items.speaker_key(self.items.by_key[key]) or key
            self.select_quietly(key)
        if open_it == (key in self.closed):
            self.closed.symmetric_difference_update({key})
            self.refill()

    def toggle(self, key: str) -> None:
        """Open a closed speaker, close an open one."""
        self.action_open(key in self.closed)

    # Rows

    def _rows(self, items: Items) -> Iterator[Option]:
        if self.kind == "facts":
            return _fact_rows(items)
        if self.kind == "actions":
            return _action_rows(items, datetime.now().astimezone().date().isoformat())
        return self._speaker_rows(items)

    def _speaker_rows(self, items: Items) -> Iterator[Option]:
        for speaker in items.speakers_in_order():
            key = f"speaker:{speaker.id}"
            yield from self._group(
                items,
                key,
                speaker.id,
                speaker.name,
                ", ".join(part for part in (speaker.role, speaker.organisation) if part),
            )
        if items.quotes_of.get(None):
            yield from self._group(items, UNNAMED, None, _("Not named"), "")

    def _group(self, items: Items, key: str, speaker: str | None, name: str, role: str) -> Iterator[Option]:
        quotes = items.quotes_of.get(speaker, [])
        sign = "·" if not quotes else "▸" if key in self.closed else "▾"
        count = f"  {len(quotes)}" if quotes else ""
        body = joined((name, "bold $ink-names"), (count, "$muted"), (f"\n{role}" if role else "", "$muted"))
        yield option(Hanging(plain(f"{sign} ", "$muted"), body), key)
        if key in self.closed:
            return
        for quote in quotes:
            mark = "“" if quote.kind == "direct" else "–"
            yield option(Hanging(plain(f"  {mark} ", "$ink-quotes"), plain(quote.text)), f"quotes:{quote.id}")


def _fact_rows(items: Items) -> Iterator[Option]:
    for place, fact in enumerate(items.briefing.facts, 1):
        figures = set(fact.figures)
        body = plain(fact.text)
        for figure in items.briefing.figures:
            if figure.id in figures and fact.start <= figure.start and figure.end <= fact.end:
                body = body.stylize("bold $ink-figures", figure.start - fact.start, figure.end - fact.start)
        yield option(Hanging(plain(f"{place:>2} ", "$muted"), body), f"facts:{fact.id}")


def _action_rows(items: Items, today: str) -> Iterator[Option]:
    for action in items.briefing.actions:
        overdue = is_past(action.deadline, today)
        details = [(_(STATUS[action.status]), "$ink-actions")]
        if action.actor:
            details.append((action.actor, "bold $muted"))
        if action.deadline:
            details.append((deadline_in_words(action.deadline), "$muted"))
        if overdue:
            details.append((_("overdue"), "bold $error"))
        line = joined(*[part for detail in details for part in ((" · ", "$muted"), detail)][1:])
        mark = plain("! " if overdue else "□ ", "bold $error" if overdue else "$ink-actions")
        yield option(Hanging(mark, joined(plain(action.text), "\n", line)), f"actions:{action.id}")


def is_past(deadline: str | None, today: str) -> bool:
    """Has an EDTF deadline passed? Months and years pass with their last day, intervals with their end.

    >>> is_past("2025-12", "2025-12-31"), is_past("2025-12", "2026-01-01"), is_past("../2025-12-05", "2025-12-06")
    (False, True, True)
    """
    end = (deadline or "").split("/")[-1].rstrip("?~%")
    return _DAY_MONTH_OR_YEAR.fullmatch(end) is not None and today[: len(end)] > end


def deadline_in_words(deadline: str) -> str:
    """Return an EDTF deadline as the interface's language says it: a single date with "by" before it.

    >>> deadline_in_words("2025-12-20")
    'by 20 December 2025'
    """
    from briefing.export.dates import format_date

    return format_date(deadline if "/" in deadline else f"/{deadline}", current())


class Pane(Vertical):
    """A list under its heading, or a sentence that says why there is none."""

    def __init__(self, layer: str, number: int) -> None:
        super().__init__(id=f"{layer}-pane", classes="pane -empty")
        self.kind = layer
        self.number = number
        self.count: int | None = None
        self.heading = Words(classes="heading")
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

    def translate(self) -> None:
        """Say everything again in the language of now."""
        self.list.refill()
        if self.count is not None:
            self._show(_(EMPTY[self.kind]))

    def _show(self, why: str) -> None:
        self.reason.say(why)
        self.set_class(not self.count, "-empty")
        count = "" if self.count is None else f"  {self.count}"
        self.heading.say(joined((f"{self.number} ", "$muted"), (_(TITLES[self.kind]), "bold"), (count, "$muted")))
