"""Cues of actions: the frames of a language's lexicon, and where they match in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import Any, Literal

from briefing.extract.openers import Phrases, phrases, starts_with
from briefing.frozen import frozen
from briefing.language import Reading, Sentence, Token, get
from briefing.language.lexicons import Lists
from briefing.model import ActionStatus

Doer = Literal["subject", "object", "speaker"]
Scope = Literal["complement", "clause", "tense"]
Past = Literal["all", "perf", "none", "never"]

_OPENING = frozenset("«“„")
_SIGNS = frozenset("$£€")
_GAP = 4  # words that may stand between the words of a phrase: adverbs, pronouns
_FAR = 10  # and those addressed: «обратились [к министру труда Льву Кротову] с просьбой»


@frozen
class Frame:
    """A construction that tells of an action; ``actions.toml`` explains the fields.

    What has no cue in it but a verb's form may besides be ``of_future``, its verb a future, ``of_bill``, what a bill
    will do, or ``addressing``, said to those who are to act: a negation behind it forbids.
    """

    id: str
    status: ActionStatus
    doer: Doer
    takes: tuple[str, ...]
    span: Scope
    past: Past
    by: frozenset[str] = frozenset()
    noun: bool = False
    of_future: bool = False
    of_bill: bool = False
    addressing: bool = False


@frozen
class Cue:
    """A frame at the tokens ``first`` to ``stop``; ``head`` is the one whose form and subject count."""

    frame: Frame
    first: int
    stop: int

    @property
    def head(self) -> int:
        return self.first


@frozen
class Grammar:
    """How the language builds what a cue takes; ``actions.toml`` explains the fields."""

    infinitive_mark: str
    object_acts: bool
    free_order: bool
    group_participle: str
    base_demand: bool
    negation_reach: int


@frozen
class Lexicon:
    """The lexicon of actions of one language, compiled: frames by the first word of their cues, and word lists.

    ``openings`` are these first words: forms and lemmas.
    """

    code: str
    by_lemma: Mapping[str, Sequence[Frame]]
    by_form: Mapping[str, Sequence[Frame]]
    openings: frozenset[str]
    phrases: Mapping[str, Mapping[str, Sequence[tuple[tuple[str, ...], Frame]]]]
    progressive: Mapping[str, Sequence[Frame]]
    words: Lists
    deed_endings: tuple[str, ...]
    industry_endings: tuple[str, ...]
    grammar: Grammar
    soon: Phrases
    now: Phrases
    within: Phrases
    formerly: Phrases
    otherwise: Phrases
    answering: Phrases
    idioms: Phrases
    entering: Phrases
    taking_effect: Phrases
    idle: Mapping[str, frozenset[str]]
    rank: Mapping[str, int]

    def has(self, name: str, token: Token) -> bool:
        """Whether the word list ``name`` has the token's lemma or form."""
        known = self.words[name]
        return token.fold in known or token.lemma in known

    def has_any(self, name: str, tokens: Iterable[Token]) -> bool:
        """Whether the word list ``name`` has the lemma or form of one of the tokens."""
        known = self.words[name]
        return any(token.fold in known or token.lemma in known for token in tokens)

    def is_deed(self, token: Token) -> bool:
        """Whether the token is a noun of a deed («строительство», "withdrawal")."""
        reading = next((reading for reading in token.readings if reading.pos == "NOUN"), None)
        if reading is None or token.pos not in ("NOUN", "VERB") or reading.lemma in self.words["not_deeds"]:
            return False
        if self.industry_endings and reading.lemma.endswith(self.industry_endings):
            return False
        deeds = self.words["deeds"]
        return reading.lemma in deeds or token.fold in deeds or reading.lemma.endswith(self.deed_endings)


