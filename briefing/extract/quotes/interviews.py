"""Interviews without marks: paragraphs that ask, and between them the answers of the one who is asked.

Questions are known by their label («Корр.: …», "Q: …"), by the bold marks of plain text around them, or as such.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from briefing.extract.drafts import Mention
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.marks import Marked
from briefing.language import Document, Sentence

_FEWEST = 3  # questions with an answer each
_FEWEST_MARKED = 2  # those whose label or bold marks tell what they are
_LABEL = 4  # tokens before the colon that names who speaks
_BOLD = "**"
_DASHES = ("—", "–", "-")
_LABELS_END = (":", ".")


class Interview(NamedTuple):
    """Who is asked, the answers as marked words, and the numbers of the paragraphs that ask."""

    asked: Mention | None
    answers: list[Marked]
    questions: frozenset[int]


def read(
    document: Document, paragraphs: Sequence[Sequence[Sentence]], marked: Sequence[Marked], speech: Speech
) -> Interview | None:
    """Return the interview that the article is: several questions, answered in the first person; None if it is none."""
    return (
        _labelled(document, paragraphs, marked, speech)
        or _in_bold(document, paragraphs)
        or _plain(document, paragraphs, marked)
    )


def note(
    document: Document, paragraphs: Sequence[Sequence[Sentence]], asking: Set[int], marked: Sequence[Marked]
) -> None:
    """Let `asks` know the paragraphs that ask, and `begins` the lines of speech that something opens."""
    starts = {paragraphs[one.paragraph][0].start: one.start for one in marked if one.line}
    document.memory[("asks",)] = frozenset(paragraphs[number][0].paragraph for number in asking)
    document.memory[("begins",)] = starts


def asks(document: Document, sentence: Sentence) -> bool:
    """Tell whether the sentence is part of a question of an interview, so that it states nothing."""
    return sentence.paragraph in document.memory.get(("asks",), ())


def begins(document: Document, sentence: Sentence) -> int:
    """Return where the words of a sentence begin, after the dash or label that opens it as speech."""
    start: int = document.memory.get(("begins",), {}).get(sentence.start, sentence.start)
    return start


def _labelled(
    document: Document, paragraphs: Sequence[Sequence[Sentence]], marked: Sequence[Marked], speech: Speech
) -> Interview | None:
    """Read questions and answers that a label opens: «Вопрос: …» and «Ответ: …», "Q: …" and "A: …"."""
    asking = [n for n, run in enumerate(paragraphs) if _after_label(run, "question_labels", speech) is not None]
    starts = {n: start for n, run in enumerate(paragraphs) if (start := _after_label(run, "answer_labels", speech))}
    follows = [n for n in asking if n + 1 < len(paragraphs) and n + 1 not in asking]
    if not follows or (len(asking) < _FEWEST_MARKED and not starts):
        return None
    taken = sorted((*asking, *starts))
    for before, after in pairwise([*taken, len(paragraphs)]):
        going_on = range(before + 1, after) if before in starts else ()
        last = after == len(paragraphs)
        starts |= {n: paragraphs[n][0].start for n in going_on if not last or _speaks(paragraphs[n], "1")}
    answers = [_line(paragraphs, n, start) for n, start in sorted(starts.items())]
    kept = [stretch for stretch in marked if stretch.paragraph not in starts]
    lines = sorted([*kept, *answers], key=lambda stretch: stretch.opening)
    return Interview(_asked(document, paragraphs[: taken[0]]) if answers else None, lines, frozenset(asking))


def _after_label(run: Sequence[Sentence], name: str, speech: Speech) -> int | None:
    """Return where the paragraph goes on after a label of the list ``name`` that opens it; None without one."""
    tokens = [token for sentence in run[:2] for token in sentence.tokens[: _LABEL + 1]]
    first = 1 if tokens[0].text in (*_DASHES, _BOLD) else 0
    if first + 2 >= len(tokens) or not speech.is_in(name, tokens[first]) or not tokens[first].is_capital:
        return None
    after = first + 1
    while after + 1 < len(tokens) and tokens[after].text in (*_LABELS_END, _BOLD):
        after += 1
    ended = tokens[first].text.endswith(_LABELS_END) or after > first + 1
    labelled = tokens[after - 1].text == ":" or (len(tokens[first].text) == 1 and tokens[first + 1].text == ".")
    return tokens[after].start if ended and (labelled or tokens[after - 1].text == _BOLD) else None


def _in_bold(document: Document, paragraphs: Sequence[Sequence[Sentence]]) -> Interview | None:
    """Read questions that stand in bold, with their answers below: between the marks of plain text, or as headings.

    What headings part is an interview only where it is told in the first person.
    """
    asking = [n for n, run in enumerate(paragraphs) if _is_bold(run)]
    headed = [n for n, run in enumerate(paragraphs) if run[0].paragraph in document.headings] if not asking else []
    asking = asking or headed
    told = [n for n in asking if _ends_in_question(paragraphs[n])]
    if len(asking) < _FEWEST_MARKED or not told or asking[-1] + 1 == len(paragraphs):
        return None
    asked = _asked(document, paragraphs[: asking[0]])
    put = [n for n in range(asking[0], len(paragraphs)) if headed and _is_put_to(paragraphs, n)]
    answers = [n for n in range(asking[0], len(paragraphs)) if n not in asking and n not in put]
    if asked is None or 2 * sum(n + 1 in answers for n in asking) < len(asking):
        return None
    if headed and 2 * sum(_speaks(paragraphs[n], "1") for n in answers) < len(answers):
        return None
    lines = [_line(paragraphs, n, _past_dash(paragraphs[n])) for n in answers]
    return Interview(asked, lines, frozenset((*asking, *put)))


def _is_bold(run: Sequence[Sentence]) -> bool:
    return run[0].tokens[0].text == _BOLD and run[-1].tokens[-1].text.endswith(_BOLD)


def _ends_in_question(run: Sequence[Sentence]) -> bool:
    return any(token.text.startswith("?") for token in run[-1].tokens[-2:])


def _past_dash(run: Sequence[Sentence]) -> int:
    tokens = run[0].tokens
    return tokens[1].start if tokens[0].text in _DASHES and len(tokens) > 1 else tokens[0].start


def _line(paragraphs: Sequence[Sequence[Sentence]], number: int, start: int) -> Marked:
    end = paragraphs[number][-1].end
    return Marked(start, end, start, end, number, 0, line=True)


def _plain(document: Document, paragraphs: Sequence[Sequence[Sentence]], marked: Sequence[Marked]) -> Interview | None:
    asking = [number for number, run in enumerate(paragraphs) if run[-1].tokens[-1].text.startswith("?")]
    asking = [number for number in asking if number + 1 < len(paragraphs) and number + 1 not in asking]
    taken = {stretch.paragraph for stretch in marked}
    if len(asking) < _FEWEST or not taken.isdisjoint(asking):
        return None
    if any(paragraphs[number][0].tokens[0].text in _DASHES for number in asking):
        return None  # lines of speech, whose turns tell who asks
    rest = range(asking[0], len(paragraphs))
    questions = frozenset(n for n in rest if n in asking or _is_put_to(paragraphs, n))
    answers = [n for n in rest if n not in questions and not _is_labelled(paragraphs[n])]
    own = sum(_speaks(paragraphs[n], "1") for n in answers)
    asked = _asked(document, paragraphs[: asking[0]])
    if asked is None or 2 * own < len(answers) or 2 * len(taken & set(answers)) > len(answers):
        return None
    return Interview(asked, [_line(paragraphs, n, paragraphs[n][0].start) for n in answers], questions)


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
