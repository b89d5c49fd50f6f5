"""Lexicons: TOML files beside a language's code, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from briefing.language import tables


class Lists(dict[str, frozenset[str]]):
    """The word lists of tables of a lexicon, by name; one that the language does not have is empty.

    A list is a TOML array, or a text whose words white space parts; what else the tables hold is left out.
    """

    def __init__(self, *tables: Mapping[str, Any]) -> None:
        found = (item for table in tables for item in table.items())
        super().__init__(
            (name, frozenset(value.split() if isinstance(value, str) else value))
            for name, value in found
            if isinstance(value, str | list)
        )

    def __missing__(self, name: str) -> frozenset[str]:
        return self.setdefault(name, frozenset())


@cache
def known(code: str) -> str:
    """Return the language by which one with this ISO 639-1 code is read: its own, or English where it has no folder."""
    return code if (Path(__file__).parent / code / "__init__.py").is_file() else "en"


@cache
def load(language: str, name: str) -> Mapping[str, Any]:
    """Return ``briefing/language/LANGUAGE/NAME.toml`` as a mapping.

    Raises:
        KeyError: there is no such file.
    """
    try:
        return tables.read(Path(__file__).parent / language / f"{name}.toml")
    except FileNotFoundError:
        raise KeyError(f"language {language!r} has no lexicon {name!r}") from None


PERSONAL = frozenset(("office", "profession", "rank", "relation", "status", "source", "human"))
"""The kinds of nouns of the lexicon ``roles`` that people are called by."""


@cache
def kinds(language: str, *names: str) -> frozenset[str]:
    """Return the words of these kinds of the lexicon ``roles``, which explains them."""
    roles = load(language, "roles")
    return frozenset(word for name in names for word in roles[name])


def listed(language: str, table: str, name: str) -> frozenset[str]:
    """Return the words of one list of ``context.toml``, by which the words around another tell how it is read.

    Raises:
        KeyError: there is no such list.
    """
    return frozenset(load(language, "context")[table][name].split())
