"""A briefing as Markdown that reads well as plain text too (CommonMark with the tables and task lists of GitHub).

Whatever characters the article has, each of its texts is shown as it is: nothing in it is taken for Markdown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from briefing.export import Options
from briefing.export.footnotes import Footnotes
from briefing.export.lines import one_line
from briefing.export.selection import without_comments
from briefing.export.summary import FIGURE_COLUMNS, Item, SpeakerEntry, Summary, source_name, summarise
from briefing.model import Briefing, Span

# What has a meaning anywhere in a line: emphasis, code, links, images, HTML, entities, table cells, strikethrough.
_MEANT_ANYWHERE = re.compile(r"[\\`*_\[\]<&|~#]")
# What has a meaning only where a line begins: a list, an ordered list, a quotation, a rule or an underline.
_MEANT_FIRST = re.compile(r"^(?:([-+>=])|(\d{1,9})([.)])(?=\s|$))")


def document(briefings: Sequence[Briefing], options: Options) -> str:
    """Return one document with all the briefings, each under a heading of its own, footnotes at the end."""
    footnotes = Footnotes()
    summaries = [summarise(briefing) for briefing in briefings]
    parts = ["\n".join(_lines(summary, footnotes, options)) for summary in summaries]
    notes = [f"[^{note.number}]: {escape(note.text)}" for note in footnotes.notes]
    front = [_front_matter(summaries)] if options.front_matter else []
    return "\n\n".join([*front, *parts, *notes]) + "\n"


def render(briefing: Briefing) -> str:
    """Return the briefing as one Markdown document in the article's language, without what a reviewer noted on it."""
    return document([without_comments(briefing)], Options())


def escape(text: str) -> str:
    """Return the text on one line so that Markdown shows it as it is, wherever in a line it stands."""
    line = _MEANT_ANYWHERE.sub(r"\\\g<0>", one_line(text))
    return _MEANT_FIRST.sub(_escape_beginning, line)


def _escape_beginning(found: re.Match[str]) -> str:
    mark, number, point = found.groups()
    return f"\\{mark}" if mark else f"{number}\\{point}"


def _lines(summary: Summary, footnotes: Footnotes, options: Options) -> Iterator[str]:
    headings = summary.words.headings

    def with_note(text: str, item: Span) -> str:
        return f"{escape(text)}[^{footnotes.number(summary, item)}]" if options.evidence else escape(text)

    yield f"# {escape(summary.title)}"
    yield ""
    for label, value in summary.details:
        yield f"- **{label}:** {escape(value)}"
    if summary.facts:
        yield from _heading(headings["facts"])
        for fact in summary.facts:
            yield f"- {with_note(summary.told(fact), fact)}"
            yield from remark(summary, fact)
    if summary.speakers:
        yield from ("", f"## {headings['speakers']}")
        for speaker in summary.speakers:
            yield from _speaker(speaker, summary.remark(speaker.speaker))
            for quote in speaker.quotes:
                yield f"- {with_note(summary.said(quote), quote)}"
                yield from remark(summary, quote)
    if summary.actions:
        yield from _heading(headings["actions"])
        for entry in summary.actions:
            yield f"- [{'x' if entry.is_done else ' '}] {with_note(entry.text, entry.action)}"
            yield f"  - {escape(entry.details)}"
            yield from remark(summary, entry.action)
    if summary.figures:
        yield from _heading(headings["figures"])
        labels = summary.words.labels
        yield f"| {' | '.join(labels[column] for column in FIGURE_COLUMNS)} |"
        yield "| --- | --- | ---: | --- | --- |"
        contexts = summary.contexts()
        for figure in summary.figures:
            cells = map(escape, (figure.kind, figure.value, figure.unit, contexts[figure.figure.id]))
            said = summary.remark(figure.figure)
            words = with_note(figure.figure.text, figure.figure) + (f" ({escape(said)})" if said else "")
            yield f"| {' | '.join((words, *cells))} |"


def _front_matter(summaries: Sequence[Summary]) -> str:
    """Return the article's fields as YAML; of several articles, a list of them."""
    if len(summaries) == 1:
        return "\n".join(("---", *_fields(summaries[0]), "---"))
    items = (f"  {'-' if number == 0 else ' '} {line}" for s in summaries for number, line in enumerate(_fields(s)))
    return "\n".join(("---", "articles:", *items, "---"))


def _fields(summary: Summary) -> Iterator[str]:
    article = summary.article
    fields = {
        "title": summary.title,
        "date": article.date,
        "place": article.place,
        "agency": article.agency,
        "author": article.byline,
        "rubric": article.rubric,
        "url": article.url,
        "source": source_name(article),
        "language": article.language,
        "id": article.id,
    }
    for name, value in fields.items():
        if value:
            # A JSON string is a YAML string, whatever it holds.
            yield f"{name}: {json.dumps(one_line(value), ensure_ascii=False)}"


def _heading(text: str) -> Iterator[str]:
    yield from ("", f"## {text}", "")


def remark(summary: Summary, item: Item) -> Iterator[str]:
    """Yield the line for what a reader noted on an item, if anything."""
    if said := summary.remark(item):
        yield f"  - {escape(said)}"


def _speaker(entry: SpeakerEntry, note: str) -> Iterator[str]:
    yield from ("", f"### {escape(entry.name)}", "")
    for text in (entry.role, note):
        if text:
            yield from (escape(text), "")
