"""What an article in a file is called, told without reading all of it: for lists of articles that are not open yet."""

from __future__ import annotations

import os

from briefing.sources.clean import first_words
from briefing.sources.errors import SourceError
from briefing.sources.formats import draft, sniff
from briefing.sources.material import Material

_BEGINNING = 16_384
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # UTF-16, whose lines end otherwise


def heading(where: str) -> str:
    """Return the title of an article, or its first words; "" for what is no file or no article.

    Of plain text no more than the beginning is read, of other formats all, since they have to be unpacked.
    """
    from briefing.sources.files import load
    from briefing.sources.wire import take_apart

    if not os.path.isfile(where):
        return ""
    try:
        with open(where, "rb") as file:
            data = file.read(_BEGINNING)
        whole = len(data) < _BEGINNING
        if not whole and (data.startswith(_WIDE) or b"\n" not in data or sniff(data, where) != "text"):
            data, whole = load(where), True
        found = take_apart(draft(Material(data if whole else data[: data.rindex(b"\n")], where)))
    except (OSError, SourceError):
        return ""
    return found.metadata.title or first_words(found.text)
