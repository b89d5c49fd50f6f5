"""Who is to act: whom it is told, the subject of the clause, the agent of a passive, or whoever proposes it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from briefing.extract import acronyms, addressees, agents, openers, recipients, roles
from briefing.extract.agents import (
    acting_subject,
    can_act,
    is_agent,
    is_object,
    is_undergone,
    shared_subject,
    subject_of,
    takes_as_object,
)
from briefing.extract.cues import Cue
from briefing.extract.drafts import SpeakerDraft
from briefing.extract.extent import innermost
from briefing.extract.findings import Findings
from briefing.extract.governed import Complement, lexical
from briefing.extract.hosts import Hosts
from briefing.extract.naming import Naming
from briefing.extract.owners import Owners
from briefing.extract.unnamed import Unnamed
from briefing.language import Sentence, Token
from briefing.model import ActionStatus

_NOMINAL = ("DET", "ADJ", "NUM", "NOUN", "PROPN")


class Actors:
    """Finds who acts in the actions of one document."""

    def __init__(self, found: Findings, cast: Sequence[SpeakerDraft]) -> None:
        self.document, self.utterances = found.document, found.utterances
        self.known, self.rules = found.known, found.rules
        self.cast = {speaker.id: speaker for speaker in cast}
        self.unnamed = Unnamed(found)
        self.naming = Naming(found, self.cast)
        self.hosts = Hosts(found, self.naming, self.unnamed)
        self.owners = Owners(found, self.naming, self.unnamed, self.hosts)

    def find(
        self, sentence: Sentence, cue: Cue, complement: Complement, status: ActionStatus, speaker: str | None
    ) -> str | None:
        """Return who is to act, in the nominative; for a proposal without a doer who makes it.

        What cannot act is no actor: of «будет построен мост» only the speaker, if anybody says it.
        """
        said = self._teller(sentence, cue, speaker)
        if (anyone := recipients.anyone(self.document, sentence, cue, complement)) is not None:
            return anyone if not self._undergoes(sentence, complement) else None
        if "contents" in cue.frame.takes:
            return self.owners.of_subject(sentence, cue.head)
        if "stage" in cue.frame.takes or cue.frame.of_bill:
            span = recipients.of_bill(self.document, sentence, cue, complement)
            return self.naming.named(sentence, *span, said) if span is not None else None
        # "wants the state to pay": who stands between the verb and its infinitive is to act
        between = self.known.grammar.object_acts and cue.stop < complement.first < complement.head
        between = between and not self.known.has("agent_prepositions", sentence.tokens[cue.stop])
        obliges = self.known.has("obliging", sentence.tokens[complement.head])
        if cue.frame.doer == "object" or obliges or (between and cue.frame.status == "proposed"):
            if any(
                t.readings[0].person == "2" and t.pos == "PRON" for t in sentence.tokens[cue.stop : complement.head]
            ):
                return None  # “I beg all of you to stay”
            undergone = self.known.grammar.object_acts and self._undergoes(sentence, complement)
            found = self._addressed(sentence, cue, complement, said) if not undergone else None
            if found is None and (self.is_plea(sentence, cue) or self._is_of_deed(sentence, cue, complement)):
                return self._proposer(sentence, cue.head) or said
            if found is not None or cue.frame.status == "directed":
                return found
        found = self.owners.for_whom(sentence, cue, complement, said)
        found = found or self.owners.of_plan(sentence, cue, complement, said)
        undergoes = self._undergoes(sentence, complement)
        if found is None and not undergoes:
            span = self._subject_span(sentence, cue, complement, status)
            if span is not None:
                return self._as_subject(sentence, span, said, speaker)
            if cue.frame.doer == "subject":
                found = self.owners.of_undertaking(sentence, cue.head, said) or self._antecedent(
                    sentence, cue.head, said
                )
                found = found or (self.unnamed.seat(sentence, cue.head) if not cue.frame.of_future else None)
        if found is None and (undergoes or sentence.tokens[complement.head].pos == "NOUN"):
            found = self._agent(sentence, complement, said)
        if found is None and status == "planned":
            found = self.hosts.of_clause(sentence, cue.head, complement.head, said)
        return found or self._unsaid(sentence, cue, complement, speaker)

    def _teller(self, sentence: Sentence, cue: Cue, speaker: str | None) -> str | None:
        """Return the name of whoever says so, or of the body that acts where its director says “we will …”."""
        teller = self.cast.get(speaker or "")
        if teller is None:
            return None
        ours = cue.frame.status != "proposed" and self._are_we(sentence, cue.head)
        return self.unnamed.spoken_for(teller) or (self._body_led_by(teller) if ours else None) or teller.name

    def _are_we(self, sentence: Sentence, verb: int) -> bool:
        span = subject_of(self.document, sentence, verb)
        reading = sentence.tokens[span[0] if span is not None else verb].readings[0]
        return reading.person == "1" and reading.number == "plur"

    def _body_led_by(self, teller: SpeakerDraft) -> str | None:
        """Return the body of somebody who can promise for it: not of a member, nor one that is only “the firm”."""
        body, role = teller.organisation, (teller.role or "").casefold().split()
        if body is None or (" " not in body and body.islower()) or not self.known.words["members"].isdisjoint(role):
            return None
        return acronyms.spelled_out(self.document, body) or body

    def _subject_span(
        self, sentence: Sentence, cue: Cue, complement: Complement, status: ActionStatus
    ) -> tuple[int, int] | None:
        """Return the subject of the cue if that acts, or of the clause before where it has none of its own."""
        prepares = cue.frame.status == "planned" and cue.frame.doer == "speaker" and not cue.frame.noun
        if cue.frame.doer != "subject" and not prepares:
            return None
        if self._takes_place(sentence, cue, complement):
            return None
        span = acting_subject(self.document, sentence, cue.head)
        span = None if span is not None and self._is_done_by_speaker(sentence, cue.head, span) else span
        if span is not None and takes_as_object(sentence, cue.head, span[0]):
            span = shared_subject(self.document, sentence, cue.head) or span
        if span is None and status == "directed":
            span = self._obliged(sentence, cue.head)
        return span or self._named_in_short(sentence, cue) or shared_subject(self.document, sentence, cue.head)

    def _named_in_short(self, sentence: Sentence, cue: Cue) -> tuple[int, int] | None:
        """Return the subject that is only part of a body's name: “Hull Rovers lost. | Rovers | plan to sell …”."""
        span = subject_of(self.document, sentence, cue.head)
        return span if span is not None and self.naming.is_part_of_name(sentence, *span) else None

    def _takes_place(self, sentence: Sentence, cue: Cue, complement: Complement) -> bool:
        """Whether the subject is what takes place: «голосование по кандидатуре Лосева должно | состояться».

        So is what takes effect, also where a pronoun could mean somebody: «он вступит в силу».
        """
        if openers.starts_with(sentence.tokens, complement.head, self.known.taking_effect):
            return True
        if cue.head == complement.head or not self.known.has("events", sentence.tokens[complement.head]):
            return False
        span = subject_of(self.document, sentence, cue.head)
        return span is not None and not can_act(self.document, sentence, *span)

    def _as_subject(
        self, sentence: Sentence, span: tuple[int, int], said: str | None, speaker: str | None
    ) -> str | None:
        """Return the name of the subject; of a pronoun that says it would act whoever says so."""
        reported = innermost(self.utterances, sentence.tokens[span[0]].start)
        own = said if reported is not None and reported.kind == "indirect" else None
        if own is not None and self.known.has("things", sentence.tokens[span[0]]):
            own = self.unnamed.body_of(self.cast.get(speaker or ""))  # “it” is none of the people who speak
        named = self.naming.named(sentence, *span, said, subject=True)
        if named is None and reported is not None and own is not None:
            return self.naming.told_of(sentence, span[0], reported) or (
                own if self.naming.may_be_teller(sentence, span[0], reported) else None
            )
        return named or own

    def _unsaid(self, sentence: Sentence, cue: Cue, complement: Complement, speaker: str | None) -> str | None:
        """Return who acts where the clause does not say: whoever proposes it, or for whom a passive can stand."""
        said = self._teller(sentence, cue, speaker)
        undergoes = self._undergoes(sentence, complement)
        if cue.frame.status == "proposed":
            own = self._proposer_told_of(sentence, cue)
            return own or said or (self._proposer(sentence, cue.head) if cue.frame.doer != "subject" else None)
        if undergoes or self._is_impersonal(sentence, cue, complement):
            owner = self.owners.of_decision(sentence, said)
            owner = owner or (self.owners.of_subject(sentence, cue.head) if undergoes else None)
            return owner or self._behind_passive(sentence, cue, speaker)
        named = subject_of(self.document, sentence, cue.head) is not None
        held = named and self.known.has("events", sentence.tokens[complement.head])
        others = self._is_of_others(sentence, cue, speaker)
        told = self.known.grammar.free_order and named and not (held or others)
        if told and speaker in self.cast and acting_subject(self.document, sentence, cue.head) is None:
            return self.unnamed.doer(self.cast[speaker])  # «ведётся проверка»
        teller = self.unnamed.is_teller(self.cast.get(speaker or ""))
        return None if held or teller or others else said  # «выборы пройдут в мае»: not whoever says so

    def _behind_passive(self, sentence: Sentence, cue: Cue, speaker: str | None) -> str | None:
        """Return for whom a passive can stand: the body that says so, or that the article is about.

        Where one says «мы» of what one does oneself, a passive in one's own words tells of others: «цех будет открыт».
        """
        inside = innermost(self.utterances, sentence.tokens[cue.head].start)
        spoken = inside is not None and inside.kind == "direct"
        if spoken and (self.known.grammar.free_order or self._is_done_to_people(sentence, cue.head)):
            return None
        return self.unnamed.doer(self.cast.get(speaker or ""))

    def _is_done_to_people(self, sentence: Sentence, verb: int) -> bool:
        """Whether somebody undergoes it, whatever the body of the one who says so does: “he will be jailed”."""
        span = subject_of(self.document, sentence, verb)
        if span is None:
            return False
        head, reading = self.document.language.head(sentence, *span)
        name = sentence.name_at(head)
        personal = roles.lexicon(self.document.language).kinds(reading.lemma) & roles.PERSONAL
        return bool(personal) or (name is not None and name.kind == "person")

    def is_of_nobody(self, sentence: Sentence, cue: Cue, complement: Complement) -> bool:
        """Whether a deed is demanded, and not of anybody: «агентство потребовало отмены запрета»."""
        demanded = cue.frame.doer == "object" and not cue.frame.noun and self._is_of_deed(sentence, cue, complement)
        return demanded and self._addressed(sentence, cue, complement, None) is None

    def _is_of_deed(self, sentence: Sentence, cue: Cue, complement: Complement) -> bool:
        verb, deed = sentence.tokens[cue.head], sentence.tokens[complement.head]
        ordered = self.known.has("dative_verbs", verb) or not self.known.grammar.free_order
        return deed.pos == "NOUN" and not ordered

    def _proposer(self, sentence: Sentence, verb: int) -> str | None:
        """Return the subject, of the clause before if there is none: «агентство обиделось и потребовало отмены»."""
        own = self._subject(sentence, verb, None)
        span = shared_subject(self.document, sentence, verb) if own is None else None
        return self.naming.named(sentence, *span, None, subject=True) if span is not None else own

    def _proposer_told_of(self, sentence: Sentence, cue: Cue) -> str | None:
        """Return who is told to propose it by somebody else: «министр сообщил, что | банк рекомендует сдать …»."""
        inside = innermost(self.utterances, sentence.tokens[cue.head].start)
        if inside is None or inside.kind != "indirect" or cue.frame.span != "complement" or cue.frame.noun:
            return None
        span = acting_subject(self.document, sentence, cue.head)
        if span is None or sentence.tokens[span[0]].start < inside.start or sentence.tokens[span[0]].pos == "PRON":
            return None
        return self.naming.named(sentence, *span, None, subject=True)

    def is_plea(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether those who demand it have no power to order it: «жители требуют отставки»."""
        if cue.frame.status != "directed" or cue.frame.doer != "object":
            return False
        span = subject_of(self.document, sentence, cue.head)
        head = sentence.tokens[self.document.language.head(sentence, *span)[0]] if span is not None else None
        parts = (head.lemma, head.fold, *head.lemma.split("-")) if head is not None else ()  # «депутаты-коммунисты»
        return not self.known.words["petitioners"].isdisjoint(parts)

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

    def _is_done_by_speaker(self, sentence: Sentence, verb: int, span: tuple[int, int]) -> bool:
        """Whether it is the object of what those who say so will do: «фирма сообщила, что в мае закроет завод»."""
        inside = innermost(self.utterances, sentence.tokens[verb].start)
        if inside is None or inside.kind != "indirect" or inside.speaker is None or span[0] < verb:
            return False
        head, reading = self.document.language.head(sentence, *span)
        before = sentence.tokens[sentence.find(inside.start) : verb]
        other = any(t.pos == "NOUN" and t.readings[0].case in ("nom", "acc") for t in before)
        return not (other or reading.animate or sentence.name_at(head)) and is_object(sentence, verb, span[0])

    def _obliged(self, sentence: Sentence, verb: int) -> tuple[int, int] | None:
        """Return the subject of a duty, whatever it is, but no object: «закон должен защитить детей»."""
        span = subject_of(self.document, sentence, verb)
        if span is None or sentence.tokens[span[0]].lemma in self.rules.relatives:
            return None
        told = sentence.tokens[verb].readings[0]
        if (told.pos, told.form) == ("VERB", "short"):
            return None  # «подписано распоряжение о ремонте»
        reported = innermost(self.utterances, sentence.tokens[verb].start)
        acts = any(is_agent(sentence, index, self.known.code) for index in range(*span))
        if reported is not None and reported.speaker is not None and not acts:
            return None  # who says so demands it: “he said | sanctions must stay”
        return None if is_undergone(sentence, verb, span[0]) else span

    def _antecedent(self, sentence: Sentence, verb: int, said: str | None) -> str | None:
        """Return whom the relative pronoun that is the subject means: «тренер, который обещает победу»."""
        span = subject_of(self.document, sentence, verb)
        if span is None or sentence.tokens[span[0]].lemma not in self.rules.relatives:
            return None
        noun = self.naming.antecedent(sentence, span[0])
        if noun is None:
            return None
        if self._is_of_event(sentence, noun, verb):
            return None
        name = sentence.name_at(noun)
        placed = name is not None and name.kind == "place" and self.known.has("events", sentence.tokens[verb])
        if placed or not is_agent(sentence, noun, self.known.code):
            return self.hosts.of_noun(sentence, noun, said)
        first, stop = self.document.language.noun_phrase(sentence, noun)
        return self.naming.named(sentence, first, min(stop, span[0]), said)

    def _is_of_event(self, sentence: Sentence, noun: int, verb: int) -> bool:
        """Whether the noun only tells whose event it is that takes place: «саммита СНГ, который пройдёт»."""
        if not self.known.has("events", sentence.tokens[verb]) or noun == 0:
            return False
        first = self.document.language.noun_phrase(sentence, noun)[0] or noun
        return self.known.has("held_events", sentence.tokens[first - 1])

    def _undergoes(self, sentence: Sentence, complement: Complement) -> bool:
        """Whether the subject has the deed done to it: «будут предъявлены обвинения», «должны быть выпущены»."""
        verb = sentence.tokens[lexical(sentence, complement.head, self.known)]
        reading = verb.reading(pos="VERB", form="short") or verb.readings[0]
        if reading.form == "inf" and verb.fold.endswith(tuple(self.known.words["reflexive"]) or " "):
            done = self.known.has("copula", sentence.tokens[complement.first])  # «рейсы будут выполняться»
            return done and not self._acts_itself(sentence, complement.first, verb)
        at = lexical(sentence, complement.head, self.known)
        if any(token.readings[0].form == "inf" for token in sentence.tokens[at + 1 : at + 2]):
            return False  # «будет обязан | платить»
        return reading.pos == "VERB" and reading.voice == "pass" and reading.form in ("short", "part")

    def _acts_itself(self, sentence: Sentence, verb: int, deed: Token) -> bool:
        """Whether the subject does it: a person, «мэр будет баллотироваться», or a body, «завод будет готовиться»."""
        span = acting_subject(self.document, sentence, verb)
        if span is None or self.known.has("own_reflexives", deed):
            return span is not None
        head, reading = self.document.language.head(sentence, *span)
        name = sentence.name_at(span[1] - 1)
        person = name is not None and name.kind == "person"
        return person or reading.animate or self.known.has("third_pronouns", sentence.tokens[head])

    def _subject(self, sentence: Sentence, verb: int, said: str | None) -> str | None:
        span = acting_subject(self.document, sentence, verb)
        return self.naming.named(sentence, *span, said, subject=True) if span is not None else None

    def _addressed(self, sentence: Sentence, cue: Cue, complement: Complement, said: str | None) -> str | None:
        """Return the names of those addressed, joined as the text joins them."""
        opening = sentence.tokens[complement.first : complement.first + 2]
        if self.known.has("whoever", opening[0]) and opening[-1].text == ",":
            return self._whoever(sentence, complement)
        if (told := self._told_before(sentence, cue, said)) is not None:
            return told
        joined = ""
        for first, stop in addressees.find(self.document, sentence, cue, complement):
            name = self.naming.named(sentence, first, stop, said)
            if name is None:
                return joined or None
            joined = f"{joined} {sentence.tokens[first - 1].text} {name}" if joined else name
        return joined or None

    def _told_before(self, sentence: Sentence, cue: Cue, said: str | None) -> str | None:
        """Return whom a pronoun behind a participle means: “wrote to the auditor, | asking it to look at the bill”."""
        tokens, pronoun = sentence.tokens, sentence.tokens[cue.stop : cue.stop + 1]
        participle = tokens[cue.head].readings[0].form == "part" and tokens[cue.head - 1].text == ","
        if not (participle and self.known.grammar.object_acts and pronoun and pronoun[0].pos == "PRON"):
            return None
        verb = next((i for i in range(cue.head) if tokens[i].readings[0].form == "fin"), cue.head)
        told = (i for i in range(verb + 1, cue.head) if is_agent(sentence, i, self.known.code))
        if (index := next(told, None)) is None:
            return None
        return self.naming.named(sentence, *self.document.language.noun_phrase(sentence, index), said)

    def _whoever(self, sentence: Sentence, complement: Complement) -> str:
        """Return those whom only a clause tells, with it: «все, кто видел аварию»."""
        tokens = sentence.tokens
        commas = [i for i in range(complement.first + 1, complement.head) if tokens[i].text == ","]
        clause = self.document.text[tokens[complement.first].end : tokens[commas[-1] - 1].end]
        return self.document.language.nominative(sentence, complement.first, complement.first + 1) + clause

    def _is_led_by(self, sentence: Sentence, index: int) -> bool:
        """Whether the noun is in the instrumental, or the preposition of an agent leads to it: “by | the mayor”."""
        if sentence.tokens[index].readings[0].case == "ins" and sentence.tokens[index - 1].pos != "ADP":
            return True
        while index > 0 and sentence.tokens[index - 1].pos in _NOMINAL:
            index -= 1
        return index > 0 and self.known.has("agent_prepositions", sentence.tokens[index - 1])

    def _agent(self, sentence: Sentence, complement: Complement, said: str | None) -> str | None:
        """Return by whom it is to be done, where a passive names the agent: «будет построен компанией»."""
        verb = lexical(sentence, complement.head, self.known)
        behind = takewhile(lambda i: sentence.tokens[i].is_word, range(verb + 1, min(verb + 6, len(sentence.tokens))))
        those = (i for i in behind if is_agent(sentence, i, self.known.code) and self._is_led_by(sentence, i))
        index = next(those, None) or agents.agent_before(sentence, complement.first, self.known.code)
        span = self.document.language.noun_phrase(sentence, index) if index is not None else None
        return self.naming.named(sentence, *span, said) if span is not None else None
