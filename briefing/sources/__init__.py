"""Bytes from anywhere → `Article`: one module a format, headers and credits taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.sources.errors import SourceError
from briefing.sources.samples import samples

if TYPE_CHECKING:
    from briefing.model import Article

__all__ = ["SourceError", "article", "read", "samples", "text"]


def text(where: str) -> str:
    """Return the clean text of the article at the path ``where``, fast enough to paint a first frame with.

    It is what ``read(where).text`` will be. Raises `SourceError` if the article cannot be read.
    """
    from briefing.sources.clean import clean
    from briefing.sources.decode import decode
    from briefing.sources.files import load

    cleaned = clean(decode(load(where), where))
    if not cleaned:
        raise SourceError(where, "holds no text", "give a file with the text of an article")
    return cleaned


def article(text: str, source: str) -> Article:
    """Return the article that clean ``text`` holds, its header, dateline, credits and paragraphs recognised.

    ``source`` is the path or URL as the user gave it. ``Article.text`` is ``text`` exactly; a line that holds several
    things (a wire header, a dateline before the story) becomes several paragraphs on that line.
    """
    from briefing.sources.draft import Draft
    from briefing.sources.wire import take_apart

    return take_apart(Draft.of(text)).finish(source)


def read(where: str) -> Article:
    """Return the article at the path ``where``; raises `SourceError` if it cannot be read."""
    return article(text(where), where)
