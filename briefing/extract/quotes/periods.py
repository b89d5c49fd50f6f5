"""Periods: sentences put together where a quotation or its attribution runs over the end of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import repeat

from briefing.extract.drafts import Mention
from briefing.extract.quotes.marks import Marked, trim
from briefing.language import Document, Language, Reading, Sentence, Token

_HARD = frozenset(";:()[]")
_SOFT = frozenset(",—–-")
_STOPS = frozenset((".", "!", "?", "…", "...", "?!", "!?", "!.."))
_EDGES = _HARD | _SOFT | _STOPS
_LISTED = 6  # tokens of a bracket before the colon between an exchange and a share
_ENDS_LISTED = frozenset("),;")


@dataclass(slots=True)
class Period:
    """The unit in which an attribution is looked for: one or more whole sentences of a paragraph.

    ``places[i]`` is the sentence of token i and its index there; ``inside[i]`` the marked stretch that covers it.
    """

    index: int
    paragraph: int
    language: Language
    tokens: list[Token] = field(default_factory=list)
    places: list[tuple[Sentence, int]] = field(default_factory=list)
    inside: list[Marked | None] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)
    ranges: dict[int, tuple[int, int]] = field(default_factory=dict)
    positions: dict[int, int] = field(default_factory=dict)
    joined: set[int] = field(default_factory=set)
    opens_paragraph: bool = False
    closes_paragraph: bool = False

    def __len__(self) -> int:
        return len(self.tokens)

    def add(self, sentence: Sentence) -> None:
        """Append a sentence."""
        self.tokens.extend(sentence.tokens)
        self.places.extend(zip(repeat(sentence), range(len(sentence.tokens))))

    def cover(self, marked: Sequence[Marked]) -> None:
        """Set which tokens the marked stretches cover."""
        self.marked = list(marked)
        self.inside = [None] * len(self.tokens)
        self.ranges = {}
        self.positions = {id(stretch): place for place, stretch in enumerate(self.marked)}
        if not self.marked:
            return
        stretches = iter(self.marked)
        current = next(stretches, None)
        for index, token in enumerate(self.tokens):
            while current is not None and token.start >= current.closing:
                current = next(stretches, None)
            if current is not None and token.start >= current.opening:
                self.inside[index] = current
                self.ranges[id(current)] = self.ranges.get(id(current), (index, index))[0], index + 1

    def join_dates(self, days: Set[str]) -> None:
        """Let the commas around a date that explains a day part nothing: «сказал в среду, 4 декабря 2017 года, мэр»."""
        for index in range(1, len(self.tokens) - 3):
            if self.tokens[index].text != "," or not self.tokens[index + 1].text.isdigit():
                continue
            if not any(reading.lemma in days for reading in self.tokens[index - 1].readings):
                continue
            stop = next((i for i in range(index + 3, min(len(self), index + 6)) if self.tokens[i].text == ","), None)
            if stop is not None:
                self.joined |= {index, stop}

    def range_of(self, marked: Marked) -> tuple[int, int]:
        """Return the tokens that a marked stretch covers; an empty range if it covers none whole."""
        return self.ranges.get(id(marked), (0, 0))

    def is_edge(self, index: int) -> bool:
        """Whether the token is a mark that divides segments, outside quotations; a hyphen only between spaces."""
        if self.tokens[index].text not in _EDGES or self.inside[index] is not None or self._is_tight(index):
            return False
        if index in self.joined:
            return False
        return (self.tokens[index].text not in _STOPS or self.is_stop(index)) and not self._is_in_name(index)

    def is_hard(self, index: int) -> bool:
        """Whether the token is a bracket, colon or semicolon outside quotations."""
        if self._is_tight(index):
            return False
        return self.tokens[index].text in _HARD and self.inside[index] is None and not self._is_in_name(index)

    def is_stop(self, index: int) -> bool:
        """Whether the token ends a sentence, outside quotations; the full stop of an abbreviation does not."""
        if self.tokens[index].text not in _STOPS or self.inside[index] is not None:
            return False
        if index + 1 == len(self.tokens) or self.places[index + 1][0] is not self.places[index][0]:
            return True
        return not self.tokens[index + 1].is_word and self.tokens[index + 1].text != ","

    def _is_tight(self, index: int) -> bool:
        """Whether the token is the colon of a clock time, an address or a listed share: «12:30», «https://»."""
        if self.tokens[index].text != ":" or index + 1 >= len(self.tokens):
            return False
        after = self.tokens[index + 1]
        if self._is_of_listing(index):
            return True
        return after.start == self.tokens[index].end and (after.text[0].isalnum() or after.text[0] == "/")

    def is_colon(self, index: int) -> bool:
        """Whether the token is a colon that introduces something, outside quotations."""
        return self.tokens[index].text == ":" and self.inside[index] is None and not self._is_tight(index)

    def _is_of_listing(self, index: int) -> bool:
        """Whether the colon stands between an exchange and what a share is listed as: “Acme (NYSE: ACM)”."""
        before, after = self.tokens[max(0, index - _LISTED) : index], self.tokens[index + 1 : index + 3]
        opened = any(token.text == "(" for token in before) and not any(token.text == ")" for token in before)
        return opened and len(after) == 2 and after[0].text.isupper() and after[1].text in _ENDS_LISTED

    def _is_in_name(self, index: int) -> bool:
        """Whether the token stands within a name: «А. Серов», «Vesti.ru»."""
        sentence, local = self.places[index]
        name = sentence.name_at(local)
        return name is not None and name.first < local < name.stop - 1

    def segment(self, index: int) -> tuple[int, int]:
        """Return the tokens of the stretch around ``index`` between dividing marks or quotations."""
        first = stop = index
        while first > 0 and not self.is_edge(first - 1):
            first -= 1
        while stop < len(self.tokens) and not self.is_edge(stop):
            stop += 1
        return first, stop

    def finite(self, first: int, stop: int) -> int | None:
        """Return the first finite verb or short predicate of the tokens outside quotations, or None."""
        for index in range(first, stop):
            if self.inside[index] is None and self.is_predicate(index):
                return index
        return None

    def is_predicate(self, index: int) -> bool:
        """Whether the token is likely a finite verb or short predicate, and no part of a person's name."""
        return is_predicate(self.tokens[index]) and not self.is_in_person(index)

    def is_in_person(self, index: int) -> bool:
        """Whether the token is part of a person's name, which may look like a verb: «Роберт Пил»."""
        sentence, local = self.places[index]
        name = sentence.name_at(local) if self.tokens[index].is_capital else None
        return name is not None and name.kind == "person"

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """Return the text span of the tokens ``first`` to ``stop`` (exclusive)."""
        return self.tokens[first].start, self.tokens[stop - 1].end

    def mention(self, first: int, stop: int) -> Mention | None:
        """Return the mention of these tokens, cut to the sentence in which they begin."""
        if not 0 <= first < stop <= len(self.tokens):
            return None
        sentence, local = self.places[first]
        while stop > first and self.places[stop - 1][0] is not sentence:
            stop -= 1
        return Mention(sentence, local, local + stop - first)

    def words(self, first: int, stop: int) -> int:
        """Return how many words the tokens have."""
        return sum(token.is_word for token in self.tokens[first:stop])


