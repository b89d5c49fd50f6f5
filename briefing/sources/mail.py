"""Mail messages: subject, date and sender, the best part of the body, the names of the attachments."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Sequence
from datetime import datetime
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import EmailMessage
from typing import Any

from briefing.language.detect import detect
from briefing.sources.clean import clean, inline
from briefing.sources.decode import decode
from briefing.sources.draft import Block, Draft, Metadata
from briefing.sources.errors import SourceError
from briefing.sources.lexicon import lexicon
from briefing.sources.markup import fragment_blocks
from briefing.sources.material import Material

_FORWARDED = re.compile(r"^(?:(?:re|fwd?|fw|aw|tr|отв|пересл|ha)(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_SIGNATURE = re.compile(r"(?m)^-- ?$[\s\S]*\Z")
_FORWARDING = re.compile(
    r"(?im)^-{2,} ?(?:forwarded message|original message|пересланное сообщение|исходное сообщение"
    r"|пересылаемое сообщение|начало переадресованного сообщения) ?-{2,} *\n(?:\s*\*?[\w -]{2,20}:\*?[ \t].*\n)*"
)
_QUOTING = re.compile(r"(?m)^> ?")
_READABLE = frozenset({"docx", "pdf", "html"})
_MOST_PARTS = 2000
_LEAST_BODY = 200
_DEEPEST = 4


def read(material: Material) -> Draft:
    """Return the message's article.

    The plain part is taken unless it only points to the HTML one; where the message says next to nothing, the first
    attachment that is a readable document, or the message that is passed on with it. Raises `SourceError` if there is
    no text at all.
    """
    if material.data.count(b"\n--") > _MOST_PARTS:
        raise SourceError(
            material.where, "is a message of more than {most} parts", "save its text to a file", most=_MOST_PARTS
        )
    return _read(email.message_from_bytes(material.data, policy=email.policy.default), material, _DEEPEST)


def _read(message: Any, material: Material, depth: int) -> Draft:
    names = [inline(part.get_filename() or "") or "?" for part in _attachments(message)]
    metadata = _metadata(message)
    blocks = _body(message, material)
    if sum(len(block.text) for block in blocks) < _LEAST_BODY and (attached := _attached(message, material, depth)):
        attached.metadata.fill_from(metadata)
        return attached
    if not blocks:
        raise SourceError(material.where, "is a message without text", "open it in a mail program")
    if names:
        blocks.append(Block(f"{_attachments_label(blocks)}: {', '.join(names)}", "meta"))
    return Draft.from_blocks(blocks, metadata)


def _attachments_label(blocks: Sequence[Block]) -> str:
    labels = lexicon().attachments
    return labels.get(detect("\n".join(block.text for block in blocks)), labels["en"])


def _metadata(message: Any) -> Metadata:
    subject = _FORWARDED.sub("", inline(_header(message, "subject")))
    sender = inline(_header(message, "from"))
    name = re.sub(r"\s*<[^>]*>\s*$", "", sender).strip("\"' ")
    return Metadata(title=subject or None, date=_day(message), byline=name if name and "@" not in name else None)


def _header(message: Any, name: str) -> str:
    """Return a header field's words; Python's own reading parts a name where its encoding does."""
    raw = next((str(value) for field, value in message.raw_items() if field.lower() == name), "")
    try:
        written = raw if raw.isascii() else decode(raw.encode("utf-8", "surrogateescape"), name)
        return str(make_header(decode_header(written)))
    except (SourceError, HeaderParseError, LookupError, ValueError):  # no such characters, no such encoding
        return ""


def _day(message: Any) -> str | None:
    try:
        moment = message["Date"].datetime
    except (ValueError, IndexError, AttributeError, TypeError):
        return None
    return moment.date().isoformat() if isinstance(moment, datetime) else None


def _body(message: Any, material: Material) -> list[Block]:
    plain = _text(_part(message, "plain"), material)
    markup = _text(_part(message, "html"), material)
    written = _written(plain.replace("\r\n", "\n"))
    lines = [Block(line) for line in clean(written).split("\n") if line]
    shown = fragment_blocks(markup)
    if sum(len(block.text) for block in lines) * 2 >= sum(len(block.text) for block in shown):
        return lines
    return shown


def _written(plain: str) -> str:
    """Return a plain part without signature, the head of a forwarded message and the marks of one quoted whole."""
    lines = [line for line in plain.split("\n") if line.strip()]
    if lines and sum(line.startswith(">") for line in lines) > 0.6 * len(lines):
        plain = _QUOTING.sub("", plain)
    return _FORWARDING.sub("", _SIGNATURE.sub("", plain), count=1)


def _part(message: Any, kind: str) -> EmailMessage | None:
    try:
        part: EmailMessage | None = message.get_body(preferencelist=(kind,))
    except (ValueError, AttributeError, KeyError, LookupError):
        return None
    return part


def _text(part: EmailMessage | None, material: Material) -> str:
    """Return a part's characters by its declared charset, or by their statistics if that is wrong or unknown."""
    if part is None:
        return ""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeError):
        return decode(data, material.where)


def _attachments(message: Any) -> list[EmailMessage]:
    return [part for part in message.walk() if part.get_filename() and not part.is_multipart()]


def _attached(message: Any, material: Material, depth: int) -> Draft | None:
    """Return the draft of the first attachment that is a readable document or, down to a depth, a message."""
    for part in message.walk():
        try:
            if part.get_content_type() == "message/rfc822" and depth:
                return _read(part.get_payload(0), material, depth - 1)
            if part.get_filename() and not part.is_multipart() and (document := _document(part, material)):
                return document
        except SourceError:
            continue
    return None


def _document(part: EmailMessage, material: Material) -> Draft | None:
    from briefing.sources.formats import draft, sniff

    data = part.get_payload(decode=True)
    if isinstance(data, bytes) and data and sniff(data, part.get_filename() or "") in _READABLE:
        return draft(Material(data, material.where))
    return None
