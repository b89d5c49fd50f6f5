"""One article among the others: who said what when, what is due, how a quantity differs; each line opens its words."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.events import DescendantFocus
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, OptionList
from textual.worker import get_current_worker

from briefing import edtf
from briefing.app.commands import bindings
from briefing.app.safe import Words, joined, option, say
from briefing.app.screens.answers import Row, comparison, due, profile, voice
from briefing.app.shelf import StoredDocuments
from briefing.app.widgets.bars import TYPING, KeyBar, Mode
from briefing.app.words import N_, _, ngettext, spoken

if TYPE_CHECKING:
    from briefing.app.app import BriefingApp
    from briefing.library import Library
    from briefing.library.across import Due

NEXT = 5
"""Actions that are seen below the first that is not overdue."""
PERIOD = 1.0
"""Seconds between two looks at whether what is shown has been edited."""


class Answered(Message):
    """What the library says to the words that were asked about; ``sentence`` if it says that they make no sense."""

    def __init__(self, words: str, rows: list[Row], sentence: str = "") -> None:
        super().__init__()
        self.words = words
        self.rows = rows
        self.sentence = sentence


class EvidenceList(OptionList):
    """Lines from several articles."""

    BINDINGS = bindings("start")

    def action_first(self) -> None:
        """Go to the first line that leads somewhere, and show the heading above it too."""
        super().action_first()
        self.scroll_home(animate=False, immediate=True)


class AcrossScreen(Screen[None]):
    """A question to all articles; Enter on a line opens the article at its words."""

    AUTO_FOCUS = None
    TITLE_WORDS = ""
    PLACEHOLDER = ""
    NOTHING = ""
    app: BriefingApp

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._answered: str | None = None
        # The version of the library that is shown, from when an article was opened from here: it may be edited there.
        self._seen: int | None = None
        self.line = Input(words, compact=True, id="question") if self.PLACEHOLDER else None
        self.list = EvidenceList(id="across", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out title, question and list."""
        yield Words(joined((f" {_(self.TITLE_WORDS)}", "bold")), dom_id="across-title")
        if self.line is not None:
            yield self.line
        yield Words(dom_id="across-empty")
        yield self.list
        yield KeyBar(dom_id="keys")

    def on_mount(self) -> None:
        """Ask at once."""
        if self.line is not None:
            self.line.placeholder = _(self.PLACEHOLDER)
        self._show_keys()
        # A list without rows must not be what the first keys go to.
        (self.list if self.line is None or self.line.value else self.line).focus()
        self._ask()
        self.set_interval(PERIOD, self._look)

    @on(DescendantFocus)
    def _show_keys(self) -> None:
        """Show what the keys do, which while words are typed is little."""
        bar = self.query_one(KeyBar)
        if self.line is not None and self.line.has_focus:
            bar.show(set(), mode=Mode(_("ask"), TYPING))
        else:
            bar.show({"across", "app", "start", *self.where()})

    def where(self) -> set[str]:
        """Return the places of further commands for the key bar."""
        return set()

    def find(self, library: Library, words: str) -> list[Row]:
        """Return the lines that answer; runs in a thread."""
        raise NotImplementedError

    def counted(self, count: int) -> str:
        """Return how many there are of what is shown."""
        raise NotImplementedError

    @property
    def words(self) -> str:
        """What is asked about."""
        return self.line.value.strip() if self.line is not None else ""

    def _look(self) -> None:
        if self.is_current and self._seen is not None and self._seen != self.app.shelf.version():
            self._note_version()
            self._ask()

    def _note_version(self) -> None:
        """Note that what the library has now is shown, or asked for."""
        self._seen = self.app.shelf.version()

    def _ask(self) -> None:
        self.run_worker(partial(self._ask_in_thread, self.words), thread=True, exclusive=True, group="across")

    def _ask_in_thread(self, words: str) -> None:
        from briefing.library import LibraryError

        try:
            rows = self.app.shelf.ask(lambda library: self.find(library, words)) or []
            answer = Answered(words, rows)
        except LibraryError as error:
            answer = Answered(words, [], spoken(error))
        if not get_current_worker().is_cancelled:
            self.post_message(answer)

    @on(Answered)
    def _on_answered(self, event: Answered) -> None:
        if event.words != self.words:
            return
        before, at = (self.chosen(), self.list.highlighted or 0) if event.words == self._answered else (None, 0)
        self._answered = event.words
        self.rows = event.rows
        self.list.set_options(
            option(row.prompt, str(place), disabled=not row.leads) for place, row in enumerate(self.rows)
        )
        self._point_at(before, at)
        count = sum(row.leads for row in self.rows)
        lines = self.counted(count) if count else ""
        title = joined((f" {_(self.TITLE_WORDS)}", "bold"), (f"  {lines}", "$muted"))
        self.query_one("#across-title", Words).say(title)
        # Where nothing is asked yet, the line says what can be.
        nothing = _(self.NOTHING) if event.words or self.line is None else ""
        # The list stays where it is, for its keys.
        empty = self.query_one("#across-empty", Words)
        empty.display = not self.rows
        empty.say(event.sentence or nothing)

    def _point_at(self, before: Row | None, at: int) -> None:
        """Let the cursor stay where it was, on the line of the same words or at the same height."""
        self.list.action_first()
        if before is not None and self.rows:
            places = [(row.number, row.item, row.asks) for row in self.rows]
            same = (before.number, before.item, before.asks)
            at = places.index(same) if same in places else min(at, len(places) - 1)
            self.list.highlighted = at if self.rows[at].leads else at + 1

    def chosen(self) -> Row | None:
        """Return the line under the cursor."""
        at = self.list.highlighted
        return self.rows[at] if at is not None and at < len(self.rows) else None

    @on(OptionList.OptionSelected)
    def _on_selected(self) -> None:
        row = self.chosen()
        if row is not None and row.asks:
            self.ask_about(row)
        if row is None or row.number is None:
            return
        numbers = list(dict.fromkeys(other.number for other in self.rows if other.number is not None))
        self._note_version()
        self.app.read(StoredDocuments(self.app.shelf, numbers), numbers.index(row.number), row.item)

    @on(Input.Changed)
    def _on_typed(self) -> None:
        self._ask()

    @on(Input.Submitted)
    def _on_entered(self) -> None:
        if self.rows:
            self.list.focus()

    def on_key(self, event: events.Key) -> None:
        """Leave the line for the list, or the screen."""
        if self.line is None or self.focused is not self.line:
            return
        if event.key == "escape":
            self.action_leave()
        elif event.key in ("down", "tab", "shift+tab") and self.rows:
            self.list.focus()
        else:
            return
        event.prevent_default().stop()

    def ask_about(self, row: Row) -> None:
        """Ask about what a line stands for."""

    def action_leave(self) -> None:
        """Go back to where the question came from."""
        self.app.pop_screen()

    def action_filter(self) -> None:
        """Ask about other words."""
        if self.line is not None:
            self.line.focus()


