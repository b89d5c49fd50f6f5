"""Quotations that have lost their closing mark and go on in the paragraphs below, told in the first person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.extract.quotes.marks import Marked
from briefing.language import Sentence

_MOST_PARAGRAPHS = 6


def extend(
    text: str, paragraphs: Sequence[Sequence[Sentence]], marked: Sequence[Marked], pairs: Mapping[str, str]
) -> list[Marked]:
    """Return ``marked`` with the paragraphs that go on with a quotation left open; without marks of their own."""
    taken = {stretch.paragraph for stretch in marked}
    found = list(marked)
    for stretch in marked:
        run = paragraphs[stretch.paragraph]
        closed = text[stretch.closing - 1] in pairs.values() or stretch.closing < run[-1].end
        if closed or text[stretch.opening] not in pairs:
            continue
        for number in range(stretch.paragraph + 1, min(len(paragraphs), stretch.paragraph + 1 + _MOST_PARAGRAPHS)):
            if number in taken or not _is_personal(paragraphs[number]):
                break
            start, end = paragraphs[number][0].start, paragraphs[number][-1].end
            found.append(Marked(start, end, start, end, number, stretch.group, continues=True))
    return sorted(found, key=lambda stretch: stretch.opening)


def _is_personal(sentences: Sequence[Sentence]) -> bool:
    """Whether somebody speaks of themselves: “I”, “our”, «мы думаем»."""
    readings = (token.readings[0] for sentence in sentences for token in sentence.tokens)
    return any(reading.person == "1" and reading.pos in ("PRON", "DET", "VERB") for reading in readings)
