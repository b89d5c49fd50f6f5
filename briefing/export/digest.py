"""Many briefings as one digest: key facts by article, everybody who was quoted, and what is to be done by when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from briefing.edtf import bounds
from briefing.export.dates import format_date
from briefing.export.markdown import escape, remark
from briefing.export.summary import ActionEntry, SpeakerEntry, Summary, summarise
from briefing.export.wording import Wording, wording
from briefing.frozen import frozen
from briefing.model import Briefing

FACTS_OF_AN_ARTICLE = 3


@frozen
class _Due:
    """An action of the agenda with the article that it comes from."""

    entry: ActionEntry
    summary: Summary

    def order(self) -> tuple[bool, date, date]:
        """What is due first comes first, what has no deadline last."""
        first, last = bounds(self.entry.action.deadline or "")
        return (not (first or last), last or first or date.max, first or date.min)


def document(
    briefings: Sequence[Briefing],
    facts: int = FACTS_OF_AN_ARTICLE,
    reprints: Mapping[str, Sequence[Briefing]] = MappingProxyType({}),
) -> str:
    """Return the digest as Markdown, newest articles first, with at most ``facts`` key facts of each.

    It speaks the language of most of the articles. A person who is quoted in several articles stands there once, with
    each role and with the article beside each quote. ``reprints``, by the id of the article that they nearly repeat,
    are named with it.
    """
    languages = Counter(briefing.article.language for briefing in briefings)
    language = languages.most_common(1)[0][0] if languages else "en"
    in_order = sorted(briefings, key=lambda briefing: briefing.article.date or "", reverse=True)
    also = {article: [summarise(briefing) for briefing in found] for article, found in reprints.items()}
    return "\n".join(_lines([summarise(briefing) for briefing in in_order], also, language, facts)) + "\n"


def _lines(
    summaries: Sequence[Summary], reprints: Mapping[str, Sequence[Summary]], language: str, facts: int
) -> Iterator[str]:
    words = wording(language)
    yield from (f"# {words.headings['digest']}", "")
    dates = sorted(summary.article.date for summary in summaries if summary.article.date)
    # One day over several articles would seem to be that of the digest.
    if dates and (len(summaries) == 1 or dates[0] != dates[-1]):
        yield f"- **{words.labels['date']}:** {escape(format_date(f'{dates[0]}/{dates[-1]}', language))}"
    yield f"- **{words.labels['articles']}:** {len(summaries)}"
    yield from ("", f"## {words.headings['by_article']}")
    for summary in summaries:
        yield from ("", f"### {escape(summary.title)}", "", escape(_publication(summary)), "")
        if also := reprints.get(summary.article.id):
            named = "; ".join(f"{other.title} ({_publication(other)})" for other in also)
            yield from (f"{words.labels['reprints']}: {escape(named)}", "")
        for fact in summary.facts[:facts]:
            yield f"- {escape(summary.told(fact))}"
            yield from remark(summary, fact)
    yield from _speakers(summaries, words)
    yield from _agenda(summaries, words)


def _publication(summary: Summary) -> str:
    day = summary.article.date
    parts = (format_date(day, summary.article.language) if day else "", summary.source)
    return summary.words.list_separator.join(part for part in parts if part)


def _speakers(summaries: Sequence[Summary], words: Wording) -> Iterator[str]:
    by_name = defaultdict[str, list[tuple[SpeakerEntry, Summary]]](list)
    for summary in summaries:
        for entry in summary.speakers:
            if entry.speaker is not None:
                by_name[entry.name].append((entry, summary))
    if by_name:
        yield from ("", f"## {words.headings['speakers']}")
    for name in sorted(by_name, key=str.casefold):
        yield from ("", f"### {escape(name)}", "")
        roles = dict.fromkeys(entry.role for entry, _ in by_name[name] if entry.role)
        if roles:
            yield from (escape("; ".join(roles)), "")
        for entry, summary in by_name[name]:
            for quote in entry.quotes:
                yield f"- {escape(summary.said(quote))} — {escape(summary.title)}"
                yield from remark(summary, quote)


def _agenda(summaries: Sequence[Summary], words: Wording) -> Iterator[str]:
    agenda = [_Due(entry, summary) for summary in summaries for entry in summary.actions]
    if agenda:
        yield from ("", f"## {words.headings['actions']}", "")
    for due in sorted(agenda, key=_Due.order):
        yield f"- [{'x' if due.entry.is_done else ' '}] {escape(due.entry.text)}"
        yield f"  - {escape(words.list_separator.join((due.entry.details, due.summary.title)))}"
        yield from remark(due.summary, due.entry.action)
