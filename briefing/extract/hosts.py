"""Who holds an event: «заседание | суда | пройдёт», “a vote in | the Senate |”, “| Lee's | rally”."""

from __future__ import annotations

from briefing.extract import addressees, roles
from briefing.extract.agents import acting_subject, is_agent, subject_of
from briefing.extract.findings import Findings
from briefing.extract.naming import Naming
from briefing.extract.unnamed import Unnamed
from briefing.language import Sentence

_MARKS = frozenset('«“"')


class Hosts:
    """Finds who holds the events of one document."""

    def __init__(self, found: Findings, naming: Naming, unnamed: Unnamed) -> None:
        self.document, self.known = found.document, found.known
        self.naming, self.unnamed = naming, unnamed

    def of_clause(self, sentence: Sentence, verb: int, deed: int, said: str | None) -> str | None:
        """Return who holds the event that is the verb's subject or the deed itself: «заседание суда пройдёт»."""
        span = subject_of(self.document, sentence, verb)
        after = (i for i in range(verb + 1, len(sentence.tokens)) if sentence.tokens[i].pos != "ADJ")
        noun = self.document.language.head(sentence, *span)[0] if span is not None else next(after, verb)
        host = self.of_noun(sentence, noun, said)
        if host is None and span is None and deed != noun:
            host = self.of_noun(sentence, deed, said)
        bare = span == (noun, noun + 1) and self.known.has("appearances", sentence.tokens[noun])
        if host is None and bare and self.known.has("events", sentence.tokens[verb]):
            return self._planned_before(sentence)
        return host

    def of_noun(self, sentence: Sentence, noun: int, said: str | None) -> str | None:
        """Return the person or body whose the event is, or where a vote is held."""
        if not self.known.has("hosted", sentence.tokens[noun]):
            return None
        return self._behind(sentence, noun, said) or self._before(sentence, noun, said)

    def _behind(self, sentence: Sentence, noun: int, said: str | None) -> str | None:
        """Return the host in the genitive or behind a preposition that stands for it, or the seat of a vote."""
        tokens, index = sentence.tokens, noun + 1
        if index == len(tokens):
            return None
        seated = self.known.has("deliberations", tokens[noun]) and tokens[index].fold in self.known.words["seats"]
        marked = self.known.grammar.free_order
        led = not marked and self.known.has("hosting", tokens[index])
        if not (marked or seated or led):
            return None
        index += seated or led
        while index < len(tokens) and (tokens[index].pos in ("ADJ", "DET") or tokens[index].text in _MARKS):
            index += 1
        if index == len(tokens) or self.is_place(sentence, index):
            return None
        if any(token.text in _MARKS for token in tokens[noun + 1 : index]) and sentence.name_at(index) is None:
            return None  # «спектакль «Снежная королева»»
        if marked:
            case = "loc" if seated else "gen"
            if tokens[index].reading(case=case) is None:
                return None
            addressees.settle(tokens[index], case)
        first, stop = self.document.language.noun_phrase(sentence, index)
        if seated:
            stop = next((i for i in range(index + 1, stop) if self._leads_on(sentence, i)), stop)
        return self.naming.named(sentence, max(first, noun + 1), stop, said)

    def _leads_on(self, sentence: Sentence, index: int) -> bool:
        """Whether something else than the seat's name begins: “the Senate | floor”, «в Сенате | по кандидатуре»."""
        name = sentence.name_at(index - 1)
        if self.known.grammar.free_order:
            return sentence.tokens[index].pos == "ADP"
        return name is not None and name.stop == index and sentence.tokens[index].pos == "NOUN"

    def _before(self, sentence: Sentence, noun: int, said: str | None) -> str | None:
        """Return the host before the noun where no case tells it: “Lee's rally”, “a Senate vote”."""
        if self.known.grammar.free_order:
            return None
        tokens, language = sentence.tokens, self.document.language
        first, _ = language.noun_phrase(sentence, noun)
        for index in range(noun - 1, first, -1):
            reading = tokens[index].readings[0]
            if (reading.pos, reading.case) == ("PART", "gen"):
                if self.is_place(sentence, index - 1):
                    return None
                begin, _ = language.noun_phrase(sentence, index - 1)
                return self.naming.named(sentence, begin, index, said)
        if not self.known.has("deliberations", tokens[noun]):
            return None  # “a state visit”, “a charity concert”
        name = sentence.name_at(noun - 1) if noun else None
        body = name is not None and name.kind == "organisation"
        kinds = roles.lexicon(language).kinds(tokens[noun - 1].lemma) if noun and tokens[noun - 1].pos == "NOUN" else ()
        if not (body or "organisation" in kinds):
            return None
        return self.naming.named(sentence, name.first if name is not None else noun - 1, noun, said)

    def _planned_before(self, sentence: Sentence) -> str | None:
        """Return who is to act by the sentence before: «Певица приедет в мае. Концерт пройдёт в парке»."""
        before = self.unnamed.before(sentence)
        for verb, token in enumerate(before.tokens if before is not None else ()):
            if before is not None and token.readings[0].tense in ("pres", "fut"):
                span = acting_subject(self.document, before, verb)
                if span is not None:
                    return self.naming.named(before, *span, None, subject=True)
        return None

    def is_place(self, sentence: Sentence, index: int) -> bool:
        """Whether the noun is for a place, which holds no event: «чемпионат России», «форум регионов»."""
        name = sentence.name_at(index)
        kinds = roles.lexicon(self.document.language).kinds(sentence.tokens[index].lemma)
        placed = (name is not None and name.kind == "place") or "territory" in kinds
        return placed or not is_agent(sentence, index, self.known.code)
