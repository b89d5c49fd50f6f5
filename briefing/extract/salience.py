"""What speaks for and against a sentence as a key fact: its place, its words, what was found in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.extract.drafts import ActionDraft, FigureDraft, Utterance
from briefing.language import Document, Sentence, Token, get

_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_SHORT, _LONG = 7, 45  # words


@dataclass(slots=True, frozen=True)
class Features:
    """What was counted for a sentence; ``words`` are its content lemmas, ``kind`` says what it states."""

    sentence: Sentence
    words: frozenset[str]
    kind: str
    values: Mapping[str, float]


@dataclass(slots=True, frozen=True)
class _Lexicon:
    words: Mapping[str, frozenset[str]]
    background: frozenset[str]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> _Lexicon:
        words = {name: frozenset(str(value).split()) for name, value in table.items()}
        return cls(words, words["background"])


@cache
def _lexicon(code: str) -> _Lexicon:
    return _Lexicon.of(get(code).lexicon("facts"))


def measure(
    document: Document,
    figures: Sequence[FigureDraft],
    utterances: Sequence[Utterance],
    actions: Sequence[ActionDraft],
) -> list[Features]:
    """Return the features of every sentence that could be a key fact, in text order."""
    known = _lexicon(document.language.code)
    lengths = Counter(sentence.paragraph for sentence in document.sentences)
    usable = [
        sentence
        for sentence in document.sentences
        if not _is_furniture(sentence, known) and not (lengths[sentence.paragraph] == 1 and _is_headline(sentence))
    ]
    title = _content(token for sentence in document.headline for token in sentence.tokens)
    latest = max((int(year) for s in usable for year in _YEAR.findall(document.text[s.start : s.end])), default=0)
    found: list[Features] = []
    for number, sentence in enumerate(usable):
        words = _content(sentence.tokens)
        values = {
            "early": 1 / (number + 1),
            "late": number / max(len(usable) - 1, 1),
            "title": len(words & title) / max(len(title), 1),
        }
        values |= _shape(sentence, known)
        values |= _inside(sentence, figures, utterances, actions)
        values["old"] = _age(document.text[sentence.start : sentence.end], latest)
        found.append(Features(sentence, words, _kind(values), values))
    return found


def _content(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(token.lemma for token in tokens if token.pos in _CONTENT and len(token.text) > 2)


def _is_furniture(sentence: Sentence, known: _Lexicon) -> bool:
    """Whether the sentence is a caption, a credit or a scrap: it has no predicate and hardly any words."""
    words = [token for token in sentence.tokens if token.is_word]
    if len(words) < 3:
        return True
    if any(token.fold in known.words["furniture"] or token.lemma in known.words["furniture"] for token in words[:2]):
        return True
    return len(words) < 10 and not any(_is_predicate(token) for token in words)


def _is_headline(sentence: Sentence) -> bool:
    """Whether the sentence, a paragraph of its own, does not end like a sentence."""
    return sentence.tokens[-1].is_word


def _is_predicate(token: Token) -> bool:
    return token.pos == "VERB" or token.readings[0].form == "short"


def _shape(sentence: Sentence, known: _Lexicon) -> dict[str, float]:
    words = [token for token in sentence.tokens if token.is_word]
    lemmas = {token.lemma for token in words}
    return {
        "short": float(len(words) < _SHORT),
        "length": min(len(words), _LONG) / 20,
        "question": float(sentence.tokens[-1].text.startswith("?")),
        "background": float(any(t.fold in known.background or t.lemma in known.background for t in words[:2])),
        "personal": float(not lemmas.isdisjoint(known.words["first_person"])),
        "outcome": float(not lemmas.isdisjoint(known.words["outcomes"])),
    }


def _inside(
    sentence: Sentence,
    figures: Sequence[FigureDraft],
    utterances: Sequence[Utterance],
    actions: Sequence[ActionDraft],
) -> dict[str, float]:
    kinds = Counter(f.kind for f in figures if sentence.start <= f.start < sentence.end)
    direct = _covered(sentence, [(u.start, u.end) for u in utterances if u.kind == "direct"])
    indirect = _covered(sentence, [(u.start, u.end) for u in utterances if u.kind == "indirect"])
    cues = [u.cue[0] for u in utterances if u.cue is not None and u.end <= sentence.start]
    outside = any(sentence.start <= cue < sentence.end for cue in cues)
    announces = sentence.tokens[-1].text == ":"  # only leads to what somebody says in the next paragraph
    acting = [a for a in actions if sentence.start <= a.start < sentence.end]
    return {
        "money": float(bool(kinds["money"] or kinds["percent"])),
        "numbers": float(bool(kinds["count"] or kinds["measure"])),
        "dated": float(bool(kinds["date"])),
        "direct": direct,
        "indirect": indirect,
        "attribution": float(outside or announces),
        "action": float(bool(acting)),
        "agreed": float(any(a.status in ("agreed", "directed") for a in acting)),
    }


def _covered(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> float:
    """Return the share of the sentence that the spans cover."""
    covered = sum(max(0, min(end, sentence.end) - max(start, sentence.start)) for start, end in spans)
    return min(1.0, covered / max(1, sentence.end - sentence.start))


def _age(text: str, latest: int) -> float:
    """Return 1 where the latest year in the text is well before the latest of the article."""
    years = [int(year) for year in _YEAR.findall(text)]
    return float(bool(years) and max(years) < latest - 1)


def _kind(values: Mapping[str, float]) -> str:
    """Return what the sentence states: plan, decision, figure, statement or event."""
    if values["agreed"]:
        return "decision"
    if values["action"]:
        return "plan"
    if values["direct"] > 0.5 or values["indirect"] > 0.6:
        return "statement"
    if values["money"] or values["numbers"]:
        return "figure"
    return "event"
