"""The shelf on disk: articles with their briefings in SQLite, found again by word, person, deadline or figure."""

from __future__ import annotations

from briefing.library.entry import Added, Entry
from briefing.library.errors import LibraryError
from briefing.library.store import Library

__all__ = ["Added", "Entry", "Library", "LibraryError"]
