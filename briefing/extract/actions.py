"""What somebody will, should or has agreed to do, with status, actor and deadline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise, takewhile

from briefing.extract import clauses, complements, cues, findings, governed, listed, openers
from briefing.extract.agents import is_agent
from briefing.extract.clauses import Piece
from briefing.extract.cues import Cue, Frame
from briefing.extract.doers import Doers
from briefing.extract.drafts import ActionDraft, FigureDraft, SpeakerDraft, Utterance
from briefing.extract.extent import Extent
from briefing.extract.findings import Findings
from briefing.extract.futures import Futures
from briefing.extract.governed import Complement
from briefing.extract.inaction import Inaction
from briefing.extract.intent import Intent
from briefing.extract.quotes import interviews
from briefing.frozen import frozen
from briefing.language import Document, Sentence, Token

_FUTURE = Frame("future", "planned", "subject", ("future",), "clause", "none", of_future=True)
_PROVISION = Frame("provision", "proposed", "subject", ("future",), "clause", "none", of_future=True, of_bill=True)
_IMPERATIVE = Frame("imperative", "proposed", "speaker", ("demanded",), "clause", "none", addressing=True)
_ORDER = Frame("order to somebody", "directed", "object", ("told",), "complement", "none")
_ADVICE = replace(_ORDER, id="advice to somebody", status="proposed")
_HEADING = 14  # tokens; what is longer is a caption, and told like all else
_CLOSING = ("NOUN", "PROPN", "PRON", "NUM")
_LISTING = (",", ";", ":")
_JOINT = 4  # tokens between a clause and its relative one: «тур, в ходе которого»


def find(
    document: Document,
    published: date | None,
    figures: list[FigureDraft],
    utterances: list[Utterance],
    cast: list[SpeakerDraft],
    progress: Callable[[float], None] | None = None,
) -> list[ActionDraft]:
    """Return the actions in text order; ``progress`` is told the share of the sentences that are behind.

    Every sentence is searched for the cues of the language's lexicon ``actions`` and for verbs in the future tense;
    what is negated, asked, supposed or merely expected to happen is left out. Of two readings of the same words the
    one whose frame comes first in the lexicon is kept, a plain future last.
    """
    found = findings.gather(document, published, figures, utterances)
    finder = _Finder(found)
    doers = Doers(found, cast, finder.intent.history.recent)
    drafts: list[ActionDraft] = []
    told = -1  # the index of the last sentence of a list
    for number, sentence in enumerate(document.sentences):
        if progress is not None:
            progress(number / len(document.sentences))
        if sentence.index <= told or interviews.asks(document, sentence):
            continue
        if (lead := finder.lead(sentence)) is not None and (
            items := listed.items(document, number, finder.known, lead)
        ):
            drafts += [doers.listed(sentence, lead, item) for item in items]
            told = items[-1].sentence.index
            continue
        candidates = finder.candidates(sentence)
        drafts += [
            doers.draft(part.sentence, part.first, part.stop, part.cue, part.complement, goes_on=part.goes_on)
            for candidate in candidates
            for part in finder.by_dates(candidate)
        ]
        item = listed.inline(document, sentence, finder.known)
        if item is None or any(one.first < item.stop and item.first < one.stop for one in candidates):
            continue
        lead = finder.lead(sentence, item.first - 1)
        drafts += [doers.listed(sentence, lead, item)] if lead is not None else []
    return sorted(drafts, key=lambda draft: (draft.start, draft.end))


@frozen
class Candidate:
    """An action at the tokens ``first`` to ``stop`` of a sentence, with what shows it."""

    sentence: Sentence
    first: int
    stop: int
    cue: Cue
    complement: Complement
    relative: bool = False
    goes_on: bool = False  # with another deed of the candidate before, by a date of its own


class _Finder:
    """Finds the actions of one document, sentence by sentence."""

    def __init__(self, found: Findings) -> None:
        self.document, self.utterances, self.figures = found.document, found.utterances, found.figures
        self.code = found.document.language.code
        self.known, self.rules = found.known, found.rules
        self.intent = Intent(found)
        self.inaction = Inaction(found, self.intent.themes)
        self.futures = Futures(found, self.intent.themes)
        self.extent = Extent(found)
        self.pieces: dict[tuple[int, int, int], list[Piece]] = {}
        self.lengths = Counter(sentence.paragraph for sentence in found.document.sentences)

    def candidates(self, sentence: Sentence) -> list[Candidate]:
        """Return the actions of the sentence, none of them in the words of another."""
        if self._is_heading(sentence):
            return []
        orders = list(self._by_addressee(sentence))
        listed = [order for order in orders if _is_listed(order)]
        found = [*listed, *self._by_cue(sentence), *self._by_future(sentence), *orders, *self._by_form(sentence)]
        kept: list[Candidate] = []
        for candidate in found:
            kept = [o for o in kept if not (_holds_relative(candidate, o) or self._holds_content(candidate, o))]
            candidate = self._before_joined(_beside_relative(self._before_request(candidate, kept), kept), kept)
            candidate = self._before_circumstance(candidate, kept)
            if not any(_overlap(candidate, other) for other in kept):
                kept.append(candidate)
        return [_as_advised(candidate, kept) for candidate in kept]

    def _before_request(self, candidate: Candidate, kept: Sequence[Candidate]) -> Candidate:
        """Leave out what a participle behind a comma asks for: “is clearing the road, | urging drivers to wait”."""
        for other in kept:
            comma, inside = other.cue.first - 1, candidate.first <= other.cue.first < other.stop <= candidate.stop
            if inside and comma > candidate.complement.head + 1 and candidate.sentence.tokens[comma].text == ",":
                candidate = replace(candidate, stop=comma)
        return candidate

    def _holds_content(self, candidate: Candidate, other: Candidate) -> bool:
        """Whether the other is only what the bill holds that is planned: “will file | a bill requiring …”."""
        inside = candidate.complement.head < other.cue.head and other.stop <= candidate.stop
        told = other.cue.stop if other.cue.frame.noun else other.cue.head
        return inside and self.intent.themes.tells_content(candidate.sentence, told)

    def _before_joined(self, candidate: Candidate, kept: Sequence[Candidate]) -> Candidate:
        """Leave out a deed with a cue of its own behind a conjunction: “is to begin in May | and must end in July”."""
        for other in kept:
            joint, told = min(other.first, other.cue.first) - 1, max(candidate.complement.head, candidate.cue.head)
            opens = other.cue.head == other.first or other.cue.stop == other.first  # “and | plans to sell it”
            inside = told < joint < other.stop <= candidate.stop and opens
            if inside and (
                other.cue.frame is _ORDER or candidate.sentence.tokens[joint].fold in self.rules.coordinators
            ):
                candidate = replace(candidate, stop=self._before_joint(candidate.sentence, joint))
        return candidate

    def _before_circumstance(self, candidate: Candidate, kept: Sequence[Candidate]) -> Candidate:
        """Leave out a clause behind that is an action of its own: «парк закроют до тех пор, | пока идёт ремонт»."""
        tokens = candidate.sentence.tokens
        for other in kept:
            if not candidate.complement.head < other.first < other.stop <= candidate.stop:
                continue
            commas = (i for i in range(other.first - 1, candidate.complement.head, -1) if tokens[i].text == ",")
            comma = next(commas, None)
            if comma is None or tokens[comma + 1].fold not in self.rules.subordinators:
                continue
            leads = (n for n in (3, 2) if n < comma and openers.starts_with(tokens, comma - n, self.rules.until) == n)
            candidate = replace(candidate, stop=comma - next(leads, 0))
        return candidate

    def by_dates(self, candidate: Candidate) -> list[Candidate]:
        """Return the deeds joined in one clause that have a date each: “will open on 3 May | and close on 4 June”."""
        tokens, head, stop = candidate.sentence.tokens, candidate.complement.head, candidate.stop
        links = self.rules.coordinators | self.rules.adversatives
        for joint in (i for i in range(head + 1, stop - 1) if tokens[i].fold in links):
            verb = self._goes_on_with(candidate, joint)
            first = candidate.first if tokens[candidate.cue.head].readings[0].tense == "fut" else head
            if verb is None or not (self._is_dated(candidate, first, joint) and self._is_dated(candidate, joint, stop)):
                continue
            again = replace(candidate.cue, first=verb, stop=verb + 1)
            cue, deed = candidate.cue, Complement(verb, governed.lexical(candidate.sentence, verb, self.known))
            infinitive = tokens[verb].readings[0].form != "fin"
            rest = replace(candidate, first=joint + 1, cue=cue if infinitive else again, complement=deed)
            rest = replace(rest, goes_on=infinitive)
            state = self.known.has("becoming", tokens[deed.head])  # «пройдут в мае | и станут третьими с 1990 года»
            others = self.by_dates(rest) if not state else []
            return [replace(candidate, stop=self._before_joint(candidate.sentence, joint)), *others]
        return [candidate]

    def _goes_on_with(self, candidate: Candidate, joint: int) -> int | None:
        """Return the verb behind the conjunction that goes on like the candidate's: an infinitive, or a future."""
        tokens, head = candidate.sentence.tokens, candidate.complement.head
        if not candidate.cue.frame.of_future:
            return None
        if candidate.cue.head != head and _is_alike(tokens[head], tokens[joint + 1]):
            return joint + 1
        if tokens[candidate.cue.head].readings[0].tense != "fut":
            return None
        behind = takewhile(lambda i: tokens[i].is_word, range(joint + 1, candidate.stop))
        return next((i for i in behind if _is_future(tokens[i])), None)

    def _is_dated(self, candidate: Candidate, first: int, stop: int) -> bool:
        tokens = candidate.sentence.tokens
        start, end = tokens[first].start, tokens[stop - 1].end
        return any(figure.kind == "date" and start <= figure.start < end for figure in self.figures)

    def _before_joint(self, sentence: Sentence, joint: int) -> int:
        """Return where what stands before a conjunction at ``joint`` ends, or before the comma of a list there."""
        tokens, links = sentence.tokens, self.rules.coordinators | self.rules.adversatives
        stop = joint if tokens[joint].fold in links else joint + 1
        return stop - (tokens[stop - 1].text in _LISTING)

    def lead(self, sentence: Sentence, colon: int | None = None) -> Cue | None:
        """Return the cue of the deeds that a list behind the sentence tells, or behind a colon in it."""
        if sentence.tokens[-1].text != ":" and colon is None:
            return None
        return listed.lead(sentence, self.known, self._futures(sentence), colon)

    def _is_heading(self, sentence: Sentence) -> bool:
        """Whether the sentence is a short paragraph of its own that does not end like a sentence."""
        if len(sentence.tokens) > _HEADING or not sentence.tokens[-1].is_word:
            return False
        return self.lengths[sentence.paragraph] == 1

    def _by_cue(self, sentence: Sentence) -> Iterator[Candidate]:
        matched = list(cues.cues(sentence, self.known))
        for cue in sorted(matched, key=lambda cue: (self.known.rank[cue.frame.id], cue.first - cue.stop)):
            provides = "contents" not in cue.frame.takes and self._is_provision(sentence, cue.head)
            if not provides and self.intent.has_form(sentence, cue):
                yield from self._candidate(sentence, cue)

    def _by_future(self, sentence: Sentence) -> Iterator[Candidate]:
        for cue in self._futures(sentence):
            yield from self._candidate(sentence, cue)

    def _futures(self, sentence: Sentence) -> Iterator[Cue]:
        for index, token in enumerate(sentence.tokens):
            reading = token.readings[0]
            if token.is_capital and index and sentence.tokens[index - 1].is_word:
                continue  # a name that looks like a verb
            if token.text.isupper() and not reading.known:
                continue  # «НЕЕЕТ»
            if reading.form != "fin":
                continue
            seldom = reading.tense == "pres" and self.known.has("momentary", token)  # meant so: «его экстрадируют»
            if reading.tense == "fut" or seldom or self._is_reported_future(sentence, index):
                yield Cue(self._future(sentence, index), index, index + 1)

    def _is_provision(self, sentence: Sentence, verb: int) -> bool:
        """Whether a bill will order or forbid it, which its future tells: «законопроект обяжет …»."""
        return sentence.tokens[verb].readings[0].tense == "fut" and self.intent.themes.is_instrument(sentence, verb)

    def _future(self, sentence: Sentence, index: int) -> Frame:
        """Return the frame of a future: what a bill will do is proposed, what is done to it a plan."""
        token, reported = sentence.tokens[index], self.known.words["reported"]
        if (reported and token.lemma not in reported) or self.known.has("events", token):
            return _FUTURE
        if reported and self.intent.themes.is_under_plan(sentence):
            return _PROVISION
        done = sentence.tokens[governed.lexical(sentence, index, self.known)].readings[0].form == "short"
        return _PROVISION if not done and self.intent.themes.is_instrument(sentence, index) else _FUTURE

    def _is_reported_future(self, sentence: Sentence, index: int) -> bool:
        token = sentence.tokens[index]
        if token.lemma not in self.known.words["reported"]:
            return False
        themes = self.intent.themes
        if themes.is_shifted(token.start) or themes.is_under_plan(sentence):
            return True
        return themes.is_instrument(sentence, index) or themes.goes_on(sentence, index)

    def _by_form(self, sentence: Sentence) -> Iterator[Candidate]:
        """Yield what a form alone demands: an imperative that somebody utters."""
        if not (self._is_spoken(sentence) or self.known.has_any("readers", sentence.tokens)):
            return
        for index, token in enumerate(sentence.tokens):
            before = sentence.tokens[index - 1] if index else None
            opens = before is None or before.pos in ("PUNCT", "CCONJ", "PART") or self.known.has("requesting", before)
            imperative = token.reading(form="imp", number="plur") if opens else None
            if imperative is not None and not self.known.has("discourse", token):
                yield from self._candidate(sentence, Cue(_IMPERATIVE, index, index + 1))

    def _is_spoken(self, sentence: Sentence) -> bool:
        return any(u.kind == "direct" and u.start < sentence.end and u.end > sentence.start for u in self.utterances)

    def _by_addressee(self, sentence: Sentence) -> Iterator[Candidate]:
        """Yield the infinitive that is told to somebody in the dative: «правительству разработать план»."""
        tokens = sentence.tokens
        for first, further in pairwise([*self._addressees(sentence), len(tokens)]):
            stop = self.extent.limits(sentence, first)[1]
            for index in range(first + 1, stop):
                reading = tokens[index].readings[0]
                if clauses.is_finite(tokens[index]) or tokens[index].text in ",:" or reading.form in ("part", "conv"):
                    break
                if reading.form == "inf":
                    for found in self._candidate(sentence, Cue(_ORDER, first, index)):
                        last = self._before_joint(sentence, further - 1) if further < len(tokens) else found.stop
                        yield replace(found, stop=min(found.stop, last))
                    break

    def _addressees(self, sentence: Sentence) -> Iterator[int]:
        """Yield where those may stand who are told to act: at the beginning, in a list before a dash."""
        tokens = sentence.tokens
        opening = next((i for i, token in enumerate(tokens) if token.is_word), 0)
        for index in range(opening, len(tokens)):
            before = index - 2 if tokens[index - 1].fold in self.rules.adversatives else index - 1
            if index > opening and tokens[before].text not in _LISTING:
                continue
            if tokens[index].reading(case="dat") is None:
                continue
            _, stop = self.document.language.noun_phrase(sentence, index)
            listed = stop < len(tokens) and tokens[stop].text in governed.DASHES
            dative = listed or tokens[index].readings[0].case == "dat"
            if dative and (listed or index == opening) and is_agent(sentence, index, self.code):
                yield index

    def _candidate(self, sentence: Sentence, cue: Cue) -> Iterator[Candidate]:
        parts = self._pieces(sentence, *self.extent.limits(sentence, cue.head))
        # Most words that can be cues take nothing here, which is sooner found out than whether they are denied.
        complement = self._complement(sentence, cue, parts) if parts else None
        if complement is None or not self.intent.history.is_current(sentence, cue):
            return
        if self.intent.is_void(sentence, cue, parts):
            return
        if self.inaction.is_no_deed(sentence, cue, complement):
            return
        span = self.extent.span(sentence, cue, complement, parts)
        if span is not None and span != (cue.first, cue.stop):  # a cue alone, “is needed”, tells of nothing
            clause = clauses.around(sentence, parts, cue.head, self.code)
            hangs = clause.kind == "relative" and not self.extent.has_own_deed(sentence, clause.first, cue.head)
            relative = span[0] < cue.head and hangs
            yield Candidate(sentence, *span, cue, complement, relative)

    def _pieces(self, sentence: Sentence, first: int, stop: int) -> list[Piece]:
        key = sentence.index, first, stop
        if key not in self.pieces:
            self.pieces[key] = clauses.pieces(sentence, first, stop, self.code)
        return self.pieces[key]

    def _complement(self, sentence: Sentence, cue: Cue, parts: Sequence[Piece]) -> Complement | None:
        if cue.frame.of_future:
            return self.futures.complement(sentence, cue, parts)
        found = complements.find(sentence, cue, self.known, parts)
        if found is None and "soon" in cue.frame.takes and self.futures.is_scheduled(sentence, cue.head, parts):
            return Complement(cue.first, cue.head)
        return found


