"""What the commands over articles have in common: the files that they name, and the briefings of those."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

import click

from briefing.console import CommandError, ExitCode, describe_bug, say
from briefing.export.own import is_export

if TYPE_CHECKING:
    from briefing.model import Article, Briefing

_Command = TypeVar("_Command", bound=Callable[..., object])

fast_option = click.option("--fast", is_flag=True, help="Leave out the language models: quicker, finds fewer names.")


def _allow_local(context: click.Context, option: click.Parameter, value: bool) -> None:
    if value:
        from briefing.sources.fetch import allow_local_addresses

        allow_local_addresses()


LONG = 400_000
"""Characters of a text whose briefing takes so long that it should be said."""


def day_value(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """Return the day that an option was given, in ISO 8601."""
    from briefing.edtf import is_day

    if value is not None and not is_day(value):
        raise click.BadParameter(f"{value!r} is no day such as 2026-03-31", context, option)
    return value


date_option = click.option(
    "--date",
    "day",
    metavar="YYYY-MM-DD",
    callback=day_value,
    help="The day of publication of the articles that do not say it; their days without a year count from it.",
)

local_option = click.option(
    "--allow-local",
    is_flag=True,
    expose_value=False,
    callback=_allow_local,
    help="Let web addresses lead into private networks and to this machine.",
)


library_option = click.option(
    "--library",
    "path",
    type=click.Path(path_type=Path),
    envvar="BRIEFING_LIBRARY",
    help="The library's file. [default: in the user's data folder, or BRIEFING_LIBRARY]",
)


# Whether a file may be read is found out by reading it, so that it is said in the same words everywhere.
_file = click.Path(readable=False)


def _with_those_in_folders(
    context: click.Context, argument: click.Parameter, named: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the files with the articles of each folder in its place; without folders nothing is loaded for it."""
    if not any(Path(name).is_dir() for name in named):
        return named
    from briefing.library.adding import expand

    files = tuple(without_exports(expand(named)))
    if not files:
        raise CommandError(f"{', '.join(named)}: no article is in there; name a file or another folder")
    return files


def articles_argument(command: _Command) -> _Command:
    """Give a command its files, those in folders too, and the choice that all who analyse them have."""
    files = click.argument(
        "files", nargs=-1, required=True, metavar="FILE...", type=_file, callback=_with_those_in_folders
    )
    return files(fast_option(local_option(command)))


class Batch:
    """The briefings of files, web addresses or standard input (``-``), made one by one as they are asked for.

    What is wrong with one that has none is said, and it is left out; ``code`` tells afterwards whether that happened.
    Each entry of a feed is an article of its own.
    """

    def __init__(self, files: Sequence[str], *, models: bool, day: str | None = None) -> None:
        """Name the files, and the day of those that do not say it; nothing is read yet."""
        self.files = files
        self.models = models
        self.day = day
        self.dated: Callable[[Article], Article] = lambda article: article
        """Gives an article the date that somebody stated."""
        self.code = ExitCode.DONE
        self.ready: Sequence[Briefing] = ()

    @classmethod
    def of(cls, briefings: Sequence[Briefing]) -> Self:
        """Return a batch of briefings that are there already."""
        batch = cls((), models=False)
        batch.ready = briefings
        return batch

    def __iter__(self) -> Iterator[Briefing]:
        """Yield the briefings in the order of the files."""
        yield from self.ready
        from briefing.extract import extract

        for file in self.files:
            for article in self._articles(file):
                if len(article.text) > LONG:
                    say(f"{article.source}: {len(article.text):,} characters are no article; this can take minutes")
                try:
                    briefing = extract(self.dated(on_day(article, self.day)), models=self.models)
                except (
                    Exception
                ) as error:  # A mistake in the program over one article is no reason to leave out others.
                    self.fail(f"{article.source}: {describe_bug(error)}")
                else:
                    yield briefing

    def _articles(self, file: str) -> Iterator[Article]:
        from briefing.sources import SourceError, read_all

        if is_export(file):
            self.fail(f"{file} is an export of this program; name the article that it was made of")
            return
        if _is_review(file):
            self.fail(f"{file} is the review of an article; name the article, and its review goes with it")
            return
        try:
            for found in read_all(file):
                if isinstance(found, SourceError):
                    self.fail(str(found))
                else:
                    yield found
        except SourceError as error:
            self.fail(str(error))
        except Exception as error:
            self.fail(f"{file}: {describe_bug(error)}")

    def fail(self, sentence: str) -> None:
        """Say what is wrong with one of the articles, which is then left out."""
        say(sentence)
        self.code = ExitCode.FAILED


def on_day(article: Article, day: str | None) -> Article:
    """Return an article with this day of publication where it does not say its own."""
    return article.model_copy(update={"date": day}) if day and article.date is None else article


def without_exports(sources: Iterable[str]) -> list[str]:
    """Return the sources without those that are exports of this program; how many there are is said."""
    found = [(source, is_export(source)) for source in sources]
    exports = [source for source, is_own in found if is_own]
    if len(exports) == 1:
        say(f"{exports[0]} is an export of this program; it is left out")
    elif exports:
        say(f"{exports[0]} and {len(exports) - 1} more are exports of this program; they are left out")
    return [source for source, is_own in found if not is_own]


def _is_review(file: str) -> bool:
    """Whether the name is that of a review; for any other nothing of reviews is loaded."""
    if not file.endswith(".toml"):
        return False
    from briefing.review.keeping import SUFFIX

    return file.endswith(SUFFIX)
