"""Whom a pronoun means: a person named, a body, people together, or somebody whom the article does not name."""

from __future__ import annotations

from briefing.extract import nearby, roles
from briefing.extract.antecedents import Antecedents
from briefing.extract.bodies import Bodies, Body, latest
from briefing.extract.drafts import Mention
from briefing.extract.entities import Entity, Resolved
from briefing.extract.holders import is_another
from briefing.extract.narration import Narration
from briefing.extract.people import Person
from briefing.language import Sentence

GROUPS = {"group", "office", "profession", "status", "relation"}
_GENDERS = {"masculine": "masc", "feminine": "fem"}
_OPENING = 3  # tokens within which a pronoun opens its sentence
_GOES_ON = 4  # sentences after which «добавил он» is still said of who spoke last
_BESIDE = 3  # tokens between a name and the relative pronoun that means it


class Pronouns:
    """Finds what the pronouns of one article stand for."""

    def __init__(self, narration: Narration, antecedents: Antecedents, bodies: Bodies) -> None:
        self.document = antecedents.document
        self.words = roles.lexicon(self.document.language)
        self.narration = narration
        self.antecedents = antecedents
        self.bodies = bodies

    def meant(self, phrase: roles.Description, kind: str) -> Resolved | Mention | None:
        """Return whom a pronoun of this kind means, or the phrase that it stands for, itself still to be resolved.

        The kinds are those of the lexicon of roles.
        """
        if kind == "relative":
            return self._before_comma(phrase)
        if kind == "neuter":
            return self._body(phrase)
        if kind == "latter":
            return self._latter(phrase)
        if kind in _GENDERS:
            return self._one(phrase, _GENDERS[kind])
        last = self.antecedents.last
        found: Entity | Mention | None = last if isinstance(last, Person) else None
        if kind == "plural":
            found = self._people(phrase)
        return found if found is None or isinstance(found, Mention) else Resolved(found, "pronoun")

    def _latter(self, phrase: roles.Description) -> Resolved | None:
        """Return whom the subject before acted on: «Мэр позвонил Анне Ким. Та сказала …», «… врачу. Тот сказал …»."""
        gender = phrase.reading.gender
        if phrase.reading.number == "plur":
            return None
        for sentence in reversed(self.narration.shortly_before(phrase.sentence)):
            stop = phrase.first if sentence is phrase.sentence else len(sentence.tokens)
            named = {
                mention.name.first: person
                for mention, person in self.antecedents.here(sentence)
                if person.case_of(mention) != "nom" and person.gender in ("", gender)
            }
            for index in range(stop - 1, -1, -1):
                if index in named:
                    return Resolved(named[index], "pronoun")
                reading = sentence.tokens[index].readings[0]
                somebody = (
                    reading.pos == "NOUN" and reading.animate and self.words.kinds(reading.lemma) & roles.PERSONAL
                )
                fits = reading.gender == gender and reading.case != "nom" and reading.number == "sing"
                if somebody and fits and sentence.name_at(index) is None:
                    first, last = self.document.language.noun_phrase(sentence, index)
                    told = self.bodies.resolve(roles.describe(self.document, sentence, first, last))
                    return Resolved(told, "pronoun")
        return None

    # He and she

    def _one(self, phrase: roles.Description, gender: str) -> Resolved | Mention | None:
        before = self.narration.sentence_before(phrase.sentence)
        text = nearby.text_before(self.document, phrase, before, gender)
        if text is not None:
            return Resolved(self.bodies.resolve(text), "pronoun")
        person = self.antecedents.pronoun(phrase, gender)
        if (speaking := self._speaks_on(phrase, before, person, gender)) is not None:
            return Resolved(speaking, "pronoun")
        if before is not None and (subject := self._unnamed_subject(phrase, before, person, gender)) is not None:
            return subject
        other = self._unnamed(phrase, gender)
        if other is None and (person is None or self.antecedents.is_told_of(person, phrase.start)):
            told = self._told_of(phrase, gender)
            if told is not None:
                return told
        if other is not None and (person is None or self._is_later(other, person, phrase)):
            return Resolved(other, "pronoun")
        if person is None and (gendered := self.narration.gendered(phrase, gender)) is not None:
            return _mention(gendered)
        if person is None and (body := self.narration.body_before(phrase)) is not None:
            return _mention(body) if body.reading.gender == gender else None  # «Фирма закрылась. Она …»
        return Resolved(person, "pronoun") if person is not None else None

    def _speaks_on(
        self, phrase: roles.Description, before: Sentence | None, person: Person | None, gender: str
    ) -> Entity | None:
        """Return who spoke last if the verb says that they go on, or a body whose sentence stands right before."""
        last = self.antecedents.last
        if isinstance(last, Person):
            goes_on = self.antecedents.goes_on and last.gender == gender
            spoke = self.antecedents.was_subject(last, phrase.start) if goes_on else -1
            place = self.document.sentence_at(spoke) if goes_on else None
            return last if place is not None and phrase.sentence.index - place.index <= _GOES_ON else None
        if last is None or before is None or (last.number, last.gender) != ("sing", gender) or phrase.first > _OPENING:
            return None
        spoke = any(before.start <= place < before.end for place in last.places)
        return last if spoke and (person is None or self.antecedents.is_beside(person, before)) else None

    def _unnamed_subject(
        self, phrase: roles.Description, before: Sentence, person: Person | None, gender: str
    ) -> Resolved | Mention | None:
        """Return somebody without a name who is the subject of the sentence before: «Водитель ждал. Он сказал, …»."""
        if before.paragraph < phrase.sentence.paragraph - 1:
            return None
        if person is not None and self.antecedents.latest(person, phrase.start) >= before.start:
            return None
        subject = self.narration.opening(before, gender)
        if subject is None or self.antecedents.is_quoted(subject.sentence.tokens[subject.head].start):
            return None
        return _mention(subject)

    def _unnamed(self, phrase: roles.Description, gender: str) -> Body | None:
        """Return who was spoken of last of those who have spoken without a name."""
        one = [b for b in self.bodies.known if b.kind == "unnamed" and b.number != "plur"]
        return latest([b for b in one if b.gender == gender or (not b.gender and self._is_somebody(b))], phrase.start)

    def _is_somebody(self, body: Body) -> bool:
        return bool(self.words.kinds(body.head) & roles.PERSONAL)

    def _told_of(self, phrase: roles.Description, gender: str) -> Resolved | Mention | None:
        """Return somebody whom the text tells of shortly before by a noun alone, be it somebody new or a known post."""
        subject = self.narration.somebody(phrase, gender)
        if subject is None:
            return None
        if subject.sentence.tokens[subject.first].fold in self.words.possessive or is_another(self.words, subject):
            return _mention(subject)
        holder = self.antecedents.incumbent(subject)
        return Resolved(holder, "pronoun") if holder is not None else None

    def _is_later(self, body: Body, person: Person, phrase: roles.Description) -> bool:
        """Whether somebody without a name was mentioned after the person last was a subject or spoke."""
        before, near = phrase.start, self.narration.shortly_before(phrase.sentence)[-2:]
        told = self.antecedents.said_last if self.antecedents.last is body else None
        if told is not None and told[0] <= self.antecedents.latest(person, before) < told[1]:
            return True  # “The boy said Tom Lee hit him. “I was scared,” he said.”
        if self.antecedents.was_subject(person, before) >= max(near[0].start, body.latest(before)):
            return False  # “A doctor found … Ann Lee led the study, which she says …”
        if self.antecedents.last in (body, person):
            return self.antecedents.last is body
        return body.latest(before) > self.antecedents.was_subject(person, before)

    # It and they

    def _body(self, phrase: roles.Description) -> Resolved | Mention | None:
        if (here := nearby.body_here(self.document, phrase)) is not None:
            return Resolved(self.bodies.resolve(here), "pronoun")
        told = self.narration.body_before(phrase)
        text = told is not None and "document" in self.words.kinds(told.lemma)
        if text and isinstance(self.antecedents.last, Body):
            told = None  # “Acme said it would close. The plan is new. | It also said …”
        if told is not None and not self._has_spoken(told.sentence.start, phrase.start):
            return _mention(told)
        found = latest([b for b in self.bodies.known if b.kind == "organisation"], phrase.start)
        return Resolved(found, "pronoun") if found is not None else None

    def _has_spoken(self, start: int, end: int) -> bool:
        """Whether a body has spoken between the offsets, who then goes on: “…, the report said. It found that …”."""
        return any(start <= place < end for body in self.bodies.known for place in body.places)

    def _people(self, phrase: roles.Description) -> Body | Mention | None:
        """Return the people together whom «они» means: the plural named last, in this sentence or the two before.

        The subject of a verb comes first: «Соседи пожаловались на чиновников. По их словам, …».
        """
        spoken = [b for b in self.bodies.known if b.number == "plur" and not self.words.kinds(b.head) & {"document"}]
        found = latest(spoken, phrase.start)
        reached = found.latest(phrase.start) if found is not None else -1
        for sentence in reversed(self.narration.shortly_before(phrase.sentence)):
            if sentence is not phrase.sentence and reached >= sentence.start:
                return found  # “The trustees thanked the donors. …, they said”
            stop = self._before_content(phrase) if sentence is phrase.sentence else len(sentence.tokens)
            if (subject := self._several_acting(sentence, stop)) is not None and subject.start > reached:
                return subject
            for index in range(stop - 1, -1, -1):
                if sentence.tokens[index].start <= reached:
                    return found
                if self._is_of_people(sentence, index):
                    first, last = self.document.language.noun_phrase(sentence, index)
                    return self.bodies.resolve(roles.describe(self.document, sentence, first, last))
        return found

    def _before_content(self, phrase: roles.Description) -> int:
        """Return where what is told before a pronoun ends, without the words that are attributed: “…, they said”."""
        content = self.antecedents.content
        within = content is not None and phrase.sentence.start <= content[0] and content[1] <= phrase.start
        return phrase.sentence.find(content[0]) if within and content is not None else phrase.first

    def joined_before(self, phrase: roles.Description) -> Mention | None:
        """Return those joined by «и» who are a subject shortly before: «Мэрия и завод спорят. Стороны …»."""
        for sentence in reversed(self.narration.shortly_before(phrase.sentence)):
            stop = phrase.first if sentence is phrase.sentence else len(sentence.tokens)
            acting = self._several_acting(sentence, stop)
            if acting is not None and len(self.document.language.conjuncts(sentence, acting.first, acting.stop)) > 1:
                return acting
        return None

    def _several_acting(self, sentence: Sentence, stop: int) -> Mention | None:
        """Return the people, or those joined by «и», who are the last subject in the plural before the token."""
        for verb in range(stop - 1, -1, -1):
            if not any(r.form == "fin" and r.number in ("plur", "") for r in sentence.tokens[verb].readings):
                continue
            span = self.document.language.subject(sentence, verb)
            if span is None or span[1] > stop:
                continue
            joined = len(self.document.language.conjuncts(sentence, *span)) > 1
            head, _ = self.document.language.head(sentence, *span)
            if joined or self._is_of_people(sentence, head, bodies=True):
                return Mention(sentence, *span)
        return None

    def _is_of_people(self, sentence: Sentence, index: int, *, bodies: bool = False) -> bool:
        """Whether a noun for several people stands here, a subject where the language shows that.

        ``bodies`` says that it may be a body too: “Police arrested a man. They said …”.
        """
        token = sentence.tokens[index]
        reading = token.reading(pos="NOUN", case="nom", number="plur") or token.reading(
            pos="NOUN", case="", number="plur"
        )
        kinds = self.words.kinds(reading.lemma) if reading is not None and token.pos == "NOUN" else frozenset()
        return bool(kinds & GROUPS) and (bodies or not kinds & roles.BODIES)

    # Who and which

    def _before_comma(self, phrase: roles.Description) -> Resolved | Mention | None:
        """Return whom a relative pronoun means: the person or thing named last before it in the sentence."""
        named = [(m.name.stop, p) for m, p in self.antecedents.here(phrase.sentence) if m.name.stop <= phrase.first]
        stop, person = max(named, key=lambda item: item[0], default=(0, None))
        if person is not None and phrase.first - stop <= _BESIDE:
            return Resolved(person, "pronoun")
        for index in range(phrase.first - 1, -1, -1):
            token = phrase.sentence.tokens[index]
            if token.pos == "NOUN" and self.words.kinds(token.lemma):
                first, stop = self.document.language.noun_phrase(phrase.sentence, index)
                if stop <= phrase.first:
                    return Mention(phrase.sentence, first, stop)
        return None


def _mention(phrase: roles.Description) -> Mention:
    return Mention(phrase.sentence, phrase.first, phrase.stop)
