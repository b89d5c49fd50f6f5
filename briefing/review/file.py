"""A review as TOML that a person reads and a version control merges: one table an item, in the order of the text.

[quotes.3f9a01bc]
text = "Откроем движение в декабре"
state = "accepted"
comment = "сверено с записью"
speaker = "Анна Речная"         # a value that the person gave
found_speaker = "Пётр Лесной"   # what the program had
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePath
from typing import Any

import tomli_w
from pydantic import ValidationError

from briefing.edtf import is_day
from briefing.mistake import Mistake, RefusedError
from briefing.model import Article
from briefing.review.anchors import Anchor
from briefing.review.decisions import LAYERS, Decision, Layer, Review, Value
from briefing.review.fields import FIELDS, EditError, check
from briefing.review.matching import FOUND
from briefing.sources.clean import characters

FORMAT = "briefing-review/1"
_BEGINNING = """\
# What was decided on the briefing of {name}. `briefing` finds each item by its words and what stands around them.
# Values may be changed here; comments like this one are not kept.

"""
_HEADER = ("format", "file", "article", "title", "date")
_OWN = ("state", "comment", "pinned", "done", "added", "merged_into")
"""The fields of a decision that stand in its table as they are, where they say something."""
_NOTHING = ""
"""Stands for a value that was taken away, which TOML has no word for."""

_TABLE = re.compile(r"\s*\[\s*([^\]]*?)\s*\]\s*(?:#.*)?$")
_ENTRY = re.compile(r"\s*[\"']?([^\"'=\s]+)[\"']?\s*=")


class ReviewError(RefusedError):
    """A review cannot be read or kept; ``str()`` is a sentence that says which, where and what to do."""


def dumps(review: Review, article: Article) -> str:
    """Return the text of a review; always the same for the same review of the same article."""
    name = PurePath(article.source).name
    header = dict(zip(_HEADER, (FORMAT, name, article.id, article.title or "", review.date), strict=True))
    tables: dict[str, Any] = {key: value for key, value in header.items() if value}
    for decision in review.decisions:
        tables.setdefault(decision.layer, {})[decision.name] = _table(decision)
    printable = "".join(mark for mark in name if mark.isprintable())
    return _BEGINNING.format(name=printable) + tomli_w.dumps(tables)


def _table(decision: Decision) -> dict[str, Any]:
    table: dict[str, Any] = dict(_anchor_entries("", decision.anchor))
    blank = Decision(key=decision.key)
    for name in _OWN:
        if (value := getattr(decision, name)) != getattr(blank, name):
            table[name] = value
    table |= {name: _NOTHING if value is None else value for name, value in sorted(decision.edits.items())}
    if decision.moved is not None:
        table |= dict(_anchor_entries("moved_", decision.moved))
    found = sorted(decision.found.items())
    return table | {f"found_{name}": _NOTHING if value is None else value for name, value in found}


def _anchor_entries(prefix: str, anchor: Anchor) -> Iterator[tuple[str, str | int]]:
    for name in Anchor.model_fields:
        if value := getattr(anchor, name):
            yield f"{prefix}{name}", value


def loads(text: str, where: str) -> Review:
    """Return the review that a text is; ``where`` names it in errors. An empty text is a review that says nothing.

    Raises:
        ReviewError: the text is no TOML, or says what no review says; the sentence has the line.
    """
    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _syntax(text, where, error) from error
    return _Reader(text, where).review(tables)


def file_of(text: str) -> str:
    """Return the name of the file whose review a text is, "" if it does not say."""
    return _said(text, "file")


def article_of(text: str) -> str:
    """Return the id of the article whose review a text is, "" if it does not say."""
    return _said(text, "article")


def _said(text: str, name: str) -> str:
    try:
        value = tomllib.loads(text).get(name, "")
    except (ValueError, RecursionError):
        return ""
    return value if isinstance(value, str) else ""


def _syntax(text: str, where: str, error: ValueError | RecursionError) -> ReviewError:
    """Return the refusal for a text that is no TOML; not every such error is a `tomllib.TOMLDecodeError`."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
            return ReviewError(
                "{path}, line {line}: two versions of the review wait to be merged; choose, and remove the marks",
                path=where,
                line=number,
            )
    place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", str(error))
    line_number = int(place[1]) if place and place[1] else text.count("\n") + 1
    cause = " ".join((str(error)[: place.start()] if place else str(error)).split())
    return ReviewError("{path}, line {line}: this is not TOML: {reason}", path=where, line=line_number, reason=cause)


