"""The ground of the reader: one article on the screen, the work on it, the bars and the panes."""

from __future__ import annotations

from collections.abc import Sequence
from shutil import get_terminal_size
from time import monotonic
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.screen import ModalScreen, Screen

from briefing.app.items import Item, Items
from briefing.app.safe import say
from briefing.app.screens.document import Document, Progress, TextRead, work_in_thread
from briefing.app.screens.lighting import kinds_of
from briefing.app.screens.search import Search
from briefing.app.widgets.article import ArticleView
from briefing.app.widgets.bars import AT_CARET, FOUND, SELECTED, SELECTING, KeyBar, Mode, TabBar, TitleBar, progress
from briefing.app.widgets.panes import PANES, Panes
from briefing.app.words import _

if TYPE_CHECKING:
    from briefing.app.app import BriefingApp

WIDE = 100
"""Columns from which the panes stand side by side."""
OF_ITEMS = {"article.follow", "check.accept", "check.dismiss", "check.edit"}
"""Commands of the key bar that need an item."""
PATIENCE = 0.5
"""Seconds after which a reader is told that something is going on."""
_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]


class ReadingScreen(Screen[None]):
    """One article at a time of those that are open."""

    HORIZONTAL_BREAKPOINTS = _BREAKPOINTS
    AUTO_FOCUS = "#article"
    app: BriefingApp

    def __init__(self, documents: Sequence[Document], at: int = 0) -> None:
        # The classes that the first layout would give: given now, they do not style the whole screen twice.
        super().__init__(classes="-wide" if get_terminal_size().columns >= WIDE else "-narrow")
        self.documents = documents
        self.at = at
        self.item: Item | None = None
        self._since = monotonic()
        self.panes = Panes(self.app.state, self.app.settings.measure)
        self.search = Search(self, self.panes.article)

    def compose(self) -> ComposeResult:
        """Lay out bars and panes."""
        yield TitleBar(dom_id="title")
        yield TabBar(dom_id="tabs")
        yield self.panes
        yield KeyBar(dom_id="keys")

    @property
    def document(self) -> Document:
        """The article on the screen."""
        return self.documents[self.at]

    @property
    def article_view(self) -> ArticleView:
        """The pane with the text."""
        return self.panes.article

    @property
    def pane(self) -> str:
        """The pane with the focus."""
        return self.panes.shown

    # Opening

    def on_mount(self) -> None:
        """Show the text; extraction begins when it is on the screen."""
        self._open(self.at)
        self.call_after_refresh(self._furnish)

    async def _furnish(self) -> None:
        self.app.dress()
        await self.panes.furnish(self._waiting())
        self._begin(self.document)
        self._show_bars()
        if not self.document.at_work:
            self.app.settle()

    def on_unmount(self) -> None:
        """Remember the place."""
        self._keep_place()

    def on_screen_suspend(self) -> None:
        """Take away what was said before a dialog that it would cover."""
        if isinstance(self.app.screen, ModalScreen):
            self.app.clear_notifications()

    def _keep_place(self) -> None:
        document = self.document
        if not document.unreadable and self.article_view.text:
            document.top = self.article_view.top
            self.app.state.remember(document.remembered_as, document.top)

    def _open(self, index: int) -> None:
        if self.article_view.text:
            self._keep_place()
        self.at = index
        self.item = None
        document = self.document
        shown = document.open(self.app.engine)
        document.top = self.app.state.places.get(document.remembered_as, 0)
        self.search.forget()
        self.article_view.show(shown, document.top)
        self._show_bars()
        if document.unreadable:
            say(self.app, document.reason, "error")
        if self.panes.furnished:
            self.panes.wait(self._waiting())
            self.call_after_refresh(self._begin, document)

    def follow_settings(self) -> None:
        """Say and lay out everything again as the settings now ask."""
        self.article_view.set_measure(self.app.settings.measure)
        self.panes.translate()
        if not self.panes.counts() or self.document.items is None:
            self._begin(self.document)
        self._show_bars()

    def _waiting(self) -> str:
        return _("Nothing could be read.") if self.document.unreadable else _("Reading…")

    def _begin(self, document: Document) -> None:
        """Extract a document that has not been, or show what is known of it already."""
        if document is not self.document:
            return
        if document.article is not None:
            self._dress(document)
        if document.items is not None:
            self._fill(document)
        elif document.reason:
            self.panes.wait(self._waiting() if document.unreadable else document.reason)
            self._show_bars()
        elif not document.at_work:
            self._work(document)

    def _work(self, document: Document, *, again: bool = False) -> None:
        work_in_thread(document, self.app.engine, self, again=again)
        self.panes.wait(self._waiting())
        self._since = monotonic()
        self.set_timer(PATIENCE, self._show_work)

    def _show_work(self) -> None:
        """Show how far work has come, once it has taken longer than one waits without a thought."""
        if self.document.at_work:
            self._dress(self.document)
            self.set_timer(PATIENCE, self._show_work)

    def action_stop(self) -> None:
        """Leave the article without a briefing."""
        self.document.give_up()
        self._begin(self.document)

    def action_extract(self) -> None:
        """Look through the article, again or all the same, and through what has changed in its file."""
        document = self.document
        if not document.at_work and not document.unreadable:
            document.items = None
            self._work(document, again=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to stop where nothing is going on."""
        return self.document.at_work if action == "stop" else True

    @on(Progress)
    def _on_progress(self, event: Progress) -> None:
        document = event.document
        if document is not self.document:
            return
        if isinstance(event, TextRead):
            self._show_whole(document)
        else:
            self._begin(document)
            self.call_after_refresh(self.app.settle)

    def _show_whole(self, document: Document) -> None:
        """Show all of a text of which the beginning is shown, or another text in place of the one before."""
        top = self.article_view.top or document.top
        text = document.open(self.app.engine)
        if not text.startswith(self.article_view.text):
            self.item = None
            self.search.forget()
            say(self.app, _("The file has changed; its text was read again."))
        self.article_view.show(text, top)
        self._show_bars()

    def _dress(self, document: Document) -> None:
        """Show what is known of the article itself: what it is called, which paragraphs are no part of the story."""
        self.article_view.dress(kinds_of(document.article))
        self._show_bars()

    def _fill(self, document: Document) -> None:
        if document.items is not None:
            self.panes.fill(document.items)
            self.filled(document.items)
            self._begin_list()
            self._show_bars()

    def filled(self, items: Items) -> None:
        """Do what a screen does with a briefing that has come."""

    def _show_bars(self) -> None:
        place = f"{self.at + 1}/{len(self.documents)}" if len(self.documents) > 1 else ""
        waited = monotonic() - self._since if self.document.at_work else 0.0
        document = self.document
        self.query_one(TitleBar).show(document.title, document.article, place, waited, document.share, self._checked())
        self.query_one(TabBar).show(self.pane, self.panes.counts())
        where = {"app", "reader", "article" if self.pane == "article" else "list"}
        self.query_one(KeyBar).show(where, self._idle_keys(), self._mode())

    def _idle_keys(self) -> set[str]:
        """Return the commands that the bar leaves out: where no item is lit, what is done with one."""
        if self.pane != "article":
            return {"item.next", "check.accept"}  # In a list another key accepts.
        return {"item.next"} if self.item is not None else OF_ITEMS

    def _mode(self) -> Mode | None:
        """Return what is on until Escape: a caret, a selection, or matches that are lit."""
        view = self.article_view
        if self.pane == "article":
            if view.selecting:
                return Mode(_("Selecting"), SELECTING)
            if view.caret is not None:
                return Mode(_("Select from"), AT_CARET)
            if view.selected_range():
                return Mode(_("Selecting"), SELECTED)
        return Mode(counter, FOUND) if (counter := self.search.counter) else None

    @on(ArticleView.Turned)
    def _on_turned(self) -> None:
        self._show_bars()

    def _checked(self) -> str:
        """Return how far the review has come, or that it is not kept."""
        items, checking = self.document.items, self.document.checking
        if items is None or checking is None:
            return ""
        if checking.trouble:
            return f"! {_('not kept')}"
        return progress(*items.progress())

    # Panes

    def action_pane(self, name: str) -> None:
        """Go to a pane."""
        if name == "article" or self.panes.furnished:
            self.panes.go(name)
            self._begin_list()
            self._show_bars()

    def _begin_list(self) -> None:
        """Put the cursor of the list that is gone to on its first row, so that the keys have something to work on."""
        if self.pane != "article" and self.panes.list(self.pane).row_key is None:
            self.panes.list(self.pane).action_first()

    def action_next_pane(self) -> None:
        """Go to the pane after this one."""
        self.action_pane(self.panes.neighbour(1))

    def action_previous_pane(self) -> None:
        """Go to the pane before this one."""
        self.action_pane(self.panes.neighbour(-1))

    def on_descendant_focus(self) -> None:
        """Follow a click or a focus that came from elsewhere."""
        focused = self.focused
        if focused is not None and focused.id in PANES and focused.id != self.pane:
            self.panes.show(focused.id)
            self._show_bars()

    def action_zoom(self) -> None:
        """Let the pane fill the screen, or show all again."""
        self.toggle_class("-zoomed")

    def action_move_divider(self, direction: int) -> None:
        """Move the line between the article and the lists."""
        self.panes.move_divider(direction)

    def action_toggle_side(self) -> None:
        """Hide or show the lists."""
        self.panes.toggle_side()
        self._show_bars()
