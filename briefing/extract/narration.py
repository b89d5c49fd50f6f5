"""What the article tells between quotations: who was spoken of last by a noun or a name that is a subject."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from briefing.extract import roles
from briefing.extract.drafts import covers
from briefing.language import Document, Sentence

_OPENING = 3  # tokens within which a subject opens its sentence
_REACH = 2  # sentences before the one at hand


class Narration:
    """The sentences of one article that do not begin inside the direct speech of the spans ``quoted``."""

    def __init__(self, document: Document, quoted: Sequence[tuple[int, int]]) -> None:
        self._document = document
        self._words = roles.lexicon(document.language)
        self._quoted = quoted
        self._told = [s for s in document.sentences if not covers(quoted, s.start + 1)]

    def before(self, sentence: Sentence) -> list[Sentence]:
        """Return the sentence and those told shortly before it, the nearest first."""
        place = bisect_left(self._told, sentence.index, key=lambda other: other.index)
        return [sentence, *reversed(self._told[max(0, place - _REACH) : place])]

    def shortly_before(self, sentence: Sentence) -> list[Sentence]:
        """Return the two sentences before, inside speech or not, and the sentence itself, in their order."""
        sentences = self._document.sentences
        place = bisect_left(sentences, sentence.index, key=lambda other: other.index)
        return [s for s in sentences[max(0, place - _REACH) : place + 1] if s.index >= sentence.index - _REACH]

    def sentence_before(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence right before, None at the beginning."""
        return next(iter(self.shortly_before(sentence)[-2:-1]), None)

    def opening(self, sentence: Sentence, gender: str) -> roles.Description | None:
        """Return the phrase for a person of this gender with which the sentence begins: «Водитель ждал».

        A circumstance may come first («о выборах старый врач молчал»), and whom nobody named acts on counts as well
        («водителя задержали»).
        """
        tokens, first = sentence.tokens, _past_circumstance(sentence)
        opening = range(first, min(len(tokens), first + _OPENING))
        head = next((i for i in opening if tokens[i].pos == "NOUN" or tokens[i].readings[0].form == "part"), None)
        if head is None:
            return None
        while not tokens[head].readings[0].case and tokens[head + 1 : head + 2] and tokens[head + 1].pos == "NOUN":
            head += 1  # “A police officer came”
        reading = tokens[head].readings[0]
        if reading.pos != "NOUN":
            _, reading = self._document.language.head(sentence, head, head + 1)  # «нападавшего»
        acted_on = reading.case in ("gen", "acc") and _is_impersonal(sentence, head + 1)
        fits = (reading.case in ("nom", "") or acted_on) and reading.number == "sing"
        fits = fits and (reading.gender == gender or (not reading.case and not reading.gender))
        if not fits or not self._words.kinds(reading.lemma) & roles.PERSONAL:
            return None
        return roles.describe(self._document, sentence, *self._document.language.noun_phrase(sentence, head))

    def somebody(self, phrase: roles.Description, gender: str) -> roles.Description | None:
        """Return the noun for one person that is a subject shortly before: “his cousin ran. He said …”."""
        for sentence in self.before(phrase.sentence):
            stop = phrase.first if sentence is phrase.sentence else len(sentence.tokens)
            for index in range(stop):
                token = sentence.tokens[index]
                if token.pos in ("NOUN", "PROPN") and self._words.kinds(token.lemma) & roles.PERSONAL:
                    described = self._subject_at(sentence, index, gender)
                    if described is not None:
                        return described
        return None

    def gendered(self, phrase: roles.Description, gender: str) -> roles.Description | None:
        """Return the noun that tells the gender where no case is marked: “called his sister. She …”."""
        for sentence in self.before(phrase.sentence):
            stop = phrase.first if sentence is phrase.sentence else len(sentence.tokens)
            for index in range(stop - 1, -1, -1):
                reading = sentence.tokens[index].readings[0]
                told = reading.pos == "NOUN" and not reading.case and reading.gender == gender
                if told and reading.number != "plur" and not covers(self._quoted, sentence.tokens[index].start):
                    return roles.describe(
                        self._document, sentence, *self._document.language.noun_phrase(sentence, index)
                    )
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
        speaking = {*roles.BODIES, "document"}
        plain = described.reading.number != "plur" and roles.kinds_of(self._words, described) & speaking
        return described if named or plain else None

    def _subject_at(self, sentence: Sentence, index: int, gender: str) -> roles.Description | None:
        first, stop = self._document.language.noun_phrase(sentence, index)
        described = roles.describe(self._document, sentence, first, stop)
        governed = first > 0 and sentence.tokens[first - 1].pos in ("ADP", "VERB")
        suits = described.reading.gender in ("", gender) and described.reading.number != "plur"
        nominative = described.reading.case in ("", "nom")
        return described if described.head == index and suits and nominative and not governed else None


def _past_circumstance(sentence: Sentence) -> int:
    """Return where the words after a preposition and its noun begin, in a language that marks cases; else 0."""
    tokens = sentence.tokens
    if tokens[0].pos != "ADP":
        return 0
    noun = next((i for i, token in enumerate(tokens[: _OPENING + 1]) if token.pos == "NOUN"), None)
    return noun + 1 if noun is not None and tokens[noun].readings[0].case else 0


def _is_impersonal(sentence: Sentence, index: int) -> bool:
    """Whether a verb in the plural that ends its sentence or leads into a circumstance stands here: «… задержали»."""
    tokens = sentence.tokens
    verb = tokens[index].reading(form="fin", number="plur") if index < len(tokens) else None
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return verb is not None and (following is None or not following.is_word or following.pos == "ADP")
