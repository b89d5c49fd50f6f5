"""Dates as a person types them, in Russian or English: «до 31.03.2026», «31 марта», "by the end of the year"."""

from __future__ import annotations

import re
from datetime import date

from briefing.edtf import bounds

_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_FIGURES = re.compile(r"(?<![\d./])(\d{1,2})([./])(\d{1,2})(?:\2(\d{4}|\d\d))?(?![\d./])")
_SHORT_MONTH = re.compile(r"(?<=\d )([^\W\d]{3,})\.?(?!\w)")
_WORD = re.compile(r"[^\W\d]{3,}")


def when(typed: str, published: str | None = None) -> str:
    """Return what was typed as EDTF, or as it is where it reads as no date.

    It is read as a date of an article that was ``published`` on that ISO 8601 day; a day or month without a year is
    the next one from then.

    >>> when("до 31.03.2026"), when("31 марта 2026 г."), when("summer 2026"), when("2026 год")
    ('/2026-03-31', '2026-03-31', '2026-22', '2026')
    >>> when("до конца марта", "2025-11-19"), when("from 1 July", "2025-11-19"), when("tomorrow", "2025-11-19")
    ('/2026-03-31', '2026-07-01/', '2025-11-20')
    """
    text = " ".join(typed.split())
    if any(bounds(text)):
        return text
    return _read(text, date.fromisoformat(published) if published else None) or typed


def lacks_year(typed: str) -> bool:
    """Tell whether what was typed would be a date, were it known from when it counts: «15 октября», "tomorrow"."""
    text = " ".join(typed.split())
    return not any(bounds(text)) and _read(text, None) is None and _read(text, date.today()) is not None  # noqa: DTZ011


def _read(text: str, published: date | None) -> str | None:
    code = "ru" if _CYRILLIC.search(text) else "en"
    text = _in_full(text, code)
    value = _named(text, code, published)
    if value is None or published is None:
        return value
    last = bounds(value)[1]
    if last is not None and last < published:
        # A date that goes by the year is the same one a year later.
        later = _named(text, code, _a_year_after(published))
        return later if later is not None and _is_a_year_after(value, later) else value
    return value


def _named(text: str, code: str, published: date | None) -> str | None:
    """Read a text as it is typed, or with the letters that its months and days of the week begin with in an article."""
    from briefing.extract.figures.named import named

    capitalised = _WORD.sub(lambda word: word[0].capitalize(), text)
    found = (named(each, code, published) for each in dict.fromkeys((text, text.casefold(), capitalised)))
    return next((value for value in found if value is not None), None)


def _in_full(text: str, code: str) -> str:
    """Return the text with the months of «1.7.26» and «31 сент.» by their names."""
    from briefing.export.wording import wording

    months = wording(code).dates.months_of

    def from_figures(found: re.Match[str]) -> str:
        day, _mark, month, year = found.groups()
        if not 1 <= int(month) <= len(months):
            return found[0]
        full = f" {year if len(year) > len('26') else f'20{year}'}" if year else ""
        return f"{int(day)} {months[int(month) - 1]}{full}"

    def from_letters(found: re.Match[str]) -> str:
        return next((month for month in months if month.casefold().startswith(found[1].casefold())), found[0])

    return _SHORT_MONTH.sub(from_letters, _FIGURES.sub(from_figures, text))


def _a_year_after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 365)


def _is_a_year_after(value: str, later: str) -> bool:
    """Whether two EDTF values differ in their years alone, by one."""
    moved = re.sub(r"\d{4}", lambda year: f"{int(year[0]) + 1:04}", value)
    return later == moved
