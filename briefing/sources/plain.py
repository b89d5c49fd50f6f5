"""Plain text: decoded and cleaned, its structure left to be told from its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.sources.clean import clean
from briefing.sources.decode import decode
from briefing.sources.errors import SourceError
from briefing.sources.material import Material

if TYPE_CHECKING:
    from briefing.sources.draft import Draft

_MOST_LINES = 200_000


def text(material: Material) -> str:
    """Return the clean text of ``material``; raises `SourceError` if nothing of it is left."""
    cleaned = clean(decode(material.data, material.where))
    if not cleaned:
        raise SourceError(material.where, "holds no text", "give a file with the text of an article")
    if cleaned.count("\n") > _MOST_LINES:
        raise SourceError(material.where, "has more than {most} lines", "give one article at a time", most=_MOST_LINES)
    return cleaned


def read(material: Material) -> Draft:
    """Return a draft of plain text."""
    from briefing.sources.draft import Draft

    return Draft.of(text(material))
