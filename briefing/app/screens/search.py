"""Finding words in the article that is open: the line, the matches, and which of them is lit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from briefing.app.safe import say
from briefing.app.words import _

if TYPE_CHECKING:
    from briefing.app.finding import Finder
    from briefing.app.screens.reading import ReadingScreen
    from briefing.app.widgets.article import ArticleView
    from briefing.app.widgets.find import FindBar


LONGEST_WANTED = 20
"""Characters that the counter repeats of what was looked for."""


class Typed(Message):
    """The words to find have changed."""

    def __init__(self, wanted: str) -> None:
        super().__init__()
        self.wanted = wanted


class Done(Message):
    """Enter (``keep``) or Escape in the line."""

    def __init__(self, keep: bool) -> None:
        super().__init__()
        self.keep = keep


class Search:
    """One search at a time; its matches stay lit until Escape or another article."""

    def __init__(self, screen: ReadingScreen, view: ArticleView) -> None:
        self.screen = screen
        self.view = view
        self.matches: list[tuple[int, int]] = []
        self.at = 0
        self.wanted = ""
        self._bar: FindBar | None = None
        self._finder: Finder | None = None
        self._from = 0

    async def ask(self) -> None:
        """Open the line, or return to it."""
        from briefing.app.widgets.find import FindBar

        self._from = self.view.top
        if self._bar is None:
            self._bar = FindBar()
            await self.screen.mount(self._bar, before="#keys")
        self._bar.query_one("Input").focus()

    def look_for(self, wanted: str) -> None:
        """Light every place of what has been typed so far and show the first from here on."""
        from briefing.app.finding import Finder, after

        if self._finder is None or self._finder.text is not self.view.text:
            items = self.screen.document.items
            self._finder = Finder(self.view.text, self.screen.app.engine.lemma if items is not None else None)
        self.wanted = wanted
        self.matches = self._finder.find(wanted)
        self.at = after(self.matches, self._from)
        self._show()

    @property
    def counter(self) -> str:
        """What was looked for and which of its places is lit, once the line is closed; empty while nothing is."""
        if self._bar is not None or not self.view.has_matches:
            return ""
        words = " ".join(self.wanted.split())
        words = words if len(words) <= LONGEST_WANTED else f"{words[:LONGEST_WANTED]}…"
        return f"/{words}  {self.at + 1}/{len(self.matches)}"

    def step(self, direction: int) -> None:
        """Go to the next or the previous match, round the end."""
        if self.matches:
            beyond = not 0 <= self.at + direction < len(self.matches)
            self.at = (self.at + direction) % len(self.matches)
            self._show()
            if beyond:
                again = _("{count} · on from the beginning") if direction > 0 else _("{count} · on from the end")
                say(self.screen.app, again.format(count=f"{self.at + 1}/{len(self.matches)}"))

    def _show(self) -> None:
        self.view.find(self.matches, self.at)
        if self._bar is not None:
            self._bar.say_count(self.wanted, self.at, len(self.matches))

    async def done(self, *, keep: bool) -> None:
        """Close the line."""
        if self._bar is not None:
            bar, self._bar = self._bar, None
            await bar.remove()
        if not keep:
            self.forget()

    def forget(self) -> None:
        """Put the lights out."""
        self.matches, self.at, self.wanted, self._finder = [], 0, "", None
        self.view.find([], 0)
