"""Dates as a person types them, in Russian or English: «до 31.03.2026», «31 марта», "by the end of March 2026"."""

from __future__ import annotations

import re

from briefing.edtf import bounds

_FRAMES = (
    (re.compile(r"(?:не позднее|до|к|no later than|by|before|until|till)\s+"), "/{}"),
    (re.compile(r"(?:начиная с|со?|from|since|starting)\s+"), "{}/"),
    (re.compile(r"(?:в|на|in|on)\s+"), "{}"),
)
_END = re.compile(r"(?:конца?|концу|конце|(?:the )?end of)\s+")
_AFTER = re.compile(r"\s*(?:года|году|год|г\.?)$")
_YEAR = r"(?:,?\s*(?P<year>\d{4}))?"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<day>\d{1,2})\.(?P<number>\d{1,2})(?:\.(?P<year>\d{4}|\d\d))?",
        rf"(?P<day>\d{{1,2}})(?:-?(?:го|е)|st|nd|rd|th)?\s+(?:of\s+)?(?P<name>[^\W\d]+)\.?{_YEAR}",
        rf"(?P<name>[^\W\d]+)\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_YEAR}",
        rf"(?P<name>[^\W\d]+)\.?{_YEAR}",
        r"(?P<year>\d{4})(?:-(?P<number>\d\d)(?:-(?P<day>\d\d))?)?",
    )
)
_SHORTEST = 3
"""Letters of the name of a month, from which on they are enough to tell it."""
_LANGUAGES = ("ru", "en")


def when(typed: str, published: str | None = None) -> str:
    """Return what was typed as EDTF, or as it is where it reads as no date.

    A day or month without a year is the next one from when the article was ``published``, an ISO 8601 day.

    >>> when("до 31.03.2026"), when("31 марта 2026 г."), when("by March 2026"), when("2026 год")
    ('/2026-03-31', '2026-03-31', '/2026-03', '2026')
    >>> when("до конца марта", "2025-11-19"), when("from 1 July", "2025-11-19")
    ('/2026-03-31', '2026-07-01/')
    """
    text = _AFTER.sub("", " ".join(typed.casefold().split()))
    template, text = next(
        ((template, text[found.end() :]) for frame, template in _FRAMES if (found := frame.match(text))), ("{}", text)
    )
    at_end = _END.match(text)
    point = _point(text[at_end.end() :] if at_end else text, published)
    if point is not None and at_end:
        last = bounds(point)[1] if len(point) < len("2026-03-31") else None
        point = last.isoformat() if last is not None else None
    return typed if point is None else template.format(point)


def _point(text: str, published: str | None) -> str | None:
    """Return a day, a month or a year as EDTF."""
    for pattern in _DATES:
        if found := pattern.fullmatch(text):
            parts = found.groupdict()
            name, number = parts.get("name"), parts.get("number")
            month = _month(name) if name else int(number) if number else None
            if month is None and (name or not parts["year"]):
                continue
            day = f"-{int(parts['day']):02}" if parts.get("day") else ""
            end = "" if month is None else f"-{month:02}{day}"
            year = parts["year"] or _year(end, published)
            return year and f"{year if len(year) > len('26') else f'20{year}'}{end}"
    return None


def _year(month_and_day: str, published: str | None) -> str | None:
    """Return the year of the next such month or day."""
    if published is None:
        return None
    year, rest = int(published[:4]), published[4 : 4 + len(month_and_day)]
    return str(year + (month_and_day < rest))


def _month(name: str) -> int | None:
    """Return the number of a month by any of its names, or by how one of them begins."""
    from briefing.export.wording import wording

    if len(name) < _SHORTEST:
        return None
    for language in _LANGUAGES:
        words = wording(language).dates
        for names in (words.months, words.months_of, [each.rpartition(" ")[2] for each in words.months_in]):
            for number, each in enumerate(names, 1):
                if each.casefold().startswith(name):
                    return number
    return None
