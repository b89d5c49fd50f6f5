"""What the article tells between quotations: who was spoken of last by a noun or a name that is a subject."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from briefing.extract import roles
from briefing.language import Document, Sentence

_PERSONAL = set(roles.PERSONAL)
_OPENING = 3  # tokens within which a subject opens its sentence
_REACH = 2  # sentences before the one at hand


class Narration:
    """The sentences of one article that do not begin inside the direct speech of the spans ``quoted``."""

    def __init__(self, document: Document, quoted: Sequence[tuple[int, int]]) -> None:
        self._document = document
        self._words = roles.lexicon(document.language)
        self._told = [s for s in document.sentences if not any(a <= s.start + 1 < b for a, b in quoted)]

    def before(self, sentence: Sentence) -> list[Sentence]:
        """Return the sentence and those told shortly before it, the nearest first."""
        place = bisect_left(self._told, sentence.index, key=lambda other: other.index)
        return [sentence, *reversed(self._told[max(0, place - _REACH) : place])]

    def somebody(self, phrase: roles.Description, gender: str) -> roles.Description | None:
        """Return the noun for one person that is a subject shortly before: “his cousin ran. He said …”."""
        for sentence in self.before(phrase.sentence):
            stop = phrase.first if sentence is phrase.sentence else len(sentence.tokens)
            for index in range(stop):
                token = sentence.tokens[index]
                if token.pos in ("NOUN", "PROPN") and self._words.kinds(token.lemma) & _PERSONAL:
                    described = self._subject_at(sentence, index, gender)
                    if described is not None:
                        return described
        return None

    def body_before(self, phrase: roles.Description) -> roles.Description | None:
        """Return the body that is the subject of the sentence before: “The maker, Acme, has closed. It said …”."""
        before = next((s for s in self.before(phrase.sentence)[1:2] if s.index == phrase.sentence.index - 1), None)
        if before is None or phrase.first > _OPENING:
            return None
        verb = next((i for i, token in enumerate(before.tokens) if token.readings[0].form == "fin"), None)
        span = self._document.language.subject(before, verb) if verb is not None else None
        if span is None or span[0] > _OPENING:
            return None
        described = roles.describe(self._document, before, *span)
        name = before.name_at(described.head)
        named = name is not None and name.kind == "organisation"
        suits = named or roles.kinds_of(self._words, described) & set(roles.BODIES)
        return described if suits and described.reading.number != "plur" else None

    def _subject_at(self, sentence: Sentence, index: int, gender: str) -> roles.Description | None:
        first, stop = self._document.language.noun_phrase(sentence, index)
        described = roles.describe(self._document, sentence, first, stop)
        governed = first > 0 and sentence.tokens[first - 1].pos in ("ADP", "VERB")
        suits = described.reading.gender in ("", gender) and described.reading.number != "plur"
        nominative = described.reading.case in ("", "nom")
        return described if described.head == index and suits and nominative and not governed else None
