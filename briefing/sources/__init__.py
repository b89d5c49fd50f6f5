"""Bytes from anywhere → `Article`: one module a format, headers and credits taken apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.sources.errors import SourceError
from briefing.sources.samples import samples

if TYPE_CHECKING:
    from briefing.model import Article
    from briefing.sources.material import Material

__all__ = ["SourceError", "article", "read", "read_all", "samples", "text"]


def text(where: str, *, allow_local: bool = False) -> str:
    """Return the clean text of the article at ``where``; plain text fast enough to paint a first frame with.

    ``where`` is a path, an http or https address, or ``-`` for standard input. The result is what
    ``read(where).text`` will be. Raises `SourceError` if the article cannot be read.
    """
    from briefing.sources import plain
    from briefing.sources.formats import sniff

    material = _material(where, allow_local)
    if sniff(material.data, where) == "text":
        return plain.text(material)
    return _read(material).text


def article(text: str, source: str) -> Article:
    """Return the article that clean ``text`` holds, its header, dateline, credits and paragraphs recognised.

    ``source`` is the path or URL as the user gave it. ``Article.text`` is ``text`` exactly; a line that holds several
    things (a wire header, a dateline before the story) becomes several paragraphs on that line.
    """
    from briefing.sources.draft import Draft
    from briefing.sources.wire import take_apart

    return take_apart(Draft.of(text)).finish(source)


def read(where: str, *, allow_local: bool = False) -> Article:
    """Return the article at ``where``: a path, an http or https address, or ``-`` for standard input.

    The format is told by the content; of a feed it is the first entry. What the markup of a format says of the
    article goes before what its text says. ``allow_local`` lets addresses lead to private and loopback networks.
    Raises `SourceError` if there is no article to be had.
    """
    return _read(_material(where, allow_local))


def read_all(where: str, *, allow_local: bool = False) -> Iterator[Article | SourceError]:
    """Yield every article at ``where``: each entry of a feed, the one article of anything else.

    An entry that cannot be had is yielded as its error, so that it does not stop the others; raises `SourceError`
    where nothing at all can be read. An entry's ``source`` is its own address.
    """
    from briefing.sources import feed
    from briefing.sources.formats import sniff
    from briefing.sources.wire import take_apart

    material = _material(where, allow_local)
    if sniff(material.data, where) != "feed":
        yield _read(material)
        return
    for address, found in feed.read_all(material):
        yield found if isinstance(found, SourceError) else take_apart(found).finish(address)


def _material(where: str, allow_local: bool) -> Material:
    from briefing.sources.files import is_address, load
    from briefing.sources.material import Material

    if not is_address(where):
        return Material(load(where), where, allow_local=allow_local)
    from briefing.sources.fetch import fetch

    answer = fetch(where, allow_local=allow_local)
    return Material(answer.data, where, answer.url, answer.charset, allow_local)


def _read(material: Material) -> Article:
    from briefing.sources.formats import draft
    from briefing.sources.wire import take_apart

    drafted = draft(material)
    drafted.metadata.fill("url", material.url)
    return take_apart(drafted).finish(material.where)
