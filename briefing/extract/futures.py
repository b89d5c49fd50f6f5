"""The future tense and the present with a date to come: whether they tell what somebody sets out to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing import edtf
from briefing.extract import clauses, cues, governed, passing, roles
from briefing.extract.agents import acting_subject, is_object, subject_of
from briefing.extract.clauses import Piece
from briefing.extract.cues import Cue
from briefing.extract.drafts import FigureDraft
from briefing.extract.governed import Complement
from briefing.extract.themes import Themes
from briefing.language import Document, Sentence, Token

_MONTH = len("2025-03")
_OFFICE_REACH = 6  # tokens from a verb of becoming to the office


class Futures:
    """Judges the futures of one document."""

    def __init__(
        self, document: Document, published: date | None, figures: Sequence[FigureDraft], themes: Themes
    ) -> None:
        self.document = document
        self.published = published
        self.figures = figures
        self.themes = themes
        self.known = cues.lexicon(document.language.code)

    def is_scheduled(self, sentence: Sentence, verb: int, parts: Sequence[Piece]) -> bool:
        """Whether a present tense stands with a date to come: «18 мая дают концерт», "services start in June"."""
        at = next((n for n, piece in enumerate(parts) if piece.first <= verb < piece.stop), None)
        if at is None or sentence.tokens[verb].readings[0].tense not in ("pres", "fut"):
            return False
        first = min(parts[at].first, clauses.around(sentence, parts, verb, self.known.code).first)
        last = parts[clauses.rightmost(sentence, parts, at, verb)].stop - 1
        start, end = sentence.tokens[first].start, sentence.tokens[last].end
        for figure in self.figures:
            if figure.kind != "date" or not start <= figure.start < end:
                continue
            if figure.value is None and self.published is None and self._names_day(figure):
                return True  # "on Sunday", told in the present, of an article that does not say when it was published
            if isinstance(figure.value, str) and self.published is not None:
                begins, span = edtf.bounds(figure.value)[0], (figure.start, figure.end)
                if begins is None:
                    continue
                month = len(figure.value) == _MONTH and passing.comes_again(self.document, span, begins, self.published)
                if begins > self.published or month:
                    return True
        return False

    def _names_day(self, figure: FigureDraft) -> bool:
        words = self.document.text[figure.start : figure.end].casefold().split()
        return any(self.document.language.lemma(word) in self.known.words["weekdays"] for word in words)

    def complement(self, sentence: Sentence, cue: Cue, parts: Sequence[Piece]) -> Complement | None:
        """Return the future verb if it tells what somebody sets out to do."""
        tokens = sentence.tokens
        head = governed.lexical(sentence, cue.head, self.known)
        analytic = self._is(tokens[cue.head], "copula")
        if analytic and head == cue.head:
            head = self._infinitive_before(sentence, cue.head)
        valued = any(self._is(token, "valued") for token in tokens[cue.head : head])
        if analytic and (head == cue.head or valued):
            return None
        verb, reading = tokens[head], tokens[head].readings[0]
        passive = reading.form in ("short", "part") or (analytic and self._is_reflexive(verb))
        addressing = reading.person == "1" and self._is(verb, "discourse") and not analytic
        if reading.person == "2" or (addressing and not self._is_dated(sentence, parts, head)):
            return None
        present = tokens[cue.head].reading(tense="pres", form="fin") is not None
        settled = analytic or self._is(verb, "events") or self._is(tokens[cue.head], "reported")
        settled = settled or any(self._is(token, "sequence") for token in tokens[: cue.stop + 1])
        if present and not settled and not self.is_scheduled(sentence, cue.head, parts):
            return None
        after = tokens[head + 1] if head + 1 < len(tokens) else verb
        changed = after.pos == "NUM" or (
            after.pos in ("ADJ", "ADV") and any(r.case in ("", "ins") for r in after.readings)
        )
        placed = after.pos == "ADP" and self._is(verb, "staying") and not self._is(after, "role_prepositions")
        becomes = placed or (changed and self._is(verb, "becoming"))
        becomes = becomes and not self._takes_office(sentence, head + 1)
        happens = passive and reading.form == "inf" and self._is(verb, "happenings")
        if (
            passive
            and (span := subject_of(self.document, sentence, cue.head))
            and self.themes.is_force(sentence, *span)
        ):
            return None
        if becomes or happens or (not passive and self._is_forecast(sentence, cue.head, verb)):
            return None
        return Complement(cue.head, head)

    def _is_dated(self, sentence: Sentence, parts: Sequence[Piece], verb: int) -> bool:
        """Whether a date stands in the clause: «в мае мы представим оперу» is no way of speaking to the reader."""
        clause = clauses.around(sentence, parts, verb, self.known.code)
        start, end = sentence.tokens[clause.first].start, sentence.tokens[clause.stop - 1].end
        return any(figure.kind == "date" and start <= figure.start < end for figure in self.figures)

    def _infinitive_before(self, sentence: Sentence, copula: int) -> int:
        """Return the infinitive before the copula («вести вечер будет …»), the copula if there is none."""
        for index in range(copula - 1, max(-1, copula - 8), -1):
            if not sentence.tokens[index].is_word:
                break
            if sentence.tokens[index].readings[0].form == "inf" and self.known.grammar.free_order:
                return index
        return copula

    def _is_forecast(self, sentence: Sentence, index: int, verb: Token) -> bool:
        """Whether the future merely happens: by its verb, or because its subject is nobody who acts."""
        if self._is(verb, "happenings") and not self._is_done(sentence, index, verb):
            return True
        if self.themes.is_instrument(sentence, index):
            return self._is(verb, "effects") and not self._is(verb, "provisions")
        span = subject_of(self.document, sentence, index) or self._coordinated(sentence, index)
        subject = sentence.tokens[span[0] : span[1]] if span is not None else []
        if subject and subject[0].fold in self.known.words["vague_subjects"]:
            return True
        single = self._is(verb, "events") or verb.readings[0].number == "sing"
        if span is None and single and self._has_time_as_subject(sentence, index):
            return True
        if subject and self._is(subject[0], "things") and self._is(verb, "effects"):
            return True
        if span is not None and self.themes.is_force(sentence, *span):
            return True
        if acting_subject(self.document, sentence, index) is not None:
            return False
        if span is None or is_object(sentence, index, span[0]):
            reading = sentence.tokens[index].readings[0]
            acts = reading.transitive or (span is None and not self._is_reflexive(verb))
            if reading.number == "plur" and reading.person == "3" and acts:
                return False  # «район поиска расширят»: people do
            span = None  # the subject is that of the clause before
        if span is None:
            return self._happens_by_itself(verb) or self._is(verb, "effects")
        return not self._is_arranged(verb)

    def _coordinated(self, sentence: Sentence, verb: int) -> tuple[int, int] | None:
        """Return the second of two subjects of a plural before it: «спрос и | интерес | вырастут»."""
        if verb < 3 or sentence.tokens[verb].readings[0].number != "plur":
            return None
        first, joint, second = sentence.tokens[verb - 3 : verb]
        both = first.reading(pos="NOUN", case="nom") and second.reading(pos="NOUN", case="nom", number="sing")
        return (verb - 1, verb) if joint.pos == "CCONJ" and both else None

    def _is_done(self, sentence: Sentence, index: int, verb: Token) -> bool:
        """Whether somebody does what else happens: «составит отчёт», “will lead the talks”, “will go to Rome”."""
        at = sentence.find(verb.start)
        transitive = self._is(verb, "with_object") and governed.has_object(sentence, at)
        following = sentence.tokens[at + 1 : at + 2]
        moving = self._is(verb, "moving") and any(self._is(token, "towards") for token in following)
        if not (transitive or moving):
            return False
        span = subject_of(self.document, sentence, index)  # none: whoever the clause before is about
        elided = span is None or is_object(sentence, index, span[0])
        return elided or acting_subject(self.document, sentence, index) is not None

    def _takes_office(self, sentence: Sentence, first: int) -> bool:
        """Whether it is an office that somebody is to hold: «будет вторым в городе мэром»."""
        for token in sentence.tokens[first : first + _OFFICE_REACH]:
            if not token.is_word:
                return False
            if token.pos == "NOUN" and token.readings[0].case == "ins":
                return "office" in roles.lexicon(self.document.language).kinds(token.lemma)
        return False

    def _has_time_as_subject(self, sentence: Sentence, verb: int) -> bool:
        """Whether time is what passes or shows: «пройдёт время»."""
        span = self.document.language.subject(sentence, verb)
        if span is None:
            return False
        return self._is(sentence.tokens[self.document.language.head(sentence, *span)[0]], "times")

    def _is_arranged(self, verb: Token) -> bool:
        return self._is(verb, "arranged") or self._is(verb, "events")

    def _happens_by_itself(self, verb: Token) -> bool:
        """Whether the verb is a perfective reflexive, and none of an event that somebody holds."""
        return self._is_reflexive(verb) and verb.readings[0].aspect == "perf" and not self._is(verb, "events")

    def _is_reflexive(self, verb: Token) -> bool:
        endings = tuple(self.known.words["reflexive"])
        return bool(endings) and verb.fold.endswith(endings)

    def _is(self, token: Token, name: str) -> bool:
        return self.known.has(name, token)
