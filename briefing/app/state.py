"""What the reader remembers from one time to the next: the division of the screen, the places in the articles."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

PLACES = 200
"""Articles whose place is remembered, the latest of them."""


@dataclass(slots=True)
class State:
    """``share`` is the article's part of the width in percent, ``places`` a source offset for each path,
    ``dark`` the layers whose lights are off.

    ``file`` is where all this is kept; without one nothing is.
    """

    share: int = 60
    alone: bool = False
    dark: list[str] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    last: str = ""
    file: Path | None = None

    @classmethod
    def load(cls, file: Path) -> State:
        """Return what was remembered; a file that is not there or makes no sense is as good as none."""
        state = cls(file=file)
        try:
            known = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return state
        if isinstance(known, dict):
            for name in (entry.name for entry in fields(cls) if entry.name != "file"):
                if name in known and type(known[name]) is type(getattr(state, name)):
                    setattr(state, name, known[name])
        state.share = min(80, max(30, state.share))
        state.places = {path: place for path, place in state.places.items() if isinstance(place, int) and place >= 0}
        return state

    def remember(self, where: str, offset: int) -> None:
        """Keep the place in an article as the latest."""
        self.places.pop(where, None)
        self.places[where] = offset
        self.last = where
        for oldest in list(self.places)[:-PLACES]:
            del self.places[oldest]

    def save(self) -> None:
        """Write it down; a disk that cannot be written must not stand between a reader and the way out."""
        if self.file is None:
            return
        known: dict[str, Any] = asdict(self)
        del known["file"]
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            half = self.file.with_suffix(f".{os.getpid()}.new")
            half.write_text(json.dumps(known, ensure_ascii=False, indent=1), encoding="utf-8")
            half.replace(self.file)
        except OSError:
            return


def state_file() -> Path:
    """Return where the state is kept on this system."""
    from platformdirs import user_state_path

    return user_state_path("briefing", appauthor=False) / "reader.json"
