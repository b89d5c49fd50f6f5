"""Which layers lie over which stretch of the text: overlapping ranges made into runs that do not overlap."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Generic, TypeVar

Name = TypeVar("Name", bound=str)
Run = tuple[int, int, tuple[Name, ...]]


class Lights(Generic[Name]):
    """Ranges of several layers over one text, asked for line by line."""

    def __init__(self, layers: Mapping[Name, Iterable[tuple[int, int]]]) -> None:
        changes: dict[int, list[tuple[Name, int]]] = {}
        for name, ranges in layers.items():
            for start, end in ranges:
                changes.setdefault(start, []).append((name, 1))
                changes.setdefault(end, []).append((name, -1))
        order = list(layers)
        lit: Counter[Name] = Counter()
        self._runs: list[Run[Name]] = []
        for start, end in pairwise(sorted(changes)):
            for name, change in changes[start]:
                lit[name] += change
            if names := tuple(name for name in order if lit[name]):
                self._runs.append((start, end, names))
        self._starts = [run[0] for run in self._runs]

    def over(self, start: int, end: int) -> Iterator[Run[Name]]:
        """Yield the runs that touch ``start`` to ``end``, in order; they may reach beyond it."""
        first = max(0, bisect_right(self._starts, start) - 1)
        for run in self._runs[first : bisect_left(self._starts, end)]:
            if run[1] > start:
                yield run
