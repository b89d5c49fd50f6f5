"""The application: its themes, its screens, and what works everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.app import App
from textual.command import Provider
from textual.dom import DOMNode
from textual.screen import Screen

from briefing.app import words
from briefing.app.commands import BY_ID, Command, bindings, change_keys
from briefing.app.commands import COMMANDS as TABLE
from briefing.app.engine import Engine, ReadError
from briefing.app.safe import say
from briefing.app.screens.document import Document
from briefing.app.screens.reader import ReaderScreen
from briefing.app.state import State
from briefing.app.themes import DARK, LIGHT, THEMES, variables_for
from briefing.app.widgets.bars import Pressed
from briefing.settings import Settings, settings_path


def _commands() -> type[Provider]:
    """Import the palette when it is first opened."""
    from briefing.app.palette import Commands

    return Commands


class BriefingApp(App[None]):
    """Articles beside their briefings."""

    CSS_PATH = "app.tcss"
    TITLE = "briefing"
    COMMANDS = {_commands}  # noqa: RUF012
    BINDINGS = bindings("app")
    INLINE_PADDING = 0

    def __init__(
        self,
        engine: Engine,
        paths: list[str],
        *,
        language: str | None = None,
        settings: Settings | None = None,
        state: State | None = None,
        settings_file: Path | None = None,
    ) -> None:
        self.settings = settings or Settings()
        words.use(language or self.settings.language)
        super().__init__()
        self.engine = engine
        self.state = state or State()
        self.settings_file = settings_file or settings_path()
        self.samples_only = not paths
        last = [self.state.last] if self.state.last and Path(self.state.last).is_file() else []
        self.documents = [Document(path) for path in paths or dict.fromkeys([*last, *engine.samples()])]
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        # Set without its watchers: they would make the style sheet be read a second time before the first frame.
        chosen = self.settings.theme
        self.set_reactive(App.theme, chosen if chosen in self.available_themes else DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_keymap(change_keys(self.settings.keys))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Lend our colours to themes that do not know them."""
        return variables_for(self.current_theme)

    def get_default_screen(self) -> Screen[Any]:
        """Open the articles, or the list of samples where none was named."""
        if not self.samples_only:
            return ReaderScreen(self.documents)
        from briefing.app.screens.start import StartScreen

        for document in self.documents:
            document.open(self.engine)
        return StartScreen(self.documents)

    def open(self, index: int) -> None:
        """Go to one of the documents, in the reader that there is or a new one."""
        below = [screen for screen in self.screen_stack if isinstance(screen, ReaderScreen)]
        if not below:
            self.push_screen(ReaderScreen(self.documents, index))
            return
        while self.screen is not below[-1]:
            self.pop_screen()
        below[-1].go_to(index)

    def action_toggle_theme(self) -> None:
        """Change between the dark and the light theme."""
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name

    def open_shelved(self, number: int) -> None:
        """Open an article of the library with the briefing that the library has of it."""
        try:
            document = Document.shelved(self.engine.shelved(number))
        except ReadError as error:
            say(self, str(error), "error")
            return
        known = [each.article.id if each.article else None for each in self.documents]
        if document.article is not None and document.article.id in known:
            self.open(known.index(document.article.id))
            return
        self.documents.append(document)
        self.open(len(self.documents) - 1)

    def use_settings(self, settings: Settings) -> None:
        """Follow these settings from now on; the language models are chosen at the next start."""
        self.settings = settings
        words.use(settings.language)
        self.theme = settings.theme if settings.theme in self.available_themes else DARK.name
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.follow_settings()

    def action_settings(self) -> None:
        """Show the settings."""
        from briefing.app.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen(self.settings_file))

    def action_help(self) -> None:
        """Show what works here, and do what is chosen there."""
        from briefing.app.screens.help import HelpScreen

        focused = self.screen.focused
        self.push_screen(HelpScreen(self.active_commands(self.screen)), lambda command: self._do(command, focused))

    def active_commands(self, screen: Screen[Any]) -> list[str]:
        """Return the ids of the commands that work on a screen now, in the order of the table."""
        active = {each.binding.id for each in screen.active_bindings.values() if each.enabled}
        return [command.id for command in TABLE if command.id in active]

    async def _do(self, command: Command | None, focused: DOMNode | None) -> None:
        if command is not None:
            await self.perform(command, focused)

    async def on_pressed(self, event: Pressed) -> None:
        """Do what was clicked in a bar."""
        await self.perform(BY_ID[event.what], self.screen.focused)

    async def perform(self, command: Command, focused: DOMNode | None = None) -> None:
        """Do what a command's key does, for the widget that had the focus."""
        namespace: DOMNode = self
        if command.where == "reader":
            namespace = self.screen
        elif command.where != "app" and focused is not None:
            namespace = focused
        await self.run_action(BY_ID[command.id].action, namespace)