class _Reader:
    """Makes decisions of tables, and says where one of them cannot be one."""

    def __init__(self, text: str, where: str) -> None:
        self.text = text
        self.where = where

    def review(self, tables: Mapping[str, Any]) -> Review:
        """Return the review of a whole document."""
        self._check_format(tables)
        decisions: dict[str, Decision] = {}
        for layer in LAYERS:
            items = tables.get(layer, {})
            if not isinstance(items, dict):
                raise self._error(layer, "", "", Mistake("must be tables, one an item"))
            for name, table in items.items():
                if not isinstance(table, dict):
                    raise self._error(layer, name, "", Mistake("must be a table"))
                decision = self._decision(layer, name, table)
                decisions[decision.key] = decision
        return Review.of(decisions, self._date(tables))

    def _check_format(self, tables: Mapping[str, Any]) -> None:
        written = tables.get("format", FORMAT)
        if written != FORMAT:
            problem = Mistake(
                "is {written!r}, but this briefing reads {known!r}; update briefing", written=written, known=FORMAT
            )
            raise self._error("", "", "format", problem)
        for name in tables:
            if name not in LAYERS and name not in _HEADER:
                raise self._error("", name, "", Mistake("is not known here"))

    def _date(self, tables: Mapping[str, Any]) -> str:
        written = tables.get("date", "")
        day = written.isoformat() if isinstance(written, date) else written
        if day and not is_day(day):
            raise self._error("", "", "date", Mistake("cannot be {value!r}", value=written))
        return str(day)

    def _decision(self, layer: Layer, name: str, table: Mapping[str, Any]) -> Decision:
        values: dict[str, Any] = {"key": f"{layer}:{characters(name)}"}
        anchors: dict[str, dict[str, Any]] = {"anchor": {}, "moved": {}}
        given: dict[str, dict[str, Value]] = {"edits": {}, "found": {}}
        for entry, written in table.items():
            value = characters(written) if isinstance(written, str) else written
            part = entry.removeprefix("moved_")
            if entry in _OWN:
                values[entry] = value
            elif part in Anchor.model_fields:
                anchors["anchor" if part == entry else "moved"][part] = value
            elif entry in FIELDS[layer]:
                given["edits"][entry] = self._value(layer, name, entry, value)
            elif (found := entry.removeprefix("found_")) in FOUND[layer]:
                given["found"][found] = self._value(layer, name, entry, value)
            else:
                raise self._error(layer, name, entry, Mistake("is not known here"))
        return self._valid(
            layer, name, {**values, **given, "anchor": anchors["anchor"], "moved": anchors["moved"] or None}
        )

    def _value(self, layer: Layer, name: str, entry: str, value: Any) -> Value:
        """Return a value of an item that it can have; a score is one that no person gives."""
        value = None if value == _NOTHING else value
        field = entry.removeprefix("found_")
        try:
            if not isinstance(value, str | int | float | None) or isinstance(value, bool):
                raise self._error(layer, name, entry, Mistake("must be a text or a number"))
            if field in FIELDS[layer]:
                check(layer, field, value)
            elif field == "score" and not (isinstance(value, int | float) and 0 <= value <= 1):
                raise self._error(layer, name, entry, Mistake("must be a number from 0 to 1"))
            elif field == "kind" and not isinstance(value, str):
                raise self._error(layer, name, entry, Mistake("must be a text"))
        except EditError as error:
            problem = Mistake("cannot be {value!r}: {reason}", value=value, reason=error)
            raise self._error(layer, name, entry, problem) from error
        return value

    def _valid(self, layer: Layer, name: str, values: dict[str, Any]) -> Decision:
        try:
            return Decision.model_validate(values, strict=True)
        except ValidationError as error:
            first = error.errors()[0]
            entry = "_".join(str(part) for part in first["loc"]).removeprefix("anchor_")
            raise self._error(layer, name, entry, Mistake("cannot be {value!r}", value=first["input"])) from error

    def _error(self, layer: str, name: str, entry: str, problem: Mistake) -> ReviewError:
        line = _line_of(self.text, layer, name, entry)
        subject = ".".join(part for part in (layer, name, entry) if part)
        place = Mistake("{path}, line {line}", path=self.where, line=line) if line else self.where
        return ReviewError("{place}: {subject} {problem}", place=place, subject=subject, problem=problem)


def _line_of(text: str, layer: str, name: str, entry: str) -> int:
    """Return the line (from 1) where something stands, the line of its table where it cannot be told, else 0."""
    table, of_table = "", 0
    owner, wanted = (".".join(filter(None, parts)) for parts in ((layer, name), (layer, name, entry)))
    for number, line in enumerate(text.splitlines(), 1):
        if header := _TABLE.match(line):
            table = header[1].replace('"', "").replace("'", "")
            if f"{table}.".startswith(f"{wanted}."):
                return number
            of_table = of_table or number * (table == owner)
        elif (found := _ENTRY.match(line)) and ".".join(filter(None, (table, found[1]))) == wanted:
            return number
    return of_table
