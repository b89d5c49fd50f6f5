"""Opens the app in a terminal of its own, waits for words on its screen, and leaves it with a key.

    python .ci/open_app.py WORDS COMMAND...

Exits with 0 if the words were drawn and the program then ended by itself with 0. Only the standard library is needed,
so it runs in an environment with nothing but the program.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios
import time

PATIENCE_S = 60
_CONTROL_SEQUENCE = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[@-Z\\-_])")


def main(words: str, command: list[str]) -> int:
    """Run the command on a pseudo-terminal of 120 columns and 40 lines."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", LANG="C.UTF-8")
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    drawn = _read_until(terminal, words)
    if drawn is not None:
        print(f"{words!r} was not drawn; the screen got:\n{drawn[-2000:]}", file=sys.stderr)
        os.kill(child, 9)
        return 1
    os.write(terminal, b"q")
    _drain(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _read_until(terminal: int, words: str) -> str | None:
    """Return None once the words were drawn, or what was drawn instead."""
    seen = b""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            seen += os.read(terminal, 65536)
        except OSError:
            break
        if words.encode() in _CONTROL_SEQUENCE.sub(b"", seen):
            return None
    return _CONTROL_SEQUENCE.sub(b"", seen).decode(errors="replace")


def _drain(terminal: int) -> None:
    """Read what is still drawn, or the program could not finish writing it."""
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:
        return


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
