"""Scores a briefing against an annotation: quotes with their speaker, speakers, figures, key facts and actions.

An annotation names its items by their words. Spans are compared by the words of the article that they cover: an item
is found where both share at least half of the words that either has (figures: where they touch and the values agree).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefing.model import Briefing

LAYERS = ("quotes", "speakers", "figures", "key", "actions")
Words = frozenset[int]


@dataclass
class Score:
    """Counts summed over articles."""

    right: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    annotated: Counter[str] = field(default_factory=Counter)

    def f1(self, layer: str) -> float:
        return 2 * self.right[layer] / max(1, self.predicted[layer] + self.annotated[layer])

    def add(self, layer: str, right: int, predicted: int, annotated: int) -> None:
        self.right[layer] += right
        self.predicted[layer] += predicted
        self.annotated[layer] += annotated


def annotation(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def score(briefing: Briefing, gold: dict[str, Any], total: Score) -> None:
    """Add one article to the total. Raises AssertionError where the annotation's words are not in the article."""
    text = briefing.article.text
    starts = [match.start() for match in re.finditer(r"\w+", text)]

    def words(start: int, end: int) -> Words:
        return frozenset(i for i, at in enumerate(starts) if start <= at < end)

    def annotated(layer: str) -> list[tuple[Words, dict[str, Any]]]:
        found = []
        for item in gold[layer]:
            at = -1
            for _ in range(item.get("occurrence", 1)):
                at = text.find(item["text"], at + 1)
            assert at >= 0, f"not in the article: {item['text']!r}"
            found.append((words(at, at + len(item["text"])), item))
        return found

    forms = {s["name"]: {_folded(f) for f in (s["name"], *s.get("aliases", []))} for s in gold["speakers"]}
    names = {speaker.id: _folded(speaker.name) for speaker in briefing.speakers}
    quotes = [(words(q.start, q.end), names.get(q.speaker or "")) for q in briefing.quotes]
    right = _matches(annotated("quotes"), quotes, lambda g, p: p in forms[g["speaker"]] if g["speaker"] else p is None)
    total.add("quotes", right, len(quotes), len(gold["quotes"]))

    speaking = {names[q.speaker] for q in briefing.quotes if q.speaker is not None}
    known = sum(any(name in accepted for name in speaking) for accepted in forms.values())
    total.add("speakers", known, len(speaking), len(forms))

    figures = [(words(f.start, f.end), f) for f in briefing.figures if f.kind not in ("ordinal", "time", "other")]
    right = _matches(annotated("figures"), figures, lambda g, p: g["value"] in (p.value, None), least=0.3)
    total.add("figures", right, len(figures), len(gold["figures"]))

    key = [item for item in annotated("key") if item[1]["must"]]
    facts = [(words(f.start, f.end), f) for f in briefing.facts[: 2 * len(key)]]
    right = _matches(key, facts, lambda g, p: True)
    total.add("key", right, len(key), len(key))

    actions = [(words(a.start, a.end), a) for a in briefing.actions]
    right = _matches(annotated("actions"), actions, lambda g, p: True)
    total.add("actions", right, len(actions), len(gold["actions"]))


def _folded(name: str) -> str:
    return name.casefold().replace("ё", "е")


def _matches(gold: list[tuple[Words, Any]], predicted: list[tuple[Words, Any]], agree: Any, least: float = 0.5) -> int:
    """Count the annotated items that have a predicted one of their own with enough shared words, and agree with it."""
    pairs = sorted(
        (
            (len(g & p) / len(g | p), i, j)
            for i, (g, _) in enumerate(gold)
            for j, (p, _) in enumerate(predicted)
            if g | p and len(g & p) / len(g | p) >= least
        ),
        key=lambda pair: (-pair[0], *pair[1:]),
    )
    used: tuple[set[int], set[int]] = (set(), set())
    right = 0
    for _, i, j in pairs:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            right += bool(agree(gold[i][1], predicted[j][1]))
    return right
