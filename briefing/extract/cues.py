"""Cues of actions: the frames of a language's lexicon, and where they match in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from briefing.language import Reading, Sentence, Token, get
from briefing.model import ActionStatus

Doer = Literal["subject", "object", "speaker"]
Span = Literal["complement", "clause", "tense"]
Past = Literal["all", "perf", "none"]

_LISTS = ("deeds", "works", "works_verbs", "options", "held_events")
_GAP = 2  # adverbs and particles that may stand between the words of a phrase


@dataclass(slots=True, frozen=True)
class Frame:
    """A construction that tells of an action; ``actions.toml`` explains the fields."""

    id: str
    status: ActionStatus
    doer: Doer
    takes: tuple[str, ...]
    span: Span
    past: Past
    by: frozenset[str] = frozenset()
    noun: bool = False


@dataclass(slots=True, frozen=True)
class Cue:
    """A frame at the tokens ``first`` to ``stop``; ``head`` is the one whose form and subject count."""

    frame: Frame
    first: int
    stop: int

    @property
    def head(self) -> int:
        return self.first


@dataclass(slots=True, frozen=True)
class Lexicon:
    """The lexicon of actions of one language, compiled: frames by the first word of their cues, and word lists."""

    code: str
    by_lemma: Mapping[str, Sequence[tuple[tuple[str, ...], Frame]]]
    by_form: Mapping[str, Sequence[tuple[tuple[str, ...], Frame]]]
    words: Mapping[str, frozenset[str]]
    deed_endings: tuple[str, ...]
    infinitive: str
    soon: tuple[tuple[str, ...], ...]
    rank: Mapping[str, int]

    def has(self, name: str, token: Token) -> bool:
        """Whether the word list ``name`` has the token's lemma or form."""
        known = self.words[name]
        return token.fold in known or token.lemma in known

    def is_deed(self, token: Token) -> bool:
        """Whether the token is a noun of a deed («строительство», "withdrawal")."""
        reading = next((reading for reading in token.readings if reading.pos == "NOUN"), None)
        if reading is None or token.pos not in ("NOUN", "VERB") or reading.lemma in self.words["not_deeds"]:
            return False
        return reading.lemma in self.words["deeds"] or reading.lemma.endswith(self.deed_endings)


@cache
def lexicon(code: str) -> Lexicon:
    """Return the compiled lexicon of actions of a language."""
    table = get(code).lexicon("actions")
    by_lemma: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
    by_form: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
    for entry in table["frame"]:
        frame = Frame(
            id=entry["id"],
            status=entry["status"],
            doer=entry["doer"],
            takes=tuple(entry["takes"]),
            span=entry["span"],
            past=entry["past"],
            by=frozenset(entry.get("by", ())),
            noun=entry.get("noun", False),
        )
        for word in entry.get("words", "").split():
            by_lemma.setdefault(word, []).append(((), frame))
        for form in entry.get("forms", "").split():
            by_form.setdefault(form, []).append(((), frame))
        for phrase in entry.get("phrases", ()):
            opening, *rest = phrase.split()
            by_lemma.setdefault(opening, []).append((tuple(rest), frame))
    rank = {entry["id"]: number for number, entry in enumerate(table["frame"])}
    endings = tuple(table["deeds"]["suffixes"])
    soon = tuple(tuple(phrase.split("-")) for phrase in table["soon"]["phrases"].split())
    return Lexicon(code, by_lemma, by_form, _words(table), endings, table["marks"]["infinitive"], soon, rank)


def _words(table: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    words = {name: frozenset(value.split()) for name, value in table["marks"].items()}
    words |= {name: frozenset(value.split()) for name, value in table["future"].items()}
    words |= {
        name: frozenset(table[name]["words"].split())
        for name in ("deeds", "works", "works_verbs", "options", "held_events")
    }
    return words | {"not_deeds": frozenset(table["deeds"]["not"].split())}


def cues(sentence: Sentence, known: Lexicon) -> Iterator[Cue]:
    """Yield every cue in the sentence, in order."""
    for index, token in enumerate(sentence.tokens):
        if not token.is_word or token.fold in known.words["not_cues"]:
            continue
        if token.fold in known.by_form:
            for rest, frame in known.by_form[token.fold]:
                yield from _matched(sentence, index, rest, frame)
            continue
        seen = set()
        for reading in token.readings:
            if reading.lemma in seen or not _is_likely(reading, token):
                continue
            seen.add(reading.lemma)
            for rest, frame in known.by_lemma.get(reading.lemma, ()):
                if frame.noun == (reading.pos == "NOUN") or rest:
                    yield from _matched(sentence, index, rest, frame)


def _is_likely(reading: Reading, token: Token) -> bool:
    return reading is token.readings[0] or (reading.pos == token.pos and reading.score > 0.2)


def _matched(sentence: Sentence, index: int, rest: tuple[str, ...], frame: Frame) -> Iterator[Cue]:
    stop: int | None = index + 1
    for word in rest:
        stop = _next(sentence.tokens, stop, word) if stop is not None else None
    if stop is not None:
        yield Cue(frame, index, stop)


def _next(tokens: Sequence[Token], start: int, word: str) -> int | None:
    """Return the index after the next ``word``, over at most a few adverbs, pronouns and adjectives."""
    for index in range(start, min(start + _GAP + 1, len(tokens))):
        token = tokens[index]
        if token.fold == word or any(reading.lemma == word for reading in token.readings):
            return index + 1
        noun = tokens[min(index + 1, len(tokens) - 1)].pos == "NOUN"
        if token.pos not in ("ADV", "PART", "PRON", "DET") and not (token.pos == "ADJ" and noun):
            return None
    return None
