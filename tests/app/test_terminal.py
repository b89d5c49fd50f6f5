"""The program in a real pseudo-terminal: what a hostile file can make it send there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from benchmarks.terminal import Terminal, reader
from tests.app.test_safe import COMMANDS, CONTROL, MARKUP

ROOT = Path(__file__).parents[2]
# What no key of this walk makes the program itself send: titles, links, clipboard writes, C1, bidi and zero width.
FORBIDDEN = [b"\x1b]0;", b"\x1b]8;", b"\x1b]52;", b"\xc2\x9b", b"\xc2\x9d", b"\xe2\x80\xae", b"\xe2\x80\x8b"]


@pytest.mark.slow
def test_an_article_comes_through_a_pipe_and_the_keys_from_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text("Мост открыли\n\nПо нему уже ездят автобусы, сообщили в управе.", encoding="utf-8")
    command = ["sh", "-c", f"cat {file} | {sys.executable} -m briefing read --fast -"]
    with Terminal(command, cwd=ROOT) as terminal:
        terminal.until("ездят автобусы")
        os.write(terminal.file, b"F")
        terminal.until("Figures: not lit", timeout=60)


@pytest.mark.slow
def test_a_hostile_file_sends_the_terminal_nothing(tmp_path: Path) -> None:
    lines = ["Начало статьи о мосте", *MARKUP, f"а{CONTROL[1:]}б", f"{COMMANDS} конец", "слово " * 20_000]
    file = tmp_path / "[bold]x[red on.txt"
    file.write_text("\n\n".join(lines), encoding="utf-8", newline="\n")
    sent = b""
    with Terminal(reader(file), cwd=ROOT) as terminal:
        terminal.until("Начало статьи")
        for keys in (
            b"2",
            b"j",
            b"3",
            b"j",
            b"4",
            b"1",
            b"]",
            b"G",
            b"g",
            b" ",
            b"?",
            b"\x1b",
            b"/",
            "а".encode(),
            b"\r",
        ):
            terminal.press(keys)
        sent = terminal.sent
        assert "Начало статьи" in terminal.text() or "[" in terminal.text()
    assert not [command for command in FORBIDDEN if command in sent]
