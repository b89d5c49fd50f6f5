"""Whether a cue tells of something still to be done: not if denied, asked, supposed, past, or if it merely happens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise

from briefing import edtf
from briefing.extract import clauses, complements, cues, passing
from briefing.extract.agents import acting_subject, is_object, subject_of
from briefing.extract.clauses import Piece, starts_with
from briefing.extract.complements import Complement
from briefing.extract.cues import Cue, is_progressive
from briefing.extract.drafts import FigureDraft, Utterance
from briefing.extract.extent import innermost
from briefing.language import Document, Sentence, Token

_GOVERNS = 6  # tokens before a clause in which what governs it stands: «надеется, что …»
_MONTH = len("2025-03")
_STOPS = frozenset(".:;!?»”")
_NEAR = 3  # tokens within which a particle belongs to a verb
_OLD = 1990  # what an article without a date of its own tells of earlier years is history


class Intent:
    """Judges the cues of one document."""

    def __init__(
        self,
        document: Document,
        published: date | None,
        figures: Sequence[FigureDraft],
        utterances: Sequence[Utterance],
    ) -> None:
        self.document = document
        self.published = published
        self.figures = figures
        self.utterances = utterances
        self.known = cues.lexicon(document.language.code)
        self.rules = clauses.rules(document.language.code)
        self._latest = {
            s.index: max(passing.years(document.text[s.start : s.end]), default=0) for s in document.sentences
        }
        latest = max(self._latest.values(), default=0)
        self.recent = published.year - 1 if published is not None else max(latest - 2, _OLD)

    @cached_property
    def _forces(self) -> frozenset[str]:
        """The names of storms: those that stand right after such a noun, as in “Hurricane Rosa”."""
        return frozenset(
            after.lemma
            for sentence in self.document.sentences
            for token, after in pairwise(sentence.tokens)
            if after.is_capital and self._is(token, "forces")
        )

    def has_form(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether the cue's tense and form make it an action still to come."""
        token = sentence.tokens[cue.head]
        reading = token.readings[0]
        if reading.pos in ("NOUN", "PROPN"):
            later = sentence.tokens[cue.stop : cue.stop + 6]
            return cue.frame.past == "all" or not any(self._is(token, "past_copulas") for token in later)
        if reading.form == "inf":
            return cue.frame.doer == "object" and self._is(sentence.tokens[cue.head - 1], "copula")
        if reading.form == "part" and reading.case and (reading.voice == "pass" or reading.tense == "pres"):
            return False
        if reading.form == "imp" or (cue.frame.span == "clause" and reading.form in ("part", "conv")):
            return is_progressive(sentence, cue.head, self.known)
        if reading.form == "short" or reading.pos in ("ADJ", "ADV"):
            return cue.frame.past == "all" or not self._in_past(sentence, cue.head)
        if reading.tense == "fut" and cue.frame.span == "complement":
            return False  # who «предложит отменить налог» plans to propose it
        if reading.tense != "past":  # “was preparing to leave”
            return not (reading.form == "part" and self._in_past(sentence, cue.head)) or self.is_shifted(token.start)
        if cue.frame.past == "none":
            return self.is_shifted(token.start)
        return cue.frame.past == "all" or reading.aspect != "imperf"

    def is_shifted(self, offset: int) -> bool:
        """Whether a past tense is a present one in reported speech: said he was determined to act."""
        inside = innermost(self.utterances, offset) if self.known.words["reported"] else None
        return inside is not None and inside.kind == "indirect"

    def is_instrument(self, sentence: Sentence, verb: int) -> bool:
        """Whether the subject is a bill or plan: what "it would do" is proposed."""
        if not any(self._is(token, "instruments") or self._is(token, "third_pronouns") for token in sentence.tokens):
            return False
        span = self.document.language.subject(sentence, verb)
        if span is None:
            return False
        head = span[1] - 1
        if sentence.tokens[head].lemma in self.rules.relatives:
            nouns = (i for i in range(head - 1, -1, -1) if sentence.tokens[i].pos in ("NOUN", "PROPN"))
            head = next(nouns, head)
        if self._is(sentence.tokens[head], "third_pronouns"):
            return not self.is_shifted(sentence.tokens[verb].start) and self._follows_instrument(sentence)
        return self._is(sentence.tokens[head], "instruments")

    def _follows_instrument(self, sentence: Sentence) -> bool:
        """Whether the sentence before is about a bill: “The bill would ban … | It would also create …”."""
        before = self._before.get(sentence.index)
        for index, token in enumerate(before.tokens if before is not None else ()):
            if before is not None and token.readings[0].form == "fin":
                span = self.document.language.subject(before, index)
                return span is not None and self._is(before.tokens[span[1] - 1], "instruments")
        return False

    @cached_property
    def _before(self) -> dict[int, Sentence]:
        return {after.index: before for before, after in pairwise(self.document.sentences)}

    def _in_past(self, sentence: Sentence, index: int) -> bool:
        around = sentence.tokens[max(0, index - 2) : index + 3]
        return any(token.fold in self.known.words["past_copulas"] for token in around)

    def is_void(self, sentence: Sentence, cue: Cue, parts: Sequence[Piece]) -> bool:
        """Whether the cue is negated, supposed, asked or stands under a condition."""
        tokens = sentence.tokens
        if self._is_denied(sentence, cue.head, parts):
            return True
        around = tokens[max(0, cue.head - _NEAR) : cue.stop + _NEAR]
        if any(self._is(token, "hypothetical") for token in around):
            return True
        habitual = any(self._is(token, "habits") for token in tokens[max(0, cue.head - 2) : cue.stop + 1])
        if habitual or any(token.text.startswith("?") for token in tokens[cue.head : parts[-1].stop + 1]):
            return True
        first = parts[0].first
        doubtful = [*tokens[first : first + 2], *tokens[max(0, cue.head - _NEAR - 1) : cue.head]]
        if any(self._is(token, "doubts") for token in doubtful) or self._is_history(sentence, cue, first):
            return True
        linked = first > 0 and tokens[first - 1].fold in self.rules.subordinators
        bare = first > 1 and tokens[first - 1].pos == "VERB" and self._is(tokens[first - 2], "negations")
        if bare or (linked and self._negated(sentence, max(0, first - _NEAR - 2), first - 1)):
            return True
        at = next((n for n, piece in enumerate(parts) if piece.first <= cue.head < piece.stop), None)
        if at is None or cue.frame.status == "under_way":
            return False
        if passing.is_in_passing(sentence, cue, parts, at, self.known, self.utterances):
            return True
        return self._is_supposed(sentence, parts, at) or (
            cue.frame.status == "planned" and self._is_expected(sentence, cue, parts, at)
        )

    def _is_denied(self, sentence: Sentence, head: int, parts: Sequence[Piece]) -> bool:
        """Whether a negation stands shortly before the cue, in English also over a verb: "do not think he should"."""
        first = head
        begin = next((piece.first for piece in parts if piece.first <= head < piece.stop), 0)
        if sentence.tokens[begin].fold in self.rules.openers:
            begin = 0  # "do not think that he should"
        while first > max(begin, head - (_NEAR + 2 if self.known.infinitive else 2)):
            token = sentence.tokens[first - 1]
            if (not token.is_word and not token.text.startswith(("n", "'"))) or token.fold in self.rules.coordinators:
                break
            first -= 1
        return self._negated(sentence, first, head)

    def _negated(self, sentence: Sentence, first: int, stop: int) -> bool:
        """Whether a negation stands there that is not part of «не только», "not only"."""
        tokens = sentence.tokens[first : stop + 1]
        return any(self._is(token, "negations") and not self._is(after, "only") for token, after in pairwise(tokens))

    def _is_supposed(self, sentence: Sentence, parts: Sequence[Piece], at: int) -> bool:
        """Whether the clause is a condition or a reason, or hangs on a denial («не думает, что …»)."""
        parted = at > 1 and parts[at].kind == "finite" and parts[at - 1].kind == "participle"
        if parted and not any(map(clauses.is_finite, sentence.tokens[parts[at - 2].first : parts[at - 2].stop])):
            at -= 2  # «если подрядчик, | выбранный в мае, | сдаст дом»
        while at > 0 and parts[at].kind in ("nominal", "participle") and not parts[at].conjunction:
            at -= 1
        piece = parts[at]
        if piece.kind != "subordinate":
            return False
        if sentence.tokens[piece.first].fold in self.rules.conditional:
            return True
        if at == 0:
            return False
        before = parts[at - 1]
        correlative = self._is(sentence.tokens[before.stop - 1], "correlatives")
        return correlative or self._negated(sentence, before.first, before.stop - 1)

    def _is_expected(self, sentence: Sentence, cue: Cue, parts: Sequence[Piece], at: int) -> bool:
        """Whether the clause is what somebody fears or takes for likely: «надеется, что …», "afraid it will …"."""
        while at > 0 and parts[at].kind != "subordinate" and not parts[at].mark:
            at -= 1  # «надеется, что ему станет лучше | и его выпишут»
        begin = parts[at].first
        if parts[at].kind != "subordinate":
            span = subject_of(self.document, sentence, cue.head)
            if span is not None and begin <= span[0] < cue.head:
                begin = span[0]
            elif at:
                return False
        for token in reversed(sentence.tokens[max(0, begin - _GOVERNS) : begin]):
            if token.text in _STOPS:
                return False
            if self._is(token, "attitudes"):
                return True
        return False

    def _is_history(self, sentence: Sentence, cue: Cue, first: int) -> bool:
        """Whether a past tense tells what was before the news: «ранее он обещал …», "at the time they agreed …"."""
        if sentence.tokens[cue.head].readings[0].tense != "past" and not cue.frame.noun:
            return False
        inside = innermost(self.utterances, sentence.tokens[cue.head].start)
        if inside is None or inside.kind == "indirect":
            first = 0
        return any(starts_with(sentence.tokens, index, self.known.formerly) for index in range(first, cue.head))

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

    def is_current(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether what is told in a past tense is not dated years before the rest of the article."""
        head = sentence.tokens[cue.head].readings[0]
        if head.form == "fin" and head.tense != "past":
            return True
        latest = self._latest[sentence.index]
        return not latest or latest >= self.recent

    def _is(self, token: Token, name: str) -> bool:
        return self.known.has(name, token)

    def names_no_deed(self, sentence: Sentence, cue: Cue, complement: Complement) -> bool:
        """Whether the complement is a state, or is denied together with a plan («планирует не …», "will not")."""
        if cue.frame.span != "complement" and self._negated(sentence, cue.head + 1, complement.head):
            return True
        verb = sentence.tokens[complements.lexical(sentence, complement.head, self.known)]
        if verb.pos == "VERB" and (self._is(verb, "statives") or self._is_state(verb)):
            return True
        decided = cue.frame.status == "agreed" or self._is(sentence.tokens[cue.head], "deciding")
        if decided and verb.pos == "VERB" and self._is(verb, "performed"):
            return True
        told = cue.frame.span == "clause" and "event" not in cue.frame.takes
        if told and (self._is_about_nobody(sentence, cue.head, verb) or self._is_owed(sentence, cue, verb)):
            return True
        if self._is_goal(sentence, cue, verb):
            return True
        if "purpose" in cue.frame.takes and not acting_subject(self.document, sentence, cue.head):
            return True
        return complement.head != cue.head and self._bare_state(sentence, complement.head)

    def _is_state(self, verb: Token) -> bool:
        """Whether the participle tells how something is, not what is done: «будет связано с …», "is related"."""
        return verb.readings[0].voice == "pass" and self._is(verb, "states")

    def _is_about_nobody(self, sentence: Sentence, head: int, verb: Token) -> bool:
        """Whether the clause is a forecast («осадки ожидаются», "is expected to rise") or general ("you have to …")."""
        span = subject_of(self.document, sentence, head)
        subject = sentence.tokens[span[0] : span[1]] if span is not None else []
        if span is not None and (self._is_force(sentence, *span) or self._is_aim(sentence, *span)):
            return True
        if subject and subject[0].fold in self.known.words["vague_subjects"]:
            return True
        if self._is(sentence.tokens[head], "wishes") and (not subject or self._is_wish_of(subject[0])):
            return True
        expected = any(self._is(token, "expectations") for token in sentence.tokens[head : head + 3])
        return expected and self._is(verb, "happenings") and not self._is(verb, "expectations")

    def _is_wish_of(self, subject: Token) -> bool:
        return subject.pos == "PRON" and not self._is(subject, "third_pronouns")

    def _is_goal(self, sentence: Sentence, cue: Cue, verb: Token) -> bool:
        """Whether it is said of a thing what should become of it: «доля должна вырасти»."""
        if cue.frame.status != "directed" or cue.frame.span != "clause" or not self._is(verb, "happenings"):
            return False
        return acting_subject(self.document, sentence, cue.head) is None

    def _is_aim(self, sentence: Sentence, first: int, stop: int) -> bool:
        """Whether the phrase is about a purpose, of which is only said what it is: "the mission is to help"."""
        return self._is(sentence.tokens[self.document.language.head(sentence, first, stop)[0]], "aims")

    def _is_owed(self, sentence: Sentence, cue: Cue, verb: Token) -> bool:
        """Whether what must or should act is nobody: "credit has to go to them", "prices should fall"."""
        obligation = self._is(sentence.tokens[cue.head], "duties") and len(cue.frame.takes) == 1
        if not obligation or verb.readings[0].voice == "pass":
            return False
        span = subject_of(self.document, sentence, cue.head)
        if span is None or self.is_instrument(sentence, cue.head):
            return False
        return acting_subject(self.document, sentence, cue.head) is None

    def _is_force(self, sentence: Sentence, first: int, stop: int) -> bool:
        """Whether the phrase is about weather, prices and the like, by its head; «2 млрд рублей» is a sum."""
        if any(token.pos == "NUM" for token in sentence.tokens[max(0, first - 2) : stop]):
            return False
        head = sentence.tokens[self.document.language.head(sentence, first, stop)[0]]
        return self._is(head, "forces") or head.lemma in self._forces

    def _bare_state(self, sentence: Sentence, head: int) -> bool:
        """«должна быть тёплой», "should be happy": to be something is no deed."""
        token = sentence.tokens[head]
        return self._is(token, "copula_infinitives") and complements.lexical(sentence, head, self.known) == head

    def future(self, sentence: Sentence, cue: Cue, parts: Sequence[Piece]) -> Complement | None:
        """Return the future verb if it tells what somebody sets out to do."""
        tokens = sentence.tokens
        head = complements.lexical(sentence, cue.head, self.known)
        analytic = self._is(tokens[cue.head], "copula")
        if analytic and head == cue.head:
            head = self._infinitive_before(sentence, cue.head)
        valued = any(self._is(token, "valued") for token in tokens[cue.head : head])
        if analytic and (head == cue.head or valued):
            return None
        verb, reading = tokens[head], tokens[head].readings[0]
        passive = reading.form in ("short", "part") or (analytic and self._is_reflexive(verb))
        if reading.person == "2" or (reading.person == "1" and self._is(verb, "discourse") and not analytic):
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
        placed = self.known.infinitive and after.pos == "ADP" and after.fold != "as"
        becomes = (changed or placed) and self._is(verb, "becoming")
        happens = passive and reading.form == "inf" and self._is(verb, "happenings")
        if passive and (span := subject_of(self.document, sentence, cue.head)) and self._is_force(sentence, *span):
            return None
        if becomes or happens or (not passive and self._is_forecast(sentence, cue.head, verb)):
            return None
        return Complement(cue.head, head)

    def _infinitive_before(self, sentence: Sentence, copula: int) -> int:
        """Return the infinitive before the copula («солировать в концерте будет …»), the copula if there is none."""
        for index in range(copula - 1, max(-1, copula - 8), -1):
            if not sentence.tokens[index].is_word:
                break
            if sentence.tokens[index].readings[0].form == "inf" and not self.known.infinitive:
                return index
        return copula

    def _is_forecast(self, sentence: Sentence, index: int, verb: Token) -> bool:
        """Whether the future merely happens: by its verb, or because its subject is nobody who acts."""
        if self._is(verb, "happenings"):
            return True
        if self.is_instrument(sentence, index):
            return self._is(verb, "effects") and not self._is(verb, "provisions")
        span = subject_of(self.document, sentence, index)
        subject = sentence.tokens[span[0] : span[1]] if span is not None else []
        if subject and subject[0].fold in self.known.words["vague_subjects"]:
            return True
        single = self._is(verb, "events") or verb.readings[0].number == "sing"
        if span is None and single and self._has_time_as_subject(sentence, index):
            return True
        if subject and self._is(subject[0], "things") and self._is(verb, "effects"):
            return True
        if span is not None and self._is_force(sentence, *span):
            return True
        if acting_subject(self.document, sentence, index) is not None:
            return False
        if span is None or is_object(sentence, index, *span):
            reading = sentence.tokens[index].readings[0]
            acts = reading.transitive or (span is None and not self._is_reflexive(verb))
            if reading.number == "plur" and reading.person == "3" and acts:
                return False  # «район поиска расширят»: people do
            span = None  # the subject is that of the clause before
        if span is None:
            return self._happens_by_itself(verb) or self._is(verb, "effects")
        return not self._is_arranged(verb)

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
