"""What works where the reader is now: made from the bindings that are active, searched as one types, done by Enter."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import OptionList

from briefing.app.commands import BY_ID, COMMANDS, Command, title
from briefing.app.safe import Hanging, joined, option, plain
from briefing.app.screens.searching import SearchScreen
from briefing.app.words import _


class HelpScreen(SearchScreen[Command]):
    """A searchable list of commands; the result is the one to do."""

    def __init__(self, active: list[str]) -> None:
        super().__init__()
        sections = list(dict.fromkeys(command.section for command in COMMANDS))
        here = [command for command in COMMANDS if command.id in active]
        self.commands = sorted(here, key=lambda command: sections.index(command.section))

    def compose(self) -> ComposeResult:
        """Lay out the search line above the list."""
        yield from self.laid_out(_("Keys that work here"), _("Search"), _("Enter does it · Esc closes"))

    def fill(self, rows: OptionList, wanted: str) -> None:
        """Show the commands that have the words, under their sections."""
        words = wanted.casefold().split()
        width = max((len(command.all_keys()) for command in self.commands), default=0)
        section = ""
        for command in self.commands:
            where = _(command.section)
            searched = f"{title(command)} {command.all_keys()} {where}".casefold()
            if not all(word in searched for word in words):
                continue
            if where != section:
                rows.add_option(option(joined((where, "bold $muted")), disabled=True))
                section = where
            key = command.all_keys().ljust(width)
            rows.add_option(option(Hanging(plain(f" {key}  ", "bold $primary"), plain(title(command))), command.id))

    def take(self, key: str) -> None:
        """Do the command."""
        self.dismiss(BY_ID[key])
