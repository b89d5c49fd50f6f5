"""Everything a reader can do, one row a command: its key, its words, its place in help, palette, footer and settings.

Widgets and screens take their bindings from this table, the help screen, the palette and the key bar show it, and the
settings change its keys by ``id``; none of them can drift from the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from textual.binding import Binding, BindingType

from briefing.app.keyboard import shown, with_twins
from briefing.app.words import N_, _
from briefing.frozen import frozen

Where = Literal["app", "across", "reader", "article", "list", "start", "library", "question", "agenda"]
"""Where a command works: everywhere (``across`` too, but what it shows is of the library), in the reader, in the
article pane, in a list, in a list of articles, in the library, where a question is asked of it, in the
agenda."""


@frozen
class Command:
    """One thing to do. ``title`` and ``section`` are messages to translate, ``bar`` the short word for the key bar."""

    id: str
    keys: str
    action: str
    title: str
    section: str
    where: Where
    bar: str = ""

    def binding(self) -> Binding:
        """Return Textual's binding with the keys of both keyboard layouts."""
        return Binding(with_twins(self.keys), self.action, self.title, id=self.id, show=bool(self.bar))

    def key(self) -> str:
        """Return the first key as it is printed on the keyboard."""
        return shown(self.current_keys().split(",")[0])

    def all_keys(self) -> str:
        """Return every key of the command, without the second layout's."""
        return " ".join(shown(key) for key in self.current_keys().split(","))

    def current_keys(self) -> str:
        """Return the keys that the settings give the command, else its own."""
        return _changed_keys.get(self.id, self.keys)


_FIND = N_("Finding")
_ACROSS = N_("Library")
_CHECK = N_("Checking")
_MOVE, _ITEMS, _VIEW, _OUT, _APP = N_("Moving"), N_("Items"), N_("View"), N_("Taking along"), N_("Program")

