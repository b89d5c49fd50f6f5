"""Whether a cue tells of something still to be done: not if it is denied, asked, supposed or past."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract import clauses, governed, passing
from briefing.extract.agents import acting_subject, subject_of
from briefing.extract.clauses import Piece
from briefing.extract.cues import Cue, is_perfect, is_progressive
from briefing.extract.drafts import Utterance
from briefing.extract.extent import innermost
from briefing.extract.findings import Findings
from briefing.extract.futures import joins_future
from briefing.extract.history import History
from briefing.extract.openers import starts_with
from briefing.extract.themes import Themes
from briefing.language import Sentence, Token

_GOVERNS = 6  # tokens before a clause in which what governs it stands: «надеется, что …»
_STOPS = frozenset(".:;!?»”")
_NEAR = 3  # tokens within which a particle belongs to a verb


class Intent:
    """Judges the cues of one document."""

    def __init__(self, found: Findings) -> None:
        self.document, self.utterances = found.document, found.utterances
        self.known, self.rules = found.known, found.rules
        self.themes = Themes(found)
        self.history = History(found)

    def has_form(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether the cue's tense and form make it an action still to come."""
        token = sentence.tokens[cue.head]
        reading = token.readings[0]
        if reading.pos in ("NOUN", "PROPN"):
            later = sentence.tokens[cue.stop : cue.stop + 6]
            return cue.frame.past == "all" or not self.known.has_any("past_copulas", later)
        if reading.form == "inf":
            told = cue.frame.doer == "object" and self.known.has("copula", sentence.tokens[cue.head - 1])
            told = told and not self.known.grammar.free_order  # «будем требовать»: a plan
            return told or (cue.frame.status in ("proposed", "directed") and self._is_purpose(sentence, cue.head))
        if reading.form == "part" and reading.case and (reading.voice == "pass" or reading.tense == "pres"):
            return False
        if reading.form == "imp" and cue.stop > cue.head + 1 and cue.frame.doer == "speaker":
            return True  # “let us rebuild it”
        if reading.form == "imp" or (cue.frame.span == "clause" and reading.form in ("part", "conv")):
            shifted = self.themes.is_shifted(token.start)
            agreed = cue.frame.past != "none" and is_perfect(sentence, cue.head, self.known, shifted=shifted)
            return agreed or is_progressive(sentence, cue.head, self.known)
        if reading.form == "short" or reading.pos in ("ADJ", "ADV"):
            return cue.frame.past == "all" or not self._in_past(sentence, cue.head)
        if reading.tense == "fut" and cue.frame.span == "complement":
            return False  # who «предложит отменить налог» plans to propose it
        if reading.tense == "fut" and cue.frame.status == "under_way" and not token.reading(tense="pres", form="fin"):
            return False
        if cue.frame.status == "under_way" and joins_future(sentence, cue.head, self.known.code):
            return False
        if cue.frame.past == "never" and reading.form == "part" and self.known.grammar.object_acts:
            return False  # “forcing thousands to flee”
        if reading.tense != "past":  # “was preparing to leave”
            return not (reading.form == "part" and self._in_past(sentence, cue.head)) or self.themes.is_shifted(
                token.start
            )
        if cue.frame.past == "never":
            return False
        if cue.frame.past == "none":
            return self.themes.is_shifted(token.start)
        return cue.frame.past == "all" or reading.aspect != "imperf" or self.known.has("momentary", token)

    def _is_purpose(self, sentence: Sentence, verb: int) -> bool:
        """Whether something was done in order to demand it: “marched to demand a truce”, “wrote to urge …”."""
        if self.known.grammar.infinitive_mark != sentence.tokens[verb - 1].fold:
            return False
        for token in reversed(sentence.tokens[: verb - 1]):
            if token.pos == "VERB" or token.text in _STOPS or token.text == ",":
                return token.readings[0].tense == "past" and self.known.has("means", token)
        return False

    def _is_refused(self, sentence: Sentence, cue: Cue, parts: Sequence[Piece]) -> bool:
        """Whether a proposal or decision is told to have come to nothing: «отклонил предложение закрыть …»."""
        piece = governed.piece_at(parts, cue.head)
        if not cue.frame.noun or piece is None:
            return False
        if self._is_named(sentence, cue):
            return True
        if self.known.has("virtues", sentence.tokens[cue.head]) and self.known.has_any(
            "evincing", sentence.tokens[piece.first : cue.head]
        ):
            return True  # “the verdict shows our commitment to protect children”
        told = (token for token in sentence.tokens[piece.first : piece.stop] if _is_told(token))
        governing = sentence.tokens[max(piece.first, cue.head - _NEAR) : cue.head]  # «недовольство предложением …»
        return self.known.has_any("refusals", (*told, *governing))

    def _is_named(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether a plan is only named: «загорелся идеей …», «премия за план …», «слухи о намерении …»."""
        tokens, first = sentence.tokens, cue.head
        while first > 0 and tokens[first - 1].pos in ("ADJ", "DET", "PRON", "NUM"):
            first -= 1
        before = tokens[first - 1] if first else None
        if before is None or "infinitive" not in cue.frame.takes:
            return False
        if before.pos != "ADP":
            return tokens[cue.head].readings[0].case == "ins" and before.pos in ("VERB", "NOUN")
        dated = any(token.text.isdigit() for token in tokens[cue.head :])  # “part of a plan to open by 2030”
        if self.known.has("partitives", before) and first > 1 and self.known.has("parts", tokens[first - 2]):
            return not dated
        about = self.known.has("about", before) and first > 1 and self.known.has("accounts", tokens[first - 2])
        return about or self.known.has("because", before)

    def _in_past(self, sentence: Sentence, index: int) -> bool:
        around = sentence.tokens[max(0, index - 2) : index + 3]
        return any(token.fold in self.known.words["past_copulas"] for token in around)

    def is_void(self, sentence: Sentence, cue: Cue, parts: Sequence[Piece]) -> bool:
        """Whether the cue is negated, supposed, asked or stands under a condition."""
        inside = cue.frame.span == "complement" and governed.is_negated(sentence, cue.first + 1, cue.stop, self.known)
        if inside:
            return True  # «речь идёт не о том, чтобы закрыть …»
        if self._is_denied(sentence, cue.head, parts) or self._is_questioned(sentence, cue, parts):
            return True
        first = parts[0].first
        if self._is_doubted(sentence, cue.head, first) or self._is_refused(sentence, cue, parts):
            return True
        if self._hangs_on_denial(sentence, first) or self.history.is_history(sentence, cue, parts):
            return True
        at = next((n for n, piece in enumerate(parts) if piece.first <= cue.head < piece.stop), None)
        if at is None or passing.is_asked(sentence, parts[at], self.known):
            return at is not None
        if cue.frame.status == "under_way":
            return False
        if self._is_threatened(sentence, cue, first) or self._is_lacking(sentence, cue, parts[at]):
            return True
        if passing.is_in_passing(sentence, cue, parts, at, self.known, self.utterances):
            return True
        if cue.frame.of_future and self._is_opinion(sentence, cue):
            return True
        return self._is_supposed(sentence, cue, parts, at) or (
            cue.frame.status == "planned"
            and not self._is_own_plan(sentence, cue)
            and self._is_expected(sentence, cue, parts, at)
        )

    def _is_threatened(self, sentence: Sentence, cue: Cue, first: int) -> bool:
        """Whether it will come only if something else is not done: «в противном случае гаражи снесут»."""
        if cue.frame.status != "planned":
            return False
        return any(starts_with(sentence.tokens, index, self.known.otherwise) for index in range(first, cue.head))

    def _is_lacking(self, sentence: Sentence, cue: Cue, piece: Piece) -> bool:
        """Whether it would come only where something lacks: “without funds it would close”, “… if none came”."""
        tokens = sentence.tokens
        for index in range(piece.first, cue.head):
            before = tokens[index - 1] if index else None
            opens = before is None or not before.is_word or before.pos in ("SCONJ", "CCONJ", "VERB")
            if opens and tokens[index].pos == "ADP" and self.known.has("lacking", tokens[index]):
                return self.known.has("reported", tokens[cue.head]) or self.known.has_any(
                    "reported", tokens[index : cue.head]
                )
        unmet = (i for i in range(cue.stop, len(tokens)) if self.known.has("unmet", tokens[i]))
        denied = any(self.known.has_any("negations", tokens[at + 1 : at + 2 + _NEAR]) for at in unmet)
        return denied and self.known.has_any("reported", tokens[piece.first : cue.stop])

    def _is_questioned(self, sentence: Sentence, cue: Cue, parts: Sequence[Piece]) -> bool:
        """Whether a word or mark beside the cue tells that it is supposed, usual or asked: «бы», "always", "?"."""
        tokens = sentence.tokens
        around = tokens[max(0, cue.head - _NEAR) : cue.stop + _NEAR]
        beside = tokens[max(0, cue.head - 2) : cue.stop + 1]
        return (
            self.known.has_any("hypothetical", around)
            or self.known.has_any("habits", beside)
            or any(token.text.startswith("?") for token in tokens[cue.head : parts[-1].stop + 1])
        )

    def _is_doubted(self, sentence: Sentence, head: int, first: int) -> bool:
        """Whether "perhaps" or the like opens the words that belong together or stands before the cue."""
        tokens = sentence.tokens
        doubtful = [*tokens[first : min(first + 2, head)], *tokens[max(0, head - _NEAR - 1) : head]]
        return self.known.has_any("doubts", doubtful)

    def _hangs_on_denial(self, sentence: Sentence, first: int) -> bool:
        """Whether a denied verb stands right before the words that belong together: "did not say | it would close"."""
        tokens = sentence.tokens
        if first > 1 and tokens[first - 1].pos == "VERB" and self.known.has("negations", tokens[first - 2]):
            return True
        linked = first > 0 and tokens[first - 1].fold in self.rules.subordinators
        return linked and governed.is_negated(sentence, max(0, first - _NEAR - 2), first - 1, self.known)

    def _is_denied(self, sentence: Sentence, head: int, parts: Sequence[Piece]) -> bool:
        """Whether a negation stands shortly before the cue, also over a verb: "do not think he should"."""
        first = head
        begin = next((piece.first for piece in parts if piece.first <= head < piece.stop), 0)
        if sentence.tokens[begin].fold in self.rules.openers:
            begin = 0  # "do not think that he should"
        while first > max(begin, head - self.known.grammar.negation_reach):
            token = sentence.tokens[first - 1]
            if (not token.is_word and not token.text.startswith(("n", "'"))) or token.fold in self.rules.coordinators:
                break
            first -= 1
        return governed.is_negated(sentence, first, head, self.known)

    def _is_supposed(self, sentence: Sentence, cue: Cue, parts: Sequence[Piece], at: int) -> bool:
        """Whether the clause is a condition or a reason, or hangs on a denial («не думает, что …»)."""
        inserted = at - 1  # «если подрядчик, | выбранный в мае, | сдаст дом», «если — | как и ждут — | он сдаст дом»
        while inserted > 0 and parts[at].mark != "," and not parts[inserted].mark:
            inserted -= 1
        set_off = inserted > 0 and (
            parts[inserted].kind in ("participle", "converb") or parts[at].mark == parts[inserted].mark != ","
        )
        before = parts[inserted - 1] if set_off and parts[at].kind == "finite" else None
        if before is not None and not any(map(clauses.is_finite, sentence.tokens[before.first : before.stop])):
            at = inserted - 1
        while at > 0 and parts[at].kind in ("nominal", "participle") and not parts[at].conjunction:
            at -= 1
        if at > 0 and parts[at].conjunction and not parts[at].mark and parts[at - 1].kind == "subordinate":
            at -= 1  # «если совет примет смету | и выделит деньги»
        piece = parts[at]
        if piece.kind != "subordinate":
            return False
        opening = sentence.tokens[piece.first : piece.first + 2]
        stressed = opening[0].pos in ("PART", "ADV") and opening[-1].pos == "SCONJ"  # «даже | если»
        if opening[0].fold in self.rules.conditional or (stressed and opening[-1].fold in self.rules.conditional):
            return True
        if starts_with(sentence.tokens, piece.first, self.rules.conjunctions):
            return True
        if at == 0:
            return False
        before = parts[at - 1]
        told = self.known.has("object_clauses", sentence.tokens[piece.first]) or sentence.tokens[piece.first].fold in (
            self.rules.openers
        )
        # «связано с тем, что суд решил …», «обеспокоены тем, что власти хотят …»
        settled = self.known.has("deciding", sentence.tokens[cue.head]) or self._is_own_plan(sentence, cue)
        correlative = self.known.has("correlatives", sentence.tokens[before.stop - 1]) and not settled
        return correlative or (told and governed.is_negated(sentence, before.first, before.stop - 1, self.known))

    def _is_expected(self, sentence: Sentence, cue: Cue, parts: Sequence[Piece], at: int) -> bool:
        """Whether the clause is what somebody fears or takes for likely: «надеется, что …», "afraid it will …"."""
        while at > 0 and parts[at].kind != "subordinate" and not parts[at].mark:
            at -= 1  # «надеется, что снег сойдёт | и дорогу откроют»
        begin = parts[at].first
        if parts[at].kind != "subordinate":
            span = subject_of(self.document, sentence, cue.head)
            if span is not None and begin <= span[0] < cue.head:
                begin = span[0]
            elif at:
                return False
        told = [token for token in sentence.tokens[:begin] if not self._is_attribution(sentence, token)]
        for token in reversed(told[-_GOVERNS:]):
            if token.text in _STOPS:
                return False
            if self.known.has("attitudes", token):
                return True
        return False

    def _is_attribution(self, sentence: Sentence, token: Token) -> bool:
        """Whether the word stands between two parts of what is said: «надеюсь, — | сказал врач, — | что …»."""
        around = [u for u in self.utterances if sentence.start <= u.start < sentence.end and u.kind == "direct"]
        before = any(u.end <= token.start for u in around)
        return before and any(u.start >= token.end for u in around)

    def _is_own_plan(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether those who act are said to plan it, whatever others feel: «опасаются, что власти хотят закрыть …»."""
        planned = cue.frame.doer == "subject" and "infinitive" in cue.frame.takes and not cue.frame.noun
        return planned and acting_subject(self.document, sentence, cue.head) is not None

    def _is_opinion(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether somebody only takes it for likely that others will: «банк снизит ставку, считает аналитик»."""
        inside = innermost(self.utterances, sentence.tokens[cue.head].start)
        if inside is None or inside.cue is None or sentence.tokens[cue.head].readings[0].person in ("1", "2"):
            return False
        telling = (s for s in self.document.sentences_in(*inside.cue))
        words = (token for s in telling for token in s.tokens if inside.cue[0] <= token.start < inside.cue[1])
        return any(self.known.has("opinions", token) for token in words) or self._is_of_onlookers(inside)

    def _is_of_onlookers(self, utterance: Utterance) -> bool:
        """Whether those who say so only watch what others do: “analysts say the bank will raise rates”."""
        said = utterance.mention
        if said is None:
            return False
        head, _ = self.document.language.head(said.sentence, said.first, said.stop)
        return self.known.has("onlookers", said.sentence.tokens[head])


def _is_told(token: Token) -> bool:
    """Whether the verb is a predicate or may be the participle of one: “the plan was rejected”."""
    reading = token.readings[0]
    return clauses.is_finite(token) or (reading.form == "part" and reading.tense == "past" and not reading.case)
