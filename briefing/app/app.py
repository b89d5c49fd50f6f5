"""The application: its themes, its screens, and what works everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App
from textual.command import Provider
from textual.dom import DOMNode
from textual.screen import Screen

from briefing.app import collector, words
from briefing.app.commands import BY_ID, Command, bindings, change_keys
from briefing.app.commands import COMMANDS as TABLE
from briefing.app.engine import Engine
from briefing.app.items import Item
from briefing.app.keyboard import Layout
from briefing.app.safe import say
from briefing.app.screens.document import Document
from briefing.app.screens.reader import ReaderScreen
from briefing.app.shelf import Shelf, StoredDocuments
from briefing.app.state import State
from briefing.app.themes import DARK, LIGHT, THEMES, variables_for
from briefing.app.typeahead import InOrderApp
from briefing.app.widgets.bars import KeyBar, Pressed
from briefing.app.words import _
from briefing.mistake import Mistake
from briefing.settings import Settings, settings_path

SHORTEST = 100
"""Characters of a text that can be an article; less has been pasted by mistake, or is an address or a name."""


def _commands() -> type[Provider]:
    """Import the palette when it is first opened."""
    from briefing.app.palette import Commands

    return Commands


def _is_copy(sample: str, of: str) -> bool:
    """Whether a sample is the file that was read, or what was installed of it from a folder of the project."""
    if sample == of or Path(sample).name != Path(of).name:
        return sample == of
    with suppress(OSError):
        return Path(sample).read_bytes() == Path(of).read_bytes()
    return False


class BriefingApp(InOrderApp):
    """Articles beside their briefings."""

    CSS_PATH = "app.tcss"
    TITLE = "briefing"
    COMMANDS = {_commands}  # noqa: RUF012
    BINDINGS = [*bindings("app"), *bindings("across")]  # noqa: RUF012
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
        shelf: Shelf | None = None,
        stored: int | None = None,
    ) -> None:
        """Open the articles at ``paths``, or the one that is ``stored`` on the shelf under this number."""
        self.settings = settings or Settings()
        words.use(language or self.settings.language)
        super().__init__()
        self.engine = engine
        self.layout_of_keys = Layout()
        self.state = state or State()
        self.settings_file = settings_file or settings_path()
        self.shelf = shelf or Shelf(None)
        self.stored = stored
        self.mistakes: list[Mistake] = []
        """What is wrong with the settings, to be shown when something is on the screen."""
        self.told = False
        """Whether the reader knows that quitting loses decisions."""
        self.settled = False
        """Has what can wait for the first article begun?"""
        self.samples_only = not paths
        self.documents = [Document(path, pasted=path == "-") for path in paths or self._samples()]
        """The articles that were named, piped in or pasted; the samples where there is nothing else to begin with."""
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        # Set without its watchers: they would make the style sheet be read a second time before the first frame.
        chosen = self.settings.theme
        self.set_reactive(App.theme, chosen if chosen in self.available_themes else DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_keymap(change_keys(self.settings.keys))

    def _samples(self) -> list[str]:
        """Return the article that was read last and the samples, nothing where the library has articles."""
        if self.stored is not None or not self.shelf.is_empty():
            return []
        last, samples = self.state.last, self.engine.samples()
        if not last or not Path(last).is_file():
            return samples
        return [last, *(sample for sample in samples if not _is_copy(sample, last))]

    async def on_event(self, event: events.Event) -> None:
        """Take a key for the one on its cap, whichever layout is on."""
        if isinstance(event, events.Key):
            event.key = self.layout_of_keys.read(event.key)
        await super().on_event(event)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Lend our colours to themes that do not know them."""
        return variables_for(self.current_theme)

    def on_ready(self) -> None:
        """Begin with what can wait when something is on the screen; a reader waits for its first briefing."""
        if not isinstance(self.screen, ReaderScreen):
            self.call_after_refresh(self.settle)
        if self.mistakes:
            say(self, "\n".join(map(words.spoken, self.mistakes)), "warning")

    def settle(self) -> None:
        """Let the collector and the library's work in the background begin."""
        if not self.settled:
            self.settled = True
            collector.work()
            self.shelf.begin()

    def dress(self) -> None:
        """Read the styles of all that comes after the first frame; nothing on the screen has any of them yet."""
        path = Path(__file__).with_name("later.tcss")
        if not self.stylesheet.has_source(str(path)):
            self.stylesheet.read(path)
            self.stylesheet.parse()

    def on_paste(self, event: events.Paste) -> None:
        """Open a text that was pasted as an article; a field that takes words keeps what is pasted there."""
        from briefing.model import Article
        from briefing.sources.clean import clean

        text = clean(event.text)
        if len(text) < SHORTEST:
            say(self, _("This is too short for an article; paste all of its text to read it here."), "warning")
            return
        self.documents.append(Document(_("pasted text"), text=text, identity=Article.identify(text), pasted=True))
        self.open(len(self.documents) - 1)
        say(self, _("Pasted. It is kept in the library once you decide something on it."))

    def get_default_screen(self) -> Screen[Any]:
        """Open the articles; where none was named the library, or the list of samples while that is empty."""
        if self.stored is not None:
            numbers = self.shelf.ask(lambda library: library.numbers()) or []
            return ReaderScreen(StoredDocuments(self.shelf, numbers), numbers.index(self.stored))
        if not self.samples_only:
            return ReaderScreen(self.documents)
        self.dress()
        if not self.shelf.is_empty():
            from briefing.app.screens.library import LibraryScreen

            return LibraryScreen()
        from briefing.app.screens.start import StartScreen

        for document in self.documents:
            document.open(self.engine)
        self._put_understood_first()
        return StartScreen(self.documents)

    def _put_understood_first(self) -> None:
        """Let the samples in the interface's language come before the others."""
        from briefing.language.detect import detect

        samples = self.engine.samples()
        self.documents.sort(key=lambda each: each.where in samples and detect(each.text or "") != words.current())

    def open(self, index: int) -> None:
        """Go to one of the documents that were named when the program was started."""
        self.read(self.documents, index)

    def read(self, documents: Sequence[Document], index: int, evidence: Item | None = None) -> None:
        """Go to an article, and there to some evidence, in the reader that there is or a new one."""
        below = [screen for screen in self.screen_stack if isinstance(screen, ReaderScreen)]
        if not below:
            self.push_screen(ReaderScreen(documents, index, evidence))
            return
        while self.screen is not below[-1]:
            self.pop_screen()
        below[-1].go_to(index, documents, evidence)

    def show_list(self) -> None:
        """Go from the reader to the articles that were named, if there are several or no others, or to the library."""
        from briefing.app.screens.start import StartScreen

        read = self.screen
        of_files = isinstance(read, ReaderScreen) and read.documents is self.documents
        if self.shelf.is_empty() or (of_files and len(self.documents) > 1):
            at = read.at if isinstance(read, ReaderScreen) and of_files else 0
            self.push_screen(StartScreen(self.documents, at))
            return
        self.show_library()

    def show_library(self) -> None:
        """Go to the library, at the article that is being read where it has that."""
        from briefing.app.screens.library import LibraryScreen

        document = self.screen.document if isinstance(self.screen, ReaderScreen) else None
        below = [screen for screen in self.screen_stack if isinstance(screen, LibraryScreen)]
        if not below:
            self.push_screen(LibraryScreen())
        else:
            while self.screen is not below[-1]:
                self.pop_screen()
        library = self.screen
        if document is not None and document.number is not None and isinstance(library, LibraryScreen):
            library.go_to(document.number)

    def action_who(self) -> None:
        """Show what a speaker said in all articles: the one of the chosen item, or whoever is asked for."""
        from briefing.app.screens.across import WhoScreen

        speaker = self.screen.speaker if isinstance(self.screen, ReaderScreen) else None
        self._ask_library(WhoScreen(speaker or ""))

    def action_agenda(self) -> None:
        """Show what is to be done, in all articles."""
        from briefing.app.screens.across import AgendaScreen

        self._ask_library(AgendaScreen())

    def action_figures(self) -> None:
        """Show one quantity in all articles: the one that the list is filtered by, or another."""
        from briefing.app.screens.across import FiguresScreen
        from briefing.app.screens.library import LibraryScreen

        words = self.screen.line.value if isinstance(self.screen, LibraryScreen) else ""
        self._ask_library(FiguresScreen(words))

    def _ask_library(self, screen: Screen[None]) -> None:
        """Show a question to the library, in place of one that is being shown."""
        from briefing.app.screens.across import AcrossScreen

        if isinstance(self.screen, AcrossScreen):
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def action_command_palette(self) -> None:
        """Show the palette, in the interface's language."""
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=_("Search for commands…"), id="--command-palette"))

    def action_save_picture(self) -> None:
        """Save what is on the screen, without the palette that it may have been asked for in."""
        self.call_after_refresh(self._save_picture)

    def _save_picture(self) -> None:
        try:
            path = self.save_screenshot()
        except OSError as error:
            say(self, _("Cannot write {path}: {reason}", path=Path.cwd(), reason=error.strerror or error), "error")
        else:
            say(self, _("Written to {path}", path=path.removeprefix("./")))

    def action_toggle_theme(self) -> None:
        """Change between the dark and the light theme."""
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name

    def use_settings(self, settings: Settings) -> None:
        """Follow these settings from now on; the language models are chosen at the next start."""
        self.settings = settings
        words.use(settings.language)
        self.theme = settings.theme if settings.theme in self.available_themes else DARK.name
        self.set_keymap(change_keys(settings.keys))
        for screen in self.screen_stack:
            for bar in screen.query(KeyBar):
                bar.on_resize()
            if isinstance(screen, ReaderScreen):
                screen.follow_settings()

    async def action_quit(self) -> None:
        """Leave; decisions that could not be kept are told first."""
        unkept = any(screen.unkept for screen in self.screen_stack if isinstance(screen, ReaderScreen))
        if unkept and not self.told:
            self.told = True
            say(self, _("Decisions are not kept yet and would be lost. Once more quits all the same."), "warning")
            return
        await super().action_quit()

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
