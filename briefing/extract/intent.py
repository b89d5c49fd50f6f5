"""Whether a cue tells of something still to be done: not if denied, asked, supposed, past, or if it merely happens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from briefing.extract import clauses, cues, governed, passing
from briefing.extract.agents import acting_subject, is_agent, subject_of
from briefing.extract.clauses import Piece, starts_with
from briefing.extract.cues import Cue, is_progressive
from briefing.extract.drafts import Utterance
from briefing.extract.extent import innermost
from briefing.extract.governed import Complement
from briefing.extract.themes import Themes
from briefing.language import Document, Sentence, Token

_GOVERNS = 6  # tokens before a clause in which what governs it stands: «надеется, что …»
_STOPS = frozenset(".:;!?»”")
_NEAR = 3  # tokens within which a particle belongs to a verb
_OLD = 1990  # what an article without a date of its own tells of earlier years is history


class Intent:
    """Judges the cues of one document."""

    def __init__(self, document: Document, published: date | None, utterances: Sequence[Utterance]) -> None:
        self.document = document
        self.utterances = utterances
        self.themes = Themes(document, utterances)
        self.known = cues.lexicon(document.language.code)
        self.rules = clauses.rules(document.language.code)
        self._latest = {
            s.index: max(passing.years(document.text[s.start : s.end]), default=0) for s in document.sentences
        }
        latest = max(self._latest.values(), default=0)
        self.recent = published.year - 1 if published is not None else max(latest - 2, _OLD)

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
            return not (reading.form == "part" and self._in_past(sentence, cue.head)) or self.themes.is_shifted(
                token.start
            )
        if cue.frame.past == "none":
            return self.themes.is_shifted(token.start)
        return cue.frame.past == "all" or reading.aspect != "imperf"

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
        doubtful = [*tokens[first : min(first + 2, cue.head)], *tokens[max(0, cue.head - _NEAR - 1) : cue.head]]
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
        told = self._is(sentence.tokens[piece.first], "object_clauses") or sentence.tokens[piece.first].fold in (
            self.rules.openers
        )
        correlative = self._is(sentence.tokens[before.stop - 1], "correlatives")
        return correlative or (told and self._negated(sentence, before.first, before.stop - 1))

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
        if (
            cue.frame.span != "complement"
            and not cue.frame.addressing
            and self._negated(sentence, cue.head + 1, complement.head)
        ):
            return True
        at = governed.lexical(sentence, complement.head, self.known)
        verb = sentence.tokens[at]
        if verb.pos == "VERB" and (self._is_stative(sentence, at) or self._is_state(verb)):
            return True
        decided = cue.frame.status == "agreed" or self._is(sentence.tokens[cue.head], "deciding")
        if decided and self._is(verb, "performed") and (verb.pos == "VERB" or cue.frame.status != "agreed"):
            return True
        told = cue.frame.span == "clause" and "event" not in cue.frame.takes
        if told and (self._is_about_nobody(sentence, cue.head, verb) or self._is_owed(sentence, cue, verb)):
            return True
        if self._is_idle(sentence, at) or self._is_generic_wish(sentence, cue):
            return True
        if self._is_goal(sentence, cue, verb) or self._is_readiness(sentence, cue, verb):
            return True
        if cue.frame.noun and self._is(sentence.tokens[cue.head], "aims") and not self._is_owned(sentence, cue):
            return True
        if not {"purpose", "acted"}.isdisjoint(cue.frame.takes) and not acting_subject(
            self.document, sentence, cue.head
        ):
            return True
        return complement.head != cue.head and self._bare_state(sentence, complement.head)

    def _is_state(self, verb: Token) -> bool:
        """Whether the participle tells how something is, not what is done: «будет связано с …», "is related"."""
        return verb.readings[0].voice == "pass" and self._is(verb, "states")

    def _is_about_nobody(self, sentence: Sentence, head: int, verb: Token) -> bool:
        """Whether the clause is a forecast («осадки ожидаются», "is expected to rise") or general ("you have to …")."""
        span = subject_of(self.document, sentence, head)
        subject = sentence.tokens[span[0] : span[1]] if span is not None else []
        if span is not None and (self.themes.is_force(sentence, *span) or self.themes.is_aim(sentence, *span)):
            return True
        if subject and subject[0].fold in self.known.words["vague_subjects"]:
            return True
        wishes = any(self._is(token, "wishes") for token in sentence.tokens[head : head + 3])
        if wishes and (not subject or self._is_wish_of(subject[0])):
            return True
        expected = any(self._is(token, "expectations") for token in sentence.tokens[head : head + 3])
        return expected and self._is(verb, "happenings") and not self._is(verb, "expectations")

    def _is_wish_of(self, subject: Token) -> bool:
        """Whether nobody is named: a pronoun, also of those whose motives a speaker tells: “They want power”."""
        if subject.pos != "PRON":
            return False
        inside = innermost(self.utterances, subject.start)
        return not self._is(subject, "third_pronouns") or (inside is not None and inside.kind == "direct")

    def _is_stative(self, sentence: Sentence, at: int) -> bool:
        """Whether the verb, or the infinitive after a verb of beginning, names no deed: «продолжим верить»."""
        verb, after = sentence.tokens[at], sentence.tokens[at + 1 : at + _NEAR]
        if self._is(verb, "statives"):
            return not (self._is(verb, "with_object") and governed.has_object(sentence, at))
        infinitive = next((token for token in after if token.readings[0].form == "inf"), None)
        return infinitive is not None and self._is(verb, "phases") and self._is(infinitive, "statives")

    def _is_idle(self, sentence: Sentence, at: int) -> bool:
        """Whether the verb's object makes of it something that happens: “will make landfall”, “will take time”."""
        for token in sentence.tokens[at + 1 : at + _NEAR + 2]:
            if token.pos in ("NOUN", "PROPN"):
                return self._is(sentence.tokens[at], "light_verbs") and self._is(token, "idle_objects")
            if token.pos not in ("DET", "ADJ", "ADV"):
                return False
        return False

    def _is_generic_wish(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether it is what people in general want: “many people want others to decide”."""
        if not self._is(sentence.tokens[cue.head], "wishes"):
            return False
        span = subject_of(self.document, sentence, cue.head)
        return span is not None and self._is(sentence.tokens[span[1] - 1], "generic")

    def _is_readiness(self, sentence: Sentence, cue: Cue, verb: Token) -> bool:
        """Whether somebody is only said to be ready for more than one deed: «готов принимать трудные решения»."""
        return self._is(sentence.tokens[cue.head], "dispositions") and verb.readings[0].aspect == "imperf"

    def _is_owned(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether an aim is somebody's, not what a thing is for: «моя цель», «цель тренера», not «цель акции»."""
        tokens = sentence.tokens
        before = tokens[max(0, cue.head - 3) : cue.head]
        after = tokens[cue.stop].readings[0] if cue.stop < len(tokens) else None
        owned = after is not None and after.case == "gen" and is_agent(sentence, cue.stop, self.known.code)
        return owned or any(self._is(token, "possessives") for token in before)

    def _is_goal(self, sentence: Sentence, cue: Cue, verb: Token) -> bool:
        """Whether it is said of a thing what should become of it: «доля должна вырасти»."""
        if cue.frame.span != "clause" or not self._is(verb, "happenings"):
            return False
        if cue.frame.status == "proposed" and cue.frame.doer == "object":
            after = sentence.tokens[sentence.find(verb.start) + 1 :]
            return bool(after) and after[0].pos == "NUM"  # «необходимо набрать 90 очков»
        if cue.frame.status != "directed":
            return False
        return acting_subject(self.document, sentence, cue.head) is None

    def _is_owed(self, sentence: Sentence, cue: Cue, verb: Token) -> bool:
        """Whether what must or should act is nobody: "credit has to go to them", "prices should fall"."""
        obligation = self._is(sentence.tokens[cue.head], "duties") and len(cue.frame.takes) == 1
        if not obligation or verb.readings[0].voice == "pass":
            return False
        span = subject_of(self.document, sentence, cue.head)
        if span is None or self.themes.is_instrument(sentence, cue.head):
            return False
        return acting_subject(self.document, sentence, cue.head) is None

    def _bare_state(self, sentence: Sentence, head: int) -> bool:
        """«должна быть тёплой», "should be happy": to be something is no deed."""
        token = sentence.tokens[head]
        return self._is(token, "copula_infinitives") and governed.lexical(sentence, head, self.known) == head
