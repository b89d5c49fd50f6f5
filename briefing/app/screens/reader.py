"""The reader: the article, and beside it or behind tabs its facts, speakers and actions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import OptionList

from briefing.app.commands import bindings
from briefing.app.items import Item, Layer, Range
from briefing.app.safe import say
from briefing.app.screens.document import ArticleTaken, Document, Progress, TextRead, work_in_thread
from briefing.app.widgets.article import ArticleView, Mark
from briefing.app.widgets.bars import KeyBar, TabBar, TitleBar
from briefing.app.widgets.lists import ItemList, Pane
from briefing.app.words import _

if TYPE_CHECKING:
    from briefing.app.app import BriefingApp

PANES = ("article", "facts", "speakers", "actions")
LAYERS: tuple[Layer, ...] = ("quotes", "actions", "names", "figures")
WIDE = 100
"""Columns from which the panes stand side by side."""
_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
SIGNS = {"facts": "•", "quotes": "“", "actions": "□"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was: the pane, its row and the top of the text."""

    document: int
    pane: str
    row: str | None
    top: int


class ReaderScreen(Screen[None]):
    """One article at a time of those that are open."""

    BINDINGS = bindings("reader")
    HORIZONTAL_BREAKPOINTS = _BREAKPOINTS
    AUTO_FOCUS = "#article"
    app: BriefingApp

    def __init__(self, documents: list[Document], at: int = 0) -> None:
        # The classes that the first layout would give: given now, they do not style the whole screen twice.
        super().__init__(classes="-wide" if get_terminal_size().columns >= WIDE else "-narrow")
        self.documents = documents
        self.at = at
        self.pane = "article"
        self.item: Item | None = None
        self.lit: set[Layer] = set(LAYERS)
        self.trail: list[Place] = []

    def compose(self) -> ComposeResult:
        """Lay out bars and panes."""
        yield TitleBar(dom_id="title")
        yield TabBar(dom_id="tabs")
        with Horizontal(id="panes"):
            yield ArticleView(dom_id="article", classes="-shown", measure=self.app.settings.measure)
            yield Vertical(id="side")
        yield KeyBar(dom_id="keys")

    @property
    def document(self) -> Document:
        """The article on the screen."""
        return self.documents[self.at]

    @property
    def article_view(self) -> ArticleView:
        """The pane with the text."""
        return self.query_one("#article", ArticleView)

    def panes(self) -> Iterator[Pane]:
        """Yield the three panes with lists."""
        yield from self.query(Pane)

    # Opening

    def on_mount(self) -> None:
        """Show the text; extraction begins when it is on the screen."""
        self._open(self.at)
        self._show_tabs()
        self.call_after_refresh(self._furnish)

    async def _furnish(self) -> None:
        """Put the lists beside the text, which is on the screen by now."""
        side = self.query_one("#side")
        await side.mount_all([Pane(layer, number) for number, layer in enumerate(PANES[1:], 2)])
        for pane in self.panes():
            pane.wait(self._waiting())
        self._show_pane(self.pane)
        self._begin(self.document)

    def _open(self, index: int) -> None:
        if self.document.text is not None:
            self.document.top = self.article_view.top
        self.at = index
        self.item = None
        document = self.document
        self.article_view.show(document.open(self.app.engine), document.top)
        self._show_title()
        if document.unreadable:
            say(self.app, document.reason, "error")
        if self.query(Pane):
            for pane in self.panes():
                pane.wait(self._waiting())
            self.call_after_refresh(self._begin, document)

    def _waiting(self) -> str:
        return _("Nothing could be read.") if self.document.unreadable else _("Reading…")

    def _begin(self, document: Document) -> None:
        """Extract a document that has not been, or show what is known of it already."""
        if document.article is not None:
            self._dress(document)
        if document.items is not None:
            self._fill(document)
        elif document.reason:
            self._say_why(document.reason)
        elif not document.at_work:
            work_in_thread(document, self.app.engine, self)

    def _say_why(self, why: str) -> None:
        for pane in self.panes():
            pane.wait(why)

    @on(Progress)
    def _on_progress(self, event: Progress) -> None:
        document = event.document
        if document is not self.document:
            return
        if isinstance(event, TextRead):
            self.article_view.show(document.open(self.app.engine), self.article_view.top)
            self._show_title()
        elif isinstance(event, ArticleTaken):
            self._dress(document)
        elif document.items is not None:
            self._fill(document)
        else:
            self._say_why(_("Nothing could be read.") if document.unreadable else document.reason)

    def _dress(self, document: Document) -> None:
        kinds: dict[str, list[tuple[int, int]]] = {"title": [], "heading": [], "meta": [], "credit": []}
        if document.article is not None:
            for paragraph in document.article.paragraphs:
                if paragraph.kind in kinds:
                    kinds[paragraph.kind].append((paragraph.start, paragraph.end))
        self.article_view.dress(kinds)
        self._show_title()

    def _fill(self, document: Document) -> None:
        if document.items is None:
            return
        for pane in self.panes():
            pane.fill(document.items)
        self._light()
        self._show_tabs()

    def _light(self) -> None:
        items = self.document.items
        if items is None:
            return
        marks = [Mark(item.start, SIGNS[item.layer], item.layer) for item in reversed(items.in_order)]
        lit: dict[str, list[Range]] = {layer: items.ranges(layer) for layer in LAYERS if layer in self.lit}
        self.article_view.light(lit, [mark for mark in marks if mark.layer in {*self.lit, "facts"}])

    def _show_title(self) -> None:
        place = f"{self.at + 1}/{len(self.documents)}" if len(self.documents) > 1 else ""
        self.query_one(TitleBar).show(self.document.title, self.document.article, place)

    # Panes

    def _show_tabs(self) -> None:
        self.query_one(TabBar).show(self.pane, {pane.kind: pane.count for pane in self.panes()})
        where = {"app", "reader", "article" if self.pane == "article" else "list"}
        self.query_one(KeyBar).show(where)

    def _show_pane(self, name: str) -> None:
        """On a narrow screen only one pane has a place; on a wide one this changes nothing that is seen."""
        self.pane = name
        self.article_view.set_class(name == "article", "-shown")
        self.query_one("#side").set_class(name != "article", "-shown")
        for pane in self.panes():
            pane.set_class(pane.kind == name, "-shown")
        self._show_tabs()

    def action_pane(self, name: str) -> None:
        """Go to a pane."""
        self._show_pane(name)
        self.query_one(f"#{name}").focus()

    def action_next_pane(self) -> None:
        """Go to the pane after this one."""
        self.action_pane(PANES[(PANES.index(self.pane) + 1) % len(PANES)])

    def action_previous_pane(self) -> None:
        """Go to the pane before this one."""
        self.action_pane(PANES[PANES.index(self.pane) - 1])

    def on_descendant_focus(self) -> None:
        """Follow a click or a focus that came from elsewhere."""
        focused = self.focused
        if focused is not None and focused.id in PANES and focused.id != self.pane:
            self._show_pane(focused.id)

    # Evidence both ways

    @on(OptionList.OptionHighlighted)
    def _on_row_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Light what the row under the cursor stands for."""
        items = self.document.items
        if items is None or not isinstance(event.option_list, ItemList) or event.option_id is None:
            return
        self._choose(items.by_key.get(event.option_id), event.option_list)

    def _choose(self, item: Item | None, in_list: ItemList | None) -> None:
        self.item = item
        self.article_view.point_at(item)
        for pane in self.panes():
            pane.list.set_class(pane.list is in_list, "-chosen")

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
            self._choose(item, self._select_row(item))

    def _select_row(self, item: Item) -> ItemList | None:
        """Put the cursor of the item's list on it."""
        return next((pane.list for pane in self.panes() if pane.list.select_quietly(item.key)), None)

    @on(ArticleView.Followed)
    def _on_words_followed(self) -> None:
        if self.item is not None:
            found = self._select_row(self.item)
            if found is not None:
                self._remember()
                self.action_pane(found.kind)

    def action_next_item(self, direction: int) -> None:
        """Go to the next or the previous item of the text."""
        items, view = self.document.items, self.article_view
        if items is None:
            return
        current = self.item if self.item is not None and view.in_sight(self.item.start) else None
        item = items.next(view.top, direction, current)
        if item is not None:
            self._choose(item, self._select_row(item))

    # The trail

    def _remember(self) -> None:
        row = None if self.pane == "article" else self.query_one(f"#{self.pane}", ItemList).row_key
        self.trail.append(Place(self.at, self.pane, row, self.article_view.top))

    def action_back(self) -> None:
        """Go back along the trail."""
        if not self.trail:
            return
        place = self.trail.pop()
        if place.document != self.at:
            self._open(place.document)
        self.action_pane(place.pane)
        if place.row is not None:
            self.query_one(f"#{place.pane}", ItemList).select_quietly(place.row)
        self.article_view.reveal(place.top, place.top + 1)

    def action_next_document(self, direction: int) -> None:
        """Go to the next or the previous of the open articles."""
        index = self.at + direction
        if 0 <= index < len(self.documents):
            self._open(index)
            self.action_pane("article")

    def action_export(self) -> None:
        """Ask where the briefing goes, and write it."""
        document = self.document
        if document.items is None:
            say(self.app, _("There is no briefing to export yet."), "warning")
            return
        from briefing.app.screens.export import ExportScreen

        self.app.push_screen(ExportScreen(document.items.briefing, self.app.engine))
