"""The date by which something is to be done: «до конца года», «с 1 июля», "by Friday", "within three days"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from briefing import edtf
from briefing.extract.drafts import FigureDraft
from briefing.extract.figures import clock, pieces, points, tenses
from briefing.extract.figures.page import Page
from briefing.extract.figures.vocabulary import vocabulary
from briefing.language import Document, Sentence

_FURTHEST_BACK = 5
_MERE = 1  # weight of a date without a word for when it ends or begins
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
    words = vocabulary(document.language)
    if not inside and "deadline_of_one" not in words.tables:
        return None
    page = Page(document, sentence, pieces.read(document, sentence, words), words)
    begin = next((i for i, piece in enumerate(page.pieces) if piece.start >= start), len(page.pieces))
    best, at = _within_one(page, begin, end, published), 0
    if best is not None and any(figure.kind == "date" and figure.end == best[2][1] for figure in inside):
        best = None  # a date of the calendar: «возьмут через месяц»
    for number, figure in enumerate(inside):
        read = _read(page, figure, published, begin)
        if read is not None and (best is None or read[0] > best[0] or _is_within(read, best)):
            best, at = read, number
    if best is None:
        return None
    return _to_last_of_row(page, inside[at:], best[2]) or best[1:] if best[0] == _MERE else best[1:]


def _is_within(read: tuple[int, str, tuple[int, int]], best: tuple[int, str, tuple[int, int]]) -> bool:
    """Whether a mere date tells more closely when than a year before it: "this year's fair is on 11 May"."""
    if (read[0], best[0]) != (_MERE, _MERE) or not _YEAR.fullmatch(best[1]):
        return False
    return not _YEAR.fullmatch(read[1]) and read[1].startswith(best[1])


def _to_last_of_row(
    page: Page, figures: Sequence[FigureDraft], span: tuple[int, int]
) -> tuple[str, tuple[int, int]] | None:
    """Return the time from the first to the last of dates that are joined: «30 июня и 1 июля», "on 3, 5 and 7 May".

    None where the first is joined to no later one.
    """
    last = figures[0]
    for figure in figures[1:]:
        later = figure.kind == "date" and isinstance(figure.value, str) and "/" not in figure.value
        later = later and len(str(figure.value)) == len(str(last.value)) and str(figure.value) > str(last.value)
        if not later or not _is_joined(page, last.end, figure.start):
            break
        last = figure
    if last is figures[0] or "/" in str(figures[0].value):
        return None
    return f"{figures[0].value}/{last.value}", (span[0], last.end)


def _is_joined(page: Page, start: int, end: int) -> bool:
    """Whether only a conjunction or comma, and what stands in brackets, is between two dates."""
    between = [i for i, piece in enumerate(page.pieces) if start <= piece.start < end]
    bare = [i for i in between if not (page.is_bracketed(i) or page.text(i) in "()")]
    if len(bare) > 1 and page.has(bare[-1], "year_before") and not page.has(bare[-1], "range_before"):
        bare.pop()  # «в мае и | в июне»
    return len(bare) == 1 and (page.has(bare[0], "and") or page.text(bare[0]) == ",")


def _within_one(page: Page, first: int, end: int, published: date | None) -> tuple[int, str, tuple[int, int]] | None:
    """Read a span of one period that is not counted: «в недельный срок», «в течение месяца», «через неделю»."""
    for index in range(first, len(page.pieces)):
        found = page.match(index, "deadline_of_one") if page.has(index - 1, "deadline_within") else None
        if found is None and page.has(index - 1, "ahead") and not page.is_plural(index):
            found = page.match(index, "deadline_one_later")
        if found is None or published is None or page.pieces[found[0] - 1].end > end:
            continue
        if _begins_with_event(page, found[0]):
            continue
        if _is_conditional(page, first, index):
            continue
        last = points.moved(published, str(found[1]), 1)
        span = page.pieces[index - 1].start, page.pieces[found[0] - 1].end
        return (2, f"/{last.isoformat()}", span) if last is not None else None
    return None


def _read(
    page: Page, figure: FigureDraft, published: date | None, first: int
) -> tuple[int, str, tuple[int, int]] | None:
    """Return the figure's weight, its deadline and its span with the word before it; the clause begins at ``first``."""
    at = next((i for i, piece in enumerate(page.pieces) if piece.start >= figure.start), len(page.pieces))
    if figure.kind == "measure":
        return _lasting(page, figure, at, published) if not _is_general(page, figure, first, at) else None
    if figure.kind != "date" or not isinstance(figure.value, str):
        return None
    if tenses.is_reported_for(page, at):
        return None
    if page.has(_start(page, at) - 1, "deadline_denied"):
        return None  # «не к 1 сентября, а в феврале»
    if (begin := _opened_by(page, at, "deadline_before")) is not None:
        if clock.begins_before(page, begin) < begin and clock.begins_before(page, at) < at:
            return _MERE, figure.value, (figure.start, figure.end)  # «с 9:00 до 18:00 5 мая»: on that day
        if page.has(begin, "deadline_until") and _is_denied(page, first, begin):
            return None  # “will pay no rent until July”: nothing is to be done by then
        last = _last(figure.value, is_number=page.pieces[at].has_digits)
        return (3, f"/{last}", (page.pieces[begin].start, figure.end)) if last is not None else None
    if (begin := _opened_by(page, at, "deadline_from")) is not None:
        value = figure.value if _is_written_interval(page, figure) else f"{figure.value.partition('/')[0]}/"
        return 2, value, (page.pieces[begin].start, figure.end)
    return _MERE, figure.value, (figure.start, figure.end)


