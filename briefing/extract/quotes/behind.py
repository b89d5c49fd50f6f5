"""Attributions set off by marks behind or within their content: “…, he told the court, …”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.extract.drafts import Mention
from briefing.extract.quotes import groups, unsure
from briefing.extract.quotes.claim import Claim
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.inserts import Insert
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period
from briefing.extract.quotes.sides import sides
from briefing.extract.quotes.voices import Voices

_DASHES = ("-", "–", "—", "--")


class Behind:
    """Finds what the attributions of one period that follow their content, or stand inside it, attribute."""

    def __init__(self, period: Period, cues: Sequence[Cue], speech: Speech, voices: Voices) -> None:
        self.period = period
        self.cues = cues
        self.speech = speech
        self.voices = voices

    def is_closed_off(self, first: int) -> bool:
        """Whether a comma or the end of a sentence stands between marked words and the attribution at ``first``."""
        period = self.period
        last = next((i for i in range(first - 1, -1, -1) if period.tokens[i].text not in "\"”’'»"), 0)
        return not period.tokens[last].is_word

    def follows_marked(self, first: int) -> bool:
        """Whether nothing but a comma or dash parts an attribution that begins at ``first`` from marked words."""
        index = first - 1
        while (
            index >= 0
            and self.period.inside[index] is None
            and (self.period.tokens[index].text in (",", *_DASHES) or self.period.tokens[index].pos == "ADV")
        ):
            index -= 1
        return index >= 0 and self.period.inside[index] is not None

    def claims(
        self, cue: Cue, first: int, after: int, mention: Mention | None, *, elided: bool = False
    ) -> Iterator[Claim]:
        """Yield what an attribution set off behind or within its content attributes."""
        period = self.period
        as_clause = first > 0 and self.speech.is_in("as", period.tokens[first - 1])
        as_clause = as_clause and (first == 1 or period.is_edge(first - 2))
        if not cue.takes("insert") and not cue.takes("direct"):
            return
        if mention is not None and _is_all(mention, self.speech):
            return  # “…, Lee and Kim, both testified”
        if (
            not self.follows_marked(first)
            and not as_clause
            and (first == 0 or period.tokens[first - 1].text not in (",", *_DASHES))
        ):
            return
        if first and self.speech.is_in("relative", period.tokens[first - 1]):
            return
        behind_marks = self.follows_marked(first) and self.is_closed_off(first)
        if not behind_marks and not self.is_set_off(cue, first, after):
            return
        stop = self._attribution_end(after)
        insert = Insert(first - as_clause, stop, cue, closes=stop >= len(period) or period.is_stop(stop))
        for begin, end in self.sides(insert):
            marked = any(period.inside[i] is not None for i in range(begin, end))
            clause = unsure.may_be_clause(period, begin, end) or (
                insert.closes and unsure.is_short_clause(period, begin, end)
            )
            if marked or period.finite(begin, end) is not None or clause:
                yield Claim(period.span(cue.first, cue.stop), mention, "here", begin, end, elided)

    def is_set_off(self, cue: Cue, first: int, after: int) -> bool:
        """Whether the attribution is all that stands between two marks: “…, he told the court on Monday, …”."""
        period = self.period
        if any(
            groups.is_finite(period, i) and not self.speech.is_likely("auxiliaries", period.tokens[i])
            for i in range(first, cue.first)
        ):
            return "," in {period.tokens[i].text for i in range(first, cue.first)}
        if cue.first == first and after > cue.stop and self._ends_plainly(after):
            return True  # “…, says a study co-written by two doctors.”
        ends = [after, groups.past_adjuncts(period, after, self.speech)]
        ends.append(self._past_description(after, ends[1]))
        if cue.takes("addressee"):
            end = groups.simple_phrase(period, after)
            told = period.mention(after, end) if end > after else None
            if told is None or self.voices.is_hearer(told) or not self.voices.is_thing(told):
                ends += [end, groups.past_adjuncts(period, end, self.speech)]  # not “officials ordered an evacuation”
        return any(
            end >= len(period) or period.is_edge(end) or period.inside[end] is not None or self._adds(end)
            for end in ends
        )

    def _adds(self, index: int) -> bool:
        """Whether a participle goes on without a comma with what is said: “…, he said | adding that …”."""
        at = index + self.speech.is_in("participle_times", self.period.tokens[index])
        return any(cue.first == at and cue.form == "participle" and cue.takes("that") for cue in self.cues)

    def _past_description(self, after: int, end: int) -> int:
        """Return ``end``, moved past a participle that tells of the text just named: “in a report | released today”."""
        period = self.period
        if not after < end < len(period) or period.tokens[end].readings[0].form != "part":
            return end
        edge = next((i for i in range(end, len(period)) if period.is_edge(i)), len(period))
        return edge if period.tokens[end].readings[0].tense == "past" and self._ends_plainly(end) else end

    def _ends_plainly(self, index: int) -> bool:
        """Whether no finite verb and no quotation follow before the next mark: what is left describes the subject."""
        period = self.period
        end = next((i for i in range(index, len(period)) if period.is_edge(i)), len(period))
        return not any(groups.is_finite(period, i) or period.inside[i] is not None for i in range(index, end))

    def _attribution_end(self, index: int) -> int:
        """Return where the attribution ends: at the next mark, past appositions that close the sentence."""
        period = self.period
        stop = index
        while stop < len(period) and not period.is_edge(stop) and period.inside[stop] is None and not self._adds(stop):
            stop += 1
        rest = range(stop, len(period))
        own = [i for i in rest if period.places[i][0] is period.places[index - 1][0]]
        if own and not any(period.inside[i] is not None or groups.is_finite(period, i) for i in own):
            return own[-1] + 1
        if len(own) > 1 and period.tokens[stop].text == "," and self.speech.is_in("relative", period.tokens[stop + 1]):
            edges = (i for i in own[1:] if period.is_edge(i) or period.inside[i] is not None)
            return next(edges, own[-1] + 1)  # “…, said Ann Lee, who heads the union”
        return stop

    def sides(self, insert: Insert) -> list[tuple[int, int]]:
        """Return the tokens before and behind an attribution that are its content."""
        joint = self._joint(insert)
        marked = self.period.inside[joint + 1] if joint is not None else None
        if marked is not None:  # “The road is shut, he said, | but “the bridge is open””
            before = sides(self.period, insert, self.speech, left_only=True)
            return [*before, self.period.range_of(marked)]
        tails = [
            cue.first for cue in self.cues if cue.form == "participle" and not insert.first <= cue.first < insert.stop
        ]
        goes_on = insert.stop + 1 in tails and self.period.tokens[insert.stop].text == ","
        goes_on = goes_on or (insert.stop < len(self.period) and self._adds(insert.stop))
        # “…, he said, | adding that …”, “…, he said, | but the bridge is open”
        goes_on = goes_on or (joint is not None and self._is_set_against(joint))
        return [
            (first, self._cut(first, stop, tails) if first >= insert.stop else stop)
            for first, stop in sides(self.period, insert, self.speech, left_only=goes_on)
            if first not in tails
        ]

    def _joint(self, insert: Insert) -> int | None:
        """Return the conjunction behind an attribution that joins something to a clause or marked words before it."""
        period, joint = self.period, insert.stop + 1
        if joint + 1 >= len(period) or period.tokens[insert.stop].text != ",":
            return None
        joins = self.speech.is_in("clause_joints", period.tokens[joint])
        joins = joins or self.speech.is_in("contrasts", period.tokens[joint])
        told = any(period.inside[: insert.first]) or period.finite(0, insert.first) is not None
        return joint if joins and told else None

    def _is_set_against(self, joint: int) -> bool:
        """Whether the clause that the conjunction joins, which nobody need have said, is opposed to the one before.

        What has no subject of its own is not read without that, either: “Roads are bad, he said, | and may close”.
        """
        if self.period.inside[joint + 1] is None and groups.is_finite(self.period, joint + 1):
            return True
        opposes = any(self.speech.is_in(words, self.period.tokens[joint]) for words in ("adversatives", "contrasts"))
        return opposes and not any(self.period.inside)

    def _cut(self, first: int, stop: int, tails: Sequence[int]) -> int:
        """Leave out a participle of speech that goes on after marked words: “…,” he said, adding that …"""
        for index in tails:
            if first < index < stop and self.period.tokens[index - 1].text == "," and self.period.inside[index] is None:
                return next((i for i in range(index, first, -1) if self.period.tokens[i].text == ","), stop)
        return stop


def _is_all(mention: Mention, speech: Speech) -> bool:
    """Whether the mention is a pronoun that only sums up who was named before: “both”, “all”."""
    token = mention.sentence.tokens[mention.first]
    return mention.stop - mention.first == 1 and speech.is_in("summing", token)
