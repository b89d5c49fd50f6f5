"""The reader: the article, and beside it or behind tabs its facts, speakers and actions."""

from __future__ import annotations

import os

from textual import on

from briefing.app.commands import BY_ID, bindings
from briefing.app.copying import doubt, words_of
from briefing.app.safe import say
from briefing.app.screens.checking import LONGEST_WORDS
from briefing.app.screens.mending import MendingScreen
from briefing.app.screens.search import Done, Typed
from briefing.app.words import _
from briefing.shortening import shortened


class ReaderScreen(MendingScreen):
    """One article at a time of those that are open: what is done with it besides reading."""

    BINDINGS = bindings("reader")

    # Finding

    async def action_find(self) -> None:
        """Ask what is to be found."""
        self.panes.show("article")
        await self.search.ask()

    def action_next_match(self, direction: int) -> None:
        """Go to the next or the previous match."""
        self.search.step(direction)
        self._show_bars()

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
        elif self.article_view.caret is not None and self.pane == "article":
            self.say_how_to_select("copy")
        elif self.item is not None and self.document.items is not None:
            self._copy(words_of(self.item, self.document.items))
        else:
            nothing = _(
                "Nothing is selected. Choose an item, or press {key} to select words.", key=BY_ID["select"].key()
            )
            say(self.app, nothing, "warning")

    def action_copy_all(self) -> None:
        """Copy the whole briefing as Markdown."""
        if (checking := self.document.checking) is None:
            say(self.app, _("There is no briefing to copy yet."), "warning")
        else:
            self._copy(self.app.engine.markdown(checking.handed_on()), _("the whole briefing"))

    def _copy(self, text: str, name: str = "") -> None:
        self.app.copy_to_clipboard(text)
        words = name or " ".join(text.split())
        why_not = doubt(os.environ, text)
        say(self.app, _("Copied: {words}", words=shortened(words, LONGEST_WORDS)) + (f"\n{why_not}" if why_not else ""))

    def action_export(self) -> None:
        """Ask where the briefing goes, and write it."""
        if (checking := self.document.checking) is None:
            say(self.app, _("There is no briefing to export yet."), "warning")
            return
        from briefing.app.screens.export import ExportScreen

        self.app.push_screen(ExportScreen(checking.handed_on, self.document.where, self.app.engine))

    def action_library(self) -> None:
        """Show the list of articles."""
        self.app.show_list()

    @property
    def speaker(self) -> str | None:
        """The name of whoever the chosen item is, or whose words it is; None for those whom the article never names."""
        items = self.document.items
        return items.speaker_name(self.item) if items is not None and self.item is not None else None