def _is_denied(page: Page, first: int, stop: int) -> bool:
    """Whether a negation stands between the pieces, but none that only says how much: «не менее ста»."""
    return any(
        page.has(index, "deadline_denial")
        and not page.has(index + 1, "deadline_denial_not_before")
        and not _goes_on_to_deed(page, index, stop)
        for index in range(first, stop)
    )


def _goes_on_to_deed(page: Page, denial: int, stop: int) -> bool:
    """Whether what is denied is only delay, and a deed is joined to it: «не тянуть и | закончить до мая»."""
    delayed = _infinitive_aspect(page, denial + 1)
    return delayed == "imperf" and any(
        page.has(index, "and") and _infinitive_aspect(page, index + 1) == "perf" for index in range(denial + 2, stop)
    )


def _infinitive_aspect(page: Page, index: int) -> str:
    """Return the aspect of the infinitive at ``index``, empty where there is none."""
    if index >= len(page.pieces):
        return ""
    reading = page.sentence.tokens[page.pieces[index].token].readings[0]
    return reading.aspect if reading.form == "inf" else ""


def _is_general(page: Page, figure: FigureDraft, first: int, at: int) -> bool:
    """Whether a span of time begins with an event that may come, not now: “within 30 days of an invoice”.

    So where a condition stands before it, be it only in whom it is asked of: “firms that fail must pay within a week”.
    """
    after = next((i for i, piece in enumerate(page.pieces) if piece.start >= figure.end), len(page.pieces))
    if _begins_with_event(page, after) or _is_conditional(page, first, at):
        return True
    tokens = page.sentence.tokens
    opening = [page.pieces[index].token for index in range(first, min(first + 2, at))]
    if len(opening) < 2:
        return False
    several, pronoun = (tokens[index] for index in opening)
    return several.readings[0].number == "plur" and page.has(first + 1, "deadline_relative") and pronoun.pos == "PRON"


def _begins_with_event(page: Page, after: int) -> bool:
    """Whether it is told behind a span of time with what event that begins: “of an invoice”, «после суда»."""
    return page.has(after, "deadline_of_event") and not page.has(after + 1, "deadline_of_now")


def _is_conditional(page: Page, first: int, at: int) -> bool:
    return page.has(first, "deadline_each") or any(page.has(index, "deadline_conditional") for index in range(at))


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
    """Return where the phrase of ``table`` begins that leads to piece ``at``; articles or an hour may stand between."""
    at = clock.begins_before(page, at)
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
    if tenses.is_reported_for(page, begin + 1):
        return None
    after = next((i for i, piece in enumerate(page.pieces) if piece.start >= figure.end), len(page.pieces))
    named = page.has(after, "deadline_span")
    if page.pieces[after - 1].is_word and page.sentence.tokens[page.pieces[after - 1].token].pos == "ADJ" and not named:
        return None  # «в трёхдневный поход»
    last = points.moved(published, str(unit[0][1]), figure.value)
    end = page.pieces[after].end if named else figure.end
    return (2, f"/{last.isoformat()}", (page.pieces[begin].start, end)) if last is not None else None
