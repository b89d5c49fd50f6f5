"""Lexicons are lists of words in which no word stands twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import briefing
from briefing.language import tables

FILES = sorted(Path(briefing.__file__).parent.rglob("*.toml"))


def lists(value: Any, name: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield the lists of words of a table with their names, those between spaces too, but no tables of forms."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, f"{name}.{key}")
    elif isinstance(value, list) and all(isinstance(word, str) for word in value):
        yield name, value
    elif isinstance(value, list):
        for inner in value:
            yield from lists(inner, name)
    elif isinstance(value, str) and "|" not in value and "-" not in value.split() and not name.endswith("phrases"):
        yield name, value.split()


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_no_word_stands_twice_in_a_list(file: Path) -> None:
    twice = [(name, word) for name, words in lists(tables.read(file)) for word, n in Counter(words).items() if n > 1]
    assert twice == []