COMMANDS = (
    Command("help", "question_mark,f1", "help", N_("Show the keys"), _APP, "app", N_("keys")),
    Command("palette", "ctrl+p", "command_palette", N_("Find a command"), _APP, "app"),
    Command("theme", "t", "toggle_theme", N_("Switch between dark and light"), _APP, "app"),
    Command("extract", "R", "extract", N_("Look through the article again"), _ITEMS, "reader"),
    Command("article.date", "T", "state_date", N_("State the date of the article"), _CHECK, "reader"),
    Command("stop", "escape", "stop", N_("Stop looking through the article"), _ITEMS, "reader"),
    Command("settings", "f2", "settings", N_("Settings"), _APP, "app"),
    Command("screenshot", "f12", "save_picture", N_("Save a screenshot as SVG in the current folder"), _APP, "app"),
    Command("quit", "q,ctrl+q", "quit", N_("Quit"), _APP, "app", N_("quit")),
    Command("check.accept", "a", "accept", N_("Accept the item and go on to the next"), _CHECK, "reader", N_("accept")),
    Command("check.dismiss", "x", "reject", N_("Dismiss the item, or not"), _CHECK, "reader", N_("dismiss")),
    Command("check.edit", "i", "edit", N_("Edit the item: its values, its words"), _CHECK, "reader", N_("edit")),
    Command("check.comment", "c", "comment", N_("Comment on the item"), _CHECK, "reader"),
    Command("check.pin", "p", "pin", N_("Pin the item to the top, or not"), _CHECK, "reader"),
    Command("check.done", "d", "done", N_("An action is done, or open again"), _CHECK, "reader"),
    Command("check.undo", "u", "undo", N_("Take the latest step back"), _CHECK, "reader"),
    Command("check.redo", "U", "redo", N_("Do again what was taken back"), _CHECK, "reader"),
    Command("check.merge", "M", "merge", N_("Merge the speaker with another"), _CHECK, "reader"),
    Command("check.split", "S", "split", N_("Give the speaker's quotes to somebody else"), _CHECK, "reader"),
    Command("check.mark", "m", "mark", N_("Mark the selected words as a new item"), _CHECK, "reader"),
    Command("check.orphans", "O", "orphans", N_("Decisions whose words are gone"), _CHECK, "reader"),
    Command("check.dismissed", "full_stop", "toggle_dismissed", N_("Show or fold dismissed items"), _CHECK, "reader"),
    Command("pane.next", "tab", "next_pane", N_("Next pane"), _MOVE, "reader", N_("panes")),
    Command("pane.previous", "shift+tab", "previous_pane", N_("Previous pane"), _MOVE, "reader"),
    Command("pane.article", "1", "pane('article')", N_("Go to the article"), _MOVE, "reader"),
    Command("pane.facts", "2", "pane('facts')", N_("Go to the key facts"), _MOVE, "reader"),
    Command("pane.speakers", "3", "pane('speakers')", N_("Go to the speakers"), _MOVE, "reader"),
    Command("pane.actions", "4", "pane('actions')", N_("Go to the actions"), _MOVE, "reader"),
    Command("view.zoom", "z", "zoom", N_("Fill the screen with this pane, or all panes again"), _VIEW, "reader"),
    Command("view.wider", "plus,equals_sign", "move_divider(1)", N_("More room for the article"), _VIEW, "reader"),
    Command("view.narrower", "minus", "move_divider(-1)", N_("Less room for the article"), _VIEW, "reader"),
    Command("view.side", "backslash", "toggle_side", N_("Hide or show the lists"), _VIEW, "reader"),
    Command("light.quotes", "Q", "toggle_light('quotes')", N_("Light the quotes or not"), _VIEW, "reader"),
    Command("light.figures", "F", "toggle_light('figures')", N_("Light the figures or not"), _VIEW, "reader"),
    Command("light.actions", "A", "toggle_light('actions')", N_("Light the actions or not"), _VIEW, "reader"),
    Command("light.names", "P", "toggle_light('names')", N_("Light the names of people or not"), _VIEW, "reader"),
    Command("find", "slash", "find", N_("Find words in the article"), _FIND, "reader", N_("find")),
    Command("find.next", "n", "next_match(1)", N_("Next match"), _FIND, "reader"),
    Command("find.previous", "N", "next_match(-1)", N_("Previous match"), _FIND, "reader"),
    Command("document.next", "J", "next_document(1)", N_("Next article"), _MOVE, "reader"),
    Command("library", "o", "library", N_("List of articles"), _MOVE, "reader", N_("articles")),
    Command("document.previous", "K", "next_document(-1)", N_("Previous article"), _MOVE, "reader"),
    Command(
        "item.next",
        "right_square_bracket",
        "next_item(1)",
        N_("Next item in the text"),
        _ITEMS,
        "reader",
        N_("next item"),
    ),
    Command("item.previous", "left_square_bracket", "next_item(-1)", N_("Previous item in the text"), _ITEMS, "reader"),
    Command("back", "backspace", "back", N_("Back to where you were"), _ITEMS, "reader"),
    Command("item.speaker", "s", "speaker", N_("Go to who said it"), _ITEMS, "reader"),
    Command("item.figures", "f", "figures", N_("Go to its figures"), _ITEMS, "reader"),
    Command("copy", "y", "copy", N_("Copy the item or the selected words"), _OUT, "reader"),
    Command("copy.all", "Y", "copy_all", N_("Copy the whole briefing as Markdown"), _OUT, "reader"),
    Command("export", "e", "export", N_("Export the briefing"), _OUT, "reader", N_("export")),
    # Before those of the article: while there is a caret, keys that both have are its own.
    Command("select", "v", "select_text", N_("Select words: show a cursor, then begin there"), _OUT, "article"),
    Command("select.begin", "space", "turn", N_("Selection: begin it at the cursor, or anew"), _OUT, "article"),
    Command("select.left", "left,h", "caret('left')", N_("Selection: a character left"), _OUT, "article"),
    Command("select.right", "right,l", "caret('right')", N_("Selection: a character right"), _OUT, "article"),
    Command("select.word", "w", "caret('word')", N_("Selection: a word right"), _OUT, "article"),
    Command("select.word_back", "b", "caret('word_back')", N_("Selection: a word left"), _OUT, "article"),
    Command("select.line_start", "home", "caret('line_start')", N_("Selection: to the line's start"), _OUT, "article"),
    Command("select.line_end", "end", "caret('line_end')", N_("Selection: to the line's end"), _OUT, "article"),
    Command("select.stop", "escape", "stop_selecting", N_("Stop selecting; unlight what was found"), _OUT, "article"),
    Command("article.follow", "enter", "follow", N_("Go to the item in its list"), _ITEMS, "article", N_("item")),
    Command("article.down", "j,down", "scroll_down", N_("One line down"), _MOVE, "article"),
    Command("article.up", "k,up", "scroll_up", N_("One line up"), _MOVE, "article"),
    Command("article.page_down", "space,pagedown", "page(1)", N_("One page down"), _MOVE, "article"),
    Command("article.page_up", "pageup", "page(-1)", N_("One page up"), _MOVE, "article"),
    Command("article.half_down", "ctrl+d", "half_page(1)", N_("Half a page down"), _MOVE, "article"),
    Command("article.half_up", "ctrl+u", "half_page(-1)", N_("Half a page up"), _MOVE, "article"),
    Command("article.top", "g,home", "scroll_home", N_("To the beginning"), _MOVE, "article"),
    Command("article.bottom", "G,end", "scroll_end", N_("To the end"), _MOVE, "article"),
    Command("list.follow", "enter", "select", N_("Show the words in the article"), _ITEMS, "list", N_("to the text")),
    Command(
        "list.accept",
        "space",
        "screen.accept",
        N_("In a list: accept it and go on"),
        _CHECK,
        "list",
        N_("accept"),
    ),
    Command("list.down", "j,down", "cursor_down", N_("Next row"), _MOVE, "list"),
    Command("list.up", "k,up", "cursor_up", N_("Previous row"), _MOVE, "list"),
    Command("list.page_down", "pagedown,ctrl+d", "page_down", N_("One page down"), _MOVE, "list"),
    Command("list.page_up", "pageup,ctrl+u", "page_up", N_("One page up"), _MOVE, "list"),
    Command("list.top", "g,home", "first", N_("First row"), _MOVE, "list"),
    Command("list.bottom", "G,end", "last", N_("Last row"), _MOVE, "list"),
    Command(
        "list.open",
        "right,l",
        "open(True)",
        N_("Open the row: its quotes, figures, speaker"),
        _ITEMS,
        "list",
    ),
    Command("list.close", "left,h", "open(False)", N_("Close the row"), _ITEMS, "list"),
    Command("start.open", "enter", "select", N_("Open the article"), _MOVE, "start", N_("open")),
    Command("start.back", "escape,o,backspace", "screen.leave", N_("Back to the article"), _MOVE, "start", N_("back")),
    Command("start.page_down", "space,pagedown,ctrl+d", "page_down", N_("One page down"), _MOVE, "start"),
    Command("start.page_up", "pageup,ctrl+u", "page_up", N_("One page up"), _MOVE, "start"),
    Command("start.down", "j,down", "cursor_down", N_("Next row"), _MOVE, "start"),
    Command("start.up", "k,up", "cursor_up", N_("Previous row"), _MOVE, "start"),
    Command("start.top", "g,home", "first", N_("First row"), _MOVE, "start"),
    Command("start.bottom", "G,end", "last", N_("Last row"), _MOVE, "start"),
    Command("library.filter", "slash", "screen.filter", N_("Filter as you type"), _ACROSS, "library", N_("filter")),
    Command("library.sort", "s", "screen.sort", N_("Sort by the next column"), _ACROSS, "library", N_("sort")),
    Command(
        "library.reverse", "r", "screen.reverse", N_("Sort the other way round"), _ACROSS, "library", N_("reverse")
    ),
    Command("across.who", "W", "app.who", N_("Everything that somebody said"), _ACROSS, "across", N_("who")),
    Command("across.agenda", "D", "app.agenda", N_("What is to be done, by deadline"), _ACROSS, "across", N_("agenda")),
    Command("across.figures", "V", "app.figures", N_("One quantity in all articles"), _ACROSS, "across", N_("figures")),
    Command("question.ask", "slash", "screen.filter", N_("Ask about other words"), _ACROSS, "question", N_("ask")),
    Command("agenda.done", "d", "screen.done", N_("Done, or not done after all"), _ACROSS, "agenda", N_("done")),
)
"""The table; the order is that of the help screen and of the key bar."""

