"""What a web page says of its article: JSON-LD (schema.org), OpenGraph and other meta elements, ``time``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from briefing.sources.clean import inline
from briefing.sources.dates import first_date
from briefing.sources.draft import Metadata
from briefing.sources.markup import element_blocks

_ARTICLE_TYPE = re.compile(r"Article$|^BlogPosting$|^Report$|^LiveBlogPosting$")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "date": (
        "article:published_time",
        "datepublished",
        "dc.date",
        "date",
        "pubdate",
        "publish_date",
        "mediator_published_time",
    ),
    "byline": ("article:author", "author", "dc.creator", "mediator_author"),
    "agency": ("og:site_name", "dc.publisher", "publisher", "application-name"),
    "rubric": ("article:section", "mediator_theme"),
    "url": ("og:url",),
}
_PLACES = ("dateline", "locationCreated", "contentLocation")
_PHOTO_CREDIT = re.compile(r"(?:^|[.\s(/])(?:Фото|Photo(?: by)?)\s*[:—–-]?\s+([^():]{2,80}?)[.)\s]*$")
_LONGEST = 300


def page_metadata(tree: Any, url: str | None) -> Metadata:
    """Return what the page's markup says; the structured data first, then meta elements, then the elements shown."""
    metadata = Metadata()
    for data in _structured(tree):
        metadata.fill_from(_from_structured(data))
    metadata.fill_from(_from_meta(tree))
    metadata.fill_from(_from_elements(tree))
    metadata.fill("url", url)
    if metadata.url and not metadata.url.startswith(("http://", "https://")):
        metadata.url = url
    if metadata.title:
        metadata.title = _without_site_name(metadata.title, metadata.agency)
    return metadata


def _structured(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the articles among the page's JSON-LD objects; broken JSON is passed over."""
    for script in tree.xpath('//script[@type="application/ld+json"]')[:20]:
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = [data]
        for _ in range(200):
            if not waiting:
                break
            each = waiting.pop(0)
            if isinstance(each, list):
                waiting.extend(each)
            elif isinstance(each, dict):
                if any(_ARTICLE_TYPE.search(kind) for kind in _texts(each.get("@type"))):
                    yield each
                waiting.extend(value for key, value in each.items() if key in {"@graph", "mainEntity"})


def _from_structured(data: dict[str, Any]) -> Metadata:
    found = Metadata()
    found.fill("title", _first(data.get("headline")) or _first(data.get("name")))
    found.fill("date", _day(_first(data.get("datePublished"))))
    found.fill("byline", ", ".join(_texts(data.get("author"))[:4]) or None)
    found.fill("agency", _first(data.get("publisher")))
    found.fill("rubric", _first(data.get("articleSection")))
    found.fill("url", _first(data.get("url")))
    for key in _PLACES:
        found.fill("place", _place(_first(data.get(key))))
    if found.byline == found.agency:
        found.byline = None
    return found


def _from_meta(tree: Any) -> Metadata:
    values: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        values.setdefault(name.lower(), element.get("content"))
    found = Metadata()
    for field, names in _META.items():
        for name in names:
            value = _short(values.get(name))
            if field == "date":
                value = _day(value)
            elif field == "byline" and value and "://" in value:
                value = None
            found.fill(field, value)
    return found


def _from_elements(tree: Any) -> Metadata:
    found = Metadata()
    headings = [_short(block.text) for heading in tree.xpath("//h1")[:5] for block in [*element_blocks(heading)][:1]]
    found.fill("title", headings[0] if len(headings) == 1 else None)
    found.fill("title", _short(tree.findtext(".//title")))
    for moment in tree.xpath("//time[@datetime]"):
        found.fill("date", _day(moment.get("datetime")))
    for link in tree.xpath('//link[@rel="canonical"][@href]'):
        found.fill("url", link.get("href"))
    for author in tree.xpath('//*[@itemprop="author" or @rel="author"]')[:1]:
        found.fill("byline", _short("".join(author.itertext())))
    for caption in tree.xpath("//figcaption")[:5]:
        credit = _PHOTO_CREDIT.search(inline("".join(caption.itertext())))
        found.fill("photo_credit", credit[1] if credit else None)
    return found


def _texts(value: Any) -> list[str]:
    """Return the words of a JSON-LD value: a text, a thing with a name, or a list of either."""
    if isinstance(value, list):
        return [text for each in value[:10] for text in _texts(each)]
    if isinstance(value, dict):
        value = value.get("name")
    text = _short(value) if isinstance(value, str) else None
    return [text] if text else []


def _first(value: Any) -> str | None:
    return next(iter(_texts(value)), None)


def _short(value: str | None) -> str | None:
    text = inline(value) if value else ""
    return text if 0 < len(text) <= _LONGEST else None


def _day(value: str | None) -> str | None:
    match = _ISO_DAY.match(value) if value else None
    return first_date(match.group() if match else value) if value else None


def _place(value: str | None) -> str | None:
    return value.title() if value and value.isupper() else value


def _without_site_name(title: str, site: str | None) -> str:
    """Return a title without the site's name that pages hang on it («… — Волжский край»)."""
    parts = re.split(r"\s+[|—–-]\s+|\s*\|\s*", title)
    if len(parts) > 1 and site and parts[-1].lower() == site.lower():
        return title[: title.rindex(parts[-1])].rstrip(" |—–-")
    return title
