"""The document model: an article and the briefing that was made from it.

Every span is half-open and counts Unicode code points of ``Article.text``. The models are frozen; a `Briefing`
that claims words which the article does not have at that place is refused.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

ParagraphKind = Literal["title", "meta", "credit", "body", "heading", "list"]
SpeakerKind = Literal["person", "organisation", "unnamed"]
QuoteKind = Literal["direct", "indirect"]
Via = Literal["name", "role", "pronoun", "context"]
FigureKind = Literal["money", "percent", "count", "measure", "date", "ordinal", "time", "other"]
ActionStatus = Literal["directed", "proposed", "planned", "agreed", "under_way"]

Offset = Annotated[int, Field(ge=0)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, validate_by_name=True)


class Span(_Model):
    """Words of the article: ``article.text[start:end] == text``."""

    start: Offset
    end: Offset
    text: str

    @model_validator(mode="after")
    def _covers_its_text(self) -> Self:
        if self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"span {self.start}-{self.end} does not have the length of its text {self.text!r}")
        return self


class Paragraph(_Model):
    """A stretch of the article's text and what it is; paragraphs are in order and do not overlap."""

    start: Offset
    end: Offset
    kind: ParagraphKind


class Article(_Model):
    """A news article as it was read: its text, fixed once, and what its header and dateline say of it.

    ``date`` is ISO 8601 (a day), ``language`` ISO 639-1, ``source`` the path or URL as the user gave it.
    """

    id: str
    source: str
    language: str
    title: str | None = None
    date: str | None = None
    place: str | None = None
    agency: str | None = None
    rubric: str | None = None
    photo_credit: str | None = None
    byline: str | None = None
    url: str | None = None
    text: str
    paragraphs: tuple[Paragraph, ...]

    @model_validator(mode="after")
    def _paragraphs_lie_in_the_text(self) -> Self:
        reached = 0
        for paragraph in self.paragraphs:
            if not reached <= paragraph.start < paragraph.end <= len(self.text):
                raise ValueError(f"paragraph {paragraph.start}-{paragraph.end} is out of order or outside the text")
            reached = paragraph.end
        return self

    @staticmethod
    def identify(text: str) -> str:
        """Return the stable id of an article with this text: 16 hexadecimal digits of its SHA-256."""
        return hashlib.sha256(text.encode()).hexdigest()[:16]


class Speaker(_Model):
    """Someone or something to whom the article attributes words; ``name`` and ``role`` are nominative."""

    id: str
    name: str
    kind: SpeakerKind
    role: str | None = None
    organisation: str | None = None
    mentions: tuple[Span, ...] = ()


class Quote(Span):
    """What somebody said: the words alone, without marks, speaker or verb.

    ``speaker`` is a `Speaker` id, null where the article names nobody; ``cue`` the verb or phrase that attributes
    the words; ``via`` how the speaker was found.
    """

    id: str
    kind: QuoteKind
    speaker: str | None = None
    cue: Span | None = None
    via: Via | None = None


class Figure(Span):
    """A quantity or a date.

    ``value`` is a number (whole currency units for money, percent as written) or, for dates, an EDTF string
    (https://www.loc.gov/standards/datetime/); null for a date that the article alone cannot resolve. ``unit`` is an
    ISO 4217 code, ``%`` or ``pp``, or the unit's or noun's lemma.
    """

    id: str
    kind: FigureKind
    value: float | int | str | None = None
    unit: str | None = None


class Fact(Span):
    """A key sentence; ``score`` from 0 to 1 says how much it matters, ``figures`` are ids of those inside."""

    id: str
    kind: str
    score: Annotated[float, Field(ge=0, le=1)]
    figures: tuple[str, ...] = ()


class Action(Span):
    """What somebody will, should or has agreed to do; ``deadline`` is EDTF, ``deadline_span`` its words."""

    id: str
    status: ActionStatus
    actor: str | None = None
    speaker: str | None = None
    deadline: str | None = None
    deadline_span: Span | None = None


class Briefing(_Model):
    """An article with everything that was found in it (facts most important first, the rest in text order)."""

    schema_: Literal["briefing/1"] = Field(default="briefing/1", alias="schema")
    article: Article
    speakers: tuple[Speaker, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    facts: tuple[Fact, ...] = ()
    actions: tuple[Action, ...] = ()

    def spans(self) -> Iterator[Span]:
        """Yield every span of the briefing, nested ones too."""
        for speaker in self.speakers:
            yield from speaker.mentions
        for quote in self.quotes:
            yield quote
            if quote.cue is not None:
                yield quote.cue
        yield from self.figures
        yield from self.facts
        for action in self.actions:
            yield action
            if action.deadline_span is not None:
                yield action.deadline_span

    @model_validator(mode="after")
    def _is_grounded(self) -> Self:
        text = self.article.text
        for span in self.spans():
            if text[span.start : span.end] != span.text:
                raise ValueError(
                    f"{type(span).__name__.lower()} {span.start}-{span.end} says {span.text!r},"
                    f" but the article has {text[span.start : span.end]!r} there"
                )
        return self

    @model_validator(mode="after")
    def _references_exist(self) -> Self:
        speakers = {speaker.id for speaker in self.speakers}
        figures = {figure.id for figure in self.figures}
        references = [(item.id, item.speaker) for item in self.quotes]
        references += [(item.id, item.speaker) for item in self.actions]
        for item_id, speaker_id in references:
            if speaker_id is not None and speaker_id not in speakers:
                raise ValueError(f"{item_id} refers to a speaker {speaker_id!r} that is not in the briefing")
        for fact in self.facts:
            if missing := set(fact.figures) - figures:
                raise ValueError(f"{fact.id} refers to figures {sorted(missing)} that are not in the briefing")
        return self