BY_ID = {command.id: command for command in COMMANDS}

_changed_keys: dict[str, str] = {}


def change_keys(keys: Mapping[str, str]) -> dict[str, str]:
    """Give commands other keys, by id, and return Textual's keymap with the keys of both layouts."""
    _changed_keys.clear()
    _changed_keys.update({name: names for name, names in keys.items() if name in BY_ID})
    return {name: with_twins(names) for name, names in _changed_keys.items()}


_EVERYWHERE: tuple[Where, ...] = ("app", "across")
_WITHIN: tuple[tuple[Where, Where], ...] = (
    ("article", "reader"),
    ("list", "reader"),
    ("library", "start"),
    ("question", "start"),
    ("agenda", "start"),
)
"""Places that have the keys of another place as well."""


def taken_by(command: Command, key: str) -> Command | None:
    """Return another command that has this key, or its twin, where ``command`` works; None where it is free."""
    wanted = {*with_twins(key).split(",")}
    for other in COMMANDS:
        if other is command or not _meet(command.where, other.where):
            continue
        both_had_it = {*command.keys.split(",")} & {*other.keys.split(",")} & wanted
        if wanted & {*with_twins(other.current_keys()).split(",")} and not both_had_it:
            return other
    return None


def _meet(one: Where, other: Where) -> bool:
    either = {(one, other), (other, one)}
    return one == other or one in _EVERYWHERE or other in _EVERYWHERE or not either.isdisjoint(_WITHIN)


def clashes(keys: Mapping[str, str]) -> Iterator[tuple[str, str, Command]]:
    """Yield the keys of the settings that another command has already: the command's id, the key, the other one."""
    for name in keys:
        for key in keys[name].split(",") if name in BY_ID else ():
            if (other := taken_by(BY_ID[name], key)) is not None:
                yield name, key, other


def bindings(where: Where) -> list[BindingType]:
    """Return the bindings of the commands that work here."""
    return [command.binding() for command in COMMANDS if command.where == where]


def title(command: Command) -> str:
    """Return what the command does, in the interface's language."""
    return _(command.title)
