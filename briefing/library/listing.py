"""The list of articles as a reader goes through it: all of them in some order, or those that a filter finds."""

from __future__ import annotations

from dataclasses import field
from operator import attrgetter

from briefing.frozen import frozen
from briefing.library.entry import Entry
from briefing.library.errors import LibraryError
from briefing.library.query import Query, parse
from briefing.library.search import find
from briefing.library.store import Library

FOUND = 1000
"""Articles that a filter shows, the best of them where more have the words."""


@frozen
class Wanted:
    """What is to be listed: ``order`` is one of `briefing.library.Library.entries`, ``words`` a filter as it is being
    typed."""

    order: str = "date"
    descending: bool = True
    words: str = ""


@frozen
class Listing:
    """The numbers of the articles in their order, those ``entries`` that are known already, and how many articles the
    library has in all and unread."""

    wanted: Wanted
    numbers: list[int] = field(default_factory=list)
    entries: dict[int, Entry] = field(default_factory=dict)
    total: int = 0
    unread: int = 0


def asks_nothing(words: str) -> bool:
    """Return whether a filter, as far as it has been typed, leaves every article in the list."""
    try:
        return parse(words, as_typed=True) == Query()
    except LibraryError:
        return False


def listing(library: Library, wanted: Wanted) -> Listing:
    """Return the articles that are wanted.

    Raises:
        LibraryError: a filter has a value that it cannot have, or the library cannot be used.
    """
    if asks_nothing(wanted.words):
        numbers = library.numbers(wanted.order, descending=wanted.descending)
        return Listing(wanted, numbers, {}, len(numbers), library.unread())
    found = find(library, parse(wanted.words, as_typed=True), FOUND)
    found.sort(key=lambda entry: entry.number, reverse=wanted.descending)
    value = attrgetter(_ATTRIBUTES.get(wanted.order, wanted.order))
    known = [entry for entry in found if value(entry) is not None]
    known.sort(key=value, reverse=wanted.descending)
    blank = [entry for entry in found if value(entry) is None]
    # As in the database: what was never read, or has no date, comes before what was, or has.
    ordered = blank + known if wanted.order in ("date", "read") and not wanted.descending else known + blank
    return Listing(
        wanted, [entry.number for entry in ordered], {entry.number: entry for entry in ordered}, len(library)
    )


# Orders that are named otherwise than what they compare.
_ATTRIBUTES = {"added": "number"}
