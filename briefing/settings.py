"""The reader's settings: a TOML file that a person edits, read with defaults for all that is missing or wrong.

There is one row a setting; the file that `initial_text` writes, the checks and the defaults are all made from it.
Nothing here needs pydantic: the settings are read before the first frame is shown.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from briefing.frozen import frozen
from briefing.mistake import Mistake

MEASURES = range(40, 201)
"""The columns of text that one may ask for."""


@frozen
class Settings:
    """What a reader can set.

    Attributes:
        language: of the interface: ``auto`` follows the locale, ``en``, ``ru``.
        theme: the name of a theme of the app.
        measure: the longest line of the article, in columns.
        models: use the language models when a briefing is made.
        keys: keys of commands by the command's id, in Textual's names with commas between them.
    """

    language: str = "auto"
    theme: str = "briefing-dark"
    measure: int = 80
    models: bool = True
    keys: Mapping[str, str] = field(default_factory=dict)


@frozen
class Loaded:
    """The settings as they were found, and each mistake in the file."""

    settings: Settings
    mistakes: tuple[Mistake, ...]


@frozen
class _Row:
    """A setting of the file: its table and name, what it may be, and what is said of it there."""

    table: str
    name: str
    allowed: Collection[str] | range | None
    comment: str

    @property
    def default(self) -> str | int | bool:
        value: str | int | bool = getattr(_DEFAULTS, self.name)
        return value

    def objection(self, value: object) -> Mistake | None:
        """Return what the value must be, if it is not; else nothing."""
        if isinstance(self.default, bool):
            return None if isinstance(value, bool) else Mistake("must be true or false")
        if isinstance(self.allowed, range):
            is_number = isinstance(value, int) and not isinstance(value, bool)
            if is_number and value in self.allowed:
                return None
            return Mistake(
                "must be a whole number from {least} to {most}", least=self.allowed[0], most=self.allowed[-1]
            )
        if self.allowed is not None:
            return None if value in self.allowed else Mistake("must be one of {values}", values=_list(self.allowed))
        return None if isinstance(value, str) and value else Mistake("must be a text")


_DEFAULTS = Settings()
_ROWS = (
    _Row(
        "interface",
        "language",
        ("auto", "en", "ru"),
        'The language of the interface: "auto" follows the locale, or "en" or "ru".',
    ),
    _Row(
        "interface",
        "theme",
        None,
        "The colours: briefing-dark, briefing-light, briefing-contrast or a theme of Textual.",
    ),
    _Row("interface", "measure", MEASURES, "The longest line of the article, in columns."),
    _Row(
        "extraction",
        "models",
        (),
        "Use the language models in the app; commands leave them out with --fast."
        " Without them a briefing is made sooner, and fewer names are found.",
    ),
)
_KEYS_TABLE = "keys"
_KEYS_COMMENT = (
    "Keys by command; several with commas between them. Keys of a Latin layout work under a Russian one too."
)


def settings_path() -> Path:
    """Return where this user's settings file is, whether or not there is one."""
    from platformdirs import user_config_path

    return user_config_path("briefing", appauthor=False) / "settings.toml"


def default_library() -> Path:
    """Return where the user's library is: what BRIEFING_LIBRARY names, else a file in the user's data folder."""
    if named := os.environ.get("BRIEFING_LIBRARY"):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("briefing", appauthor=False) / "library.db"


def load(path: Path | None = None) -> Loaded:
    """Return the settings of the file at ``path`` (`settings_path` by default); without a file, the defaults.

    A mistake never stops the program: its sentence says file, line and setting, and the default is used.
    """
    path = path or settings_path()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Loaded(_DEFAULTS, ())
    except OSError as error:
        unread = Mistake("{path} cannot be read ({reason}); the defaults are used.", path=path, reason=error.strerror)
        return Loaded(_DEFAULTS, (unread,))
    except UnicodeDecodeError:
        return Loaded(_DEFAULTS, (Mistake("{path} is not UTF-8 text; the defaults are used.", path=path),))
    # Most readers have no such file, and the first frame need not wait for its parser.
    import tomllib

    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason = Mistake("{path} is not TOML: {error}; the defaults are used.", path=path, error=error)
        return Loaded(_DEFAULTS, (reason,))
    return _checked(path, text, tables)