class WhoScreen(AcrossScreen):
    """Everything that somebody said, over time, with the roles as they changed."""

    BINDINGS = bindings("question")
    TITLE_WORDS = N_("Who said what")
    PLACEHOLDER = N_("A name, or its first letters")
    NOTHING = N_("Nobody of this name is quoted in the library.")

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        # Who was chosen last from the list of speakers, and what was typed there, to go back to.
        self._chosen: tuple[Row, str] | None = None

    def where(self) -> set[str]:
        """Return that another name can be asked for."""
        return {"question"}

    def counted(self, count: int) -> str:
        """Return how many quotes, or names to choose from, there are."""
        if self.rows[0].asks:
            return ngettext("{count} name", "{count} names", count)
        return ngettext("{count} quote", "{count} quotes", count)

    def find(self, library: Library, words: str) -> list[Row]:
        """Return a heading and the sayings of each person who may be meant, or else whoever can be asked about."""
        from briefing.library.across import voices, who

        found = [row for somebody in who(library, words, as_typed=True) for row in profile(somebody)]
        return found or [voice(each) for each in voices(library, words)]

    def ask_about(self, row: Row) -> None:
        """Ask what a speaker said who was chosen from the list."""
        if self.line is not None:
            self._chosen = row, self.line.value
            self.line.value = row.asks
            self.list.focus()

    @on(Input.Submitted)
    def _on_speaker_entered(self) -> None:
        row = self.chosen()
        if row is not None and row.asks and self.words == self._answered:
            self.ask_about(row)

    def action_leave(self) -> None:
        """Go back to the speakers where somebody was chosen there, or to where the question came from."""
        if self.line is None or self._chosen is None or self.line.value != self._chosen[0].asks:
            super().action_leave()
        else:
            self.line.value = self._chosen[1]

    def _point_at(self, before: Row | None, at: int) -> None:
        super()._point_at(before or (self._chosen[0] if self._chosen is not None else None), at)


