"""The lines above and below the panes: what is read, the tabs of a narrow screen, and the keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style

from briefing.app.commands import BY_ID, COMMANDS, Command
from briefing.app.dates import day_in_words
from briefing.app.safe import Line, joined, plain
from briefing.app.words import N_, _

if TYPE_CHECKING:
    from briefing.model import Article

BAR = 10
"""Cells of the bar that fills while an article is looked through."""
_BY_WORD = {"select.word_back": N_("← word"), "select.word": N_("word →")}
_TO_DO, _STOP = {"copy": N_("copy"), "check.mark": N_("mark")}, {"select.stop": N_("stop")}
AT_CARET = {"select.begin": N_("begin here"), **_BY_WORD, **_STOP}
SELECTED = {**_TO_DO, **_STOP}
SELECTING = {**_TO_DO, **_BY_WORD, **_STOP}
FOUND = {"find.next": N_("next"), "find.previous": N_("previous"), "select.stop": N_("put out")}
TYPING = {"start.open": N_("to the list"), "start.back": N_("back")}
"""What matters while a caret is where a selection may begin, once words are selected with the mouse, while they are
being selected with the keyboard, while what was found is lit, and while words are typed above a list: commands by id,
with a word each."""
TABS = {"article": N_("Text"), "facts": N_("Facts"), "speakers": N_("Voices"), "actions": N_("Actions")}


class TitleBar(Line):
    """One line with the article's title, date, place and source."""

    def __init__(self, *, dom_id: str | None = None) -> None:
        super().__init__(dom_id=dom_id)
        self._head = Content("")
        self._title = ""
        self._known: list[str] = []
        self._place = ""

    def show(
        self,
        title: str,
        article: Article | None,
        place: str,
        waited: float = 0.0,
        share: float = 0.0,
        checked: str = "",
    ) -> None:
        """Name the article.

        ``place`` says which of several it is, ``waited`` the seconds of work on it so far, ``share`` the part of that
        work that is behind, ``checked`` how far its review has come, or that it is not kept.
        """
        parts: list[str | tuple[str, str] | Content] = []
        if checked:
            parts.append((f" {checked} ", "bold $error" if checked.startswith("!") else "bold $success"))
        if waited >= 0.4:
            behind = round(share * BAR)
            parts.append((f" {'▰' * behind}{'▱' * (BAR - behind)}", "$primary"))
            done = f"{int(share * 100)} %" if share else _("loading models, reading words")
            advice = _("{done} · {seconds} s · {key} stops", done=done, seconds=int(waited), key=BY_ID["stop"].key())
            parts.append((f" {advice} ", "$muted"))
        self._head = joined(*parts, " ")
        self._title, self._place = title, place
        self._known = []
        if article is not None:
            unknown = _("date unknown: {key} states it", key=BY_ID["article.date"].key())
            known = (day_in_words(article.date) or unknown, article.place, article.agency)
            self._known = [part for part in known if part]
        self._draw()

    def on_resize(self) -> None:
        """Share the line out anew."""
        self._draw()

    def _draw(self) -> None:
        """Shorten the title so that the rest is seen; of that, what is known of the article gives way to half of it."""
        title, known = plain(self._title, "bold"), [*self._known]
        if room := self.size.width - self._head.cell_length:
            while known and min(title.cell_length, room // 2) + self._tail(known).cell_length > room:
                known.pop()
            title = title.truncate(max(1, room - self._tail(known).cell_length), ellipsis=True)
        self.say(self._head + title + self._tail(known))

    def _tail(self, known: list[str]) -> Content:
        return plain("".join(f"  ·  {part}" for part in (*known, self._place) if part), "$muted")


def progress(looked_at: int, total: int) -> str:
    """Return of how many items something has been decided, empty of none: dismissed ones have been checked too."""
    return _("{done}/{total} checked", done=looked_at, total=total) if looked_at else ""


class Pressed(Message):
    """Somebody clicked on a command or a tab of a bar; ``what`` is a command's id."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self.what = what


class Bar(Line):
    """A line whose words can be clicked, which lets go of no selection: the command may be for it."""

    # Textual lets a click anywhere else clear what is selected.
    DEFAULT_CLASSES = "-textual-system"

    def on_click(self, event: events.Click) -> None:
        """Say which command was clicked."""
        if what := event.style.meta.get("press"):
            self.post_message(Pressed(what))


class TabBar(Bar):
    """The four panes by name and number; seen where the screen is too narrow for all of them."""

    def __init__(self, *, dom_id: str | None = None) -> None:
        super().__init__(dom_id=dom_id)
        self.active = ""
        self.counts: dict[str, int | None] = {}

    def show(self, active: str, counts: dict[str, int | None]) -> None:
        """Mark the pane that is seen."""
        self.active, self.counts = active, counts
        self._draw()

    def on_resize(self) -> None:
        """Leave out the counts where there is no room for them."""
        self._draw()

    def _draw(self) -> None:
        tabs = self._tabs(self.counts)
        if sum(tab.cell_length for tab in tabs) > self.size.width > 0:
            tabs = self._tabs({})
        self.say(Content("").join(tabs))

    def _tabs(self, counts: dict[str, int | None]) -> list[Content]:
        tabs = []
        for number, (pane, name) in enumerate(TABS.items(), 1):
            count = counts.get(pane)
            words = joined(
                (f" {number} ", "$muted"),
                (_(name), "bold underline $primary" if pane == self.active else "$foreground"),
                ("" if count is None else f" {count} ", "$muted"),
            )
            tabs.append(_clickable(words, f"pane.{pane}"))
        return tabs


class Mode(NamedTuple):
    """Something that is on until it is ended: the word for it, and the keys that matter meanwhile."""

    name: str
    keys: Mapping[str, str]


class KeyBar(Bar):
    """The keys that matter most where the reader is now; a click does the same."""

    def __init__(self, *, dom_id: str | None = None) -> None:
        super().__init__(dom_id=dom_id)
        self.where: set[str] = set()
        self.without: set[str] = set()
        self.mode: Mode | None = None

    def show(self, where: set[str], without: set[str] | None = None, mode: Mode | None = None) -> None:
        """Show the commands of these places, without some that cannot be done now, and first what is on."""
        self.where, self.without, self.mode = where, without or set(), mode
        self._draw()

    def on_resize(self) -> None:
        """Show as many as there is room for."""
        self._draw()

    def _draw(self) -> None:
        special = self.mode.keys if self.mode is not None else {}
        commands = [
            command
            for command in COMMANDS
            if command.bar and command.where in self.where and command.id not in {*self.without, *special}
        ]
        commands.sort(key=lambda command: _LATER.get(command.id, _ORDER.get(command.where, 0)))
        keys = [_key(BY_ID[name], word) for name, word in special.items()]
        keys += [_key(command, command.bar) for command in commands]
        name = [joined((f" {self.mode.name} ", "bold $cursor-text on $cursor"))] if self.mode is not None else []
        # The last two, help and quit, are worth more than those before them, but the first of what is on, than quit.
        least = 3 if special else 2
        while len(keys) > 2 and sum(key.cell_length + 1 for key in name + keys) > self.size.width > 0:
            del keys[-3 if len(keys) > least else -1]
        self.say(Content(" ").join(name + keys))


_ORDER = {"reader": 1, "across": 2, "app": 4}
"""Commands of what has the focus come first."""
_LATER = {"library.sort": 3, "library.reverse": 3, "item.next": 0}
"""A click on a heading sorts as well: on a narrow screen other keys are worth more. Items come before what is done with
them."""


def _key(command: Command, word: str) -> Content:
    words = joined((f" {command.key()}", "bold $primary"), (f" {_(word)}", "$muted"))
    return _clickable(words, command.id)


def _clickable(words: Content, what: str) -> Content:
    return words.stylize(Style.from_meta({"press": what}))
