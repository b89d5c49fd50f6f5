"""Sentences and tokens of Russian text with their offsets (razdel), paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from razdel import sentenize, tokenize
from razdel.substring import Substring

from briefing.language.base import Sentence, Token
from briefing.language.ru.morphology import fold, readings

# razdel keeps «8,7» and «2026-2028» whole but splits numbers at the spaces between thousands.
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:,\d+)?(?!\d)")


def sentences(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Sentence]:
    """Yield the sentences of the paragraphs at ``spans``; no sentence crosses a paragraph."""
    index = 0
    for paragraph, (start, end) in enumerate(spans):
        for part in sentenize(text[start:end]):
            if not part.text.strip():
                continue
            tokens = list(_tokens(part.text, start + part.start))
            if tokens:
                yield Sentence(index, paragraph, tokens[0].start, tokens[-1].end, tokens)
                index += 1


def _tokens(text: str, offset: int) -> Iterator[Token]:
    whole = iter([match.span() for match in _THOUSANDS.finditer(text)])
    number = next(whole, None)
    for part in _parts(text):
        while number is not None and part.start >= number[1]:
            number = next(whole, None)
        if number is not None and part.start >= number[0]:
            if part.start == number[0]:
                yield _token(text[slice(*number)], offset + number[0])
            continue
        yield _token(part.text, offset + part.start)


def _parts(text: str) -> Iterator[Substring]:
    """Yield razdel's tokens, two apostrophes that stand for one quotation mark as one."""
    held: Substring | None = None
    for part in tokenize(text):
        if held is not None and part.text == "'" and part.start == held.stop:
            yield Substring(held.start, part.stop, "''")
            held = None
            continue
        if held is not None:
            yield held
        held = part if part.text == "'" else None
        if held is None:
            yield part
    if held is not None:
        yield held


def _token(text: str, start: int) -> Token:
    return Token(start, start + len(text), text, fold(text), readings(text))
