"""What an acronym stands for, as the article says in brackets: “the Environmental Protection Agency (EPA)”."""

from __future__ import annotations

from briefing.language import Document

_LONGEST = 8  # letters


def spelled_out(document: Document, name: str) -> str | None:
    """Return the name in the nominative behind which the article gives the acronym ``name``; None if there is none."""
    if not name.isupper() or not 1 < len(name) <= _LONGEST or f"({name})" not in document.text:
        return None
    for sentence in document.sentences:
        for index in range(2, len(sentence.tokens)):
            if sentence.tokens[index].text != name or sentence.tokens[index - 1].text != "(":
                continue
            full = sentence.name_at(index - 2)
            if full is not None and full.kind == "organisation" and full.stop == index - 1 > full.first + 1:
                return document.language.nominative(sentence, full.first, full.stop)
    return None
