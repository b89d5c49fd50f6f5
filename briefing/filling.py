"""The commands that fill the library and keep it up to date."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.arguments import date_option, library_option, local_option, on_day, without_exports
from briefing.console import CommandError, ExitCode, say, write_out
from briefing.shelf import counted, filled, near, opened

if TYPE_CHECKING:
    from briefing.library import Entry
    from briefing.library.adding import Outcome
    from briefing.model import Article
    from briefing.sources import SourceError

CLEAR_LINE = "\r\033[K"
"""What takes the bar off a terminal."""


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--later", is_flag=True, help="Keep the texts now, and have their briefings made later.")
@date_option
@local_option
@library_option
def add(sources: tuple[str, ...], later: bool, day: str | None, path: Path | None) -> int:
    """Add articles to the library: files, and the files of folders.

    Each article is kept before its line is printed; one that cannot be read is named at the end, and the others are
    kept all the same. Exports of this program are left out, and in folders pictures, tables, archives and the like.

    With --later the texts can be read and searched at once; their briefings are made in the background while the
    library is open in the app or watched, or by 'briefing renew'.
    """
    from briefing.library.adding import add as add_all
    from briefing.library.adding import expand, workers_for

    found = without_exports(expand(sources))
    failed: list[Outcome] = []
    new = known = 0
    try:
        with opened(path) as library, _progress(len(found)) as step:
            named = _on_day(found, day) if day else found
            for outcome in add_all(library, named, later=later, workers=workers_for(found)):
                if outcome.added is None:
                    failed.append(outcome)
                    step(outcome.source, "")
                    continue
                new += outcome.added.is_new
                known += not outcome.added.is_new
                step(outcome.source, _added_line(outcome.added.entry, is_new=outcome.added.is_new))
    finally:
        # Named too where the library fails on the way.
        for outcome in failed:
            say(outcome.error or outcome.source)
    left = "; 'briefing renew' makes the briefings" if later and new else ""
    click.echo(f"{new} added, {known} known already, {len(failed)} not read{left}", err=True)
    return ExitCode.FAILED if failed else ExitCode.DONE


def _on_day(sources: Sequence[str], day: str) -> Iterator[Article | SourceError]:
    """Yield what the sources hold, with this day where an article does not say its own."""
    from briefing.sources import SourceError, read_all

    for source in sources:
        try:
            for found in read_all(source):
                yield found if isinstance(found, SourceError) else on_day(found, day)
        except SourceError as error:
            yield error


@contextmanager
def _progress(total: int) -> Iterator[Callable[[str, str], None]]:
    """Show a bar on standard error where it is a terminal; a step names what has been done, and writes a line of it."""
    if not sys.stderr.isatty():
        yield lambda source, line: write_out(line)
        return
    with click.progressbar(length=total, file=sys.stderr, item_show_func=_short_name) as bar:

        def step(source: str, line: str) -> None:
            if line and sys.stdout.isatty():
                click.echo(CLEAR_LINE, nl=False, err=True)  # The bar stands where the line belongs.
            write_out(line)
            bar.update(1, source)

        yield step


def _short_name(source: str | None) -> str:
    return Path(source).name[:40] if source else ""


def _added_line(entry: Entry, *, is_new: bool) -> str:
    mark = "+" if is_new else "="
    return f"{mark} {entry.number:>5}  {entry.heading}{near(entry) if is_new else ''}\n"


@click.command()
@click.argument("places", nargs=-1, required=True, metavar="FOLDER|FEED...")
@click.option("--every", type=click.IntRange(min=1), default=15, show_default=True, help="Minutes from feed to feed.")
@local_option
@library_option
def watch(places: tuple[str, ...], every: int, path: Path | None) -> int:
    """Add what is in folders and feeds, and then what arrives there.

    It goes on until Ctrl+C. A feed is asked for by its address, and sends nothing while it has nothing new. What cannot
    be read is named and left; a file is tried again when it changes. Folders need the extra `watch`.
    """
    from briefing.library.adding import add as add_all
    from briefing.library.adding import workers_for
    from briefing.library.refreshing import Background
    from briefing.library.watching import arrivals
    from briefing.sources.files import is_address

    feeds = [place for place in places if is_address(place)]
    folders = [place for place in places if place not in feeds]
    for folder in folders:
        if not Path(folder).is_dir():
            cause = "this is a file" if Path(folder).exists() else "there is no such folder"
            raise CommandError(f"{folder}: {cause}; name a folder, or the address of a feed")
    # Ctrl+C is how one stops it, and no failure.
    with opened(path) as library, suppress(KeyboardInterrupt), closing(Background(library)) as background:
        for number, found in enumerate(arrivals(library, folders, feeds, every * 60)):
            background.begin()
            if number == 0:
                click.echo(f"Watching {', '.join(places)}; Ctrl+C ends it.", err=True)
            workers = 1
            if isinstance(found, list):
                found = without_exports(found)
                workers = workers_for(found)
            for outcome in add_all(library, found, workers=workers):
                if outcome.added is None:
                    say(outcome.error or outcome.source)
                elif outcome.added.is_new:
                    write_out(_added_line(outcome.added.entry, is_new=True))
    return ExitCode.DONE


@click.command()
@library_option
def renew(path: Path | None) -> int:
    """Make the briefings that are missing or of another version.

    The newest come first. Ctrl+C leaves the rest for another time.
    """
    from briefing import __version__
    from briefing.library.refreshing import refresh

    with filled(path) as library:
        wanting = library.count_outdated(__version__)
        with click.progressbar(length=wanting, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
            for made in refresh(library):
                bar.update(made)
        left = library.count_outdated(__version__)
    click.echo(f"{counted(wanting - left, 'briefing')} made, {left} left", err=True)
    return ExitCode.FAILED if left else ExitCode.DONE


COMMANDS: tuple[click.Command, ...] = (add, watch, renew)
