"""Evidence both ways: from an item to its words, from words to their item, and back along the trail."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.widgets import OptionList

from briefing.app.items import Item, Items, Layer
from briefing.app.safe import say
from briefing.app.screens.document import Document
from briefing.app.screens.lighting import LAYER_NAMES, lights_of
from briefing.app.screens.reading import ReadingScreen
from briefing.app.screens.trail import Place, Trail
from briefing.app.widgets.article import ArticleView
from briefing.app.widgets.lists import ItemList
from briefing.app.words import _


class EvidenceScreen(ReadingScreen):
    """Lights what an item stands for, and follows what leads from one item to another."""

    def __init__(self, documents: Sequence[Document], at: int = 0, evidence: Item | None = None) -> None:
        super().__init__(documents, at)
        self.evidence = evidence
        self.trail = Trail()

    def filled(self, items: Items) -> None:
        """Light the layers, and what the article was opened for."""
        self._light()
        if self.evidence is not None:
            wanted, self.evidence = self.evidence, None
            item = items.by_key.get(wanted.key, wanted)
            self._choose(item, self.panes.select(item.key))

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
            self._choose(items.of_row(event.option_id), event.option_list)

    def _choose(self, item: Item | None, in_list: ItemList | None) -> None:
        is_first_or_none = (self.item is None) != (item is None)
        self.item = item
        self.article_view.point_at(item)
        self.panes.mark_chosen(in_list)
        if is_first_or_none:
            self._show_bars()

    @on(OptionList.OptionSelected)
    def _on_row_chosen(self, event: OptionList.OptionSelected) -> None:
        """Open or close a speaker, or go to the words of any other row."""
        items = self.document.items
        if items is None or not isinstance(event.option_list, ItemList) or event.option_id is None:
            return
        above, _below, own = event.option_id.rpartition(">")
        if own.startswith("speaker:"):
            if above:
                self._go_to_speaker(own)
            else:
                event.option_list.toggle(own)
            return
        self._remember()
        self._choose(items.of_row(own), event.option_list)
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
        self._go_to_speaker(key)

    def _go_to_speaker(self, key: str) -> None:
        self._go_to_row(key)
        if self.document.items is not None and key in self.document.items.by_key:
            self._choose(self.document.items.by_key[key], self.panes.list("speakers"))

    def action_figures(self) -> None:
        """Go from an item to the first of its figures; the others stand below it."""
        items = self.document.items
        if items is None or self.item is None:
            return
        figures = items.figures_of(self.item.key)
        if not figures:
            say(self.app, _("There is no figure in this."))
            return
        row = f"{self.item.key}>figures:{figures[0].id}"
        self._go_to_row(row)
        self._choose(items.of_row(row), self.panes.select(row))

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
        return Place(self.documents, self.at, self.pane, row, self.item, self.article_view.top)

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
            self.documents, self.evidence = place.documents, place.item
            self._open(place.at)
        self.action_pane(place.pane)
        if place.row is not None:
            self.panes.list(place.pane).select_quietly(place.row)
        self._light_again(place)
        self.article_view.reveal(place.top, place.top + 1)

    def _light_again(self, place: Place) -> None:
        """Light what was lit at a place, as far as it is still there; in another article that waits for its items."""
        items = self.document.items
        if self.evidence is not None or items is None:
            return
        item = items.by_key.get(place.item.key, place.item) if place.item is not None else None
        in_list = self.panes.list(place.pane) if place.row is not None else None
        if in_list is None and item is not None:
            in_list = self.panes.select(item.key)
        self._choose(item, in_list)

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
