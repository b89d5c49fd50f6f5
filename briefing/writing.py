"""Writing a file to disk: whole or not at all, and never over a file that nobody agreed to lose."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path


def write(path: Path, content: str | bytes, *, overwrite: bool = False) -> None:
    """Write text (as UTF-8, lines ending in ``\\n``) or bytes to ``path`` through a temporary file beside it.

    At a crash the old file or the new one is there, never half of one. An overwritten file keeps its permissions; a
    symbolic link stays a link, and its target is written; a device or a pipe is written to as it is.

    Raises:
        FileExistsError: something has that name and ``overwrite`` is false, even if it came there meanwhile.
        OSError: the folder is missing or may not be written, the disk is full, ``path`` is a folder.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    if overwrite:
        path = Path(os.path.realpath(path))
    elif os.path.lexists(path):
        raise FileExistsError(f"{path} exists already")
    if path.is_dir():
        raise IsADirectoryError(f"{path} is a folder")
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}."[:80], suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_permissions(path))
        _put_in_place(temporary, path, overwrite=overwrite)
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()
    _flush_folder(path.parent)


def _permissions(path: Path) -> int:
    """Return the mode that the file has, or that a new file of this user would have."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0o077)
        os.umask(mask)
        return 0o666 & ~mask


def _put_in_place(temporary: Path, path: Path, *, overwrite: bool) -> None:
    if overwrite:
        temporary.replace(path)
        return
    try:
        # A link, unlike a rename, fails if the name has been taken since it was looked at.
        os.link(temporary, path)
    except FileExistsError:
        raise FileExistsError(f"{path} exists already") from None
    except OSError:
        # Some file systems (FAT, network shares) know no links.
        if os.path.lexists(path):
            raise FileExistsError(f"{path} exists already") from None
        temporary.replace(path)


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system lets a folder be opened."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
