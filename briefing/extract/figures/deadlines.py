"""The date by which something is to be done: «до конца года», «с 1 июля», "by Friday", "within three days"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing import edtf
from briefing.extract.drafts import FigureDraft
from briefing.extract.figures import points
from briefing.extract.figures.vocabulary import Vocabulary, vocabulary
from briefing.language import Document, Sentence, Token

_FURTHEST_BACK = 4


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
    words = vocabulary(document.language)
    start, end = sentence.tokens[first].start, sentence.tokens[stop - 1].end
    best: tuple[int, str, tuple[int, int]] | None = None
    for figure in figures:
        if figure.start < start or figure.end > end:
            continue
        read = _read(sentence, figure, published, words)
        if read is not None and (best is None or read[0] > best[0]):
            best = read
    return (best[1], best[2]) if best is not None else None


def _read(
    sentence: Sentence, figure: FigureDraft, published: date | None, words: Vocabulary
) -> tuple[int, str, tuple[int, int]] | None:
    """Return the figure's weight, its deadline and its span with the word before it."""
    at = sentence.find(figure.start)
    if figure.kind == "measure":
        return _lasting(sentence, figure, at, published, words)
    if figure.kind != "date" or not isinstance(figure.value, str):
        return None
    for table, weight in (("deadline_before", 3), ("deadline_from", 2)):
        begin = _opened_by(sentence, at, table, words)
        if begin is None:
            continue
        span = sentence.tokens[begin].start, figure.end
        if table == "deadline_before":
            return weight, _until(figure.value), span
        written = "/" in figure.value and any(token.text[0].isdigit() for token in _within(sentence, figure))
        return weight, figure.value if written else f"{figure.value.partition('/')[0]}/", span
    return 1, figure.value, (figure.start, figure.end)


def _within(sentence: Sentence, figure: FigureDraft) -> list[Token]:
    return [token for token in sentence.tokens if figure.start <= token.start < figure.end]


def _opened_by(sentence: Sentence, at: int, table: str, words: Vocabulary) -> int | None:
    """Return where the word or phrase of ``table`` begins that leads to token ``at``; articles may stand between."""
    for begin in range(max(0, at - _FURTHEST_BACK), at):
        found = words.table(table).match(_Keys.of(sentence, words), begin)
        if found is not None and all(
            words.table("deadline_filler").match(_Keys.of(sentence, words), k) for k in range(found[0], at)
        ):
            return begin
    return None


class _Keys:
    """Tokens as lexicons look them up."""

    def __init__(self, text: str, keys: frozenset[str]) -> None:
        self.text = text
        self.keys = keys

    @classmethod
    def of(cls, sentence: Sentence, words: Vocabulary) -> list[_Keys]:
        return [cls(token.text, words.keys(token)) for token in sentence.tokens]


def _until(value: str) -> str:
    last = edtf.bounds(value)[1]
    return f"/{last.isoformat()}" if last is not None else f"/{value.rpartition('/')[2]}"


def _lasting(
    sentence: Sentence, figure: FigureDraft, at: int, published: date | None, words: Vocabulary
) -> tuple[int, str, tuple[int, int]] | None:
    """Read a span of time that begins now: «в течение трех дней», "within two weeks"."""
    begin = _opened_by(sentence, at, "deadline_within", words)
    if begin is None or published is None or not isinstance(figure.value, int):
        return None
    unit = words.table("period").phrases.get(figure.unit or "")
    if unit is None:
        return None
    last = points.moved(published, str(unit[0][1]), figure.value)
    return (2, f"/{last.isoformat()}", (sentence.tokens[begin].start, figure.end)) if last is not None else None
