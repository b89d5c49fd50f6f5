"""Who is to act, who says so, and by when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property

from briefing import edtf
from briefing.extract import clauses, cues, roles
from briefing.extract.agents import acting_subject, is_agent
from briefing.extract.complements import Complement, lexical
from briefing.extract.coreference import Resolver
from briefing.extract.cues import Cue
from briefing.extract.drafts import ActionDraft, FigureDraft, Mention, SpeakerDraft, Utterance
from briefing.extract.extent import innermost
from briefing.extract.figures.deadlines import deadline
from briefing.extract.people import Person
from briefing.extract.unnamed import Unnamed
from briefing.language import Document, Sentence
from briefing.model import ActionStatus

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEEK = timedelta(days=7)
_YEAR = re.compile(r"\d{4}")
_YEAR_AT_MOST = timedelta(days=300)  # a month that is over for less than that comes again
_ADDRESSEE_REACH = 9  # tokens
_PHRASE = 5  # tokens of a phrase that another is joined to
_NEAR = 4  # tokens, within which a comma may part the cue from whom it addresses: «помог ей, посоветовав …»


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
        told = sentence.tokens[cue.head].readings[0].tense == "past" and cue.frame.span != "clause"
        begin = first if told else min(first, cue.first)
        due = deadline(self.document, sentence, begin, stop, self.published, self.figures)
        if due is not None:
            due = self._to_come(*due)
        return ActionDraft(
            start=start,
            end=end,
            status=self._status(sentence, cue),
            actor=actor,
            speaker=speaker,
            deadline=due[0] if due is not None else None,
            deadline_span=due[1] if due is not None else None,
        )

    def _to_come(self, value: str, span: tuple[int, int]) -> tuple[str, tuple[int, int]] | None:
        """Return the deadline unless it is past: «суда, заказанные в 2007 году», is about something else.

        A weekday of the week before is that of the week to come, a month without a year that of the year to come: what
        is to be done by Friday or March is done by the next one.
        """
        last = value.rpartition("/")[2]
        weekday = not any(character.isdigit() for character in self.document.text[slice(*span)])
        if self.published is not None and weekday and _DAY.fullmatch(last):
            day = date.fromisoformat(last)
            if timedelta(0) < self.published - day <= _WEEK:
                return value.replace(last, (day + _WEEK).isoformat()), span
        if self.published is not None and value[0] == "/" and not _YEAR.search(self.document.text[slice(*span)]):
            bounds = edtf.bounds(value)[1]
            if bounds is not None and timedelta(0) < self.published - bounds < _YEAR_AT_MOST:
                return value.replace(str(bounds.year), str(bounds.year + 1)), span
        year = self.published.year if self.published is not None else self.recent
        return None if last and last[:4] < str(year) else (value, span)

    def _speaker_at(self, offset: int) -> str | None:
        """Return the id of whoever says what stands at the text offset."""
        inside = innermost([u for u in self.utterances if u.speaker is not None], offset)
        return inside.speaker if inside is not None else None

    def _status(self, sentence: Sentence, cue: Cue) -> ActionStatus:
        """Return the status; what somebody says in his own words that he or others must do is a proposal."""
        if cue.frame.status != "directed" or cue.frame.span != "clause":
            return cue.frame.status
        inside = innermost(self.utterances, sentence.tokens[cue.head].start)
        return "proposed" if inside is not None and inside.kind == "direct" else "directed"

    # -------------------------------------------------------------- the actor

    def _actor(self, sentence: Sentence, cue: Cue, complement: Complement, speaker: str | None) -> str | None:
        """Return who is to act, in the nominative; for a proposal without a doer who makes it.

        What cannot act is no actor: of «будет построен мост» only the speaker, if anybody says it.
        """
        said = self.cast[speaker].name if speaker in self.cast else None
        addressed = cue.frame.doer == "object"
        found = self._addressed(sentence, cue, complement, said) if addressed else None
        if found is None and addressed and cue.frame.status == "directed":
            return None
        if found is None and cue.frame.noun:
            found = self._owner(sentence, cue, complement, said)
        undergoes = self._undergoes(sentence, complement)
        if found is None and cue.frame.doer == "subject" and not undergoes:
            span = acting_subject(self.document, sentence, cue.head)
            if span is not None:
                reported = innermost(self.utterances, sentence.tokens[span[0]].start)
                own = said if reported is not None and reported.kind == "indirect" else None
                return self._named(sentence, *span, said) or own  # said it would act: the speaker
        if found is None and (undergoes or sentence.tokens[complement.head].pos == "NOUN"):
            found = self._agent(sentence, complement, said)
        if found is not None:
            return found
        if cue.frame.status == "proposed":
            return said or (self._subject(sentence, cue.head, said) if cue.frame.doer != "subject" else None)
        if undergoes or self._is_impersonal(sentence, cue, complement):
            return self.unnamed.doer(sentence, cue.head, self.cast.get(speaker or ""))
        return said

    def _is_impersonal(self, sentence: Sentence, cue: Cue, complement: Complement) -> bool:
        """Whether the verb names nobody by its form: «построят школу», «планируется открыть»."""
        if cue.frame.status not in ("planned", "under_way"):
            return False
        if cue.frame.doer == "speaker":
            return True
        verb = sentence.tokens[cue.head].readings[0]
        return verb.form == "fin" and verb.number == "plur" and verb.person == "3" and verb.transitive

    def _undergoes(self, sentence: Sentence, complement: Complement) -> bool:
        """Whether the subject has the deed done to it: «будут предъявлены обвинения», «должны быть выпущены»."""
        verb = sentence.tokens[lexical(sentence, complement.head, self.known)]
        reading = verb.reading(pos="VERB", form="short") or verb.readings[0]
        return reading.pos == "VERB" and reading.voice == "pass" and reading.form in ("short", "part")

    def _subject(self, sentence: Sentence, verb: int, said: str | None) -> str | None:
        span = acting_subject(self.document, sentence, verb)
        return self._named(sentence, *span, said) if span is not None else None

    def _named(self, sentence: Sentence, first: int, stop: int, said: str | None) -> str | None:
        """Return the phrase in the nominative, of a pronoun whom it means."""
        token = sentence.tokens[first]
        if token.readings[0].pos != "PRON":
            first, stop = self._coordinated(sentence, first, stop)
            holder = self._holder(sentence, first, stop)
            return holder or self.document.language.nominative(sentence, first, stop)
        if self.known.has("speaker_pronouns", token):
            return said
        resolved = self.resolver.resolve(Mention(sentence, first, stop))
        return resolved.entity.name if resolved is not None else None

    def _coordinated(self, sentence: Sentence, first: int, stop: int) -> tuple[int, int]:
        """Return the phrase with those that a conjunction joins to it: «сотрудники фонда и волонтеры»."""
        rules = clauses.rules(self.document.language.code)
        tokens = sentence.tokens
        while first > 1 and tokens[first - 1].fold in rules.coordinators:
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
        """Return the one addressed: between the cue and what is to be done, or in the dative before the cue."""
        stop = complement.head
        if sentence.tokens[stop - 1].fold == self.known.infinitive:
            stop -= 1
        for index in range(cue.first + 1, stop):
            if sentence.tokens[index].text == "," and index > cue.first + 1:
                break  # what follows tells of the one addressed
            if self._is_addressee(sentence, index):
                begin, end = self.document.language.noun_phrase(sentence, index)
                return self._named(sentence, begin, min(end, max(stop, index + 1)), said)
        for index in range(cue.first - 1, max(-1, cue.first - _ADDRESSEE_REACH), -1):
            token = sentence.tokens[index]
            if not token.is_word and cue.first - index >= _NEAR:
                break
            cases = ("dat", "acc", "gen") if index == 0 else ("dat",)
            if token.readings[0].case in cases and is_agent(sentence, index, self.known.code):
                return self._named(sentence, *self.document.language.noun_phrase(sentence, index), said)
        return None

    def _is_addressee(self, sentence: Sentence, index: int) -> bool:
        token = sentence.tokens[index]
        if not is_agent(sentence, index, self.known.code):
            return False
        return any(reading.case in ("dat", "acc", "gen", "") for reading in token.readings)

    def _owner(self, sentence: Sentence, cue: Cue, complement: Complement, said: str | None) -> str | None:
        """Return whose plan or decision it is: «планы правительства построить», or the subject of the sentence."""
        for index in range(cue.first + 1, complement.first):
            if is_agent(sentence, index, self.known.code) and sentence.tokens[index].readings[0].case in ("gen", "ins"):
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
