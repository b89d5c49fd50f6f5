"""The phrases of an article by their nouns, and the body that a bare noun takes up: «департамент», «ведомство»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from briefing.extract import roles
from briefing.language import Document, Sentence, fold

_PREDICATE = 5  # tokens after a name within which a noun may say what it is
_OFTEN = 3  # mentions from which on an article is about a body


class Catalogue:
    """The phrases of an article by the lemma of their head, to find what a bare «департамент» refers to."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._words = roles.lexicon(document.language)
        self._known: dict[str, tuple[roles.Description, ...]] = {}

    def fuller(self, bare: roles.Description) -> roles.Description | None:
        """Return the last phrase before the bare one that has the same head and more to say."""
        before: roles.Description | None = None
        for phrase in self._phrases(bare.lemma):
            if phrase.lemma != bare.lemma or not phrase.stems or phrase.reading.number != bare.reading.number:
                continue
            if phrase.start < bare.start:
                before = phrase
        return before

    def named(self, bare: roles.Description) -> roles.Description | None:
        """Return the last organisation before the bare noun that it may mean: «ведомство» the ministry."""
        if not self._words.kinds(bare.lemma) & roles.BODIES:
            return None
        by_name: list[roles.Description] = []
        by_noun: roles.Description | None = None
        for phrase in self._bodies():
            if phrase.start >= bare.start:
                break
            if self._fits_name(bare, phrase):
                by_name.append(phrase)
            elif not bare.stems and self._means(bare, phrase):
                by_noun = phrase
        return max(by_name, key=lambda phrase: self._prominence(phrase, bare.lemma)) if by_name else by_noun

    def agency(self, other: roles.Description) -> roles.Description | None:
        """Return the agency known by a name of its own that the phrase describes: “NASA …, the space agency”."""
        words, first = self._words, other.sentence.tokens[other.first].fold
        plain = first in words.articles - words.indefinite and other.stop == other.head + 1
        if not plain or not {"organisation", "company"} <= words.kinds(other.lemma) or other.lemma in words.businesses:
            return None
        known = (phrase for phrase in self._bodies() if phrase.sentence.tokens[phrase.head].fold in words.agencies)
        return max((phrase for phrase in known if phrase.start < other.start), key=lambda p: p.start, default=None)

    def _means(self, bare: roles.Description, phrase: roles.Description) -> float:
        """Return how well the noun can mean what another noun named: a firm or an agency is no shop, school or town."""
        place = phrase.lemma != bare.lemma and phrase.lemma in self._words.premises
        return 0.0 if place else self._words.means(bare.lemma, phrase.lemma)

    def just_named(self, bare: roles.Description) -> roles.Description | None:
        """Return the body that is a subject of the sentence before a bare noun and that it may mean."""
        if bare.stop > bare.head + 1 or bare.reading.number == "plur" or not self._words.hypernyms.get(bare.lemma):
            return None
        before = bare.sentence.index - 1
        if not self._words.kinds(bare.lemma) & roles.BODIES or before < 0:
            return None
        here = [p for p in self._bodies() if p.sentence.index == before and p.reading.case == "nom"]
        fitting = (self._fits_name(bare, p) or self._words.means(bare.lemma, p.lemma) for p in here)
        return next((p for p, fits in zip(here, fitting, strict=True) if fits), None)

    def house_before(self, bare: roles.Description) -> roles.Description | None:
        """Return the firm, named in marks, in which the sentence before was said: «В «Луче» сказали, … В компании …».

        One of which it only told is less likely meant: «В «Луче» сказали, что воду подвозит «Родник». В компании …».
        """
        before = bare.sentence.index - 1
        if before < 0 or bare.stems or "company" not in self._words.kinds(bare.lemma):
            return None
        return next((p for p in self._bodies() if p.sentence.index == before and self._is_house(p)), None)

    def _is_house(self, phrase: roles.Description) -> bool:
        """Whether a name in marks stands behind the preposition that opens its sentence."""
        tokens, first = phrase.sentence.tokens, phrase.first
        marked = first > 0 and tokens[first - 1].text in roles.QUOTED
        before = first - 1 - marked
        named = marked or any(token.text in roles.QUOTED for token in tokens[phrase.head : phrase.stop])
        return named and before in (0, 1) and tokens[before].pos == "ADP" and phrase.reading.case == "loc"

    def _prominence(self, phrase: roles.Description, noun: str) -> tuple[bool, bool, int]:
        """Return whether the article says that the body is such («Acme is a company»), names it often, and where."""
        after = phrase.sentence.tokens[phrase.stop : phrase.stop + _PREDICATE]
        said = any(token.lemma == noun and token.pos == "NOUN" for token in after)
        return said, len(self._places.get(phrase.lemma, ())) >= _OFTEN, phrase.start

    def _fits_name(self, bare: roles.Description, phrase: roles.Description) -> bool:
        """Whether the phrase is a name that a noun for a firm or a newspaper stands before somewhere."""
        name = phrase.sentence.name_at(phrase.head)
        if name is None or name.kind != "organisation":
            return False
        own = self._words.kinds(phrase.lemma)
        called = fold(self.document.words(phrase.sentence, name.first, name.stop))
        if called in self._words.outlets and "media" not in self._words.kinds(bare.lemma):
            return False
        public = phrase.sentence.tokens[phrase.head].fold in self._words.agencies
        if public and "organisation" not in self._words.kinds(bare.lemma):
            return False  # “the FDA …, the company”
        named_by = self._words.kinds(bare.lemma) & {"media", "company"}
        lead = name.first - 1
        if phrase.sentence is bare.sentence and lead > 0 and phrase.sentence.tokens[lead].fold in self._words.articles:
            lead -= 1  # “in a statement to | the | BBC, the firm said”
        governed = lead >= 0 and phrase.sentence.tokens[lead].pos == "ADP"
        governed = governed and not (lead and phrase.sentence.tokens[lead - 1].lemma in self._words.securities)
        if named_by and not own and not governed and phrase.sentence.tokens[name.first].text.isascii():
            return True  # names in Latin letters are of firms and newspapers as often as of anything
        if own - {"media", "company"}:
            return False
        marked = any(token.text in roles.QUOTED for token in phrase.sentence.tokens[name.first : name.stop])
        if marked and "company" in self._words.kinds(bare.lemma):
            return True  # «Агрохолдинг «Степь»»
        if not name.first:
            return False
        in_marks = phrase.sentence.tokens[name.first - 1].text in roles.QUOTED
        if in_marks and "company" in self._words.kinds(bare.lemma) and not self._is_other_body(phrase, name.first - 2):
            return True  # a firm's name stands in marks
        before = phrase.sentence.tokens[name.first - 1]
        if before.text in roles.QUOTED and name.first > 1:
            before = phrase.sentence.tokens[name.first - 2]
        return self._words.means(bare.lemma, before.lemma) > 0 or before.lemma == bare.lemma

    def _is_other_body(self, phrase: roles.Description, noun: int) -> bool:
        """Whether the noun before a name in marks says that it is no firm's: «союза «Луч»», «гостиницы «Орёл»»."""
        kinds = self._words.kinds(phrase.sentence.tokens[noun].lemma) if noun >= 0 else frozenset()
        return bool(kinds & roles.BODIES) and "company" not in kinds

    def _phrases(self, lemma: str) -> tuple[roles.Description, ...]:
        found = self._known.get(lemma)
        if found is None:
            places = self._places.get(lemma, ())
            found = self._known[lemma] = tuple(self._phrase(sentence, index) for sentence, index in places)
        return found

    @cached_property
    def _places(self) -> dict[str, list[tuple[Sentence, int]]]:
        """The places of every lemma in the running text, by the three likeliest readings."""
        places: dict[str, list[tuple[Sentence, int]]] = {}
        for sentence in self.document.sentences:
            for index, token in enumerate(sentence.tokens):
                for lemma in {reading.lemma for reading in token.readings[:3]}:
                    places.setdefault(lemma, []).append((sentence, index))
        return places

    def _phrase(self, sentence: Sentence, index: int) -> roles.Description:
        first, stop = self.document.language.noun_phrase(sentence, index)
        return roles.describe(self.document, sentence, first, stop)

    def _bodies(self) -> Iterator[roles.Description]:
        for sentence in self.document.sentences:
            for index, token in enumerate(sentence.tokens):
                name = sentence.name_at(index)
                starts = name is not None and name.first == index and name.kind == "organisation"
                noun = token.is_word and token.pos != "VERB"  # not “has | commissioned | a review”
                if starts or (noun and self._words.kinds(token.lemma) & roles.BODIES):
                    phrase = self._phrase(sentence, index)
                    if phrase.head == index:
                        yield phrase
                    elif name is not None and starts:
                        yield roles.describe(self.document, sentence, index, name.stop)
