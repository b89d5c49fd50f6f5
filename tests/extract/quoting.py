"""What the quotes of a text are and whose, as tests compare them."""

from __future__ import annotations

from typing import NamedTuple

from briefing import language
from briefing.extract import quotes, speakers


class Found(NamedTuple):
    """An utterance: ``who`` is the text of the mention, "…" where the last speaker goes on, None where nobody is."""

    kind: str
    text: str
    who: str | None


def found(text: str) -> list[Found]:
    """Return the utterances of a Russian text whose paragraphs are its lines."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    document = language.get("ru").analyse(text, spans, models=False)
    return [
        Found(
            u.kind,
            text[u.start : u.end],
            text[u.mention.start : u.mention.end] if u.mention else "…" if u.continued else None,
        )
        for u in quotes.find(document)
    ]


def speakers_of(text: str, code: str = "ru") -> list[str | None]:
    """Return the speaker of every quote of a text whose paragraphs are its lines, in the order of the text."""
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    document = language.get(code).analyse(text, spans)
    utterances = quotes.find(document)
    names = {draft.id: draft.name for draft in speakers.attribute(document, utterances)}
    return [names.get(u.speaker) if u.speaker else None for u in sorted(utterances, key=lambda u: u.start)]
