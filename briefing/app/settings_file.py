"""Changing one setting in a person's settings file and leaving every other character of it as it was."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path


def with_setting(text: str, table: str, name: str, value: str | int | bool) -> str:
    """Return the TOML text with ``table.name`` set to the value.

    A line that sets it already gets the new value and keeps its comment; else a line that has it commented out is
    followed by the new one; else the new line goes to the end of its table, which is added where there is none.

    >>> with_setting('[a]\\n# of the a\\nb = 1  # why\\n', "a", "b", 2)
    '[a]\\n# of the a\\nb = 2  # why\\n'
    """
    setting = f"{_key(name)} = {toml(value)}"
    lines = text.splitlines()
    first, last = _table(lines, table)
    if first is None:
        return "\n".join([*lines, *([""] if lines else []), f"[{table}]", setting]) + "\n"
    pattern = re.compile(rf"""(\s*)(["']?){re.escape(name)}\2\s*=\s*("(?:[^"\\]|\\.)*"|'[^']*'|[^#]*?)(\s*(?:#.*)?)$""")
    commented = None
    for number in range(first, last):
        if found := pattern.match(lines[number]):
            lines[number] = f"{found[1]}{setting}{found[4]}"
            return "\n".join(lines) + "\n"
        if re.match(rf"""\s*#\s*(["']?){re.escape(name)}\1\s*=""", lines[number]):
            commented = number
    lines.insert(last if commented is None else commented + 1, setting)
    return "\n".join(lines) + "\n"


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else toml(name)


def toml(value: str | int | bool) -> str:
    """Return a value as TOML has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def change(path: Path, table: str, name: str, value: str | int | bool) -> None:
    """Set ``table.name`` in the file at ``path``, which is made where there is none.

    Raises:
        OSError: the file cannot be read or written.
        ValueError: it is no UTF-8 text or no TOML, and nothing is written.
    """
    text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    tomllib.loads(text)
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".new")
    half.write_text(with_setting(text, table, name, value), encoding="utf-8")
    half.replace(path)


def _table(lines: list[str], table: str) -> tuple[int | None, int]:
    """Return the first line inside a table and the line after its last that is not empty."""
    first = None
    end = len(lines)
    for number, line in enumerate(lines):
        header = re.match(r"\s*\[\s*\"?([^\]\"]+?)\"?\s*\]", line)
        if header is None:
            continue
        if first is not None:
            end = number
            break
        if header[1] == table:
            first = number + 1
    if first is None:
        return None, end
    while end > first and not lines[end - 1].strip():
        end -= 1
    return first, end
