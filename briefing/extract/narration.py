"""What the article tells between quotations: who was spoken of last by a noun or a name that is a subject."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract import roles
from briefing.language import Document, Sentence

_PERSONAL = set(roles.PERSONAL)
_REACH = 2  # sentences before the one at hand


class Narration:
    """The sentences of one article that do not begin inside the direct speech of the spans ``quoted``."""

    def __init__(self, document: Document, quoted: Sequence[tuple[int, int]]) -> None:
        self._document = document
        self._words = roles.lexicon(document.language)
        self._told = [s for s in document.sentences if not any(a <= s.start + 1 < b for a, b in quoted)]

    def before(self, sentence: Sentence) -> list[Sentence]:
        """Return the sentence and those told shortly before it, the nearest first."""
        earlier = [other for other in self._told if other.index < sentence.index]
        return [sentence, *earlier[: -_REACH - 1 : -1]]

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

    def _subject_at(self, sentence: Sentence, index: int, gender: str) -> roles.Description | None:
        first, stop = self._document.language.noun_phrase(sentence, index)
        described = roles.describe(self._document, sentence, first, stop)
        governed = first > 0 and sentence.tokens[first - 1].pos in ("ADP", "VERB")
        suits = described.reading.gender in ("", gender) and described.reading.number != "plur"
        nominative = described.reading.case in ("", "nom")
        return described if described.head == index and suits and nominative and not governed else None
