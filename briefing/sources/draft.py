"""What is known of an article while it is being taken apart: its lines, what each is, and the fields that they fill."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from briefing.frozen import frozen
from briefing.sources.clean import inline

if TYPE_CHECKING:
    from briefing.model import Article, ParagraphKind

_HEAD = 6
_SHORTEST_HEADLINE = 20


@dataclass(slots=True)
class Metadata:
    """The fields of an article's head; None is unknown. The first source that fills a field is believed."""

    title: str | None = None
    date: str | None = None
    place: str | None = None
    agency: str | None = None
    rubric: str | None = None
    photo_credit: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None

    def fill(self, name: str, value: str | None) -> None:
        """Set the field ``name`` unless it is known already or there is no ``value``."""
        if value and getattr(self, name) is None:
            setattr(self, name, value)

    def fill_from(self, other: Metadata) -> None:
        """Set every unknown field to what ``other`` knows."""
        for each in fields(self):
            self.fill(each.name, getattr(other, each.name))


@frozen
class Block:
    """A paragraph as a format's markup gives it, not yet cleaned; ``kind`` None leaves it to the text to tell."""

    text: str
    kind: ParagraphKind | None = None


@dataclass(slots=True)
class Line:
    """A line of the text, ``text[start:end]``, and what it is: None until something has recognised it."""

    start: int
    end: int
    text: str
    kind: ParagraphKind | None = None


@dataclass(slots=True)
class Draft:
    """An article in the making: its clean text, the lines of it that hold something, and the fields found."""

    text: str
    lines: list[Line]
    metadata: Metadata = field(default_factory=Metadata)

    @classmethod
    def of(cls, text: str, metadata: Metadata | None = None) -> Draft:
        """Return a draft of clean ``text`` with every line that is not blank."""
        return cls(text, list(_lines(text)), metadata or Metadata())

    @classmethod
    def from_blocks(cls, blocks: Iterable[Block], metadata: Metadata) -> Draft:
        """Return a draft of these paragraphs, each cleaned; the title heads them even if they leave it out."""
        titled = _with_title([_cleaned(block) for block in blocks], metadata)
        kept = [block for block in titled if block.text]
        text, starts = "", []
        for above, block in zip([None, *kept], kept, strict=False):
            if above is not None:
                text += "\n" if above.kind == block.kind == "list" else "\n\n"
            starts.append(len(text))
            text += block.text
        kinds = {start: block.kind for start, block in zip(starts, kept, strict=True)}
        draft = cls.of(text, metadata)
        for line in draft.lines:
            line.kind = kinds.get(line.start)
        return draft

    def unrecognised(self) -> Iterator[tuple[int, Line]]:
        """Yield the lines that have no kind yet, with their places."""
        for place, line in enumerate(self.lines):
            if line.kind is None:
                yield place, line

    def split(self, place: int, *ends: int) -> list[Line]:
        """Cut the line at ``place`` at these offsets within it, and return the parts that hold something."""
        line = self.lines[place]
        edges = [0, *ends, len(line.text)]
        parts = [
            part
            for left, right in itertools.pairwise(edges)
            for part in _lines(line.text[left:right], line.start + left)
        ]
        self.lines[place : place + 1] = parts
        return parts

    def finish(self, source: str) -> Article:
        """Return the article; lines that nothing has recognised are body."""
        from briefing.language.detect import detect
        from briefing.model import Article, Paragraph

        known = self.metadata
        return Article(
            id=Article.identify(self.text),
            # A file's name may have bytes that are no characters.
            source=source.encode("utf-8", "backslashreplace").decode(),
            language=known.language or detect(self.text),
            title=known.title,
            date=known.date,
            place=known.place,
            agency=known.agency,
            rubric=known.rubric,
            photo_credit=known.photo_credit,
            byline=known.byline,
            url=known.url,
            text=self.text,
            paragraphs=tuple(
                Paragraph(start=line.start, end=line.end, kind=line.kind or "body") for line in self.lines
            ),
        )


def _cleaned(block: Block) -> Block:
    return Block(inline(block.text), block.kind)


def _with_title(blocks: list[Block], metadata: Metadata) -> list[Block]:
    """Mark the block that is the title, or put the title before the blocks."""
    if metadata.title is None:
        first = next((block.text for block in blocks if block.kind == "title"), None)
        metadata.fill("title", first)
        return blocks
    metadata.title = _cleaned(Block(metadata.title)).text
    for place, block in enumerate(blocks[:_HEAD]):
        if _is_headline(block.text, metadata.title):
            metadata.title = block.text
            return [Block(block.text, "title"), *blocks[:place], *blocks[place + 1 :]]
    return [Block(metadata.title, "title"), *blocks]


def _is_headline(line: str, title: str) -> bool:
    """Tell the headline in a text from its title elsewhere, which may have the name of the site or rubric with it."""
    headline, known = _letters(line), _letters(title)
    if headline == known:
        return True
    whole = known.startswith(headline) or known.endswith(headline)
    return whole and len(headline) >= _SHORTEST_HEADLINE and len(headline) * 2 > len(known)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _lines(text: str, offset: int = 0) -> Iterator[Line]:
    start = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            at = start + raw.index(stripped)
            yield Line(offset + at, offset + at + len(stripped), stripped)
        start += len(raw) + 1
