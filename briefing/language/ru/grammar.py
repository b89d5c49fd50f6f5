"""What extraction may ask of Russian."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from briefing.language import lexicons
from briefing.language.base import Document, Name, NameReading, Reading, Sentence
from briefing.language.ru import (
    agreement,
    counting,
    descriptions,
    names,
    nominative,
    personal,
    phrases,
    rows,
    subject,
    tokens,
)
from briefing.language.ru.morphology import readings


class Grammar:
    """Russian (see `briefing.language.base.Language`)."""

    code = "ru"

    def lexicon(self, name: str) -> Mapping[str, Any]:
        return lexicons.load(self.code, name)

    def lemma(self, word: str) -> str:
        return readings(word)[0].lemma

    def analyse(self, text: str, spans: Sequence[tuple[int, int]], *, models: bool = True) -> Document:
        sentences = list(tokens.sentences(text, spans))
        names.find(sentences, models=models)
        return Document(text, self, sentences)

    def subject(self, sentence: Sentence, verb: int) -> tuple[int, int] | None:
        return subject.subject(sentence, verb)

    def noun_phrase(self, sentence: Sentence, head: int) -> tuple[int, int]:
        return phrases.noun_phrase(sentence, head)

    def person(self, sentence: Sentence, name: Name) -> tuple[NameReading, ...]:
        return personal.read(sentence, name)

    def descriptions(self, sentence: Sentence, name: Name) -> list[tuple[int, int]]:
        body = phrases.at_body(sentence, name)
        return descriptions.descriptions(sentence, name) or ([body] if body is not None else [])

    def head(self, sentence: Sentence, first: int, stop: int) -> tuple[int, Reading]:
        return agreement.head(sentence, first, stop)

    def conjuncts(self, sentence: Sentence, first: int, stop: int) -> list[tuple[int, int]]:
        return rows.conjuncts(sentence, first, stop)

    def nominative(self, sentence: Sentence, first: int, stop: int) -> str:
        return nominative.nominative(sentence, first, stop)

    def singular(self, sentence: Sentence, first: int, stop: int) -> str:
        return nominative.nominative(sentence, first, stop, singular=True)

    def counted(self, sentence: Sentence, first: int, value: float) -> int | None:
        return counting.counted(sentence, first, value)
