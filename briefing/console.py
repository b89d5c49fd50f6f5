"""Standard output and standard error: data and narration, errors in one sentence, exit codes."""

from __future__ import annotations

import os
import sys
import traceback
from enum import IntEnum
from pathlib import Path
from typing import TextIO

STANDARD_INPUT = 0
"""File descriptor that the app takes its keys from."""


class ExitCode(IntEnum):
    """What the program says to the shell; the last two are what a shell reports for SIGINT and SIGPIPE."""

    DONE = 0
    FAILED = 2
    INTERRUPTED = 130
    PIPE_CLOSED = 141


class CommandError(Exception):
    """A command cannot do what it was asked; the message is a sentence that says what, where and what to do."""


def say(sentence: str) -> None:
    """Write one line to standard error, whatever characters a file's name has."""
    visible = (mark if mark.isprintable() else mark.encode("unicode_escape").decode() for mark in sentence)
    print(f"briefing: {''.join(visible).rstrip('.')}.", file=sys.stderr, flush=True)


def describe_bug(error: Exception) -> str:
    """Return the sentence for an error that no command expects: what it is and where in the program."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    cause = " ".join(f"{type(error).__name__}: {error}".split())
    return f"This is a mistake in the program, please report it: {cause} ({Path(place.filename).name}:{place.lineno})"


def write_out(data: str | bytes) -> None:
    """Write to standard output, text as UTF-8 whatever the locale; leave quietly when its reader has gone.

    Raises:
        CommandError: standard output cannot be written.
    """
    if sys.stdout is None:
        raise CommandError("Standard output is closed; let it go to a file or a pipe")
    try:
        sys.stdout.buffer.write(data.encode() if isinstance(data, str) else data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # What Python still holds for standard output must not fail once more when the process ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitCode.PIPE_CLOSED)
    except OSError as error:
        raise CommandError(f"Standard output cannot be written: {error.strerror}") from error


def require_terminal() -> None:
    """Let the app be shown and take keys, from the terminal itself where standard input is something else.

    What comes through standard input has to be read before.

    Raises:
        CommandError: there is no terminal.
    """
    if not (_is_terminal(sys.stdout) and (_is_terminal(sys.stdin) or _takes_keys_from_terminal())):
        raise CommandError("The app needs a terminal; 'briefing read --plain' and 'briefing export' work without one")


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _takes_keys_from_terminal() -> bool:
    """Put the terminal that the process belongs to in the place of standard input; False where there is none."""
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        return False
    os.dup2(terminal, STANDARD_INPUT)
    os.close(terminal)
    return _is_terminal(sys.stdin)