@cache
def lexicon(code: str) -> Lexicon:
    """Return the compiled lexicon of actions of a language."""
    table = get(code).lexicon("actions")
    by_lemma: dict[str, list[Frame]] = {}
    by_form: dict[str, list[Frame]] = {}
    progressive: dict[str, list[Frame]] = {}
    longer: dict[str, dict[str, list[tuple[tuple[str, ...], Frame]]]] = {}
    for entry in table["frame"]:
        frame = _frame(entry)
        for word in entry.get("words", "").split():
            by_lemma.setdefault(word, []).append(frame)
        for form in entry.get("forms", "").split():
            by_form.setdefault(form, []).append(frame)
        for verb in entry.get("progressive", "").split():
            progressive.setdefault(verb, []).append(frame)
        for phrase in entry.get("phrases", ()):
            for opening, second, *rest in _variants(phrase):
                longer.setdefault(opening, {}).setdefault(second, []).append((tuple(rest), frame))
    words = _words(table)
    return Lexicon(
        code=code,
        by_lemma=by_lemma,
        by_form=by_form,
        openings=frozenset((*by_lemma, *by_form, *longer, *(words["copula_infinitives"] if progressive else ()))),
        phrases=longer,
        progressive=progressive,
        words=words,
        deed_endings=tuple(table["deeds"]["suffixes"]),
        industry_endings=tuple(table["deeds"].get("industries", ())),
        grammar=Grammar(**table["grammar"]),
        soon=phrases(table["soon"]["phrases"].split()),
        now=phrases(table["now"]["phrases"].split()),
        within=phrases(words["within"]),
        formerly=phrases(words["formerly"]),
        otherwise=phrases(words["otherwise"]),
        answering=phrases(words["answering"]),
        idioms=phrases(words["idioms"]),
        entering=phrases(words["entering"]),
        taking_effect=phrases(words["taking_effect"]),
        idle={verb: frozenset(objects.split()) for verb, objects in table.get("idle", {}).items()},
        rank={entry["id"]: number for number, entry in enumerate(table["frame"])},
    )


def _frame(entry: Mapping[str, Any]) -> Frame:
    return Frame(
        id=entry["id"],
        status=entry["status"],
        doer=entry["doer"],
        takes=tuple(entry["takes"]),
        span=entry["span"],
        past=entry["past"],
        by=frozenset(entry.get("by", ())),
        noun=entry.get("noun", False),
    )


def _variants(phrase: str) -> Iterator[list[str]]:
    """Yield the phrases that one with choices stands for: "be|have-been open" is "be open" and "have been open"."""
    for words in product(*(choice.split("|") for choice in phrase.split())):
        yield " ".join(words).replace("-", " ").split()


def _words(table: Mapping[str, Any]) -> Lists:
    apart = {name: inner["words"] for name, inner in table.items() if "words" in inner}
    return Lists(table["marks"], table["future"], apart)


def cues(sentence: Sentence, known: Lexicon) -> Iterator[Cue]:
    """Yield every cue in the sentence, in order."""
    for index, token in enumerate(sentence.tokens):
        if token.keys.isdisjoint(known.openings):
            continue
        if token.fold in known.by_form:
            for frame in known.by_form[token.fold]:
                yield Cue(frame, index, index + 1)
            continue
        seen = set()
        for reading in token.readings:
            lemma = reading.lemma
            if lemma in seen or lemma not in known.openings:
                continue
            if not _is_likely(reading, token) or _is_idiom(sentence, index, known) or _is_attribute(sentence, index):
                continue
            seen.add(lemma)
            for frame in known.by_lemma.get(lemma, ()):
                if frame.noun == (reading.pos == "NOUN") and not (frame.noun and _is_in_name(sentence, index)):
                    yield Cue(frame, index, index + 1)
            yield from _phrases(sentence, index, known.phrases.get(lemma, {}))
            if lemma in known.words["copula_infinitives"]:
                yield from _progressives(sentence, index, known.progressive)


def _is_in_name(sentence: Sentence, index: int) -> bool:
    """Whether the noun is a part of a longer name: «Крылья | Советов»."""
    name = sentence.name_at(index) if sentence.tokens[index].is_capital else None
    return name is not None and name.first < index


def _is_idiom(sentence: Sentence, index: int, known: Lexicon) -> bool:
    """Whether the word only looks like a cue: «призван», "in order"."""
    if sentence.tokens[index].fold in known.words["not_cues"]:
        return True
    return (
        index > 0 and sentence.tokens[index].pos != "VERB" and starts_with(sentence.tokens, index - 1, known.idioms) > 1
    )


def _is_attribute(sentence: Sentence, index: int) -> bool:
    """Whether a word is a name or a past participle before a noun: “the | Mandate union”, “the proposed closure”."""
    tokens = sentence.tokens
    if not 0 < index < len(tokens) - 1:
        return False
    if tokens[index].pos == "PROPN" and tokens[index].is_capital and tokens[index - 1].pos == "DET":
        return True  # “the Mandate charity”
    if tokens[index].readings[0].pos != "VERB":
        return False
    past = tokens[index].readings[0].tense == "past" and tokens[index].reading(form="part") is not None
    before = tokens[index - 1]
    attributive = before.pos in ("DET", "ADJ") or (before.pos == "PART" and before.readings[0].case == "gen")
    return past and attributive and tokens[index + 1].pos in ("NOUN", "PROPN")


def _is_likely(reading: Reading, token: Token) -> bool:
    return reading is token.readings[0] or (reading.pos == token.pos and reading.score > 0.2)


