"""What the library keeps of a briefing: the rows of its tables, made without the library, in any process."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.edtf import bounds
from briefing.library.sketch import sketch
from briefing.library.terms import fold, name_words, terms

if TYPE_CHECKING:
    from briefing.model import Article, Briefing, Figure

QUANTITIES = ("money", "percent", "count", "measure")
"""The kinds of figures that can be compared across articles."""

_SENTENCE_ENDS = ".!?…\n"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with quantities in it: its place in the article's text, its `terms` and its figures as JSON."""

    start: int
    text: str
    terms: str
    figures: str


@dataclass(frozen=True, slots=True)
class Record:
    """A briefing as rows of the library's tables, each without the article's number.

    ``engine`` is the version of the program that made the briefing, ``models`` whether it used the language models.
    ``json`` and ``terms`` are compressed.
    """

    id: str
    engine: str
    models: bool
    article: tuple[str | None, ...]
    counts: tuple[int, int, int]
    json: bytes
    terms: bytes
    words: tuple[str, str]
    sketch: tuple[int, ...]
    speakers: tuple[tuple[str | None, ...], ...]
    name_words: tuple[tuple[str, str], ...]
    quotes: tuple[tuple[str | int | None, ...], ...]
    actions: tuple[tuple[str | int | None, ...], ...]
    sentences: tuple[Sentence, ...]


def record(briefing: Briefing, engine: str, *, models: bool = True) -> Record:
    """Return what is kept of a briefing; nearly all of the work of adding it, so that other processes can do it."""
    article = briefing.article
    body = terms(article.text)
    named = dict.fromkeys((word, s.id) for s in briefing.speakers for word in name_words(s.name))
    return Record(
        id=article.id,
        engine=engine,
        models=models,
        article=_article(article),
        counts=(len(briefing.facts), len(briefing.quotes), len(briefing.actions)),
        json=zlib.compress(briefing.model_dump_json().encode(), 6),
        terms=zlib.compress(body.encode(), 6),
        words=(terms(article.title or ""), body),
        sketch=sketch(article.text),
        speakers=tuple((s.id, s.name, s.kind, s.role, s.organisation) for s in briefing.speakers),
        name_words=tuple(named),
        quotes=tuple((q.id, q.speaker, q.kind, q.start, q.text) for q in briefing.quotes),
        actions=tuple(
            (a.id, a.status, a.actor, a.deadline, due(a.deadline), a.start, a.text) for a in briefing.actions
        ),
        sentences=tuple(_sentences(article.text, briefing.figures)),
    )


def _article(article: Article) -> tuple[str | None, ...]:
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
