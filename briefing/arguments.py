"""What the commands over articles have in common: the files that they name, and the briefings of those."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from briefing.console import describe_bug, say

if TYPE_CHECKING:
    from briefing.model import Briefing

_Command = TypeVar("_Command", bound=Callable[..., object])

fast_option = click.option("--fast", is_flag=True, help="Leave out the language models: quicker, finds fewer names.")


def articles_argument(command: _Command) -> _Command:
    """Give a command its files and the choice that all who analyse them have."""
    files = click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="FILE...")
    return files(fast_option(command))


def briefings_of_files(files: Sequence[str], *, models: bool) -> Iterator[tuple[int, Briefing]]:
    """Yield each file's number and briefing; say what is wrong with a file that has none, and leave it out."""
    from briefing.extract import extract
    from briefing.sources import SourceError, read

    for index, file in enumerate(files):
        try:
            briefing = extract(read(file), models=models)
        except SourceError as error:
            say(str(error))
        except Exception as error:  # A mistake in the program over one article is no reason to leave out the others.
            say(f"{file}: {describe_bug(error)}")
        else:
            yield index, briefing
