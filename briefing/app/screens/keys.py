"""The keys of every command, changed by pressing others: told where a key is taken, written to the settings file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from briefing.app.commands import BY_ID, COMMANDS, Command, bindings, taken_by, title
from briefing.app.keyboard import latin, shown, with_twins
from briefing.app.safe import Hanging, Words, joined, option, plain
from briefing.app.screens import TIGHT
from briefing.app.screens.dialog import Dialog
from briefing.app.settings_file import change
from briefing.app.words import _

if TYPE_CHECKING:
    from briefing.app.app import BriefingApp

TABLE = "keys"
"""The table of the settings file that has the keys."""


class KeyList(OptionList):
    """A row a command."""

    BINDINGS: ClassVar = [
        Binding("plus,equals_sign", "screen.add", show=False),
        Binding("backspace,delete", "screen.reset", show=False),
        *[binding for binding in bindings("start") if isinstance(binding, Binding) and binding.id != "start.back"],
    ]


class KeysScreen(Dialog[None]):
    """Every command with its keys."""

    BINDINGS: ClassVar = [Binding(with_twins("q"), "dismiss(None)", show=False)]
    app: BriefingApp

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield from self.box(_("Keys"), KeyList(markup=False, compact=True), Words(str(self.file), classes="where"))

    def on_mount(self) -> None:
        """Show the commands."""
        self._list()
        self.query_one(OptionList).action_first()
        self._foot("")

    def _list(self) -> None:
        rows = self.query_one(OptionList)
        at = rows.highlighted
        rows.set_options(self._rows())
        rows.highlighted = at

    def _rows(self) -> Iterator[Option]:
        width = max(len(command.all_keys()) for command in COMMANDS)
        for section in dict.fromkeys(command.section for command in COMMANDS):
            yield option(joined((_(section), "bold $muted")), disabled=True)
            for command in COMMANDS:
                if command.section == section:
                    mark = "✎" if command.current_keys() != command.keys else " "
                    keys = command.all_keys().ljust(width)
                    yield option(Hanging(plain(f"{mark} {keys}  ", "bold $primary"), plain(title(command))), command.id)

    def _chosen(self) -> Command | None:
        row = self.query_one(OptionList).highlighted_option
        return BY_ID.get(row.id or "") if row is not None else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter asks for another key in place of the first."""
        event.stop()
        self._ask(add=False)

    def action_add(self) -> None:
        """Ask for one more key."""
        self._ask(add=True)

    def _ask(self, *, add: bool, objection: str = "") -> None:
        if (command := self._chosen()) is not None:
            words = _("Press the key for “{title}”; Esc leaves it as it is.", title=title(command))
            self.app.push_screen(PressScreen(words, objection), partial(self._take, command, add))

    def _take(self, command: Command, add: bool, key: str | None) -> None:
        if key is None:
            return
        if objection := _objection(command, key):
            self._ask(add=add, objection=objection)
            return
        keys = command.current_keys().split(",")
        kept = keys if add else keys[1:]
        self._change(command, ",".join(dict.fromkeys([*kept, key] if add else [key, *kept])))

    def action_reset(self) -> None:
        """Give a command its own keys again."""
        command = self._chosen()
        if command is None or command.current_keys() == command.keys:
            return
        for key in command.keys.split(","):
            if objection := _objection(command, key):
                self._foot(objection, "$warning")
                return
        self._change(command, command.keys)

    def _change(self, command: Command, keys: str) -> None:
        changed = {**self.app.settings.keys, command.id: keys}
        self.app.use_settings(replace(self.app.settings, keys=changed))
        self._list()
        self._foot("")
        try:
            change(self.file, TABLE, command.id, keys)
        except (OSError, ValueError) as error:
            from briefing.app.screens.settings import not_written

            self._foot(not_written(self.file, error), "$error")

    def _foot(self, text: str, style: str = "") -> None:
        usual = _("Enter another key · + one more · Backspace as it was · Esc closes")
        self.foot(text or usual, style)


def _objection(command: Command, key: str) -> str:
    """Return that another command has a key, empty where it is free."""
    if (other := taken_by(command, key)) is None:
        return ""
    return _("{key} is “{title}” already: give that another key first.", key=shown(key), title=title(other))


class PressScreen(ModalScreen[str | None]):
    """Waits for a key, whatever it does elsewhere."""

    HORIZONTAL_BREAKPOINTS = TIGHT

    def __init__(self, words: str, objection: str = "") -> None:
        """Ask in these words, where a key could not be taken with the ``objection`` above them."""
        super().__init__()
        self.words = words
        self.objection = objection

    def compose(self) -> ComposeResult:
        """Say what is waited for."""
        with Vertical(classes="dialog -short"):
            if self.objection:
                yield Words(plain(self.objection, "$warning"))
            yield Words(self.words)

    def on_key(self, event: events.Key) -> None:
        """Take the key, as a Latin layout has it."""
        event.prevent_default().stop()
        self.dismiss(None if event.key == "escape" else latin(event.key))
