"""The commands on what the library has: listing it, taking articles out, and asking it across articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing import edtf
from briefing.arguments import day_value, library_option
from briefing.console import CommandError, say, write_out
from briefing.launch import open_app
from briefing.settings import default_library

if TYPE_CHECKING:
    from briefing.library import Entry, Library
    from briefing.model import Briefing

# What a library can be sorted by (`briefing.library.Library.entries`); named here so that --help stays light.
ORDERS = ("date", "title", "place", "agency", "added", "facts", "quotes", "actions", "read")

_json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of text.")


@contextmanager
def opened(path: Path | None) -> Iterator[Library]:
    from briefing.library import Library, LibraryError

    try:
        with Library(path or default_library()) as library:
            yield library
    except LibraryError as error:
        raise CommandError(str(error)) from error


@contextmanager
def filled(path: Path | None) -> Iterator[Library]:
    """Open a library to ask it something: one that is not there has nothing to say, and is not made."""
    where = path or default_library()
    if not where.exists():
        raise CommandError(f"{where}: there is no library yet; 'briefing add' begins it")
    with opened(where) as library:
        yield library


@contextmanager
def _asked(path: Path | None) -> Iterator[Library]:
    """Open a library to ask what is in its articles; briefings that are wanting are told of."""
    from briefing import __version__

    with filled(path) as library:
        if wanting := library.count_outdated(__version__):
            say(f"{counted(wanting, 'briefing')} still to be made by this version; 'briefing renew' does it")
        yield library


@click.command(name="list")
@click.option("--sort", type=click.Choice(ORDERS), default="date", show_default=True, help="What to sort by.")
@click.option("--reverse", is_flag=True, help="The other way round: oldest, smallest or A first.")
@click.option("--limit", type=click.IntRange(min=1), default=1000, show_default=True, help="How many at the most.")
@_json_option
@library_option
def list_articles(sort: str, reverse: bool, limit: int, as_json: bool, path: Path | None) -> None:
    """List the articles of the library.

    A • stands before those that have not been read; of the actions, those that are open are counted.
    """
    with _asked(path) as library:
        entries = library.entries(sort, descending=not reverse, limit=limit)
    if not entries:
        say("The library is empty; 'briefing add' fills it")
    if as_json:
        _write_json(asdict(entry) for entry in entries)
        return
    for entry in entries:
        counts = " ".join(
            _column(count, word)
            for count, word in ((entry.facts, "fact"), (entry.quotes, "quote"), (entry.actions, "open action"))
        )
        read = " " if entry.read else "•"
        write_out(f"{read} {entry.number:>5}  {entry.date or '          '}  {counts}  {_heading(entry)}{near(entry)}\n")


@click.command()
@click.argument("references", nargs=-1, required=True, metavar="ARTICLE...")
@library_option
def remove(references: tuple[str, ...], path: Path | None) -> None:
    """Take articles out of the library.

    They are named by number, beginning of their id, or source.
    """
    with filled(path) as library:
        entries = [library.find(reference) for reference in references]
        for entry in entries:
            library.remove(entry.number)
            click.echo(f"Removed {entry.number}  {_heading(entry)}", err=True)


@click.command(name="open")
@click.argument("reference", required=False, metavar="[ARTICLE]")
@library_option
def open_library(reference: str | None, path: Path | None) -> int:
    """Open the library in the app, or one article of it.

    It is named by number, beginning of its id, or source.
    """
    number = None
    if reference is not None:
        with filled(path) as library:
            number = library.find(reference).number
    return open_app((), library=path, stored=number)


@click.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many at the most.")
@_json_option
@library_option
def search(query: tuple[str, ...], limit: int, as_json: bool, path: Path | None) -> None:
    """Find articles by their words.

    Words are found in any form; "phrases", beginnings* and filters narrow it down. The filters are speaker:NAME,
    place:NAME, after:DATE, before:DATE, has:action, has:quote, has:fact, has:deadline and language:ru.
    """
    from briefing.library.query import Query, parse
    from briefing.library.search import search as find

    with _asked(path) as library:
        asked = parse(" ".join(query))
        if asked == Query():
            raise CommandError(
                f"{' '.join(query)!r} names no word to look for; name one, or list all with 'briefing list'"
            )
        hits = find(library, asked, limit)
    if not hits:
        say(f"No article in the library is found for {' '.join(query)!r}")
    if as_json:
        _write_json(
            {
                **asdict(hit.entry),
                "snippet": hit.snippet.model_dump() if hit.snippet else None,
                "words": [word.model_dump() for word in hit.words],
            }
            for hit in hits
        )
        return
    for hit in hits:
        write_out(f"{hit.entry.number:>5}  {hit.entry.date or '          '}  {_heading(hit.entry)}{near(hit.entry)}\n")
        if hit.snippet is not None:
            write_out(f"       … {' '.join(hit.snippet.text.split())} …\n")


def briefings_of(query: str, path: Path | None) -> list[Briefing]:
    """Return the briefings of the articles that a search in the library finds, the best first."""
    from briefing.library.query import parse
    from briefing.library.search import search as find

    with _asked(path) as library:
        return [library.briefing(hit.entry.number) for hit in find(library, parse(query), limit=100)]


@click.command()
@click.argument("name", nargs=-1, required=True)
@_json_option
@library_option
def who(name: tuple[str, ...], as_json: bool, path: Path | None) -> None:
    """Show everything that somebody said, and in which roles.

    Roles stand with the day from which on articles give them.
    """
    from briefing.export.wording import wording
    from briefing.library.across import who as find

    with _asked(path) as library:
        profiles = find(library, " ".join(name), as_typed=True)
    if as_json:
        _write_json(asdict(profile) for profile in profiles)
        return
    if not profiles:
        raise CommandError(f"{' '.join(name)}: nobody of this name is quoted in the library")
    for profile in profiles:
        others = ", ".join(profile.spellings[1:])
        write_out(f"{profile.name}{f' ({others})' if others else ''}\n")
        for since, role in profile.roles:
            write_out(f"  {since or '          '}  {role}\n")
        for saying in profile.sayings:
            marks = wording(saying.entry.language)
            direct = f"{marks.quote_open}{saying.text}{marks.quote_close}"
            text = direct if saying.kind == "direct" else saying.text
            words = f"{saying.said(text)}{_reprints(saying.reprints)}"
            write_out(f"  {saying.entry.date or '          '}  [{saying.entry.number}] {words}\n")
        write_out("\n")


@click.command()
@click.option("--after", metavar="YYYY-MM-DD", callback=day_value, help="Only what is due on this day or later.")
@click.option("--before", metavar="YYYY-MM-DD", callback=day_value, help="Only what is due on this day or earlier.")
@_json_option
@library_option
def agenda(after: str | None, before: str | None, as_json: bool, path: Path | None) -> None:
    """Show the open actions with a deadline, overdue ones first.

    They are the 500 last due and the 500 due next, each above the title of its article; a ! stands before those that
    are overdue.
    """
    from briefing.export.dates import format_when
    from briefing.library.across import agenda as find

    with _asked(path) as library:
        items = find(library, edtf.today(), after=after, before=before)
    if not items:
        say(f"No open action in the library has a deadline{' then' if after or before else ''}")
    if as_json:
        _write_json(asdict(item) for item in items)
        return
    days = [format_when(item.deadline, "en") for item in items]
    width = max(map(len, days), default=0)
    for item, day in zip(items, days, strict=True):
        actor = f"  ({item.actor})" if item.actor else ""
        mark = "!" if item.overdue else " "
        also = _reprints(len(item.reprints))
        begin = f"{mark} {day:<{width}}  [{item.entry.number}] "
        write_out(f"{begin}{item.said}{actor}{also}\n{'':<{len(begin)}}{item.entry.heading}\n")


@click.command()
@click.argument("query", nargs=-1, required=True)
@_json_option
@library_option
def figures(query: tuple[str, ...], as_json: bool, path: Path | None) -> None:
    """Show figures across articles side by side.

    Where articles give one quantity other values, ≠ marks them.
    """
    from briefing.library.across import figures as find
    from briefing.library.query import parse

    with _asked(path) as library:
        groups = find(library, parse(" ".join(query)))
    if not groups:
        say(f"No sentence in the library that has {' '.join(query)!r} has a figure")
    if as_json:
        _write_json(
            {
                "kind": group.kind,
                "unit": group.unit,
                "differs": group.differs,
                "figures": [
                    {
                        "article": entry.number,
                        "date": entry.date,
                        "sentence": sentence.text,
                        "disputed": index in group.disputed,
                        **figure.model_dump(),
                    }
                    for index, (entry, figure, sentence) in enumerate(group.figures)
                ],
            }
            for group in groups
        )
        return
    for group in groups:
        write_out(f"{group.unit or group.kind}{' ≠' if group.differs else ''}\n")
        for index, (entry, figure, sentence) in enumerate(group.figures):
            when = entry.date or "          "
            mark = "≠" if index in group.disputed else " "
            write_out(f"{mark} {when}  [{entry.number}] {figure.text}  — {' '.join(sentence.text.split())}\n")


def _heading(entry: Entry) -> str:
    origin = ", ".join(part for part in (entry.place, entry.agency) if part)
    return f"{entry.heading}{f'  ({origin})' if origin else ''}"


def _reprints(count: int) -> str:
    return f"  (and {count} {'reprint' if count == 1 else 'reprints'})" if count else ""


def near(entry: Entry) -> str:
    return f"  (nearly the same as {entry.near})" if entry.near else ""


def counted(count: int, word: str) -> str:
    """Return a count with its word: "1 briefing", "5 briefings"."""
    return f"{count} {word}{'' if count == 1 else 's'}"


def _column(count: int, word: str) -> str:
    """Return a count with its word, as wide for one as for many."""
    return f"{count:>3} {word}{' ' if count == 1 else 's'}"


def _write_json(objects: Iterable[dict[str, Any]]) -> None:
    for found in objects:
        write_out(json.dumps(found, ensure_ascii=False, default=str) + "\n")


# Every command on the library, for the command line to take up.
COMMANDS: tuple[click.Command, ...] = (
    *(list_articles, open_library, remove),
    *(search, who, agenda, figures),
)
