"""The words of an interface language that stand around an article's own: headings, labels, names of kinds.

They are data, one TOML file a language under ``words/``; a language without a file is served in English.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from briefing.frozen import frozen

DEFAULT_LANGUAGE = "en"


@frozen
class DateWords:
    """Month and season names and the patterns that make a date of them; ``…_of`` are the genitive forms,
    ``…_in`` say when."""

    months: list[str]
    months_of: list[str]
    months_in: list[str]
    seasons: list[str]
    seasons_of: list[str]
    seasons_in: list[str]
    day: str
    day_and_month: str
    month: str
    month_of: str
    year: str
    year_of: str
    year_in: str
    years: str
    decade: str
    decade_of: str
    century: str
    century_of: str
    between: str
    close_between: str
    until: str
    since: str
    since_past: str
    since_before: dict[str, str]


@frozen
class Wording:
    """Everything that an export says in its own voice, in one language; ``locale`` is its BCP 47 tag."""

    locale: str
    list_separator: str
    quote_open: str
    quote_close: str
    decimal_mark: str
    digit_group: str
    headings: dict[str, str]
    labels: dict[str, str]
    status: dict[str, str]
    figure_kind: dict[str, str]
    dates: DateWords


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have words of their own."""
    names = (file.name for file in (files("briefing.export") / "words").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def wording(language: str) -> Wording:
    """Return the words for an ISO 639-1 language, English where that language has none."""
    folder = files("briefing.export") / "words"
    source = folder / f"{language}.toml"
    if not (language.isalpha() and source.is_file()):
        source = folder / f"{DEFAULT_LANGUAGE}.toml"
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    return Wording(**{**table, "dates": DateWords(**table["dates"])})