def _phrases(
    sentence: Sentence, index: int, known: Mapping[str, Sequence[tuple[tuple[str, ...], Frame]]]
) -> Iterator[Cue]:
    """Yield the cues of several words whose first stands at ``index``; ``known`` has them by their second word."""
    if not known:
        return
    tokens = sentence.tokens
    for second in range(index + 1, min(index + _FAR + 2, len(tokens))):
        if second > index + _GAP + 1 and not _is_told(tokens, second - 1):
            return
        for word in tokens[second].keys:
            for rest, frame in known.get(word, ()):
                stop: int | None = second + 1
                if _is_apart(tokens, index, second):
                    continue
                for other in rest:
                    stop = _next(tokens, stop, other) if stop is not None else None
                if stop is not None:
                    yield Cue(frame, index, stop)
        if not _is_filler(tokens, second):
            return


def _progressives(sentence: Sentence, index: int, known: Mapping[str, Sequence[Frame]]) -> Iterator[Cue]:
    """Yield the cues of the present participle after the "be" at ``index``: "is rewriting"."""
    tokens = sentence.tokens
    for other in range(index + 1, min(index + _GAP + 2, len(tokens)) if known else 0):
        reading = tokens[other].reading(form="part", tense="pres")
        if reading is not None and not _is_apart(tokens, index, other):
            for frame in known.get(reading.lemma, ()):
                yield Cue(frame, index, other + 1)
        if not _is_filler(tokens, other):
            return


def _is_apart(tokens: Sequence[Token], first: int, second: int) -> bool:
    """Whether a preposition parts a participle from its auxiliary, so that it is a noun: "are open for building"."""
    reading = tokens[second].readings[0]
    progressive = reading.form == "part" and reading.tense == "pres"
    return progressive and any(token.pos == "ADP" for token in tokens[first + 1 : second])


def _next(tokens: Sequence[Token], start: int, word: str) -> int | None:
    """Return the index after the next ``word``, over at most a few adverbs, pronouns and adjectives."""
    for index in range(start, min(start + _GAP + 1, len(tokens))):
        if word in tokens[index].keys:
            return index + 1
        if not _is_filler(tokens, index):
            return None
    return None


def _is_filler(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word may stand inside a phrase: «дал [главам] поручение», «внёс [в Думу] проект», "is [now] set"."""
    if tokens[index].pos in ("ADV", "PART", "PRON", "DET", "ADP", "NUM") or tokens[index].text in _SIGNS:
        return True
    if tokens[index].readings[0].case in ("dat", "gen"):
        return True
    if tokens[index - 1].pos == "ADP" and tokens[index].pos in ("NOUN", "PROPN"):
        return True
    if index + 1 < len(tokens) and _is_modifier(tokens[index], tokens[index + 1]):
        return True
    return tokens[index].text in _OPENING or _is_told(tokens, index)


def _is_modifier(token: Token, after: Token) -> bool:
    """Whether the word tells what kind the noun behind it is of: “a [joint] [criminal] inquiry”, “[fraud] inquiry”."""
    if token.pos == "ADJ":
        return after.pos == "NOUN" or (after.pos == "ADJ" and not after.readings[0].case)
    return token.pos == "NOUN" and after.pos == "NOUN" and not (token.readings[0].case or after.readings[0].case)


def _is_told(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word belongs to a phrase with a preposition that shows its case: «[в районный суд и мэрию]»."""
    if not tokens[index].readings[0].case and tokens[index].pos != "CCONJ":
        return False
    for before in range(index - 1, max(-1, index - _FAR), -1):
        if tokens[before].pos == "ADP":
            return True
        if not tokens[before].readings[0].case and tokens[before].pos != "CCONJ":
            return False
    return False


def is_perfect(sentence: Sentence, index: int, known: Lexicon, *, shifted: bool = False) -> bool:
    """Whether the participle at ``index`` goes with a present "have" before it: "has already agreed".

    In reported speech, which is ``shifted``, “had” is that present: “said it had agreed”.
    """
    for token in reversed(sentence.tokens[max(0, index - 4) : index]):
        if token.pos not in ("ADV", "PART", "PRON"):
            return known.has("perfect", token) and (shifted or token.readings[0].tense == "pres")
    return False


def is_progressive(sentence: Sentence, index: int, known: Lexicon) -> bool:
    """Whether the participle at ``index`` goes with a present "be" before it: "is considering"."""
    if known.has("perfect", sentence.tokens[index]):
        return False
    for token in reversed(sentence.tokens[max(0, index - 4) : index]):
        if known.has("copula_infinitives", token):
            return token.readings[0].tense == "pres"
        if token.pos not in ("ADV", "PART", "PRON"):
            return False
    return False
