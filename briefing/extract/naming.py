"""The name of a phrase for somebody who is to act: in the nominative, of a pronoun or a post whom it means."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from briefing.extract import acronyms, roles
from briefing.extract.agents import is_age, is_agent
from briefing.extract.bodies import Body
from briefing.extract.coreference import Resolver
from briefing.extract.drafts import Mention, SpeakerDraft, Utterance
from briefing.extract.entities import Resolved
from briefing.extract.extent import agrees, innermost
from briefing.extract.findings import Findings
from briefing.extract.people import Person
from briefing.language import Sentence

_PHRASE = 5  # tokens of a phrase that another is joined to, or that stands for a person
_NEAR = 3  # tokens within which a pronoun opens what is said


class Naming:
    """Names those who act in one document."""

    def __init__(self, found: Findings, cast: Mapping[str, SpeakerDraft]) -> None:
        self.document, self.utterances = found.document, found.utterances
        self.known, self.rules = found.known, found.rules
        self.cast = cast
        self._heard = sorted((u for u in found.utterances if u.mention is not None), key=_place, reverse=True)

    # A resolver remembers who spoke and takes mentions in their order, so those in the narration have one of their own.
    # Both are made only for articles whose actions need them.

    @cached_property
    def resolver(self) -> Resolver:
        """Whom pronouns mean inside what people say."""
        return self._new_resolver()

    @cached_property
    def _narrator(self) -> Resolver:
        """Whom pronouns mean between what people say."""
        return self._new_resolver()

    def _new_resolver(self) -> Resolver:
        return Resolver(self.document, [(u.start, u.end) for u in self.utterances if u.kind == "direct"])

    def named(
        self, sentence: Sentence, first: int, stop: int, said: str | None, *, subject: bool = False
    ) -> str | None:
        """Return the phrase in the nominative, in which a subject stands already; of a pronoun whom it means.

        ``said`` is the name of whoever says what the phrase stands in.
        """
        token = sentence.tokens[first]
        if token.readings[0].pos == "PRON":
            return self._pronoun(sentence, first, stop, said)
        if stop - first > 1 and sentence.tokens[stop - 1].pos == "PART":
            stop -= 1  # “Trump's”
        first = self._without_pointing(sentence, first, stop)
        first, stop = self._coordinated(sentence, first, stop) if subject else (first, stop)
        person = self._person(sentence, first, stop, subject) or self._holder(sentence, first, stop)
        return person or self._taken_up(sentence, first, stop) or self._plain(sentence, first, stop, subject)

    def _without_pointing(self, sentence: Sentence, first: int, stop: int) -> int:
        """Return where the phrase begins without what points to whose it is: «своих | сторонников», «те | граждане»."""
        head, _ = self.document.language.head(sentence, first, stop)
        pointing = (i for i in range(head - 1, first - 1, -1) if self.known.has("pointing", sentence.tokens[i]))
        return next(pointing, first - 1) + 1

    def _pronoun(self, sentence: Sentence, first: int, stop: int, said: str | None) -> str | None:
        """Return whom a pronoun means: of those who say what they will do together, themselves."""
        token = sentence.tokens[first]
        if self.known.has("speaker_pronouns", token):
            return said
        if said and self._are_those_who_say_so(sentence, first):
            return said
        resolved = self._resolved(Mention(sentence, first, stop))
        return resolved.entity.name if resolved is not None else self._body_of_teller(sentence, first)

    def _resolved(self, mention: Mention) -> Resolved | None:
        """Return whom the mention means; in the narration, now that those who spoke before it have been heard."""
        if innermost(self.utterances, mention.start) is not None:
            return self.resolver.resolve(mention)
        while self._heard and _place(self._heard[-1]) < mention.start:
            told = self._heard.pop()
            speaker = self.cast.get(told.speaker or "")
            people = (p for p in self._narrator.antecedents.people if speaker is not None and p.name == speaker.name)
            if (person := next(people, None)) is not None:
                self._narrator.antecedents.spoke(person, _place(told))
        return self._narrator.resolve(mention)

    def _are_those_who_say_so(self, sentence: Sentence, pronoun: int) -> bool:
        """Whether a plural opens what several people report: «депутаты и сенаторы заявили, что они хотят …»."""
        token = sentence.tokens[pronoun]
        inside = innermost(self.utterances, token.start)
        if inside is None or inside.kind != "indirect" or inside.mention is None or token.readings[0].number != "plur":
            return False
        told, first, stop = inside.mention.sentence, inside.mention.first, inside.mention.stop
        several = self.document.language.head(told, first, stop)[1].number == "plur"
        teller = self.cast.get(inside.speaker or "")
        one = teller is not None and teller.kind == "person"
        counted = not one and any(t.reading(case="gen", number="plur") for t in told.tokens[first + 1 : stop])
        return sentence.find(inside.start) + _NEAR > pronoun and (several or counted)

    def _body_of_teller(self, sentence: Sentence, pronoun: int) -> str | None:
        """Return the body of the one person who reports what “they” will do: “Acme's director said | they will …”."""
        token = sentence.tokens[pronoun]
        inside = innermost(self.utterances, token.start)
        if inside is None or inside.kind != "indirect" or inside.cue is None or token.readings[0].number != "plur":
            return None
        between = sentence.tokens[sentence.find(inside.cue[1]) : pronoun]
        teller = self.cast.get(inside.speaker or "")
        direct = inside.cue[1] <= token.start and all(t.pos == "SCONJ" or t.text == "," for t in between)
        return teller.organisation if teller is not None and teller.kind == "person" and direct else None

    def told_of(self, sentence: Sentence, pronoun: int, told: Utterance) -> str | None:
        """Return of whom the words before a pronoun tell: «…, что девочка поправилась и | она поедет домой»."""
        meant = sentence.tokens[pronoun].readings[0]
        for index in range(sentence.find(told.start), pronoun):
            noun = sentence.tokens[index]
            if noun.pos != "NOUN" or not noun.readings[0].animate or self._is_governed(sentence, index):
                continue
            if any(r.number == meant.number and r.gender in ("", meant.gender) for r in noun.readings[:1]):
                return self.named(sentence, *self.document.language.noun_phrase(sentence, index), None)
        return None

    def _is_governed(self, sentence: Sentence, index: int) -> bool:
        first, _ = self.document.language.noun_phrase(sentence, index)
        return first > 0 and sentence.tokens[first - 1].pos == "ADP"

    def may_be_teller(self, sentence: Sentence, pronoun: int, told: Utterance) -> bool:
        """Whether the number of a pronoun is that of whoever speaks: not «врачи сообщили, что | она поедет»."""
        if told.mention is None:
            return True
        mention = told.mention
        _, reading = self.document.language.head(mention.sentence, mention.first, mention.stop)
        meant = sentence.tokens[pronoun].readings[0]
        alike = reading.animate or not (reading.gender and meant.gender) or reading.gender == meant.gender
        return meant.pos != "PRON" or not meant.number or (meant.number == (reading.number or "sing") and alike)

    def antecedent(self, sentence: Sentence, relative: int) -> int | None:
        """Return the noun that a relative pronoun takes up: the nearest before it that agrees with it."""
        meant = sentence.tokens[relative].readings[0]
        for index in range(relative - 1, -1, -1):
            token = sentence.tokens[index]
            counted = meant.number == "plur" and any(t.pos == "NUM" for t in sentence.tokens[max(0, index - 2) : index])
            agreeing = agrees(token, meant.number, meant.gender) or counted
            if token.pos in ("NOUN", "PROPN") and agreeing:
                return index
        return None

    def whose(self, sentence: Sentence, index: int, said: str | None) -> str | None:
        """Return whom the possessive at ``index`` means: “its plan”; “our plan” is that of whoever says so."""
        if sentence.tokens[index].readings[0].person == "1":
            return said
        resolved = self.resolver.resolve(Mention(sentence, index, index + 1))
        return resolved.entity.name if resolved is not None else None

    def _person(self, sentence: Sentence, first: int, stop: int, subject: bool) -> str | None:
        """Return the full name of the person whose name the phrase is or ends with."""
        name = sentence.name_at(stop - 1)
        if name is None or name.kind != "person":
            return None
        first = min(first, name.first)
        if any(sentence.tokens[i].pos == "CCONJ" for i in range(first, name.first)):
            return None  # several people
        head, reading = self.document.language.head(sentence, first, stop)
        if not name.first <= head < name.stop:
            # «министр Белов», but not «адвокаты Белова»
            cases = {known.case for known in self.document.language.person(sentence, name)}
            if reading.number == "plur" or not reading.case or reading.case not in cases:
                return None
            kinds = roles.lexicon(self.document.language).kinds(reading.lemma)
            if kinds and kinds.isdisjoint(roles.PERSONAL):
                return None  # «партия Белова»
        shortened = len(sentence.tokens[name.first].text.rstrip(".")) == 1
        if subject and name.stop - name.first > 1 and not shortened:
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

    def is_part_of_name(self, sentence: Sentence, first: int, stop: int) -> bool:
        """Whether the phrase is the end of a body's name, in capitals or marks: “Rovers” of “Hull Rovers”, «Метеор»."""
        marked = sentence.tokens[first].text in roles.QUOTED
        words = tuple(t.fold for t in sentence.tokens[first:stop] if t.is_word and t.pos != "DET")
        capital = all(t.is_capital for t in sentence.tokens[first:stop] if t.is_word and t.pos != "DET")
        return bool(words) and (capital or marked) and words in self._endings

    @cached_property
    def _endings(self) -> frozenset[tuple[str, ...]]:
        """The words with which the names of the article's bodies end."""
        found: set[tuple[str, ...]] = set()
        for sentence in (*self.document.headline, *self.document.sentences):
            for name in sentence.names:
                if name.kind == "organisation":
                    words = tuple(t.fold for t in sentence.tokens[name.first : name.stop] if t.is_word)
                    found.update(words[start:] for start in range(len(words)))
        return frozenset(found)

    def _plain(self, sentence: Sentence, first: int, stop: int, subject: bool) -> str:
        """Return the phrase as one lists it, without “his”; «стороны» and «премьер», subjects, are no genitives."""
        if stop > first + 1 and self.known.has("possessives", sentence.tokens[first]):
            first += 1
        first = self._past_trade(sentence, first, stop)
        head, reading = self.document.language.head(sentence, first, stop)
        stands = sentence.tokens[head].reading(case="nom")
        if subject and reading.case not in ("", "nom") and stands is not None and sentence.name_at(head) is None:
            return self.document.words(sentence, first, stop)
        name = self.document.language.nominative(sentence, first, stop)
        return acronyms.spelled_out(self.document, name) or name

    def _past_trade(self, sentence: Sentence, first: int, stop: int) -> int:
        """Return where the name of a body begins behind a word for what it is: “Supermarket chain | Hartley's”."""
        name = sentence.name_at(stop - 1)
        if self.known.grammar.free_order or name is None or name.kind != "organisation" or name.first <= first:
            return first
        told = sentence.tokens[first : name.first]
        plain = all(t.pos in ("DET", "ADJ", "NOUN", "PROPN") for t in told)
        trade = told[-1].pos == "NOUN" and told[-1].text.islower() and told[-1].readings[0].number != "plur"
        return name.first if plain and trade else first

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
        """Return the name of the person whom another word for people means: «президент», «54-летний политик»."""
        head, reading = self.document.language.head(sentence, first, stop)
        if stop - first > _PHRASE or reading.number == "plur" or sentence.name_at(head) is not None:
            return None
        kinds = roles.lexicon(self.document.language).kinds(reading.lemma) & roles.PERSONAL
        if not kinds or ("office" not in kinds and head + 1 < stop):
            return None  # «победитель чемпионата»: whoever that will be
        after = sentence.tokens[stop : stop + 2]
        if len(after) > 1 and after[0].text == "," and after[1].lemma in self.rules.relatives:
            return None  # «юноша, которого …»
        if first > 0 and is_age(sentence.tokens[first - 1]):
            first -= 1
        resolved = self._resolved(Mention(sentence, first, stop))
        person = resolved.entity if resolved is not None and isinstance(resolved.entity, Person) else None
        return person.name if person is not None and not self._tells(person, sentence, first) else None

    def _taken_up(self, sentence: Sentence, first: int, stop: int) -> str | None:
        """Return the name of the body that a bare noun takes up: «компания», “the airline”."""
        head, reading = self.document.language.head(sentence, first, stop)
        words = roles.lexicon(self.document.language)
        bare = stop == head + 1 and all(
            t.fold in words.articles - words.indefinite for t in sentence.tokens[first:head]
        )
        if not bare or reading.number == "plur" or sentence.name_at(head) is not None:
            return None
        if not words.kinds(reading.lemma) & roles.BODIES:
            return None
        resolved = self._resolved(Mention(sentence, first, stop))
        body = resolved.entity if resolved is not None else None
        if not isinstance(body, Body) or body.kind != "organisation":
            return None
        return body.name if body.stems or not words.kinds(body.head) else None

    def _tells(self, person: Person, sentence: Sentence, first: int) -> bool:
        """Whether the person says what the phrase stands in, and so is another: «Лосев сказал, что игрок …»."""
        before = (m.name.stop for m in person.mentions if m.sentence is sentence and m.name.stop <= first)
        return any(token.pos == "SCONJ" for stop in before for token in sentence.tokens[stop:first])


def _place(utterance: Utterance) -> int:
    """Return where whoever says it is named."""
    return utterance.mention.start if utterance.mention is not None else utterance.start
