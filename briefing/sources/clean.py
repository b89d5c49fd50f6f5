"""The one cleaning of a text: characters made safe and canonical, wrapped lines rejoined, paragraphs set apart.

After it nothing is normalised any more, and every offset of the program counts in its result.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence

from briefing.shortening import shortened
from briefing.sources.wrapping import rejoin

# Controls (C0 without \n, C1), soft hyphen, bidirectional and zero-width marks, fillers that take up no or blank
# room, variation selectors, tags, surrogates and non-characters: they show nothing, and a terminal may obey them.
_UNWANTED = (
    "\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff"
)
_UNWANTED_CHARACTER = re.compile(f"[{_UNWANTED}]")
# Characters that are wanted and that NFC leaves alone whatever stands beside them: nearly all of any European text,
# so that the costly look at each character is spent on the few lines that have others.
_SETTLED = (
    "\n -~\xa0-\xac\xae-\u02ff\u0400-\u0482\u048a-\u052f\u2002-\u200a\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2116"
)
_UNSETTLED = re.compile(f"[^{_SETTLED}]")
_ASCII_CONTROLS = bytes(code for code in (*range(32), 127) if code != 10)
_LINE_ENDS = (("\r\n", "\n"), ("\r", "\n"), ("\x0b", "\n"), ("\x0c", "\n"), ("\x85", "\n"), ("\u2028", "\n"))
_LIKE_A_SPACE = (("\t", " "), ("\u3000", " "))
_SYMBOL_FONT_BULLET = ("\uf0b7", "•")
_REPLACED = (*_LINE_ENDS, ("\u2029", "\n"), *_LIKE_A_SPACE, _SYMBOL_FONT_BULLET)

_SPACES = re.compile(" {2,}")
LONGEST = 80
"""Characters of what an article without a title is listed by."""
_ITEM_STARTS = frozenset("•▪◦‣●○·*0123456789")
_ITEM = re.compile(r"(?:[•▪◦‣●○·*]|\d{1,2}[.)]) ")


def clean(text: str) -> str:
    """Return ``text`` in NFC, with ``\\n`` line ends, no invisible characters and one blank line between paragraphs.

    Tabs become spaces; no-break and thin spaces stay, since they hold numbers together. Lines that were broken to a
    fixed width are rejoined where the text shows that clearly; items of a list stay on neighbouring lines.
    """
    return paragraphs(rejoin(characters(text)))


def inline(text: str) -> str:
    """Return ``text`` as one clean line: a paragraph whose line breaks mean nothing."""
    return _SPACES.sub(" ", characters(text).replace("\n", " ")).strip()


def first_words(text: str) -> str:
    """Return the first line of a text, one of more than `LONGEST` characters up to the end of a word.

    >>> first_words("A mill is to be repaired.\\n\\nIn spring.")
    'A mill is to be repaired.'
    """
    return shortened(" ".join(text.lstrip().partition("\n")[0].split()), LONGEST)


def characters(text: str) -> str:
    """Return ``text`` in NFC with every line end as ``\\n`` and nothing invisible in it."""
    for old, new in _REPLACED:
        if old in text:
            text = text.replace(old, new)
    return _with_settled_lines(text)


def _with_settled_lines(text: str) -> str:
    """Mend the lines that have unsettled characters, passing over all others in one scan."""
    if text.isascii() and len(text.encode().translate(None, _ASCII_CONTROLS)) == len(text):
        return text
    parts: list[str] = []
    end = 0
    while match := _UNSETTLED.search(text, end):
        start = max(end, text.rfind("\n", 0, match.start()) + 1)
        parts.append(text[end:start])
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        parts.append(unicodedata.normalize("NFC", _UNWANTED_CHARACTER.sub("", text[start:end])))
    return "".join([*parts, text[end:]]) if parts else text


def paragraphs(text: str) -> str:
    """Return ``text`` with single spaces, without blanks at line edges, every line a paragraph of its own.

    Blank lines part the paragraphs, but items of a list stay on neighbouring lines, and so does what stands right below
    a line that ends with a colon, in a text whose paragraphs have blank lines between them: it belongs to that line.
    """
    if "  " in text:
        text = _SPACES.sub(" ", text)
    rows = list(map(str.strip, text.split("\n")))
    lines = [line for line in rows if line]
    items = [line[0] in _ITEM_STARTS and _ITEM.match(line) is not None for line in lines]
    announced = list(_announced(rows))
    if not any(items) and not any(announced):
        return "\n\n".join(lines)
    together = [all(pair) or below for pair, below in zip(itertools.pairwise(items), announced, strict=True)]
    breaks = ["\n" if close else "\n\n" for close in together]
    return "".join(part for pair in zip(lines, [*breaks, ""], strict=True) for part in pair)


def _announced(rows: Sequence[str]) -> Iterator[bool]:
    """Yield for each line but the first, blank ones left out, whether it stands right below a colon."""
    spaced = any(not row for row in rows[:-1])
    before, blank = "", False
    for row in rows:
        if row and before:
            yield spaced and not blank and before.endswith(":")
        before, blank = row or before, not row
