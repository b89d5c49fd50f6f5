"""Attributions in languages where word order tells subject, verb and content apart, construction by construction.

What `claims` reads off cases and commas, this reads off positions: the subject stands before the verb or, after
quoted words, behind it; content follows the verb with or without a conjunction; an attribution behind its content
is set off by a comma or a quotation mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.extract.drafts import Mention
from briefing.extract.quotes import complements, inserts, mentions
from briefing.extract.quotes.claims import Claim
from briefing.extract.quotes.cues import Cue, SourcePhrase
from briefing.extract.quotes.inserts import Insert
from briefing.extract.quotes.lexicon import Predicate, Speech
from briefing.extract.quotes.periods import Period

_ATTITUDE = Predicate(frozenset(("that",)))
_DASHES = ("-", "–", "—", "--")
_FEWEST_WORDS = 4


def read(period: Period, cues: Sequence[Cue], phrases: Sequence[SourcePhrase], speech: Speech) -> list[Claim]:
    """Return the attributions of the period, in the order of their cues."""
    reader = _Reader(period, cues, phrases, speech)
    found = list(reader.claims()) or list(_labelled(period))
    return [*found, *_loose(period, found)]


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


def _loose(period: Period, found: Sequence[Claim]) -> Iterator[Claim]:
    """Yield marked words of some length that no cue claims: whoever spoke last says them."""
    for marked in period.marked:
        inside = [i for i in range(len(period)) if period.inside[i] is marked]
        if inside and complements.is_attributive(period, inside[0]):
            continue
        if any(claim.place == "here" and inside and claim.first <= inside[0] < claim.stop for claim in found):
            continue
        if inside and period.words(inside[0], inside[-1] + 1) >= _FEWEST_WORDS:
            yield Claim(None, None, "here", inside[0], inside[-1] + 1, elided=True)


def _past_marked(period: Period, index: int) -> int:
    """Return the end of marked words, and of others that follow after a comma or conjunction."""
    stop = index
    while index < len(period):
        if period.inside[index] is not None:
            stop = index + 1
        elif period.tokens[index].text not in (",", "(", ")") and period.tokens[index].pos != "CCONJ":
            break
        index += 1
    return stop


class _Reader:
    """Reads one period."""

    def __init__(self, period: Period, cues: Sequence[Cue], phrases: Sequence[SourcePhrase], speech: Speech) -> None:
        self.period = period
        self.speech = speech
        self.cues = [*cues, *self._attitudes({cue.first for cue in cues})]
        self.cues.sort(key=lambda cue: cue.first)
        self.phrases = phrases
        self.latest: Mention | None = None

    def _attitudes(self, taken: set[int]) -> Iterator[Cue]:
        """Yield predicates of thought after a copula: “is confident”."""
        for index in range(1, len(self.period)):
            token = self.period.tokens[index]
            if self.period.inside[index] is None and self.speech.is_in("attitudes", token):
                copula = complements.word_before(self.period, index)
                if (
                    copula is not None
                    and self.period.tokens[copula].lemma in ("be", "feel", "remain", "seem")
                    and index not in taken
                ):
                    yield Cue(index, index + 1, _ATTITUDE, "finite", token.readings[0])

    def claims(self) -> Iterator[Claim]:
        """Yield the claims of source phrases and cues."""
        for phrase in self.phrases:
            mention = self.period.mention(*phrase.owner)
            insert = Insert(phrase.first, phrase.stop)
            for first, stop in self._sides(insert):
                yield Claim(self.period.span(phrase.first, phrase.stop), mention, "here", first, stop, outer=True)
        for cue in self.cues:
            if cue.form == "noun":
                yield from self._of_noun(cue)
            elif cue.predicate is not _ATTITUDE and complements.is_passive(self.period, cue.first):
                yield from self._of_passive(cue)
            else:
                yield from self._of_verb(cue)

    # Verbs

    def _of_verb(self, cue: Cue) -> Iterator[Claim]:
        if self._is_no_cue(cue):
            return
        mention, first, after = self._subject(cue)
        if mention is not None and cue.form != "infinitive":
            self.latest = mention
        if mention is not None and self._is_author(mention):
            return
        elided = mention is None
        if elided and cue.form == "finite" and self.latest is None and cue.first > 0:
            return
        if mention is None and self.latest is not None:
            mention, elided = self.latest, False
        span = self.period.span(cue.first, cue.stop)
        after = max(after, cue.stop)
        content = complements.after(self.period, cue, after, self.speech)
        if content is not None:
            _start, stop = content[0], self._end(content[0], cue)
            yield from self._stated(cue, content, stop, Claim(span, mention, elided=elided, clause=True))
            if stop + 1 < len(self.period) and self.period.tokens[stop].text == ":":
                after_colon = _past_marked(self.period, stop + 1)
                yield Claim(span, mention, "here", stop + 1, after_colon, elided)
        if self._follows_marked(first) or (content is None and cue.takes("insert")):
            yield from self._before(cue, first, after, mention, span)

    def _stated(self, cue: Cue, content: tuple[int, str], stop: int, claim: Claim) -> Iterator[Claim]:
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

    def _is_author(self, mention: Mention) -> bool:
        """Whether whoever writes speaks of themselves."""
        readings = mention.sentence.tokens[mention.first].readings
        return mention.stop - mention.first == 1 and readings[0].pos == "PRON" and readings[0].person in ("1", "2")

    def _is_no_cue(self, cue: Cue) -> bool:
        """Whether the form of the word tells that nothing is said: “able to say”, “a promising start”."""
        period = self.period
        if cue.form == "infinitive":
            return not self._is_purpose(cue)
        reading = cue.reading
        if self._is_in_relative(cue):
            return True
        if reading.pos != "VERB" or reading.form != "part" or cue.predicate is _ATTITUDE:
            return False
        before = complements.word_before(period, cue.first)
        if reading.tense == "past":
            return before is None or period.tokens[before].lemma != "have"
        return complements.is_modifier(period, cue.first)

    def _is_in_relative(self, cue: Cue) -> bool:
        """Whether the cue only tells which people are meant: “friends who believe they know her came”."""
        period = self.period
        before = complements.word_before(period, complements.group_start(period, cue.first))
        if before is None or not self.speech.is_in("relative", period.tokens[before]) or before == 0:
            return False
        conjunction = self.speech.is_in("that", period.tokens[cue.stop]) if cue.stop < len(period) else False
        return period.tokens[before - 1].is_word and not conjunction

    def _is_purpose(self, cue: Cue) -> bool:
        """Whether an infinitive tells what somebody did: “took to the stage to announce”, not “declined to say”."""
        tokens = self.period.tokens
        if cue.first < 2 or tokens[cue.first - 1].fold != "to":
            return False
        before = tokens[cue.first - 2]
        if before.fold in ("on", "stage"):
            return True
        return before.pos == "PROPN" and any(
            tokens[i].lemma in ("take", "turn", "go", "use", "come") for i in range(cue.first)
        )

    def _subject(self, cue: Cue) -> tuple[Mention | None, int, int]:
        """Return who speaks, where the attribution begins and where what follows verb and inverted subject begins."""
        period = self.period
        if cue.form == "participle" and not complements.has_auxiliary(period, cue.first):
            return self._of_participle(cue), cue.first, cue.stop
        verb = cue.first if cue.form != "infinitive" else complements.governor(period, cue.first)
        if cue.reading.pos != "VERB":
            verb = complements.word_before(period, cue.first) or cue.first
        found = mentions.subject(period, verb)
        if found is None or self._is_inside(found):
            return None, complements.group_start(period, cue.first), cue.stop
        first, stop = self._tokens(found)
        if found.sentence is not period.places[verb][0]:
            return None, cue.first, cue.stop
        if first > cue.first:
            return found, cue.first, stop
        first = complements.back_over_lead(period, first, self.speech)
        return found, first, cue.stop

    def _of_participle(self, cue: Cue) -> Mention | None:
        """“…, saying it is late”: who did the main thing; “a letter saying it is late”: the noun before."""
        period = self.period
        before = complements.word_before(period, cue.first)
        if before is None:
            main = period.finite(cue.first, len(period))
            return mentions.subject(period, main) if main is not None else None
        token = period.tokens[before]
        if before == cue.first - 1 and token.pos in ("NOUN", "PROPN") and not self.speech.is_in("times", token):
            return mentions.phrase_ending(period, before)
        nearest: Mention | None = None
        for index in range(cue.first - 1, -1, -1):
            if period.inside[index] is not None or not complements.is_finite(period, index):
                continue
            if complements.is_relative(period, index, self.speech):
                continue
            found = mentions.subject(period, index)
            if found is None or self._is_inside(found):
                continue
            nearest = nearest or found
            opener = found.sentence.tokens[found.first - 1] if found.first else None
            if opener is None or not opener.is_word or opener.pos == "CCONJ":
                return found
        if nearest is not None:
            return nearest
        main = period.finite(cue.first, len(period))
        return mentions.subject(period, main) if main is not None else None

    def _tokens(self, mention: Mention) -> tuple[int, int]:
        offset = next(i for i, (sentence, _) in enumerate(self.period.places) if sentence is mention.sentence)
        return offset + mention.first, offset + mention.stop

    def _is_inside(self, mention: Mention) -> bool:
        first, stop = self._tokens(mention)
        return all(self.period.inside[i] is not None for i in range(first, stop))

    def _follows_marked(self, first: int) -> bool:
        """Whether nothing but a comma or dash parts an attribution that begins at ``first`` from marked words."""
        index = first - 1
        while (
            index >= 0
            and self.period.inside[index] is None
            and (self.period.tokens[index].text in (",", *_DASHES) or self.period.tokens[index].pos == "ADV")
        ):
            index -= 1
        return index >= 0 and self.period.inside[index] is not None

    def _before(
        self, cue: Cue, first: int, after: int, mention: Mention | None, span: tuple[int, int]
    ) -> Iterator[Claim]:
        """Yield what an attribution set off behind or within its content attributes."""
        period = self.period
        as_clause = first > 0 and self.speech.is_in("as", period.tokens[first - 1])
        as_clause = as_clause and (first == 1 or period.is_edge(first - 2))
        if not cue.takes("insert") and not cue.takes("direct"):
            return
        if (
            not self._follows_marked(first)
            and not as_clause
            and (first == 0 or period.tokens[first - 1].text not in (",", *_DASHES))
        ):
            return
        if first and self.speech.is_in("relative", period.tokens[first - 1]):
            return
        if not self._is_set_off(cue, first, after) and not self._follows_marked(first):
            return
        stop = self._attribution_end(after)
        insert = Insert(first - as_clause, stop, cue, closes=stop >= len(period) or period.is_stop(stop))
        for begin, end in self._sides(insert):
            marked = any(period.inside[i] is not None for i in range(begin, end))
            if marked or period.finite(begin, end) is not None:
                yield Claim(span, mention, "here", begin, end, mention is None)

    def _is_set_off(self, cue: Cue, first: int, after: int) -> bool:
        """Whether the attribution is all that stands between two marks: “…, he told the court on Monday, …”."""
        period = self.period
        if any(
            complements.is_finite(period, i) and period.tokens[i].lemma not in ("be", "have", "do")
            for i in range(first, cue.first)
        ):
            return "," in {period.tokens[i].text for i in range(first, cue.first)}
        ends = [after, complements.past_adjuncts(period, after, self.speech)]
        if cue.takes("addressee"):
            end = complements.simple_phrase(period, after)
            ends += [end, complements.past_adjuncts(period, end, self.speech)]
        return any(end >= len(period) or period.is_edge(end) or period.inside[end] is not None for end in ends)

    def _attribution_end(self, index: int) -> int:
        """Return where the attribution ends: at the next mark, past appositions that close the sentence."""
        period = self.period
        stop = index
        while stop < len(period) and not period.is_edge(stop) and period.inside[stop] is None:
            stop += 1
        rest = range(stop, len(period))
        own = [i for i in rest if period.places[i][0] is period.places[index - 1][0]]
        if own and not any(period.inside[i] is not None or complements.is_finite(period, i) for i in own):
            return own[-1] + 1
        return stop

    def _sides(self, insert: Insert) -> list[tuple[int, int]]:
        tails = [
            cue.first for cue in self.cues if cue.form == "participle" and not insert.first <= cue.first < insert.stop
        ]
        return [
            (first, self._cut(first, stop, tails) if first >= insert.stop else stop)
            for first, stop in inserts.sides(self.period, insert, self.speech, tails)
        ]

    def _cut(self, first: int, stop: int, tails: Sequence[int]) -> int:
        """Leave out a participle of speech that goes on after marked words: “…,” he said, adding that …"""
        for index in tails:
            if first < index < stop and self.period.tokens[index - 1].text == "," and self.period.inside[index] is None:
                return next((i for i in range(index, first, -1) if self.period.tokens[i].text == ","), stop)
        return stop

    # Passives and nouns

    def _of_passive(self, cue: Cue) -> Iterator[Claim]:
        """“It was announced that …”, “was described by critics as …”: the agent speaks, or nobody is named."""
        period = self.period
        agent = complements.agent(period, cue.stop)
        mention = period.mention(*agent) if agent is not None else None
        after = agent[1] if agent is not None else cue.stop
        found = mentions.subject(period, cue.first)
        impersonal = found is not None and period.tokens[self._tokens(found)[0]].fold == "it"
        if mention is None and not impersonal:
            return
        content = complements.after(period, cue, after, self.speech)
        if content is not None:
            yield Claim(period.span(cue.first, cue.stop), mention, "here", content[0], self._end(content[0], cue))

    def _of_noun(self, cue: Cue) -> Iterator[Claim]:
        """“fears that …”, “the minister’s claim that …”, “expressed hope that …”: with an owner or a carrying verb."""
        period = self.period
        content = complements.after_noun(period, cue, self.speech)
        if content is None:
            return
        mention = self._owner(cue)
        if mention is None:
            return
        yield Claim(period.span(cue.first, cue.stop), mention, "here", content, self._end(content, cue))

    def _owner(self, cue: Cue) -> Mention | None:
        period = self.period
        sentence, local = period.places[cue.first]
        first, _ = period.language.noun_phrase(sentence, local)
        offset = cue.first - local
        possessive = next(
            (i for i in range(cue.first - 1, first + offset - 1, -1) if period.tokens[i].readings[0].case == "gen"),
            None,
        )
        if possessive is not None:
            if period.tokens[possessive].pos == "DET":
                return period.mention(possessive, possessive + 1)
            return mentions.phrase_ending(period, possessive - 1)
        for index in range(cue.first - 1, -1, -1):
            token = period.tokens[index]
            if period.inside[index] is not None or token.text in (";", ":"):
                return None
            if token.pos == "VERB":
                return mentions.subject(period, index) if self.speech.has_lemma("carriers", token) else None
        return None

    # Extent

    def _end(self, start: int, cue: Cue) -> int:
        """Return where content that begins at ``start`` ends."""
        period = self.period
        later = [c for c in self.cues if c.first > start and c.form != "noun" and period.inside[c.first] is None]
        stop = next((i for i in range(start, len(period)) if self._closes(i, start)), len(period))
        for phrase in self.phrases:
            if start < phrase.first < stop:
                stop = phrase.first
        stop = self._relative_end(start, stop, cue)
        stop = self._main_clause(start, stop, cue) or self._aside(start, stop) or stop
        for other in later:
            cut = self._cut_before(other, start, stop, cue)
            if cut is not None:
                return cut
        return self._carried(start, stop)

    def _relative_end(self, start: int, stop: int, cue: Cue) -> int:
        """Return the comma that closes an inserted relative clause with its cue: “Lee, who vowed to win, lost”."""
        period = self.period
        relative = complements.word_before(period, complements.group_start(period, cue.first))
        if not relative or not self.speech.is_in("relative", period.tokens[relative]):
            return stop
        if period.tokens[relative - 1].text != ",":
            return stop
        commas = (i for i in range(start + 1, stop) if period.inside[i] is None and period.tokens[i].text == ",")
        return next(commas, stop)

    def _aside(self, start: int, stop: int) -> int | None:
        """Return the comma before what the article adds in its own voice.

        That is a clause behind words that have no finite verb themselves (“called on them to go, although …”), or
        behind marked words that are half of what they stand in (“that it is “nearly over” there, where …”).
        """
        period = self.period
        marks = [i for i in range(start, stop) if period.inside[i] is not None]
        for index in range(start + 1, stop - 1):
            if period.inside[index] is not None or period.tokens[index].text != ",":
                continue
            following = period.tokens[index + 1]
            clause = following.pos == "SCONJ" or following.fold == "even" or self.speech.is_in("relative", following)
            marked = [i for i in marks if i < index]
            half = len(marked) == len(marks) > 0 and 2 * len(marked) >= index - start
            bare = not marks and period.finite(start, index) is None
            asked = bare and any(period.tokens[i].readings[0].form == "inf" for i in range(start, index))
            if clause and (half or asked):
                return index
        return None

    def _carried(self, start: int, stop: int) -> int:
        """Leave out a further noun of speech with its verb: “… and expressed hope that …”."""
        period = self.period
        for cue in self.cues:
            if (
                cue.form != "noun"
                or not start < cue.first < stop
                or complements.after_noun(period, cue, self.speech) is None
            ):
                continue
            verb = complements.word_before(period, cue.first)
            joined = verb is not None and verb - 1 > start and period.tokens[verb - 1].pos == "CCONJ"
            if joined and verb is not None and self.speech.has_lemma("carriers", period.tokens[verb]):
                return verb - 1
        return stop

    def _main_clause(self, start: int, stop: int, cue: Cue) -> int | None:
        """Return the comma that ends a subordinate clause that opens the sentence: “After he said it was late, …”."""
        period = self.period
        sentence, local = period.places[cue.first]
        opening = sentence.tokens[0]
        participle = opening.readings[0].form == "part"
        if opening.pos not in ("SCONJ", "ADP") and not participle:
            return None
        if any(t.text == "," for t in sentence.tokens[:local]):
            return None
        if opening.pos == "ADP" and opening.fold not in ("after", "before", "since", "until", "as"):
            return None
        for index in range(start, stop):
            if period.inside[index] is None and period.tokens[index].text == ",":
                after = complements.simple_phrase(period, index + 1)
                if index + 1 < after < stop and complements.is_finite(period, after):
                    return index
        return None

    def _closes(self, index: int, start: int) -> bool:
        period = self.period
        if period.inside[index] is not None:
            return False
        if period.is_stop(index) and (
            index + 1 >= len(period) or period.places[index + 1][0] is not period.places[index][0]
        ):
            return True
        if period.tokens[index].text == ";":
            return True
        colon = period.tokens[index].text == ":" and index > start
        return colon and (index + 1 >= len(period) or period.inside[index + 1] is not None)

    def _cut_before(self, other: Cue, start: int, stop: int, cue: Cue) -> int | None:
        """Return where content ends because ``other`` takes up the narration: “…, and warned”, “…, saying”."""
        period = self.period
        if other.first >= stop:
            return None
        if self._is_no_cue(other):
            return None
        mention, first, _ = self._subject(other) if other.form != "participle" else (None, other.first, 0)
        if first < start:
            first = complements.group_start(period, other.first)
        edge = period.tokens[first - 1] if first > start else None
        if edge is None:
            return None
        if other.form == "participle":
            return first - 1 if edge.text == "," else None
        if edge.pos == "CCONJ" and edge.fold in ("and", "but"):
            comma = first - 2 if period.tokens[first - 2].text == "," else first - 1
            if comma == first - 2 or first == complements.group_start(period, other.first):
                alike = other.reading.tense == cue.reading.tense or cue.form != "finite"
                return comma if alike else None
            return None
        if edge.pos == "SCONJ" and mention is not None and first - 2 > start and period.tokens[first - 2].text == ",":
            return first - 2 if edge.fold in ("while", "whereas") else None
        closing = mention is not None and edge.text in (",", *_DASHES) and other.takes("insert")
        if closing and complements.after(period, other, max(self._subject(other)[2], other.stop), self.speech) is None:
            return first - 1
        return None
