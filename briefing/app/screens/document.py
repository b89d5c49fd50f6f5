"""One of the articles that are open: where it is from and what is known of it so far."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

from briefing.app import collector
from briefing.app.commands import BY_ID
from briefing.app.engine import Engine, ReadError
from briefing.app.words import _
from briefing.shortening import shortened

if TYPE_CHECKING:
    from briefing.app.checking import Checking
    from briefing.app.items import Items
    from briefing.model import Article, Briefing

LONGEST = 400_000
"""Characters of a text that is extracted unasked; anything longer is no news article, and would take minutes."""


LONGEST_TITLE = 200
"""Characters of a first line that stand for a title."""


@dataclass(slots=True, eq=False)
class Document:
    """An open article and what is known of it so far.

    ``heading`` is the title where that is known before the article is. ``text`` is None until all of it has been read;
    of a large file ``opening`` is there first. ``items`` is None until it has been extracted, and ``reason`` a sentence
    when it was not. ``share`` is the part of that work that is behind, from 0 to 1.

    An article that the library keeps has a ``number`` and an ``identity`` there, and is opened as it is ``stored``:
    with its briefing, if that has been made. One that was ``pasted``, or piped into the program, is
    nowhere else. ``stated`` is a day of publication that waits for the briefing that is to count from it.
    """

    where: str
    heading: str = ""
    opening: str | None = None
    text: str | None = None
    unreadable: bool = False
    reason: str = ""
    article: Article | None = None
    items: Items | None = None
    checking: Checking | None = None
    at_work: bool = False
    share: float = 0.0
    top: int = 0
    attempt: int = 0
    number: int | None = None
    identity: str = ""
    stored: Callable[[], tuple[Article, Briefing | None]] | None = None
    pasted: bool = False
    stated: str = ""

    def give_up(self) -> None:
        """Want no result of the work that is going on; its thread ends when it next tells how far it is."""
        self.attempt += 1
        self.at_work = False
        self.reason = _("Stopped. Press {key} to look through the article after all.", key=BY_ID["extract"].key())

    def open(self, engine: Engine) -> str:
        """Return what can be shown at once: the text, a large text's beginning, or why there is none."""
        if self.text is None and self.opening is None and not self.unreadable:
            self.opening = engine.opening(self.where) if self.stored is None else None
            if self.opening is None:
                self.read(engine)
        if self.unreadable:
            return self.reason
        return self.text if self.text is not None else self.opening or ""

    def name(self, engine: Engine) -> None:
        """Find the title of a text that is listed with others, where its first line may be something else."""
        if self.article is None and self.text is not None and not self.heading:
            self.heading = engine.title(self.text)

    @property
    def is_nameless(self) -> bool:
        """Is nothing known of it yet but where it is from?"""
        return not (self.heading or self.unreadable or self.text or self.opening or self.stored)

    def read(self, engine: Engine) -> None:
        """Read the whole text, once; what goes wrong is kept as a sentence."""
        if self.text is None:
            try:
                if self.stored is not None:
                    self._take(*self.stored(), engine)
                else:
                    self.text = engine.text(self.where)
            except ReadError as error:
                self.unreadable, self.reason = True, str(error)

    def read_again(self, engine: Engine) -> bool:
        """Read the file once more, where it is one, and tell whether it says something else now.

        What cannot be read any more stays as it was, and so does what somebody decided on and nothing has kept.
        """
        if self.stored is not None or not os.path.isfile(self.where):
            return False
        try:
            text = engine.text(self.where)
        except ReadError:
            return False
        if text == self.text or (self.checking is not None and not self.checking.is_safe()):
            return False
        self.text, self.article, self.checking = text, None, None
        return True

    def _take(self, article: Article, briefing: Briefing | None, engine: Engine) -> None:
        self.text, self.article = article.text, article
        if briefing is not None:
            self.items = self.check(briefing, engine)

    def check(self, briefing: Briefing, engine: Engine) -> Items:
        """Return the items of a briefing with what has been decided on them."""
        from briefing.app.checking import Checking

        if self.checking is None:
            self.checking = Checking(briefing, engine.keeper(briefing.article))
        else:
            self.checking.take(briefing)
        return self.checking.items()

    @property
    def remembered_as(self) -> str:
        """What the reader's place in it is remembered by."""
        if self.pasted and not self.identity:
            from briefing.model import Article

            self.identity = Article.identify(self.text or "")
        return self.identity or os.path.abspath(self.where)

    @property
    def named(self) -> str:
        """Where it is from, in words where that is no path."""
        return _("standard input") if self.where == "-" else self.where

    @property
    def title(self) -> str:
        """The article's title, or its first line, or its path."""
        if known := (self.article.title if self.article is not None else None) or self.heading:
            return known
        return shortened((self.text or self.opening or "").lstrip().partition("\n")[0], LONGEST_TITLE) or self.where


class Progress(Message):
    """More is known of a document than before."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document


class TextRead(Progress):
    """All of the text has been read."""


class Extracted(Progress):
    """The briefing is ready, or the document says why there is none."""


def work_in_thread(document: Document, engine: Engine, to: MessagePump, *, again: bool = False) -> None:
    """Read and extract a document beside the app, posting each `Progress` to ``to``.

    Texts of more than `LONGEST` characters are read and not extracted, unless somebody asks ``again``; then what has
    changed in its file is read too.

    A daemon thread and not one of Textual's workers: the program waits for those when it quits, and a thread that is
    inside a language model cannot be stopped.
    """
    document.attempt += 1
    document.at_work = True
    document.reason = ""
    document.share = 0.0
    attempt = document.attempt

    def go_on(share: float) -> None:
        if document.attempt != attempt:
            raise _GivenUpError
        document.share = share

    def work() -> None:
        items, reason = None, ""
        try:
            if document.text is None:
                document.read(engine)
                to.post_message(TextRead(document))
            elif again and document.read_again(engine):
                to.post_message(TextRead(document))
            reason = _refusal(document, however_long=again)
            if not reason:
                document.article = document.article or _article(document, engine)
                items = document.check(engine.briefing(document.article, go_on), engine)
        except _GivenUpError:
            return
        except Exception as error:
            # Whatever goes wrong inside must not take the text from the reader.
            reason = _("Extraction failed: {reason}", reason=f"{type(error).__name__}: {error}")
        if document.attempt == attempt:
            document.items, document.reason, document.at_work = items, reason, False
            to.post_message(Extracted(document))

    def work_and_tidy() -> None:
        try:
            work()
        finally:
            collector.work()

    Thread(target=work_and_tidy, name=f"extract {document.where}", daemon=True).start()


def _article(document: Document, engine: Engine) -> Article:
    """Return the article that a text is, of the day that its review may state."""
    from briefing.review.file import ReviewError

    article = engine.article(document.text or "", document.where)
    keeper = engine.keeper(article)
    # What is wrong with a review is said where it is used.
    with suppress(ReviewError):
        article = keeper.load().dated(article) if keeper is not None else article
    return article


class _GivenUpError(Exception):
    """Nobody waits for the briefing any more."""


def _refusal(document: Document, *, however_long: bool) -> str:
    """Return why a document is not extracted, empty where it is."""
    if document.unreadable or document.text is None:
        return document.reason
    if not document.text.strip():
        return _("The article has no text.")
    if len(document.text) > LONGEST and not however_long:
        return _(
            "This text is too long for one article. Press {key} to look through it all the same.",
            key=BY_ID["extract"].key(),
        )
    return ""
