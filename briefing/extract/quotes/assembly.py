"""Claims become utterances: marked words or whole content, the sentence before, the paragraph after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from briefing.extract import roles
from briefing.extract.drafts import Mention, Utterance
from briefing.extract.quotes import (
    covering,
    gestures,
    items,
    mentions,
    messages,
    naming,
    sameness,
    signatures,
    someone,
    statements,
)
from briefing.extract.quotes.claim import Claim
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.marks import Marked
from briefing.extract.quotes.periods import Period, trimmed
from briefing.language import Document

_NEAR = 2  # characters: a blank and a mark
_SENTENCE_ENDS = (".", "!", "?", "…", "...")
_FEWEST_WORDS_FRAGMENT = 2


class Assembly:
    """Collects the utterances of a document, period by period; ``author`` says all that nobody else is said to say."""

    def __init__(self, document: Document, speech: Speech, author: Mention | None = None) -> None:
        self.document = document
        self.speech = speech
        self.author = author
        self.found: list[Utterance] = []
        self.groups: dict[int, list[Utterance]] = {}
        self.before: Period | None = None
        self.awaited: Claim | None = None
        self.announced: int | None = None
        self.lists = False

    def utterances(self) -> list[Utterance]:
        """Return the utterances in text order, each place once; the parts of one quotation share their speaker."""
        for parts in self.groups.values():
            if (known := next((part for part in parts if part.mention is not None), None)) is not None:
                for part in parts:
                    part.mention, part.cue, part.continued = known.mention, part.cue or known.cue, False
        kept: list[Utterance] = []
        for utterance in sorted(self.found, key=lambda u: (u.start, -u.end, u.mention is None)):
            if not any(sameness.is_same(utterance, other) for other in kept[-6:]):
                kept.append(utterance)
        return kept

    def add(self, period: Period, claims: Sequence[Claim]) -> None:
        """Turn the claims of the next period into utterances, and its quotations that no claim covers."""
        # Whether the paragraph goes on in which a statement was announced.
        yet = self.announced is None and self.before is not None and self.before.paragraph == period.paragraph
        if self.awaited is not None and not yet and self._is_announced(period):
            self._answer(period, self.awaited)
        elif not yet or claims or period.marked:
            announcement = self.awaited if self.announced is None else None
            self.awaited = None
            self._read(period, claims, announcement)
        self.before = period

    def add_within(self, period: Period, claims: Sequence[Claim]) -> None:
        """Add what a quotation attributes to others; ``period`` are its words alone."""
        for claim in claims:
            span = trimmed(self.document.text, *period.span(claim.first, claim.stop))
            if span is None:
                continue
            kind: Literal["direct", "indirect"] = "indirect"
            if (marked := self._marked_within(span)) is not None:
                kind, span = "direct", marked
            self.found.append(Utterance(kind, *span, cue=claim.cue, mention=claim.mention))

    def _marked_within(self, span: tuple[int, int]) -> tuple[int, int] | None:
        """Return the words between the marks that enclose the span: “Lee said: ‘It is late’”."""
        start, end = span
        closing = self.speech.pairs.get(self.document.text[start])
        last = self.document.text.rfind(closing, start + 1, end + _NEAR) if closing is not None else -1
        return trimmed(self.document.text, start + 1, last) if last > start + 1 else None

    def _read(self, period: Period, claims: Sequence[Claim], announcement: Claim | None) -> None:
        """Turn the claims into utterances; ``announcement`` is what the paragraph before ends with, at a colon."""
        covered: set[int] = set()
        claims = [messages.sent(self.before, period, claim, self.speech) for claim in claims]
        # Of added attributions the one that covers less is the inner: «По его словам, …, пишет газета».
        for claim in sorted(claims, key=lambda c: (c.outer, (c.stop - c.first) * c.outer, c.first, c.cue or (0, 0))):
            if claim.place == "after":
                self.awaited, self.announced = _leading(period, claims, claim), None
            elif claim.place == "before":
                self._take_up(claim)
            elif claim.place == "above":
                signatures.take_up(self.found, self.groups, self.before, claim)
            elif not self._is_idle(period, claim, claims):
                loose = claim.cue is None and claim.mention is None
                self._state(period, _said_by(claim, announcement) if loose and announcement else claim, covered)
            if claim.spoken and not period.closes_paragraph:
                self.awaited, self.announced = claim, period.paragraph
        if self.awaited is None and claims and period.closes_paragraph and period.tokens[-1].text == ":":
            self.awaited, self.announced = _leading(period, claims, claims[-1]), None
        self._alone(period, covered, announcement)

    def _is_idle(self, period: Period, claim: Claim, claims: Sequence[Claim]) -> bool:
        """Whether the claim only repeats or takes apart what another one attributes."""
        if claim.outer:
            return self._is_told_within(period, claim)
        besides = self.speech.cites_besides
        around = [
            other
            for other in claims
            if (besides or not other.outer)
            and other.place == "here"
            and other.mention is not None
            and _encloses(other, claim)
        ]
        marked = all(period.inside[i] is not None for i in range(claim.first, claim.stop) if period.tokens[i].is_word)
        own = (claim.clause or marked) and claim.mention is not None and self._is_told(claim.mention)
        return bool(around) and not (own and all(other.mention != claim.mention for other in around))

    def _is_told(self, mention: Mention) -> bool:
        """Whether the mention tells who speaks within another's words: by a name, a pronoun, or a noun for people."""
        if _is_named(mention):
            return True
        _, reading = self.document.language.head(mention.sentence, mention.first, mention.stop)
        kinds = roles.lexicon(self.document.language).kinds(reading.lemma)
        some = reading.lemma in self.speech.words["amounts"] or "human" in kinds  # «большинство», «люди»
        return bool(kinds & self.speech.words["telling"]) and not some

    def _state(self, period: Period, claim: Claim, covered: set[int]) -> None:
        """Add what a claim attributes in its own period: marked words if they are half of it or more, else all."""
        if claim.first >= claim.stop:
            return
        span = trimmed(self.document.text, *period.span(claim.first, claim.stop))
        if span is None:
            return
        if claim.cue is None and claim.mention is None:
            claim = self._of_actor(period, claim.first) or gestures.before(self.before, period, self.speech) or claim
        for stretch in period.marked:
            if _is_quoted_by(stretch, span, claim):
                covered.add(id(stretch))
                self._direct(stretch, claim)
                return
        within = [m for m in period.marked if m.start >= span[0] - 1 and m.end <= span[1] + 1]
        attributed = [
            m
            for m in within
            if not naming.is_name(period, m, self.speech)
            or (_is_all(period, m, claim) and not naming.is_titled(period, m, self.speech))
        ]
        named = sum(naming.words(period, m) for m in within)
        if named and not attributed and named + 1 >= period.words(claim.first, claim.stop):
            return  # nothing but names: «Полис» и «Катюша»
        words = sum(naming.words(period, m) for m in attributed)
        covered.update(id(m) for m in within)
        if attributed and 2 * words >= period.words(claim.first, claim.stop) - items.noted(
            period, claim.first, claim.stop
        ):
            for stretch in attributed:
                self._direct(stretch, claim)
        else:
            kind: Literal["direct", "indirect"] = "direct" if claim.spoken else "indirect"
            told = Utterance(kind, *span, cue=claim.cue, mention=claim.mention, continued=claim.elided)
            told.inserted = claim.outer
            self.found.append(told)

    def _direct(self, stretch: Marked, claim: Claim | None) -> None:
        utterance = Utterance("direct", stretch.start, stretch.end)
        if claim is not None:
            utterance.cue, utterance.mention, utterance.continued = claim.cue, claim.mention, claim.elided
        else:
            utterance.continued = bool(self.found) and (stretch.answers or not stretch.line)
        utterance.mention = utterance.mention or self.author
        self.found.append(utterance)
        self.groups.setdefault(stretch.group, []).append(utterance)

    def _take_up(self, claim: Claim) -> None:
        """Attribute the sentence before: its words alone where another attribution is inserted.

        What it reports otherwise of the same length already is given to the new speaker.
        """
        if self.before is None:
            return
        if self.before.tokens[-1].text.startswith("?") or self.speech.phrase_at("back", self.before.tokens, 0):
            return  # «Об этом сообщил мэр. Об этом рассказал и губернатор»
        start, end = self.before.span(0, len(self.before))
        earlier = [u for u in self.found if u.start >= start and u.end <= end]
        open_ones = [u for u in earlier if u.mention is None]
        if any(u.mention is not None and sameness.may_be_one(u.mention, claim.mention) for u in earlier):
            return  # «Лосев заявил, что … Об этом он сказал в эфире»
        for utterance in open_ones:
            utterance.mention, utterance.cue, utterance.continued = claim.mention, claim.cue, claim.elided
        span = trimmed(self.document.text, start, end)
        if open_ones or span is None or any(u.kind == "direct" for u in earlier) or (earlier and claim.mention is None):
            return
        told = next((u for u in earlier if u.inserted), None)
        if told is not None:
            span = told.start, told.end
        else:
            self.found = [u for u in self.found if not (u in earlier and 2 * (u.end - u.start) > end - start)]
        self.found.append(Utterance("indirect", *span, cue=claim.cue, mention=claim.mention, continued=claim.elided))

    def _is_announced(self, period: Period) -> bool:
        """Whether the period belongs to the paragraph that a colon led up to, and that paragraph is a quotation.

        It is one where it stands right below its announcement or a label, is in the first person or opened by a dash:
        elsewhere the text may have lost the quotation, and the article just goes on.
        """
        if self.announced is not None and period.paragraph == self.announced:
            return True
        guessed = self.awaited is not None and self.awaited.guessed
        self.lists = not guessed and items.follows(period, self.announced if self.lists else None, self.announced)
        if self.lists:
            self.announced = period.paragraph
            return True
        stated = self.awaited is not None and statements.is_stated(self.document, self.awaited.cue, period, self.speech)
        if self.announced is not None and not (stated and period.paragraph == self.announced + 1):
            return False
        if self.before is None or any(stretch.opening <= period.tokens[0].start for stretch in period.marked):
            return False
        gap = self.document.text[self.before.tokens[-1].end : period.tokens[0].start]
        titled = self.awaited is not None and self.awaited.titled
        personal = stated or any(
            reading.person in (("1",) if guessed else ("1", "2")) and reading.pos in ("PRON", "VERB")
            for token in period.tokens
            for reading in token.readings[:1]
        )
        if (guessed or (gap.count("\n") > 1 and not titled)) and not personal and not items.is_line(period):
            return False
        self.announced = period.paragraph
        return True

    def _answer(self, period: Period, claim: Claim) -> None:
        """Attribute the period to whoever the announcement names."""
        mark = items.goes_on(period) if self.lists else 0
        span = trimmed(self.document.text, *period.span(mark, len(period)))
        if span is None:
            return
        last = self.found[-1] if self.found else None
        goes_on = last is not None and last.cue == claim.cue and last.kind == "direct"
        if last is not None and goes_on and "\n" not in self.document.text[last.end : span[0]]:
            last.end = span[1]
        else:
            kind: Literal["direct", "indirect"] = "indirect" if self.lists and items.demands(period) else "direct"
            self.found.append(Utterance(kind, *span, cue=claim.cue, mention=claim.mention, continued=claim.elided))

    def _alone(self, period: Period, covered: set[int], announcement: Claim | None) -> None:
        """Add quotations without an attribution of their own that were announced or go on with what was quoted."""
        outside = any(t.is_word for t, inside in zip(period.tokens, period.inside, strict=True) if inside is None)
        for stretch in period.marked:
            certain = stretch.continues or stretch.line
            if id(stretch) in covered:
                continue
            if (
                not certain
                and naming.is_name(period, stretch, self.speech)
                and not (not outside and self._goes_on(period, stretch))
            ):
                continue
            words = naming.words(period, stretch)
            first, _ = period.range_of(stretch)
            opens = stretch.opening <= period.tokens[0].start
            whole = (not outside or opens) and words >= naming.FEWEST_WORDS_ALONE
            whole = whole or (not outside and self._is_sentence(period, stretch) and bool(self.found))
            goes_on = words >= _FEWEST_WORDS_FRAGMENT and self._is_fragment(period, stretch)
            if whole or certain or goes_on or naming.is_clause(period, stretch):
                claim = announcement if opens else None if certain else self._of_actor(period, first)
                self._direct(stretch, claim)
                if claim is None and not certain and _is_led_up_to(period, first):
                    self.found[-1].continued = False

    def _is_sentence(self, period: Period, stretch: Marked) -> bool:
        """Whether the marked words end as a sentence does, within their marks: “Maybe.”"""
        tokens = list(naming.tokens(period, stretch))
        return any(token.text in _SENTENCE_ENDS for token in tokens[-2:]) and period.tokens[0].start == stretch.opening

    def _goes_on(self, period: Period, stretch: Marked) -> bool:
        """Whether a short quotation follows another: “I don’t know,” she says. “Maybe.”"""
        if self.before is None or not self.found:
            return False
        last = self.found[-1]
        spoken = last.kind == "direct" and last.end >= self.before.tokens[0].start
        return spoken and self._is_sentence(period, stretch)

    def _of_actor(self, period: Period, first: int) -> Claim | None:
        """Return the claim of the person who does something before the fragment at ``first``: “Lee hailed its “…””."""
        sentence = period.places[first][0]
        before = range(first - 1 - period.places[first - 1][1], first) if first else range(0)
        verb = next((i for i in reversed(before) if period.finite(i, i + 1) is not None), None)
        if verb is None or period.places[verb][0] is not sentence or period.tokens[verb].readings[0].form == "short":
            return None  # to whom something is done says nothing
        mention = mentions.subject(period, verb)
        if mention is None or not any(mention.sentence.name_at(i) for i in range(mention.first, mention.stop)):
            return None
        return Claim(period.span(verb, verb + 1), mention, "here", first)

    def _is_fragment(self, period: Period, stretch: Marked) -> bool:
        """Whether marked words inside a sentence go on with what the sentence before quoted."""
        if self.before is None or self.before.paragraph != period.paragraph or not self.found:
            return False
        first = next((token for token in naming.tokens(period, stretch) if token.is_word), None)
        if (
            first is None
            or first.is_capital
            or naming.is_attribute(period, stretch)
            or naming.is_before_name(period, stretch)
        ):
            return False
        return self.found[-1].end >= self.before.tokens[0].start

    def _is_told_within(self, period: Period, claim: Claim) -> bool:
        """Whether most of what an added attribution covers is already given to the one who said it."""
        start, end = period.span(claim.first, claim.stop)
        if self._is_quoted_within(period, start, end):
            return True
        if self.speech.cites_besides or (claim.mention is not None and someone.is_person(claim.mention)):
            return False
        told = [u for u in self.found if u.mention is not None and u.start >= start and u.end <= end]
        by_people = (u for u in told if not self._is_of_body(u.mention))
        if (
            claim.cue is not None
            and claim.cue[0] >= end
            and any(covering.is_all_told(period, u, end) for u in by_people)
        ):
            return True
        by_verb = claim.cue is not None and bool(covering.verbs(period, *claim.cue))  # «…, пишет «Труд»»: both speak
        return not by_verb and any(u.kind == "indirect" and covering.is_most(period, u, start, end) for u in told)

    def _is_of_body(self, mention: Mention | None) -> bool:
        """Whether an organisation says it, of which who adds the report tells: «Завод просит …, сообщили в мэрии»."""
        if mention is None:
            return False
        head, reading = self.document.language.head(mention.sentence, mention.first, mention.stop)
        name = mention.sentence.name_at(head)
        named = name is not None and name.kind == "organisation"
        return named or "organisation" in roles.lexicon(self.document.language).kinds(reading.lemma)

    def _is_quoted_within(self, period: Period, start: int, end: int) -> bool:
        """Whether the words only tell whose quotation they open with: «Беда», — сказал мэр, | как пишет газета."""
        verbs = covering.verbs(period, start, end)
        return any(
            utterance.cue is not None and verbs == [utterance.cue[0]] and abs(utterance.start - start) <= _NEAR
            for utterance in self.found
            if utterance.kind == "direct"
        )


