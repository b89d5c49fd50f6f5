"""Bytes to characters: UTF-8 and UTF-16 by their form, the older Cyrillic and Western encodings by their statistics."""

from __future__ import annotations

import codecs
import re

from briefing.sources.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ["cp1251", "koi8_r", "cp866", "iso8859_5", "cp1252"]
_SAMPLE = 65_536
# Text uses tab, the line ends, form feed and, in old teletype copy, escape; other control bytes are binary data.
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DAMAGE = 0.02


def decode(data: bytes, where: str) -> str:
    """Return the characters of ``data``.

    A byte order mark decides; then strict UTF-8, UTF-16 without a mark, UTF-8 with a few damaged bytes, and last the
    one-byte encodings that newsrooms have used. Raises `SourceError` when the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data[:_SAMPLE]:
        return _wide(data, where)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    sample = data[:_SAMPLE]
    if len(_BINARY.findall(sample)) > len(sample) / 1000:
        raise SourceError(where, "holds binary data, not text", "give a text, HTML, DOCX, PDF or mail file")
    return _damaged(data) or data.decode(_legacy(sample, where), "replace")


def _wide(data: bytes, where: str) -> str:
    """Decode UTF-16 without a mark: in running text most high bytes are 0 (Latin) or 4 (Cyrillic)."""
    sample = data[: _SAMPLE & ~1]
    for high, encoding in ((sample[1::2], "utf-16-le"), (sample[0::2], "utf-16-be")):
        if high and (high.count(0) + high.count(4)) / len(high) > 0.9:
            text = data[: len(data) & ~1].decode(encoding, "replace")
            if not _BINARY.search(text[:1000].encode("utf-8", "replace")):
                return text
    raise SourceError(where, "holds binary data, not text", "give a text, HTML, DOCX, PDF or mail file")


def _damaged(data: bytes) -> str | None:
    """Return UTF-8 text in which only a few sequences are broken, or None if it is not UTF-8 at all."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return text if broken <= max(1, beyond_ascii - broken) * _DAMAGE else None


def _legacy(sample: bytes, where: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_LEGACY, threshold=1.0, preemptive_behaviour=True).best()
    if best is None:
        raise SourceError(where, "is in no encoding that can be recognised", "save it as UTF-8")
    return best.encoding
