"""Which format some bytes are in, told by their content, and the module that reads it."""

from __future__ import annotations

import codecs
import re
from importlib import import_module
from typing import TYPE_CHECKING, cast

from briefing.mistake import Mistake
from briefing.sources.errors import SourceError
from briefing.sources.material import Material

if TYPE_CHECKING:
    from briefing.sources.draft import Draft

READERS = {
    "text": "plain",
    "markdown": "markdown",
    "html": "html",
    "feed": "feed",
    "docx": "word",
    "pdf": "pdf",
    "mail": "mail",
}
"""The name of each format and of the module that reads it; modules are loaded when they are needed."""

_FOREIGN = (
    (b"{\\rtf", Mistake("is an RTF document")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Mistake("is an old Office document")),
    (b"\x1f\x8b", Mistake("is a gzip archive")),
    (b"7z\xbc\xaf\x27\x1c", Mistake("is a 7-Zip archive")),
    (b"Rar!\x1a\x07", Mistake("is a RAR archive")),
    (b"\x89PNG\r\n\x1a\n", Mistake("is a picture")),
    (b"\xff\xd8\xff", Mistake("is a picture")),
    (b"GIF8", Mistake("is a picture")),
)
_HEAD = 8192
_FEED = re.compile(r"<(?:rss|feed|(?:\w+:)?RDF)[\s>]", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_TAGS = re.compile(r"<(?:p|div|article|table|h1|span|br|td|section|main|meta|ul)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_FIRST_TAG = re.compile(r"\s*<[!?a-zA-Z]")
_HEADER = re.compile(
    r"(?im)^(return-path|received|delivered-to|from|to|cc|subject|date|message-id|mime-version|content-type|reply-to"
    r"|x-[\w-]+|dkim-signature|content-transfer-encoding|authentication-results|list-unsubscribe|sender):"
)
_TELLING_HEADERS = frozenset({"from", "subject", "received", "message-id", "mime-version", "return-path"})
_FRONT_MATTER = re.compile(r"(?:---|\+\+\+)[ \t]*\r?\n\s*[\w\"'-]+\s*[:=]")
_MARKDOWN_NAME = re.compile(r"\.(?:md|markdown|mdown|mkd)$", re.IGNORECASE)


def sniff(data: bytes, name: str = "") -> str:
    """Return which of `READERS` reads ``data``; the file's ``name`` only decides between Markdown and plain text.

    Archives and other containers that hold no article give ``""``.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx" if b"word/" in data else ""
    if any(data.startswith(mark) for mark, _ in _FOREIGN):
        return ""
    head = _head(data)
    if _is_mail(head):
        return "mail"
    if _FIRST_TAG.match(head):
        if _FEED.search(head[:2000]):
            return "feed"
        if _PAGE.search(head) or len(_TAGS.findall(head)) >= 2:
            return "html"
    if _FRONT_MATTER.match(head) or _MARKDOWN_NAME.search(name):
        return "markdown"
    return "text"


def draft(material: Material) -> Draft:
    """Return the draft of an article in whatever format ``material`` is.

    Raises `SourceError` for what is no article or is damaged; what the format's library trips over is one too.
    """
    name = sniff(material.data, material.where)
    if not name:
        raise SourceError(
            material.where, _foreign(material.data), "give a text, Markdown, HTML, DOCX, PDF or mail file, or a feed"
        )
    module = import_module(f"briefing.sources.{READERS[name]}")
    try:
        return cast("Draft", module.read(material))
    except SourceError:
        raise
    except Exception as error:  # parsers of foreign formats raise whatever they like on damaged data
        raise SourceError(
            material.where,
            "is a damaged {format} file ({reason})",
            "open and save it again",
            format=name,
            reason=type(error).__name__,
        ) from error


def _head(data: bytes) -> str:
    head = data[:_HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore")
    return head.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")


def _is_mail(head: str) -> bool:
    """Tell a message by the header fields of its first lines."""
    first = head.split("\n", 1)[0]
    if not (_HEADER.match(first) or first.startswith("From ")):
        return False
    fields = {field.lower() for field in _HEADER.findall(re.split(r"\r?\n\r?\n", head, maxsplit=1)[0])}
    return len(fields) >= 3 and len(fields & _TELLING_HEADERS) >= 2


def _foreign(data: bytes) -> Mistake:
    archive = Mistake("is an archive, not an article")
    return next((cause for mark, cause in _FOREIGN if data.startswith(mark)), archive)
