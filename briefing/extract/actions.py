"""What somebody will, should or has agreed to do, with status, actor and deadline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from briefing.extract import clauses, complements, cues
from briefing.extract.clauses import Piece
from briefing.extract.complements import Complement
from briefing.extract.cues import Cue, Frame
from briefing.extract.doers import Doers
from briefing.extract.drafts import ActionDraft, FigureDraft, SpeakerDraft, Utterance
from briefing.language import Document, Sentence, Token

_FUTURE = Frame("future", "planned", "subject", ("future",), "clause", "none")
_IMPERATIVE = Frame("imperative", "proposed", "speaker", ("imperative",), "clause", "none")
_HEADING = 14  # tokens
_FRAGMENT = 5  # tokens: a shorter quotation is a part of the clause around it
_NEAR = 3
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")


def find(
    document: Document,
    published: date | None,
    figures: list[FigureDraft],
    utterances: list[Utterance],
    cast: list[SpeakerDraft],
) -> list[ActionDraft]:
    """Return the actions in text order.

    Every sentence is searched for the cues of the language's lexicon ``actions`` and for verbs in the future tense;
    what is negated, asked, supposed or merely expected to happen is left out. Of two readings of the same words the
    one whose frame comes first in the lexicon is kept, a plain future last.
    """
    finder = _Finder(document, utterances)
    doers = Doers(document, published, figures, utterances, cast)
    drafts = [
        doers.draft(candidate.sentence, candidate.first, candidate.stop, candidate.cue, candidate.complement)
        for sentence in document.sentences
        for candidate in finder.candidates(sentence)
    ]
    return sorted(drafts, key=lambda draft: (draft.start, draft.end))


@dataclass(slots=True, frozen=True)
class Candidate:
    """An action at the tokens ``first`` to ``stop`` of a sentence, with what shows it."""

    sentence: Sentence
    first: int
    stop: int
    cue: Cue
    complement: Complement
    relative: bool = False


class _Finder:
    """Finds the actions of one document, sentence by sentence."""

    def __init__(self, document: Document, utterances: Sequence[Utterance]) -> None:
        self.document = document
        self.code = document.language.code
        self.known = cues.lexicon(self.code)
        self.rules = clauses.rules(self.code)
        self.utterances = utterances
        years = [_years(document.text[sentence.start : sentence.end]) for sentence in document.sentences]
        self.lengths = Counter(sentence.paragraph for sentence in document.sentences)
        self.latest = max((max(found) for found in years if found), default=0)

    def candidates(self, sentence: Sentence) -> list[Candidate]:
        """Return the actions of the sentence, none of them in the words of another."""
        if self._is_heading(sentence):
            return []
        found = [*self._by_cue(sentence), *self._by_future(sentence), *self._by_form(sentence)]
        kept: list[Candidate] = []
        for candidate in found:
            if not any(_overlap(candidate, other) for other in kept) and self._is_current(candidate):
                kept.append(candidate)
        return kept

    def _is_heading(self, sentence: Sentence) -> bool:
        """Whether the sentence is a short paragraph of its own that does not end like a sentence."""
        if len(sentence.tokens) > _HEADING or not sentence.tokens[-1].is_word:
            return False
        return self.lengths[sentence.paragraph] == 1

    def _by_form(self, sentence: Sentence) -> Iterator[Candidate]:
        """Yield what the form of the verb alone demands: an imperative, or a dative with an infinitive."""
        for utterance in self.utterances:
            if utterance.kind == "direct" and utterance.start < sentence.end and utterance.end > sentence.start:
                break
        else:
            return
        for index, token in enumerate(sentence.tokens):
            reading = token.readings[0]
            if reading.form == "imp" and reading.number == "plur" and not self._is(token, "discourse"):
                yield from self._candidate(sentence, Cue(_IMPERATIVE, index, index + 1))

    def _by_cue(self, sentence: Sentence) -> Iterator[Candidate]:
        matched = list(cues.cues(sentence, self.known))
        for cue in sorted(matched, key=lambda cue: (self.known.rank[cue.frame.id], cue.first - cue.stop)):
            if self._form_counts(sentence, cue):
                yield from self._candidate(sentence, cue)

    def _by_future(self, sentence: Sentence) -> Iterator[Candidate]:
        for index, token in enumerate(sentence.tokens):
            reading = token.readings[0]
            if reading.form == "fin" and (reading.tense == "fut" or self._is_reported_future(sentence, index)):
                yield from self._candidate(sentence, Cue(_FUTURE, index, index + 1))

    def _is_reported_future(self, sentence: Sentence, index: int) -> bool:
        token = sentence.tokens[index]
        if token.lemma not in self.known.words["reported"]:
            return False
        inside = self._utterance(token.start)
        return inside is not None and inside.kind == "indirect"

    def _candidate(self, sentence: Sentence, cue: Cue) -> Iterator[Candidate]:
        first, stop = self._limits(sentence, cue.head)
        parts = clauses.pieces(sentence, first, stop, self.code)
        if not parts or self._is_void(sentence, cue, parts):
            return
        if cue.frame is _IMPERATIVE:
            complement: Complement | None = Complement(cue.first, cue.head)
        elif cue.frame is _FUTURE:
            complement = self._future(sentence, cue)
        else:
            complement = complements.find(sentence, cue, self.known, parts)
        if complement is None or self._names_no_deed(sentence, cue, complement):
            return
        if cue.frame.span != "complement" and self._negated(sentence, cue.head + 1, complement.head):
            return
        span = self._span(sentence, cue, complement, parts)
        if span is not None:
            relative = span[0] < cue.head and self._hangs(sentence, parts, cue.head)
            yield Candidate(sentence, *span, cue, complement, relative)

    # -------------------------------------------------------------- what does not count

    def _form_counts(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether the cue's tense and form make it an action still to come."""
        token = sentence.tokens[cue.head]
        reading = token.readings[0]
        if reading.pos in ("NOUN", "PROPN"):
            return True
        if reading.form in ("inf", "imp"):
            return False
        if reading.form == "short" or reading.pos in ("ADJ", "ADV"):
            return cue.frame.past == "all" or not self._in_past(sentence, cue.head)
        if reading.tense != "past":
            return True
        if cue.frame.past == "none":
            return self._is_shifted(token.start)
        return cue.frame.past == "all" or reading.aspect != "imperf"

    def _is_shifted(self, offset: int) -> bool:
        """Whether a past tense is a present one in reported speech: said he was determined to act."""
        inside = self._utterance(offset) if self.known.words["reported"] else None
        return inside is not None and inside.kind == "indirect"

    def _in_past(self, sentence: Sentence, index: int) -> bool:
        around = sentence.tokens[max(0, index - 2) : index + 3]
        return any(token.fold in self.known.words["past_copulas"] for token in around)

    def _is_void(self, sentence: Sentence, cue: Cue, parts: Sequence[Piece]) -> bool:
        """Whether the cue is negated, supposed, asked or stands under a condition."""
        tokens = sentence.tokens
        if self._negated(sentence, max(0, cue.head - 2), cue.head):
            return True
        around = tokens[max(0, cue.head - _NEAR) : cue.stop + _NEAR]
        if any(self._is(token, "hypothetical") for token in around):
            return True
        if any(token.text.startswith("?") for token in tokens[cue.head : parts[-1].stop + 1]):
            return True
        if any(self._is(token, "doubts") for token in tokens[max(0, cue.head - _NEAR) : cue.head]):
            return True
        at = next((n for n, piece in enumerate(parts) if piece.first <= cue.head < piece.stop), None)
        return at is not None and cue.frame.status != "under_way" and self._is_supposed(sentence, parts, at)

    def _negated(self, sentence: Sentence, first: int, stop: int) -> bool:
        """Whether a negation stands there that is not part of «не только», "not only"."""
        tokens = sentence.tokens[first : stop + 1]
        return any(self._is(token, "negations") and not self._is(after, "only") for token, after in pairwise(tokens))

    def _is_supposed(self, sentence: Sentence, parts: Sequence[Piece], at: int) -> bool:
        """Whether the clause is a condition or a reason, or hangs on a denial («не думает, что …»)."""
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

    def _is_current(self, candidate: Candidate) -> bool:
        """Whether the sentence is not dated years before the rest of the article, without a later date in the action."""
        sentence = candidate.sentence
        head = sentence.tokens[candidate.cue.head].readings[0]
        if head.form == "fin" and head.tense != "past":
            return True
        years = _years(self.document.text[sentence.start : sentence.end])
        return not years or max(years) >= self.latest - 1

    def _is(self, token: Token, name: str) -> bool:
        return self.known.has(name, token)

    def _names_no_deed(self, sentence: Sentence, cue: Cue, complement: Complement) -> bool:
        verb = sentence.tokens[complements.lexical(sentence, complement.head, self.known)]
        if verb.pos == "VERB" and (self._is(verb, "statives") or self._is(verb, "states")):
            return True
        return self._bare_state(sentence, complement.head)

    def _bare_state(self, sentence: Sentence, head: int) -> bool:
        """«должна быть тёплой», "should be happy": to be something is no deed."""
        token = sentence.tokens[head]
        return self._is(token, "copula_infinitives") and complements.lexical(sentence, head, self.known) == head

    # -------------------------------------------------------------- the future

    def _future(self, sentence: Sentence, cue: Cue) -> Complement | None:
        """Return the future verb if it tells what somebody sets out to do."""
        tokens = sentence.tokens
        head = complements.lexical(sentence, cue.head, self.known)
        analytic = self._is(tokens[cue.head], "copula")
        if analytic and head == cue.head:
            head = self._infinitive_before(sentence, cue.head)
        if analytic and head == cue.head:
            return None
        verb, reading = tokens[head], tokens[head].readings[0]
        passive = reading.form in ("short", "part")
        if reading.person == "2" or (reading.person == "1" and self._is(verb, "discourse") and not analytic):
            return None
        if not passive and self._is_forecast(sentence, cue.head, verb):
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
        span = self.document.language.subject(sentence, index)
        subject = sentence.tokens[span[0] : span[1]] if span is not None else []
        if any(self._is(token, "vague_subjects") for token in subject[:1]):
            return True
        if any(self._is(token, "forces") for token in subject):
            return True
        if self._happens_by_itself(verb) and (span is None or not self._can_act(sentence, *span)):
            return True
        if self._is(verb, "effects"):
            return span is None or not self._can_act(sentence, *span)
        return False

    def _happens_by_itself(self, verb: Token) -> bool:
        """Whether the verb is a reflexive one that is neither a passive nor an event that somebody holds."""
        endings = tuple(self.known.words["reflexive"])
        reading = verb.readings[0]
        reflexive = bool(endings) and verb.fold.endswith(endings) and reading.aspect == "perf"
        return reflexive and not self._is(verb, "events")

    def _can_act(self, sentence: Sentence, first: int, stop: int) -> bool:
        for index in range(first, stop):
            token, name = sentence.tokens[index], sentence.name_at(index)
            if name is not None and name.kind in ("person", "organisation", "place"):
                return True
            if token.readings[0].animate or self._is(token, "bodies") or self._is(token, "speaker_pronouns"):
                return True
            if token.readings[0].pos == "PRON" and self._is(token, "third_pronouns"):
                return True
        return False

    # -------------------------------------------------------------- extent

    def _hangs(self, sentence: Sentence, parts: Sequence[Piece], verb: int) -> bool:
        return clauses.around(sentence, parts, verb, self.code).kind == "relative"

    def _utterance(self, offset: int) -> Utterance | None:
        """Return the innermost utterance around the text offset."""
        around = [u for u in self.utterances if u.start <= offset < u.end]
        return min(around, key=lambda u: u.end - u.start, default=None)

    def _limits(self, sentence: Sentence, index: int) -> tuple[int, int]:
        """Return the tokens of the sentence that belong to the same utterance, or to the narration, as ``index``."""
        offset = sentence.tokens[index].start
        inside = self._utterance(offset)
        first, stop = 0, len(sentence.tokens)
        if inside is not None:
            first, stop = sentence.find(inside.start), sentence.find(inside.end)
        for other in self.utterances:
            if other.kind != "direct" or other.start <= offset < other.end or other.end - other.start < 6 * _FRAGMENT:
                continue
            if sentence.start <= other.end <= offset:
                first = max(first, sentence.find(other.end))
            elif offset < other.start < sentence.end:
                stop = min(stop, sentence.find(other.start))
        return first, max(stop, index + 1)

    def _span(
        self, sentence: Sentence, cue: Cue, complement: Complement, parts: Sequence[Piece]
    ) -> tuple[int, int] | None:
        reading = sentence.tokens[cue.head].readings[0]
        past = reading.tense == "past" and reading.form != "short"
        if cue.frame.span == "clause" or (
            cue.frame.span == "tense" and not past and reading.form not in ("part", "conv")
        ):
            return self._clause_span(sentence, cue, complement, parts)
        return self._complement_span(sentence, complement)

    def _clause_span(
        self, sentence: Sentence, cue: Cue, complement: Complement, parts: Sequence[Piece]
    ) -> tuple[int, int] | None:
        clause = clauses.around(sentence, parts, cue.head, self.code)
        first, stop = clause.first, clause.stop
        if clause.kind == "relative":
            verb = sentence.tokens[complements.lexical(sentence, complement.head, self.known)]
            if not self._is(verb, "events") or first == 0:
                return None
            first = self._antecedent(sentence, first)
        at = next((n for n, piece in enumerate(parts) if piece.first <= complement.head < piece.stop), None)
        if at is not None:
            stop = max(stop, parts[clauses.rightmost(sentence, parts, at, complement.head)].stop)
        return _trimmed(sentence, first, stop)

    def _antecedent(self, sentence: Sentence, relative: int) -> int:
        """Return where the noun phrase before the relative clause starts."""
        if sentence.tokens[relative - 2].text == ")":
            opening = [i for i in range(relative - 2) if sentence.tokens[i].text == "("]
            relative = opening[-1] if opening else relative
        nouns = [i for i in range(max(0, relative - 8), relative) if sentence.tokens[i].pos in ("NOUN", "PROPN")]
        if not nouns:
            return relative
        first = self.document.language.noun_phrase(sentence, nouns[-1])[0]
        while first - 1 in nouns or (first > 0 and sentence.tokens[first - 1].readings[0].pos == "ADJ"):
            first -= 1
        return first

    def _complement_span(self, sentence: Sentence, complement: Complement) -> tuple[int, int] | None:
        _, stop = self._limits(sentence, complement.head)
        parts = clauses.pieces(sentence, complement.first, stop, self.code)
        at = next((n for n, piece in enumerate(parts) if piece.first <= complement.head < piece.stop), None)
        if at is None:
            return None
        last = clauses.rightmost(sentence, parts, at, complement.head)
        return _trimmed(sentence, complement.first, parts[last].stop)


