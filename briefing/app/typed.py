"""Deadlines as a person types them, in Russian or English: «до 31.03.2026», «31 марта 2026», "by March 2026"."""

from __future__ import annotations

import re

_BEFORE = ("не позднее ", "до ", "к ", "by ", "before ")
_WITHIN = ("в ", "in ", "on ")
_AFTER = re.compile(r"\s*(?:года|году|год|г\.?)$")
_NUMBERS = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})")
_DAY = re.compile(r"(?P<day>\d{1,2}) (?P<name>[^\W\d]+),? (?P<year>\d{4})")
_DAY_LAST = re.compile(r"(?P<name>[^\W\d]+) (?P<day>\d{1,2}),? (?P<year>\d{4})")
_MONTH = re.compile(r"(?P<name>[^\W\d]+) (?P<year>\d{4})")
_LANGUAGES = ("ru", "en")


def deadline(typed: str) -> str:
    """Return what was typed as EDTF, or as it is where it reads as no date.

    >>> deadline("до 31.03.2026"), deadline("31 марта 2026 г."), deadline("by March 2026"), deadline("2026 год")
    ('/2026-03-31', '2026-03-31', '/2026-03', '2026')
    """
    text = " ".join(typed.casefold().split())
    is_open = text.startswith(_BEFORE)
    for beginning in (*_BEFORE, *_WITHIN):
        text = text.removeprefix(beginning)
    date = _date(_AFTER.sub("", text))
    if date is None:
        return typed
    return f"/{date}" if is_open else date


def _date(text: str) -> str | None:
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return text
    for pattern in (_NUMBERS, _DAY, _DAY_LAST, _MONTH):
        if (found := pattern.fullmatch(text)) is not None:
            parts = found.groupdict()
            month = int(parts["month"]) if "month" in parts else _month(parts["name"])
            if month is not None:
                day = f"-{int(parts['day']):02}" if "day" in parts else ""
                return f"{parts['year']}-{month:02}{day}"
    return None


def _month(name: str) -> int | None:
    """Return the number of a month by any of its names."""
    from briefing.export.wording import wording

    for language in _LANGUAGES:
        words = wording(language).dates
        for names in (words.months, words.months_of, [each.rpartition(" ")[2] for each in words.months_in]):
            lower = [each.casefold() for each in names]
            if name in lower:
                return lower.index(name) + 1
    return None
