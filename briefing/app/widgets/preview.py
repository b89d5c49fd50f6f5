"""What the list shows of an article before it is opened: its key facts, who speaks, what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from briefing.app.dates import day_in_words, deadline_in_words
from briefing.app.items import Items
from briefing.app.safe import Hanging, Words, joined, plain
from briefing.app.widgets.rows import status_in_words
from briefing.app.words import _
from briefing.edtf import is_past, today

if TYPE_CHECKING:
    from briefing.library import Entry
    from briefing.model import Action, Briefing

FACTS, SPEAKERS, ACTIONS = 5, 6, 4
"""How many of each are shown."""


class Preview(VerticalScroll, can_focus=False):
    """The article under the cursor in short."""

    def __init__(self, *, dom_id: str | None = None) -> None:
        super().__init__(id=dom_id)
        self.number: int | None = None
        self._lines = [Words(classes="preview-line") for _line in range(3 + FACTS + SPEAKERS + ACTIONS + 3)]

    def compose(self) -> ComposeResult:
        """Lay out the lines; each is shown when there is something in it."""
        yield from self._lines

    def show(self, entry: Entry, briefing: Briefing) -> None:
        """Show an article."""
        self.number = entry.number
        self._say(_parts(entry, briefing))
        self.scroll_home(animate=False)

    def wait(self) -> None:
        """Show nothing."""
        self.number = None
        self._say([])

    def _say(self, parts: list[tuple[Content | Hanging, str]]) -> None:
        for place, line in enumerate(self._lines):
            line.display = place < len(parts)
            if line.display:
                content, kind = parts[place]
                line.update(content)
                line.set_class(kind == "head", "-head")


def _parts(entry: Entry, briefing: Briefing) -> list[tuple[Content | Hanging, str]]:
    from briefing.export.lines import role_of

    items = Items(briefing)
    known = [part for part in (day_in_words(entry.date), entry.place, entry.agency) if part]
    parts: list[tuple[Content | Hanging, str]] = [(plain(entry.heading, "bold $primary"), "")]
    if known:
        parts.append((plain(" · ".join(known), "$muted"), ""))
    if entry.near:
        parts.append((plain(_("≈ nearly the same as an article before"), "$muted"), ""))
    if briefing.facts:
        parts.append((_head(_("Key facts"), len(briefing.facts)), "head"))
        told = [items.quoted[fact.id].around(fact.text) for fact in briefing.facts[:FACTS]]
        parts += [(Hanging(plain("• ", "$muted"), plain(words)), "") for words in told]
    if briefing.speakers:
        parts.append((_head(_("Speakers"), len(briefing.speakers)), "head"))
        for speaker in items.speakers_in_order()[:SPEAKERS]:
            count = len(items.quotes_of.get(speaker.id, []))
            role = role_of(speaker)
            body = joined((speaker.name, "bold $ink-names"), (f"  {count}" if count else "", "$muted"))
            parts.append((Hanging(plain("  "), joined(body, (f"\n{role}" if role else "", "$muted"))), ""))
    if briefing.actions:
        parts.append((_head(_("Actions"), len(briefing.actions)), "head"))
        parts += [(_action(action), "") for action in briefing.actions[:ACTIONS]]
    return parts


def _head(title: str, count: int) -> Content:
    return joined((title, "bold"), (f"  {count}", "$muted"))


def _action(action: Action) -> Hanging:
    details = [status_in_words(action.status), *([action.actor] if action.actor else [])]
    if action.deadline:
        details.append(deadline_in_words(action.deadline))
    body = joined(action.text, (f"\n{' · '.join(details)}", "$muted"))
    overdue = is_past(action.deadline or "", today())
    return Hanging(plain("! " if overdue else "□ ", "bold $error" if overdue else "$ink-actions"), body)
