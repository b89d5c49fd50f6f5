"""The letterhead of a release: who issues it, their department and address, its label and date, over the headline."""

from __future__ import annotations

import re

from briefing.sources.credits import is_contact, recognise
from briefing.sources.dateline import dateline
from briefing.sources.dates import PARTIAL
from briefing.sources.draft import Draft, Line, Metadata
from briefing.sources.lexicon import lexicon
from briefing.sources.sentences import ENDS_SENTENCE, FINITE, PARTICIPLE

_MOST_LINES = 7
_LONGEST = 140
_LEAD = 3  # words of a line among which is what sort of body it names: «Главное управление МЧС», «Тульский суд»
_SHORTEST_STORY = 1.2  # times the headline's length
_INITIALS = re.compile(r"\b(?:[А-ЯЁ]|им|ул|г|обл|д|стр|тел|св)\.")
_DAY = re.compile(rf"{PARTIAL}(?:\s+г\.?)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CYRILLIC = re.compile("[А-Яа-яЁё]")


def take(draft: Draft, place: int) -> bool:
    """Give the lines of the letterhead that begins at ``place`` their kinds; False where there is none."""
    lines = draft.lines[place : place + _MOST_LINES + 2]
    labelled = any(line.kind == "meta" and line.text[0].isalpha() for line in draft.lines[:place])
    size = _size([line.text for line in lines], labelled=labelled)
    for line in lines[:size]:
        if not recognise(line, draft.metadata):
            line.kind = "meta"
            if (found := dateline(line.text)) is not None:
                draft.metadata.fill("place", found.place)
                draft.metadata.fill("date", found.date)
    if size and not lines[0].text.isupper():
        draft.metadata.fill("agency", lines[0].text)
    return size > 0


def _size(lines: list[str], *, labelled: bool) -> int:
    """Return how many of the lines are a letterhead: a body's name, others of its kind, a label or the day."""
    if len(lines) < 3 or not _names_body(lines[0]):
        return 0
    own = _CYRILLIC.search(lines[0]) is not None and _is_full_name(lines[0])
    marks = [_is_mark(line) for line in lines]
    size = 1
    while size < len(lines) and (marks[size] or _goes_on(lines, marks, size)):
        size += 1
    while size and not (_is_headed(lines[size:], marks[size:]) and (labelled or own or any(marks[:size]))):
        size -= 1
    return size


def _names_body(line: str) -> bool:
    """Tell whether a line is the name of what issues releases and no sentence about it."""
    if len(line) > _LONGEST or ":" in line or _has_predicate(line) or ENDS_SENTENCE.search(line):
        return False
    words = [word.lower() for word in _WORD.findall(line)[: _LEAD if _CYRILLIC.search(line) else 1]]
    return not lexicon().issuers.isdisjoint(words)


def _has_predicate(line: str) -> bool:
    return FINITE.search(line) is not None or PARTICIPLE.search(line) is not None


def _is_full_name(line: str) -> bool:
    """Tell whether the name of a body says whose it is, too: «Правительство Тульской области», «ПАО „Луч“»."""
    return line.isupper() or any(word[0].isupper() for word in _WORD.findall(line)[1:])


def _is_mark(line: str) -> bool:
    """Tell whether a line labels or dates a release, or tells where to ask."""
    known = recognise(Line(0, 0, line), Metadata()) or _is_dateline(line)
    return known or _DAY.fullmatch(line) is not None or is_contact(line)


def _is_dateline(line: str) -> bool:
    found = dateline(line)
    return found is not None and found.end == len(line)


def _goes_on(lines: list[str], marks: list[bool], place: int) -> bool:
    """Tell whether a line names a department of the body, or is the rest of its name over the label."""
    if _names_body(lines[place]):
        return True
    rest = not _has_predicate(lines[place]) and ENDS_SENTENCE.search(lines[place]) is None
    return rest and any(marks[place + 1 : place + 2]) and len(lines[place]) <= _LONGEST


def _is_headed(lines: list[str], marks: list[bool]) -> bool:
    """Tell whether a headline and its story follow."""
    if len(lines) < 2 or marks[0] or ENDS_SENTENCE.search(_INITIALS.sub(" ", lines[0])):
        return False
    story = max(lines[1:3], key=len)
    return ENDS_SENTENCE.search(story) is not None and len(story) > _SHORTEST_STORY * len(lines[0])
