"""Every list of a lexicon is asked for, and every list asked for is in a lexicon: a misspelt name would be silent."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import briefing
from briefing.language import tables

PACKAGE = Path(briefing.__file__).parent
TABLES = {"actions": ("marks", "future", "clause"), "speech": ("words", "phrases")}
"""Those whose lists have names of their own; of the other lexicons all have."""
APART = ("frame", "verbs", "nouns", "sources", "order", "marks", "grammar")
"""Tables of these and `actions` that are no lists."""


class Module(NamedTuple):
    """The strings of a module, those with which it calls what, and those with which it looks into what."""

    strings: frozenset[str]
    called: frozenset[tuple[str, str]]
    looked_into: frozenset[tuple[str, str]]


@cache
def code() -> dict[Path, Module]:
    """Return what the modules say that ask for lists."""
    files = [file for floor in ("extract", "language") for file in sorted((PACKAGE / floor).rglob("*.py"))]
    files.append(PACKAGE / "attribution.py")
    return {file: module(list(ast.walk(ast.parse(file.read_text("utf-8"))))) for file in files}


def module(nodes: list[ast.AST]) -> Module:
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    lookups = [node for node in nodes if isinstance(node, ast.Subscript)]
    return Module(
        frozenset(strings(nodes)),
        frozenset((_last(call.func), text) for call in calls for text in strings(call.args)),
        frozenset((_last(lookup.value), text) for lookup in lookups for text in strings([lookup.slice])),
    )


def lexicon(language: str, name: str) -> Mapping[str, Any]:
    return dict(tables.read(PACKAGE / "language" / language / f"{name}.toml"))


def lists(name: str) -> set[str]:
    """Return the names of the lists that a lexicon has in at least one language."""
    found: set[str] = set()
    for language in ("ru", "en"):
        for key, value in lexicon(language, name).items():
            if key in TABLES.get(name, ()) or name == "context":
                found |= value.keys()
            elif key not in APART:
                found.add(key)
    return found


def strings(nodes: Sequence[ast.AST]) -> Iterator[str]:
    yield from (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


def asked(folder: str, methods: tuple[str, ...], table: str = "words") -> set[str]:
    """Return the names with which the modules of a folder call the methods or look into the ``table``."""
    modules = [each for file, each in code().items() if file.parent == PACKAGE / folder]
    called = {text for each in modules for method, text in each.called if method in methods}
    return called | {text for each in modules for name, text in each.looked_into if name == table}


def _last(node: ast.expr) -> str:
    """Return the last name of an expression: ``words`` of ``self.known.words``."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


@pytest.mark.parametrize("name", ["actions", "calendar", "context", "facts", "figures", "roles", "speech"])
def test_every_list_is_asked_for(name: str) -> None:
    named = {text for each in code().values() for text in each.strings}
    assert lists(name) - named == set()


def test_every_list_asked_for_is_in_a_lexicon() -> None:
    roles, facts = lists("roles"), lists("facts")
    assert asked("extract", ("has", "has_any")) - lists("actions") - roles == set()
    assert asked("extract", (), "known") - facts == set()
    speaking = asked("extract/quotes", ("is_in", "has_lemma", "is_likely", "phrase_at"))
    assert speaking - lists("speech") == set()
    counting = asked("extract/figures", ("has", "match", "past"), "tables")
    assert counting - lists("figures") - lists("calendar") == set()


@pytest.mark.parametrize("name", ["actions", "calendar", "context", "facts", "figures", "roles", "speech"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_what_a_language_does_not_have_is_left_out(language: str, name: str) -> None:
    found = lexicon(language, name)
    inner = {key: value for table in found.values() if isinstance(table, dict) for key, value in table.items()}
    settings = {*found.get("grammar", ()), *found.get("holiday", ())}
    assert [key for key, value in (found | inner).items() if value in ("", []) and key not in settings] == []
