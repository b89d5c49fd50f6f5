"""RSS and Atom feeds: an article per entry, whole where the feed has it whole, else from the linked page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import Any

from briefing.sources import html
from briefing.sources.clean import clean, inline
from briefing.sources.dates import first_date
from briefing.sources.draft import Block, Draft, Metadata
from briefing.sources.errors import SourceError
from briefing.sources.fetch import fetch
from briefing.sources.markup import fragment_blocks
from briefing.sources.material import Material

_MARKUP = re.compile(r"<(?:p|br|div|a|b|i|em|strong|img|ul|li|h\d|span|blockquote)\b", re.IGNORECASE)
_MOST_ENTRIES = 300
_LARGEST = 8 * 1024 * 1024
_ENTRY_END = re.compile(rb"</(?:item|entry)>", re.IGNORECASE)
_LEAST_WHOLE = 400


def read(material: Material) -> Draft:
    """Return the feed's first entry; raises `SourceError` if there is none or it has no text."""
    for entry in _entries(material):
        return _draft(entry, material)
    raise SourceError(material.where, "is a feed without entries", "check the address")


def read_all(material: Material, skip: Callable[[str], bool]) -> Iterator[tuple[str, Draft | SourceError]]:
    """Yield each entry's address and its draft, or the error for which it cannot be had.

    Entries with an address of their own that is to be skipped are left out, and their pages not asked for.
    """
    for entry in _entries(material):
        link = entry.get("link")
        if link and skip(link):
            continue
        address = link or material.where
        try:
            yield address, _draft(entry, material)
        except SourceError as error:
            yield address, error


def _entries(material: Material) -> list[Any]:
    import feedparser

    declared = f"application/xml; charset={material.charset}" if material.charset else "application/xml"
    parsed = feedparser.parse(
        _beginning(material.data),
        response_headers={"content-type": declared},
        sanitize_html=True,
        resolve_relative_uris=False,
    )
    entries: list[Any] = parsed.entries[:_MOST_ENTRIES]
    for entry in entries:
        entry.setdefault("feed_title", parsed.feed.get("title", ""))
    return entries


def _beginning(data: bytes) -> bytes:
    """Return a feed cut off after its first entries: parsing takes long, and nobody reads the thousandth."""
    ends = [match.end() for match in islice(_ENTRY_END.finditer(data), _MOST_ENTRIES)]
    if len(ends) < _MOST_ENTRIES:
        return data[:_LARGEST]
    close = b"</channel></rss>" if data[ends[-1] - 7 : ends[-1]].lower() == b"</item>" else b"</feed>"
    return data[: min(ends[-1], _LARGEST)] + close


def _draft(entry: Any, material: Material) -> Draft:
    metadata = _metadata(entry)
    blocks = _full_text(entry)
    if sum(len(block.text) for block in blocks) < _LEAST_WHOLE and (linked := _linked_page(metadata.url, material)):
        linked.metadata.fill_from(metadata)
        return linked
    if not blocks:
        raise SourceError(material.where, "the entry {title} has no text", "open its page", title=metadata.title or "?")
    return Draft.from_blocks(blocks, metadata)


def _metadata(entry: Any) -> Metadata:
    title = inline(re.sub(r"<[^>]+>", " ", entry.get("title", "")))
    link = entry.get("link", "")
    category = next((tag.get("term") for tag in entry.get("tags", ()) if tag.get("term")), None)
    return Metadata(
        title=title or None,
        date=_day(entry),
        byline=inline(entry.get("author", "")) or None,
        agency=inline(entry.get("feed_title", "")) or None,
        rubric=inline(category) if category else None,
        url=link if link.startswith(("http://", "https://")) else None,
    )


def _day(entry: Any) -> str | None:
    """Return the day of publication where the feed was written, not the day that it was then in Greenwich."""
    for name in ("published", "updated", "date"):
        written = entry.get(name)
        if not written:
            continue
        try:
            return parsedate_to_datetime(written).date().isoformat()
        except (ValueError, TypeError):
            if found := first_date(written[:10]):
                return found
    return None


def _full_text(entry: Any) -> list[Block]:
    """Return the paragraphs of the fullest text that the entry holds."""
    texts = [entry.get("yandex_full-text", ""), *(part.get("value", "") for part in entry.get("content", ()))]
    longest = max([*texts, entry.get("summary", "")], key=len)
    if _MARKUP.search(longest):
        return fragment_blocks(longest)
    return [Block(line) for line in clean(longest).split("\n") if line]


def _linked_page(url: str | None, material: Material) -> Draft | None:
    if url is None:
        return None
    try:
        answer = fetch(url)
        return html.read(Material(answer.data, url, answer.url, answer.charset))
    except SourceError:
        return None
