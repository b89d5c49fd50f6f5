"""HTML pages: the story without the page around it, and what the page says of it in JSON-LD and meta elements."""

from __future__ import annotations

import logging
import re
from typing import Any

from briefing.sources.decode import decode
from briefing.sources.draft import Block, Draft
from briefing.sources.errors import SourceError
from briefing.sources.markup import element_blocks
from briefing.sources.material import Material
from briefing.sources.page import page_metadata

_LARGEST = 4 * 1024 * 1024
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w-]+)", re.I
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_FURNITURE = "//nav|//header[not(ancestor::article)]|//footer|//aside|//form|//script|//style|//noscript|//iframe"
_MOST_TAGS = 60_000
# Telling the story by statistics takes time that grows with the square of the tags; the second opinion most of all.
_MOST_WEIGHED_TAGS = 24_000
_MOST_TAGS_WEIGHED_TWICE = 8_000
_INNERMOST_BLOCKS = "//*[self::p or self::div or self::li][.//a][not(.//p or .//div or .//li or .//h1 or .//h2)]"
_LOOSE_LINKS = (
    "//*[self::div or self::section or self::aside][not(text()[normalize-space()])]"
    "/a[not(ancestor::h1 or ancestor::h2 or .//h1 or .//h2 or .//p)]"
)
_LEAST_STORY = 200
_MOST = 0.6


def read(material: Material) -> Draft:
    """Return the story of an HTML page; raises `SourceError` if the page has no text."""
    if len(material.data) > _LARGEST:
        raise SourceError(
            material.where, "is a page of more than {most} MB", "save its text to a file", most=_LARGEST >> 20
        )
    written = markup(material)
    if written.count("<") > _MOST_TAGS:
        raise SourceError(
            material.where, "is a page of more than {most} tags", "save its text to a file", most=_MOST_TAGS
        )
    tree = parse(written, material.where)
    metadata = page_metadata(tree, material.url)
    blocks = _story(tree, written.count("<"))
    if not blocks:
        raise SourceError(material.where, "is a page without readable text", "save its text to a file")
    return Draft.from_blocks(_without_heading_title(blocks, metadata.title), metadata)


def markup(material: Material) -> str:
    """Return the page's characters: by its byte order mark, the server's word, its own, or its statistics."""
    declared = _DECLARED.search(material.data[:4096])
    own = (declared[1] or declared[2]).decode("ascii", "replace") if declared else None
    for charset in (material.charset, own):
        if charset and not material.data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
            try:
                return material.data.decode(charset)
            except (LookupError, UnicodeError):
                continue
    return decode(material.data, material.where)


def parse(markup: str, where: str) -> Any:
    """Return the root element of a page; raises `SourceError` if there is nothing in it."""
    from lxml import etree, html

    try:
        return html.document_fromstring(_XML_DECLARATION.sub("", markup).replace("\0", ""))
    except (etree.ParserError, ValueError) as error:
        raise SourceError(where, "is a page without readable text", "save its text to a file") from error


def _story(tree: Any, tags: int) -> list[Block]:
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its warnings would land on the screen
    cell = _layout_cell(tree)
    if cell is not None:
        return list(element_blocks(cell))
    if tags > _MOST_WEIGHED_TAGS:
        return _whole_page(tree)
    _drop_pointers(tree)
    once = tags > _MOST_TAGS_WEIGHED_TWICE
    found = bare_extraction(tree, fast=once, include_comments=False, include_tables=True, favor_recall=True)
    body = getattr(found, "body", None)
    blocks = list(element_blocks(body)) if body is not None else []
    if sum(len(block.text) for block in blocks) >= _LEAST_STORY:
        return blocks
    whole = _whole_page(tree)
    return whole if sum(len(block.text) for block in whole) > sum(len(block.text) for block in blocks) else blocks


def _drop_pointers(tree: Any) -> None:
    """Drop the blocks within a story that only point elsewhere: nothing in them but links («Читайте также»)."""
    for block in tree.xpath(_INNERMOST_BLOCKS):
        shown = len("".join(block.itertext()).split())
        if shown and shown == sum(len("".join(link.itertext()).split()) for link in block.iter("a")):
            block.drop_tree()
    for link in tree.xpath(_LOOSE_LINKS):
        link.drop_tree()


def _layout_cell(tree: Any) -> Any | None:
    """Return the innermost table cell with most of the page's words, if the page is laid out by a table."""
    cells = tree.xpath("//td[string-length(.) > 400]")
    if not cells:
        return None
    everything = _words_outside_links(tree.body if tree.body is not None else tree)
    holding = [cell for cell in cells if _words_outside_links(cell) > _MOST * everything]
    return holding[-1] if holding else None


def _words_outside_links(element: Any) -> int:
    return int(element.xpath("string-length(.)")) - sum(
        int(link.xpath("string-length(.)")) for link in element.iter("a")
    )


def _whole_page(tree: Any) -> list[Block]:
    """Return everything but the page's furniture, for pages too short or too odd to tell the story by statistics."""
    for element in tree.xpath(_FURNITURE):
        element.drop_tree()
    main = tree.xpath("//article|//main") or [tree.body if tree.body is not None else tree]
    return list(element_blocks(main[0]))


def _without_heading_title(blocks: list[Block], title: str | None) -> list[Block]:
    """Let the page's first heading be the title where the page names no other."""
    if title is None and blocks and blocks[0].kind == "heading":
        return [Block(blocks[0].text, "title"), *blocks[1:]]
    return blocks
