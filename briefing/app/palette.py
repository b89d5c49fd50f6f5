"""The command palette: every command of the table that works now, every open article, and those of the library."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.command import DiscoveryHit, Hit, Hits, Matcher, Provider
from textual.content import Content

from briefing.app.commands import BY_ID, title
from briefing.app.safe import joined, plain
from briefing.app.shelf import StoredDocuments
from briefing.app.words import _
from briefing.sources.files import from_here

if TYPE_CHECKING:
    from briefing.app.app import BriefingApp


MOST = 20
"""Articles of the library that are offered."""
LEAST = 0.01
"""Score of the best of them: what has the very words that were typed comes first."""


class Entry(NamedTuple):
    """A row of the palette; ``also`` is what the line of keys calls it."""

    words: str
    keys: str
    do: Callable[[], Awaitable[None] | None]
    also: str = ""


class Commands(Provider):
    """Serves the palette."""

    def entries(self) -> Iterator[Entry]:
        """Yield what can be done."""
        app = cast("BriefingApp", self.app)
        for command_id in app.active_commands(self.screen):
            command = BY_ID[command_id]
            also = _(command.bar) if command.bar else ""
            yield Entry(title(command), command.all_keys(), partial(app.perform, command, self.focused), also)
        for index, document in enumerate(app.documents):
            # Before an article has been read, its path is all that is known of it.
            where = "" if document.title == document.where else from_here(document.named)
            yield Entry(_("Article: {title}", title=document.title), where, partial(app.open, index))

    async def in_library(self, query: str) -> list[Entry]:
        """Return the articles of the library that have these words, the best first."""
        app = cast("BriefingApp", self.app)
        found = await to_thread(app.shelf.search, query, MOST)
        documents = StoredDocuments(app.shelf, [entry.number for entry in found])
        titles = [_("Article: {title}", title=entry.heading) for entry in found]
        return [
            Entry(title, from_here(entry.source), partial(app.read, documents, at))
            for at, (title, entry) in enumerate(zip(titles, found, strict=True))
        ]

    async def discover(self) -> Hits:
        """Show everything before anything is typed."""
        for entry in self.entries():
            yield DiscoveryHit(_shown(plain(entry.words), entry), entry.do, text=entry.words)

    async def search(self, query: str) -> Hits:
        """Show what matches, or say that nothing does: the palette itself would say it in English."""
        matcher = self.matcher(query)
        found = False
        for entry in self.entries():
            if (score := max(matcher.match(entry.words), matcher.match(entry.also))) > 0:
                found = True
                yield Hit(score, _shown(_lit(entry.words, matcher), entry), entry.do, text=entry.words)
        for place, entry in enumerate(await self.in_library(query)):
            found = True
            yield Hit(LEAST / (place + 1), _shown(plain(entry.words), entry), entry.do, text=entry.words)
        if not found:
            nothing = _("No command and no article has these words.")
            yield Hit(LEAST, plain(nothing, "$muted"), lambda: None, text=nothing)


def _shown(words: Content, entry: Entry) -> Content:
    return joined(words, (f"  {entry.keys}" if entry.keys else "", "$muted"))


def _lit(words: str, matcher: Matcher) -> Content:
    """Mark the letters that matched. The matcher's own way reads the words as markup."""
    content = plain(words)
    for offset in matcher.fuzzy_search.match(matcher.query, words)[1]:
        content = content.stylize(matcher.match_style or "bold", offset, offset + 1)
    return content