class FiguresScreen(AcrossScreen):
    """One quantity in all articles, side by side, with what differs marked."""

    BINDINGS = bindings("question")
    TITLE_WORDS = N_("Figures side by side")
    PLACEHOLDER = N_("Words from the sentences with the figure")
    NOTHING = N_("No sentence with these words has a figure.")

    def where(self) -> set[str]:
        """Return that another quantity can be asked for."""
        return {"question"}

    def counted(self, count: int) -> str:
        """Return how many figures there are."""
        return ngettext("{count} figure", "{count} figures", count)

    def find(self, library: Library, words: str) -> list[Row]:
        """Return a heading and the figures of each quantity."""
        from briefing.library.across import figures
        from briefing.library.listing import asks_nothing
        from briefing.library.query import parse

        if asks_nothing(words):
            return []
        groups = figures(library, parse(words, as_typed=True))
        return [row for group in groups for row in comparison(group)]


class AgendaScreen(AcrossScreen):
    """All open actions by deadline, the overdue ones first."""

    BINDINGS = bindings("agenda")
    TITLE_WORDS = N_("Agenda")
    NOTHING = N_("No action in the library has a deadline.")

    def __init__(self) -> None:
        super().__init__()
        self.due: list[Due] = []
        # What was marked here stays in sight, for whoever marked the wrong one.
        self.marked: set[tuple[int, str]] = set()

    def where(self) -> set[str]:
        """Return that actions can be marked."""
        return {"agenda"}

    def counted(self, count: int) -> str:
        """Return how many actions there are, and how many of them are overdue."""
        overdue = sum(each.overdue for each in self.due)
        actions = ngettext("{count} action", "{count} actions", count)
        return f"{actions} · {overdue} {_('overdue')}" if overdue else actions

    def _point_at(self, before: Row | None, at: int) -> None:
        super()._point_at(before, at)
        if before is None and self.due:
            # Above the first that is not overdue may be years of what is; some of what is next is to be seen as well.
            last = len(self.due) - 1
            first = next((at for at, each in enumerate(self.due) if not each.overdue), last)
            self.list.highlighted = min(first + NEXT, last)
            self.list.highlighted = first

    def find(self, library: Library, words: str) -> list[Row]:
        """Return the actions."""
        from briefing.library.across import agenda

        today = edtf.today()
        self.due = agenda(library, today, besides=sorted(self.marked))
        return [due(each) for each in self.due]

    def action_done(self) -> None:
        """Mark the action under the cursor as done, or as open again."""
        from briefing.library import LibraryError

        at = self.list.highlighted
        if at is None or at >= len(self.due):
            return
        each = self.due[at]
        everywhere = ((each.entry.number, each.action), *each.reprints)
        try:
            for number, action in everywhere:
                self.app.shelf.mark_done(number, action, done=not each.done)
        except LibraryError as error:
            say(self.app, spoken(error), "error")
            return
        self.marked.update(everywhere)
        if self._seen is not None:
            self._note_version()
        self.due[at] = replace(each, done=not each.done)
        self.rows[at] = due(self.due[at])
        self.list.replace_option_prompt_at_index(at, self.rows[at].prompt)
