"""The name of a phrase for somebody who is to act: in the nominative, of a pronoun or a post whom it means."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from briefing.extract import cues, openers, roles
from briefing.extract.agents import is_agent
from briefing.extract.coreference import Resolver
from briefing.extract.drafts import Mention, Utterance
from briefing.extract.people import Person
from briefing.language import Document, Sentence

_PHRASE = 5  # tokens of a phrase that another is joined to


class Naming:
    """Names those who act in one document."""

    def __init__(self, document: Document, utterances: Sequence[Utterance]) -> None:
        self.document = document
        self.utterances = utterances
        self.rules = openers.rules(document.language.code)
        self.known = cues.lexicon(document.language.code)

    @cached_property
    def resolver(self) -> Resolver:
        """Whom pronouns mean; made only for articles whose actions need it."""
        return Resolver(self.document, [(u.start, u.end) for u in self.utterances if u.kind == "direct"])

    def named(
        self, sentence: Sentence, first: int, stop: int, said: str | None, *, subject: bool = False
    ) -> str | None:
        """Return the phrase in the nominative, in which a subject stands already; of a pronoun whom it means."""
        token = sentence.tokens[first]
        if token.readings[0].pos != "PRON":
            if stop - first > 1 and sentence.tokens[stop - 1].pos == "PART":
                stop -= 1  # “Trump's”
            first, stop = self._coordinated(sentence, first, stop) if subject else (first, stop)
            person = self._person(sentence, first, stop, subject) or self._holder(sentence, first, stop)
            return person or self._plain(sentence, first, stop, subject)
        if self.known.has("speaker_pronouns", token):
            return said
        resolved = self.resolver.resolve(Mention(sentence, first, stop))
        return resolved.entity.name if resolved is not None else None

    def _person(self, sentence: Sentence, first: int, stop: int, subject: bool) -> str | None:
        """Return the full name of the person whose name the phrase is or ends with."""
        name = sentence.name_at(stop - 1)
        if name is None or name.kind != "person" or name.first < first:
            return None
        if any(sentence.tokens[i].pos == "CCONJ" for i in range(first, stop)):
            return None  # several people
        head, reading = self.document.language.head(sentence, first, stop)
        if not name.first <= head < name.stop:
            # «министр Белов», but not «адвокаты Белова»
            cases = {known.case for known in self.document.language.person(sentence, name)}
            if reading.number == "plur" or not reading.case or reading.case not in cases:
                return None
        if subject and name.stop - name.first > 1:
            return self.document.words(sentence, name.first, name.stop)
        return self._people.get((sentence.index, name.first))

    @cached_property
    def _people(self) -> dict[tuple[int, int], str]:
        """The full names of people, by where they are named."""
        return {
            (mention.sentence.index, mention.name.first): person.name
            for person in self.resolver.antecedents.people
            for mention in person.mentions
        }

    def _plain(self, sentence: Sentence, first: int, stop: int, subject: bool) -> str:
        """Return the phrase as one lists it; «стороны» and «премьер», subjects, are no genitives."""
        head, reading = self.document.language.head(sentence, first, stop)
        stands = sentence.tokens[head].reading(case="nom")
        if subject and reading.case not in ("", "nom") and stands is not None and sentence.name_at(head) is None:
            return self.document.words(sentence, first, stop)
        return self.document.language.nominative(sentence, first, stop)

    def _coordinated(self, sentence: Sentence, first: int, stop: int) -> tuple[int, int]:
        """Return the phrase with those that a conjunction joins to it: «сотрудники фонда и волонтеры»."""
        tokens = sentence.tokens
        while first > 1 and tokens[first - 1].fold in self.rules.coordinators:
            before = self._agent_until(sentence, first - 1)
            if before is None or (before > 0 and tokens[before - 1].pos == "ADP"):
                break
            first = before
        return first, stop

    def _agent_until(self, sentence: Sentence, stop: int) -> int | None:
        """Return where the phrase for somebody, in the nominative, begins that ends before token ``stop``."""
        for index in range(max(0, stop - _PHRASE), stop):
            first, end = self.document.language.noun_phrase(sentence, index)
            head, reading = self.document.language.head(sentence, first, end)
            if end != stop or head != index:
                continue
            if reading.case in ("nom", "") and is_agent(sentence, head, self.known.code):
                return first
        return None

    def _holder(self, sentence: Sentence, first: int, stop: int) -> str | None:
        """Return the name of the person whose post alone the phrase gives: «президент», "the minister"."""
        head, reading = self.document.language.head(sentence, first, stop)
        if stop - first > 3 or reading.number == "plur" or sentence.name_at(head) is not None:
            return None
        if "office" not in roles.lexicon(self.document.language).kinds(reading.lemma):
            return None
        resolved = self.resolver.resolve(Mention(sentence, first, stop))
        return resolved.entity.name if resolved is not None and isinstance(resolved.entity, Person) else None
