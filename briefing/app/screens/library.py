"""The library: a table of all articles, sorted and filtered by keys, with a preview of the one under the cursor."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import DescendantFocus
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import get_current_worker

from briefing.app.commands import BY_ID, bindings
from briefing.app.safe import Words, joined
from briefing.app.screens.start import fill_it
from briefing.app.shelf import StoredDocuments
from briefing.app.widgets.bars import TYPING, KeyBar, Mode
from briefing.app.widgets.preview import Preview
from briefing.app.widgets.table import COLUMNS, ArticleTable
from briefing.app.words import _, ngettext, spoken

if TYPE_CHECKING:
    from briefing.app.app import BriefingApp
    from briefing.library import Entry
    from briefing.library.listing import Listing, Wanted
    from briefing.model import Briefing

WIDE = 100
_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
LOOK = 1.0
"""Seconds between two looks whether another process has added something."""


class Listed(Message):
    """The articles that were wanted; None where there is no library yet."""

    def __init__(self, listing: Listing | None) -> None:
        super().__init__()
        self.listing = listing


class Refused(Message):
    """What was wanted cannot be; ``sentence`` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class Previewed(Message):
    """The briefing of an article in the list."""

    def __init__(self, entry: Entry, briefing: Briefing) -> None:
        super().__init__()
        self.entry = entry
        self.briefing = briefing


class FilterLine(Input):
    """The line with the words by which articles are found; the arrows move in the table meanwhile."""


