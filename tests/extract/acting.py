"""Runs the extraction of actions over a text of the test's own."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from briefing import language
from briefing.extract import actions, figures, quotes, speakers


class Action(NamedTuple):
    status: str
    text: str
    actor: str | None
    deadline: str | None


def actions_of(code: str, text: str, published: date | None = date(2025, 3, 12)) -> list[Action]:
    """Return the actions of a text whose paragraphs are its lines, without the statistical models."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    document = language.get(code).analyse(text, spans, models=False)
    numbers = figures.find(document, published)
    utterances = quotes.find(document)
    cast = speakers.attribute(document, utterances)
    found = actions.find(document, published, numbers, utterances, cast)
    return [Action(a.status, text[a.start : a.end], a.actor, a.deadline) for a in found]
