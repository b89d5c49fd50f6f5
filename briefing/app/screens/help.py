"""What works where the reader is now: made from the bindings that are active, searched as one types, done by Enter."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.widgets import OptionList

from briefing.app.commands import BY_ID, COMMANDS, Command, title
from briefing.app.safe import Hanging, joined, option, plain
from briefing.app.screens.searching import SearchScreen
from briefing.app.words import N_, _

SIGNS = {
    "• “ □": N_("In the margin of the article: a key fact, a quote, an action"),
    "“ –": N_("A quote word for word, a quote in other words"),
    "□ ! ■": N_("An action that is open, overdue, done"),
    "#": N_("A figure"),
    "✓ ✗": N_("Accepted, dismissed"),
    "★ ✎ +": N_("Pinned, edited, added by hand"),
    "┃": N_("A comment"),
    "≠": N_("The article has other words here now; of figures: articles differ"),
    "• ≈": N_("In the library: not read yet, nearly the same as an article before"),
}
"""What the signs in the article and the lists mean."""
SIGN = "sign:"
"""What the ids of their rows begin with."""


def has(words: Iterable[str], command: Command, section: str = "") -> bool:
    """Tell whether what is said of a command has all of these words."""
    said = f"{title(command)} {command.all_keys()} {_(command.bar) if command.bar else ''} {section}".casefold()
    return all(word in said for word in words)


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
        """Show the commands that have the words, under their sections; first those that need not the section's."""
        words = wanted.casefold().split()
        width = max((len(command.all_keys()) for command in self.commands), default=0)
        fitting = [command for command in self.commands if has(words, command, _(command.section))]
        nearest = dict.fromkeys(command.section for command in fitting if has(words, command))
        sections = list(nearest | dict.fromkeys(command.section for command in fitting))
        fitting.sort(key=lambda command: (sections.index(command.section), not has(words, command)))
        section = ""
        for command in fitting:
            where = _(command.section)
            if where != section:
                rows.add_option(option(joined((where, "bold $muted")), disabled=True))
                section = where
            key = command.all_keys().ljust(width)
            rows.add_option(option(Hanging(plain(f" {key}  ", "bold $primary"), plain(title(command))), command.id))

        self._fill_signs(rows, words)

    def _fill_signs(self, rows: OptionList, words: list[str]) -> None:
        heading = _("Signs")
        signs = {
            sign: meaning
            for sign, meaning in ((sign, _(message)) for sign, message in SIGNS.items())
            if all(word in f"{sign} {meaning} {heading}".casefold() for word in words)
        }
        if signs:
            rows.add_option(option(joined((heading, "bold $muted")), disabled=True))
        for sign, meaning in signs.items():
            shown = Hanging(plain(f" {sign:<7}", "bold $primary"), plain(meaning))
            # A row as any other, so that the cursor gets there.
            rows.add_option(option(shown, f"{SIGN}{sign}"))

    def take(self, key: str) -> None:
        """Do the command; a sign is there to be read."""
        if not key.startswith(SIGN):
            self.dismiss(BY_ID[key])
