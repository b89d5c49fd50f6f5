"""Scores a briefing against an annotation: quotes with their speaker, speakers, figures, key facts and actions.

Spans are compared by the words of the article that they cover: an item is found where both share at least half of the
words that either has (figures: where they touch, and kind, value, and the unit of money and shares agree). Neighbouring
quotes of one speaker with no word between them are one, and a quoted fragment inside an indirect quote is neither right
nor wrong.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefing.model import Briefing

LAYERS = ("quotes", "speakers", "figures", "key", "actions")
_SECTIONS = ("quotes", "figures", "key", "actions")
_KINDS = {"money": "money", "percent": "percent", "count": "quantity", "measure": "quantity", "date": "date"}

Words = frozenset[int]


@dataclass
class Score:
    """Counts summed over articles."""

    right: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    annotated: Counter[str] = field(default_factory=Counter)

    def f1(self, layer: str) -> float:
        return 2 * self.right[layer] / max(1, self.predicted[layer] + self.annotated[layer])

    @property
    def mean(self) -> float:
        return sum(self.f1(layer) for layer in LAYERS) / len(LAYERS)

    def add(self, layer: str, right: int, predicted: int, annotated: int) -> None:
        self.right[layer] += right
        self.predicted[layer] += predicted
        self.annotated[layer] += annotated


@dataclass(frozen=True)
class Item:
    """A quote, figure, key sentence or action: the words that it covers, by their numbers, and the rest."""

    words: Words
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Annotation:
    """What an annotator found in an article; ``fields`` are its metadata and speakers."""

    fields: Mapping[str, Any]
    items: Mapping[str, list[Item]]

    @classmethod
    def read(cls, path: Path, text: str) -> Annotation:
        """Read an annotation that names its items by their words. Raises ValueError where they are not in the text."""
        gold = json.loads(path.read_text(encoding="utf-8"))
        return cls(gold, {name: [_found(item, text) for item in gold[name]] for name in _SECTIONS})


def _found(item: dict[str, Any], text: str) -> Item:
    at = -1
    for _ in range(item.get("occurrence", 1)):
        at = text.find(item["text"], at + 1)
        if at < 0:
            raise ValueError(f"not in the article: {item['text']!r}")
    return Item(covered(text, at, at + len(item["text"])), item)


def covered(text: str, start: int, end: int) -> Words:
    """Return the numbers of the text's words that begin inside the span."""
    return frozenset(i for i, word in enumerate(re.finditer(r"\w+", text)) if start <= word.start() < end)


def score(briefing: Briefing, gold: Annotation, total: Score) -> None:
    """Add one article to the total."""
    starts = [match.start() for match in re.finditer(r"\w+", briefing.article.text)]

    def items(found: Iterable[Any]) -> list[Item]:
        rows = [(i, frozenset(n for n, at in enumerate(starts) if i.start <= at < i.end)) for i in found]
        return [Item(words, vars(item)) for item, words in rows if words]

    accepted = {
        speaker["name"]: {_folded(form) for form in (speaker["name"], *speaker.get("aliases", []))}
        for speaker in gold.fields["speakers"]
    }
    names = {speaker.id: _folded(speaker.name) for speaker in briefing.speakers}

    def said(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
        wanted, given = one["speaker"], names.get(other["speaker"] or "")
        return given in accepted[wanted] if wanted else given is None

    spoken = items(briefing.quotes)
    wholes = [item.words for item in (*spoken, *gold.items["quotes"]) if item.values["kind"] == "indirect"]
    found, wanted = _quotes(spoken, wholes), _quotes(gold.items["quotes"], wholes)
    total.add("quotes", _matches(wanted, found, said), len(found), len(wanted))

    speaking = {names[quote.speaker] for quote in briefing.quotes if quote.speaker is not None}
    known = sum(not speaking.isdisjoint(forms) for forms in accepted.values())
    total.add("speakers", known, len(speaking), len(accepted))

    found = items(figure for figure in briefing.figures if figure.kind in _KINDS)
    total.add("figures", _matches(gold.items["figures"], found, _equal, 0.3), len(found), len(gold.items["figures"]))

    key = [item for item in gold.items["key"] if item.values["must"]]
    right = _matches(key, items(briefing.facts[: 2 * len(key)]), lambda one, other: True)
    total.add("key", right, len(key), len(key))

    found = items(briefing.actions)
    right = _matches(gold.items["actions"], found, lambda one, other: True)
    total.add("actions", right, len(found), len(gold.items["actions"]))


def _quotes(quotes: list[Item], wholes: list[Words]) -> list[Item]:
    """Return the quotes without fragments of indirect ones, what touches put together."""
    joined: list[Item] = []
    latest: dict[tuple[str, str | None], int] = {}
    for quote in sorted(quotes, key=lambda quote: (min(quote.words), -len(quote.words))):
        kind = quote.values["kind"], quote.values["speaker"]
        if kind[0] == "direct" and any(quote.words <= whole for whole in wholes):
            continue
        last = latest.get(kind)
        if last is not None and max(joined[last].words) + 1 >= min(quote.words):
            joined[last] = Item(joined[last].words | quote.words, quote.values)
        else:
            latest[kind] = len(joined)
            joined.append(quote)
    return joined


def _equal(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two figures say the same; a date whose value nobody can tell is right wherever it is found."""
    if _KINDS[one["kind"]] != _KINDS[other["kind"]]:
        return False
    if one["kind"] in ("money", "percent") and one["unit"] != other["unit"]:
        return False
    return one["value"] in (other["value"], None)


def _folded(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold().replace("ё", "е")))


def _matches(
    gold: list[Item],
    predicted: list[Item],
    agree: Callable[[Mapping[str, Any], Mapping[str, Any]], bool],
    least: float = 0.5,
) -> int:
    """Count the annotated items that have a predicted one of their own with enough shared words, and agree with it."""
    pairs = sorted(
        (
            (len(g.words & p.words) / len(g.words | p.words), i, j)
            for i, g in enumerate(gold)
            for j, p in enumerate(predicted)
            if len(g.words & p.words) / len(g.words | p.words) >= least
        ),
        key=lambda pair: (-pair[0], *pair[1:]),
    )
    used: tuple[set[int], set[int]] = (set(), set())
    right = 0
    for _, i, j in pairs:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            right += agree(gold[i].values, predicted[j].values)
    return right
