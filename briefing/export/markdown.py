"""A briefing as Markdown that reads well as plain text too (CommonMark with the tables and task lists of GitHub).

Whatever characters the article has, each of its texts is shown as it is: nothing in it is taken for Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.export.summary import ActionEntry, SpeakerEntry, Summary, one_line, spoken, summarise
from briefing.model import Briefing

# What has a meaning anywhere in a line: emphasis, code, links, images, HTML, entities, table cells, strikethrough.
_MEANT_ANYWHERE = re.compile(r"[\\`*_\[\]<&|~#]")
# What has a meaning only where a line begins: a list, an ordered list, a quotation, a rule or an underline.
_MEANT_FIRST = re.compile(r"^(?:([-+>=])|(\d{1,9})([.)]))")


def render(briefing: Briefing) -> str:
    """Return the briefing as one Markdown document in the article's language, ending with a newline."""
    summary = summarise(briefing)
    return "\n".join(_lines(summary)).rstrip("\n") + "\n"


def escape(text: str) -> str:
    """Return the text on one line so that Markdown shows it as it is, wherever in a line it stands."""
    line = _MEANT_ANYWHERE.sub(r"\\\g<0>", one_line(text))
    return _MEANT_FIRST.sub(_escape_beginning, line)


def _escape_beginning(found: re.Match[str]) -> str:
    mark, number, point = found.groups()
    return f"\\{mark}" if mark else f"{number}\\{point}"


def _lines(summary: Summary) -> Iterator[str]:
    headings = summary.words.headings
    yield f"# {escape(summary.title)}"
    yield ""
    for label, value in summary.details:
        yield f"- **{label}:** {escape(value)}"
    if summary.facts:
        yield from _heading(headings["facts"])
        for fact in summary.facts:
            yield f"- {escape(fact.text)}"
    if summary.speakers:
        yield from _heading(headings["speakers"])
        for number, entry in enumerate(summary.speakers):
            yield from _speaker(entry, summary, is_first=number == 0)
    if summary.actions:
        yield from _heading(headings["actions"])
        for action in summary.actions:
            yield from _action(action, summary)
    if summary.figures:
        yield from _heading(headings["figures"])
        yield from _figures(summary)


def _heading(text: str) -> Iterator[str]:
    yield from ("", f"## {text}", "")


def _speaker(entry: SpeakerEntry, summary: Summary, *, is_first: bool) -> Iterator[str]:
    if not is_first:
        yield ""
    yield f"### {escape(entry.name)}"
    yield ""
    if entry.role:
        yield escape(entry.role)
        yield ""
    for quote in entry.quotes:
        yield f"- {escape(spoken(quote, summary.words))}"


def _action(entry: ActionEntry, summary: Summary) -> Iterator[str]:
    yield f"- [ ] {escape(entry.action.text)}"
    deadline = summary.words.labels["deadline"].format(date=entry.deadline) if entry.deadline else ""
    details = (part for part in (entry.actor, deadline, entry.status) if part)
    yield f"  - {escape(summary.words.list_separator.join(details))}"


def _figures(summary: Summary) -> Iterator[str]:
    labels = summary.words.labels
    yield f"| {labels['words']} | {labels['kind']} | {labels['value']} | {labels['unit']} |"
    yield "| --- | --- | ---: | --- |"
    for entry in summary.figures:
        cells = (entry.figure.text, entry.kind, entry.value, entry.unit)
        yield f"| {' | '.join(escape(cell) for cell in cells)} |"
