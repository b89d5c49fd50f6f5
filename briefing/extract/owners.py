"""Whose a plan, decision or agreement is, or for whom it is made: “a deal between | A and B |”."""

from __future__ import annotations

from briefing.extract.agents import acting_subject, is_agent, subject_of
from briefing.extract.cues import Cue
from briefing.extract.findings import Findings
from briefing.extract.governed import Complement
from briefing.extract.hosts import Hosts
from briefing.extract.naming import Naming
from briefing.extract.unnamed import Unnamed
from briefing.language import Sentence

_PHRASE = 5  # tokens behind an undertaking in which it is told whose it is


class Owners:
    """Finds whose the plans of one document are."""

    def __init__(self, found: Findings, naming: Naming, unnamed: Unnamed, hosts: Hosts) -> None:
        self.document, self.known, self.rules = found.document, found.known, found.rules
        self.naming, self.unnamed, self.hosts = naming, unnamed, hosts

    def of_plan(self, sentence: Sentence, cue: Cue, complement: Complement, said: str | None) -> str | None:
        """Return whose plan or decision it is: «планы правительства построить»; who gives «концерты оркестра»."""
        if not cue.frame.noun:
            given = complement.head != cue.head and cue.frame.status == "planned"
            return self.hosts.of_noun(sentence, complement.head, said) if given else None
        if (parties := self._parties(sentence, cue, complement, said)) is not None:
            return parties
        for index in range(cue.first + 1, complement.first):
            if is_agent(sentence, index, self.known.code) and sentence.tokens[index].readings[0].case in ("gen", "ins"):
                return self.naming.named(sentence, *self.document.language.noun_phrase(sentence, index), said)
        if cue.frame.status == "directed" or not self.known.grammar.object_acts:
            return None
        made = (i for i in range(cue.stop + 1, complement.first) if is_agent(sentence, i, self.known.code))
        maker = next(made, None)
        if maker is not None and self.known.has_any("agent_prepositions", sentence.tokens[cue.stop : maker]):
            return self.naming.named(sentence, *self.document.language.noun_phrase(sentence, maker), said)
        return self._before(sentence, cue, said)

    def _parties(self, sentence: Sentence, cue: Cue, complement: Complement, said: str | None) -> str | None:
        """Return the two who have agreed: “an agreement between | Spain | and | Portugal | to build …”."""
        tokens, stop = sentence.tokens, complement.first
        if cue.stop >= stop or not self.known.has("between", tokens[cue.stop]):
            return None
        joint = next((i for i in range(cue.stop + 1, stop) if tokens[i].fold in self.rules.coordinators), stop)
        if joint + 1 >= stop:
            return None
        names = []
        for first, last in ((cue.stop + 1, joint), (joint + 1, stop)):
            agent = next((i for i in range(first, last) if is_agent(sentence, i, self.known.code)), None)
            if agent is None:
                return None
            begin, end = self.document.language.noun_phrase(sentence, agent)
            names.append(self.naming.named(sentence, max(begin, first), min(end, last), said))
        one, other = names
        return f"{one} {tokens[joint].text} {other}" if one and other else None

    def for_whom(self, sentence: Sentence, cue: Cue, complement: Complement, said: str | None) -> str | None:
        """Return those who are to act by what is agreed or planned for them: “a deal for Spain to supply gas”."""
        if not (cue.frame.noun or cue.frame.status == "agreed"):
            return None
        tokens = sentence.tokens
        for index in range(cue.stop, complement.head - 1):
            if self.known.has("addressing_for", tokens[index]):
                acts = (i for i in range(index + 1, complement.head) if is_agent(sentence, i, self.known.code))
                first, stop = self.document.language.noun_phrase(sentence, next(acts, index))
                return (
                    self.naming.named(sentence, first, min(stop, complement.head - 1), said) if first > index else None
                )
        return None

    def _before(self, sentence: Sentence, cue: Cue, said: str | None) -> str | None:
        """Return who has a plan by the words before it: “her plan”, “government plans”, “the firm unveiled plans”."""
        tokens, index = sentence.tokens, cue.head - 1
        while index > 0 and tokens[index].pos in ("ADJ", "NUM"):
            index -= 1
        if index < 0:
            return None
        if self.known.has("possessives", tokens[index]):
            return self.naming.whose(sentence, index, said)
        if is_agent(sentence, index, self.known.code):
            first, _ = self.document.language.noun_phrase(sentence, index)
            return self.naming.named(sentence, first, index + 1, said)
        verb = index - (tokens[index].pos == "DET")
        presents = tokens[verb].pos == "VERB" and self.known.has("presenting", tokens[verb])
        span = acting_subject(self.document, sentence, verb) if presents else None
        return self.naming.named(sentence, *span, said, subject=True) if span is not None else None

    def of_subject(self, sentence: Sentence, verb: int) -> str | None:
        """Return the body whose thing the subject is: “the council's tower will be demolished”."""
        span = subject_of(self.document, sentence, verb)
        for index in range(span[0] + 1, span[1]) if span is not None else ():
            reading = sentence.tokens[index].readings[0]
            if reading.pos == "PART" and reading.case == "gen":
                first, _ = self.document.language.noun_phrase(sentence, index - 1)
                return self.unnamed.body(sentence, first, index)
        return None

    def of_undertaking(self, sentence: Sentence, verb: int, said: str | None) -> str | None:
        """Return whose undertaking the subject is: “the study by doctors”, “the project, led by the museum, …”."""
        span = subject_of(self.document, sentence, verb)
        if span is None or span[1] >= verb:
            return None
        stop = span[1] + (sentence.tokens[span[1]].text == ",")
        stop += sentence.tokens[stop].readings[0].form == "part"
        if not self.known.has("agent_prepositions", sentence.tokens[stop]):
            return None
        for index in range(stop + 1, min(stop + _PHRASE + 1, verb)):
            if is_agent(sentence, index, self.known.code):
                return self.naming.named(sentence, *self.document.language.noun_phrase(sentence, index), said)
        return None

    def of_decision(self, sentence: Sentence, said: str | None) -> str | None:
        """Return by whose decision a passive is done: «по решению | суда | дом снесут»."""
        tokens = sentence.tokens
        marked = self.known.grammar.free_order
        for index in (i for i, token in enumerate(tokens) if self.known.has("by_decision", token)):
            noun = self._past_attributes(sentence, index + 1)
            if noun + 1 >= len(tokens) or not self.known.has("decisions", tokens[noun]):
                continue
            if not marked and not self.known.has("hosting", tokens[noun + 1]):
                continue
            owner = self._past_attributes(sentence, noun + (1 if marked else 2))
            told = owner < len(tokens) and (not marked or tokens[owner].reading(case="gen") is not None)
            if told and is_agent(sentence, owner, self.known.code):
                return self.naming.named(sentence, *self.document.language.noun_phrase(sentence, owner), said)
        return None

    def _past_attributes(self, sentence: Sentence, index: int) -> int:
        while index < len(sentence.tokens) and sentence.tokens[index].pos in ("ADJ", "DET"):
            index += 1
        return index
