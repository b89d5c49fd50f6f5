"""Publication dates as headers, datelines and date lines write them, in Russian and English."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from briefing.sources.lexicon import lexicon

_MONTH_STEMS = (
    ("янв", "jan"),
    ("фев", "feb"),
    ("мар", "mar"),
    ("апр", "apr"),
    ("мая|май", "may"),
    ("июн", "jun"),
    ("июл", "jul"),
    ("авг", "aug"),
    ("сен", "sep"),
    ("окт", "oct"),
    ("ноя", "nov"),
    ("дек", "dec"),
)
_RUSSIAN_MONTH = (
    r"(?:янв(?:ар[ья])?|фев(?:р(?:ал[ья])?)?|мар(?:та?)?|апр(?:ел[ья])?|ма[йя]|июн[ья]?|июл[ья]?|авг(?:уста?)?"
    r"|сен(?:т(?:ябр[ья])?)?|окт(?:ябр[ья])?|ноя(?:бр[ья])?|дек(?:абр[ья])?)\b\.?"
)
_ENGLISH_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_DAY_FIRST = rf"\d{{1,2}}(?:-?го|st|nd|rd|th)?\s+(?:of\s+)?(?:{_RUSSIAN_MONTH}|{_ENGLISH_MONTH})"
_MONTH_FIRST = rf"{_ENGLISH_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b"
FULL = (
    rf"(?:\b(?:{_DAY_FIRST}),?\s+{_YEAR}\b(?:\s*(?:года\b|г\b\.?))?|\b{_MONTH_FIRST},?\s+{_YEAR}\b"
    rf"|\b{_YEAR}[-/]\d\d?[-/]\d\d?\b|\b\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR}\b|\b\d\d\.\d\d\.\d\d\b(?=,?\s+\d\d?:\d\d))"
)
"""Pattern of a date with day, month and year (case is ignored)."""
PARTIAL = rf"(?:\b{_DAY_FIRST}|\b{_MONTH_FIRST})"
"""Pattern of a day and a month without a year."""
MONTH_FIRST = rf"\b{_MONTH_FIRST}"
"""Pattern of those dates with a day that begin with a letter."""

_FULL = re.compile(FULL, re.IGNORECASE)
_SHORT = re.compile(r"\d\d\.\d\d\.\d\d(?=\s*(?:г\.?)?$)")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\b)?", re.IGNORECASE)


def iso(written: str) -> str | None:
    """Return a full date as ISO 8601, or None when it is no date of the calendar.

    Numbers alone are read year first, else day first, and month first only where a day could not be meant. A year of
    two digits is of this century.
    """
    numbers = [int(number) for number in _NUMBER.findall(written)]
    month = _month(written)
    if month is not None:
        day, year = numbers[0], numbers[-1]
    elif numbers[0] > 31:
        year, month, day = numbers[:3]
    else:
        day, month, year = numbers[:3]
        year += 2000 if year < 100 else 0
        if month > 12 and "/" in written:
            day, month = month, day
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(written: str) -> int | None:
    for word in _WORD.findall(written.lower()):
        for number, stems in enumerate(_MONTH_STEMS, 1):
            if any(re.match(stem, word) for stem in stems):
                return number
    return None


def first_date(text: str) -> str | None:
    """Return the first full date of ``text`` as ISO 8601, None if there is none."""
    match = _FULL.search(text)
    return iso(match.group()) if match else None


def date_line(line: str) -> str | None:
    """Return the date of a line that holds a full date, perhaps with weekday and time, and nothing else."""
    if len(line) > 90:
        return None
    match = _FULL.search(line) or _SHORT.match(line.strip())
    if match is None:
        return None
    rest = _CLOCK.sub(" ", line[: match.start()] + " " + line[match.end() :])
    known = lexicon()
    if any(word not in known.beside_date and word not in known.weekdays for word in _WORD.findall(rest.lower())):
        return None
    return None if re.search(r"\d{3}", rest) else iso(match.group())


def day_and_rest(line: str) -> tuple[str, str] | None:
    """Return the full date that begins or ends a line and what a comma, bar or dash parts from it; None without one."""
    for match in _FULL.finditer(line):
        before, behind = line[: match.start()].strip(), line[match.end() :].strip()
        parted = behind if not before else before if not behind else ""
        day = iso(match.group())
        rest = parted.strip(" ,|•·/–—-")
        if day is not None and rest and parted != rest:
            return day, rest
    return None


def is_clock(line: str) -> bool:
    """Tell whether a line is nothing but a time of day."""
    return _CLOCK.fullmatch(line.strip()) is not None


def date_of_today(text: str) -> str | None:
    """Return the full date that the text itself calls today («сегодня, в субботу, 29 сентября 2018 года»)."""
    match = _today().search(text)
    return iso(match.group("date")) if match else None


@cache
def _today() -> re.Pattern[str]:
    known = lexicon()
    weekdays = "|".join(sorted(known.weekdays, key=len, reverse=True))
    return re.compile(
        rf"\b(?:{'|'.join(known.today)})\b[,\s–—-]*(?:(?:во?|on)\s+)?(?:(?:{weekdays})\b[,\s]*)?(?P<date>{FULL})",
        re.IGNORECASE,
    )
