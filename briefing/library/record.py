"""What the library keeps of a briefing: the rows of its tables, made without the library, in any process.

What is asked across articles is answered from rows of the briefing as it was reviewed.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.attribution import attributions
from briefing.edtf import bounds
from briefing.frozen import frozen
from briefing.library.sketch import sketch
from briefing.library.terms import fold, name_words, terms
from briefing.review import apply
from briefing.review.file import loads
from briefing.review.record import checked, recorded
from briefing.sources.clean import first_words

if TYPE_CHECKING:
    from briefing.model import Article, Briefing, Figure

QUANTITIES = ("money", "percent", "count", "measure")
"""The kinds of figures that can be compared across articles."""

_SENTENCE_ENDS = ".!?…\n"


@frozen
class Sentence:
    """A sentence with quantities in it: its place in the article's text, its `terms` and its figures as JSON."""

    start: int
    text: str
    terms: str
    figures: str


@frozen
class Rows:
    """What a briefing says that is asked for across articles, each row without the article's number.

    ``facts`` is how many it has; ``done`` tells of actions that somebody has decided on, by id, whether they are done.
    """

    facts: int
    speakers: tuple[tuple[str | None, ...], ...]
    name_words: tuple[tuple[str, str], ...]
    quotes: tuple[tuple[str | int | None, ...], ...]
    actions: tuple[tuple[str | int | None, ...], ...]
    done: dict[str, bool]
    sentences: tuple[Sentence, ...]


UNMADE = ""
"""The engine of an article whose briefing is still to be made."""


@frozen
class Record:
    """An article with its briefing, as the library's tables have it.

    ``engine`` is the version of the program that made the briefing, ``models`` whether it used the language models,
    ``review`` the text of the review that the ``rows`` were made with, ``opening`` the first words where there is no
    title. ``json`` and ``terms`` are compressed.
    """

    id: str
    engine: str
    models: bool
    opening: str
    head: tuple[str | None, ...]
    json: bytes
    terms: bytes
    words: tuple[str, str]
    sketch: tuple[int, ...]
    review: str
    rows: Rows

    @property
    def article(self) -> Article:
        """The article, as it was read."""
        from briefing.model import Briefing

        return Briefing.model_validate_json(zlib.decompress(self.json)).article


def record(briefing: Briefing, engine: str, *, models: bool = True, review: str = "") -> Record:
    """Return what is kept of a briefing; nearly all of the work of adding it, so that other processes can do it.

    Raises:
        briefing.review.file.ReviewError: the text of the review is none.
    """
    article = briefing.article
    body = terms(article.text)
    return Record(
        id=article.id,
        engine=engine,
        models=models,
        opening="" if article.title else first_words(article.text),
        head=_head(article),
        json=zlib.compress(briefing.model_dump_json().encode(), 6),
        terms=zlib.compress(body.encode(), 6),
        words=(terms(article.title or ""), body),
        sketch=sketch(article.text),
        review=review,
        rows=rows(checked(apply(briefing, loads(review, article.source))) if review else briefing),
    )


def rows(briefing: Briefing) -> Rows:
    """Return the rows of a briefing as it was handed on by `briefing.review.record.checked`."""
    named = dict.fromkeys((word, s.id) for s in briefing.speakers for word in name_words(s.name))
    decided = {id_: decision for (layer, id_), decision in recorded(briefing).items() if layer == "actions"}
    edits = {id_: decision.edits for id_, decision in decided.items()}
    attributed = attributions(briefing)
    wordings = {id_: said for id_, values in edits.items() if isinstance(said := values.get("wording"), str)}
    return Rows(
        facts=len(briefing.facts),
        speakers=tuple((s.id, s.name, s.kind, s.role, s.organisation) for s in briefing.speakers),
        name_words=tuple(named),
        quotes=tuple((q.id, q.speaker, q.kind, q.start, q.text, *attributed[q.id]) for q in briefing.quotes),
        actions=tuple(
            (a.id, a.status, a.actor, a.deadline, due(a.deadline), a.start, a.text, wordings.get(a.id))
            for a in briefing.actions
        ),
        done={id_: decision.done for id_, decision in decided.items()},
        sentences=tuple(_sentences(briefing.article.text, briefing.figures)),
    )


def _head(article: Article) -> tuple[str | None, ...]:
    return (
        *(article.id, article.source, article.language, article.title, article.date),
        *(article.place, article.agency, fold(article.place or "")),
    )


def _sentences(text: str, figures: tuple[Figure, ...]) -> Iterator[Sentence]:
    inside: dict[tuple[int, int], list[Figure]] = {}
    for figure in figures:
        if figure.kind in QUANTITIES:
            inside.setdefault(_sentence(text, figure), []).append(figure)
    for (start, end), found in inside.items():
        sentence = text[start:end]
        yield Sentence(start, sentence, terms(sentence), f"[{','.join(figure.model_dump_json() for figure in found)}]")


def _sentence(text: str, figure: Figure) -> tuple[int, int]:
    """Return the sentence around a figure: up to the marks that end one, if a space and no small letter follows."""
    start, end = figure.start, figure.end
    while start > 0 and not _ends(text, start - 1):
        start -= 1
    while end < len(text) and not _ends(text, end):
        end += 1
    end = min(len(text), end + 1)
    around = text[start:end]
    start += len(around) - len(around.lstrip())
    return start, start + len(around.strip())


def _ends(text: str, index: int) -> bool:
    if text[index] not in _SENTENCE_ENDS:
        return False
    after = text[index + 1 : index + 3]
    return text[index] == "\n" or not after.strip() or (after[0].isspace() and not after[1:2].islower())


def due(deadline: str | None) -> str | None:
    """Return the day (ISO 8601) by which an EDTF deadline falls due: its last, or its first where the end is open."""
    first, last = bounds(deadline) if deadline else (None, None)
    day = last or first
    return day.isoformat() if day is not None else None
