"""What a clause is about that does not act by itself: a bill, weather or prices, the aim of something."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from briefing.extract import governed, roles
from briefing.extract.agents import acting_subject, can_act
from briefing.extract.drafts import Utterance
from briefing.extract.extent import innermost
from briefing.extract.findings import Findings
from briefing.language import Sentence, Token

_NEAR = 40  # characters from a verb to the quotation that goes on with it
_BEHIND = 5  # tokens from a bill to the participle that tells what it demands
_OPENING = 9  # tokens in which a sentence tells under what plan all is done
_LINKING = frozenset(" '’\"“‘«")


class Themes:
    """Judges the subjects of one document."""

    def __init__(self, found: Findings) -> None:
        self.document, self.utterances = found.document, found.utterances
        self.known, self.rules = found.known, found.rules

    def is_shifted(self, offset: int) -> bool:
        """Whether a past tense is a present one in reported speech: said she was keen to act."""
        if not self.known.words["reported"]:
            return False
        inside = innermost(self.utterances, offset)
        if inside is None:
            return self._runs_into_quote(offset)
        return inside.kind == "indirect" and not self._is_found_out(inside)

    def _is_found_out(self, utterance: Utterance) -> bool:
        """Whether it is told what somebody came to know, not said: “she realised that he would leave”.

        So of what a court hears of the past: “the jury heard he would wait outside schools”.
        """
        if utterance.cue is None:
            return False
        words = [token for s in self.document.sentences_in(*utterance.cue) for token in s.tokens]
        told = [token for token in words if utterance.cue[0] <= token.start < utterance.cue[1]]
        before = (token for token in words if token.start < utterance.cue[0])
        heard = self.known.has_any("hearing", told) and self.known.has_any("courts", before)
        return heard or self.known.has_any("realising", told)

    def _runs_into_quote(self, offset: int) -> bool:
        """Whether the words go on within quotation marks: said it would continue “this long work”."""
        after = (u.start for u in self.utterances if u.kind == "direct" and 0 < u.start - offset <= _NEAR)
        start = next(after, None)
        if start is None:
            return False
        return all(character.isalpha() or character in _LINKING for character in self.document.text[offset:start])

    def goes_on(self, sentence: Sentence, verb: int) -> bool:
        """Whether a sentence goes on, without a verb of its own, with what the one before reports of a plan.

        “The museum said it was moving. The engine would be sold.” A condition beside it makes it a guess.
        """
        before = self._before.get(sentence.index)
        if before is None or before.paragraph != sentence.paragraph or innermost(self.utterances, sentence.start):
            return False
        told = [u for u in self.utterances if u.kind == "indirect" and before.start <= u.start < before.end]
        if not told or any(sentence.start <= u.start < sentence.end for u in self.utterances):
            return False
        supposed = any(token.fold in self.rules.conditional for token in sentence.tokens)
        past = self.known.has_any("perfect", sentence.tokens[verb + 1 : verb + 3])
        return not (supposed or past)

    @cached_property
    def _forces(self) -> frozenset[str]:
        """The names of storms: those that stand right after such a noun, as in “Hurricane Edna”."""
        return frozenset(
            after.lemma
            for sentence in self.document.sentences
            for token, after in pairwise(sentence.tokens)
            if after.is_capital and self.known.has("forces", token)
        )

    def is_instrument(self, sentence: Sentence, verb: int) -> bool:
        """Whether the subject is a bill or plan: what "it would do" is proposed."""
        lexical = sentence.tokens[governed.lexical(sentence, verb, self.known)].readings[0]
        if lexical.form == "part" and lexical.voice == "pass":
            return False  # “the law would be changed”
        if not any(self.known.has_any(name, sentence.tokens) for name in ("instruments", "third_pronouns")):
            return False
        span = self.document.language.subject(sentence, verb)
        if span is None:
            return False
        head = span[1] - 1
        if sentence.tokens[head].lemma in self.rules.relatives:
            nouns = (i for i in range(head - 1, -1, -1) if sentence.tokens[i].pos in ("NOUN", "PROPN"))
            head = next(nouns, head)
        if self.known.has("third_pronouns", sentence.tokens[head]):
            return not self.is_shifted(sentence.tokens[verb].start) and self._follows_instrument(sentence)
        return self.known.has("instruments", sentence.tokens[head])

    def tells_content(self, sentence: Sentence, verb: int) -> bool:
        """Whether a participle tells what the bill before it demands: “a bill | requiring shops to close”."""
        reading = sentence.tokens[verb].readings[0]
        if reading.form != "part" or reading.tense != "pres" or not self.known.has("binding", sentence.tokens[verb]):
            return False
        nouns = (token for token in reversed(sentence.tokens[max(0, verb - _BEHIND) : verb]) if token.pos == "NOUN")
        return any(self.known.has("instruments", noun) for noun in nouns)

    def is_under_plan(self, sentence: Sentence) -> bool:
        """Whether the sentence begins with what its "would" hangs on: “Under the plan, …”, “If adopted, …”."""
        opening = sentence.tokens[:_OPENING]
        comma = next((i for i, token in enumerate(opening) if token.text == ","), 0)
        if comma < 2:
            return False
        if comma == 2 and opening[0].fold in self.rules.conditional:
            return self.known.has("enacting", opening[1])
        return self.known.has("under", opening[0]) and self.known.has("instruments", opening[comma - 1])

    def stands_for_body(self, sentence: Sentence, verb: int) -> bool:
        """Whether "it" before the verb means a body: the one that says so, or that the clause before is about."""
        inside = innermost(self.utterances, sentence.tokens[verb].start)
        if inside is not None and inside.mention is not None:
            said = inside.mention
            _, reading = self.document.language.head(said.sentence, said.first, said.stop)
            if reading.pos == "NOUN" and reading.number == "plur":
                return False  # “residents say it would ruin the view”
            return self._is_body(inside.mention.sentence, inside.mention.first, inside.mention.stop)
        before = self._before.get(sentence.index)
        for place, stop in ((sentence, verb - 1), (before, len(before.tokens) if before is not None else 0)):
            for index in range(stop) if place is not None else ():
                if place is not None and place.tokens[index].readings[0].form == "fin":
                    return self.is_of_body(place, index)
        return False

    def is_of_body(self, sentence: Sentence, verb: int) -> bool:
        """Whether the subject of the verb is somebody who acts and is no person."""
        span = acting_subject(self.document, sentence, verb)
        return span is not None and self._is_body(sentence, *span)

    def _is_body(self, sentence: Sentence, first: int, stop: int) -> bool:
        """Whether the phrase names somebody who acts and is no person."""
        head, reading = self.document.language.head(sentence, first, stop)
        name = sentence.name_at(head)
        if (name is not None and name.kind == "person") or reading.pos == "PRON":
            return False
        personal = roles.lexicon(self.document.language).kinds(reading.lemma) & roles.PERSONAL
        return not personal and can_act(self.document, sentence, first, stop)

    def _follows_instrument(self, sentence: Sentence) -> bool:
        """Whether the sentence before is about a bill: “The bill would ban … | It would also create …”."""
        before = self._before.get(sentence.index)
        if before is not None and self.is_under_plan(before):
            return True
        for index, token in enumerate(before.tokens if before is not None else ()):
            if before is not None and token.readings[0].form == "fin":
                span = self.document.language.subject(before, index)
                return span is not None and self.known.has("instruments", before.tokens[span[1] - 1])
        return False

    @cached_property
    def _before(self) -> dict[int, Sentence]:
        return {after.index: before for before, after in pairwise(self.document.sentences)}

    def is_vague(self, sentence: Sentence, first: int) -> bool:
        """Whether the subject that begins there is nobody in particular: "this will …", not "this firm …"."""
        opening, after = sentence.tokens[first], sentence.tokens[first + 1 : first + 2]
        if opening.fold not in self.known.words["vague_subjects"] or opening.pos in ("DET", "NUM"):
            return False
        return not self.known.has_any("partitives", after)

    def is_force(self, sentence: Sentence, first: int, stop: int) -> bool:
        """Whether the phrase is about weather, prices and the like, by its head; «2 млрд рублей» is a sum."""
        if self.known.has("third_pronouns", sentence.tokens[first]):
            return self._takes_up_force(sentence, first)
        if any(token.pos == "NUM" for token in sentence.tokens[max(0, first - 2) : stop]):
            return self._is_measure(sentence, first, stop)
        head = sentence.tokens[self.document.language.head(sentence, first, stop)[0]]
        return self.known.has("forces", head) or head.lemma in self._forces

    def _takes_up_force(self, sentence: Sentence, pronoun: int) -> bool:
        """Whether the pronoun stands for the weather of the sentence before: «Ураган слабеет. Он принесёт ливни»."""
        meant = sentence.tokens[pronoun].readings[0]
        named = self._subject(sentence, pronoun)  # «если ураган ослабеет, он …»
        before = self._before.get(sentence.index)
        if not named and before is not None:
            named = self._subject(before, len(before.tokens))
        forces = [noun.readings[0] for noun in named if self.known.has("forces", noun) or noun.lemma in self._forces]
        genders = (meant.gender, "") if meant.gender == "neut" else (meant.gender,)  # “storm” has none, “it” has
        return any(r.gender in genders and (r.number or "sing") == (meant.number or "sing") for r in forces)

    def _subject(self, sentence: Sentence, stop: int) -> Sequence[Token]:
        """Return the first noun before ``stop`` that is a verb's subject, with the word before it: «ураган | Роза»."""
        for index in range(stop):
            if sentence.tokens[index].readings[0].form == "fin":
                span = self.document.language.subject(sentence, index)
                if span is not None and not self.known.has("third_pronouns", sentence.tokens[span[0]]):
                    return sentence.tokens[max(0, span[0] - 1) : span[1]]
        return ()

    def _is_measure(self, sentence: Sentence, first: int, stop: int) -> bool:
        """Whether so much of it is spoken of: “two inches of rain”, «пять сантиметров снега»."""
        return self.known.has_any("falling", sentence.tokens[first : stop + 2])

    def is_aim(self, sentence: Sentence, first: int, stop: int) -> bool:
        """Whether the phrase is about a purpose, of which is only said what it is: "the mission is to help"."""
        return self.known.has("aims", sentence.tokens[self.document.language.head(sentence, first, stop)[0]])
