"""Quantities and dates of the running text, with normalised values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefing import edtf
from briefing.extract.drafts import FigureDraft
from briefing.extract.figures import pieces, quantities, relative, rows, tenses, titles, units, written
from briefing.extract.figures.agreement import settle
from briefing.extract.figures.dates import Dated
from briefing.extract.figures.deadlines import deadline
from briefing.extract.figures.page import Page
from briefing.extract.figures.quantity import Quantity
from briefing.extract.figures.resolve import Onward, Resolver, Tense, Writing, writing
from briefing.extract.figures.vocabulary import Vocabulary, vocabulary
from briefing.language import Document, Sentence

__all__ = ["deadline", "find", "settle"]

_LARGE = 1_000_000  # smaller numbers without a unit may count anything


@dataclass(slots=True)
class _Found:
    """A figure where it stands; a date has no draft until all dates of the article are known.

    ``onward``: how the sentence goes on to a date from another, with a verb of its own.
    ``bare``: its unit is not said, and may be the money told before. ``aside``: it is money in brackets, which says
    again what stands before them.
    """

    sentence: int
    start: int
    end: int
    figure: FigureDraft | None
    dated: Dated | None
    tense: Tense = ""
    onward: Onward = ""
    bare: bool = False
    aside: bool = False


def find(document: Document, published: date | None) -> list[FigureDraft]:
    """Return the figures in text order; relative dates are resolved against the day of publication.

    Spans do not overlap, and hold the number with its unit and nothing else. A date whose year neither the day of
    publication nor the text tells has no value.
    """
    words = vocabulary(document.language)
    when = Writing()
    found = [list(_in_sentence(document, sentence, words, published, when)) for sentence in document.sentences]
    if published is None:
        when = writing(
            [(item.dated, item.tense, item.sentence) for items in found for item in items if item.dated is not None]
        )
        for index, items in enumerate(found):
            if when.day is not None and any(item.dated is not None and item.dated.is_unknown for item in items):
                found[index] = list(_in_sentence(document, document.sentences[index], words, published, when))
    return list(_resolved([item for items in found for item in items], Resolver(published, when)))


def _in_sentence(
    document: Document, sentence: Sentence, words: Vocabulary, published: date | None, when: Writing
) -> Iterator[_Found]:
    parts = pieces.read(document, sentence, words)
    if not parts:
        return
    page = Page(document, sentence, parts, words)
    told = relative.Reader(page, published, when)
    counted = quantities.Reader(page)
    titled = titles.inside(page)
    read: list[Dated | Quantity] = []
    onward: list[Onward] = []
    index, dated_before = 0, len(parts)
    while index < len(parts):
        if not parts[index].word.begins or index in titled:
            index += 1
            continue
        relative_date = told.read(index)
        dates = [relative_date] if relative_date is not None else written.read(page, index)
        found = dates or counted.read(index)
        read.extend(found)
        onward += [tenses.goes_on(page, dated_before, index)] * len(dates)
        index = max((item.stop for item in found), default=index + 1)
        dated_before = index if dates else dated_before
    dated = rows.with_year(page, [item for item in read if isinstance(item, Dated)])
    told_dates = zip(dated, onward, strict=True)
    for item in read:
        if isinstance(item, Dated):
            yield _of_date(page, *next(told_dates))
        elif item.kind is not None:
            yield _of_quantity(page, item)


def _of_date(page: Page, dated: Dated, onward: Onward) -> _Found:
    start, end = page.pieces[dated.first].start, page.pieces[dated.stop - 1].end
    return _Found(page.sentence.index, start, end, None, dated, tenses.told(page, dated.first), onward)


def _of_quantity(page: Page, quantity: Quantity) -> _Found:
    assert quantity.kind is not None
    start, end = page.pieces[quantity.first].start, page.pieces[quantity.stop - 1].end
    figure = FigureDraft(quantity.kind, start, end, quantity.value, quantity.unit)
    bare = quantity.bare and units.may_be_money(page, quantity)
    aside = quantity.kind == "money" and page.is_bracketed(quantity.first)
    return _Found(page.sentence.index, start, end, figure, None, bare=bare, aside=aside)


def _resolved(found: list[_Found], resolver: Resolver) -> Iterator[FigureDraft]:
    end = -1
    money: _Found | None = None
    for number, item in enumerate(found):
        if item.start < end:
            continue
        end = item.end
        if item.dated is not None:
            value = resolver.value(item.dated, item.sentence, item.tense, onward=item.onward)
            if value is not None and edtf.bounds(value) == (None, None):
                value = None  # before the year 1
            if value is None and item.dated.same_day and not item.dated.or_now:
                continue  # «в тот же день», and nothing says which
            yield FigureDraft("date", item.start, item.end, value, None)
            continue
        if item.figure is None:
            continue
        near = money if money is not None and item.sentence - money.sentence <= 1 else _money_behind(found, number)
        if item.bare and near is not None and near.figure is not None:
            item.figure.kind, item.figure.unit = "money", near.figure.unit
        if item.aside:
            pass
        elif item.figure.kind == "money":
            money = item
        elif item.figure.kind == "count":
            money = None
        yield item.figure


def _money_behind(found: list[_Found], number: int) -> _Found | None:
    """Return the money that the sentence goes on to: «доходы выросли на | 3 млрд | и составят 96 млрд рублей»."""
    here, behind = found[number], next(iter(found[number + 1 : number + 2]), None)
    if here.figure is None or behind is None or behind.figure is None or behind.sentence != here.sentence:
        return None
    both = (here.figure.value, behind.figure.value)
    large = all(isinstance(value, (int, float)) and value >= _LARGE for value in both)
    return behind if large and behind.figure.kind == "money" else None
