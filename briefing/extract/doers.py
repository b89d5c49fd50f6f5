"""Who is to act, who says so, and by when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property

from briefing import edtf
from briefing.extract import addressees, cues, openers, roles
from briefing.extract.agents import acting_subject, is_agent, subject_of
from briefing.extract.coreference import Resolver
from briefing.extract.cues import Cue
from briefing.extract.dependents import dependent
from briefing.extract.drafts import ActionDraft, FigureDraft, Mention, SpeakerDraft, Utterance
from briefing.extract.extent import innermost
from briefing.extract.figures.deadlines import deadline
from briefing.extract.governed import Complement, lexical
from briefing.extract.passing import comes_again
from briefing.extract.people import Person
from briefing.extract.unnamed import Unnamed
from briefing.language import Document, Sentence
from briefing.model import ActionStatus

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEEK = timedelta(days=7)
_PHRASE = 5  # tokens of a phrase that another is joined to


class Doers:
    """Turns the words of an action into a draft: status, actor, speaker and deadline looked up around them."""

    def __init__(
        self,
        document: Document,
        published: date | None,
        figures: Sequence[FigureDraft],
        utterances: Sequence[Utterance],
        cast: Sequence[SpeakerDraft],
        recent: int,
    ) -> None:
        self.document = document
        self.published = published
        self.recent = recent
        self.figures = figures
        self.utterances = utterances
        self.cast = {speaker.id: speaker for speaker in cast}
        self.rules = openers.rules(document.language.code)
        self.unnamed = Unnamed(document, utterances)
        self.known = cues.lexicon(document.language.code)

    @cached_property
    def resolver(self) -> Resolver:
        """Whom pronouns mean; made only for articles whose actions need it."""
        return Resolver(self.document, [(u.start, u.end) for u in self.utterances if u.kind == "direct"])

    def draft(self, sentence: Sentence, first: int, stop: int, cue: Cue, complement: Complement) -> ActionDraft:
        """Return the draft of the action at the tokens ``first`` to ``stop``."""
        start, end = sentence.tokens[first].start, sentence.tokens[stop - 1].end
        speaker = self._speaker_at(start)
        actor = self._actor(sentence, cue, complement, speaker)
        # The date of a past utterance is no deadline: «в пятницу он поручил …», "called on Monday for …".
        head = sentence.tokens[cue.head].readings[0]
        told = head.form == "fin" and head.tense == "past" and cue.frame.past == "perf"
        begin = complement.first if told else min(first, cue.first)
        verb = lexical(sentence, complement.head, self.known)
        others = {sentence.tokens[i].start for i in dependent(sentence, begin, stop, verb, self.known)}
        own = [figure for figure in self.figures if figure.start not in others]
        due = deadline(self.document, sentence, begin, stop, self.published, own)
        if due is not None:
            announced = told and sentence.tokens[complement.head].pos == "NOUN"
            due = self._to_come(*due, announced=announced) if not self._is_term(sentence, first, due[1]) else None
        return ActionDraft(
            start=start,
            end=end,
            status=self._status(sentence, cue, complement),
            actor=actor,
            speaker=speaker,
            deadline=due[0] if due is not None else None,
            deadline_span=due[1] if due is not None else None,
        )

    def _is_term(self, sentence: Sentence, first: int, span: tuple[int, int]) -> bool:
        """Whether the date tells for what time a plan is made, not by when: «разработать план на 2026–2028 годы»."""
        at = sentence.find(span[0])
        if at == 0 or not self.known.has("term_prepositions", sentence.tokens[at - 1]):
            return False
        for index in range(at - 2, first - 1, -1):
            if sentence.tokens[index].pos == "VERB":
                return False
            if self.known.has("programmes", sentence.tokens[index]):
                return True
        return False

    def _to_come(self, value: str, span: tuple[int, int], *, announced: bool) -> tuple[str, tuple[int, int]] | None:
        """Return the deadline unless it is past: «суда, заказанные в 2007 году», is about something else.

        A weekday of the week before is that of the week to come, a month without a year that of the year to come: what
        is to be done by Friday or March is done by the next one; “announced the closure on Monday” tells when it was.
        """
        last = value.rpartition("/")[2]
        weekday = not any(character.isdigit() for character in self.document.text[slice(*span)])
        if self.published is not None and weekday and _DAY.fullmatch(last):
            day = date.fromisoformat(last)
            if announced and timedelta(0) <= self.published - day <= _WEEK:
                return None
            if timedelta(0) < self.published - day <= _WEEK:
                return value.replace(last, (day + _WEEK).isoformat()), span
        end = edtf.bounds(value)[1] or edtf.bounds(value)[0]
        if self.published is not None and end is not None and comes_again(self.document, span, end, self.published):
            return value.replace(str(end.year), str(end.year + 1)), span
        year = self.published.year if self.published is not None else self.recent
        return None if last and last[:4] < str(year) else (value, span)

    def _speaker_at(self, offset: int) -> str | None:
        """Return the id of whoever says what stands at the text offset."""
        inside = innermost([u for u in self.utterances if u.speaker is not None], offset)
        return inside.speaker if inside is not None else None

    def _status(self, sentence: Sentence, cue: Cue, complement: Complement) -> ActionStatus:
        """Return the status; what somebody says in his own words that he or others must do is a proposal.

        What is due to take place is planned («встреча должна состояться»), what those demand who cannot order it
        proposed.
        """
        if self._is_plea(sentence, cue):
            return "proposed"
        if cue.frame.status != "directed" or cue.frame.span != "clause":
            return cue.frame.status
        if self.known.has("events", sentence.tokens[complement.head]):
            return "planned"
        inside = innermost(self.utterances, sentence.tokens[cue.head].start)
        return "proposed" if inside is not None and inside.kind == "direct" else "directed"

    def _is_plea(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether those who demand it have no power to order it: «жители требуют отставки»."""
        if cue.frame.status != "directed" or cue.frame.doer != "object":
            return False
        span = subject_of(self.document, sentence, cue.head)
        if span is None:
            return False
        return self.known.has("petitioners", sentence.tokens[self.document.language.head(sentence, *span)[0]])

    # -------------------------------------------------------------- the actor

    def _actor(self, sentence: Sentence, cue: Cue, complement: Complement, speaker: str | None) -> str | None:
        """Return who is to act, in the nominative; for a proposal without a doer who makes it.

        What cannot act is no actor: of «будет построен мост» only the speaker, if anybody says it.
        """
        said = self.cast[speaker].name if speaker in self.cast else None
        # "wants the state to pay": who stands between the verb and its infinitive is to act
        between = self.known.grammar.object_acts and cue.stop < complement.first < complement.head
        addressed = cue.frame.doer == "object" or (between and cue.frame.status == "proposed")
        found = self._addressed(sentence, cue, complement, said) if addressed else None
        if found is None and addressed and self._is_plea(sentence, cue):
            return self._subject(sentence, cue.head, said) or said
        if found is None and addressed and cue.frame.status == "directed":
            return None
        if found is None and cue.frame.noun:
            found = self._owner(sentence, cue, complement, said)
        undergoes = self._undergoes(sentence, complement)
        prepares = cue.frame.status == "planned" and cue.frame.doer == "speaker" and not cue.frame.noun
        if found is None and (cue.frame.doer == "subject" or prepares) and not undergoes:
            span = acting_subject(self.document, sentence, cue.head)
            if span is None and self._status(sentence, cue, complement) == "directed":
                span = self._obliged(sentence, cue.head)
            if span is not None:
                reported = innermost(self.utterances, sentence.tokens[span[0]].start)
                own = said if reported is not None and reported.kind == "indirect" else None
                if own is not None and self.known.has("things", sentence.tokens[span[0]]):
                    own = self.unnamed.body_of(self.cast.get(speaker or ""))  # “it” is none of the people who speak
                return self._named(sentence, *span, said, subject=True) or own  # said it would act: the speaker
        if found is None and cue.frame.doer == "subject" and not undergoes:
            found = self._author(sentence, cue.head, said)
        if found is None and (undergoes or sentence.tokens[complement.head].pos == "NOUN"):
            found = self._agent(sentence, complement, said)
        if found is not None:
            return found
        if cue.frame.status == "proposed":
            return said or (self._subject(sentence, cue.head, said) if cue.frame.doer != "subject" else None)
        if undergoes or self._is_impersonal(sentence, cue, complement):
            owner = self._possessor(sentence, cue.head) if undergoes else None
            return owner or self.unnamed.doer(sentence, self.cast.get(speaker or ""))
        held = self.known.has("events", sentence.tokens[complement.head])
        held = held and subject_of(self.document, sentence, cue.head) is not None
        teller = self.unnamed.is_teller(self.cast.get(speaker or ""))
        others = self._is_of_others(sentence, cue, speaker)
        return None if held or teller or others else said  # «выборы пройдут в мае»: not whoever says so

    def _is_of_others(self, sentence: Sentence, cue: Cue, speaker: str | None) -> bool:
        """Whether a plural tells of others than the one person who says so: «деньги поступят в мае»."""
        verb = sentence.tokens[cue.head].readings[0]
        several = verb.form == "fin" and verb.number == "plur" and verb.person == "3"
        return several and speaker in self.cast and self.cast[speaker].kind != "organisation"

    def _is_impersonal(self, sentence: Sentence, cue: Cue, complement: Complement) -> bool:
        """Whether the verb names nobody by its form: «построят школу», «планируется открыть»."""
        if cue.frame.status == "agreed" and cue.frame.noun:
            return cue.head > 0 and sentence.tokens[cue.head - 1].readings[0].form == "short"  # «принято решение …»
        if cue.frame.status == "agreed":
            return subject_of(self.document, sentence, cue.head) is None  # «приняли решение арестовать»
        if cue.frame.status not in ("planned", "under_way"):
            return False
        if cue.frame.doer == "speaker":
            return True
        verb = sentence.tokens[cue.head].readings[0]
        if self.known.has("events", sentence.tokens[complement.head]):
            return False
        return verb.form == "fin" and verb.number == "plur" and verb.person == "3" and verb.transitive

    def _obliged(self, sentence: Sentence, verb: int) -> tuple[int, int] | None:
        """Return the subject of a duty, whatever it is: «закон должен защитить детей»."""
        span = subject_of(self.document, sentence, verb)
        return None if span is None or sentence.tokens[span[0]].lemma in self.rules.relatives else span

    def _undergoes(self, sentence: Sentence, complement: Complement) -> bool:
        """Whether the subject has the deed done to it: «будут предъявлены обвинения», «должны быть выпущены»."""
        verb = sentence.tokens[lexical(sentence, complement.head, self.known)]
        reading = verb.reading(pos="VERB", form="short") or verb.readings[0]
        if reading.form == "inf" and verb.fold.endswith(tuple(self.known.words["reflexive"]) or " "):
            return self.known.has("copula", sentence.tokens[complement.first])  # «рейсы будут выполняться»
        return reading.pos == "VERB" and reading.voice == "pass" and reading.form in ("short", "part")

    def _subject(self, sentence: Sentence, verb: int, said: str | None) -> str | None:
        span = acting_subject(self.document, sentence, verb)
        return self._named(sentence, *span, said, subject=True) if span is not None else None

    def _named(
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

    def _addressed(self, sentence: Sentence, cue: Cue, complement: Complement, said: str | None) -> str | None:
        """Return the names of those addressed, joined as the text joins them."""
        if self.known.has("whoever", sentence.tokens[complement.first]):
            return self._whoever(sentence, complement)
        joined = ""
        for first, stop in addressees.find(self.document, sentence, cue, complement):
            name = self._named(sentence, first, stop, said)
            if name is None:
                return joined or None
            joined = f"{joined} {sentence.tokens[first - 1].text} {name}" if joined else name
        return joined or None

    def _whoever(self, sentence: Sentence, complement: Complement) -> str:
        """Return those whom only a clause tells, with it: «все, кто видел аварию»."""
        tokens = sentence.tokens
        commas = (i for i in range(complement.head - 1, complement.first, -1) if tokens[i].text == ",")
        clause = self.document.text[tokens[complement.first].end : tokens[next(commas) - 1].end]
        return self.document.language.nominative(sentence, complement.first, complement.first + 1) + clause

    def _owner(self, sentence: Sentence, cue: Cue, complement: Complement, said: str | None) -> str | None:
        """Return whose plan or decision it is: «планы правительства построить», or the subject of the sentence."""
        for index in range(cue.first + 1, complement.first):
            if is_agent(sentence, index, self.known.code) and sentence.tokens[index].readings[0].case in ("gen", "ins"):
                return self._named(sentence, *self.document.language.noun_phrase(sentence, index), said)
        return None

    def _possessor(self, sentence: Sentence, verb: int) -> str | None:
        """Return the body whose thing the subject is: “the council's tower will be demolished”."""
        span = subject_of(self.document, sentence, verb)
        for index in range(span[0] + 1, span[1]) if span is not None else ():
            reading = sentence.tokens[index].readings[0]
            if reading.pos == "PART" and reading.case == "gen":
                first, _ = self.document.language.noun_phrase(sentence, index - 1)
                return self.unnamed.body(sentence, first, index)
        return None

    def _author(self, sentence: Sentence, verb: int, said: str | None) -> str | None:
        """Return whose undertaking the subject is: “the study by doctors”, “the project, led by the museum, …”."""
        span = subject_of(self.document, sentence, verb)
        if span is None or span[1] >= verb:
            return None
        stop = span[1] + (sentence.tokens[span[1]].text == ",")
        stop += sentence.tokens[stop].readings[0].form == "part"
        opens = self.known.has("agent_prepositions", sentence.tokens[stop])
        if not opens:
            return None
        for index in range(stop + 1, min(stop + _PHRASE + 1, verb)):
            if is_agent(sentence, index, self.known.code):
                return self._named(sentence, *self.document.language.noun_phrase(sentence, index), said)
        return None

    def _agent(self, sentence: Sentence, complement: Complement, said: str | None) -> str | None:
        """Return by whom it is to be done, where a passive names the agent: «будет построен компанией»."""
        verb = lexical(sentence, complement.head, self.known)
        for index in range(verb + 1, min(verb + 6, len(sentence.tokens))):
            token, before = sentence.tokens[index], sentence.tokens[index - 1]
            if not token.is_word:
                return None
            named = token.readings[0].case == "ins" and before.pos != "ADP"
            if (named or self.known.has("agent_prepositions", before)) and is_agent(sentence, index, self.known.code):
                return self._named(sentence, *self.document.language.noun_phrase(sentence, index), said)
        return None
