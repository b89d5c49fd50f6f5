"""What extraction works on before the models are built: slotted records of spans in the article's text.

Spans are half-open and count code points of the article's text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.frozen import frozen
from briefing.language import Sentence
from briefing.model import ActionStatus, FigureKind, QuoteKind, SpeakerKind, Via


class Phrase:
    """The tokens ``first`` to ``stop`` (exclusive) of a sentence."""

    __slots__ = ()

    sentence: Sentence
    first: int
    stop: int

    @property
    def start(self) -> int:
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        return self.sentence.tokens[self.stop - 1].end


@frozen
class Mention(Phrase):
    """A noun phrase or pronoun that names somebody."""

    sentence: Sentence
    first: int
    stop: int


def covers(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    """Whether one of the spans has the text offset."""
    return any(start <= offset < end for start, end in spans)


@dataclass(slots=True)
class Utterance:
    """Words that the article attributes to somebody, before it is known who that is.

    ``mention`` is the phrase that names the speaker («вице-губернатор», «он», "the minister"). Without one,
    ``continued`` says that the speaker of the utterance before goes on; otherwise nobody is named («было отмечено»).
    ``inserted``: the attribution stands inside or behind the words. ``speaker`` (a `SpeakerDraft` id) and ``via`` are
    filled in when the mention has been resolved.
    """

    kind: QuoteKind
    start: int
    end: int
    cue: tuple[int, int] | None = None
    mention: Mention | None = None
    continued: bool = False
    inserted: bool = False
    speaker: str | None = None
    via: Via | None = None


@dataclass(slots=True)
class SpeakerDraft:
    """Someone or something that speaks; see `briefing.model.Speaker`. ``mentions`` are spans in text order."""

    id: str
    name: str
    kind: SpeakerKind
    role: str | None = None
    organisation: str | None = None
    mentions: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class FigureDraft:
    """A quantity or date; see `briefing.model.Figure`."""

    kind: FigureKind
    start: int
    end: int
    value: float | int | str | None
    unit: str | None


@dataclass(slots=True)
class ActionDraft:
    """Something to be done; see `briefing.model.Action`. ``deadline_span`` lies in the article, not always inside."""

    start: int
    end: int
    status: ActionStatus
    actor: str | None = None
    speaker: str | None = None
    deadline: str | None = None
    deadline_span: tuple[int, int] | None = None


@dataclass(slots=True)
class FactDraft:
    """A key sentence; see `briefing.model.Fact`. ``figures`` are indices into the list of figures."""

    start: int
    end: int
    kind: str
    score: float
    figures: tuple[int, ...] = ()
