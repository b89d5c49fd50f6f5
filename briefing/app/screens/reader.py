"""The reader: the article, and beside it or behind tabs its facts, speakers and actions."""

from __future__ import annotations

import os
from collections.abc import Sequence
from shutil import get_terminal_size
from time import monotonic
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import OptionList

from briefing.app.commands import bindings
from briefing.app.copying import doubt, words_of
from briefing.app.items import Item, Items, Layer
from briefing.app.safe import say
from briefing.app.screens.document import ArticleTaken, Document, Progress, TextRead, work_in_thread
from briefing.app.screens.lighting import LAYER_NAMES, kinds_of, lights_of
from briefing.app.screens.search import Done, Search, Typed
from briefing.app.screens.trail import Place, Trail
from briefing.app.widgets.article import ArticleView
from briefing.app.widgets.bars import KeyBar, TabBar, TitleBar
from briefing.app.widgets.lists import ItemList
from briefing.app.widgets.panes import PANES, Panes
from briefing.app.words import _

if TYPE_CHECKING:
    from briefing.app.app import BriefingApp

WIDE = 100
"""Columns from which the panes stand side by side."""
PATIENCE = 0.5
"""Seconds after which a reader is told that something is going on."""
_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]


class ReaderScreen(Screen[None]):
    """One article at a time of those that are open."""

    BINDINGS = bindings("reader")
    HORIZONTAL_BREAKPOINTS = _BREAKPOINTS
    AUTO_FOCUS = "#article"
    app: BriefingApp

    def __init__(self, documents: Sequence[Document], at: int = 0, evidence: Item | None = None) -> None:
        # The classes that the first layout would give: given now, they do not style the whole screen twice.
        super().__init__(classes="-wide" if get_terminal_size().columns >= WIDE else "-narrow")
        self.documents = documents
        self.at = at
        self.item: Item | None = None
        self.evidence = evidence
        self.trail = Trail()
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
        self._show_bars()
        self.call_after_refresh(self._furnish)

    async def _furnish(self) -> None:
        await self.panes.furnish(self._waiting())
        self._show_bars()
        self._begin(self.document)

    def on_unmount(self) -> None:
        """Remember the place."""
        self._keep_place()

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

    def _work(self, document: Document, *, however_long: bool = False) -> None:
        work_in_thread(document, self.app.engine, self, however_long=however_long)
        self.panes.wait(self._waiting())
        self._since = monotonic()
        self.set_timer(PATIENCE, self._show_work)

    def _show_work(self) -> None:
        """Show that work goes on, once it has taken longer than one waits without a thought."""
        if self.document.at_work:
            self._show_bars()
            self.set_timer(PATIENCE, self._show_work)

    def action_stop(self) -> None:
        """Leave the article without a briefing."""
        self.document.give_up()
        self._begin(self.document)

    def action_extract(self) -> None:
        """Look through the article, again or all the same."""
        document = self.document
        if not document.at_work and not document.unreadable:
            document.items = None
            self._work(document, however_long=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to stop where nothing is going on."""
        return self.document.at_work if action == "stop" else True

    @on(Progress)
    def _on_progress(self, event: Progress) -> None:
        document = event.document
        if document is not self.document:
            return
        if isinstance(event, TextRead):
            top = self.article_view.top or document.top
            self.article_view.show(document.open(self.app.engine), top)
            self._show_bars()
        elif isinstance(event, ArticleTaken):
            self._dress(document)
        else:
            self._begin(document)

    def _dress(self, document: Document) -> None:
        self.article_view.dress(kinds_of(document.article))
        self._show_bars()

    def _fill(self, document: Document) -> None:
        if document.items is not None:
            self.panes.fill(document.items)
            self._light()
            self._show_bars()
            self._show_evidence(document.items)

    def _show_evidence(self, items: Items) -> None:
        """Light what the article was opened for."""
        if self.evidence is not None:
            wanted, self.evidence = self.evidence, None
            item = items.by_key.get(wanted.key, wanted)
            self._choose(item, self.panes.select(item.key))

    def _show_bars(self) -> None:
        place = f"{self.at + 1}/{len(self.documents)}" if len(self.documents) > 1 else ""
        waited = monotonic() - self._since if self.document.at_work else 0.0
        self.query_one(TitleBar).show(self.document.title, self.document.article, place, waited)
        self.query_one(TabBar).show(self.pane, self.panes.counts())
        self.query_one(KeyBar).show({"app", "reader", "article" if self.pane == "article" else "list"})

    # Panes

    def action_pane(self, name: str) -> None:
        """Go to a pane."""
        if name == "article" or self.panes.furnished:
            self.panes.go(name)
            self._show_bars()

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

    # Evidence both ways

    def _light(self) -> None:
        items = self.document.items
        if items is None:
            return
        self.article_view.light(*lights_of(items, self.app.state.dark))

    def action_toggle_light(self, layer: Layer) -> None:
        """Light a layer of the text, or put its lights out."""
        dark = self.app.state.dark
        name = _(LAYER_NAMES[layer])
        if layer in dark:
            dark.remove(layer)
            say(self.app, _("{layer}: lit", layer=name))
        else:
            dark.append(layer)
            say(self.app, _("{layer}: not lit", layer=name))
        self._light()

    @on(OptionList.OptionHighlighted)
    def _on_row_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Light what the row under the cursor stands for."""
        items = self.document.items
        if items is not None and isinstance(event.option_list, ItemList) and event.option_id is not None:
            self._choose(items.by_key.get(event.option_id), event.option_list)

    def _choose(self, item: Item | None, in_list: ItemList | None) -> None:
        self.item = item
        self.article_view.point_at(item)
        self.panes.mark_chosen(in_list)

    @on(OptionList.OptionSelected)
    def _on_row_chosen(self, event: OptionList.OptionSelected) -> None:
        """Open or close a speaker, or go to the words of any other row."""
        items = self.document.items
        if items is None or not isinstance(event.option_list, ItemList) or event.option_id is None:
            return
        if event.option_id.startswith("speaker:"):
            event.option_list.toggle(event.option_id)
            return
        self._remember()
        self._choose(items.by_key.get(event.option_id), event.option_list)
        self.action_pane("article")

    @on(ArticleView.Clicked)
    def _on_words_clicked(self, event: ArticleView.Clicked) -> None:
        if self.document.items is not None and (item := self.document.items.at(event.offset)) is not None:
            self._choose(item, self.panes.select(item.key))

    @on(ArticleView.Followed)
    def _on_words_followed(self) -> None:
        if self.item is not None:
            self._go_to_row(self.item.key)

    def _go_to_row(self, key: str) -> None:
        place = self._here()
        found = self.panes.select(key)
        if found is not None:
            self.trail.append(place)
            self.action_pane(found.kind)

    def action_speaker(self) -> None:
        """Go from a quote or an action to who said it."""
        items = self.document.items
        if items is None or self.item is None:
            return
        key = items.speaker_key(self.item)
        if key is None:
            say(self.app, _("Nobody is named for this."))
            return
        self._go_to_row(key)
        if key in items.by_key:
            self._choose(items.by_key[key], self.panes.list("speakers"))

    def action_next_item(self, direction: int) -> None:
        """Go to the next or the previous item of the text."""
        items, view = self.document.items, self.article_view
        if items is None:
            return
        current = self.item if self.item is not None and view.in_sight(self.item.start) else None
        item = items.next(view.top, direction, current)
        if item is not None:
            self._choose(item, self.panes.select(item.key))

    # The trail

    def _here(self) -> Place:
        row = None if self.pane == "article" else self.panes.list(self.pane).row_key
        return Place(self.documents, self.at, self.pane, row, self.article_view.top)

    def _remember(self) -> None:
        self.trail.append(self._here())

    def action_back(self) -> None:
        """Go back along the trail."""
        place = self.trail.back()
        if place is None:
            if len(self.app.screen_stack) > 1:
                self.app.pop_screen()
            return
        if place.documents[place.at] is not self.document:
            self.documents = place.documents
            self._open(place.at)
        self.action_pane(place.pane)
        if place.row is not None:
            self.panes.list(place.pane).select_quietly(place.row)
        self.article_view.reveal(place.top, place.top + 1)

    def action_next_document(self, direction: int) -> None:
        """Go to the next or the previous of the open articles."""
        if 0 <= self.at + direction < len(self.documents):
            self.go_to(self.at + direction)

    def go_to(self, index: int, documents: Sequence[Document] | None = None, evidence: Item | None = None) -> None:
        """Go to one of the open articles, or to one of others, and there to some evidence."""
        self._remember()
        if documents is not None:
            self.documents = documents
        self.evidence = evidence
        self._open(index)
        self.action_pane("article")

    # Finding

    async def action_find(self) -> None:
        """Ask what is to be found."""
        self.panes.show("article")
        await self.search.ask()

    def action_next_match(self, direction: int) -> None:
        """Go to the next or the previous match."""
        self.search.step(direction)

    @on(Typed)
    def _on_find_typed(self, event: Typed) -> None:
        self.search.look_for(event.wanted)

    @on(Done)
    async def _on_find_done(self, event: Done) -> None:
        await self.search.done(keep=event.keep)
        self.action_pane("article")

    # Taking along

    def action_copy(self) -> None:
        """Copy the selected words, or else the item."""
        selected = self.article_view.selected_words() if self.pane == "article" else ""
        selected = selected or self.get_selected_text() or ""
        if selected:
            self.article_view.stop_selecting()
            self._copy(selected)
        elif self.item is not None and self.document.items is not None:
            self._copy(words_of(self.item, self.document.items))
        else:
            say(self.app, _("Nothing is selected. Choose an item, or press v to select words."), "warning")

    def action_copy_all(self) -> None:
        """Copy the whole briefing as Markdown."""
        if self.document.items is None:
            say(self.app, _("There is no briefing to copy yet."), "warning")
        else:
            self._copy(self.app.engine.markdown(self.document.items.briefing))

    def _copy(self, text: str) -> None:
        self.app.copy_to_clipboard(text)
        first = text if len(text) <= 40 else f"{text[:40].rstrip()}…"
        why_not = doubt(os.environ, text)
        say(self.app, _("Copied: {words}", words=first) + (f"\n{why_not}" if why_not else ""))

    def action_export(self) -> None:
        """Ask where the briefing goes, and write it."""
        if self.document.items is None:
            say(self.app, _("There is no briefing to export yet."), "warning")
            return
        from briefing.app.screens.export import ExportScreen

        self.app.push_screen(ExportScreen(self.document.items.briefing, self.app.engine))

    def action_library(self) -> None:
        """Show the list of articles."""
        self.app.show_list()

    @property
    def speaker(self) -> str | None:
        """The name of whoever the chosen item is, or whose words it is."""
        items = self.document.items
        return items.speaker_name(self.item) if items is not None and self.item is not None else None
