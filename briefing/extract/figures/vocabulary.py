"""What a language's lexicons ``figures`` and ``calendar`` say of a word, ready to be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from briefing.language import Language, Token
from briefing.model import FigureKind

# Tables whose words make a sentence worth reading for figures; the others only tell what stands beside these.
_OPENING = ("numeral", "whole", "scale", "month", "month_adjective", "weekday", "season", "period", "day", "holiday")


def _is_table(value: object) -> bool:
    return isinstance(value, (Mapping, list))


class Keyed(Protocol):
    """Something that can be looked up: its text in lower case and its lemmas."""

    @property
    def text(self) -> str: ...

    @property
    def keys(self) -> frozenset[str]: ...


class Table:
    """Words and phrases with what they stand for; a phrase of several words is one key with blanks."""

    def __init__(self, entries: Mapping[str, Any]) -> None:
        self.phrases: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
        for key, value in entries.items():
            words = tuple(key.split())
            self.phrases.setdefault(words[0], []).append((words, value))
        for phrases in self.phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))

    def match(self, pieces: Sequence[Keyed], index: int) -> tuple[int, Any] | None:
        """Return where the longest phrase at ``index`` stops and what it stands for, or None.

        A point between two words («кв. м») belongs to the abbreviation before it.
        """
        if index >= len(pieces):
            return None
        best: tuple[int, Any] | None = None
        for key in pieces[index].keys:
            for words, value in self.phrases.get(key, ()):
                stop = self._follow(pieces, index, words)
                if stop is not None and (best is None or stop > best[0]):
                    best = stop, value
        return best

    @staticmethod
    def _follow(pieces: Sequence[Keyed], index: int, words: tuple[str, ...]) -> int | None:
        at = index + 1
        for word in words[1:]:
            if at < len(pieces) and pieces[at].text == ".":
                at += 1
            if at >= len(pieces) or word not in pieces[at].keys:
                return None
            at += 1
        return at


class Vocabulary:
    """The figure and calendar lexicons of one language."""

    def __init__(self, language: Language) -> None:
        self.figures = language.lexicon("figures")
        self.calendar = language.lexicon("calendar")
        self._tables: dict[str, Table] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._openings = self._first_words(_OPENING)
        self._opening: dict[str, bool] = {}
        tables = [name for name, value in (*self.figures.items(), *self.calendar.items()) if value and _is_table(value)]
        self._first = self._first_words(tables)
        self._prefixes = tuple(self.figures["prefix"])
        self._knows: dict[frozenset[str], bool] = {}

    def _first_words(self, names: Iterable[str]) -> frozenset[str]:
        """Return the words with which the phrases of these tables begin."""
        return frozenset(key.split()[0] for name in names for key in self._entries(name))

    def _entries(self, name: str) -> Mapping[str, Any]:
        entries = self.figures.get(name, self.calendar.get(name, {}))
        return entries if isinstance(entries, Mapping) else dict.fromkeys(entries, True)

    def table(self, name: str) -> Table:
        """Return the table (or list of words) ``name`` of either lexicon; an empty one if neither has it."""
        table = self._tables.get(name)
        if table is None:
            table = self._tables[name] = Table(self._entries(name))
        return table

    def keys(self, token: Token) -> frozenset[str]:
        """Return under which words the lexicons may know the token: its form and its lemmas."""
        keys = self._words.get(token.text)
        if keys is None:
            keys = frozenset([token.fold, *(reading.lemma for reading in token.readings)])
            self._words[token.text] = keys
        return keys

    def opens(self, token: Token) -> bool:
        """Whether the token, not counting figures, may begin a figure."""
        known = self._opening.get(token.text)
        if known is None:
            known = self._opening[token.text] = (
                not self._openings.isdisjoint(self._parts(token)) or self.compound(token.fold) is not None
            )
        return known

    def knows(self, keys: frozenset[str]) -> bool:
        """Whether a phrase of any table begins with one of these words, or one of them is a compound of a numeral."""
        known = self._knows.get(keys)
        if known is None:
            compound = any(self.compound(key) is not None for key in keys)
            known = self._knows[keys] = compound or not self._first.isdisjoint(keys)
        return known

    def _parts(self, token: Token) -> Iterable[str]:
        yield from self.keys(token)
        yield from re.split(r"[-‑–]", token.fold)

    def compound(self, word: str) -> tuple[float, FigureKind, str] | None:
        """Return value, kind and unit of a numeral and a unit in one word («двухмесячный», «сорокалетие»)."""
        prefixes = self.figures["prefix"]
        if not word.startswith(self._prefixes):
            return None
        rest, value = word, 0.0
        while (prefix := max((p for p in prefixes if rest.startswith(p)), key=len, default=None)) is not None:
            rest, value = rest[len(prefix) :], value + prefixes[prefix]
        if not value:
            return None
        for stem, (kind, unit) in self.figures["compound"].items():
            if rest.startswith(stem):
                return value, kind, unit
        return None


_MADE: dict[str, Vocabulary] = {}


def vocabulary(language: Language) -> Vocabulary:
    """Return the vocabulary of a language, made once."""
    made = _MADE.get(language.code)
    if made is None:
        made = _MADE[language.code] = Vocabulary(language)
    return made
