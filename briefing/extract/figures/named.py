"""The date that a few words by themselves name, read as in an article: «до конца года», "next Friday", "Q3 2026"."""

from __future__ import annotations

from datetime import date

from briefing import language
from briefing.extract.figures import find
from briefing.extract.figures.deadlines import deadline

_OPENERS = ("ADP", "DET")


def named(text: str, code: str, published: date | None) -> str | None:
    """Return in EDTF the date or deadline that a text in the language ``code`` names, None if it is anything else.

    What is relative is told from the day of publication; without it, that names no date.
    """
    document = language.get(code).analyse(text, [(0, len(text))], models=False)
    sentence = document.sentences[0] if len(document.sentences) == 1 else None
    if sentence is None or not sentence.tokens:
        return None
    figures = find(document, published)
    read = deadline(document, sentence, 0, len(sentence.tokens), published, figures)
    if read is None:
        return None
    value, (start, end) = read
    for token in sentence.tokens:
        if token.start >= end and not token.is_mark:
            return None
        if token.end <= start and token.pos not in _OPENERS:
            return None
    return value
