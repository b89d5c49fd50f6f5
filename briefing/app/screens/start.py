"""What opens when no article was named: the sample articles."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from briefing.app.commands import bindings
from briefing.app.safe import Hanging, Words, joined, option, plain
from briefing.app.screens import TIGHT
from briefing.app.screens.document import Document
from briefing.app.widgets.bars import KeyBar
from briefing.app.words import _

if TYPE_CHECKING:
    from briefing.app.app import BriefingApp


LIBRARY = "library"
"""Id of the row that leads from the articles that were named to all others."""


KEYS = 9
"""Rows that open with a digit."""
TOGETHER = 20
"""Articles whose titles are shown at once as they are found."""


def what_it_is() -> str:
    """Return what whoever opens the program for the first time will see."""
    return _("Shows an article, and beside it the key facts, who said what, and what is to be done by when.")


def open_your_own() -> str:
    """Return how to read something else than what is listed."""
    return _("“briefing FILE…” opens your own articles, and so does pasting a text here.")


def fill_it() -> str:
    """Return how a library is filled."""
    return _("The library is empty. “briefing add FILE…” puts articles into it: files, or all files of a folder.")


class Named(Message):
    """What articles are called that are not open, by their places in the list."""

    def __init__(self, headings: dict[int, str]) -> None:
        super().__init__()
        self.headings = headings


class SampleList(OptionList):
    """The articles by title."""

    BINDINGS = bindings("start")


class StartScreen(Screen[None]):
    """A list of articles; Enter opens one, and so does the digit beside it."""

    AUTO_FOCUS = "#samples"
    HORIZONTAL_BREAKPOINTS = TIGHT
    app: BriefingApp

    def __init__(self, documents: list[Document], at: int = 0) -> None:
        """List the documents, the cursor on the one ``at`` this place."""
        super().__init__()
        self.documents = documents
        self.at = at
        self._samples = frozenset(self.app.engine.samples())

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(id="start"):
            if self.app.samples_only:
                yield Words(what_it_is(), dom_id="start-intro")
            yield Words(_("Which article shall it be?"), dom_id="start-title")
            yield SampleList(id="samples", markup=False)
            if self.app.shelf.is_empty():
                yield Words(open_your_own(), dom_id="start-own")
                yield Words(fill_it(), dom_id="start-foot")
        yield KeyBar(dom_id="keys")

    def on_mount(self) -> None:
        """Fill the list with titles; nothing is extracted yet."""
        samples = self.query_one(SampleList)
        samples.add_options(self._rows())
        samples.highlighted = self.at
        without = set() if self.check_action("leave", ()) else {"start.back"}
        self.query_one(KeyBar).show({"app", "start"}, without)
        nameless = {place: document.where for place, document in enumerate(self.documents) if document.is_nameless}
        if nameless:
            self.run_worker(partial(self._look_for_names, nameless), thread=True, group="naming", exit_on_error=False)

    def _look_for_names(self, nameless: dict[int, str]) -> None:
        """Tell some at a time what articles are called; runs in a thread."""
        worker, headings = get_current_worker(), dict[int, str]()
        for count, (place, where) in enumerate(nameless.items(), 1):
            if worker.is_cancelled:
                return
            headings[place] = self.app.engine.heading(where)
            if len(headings) == TOGETHER or count == len(nameless):
                self.post_message(Named(headings))
                headings = {}

    @on(Named)
    def _on_named(self, event: Named) -> None:
        samples = self.query_one(SampleList)
        for place, heading in event.headings.items():
            document = self.documents[place]
            if heading and document.is_nameless:
                document.heading = heading
                samples.replace_option_prompt_at_index(place, self._row(place))

    def _rows(self) -> Iterator[Option]:
        for place, document in enumerate(self.documents):
            document.name(self.app.engine)
            yield option(self._row(place))
        if not self.app.shelf.is_empty():
            yield option(Hanging(plain("   "), plain(_("All articles of the library"), "bold")), LIBRARY)

    def _row(self, place: int) -> Hanging:
        document = self.documents[place]
        where = Path(document.where).name if document.where in self._samples else document.named
        # Before anything has been read of an article, its path is all that is known of it.
        words = joined(document.title, ("" if document.title == document.where else f"\n{where}", "$muted"))
        number = str(place + 1) if place < KEYS else ""
        return Hanging(plain(f"{number:>2} ", "$muted"), words)

    def on_key(self, event: events.Key) -> None:
        """Open the article that has this digit beside it."""
        if event.key.isdecimal() and 0 < int(event.key) <= min(KEYS, len(self.documents)):
            event.stop()
            self.app.open(int(event.key) - 1)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a way back only where the list was called from a reader."""
        return action != "leave" or len(self.app.screen_stack) > 1

    def action_leave(self) -> None:
        """Go back to the article."""
        self.app.pop_screen()

    @on(OptionList.OptionSelected)
    def _on_chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == LIBRARY:
            self.app.show_library()
        else:
            self.app.open(event.option_index)
