"""Quantities and dates of the running text, with normalised values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefing.extract.drafts import FigureDraft
from briefing.extract.figures import pieces, quantities, relative, resolve, written, years
from briefing.extract.figures.dates import Dated
from briefing.extract.figures.deadlines import deadline
from briefing.extract.figures.page import Page
from briefing.extract.figures.vocabulary import Vocabulary, vocabulary
from briefing.language import Document, Sentence

__all__ = ["deadline", "find"]


@dataclass(slots=True)
class _Found:
    """A figure where it stands; a date has no draft until all dates of the article are known."""

    sentence: int
    start: int
    end: int
    figure: FigureDraft | None
    dated: Dated | None
    future: bool = False


def find(document: Document, published: date | None) -> list[FigureDraft]:
    """Return the figures in text order; relative dates are resolved against the day of publication.

    Spans do not overlap, and hold the number with its unit and nothing else. A date whose year neither the day of
    publication nor the text tells has no value.
    """
    words = vocabulary(document.language)
    found = [figure for sentence in document.sentences for figure in _in_sentence(document, sentence, words, published)]
    return list(_resolved(found, published))


def _in_sentence(document: Document, sentence: Sentence, words: Vocabulary, published: date | None) -> Iterator[_Found]:
    parts = pieces.read(document, sentence, words)
    if not parts:
        return
    page = Page(document, sentence, parts, words)
    told = relative.Reader(page, published)
    counted = quantities.Reader(page)
    index = 0
    while index < len(parts):
        part = parts[index]
        if part.is_word and not words.knows(part.keys) and years.roman(part.text) is None:
            index += 1  # Most words: no figure begins with one that no table has.
            continue
        relative_date = told.read(index)
        dates = [relative_date] if relative_date is not None else written.read(page, index)
        if dates:
            future = told.is_future(index)
            for dated in dates:
                yield _Found(sentence.index, parts[dated.first].start, parts[dated.stop - 1].end, None, dated, future)
            index = max(dated.stop for dated in dates)
            continue
        quantity_list = counted.read(index)
        for quantity in quantity_list:
            if quantity.kind is not None:
                start, end = parts[quantity.first].start, parts[quantity.stop - 1].end
                figure = FigureDraft(quantity.kind, start, end, quantity.value, quantity.unit)
                yield _Found(sentence.index, start, end, figure, None)
        index = max((quantity.stop for quantity in quantity_list), default=index + 1)


def _resolved(found: list[_Found], published: date | None) -> Iterator[FigureDraft]:
    dates = [item.dated for item in found if item.dated is not None]
    year = resolve.running_year(dates, published)
    before: _Found | None = None
    last_year: int | None = None
    end = -1
    for item in found:
        if item.start < end:
            continue
        end = item.end
        if item.dated is None:
            if item.figure is not None:
                yield item.figure
            continue
        near = before.dated if before is not None and item.sentence - before.sentence <= 1 else None
        value = resolve.value(
            item.dated, published=published, year=year, before=near, last_year=last_year, future=item.future
        )
        yield FigureDraft("date", item.start, item.end, value, None)
        if item.dated.begin is not None and item.dated.begin.year is not None:
            before = item
        if value is not None and value[:4].isdecimal():
            last_year = int(value[:4])
