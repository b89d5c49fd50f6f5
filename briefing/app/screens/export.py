"""Where the briefing goes: a path, a preview of what will stand there, a question before anything is overwritten."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from briefing.app.engine import Engine
from briefing.app.safe import Words, joined, say
from briefing.app.widgets.article import ArticleView
from briefing.app.words import _

if TYPE_CHECKING:
    from briefing.model import Briefing


class ExportScreen(ModalScreen[None]):
    """Write the briefing as Markdown."""

    BINDINGS: ClassVar = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("pagedown", "preview(1)", show=False, priority=True),
        Binding("pageup", "preview(-1)", show=False, priority=True),
    ]
    AUTO_FOCUS = "Input"

    def __init__(self, briefing: Briefing, engine: Engine) -> None:
        super().__init__()
        self.briefing = briefing
        self.engine = engine
        self.confirmed: Path | None = None

    def compose(self) -> ComposeResult:
        """Lay out path, preview and message."""
        source = Path(self.briefing.article.source)
        with Vertical(classes="dialog -wide"):
            yield Words(_("Export the briefing as Markdown"), classes="dialog-title")
            yield Input(f"{source.stem or 'briefing'}.md", compact=True)
            yield ArticleView(measure=200, dom_id="preview")
            yield Words(_("Enter writes · Esc leaves"), classes="dialog-foot")

    def on_mount(self) -> None:
        """Show what will be written."""
        self.markdown = self.engine.markdown(self.briefing)
        preview = self.query_one(ArticleView)
        preview.can_focus = False
        preview.show(self.markdown)

    def action_preview(self, direction: int) -> None:
        """Turn the preview's pages."""
        self.query_one(ArticleView).action_page(direction)

    @on(Input.Changed)
    def _on_changed(self) -> None:
        self.confirmed = None
        self._foot(_("Enter writes · Esc leaves"))

    @on(Input.Submitted)
    def _on_entered(self, event: Input.Submitted) -> None:
        path = Path(event.value.strip()).expanduser()
        if not event.value.strip():
            self._foot(_("A path is needed."), "$warning")
            return
        try:
            self.engine.save(path, self.markdown, overwrite=self.confirmed == path)
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
