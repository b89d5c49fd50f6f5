"""PDF documents: lines in their places → paragraphs, hyphens undone, running heads and page numbers dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from threading import Lock
from typing import TYPE_CHECKING, Any

from briefing.frozen import frozen
from briefing.sources.draft import Block, Draft, Metadata
from briefing.sources.errors import SourceError
from briefing.sources.hyphens import undo
from briefing.sources.material import Material
from briefing.sources.sentences import ENDS_PARAGRAPH

if TYPE_CHECKING:
    from briefing.model import ParagraphKind

_MOST_PAGES = 200
_LEAST_LETTERS = 25
_EDGE_LINES = 2
_HEAD = 5
_LARGER = 1.15
_SAME_HEIGHT = 0.15
_LONGEST_HEADING = 150
# PDFium marks a hyphen that only breaks a word at the end of a line with this non-character.
_BREAK = "\ufffe"
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:стр(?:аница|\.)?|page|с\.|p\.)\s*)?\d{1,4}(?:\s*(?:из|of|/)\s*\d{1,4})?\W*", re.IGNORECASE
)
_STARTS_ITEM = re.compile(r"[•▪◦‣●○·*]\s|\d{1,2}[.)]\s")
_STARTS_SPEECH = re.compile(r"[–—-]\s")
_pdfium = Lock()  # PDFium is not safe to use from two threads


@frozen
class Line:
    """A line of a page: its words and, in points, its edges, its base and the height of its letters."""

    text: str
    page: int
    left: float
    right: float
    base: float
    height: float


@frozen
class _Layout:
    """What is usual in the document: the left edge, the right edge, the distance of lines, the height of letters."""

    left: float
    right: float
    pitch: float
    height: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Layout:
        lefts = Counter(round(line.left) for line in lines)
        height = median(sorted(line.height for line in lines for _ in range(max(1, len(line.text) // 10))))
        return cls(
            left=float(lefts.most_common(1)[0][0]),
            right=max(line.right for line in lines),
            pitch=_pitch([line for line in lines if abs(line.height - height) <= _SAME_HEIGHT * height], height),
            height=height,
        )


def _pitch(lines: Sequence[Line], height: float) -> float:
    """Return the distance of lines within a paragraph: where paragraphs are short, most lines are a paragraph apart."""
    steps = sorted(a.base - b.base for a, b in pairwise(lines) if a.page == b.page and a.base - b.base > height / 2)
    return steps[(len(steps) - 1) // 5] if steps else 0.0


def read(material: Material) -> Draft:
    """Return the document's text; raises `SourceError` for scans, passwords and damage."""
    with _pdfium:
        lines = _without_running_heads(_lines(material))
    if sum(len(line.text) for line in lines) < _LEAST_LETTERS:
        raise SourceError(material.where, "is a PDF without text, a scan perhaps", "run text recognition (OCR) on it")
    return Draft.from_blocks(_blocks(lines), Metadata())


def _lines(material: Material) -> list[Line]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(material.data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise SourceError(material.where, "is protected by a password", "save it without one") from error
        raise SourceError(material.where, "is a damaged PDF", "open and save it again") from error
    try:
        return [line for number in range(min(len(document), _MOST_PAGES)) for line in _page(document[number], number)]
    finally:
        document.close()


def _page(page: Any, number: int) -> list[Line]:
    words = page.get_textpage()
    text = words.get_text_range()
    found = []
    for match in re.finditer(rf"[^\r\n{_BREAK}]+{_BREAK}?", text):
        stripped = match.group().strip()
        if not stripped or match.end() > words.count_chars():
            continue
        first = match.start() + match.group().index(stripped[0])
        last = match.start() + len(match.group().rstrip(f" {_BREAK}")) - 1
        left, bottom, _, top = words.get_charbox(first, loose=True)
        right = words.get_charbox(max(first, last), loose=True)[2]
        found.append(Line(stripped, number, left, right, bottom, max(top - bottom, 1.0)))
    words.close()
    page.close()
    return found


def _without_running_heads(lines: list[Line]) -> list[Line]:
    """Drop page numbers and the lines that most pages have in common at their upper and lower edges."""
    edges = _edges(lines)
    pages = len({line.page for line in lines})
    common = Counter(_pattern(line.text) for line in edges)
    running = {text for text, count in common.items() if pages > 1 and count > pages / 2 and count > 1}
    dropped = {id(line) for line in edges if _pattern(line.text) in running or _PAGE_NUMBER.fullmatch(line.text)}
    return [line for line in lines if id(line) not in dropped]


def _edges(lines: Sequence[Line]) -> list[Line]:
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    edges: list[Line] = []
    for page in by_page.values():
        ordered = sorted(page, key=lambda line: -line.base)
        edges += {id(line): line for line in (*ordered[:_EDGE_LINES], *ordered[-_EDGE_LINES:])}.values()
    return edges


def _pattern(text: str) -> str:
    return re.sub(r"\d+", "#", text.lower())


def _blocks(lines: Sequence[Line]) -> list[Block]:
    """Put lines together to paragraphs by distance, indent, length, size of letters and punctuation."""
    layout = _Layout.of(lines)
    groups: list[list[Line]] = [[lines[0]]]
    for above, below in pairwise(lines):
        if _goes_on(above, below, layout):
            groups[-1].append(below)
        else:
            groups.append([below])
    vocabulary = Counter(re.findall(r"[\w-]+", " ".join(line.text for line in lines).lower()))
    title = _title(groups, layout)
    return [
        Block(_joined((line.text for line in group), vocabulary), _kind(group, place, title, layout))
        for place, group in enumerate(groups)
    ]


def _title(groups: Sequence[Sequence[Line]], layout: _Layout) -> int | None:
    """Return the place of the headline: of the first few paragraphs the one in the largest letters."""
    heights = [min(line.height for line in group) for group in groups[:_HEAD]]
    largest = max(heights)
    return heights.index(largest) if largest > _LARGER * layout.height else None


def _kind(group: Sequence[Line], place: int, title: int | None, layout: _Layout) -> ParagraphKind | None:
    if title is not None and place <= title:
        return "title" if place == title else "meta"
    larger = min(line.height for line in group) > _LARGER * layout.height
    return "heading" if larger and sum(len(line.text) for line in group) < _LONGEST_HEADING else None


def _goes_on(above: Line, below: Line, layout: _Layout) -> bool:
    if above.text.endswith(_BREAK):
        return True
    if abs(above.height - below.height) > _SAME_HEIGHT * layout.height or _STARTS_ITEM.match(below.text):
        return False
    if _STARTS_SPEECH.match(below.text) and ENDS_PARAGRAPH.search(above.text):
        return False
    step = above.base - below.base
    beside = above.page == below.page and abs(step) < 0.3 * layout.height
    closed = ENDS_PARAGRAPH.search(above.text) is not None
    lower = below.text[:1].islower()
    apart = above.page != below.page or step < 0 or step > 1.3 * layout.pitch
    if beside:
        return True
    if apart:
        return lower or (not closed and above.page != below.page)
    indented = below.left > layout.left + 0.5 * layout.height and below.left > above.left + 0.3 * layout.height
    short = above.right < layout.left + 0.8 * (layout.right - layout.left)
    return not (closed and (indented or short))


def _joined(texts: Iterable[str], vocabulary: Counter[str]) -> str:
    whole = ""
    for text in texts:
        if whole.endswith((_BREAK, "-")) and whole[-2:-1].isalpha() and text[:1].islower():
            whole = undo(whole[:-1], text, vocabulary)
        else:
            whole = f"{whole} {text}" if whole else text
    return whole.replace(_BREAK, "-")
