"""Where reported content ends if word order tells it: before the narration goes on or the article adds something."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract import shares
from briefing.extract.quotes import complements, groups, mentions, nouns, sequels
from briefing.extract.quotes.cues import Cue, SourcePhrase
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period
from briefing.extract.quotes.voices import Voices
from briefing.language import Sentence, Token

_DASHES = ("-", "–", "—", "--")


class Ends:
    """Finds the ends of content in one period."""

    def __init__(
        self, period: Period, cues: Sequence[Cue], phrases: Sequence[SourcePhrase], speech: Speech, voices: Voices
    ) -> None:
        self.period = period
        self.cues = cues
        self.phrases = phrases
        self.speech = speech
        self.voices = voices

    def end(self, start: int, cue: Cue) -> int:
        """Return where content that begins at ``start`` ends."""
        period = self.period
        later = [c for c in self.cues if c.first > start and c.form != "noun" and period.inside[c.first] is None]
        stop = next((i for i in range(start, len(period)) if self._closes(i, start)), len(period))
        for phrase in self.phrases:
            if start < phrase.first < stop:
                stop = phrase.first
        stop = self._occasion(start, self._apposition_end(start, self._relative_end(start, stop, cue), cue), cue)
        stop = self._main_clause(start, stop, cue) or self._aside(start, stop) or self._comment(start, stop) or stop
        stop = self._resumed(start, stop, cue) or stop
        for other in later:
            cut = self._cut_before(other, start, stop, cue)
            if cut is not None:
                return sequels.end(period, cue, start, cut, self.speech)
        return self._predicate(
            start, self._carried(start, sequels.end(self.period, cue, start, stop, self.speech)), cue
        )

    def _dated_relative(self, verb: int) -> int | None:
        """Return the word behind the last comma where only a time parts it from the verb: “, | who last year vowed”."""
        tokens = self.period.tokens
        comma = next((i for i in range(verb - 1, 0, -1) if tokens[i].text == ","), None)
        if comma is None or comma + 2 >= verb:
            return None
        return comma + 1 if any(self.speech.is_in("times", t) for t in tokens[comma + 2 : verb]) else None

    def _apposition_end(self, start: int, stop: int, cue: Cue) -> int:
        """Return the comma that closes what is said beside the subject: “Lee, worried that it would fall|, left”."""
        if not cue.takes("attitude") or cue.form != "participle":
            return stop
        commas = (i for i in range(start + 1, stop - 1) if self.period.tokens[i].text == ",")
        return next((i for i in commas if self.period.tokens[i + 1].reading(pos="VERB", form="fin")), stop)

    def _occasion(self, start: int, stop: int, cue: Cue) -> int:
        """Leave out where words without a verb were said: “announced the arrest of Lee | at a news conference”."""
        period, speech = self.period, self.speech
        if cue.form != "finite" or period.finite(start, stop) is not None:
            return stop
        for index in range(stop - 3, start + 1, -1):
            if not (speech.is_in("sites", period.tokens[index]) and period.inside[index] is None):
                continue
            end = groups.simple_phrase(period, index + 1)
            spoken = end > index + 2 and speech.is_in("indefinite_articles", period.tokens[index + 1])
            if spoken and speech.has_lemma("spoken_in", period.tokens[end - 1]):
                return index - 1 if period.tokens[index - 1].text == "," else index
        return stop

    def _relative_end(self, start: int, stop: int, cue: Cue) -> int:
        """Return the comma that closes an inserted relative clause with its cue: “Lee, who vowed to win, lost”."""
        period = self.period
        before = groups.group_start(period, cue.first, self.speech)
        relative = groups.word_before(period, before, self.speech)
        if relative is not None and not self.speech.is_in("relative", period.tokens[relative]):
            told = self.voices.subject(cue)[1] if cue.form == "finite" else before
            begin = min(told, before)  # “the work, which the agency says will cost …”
            relative = groups.word_before(period, begin, self.speech)
        if not relative or not self.speech.is_in("relative", period.tokens[relative]):
            relative = self._dated_relative(cue.first)
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
            if period.inside[index] is not None:
                continue
            if (self._goes_on(index, stop) or self._accompanies(index, stop)) and self._is_asked(start, index):
                return index
            if period.tokens[index].text != ",":
                continue
            following = period.tokens[index + 1]
            opener = self.speech.is_in("conjunction_adverbs", following) or self.speech.is_in("relative", following)
            clause = following.pos == "SCONJ" or opener or self._opens_sentence(index + 1, stop)
            marked = [i for i in marks if i < index]
            half = len(marked) == len(marks) > 0 and 2 * len(marked) >= index - start
            if clause and (half or (not marks and self._is_asked(start, index))):
                return index
        return None

    def _is_asked(self, start: int, stop: int) -> bool:
        """Whether content is an infinitive without a finite verb: “urged them to go”."""
        period = self.period
        asked = any(period.tokens[i].readings[0].form == "inf" for i in range(start, stop))
        return asked and period.finite(start, stop) is None

    def _goes_on(self, index: int, stop: int) -> bool:
        """Whether a conjunction and a pronoun with its verb follow: “asked me to wait | and I waited”."""
        tokens = self.period.tokens
        if not self.speech.is_in("clause_joints", tokens[index]) or index + 2 >= stop:
            return False
        reading = tokens[index + 1].readings[0]
        return reading.pos == "PRON" and reading.case == "nom" and groups.is_finite(self.period, index + 2)

    def _accompanies(self, index: int, stop: int) -> bool:
        """Whether a clause tells what happened meanwhile: “vowed to stay | as the river kept rising”."""
        tokens = self.period.tokens
        if not self.speech.is_in("as", tokens[index]):
            return False
        after = groups.simple_phrase(self.period, index + 1)
        while index + 1 < after < stop and tokens[after].pos == "ADV":
            after += 1
        if not index + 1 < after < stop:
            return False
        taken = (
            after > index + 2 and tokens[after - 1].reading(form="fin") is not None
        )  # for a noun: “approaches the end”
        return groups.is_finite(self.period, after) or (taken and tokens[after].pos == "DET")

    def _opens_sentence(self, index: int, stop: int) -> bool:
        """Whether a conjunction, a subject and its verb follow: “…, and the town is unlikely to agree”."""
        tokens = self.period.tokens
        if not self.speech.is_in("clause_joints", tokens[index]):
            return False
        after = groups.simple_phrase(self.period, index + 1)
        while after + 1 < stop and self.period.tokens[after].pos == "ADV":
            after += 1
        return index + 1 < after < stop and groups.is_finite(self.period, after)

    def _comment(self, start: int, stop: int) -> int | None:
        """Return the comma before a noun by which others judge the content: “…, an offer Lee called an insult”."""
        period = self.period
        for index in range(start + 1, stop - 4):
            if period.inside[index] is not None or period.tokens[index].text != ",":
                continue
            if not self.speech.is_in("indefinite_articles", period.tokens[index + 1]):
                continue
            noun = next((i for i in range(index + 2, min(index + 5, stop)) if period.tokens[i].pos == "NOUN"), None)
            if noun is None or noun + 1 >= stop or period.tokens[noun + 1].pos not in ("PROPN", "PRON", "DET"):
                continue
            edge = next((i for i in range(noun + 1, stop) if period.is_edge(i) or period.inside[i] is not None), stop)
            if period.finite(noun + 1, edge) is not None:
                return index
        return None

    def _predicate(self, start: int, stop: int, cue: Cue) -> int:
        """Leave out the verb whose subject the noun is: “the claim that taxes fell | was false”.

        So too behind a participle that follows the noun: “a letter accusing Lee of theft | was found”.
        """
        period = self.period
        follows = cue.form == "participle" and cue.first > 0 and period.tokens[cue.first - 1].pos in ("NOUN", "PROPN")
        if not (cue.form == "noun" or follows) or period.finite(0, cue.first) is not None:
            return stop
        first = period.finite(start, stop)
        if first is None:
            return stop
        joined = period.tokens[first - 1].pos in ("CCONJ", "SCONJ", "PRON", "DET")
        if follows and (not cue.takes("that") or (self._is_asked(start, first) and not joined)):
            return first if not groups.is_relative(period, first, self.speech) else stop
        for index in range(first + 1, stop):
            if not groups.is_finite(period, index) or period.inside[index] is not None:
                continue
            before = period.tokens[index - 1]
            joined = before.pos in ("CCONJ", "SCONJ", "PRON") or before.text == ","
            own = any(period.tokens[i].pos in ("CCONJ", "SCONJ", "PRON") for i in range(first + 1, index))
            grouped = index == first + 1 and self.speech.is_likely("operators", period.tokens[first])
            return stop if joined or own or grouped else index
        return stop

    def _carried(self, start: int, stop: int) -> int:
        """Leave out a further noun of speech with its verb: “… and expressed hope that …”."""
        period = self.period
        for cue in self.cues:
            if cue.form != "noun" or not start < cue.first < stop or nouns.content(period, cue, self.speech) is None:
                continue
            verb = groups.word_before(period, cue.first, self.speech)
            joined = verb is not None and verb - 1 > start and period.tokens[verb - 1].pos == "CCONJ"
            if joined and verb is not None and self.speech.has_lemma("carriers", period.tokens[verb]):
                return verb - 1
        return stop

    def _main_clause(self, start: int, stop: int, cue: Cue) -> int | None:
        """Return the comma that ends a subordinate clause that opens the sentence: “After he said it was late, …”."""
        period = self.period
        sentence, local = period.places[cue.first]
        opening = sentence.tokens[0]
        participle = opening.readings[0].form == "part" or self.speech.is_in("attitudes", opening)
        if opening.pos not in ("SCONJ", "ADP") and not participle:
            return None
        if _has_clauses(sentence.tokens[:local]):
            return None
        occasion = cue.form == "noun" and period.finite(cue.first - local, cue.first) is None  # “Amid fears that …, …”
        if opening.pos == "ADP" and not (
            occasion or self.speech.is_in("clause_prepositions", opening) or self._dates_clause(sentence, local, cue)
        ):
            return None
        for index in range(start, stop):
            if period.inside[index] is None and period.tokens[index].text == ",":
                after = groups.simple_phrase(period, index + 1)
                relative = index + 1 < stop and self.speech.is_in("relative", period.tokens[index + 1])
                while index + 1 < after < stop and period.tokens[after].pos == "ADV":
                    after += 1
                if index + 1 < after < stop and not relative and groups.is_finite(period, after):
                    return index
        return None

    def _resumed(self, start: int, stop: int, cue: Cue) -> int | None:
        """Return the comma behind which the one who speaks goes on to act: “said roads were unsafe|, and plans to …”.

        The verb there is in the singular of the present, which the clause before, in the plural or past, is not.
        """
        period = self.period
        if cue.form != "finite" or cue.reading.number == "plur" or period.inside[start : start + 1] != [None]:
            return None
        for comma in range(start + 2, stop - 2):
            joint, verb = period.tokens[comma + 1], period.tokens[comma + 2].readings[0]
            if period.tokens[comma].text != "," or not self.speech.is_in("clause_joints", joint):
                continue
            if (verb.form, verb.tense, verb.person) != ("fin", "pres", "3") or period.inside[comma + 2] is not None:
                continue
            told = period.finite(start, comma)
            told = told if told is None or period.tokens[told].readings[0].form == "fin" else None
            subject = mentions.subject(period, told) if told is not None else None
            if told is None or subject is None:
                return None
            _, head = period.language.head(subject.sentence, subject.first, subject.stop)
            past = period.tokens[told].readings[0].tense == "past" == cue.reading.tense
            return comma if head.number == "plur" or past else None
        return None

    def _dates_clause(self, sentence: Sentence, local: int, cue: Cue) -> bool:
        """Whether the cue's clause tells which day opens the sentence: “On the day | he announced it, …”."""
        first = self.voices.subject(cue)[1] if cue.form == "finite" else cue.first
        before = first - 1 - (cue.first - local)
        return before > 0 and self.speech.is_in("times", sentence.tokens[before])

    def _closes(self, index: int, start: int) -> bool:
        period = self.period
        if period.inside[index] is not None:
            return False
        if period.is_stop(index) and (
            index + 1 >= len(period) or period.places[index + 1][0] is not period.places[index][0]
        ):
            return True
        if period.tokens[index].text == ";":
            return not self._is_listing(index, start)
        colon = period.tokens[index].text == ":" and index > start
        return colon and (index + 1 >= len(period) or period.inside[index + 1] is not None)

    def _is_listing(self, semicolon: int, start: int) -> bool:
        """Whether a semicolon parts what is listed, no clauses: “flights; meals; drinks”, “2bn yen ($1m; £2m)”."""
        tokens, places = self.period.tokens, range(semicolon + 1, len(self.period))
        within = tokens[start:semicolon]
        if sum(t.text == "(" for t in within) > sum(t.text == ")" for t in within):
            return True
        stop = next((i for i in places if tokens[i].text == ";" or self.period.is_stop(i)), len(self.period))
        return self.period.finite(semicolon + 1, stop) is None

    def _goes_on_thinking(self, start: int, joint: int, other: Cue) -> bool:
        """Whether those told of are who thinks further: “said the staff heard a bang | and thought it was thunder”."""
        verb = self.period.finite(start, joint) if other.takes("mind") else None
        told = mentions.subject(self.period, verb) if verb is not None else None
        return told is not None and self.voices.tokens(told)[0] >= start and not self.voices.is_thing(told)

    def _may_end(self, start: int, stop: int) -> bool:
        """Whether content can end before an attribution: it is no mere circumstance (“that, long ago, she said …”)."""
        period = self.period
        opens = period.tokens[start]
        circumstance = opens.text == "," or opens.pos in ("ADP", "SCONJ")
        return not circumstance or any(period.inside[start:stop]) or period.finite(start, stop) is not None

    def _before_time(self, participle: int) -> int:
        """Return where what sets the time of a participle begins: “, | after earlier saying …”."""
        lead = participle
        while lead > 1 and self.period.tokens[lead - 1].pos == "ADV":
            lead -= 1
        return lead - 1 if self.speech.is_in("participle_times", self.period.tokens[lead - 1]) else lead

    def _before_with(self, start: int, participle: int) -> int | None:
        """Return where “(,) with the agency saying …” begins, which goes on with what somebody else says."""
        tokens = self.period.tokens
        for index in range(participle - 1, max(start, participle - 10), -1):
            if self.speech.is_in("attendant", tokens[index]):
                return index - 1 if tokens[index - 1].text == "," else index
            if tokens[index].pos in ("VERB", "ADP") or self.period.is_edge(index):
                return None
        return None

    def _cut_before(self, other: Cue, start: int, stop: int, cue: Cue) -> int | None:
        """Return where content ends because ``other`` takes up the narration: “…, and warned”, “…, saying”."""
        period = self.period
        if other.first >= stop:
            return None
        if self.voices.is_no_cue(other):
            return None
        grouped = other.form == "participle" and groups.has_auxiliary(period, other.first, self.speech)
        plain = other.form == "participle" and not grouped
        mention, first, _reached = self.voices.subject(other) if not plain else (None, other.first, 0)
        if first < start:
            first = groups.group_start(period, other.first, self.speech)
        edge = period.tokens[first - 1] if first > start else None
        if edge is None:
            return None
        if plain and not (edge.pos == "CCONJ" and other.reading.tense == "past"):
            lead = self._before_time(first)
            if period.tokens[lead - 1].text == ",":
                return lead - 1
            return self._before_with(start, first)
        if edge.pos == "CCONJ" and self.speech.is_in("clause_joints", edge):
            comma = first - 2 if period.tokens[first - 2].text == "," else first - 1
            others = mention is not None and other.takes("that") and self.speech.is_in("adversatives", edge)
            if comma == first - 2 or others or first == groups.group_start(period, other.first, self.speech):
                alike = grouped or other.reading.tense == cue.reading.tense or cue.form != "finite"
                alike = alike and (grouped or other.form != "participle" or not cue.takes("that"))
                return comma if alike and not self._goes_on_thinking(start, comma, other) else None
            return None
        if edge.pos == "SCONJ" and mention is not None and first - 2 > start and self.speech.is_in("contrasts", edge):
            if period.tokens[first - 2].text == ",":
                return first - 2
            alike = other.reading.tense == cue.reading.tense or shares.whole(period.language, mention) is not None
            alike = alike and other.takes("that") and other.form == cue.form
            return first - 1 if alike else None  # “police say he was armed | while witnesses insist he was not”
        closing = mention is not None and edge.text in (",", *_DASHES) and other.takes("insert")
        if (
            closing
            and self._may_end(start, first - 1)
            and complements.after(period, other, max(self.voices.subject(other)[2], other.stop), self.speech) is None
        ):
            return first - 1
        return None


def _has_clauses(tokens: Sequence[Token]) -> bool:
    """Whether commas part the words into clauses, and do not only set off an age or apposition: “As Lee, 37, said”."""
    commas = [index for index, token in enumerate(tokens) if token.text == ","]
    pairs = [commas[i : i + 2] for i in range(0, len(commas), 2)]
    return any(len(pair) < 2 or any(token.pos == "VERB" for token in tokens[pair[0] : pair[1]]) for pair in pairs)
