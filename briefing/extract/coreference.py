"""Who is meant by a phrase or pronoun: a person named elsewhere, an organisation, or somebody not named."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from briefing.extract import introductions, nearby, roles, shares
from briefing.extract.anaphora import GROUPS, Pronouns
from briefing.extract.antecedents import Antecedents
from briefing.extract.bodies import Bodies, Body
from briefing.extract.drafts import Mention, Utterance
from briefing.extract.entities import Resolved
from briefing.extract.holders import is_another
from briefing.extract.narration import Narration
from briefing.extract.people import Person, find, mention_of, mentions
from briefing.extract.subjects import corrected, is_taken_up
from briefing.language import Document, Name, Token

_WORK = {"office", "profession"}
_TEXTS = {"document", "message"}
_SAME_POLL = 3  # paragraphs after which “42% said” is still of those asked before


def _counts_people(after: Sequence[Token]) -> bool:
    """Whether what follows a noun in the genitive are people, whom it then counts: «часть жителей»."""
    people = (token.reading(pos="NOUN", case="gen", number="plur") for token in after)
    return any(reading is not None and reading.animate for reading in people)


class Resolver:
    """Resolves the mentions of one article in the order of the text; what has been resolved helps with what follows.

    ``quoted`` are the spans of direct speech: whom a speaker talks about there is less likely the next speaker.
    """

    def __init__(self, document: Document, quoted: Sequence[tuple[int, int]] = ()) -> None:
        self.document = document
        self.words = roles.lexicon(document.language)
        self.antecedents = Antecedents(document, quoted)
        self.bodies = Bodies(document)
        self._narration = Narration(document, quoted)
        self._pronouns = Pronouns(self._narration, self.antecedents, self.bodies)
        self._quoted = quoted
        self._introduced: dict[int, Person] = {}
        self._shared: tuple[int, Resolved] | None = None  # where a share of whom was told last
        self._told: dict[tuple[int, int], Resolved] = {}  # by the place of a phrase
        self._issued: dict[str, Mention] = {}  # by the noun for a text, whose it is

    def resolve(
        self, mention: Mention, verb: Token | None = None, content: tuple[int, int] | None = None
    ) -> Resolved | None:
        """Return whom the mention means, or None where nobody can be told.

        ``verb`` is the finite verb whose subject the mention is, if any, with which it agrees, ``content`` the span of
        the words to be attributed.
        """
        if verb is not None:
            named = self.antecedents.here(mention.sentence)
            here = [(m, p) for m, p in named if not self.antecedents.is_quoted(m.start)]
            mention = corrected(self.document, here, mention, verb, content) or mention
        self.antecedents.content, self.antecedents.told = content, nearby.gender_told(verb)
        self.antecedents.goes_on = verb is not None and verb.lemma in self.words.continuing
        if (resolved := self._told.get(place := (mention.start, mention.stop)) or self._resolve(mention)) is not None:
            self._told[place] = resolved
            self.antecedents.spoke(resolved.entity, mention.start)
        return resolved

    def goes_on(self, person: Person) -> None:
        """Remember that the person still speaks, having told what somebody else says."""
        self.antecedents.last = person

    def introduce(self, utterances: Sequence[Utterance]) -> None:
        """Take note of who is described before being named."""
        named = {}
        for utterance in utterances:
            mention = utterance.mention
            if mention is None:
                continue
            for known, person in self.antecedents.here(mention.sentence):
                first = not person.descriptions or (known is person.mentions[0] and not person.headline)
                titles = [d.first for d in known.descriptions if d.stop <= known.name.first]
                if first and mention.first in (known.name.first, *titles):
                    named[mention.start] = known, person
        opening = {
            person.mentions[0].sentence.index: (person.mentions[0], person)
            for person in self.antecedents.people
            if person.mentions and person.mentions[0].is_full and not person.headline
            if self.antecedents.opens(person, person.mentions[0])
        }
        for mention, person in introductions.find(self.document, utterances, named, opening):
            self._introduced[mention.start] = person

    def _resolve(self, mention: Mention) -> Resolved | None:
        if mention.start in self._introduced:
            return Resolved(self._introduced[mention.start], "role")
        if (several := self._several(mention)) is not None:
            return several
        share = shares.whole(self.document.language, mention)
        if share is not None and (sharing := self._sharing(mention, share)) is not None:
            return sharing
        if (person := self._named(mention) or self._in_headline(mention)) is not None:
            return Resolved(person, "name")
        if (apposed := self._apposed(mention)) is not None:
            return apposed
        phrase = roles.describe(self.document, mention.sentence, mention.first, mention.stop)
        pronoun = self.words.pronoun(phrase.lemma)
        if pronoun:
            meant = self._pronouns.meant(phrase, pronoun)
            return self._resolve(meant) if isinstance(meant, Mention) else meant
        name = mention.sentence.name_at(phrase.head)
        if (name is not None and name.kind != "person") or roles.is_called(phrase):
            return Resolved(self.bodies.resolve(phrase), "name")
        if (person := self._missed(phrase)) is not None:
            return Resolved(person, "name")
        if not self._can_speak(phrase):
            return self._stand_in(mention, phrase)
        return self._described(phrase)

    def _several(self, mention: Mention) -> Resolved | None:
        """Return those who speak together: «Лев Кротов и Анна Ким»."""
        sentence = mention.sentence
        spans = self.document.language.conjuncts(sentence, mention.first, mention.stop)
        if (family := self._family(mention, spans)) is not None:
            return Resolved(family, "name")
        if len(spans) < 2:
            return None
        last = spans[-1][0]
        between = sentence.tokens[spans[-2][1] : last]  # or what the one before is: “Ann Lee, the mayor, | and Jo Kim”
        before = sentence.tokens[last - 2 if any(t.pos == "NOUN" for t in between) else spans[-2][1] - 1]
        joint = self.document.text[before.end : sentence.tokens[last].start]
        if joint.strip() == "," and len(spans) == 2:
            return self._resolve(Mention(sentence, *spans[0]))  # «Лев Кротов, Орск: «…»»
        found = [self._resolve(Mention(sentence, *span)) for span in spans]
        entities = [resolved.entity for resolved in found if resolved is not None]
        return Resolved(self.bodies.together(entities, joint), "name") if len(entities) == len(spans) else None

    def _sharing(self, mention: Mention, whole: Mention) -> Resolved | None:
        """Return of whom the phrase is a share: those it names, else of whom the last one was, else who was asked."""
        if whole is mention:
            whole = shares.asked(self.document, mention, [mention.sentence], certain=True) or mention
        if whole is not mention:
            found = self._resolve(whole)
        elif self._shared is not None and self._shared[0] >= mention.sentence.paragraph - _SAME_POLL:
            found = self._shared[1]
        else:
            told = [*self._narration.before(mention.sentence), *self.document.headline]
            asked = shares.asked(self.document, mention, told)
            found = self._resolve(asked) if asked is not None else None
        if found is not None:
            self._shared = mention.sentence.paragraph, found
        return found

    def _family(self, mention: Mention, spans: Sequence[tuple[int, int]]) -> Body | None:
        """Return those who share a family name in the plural: «братья Лев и Пётр Кротовы»."""
        sentence, last = mention.sentence, mention.sentence.tokens[mention.stop - 1]
        names = [
            name for name in sentence.names if name.kind == "person" and mention.first <= name.first < mention.stop
        ]
        plural = last.reading(number="plur", case="nom")
        if len(spans) < 2 or len(names) < 2 or plural is None or names[-1].stop != mention.stop:
            return None
        if plural.name != "family" or names[-1].stop - names[-1].first < 2:
            return None
        words = self.document.words(sentence, names[0].first, mention.stop)
        return self.bodies.resolve_name(words)

    def _can_speak(self, phrase: roles.Description) -> bool:
        """Whether the phrase can name a speaker: a person, a body, a text, or something unknown with a capital."""
        if not phrase.reading.case:
            return True  # the language marks no case: where the phrase stands has told that it is the subject
        kinds = roles.kinds_of(self.words, phrase)
        if phrase.reading.number == "plur" and phrase.lemma in self.words.single:
            return False  # one «обвинение» speaks in court, «обвинения» are charges
        if kinds or phrase.reading.animate or phrase.reading.lemma in self.words.partitive:
            return True
        if phrase.sentence.tokens[phrase.first].fold in self.words.indefinite:
            return True
        after = phrase.sentence.tokens[phrase.head + 1 : phrase.stop]
        if after and (after[0].fold in self.words.partitive or _counts_people(after)):
            return True
        if phrase.reading.number == "plur" and (phrase.reading.pos in ("ADJ", "PRON", "DET") or phrase.reading.form):
            return True  # «многие», «другие», «оставшиеся»
        tokens = phrase.sentence.tokens
        if tokens[phrase.first].text in roles.QUOTED and tokens[phrase.first + 1].is_capital:
            return True  # a name in marks: «Городские вести»
        token = tokens[phrase.head]
        return token.pos in ("NOUN", "PROPN", "X") and token.is_capital and phrase.head > 0

    def _stand_in(self, mention: Mention, phrase: roles.Description) -> Resolved | None:
        """Return who speaks where the phrase taken for the speaker is a thing: a name near by, or whose thing it is."""
        governed = mention.first > 0 and mention.sentence.tokens[mention.first - 1].pos == "ADP"
        person = self._subject_of(mention) if not governed else None
        if person is not None:
            return Resolved(person, "context")
        if (group := self._group_beside(phrase)) is not None or phrase.head + 1 >= phrase.stop:
            return group
        following = phrase.sentence.tokens[phrase.head + 1]
        unchanging = not following.readings[0].case and phrase.sentence.name_at(phrase.head + 1) is not None
        if following.reading(case="gen") is None and not unchanging:
            return None
        owner = Mention(mention.sentence, phrase.head + 1, phrase.stop)
        described = roles.describe(self.document, owner.sentence, owner.first, owner.stop)
        return self._resolve(owner) if self._can_speak(described) else None

    def _group_beside(self, phrase: roles.Description) -> Resolved | None:
        """Return the people that a participle after them stands for: «активисты, поддерживающие поправки»."""
        if phrase.reading.form != "part" or phrase.first < 2:
            return None
        index = phrase.first - 2
        if not self.words.kinds(phrase.sentence.tokens[index].lemma) & GROUPS:
            return None
        first, stop = self.document.language.noun_phrase(phrase.sentence, index)
        return self._described(roles.describe(self.document, phrase.sentence, first, stop))

    def _subject_of(self, mention: Mention) -> Person | None:
        """Return the person whose name stands nearest to a phrase that cannot speak, in the nominative."""
        here = self.antecedents.here(mention.sentence)
        free = [(m, p) for m, p in here if p.case_of(m) in ("nom", "") and not self.antecedents.is_quoted(m.start)]
        near = [(abs(m.name.first - mention.first), p) for m, p in free]
        return min(near, key=lambda item: item[0])[1] if near else None

    # Names

    def _named(self, mention: Mention) -> Person | None:
        """Return the person whose name, or the description beside it, is the head of the phrase."""
        here = self.antecedents.here(mention.sentence)
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

    def _in_headline(self, mention: Mention) -> Person | None:
        """Return the person whom the headline names with this phrase: “Statement by Ann Lee”."""
        if not any(sentence is mention.sentence for sentence in self.document.headline):
            return None
        for found in mentions(self.document, mention.sentence):
            if mention.first <= found.name.first < mention.stop:
                person = find(self.antecedents.people, found)
                if person is None:
                    person = Person()
                    self.antecedents.people.append(person)
                    self.antecedents.add(person, found)
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
        here = self.antecedents.here(mention.sentence)
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
        person = find(self.antecedents.people, mention)
        known = token.reading(pos="NOUN")
        if person is None and known is not None and not known.name and not known.animate:
            return None
        if person is None and (phrase.head == 0 or phrase.stop - phrase.first > 2):
            return None
        if person is None:
            person = Person()
            self.antecedents.people.append(person)
        self.antecedents.add(person, mention)
        return person

    # Roles

    def _described(self, phrase: roles.Description) -> Resolved | None:
        kinds = roles.kinds_of(self.words, phrase)
        last = self.antecedents.last
        if kinds and kinds <= {"document", "message"} and (writer := self._writer(phrase)) is not None:
            return Resolved(writer, "context")
        if kinds & _TEXTS and (maker := nearby.maker(self.document, self.words, phrase)) is not None:
            return self._resolve(maker)
        if (collector := nearby.collector(self.words, phrase)) is not None:
            self._issued[phrase.lemma] = collector
            return self._resolve(collector)
        if phrase.lemma in self._issued and self._is_same_text(phrase):
            return self._resolve(self._issued[phrase.lemma])
        if kinds & _TEXTS and (issuer := nearby.issuer(self.document, self.words, phrase)) is not None:
            return self._resolve(issuer)
        is_new = is_another(self.words, phrase) or self._is_brought_up(phrase)
        if "message" in kinds and not phrase.stems and not is_new and last is not None:
            return Resolved(self._publisher(phrase) or last, "context")
        if self._names_several(phrase, kinds) and (joined := self._pronouns.joined_before(phrase)) is not None:
            several = self._resolve(joined)
            if several is not None and isinstance(several.entity, Body) and several.entity.kind == "organisation":
                return several
        person: Person | None = None
        if kinds & roles.PERSONAL and phrase.reading.number != "plur" and not (is_new or self.bodies.knows(phrase)):
            person = self.antecedents.holder(phrase) or self.antecedents.epithet(phrase, kinds)
            if person is not None and (phrase.stems or kinds & _WORK):
                person.epithets.append(phrase)
        if person is not None:
            return Resolved(person, "role")
        body = self.bodies.resolve(phrase, new=is_new)
        return Resolved(body, "name" if kinds & roles.BODIES and phrase.stems else "role")

    def _is_same_text(self, phrase: roles.Description) -> bool:
        """Whether the phrase takes up a text named before: “a report by Acme …. The report …”."""
        definite = self.words.articles - self.words.indefinite
        return phrase.stop == phrase.head + 1 and phrase.sentence.tokens[phrase.first].fold in definite

    def _is_brought_up(self, phrase: roles.Description) -> bool:
        """Whether somebody new is described and acts in a relative clause: «встретил старого врача, который …»."""
        opening = phrase.sentence.tokens[phrase.first : phrase.head]
        known = self.words.determiners | self.words.former | self.words.repeated
        described = any(t.reading(pos="ADJ") for t in opening) and not any({t.lemma, t.fold} & known for t in opening)
        oblique = phrase.reading.case not in ("", "nom")
        return oblique and described and is_taken_up(self.document, phrase.sentence, phrase.stop)

    def _names_several(self, phrase: roles.Description, kinds: frozenset[str]) -> bool:
        """Whether the phrase is a bare noun for bodies in the plural, which names again several: «издания»."""
        bodies = kinds & {*roles.BODIES, "territory"}
        return bool(bodies) and phrase.reading.number == "plur" and phrase.stop == phrase.first + 1

    def _writer(self, phrase: roles.Description) -> Person | None:
        """Return whose own text it is: “her letter said …”, “Lee’s tweet said …”."""
        tokens = phrase.sentence.tokens
        if phrase.lemma not in self.words.personal_texts:
            return None
        for mention, person in self.antecedents.here(phrase.sentence):
            owns = mention.name.first >= phrase.first and mention.name.stop < phrase.head
            if owns and tokens[mention.name.stop].readings[0].case == "gen":
                return person
        if tokens[phrase.first].readings[0].case != "gen":
            return None
        owner = roles.describe(self.document, phrase.sentence, phrase.first, phrase.first + 1)
        gender = {"masculine": "masc", "feminine": "fem"}.get(self.words.pronoun(tokens[phrase.first].fold), "")
        return self.antecedents.pronoun(owner, gender) if gender else None

    def _publisher(self, phrase: roles.Description) -> Body | None:
        """Return the newspaper or firm in Latin letters named in the sentence before, of which a «публикация» is."""
        before, last = self._narration.sentence_before(phrase.sentence), self.antecedents.last
        name = nearby.publisher(before) if before is not None else None
        if before is None or name is None:
            return None
        if isinstance(last, Body) and any(place >= before.start for place in last.places):
            return None
        return self.bodies.resolve(roles.describe(self.document, before, name.first, name.stop))

    def brought_in(self, offset: int) -> Person | None:
        """Return the person whom the sentence that ends before the offset introduces as its subject.

        Words in marks that follow are that person's: «На сцену вышла ткачиха Анна Ким. «Я рада»».
        """
        sentences = self.document.sentences
        place = bisect_left(sentences, offset, key=lambda sentence: sentence.end)
        before = sentences[place - 1] if place else None
        if before is None or any(start < before.end and before.start < end for start, end in self._quoted):
            return None
        subjects = [(m, p) for m, p in self.antecedents.here(before) if p.case_of(m) in ("nom", "")]
        if len(subjects) != 1:
            return None
        mention, person = subjects[0]
        return person if person.mentions[0] is mention and mention.descriptions else None

    def acts_before(self, offset: int) -> Person | None:
        """Return the person who opens the sentence before and goes on: «Лев Кротов осмотрел цех. И отметил, что …»."""
        return nearby.acts_before(self.document, self.antecedents, offset)

    def topic(self, offset: int) -> Person | None:
        """Return the person of whom the text told last before the offset: whose name opened a sentence there."""
        here = self.document.sentence_at(offset)
        for sentence in self._narration.before(here) if here is not None else ():
            for mention, person in self.antecedents.here(sentence):
                if mention.start < offset and self.antecedents.opens(person, mention):
                    return person
        return None