def _said_by(claim: Claim, announcement: Claim) -> Claim:
    """Return a claim of words that nobody else says, given to whom the paragraph before announced."""
    return replace(claim, cue=announcement.cue, mention=announcement.mention, elided=announcement.elided)


def _leading(period: Period, claims: Sequence[Claim], last: Claim) -> Claim:
    """Return the claim that a colon at the end goes on with: that of the main clause, not of one inside its words."""
    for claim in claims:
        begin, end = period.span(claim.first, claim.stop) if claim.stop > claim.first else (0, 0)
        if claim.outer and last.cue is not None and begin <= last.cue[0] < end:
            return replace(last, cue=claim.cue, mention=claim.mention, elided=claim.elided)
    return last


def _is_named(mention: Mention) -> bool:
    """Whether the mention has a name of its own or is a pronoun."""
    tokens = mention.sentence.tokens[mention.first : mention.stop]
    named = any(mention.sentence.name_at(index) for index in range(mention.first, mention.stop))
    return named or all(token.pos in ("PRON", "DET") for token in tokens)


def _is_led_up_to(period: Period, first: int) -> bool:
    """Whether a clause of its own leads up to marked words, so that nobody goes on: «Вопрос звучал так: «…»»."""
    if first < 2 or not period.is_colon(first - 1):
        return False
    begin, end = period.segment(first - 2)
    narrated = not any(token.pos == "PRON" and token.readings[0].person == "1" for token in period.tokens[begin:end])
    return narrated and period.finite(begin, end) is not None


def _encloses(one: Claim, other: Claim) -> bool:
    """Whether the words of a claim hold those of another and more."""
    return (one.first, one.stop) != (other.first, other.stop) and one.first <= other.first and other.stop <= one.stop


def _is_all(period: Period, stretch: Marked, claim: Claim) -> bool:
    """Whether the claim is about these marked words alone, so that they are no name in it."""
    words = [i for i in range(claim.first, claim.stop) if period.tokens[i].is_word]
    return all(period.inside[i] is stretch for i in words)


def _is_quoted_by(stretch: Marked, span: tuple[int, int], claim: Claim) -> bool:
    """Whether content that a cue attributes from outside the marks is only a part of what stands between them."""
    inside = stretch.start <= span[0] and span[1] <= stretch.end
    return inside and claim.cue is not None and not stretch.start <= claim.cue[0] < stretch.end
