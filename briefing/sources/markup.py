"""HTML elements → paragraphs: block elements part them, lists and tables stay readable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from briefing.sources.draft import Block

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head"})
_PARTING = frozenset(
    (
        "address article aside blockquote body caption center dd div dl dt fieldset figure figcaption footer form"
        " header hr legend main nav option p pre quote section summary table tbody td tfoot th thead tr ul ol list"
    ).split()
)
_ITEMS = frozenset({"li", "item"})
_ROWS = frozenset({"tr", "row"})
_CELLS = frozenset({"td", "th", "cell"})
_BREAKS = frozenset({"br", "lb"})
_SILENT = frozenset(
    (
        "script style noscript template head title meta link iframe object embed svg math canvas audio video button"
        " input select textarea"
    ).split()
)
_LONGEST_CELL = 120
_BULLET = re.compile(r"(?:[•▪◦‣●○·*–—-]|\d{1,2}[.)])\s")


def fragment_blocks(markup: str) -> list[Block]:
    """Return the paragraphs of an HTML fragment in which nothing is to be left out."""
    from lxml import html

    if not markup.strip():
        return []
    try:
        return list(element_blocks(html.fragment_fromstring(markup, create_parent="div")))
    except (ValueError, html.etree.ParserError):
        return [Block(markup)]


def element_blocks(root: Any) -> Iterator[Block]:
    """Yield the paragraphs of an lxml element; knows the elements of HTML and of trafilatura's extracts."""
    yield from _Walk().blocks(root)


class _Walk:
    """A walk through elements in document order that gathers words until something parts them.

    It keeps its own stack, since pages nest deeper than Python's calls.
    """

    def __init__(self) -> None:
        self._words: list[str] = []
        self._kind: str | None = None
        self._breaks = 0

    def blocks(self, root: Any) -> Iterator[Block]:
        stack: list[tuple[str, Any]] = [("open", root)]
        while stack:
            step, node = stack.pop()
            if step == "text":
                self._add(node)
                continue
            if step == "close":
                yield from self._close(node)
                continue
            tag = node.tag if isinstance(node.tag, str) else ""
            tail = ("text", node.tail or "") if node is not root else ("text", "")
            stack.append(tail)
            if not tag or (tag in _SILENT and not _is_extracted_heading(node)):
                continue
            if tag in _ROWS and (row := _row(node)) is not None:
                yield from self._flush()
                yield Block(row, "list")
                continue
            yield from self._open(tag)
            stack.append(("close", tag))
            stack.extend(("open", child) for child in reversed(node))
            stack.append(("text", node.text or ""))
        yield from self._flush()

    def _add(self, text: str) -> None:
        if text.strip():
            self._breaks = 0
        self._words.append(re.sub(r"[ \t\r\n\f]+", " ", text))

    def _open(self, tag: str) -> Iterator[Block]:
        if tag in _BREAKS:
            self._breaks += 1
            yield from self._flush()
        elif tag in _PARTING or tag in _HEADINGS or tag in _ITEMS or tag in _ROWS or tag in _CELLS:
            yield from self._flush()
            if tag in _HEADINGS or tag in _ITEMS:
                self._kind = "heading" if tag in _HEADINGS else "list"
            elif self._kind == "heading":  # a heading that was never closed
                self._kind = None

    def _close(self, tag: str) -> Iterator[Block]:
        if tag in _PARTING or tag in _HEADINGS or tag in _ITEMS or tag in _ROWS or tag in _CELLS:
            yield from self._flush()
            if tag in _HEADINGS or tag in _ITEMS:
                self._kind = None

    def _flush(self) -> Iterator[Block]:
        text = "".join(self._words).strip()
        self._words.clear()
        if not text:
            return
        if self._kind == "list":
            yield Block(text if _BULLET.match(text) else f"• {text}", "list")
        elif self._kind == "heading":
            yield Block(text, "heading")
        else:
            yield Block(text)


def _is_extracted_heading(node: Any) -> bool:
    """Tell trafilatura's ``head`` (a heading) from HTML's (which shows nothing)."""
    parent = node.getparent()
    return node.tag == "head" and (parent is None or parent.tag != "html")


def _row(node: Any) -> str | None:
    """Return a data row as one line with bars; None for a row that only lays the page out."""
    cells = [child for child in node if child.tag in _CELLS]
    texts = [" ".join("".join(cell.itertext()).split()) for cell in cells]
    nested = any(cell.find(".//p") is not None or cell.find(".//table") is not None for cell in cells)
    filled = [text for text in texts if text]
    if len(filled) < 2 or nested or any(len(text) > _LONGEST_CELL for text in filled):
        return None
    return " | ".join(filled)
