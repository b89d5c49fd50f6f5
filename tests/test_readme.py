"""The README says what the program does: the same keys and the same commands.

``python -m tests.test_readme`` writes the table of keys into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from briefing.app.commands import COMMANDS
from briefing.app.keyboard import shown
from briefing.cli import commands

README = Path(__file__).parents[1] / "README.md"
BEGINNING = "<!-- keys: python -m tests.test_readme writes this table from the program's own -->\n"
END = "<!-- end of keys -->"


def keys_table() -> str:
    """Return the app's keys as a Markdown table, a heading row for each section."""
    return "\n".join(_rows()) + "\n"


def _rows() -> Iterator[str]:
    yield from ("| Key | What it does |", "| --- | --- |")
    for section in dict.fromkeys(command.section for command in COMMANDS):
        yield f"| | **{section}** |"
        # Lists and the start screen move alike; once is enough.
        of_section = (command for command in reversed(COMMANDS) if command.section == section)
        for title, keys in reversed({command.title: command.keys for command in of_section}.items()):
            yield f"| {' '.join(_code(shown(key)) for key in keys.split(','))} | {title} |"


def _code(key: str) -> str:
    return f"`` {key} ``" if "`" in key else f"`{key}`".replace("|", "\\|")


def written() -> tuple[str, str, str]:
    """Return the README before its table of keys, the table, and the rest."""
    before, beginning, rest = README.read_text(encoding="utf-8").partition(BEGINNING)
    table, end, after = rest.partition(END)
    assert beginning
    assert end
    return before + beginning, table, end + after


def test_the_table_of_keys_is_the_programs_own() -> None:
    assert written()[1] == keys_table(), "run python -m tests.test_readme"


def test_every_command_is_named() -> None:
    text = README.read_text(encoding="utf-8")
    for name in commands.commands:
        assert re.search(rf"`(?:briefing )?{name}\b", text), name


def test_the_two_commands_that_make_an_environment_stand_alone_on_their_lines() -> None:
    lines = [line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith("python3 -m venv")]
    assert len(lines) == 2
    assert lines[0].endswith("briefing read articles/penza-belarus.txt")
    assert lines[1].endswith("python -m pytest")
    assert (README.parent / "articles" / "penza-belarus.txt").is_file()


if __name__ == "__main__":
    before, _, after = written()
    README.write_text(before + keys_table() + after, encoding="utf-8")
