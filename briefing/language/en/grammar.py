"""What extraction may ask of English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from briefing.language import lexicons
from briefing.language.base import Document, Name, NameReading, Reading, Sentence
from briefing.language.en import context, coordination, counting, imperatives, names, people, phrases, subject, tokens
from briefing.language.en.morphology import readings


class Grammar:
    """English (see `briefing.language.base.Language`); also what other languages without their own folder get."""

    code = "en"

    def lexicon(self, name: str) -> Mapping[str, Any]:
        return lexicons.load(self.code, name)

    def lemma(self, word: str) -> str:
        return readings(word)[0].lemma

    def analyse(self, text: str, spans: Sequence[tuple[int, int]], *, models: bool = True) -> Document:
        sentences = list(tokens.sentences(text, spans))
        for sentence in sentences:
            context.disambiguate(sentence.tokens)
            coordination.join(sentence.tokens)
            imperatives.mark(sentence.tokens)
        names.find(sentences)
        return Document(text, self, sentences)

    def subject(self, sentence: Sentence, verb: int) -> tuple[int, int] | None:
        return subject.subject(sentence, verb)

    def noun_phrase(self, sentence: Sentence, head: int) -> tuple[int, int]:
        return phrases.noun_phrase(sentence, head)

    def person(self, sentence: Sentence, name: Name) -> tuple[NameReading, ...]:
        return people.person(sentence, name)

    def descriptions(self, sentence: Sentence, name: Name) -> list[tuple[int, int]]:
        return people.descriptions(sentence, name)

    def head(self, sentence: Sentence, first: int, stop: int) -> tuple[int, Reading]:
        return people.head(sentence, first, stop)

    def conjuncts(self, sentence: Sentence, first: int, stop: int) -> list[tuple[int, int]]:
        return coordination.people(sentence, first, stop) or [(first, stop)]

    def nominative(self, sentence: Sentence, first: int, stop: int) -> str:
        return phrases.nominative(sentence, first, stop)

    def singular(self, sentence: Sentence, first: int, stop: int) -> str:
        return phrases.singular(sentence, first, stop, people.head(sentence, first, stop)[0])

    def counted(self, sentence: Sentence, first: int, value: float) -> int | None:
        return counting.counted(sentence, first, value)