class LibraryScreen(Screen[None]):
    """All articles; Enter opens one."""

    BINDINGS = bindings("library")
    HORIZONTAL_BREAKPOINTS = _BREAKPOINTS
    AUTO_FOCUS = "#articles"
    app: BriefingApp

    def __init__(self) -> None:
        super().__init__(classes="-wide" if get_terminal_size().columns >= WIDE else "-narrow")
        self.table = ArticleTable(self.app.shelf.entries, dom_id="articles")
        self.preview = Preview(dom_id="preview-side")
        self.line = FilterLine(compact=True, id="filter")
        self.order, self.descending = COLUMNS[0].order, COLUMNS[0].descending
        self._version, self._left = -1, 0
        self._asked: Wanted | None = None
        self._after: int | None = None

    def compose(self) -> ComposeResult:
        """Lay out title, filter, table and preview."""
        with Horizontal(id="library-head"):
            yield Words(dom_id="library-title")
            yield self.line
        yield Words(dom_id="library-empty")
        with Horizontal(id="library"):
            yield self.table
            yield self.preview
        yield KeyBar(dom_id="keys")

    def on_mount(self) -> None:
        """List the articles, and look for new ones now and then."""
        self.line.placeholder = _(
            "{key} words, speaker:, place:, after:, has:action", key=BY_ID["library.filter"].key()
        )
        self._show_keys()
        self.query_one("#library-empty", Words).display = False
        self._list()
        self.set_interval(LOOK, self._look)

    @on(DescendantFocus)
    def _show_keys(self) -> None:
        """Show what the keys do, which while words are typed is little."""
        if self.line.has_focus:
            self.query_one(KeyBar).show(set(), mode=Mode(_("filter"), TYPING))
            return
        there_is_a_way_back = self.check_action("leave", ())
        self.query_one(KeyBar).show(
            {"app", "across", "library", "start"}, set() if there_is_a_way_back else {"start.back"}
        )

    def on_screen_resume(self) -> None:
        """Show what was read and decided meanwhile."""
        self.table.forget()
        self._on_moved(ArticleTable.Moved(self.table.number))
        # What this program itself has changed is no new version.
        if self.table.numbers:
            self._list()
        else:
            self._look()

    def _look(self) -> None:
        if not self.is_current:
            return
        self.app.shelf.begin()  # what was added may have no briefing yet
        if (self.app.shelf.version(), self.app.shelf.left()) != (self._version, self._left):
            self._list()

    # Listing

    @property
    def wanted(self) -> Wanted:
        """What is to be listed."""
        from briefing.library.listing import Wanted, asks_nothing

        words = self.line.value
        return Wanted(self.order, self.descending, "" if asks_nothing(words) else words)

    def _list(self) -> None:
        self._version, self._left = self.app.shelf.version(), self.app.shelf.left()
        self._asked = self.wanted
        self.run_worker(partial(self._ask_list, self._asked), thread=True, exclusive=True, group="list")

    def _ask_list(self, wanted: Wanted) -> None:
        """Ask the library; runs in a thread."""
        from briefing.library import LibraryError
        from briefing.library.listing import listing

        answer: Message
        try:
            answer = Listed(self.app.shelf.ask(lambda library: listing(library, wanted)))
        except LibraryError as error:
            answer = Refused(spoken(error))
        if not get_current_worker().is_cancelled:
            self.post_message(answer)

    @on(Listed)
    def _on_listed(self, event: Listed) -> None:
        listing = event.listing
        if listing is None or not listing.total:
            self._say_empty()
            return
        if listing.wanted != self.wanted:
            return
        self.query_one("#library-empty", Words).display = False
        self.table.fill(listing.numbers, listing.entries, self.order, descending=self.descending)
        if self._after is not None:
            self.table.go_to(self._after)
            self._after = None
        shown = len(listing.numbers)
        words = ngettext("{count} article", "{count} articles", listing.total)
        if listing.wanted.words:
            words = _("{found} of {all}", found=shown, all=words)
        elif listing.unread:
            unread = ngettext("{count} unread", "{count} unread", listing.unread)
            words = f"{words} · {unread}"
        if left := self.app.shelf.left():
            renewed = ngettext("{count} being brought up to date", "{count} being brought up to date", left)
            words = f"{words} · {renewed}"
        self._say_title(words)

    @on(Refused)
    def _on_refused(self, event: Refused) -> None:
        self._say_title(event.sentence, "$error")

    def _say_title(self, words: str, style: str = "$muted") -> None:
        self.query_one("#library-title", Words).say(joined((f" {_('Library')}  ", "bold"), (words, style)))

    def _say_empty(self) -> None:
        self._say_title("")
        self.table.fill((), {}, self.order, descending=self.descending)
        empty = self.query_one("#library-empty", Words)
        empty.display = True
        empty.say(joined(fill_it(), (f"\n\n{self.app.shelf.path or ''}", "$muted")))

    # The row under the cursor

    @on(ArticleTable.Moved)
    def _on_moved(self, event: ArticleTable.Moved) -> None:
        if event.number is None:
            self.preview.wait()
        elif self.has_class("-wide"):
            self.run_worker(partial(self._ask_preview, event.number), thread=True, exclusive=True, group="preview")

    def _ask_preview(self, number: int) -> None:
        """Read the briefing under the cursor; runs in a thread."""
        found = self.app.shelf.preview(number)
        if found is not None and not get_current_worker().is_cancelled:
            self.post_message(Previewed(*found))

    @on(Previewed)
    def _on_previewed(self, event: Previewed) -> None:
        if event.entry.number == self.table.number:
            self.preview.show(event.entry, event.briefing)

    def on_resize(self) -> None:
        """Fill the preview where it has come in sight."""
        number = self.table.number
        if number is not None and number != self.preview.number:
            self.call_after_refresh(self._on_moved, ArticleTable.Moved(number))

    @on(ArticleTable.Opened)
    def _on_opened(self) -> None:
        if self.table.number is not None:
            self.app.read(StoredDocuments(self.app.shelf, self.table.numbers), self.table.cursor)

    def go_to(self, number: int) -> None:
        """Put the cursor on an article, now or when the list is there."""
        self._after = None if number in self.table.numbers else number
        self.table.go_to(number)

    # Commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a way back where there is a filter to forget or a screen below."""
        if action == "leave":
            return bool(self.line.value) or self.line.has_focus or len(self.app.screen_stack) > 1
        return True

    def action_leave(self) -> None:
        """Forget the filter, or go back."""
        if self.line.value or self.line.has_focus:
            self.line.value = ""
            self.table.focus()
        elif len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def action_filter(self) -> None:
        """Type what the articles must have."""
        self.line.focus()

    def action_sort(self) -> None:
        """Sort by the next column, the way round that is asked for most."""
        places = [column.order for column in COLUMNS]
        self._sort(COLUMNS[(places.index(self.order) + 1) % len(COLUMNS)].order)

    def _sort(self, order: str) -> None:
        column = next(column for column in COLUMNS if column.order == order)
        self.order, self.descending = order, column.descending
        self._list()

    def action_reverse(self) -> None:
        """Sort the other way round."""
        self.descending = not self.descending
        self._list()

    @on(ArticleTable.HeadingClicked)
    def _on_heading_clicked(self, event: ArticleTable.HeadingClicked) -> None:
        if event.order == self.order:
            self.action_reverse()
        else:
            self._sort(event.order)

    @on(Input.Changed)
    def _on_typed(self) -> None:
        if self.wanted != self._asked:
            self._list()
        self._show_keys()

    @on(Input.Submitted)
    def _on_entered(self) -> None:
        self.table.focus()

    def on_key(self, event: events.Key) -> None:
        """Move in the table and leave the line while its words are being typed."""
        if self.focused is not self.line:
            return
        moves: dict[str, Callable[[], object]] = {
            "down": self.table.action_cursor_down,
            "up": self.table.action_cursor_up,
        }
        moves |= {"pagedown": self.table.action_page_down, "pageup": self.table.action_page_up}
        moves |= {"escape": self.action_leave, "tab": self.table.focus, "shift+tab": self.table.focus}
        if event.key in moves:
            moves[event.key]()
            event.prevent_default().stop()
