"""Bytes from anywhere → `Article`: one module a format, headers and credits taken apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from briefing.sources.bundled import samples
from briefing.sources.errors import SourceError

if TYPE_CHECKING:
    from briefing.model import Article
    from briefing.sources.edition import Edition
    from briefing.sources.material import Material
    from briefing.sources.opening import Opened

__all__ = ["SourceError", "article", "opened", "read", "read_all", "read_later", "samples", "text", "title"]


def opened(where: str) -> Opened:
    """Return the article at ``where`` with its bytes read and nothing else done yet.

    ``where`` is a path, an http or https address, or ``-`` for standard input; the format is told by the content. Of a
    feed it is the first entry. Raises `SourceError` if the bytes cannot be had.
    """
    from briefing.sources.opening import Opened

    return Opened(_material(where))


def text(where: str) -> str:
    """Return the clean text of the article at ``where``; plain text fast enough to paint a first frame with.

    It is what ``read(where).text`` will be. Raises `SourceError` if the article cannot be read.
    """
    return opened(where).text


def article(text: str, source: str) -> Article:
    """Return the article that clean ``text`` holds, its header, dateline, credits and paragraphs recognised.

    ``source`` is the path or URL as the user gave it. ``Article.text`` is ``text`` exactly; a line that holds several
    things (a wire header, a dateline before the story) becomes several paragraphs on that line.
    """
    from briefing.sources.draft import Draft
    from briefing.sources.wire import take_apart

    return take_apart(Draft.of(text)).finish(source)


def title(text: str) -> str:
    """Return the title that `article` would find in clean ``text``, "" for none; it takes no model of the article."""
    from briefing.sources.draft import Draft
    from briefing.sources.wire import take_apart

    return take_apart(Draft.of(text)).metadata.title or ""


def read(where: str) -> Article:
    """Return the article at ``where``; what its markup says of it goes before what its text says.

    Raises `SourceError` if there is no article to be had.
    """
    return opened(where).article()


def read_all(where: str) -> Iterator[Article | SourceError]:
    """Yield every article at ``where``: each entry of a feed, the one article of anything else.

    An entry that cannot be had is yielded as its error, so that it does not stop the others; raises `SourceError`
    where nothing at all can be read. An entry's ``source`` is its own address.
    """
    from briefing.sources.formats import sniff
    from briefing.sources.opening import Opened

    material = _material(where)
    if sniff(material.data, where) == "feed":
        yield from _entries(material, lambda address: False)
    else:
        yield Opened(material).article()


def read_later(
    address: str, known: Edition, skip: Callable[[str], bool]
) -> tuple[Edition, Iterator[Article | SourceError]]:
    """Return the edition that the feed at ``address`` has now and what `read_all` yields of it.

    Nothing is yielded where it is the ``known`` edition; entries whose addresses are to be skipped are left out.
    Raises `SourceError` where the feed cannot be had, or it is none.
    """
    from briefing.sources.fetch import fetch_later
    from briefing.sources.formats import sniff
    from briefing.sources.material import Material

    answer = fetch_later(address, known)
    if answer is None:
        return known, iter(())
    if sniff(answer.data, address) != "feed":
        raise SourceError(address, "is no feed", "give the address of an RSS or Atom feed")
    material = Material(answer.data, address, answer.url, answer.charset)
    return answer.edition, _entries(material, skip)


def _entries(material: Material, skip: Callable[[str], bool]) -> Iterator[Article | SourceError]:
    from briefing.sources import feed
    from briefing.sources.wire import take_apart

    for address, found in feed.read_all(material, skip):
        yield found if isinstance(found, SourceError) else take_apart(found).finish(address)


def _material(where: str) -> Material:
    from briefing.sources.files import is_address, load
    from briefing.sources.material import Material

    if not is_address(where):
        return Material(load(where), where)
    from briefing.sources.fetch import fetch

    answer = fetch(where)
    return Material(answer.data, where, answer.url, answer.charset)
