"""One of the articles that are open: where it is from and what is known of it so far."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

from briefing.app.engine import Engine, ReadError
from briefing.app.items import Items
from briefing.app.words import _

if TYPE_CHECKING:
    from briefing.model import Article

LONGEST = 400_000
"""Characters of a text that is extracted unasked; anything longer is no news article, and would take minutes."""


@dataclass(slots=True, eq=False)
class Document:
    """An open article. ``items`` is None until it has been extracted, ``error`` a sentence when that failed."""

    where: str
    text: str | None = None
    error: str = ""
    article: Article | None = None
    items: Items | None = None
    extracting: bool = False
    top: int = 0

    def read(self, engine: Engine) -> None:
        """Read the text, once; what goes wrong is kept as a sentence."""
        if self.text is None:
            try:
                self.text = engine.text(self.where)
            except ReadError as error:
                self.text, self.error = "", str(error)

    @property
    def title(self) -> str:
        """The article's title, or its first line, or its path."""
        if self.article is not None and self.article.title:
            return self.article.title
        first = (self.text or "").lstrip().partition("\n")[0]
        return first[:200] or self.where


class Taken(Message):
    """The article is known: its kinds of paragraphs, its title."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document


class Extracted(Taken):
    """The briefing is ready, or the document says why there is none."""


def extract_in_thread(document: Document, engine: Engine, to: MessagePump) -> None:
    """Extract a document beside the app; `Taken` and `Extracted` are posted to ``to``.

    A daemon thread and not one of Textual's workers: the program waits for those when it quits, and a thread that is
    inside a language model cannot be stopped.
    """
    document.extracting = True

    def work() -> None:
        try:
            article = engine.article(document.text or "", document.where)
            document.article = article
            to.post_message(Taken(document))
            document.items = Items(engine.briefing(article))
        except Exception as error:
            # Whatever goes wrong inside must not take the text from the reader.
            document.error = _("Extraction failed: {reason}", reason=f"{type(error).__name__}: {error}")
        document.extracting = False
        to.post_message(Extracted(document))

    Thread(target=work, name=f"extract {document.where}", daemon=True).start()
