"""An article as the lists of the library show it."""

from __future__ import annotations

from briefing.frozen import frozen

COLUMNS = "number, id, source, language, title, date, place, agency, added, read, facts, quotes, actions, near, opening"
"""The columns of the table of articles that make an `Entry`, in its order."""


@frozen
class Entry:
    """An article as the list shows it: counts of facts, quotes and open actions, of each those that are not dismissed;
    ``near`` is the number of the article that it nearly repeats; ``added`` and ``read`` are ISO 8601 times in UTC,
    ``read`` None if it was never opened; ``opening`` are the first words of an article without a title, else ""."""

    number: int
    id: str
    source: str
    language: str
    title: str | None
    date: str | None
    place: str | None
    agency: str | None
    added: str
    read: str | None
    facts: int
    quotes: int
    actions: int
    near: int | None
    opening: str

    @property
    def heading(self) -> str:
        """What the article is called in lists: its title, or its first words."""
        return self.title or self.opening or self.source


@frozen
class Added:
    """What became of an article that was added: ``is_new`` is false where the library had it already."""

    entry: Entry
    is_new: bool
