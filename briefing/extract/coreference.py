"""Who is meant by a phrase or pronoun: a person named elsewhere, an organisation, or somebody not named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.extract import introductions, nearby, roles
from briefing.extract.bodies import Bodies, Body, latest
from briefing.extract.drafts import Mention, Utterance
from briefing.extract.holders import fit, is_another, names_another
from briefing.extract.narration import Narration
from briefing.extract.people import NameMention, Person, cast, find, mention_of
from briefing.extract.subjects import corrected
from briefing.language import Document, Name, Sentence, Token
from briefing.model import Via

Entity = Person | Body

_ENOUGH = 0.85  # the score from which on a role is taken for a person named elsewhere
_OPENING = 3  # tokens within which a name opens its sentence
_FAR = 12  # sentences after which being near no longer tells
_PERSONAL = set(roles.PERSONAL)
_GROUPS = {"group", "office", "profession", "status", "relation"}


@dataclass(slots=True, frozen=True)
class Resolved:
    """Who is meant, and by what that was seen."""

    entity: Entity
    via: Via


class Resolver:
    """Resolves the mentions of one article in the order of the text; what has been resolved helps with what follows.

    ``quoted`` are the spans of direct speech: whom a speaker talks about there is less likely the next speaker.
    """

    def __init__(self, document: Document, quoted: Sequence[tuple[int, int]] = ()) -> None:
        self.document = document
        self.words = roles.lexicon(document.language)
        self.people = cast(document)
        self.bodies = Bodies(document)
        self._quoted = quoted
        self._by_sentence: dict[int, list[tuple[NameMention, Person]]] = {}
        for person in self.people:
            for mention in person.mentions:
                self._by_sentence.setdefault(mention.sentence.index, []).append((mention, person))
        self._places: dict[int, list[int]] = {
            id(person): [m.start for m in person.mentions if not self._is_quoted(m.start)] for person in self.people
        }
        self._narration = Narration(document, quoted)
        self._last: Entity | None = None
        self._told = ""
        self._goes_on = False
        self._introduced: dict[int, Person] = {}

    def resolve(self, mention: Mention, verb: Token | None = None) -> Resolved | None:
        """Return whom the mention means, or None where nobody can be told.

        ``verb`` is the finite verb whose subject the mention is, where it is one: what does not agree with it, or
        stands in another case, is not meant.
        """
        if verb is not None:
            here = [
                (m, p) for m, p in self._by_sentence.get(mention.sentence.index, ()) if not self._is_quoted(m.start)
            ]
            mention = corrected(self.document, here, mention, verb) or mention
        self._told = nearby.gender_told(verb)
        self._goes_on = verb is not None and verb.lemma in self.words.continuing
        resolved = self._resolve(mention)
        if resolved is not None:
            self.spoke(resolved.entity, mention)
        return resolved

    def spoke(self, entity: Entity, mention: Mention) -> None:
        """Remember that the entity has spoken where the mention stands."""
        self._last = entity
        if isinstance(entity, Body):
            entity.places.append(mention.start)
        else:
            self._places.setdefault(id(entity), []).append(mention.start)

    def goes_on(self, person: Person) -> None:
        """Remember that the person still speaks, having told what somebody else says."""
        self._last = person

    def introduce(self, utterances: Sequence[Utterance]) -> None:
        """Take note of who is described before being named."""
        named = {}
        for utterance in utterances:
            mention = utterance.mention
            for known, person in self._by_sentence.get(mention.sentence.index, ()) if mention is not None else ():
                if mention is not None and known.name.first == mention.first and not person.descriptions:
                    named[mention.start] = known, person
        for mention, person in introductions.find(self.document, utterances, named):
            self._introduced[mention.start] = person

    def _resolve(self, mention: Mention) -> Resolved | None:
        if mention.start in self._introduced:
            return Resolved(self._introduced[mention.start], "role")
        if (person := self._named(mention)) is not None:
            return Resolved(person, "name")
        if (apposed := self._apposed(mention)) is not None:
            return apposed
        phrase = roles.describe(self.document, mention.sentence, mention.first, mention.stop)
        pronoun = self.words.pronoun(phrase.lemma)
        if pronoun:
            return self._pronoun(phrase, pronoun)
        name = mention.sentence.name_at(phrase.head)
        if name is not None and name.kind != "person":
            return Resolved(self.bodies.resolve(phrase), "name")
        if (person := self._missed(phrase)) is not None:
            return Resolved(person, "name")
        if not self._can_speak(phrase):
            person = self._subject_of(mention)
            return Resolved(person, "context") if person is not None else self._group_beside(phrase)
        return self._described(phrase)

    def _can_speak(self, phrase: roles.Description) -> bool:
        """Whether the phrase can name a speaker: a person, a body, a text, or something unknown with a capital."""
        if not phrase.reading.case:
            return True  # the language marks no case: where the phrase stands has told that it is the subject
        kinds = roles.kinds_of(self.words, phrase)
        if phrase.reading.number == "plur" and "group" in kinds and kinds & set(roles.BODIES):
            return phrase.reading.animate  # one «обвинение» speaks in court, «обвинения» are charges
        if kinds or phrase.reading.animate or phrase.reading.lemma in self.words.partitive:
            return True
        following = phrase.sentence.tokens[phrase.head + 1].fold if phrase.head + 1 < phrase.stop else ""
        if following in self.words.partitive:
            return True
        token = phrase.sentence.tokens[phrase.head]
        return token.pos in ("NOUN", "PROPN", "X") and token.is_capital and phrase.head > 0

    def _group_beside(self, phrase: roles.Description) -> Resolved | None:
        """Return the people that a participle after them stands for: «активисты, поддерживающие поправки»."""
        if phrase.reading.form != "part" or phrase.first < 2:
            return None
        index = phrase.first - 2
        if not self.words.kinds(phrase.sentence.tokens[index].lemma) & _GROUPS:
            return None
        first, stop = self.document.language.noun_phrase(phrase.sentence, index)
        return self._described(roles.describe(self.document, phrase.sentence, first, stop))

    def _subject_of(self, mention: Mention) -> Person | None:
        """Return the person whose name stands nearest to a phrase that cannot speak, in the nominative."""
        here = self._by_sentence.get(mention.sentence.index, ())
        free = [(m, p) for m, p in here if p.case_of(m) in ("nom", "") and not self._is_quoted(m.start)]
        near = [(abs(m.name.first - mention.first), p) for m, p in free]
        return min(near, key=lambda item: item[0])[1] if near else None

    def _is_quoted(self, offset: int) -> bool:
        return any(start <= offset < end for start, end in self._quoted)

    # Names

    def _named(self, mention: Mention) -> Person | None:
        """Return the person whose name, or the description beside it, is the head of the phrase."""
        here = self._by_sentence.get(mention.sentence.index, ())
        inside = [(m, p) for m, p in here if mention.first < m.name.stop and m.name.first <= mention.stop]
        if not here:
            return None
        head, _ = self.document.language.head(mention.sentence, mention.first, mention.stop)
        for found, person in inside:
            if found.name.first <= head < found.name.stop:
                return person
        for found, person in inside:
            if any(d.first <= head < d.stop and d.stop <= found.name.first for d in found.descriptions):
                return person
        for found, person in here:
            if any(d.first <= head < d.stop <= found.name.first for d in found.descriptions):
                return person
        word = mention.sentence.tokens[head]
        if self.words.kinds(word.lemma) or word.readings[0].case:
            return None
        for found, person in inside:
            # “the Power of Food ambassador Ann Lee”: the first noun is no word for people, so the name is the head.
            if found.name.stop == mention.stop and any(d.stop == found.name.first for d in found.descriptions):
                return person
        return None

    def _apposed(self, mention: Mention) -> Resolved | None:
        """Return whom the name between commas behind the phrase names: “one of her sons, Tom Lee, said …”."""
        name = introductions.apposed(self.document, mention)
        if name is None:
            return None
        if name.kind == "organisation":
            described = roles.describe(self.document, mention.sentence, name.first, name.stop)
            return Resolved(self.bodies.resolve(described), "name")
        here = self._by_sentence.get(mention.sentence.index, ())
        return next((Resolved(p, "name") for m, p in here if m.name.first == name.first), None)

    def _missed(self, phrase: roles.Description) -> Person | None:
        """Return the person whose name stands here without having been seen as one: a capital that no word explains."""
        token = phrase.sentence.tokens[phrase.head]
        if not token.is_capital or self.words.kinds(phrase.lemma) or phrase.sentence.name_at(phrase.head) is not None:
            return None
        name = Name(phrase.head, phrase.head + 1, "person")
        readings = self.document.language.person(phrase.sentence, name)
        if not readings:
            return None
        mention = mention_of(self.document, phrase.sentence, name, readings)
        person = find(self.people, mention)
        known = token.reading(pos="NOUN")
        if person is None and known is not None and not known.name and not known.animate:
            return None
        if person is None and (phrase.head == 0 or phrase.stop - phrase.first > 2):
            return None
        if person is None:
            person = Person()
            self.people.append(person)
        person.add(mention)
        self._by_sentence.setdefault(phrase.sentence.index, []).append((mention, person))
        return person

    # Roles

    def _described(self, phrase: roles.Description) -> Resolved | None:
        kinds = roles.kinds_of(self.words, phrase)
        if "message" in kinds and not phrase.stems and self._last is not None:
            return Resolved(self._publisher(phrase) or self._last, "context")
        plural = phrase.reading.number == "plur"
        person: Person | None = None
        if kinds & _PERSONAL and not plural and not is_another(self.words, phrase):
            person = self._by_role(phrase)
            if person is None and self._is_bare(phrase):
                person = self._speaking(phrase, kinds)
            if person is None and self._is_epithet(phrase, kinds):
                person = self._last if isinstance(self._last, Person) else None
            if person is None and "office" in kinds and self._is_bare(phrase):
                person = self._unintroduced()
            if person is None and "human" in kinds and not names_another(self.words, phrase):
                person = self._nearest(phrase, phrase.reading.gender)
        if person is not None:
            return Resolved(person, "role")
        return Resolved(self.bodies.resolve(phrase), "name" if kinds & set(roles.BODIES) and phrase.stems else "role")

    def _publisher(self, phrase: roles.Description) -> Body | None:
        """Return the newspaper or firm in Latin letters named in the sentence before, of which a «публикация» is."""
        before = self._sentence_before(phrase)
        name = nearby.publisher(before) if before is not None else None
        if before is None or name is None:
            return None
        if isinstance(self._last, Body) and any(place >= before.start for place in self._last.places):
            return None
        return self.bodies.resolve(roles.describe(self.document, before, name.first, name.stop))

    def _is_bare(self, phrase: roles.Description) -> bool:
        """Whether the phrase is a noun alone, with an article that says it is known where the language has those."""
        tokens = phrase.sentence.tokens[phrase.first : phrase.head]
        return phrase.stop == phrase.head + 1 and all(
            t.fold in self.words.articles and t.fold not in self.words.indefinite for t in tokens
        )

    def _unintroduced(self) -> Person | None:
        """Return the one person whom the article takes for known: named by the family name alone, without a post."""
        known = [p for p in self.people if not p.descriptions and not p.reading.given]
        known = [p for p in known if p.headline and len(p.mentions) > 1] or known
        return known[0] if len(known) == 1 else None

    def _speaking(self, phrase: roles.Description, kinds: frozenset[str]) -> Person | None:
        """Return who spoke last if a bare noun can be about them: «экономист», or a post nobody is said to hold."""
        last = self._last
        if not isinstance(last, Person) or phrase.lemma in self.words.standalone or self._contradicts(last):
            return None
        if _differ(last.gender, phrase.reading.gender) or "source" in kinds:
            return None
        near = self._nearness(phrase, last) >= 1 - 2 / _FAR
        if kinds & {"profession", "status"}:
            return last if near else None
        if phrase.lemma in self.words.epithets and near:
            return last
        return last if "office" in kinds and not last.descriptions and not self._is_definite(phrase) else None

    def _is_epithet(self, phrase: roles.Description, kinds: frozenset[str]) -> bool:
        """Whether the phrase is another word for who spoke just before: «бывший тренер клуба», «34-летний актёр»."""
        last = self._last
        if not isinstance(last, Person) or _differ(last.gender, phrase.reading.gender):
            return False
        if not kinds & {"office", "profession", "status"} or kinds & {"source", "relation"}:
            return False
        if phrase.lemma in self.words.standalone and not self._goes_on:
            return False
        near = self._nearness(phrase, last) >= 1 - 2 / _FAR
        if self._is_definite(phrase) and phrase.stop == phrase.head + 1 and not kinds & {"office"}:
            return near  # “the three-time champion”
        begin = phrase.first + self._is_definite(phrase)
        first = phrase.sentence.tokens[begin]
        marked = first.lemma in self.words.former or first.text[0].isdigit() or first.fold in self.words.repeated
        return (marked or self._goes_on) and begin < phrase.head and near

    def _is_definite(self, phrase: roles.Description) -> bool:
        """Whether an article that points at somebody known opens the phrase: “the midfielder”."""
        word = phrase.sentence.tokens[phrase.first].fold
        return word in self.words.articles and word not in self.words.indefinite and phrase.first < phrase.head

    def _by_role(self, phrase: roles.Description) -> Person | None:
        best: tuple[float, Person] | None = None
        fits = [(self._fit(phrase, person), person) for person in self.people]
        only = sum(score > 0 for score, _ in fits) == 1
        for score, person in fits:
            score += 0.2 if only and score and len(self._places.get(id(person), ())) > 2 else 0.0
            if score >= _ENOUGH and (best is None or score > best[0]):
                best = (score, person)
        return best[1] if best is not None else None

    def _fit(self, phrase: roles.Description, person: Person) -> float:
        """Return how well the phrase fits the person, by what the article says and by where: `_ENOUGH` of it tells."""
        if self._contradicts(person):
            return 0.0
        match = fit(self.words, phrase, person, self._told)
        if not match:
            return 0.0
        return match + 0.35 * self._nearness(phrase, person) + (0.25 if person is self._last else 0.0)

    def _contradicts(self, person: Person) -> bool:
        """Whether the verb tells that somebody of the other gender is meant: «губернатор отметил» is no woman."""
        return bool(self._told and person.gender) and self._told != person.gender

    def _nearness(self, phrase: roles.Description, person: Person) -> float:
        """Return 1 for a person named in this sentence, falling to 0 with the sentences between."""
        before = [place for place in self._places.get(id(person), []) if place < phrase.start]
        if not before:
            return 0.1
        return max(0.0, 1 - self._sentences_between(max(before), phrase.sentence) / _FAR)

    def _sentences_between(self, place: int, sentence: Sentence) -> int:
        found = self.document.sentence_at(place)
        return sentence.index - found.index if found is not None else _FAR

    # Pronouns

    def _pronoun(self, phrase: roles.Description, kind: str) -> Resolved | None:
        if kind == "first":
            return Resolved(self._last, "pronoun") if isinstance(self._last, Person) else None
        if kind == "relative":
            return self._antecedent(phrase)
        if kind == "plural":
            found = self._people_before(phrase)
            return Resolved(found, "pronoun") if found is not None else None
        if kind == "neuter":
            found = latest([b for b in self.bodies.known if b.kind == "organisation"], phrase.start)
            return Resolved(found, "pronoun") if found is not None else None
        gender = {"masculine": "masc", "feminine": "fem"}.get(kind, "")
        person = self._nearest(phrase, gender) if gender else None
        if (subject := self._unnamed_subject(phrase, person, gender)) is not None:
            return subject
        unnamed = [b for b in self.bodies.known if b.kind == "unnamed" and b.number != "plur"]
        unnamed = [b for b in unnamed if b.gender == gender or (not b.gender and self._is_somebody(b))]
        other = latest(unnamed, phrase.start)
        if gender and other is None and (person is None or self._is_told_of(person, phrase.start)):
            described = self._narration.somebody(phrase, gender)
            if described is not None:
                return self._described(described)
        if other is not None and (person is None or other is self._last or self._is_later(other, person, phrase.start)):
            return Resolved(other, "pronoun")
        return Resolved(person, "pronoun") if person is not None else None

    def _unnamed_subject(self, phrase: roles.Description, person: Person | None, gender: str) -> Resolved | None:
        """Return somebody without a name who is the subject of the sentence before: «Водитель ждал. Он сказал, …»."""
        before = self._sentence_before(phrase)
        if before is None or not gender or before.paragraph < phrase.sentence.paragraph - 1:
            return None
        if person is not None and max(p for p in self._places[id(person)] if p < phrase.start) >= before.start:
            return None
        head = nearby.opening_subject(self.words, before, gender)
        if head is None or self._is_quoted(before.tokens[head].start):
            return None
        first, stop = self.document.language.noun_phrase(before, head)
        return self._described(roles.describe(self.document, before, first, stop))

    def _is_somebody(self, body: Body) -> bool:
        return bool(self.words.kinds(body.head) & _PERSONAL)

    def _is_told_of(self, person: Person, before: int) -> bool:
        """Whether the person's last mention was in no sentence's subject, and nothing that the person said is near."""
        latest_place = max((p for p in self._places.get(id(person), ()) if p < before), default=-1)
        return person is not self._last and not self._is_subject(person, latest_place)

    def topic(self, offset: int) -> Person | None:
        """Return the person of whom the text told last before the offset: whose name opened a sentence there."""
        here = self.document.sentence_at(offset)
        for sentence in self._narration.before(here) if here is not None else ():
            for mention, person in self._by_sentence.get(sentence.index, ()):
                opens = mention.name.first <= _OPENING and mention.start < offset
                if opens and self._is_subject(person, mention.start):
                    return person
        return None

    def _is_later(self, body: Body, person: Person, before: int) -> bool:
        """Whether somebody without a name was mentioned after the person last was a subject or spoke."""
        if person is self._last:
            return False
        subjects = [p for p in self._places.get(id(person), ()) if p < before and self._is_subject(person, p)]
        return max((p for p in body.places if p < before), default=-1) > max(subjects, default=-1)

    def _people_before(self, phrase: roles.Description) -> Body | None:
        """Return the people together whom «они» means: the plural named last, in this sentence or the two before."""
        spoken = [b for b in self.bodies.known if b.number == "plur" and not self.words.kinds(b.head) & {"document"}]
        found = latest(spoken, phrase.start)
        reached = (
            max((place for place in found.places if place < phrase.start), default=-1) if found is not None else -1
        )
        for sentence in reversed(self._before(phrase.sentence)):
            stop = phrase.first if sentence is phrase.sentence else len(sentence.tokens)
            for index in range(stop - 1, -1, -1):
                token = sentence.tokens[index]
                if token.start <= reached:
                    return found
                reading = token.reading(pos="NOUN", case="nom", number="plur") or token.reading(case="", number="plur")
                kinds = self.words.kinds(reading.lemma) if reading is not None and token.pos == "NOUN" else frozenset()
                if kinds & _GROUPS and not kinds & set(roles.BODIES):
                    first, last = self.document.language.noun_phrase(sentence, index)
                    return self.bodies.resolve(roles.describe(self.document, sentence, first, last))
        return found

    def _sentence_before(self, phrase: roles.Description) -> Sentence | None:
        return next(iter(self._before(phrase.sentence)[-2:-1]), None)

    def _before(self, sentence: Sentence) -> list[Sentence]:
        return [s for s in self.document.sentences if sentence.index - 2 <= s.index <= sentence.index]

    def _antecedent(self, phrase: roles.Description) -> Resolved | None:
        """Return whom a relative pronoun means: the person or thing named last before it in the sentence."""
        here = self._by_sentence.get(phrase.sentence.index, ())
        before = [(m.name.stop, p) for m, p in here if m.name.stop <= phrase.first]
        if before and phrase.first - max(before, key=lambda item: item[0])[0] <= 3:
            return Resolved(max(before, key=lambda item: item[0])[1], "pronoun")
        for index in range(phrase.first - 1, -1, -1):
            token = phrase.sentence.tokens[index]
            if token.pos == "NOUN" and self.words.kinds(token.lemma):
                first, stop = self.document.language.noun_phrase(phrase.sentence, index)
                if stop <= phrase.first:
                    return self._resolve(Mention(phrase.sentence, first, stop))
        return None

    def _nearest(self, phrase: roles.Description, gender: str) -> Person | None:
        """Return the person of this gender whom a pronoun or «мужчина» means."""
        best: tuple[float, Person] | None = None
        for person in self.people:
            if gender and person.gender and person.gender != gender:
                continue
            places = [place for place in self._places.get(id(person), []) if place < phrase.start]
            if not places:
                continue
            score = 0.0 if person.gender == gender else -1.5
            score -= 0.8 * min(self._sentences_between(max(places), phrase.sentence), _FAR)
            score += 1.6 * (person is self._last) + 0.2 * min(len(places), 5)
            score += 0.7 * self._is_subject(person, max(places))
            if phrase.sentence.start <= max(places) and not self._is_subject(person, max(places)):
                score -= 1.5  # «обращаясь к г-же Мэй, она добавила»
            score += 0.8 * self._opened_last(person, max(places), phrase.sentence)
            if best is None or score > best[0]:
                best = (score, person)
        return best[1] if best is not None else None

    def _opened_last(self, person: Person, place: int, sentence: Sentence) -> bool:
        """Whether the person's name opened the sentence before this one."""
        mention = next((m for m in person.mentions if m.start == place), None)
        return (
            mention is not None
            and mention.sentence.index == sentence.index - 1
            and mention.name.first <= _OPENING
            and self._is_subject(person, place)
        )

    def _is_subject(self, person: Person, place: int) -> bool:
        mention = next((m for m in person.mentions if m.start == place), None)
        return mention is None or person.case_of(mention) in ("nom", "")


def _differ(one: str, other: str) -> bool:
    """Whether two genders are known and not the same."""
    return bool(one and other) and one != other
