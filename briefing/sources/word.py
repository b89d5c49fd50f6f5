"""DOCX documents: paragraphs and tables in their order, kinds from their styles."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from briefing.sources.draft import Block, Draft, Metadata
from briefing.sources.errors import SourceError
from briefing.sources.material import Material

_LARGEST = 64 * 1024 * 1024
_LONGEST_CELL = 120


def read(material: Material) -> Draft:
    """Return the document's text; raises `SourceError` if it is damaged, too large unpacked, or holds no text."""
    from docx import Document

    with zipfile.ZipFile(io.BytesIO(material.data)) as archive:
        if (
            sum(entry.file_size for entry in archive.infolist() if not entry.filename.startswith("word/media/"))
            > _LARGEST
        ):
            raise SourceError(
                material.where, "unpacks to more than {most} MB", "save its text to a file", most=_LARGEST >> 20
            )
    document = Document(io.BytesIO(material.data))
    blocks = [block for part in document.iter_inner_content() for block in _blocks(part)]
    if not any(block.text.strip() for block in blocks):
        raise SourceError(material.where, "is a document without text", "check it in a word processor")
    return Draft.from_blocks(blocks, Metadata())


def _blocks(part: Any) -> Iterator[Block]:
    if hasattr(part, "rows"):
        for row in part.rows:
            yield from _row(row)
        return
    style = (part.style.name or "").lower() if part.style is not None else ""
    numbered = part._p.pPr is not None and part._p.pPr.numPr is not None
    for text in part.text.split("\n"):
        if not text.strip():
            continue
        if style == "title":
            yield Block(text, "title")
        elif style.startswith(("heading", "subtitle")):
            yield Block(text, "heading")
        elif numbered or style.startswith("list"):
            yield Block(f"• {text.strip()}", "list")
        else:
            yield Block(text)


def _row(row: Any) -> Iterator[Block]:
    """Yield a row of short cells as one line with bars, and the paragraphs of cells that only lay the page out."""
    cells: list[Any] = []
    for cell in row.cells:
        if not cells or cell._tc is not cells[-1]._tc:
            cells.append(cell)
    texts = [" ".join(cell.text.split()) for cell in cells if cell.text.strip()]
    if len(texts) > 1 and all(len(text) <= _LONGEST_CELL for text in texts):
        yield Block(" | ".join(texts), "list")
        return
    for cell in cells:
        for part in cell.iter_inner_content():
            yield from _blocks(part)
