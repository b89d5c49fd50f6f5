"""Keeping what was decided: after each step, in a thread, together with what somebody else decided meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from briefing.app.commands import BY_ID
from briefing.app.dates import day_in_words
from briefing.app.items import Item, Items
from briefing.app.safe import say
from briefing.app.screens.document import Document
from briefing.app.screens.evidence import EvidenceScreen
from briefing.app.words import _, ngettext, spoken

if TYPE_CHECKING:
    from briefing.app.checking import Checking
    from briefing.review import Review
    from briefing.review.keeping import Kept

PERIOD = 5.0
"""Seconds between two looks at whether somebody else has changed the review."""


class Answered(Message):
    """What came of keeping a review, or (``looked``) of looking for what others made of it."""

    def __init__(self, document: Document, kept: Kept | str, *, looked: bool) -> None:
        super().__init__()
        self.document = document
        self.kept = kept
        self.looked = looked


class KeepingScreen(EvidenceScreen):
    """Shows and keeps each step of a review; ``unkept`` are the articles of which it could not be kept."""

    def __init__(self, documents: Sequence[Document], at: int = 0, evidence: Item | None = None) -> None:
        super().__init__(documents, at, evidence)
        self.unkept: set[Document] = set()

    def on_mount(self) -> None:
        """Look now and then for what somebody else decides."""
        self.set_interval(PERIOD, self._look)

    def filled(self, items: Items) -> None:
        """Say what is wrong with the review that was read, and let the library know that the article was."""
        super().filled(items)
        if self.document.number is None:
            note = partial(self.app.shelf.note_read, items.briefing.article.id)
            self.run_worker(note, thread=True, group="reading", exit_on_error=False)
        checking = self.document.checking
        if checking is None:
            return
        if checking.trouble:
            say(self.app, _("The review is not kept: {reason}", reason=checking.trouble), "error")
        elif lost := len(checking.reviewed.orphans):
            lines = ngettext("{count} decision is on words", "{count} decisions are on words", lost)
            key = BY_ID["check.orphans"].key()
            said = _("{lines} that the article no longer has; {key} shows them.", lines=lines, key=key)
            say(self.app, said, "warning")
        self._count_from_stated()

    def take_step(self, review: Review, words: str, *, aloud: bool = False) -> None:
        """Take a step, show what has become of the items, and keep it."""
        checking = self.document.checking
        if checking is not None and checking.do(review, words):
            self.show_changes()
            self.keep()
            if aloud:
                say(self.app, words)

    def show_changes(self) -> None:
        """Show the items as they are after a step."""
        checking = self.document.checking
        if checking is None:
            return
        items = self.document.items = checking.items()
        self.panes.update_items(items)
        self.item = items.by_key.get(self.item.key) if self.item is not None else None
        self.article_view.evidence = self.item
        self._light()
        self._show_bars()

    def action_state_date(self) -> None:
        """Ask for the day of publication, and look through the article again with it."""
        document = self.document
        if document.checking is None and not document.at_work:
            say(self.app, _("There is no briefing yet that a date could change."), "warning")
            return
        from briefing.app.screens.dating import DateScreen

        def state(day: str | None) -> None:
            if day is not None:
                document.stated = day
                self._count_from_stated()

        known = document.article.date if document.article is not None else None
        self.app.push_screen(DateScreen(document.title, document.stated or known), state)

    def _count_from_stated(self) -> None:
        """Let the article be of the day that was stated, once there is a briefing to be made again with it."""
        document, checking = self.document, self.document.checking
        if not (day := document.stated):
            return
        words = _("date: {day}", day=day_in_words(day))
        if document.at_work or checking is None:
            say(self.app, words)
            return
        document.stated = ""
        if checking.state_date(day, words):
            self.keep()
            self.follow_date()

    def follow_date(self) -> None:
        """Look through the article again where a step or somebody else has given it another date."""
        document, checking = self.document, self.document.checking
        if checking is not None and document.article is not None and document.article.date != checking.date:
            document.article = document.article.model_copy(update={"date": checking.date})
            document.items = None
            self._work(document, again=True)

    def keep(self) -> None:
        """Keep the review as it is now."""
        self._ask(self.document, looked=False)

    def _look(self) -> None:
        if self.is_current:
            self._ask(self.document, looked=True)

    def _ask(self, document: Document, *, looked: bool) -> None:
        checking = document.checking
        if checking is not None and checking.is_kept:
            self.run_worker(partial(self._ask_in_thread, document, checking, looked), thread=True, group="review")

    def _ask_in_thread(self, document: Document, checking: Checking, looked: bool) -> None:
        kept: Kept | str = self._shelve(document, checking) if document.pasted and not looked else ""
        kept = kept or (checking.look() if looked else checking.keep())
        self.post_message(Answered(document, kept, looked=looked))

    def _shelve(self, document: Document, checking: Checking) -> str:
        """Keep a text that is nowhere else in the library, before what was decided on it; return why not, if so."""
        from briefing.library.errors import LibraryError

        try:
            self.app.shelf.keep(checking.briefing)
        except LibraryError as error:
            return spoken(error)
        document.pasted = False
        return ""

    @on(Answered)
    def _on_answered(self, event: Answered) -> None:
        document, kept = event.document, event.kept
        if (checking := document.checking) is None:
            return
        if isinstance(kept, str):
            if not event.looked or not checking.trouble:
                say(self.app, _("The review is not kept: {reason}", reason=kept), "error")
            checking.trouble = kept
            if not event.looked:
                self.unkept.add(document)
            self._show_bars()
            return
        if not event.looked:
            self.unkept.discard(document)
        if document not in self.unkept:
            checking.trouble = ""
        self._show_bars()
        if kept.conflicts:
            self._ask_whose(document, checking, kept)
        elif checking.take_in(kept):
            self._show_changes_of(document)
            say(self.app, _("Decisions that were made elsewhere meanwhile were taken in."))

    def _show_changes_of(self, document: Document) -> None:
        """Show and keep what has become of an article, which may not be the one on the screen any more."""
        if document is self.document:
            self.show_changes()
            self.follow_date()
        elif document.checking is not None:
            document.items = document.checking.items()
        self._ask(document, looked=False)

    def _ask_whose(self, document: Document, checking: Checking, kept: Kept) -> None:
        from briefing.app.screens.conflict import ConflictScreen

        def settle(theirs: bool | None) -> None:
            favoured = kept.in_their_favour
            checking.take_in(kept)
            if theirs:
                checking.do(favoured, _("the decisions from elsewhere"))
            self._show_changes_of(document)

        self.app.push_screen(ConflictScreen(checking.reviewed, kept.conflicts), settle)
