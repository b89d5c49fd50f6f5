"""The settings, changed with the arrows, seen at once and written to the settings file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList

from briefing.app.keyboard import with_twins
from briefing.app.safe import Words, joined, option
from briefing.app.screens import ROOMY
from briefing.app.screens.dialog import Dialog, DialogList
from briefing.app.settings_file import change
from briefing.app.words import N_, _
from briefing.frozen import frozen

if TYPE_CHECKING:
    from briefing.app.app import BriefingApp

MEASURES = (60, 70, 80, 90, 100, 120, 160, 200)


@frozen
class Row:
    """A setting: its table and name in the file, and what it is called."""

    table: str
    name: str
    title: str


ROWS = (
    Row("interface", "language", N_("Language of the interface")),
    Row("interface", "theme", N_("Colours")),
    Row("interface", "measure", N_("Longest line of the text")),
    Row("extraction", "models", N_("Language models (from the next start)")),
    Row("keys", "keys", N_("Keys")),
)
LANGUAGES = {"auto": N_("as the system"), "en": "English", "ru": "Русский"}


def not_written(file: Path, error: OSError | ValueError) -> str:
    """Return why a setting could not be written, in the interface's language."""
    if isinstance(error, OSError):
        return _("Cannot write {path}: {reason}", path=file, reason=error.strerror or error)
    return _("{path} cannot be read ({reason}). Nothing is written: mend the file first.", path=file, reason=error)


class SettingsList(DialogList):
    """A row a setting."""

    BINDINGS: ClassVar = [
        Binding(with_twins("left,h"), "screen.change(-1)", show=False),
        Binding(with_twins("right,l,space"), "screen.change(1)", show=False),
    ]


class SettingsScreen(Dialog[None]):
    """Every setting with its value. Each change is seen and written at once."""

    BINDINGS: ClassVar = [Binding(with_twins("q"), "dismiss(None)", show=False)]
    app: BriefingApp

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        where = Words(str(self.file), classes="where")
        yield from self.box(_("Settings"), SettingsList(), where, look="-settings")

    def on_mount(self) -> None:
        """Show the values."""
        self._list()
        self.query_one(OptionList).action_first()

    def _list(self) -> None:
        rows = self.query_one(OptionList)
        at = rows.highlighted
        rows.set_options([option(self._row(row), row.name) for row in ROWS])
        rows.highlighted = at
        self.query_one(".dialog-title", Words).say(_("Settings"))
        self.foot(_("← → change · Esc closes"))

    def _row(self, row: Row) -> Content:
        # On a tight screen the values would not stand beside what is as long as the longest.
        beside = max(len(_(each.title)) for each in ROWS) if self.app.size.width >= ROOMY else 0
        title = f"{_(row.title):<{beside}}  "
        if row.name == "keys":
            return joined(title, ("Enter ›", "$muted"))
        value = getattr(self.app.settings, row.name)
        shown = str(value)
        if isinstance(value, bool):
            shown = _("yes") if value else _("no")
        if row.name == "language":
            shown = _(LANGUAGES[value])
        return joined(title, ("‹ ", "$muted"), (shown, "bold $primary"), (" ›", "$muted"))

    def values(self, name: str) -> list[str | int | bool]:
        """Return what a setting may be, in the order of the arrows."""
        themes = sorted(self.app.available_themes, key=lambda theme: (not theme.startswith("briefing"), theme))
        known: dict[str, list[str | int | bool]] = {
            "language": list(LANGUAGES),
            "theme": list(themes),
            "measure": list(MEASURES),
            "models": [True, False],
        }
        return known[name]

    def action_change(self, direction: int) -> None:
        """Give the setting under the cursor its next value."""
        at = self.query_one(OptionList).highlighted
        if at is None:
            return
        row = ROWS[at]
        if row.name == "keys":
            return
        values = self.values(row.name)
        now = getattr(self.app.settings, row.name)
        place = values.index(now) if now in values else 0
        value = values[(place + direction) % len(values)]
        changed: dict[str, Any] = {row.name: value}
        self.app.use_settings(replace(self.app.settings, **changed))
        self._list()
        try:
            change(self.file, row.table, row.name, value)
        except (OSError, ValueError) as error:
            self.foot(not_written(self.file, error), "$error")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter goes to the next value too."""
        event.stop()
        if event.option_id == "keys":
            from briefing.app.screens.keys import KeysScreen

            self.app.push_screen(KeysScreen(self.file))
        else:
            self.action_change(1)
