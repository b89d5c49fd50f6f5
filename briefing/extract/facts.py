"""The key sentences of an article, ranked as an editor would."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from briefing.extract.drafts import ActionDraft, FactDraft, FigureDraft, Utterance
from briefing.extract.quotes import interviews, lexicon
from briefing.extract.salience import Features, measure
from briefing.language import Document, Sentence

_FEW, _MOST = 10, 16  # facts of an article, and of a very long one
_SHARE = 2 / 5  # of the sentences: twice as many as may be indispensable
_SPEECH_DASH = re.compile(r"[—–-]\s+(?=\S)|[•▪◦‣●■*]\s*(?=\w)")
_ALIKE = 0.6  # shared content words, of the shorter sentence
# A logistic regression over annotated articles in two languages, ridge-penalised, its weights rounded; leaving out
# one article at a time it ranks about as well as on all. docs/quality/facts.md tells how it was fitted, and why what
# only attributes weighs less than that gave.
_BIAS = -2.7
_WEIGHTS = {
    "early": 1.55,
    "late": -0.7,
    "title": 1.6,
    "short": -0.45,
    "length": 0.8,
    "background": -0.25,
    "personal": -0.4,
    "outcome": 0.55,
    "money": 0.75,
    "numbers": 0.35,
    "dated": 0.3,
    "direct": -0.5,
    "indirect": 0.4,
    "attribution": -2.0,
    "action": 0.6,
    "agreed": 0.45,
    "old": -0.75,
}


def rank(
    document: Document,
    figures: list[FigureDraft],
    utterances: list[Utterance],
    actions: list[ActionDraft],
) -> list[FactDraft]:
    """Return the key sentences, most important first: at most ten, of long articles more, no two alike, each whole.

    A sentence's score is a logistic function of what `salience.measure` counts.
    """
    measured = measure(document, figures, utterances, actions)
    scored = [(score(features), features) for features in measured]
    scored.sort(key=lambda pair: (-pair[0], pair[1].sentence.index))
    most = min(max(_FEW, int(len(measured) * _SHARE)), _MOST)
    kept: list[tuple[float, Features]] = []
    for value, features in scored:
        if len(kept) < most and not any(_alike(features.words, other.words) for _, other in kept):
            kept.append((value, features))
    return [_draft(document, value, features, figures) for value, features in kept]


def score(features: Features) -> float:
    """Return how much a sentence matters, from 0 to 1."""
    total = _BIAS + sum(_WEIGHTS.get(name, 0.0) * value for name, value in features.values.items())
    return 1 / (1 + math.exp(-total))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and len(one & other) > _ALIKE * min(len(one), len(other))


def _draft(document: Document, value: float, features: Features, figures: Sequence[FigureDraft]) -> FactDraft:
    sentence = features.sentence
    inside = tuple(i for i, figure in enumerate(figures) if _covers(sentence, figure))
    return FactDraft(*_balanced(document, sentence), features.kind, round(value, 3), inside)


def _balanced(document: Document, sentence: Sentence) -> tuple[int, int]:
    """Return the sentence's span without the dash that begins speech, or goes on with it after who says so, and without
    a mark at its edge that belongs to a quotation of several sentences."""
    pairs = lexicon.of(document.language).pairs
    start, end = interviews.begins(document, sentence), sentence.end
    if dash := _SPEECH_DASH.match(document.text, start, end):
        start = dash.end()
    text = document.text[start:end]
    if text[0] in pairs and _is_alone(text, text[0], pairs[text[0]]):
        return start + 1, end
    body = text.rstrip(".,")
    for opening, closing in pairs.items():
        if len(body) > 1 and body.endswith(closing) and _is_alone(text, closing, opening):
            return start, start + len(body) - 1
    return start, end


def _is_alone(text: str, mark: str, other: str) -> bool:
    """Whether one of these marks has no counterpart in the text."""
    return text.count(mark) % 2 == 1 if mark == other else text.count(mark) > text.count(other)


def _covers(sentence: Sentence, figure: FigureDraft) -> bool:
    return sentence.start <= figure.start and figure.end <= sentence.end
