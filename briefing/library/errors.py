"""What can go wrong with a library, as one sentence for its user."""

from __future__ import annotations

from briefing.mistake import RefusedError


class LibraryError(RefusedError):
    """The library cannot do what was asked; ``str()`` is a sentence that says what, where and what to do."""
