"""Attributions in languages where word order tells subject, verb and content apart, construction by construction.

What `claims` reads off cases and commas, this reads off positions: the subject stands before the verb or, after
quoted words, behind it; content follows the verb with or without a conjunction; an attribution behind its content
is set off by a comma or a quotation mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.extract import roles
from briefing.extract.drafts import Mention
from briefing.extract.quotes import colons, complements, groups, signatures
from briefing.extract.quotes.behind import Behind
from briefing.extract.quotes.claim import Claim
from briefing.extract.quotes.cues import Cue, SourcePhrase
from briefing.extract.quotes.ends import Ends
from briefing.extract.quotes.impersonal import Indirect
from briefing.extract.quotes.inserts import Insert
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period
from briefing.extract.quotes.voices import ATTITUDE, RELAYING, Voices

_DASHES = ("-", "–", "—", "--")
_FEWEST_WORDS = 4
_LONGEST_TERM = 12  # tokens, marks included


def read(period: Period, cues: Sequence[Cue], phrases: Sequence[SourcePhrase], speech: Speech) -> list[Claim]:
    """Return the attributions of the period, in the order of their cues."""
    reader = _Reader(period, cues, phrases, speech)
    found = list(reader.claims()) or list(colons.entitled(period, speech))
    found = found or list(_labelled(period)) or list(colons.labelled(period))
    found = found or list(signatures.signed(period))
    found += colons.introduced(period, found, speech)
    return [*found, *_loose(period, found, speech), *colons.promised(period, speech)]


def _labelled(period: Period) -> Iterator[Claim]:
    """Yield the marked words after a bare name and colon: “Senator Lee: “…””."""
    colon = next((i for i in range(min(len(period), 12)) if period.tokens[i].text == ":"), None)
    if not colon or colon + 1 >= len(period) or period.inside[colon + 1] is None:
        return
    sentence, local = period.places[colon - 1]
    name = sentence.name_at(local)
    if period.finite(0, colon) is not None or (name is None and period.tokens[colon - 1].pos not in ("NOUN", "PROPN")):
        return
    if name is not None or colon <= 4:
        mention = period.mention(0, colon)
        yield Claim(period.span(0, colon), mention, "here", colon + 1, _past_marked(period, colon + 1))


def _loose(period: Period, found: Sequence[Claim], speech: Speech) -> Iterator[Claim]:
    """Yield marked words of some length that no cue claims: whoever spoke last says them."""
    for marked in period.marked:
        inside = [i for i in range(len(period)) if period.inside[i] is marked]
        words = [period.tokens[i] for i in inside if period.tokens[i].is_word]
        long = [token for token in words if len(token.text) > 3]
        named = bool(long) and all(token.is_capital for token in long)
        if named or complements.is_attributive(period, inside[0]):
            continue
        if any(claim.place == "here" and inside and claim.first <= inside[0] < claim.stop for claim in found):
            continue
        if inside and period.words(inside[0], inside[-1] + 1) >= _FEWEST_WORDS and not _is_term(period, inside, speech):
            yield Claim(None, None, "here", inside[0], inside[-1] + 1, elided=True)


def _is_term(period: Period, inside: Sequence[int], speech: Speech) -> bool:
    """Whether marked words without a verb are what something is called: “its own “data store””, “be “the end””."""
    before = period.tokens[inside[0] - 1] if inside[0] else None
    if before is None or any(groups.is_finite(period, i) for i in inside):
        return False
    named = before.pos in ("DET", "ADJ", "NOUN") or before.readings[0].case == "gen" or speech.is_in("own", before)
    named = named or speech.is_in("as", before)
    noun = any(period.tokens[i].pos == "DET" for i in inside[:2])
    return (named or (speech.is_likely("identity", before) and noun)) and len(inside) <= _LONGEST_TERM


def _past_marked(period: Period, index: int) -> int:
    """Return the end of marked words, and of others that follow after a comma or conjunction."""
    stop, depth = index, 0
    while index < len(period):
        token = period.tokens[index]
        depth += (token.text == "(") - (token.text == ")")
        if period.inside[index] is not None:
            stop = index + 1
        elif depth <= 0 and token.text not in (",", ")") and token.pos != "CCONJ":
            break
        index += 1
    return stop


class _Reader:
    """Reads one period."""

    def __init__(self, period: Period, cues: Sequence[Cue], phrases: Sequence[SourcePhrase], speech: Speech) -> None:
        self.period = period
        self.speech = speech
        won = {cue.first for cue in cues if cue.takes("winning")}
        attitudes = [cue for cue in self._attitudes() if cue.first not in won]
        taken = {cue.first for cue in attitudes}
        self.cues = [*(cue for cue in cues if cue.first not in taken), *attitudes]
        self.cues.sort(key=lambda cue: cue.first)
        self.phrases = phrases
        self.voices = Voices(period, speech)
        self.cues = [self.voices.relaying(cue) for cue in self.cues]
        self.ends = Ends(period, self.cues, phrases, speech, self.voices)
        self.behind = Behind(period, self.cues, speech, self.voices)
        self.indirect = Indirect(period, speech, self.voices, self.ends, self.behind)
        self.latest: Mention | None = None

    def _attitudes(self) -> Iterator[Cue]:
        """Yield predicates of thought after a copula: “is confident”."""
        attitudes = self.speech.words["attitudes"]
        for index, token in enumerate(self.period.tokens):
            if token.fold not in attitudes or self.period.inside[index] is not None:
                continue
            copula = groups.word_before(self.period, index, self.speech)
            impersonal = copula is not None and self._is_impersonal(index, copula)
            if impersonal:
                continue  # “it is still unclear whether …” is nobody's
            if copula is not None and self.speech.is_likely("copulas", self.period.tokens[copula]):
                yield Cue(index, index + 1, ATTITUDE, "finite", token.readings[0])
            elif self._is_apposed(index):
                yield Cue(index, index + 1, ATTITUDE, "participle", token.readings[0])

    def _is_apposed(self, index: int) -> bool:
        """Whether what somebody thinks stands beside the clause: “Lee waited, hopeful that …”, “Sure that …, Lee …”."""
        period = self.period
        opens = period.places[index][1] == 0 or period.tokens[index - 1].text == ","
        return opens and index + 1 < len(period) and self.speech.is_in("that", period.tokens[index + 1])

    def _is_impersonal(self, index: int, copula: int) -> bool:
        """Whether a thing is said to be certain, not somebody: “it is clear that”."""
        before = groups.word_before(self.period, copula, self.speech)
        it = before is not None and self.speech.is_in("things", self.period.tokens[before])
        return it and self.speech.is_in("evident", self.period.tokens[index])

    def claims(self) -> Iterator[Claim]:
        """Yield the claims of source phrases and cues."""
        for phrase in self.phrases:
            mention = self.period.mention(*phrase.owner)
            if self._points_back(phrase.first):
                yield Claim(self.period.span(phrase.first, phrase.stop), mention, "before")
                continue
            insert = Insert(phrase.first, self._past_description(phrase))
            for first, stop in self.behind.sides(insert):
                yield Claim(self.period.span(phrase.first, phrase.stop), mention, "here", first, stop, outer=True)
        for cue in self.cues:
            if self._is_asked(cue) or self.voices.is_passed_on(cue):
                continue
            if cue.form == "noun":
                yield from self.indirect.of_noun(cue)
            elif not (cue.takes("attitude") or cue.predicate is RELAYING) and (
                groups.is_passive(self.period, cue.first, self.speech) or self._is_joined_passive(cue)
            ):
                yield from self.indirect.of_passive(cue)
            else:
                yield from self._of_verb(cue)

    def _is_joined_passive(self, cue: Cue) -> bool:
        """Whether a participle joined to a passive has no object, only what was commanded: “freed and | told to …”."""
        tokens = self.period.tokens
        if not self.speech.has_lemma("commanding", tokens[cue.first]) or cue.reading.tense != "past" or not cue.first:
            return False
        bare = cue.stop < len(tokens) and self.speech.is_in("infinitive_mark", tokens[cue.stop])
        return bare and self.speech.is_in("clause_joints", tokens[cue.first - 1])

    def _points_back(self, index: int) -> bool:
        """Whether a source phrase at ``index`` is that of the sentence before: “That is | according to Ann Lee.”"""
        period = self.period
        copula = groups.word_before(period, index, self.speech)
        if copula != 1 or not self.speech.is_in("pointing", period.tokens[0]):
            return False
        return groups.is_finite(period, copula)

    def _past_description(self, phrase: SourcePhrase) -> int:
        """Return where a source ends with what commas set off behind its name: “according to Lee, head of the …, ”."""
        period, stop = self.period, phrase.stop
        sentence, local = period.places[stop - 1]
        name = sentence.name_at(local)
        if name is None or name.kind != "person" or name.stop != local + 1:
            return stop
        offset = stop - 1 - local
        spans = period.language.descriptions(sentence, name)
        end = next((last + offset for first, last in spans if first == name.stop + 1), stop)
        if end == stop and stop + 2 < len(period) and period.tokens[stop + 1].pos == "NUM":
            stop = end = stop + 2  # “according to Lee, 54, who …”
        if end == stop and stop + 1 < len(period) and self.speech.is_in("relative", period.tokens[stop + 1]):
            edges = (i for i in range(stop + 1, len(period)) if period.tokens[i].text == "," or period.is_stop(i))
            return next(edges, stop)
        end = self._past_post(stop) if end == stop else end
        return end if end < len(period) and period.tokens[end].text == "," else stop

    def _past_post(self, comma: int) -> int:
        """Return the comma that closes a noun for who has just been named: “according to Lee, the mayor|, …”."""
        period, begin = self.period, comma + 1
        noun = groups.simple_phrase(period, begin) - 1 if begin < len(period) else comma
        end = next((i for i in range(begin, len(period)) if period.is_edge(i) or period.inside[i] is not None), comma)
        if noun < begin or period.tokens[end].text != "," or period.finite(begin, end) is not None:
            return comma
        reading = period.tokens[noun].readings[0]
        person = roles.lexicon(period.language).kinds(reading.lemma) & roles.PERSONAL and reading.number != "plur"
        further = next((i for i in range(end + 1, len(period)) if period.is_edge(i)), end)
        if period.tokens[further].text == "," and period.finite(further + 1, further + 2) is not None:
            return comma  # “according to Lee, the driver, a man of 30, was …” tells of the driver
        return end if person and period.finite(end, len(period)) is not None else comma

    def _is_asked(self, cue: Cue) -> bool:
        """Whether the article itself asks: “Why did the mayor want the police to act?”"""
        sentence, _ = self.period.places[cue.first]
        asked = sentence.tokens[-1].text.startswith("?") and not any(self.period.inside)
        linked = self.speech.is_in("connectives", sentence.tokens[0])
        return asked and self.speech.is_in("interrogative", sentence.tokens[1 if linked else 0])

    # Verbs

    def _of_verb(self, cue: Cue) -> Iterator[Claim]:
        if self.voices.is_no_cue(cue):
            return
        found = self._speaker(cue)
        if found is None:
            return
        mention, first, after = found
        elided = mention is None
        if cue.takes("heard"):
            if mention is None or not self.voices.is_hearer(mention):
                return
            mention = None
        span = self.period.span(cue.first, cue.stop)
        after = max(after, cue.stop)
        content = complements.after(self.period, self.voices.narrowed(cue, mention), after, self.speech)
        if content is not None and cue.takes("call") and self._is_attended(cue, content[0]):
            return
        if content is not None and content[1] == "here" and self._is_speaker(content[0], mention):
            return  # “Fearing for their lives | the men ran”
        embedded = self._is_embedded(first)
        if (
            content is not None
            and self.behind.follows_marked(first)
            and self.behind.is_closed_off(first)
            and not embedded
        ):
            content = content if self._is_announced(content[0]) else None
        if content is not None:
            yield from self._following(cue, content, Claim(span, mention, elided=elided, clause=True))
        behind = content is None and self.behind.is_set_off(cue, first, after)
        if content is not None and (embedded or (cue.form == "participle" and content[1] == "here")):
            return
        if (self.behind.follows_marked(first) and (behind or self.behind.is_closed_off(first))) or (
            content is None and cue.takes("insert") and cue.takes("that")
        ):
            yield from self.behind.claims(cue, first, after, mention, elided=elided)

    def _is_speaker(self, index: int, mention: Mention | None) -> bool:
        """Whether the words at ``index`` are those for who speaks."""
        if mention is None or index >= len(self.period):
            return False
        return self.period.tokens[index] is mention.sentence.tokens[mention.first]

    def _is_attended(self, cue: Cue, content: int) -> bool:
        """Whether others speak between the verb and the marked words: “slammed it, with the mayor calling it “…””."""
        between = (other for other in self.cues if cue.stop <= other.first < content and other.form == "participle")
        return any(self.voices.attendant(other.first) is not None for other in between)

    def _speaker(self, cue: Cue) -> tuple[Mention | None, int, int] | None:
        """Return who speaks, where the attribution begins and where what follows it begins; None if nobody can."""
        mention, first, after = self.voices.subject(cue)
        if mention is not None and cue.form != "infinitive":
            self.latest = mention
        if mention is not None and (self.voices.is_author_or_reader(mention) or self._is_supposed(first)):
            return None
        if mention is None and cue.form == "finite" and self.latest is None and cue.first > 0:
            return None
        if (
            mention is None
            and cue.form == "participle"
            and not (self.behind.follows_marked(first) or self._is_going_on(cue))
        ):
            return None  # “There came a letter warning us …”
        if mention is None:
            mention = self.latest
        if mention is not None and (begin := self._with_others(first)) < first:
            mention = self.period.mention(begin, first + mention.stop - mention.first)
            first = begin
        if mention is not None and (self.voices.says_nothing(cue, mention) or self.voices.is_nobody(mention)):
            return None
        return mention, first, after

    def _is_supposed(self, subject: int) -> bool:
        """Whether a verb before its subject makes a condition of the clause: “| should a review find that …”."""
        return subject > 0 and self.speech.is_in("supposing", self.period.tokens[subject - 1])

    def _following(self, cue: Cue, content: tuple[int, complements.Place], claim: Claim) -> Iterator[Claim]:
        """Yield the content behind a verb of speech, and what follows a colon after it."""
        start, stop = content[0], self.ends.end(content[0], cue)
        if start < len(self.period) and self.period.inside[start] is not None and not cue.takes("that"):
            stop = _past_marked(self.period, start)
        yield from self._stated(cue, content, stop, replace(claim))
        if stop + 1 < len(self.period) and self.period.tokens[stop].text == ":":
            after_colon = _past_marked(self.period, stop + 1)
            yield Claim(claim.cue, claim.mention, "here", stop + 1, after_colon, claim.elided)

    def _is_going_on(self, cue: Cue) -> bool:
        """Whether somebody has spoken in the cue's own sentence, who may go on."""
        return self.latest is not None and self.latest.sentence is self.period.places[cue.first][0]

    def _with_others(self, first: int) -> int:
        """Return where a subject begins with those named before it: “…, | union and port officials said”."""
        period = self.period
        if first < 2 or not self.speech.is_in("coordinators", period.tokens[first - 1]):
            return first
        begin = period.segment(first - 1)[0]
        one = all(period.tokens[i].pos in ("NOUN", "PROPN", "ADJ", "DET", "NUM") for i in range(begin, first - 1))
        opens = begin > 0 and period.tokens[begin - 1].text == ","
        return begin if one and opens and begin < first - 1 else first

    def _is_announced(self, index: int) -> bool:
        """Whether content behind an attribution shows itself by marks, a colon or a conjunction."""
        before = self.period.tokens[index - 1]
        shown = self.period.inside[index : index + 1] != [None] or before.text in (":", ",", *_DASHES)
        return shown or self.speech.is_in("that", before)

    def _is_embedded(self, first: int) -> bool:
        """Whether the marked words before an attribution are part of what opens its sentence: “Calling it “…,” Lee …”.

        A phrase or clause that is no sentence of its own opens it: a participle's, a preposition's, a conjunction's.
        """
        period = self.period
        begin = max(0, first - period.places[first][1]) if first < len(period) else first
        opening = period.tokens[begin] if begin < first else None
        if opening is None or period.inside[begin] is not None:
            return False
        reading = opening.readings[0]
        doing = reading.form == "part" and reading.tense == "pres"
        return doing or opening.pos in ("ADP", "SCONJ")

    def _stated(self, cue: Cue, content: tuple[int, complements.Place], stop: int, claim: Claim) -> Iterator[Claim]:
        """Yield what follows the cue; of what something is called, each of the marked words."""
        start, claim.place = content
        period = self.period
        if cue.takes("call") and period.inside[start] is not None and claim.place == "here":
            for marked in dict.fromkeys(id(m) for m in period.inside[start:stop] if m is not None):
                inside = [
                    i for i in range(start, stop) if period.inside[i] is not None and id(period.inside[i]) == marked
                ]
                yield replace(claim, first=inside[0], stop=inside[-1] + 1)
        elif claim.place == "after" or period.words(start, stop) > 1 or (stop > start and period.inside[start]):
            yield replace(claim, first=start, stop=stop)