def is_predicate(token: Token) -> bool:
    """Whether the token is likely a finite verb, or a short form used as one."""
    reading = token.readings[0]
    return (reading.pos == "VERB" and reading.form in ("fin", "short")) or (
        reading.pos == "ADJ" and reading.form == "short"
    )


def verb_reading(token: Token) -> Reading | None:
    """Return the token's likeliest reading if it is a verb or a short adjective, else None."""
    reading = token.readings[0]
    if reading.pos == "VERB" or (reading.pos == "ADJ" and reading.form == "short"):
        return reading
    return None


def paragraphs(document: Document) -> list[list[Sentence]]:
    """Return the sentences of each paragraph of the running text."""
    return list(_runs(document.sentences))


def build(document: Document, marked: Sequence[Marked]) -> list[Period]:
    """Return the periods of the running text; ``marked`` are in order, their paragraphs as `paragraphs` counts."""
    periods: list[Period] = []
    by_paragraph: dict[int, list[Marked]] = {}
    for stretch in marked:
        by_paragraph.setdefault(stretch.paragraph, []).append(stretch)
    for number, run in enumerate(_runs(document.sentences)):
        stretches = by_paragraph.get(number, [])
        starts = list(_starts(document.text, run, stretches))
        for first, stop in zip(starts, [*starts[1:], len(run)], strict=True):
            opens, closes = first == 0, stop == len(run)
            period = Period(len(periods), number, document.language, opens_paragraph=opens, closes_paragraph=closes)
            for sentence in run[first:stop]:
                period.add(sentence)
            begin, end = run[first].start, run[stop - 1].end
            period.cover([s for s in stretches if begin <= s.opening < end])
            periods.append(period)
    return periods


def _runs(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Yield the sentences of each paragraph."""
    run: list[Sentence] = []
    for sentence in sentences:
        if run and sentence.paragraph != run[-1].paragraph:
            yield run
            run = []
        run.append(sentence)
    if run:
        yield run


def _starts(text: str, run: Sequence[Sentence], stretches: Sequence[Marked]) -> Iterator[int]:
    """Yield the indices of the sentences with which a period begins."""
    reach = 0
    pending = iter(stretches)
    current = next(pending, None)
    for index, sentence in enumerate(run):
        if index == 0 or (sentence.start >= reach and not _goes_on(text, run[index - 1], sentence)):
            yield index
        while current is not None and current.opening < sentence.end:
            reach = max(reach, current.closing)
            current = next(pending, None)


def _goes_on(text: str, before: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence only carries on the one before: an attribution after a dash, or a small letter."""
    first = sentence.tokens[0]
    if first.text in ("—", "–", "-", ",", "»", "”", ")"):
        return True
    return text[before.end - 1] in ";," or (first.text[0].islower() and text[before.end - 1] not in ".!?")


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span without blanks, dangling marks and brackets at its edges, or None if nothing is left."""
    start, end = trim(text, start, end)
    while end > start and text[end - 1] in ".…" and not text[start:end].endswith(("...", "…")):
        start, end = trim(text, start, end - 1)
    if start >= end:
        return None
    opened, closed = text[start] in '«“„("', text[end - 1] in '»”“)"'
    inner = text[start + 1 : end - 1]
    if opened and closed and not any(mark in inner for mark in '«»“”„()"'):
        start, end = trim(text, start + 1, end - 1)
    return (start, end) if start < end else None
