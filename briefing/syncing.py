"""The command that reads ticks made by hand in an exported Markdown file back into the reviews."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.arguments import Batch, fast_option, library_option, local_option
from briefing.console import ExitCode, say, write_out
from briefing.export.own import is_export
from briefing.reviewing import keep, read_text, reviewing
from briefing.settings import default_library

if TYPE_CHECKING:
    from briefing.export.ticks import Section
    from briefing.library import Library
    from briefing.model import Briefing
    from briefing.review import Reviewed, ReviewedItem

_ALIKE = 0.8
"""The share of its words that a task and an action must have in common to be one, where a hand has reworded it."""


@click.command()
@click.argument("document", type=click.Path(), metavar="OUT.md")
@click.argument("articles", nargs=-1, type=click.Path(), metavar="[ARTICLE]...")
@fast_option
@local_option
@library_option
def sync(document: str, articles: tuple[str, ...], fast: bool, path: Path | None) -> int:
    """Read the ticks in an exported task list back into the review.

    What is ticked in the Markdown file is done. The article is looked for beside the file, in the current folder and in
    the library; where it is elsewhere, name it by its file, or by its number in the library. What is done stays done
    where its tick is missing, and is named.
    """
    from briefing.export.ticks import sections

    library = path or default_library()
    found = sections(read_text(document))
    count = _Count()
    if articles:
        briefings = list(_named(articles, library, models=not fast, count=count))
        ticked = [task for section in found for task in section.ticked]
        unticked = [task for section in found for task in section.open]
        _tick(ticked, unticked, briefings, library, document, count)
    else:
        for section in found:
            if not (section.ticked or section.open):
                continue
            with reviewing():
                briefing = _article_of(section, document, library, models=not fast)
            if briefing:
                _tick(section.ticked, section.open, [briefing], library, document, count)
            elif section.ticked:
                count.missing += len(section.ticked)
                say(_lost(section, document))
    if any(section.ticked for section in found):
        click.echo(f"{count.new} done, {count.known} done already, {count.missing} not found{count.refused}", err=True)
    else:
        click.echo(f"{document}: nothing is ticked in it", err=True)
    return count.code


class _Count:
    """What became of the ticks."""

    def __init__(self) -> None:
        self.new = self.known = self.missing = self.dismissed = 0
        self.is_incomplete = False

    @property
    def refused(self) -> str:
        """The end of the sentence that counts, where there is something to add."""
        return f", {self.dismissed} dismissed" if self.dismissed else ""

    @property
    def code(self) -> ExitCode:
        return ExitCode.FAILED if self.missing or self.dismissed or self.is_incomplete else ExitCode.DONE


def _lost(section: Section, document: str) -> str:
    name = section.title or document
    return f"{document}: the article of {name!r} is neither beside it nor in the library; name it after the file"


def _named(articles: Sequence[str], library: Path, *, models: bool, count: _Count) -> Iterator[Briefing]:
    """Yield the briefings of articles that are named by file, address, or by number in the library."""
    from briefing.library import Library
    from briefing.sources.files import is_address

    for article in articles:
        if is_address(article) or os.path.exists(article) or not library.exists():
            batch = Batch([article], models=models)
            yield from batch
            count.is_incomplete |= batch.code is not ExitCode.DONE
        else:
            with reviewing(), Library(library) as opened:
                briefing = opened.briefing(opened.find(article).number)
            yield briefing


def _article_of(section: Section, document: str, library: Path, *, models: bool) -> Briefing | None:
    """Return the briefing that a section was made of: from the library by its id, from a file, from the library."""
    from briefing.library import Library

    opened = Library(library) if library.exists() else None
    try:
        if opened and section.article and (entry := opened.by_id(section.article)):
            return opened.briefing(entry.number)
        for folder in (Path(document).parent, Path()):
            # A name alone: a document from elsewhere must not lead to files that it should know nothing of.
            file = str(folder / section.source)
            if os.path.basename(section.source) == section.source and os.path.isfile(file) and not is_export(file):
                for briefing in Batch([file], models=models):
                    if _has_title(briefing, section):
                        return briefing
        return _by_title(opened, section) if opened else None
    finally:
        if opened:
            opened.close()


def _by_title(library: Library, section: Section) -> Briefing | None:
    rows = library.rows(
        "SELECT number FROM articles WHERE coalesce(title, opening) = ? ORDER BY number DESC", (section.title,)
    )
    briefings = [library.briefing(number) for (number,) in rows]
    fitting = [briefing for briefing in briefings if _source(briefing) == section.source]
    return next(iter(fitting or briefings), None)


def _has_title(briefing: Briefing, section: Section) -> bool:
    from briefing.export.summary import summarise

    return summarise(briefing).title == section.title


def _source(briefing: Briefing) -> str:
    from briefing.export.summary import source_name

    return source_name(briefing.article)


def _tick(
    tasks: Sequence[str],
    unticked: Sequence[str],
    briefings: Sequence[Briefing],
    library: Path,
    document: str,
    count: _Count,
) -> None:
    """Note for each task the action that it is, and keep the reviews; say what is done here and not ticked there."""
    from briefing.library.keeping import keeper
    from briefing.review import apply, changes

    left = list(tasks)
    for briefing in briefings:
        with reviewing():
            kept = keeper(briefing.article, library)
            reviewed = apply(briefing, before := kept.load())
        for item in _matching(left, reviewed):
            if item.state == "dismissed":
                count.dismissed += 1
                say(f"{_source(briefing)}: {_said(item)!r} is ticked in {document} and has been dismissed; it stays so")
                continue
            if item.decision.done:
                count.known += 1
                continue
            count.new += 1
            reviewed = apply(briefing, changes.done(reviewed, item, True))
            write_out(f"{_source(briefing)}: {_said(item)}\n")
        if reviewed.review is not before:
            with reviewing():
                keep(kept, reviewed.review)
        for item in _matching(list(unticked), reviewed):
            if item.decision.done and item.state != "dismissed":
                say(f"{_source(briefing)}: {_said(item)!r} is done and has no tick in {document}; it is left as it is")
    for task in left:
        say(f"{document}: {task!r} is no action of the article")
    count.missing += len(left)


def _matching(tasks: list[str], reviewed: Reviewed) -> list[ReviewedItem]:
    """Return the actions that tasks are, and take those from the list: the same words first, then most of them.

    One that was dismissed is the task only where no other is as like it.
    """
    free = sorted(reviewed.layer("actions"), key=lambda item: item.state == "dismissed")
    found = []
    for least in (1.0, _ALIKE):
        for task in list(tasks):
            best = max(((_likeness(task, item), -index) for index, item in enumerate(free)), default=(0.0, 0))
            if best[0] >= least:
                tasks.remove(task)
                found.append(free.pop(-best[1]))
    return found


def _likeness(task: str, item: ReviewedItem) -> float:
    """Return the share of words that a task and an action have in common, as it is worded or as the article says it."""
    from briefing.review.anchors import folded

    words = folded(task)
    said = [folded(text) for text in (item.wording or "", getattr(item.item, "text", "")) if text]
    return max(SequenceMatcher(None, words, other, autojunk=False).ratio() for other in said)


def _said(item: ReviewedItem) -> str:
    return " ".join((item.wording or str(getattr(item.item, "text", ""))).split())


COMMANDS: tuple[click.Command, ...] = (sync,)
