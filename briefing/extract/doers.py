"""Who is to act, who says so, and by when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.extract import cues
from briefing.extract.complements import Complement
from briefing.extract.cues import Cue
from briefing.extract.drafts import ActionDraft, FigureDraft, SpeakerDraft, Utterance
from briefing.language import Document, Sentence

_NOMINAL = ("NOUN", "PROPN", "PRON")


class Doers:
    """Turns the words of an action into a draft: actor, speaker and deadline looked up around them."""

    def __init__(
        self,
        document: Document,
        published: date | None,
        figures: Sequence[FigureDraft],
        utterances: Sequence[Utterance],
        cast: Sequence[SpeakerDraft],
    ) -> None:
        self.document = document
        self.published = published
        self.dates = [figure for figure in figures if figure.kind == "date"]
        self.utterances = utterances
        self.cast = {speaker.id: speaker for speaker in cast}
        self.known = cues.lexicon(document.language.code)

    def draft(self, sentence: Sentence, first: int, stop: int, cue: Cue, complement: Complement) -> ActionDraft:
        """Return the draft of the action at the tokens ``first`` to ``stop``."""
        start, end = sentence.tokens[first].start, sentence.tokens[stop - 1].end
        speaker = self.speaker_at(start)
        deadline, span = self.deadline(min(start, sentence.tokens[cue.first].start), end)
        return ActionDraft(
            start=start,
            end=end,
            status=cue.frame.status,
            actor=self.actor(sentence, cue, complement, speaker),
            speaker=speaker,
            deadline=deadline,
            deadline_span=span,
        )

    def speaker_at(self, offset: int) -> str | None:
        """Return the id of whoever says what stands at the text offset."""
        around = [u for u in self.utterances if u.start <= offset < u.end and u.speaker is not None]
        return min(around, key=lambda u: u.end - u.start).speaker if around else None

    def actor(self, sentence: Sentence, cue: Cue, complement: Complement, speaker: str | None) -> str | None:
        """Return who is to act, in the nominative; for a proposal without a doer who makes it."""
        said = self.cast[speaker].name if speaker in self.cast else None
        found: str | None = None
        if cue.frame.doer == "object":
            found = self._addressed(sentence, cue, complement, said)
            if found is None and cue.frame.status == "proposed":
                found = self._subject(sentence, cue.head, said) or said
        elif cue.frame.doer == "subject":
            found = self._subject(sentence, cue.head, said) or said
        else:
            found = said or self._subject(sentence, cue.head, said)
        return found

    def _subject(self, sentence: Sentence, verb: int, said: str | None) -> str | None:
        span = self.document.language.subject(sentence, verb)
        if span is None:
            return None
        return self._named(sentence, *span, said)

    def _named(self, sentence: Sentence, first: int, stop: int, said: str | None) -> str | None:
        token = sentence.tokens[first]
        if stop - first == 1 and self.known.has("speaker_pronouns", token):
            return said
        if stop - first == 1 and token.readings[0].pos == "PRON":
            return self._antecedent(sentence, first)
        return self.document.language.nominative(sentence, first, stop)

    def _antecedent(self, sentence: Sentence, index: int) -> str | None:
        """Return the name of the speaker whom the pronoun means, or the last person named before it."""
        offset = sentence.tokens[index].start
        for speaker in self.cast.values():
            if any(start <= offset < end for start, end in speaker.mentions):
                return speaker.name
        for other in reversed(self.document.sentences[: sentence.index + 1]):
            names = [n for n in other.names if n.kind == "person" and (other is not sentence or n.stop <= index)]
            if names:
                return self.document.language.nominative(other, names[0].first, names[0].stop)
        return None

    def _addressed(self, sentence: Sentence, cue: Cue, complement: Complement, said: str | None) -> str | None:
        """Return the one addressed: between the cue and what is to be done, or before an impersonal cue."""
        tokens = sentence.tokens
        if self.known.infinitive and complement.head - 1 > cue.stop:
            return self._named(sentence, cue.stop, complement.head - 1, said)
        for index in range(cue.first + 1, complement.first):
            if tokens[index].readings[0].pos in _NOMINAL and tokens[index].reading(case="dat"):
                return self._named(sentence, *self.document.language.noun_phrase(sentence, index), said)
        return None

    def deadline(self, start: int, end: int) -> tuple[str | None, tuple[int, int] | None]:
        """Return the date by or in which it is to be done, and its words, among the dates of the span."""
        for figure in self.dates:
            if start <= figure.start and figure.end <= end and isinstance(figure.value, str):
                return figure.value, (figure.start, figure.end)
        return None, None
