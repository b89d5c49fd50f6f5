"""The sample articles that come with the program."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def samples() -> list[Path]:
    """Return the bundled articles by name: inside the installed package, or beside it in a checkout."""
    for folder in (_PACKAGE / "articles", _PACKAGE.parent / "articles"):
        if folder.is_dir():
            return sorted(folder.glob("*.txt"))
    return []
