"""Dates as the interface's language says them."""

from __future__ import annotations

from briefing.app.words import current


def deadline_in_words(deadline: str) -> str:
    """Return an EDTF deadline in words: "by" only where its beginning is open.

    >>> deadline_in_words("/2025-12-20"), deadline_in_words("2026"), deadline_in_words("2026-03-20")
    ('by 20 December 2025', 'in 2026', '20 March 2026')
    """
    from briefing.export.dates import format_when

    return format_when(deadline, current())


def day_in_words(date: str | None) -> str:
    """Return the EDTF date of an article in words, empty where it has none: "19 November 2025"."""
    from briefing.export.dates import format_date

    return format_date(date, current()) if date else ""
