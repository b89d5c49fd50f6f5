"""Where the briefing goes: format, sections, path, a preview of it, and a question before anything is overwritten."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from briefing.app.engine import Engine, ExportImpossibleError
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
                return f"{folder}/{path.name}" if folder or value.startswith("/") else path.name
        return None


class ExportScreen(ModalScreen[None]):
    """Write the briefing in one of the formats."""

    BINDINGS: ClassVar = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("ctrl+s,ctrl+ы", "write", show=False, priority=True),
        Binding("pagedown", "preview(1)", show=False, priority=True),
        Binding("pageup", "preview(-1)", show=False, priority=True),
    ]
    HORIZONTAL_BREAKPOINTS = TIGHT
    AUTO_FOCUS = "Input"

    def __init__(self, briefing: Briefing, engine: Engine) -> None:
        super().__init__()
        self.briefing = briefing
        self.engine = engine
        self.suffixes = engine.formats()
        self.form = "markdown"
        self.sections = list(LAYERS)
        self.written: dict[str, str | bytes] = {}
        self.confirmed: Path | None = None

    def compose(self) -> ComposeResult:
        """Lay out path, choices, preview and message."""
        stem = clean(Path(self.briefing.article.source).stem) or "briefing"
        with Vertical(classes="dialog -export"):
            yield Words(_("Export the briefing"), classes="dialog-title")
            yield Input(f"{stem}{self.suffixes[self.form]}", compact=True, suggester=PathSuggester())
            with Horizontal():
                yield OptionList(id="choices", markup=False, compact=True)
                yield ArticleView(measure=200, dom_id="preview")
            yield Words("", classes="dialog-foot")

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
        try:
            sections = [name for name in LAYERS if name in self.sections]
            self.written = self.engine.render(self.briefing, self.form, sections)
        except ExportImpossibleError as error:
            self.written = {}
            self._foot(str(error), "$error")
            return
        content = next(iter(self.written.values()), "")
        binary = _("This format cannot be shown here; it will be written as it is.")
        self.query_one(ArticleView).show(content if isinstance(content, str) else binary)
        self._foot(_("Enter writes · Tab to the choices · Esc leaves"))

    def _rows(self) -> list[Option]:
        rows = [option(joined((_("Format"), "bold $muted")), disabled=True)]
        for name in self.suffixes:
            mark = "●" if name == self.form else "○"
            rows.append(option(joined((f"{mark} ", "$primary"), _(TITLES.get(name, name))), f"form:{name}"))
        rows.append(option(joined((_("Sections"), "bold $muted")), disabled=True))
        for name, title in LAYERS.items():
            mark = "■" if name in self.sections else "□"
            rows.append(option(joined((f"{mark} ", "$primary"), _(title)), f"layer:{name}"))
        return rows

    @on(OptionList.OptionSelected)
    def _on_choice(self, event: OptionList.OptionSelected) -> None:
        kind, name = (event.option_id or ":").split(":")
        if kind == "form":
            self._take_suffix(self.suffixes[self.form], self.suffixes[name])
            self.form = name
        elif name in self.sections:
            self.sections.remove(name)
        else:
            self.sections.append(name)
        self._refresh_all()

    def _take_suffix(self, old: str, new: str) -> None:
        path = self.query_one(Input)
        if path.value.endswith(old):
            path.value = path.value[: -len(old)] + new

    def action_preview(self, direction: int) -> None:
        """Turn the preview's pages."""
        self.query_one(ArticleView).action_page(direction)

    @on(Input.Changed)
    def _on_path_typed(self) -> None:
        if self.confirmed is not None:
            self.confirmed = None
            self._foot(_("Enter writes · Tab to the choices · Esc leaves"))

    @on(Input.Submitted)
    def _on_path_entered(self) -> None:
        self.action_write()

    def action_write(self) -> None:
        """Write the file, or say why not."""
        value = self.query_one(Input).value.strip()
        if not value:
            self._foot(_("A path is needed."), "$warning")
            return
        path = Path(value).expanduser()
        if not self.sections or not self.written:
            self._foot(_("No section is chosen."), "$warning")
            return
        try:
            self.engine.save(path, self.written, overwrite=self.confirmed == path)
        except FileExistsError:
            self.confirmed = path
            self._foot(_("There is a file {path} already. Enter again to overwrite it.", path=path), "$warning")
        except OSError as error:
            self._foot(_("Cannot write {path}: {reason}", path=path, reason=error.strerror or error), "$error")
        else:
            self.dismiss(None)
            say(self.app, _("Written to {path}", path=path))

    def _foot(self, text: str, style: str = "") -> None:
        self.query_one(".dialog-foot", Words).say(joined((text, style)))
