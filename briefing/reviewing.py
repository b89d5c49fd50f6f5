"""Briefings as they were reviewed: handed on by the commands that write them, and taken back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

import click

from briefing.arguments import Batch, library_option
from briefing.console import CommandError, ExitCode, say, write_out
from briefing.settings import default_library

if TYPE_CHECKING:
    from briefing.library import Library
    from briefing.model import Article, Briefing
    from briefing.review import Review, Reviewed
    from briefing.review.keeping import Keeper

_Command = TypeVar("_Command", bound=Callable[..., object])
Use = Literal["all", "accepted", "none"]
"""What a command takes of a review: all but what was dismissed, only what was accepted, or nothing of it."""


def reviewed_option(command: _Command) -> _Command:
    """Give a command the choice of what it takes of a review."""
    accepted = click.option(
        "--reviewed",
        "accepted",
        is_flag=True,
        help="Only what a person has accepted, with the figures in its words; without it, all but what was dismissed.",
    )
    without = click.option("--no-review", "unreviewed", is_flag=True, help="Leave the review out of account.")

    @wraps(command)
    def choosing(*, accepted: bool, unreviewed: bool, **others: object) -> object:
        if accepted and unreviewed:
            raise CommandError("--reviewed and --no-review cannot go together; leave one of them out")
        use: Use = "accepted" if accepted else "none" if unreviewed else "all"
        return command(reviewed=use, **others)

    return cast(_Command, accepted(without(choosing)))


def checked(batch: Batch, path: Path | None, *, use: Use, whatever: bool = False) -> Iterator[Briefing]:
    """Yield the briefings of a batch as they were reviewed.

    One whose review cannot be read is said and left out, or with ``whatever`` as if nobody had reviewed it; so is one
    of which nothing was accepted where only that is wanted.
    """
    if use != "none":
        batch.dated = partial(_dated, path)
    for briefing in batch:
        if use == "none":
            yield briefing
            continue
        try:
            reviewed = reviewed_of(briefing, path)
        except CommandError as error:
            if whatever:
                batch.fail(f"{str(error).rstrip('.')}; the briefing is shown without it")
                yield briefing
            else:
                batch.fail(f"{str(error).rstrip('.')}; mend it, or leave the review out with --no-review")
            continue
        if found := hand_on(reviewed, accepted=use == "accepted"):
            yield found
        else:
            batch.fail(f"{briefing.article.source}: nothing in its briefing has been accepted yet")


def _dated(path: Path | None, article: Article) -> Article:
    """Return an article with the date that its review states; what is wrong with that is said where it is used."""
    from briefing.library.keeping import review_of

    with suppress(CommandError), reviewing():
        return review_of(article, path or default_library()).dated(article)
    return article


def reviewed_of(briefing: Briefing, path: Path | None) -> Reviewed:
    """Return a briefing with its review as it is kept.

    Raises:
        CommandError: the review cannot be read.
    """
    from briefing.library.keeping import review_of
    from briefing.review import apply

    with reviewing():
        return apply(briefing, review_of(briefing.article, path or default_library()))


@contextmanager
def reviewing() -> Iterator[None]:
    """Turn what is wrong with a review or a library into a `CommandError`."""
    from briefing.library import LibraryError
    from briefing.review.file import ReviewError

    try:
        yield
    except (LibraryError, ReviewError) as error:
        raise CommandError(str(error)) from error


def hand_on(reviewed: Reviewed, *, accepted: bool) -> Briefing | None:
    """Return a briefing as it leaves the program, None if only what was accepted may and nothing was.

    Decisions on words that the article no longer has are counted on standard error.
    """
    from briefing.review.record import checked as of

    if reviewed.orphans:
        lost = _count(len(reviewed.orphans), "decision is", "decisions are")
        say(f"{reviewed.article.source}: {lost} on words that the article no longer has; the review keeps them")
    if accepted and not any(item.state == "accepted" for item in reviewed.items):
        return None
    return of(reviewed, accepted=accepted)


_LANGUAGE = re.compile("[a-z]{2,3}")
# Controls, bidirectional marks and surrogates: no source lets them through, so an export has none.
_OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@click.command(name="import")
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="OUT.json...")
@library_option
def import_briefings(files: tuple[str, ...], path: Path | None) -> int:
    """Take briefings with their reviews back from exported JSON.

    They go into the library; a review goes beside its article's file where that is still there. What has been decided
    here otherwise stays, and is named.
    """
    from briefing.library import Library

    library = path or default_library()
    code = ExitCode.DONE
    for file in files:
        for number, data in enumerate(_objects(file), 1):
            try:
                briefing, review = _restored(data)
                with reviewing(), Library(library) as opened:
                    _shelve(opened, briefing)
                code = max(code, _take_back(briefing, review, library))
            except CommandError as error:
                say(f"{file}, briefing {number}: {error}")
                code = ExitCode.FAILED
    return code


def _objects(file: str) -> list[Any]:
    """Return the briefings in a file: one, a list of them, or one a line.

    Raises:
        CommandError: the file cannot be read, is no JSON, or has no briefing.
    """
    text = read_text(file)
    if text.strip() in ("", "[]"):
        raise CommandError(f"{file}: there is no briefing in it; name what 'briefing export -f json' wrote")
    try:
        found = json.loads(text)
        return found if isinstance(found, list) else [found]
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is no JSONDecodeError
        try:
            return [json.loads(line) for line in text.split("\n") if line.strip()]
        except (ValueError, RecursionError):
            place = f", line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
            advice = "name what 'briefing export -f json' wrote"
            raise CommandError(f"{file}{place}: this is not JSON; {advice}") from error


def read_text(file: str) -> str:
    """Return the text of a file.

    Raises:
        CommandError: it cannot be read, or is no text.
    """
    if Path(file).is_dir():
        raise CommandError(f"{file} is a folder; name the file that 'briefing export' wrote")
    try:
        return Path(file).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CommandError(f"{file} cannot be read ({error.strerror or error})") from error
    except ValueError as error:
        raise CommandError(f"{file} is not UTF-8 text; name the file that 'briefing export' wrote") from error


def _restored(data: Any) -> tuple[Briefing, Review]:
    """Return the briefing as the program made it and the review of it, both checked.

    Raises:
        CommandError: the data is no briefing, or a review that nobody could have made.
    """
    from pydantic import ValidationError

    from briefing.model import Article
    from briefing.review.decisions import LAYERS
    from briefing.review.file import dumps, loads
    from briefing.review.record import Checked, restored
    from briefing.sources.clean import characters

    if text := next((text for text in _texts(data) if _OBEYED.search(text)), None):
        raise CommandError(f"this is no briefing: {text[:80]!r} has characters that a terminal may obey")
    try:
        briefing, review = restored(Checked.model_validate(data))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        message = " ".join(str(first["msg"]).split())
        raise CommandError(f"this is no briefing: {f'{place}: ' if place else ''}{message}"[:300]) from error
    for layer in LAYERS:
        items = getattr(briefing, layer)
        if len({item.id for item in items}) < len(items):
            raise CommandError(f"this is no briefing: two of the {layer} have the same id")
    if wrong := next(_impossible(briefing), None):
        raise CommandError(f"this is no briefing: {wrong}")
    article = briefing.article
    if Article.identify(article.text) != article.id or characters(article.text) != article.text:
        raise CommandError("its text is not the one that its id was made of; export it once more")
    with reviewing():
        # What a file of a review could not say, no review says.
        return briefing, loads(dumps(review, article), "its review")


def _impossible(briefing: Briefing) -> Iterator[str]:
    """Yield what is wrong with values that are a text to the model, and more than that to what reads it."""
    from briefing.review.fields import EditError, check

    article = briefing.article
    if article.date is not None and not _is_day(article.date):
        yield f"article.date is {article.date[:40]!r}, not a day such as 2026-03-31"
    if _LANGUAGE.fullmatch(article.language) is None:
        yield f"article.language is {article.language[:40]!r}, not a code such as ru or en"
    try:
        for action in briefing.actions:
            check("actions", "deadline", action.deadline)
        for figure in briefing.figures:
            check("figures", "value", figure.value)
    except EditError as error:
        yield f"one of its {error.layer} is wrong, for {error}"


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _texts(data: Any) -> Iterator[str]:
    """Yield every text of a JSON value, the names of fields too."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, list | dict):
        for part in data if isinstance(data, list) else (*data, *data.values()):
            yield from _texts(part)


