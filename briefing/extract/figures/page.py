"""A sentence's pieces with what the lexicons say of them: what every reader of figures works on."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from briefing.extract.figures.pieces import Piece
from briefing.extract.figures.vocabulary import Vocabulary
from briefing.frozen import frozen
from briefing.language import Document, Sentence

# How many dates or numbers in a row may share what the last one says.
LONGEST_ROW = 16
DASHES = ("-", "‑", "–", "—", "−")


@frozen
class Page:
    """The pieces of one sentence. Indices outside it are allowed everywhere: nothing stands there."""

    document: Document
    sentence: Sentence
    pieces: list[Piece]
    vocabulary: Vocabulary
    memory: dict[tuple[object, ...], Any] = field(default_factory=dict, repr=False, compare=False)

    def match(self, index: int, table: str) -> tuple[int, Any] | None:
        """Return where the phrase of ``table`` at piece ``index`` stops and what it stands for, or None."""
        if not 0 <= index < len(self.pieces) or table not in self.pieces[index].word.tables:
            return None
        return self.vocabulary.tables[table].match(self.pieces, index)

    def has(self, index: int, table: str) -> bool:
        """Whether ``table`` knows what stands at ``index``."""
        return self.match(index, table) is not None

    def past(self, index: int, table: str) -> int:
        """Return where to read on behind an optional phrase of ``table``."""
        found = self.match(index, table)
        return found[0] if found is not None else index

    def text(self, index: int) -> str:
        """Return the text of the piece at ``index``, empty outside the sentence."""
        return self.pieces[index].text if 0 <= index < len(self.pieces) else ""

    def glued(self, index: int) -> bool:
        """Whether no blank stands before piece ``index``."""
        return 0 < index < len(self.pieces) and self.pieces[index].start == self.pieces[index - 1].end

    def is_dash(self, index: int) -> bool:
        """Whether a hyphen or dash stands at ``index``."""
        return self.text(index) in DASHES

    def is_in_middle(self, index: int) -> bool:
        """Whether a part is joined to what stands at ``index`` with a hyphen: "mid-May", "mid-2019"."""
        return self.is_dash(index - 1) and self.glued(index) and self.has(index - 2, "part")

    def integer(self, index: int) -> int | None:
        """Return the whole number that is written in at most four plain digits at ``index``, as years and days are."""
        text = self.text(index)
        if not text.isdecimal() or len(text) > 4 or self.pieces[index].masked:
            return None
        return int(text)

    def is_inside(self, index: int) -> bool:
        """Whether a word or number of the sentence stands before ``index``, so that a capital there means a name."""
        return index > 0 and self.text(index - 1)[-1].isalnum()

    def is_verb(self, index: int) -> bool:
        """Whether the likeliest reading of the word at ``index`` is a verb."""
        return self.sentence.tokens[self.pieces[index].token].pos == "VERB"

    def is_plural(self, index: int) -> bool:
        """Whether the likeliest reading of the word at ``index`` is a plural."""
        return self.sentence.tokens[self.pieces[index].token].readings[0].number == "plur"

    def agree(self, first: int, second: int) -> bool:
        """Whether two words may belong together by case, number and gender; words without case always may."""
        readings = [self.sentence.tokens[self.pieces[index].token].readings for index in (first, second)]
        ones, others = ([reading for reading in those if reading.case] for those in readings)
        if not ones or not others:
            return True
        return any(
            one.case == other.case
            and one.number == other.number
            and (one.number == "plur" or one.gender == other.gender or not (one.gender and other.gender))
            for one in ones
            for other in others
        )

    def is_bracketed(self, index: int) -> bool:
        """Whether the piece stands in brackets."""
        opened = sum(piece.text == "(" for piece in self.pieces[:index])
        return opened > sum(piece.text == ")" for piece in self.pieces[:index])

    def is_in_name(self, index: int) -> bool:
        """Whether the piece belongs to a name that begins before it."""
        token = self.pieces[index].token
        name = self.sentence.name_at(token)
        return name is not None and name.first < token
