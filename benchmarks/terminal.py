"""A program under a pseudo-terminal: what it draws, when, and how many bytes it takes."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import tempfile
import termios
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Self

import pyte

# What programs ask a terminal at start, and what xterm answers; a program that waits for an answer would be measured
# waiting.
_ANSWERS = {
    rb"\x1b\[c": b"\x1b[?62;22c",
    rb"\x1b\[6n": b"\x1b[1;1R",
    rb"\x1b\[\?(\d+)\$p": b"\x1b[?%d;2$y",
    rb"\x1b\[\?u": b"\x1b[?0u",
}


# A terminal that offers this would have to announce each new size itself; without it, SIGWINCH does.
_RESIZE_IN_BAND = b"2048"


class Terminal:
    """Run ``command`` in a terminal of ``columns`` by ``rows``; times are seconds since it was started.

    ``sent`` is every byte that the program has written so far.
    """

    def __init__(self, command: list[str], *, columns: int = 120, rows: int = 40, cwd: Path | None = None) -> None:
        self.columns, self.rows = columns, rows
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.sent = b""
        self._home = tempfile.TemporaryDirectory()
        environment = os.environ | {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "HOME": self._home.name,
            "XDG_CONFIG_HOME": self._home.name,
            "XDG_STATE_HOME": self._home.name,
        }
        # What pip installs is compiled; a checkout must be allowed to keep what its first run compiles.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self.started = perf_counter()
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            if cwd is not None:
                os.chdir(cwd)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], command, environment)
        os.set_blocking(self.file, False)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        os.killpg(self.pid, signal.SIGKILL)  # what a shell has begun, too
        os.waitpid(self.pid, 0)
        os.close(self.file)
        self._home.cleanup()

    @property
    def now(self) -> float:
        """Seconds since the program was started."""
        return perf_counter() - self.started

    def read(self, timeout: float) -> bytes:
        """Return what the program has written, empty after ``timeout`` seconds of silence."""
        if not select.select([self.file], [], [], timeout)[0]:
            return b""
        try:
            data = os.read(self.file, 1 << 16)
        except OSError:
            return b""
        self.sent += data
        for question, answer in _ANSWERS.items():
            for match in re.finditer(question, data):
                reply = answer % int(match[1]) if match.groups() else answer
                if match.groups() and match[1] == _RESIZE_IN_BAND:
                    reply = reply.replace(b";2$y", b";0$y")
                os.write(self.file, reply)
        return data

    def until(self, words: str, timeout: float = 30.0, silence: float = 3.0) -> float:
        """Return when ``words`` (a regular expression) first stood on the screen.

        The screen is drawn after the program has been silent or has shown the words in one piece, so that drawing
        costs it nothing.
        """
        got: list[tuple[float, bytes]] = []
        tail = b""
        needle = re.compile(words.encode())
        while self.now < timeout and (not got or self.now - got[-1][0] < silence):
            data = self.read(0.05)
            if not data:
                continue
            got.append((self.now, data))
            tail = tail[-4096:] + data
            if needle.search(tail):
                break
        found = None
        for at, data in got:
            self._stream.feed(data)
            if found is None and re.search(words, self.text()):
                found = at
        if found is not None:
            return found
        raise TimeoutError(f"{words!r} was not on the screen in {timeout} s:\n{self.text()}")

    def text(self) -> str:
        """Return what stands on the screen."""
        return "\n".join(self.screen.display)

    def settle(self, silence: float = 0.8) -> None:
        """Wait until the program has written nothing for ``silence`` seconds."""
        while data := self.read(silence):
            self._stream.feed(data)

    def press(self, keys: bytes, silence: float = 0.15) -> tuple[float, float, int]:
        """Press a key; return seconds to the first and to the last byte of the answer, and how many there were."""
        begin = perf_counter()
        os.write(self.file, keys)
        first = last = 0.0
        count = 0
        while data := self.read(silence if count else 2.0):
            last = perf_counter() - begin
            first = first or last
            count += len(data)
            self._stream.feed(data)
        return first, last, count

    def resize(self, columns: int, rows: int) -> tuple[float, float, int]:
        """Change the size of the terminal; returns as `press` does."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)
        return self.press(b"")

    def memory(self) -> float:
        """Return the megabytes of memory that are resident now."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        found = re.search(r"VmRSS:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0.0


HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("Hello world")
Hello().run()
"""


def hello() -> list[str]:
    """Return the command of a Textual program that says hello and nothing else."""
    return [sys.executable, "-c", HELLO]


def reader(path: Path) -> list[str]:
    """Return the command that opens an article."""
    return [sys.executable, "-m", "briefing", "read", str(path)]