def initial_text(keys: Mapping[str, tuple[str, str]]) -> str:
    """Return a settings file in which every setting stands as a comment with its default.

    ``keys`` are the app's commands: id → its keys and what it does.
    """
    lines = ["# The settings of briefing. Take the # from a line to change what it says."]
    for table in dict.fromkeys(row.table for row in _ROWS):
        lines += ["", f"[{table}]"]
        for row in _ROWS:
            if row.table == table:
                lines += ["", f"# {row.comment}", f"# {row.name} = {_toml(row.default)}"]
    lines += ["", f"[{_KEYS_TABLE}]", "", f"# {_KEYS_COMMENT}"]
    lines += [f"# {_toml(name)} = {_toml(names)}  # {title}" for name, (names, title) in keys.items()]
    return "\n".join(lines) + "\n"


def misplaced(table: str, name: str, objection: Mistake) -> Mistake:
    """Return the sentence for a setting of the user's file that is well formed and cannot be followed."""
    path = settings_path()
    try:
        line = _line_of(path.read_text(encoding="utf-8-sig"), table, name)
    except (OSError, UnicodeDecodeError):
        line = 0
    return _sentence(path, line, table, name, objection)


def _checked(path: Path, text: str, tables: Mapping[str, object]) -> Loaded:
    rows = {(row.table, row.name): row for row in _ROWS}
    known_tables = {*(row.table for row in _ROWS), _KEYS_TABLE}
    found: dict[str, Any] = {}
    keys: dict[str, str] = {}
    mistakes = []

    def object_to(table: str, name: str, objection: Mistake) -> None:
        mistakes.append(_sentence(path, _line_of(text, table, name), table, name, objection))

    for table, content in tables.items():
        if table not in known_tables or not isinstance(content, dict):
            object_to("", table, _unknown(table, known_tables))
            continue
        for name, value in content.items():
            if table == _KEYS_TABLE:
                if isinstance(value, str) and value:
                    keys[name] = value
                else:
                    object_to(table, name, Mistake("must be a text with names of keys; the default is used"))
            elif (table, name) not in rows:
                names = [row.name for row in _ROWS if row.table == table]
                object_to(table, name, _unknown(name, names))
            elif objection := rows[table, name].objection(value):
                said = {"value": _shown(value), "objection": objection, "default": _toml(rows[table, name].default)}
                object_to(table, name, Mistake("is {value}, but {objection}; {default} is used", **said))
            else:
                found[name] = value
    return Loaded(Settings(**found, keys=keys), tuple(mistakes))


def _sentence(path: Path, line: int, table: str, name: str, objection: Mistake) -> Mistake:
    place = Mistake("{path}, line {line}", path=path, line=line) if line else path
    setting = f"{table}.{name}" if table else name
    return Mistake("{place}: {setting} {objection}.", place=place, setting=setting, objection=objection)


def _line_of(text: str, table: str, name: str) -> int:
    """Return the line (from 1) where the setting stands, 0 if it cannot be told."""
    current = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[\s*([^\]]+?)\s*\]", line):
            current = header[1].strip("\"'")
            if not table and current == name:
                return number
        elif setting := re.match(r"\s*([^=#]+?)\s*=", line):
            parts = [part.strip(" \"'") for part in setting[1].split(".")] if current != _KEYS_TABLE else [setting[1]]
            written = ".".join(part.strip("\"'") for part in ([current, *parts] if current else parts))
            if written == (f"{table}.{name}" if table else name):
                return number
    return 0


def _unknown(name: str, known: Collection[str]) -> Mistake:
    from difflib import get_close_matches  # A mistake is rare, and the first frame waits for the settings.

    close = get_close_matches(name, known, n=1)
    if close:
        return Mistake("is not known here (did you mean {name}?); it is ignored", name=close[0])
    return Mistake("is not known here; it is ignored")


def _toml(value: str | int | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _shown(value: object) -> str:
    return _toml(value) if isinstance(value, (str, int)) else repr(value)


def _list(values: Collection[str]) -> str:
    return ", ".join(_toml(value) for value in values)
