"""By what an export of this program is known: it reads like an article, and is none."""

from __future__ import annotations

import os
import re
import zipfile
from contextlib import suppress
from functools import cache

from briefing.export.wording import languages, wording

GENERATOR = '<meta name="generator" content="briefing">'
"""What a web page says of its making."""

CATEGORY = "briefing"
"""What a Word document says that it is, among its properties."""

PRODUCER = "-//briefing//"
"""How a calendar's name of its producer begins."""

FIRST_COLUMNS = ("article", "source", "date", "title", "id", "start", "end", "text")
"""The columns with which every table begins: the article, and the words of an item."""

_HEAD = 65_536
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n\n", re.DOTALL)
_DATA = re.compile(r'\A\s*(?:\[\s*)?\{\s*"schema"\s*:\s*"briefing/')


def is_export(path: str) -> bool:
    """Tell whether the file at ``path`` is an export of briefings or a digest, in any format but a template's.

    Text and Markdown are known by their labels and first heading alone. A file that cannot be read is none.
    """
    if not os.path.isfile(path):
        return False
    head = b""
    with suppress(OSError), open(path, "rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"PK\x03\x04"):
        return _is_word_document(path)
    text = head.decode("utf-8-sig", "ignore").replace("\r\n", "\n")
    return (
        GENERATOR in text
        or (text.startswith("BEGIN:VCALENDAR") and PRODUCER in text)
        or text.startswith(",".join(FIRST_COLUMNS))
        or _DATA.match(text) is not None
        or _reads_like_one(_FRONT_MATTER.sub("", text))
    )


def _is_word_document(path: str) -> bool:
    try:
        with zipfile.ZipFile(path) as package:
            return f">{CATEGORY}</cp:category>".encode() in package.read("docProps/core.xml")
    except Exception:  # Whatever is wrong with the archive, reading it as an article says so.
        return False


def _reads_like_one(text: str) -> bool:
    """Tell Markdown and text by how they begin: a title, details with the labels of a language, a heading."""
    if "\n• " not in text and "\n- **" not in text:
        return False  # The words of the languages need not be read.
    return any(_beginning(language).match(text) for language in languages())


@cache
def _beginning(language: str) -> re.Pattern[str]:
    words = wording(language)
    labels = "|".join(re.escape(label) for label in words.labels.values())
    headings = "|".join(re.escape(heading) for heading in words.headings.values())
    markdown = rf"# .+\n\n(?:- \*\*(?:{labels}):\*\* .+\n)+\n## (?:{headings})\n"
    text = rf".+\n(?:(?:{labels}): .+\n)+\n(?:{headings}):\n"
    return re.compile(rf"{markdown}|{text}")