def _is_alike(verb: Token, other: Token) -> bool:
    """Whether a word may be an infinitive like the verb, be it likelier a noun: “will open … and | close …”."""
    infinitive = other.reading(pos="VERB")
    return verb.readings[0].form == "inf" and infinitive is not None and infinitive.lemma == other.fold


def _is_future(token: Token) -> bool:
    return (token.readings[0].form, token.readings[0].tense) == ("fin", "fut")


def _beside_relative(candidate: Candidate, kept: Sequence[Candidate]) -> Candidate:
    """Leave out a relative clause that is an action of its own: “will go to Hull after a run | that begins in May”."""
    tokens = candidate.sentence.tokens
    for other in kept:
        if not other.relative or other.first < candidate.first or other.stop > candidate.stop:
            continue
        stop = other.first
        while stop > candidate.complement.head + 1 and tokens[stop - 1].pos not in _CLOSING:
            stop -= 1
        if stop > candidate.complement.head:
            candidate = replace(candidate, stop=stop)
    return candidate


def _as_advised(order: Candidate, kept: Sequence[Candidate]) -> Candidate:
    """Return an order that goes on with a proposal to others as one: «советует бегать, а детям — гулять»."""
    if order.cue.frame is not _ORDER:
        return order
    before = (o.cue.frame for o in kept if o.first < order.first and o.cue.frame.doer == "object")
    status = next((frame.status for frame in before if frame is not _ORDER), "")
    return replace(order, cue=replace(order.cue, frame=_ADVICE)) if status == "proposed" else order


def _is_listed(order: Candidate) -> bool:
    """Whether a dash parts those who are told to act from what: «Минстрою — подготовить смету»."""
    return any(token.text in governed.DASHES for token in order.sentence.tokens[order.cue.first : order.cue.stop])


def _holds_relative(candidate: Candidate, other: Candidate) -> bool:
    """Whether a relative clause stands inside a main clause whose deed follows it: «на матч, который …, позовут»."""
    inside = other.relative and candidate.first < other.first and other.stop <= candidate.stop
    return inside and not candidate.relative and candidate.complement.head >= other.stop


def _overlap(one: Candidate, other: Candidate) -> bool:
    """Whether two actions say the same: half of the shorter one is in the other, or a relative clause hangs on it."""
    shared = min(one.stop, other.stop) - max(one.first, other.first)
    hangs = one.relative and shared > -_JOINT and one.first > other.first
    return shared * 2 > min(one.stop - one.first, other.stop - other.first) or hangs
