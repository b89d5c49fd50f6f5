"""What a user types to find articles: words, "phrases", beginnings*, filters such as ``speaker:`` and ``after:``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefing.edtf import bounds
from briefing.library.errors import LibraryError
from briefing.library.terms import fold, term, words

_PART = re.compile(r'(?P<name>\w+):(?:"(?P<quoted>[^"]*)"?|(?P<value>\S+))|"(?P<phrase>[^"]*)"?|(?P<word>\S+)')
_HAS = ("action", "quote", "fact", "deadline")
FILTERS = ("speaker", "place", "after", "before", "has", "language")


@dataclass(slots=True)
class Query:
    """A question to the library.

    ``match`` is an expression of SQLite's FTS5 (empty: every article). ``after`` and ``before`` are days (ISO 8601),
    both included; ``speaker`` and ``place`` are folded.
    """

    match: str = ""
    speaker: str | None = None
    place: str | None = None
    after: str | None = None
    before: str | None = None
    language: str | None = None
    has: list[str] = field(default_factory=list)


def parse(text: str, *, as_typed: bool = False) -> Query:
    """Read a query; ``as_typed`` takes the last word for the beginning of one, as it may not be finished yet.

    What is being typed asks for nothing before its second letter.

    Raises:
        LibraryError: there is no such filter, or it cannot have this value.
    """
    query, phrases = Query(), []
    for part in _PART.finditer(text):
        name = (part["name"] or "").lower()
        if name in FILTERS:
            value = part["quoted"] if part["quoted"] is not None else part["value"]
            _filter(query, name, value)
        elif name.isalpha() and not (part["value"] or "").startswith("/"):
            known = ", ".join(f"{each}:" for each in FILTERS)
            raise LibraryError(
                "{name}: is not known; filters are {known}, and words with a colon stand in quotation marks",
                name=name,
                known=known,
            )
        elif part["phrase"] is not None:
            phrases.append(_phrase(part["phrase"]))
        else:
            is_last = as_typed and part.end() == len(text)
            phrases.append(_word(part.group(), is_beginning=is_last))
    query.match = " AND ".join(phrase for phrase in phrases if phrase)
    return query


def _filter(query: Query, name: str, value: str) -> None:
    if name in ("after", "before"):
        first, last = bounds(value)
        day = first if name == "after" else last
        if day is None:
            raise LibraryError(
                "{name}:{value} is no date; write a day, month or year, such as {name}:2025-11-19",
                name=name,
                value=value,
            )
        setattr(query, name, day.isoformat())
    elif name == "has":
        if value.rstrip("s") not in _HAS:
            known = ", ".join(f"has:{each}" for each in _HAS)
            raise LibraryError("has:{value} is not known; it can be one of {known}", value=value, known=known)
        query.has.append(value.rstrip("s"))
    else:
        setattr(query, name, fold(value))


def _phrase(text: str) -> str:
    found = [term(text[start:end]) for start, end in words(text)]
    return f'"{" ".join(found)}"' if found else ""


def _word(text: str, *, is_beginning: bool) -> str:
    found = [text[start:end] for start, end in words(text)]
    if not found:
        return ""
    if not (is_beginning or text.endswith("*")):
        return _phrase(text)
    if is_beginning and len(text) == 1:
        return ""  # Nearly every article has a word that begins so.
    # The beginning of a word has no lemma: it is looked for as it is, and what it would mean as a whole word too.
    *rest, last = found
    before = "".join(f'"{term(word)}" AND ' for word in rest)
    return f'{before}("{fold(last)}"* OR "{term(last)}")'
