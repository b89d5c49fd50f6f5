"""The layers of briefings as tables: one row an item, named by its article, ready for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.export.summary import Summary, printable, source_name, summarise
from briefing.model import Briefing, Span

Cell = str | int | float | None

_ARTICLE_COLUMNS = ("article", "source", "date", "title")
_SPAN_COLUMNS = ("id", "start", "end", "text")

# What makes a spreadsheet take a text for a formula; the full-width forms count as well in East Asian locales.
# (https://owasp.org/www-community/attacks/CSV_Injection)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Table:
    """A layer's name, its columns and its rows, each as long as the columns."""

    layer: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(briefings: Sequence[Briefing], layers: Sequence[str]) -> list[Table]:
    """Return a table for each of the layers, with the items of all the briefings in their order."""
    summaries = [summarise(briefing) for briefing in briefings]
    return [_table(layer, summaries) for layer in layers]


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet that opens this text would calculate it."""
    return text.lstrip(" \u00a0").startswith(_FORMULA_STARTS) or text.startswith(_FORMULA_STARTS)


def _table(layer: str, summaries: Sequence[Summary]) -> Table:
    columns, rows_of = _LAYERS[layer]
    rows = (
        (*_article_cells(summary), *(printable(cell) if isinstance(cell, str) else cell for cell in row))
        for summary in summaries
        for row in rows_of(summary)
    )
    return Table(layer, (*_ARTICLE_COLUMNS, *_SPAN_COLUMNS, *columns), tuple(rows))


def _article_cells(summary: Summary) -> tuple[Cell, ...]:
    article = summary.article
    return (article.id, source_name(article), article.date, summary.title)


def _span_cells(item_id: str, item: Span) -> tuple[Cell, ...]:
    return (item_id, item.start, item.end, item.text)


def _facts(summary: Summary) -> Iterator[tuple[Cell, ...]]:
    for fact in summary.facts:
        yield (*_span_cells(fact.id, fact), fact.kind, fact.score)


def _quotes(summary: Summary) -> Iterator[tuple[Cell, ...]]:
    for entry in summary.speakers:
        name = entry.name if entry.speaker else None
        for quote in entry.quotes:
            cue = quote.cue.text if quote.cue else None
            yield (*_span_cells(quote.id, quote), quote.kind, name, entry.role or None, cue)


def _actions(summary: Summary) -> Iterator[tuple[Cell, ...]]:
    for entry in summary.actions:
        action = entry.action
        yield (*_span_cells(action.id, action), action.status, action.actor, action.deadline, entry.deadline or None)


def _figures(summary: Summary) -> Iterator[tuple[Cell, ...]]:
    for entry in summary.figures:
        figure = entry.figure
        yield (*_span_cells(figure.id, figure), figure.kind, figure.value, figure.unit)


_Rows = Callable[[Summary], Iterator[tuple[Cell, ...]]]
_LAYERS: Mapping[str, tuple[tuple[str, ...], _Rows]] = {
    "facts": (("kind", "score"), _facts),
    "quotes": (("kind", "speaker", "role", "cue"), _quotes),
    "actions": (("status", "actor", "deadline", "deadline_in_words"), _actions),
    "figures": (("kind", "value", "unit"), _figures),
}
