"""The draft of an action: its status, who is to act, who says so, and by when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from briefing import edtf
from briefing.extract.actors import Actors
from briefing.extract.cues import Cue
from briefing.extract.dependents import dependent
from briefing.extract.drafts import ActionDraft, SpeakerDraft
from briefing.extract.extent import innermost
from briefing.extract.figures.agreement import later
from briefing.extract.figures.deadlines import deadline
from briefing.extract.findings import Findings
from briefing.extract.governed import Complement, lexical
from briefing.extract.listed import Item
from briefing.extract.passing import comes_again
from briefing.extract.terms import is_term
from briefing.extract.themes import Themes
from briefing.language import Sentence
from briefing.model import ActionStatus

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TERM = 6  # tokens of a term: «не позднее чем через две недели»
_WEEK = timedelta(days=7)
_OPENING = 6  # tokens of a time that opens a sentence: «С 1 марта 2026 года, …»


class Doers:
    """Turns the words of an action into a draft: status, actor, speaker and deadline looked up around them."""

    def __init__(self, found: Findings, cast: Sequence[SpeakerDraft], recent: int) -> None:
        self.document, self.published, self.known = found.document, found.published, found.known
        self.figures, self.utterances = found.figures, found.utterances
        self.recent = recent
        self.actors, self.themes = Actors(found, cast), Themes(found)

    def draft(
        self, sentence: Sentence, first: int, stop: int, cue: Cue, complement: Complement, *, goes_on: bool = False
    ) -> ActionDraft:
        """Return the draft of the action at the tokens ``first`` to ``stop``.

        ``goes_on`` says that another deed of the same cue stands before it, whose date is not its own.
        """
        start, end = sentence.tokens[first].start, sentence.tokens[stop - 1].end
        speaker = self._speaker_at(start)
        status = self._status(sentence, cue, complement)
        # The date of a past utterance is no deadline: «в пятницу он поручил …», "called on Monday for …".
        head = sentence.tokens[cue.head].readings[0]
        told = head.form == "fin" and head.tense == "past" and cue.frame.past == "perf"
        begin = complement.first if told else first if goes_on else self._from_term(sentence, min(first, cue.first))
        verb = lexical(sentence, complement.head, self.known)
        others = {sentence.tokens[i].start for i in dependent(sentence, begin, stop, verb, self.known)}
        own = [figure for figure in self.figures if figure.start not in others]
        due = deadline(self.document, sentence, begin, stop, self.published, own)
        if due is None and (opening := _before_insertion(sentence, first)):
            due = deadline(self.document, sentence, 0, opening, self.published, own)
        if due is not None:
            announced = told and sentence.tokens[complement.head].pos in ("NOUN", "NUM")
            to_come = self._to_come(*due, announced=announced) if not self._is_term(sentence, first, due[1]) else None
            # «работают с ноября»: it was last November's, however far the next is.
            begun = status == "under_way" and due[0].endswith("/")
            due = None if begun and to_come is not None and to_come[0] != due[0] else to_come
        return ActionDraft(
            start=start,
            end=end,
            status=status,
            actor=self.actors.find(sentence, cue, complement, status, speaker),
            speaker=speaker,
            deadline=due[0] if due is not None else None,
            deadline_span=due[1] if due is not None else None,
        )

    def _from_term(self, sentence: Sentence, begin: int) -> int:
        """Return where a term begins that stands before a passive: «мэрии | в месячный срок | поручено …»."""
        tokens = sentence.tokens
        if tokens[begin].readings[0].form != "short":
            return begin
        for index in range(begin - 1, max(-1, begin - _TERM), -1):
            if not tokens[index].is_word:
                break
            if is_term(tokens, index, self.known):
                return index
        return begin

    def listed(self, lead: Sentence, cue: Cue, item: Item) -> ActionDraft:
        """Return the draft of a deed in a list; who is to do it, and whether, the sentence before the list tells."""
        # What is to be done is unknown there, so that the colon stands for it.
        tokens, complement = (
            item.sentence.tokens,
            Complement(cue.stop, item.first - 1 if item.sentence is lead else len(lead.tokens) - 1),
        )
        speaker = self._speaker_at(tokens[item.first].start) or self._speaker_at(lead.tokens[cue.first].start)
        status = self._status(lead, cue, complement)
        due = deadline(self.document, item.sentence, item.first, item.stop, self.published, self.figures)
        if due is not None:
            due = self._to_come(*due, announced=False)
        told = self.document.language.nominative(item.sentence, *item.told) if item.told is not None else None
        return ActionDraft(
            start=tokens[item.first].start,
            end=tokens[item.stop - 1].end,
            status=status,
            actor=told or self.actors.find(lead, cue, complement, status, speaker),
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
            return later(value), span
        year = self.published.year if self.published is not None else self.recent
        return None if last and last[:4] < str(year) else (value, span)

    def _is_to_come(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether it is still to be agreed: «подпишут соглашение», «будет принято решение»."""
        around = sentence.tokens[max(0, cue.first - 2) : cue.stop]
        return any((t.readings[0].form, t.readings[0].tense) == ("fin", "fut") for t in around)

    def _speaker_at(self, offset: int) -> str | None:
        """Return the id of whoever says what stands at the text offset."""
        inside = innermost([u for u in self.utterances if u.speaker is not None], offset)
        return inside.speaker if inside is not None else None

    def _status(self, sentence: Sentence, cue: Cue, complement: Complement) -> ActionStatus:
        """Return the status; what somebody says in his own words that he or others must do is a proposal.

        What is due to take place is planned («встреча должна состояться»), what those demand who cannot order it
        proposed, like what a bill demands that is only brought in, and a deed that is demanded of nobody.
        """
        if self.actors.is_of_nobody(sentence, cue, complement):
            return "proposed"
        if self.actors.is_plea(sentence, cue) or self._is_of_draft(sentence, cue):
            return "proposed"
        if cue.frame.status == "agreed" and self._is_to_come(sentence, cue):
            return "planned"
        if cue.frame.status != "directed" or cue.frame.span != "clause":
            return cue.frame.status
        if self.known.has("events", sentence.tokens[complement.head]):
            return "planned"
        inside = innermost(self.utterances, sentence.tokens[cue.head].start)
        return "proposed" if inside is not None and inside.kind == "direct" else "directed"

    def _is_of_draft(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether it stands in a bill that is brought in: “introduced a bill | requiring shops to close”."""
        if not self.themes.tells_content(sentence, cue.head):
            return False
        verbs = [token for token in sentence.tokens[: cue.head] if token.pos == "VERB"]
        return bool(verbs) and verbs[-1].lemma != "have" and self.known.has("presenting", verbs[-1])


def _before_insertion(sentence: Sentence, first: int) -> int:
    """Return where the words end that open the sentence, an insertion between them and the deed; 0 if there is none.

    «С 1 марта, по словам мэра, | проезд подорожает»
    """
    tokens = sentence.tokens
    commas = [index for index in range(first) if tokens[index].text == ","]
    if len(commas) != 2 or commas[1] != first - 1 or not 0 < commas[0] <= _OPENING:
        return 0
    opening, inserted = tokens[: commas[0]], tokens[commas[0] + 1 : commas[1]]
    plain = all(token.pos != "VERB" for token in opening) and opening[0].pos == "ADP"
    return commas[0] if plain and not any(token.pos == "SCONJ" for token in inserted[1:]) else 0
