"""The layers of briefings as tables: one row an item, named by its article, ready for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from briefing.export.lines import printable
from briefing.export.own import FIRST_COLUMNS
from briefing.export.summary import Summary, source_name, summarise
from briefing.frozen import frozen
from briefing.model import Action, Briefing, Fact, Figure, Quote
from briefing.review.record import Checked, Recorded

Cell = str | int | float | None
_Item = Fact | Quote | Action | Figure
_Row = tuple[_Item, *tuple[Cell, ...]]

_REVIEW_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "facts": ("state", "pinned", "comment"),
    "quotes": ("state", "pinned", "comment"),
    "actions": ("wording", "state", "pinned", "done", "comment"),
    "figures": ("state", "pinned", "comment"),
}
"""Columns at the end of each table where any of its articles was reviewed."""

# What makes a spreadsheet take a text for a formula; the full-width forms count as well in East Asian locales.
# (https://owasp.org/www-community/attacks/CSV_Injection)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@frozen
class Table:
    """A layer's name, its columns and its rows, each as long as the columns."""

    layer: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(briefings: Sequence[Briefing], layers: Sequence[str]) -> list[Table]:
    """Return a table for each of the layers, with the items of all the briefings in their order."""
    summaries = [summarise(briefing) for briefing in briefings]
    of_review = _review_columns(briefings)
    return [_table(layer, summaries, of_review) for layer in layers]


def _review_columns(briefings: Sequence[Briefing]) -> frozenset[str]:
    """Return the columns that say something: none without a review, and no comments where there are none."""
    reviews = [one.review for one in briefings if isinstance(one, Checked) and one.review]
    has_comments = any(decision.comment for review in reviews for decision in review.decisions)
    known = {column for columns in _REVIEW_COLUMNS.values() for column in columns} if reviews else set()
    return frozenset(known if has_comments else known - {"comment"})


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet that opens this text would calculate it."""
    return text.lstrip(" \u00a0").startswith(_FORMULA_STARTS) or text.startswith(_FORMULA_STARTS)


def _table(layer: str, summaries: Sequence[Summary], known: Collection[str]) -> Table:
    columns, rows_of = _LAYERS[layer]
    of_review = tuple(column for column in _REVIEW_COLUMNS[layer] if column in known)
    rows = []
    for summary in summaries:
        for item, *cells in rows_of(summary):
            row = (item.id, item.start, item.end, item.text, *cells, *_review_cells(summary, item, of_review))
            rows.append((*_article_cells(summary), *(printable(c) if isinstance(c, str) else c for c in row)))
    return Table(layer, (*FIRST_COLUMNS, *columns, *of_review), tuple(rows))


def _article_cells(summary: Summary) -> tuple[Cell, ...]:
    article = summary.article
    return (article.id, source_name(article) or None, article.date, summary.title)


def _review_cells(summary: Summary, item: _Item, columns: Sequence[str]) -> Iterator[Cell]:
    decision = summary.decision(item)
    cells: dict[str, Cell] = {
        "wording": str(decision.edits.get("wording") or "") or None,
        "state": "undecided" if isinstance(decision, Recorded) and decision.outdated else decision.state,
        "pinned": int(decision.pinned),
        "done": int(decision.done),
        "comment": decision.comment or None,
    }
    return (cells[column] for column in columns)


def _facts(summary: Summary) -> Iterator[_Row]:
    for fact in summary.facts:
        yield (fact, fact.kind, fact.score)


def _quotes(summary: Summary) -> Iterator[_Row]:
    for entry in summary.speakers:
        name = entry.name if entry.speaker else None
        for quote in entry.quotes:
            cue = quote.cue.text if quote.cue else None
            yield (quote, quote.kind, name, entry.role or None, cue)


def _actions(summary: Summary) -> Iterator[_Row]:
    for entry in summary.actions:
        action = entry.action
        yield (action, action.status, action.actor, action.deadline, entry.deadline or None)


def _figures(summary: Summary) -> Iterator[_Row]:
    contexts = summary.contexts()
    for entry in summary.figures:
        figure = entry.figure
        yield (figure, figure.kind, figure.value, figure.unit, contexts[figure.id])


_Rows = Callable[[Summary], Iterator[_Row]]
_LAYERS: Mapping[str, tuple[tuple[str, ...], _Rows]] = {
    "facts": (("kind", "score"), _facts),
    "quotes": (("kind", "speaker", "role", "cue"), _quotes),
    "actions": (("status", "actor", "deadline", "deadline_in_words"), _actions),
    "figures": (("kind", "value", "unit", "context"), _figures),
}
