"""One of a list, found as one types; where it may be somebody new, whoever was typed."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList

from briefing.app.safe import joined, option
from briefing.app.screens.searching import SearchScreen
from briefing.app.words import _
from briefing.frozen import frozen


@frozen
class Choice:
    """Something to pick: ``key`` is the result, ``words`` what is shown and searched."""

    key: str
    words: Content


@frozen
class Picked:
    """What was picked: the key of a choice, or the ``name`` of somebody new."""

    key: str = ""
    name: str = ""


class Offered(Message):
    """More choices have been found."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.choices = choices


class PickScreen(SearchScreen[Picked]):
    """A line to type in above the choices that have these words."""

    def __init__(self, title: str, choices: Sequence[Choice], *, new: bool = False) -> None:
        """Offer choices under a title; with ``new`` a name that is not among them can be typed."""
        super().__init__()
        self.heading = title
        self.choices = choices
        self.new = new

    def compose(self) -> ComposeResult:
        """Lay out the line above the list."""
        typed = _("Search, or type a new name") if self.new else _("Search")
        yield from self.laid_out(self.heading, typed, _("Enter takes it · Esc leaves"), "-pick")

    @on(Offered)
    def _on_offered(self, event: Offered) -> None:
        """Offer more, below the others; the cursor stays on its row."""
        rows = self.query_one(OptionList)
        at = rows.highlighted_option
        self.choices = [*self.choices, *event.choices]
        self._list(self.query_one(Input).value)
        if at is not None and at.id is not None:
            rows.highlighted = rows.get_option_index(at.id)

    def fill(self, rows: OptionList, wanted: str) -> None:
        """Show the choices that have the words, and the name that was typed."""
        words = wanted.casefold().split()
        fitting = [each for each in self.choices if all(word in each.words.plain.casefold() for word in words)]
        # Words that begin like this before those that only have it somewhere.
        fitting.sort(key=lambda each: not all(f" {word}" in f" {each.words.plain.casefold()}" for word in words))
        rows.add_options(option(each.words, each.key) for each in fitting)
        name = " ".join(wanted.split())
        if self.new and name:
            rows.add_option(option(joined(("+ ", "$primary"), (name, "bold"), (f"  {_('new')}", "$muted")), "+"))

    def take(self, key: str) -> None:
        """Take the choice, or the name that was typed."""
        name = " ".join(self.query_one(Input).value.split())
        self.dismiss(Picked(name=name) if key == "+" else Picked(key))
