"""The four panes and the room that each has: side by side, one at a time under tabs, or one that fills the screen."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from briefing.app.items import Items
from briefing.app.state import State
from briefing.app.widgets.article import ArticleView
from briefing.app.widgets.lists import ItemList, Pane

PANES = ("article", "facts", "speakers", "actions")
LEAST_SHARE, GREATEST_SHARE, STEP = 30, 80, 5


class Panes(Horizontal):
    """The article and its lists; ``shown`` is the pane that has the focus, and the only one on a narrow screen."""

    def __init__(self, state: State, measure: int) -> None:
        super().__init__(id="panes")
        self.state = state
        self.shown = "article"
        self.article = ArticleView(dom_id="article", classes="-shown", measure=measure)
        self.side = Vertical(id="side")

    def compose(self) -> ComposeResult:
        """Lay out the article; the lists come when it is on the screen."""
        yield self.article
        yield self.side

    def on_mount(self) -> None:
        """Divide the room as it was last time."""
        self._divide()

    async def furnish(self, why: str) -> None:
        """Put the lists beside the article, with the reason why they are empty yet."""
        await self.side.mount_all([Pane(layer, number) for number, layer in enumerate(PANES[1:], 2)])
        self.wait(why)
        self.show(self.shown)

    @property
    def furnished(self) -> bool:
        """Are the lists there?"""
        return bool(self.side.children)

    def panes(self) -> Iterator[Pane]:
        """Yield the three panes with lists."""
        yield from self.side.query_children(Pane).results()

    def list(self, name: str) -> ItemList:
        """Return the list of a pane."""
        return next(pane.list for pane in self.panes() if pane.kind == name)

    def wait(self, why: str) -> None:
        """Empty the lists and say why."""
        for pane in self.panes():
            pane.wait(why)

    def fill(self, items: Items) -> None:
        """Fill the lists."""
        for pane in self.panes():
            pane.fill(items)

    def update_items(self, items: Items) -> None:
        """Show what has become of the items, with everything else as it was."""
        for pane in self.panes():
            pane.update_items(items)

    def translate(self) -> None:
        """Say everything in the lists again, in the language of now."""
        for pane in self.panes():
            pane.translate()

    def counts(self) -> dict[str, int | None]:
        """Return how many items each list has."""
        return {pane.kind: pane.count for pane in self.panes()}

    def show(self, name: str) -> None:
        """Show a pane where only one has room; on a wide screen bring it back if the side was hidden."""
        self.shown = name
        self.article.set_class(name == "article", "-shown")
        self.side.set_class(name != "article", "-shown")
        for pane in self.panes():
            pane.set_class(pane.kind == name, "-shown")
        if name != "article" and self.state.alone:
            self.state.alone = False
            self._divide()

    def go(self, name: str) -> None:
        """Show a pane and give it the focus."""
        self.show(name)
        widget: Widget = self.article if name == "article" else self.list(name)
        widget.focus()

    def neighbour(self, direction: int) -> str:
        """Return the pane after or before the one that is shown."""
        return PANES[(PANES.index(self.shown) + direction) % len(PANES)]

    def select(self, key: str) -> ItemList | None:
        """Put the cursor of a list on the row of this key and return the list."""
        return next((pane.list for pane in self.panes() if pane.list.select_quietly(key)), None)

    def mark_chosen(self, chosen: ItemList | None) -> None:
        """Show in one list which row is lit in the text."""
        for pane in self.panes():
            pane.list.set_class(pane.list is chosen, "-chosen")

    # Room

    def move_divider(self, direction: int) -> None:
        """Give the article more (1) or less (-1) of the width."""
        self.state.share = min(GREATEST_SHARE, max(LEAST_SHARE, self.state.share + direction * STEP))
        self.state.alone = False
        self._divide()

    def toggle_side(self) -> None:
        """Hide the lists, or show them again."""
        self.state.alone = not self.state.alone
        if self.state.alone:
            self.go("article")
        self._divide()

    def _divide(self) -> None:
        self.article.styles.width = f"{self.state.share}fr"
        self.side.styles.width = f"{100 - self.state.share}fr"
        self.set_class(self.state.alone, "-alone")
