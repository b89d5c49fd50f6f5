"""What a past tense tells of before the news: dated years or a season ago, settled before, or outrun by the story."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from briefing import edtf
from briefing.extract import clauses, governed, passing
from briefing.extract.clauses import Piece
from briefing.extract.cues import Cue, Lexicon
from briefing.extract.drafts import FigureDraft
from briefing.extract.extent import innermost
from briefing.extract.findings import Findings
from briefing.extract.openers import starts_with
from briefing.language import Reading, Sentence, Token

_NEAR = 3  # tokens within which what goes on follows “but”
_OLD = 1990  # what an article without a date of its own tells of earlier years is history
_OPENING = 3  # paragraphs, headline included, in which a story tells what is new
_LEADING = 4  # tokens in which a sentence says when all of it happened
_DAYS = 14  # after a period, as long as it is still news
_DAY = len("2025-03-12")
_SETTLED = ("agreed", "planned")


class History:
    """Judges the past tenses of one document."""

    def __init__(self, found: Findings) -> None:
        self.document, self.published, self.utterances = found.document, found.published, found.utterances
        self.known, self.rules = found.known, found.rules
        self._dates = [figure for figure in found.figures if figure.kind == "date"]
        self._latest = {
            s.index: max(passing.years(self.document.text[s.start : s.end]), default=0) for s in self.document.sentences
        }
        self._next = {before.index: after for before, after in pairwise(self.document.sentences)}
        latest = max(self._latest.values(), default=0)
        self.recent = self.published.year - 1 if self.published is not None else max(latest - 2, _OLD)

    def is_current(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether what is told in a past tense is not dated years before the rest of the article."""
        head = sentence.tokens[cue.head].readings[0]
        if (head.form == "fin" and head.tense != "past") or (head.form == "short" and head.pos == "ADJ"):
            return True
        latest = self._latest[sentence.index]
        return not latest or latest >= self.recent

    def is_history(self, sentence: Sentence, cue: Cue, parts: Sequence[Piece]) -> bool:
        """Whether a past tense tells what was before the news, or what came of it."""
        if sentence.tokens[cue.head].readings[0].tense != "past" and not cue.frame.noun:
            return False
        return (
            self._is_former(sentence, cue, parts)
            or self._is_outrun(sentence, cue, parts)
            or self._is_refused_next(sentence, cue)
            or self._is_of_period(sentence, cue, parts)
            or self._is_settled(sentence, cue, parts)
        )

    def _is_former(self, sentence: Sentence, cue: Cue, parts: Sequence[Piece]) -> bool:
        """Whether a word tells that it was before: «тогда он обещал …», "at the time they agreed …"."""
        inside = innermost(self.utterances, sentence.tokens[cue.head].start)
        first = 0 if inside is None or inside.kind == "indirect" else parts[0].first
        if any(starts_with(sentence.tokens, index, self.known.formerly) for index in range(first, cue.head)):
            return True
        piece = governed.piece_at(parts, cue.head)  # «обещали достроить в прошлом году»: a phrase, not «ранее» alone
        term = range(cue.stop, piece.stop) if piece is not None else ()
        return any(starts_with(sentence.tokens, index, self.known.formerly) > 1 for index in term)

    def _is_outrun(self, sentence: Sentence, cue: Cue, parts: Sequence[Piece]) -> bool:
        """Whether the sentence goes on with how it ended: «решил стать мэром, но проиграл», «…, на что он ответил»."""
        head = sentence.tokens[cue.head].readings[0]
        if not self.known.grammar.free_order or head.form != "fin" or head.tense != "past":
            return False
        for index in range(cue.stop + 1, len(sentence.tokens) - 2):
            before, opening = sentence.tokens[index - 1], sentence.tokens[index]
            if before.text != "," or before.start >= sentence.tokens[parts[-1].stop - 1].end:
                continue
            answered = starts_with(sentence.tokens, index, self.known.answering) > 0
            after = sentence.tokens[index + 1 : index + 1 + _NEAR]
            turns = opening.fold in self.rules.adversatives and not self.known.has_any("negations", after)
            if answered or (turns and any(_goes_on(head, token.readings[0]) for token in after)):
                return True
        return False

    def _is_refused_next(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether the next sentence tells that it came to nothing: «Он попросил отсрочку. Однако суд отказал»."""
        after = self._next.get(sentence.index)
        if after is None or sentence.tokens[cue.head].readings[0].form != "fin":
            return False
        if after.paragraph != sentence.paragraph or after.tokens[0].fold not in self.rules.adversatives:
            return False
        told = [token for token in after.tokens if token.readings[0].form == "fin"][:1]
        past = any(token.readings[0].tense == "past" for token in told)
        refused = any(self.known.has("refusals", token) for token in after.tokens)
        return past and (refused or any(_is_denied(after, token, self.known) for token in told))

    def _is_of_period(self, sentence: Sentence, cue: Cue, parts: Sequence[Piece]) -> bool:
        """Whether only the month, season or year is told in which it was said: «в апреле он предложил …».

        News has its day. What a later term is named for is still to come: «в 2018 году обещал к 2030 году …».
        """
        head = sentence.tokens[cue.head]
        if head.readings[0].form != "fin":
            return False
        start = sentence.tokens[clauses.around(sentence, parts, cue.head, self.known.code).first].start
        leading = sentence.tokens[min(_LEADING, cue.head)].start
        for figure in self._dates:
            placed = sentence.start <= figure.start < leading or start <= figure.start < head.start
            if placed and self._says_when(sentence, figure, parts) and self._is_period(figure):
                return not self._is_due_later(sentence, figure, cue)
        return False

    def _says_when(self, sentence: Sentence, figure: FigureDraft, parts: Sequence[Piece]) -> bool:
        """Whether the date tells of the predicate, not of a noun («итоги 2024 года») or of a clause set in."""
        first = sentence.find(figure.start)
        before = sentence.tokens[first - 1] if first else None
        if before is not None and before.is_word and not self.known.has("during", before):
            return False
        piece = governed.piece_at(parts, first)
        return piece is None or piece.kind not in ("participle", "relative", "converb")

    def _is_period(self, figure: FigureDraft) -> bool:
        """Whether the date is no day but a month or more, over by now as far as the article tells."""
        text = self.document.text[figure.start : figure.end]
        if figure.value is None:
            words = [self.document.language.lemma(word) for word in text.casefold().split()]
            return any(word in self.known.words["periods"] for word in words) and not any(map(str.isdigit, text))
        value = str(figure.value)
        if "/" in value or len(value) >= _DAY:
            return False
        last = edtf.bounds(value)[1]
        return self.published is None or last is None or last < self.published - timedelta(_DAYS)

    def _is_due_later(self, sentence: Sentence, when: FigureDraft, cue: Cue) -> bool:
        """Whether a date behind the cue lies after the period: that of what is still to be done."""
        ended = edtf.bounds(str(when.value))[1] if when.value is not None else None
        begins = (edtf.bounds(str(figure.value)) for figure in self._after(sentence, cue) if figure.value is not None)
        return ended is not None and any((last or first or ended) > ended for first, last in begins)

    def _after(self, sentence: Sentence, cue: Cue) -> list[FigureDraft]:
        start = sentence.tokens[cue.stop - 1].end
        return [figure for figure in self._dates if start <= figure.start < sentence.end]

    def _is_settled(self, sentence: Sentence, cue: Cue, parts: Sequence[Piece]) -> bool:
        """Whether a decision without a term, or what was long wanted, is told of when the news has been told.

        That is how it came about.
        """
        head, last = sentence.tokens[cue.head], sentence.tokens[parts[-1].stop - 1]
        if cue.head == 0 and cue.frame.status == "agreed" and head.readings[0].number == "plur":
            return False  # «Договорились встречаться чаще»: the outcome, in short
        decided = cue.frame.status in _SETTLED and self.known.has("settling", head)
        if head.readings[0].form != "fin" or sentence.paragraph < _OPENING:
            return False
        lasting = head.readings[0].aspect == "imperf" and not self.known.has("momentary", head)
        if lasting and self.known.grammar.free_order:
            return True  # «они требовали отставки»
        if not decided:
            return False
        return not any(figure.start < last.end for figure in self._after(sentence, cue))


def _is_denied(sentence: Sentence, verb: Token, known: Lexicon) -> bool:
    before = sentence.tokens[max(0, sentence.find(verb.start) - 1)]
    return known.has("negations", before) and verb.readings[0].aspect == "perf"


def _goes_on(head: Reading, reading: Reading) -> bool:
    """Whether the verb tells in the same past tense what the same one did then."""
    told = reading.form == "fin" and reading.tense == "past" and reading.aspect != "imperf"
    return told and (reading.number, reading.gender) == (head.number, head.gender)
