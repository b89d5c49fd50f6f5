"""How far an action reaches: its clause or complement, within the utterance or narration that its cue stands in."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract import clauses, fronted, governed, insertions, openers, recipients
from briefing.extract.agents import acting_subject, subject_of
from briefing.extract.clauses import Piece
from briefing.extract.cues import Cue, is_perfect, is_progressive
from briefing.extract.drafts import Utterance
from briefing.extract.findings import Findings
from briefing.extract.governed import Complement
from briefing.language import Sentence, Token

_BARE = 3  # tokens of a complement that is too short without its subject: «обещал решить позднее»
_SHORT = 8  # tokens of a relative clause that is none too long for its plan
_FRAGMENT = 30  # characters: a shorter quotation is a part of the clause around it


def innermost(utterances: Sequence[Utterance], offset: int) -> Utterance | None:
    """Return the innermost utterance around the text offset, None in the narration."""
    around = [utterance for utterance in utterances if utterance.start <= offset < utterance.end]
    return min(around, key=lambda utterance: utterance.end - utterance.start, default=None)


class Extent:
    """Finds the words of the actions of one document."""

    def __init__(self, found: Findings) -> None:
        self.document, self.utterances, self.known = found.document, found.utterances, found.known
        self.code = found.document.language.code
        self._quotations = [u for u in found.utterances if u.kind == "direct" and not self._is_fragment(u)]

    def limits(self, sentence: Sentence, index: int) -> tuple[int, int]:
        """Return the tokens of the sentence that belong to the same utterance, or to the narration, as ``index``."""
        offset = sentence.tokens[index].start
        inside = innermost(self.utterances, offset)
        first, stop = 0, len(sentence.tokens)
        if inside is not None:
            first, stop = sentence.find(inside.start), sentence.find(inside.end)
        for other in self._quotations:
            if other.start <= offset < other.end:
                continue
            if sentence.start <= other.end <= offset:
                first = max(first, sentence.find(other.end))
            elif offset < other.start < sentence.end:
                stop = min(stop, sentence.find(other.start))
        return first, max(stop, index + 1)

    def _is_fragment(self, quote: Utterance) -> bool:
        """Whether the quotation is a part of the sentence around it: short, or run into from a word."""
        text, before = self.document.text, quote.start - 1
        while before > 0 and text[before] in "«“\"„'‘ ":
            before -= 1
        runs_in = before >= 0 and text[before].isalnum() and not text[quote.start].isupper()
        return runs_in or quote.end - quote.start < _FRAGMENT

    def span(
        self, sentence: Sentence, cue: Cue, complement: Complement, parts: Sequence[Piece]
    ) -> tuple[int, int] | None:
        """Return the tokens of the action that the cue tells of, None if it is only the attribute of something."""
        reading = sentence.tokens[cue.head].readings[0]
        perfect = is_perfect(sentence, cue.head, self.known)
        past = reading.tense == "past" and reading.form != "short" and not perfect
        attribute = reading.form in ("part", "conv") and not perfect
        attribute = attribute and not is_progressive(sentence, cue.head, self.known)
        opened = complement.head < cue.first and cue.frame.span == "complement"
        if opened and reading.form == "fin":
            return self._clause_span(sentence, cue, complement, parts)
        if cue.frame.span != "clause" and self._has_object_before(sentence, cue, complement, parts):
            return self._clause_span(sentence, cue, complement, parts)
        if cue.frame.span == "clause" or (cue.frame.span == "tense" and not past and not attribute):
            found = self._clause_span(sentence, cue, complement, parts)
            if found is not None or not past:
                return found
        found = self._complement_span(sentence, cue, complement)
        if found is None and self._has_object_before(sentence, cue, complement, parts, bare=True):
            return self._clause_span(sentence, cue, complement, parts)
        if found is None or found[1] - found[0] >= _BARE or cue.frame.span != "tense" or attribute:
            return found
        whole = self._clause_span(sentence, cue, complement, parts)
        return (whole[0], found[1]) if whole is not None else found

    def _has_object_before(
        self, sentence: Sentence, cue: Cue, complement: Complement, parts: Sequence[Piece], *, bare: bool = False
    ) -> bool:
        piece = governed.piece_at(parts, cue.head)
        return piece is not None and fronted.is_fronted(self.document, sentence, cue, complement, piece, bare=bare)

    def _clause_span(
        self, sentence: Sentence, cue: Cue, complement: Complement, parts: Sequence[Piece]
    ) -> tuple[int, int] | None:
        clause = clauses.around(sentence, parts, cue.head, self.code)
        first, stop = clause.first, clause.stop
        if clause.kind == "contrast" and self._goes_on_about_noun(sentence, parts, cue.head):
            return None
        if clause.kind == "relative":
            verb = sentence.tokens[governed.lexical(sentence, complement.head, self.known)]
            if (own := self._own_clause(sentence, first, cue.head)) is not None:
                first = own
            elif self._tells_more(sentence, first, stop, cue):
                first += bool(self.known.grammar.infinitive_mark)
            elif first == 0 and sentence.tokens[0].pos == "ADP":
                pass  # «После чего дорогу закроют»: no noun before it is meant
            elif first == 0 or not self._is_told_of_noun(sentence, first, verb, cue):
                return None
            else:
                first = self._antecedent(sentence, first)
        else:
            first = self._behind_teller(sentence, first, cue.head)
            first = self._from_subject(sentence, parts, first, cue.head)
            if recipients.anyone(self.document, sentence, cue, complement) is not None:
                first = min(first, self._whoever(sentence, cue.head))
        at = next((n for n, piece in enumerate(parts) if piece.first <= complement.head < piece.stop), None)
        if at is not None:
            last = clauses.rightmost(sentence, parts, at, complement.head)
            last = self._with_object_clause(sentence, parts, last, complement)
            last = self._with_condition(sentence, parts, self._with_relative(sentence, parts, first, last))
            stop = max(stop, parts[last].stop)
        if cue.frame.addressing:
            stop = next((i for i in range(cue.head, stop) if sentence.tokens[i].text == ":"), stop)
        stop = self._past_correlative(sentence, parts, first, stop)
        if cue.frame.status == "under_way":
            stop = self._before_cause(sentence, complement.head, stop)
        return _trimmed(sentence, first, self._before_correlative(sentence, stop))

    def _is_told_of_noun(self, sentence: Sentence, relative: int, verb: Token, cue: Cue) -> bool:
        """Whether a relative clause tells of an event, or what will be done: «мост, который будет снесён»."""
        if self.known.has("events", verb) or cue.frame.of_bill:
            return True
        done = cue.frame.of_future and self.known.grammar.free_order and verb.readings[0].form == "short"
        before = sentence.tokens[max(0, relative - 2) : relative]
        named = len(before) == 2 and before[0].pos not in ("VERB", "ADV") and before[1].text == ","
        return done and named and sentence.tokens[relative].pos != "ADP"

    def _behind_teller(self, sentence: Sentence, first: int, verb: int) -> int:
        """Return where the clause begins behind who says so, without "that": “Lee said | the club would move”."""
        span = subject_of(self.document, sentence, verb)
        if span is None or not first < span[0] <= verb or self.known.grammar.free_order:
            return first
        return span[0] if clauses.is_finite(sentence.tokens[span[0] - 1]) else first

    def _whoever(self, sentence: Sentence, verb: int) -> int:
        """Return where those are told whom only a clause tells: “| anyone who sees coins is asked to call”."""
        return next((i for i in range(verb - 2, -1, -1) if self.known.has("anyone", sentence.tokens[i])), verb)

    def _from_subject(self, sentence: Sentence, parts: Sequence[Piece], first: int, verb: int) -> int:
        """Return where the clause begins with a subject before an insertion: “the firm, | with others, will”."""
        tokens, span = sentence.tokens, subject_of(self.document, sentence, verb)
        if self.known.grammar.free_order or span is None or not parts[0].first <= span[0] < first <= verb:
            return first
        after, rules = tokens[span[1]], openers.rules(self.code)
        if after.fold in rules.relative_forms or (after.pos == "PRON" and after.fold in rules.openers):
            return span[0]  # “drivers | who saw the crash or the fire are to call”
        return span[0] if insertions.is_set_apart(sentence, span[1], verb, self.code) else first

    def _past_correlative(self, sentence: Sentence, parts: Sequence[Piece], first: int, stop: int) -> int:
        """Return ``stop`` without words that only lead to a clause, or past it: «примут решение | после того, как»."""
        tokens, lead = sentence.tokens, stop - 1
        if lead <= first + 1 or not self.known.has("correlatives", tokens[lead]):
            return stop
        clause = next((piece for piece in parts if piece.first == stop + 1), None)
        if clause is None or clause.kind != "subordinate" or not self.known.has("when", tokens[lead - 1]):
            return stop
        lead -= 1
        while lead > first and tokens[lead - 1].pos == "PART":
            lead -= 1  # «только после того, как …»
        return lead if lead - first > _BARE else clause.stop

    def _goes_on_about_noun(self, sentence: Sentence, parts: Sequence[Piece], verb: int) -> bool:
        """Whether the clause goes on with a relative one: «план, по которому … | но получать будут»."""
        at = next((n for n, piece in enumerate(parts) if piece.first <= verb < piece.stop), 0)
        if at == 0 or parts[at - 1].kind != "relative":
            return False
        return not clauses.has_subject(sentence, parts[at].first, verb)

    def _tells_more(self, sentence: Sentence, first: int, stop: int, cue: Cue) -> bool:
        """Whether the relative clause tells what those just named are to do: “the board, which | is to meet”."""
        tokens = sentence.tokens
        if first == 0 or tokens[first - 1].text != "," or tokens[cue.head].readings[0].tense not in ("pres", "fut"):
            return False
        others = any(token.pos not in ("ADV", "PART") for token in tokens[first + 1 : cue.head])
        if others or cue.frame.doer != "subject":
            return False  # who is spoken of is not the one to act
        ends = not any(map(clauses.is_finite, tokens[stop:]))  # else it may tell which of them is meant
        tells = recipients.is_named(sentence, first, self.known) if cue.frame.of_future else ends
        return tells or cue.frame.status == "under_way"

    def _own_clause(self, sentence: Sentence, first: int, verb: int) -> int | None:
        """Return where a relative clause with a subject of its own goes on after its opener: «где | он выступит»."""
        tokens, rules = sentence.tokens, openers.rules(self.code)
        start = first + 1
        if tokens[first].pos == "ADP":
            relative = (i for i in range(first + 1, min(first + 4, verb)) if tokens[i].lemma in rules.relatives)
            start = next(relative, verb) + 1
        elif tokens[first].fold not in rules.places:
            return None
        acts = acting_subject(self.document, sentence, verb) is not None or self._is_of_people(sentence, verb)
        return start if start <= verb and acts else None

    def has_own_deed(self, sentence: Sentence, first: int, verb: int) -> bool:
        """Whether a relative clause names who acts before its verb: «посетит Кубу, | где он выступит»: two deeds."""
        tokens, rules = sentence.tokens, openers.rules(self.code)
        bare = tokens[first].pos == "ADP" and tokens[first + 1].lemma in rules.relatives
        if bare and not self.known.has("when", tokens[first]):
            return False  # «план, по которому жители будут платить меньше»
        start = self._own_clause(sentence, first, verb)
        return start is not None and clauses.has_subject(sentence, start, verb)

    def _is_of_people(self, sentence: Sentence, verb: int) -> bool:
        """Whether a plural without a subject tells what people do: «где будут выбирать мэра»."""
        reading = sentence.tokens[verb].readings[0]
        done = sentence.tokens[governed.lexical(sentence, verb, self.known)].readings[0]
        plural = reading.number == "plur" and reading.person == "3" and done.transitive
        return plural and subject_of(self.document, sentence, verb) is None

    def _with_object_clause(self, sentence: Sentence, parts: Sequence[Piece], last: int, complement: Complement) -> int:
        """Return the last piece, that of the clause that the deed has as its object: «доказать, что», «о том, как»."""
        if last + 1 == len(parts):
            return last
        verb = sentence.tokens[governed.lexical(sentence, complement.head, self.known)]
        clause = parts[last + 1]
        takes = self.known.has("clausal", verb) and clause.kind == "subordinate"
        takes = takes and self.known.has("object_clauses", sentence.tokens[clause.first])
        if not takes and not self._announces(sentence, parts[last].stop):
            return last
        verbs = (i for i in range(clause.first, clause.stop) if clauses.is_finite(sentence.tokens[i]))
        return clauses.rightmost(sentence, parts, last + 1, next(verbs, clause.first))

    def _announces(self, sentence: Sentence, stop: int) -> bool:
        """Whether a preposition or its pronoun leads to the clause that follows: “to whether”, «о том, что»."""
        before, last = sentence.tokens[max(0, stop - 2)], sentence.tokens[stop - 1]
        if self._ground(sentence, stop - 1) is not None:
            return False
        if last.pos == "ADP" or last.fold == self.known.grammar.infinitive_mark:
            return True
        return before.pos == "ADP" and self.known.has("correlatives", last) and not self.known.has("when", before)

    def _before_correlative(self, sentence: Sentence, stop: int) -> int:
        """Return where what only leads to the clause behind begins: «приедут | после того, как», «в знак того, что»."""
        tokens = sentence.tokens
        last = next((i for i in range(stop - 1, 0, -1) if tokens[i].is_word), 0)
        if not self.known.has("correlatives", tokens[last]) or last + 1 == len(tokens):
            return stop
        if (ground := self._ground(sentence, last)) is not None:
            return ground
        return next((i for i in range(last - 1, max(0, last - 3), -1) if tokens[i].pos == "ADP"), stop)

    def _ground(self, sentence: Sentence, correlative: int) -> int | None:
        """Return where the words begin that lead to why: «закроют | в связи с тем, что», «из-за того, что»."""
        for index in range(correlative - 1, max(-1, correlative - 3), -1):
            if self.known.has("grounds", sentence.tokens[index]):
                return index - (sentence.tokens[index - 1].pos == "ADP") if index else index
        return None

    def _before_cause(self, sentence: Sentence, head: int, stop: int) -> int:
        """Return where what went before begins, which is none of what is being done: “is suing him | after losing”."""
        for index in range(head + 1, stop - 1):
            after = sentence.tokens[index + 1].readings[0]
            if self.known.has("since", sentence.tokens[index]) and after.form == "part" and after.tense == "pres":
                return index
        return stop

    def _with_relative(self, sentence: Sentence, parts: Sequence[Piece], first: int, last: int) -> int:
        """Return the last piece, that of a relative clause which goes on with the plan: «тур, в котором выступят …»."""
        if last + 1 == len(parts) or not openers.rules(self.code).relatives_restrict:
            return last
        clause = parts[last + 1]
        verb = _predicate(sentence, clause)
        if clause.conjunction in openers.rules(self.code).adversatives:
            return last  # «…, | однако сколько это будет стоить, не скажут»
        if clause.kind != "relative" or verb is None or _tense(sentence.tokens[verb]) not in ("pres", "fut"):
            return last
        if sentence.tokens[clause.first].pos in ("NOUN", "NUM"):
            return last  # «примет закон, | обсуждение которого идёт сегодня»
        if self.has_own_deed(sentence, clause.first, verb):
            return last
        stop = clauses.rightmost(sentence, parts, last + 1, verb) + 1
        goes_on = sentence.tokens[verb].readings[0].tense == "fut" and not self._is_circumstance(sentence, clause)
        if not goes_on and parts[stop - 1].stop - clause.first > max(parts[last].stop - first, _SHORT):
            return last  # longer than the plan: what else is told about it
        apart = (n for n in range(last + 2, stop) if parts[n].kind == "nominal" and parts[n].mark)
        return next(apart, stop) - 1

    def _with_condition(self, sentence: Sentence, parts: Sequence[Piece], last: int) -> int:
        """Return the last piece, that of the condition or term: «откроют, | если …», «закрыт до тех пор, | пока …»."""
        if last + 1 == len(parts) or parts[last + 1].kind != "subordinate":
            return last
        tokens, rules, clause = sentence.tokens, openers.rules(self.code), parts[last + 1]
        before = range(max(0, parts[last].stop - 3), parts[last].stop)
        until = any(openers.starts_with(tokens, i, rules.until) == parts[last].stop - i for i in before)
        if not until and tokens[clause.first].fold not in rules.provisos:
            return last
        verb = _predicate(sentence, clause)  # none: «если, конечно, …»
        return clauses.rightmost(sentence, parts, last + 1, verb) if verb is not None else last

    def _is_circumstance(self, sentence: Sentence, clause: Piece) -> bool:
        """Whether the clause tells what else comes with it: «тур, в ходе которого …», not «тур, в котором …»."""
        opening, after = sentence.tokens[clause.first : clause.first + 2]
        return opening.pos == "ADP" and after.lemma not in openers.rules(self.code).relatives

    def _antecedent(self, sentence: Sentence, relative: int) -> int:
        """Return where the noun phrase before the relative clause starts."""
        opener = relative
        if sentence.tokens[relative - 2].text == ")":
            opening = [i for i in range(relative - 2) if sentence.tokens[i].text == "("]
            relative = opening[-1] if opening else relative
        nouns = [i for i in range(max(0, relative - 8), relative) if sentence.tokens[i].pos in ("NOUN", "PROPN")]
        meant = sentence.tokens[opener].readings[0]
        agreeing = [i for i in nouns if agrees(sentence.tokens[i], meant.number, meant.gender)]
        held = [i for i in agreeing if self.known.is_deed(sentence.tokens[i]) or self._is_held(sentence.tokens[i])]
        nouns = held or agreeing or nouns  # «митинг за выборы в думу, который …», «выборы в совет США, которые …»
        if not nouns:
            return relative
        first = self.document.language.noun_phrase(sentence, nouns[-1])[0]
        while first - 1 in nouns or (first > 0 and sentence.tokens[first - 1].readings[0].pos == "ADJ"):
            first -= 1
        return first

    def _is_held(self, token: Token) -> bool:
        return self.known.has("held_events", token)

    def _complement_span(self, sentence: Sentence, cue: Cue, complement: Complement) -> tuple[int, int] | None:
        _, stop = self.limits(sentence, complement.head)
        parts = clauses.pieces(sentence, complement.first, stop, self.code)
        at = next((n for n, piece in enumerate(parts) if piece.first <= complement.head < piece.stop), None)
        if at is None:
            return None
        head = sentence.tokens[cue.head].readings[0]
        if cue.frame.noun or (head.form == "part" and head.tense == "pres" and not head.case):
            verb = _finite(sentence, complement.head + 1, parts[at].stop)
            if verb is not None:
                return _trimmed(sentence, complement.first, verb)
        last = clauses.rightmost(sentence, parts, at, complement.head)
        last = self._with_object_clause(sentence, parts, last, complement)
        while last > at and _is_manner(sentence, parts[last]):
            last -= 1
        last = self._with_relative(sentence, parts, complement.first, last)
        stop = parts[self._with_condition(sentence, parts, last)].stop
        return _trimmed(sentence, complement.first, self._before_correlative(sentence, stop))


def _predicate(sentence: Sentence, clause: Piece) -> int | None:
    """Return the verb of a clause, also «есть», which is an infinitive besides."""
    tokens, inside = sentence.tokens, range(clause.first, clause.stop)
    found = next((i for i in inside if clauses.is_finite(tokens[i])), None)
    return found if found is not None else next((i for i in inside if tokens[i].reading(form="fin")), None)


def _tense(verb: Token) -> str:
    finite = verb.reading(form="fin")
    return verb.readings[0].tense if clauses.is_finite(verb) or finite is None else finite.tense


def _is_manner(sentence: Sentence, piece: Piece) -> bool:
    """Whether a participle behind a comma tells how somebody asks: “called for a ban, | citing two deaths”."""
    opening = sentence.tokens[piece.first].readings[0]
    return piece.kind == "participle" and piece.mark == "," and opening.tense == "pres" and not opening.case


def agrees(noun: Token, number: str, gender: str) -> bool:
    """Whether a relative pronoun of this number and gender can mean the noun."""
    return any(r.number in ("", number) and (not gender or r.gender in ("", gender)) for r in noun.readings)


def _finite(sentence: Sentence, first: int, stop: int) -> int | None:
    """Return the finite verb whose subject the noun is: «идея создать музей | стара», “a call asking … | came”."""
    verbs = (i for i in range(first, stop) if sentence.tokens[i].readings[0].form == "fin")
    return next(verbs, None)


def _trimmed(sentence: Sentence, first: int, stop: int) -> tuple[int, int] | None:
    """Leave out marks at both ends, but for quotation marks and brackets that belong together."""
    tokens = sentence.tokens
    while stop > first and tokens[stop - 1].is_mark and not _closes(tokens, first, stop - 1):
        stop -= 1
    while first < stop and tokens[first].is_mark and not _opens(tokens, first, stop):
        first += 1
    if stop < len(tokens) and tokens[stop].text == ")" and _closes(tokens, first, stop):
        stop += 1
    return (first, stop) if stop - first > 1 else None


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
