"""The lexicon of speech, compiled once a language: predicates and nouns with their frames, sources, marks.

The file ``speech.toml`` of a language explains its tables at its head.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from briefing.frozen import frozen
from briefing.language import Language, Token
from briefing.language.lexicons import Lists


@frozen
class Government:
    """What a predicate governs as nominal content: a case, after a preposition or without one (empty).

    ``only`` is the kind of word that it admits: nouns of an "event", "modal", "state" (both and abstract nouns) or
    "change", a "gerund", or any (empty).
    ``by`` is what must follow the noun, which tells what it is put down to: «объяснил задержку погодой».
    """

    preposition: str
    case: str
    only: str = ""
    by: Government | None = None


class Predicate(NamedTuple):
    """A verb or noun of speech or thought: the constructions in which it takes content (see ``speech.toml``)."""

    frames: frozenset[str]
    content: tuple[Government, ...] = ()
    negation: str = ""
    rest: tuple[str, ...] = ()


@frozen
class Source:
    """Words before a noun phrase that names whose words the sentence gives: «по словам», «согласно».

    ``itself`` says that they may also stand alone, since what they mean speaks: «по опросам, …»; ``nobody`` that they
    then name no source: «по слухам, …»; ``outlet`` that only who publishes is their source, and anybody else merely
    hears it: «как стало известно ТАСС»; ``of`` are the lemmas that alone may follow: «по итогам | опроса»;
    ``unlike`` those that make it no source: «в соответствии с | законом».
    """

    before: str
    words: tuple[tuple[str, ...], ...]
    itself: bool = False
    outlet: bool = False
    nobody: bool = False
    of: frozenset[str] = frozenset()
    unlike: frozenset[str] = frozenset()


@frozen
class Speech:
    """The compiled lexicon; ``cues`` are the lemmas of its verbs and nouns."""

    cues: frozenset[str]
    verbs: Mapping[str, tuple[Predicate, ...]]
    nouns: Mapping[str, Predicate]
    sources: Mapping[str, tuple[Source, ...]]
    words: Lists
    phrases: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]
    pairs: Mapping[str, str]
    subject_before_insert: bool
    cites_besides: bool
    comma_before_clause: bool
    fixed_order: bool

    def is_in(self, name: str, token: Token) -> bool:
        """Whether the word itself is in the word list ``name``."""
        return token.fold in self.words[name]

    def has_lemma(self, name: str, token: Token) -> bool:
        """Whether one of the word's lemmas is in the word list ``name``."""
        listed = self.words[name]
        if listed.isdisjoint(token.keys):
            return False
        return any(reading.lemma in listed for reading in token.readings)  # not the form alone

    def is_likely(self, name: str, token: Token) -> bool:
        """Whether the word's likeliest lemma is in the word list ``name``."""
        return token.lemma in self.words[name]

    def phrase_at(self, name: str, tokens: Sequence[Token], index: int) -> int:
        """Return how many tokens at ``index`` make up a phrase of the list ``name``; 0 if there is none."""
        return longest(self.phrases.get(name, {}).get(tokens[index].fold, ()), tokens, index)


def longest(phrases: Sequence[Sequence[str]], tokens: Sequence[Token], index: int) -> int:
    """Return how many tokens at ``index`` make up the first of the phrases that stands there; 0 if none does."""
    for phrase in phrases:
        stop = index + len(phrase)
        if stop <= len(tokens) and all(tokens[index + n].fold == word for n, word in enumerate(phrase)):
            return len(phrase)
    return 0


def of(language: Language) -> Speech:
    """Return the language's compiled lexicon of speech."""
    return _compiled(language.code, language)


_cached: dict[str, Speech] = {}


def _compiled(code: str, language: Language) -> Speech:
    if code not in _cached:
        _cached[code] = _compile(language.lexicon("speech"))
    return _cached[code]


def _compile(data: Mapping[str, Any]) -> Speech:
    verbs: dict[str, list[Predicate]] = {}
    for table in data["verbs"]:
        predicate = _predicate(table)
        for lemma in table["lemmas"].split():
            first, *rest = lemma.split("_")
            _add(verbs.setdefault(first, []), predicate._replace(rest=tuple(rest)))
    nouns = {lemma: _predicate(table) for table in data["nouns"] for lemma in table["lemmas"].split()}
    sources: dict[str, list[Source]] = {}
    for table in data["sources"]:
        words = tuple(tuple(word.split("_")) for word in table["words"].split())
        for first in {table["before"]} if "before" in table else {phrase[0] for phrase in words}:
            flags = {name: table.get(name, False) for name in ("itself", "outlet", "nobody")}
            of, unlike = (frozenset(table.get(name, "").split()) for name in ("of", "unlike"))
            source = Source(table.get("before", ""), words, of=of, unlike=unlike, **flags)
            sources.setdefault(first, []).append(source)
    return Speech(
        cues=frozenset((*verbs, *nouns)),
        verbs={lemma: tuple(sorted(found, key=lambda p: -len(p.rest))) for lemma, found in verbs.items()},
        nouns=nouns,
        sources={first: tuple(found) for first, found in sources.items()},
        words=Lists(data["words"]),
        phrases={name: _phrases(lines) for name, lines in data["phrases"].items()},
        pairs=dict(data["marks"]["pairs"]),
        subject_before_insert=data["order"]["subject_before_insert"],
        cites_besides=data["order"]["cites_besides"],
        comma_before_clause=data["order"]["comma_before_clause"],
        fixed_order=data["order"]["fixed_order"],
    )


def _add(known: list[Predicate], predicate: Predicate) -> None:
    """Add a predicate; one with the same words that is there already gets its constructions too."""
    for index, other in enumerate(known):
        kin = ("felt" in other.frames) == ("felt" in predicate.frames)
        if kin and (other.rest, other.negation) == (predicate.rest, predicate.negation):
            known[index] = other._replace(
                frames=other.frames | predicate.frames, content=other.content + predicate.content
            )
            return
    known.append(predicate)


def _predicate(table: Mapping[str, Any]) -> Predicate:
    content = tuple(_government(pattern) for pattern in table.get("content", ()))
    return Predicate(frozenset(table["frames"]), content, table.get("negation", ""))


@cache
def _government(pattern: str) -> Government:
    pattern, _, by = pattern.partition(" by ")
    parts = pattern.split()
    only = parts.pop() if len(parts) > 1 and parts[-1] in ("event", "modal", "state", "change", "gerund") else ""
    return Government(parts[0] if len(parts) > 1 else "", parts[-1], only, _government(by) if by else None)


def _phrases(lines: Sequence[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases by their first word, the longest first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted((tuple(line.split()) for line in lines), key=len, reverse=True):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found