def _shelve(library: Library, briefing: Briefing) -> None:
    from briefing import __version__
    from briefing.library.completing import complete
    from briefing.library.keeping import at_home

    briefing = briefing.model_copy(update={"article": at_home(briefing.article)})
    added = library.add(briefing, __version__)
    if not added.is_new:
        complete(library, added.entry, briefing.article)
    write_out(f"{'+' if added.is_new else '='} {added.entry.number:>5}  {added.entry.heading}\n")


def _take_back(briefing: Briefing, review: Review, library: Path) -> ExitCode:
    """Keep the review with what has been decided here before, which goes first; FAILED where the two differ."""
    from briefing.library.keeping import keeper
    from briefing.review import Review as Nothing
    from briefing.review.merging import merge

    if review.is_blank:
        return ExitCode.DONE
    kept = keeper(briefing.article, library, same_text=True)
    with reviewing():
        here = kept.load()
        merged = merge(Nothing(), here, review)
        keep(kept, merged.review)
    for conflict in merged.conflicts:
        say(f"{kept.medium.name}: {conflict.key} {conflict.field} stays {conflict.mine!r}, not {conflict.theirs!r}")
    restored = _count(len(review.decisions), "decision", "decisions")
    click.echo(f"{restored} of {briefing.article.source} restored in {kept.medium.name}", err=True)
    return ExitCode.FAILED if merged.conflicts else ExitCode.DONE


def keep(kept: Keeper, review: Review) -> None:
    """Keep a review, what somebody else decided at this very moment going first.

    Raises:
        ReviewError: it cannot be kept.
    """
    saved = kept.save(review)
    if saved.conflicts:
        kept.save(saved.in_their_favour)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


COMMANDS: tuple[click.Command, ...] = (import_briefings,)
