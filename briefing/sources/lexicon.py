"""The words of ``wire.toml``, loaded once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefing.frozen import frozen
from briefing.language import tables


@frozen
class Lexicon:
    """What news copy carries beside its story; everything but rubrics and agencies in lower case."""

    rubrics: frozenset[str]
    rubric_of_line: dict[str, str]
    """A section name as it stands alone on a line, in lower case, and how it is written."""
    agencies: tuple[str, ...]
    """Longest first, so that the first match is the fullest name."""
    states: frozenset[str]
    """States and provinces that follow a city in a dateline by their whole name."""
    everywhere: frozenset[str]
    cities: frozenset[str]
    """Cities from which copy is dated with a colon alone, in lower case."""
    abbreviated: frozenset[str]
    """Words that a point abbreviates, at the end of firms' names and before those of people."""
    outlet_words: tuple[str, ...]
    outlet_names: frozenset[str]
    """Words by which the name of a newspaper, a magazine or a station is known."""
    field_of_label: dict[str, str]
    issuers: frozenset[str]
    standing_whole: frozenset[str]
    standing_start: tuple[str, ...]
    appendix: frozenset[str]
    contacts: tuple[str, ...]
    """What a line has, among other words, that leads to whom to ask."""
    greetings: tuple[str, ...]
    today: tuple[str, ...]
    weekdays: frozenset[str]
    beside_date: frozenset[str]
    attachments: dict[str, str]
    revision_labels: tuple[str, ...]
    """What stands before a headline that has been sent before."""
    revision_openings: tuple[str, ...]


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, read at the first call."""
    data = tables.read(Path(__file__).with_name("wire.toml"))
    return Lexicon(
        rubrics=frozenset(data["rubrics"]),
        rubric_of_line={rubric.lower(): rubric for rubric in data["rubrics"]},
        agencies=tuple(sorted(data["agencies"], key=len, reverse=True)),
        states=frozenset(data["states"]),
        everywhere=frozenset(data["everywhere"]),
        cities=frozenset(city.lower() for city in data["cities"]),
        abbreviated=frozenset(data["abbreviated"]),
        outlet_words=tuple(sorted(data["outlet_words"], key=len, reverse=True)),
        outlet_names=frozenset(data["outlet_names"]),
        field_of_label={label: field for field, labels in data["labels"].items() for label in labels},
        issuers=frozenset(data["issuers"]["words"]),
        standing_whole=frozenset(data["standing"]["whole"]),
        standing_start=tuple(data["standing"]["start"]),
        appendix=frozenset(data["standing"]["appendix"]),
        contacts=tuple(data["standing"]["contacts"]),
        greetings=tuple(data["greetings"]["start"]),
        today=tuple(data["words"]["today"]),
        weekdays=frozenset(data["words"]["weekdays"]),
        beside_date=frozenset(data["words"]["beside_date"]),
        attachments=data["attachments"],
        revision_labels=tuple(sorted(data["revisions"]["labels"], key=len, reverse=True)),
        revision_openings=tuple(data["revisions"]["openings"]),
    )
