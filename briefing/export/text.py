"""Briefings as plain text: for a chat, a mail, a pipe or a screen reader. Nothing in it is markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.export import Options
from briefing.export.footnotes import Footnotes
from briefing.export.lines import one_line, printable
from briefing.export.summary import Summary, summarise
from briefing.model import Action, Article, Briefing, Fact, Figure, Quote

_BULLET = "• "
_DONE = "✓ "
_BETWEEN_BRIEFINGS = "\n\n* * *\n\n"


def document(briefings: Sequence[Briefing], options: Options) -> str:
    """Return one text with all the briefings, footnotes at the end."""
    footnotes = Footnotes()
    parts = ["\n".join(_lines(summarise(briefing), footnotes, options)) for briefing in briefings]
    notes = "".join(f"\n[{note.number}] {note.text}" for note in footnotes.notes)
    return _BETWEEN_BRIEFINGS.join(parts) + (f"\n{notes}" if notes else "") + "\n"


def article_in_reading_order(article: Article) -> str:
    """Return the article's own text, a blank line between paragraphs, ending with a newline."""
    return printable(article.text).strip("\n") + "\n"


def _lines(summary: Summary, footnotes: Footnotes, options: Options) -> Iterator[str]:
    headings = summary.words.headings

    def line(text: str, item: Fact | Quote | Action | Figure) -> str:
        note = f" [{footnotes.number(summary, item)}]" if options.evidence else ""
        said = summary.remark(item)
        return f"{_BULLET}{one_line(text)}{note}{f' ({said})' if said else ''}"

    yield summary.title
    for label, value in summary.details:
        yield f"{label}: {value}"
    if summary.facts:
        yield from ("", f"{headings['facts']}:")
        yield from (line(summary.told(fact), fact) for fact in summary.facts)
    if summary.speakers:
        yield from ("", f"{headings['speakers']}:")
    for speaker in summary.speakers:
        yield f"{speaker.name} ({speaker.role}):" if speaker.role else f"{speaker.name}:"
        yield from filter(None, [summary.remark(speaker.speaker)])
        yield from (line(summary.said(quote), quote) for quote in speaker.quotes)
    if summary.actions:
        yield from ("", f"{headings['actions']}:")
        yield from (
            line(f"{_DONE if entry.is_done else ''}{entry.text} ({entry.details})", entry.action)
            for entry in summary.actions
        )
    if summary.figures:
        yield from ("", f"{headings['figures']}:")
    contexts = summary.contexts()
    for figure in summary.figures:
        meaning = f" = {figure.meaning}" if figure.meaning else ""
        yield line(f"{figure.figure.text}{meaning} — {contexts[figure.figure.id]}", figure.figure)
