"""An item's values and its evidence, changed by hand: field by field, the words of the article lit as they move."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.events import DescendantFocus
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, TextArea

from briefing.app.items import Range
from briefing.app.keyboard import with_twins
from briefing.app.safe import Words, joined, plain
from briefing.app.screens import TIGHT
from briefing.app.widgets.evidence import Evidence
from briefing.app.words import N_, _
from briefing.frozen import frozen

if TYPE_CHECKING:
    from briefing.review import EditError, Value


@frozen
class Field:
    """A value to change: its name in the review, what it is called, what it is, and what it can be where that is a
    choice (``choices``: value → its name) or is better offered than typed (``known``); ``reading`` tells what is
    made of what is typed, ``is_sentence`` that it needs more than a line."""

    name: str
    title: str
    value: str
    choices: Mapping[str, str] | None = None
    known: Sequence[str] = ()
    reading: Callable[[str], str] | None = None
    is_sentence: bool = False


@frozen
class Edited:
    """The values that were changed, and the evidence where it was moved."""

    values: Mapping[str, str]
    place: Range | None


class ChoiceLine(Words, can_focus=True):
    """A value that is one of a few; the arrows go through them."""

    BINDINGS: ClassVar = [
        Binding(with_twins("left,h"), "step(-1)", show=False),
        Binding(with_twins("right,l,space"), "step(1)", show=False),
    ]

    def __init__(self, field: Field, choices: Mapping[str, str]) -> None:
        super().__init__(classes="choice")
        self.choices = choices
        self.value = field.value

    def on_mount(self) -> None:
        """Show the value."""
        self._draw()

    def action_step(self, direction: int) -> None:
        """Take the next value or the one before."""
        values = list(self.choices)
        at = values.index(self.value) if self.value in values else 0
        self.value = values[(at + direction) % len(values)]
        self._draw()

    def _draw(self) -> None:
        self.say(joined(("‹ ", "$muted"), self.choices.get(self.value, self.value), (" ›", "$muted")))


class SentenceField(TextArea):
    """A value of several lines, which wraps; what is typed goes where the cursor is, at first the beginning."""

    def __init__(self, value: str) -> None:
        super().__init__(value, soft_wrap=True, tab_behavior="focus", compact=True, highlight_cursor_line=False)

    @property
    def value(self) -> str:
        """What stands in the field."""
        return self.text

    def is_left_by(self, direction: int) -> bool:
        """Whether a step up or down leads out of the field."""
        line = self.wrapped_document.location_to_offset(self.cursor_location).y
        return line == 0 if direction < 0 else line == self.wrapped_document.height - 1


class EditScreen(ModalScreen[None]):
    """Changes one item; ``keep`` takes what was changed, or raises `EditError`, and the screen says why and stays."""

    BINDINGS: ClassVar = [
        Binding("escape", "leave", show=False),
        Binding("enter", "keep", show=False, priority=True),
        Binding("down", "go(1)", show=False, priority=True),
        Binding("up", "go(-1)", show=False, priority=True),
    ]
    HORIZONTAL_BREAKPOINTS = TIGHT

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        evidence: Evidence | None,
        keep: Callable[[Edited], None],
        light: Callable[[Range | None], None],
    ) -> None:
        """Show the fields; ``light`` is told where the evidence is while it moves, and None at the end."""
        super().__init__()
        self.heading = title
        self.fields = fields
        self.evidence = evidence
        self.first = evidence.place if evidence is not None else None
        self.keep = keep
        self.light = light
        self.lines = {field.name: self._line(field) for field in fields}

    def _line(self, field: Field) -> Input | ChoiceLine | SentenceField:
        if field.choices is not None:
            return ChoiceLine(field, field.choices)
        if field.is_sentence:
            return SentenceField(field.value)
        suggester = SuggestFromList(field.known, case_sensitive=False) if field.known else None
        return Input(field.value, compact=True, suggester=suggester)

    def compose(self) -> ComposeResult:
        """Lay out evidence and fields."""
        with VerticalScroll(classes="dialog -edit", can_focus=False):
            yield Words(self.heading, classes="dialog-title")
            if self.evidence is not None:
                yield self.evidence
                yield Words(_("← → move its beginning, with Shift its end"), classes="field-help")
            for field in self.fields:
                look = "field -sentence" if field.is_sentence else "field"
                yield Container(Words(_(field.title), classes="field-title"), self.lines[field.name], classes=look)
            yield Words("", classes="dialog-foot")
        # In place of the reader's keys, which do nothing here.
        yield Words(_("Enter keeps it · Tab to the next field · Esc leaves"), classes="dialog-keys")

    def on_mount(self) -> None:
        """Begin with the first thing that can be changed."""
        self._foot("")
        first: Widget = self.evidence if self.evidence is not None else next(iter(self.lines.values()))
        first.focus()

    @on(Evidence.Moved)
    def _on_moved(self, event: Evidence.Moved) -> None:
        self.light((event.start, event.end))

    @on(DescendantFocus)
    @on(Input.Changed)
    def _show_reading(self) -> None:
        """Say what is made of what stands in the line, or what can stand there."""
        read = next((field.reading for field in self.fields if self.lines[field.name] is self.focused), None)
        line = self.focused
        self._foot(read(line.value) if read is not None and isinstance(line, Input) else "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The arrows go through the lines of a sentence before they leave it."""
        field = self.focused
        return action != "go" or not isinstance(field, SentenceField) or field.is_left_by(int(str(parameters[0])))

    def action_go(self, direction: int) -> None:
        """Go to the next field or the one before."""
        if direction > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def action_keep(self) -> None:
        """Keep what was changed."""
        values = {
            field.name: line.value
            for field in self.fields
            if (line := self.lines[field.name]).value.strip() != field.value.strip()
        }
        place = self.evidence.place if self.evidence is not None and self.evidence.place != self.first else None
        from briefing.review import EditError

        try:
            self.keep(Edited(values, place))
        except EditError as error:
            self._foot(objection(error, self.fields, values), "$error")
            return
        self.action_leave()

    def action_leave(self) -> None:
        """Close, with the light where it belongs."""
        self.light(None)
        self.dismiss(None)

    def _foot(self, text: str, style: str = "") -> None:
        foot = self.query(".dialog-foot").first(Words)
        foot.display = bool(text)
        foot.say(plain(text, style))


A_DATE = N_("a date such as 31 March 2026, by 31.03.2026, by the end of the year, next Friday or Q3 2026")
OBJECTIONS = {
    "unknown": N_("{field}: this cannot be changed here."),
    "empty": N_("{field}: this cannot be empty."),
    "choice": N_("{field}: this is not one of the choices."),
    "date": N_("{field}: {needed}."),
    "number": N_("{field}: a number."),
    "text": N_("{field}: a text."),
}


def objection(error: EditError, fields: Sequence[Field], typed: Mapping[str, str]) -> str:
    """Return why what was typed cannot be taken, in the interface's language."""
    field = next((field for field in fields if field.name == error.field), None)
    title = _(field.title) if field is not None else error.field
    read = field.reading if field is not None else None
    needed = read(typed.get(error.field, "")) if read is not None else _(A_DATE)
    return _(OBJECTIONS[error.reason], field=title, needed=needed)


def number_or_text(value: str) -> Value:
    """Return a figure's value as it was typed: a number where it reads as one, else the text of a date."""
    compact = "".join(value.split()).replace(",", ".")
    try:
        number = float(compact)
    except ValueError:
        return value.strip() or None
    return int(number) if number.is_integer() and "." not in compact else number
