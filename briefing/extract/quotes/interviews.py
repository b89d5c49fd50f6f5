"""Interviews without marks: paragraphs that ask, and between them the answers of the one who is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.extract.drafts import Mention
from briefing.extract.quotes.marks import Marked
from briefing.language import Document, Sentence

_FEWEST = 3  # questions with an answer each
_LABEL = 4  # tokens before the colon that names who speaks


class Interview(NamedTuple):
    """Who is asked, the answers as marked words, and the numbers of the paragraphs that ask."""

    asked: Mention
    answers: list[Marked]
    questions: frozenset[int]


def read(document: Document, paragraphs: Sequence[Sequence[Sentence]], marked: Sequence[Marked]) -> Interview | None:
    """Return the interview that the article is: several questions, answered in the first person; None if it is none."""
    asking = [number for number, run in enumerate(paragraphs) if run[-1].tokens[-1].text.startswith("?")]
    asking = [number for number in asking if number + 1 < len(paragraphs) and number + 1 not in asking]
    taken = {stretch.paragraph for stretch in marked}
    if len(asking) < _FEWEST or not taken.isdisjoint(asking):
        return None
    rest = range(asking[0], len(paragraphs))
    questions = frozenset(n for n in rest if n in asking or _is_put_to(paragraphs, n))
    answers = [n for n in rest if n not in questions and not _is_labelled(paragraphs[n])]
    own = sum(_speaks(paragraphs[n], "1") for n in answers)
    asked = _asked(document, paragraphs[: asking[0]])
    if asked is None or 2 * own < len(answers) or 2 * len(taken & set(answers)) > len(answers):
        return None
    spans = [(paragraphs[n][0].start, paragraphs[n][-1].end, n) for n in answers]
    lines = [Marked(start, end, start, end, number, 0, line=True) for start, end, number in spans]
    return Interview(asked, lines, questions)


def _speaks(run: Sequence[Sentence], person: str) -> bool:
    return any(token.readings[0].person == person for sentence in run for token in sentence.tokens)


def _is_put_to(paragraphs: Sequence[Sequence[Sentence]], number: int) -> bool:
    """Whether a paragraph of one sentence is put to the one who is asked, though it ends without a question mark."""
    run, after = paragraphs[number], paragraphs[number + 1 : number + 2]
    return len(run) == 1 and _speaks(run, "2") and not _speaks(run, "1") and any(_speaks(other, "1") for other in after)


def _is_labelled(run: Sequence[Sentence]) -> bool:
    """Whether the paragraph begins with a name and a colon, which tell who speaks."""
    tokens = run[0].tokens[: _LABEL + 1]
    colon = next((index for index, token in enumerate(tokens) if token.text == ":"), 0)
    return colon > 0 and all(token.is_capital for token in tokens[:colon])


def _asked(document: Document, before: Sequence[Sequence[Sentence]]) -> Mention | None:
    """Return the one person whom the headline names, else the first whom the introduction does."""
    named = [
        Mention(sentence, name.first, name.stop)
        for sentence in document.headline
        for name in sentence.names
        if name.kind == "person"
    ]
    told = (
        Mention(sentence, name.first, name.stop)
        for run in before
        for sentence in run
        for name in sentence.names
        if name.kind == "person"
    )
    return named[0] if len(named) == 1 and not before else next(told, named[0] if len(named) == 1 else None)
