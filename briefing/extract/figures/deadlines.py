"""The date by which something is to be done: «до конца года», «с 1 июля», "by Friday", "within three days"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from briefing import edtf
from briefing.extract.drafts import FigureDraft
from briefing.extract.figures import pieces, points
from briefing.extract.figures.page import Page
from briefing.extract.figures.vocabulary import vocabulary
from briefing.language import Document, Sentence

_FURTHEST_BACK = 5
_YEAR = re.compile(r"\d{4}")


def deadline(
    document: Document,
    sentence: Sentence,
    first: int,
    stop: int,
    published: date | None,
    figures: Sequence[FigureDraft],
) -> tuple[str, tuple[int, int]] | None:
    """Return the deadline that the tokens ``first`` to ``stop`` (exclusive) name, in EDTF, and the span that says it.

    «до конца года», "by Friday" → «/2025-12-31»: open at its beginning; «с 1 июля», "from July" → «2025-07-01/»: open
    at its end, but an interval with both ends written stays one; «в 2026 году», "next week" → the date itself; «в
    течение трех дней» → up to three days from the day of publication. A phrase with a word for "by" goes before a mere
    date, an earlier one before a later. None if the tokens name no date, or one that cannot be told. ``figures`` are
    those of the whole article, in text order.
    """
    start, end = sentence.tokens[first].start, sentence.tokens[stop - 1].end
    inside = [figure for figure in figures if start <= figure.start and figure.end <= end]
    if not inside:
        return None
    words = vocabulary(document.language)
    page = Page(document, sentence, pieces.read(document, sentence, words), words)
    best: tuple[int, str, tuple[int, int]] | None = None
    for figure in inside:
        read = _read(page, figure, published)
        if read is not None and (best is None or read[0] > best[0]):
            best = read
    return (best[1], best[2]) if best is not None else None


def _read(page: Page, figure: FigureDraft, published: date | None) -> tuple[int, str, tuple[int, int]] | None:
    """Return the figure's weight, its deadline and its span with the word before it."""
    at = next((i for i, piece in enumerate(page.pieces) if piece.start >= figure.start), len(page.pieces))
    if figure.kind == "measure":
        return _lasting(page, figure, at, published)
    if figure.kind != "date" or not isinstance(figure.value, str):
        return None
    if page.has(_start(page, at) - 1, "deadline_denied"):
        return None  # «не к 1 сентября, а в феврале»
    if (begin := _opened_by(page, at, "deadline_before")) is not None:
        last = _last(figure.value, is_number=page.pieces[at].has_digits)
        return (3, f"/{last}", (page.pieces[begin].start, figure.end)) if last is not None else None
    if (begin := _opened_by(page, at, "deadline_from")) is not None:
        value = figure.value if _is_written_interval(page, figure) else f"{figure.value.partition('/')[0]}/"
        return 2, value, (page.pieces[begin].start, figure.end)
    return 1, figure.value, (figure.start, figure.end)


def _last(value: str, *, is_number: bool) -> str | None:
    """Return the last day of an EDTF value, None where it has none; a year that is written as a number stays one.

    «К 2030 году» names no day, and the year's last would be too late; «до конца года» does.
    """
    last = edtf.bounds(value)[1]
    if is_number and _YEAR.fullmatch(value):
        return value
    return last.isoformat() if last is not None else None


def _is_written_interval(page: Page, figure: FigureDraft) -> bool:
    """Whether both ends of an interval are written out: «с 19 по 26 апреля», not "from next week"."""
    digits = any(piece.has_digits for piece in page.pieces if figure.start <= piece.start < figure.end)
    return digits and "/" in str(figure.value)


def _opened_by(page: Page, at: int, table: str) -> int | None:
    """Return where the phrase of ``table`` begins that leads to piece ``at``; articles may stand between."""
    for begin in range(max(0, at - _FURTHEST_BACK), at):
        found = page.match(begin, table)
        if found is not None and all(page.has(between, "deadline_filler") for between in range(found[0], at)):
            return begin
    return None


def _start(page: Page, at: int) -> int:
    """Return where the phrase that names a date begins: at its preposition, if it has one."""
    found = (_opened_by(page, at, table) for table in ("deadline_before", "deadline_from", "deadline_within"))
    return min((begin for begin in found if begin is not None), default=at)


def _lasting(
    page: Page, figure: FigureDraft, at: int, published: date | None
) -> tuple[int, str, tuple[int, int]] | None:
    """Read a span of time that begins now: «в течение трех дней», "within two weeks"."""
    begin = _opened_by(page, at, "deadline_within")
    unit = page.vocabulary.tables["period"].phrases.get(figure.unit or "")
    if begin is None or published is None or unit is None or not isinstance(figure.value, int):
        return None
    last = points.moved(published, str(unit[0][1]), figure.value)
    return (2, f"/{last.isoformat()}", (page.pieces[begin].start, figure.end)) if last is not None else None