def _overlap(one: Candidate, other: Candidate) -> bool:
    """Whether two actions say the same: half of the shorter one is in the other, or a relative clause hangs on it."""
    shared = min(one.stop, other.stop) - max(one.first, other.first)
    return shared * 2 > min(one.stop - one.first, other.stop - other.first) or (one.relative and shared > 0)


def _trimmed(sentence: Sentence, first: int, stop: int) -> tuple[int, int] | None:
    """Leave out marks at both ends, but for quotation marks and brackets that belong together."""
    tokens = sentence.tokens
    while stop > first and not tokens[stop - 1].is_word and not _closes(tokens, first, stop - 1):
        stop -= 1
    while first < stop and not tokens[first].is_word and not _opens(tokens, first, stop):
        first += 1
    return (first, stop) if stop - first > 1 else None


def _years(text: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(text)]


_PAIRS = {"«": "»", "“": "”", "„": "“", "(": ")", '"': '"'}


def _closes(tokens: Sequence[Token], first: int, mark: int) -> bool:
    text = tokens[mark].text
    openers = [opening for opening, closing in _PAIRS.items() if closing == text]
    inside = [token.text for token in tokens[first:mark]]
    if text == '"':
        return inside.count('"') % 2 == 1
    return any(inside.count(opening) > inside.count(text) for opening in openers)


def _opens(tokens: Sequence[Token], mark: int, stop: int) -> bool:
    closing = _PAIRS.get(tokens[mark].text)
    return closing is not None and any(token.text == closing for token in tokens[mark + 1 : stop])
