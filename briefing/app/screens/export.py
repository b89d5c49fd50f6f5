"""Where the briefing goes: format, sections, path, a preview of it, and a question before anything is overwritten."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus
from textual.message import Message
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from briefing.app.engine import ArticleItselfError, Engine, ExportImpossibleError
from briefing.app.keyboard import with_twins
from briefing.app.safe import Words, clean, joined, option, say
from briefing.app.screens import TIGHT
from briefing.app.widgets.article import ArticleView
from briefing.app.words import N_, _

if TYPE_CHECKING:
    from briefing.model import Briefing

LAYERS = {
    "facts": N_("Key facts"),
    "quotes": N_("Speakers and quotes"),
    "actions": N_("Actions"),
    "figures": N_("Figures"),
}
TITLES = {
    "markdown": N_("Markdown"),
    "html": N_("Web page"),
    "text": N_("Plain text"),
    "docx": N_("Word document"),
    "json": N_("JSON data"),
    "csv": N_("CSV tables"),
    "xlsx": N_("Excel workbook"),
    "calendar": N_("Calendar tasks"),
}
_DOCUMENTS = ("markdown", "html", "text", "docx")
EXTRAS = {
    "comments": (N_("Comments too"), (*_DOCUMENTS, "csv", "xlsx", "calendar")),
    "evidence": (N_("Evidence in footnotes"), _DOCUMENTS),
}
"""What can be added, with the formats that have it where it is chosen; JSON has the whole review anyhow."""


class PathSuggester(Suggester):
    """Offers the rest of a path as it is typed; the right arrow takes it."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """Return the first folder or file that begins like this."""
        folder, _, beginning = value.rpartition("/")
        try:
            names = sorted(Path(folder + "/" if value.startswith("/") else folder or ".").expanduser().iterdir())
        except OSError:
            return None
        for path in names:
            if beginning and path.name.startswith(beginning) and path.name != beginning:
                name = f"{path.name}/" if path.is_dir() else path.name
                return f"{folder}/{name}" if folder or value.startswith("/") else name
        return None


HELD = {"calendar": ("actions",)}
"""The sections that a format has, where those are not all."""
USUAL = N_("Enter writes · Tab to the choices · Space ticks · Esc leaves")


class Choices(OptionList):
    """The formats, sections and boxes; Space ticks, for Enter writes."""

    BINDINGS: ClassVar = [
        Binding("space", "select", show=False),
        Binding(with_twins("j"), "cursor_down", show=False),
        Binding(with_twins("k"), "cursor_up", show=False),
    ]

    def under_cursor(self, kind: str) -> str:
        """Return the name of the row under the cursor if it is of this kind, else ""."""
        at = self.highlighted
        found, _, name = ((self.get_option_at_index(at).id if at is not None else None) or "").partition(":")
        return name if found == kind else ""


class Made(Message):
    """The export is there, or a sentence that says why it cannot be made."""

    def __init__(self, written: dict[str, str | bytes], sentence: str) -> None:
        super().__init__()
        self.written = written
        self.sentence = sentence


class ExportScreen(ModalScreen[None]):
    """Write the briefing in one of the formats."""

    BINDINGS: ClassVar = [
        Binding("escape", "dismiss(None)", show=False),
        Binding(with_twins("enter,ctrl+s"), "write", show=False, priority=True),
        Binding("pagedown", "preview(1)", show=False, priority=True),
        Binding("pageup", "preview(-1)", show=False, priority=True),
    ]
    HORIZONTAL_BREAKPOINTS = TIGHT
    AUTO_FOCUS = "Input"

    def __init__(self, briefing: Callable[[bool], Briefing], source: str, engine: Engine) -> None:
        """Export what ``briefing`` returns: all but what was dismissed, or (True) only what was accepted."""
        super().__init__()
        self.briefing = briefing
        self.source = source
        self.engine = engine
        self.accepted_only = False
        self.extras: set[str] = set()
        self.making = False
        self.to_write = False
        self.sentence = ""
        self.suffixes = engine.formats()
        self.form = "markdown"
        self.sections = list(LAYERS)
        self.written: dict[str, str | bytes] = {}
        self.confirmed: Path | None = None

    def compose(self) -> ComposeResult:
        """Lay out path, choices, preview and message."""
        with Vertical(classes="dialog -export"):
            yield Words(_("Export the briefing"), classes="dialog-title")
            yield Input(self._usual_path(self.form), compact=True, suggester=PathSuggester())
            with Horizontal():
                yield Choices(id="choices", markup=False, compact=True)
                yield ArticleView(measure=200, dom_id="preview")
            yield Words("", classes="dialog-foot")

    def _usual_path(self, form: str) -> str:
        return clean(str(self.engine.output(self.source, self.suffixes[form])))

    def on_mount(self) -> None:
        """Show what will be written."""
        self.query_one(ArticleView).can_focus = False
        self._refresh_all()

    def _refresh_all(self) -> None:
        self.confirmed = None
        rows = self.query_one(OptionList)
        at = rows.highlighted
        rows.set_options(self._rows())
        rows.highlighted = at
        self.making = True
        self._foot(_("Making it…"))
        sections = [name for name in LAYERS if name in self.sections]
        make = partial(self._make, self.form, sections, self.accepted_only, frozenset(self.extras))
        self.run_worker(make, thread=True, exclusive=True, group="export")

    def _make(self, form: str, sections: list[str], accepted_only: bool, extras: frozenset[str]) -> None:
        """Make the file in a thread."""
        worker = get_current_worker()
        written: dict[str, str | bytes] = {}
        sentence = ""
        briefing = self.briefing(accepted_only)
        if accepted_only and not (briefing.facts or briefing.quotes or briefing.actions):
            sentence = _("Nothing has been accepted yet.")
        elif not sections:
            sentence = _("No section is chosen.")
        elif not set(HELD.get(form, sections)) & set(sections):
            sentence = _("This format has actions only; tick them, or choose another.")
        else:
            try:
                written = self.engine.render(briefing, form, sections, extras)
                sentence = _empty(form, briefing)
            except ExportImpossibleError as error:
                sentence = str(error)
        if not worker.is_cancelled:
            self.post_message(Made(written, sentence))

    @on(Made)
    def _on_made(self, event: Made) -> None:
        self.making = False
        self.written, self.sentence = event.written, event.sentence
        content = next(iter(self.written.values()), "")
        binary = _("This format cannot be shown here; it will be written as it is.")
        # Calendars and tables end their lines with a carriage return too.
        self.query_one(ArticleView).show(content.replace("\r\n", "\n") if isinstance(content, str) else binary)
        self._hint()
        if self.to_write:
            self.to_write = False
            self.action_write()

    @on(DescendantFocus)
    def _on_focus_moved(self) -> None:
        rows = self.query_one(Choices)
        if rows.has_focus and rows.highlighted is None:
            self._go_to_form()
        self._hint()

    @on(OptionList.OptionHighlighted)
    def _hint(self) -> None:
        """Say what the keys do here, unless there is something to say of the export."""
        if self.making or self.confirmed is not None:
            return
        form = self._form_to_take()
        usual = _(USUAL)
        if form:
            usual = _("Enter writes this format: {format} · Space only ticks it · Esc leaves", format=_(TITLES[form]))
        self._foot(self.sentence or usual, "$warning" if self.sentence else "")

    def _form_to_take(self) -> str:
        """Return the format under the cursor if it is another one than that which is ticked, else ""."""
        rows = self.query_one(Choices)
        form = rows.under_cursor("form") if rows.has_focus else ""
        return form if form != self.form else ""

    def _go_to_form(self) -> None:
        rows = self.query_one(Choices)
        rows.highlighted = rows.get_option_index(f"form:{self.form}")

    def _rows(self) -> list[Option]:
        rows = [option(joined((_("Format"), "bold $muted")), disabled=True)]
        for name in self.suffixes:
            mark = "●" if name == self.form else "○"
            rows.append(option(joined((f"{mark} ", "$primary"), _(TITLES.get(name, name))), f"form:{name}"))
        rows.append(option(joined((_("Sections"), "bold $muted")), disabled=True))
        for name, title in LAYERS.items():
            mark = "■" if name in self.sections else "□"
            rows.append(option(joined((f"{mark} ", "$primary"), _(title)), f"layer:{name}"))
        rows.append(option(joined((_("Checked"), "bold $muted")), disabled=True))
        mark = "■" if self.accepted_only else "□"
        rows.append(option(joined((f"{mark} ", "$primary"), _("Only what was accepted")), "only:accepted"))
        extras = [(name, title) for name, (title, formats) in EXTRAS.items() if self.form in formats]
        if extras:
            rows.append(option(joined((_("Besides"), "bold $muted")), disabled=True))
        for name, title in extras:
            mark = "■" if name in self.extras else "□"
            rows.append(option(joined((f"{mark} ", "$primary"), _(title)), f"with:{name}"))
        return rows

    @on(OptionList.OptionSelected)
    def _on_choice(self, event: OptionList.OptionSelected) -> None:
        kind, name = (event.option_id or ":").split(":")
        if kind == "form":
            self._take_form(name)
            return
        if kind == "only":
            self.accepted_only = not self.accepted_only
        elif kind == "with":
            self.extras ^= {name}
        elif name in self.sections:
            self.sections.remove(name)
        else:
            self.sections.append(name)
        self._refresh_all()

    def _take_form(self, form: str) -> None:
        path = self.query_one(Input)
        old, new = self.suffixes[self.form], self.suffixes[form]
        if path.value == self._usual_path(self.form):
            path.value = self._usual_path(form)
        elif path.value.endswith(old):
            path.value = path.value[: -len(old)] + new
        self.form = form
        self._refresh_all()

    def action_preview(self, direction: int) -> None:
        """Turn the preview's pages."""
        self.query_one(ArticleView).action_page(direction)

    @on(Input.Changed)
    def _on_path_typed(self) -> None:
        form = self._form_of(self.query_one(Input).value.strip())
        if form is not None and form != self.form:
            self.form = form
            self._refresh_all()
            if self.query_one(Choices).under_cursor("form"):
                self._go_to_form()
        elif self.confirmed is not None:
            self.confirmed = None
            self._hint()

    def _form_of(self, path: str) -> str | None:
        """Return the format that a path's ending asks for, None where it is no format's."""
        ending = Path(path).suffix.lower()
        return next((name for name, suffix in self.suffixes.items() if suffix == ending), None)

    def _objection(self, path: str) -> str:
        """Return why a path cannot be written to, empty where it can."""
        if not path:
            return _("A path is needed.")
        if Path(path).expanduser().is_dir():
            return _("{path} is a folder; name a file in it.", path=path)
        ending = Path(path).suffix
        if not ending or self._form_of(path) is not None:
            return ""
        known = ", ".join(self.suffixes.values())
        return _("{ending} is no format’s ending; known are {known}.", ending=ending, known=known)

    def action_write(self) -> None:
        """Write the file, in the format under the cursor if there is one, or say why not."""
        if form := self._form_to_take():
            self._take_form(form)
        value = self.query_one(Input).value.strip()
        if objection := self._objection(value):
            self._foot(objection, "$warning")
            return
        if self.making:
            self.to_write = True
            return
        path = Path(value).expanduser()
        if not self.written:
            return
        try:
            self.engine.save(path, self.written, self.source, overwrite=self.confirmed == path)
        except ArticleItselfError:
            self._foot(_("{path} is the article itself; write to another file.", path=path), "$warning")
        except FileExistsError:
            self.confirmed = path
            self._foot(_("There is a file {path} already. Enter again to overwrite it.", path=path), "$warning")
        except FileNotFoundError:
            self._foot(_("There is no folder {folder}; make it, or write elsewhere.", folder=path.parent), "$warning")
        except IsADirectoryError:
            self._foot(_("{path} is a folder; give the file in it a name.", path=path), "$warning")
        except OSError as error:
            self._foot(_("Cannot write {path}: {reason}", path=path, reason=error.strerror or error), "$error")
        else:
            self.dismiss(None)
            say(self.app, _("Written to {path}", path=path))

    def _foot(self, text: str, style: str = "") -> None:
        self.query_one(".dialog-foot", Words).say(joined((text, style)))


def _empty(form: str, briefing: Briefing) -> str:
    """Return what to say of an export that has nothing in it, empty where it has something."""
    from briefing.export.selection import has_deadlines

    if form != "calendar" or has_deadlines(briefing):
        return ""
    return _("No action has a deadline, so the calendar will hold none.")
