"""Who acts where a clause does not name it: «мост построят», "the store will be closed"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile

from briefing.extract import addressees, roles
from briefing.extract.agents import subject_of
from briefing.extract.drafts import SpeakerDraft
from briefing.extract.findings import Findings
from briefing.language import Sentence

_BODIES = frozenset(("organisation", "company"))
_TELLING = frozenset(("media", "document", "source", "message"))
_MARKS = frozenset(",;:()—–")  # that part clauses
_FEWEST = 3  # sentences that name the body that an article is about
_SHARE = 4  # one in so many sentences


@dataclass(slots=True)
class _Topic:
    name: str
    sentences: set[int]


class Unnamed:
    """Finds whom a passive or a plural without a subject means: whose speech it is, or whom the article is about."""

    def __init__(self, found: Findings) -> None:
        self.document, self.utterances, self.known = found.document, found.utterances, found.known
        self.words = roles.lexicon(found.document.language)

    def doer(self, speaker: SpeakerDraft | None) -> str | None:
        """Return the name of whoever acts, None where the article gives nobody that it can be."""
        if speaker is not None:
            return self._of_speaker(speaker)
        return self._topic

    def seat(self, sentence: Sentence, verb: int) -> str | None:
        """Return the body in which those are who want it: «в министерстве | планируют | построить мост»."""
        tokens = sentence.tokens
        if tokens[verb].readings[0].number != "plur" or subject_of(self.document, sentence, verb) is not None:
            return None
        clause = takewhile(lambda index: tokens[index].text not in _MARKS, range(verb)[::-1])
        for index in (i for i in clause if tokens[i].fold in self.known.words["seats"]):
            noun = next((i for i in range(index + 1, verb) if tokens[i].pos in ("NOUN", "PROPN")), index)
            first, stop = self.document.language.noun_phrase(sentence, noun)
            if first <= index or stop > verb or tokens[noun].reading(case="loc") is None:
                return None
            addressees.settle(tokens[noun], "loc")
            return self.body(sentence, first, stop)
        return None

    def is_teller(self, speaker: SpeakerDraft | None) -> bool:
        """Whether the speaker only tells what others do: a newspaper, a report, a source."""
        found = self._phrase(speaker) if speaker is not None and speaker.kind != "person" else None
        if found is None:
            return False
        return self._only_tells(found.lemma) or self._is_press(found.sentence, found.first, found.stop)

    def _only_tells(self, lemma: str) -> bool:
        kinds = self.words.kinds(lemma)
        return lemma not in self.known.words["voices"] and bool(kinds & _TELLING) and not kinds & _BODIES

    def body_of(self, speaker: SpeakerDraft | None) -> str | None:
        """Return the body that the speaker is or speaks for."""
        if speaker is None or speaker.kind == "person":
            return speaker.organisation if speaker is not None else None
        named = speaker.kind == "organisation" and not self.is_teller(speaker)
        return speaker.name if named else self._of_speaker(speaker)

    def _of_speaker(self, speaker: SpeakerDraft) -> str | None:
        """Return the speaker, or the body that a person or a press office speaks for; a newspaper does not act."""
        found = self._phrase(speaker)
        if found is not None and self._is_press(found.sentence, found.first, found.stop):
            return None
        if speaker.organisation is not None:
            return speaker.organisation
        if speaker.kind == "person":
            # «школу построят», says anybody; where a passive is the only way to say it, it is the speaker's plan.
            return None if self.known.grammar.free_order else speaker.name
        if found is None or self._only_tells(found.lemma) or self._is_counted(found):
            return None
        if found.lemma in self.known.words["voices"] and (body := self._voiced(found)) is not None:
            return body
        acts = self.words.kinds(found.lemma) & {*_BODIES, "group", "territory"}
        return speaker.name if acts or found.lemma in self.known.words["places"] else self._topic

    def spoken_for(self, speaker: SpeakerDraft) -> str | None:
        """Return the body that a voice without a name of its own speaks for: «пресс-служба мэрии»."""
        found = self._phrase(speaker) if speaker.kind != "person" else None
        return self._voiced(found) if found is not None and found.lemma in self.known.words["voices"] else None

    def _is_counted(self, found: roles.Description) -> bool:
        """Whether so many people say it, who are not named: “two people familiar with the plan”."""
        kinds = self.words.kinds(found.lemma)
        personal = bool(kinds & {*roles.PERSONAL, "group"}) and not kinds & _BODIES
        return personal and found.sentence.tokens[found.first].pos == "NUM"

    def _voiced(self, found: roles.Description) -> str | None:
        """Return whom a voice speaks for, named behind or before it: «пресс-служба мэрии», “a ministry spokesman”."""
        sentence, nominative = found.sentence, self.document.language.nominative
        if found.head + 1 < found.stop:
            name = sentence.name_at(found.stop - 1)
            if name is not None and name.kind == "person":  # «пресс-служба губернатора Ивана Белова»
                reading = self.document.language.person(sentence, name)[0]
                return " ".join(part for part in reading[:3] if part)
            return nominative(sentence, found.head + 1, found.stop)
        return self._named_body(sentence, found.first, found.head) if found.first < found.head else None

    def _phrase(self, speaker: SpeakerDraft) -> roles.Description | None:
        for start, end in speaker.mentions:
            sentence = next((s for s in self.document.sentences if s.start <= start < s.end), None)
            if sentence is not None and end <= sentence.end:
                first, stop = sentence.find(start), sentence.find(end - 1) + 1
                return roles.describe(self.document, sentence, first, stop)
        return None

    def before(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence before in the same paragraph."""
        before = self._before.get(sentence.index)
        return before if before is not None and before.paragraph == sentence.paragraph else None

    @cached_property
    def _before(self) -> dict[int, Sentence]:
        sentences = self.document.sentences
        return {after.index: before for before, after in pairwise(sentences)}

    def body(self, sentence: Sentence, first: int, stop: int) -> str | None:
        """Return the name of the body that the phrase of these tokens names, unless it only speaks."""
        _, reading = self.document.language.head(sentence, first, stop)
        if sentence.tokens[first].start in self._speaking or reading.lemma in self.known.words["voices"]:
            return None
        return self._named_body(sentence, first, stop)

    def _named_body(self, sentence: Sentence, first: int, stop: int) -> str | None:
        head, reading = self.document.language.head(sentence, first, stop)
        name = sentence.name_at(head) or sentence.name_at(first)
        named = name is not None and name.kind == "organisation"
        if self._is_press(sentence, first, stop):
            return None
        if not (named or self.words.kinds(reading.lemma) & _BODIES):
            return None
        return roles.unquoted(self.document.language.nominative(sentence, first, stop))

    def _is_press(self, sentence: Sentence, first: int, stop: int) -> bool:
        return any(self.known.has("outlets", token) for token in sentence.tokens[first:stop])

    @cached_property
    def _speaking(self) -> set[int]:
        """Where those are named to whom words are attributed."""
        return {utterance.mention.start for utterance in self.utterances if utterance.mention is not None}

    @cached_property
    def _topic(self) -> str | None:
        """The one organisation that the article is about: named at its head and far more often than any other."""
        found: dict[str, _Topic] = {}
        sentences = [*self.document.headline, *self.document.sentences]
        for number, sentence in enumerate(sentences):
            for name in sentence.names:
                if name.kind != "organisation" or sentence.tokens[name.first].start in self._speaking:
                    continue
                text = roles.unquoted(self.document.language.nominative(sentence, name.first, name.stop))
                found.setdefault(text.casefold(), _Topic(text, set())).sentences.add(number)
        ranked = sorted(found.values(), key=lambda topic: -len(topic.sentences))
        if not ranked or len(ranked[0].sentences) < max(_FEWEST, len(sentences) / _SHARE):
            return None
        if len(ranked) > 1 and len(ranked[1].sentences) * 2 > len(ranked[0].sentences):
            return None
        return ranked[0].name if min(ranked[0].sentences) <= len(self.document.headline) else None
