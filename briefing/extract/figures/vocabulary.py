"""What a language's lexicons ``figures`` and ``calendar`` say of a word, ready to be looked up."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from briefing.language import Language, Token, fold
from briefing.model import FigureKind

_ROMAN = re.compile("[IVXХ]+")
_NUMERIC = re.compile(r"\d|[$€£¥₽₴₸₺₹₩₪%½¼¾№§]")
_HYPHENS = re.compile("[-‑–]")
_NONE: frozenset[str] = frozenset()

# Tables whose words make a sentence worth reading for figures; the others only tell what stands beside these.
_OPENING = (
    "numeral",
    "whole",
    "scale",
    "month",
    "month_adjective",
    "weekday",
    "weekday_adjective",
    "season",
    "period",
    "several_periods",
    "day",
    "day_part",
    "holiday",
    "anniversary",
    "deadline_of_one",
)
# Tables whose words may stand first in a number.
_COUNTING = ("numeral", "whole", "scale", "half_of", "article")
# Tables whose words may stand first in a figure.
_FIRST = (
    *_OPENING,
    "article",
    "half_of",
    "symbol",
    "symbol_letter",
    "ordinal",
    "fiscal",
    "decade",
    "division_letter",
    "same",
    "day_from_told",
    "day_beside_told",
    "named_measure",
    "from_told",
    "part",
    "period_end",
    "shift",
    "last_so_far",
    "next_so_far",
    "ahead",
    "age_cue",
)


class Word(NamedTuple):
    """What the lexicons know of a word form, ``fold`` in lower case with ё as е.

    ``keys``: the form and its lemmas; ``tables``: the names of the tables in which one of them begins a phrase.
    ``has_digits``: digits or signs of currency are in it. ``opens``: it makes its sentence worth reading.
    ``begins``: a figure may begin with it, ``counts``: a number may. ``splits``: it is several numerals or units joined
    by hyphens.
    """

    fold: str
    keys: frozenset[str]
    tables: frozenset[str]
    has_digits: bool
    opens: bool
    begins: bool
    counts: bool
    splits: bool


class Placed(Protocol):
    """A word at its place among others."""

    @property
    def text(self) -> str: ...

    @property
    def word(self) -> Word: ...


class Table:
    """Words and phrases with what they stand for; a phrase of several words is one key with blanks."""

    def __init__(self, entries: Mapping[str, Any]) -> None:
        self.phrases: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
        for key, value in entries.items():
            words = tuple(key.split())
            self.phrases.setdefault(words[0], []).append((words, value))

    def match(self, words: Sequence[Placed], index: int) -> tuple[int, Any] | None:
        """Return where the longest phrase at ``index`` stops and what it stands for, or None.

        A point between two words («кв. м») belongs to the abbreviation before it.
        """
        best: tuple[int, Any] | None = None
        for key in words[index].word.keys:
            for phrase, value in self.phrases.get(key, ()):
                stop = self._follow(words, index, phrase)
                if stop is not None and (best is None or stop > best[0]):
                    best = stop, value
        return best

    @staticmethod
    def _follow(words: Sequence[Placed], index: int, phrase: tuple[str, ...]) -> int | None:
        at = index + 1
        for part in phrase[1:]:
            if at < len(words) and words[at].text == ".":
                at += 1
            if at >= len(words) or part not in words[at].word.keys:
                return None
            at += 1
        return at


class Vocabulary:
    """The figure and calendar lexicons of one language."""

    def __init__(self, language: Language) -> None:
        self.figures = language.lexicon("figures")
        self.calendar = language.lexicon("calendar")
        self._lemma = language.lemma
        self.tables = {
            name: Table(entries if isinstance(entries, Mapping) else dict.fromkeys(entries, True))
            for lexicon in (self.figures, self.calendar)
            for name, entries in lexicon.items()
            if isinstance(entries, Mapping | list)
        }
        self._starting: dict[str, set[str]] = {}
        for name, table in self.tables.items():
            for key in table.phrases:
                self._starting.setdefault(key, set()).add(name)
        self._first = frozenset(self._starting)
        self._prefixes = tuple(self.figures["prefix"])
        self._tokens: dict[tuple[str, frozenset[str]], Word] = {}
        self._parts: dict[str, Word] = {}

    def of_token(self, token: Token) -> Word:
        """Return what is known of a token: of its form and its lemmas."""
        known = (token.text, token.keys)
        word = self._tokens.get(known)
        if word is None:
            word = self._tokens[known] = self._word(*known)
        return word

    def of_part(self, text: str) -> Word:
        """Return what is known of a part of a token, which has no readings of its own."""
        word = self._parts.get(text)
        if word is None:
            keys = [fold(text)]
            if text[0].isalpha():
                keys.append(self._lemma(text))
            word = self._parts[text] = self._word(text, frozenset(keys))
        return word

    def _word(self, text: str, keys: frozenset[str]) -> Word:
        form = fold(text)
        known = keys & self._first
        tables = _NONE.union(*[self._starting[key] for key in known]) if known else _NONE
        roman = _ROMAN.fullmatch(text) is not None
        if not tables and text.isalpha() and not form.startswith(self._prefixes):
            return Word(form, keys, tables, has_digits=False, opens=False, begins=roman, counts=False, splits=False)
        compound = self.compound(form) is not None
        joined = _HYPHENS.search(form, 1, len(form) - 1) is not None
        splits = joined and "measure" not in tables and any(self._is_opening(p) for p in _HYPHENS.split(form))
        splits = splits or (joined and _ROMAN.fullmatch(_HYPHENS.split(text)[0]) is not None)
        digits = _NUMERIC.search(text) is not None
        return Word(
            fold=form,
            keys=keys,
            tables=tables,
            has_digits=digits,
            opens=digits or compound or splits or not tables.isdisjoint(_OPENING),
            begins=digits or compound or roman or text in "'’" or not tables.isdisjoint(_FIRST),
            counts=not tables.isdisjoint(_COUNTING),
            splits=splits,
        )

    def _is_opening(self, part: str) -> bool:
        words = (part, self._lemma(part)) if part else ()
        return any(not self._starting.get(word, set()).isdisjoint(_OPENING) for word in words)

    def second_part(self, word: str) -> tuple[float, FigureKind, str | None] | None:
        """Return what the second part of a compound says: the scale of its number, its kind and unit."""
        for stem, (kind, unit, *scale) in self.figures["compound"].items():
            if word.startswith(stem):
                return (scale[0] if scale else 1), kind, unit or None
        return None

    def compound(self, word: str) -> tuple[float, FigureKind, str | None] | None:
        """Return value, kind and unit of a numeral and a unit in one word («двухмесячный», «сорокалетие»)."""
        prefixes = self.figures["prefix"]
        if not word.startswith(self._prefixes):
            return None
        rest, value = word, 0.0
        while (prefix := max((p for p in prefixes if rest.startswith(p)), key=len, default=None)) is not None:
            rest, value = rest[len(prefix) :], value + prefixes[prefix]
        if not value:
            return None
        second = self.second_part(rest)
        return (value * second[0], second[1], second[2]) if second is not None else None


_MADE: dict[str, Vocabulary] = {}


def vocabulary(language: Language) -> Vocabulary:
    """Return the vocabulary of a language, made once."""
    made = _MADE.get(language.code)
    if made is None:
        made = _MADE[language.code] = Vocabulary(language)
    return made
