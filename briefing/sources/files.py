"""Bytes from a path or from standard input, with an error that says what is wrong."""

from __future__ import annotations

import os
import re
import stat
import sys
from functools import cache
from typing import BinaryIO

from briefing.mistake import Mistake
from briefing.sources.errors import SourceError

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")

LARGEST = 32 * 1024 * 1024
"""The most bytes that are taken for one article; more is not an article but an archive or a mistake."""
_USUAL = 64 * 1024
_STANDARD_INPUT = Mistake("standard input")


def load(where: str) -> bytes:
    """Return the bytes of the file at ``where`` (``-`` is standard input).

    Raises `SourceError` when there is no such file, it is a directory or a device, it may not be read, it is empty
    or it holds more than `LARGEST` bytes.
    """
    if where == "-":
        return _checked(_STANDARD_INPUT, _standard_input())
    try:
        mode = os.stat(where).st_mode
        if stat.S_ISDIR(mode):
            raise SourceError(where, "this is a folder", "name an article inside it")
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise SourceError(where, "is neither a file nor a pipe", "name a file with an article")
        with open(where, "rb") as file:
            return _checked(where, _take(where, file))
    except FileNotFoundError as error:
        raise SourceError(where, "no such file", "check the path") from error
    except NotADirectoryError as error:
        raise SourceError(where, "a part of this path is a file, not a directory", "check the path") from error
    except PermissionError as error:
        raise SourceError(where, "no permission to read it", "change its permissions or copy it") from error
    except ValueError as error:
        raise SourceError(where, "is not a valid path", "check the path") from error
    except OSError as error:
        raise SourceError(
            where, "cannot be read ({reason})", "check the path", reason=error.strerror or error
        ) from error


def is_address(where: str) -> bool:
    """Tell whether ``where`` is an address of the web and not a path, whatever its scheme."""
    return _SCHEME.match(where) is not None


def located(where: str) -> str:
    """Return the path of a file that is there as an absolute one, anything else as it is."""
    return os.path.abspath(where) if not is_address(where) and os.path.isfile(where) else where


def from_here(where: str) -> str:
    """Return the path of a file below the current folder without that, anything else as it is."""
    return where.removeprefix(os.path.join(os.getcwd(), ""))


@cache
def _standard_input() -> bytes:
    """Return all of standard input, kept so that it can be read for the first frame and again for the article."""
    if sys.stdin is None or sys.stdin.isatty():
        raise SourceError(_STANDARD_INPUT, "is a terminal", "pipe an article into it")
    return _take(_STANDARD_INPUT, sys.stdin.buffer)


def _take(where: str | Mistake, file: BinaryIO) -> bytes:
    # What is asked for is made room for, so most is asked for only where the beginning shows that there is more.
    data = file.read(_USUAL)
    if len(data) == _USUAL:
        data += file.read(LARGEST + 1 - _USUAL)
    if len(data) > LARGEST:
        raise SourceError(where, "is larger than {most} MB", "give one article at a time", most=LARGEST >> 20)
    return data


def _checked(where: str | Mistake, data: bytes) -> bytes:
    if not data.strip():
        raise SourceError(where, "is empty", "give a file with the text of an article")
    return data
