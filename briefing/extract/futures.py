"""The future tense and the present with a date to come: whether they tell what somebody sets out to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from briefing import edtf
from briefing.extract import clauses, governed, openers, passing, roles
from briefing.extract.agents import acting_subject, is_object, shared_subject, subject_of
from briefing.extract.clauses import Piece
from briefing.extract.cues import Cue
from briefing.extract.drafts import FigureDraft
from briefing.extract.findings import Findings
from briefing.extract.governed import Complement
from briefing.extract.themes import Themes
from briefing.language import Sentence, Token

_MONTH = len("2025-03")
_STALE = timedelta(days=90)  # what was put in force before that is no news
_OFFICE_REACH = 6  # tokens from a verb of becoming to the office
_DEMAND_REACH = 9  # from a verb of demanding to what is demanded


def joins_future(sentence: Sentence, verb: int, code: str) -> bool:
    """Whether a form that may be a present is joined to a future: «построят и | реконструируют»."""
    tokens, joints = sentence.tokens, openers.rules(code).coordinators
    if tokens[verb].reading(form="fin", tense="pres") is None:
        return False
    before, after = tokens[max(0, verb - 2) : verb], tokens[verb + 1 : verb + 3]
    pairs = (before, after[::-1])
    return any(
        len(pair) == 2
        and pair[1].fold in joints
        and (pair[0].readings[0].form, pair[0].readings[0].tense) == ("fin", "fut")
        for pair in pairs
    )


def _may_name(token: Token) -> bool:
    """Whether a word may stand in the name of an office: “next chief executive”."""
    return token.pos in ("ADJ", "NOUN", "PROPN", "NUM") or token.readings[0].case == "gen"


class Futures:
    """Judges the futures of one document."""

    def __init__(self, found: Findings, themes: Themes) -> None:
        self.document, self.published, self.known = found.document, found.published, found.known
        self.figures = found.figures
        self.themes = themes

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
                again = passing.comes_again(self.document, span, begins, self.published)
                stale = self.published - begins > _STALE
                month = len(figure.value) == _MONTH or (stale and self._is_put_in_force(sentence, verb, figure))
                if begins > self.published or (again and month):
                    return True
        return False

    def _is_put_in_force(self, sentence: Sentence, verb: int, figure: FigureDraft) -> bool:
        """Whether a rule or service is changed from a day on: «с 1 мая вводим запись», not «с 1 мая работаем»."""
        at = sentence.find(figure.start)
        begins = at > 0 and self.known.has("beginnings", sentence.tokens[at - 1])
        return begins and self.known.has("enacting", sentence.tokens[verb])

    def _names_day(self, figure: FigureDraft) -> bool:
        words = self.document.text[figure.start : figure.end].casefold().split()
        return any(self.document.language.lemma(word) in self.known.words["coming_days"] for word in words)

    def complement(self, sentence: Sentence, cue: Cue, parts: Sequence[Piece]) -> Complement | None:
        """Return the future verb if it tells what somebody sets out to do."""
        if self._is_held(sentence, cue.head):
            return Complement(cue.head, cue.head)
        if self._is_proportional(sentence, cue.head):
            return None
        head = self._meant(sentence, cue.head)
        if head is None or self._addresses(sentence, parts, cue.head, head):
            return None
        if self._is_present(sentence, cue, head) and not self.is_scheduled(sentence, cue.head, parts):
            return None
        if governed.is_kept(sentence, head, self.known):
            return Complement(cue.head, head)
        if self._becomes(sentence, head) and not self._is_given_office(sentence, cue.head, head + 1):
            return None
        if self._befalls(sentence, cue.head, head):
            return None
        passive = self._is_passive(sentence, cue.head, head)
        if not passive and self._is_forecast(sentence, cue.head, sentence.tokens[head]):
            return None
        return Complement(cue.head, head)

    def _is_proportional(self, sentence: Sentence, verb: int) -> bool:
        """Whether it is told how one thing depends on another: «чем раньше его закроют, тем длиннее очередь»."""
        before = sentence.tokens[max(0, verb - _OFFICE_REACH) : verb]
        grows = any(self.known.has("proportional", token) for token in before)
        return grows and self.known.has_any("correlatives", sentence.tokens[verb:])

    def _is_held(self, sentence: Sentence, verb: int) -> bool:
        """Whether it is said where or when an event will be: «собрание будет в клубе», «встреча будет завтра»."""
        if not self.known.has("copula", sentence.tokens[verb]):
            return False
        after = sentence.tokens[verb + 1 : verb + 2]
        placed = any(token.pos in ("ADP", "NUM") or self.known.has("coming_days", token) for token in after)
        span = subject_of(self.document, sentence, verb)
        if not placed or span is None:
            return False
        return self.known.has("held_events", sentence.tokens[self.document.language.head(sentence, *span)[0]])

    def _meant(self, sentence: Sentence, verb: int) -> int | None:
        """Return the verb that carries the meaning; None if it only tells how something will be: «будет трудно»."""
        tokens = sentence.tokens
        head = governed.lexical(sentence, verb, self.known)
        if not self.known.has("copula", tokens[verb]):
            return head
        if head == verb:
            head = self._infinitive_before(sentence, verb)
        valued = self.known.has_any("valued", (*tokens[max(0, verb - 1) : head], *tokens[verb + 1 : verb + 2]))
        return None if head == verb or valued else head

    def _addresses(self, sentence: Sentence, parts: Sequence[Piece], verb: int, head: int) -> bool:
        """Whether the verb is said to the reader: «вы увидите», «напомним»; with a date it is a plan."""
        reading = sentence.tokens[head].readings[0]
        if reading.person == "2":
            return True
        if reading.person != "1" or self.known.has("copula", sentence.tokens[verb]):
            return False
        return self.known.has("discourse", sentence.tokens[head]) and not self._is_dated(sentence, parts, head)

    def _is_present(self, sentence: Sentence, cue: Cue, head: int) -> bool:
        """Whether the form may be a present too, and nothing beside it makes it a future."""
        tokens, verb = sentence.tokens, sentence.tokens[cue.head]
        if verb.reading(tense="pres", form="fin") is None:
            return False
        settled = any(self.known.has(name, verb) for name in ("copula", "reported", "momentary"))
        settled = settled or self.known.has("events", tokens[head])
        if self._joins_present(sentence, cue.head):
            return True
        settled = settled or joins_future(sentence, cue.head, self.known.code)
        return not settled and not self.known.has_any("sequence", tokens[: cue.stop + 1])

    def _joins_present(self, sentence: Sentence, verb: int) -> bool:
        """Whether a verb of two aspects goes on with a present tense: «не признаёт вины и | обжалует приговор»."""
        tokens = sentence.tokens
        joined = verb > 1 and tokens[verb - 1].fold in openers.rules(self.known.code).coordinators
        if not joined or not self.known.has("momentary", tokens[verb]):
            return False
        before = next((tokens[i] for i in range(verb - 2, -1, -1) if clauses.is_finite(tokens[i])), None)
        return before is not None and (before.readings[0].form, before.readings[0].tense) == ("fin", "pres")

    def _is_passive(self, sentence: Sentence, verb: int, head: int) -> bool:
        """Whether the subject undergoes what will be done: «будет построен», «будет строиться»."""
        if sentence.tokens[head].readings[0].form in ("short", "part"):
            return True
        return self.known.has("copula", sentence.tokens[verb]) and self._is_reflexive(sentence.tokens[head])

    def _becomes(self, sentence: Sentence, head: int) -> bool:
        """Whether the verb tells of a state to come: «станет лучше», “will remain in hospital”."""
        verb, after = sentence.tokens[head], sentence.tokens[head + 1 : head + 2]
        if not after:
            return False
        more = any((r.pos, r.case, r.form) == ("ADJ", "", "") for r in after[0].readings)  # «точнее» is «то есть» too
        changed = (
            (more and self.known.grammar.free_order)
            or after[0].pos == "NUM"
            or (after[0].pos in ("ADJ", "ADV") and any(reading.case in ("", "ins") for reading in after[0].readings))
        )
        placed = (
            after[0].pos == "ADP"
            and self.known.has("staying", verb)
            and not self.known.has("role_prepositions", after[0])
        )
        becomes = placed or (changed and self.known.has("becoming", verb) and not self.known.has("settled", after[0]))
        becomes = becomes or (self.known.has("becoming", verb) and self._is_valued(sentence, head + 1))
        return becomes and not self._takes_office(sentence, head + 1)

    def _befalls(self, sentence: Sentence, verb: int, head: int) -> bool:
        """Whether a passive only happens: by its verb, or because its subject is the weather or the like."""
        if not self._is_passive(sentence, verb, head):
            return False
        if sentence.tokens[head].readings[0].form == "inf" and self.known.has("happenings", sentence.tokens[head]):
            return True
        span = subject_of(self.document, sentence, verb)
        return span is not None and self.themes.is_force(sentence, *span)

    def _is_dated(self, sentence: Sentence, parts: Sequence[Piece], verb: int) -> bool:
        """Whether a date stands in the clause: «в мае мы представим оперу» is no way of speaking to the reader."""
        clause = clauses.around(sentence, parts, verb, self.known.code)
        start, end = sentence.tokens[clause.first].start, sentence.tokens[clause.stop - 1].end
        return any(figure.kind == "date" and start <= figure.start < end for figure in self.figures)

    def _infinitive_before(self, sentence: Sentence, copula: int) -> int:
        """Return the infinitive before the copula («вести вечер будет …»), the copula if there is none."""
        for index in range(copula - 1, max(-1, copula - 8), -1):
            if not sentence.tokens[index].is_word:
                break
            if sentence.tokens[index].readings[0].form == "inf" and self.known.grammar.free_order:
                return index
        return copula

    def _is_forecast(self, sentence: Sentence, index: int, verb: Token) -> bool:
        """Whether the future merely happens: by its verb, or because its subject is nobody who acts."""
        if openers.starts_with(sentence.tokens, sentence.find(verb.start), self.known.entering):
            return False
        if self._is_priced(sentence, verb):
            return True
        if self.known.has("lasting", verb) and self._lasts(sentence, sentence.find(verb.start)):
            return not self._acts_alive(sentence, index)
        if self.known.has("happenings", verb) and not self._is_done(sentence, index, verb):
            return not self._is_decreed(sentence, index, verb)
        if self.known.has("needing", verb) and not self._demands(sentence, verb):
            return True
        if self.themes.is_instrument(sentence, index):
            return self.known.has("effects", verb) and not self.known.has("provisions", verb)
        span = subject_of(self.document, sentence, index) or self._coordinated(sentence, index)
        if self._is_of_nobody(sentence, index, verb, span):
            return True
        if self._acts(sentence, index):
            return False
        if span is None and self._tries(sentence, index):
            return False
        if span is not None and self._enables(sentence, verb):
            return True
        if span is not None and not is_object(sentence, index, span[0]):
            return not (self._is_arranged(verb) or self._inquires(sentence, span, verb))
        reading = sentence.tokens[index].readings[0]  # the subject is that of the clause before
        acts = reading.transitive or (span is None and not self._is_reflexive(verb))
        if reading.number == "plur" and reading.person == "3" and acts:
            return False  # «район поиска расширят»: people do
        if (
            span is None
            and self._is_arranged(verb)
            and any(t.pos == "NUM" for t in sentence.tokens[index + 1 : index + 3])
        ):
            return False  # «появятся пять скверов»
        return self._happens_by_itself(verb) or self.known.has("effects", verb)

    def _is_priced(self, sentence: Sentence, verb: Token) -> bool:
        """Whether it is only told what something will cost: “will start at £20”, not “will open at 7pm”."""
        after = sentence.tokens[sentence.find(verb.start) + 1 :][:3]
        if len(after) < 2 or not self.known.has("pricing", after[0]):
            return False
        return any(f.kind == "money" and f.start in (after[1].start, after[-1].start) for f in self.figures)

    def _acts(self, sentence: Sentence, verb: int) -> bool:
        """Whether the subject, or that of the clause before which the verb shares, can act."""
        own = acting_subject(self.document, sentence, verb)
        return own is not None or shared_subject(self.document, sentence, verb) is not None

    def _is_of_nobody(self, sentence: Sentence, index: int, verb: Token, span: tuple[int, int] | None) -> bool:
        """Whether the subject ``span`` is no doer: "this will …", the weather, time, "it" that has effects."""
        if span is None and not self.known.grammar.free_order and sentence.tokens[index - 1].text == ",":
            return True  # “living by the sea, even in winter, will help”
        if span is None:
            single = self.known.has("events", verb) or verb.readings[0].number == "sing"
            return single and self._has_time_as_subject(sentence, index)
        opening = sentence.tokens[span[0]]
        if self.themes.is_vague(sentence, span[0]) or self.themes.is_force(sentence, *span):
            return True
        if not (self.known.has("things", opening) and self.known.has("effects", verb)):
            return False
        lasts = self.known.has("light_verbs", verb) and self._takes_time(sentence, sentence.find(verb.start))
        return lasts or not self.themes.stands_for_body(sentence, index)

    def _lasts(self, sentence: Sentence, verb: int) -> bool:
        """Whether the first noun behind the verb is a span of time: «займёт не менее | трёх недель»."""
        following = (token for token in sentence.tokens[verb + 1 : verb + 1 + _OFFICE_REACH] if token.pos == "NOUN")
        return self.known.has_any("spans", [next(following, sentence.tokens[verb])])

    def _acts_alive(self, sentence: Sentence, verb: int) -> bool:
        """Whether people are the subject: «рабочие простоят у ворот весь день», not «мост простоит сто лет»."""
        span = acting_subject(self.document, sentence, verb)
        return span is not None and self.document.language.head(sentence, *span)[1].animate

    def _enables(self, sentence: Sentence, verb: Token) -> bool:
        """Whether it is told what something makes possible: «станки позволят выпускать больше»."""
        at = sentence.find(verb.start)
        following = sentence.tokens[at + 1 : at + _OFFICE_REACH]
        return self.known.has("effects", verb) and any(token.readings[0].form == "inf" for token in following)

    def _takes_time(self, sentence: Sentence, verb: int) -> bool:
        """Whether the object is a span of time: “it will take three weeks”."""
        return self.known.has_any("spans", sentence.tokens[verb + 1 : verb + 1 + _OFFICE_REACH])

    def _demands(self, sentence: Sentence, verb: Token) -> bool:
        """Whether it is told what others are to do: “will require drivers to stop”, not “will require help”."""
        at = sentence.find(verb.start)
        after = sentence.tokens[at + 1 : at + 1 + _DEMAND_REACH]
        return any(token.readings[0].form == "inf" or self.known.has("mandative", token) for token in after)

    def _inquires(self, sentence: Sentence, subject: tuple[int, int], verb: Token) -> bool:
        """Whether an undertaking finds out or shows something: “the study will follow 300 children”."""
        head, _ = self.document.language.head(sentence, *subject)
        if not (self.known.has("inquiries", sentence.tokens[head]) and self.known.has("inquiring", verb)):
            return False
        at = sentence.find(verb.start)
        after = [token for token in sentence.tokens[at + 1 : at + 4] if token.text != "," and token.pos != "ADV"]
        told = any(token.pos == "NUM" or self.known.has("object_clauses", token) for token in after[:2])
        return told or governed.has_object(sentence, at)

    def _tries(self, sentence: Sentence, verb: int) -> bool:
        """Whether an infinitive tells what will be tried or begun: «постарается решить»."""
        following = sentence.tokens[verb + 1 : verb + 1 + _OFFICE_REACH]
        return self.known.has("phases", sentence.tokens[verb]) and any(t.readings[0].form == "inf" for t in following)

    def _coordinated(self, sentence: Sentence, verb: int) -> tuple[int, int] | None:
        """Return the second of two subjects of a plural before it: «спрос и | интерес | вырастут»."""
        if verb < 3 or sentence.tokens[verb].readings[0].number != "plur":
            return None
        first, joint, second = sentence.tokens[verb - 3 : verb]
        both = first.reading(pos="NOUN", case="nom") and second.reading(pos="NOUN", case="nom", number="sing")
        return (verb - 1, verb) if joint.pos == "CCONJ" and both else None

    def _is_done(self, sentence: Sentence, index: int, verb: Token) -> bool:
        """Whether somebody does what else happens: «составит отчёт», “will lead the talks”, “will go to Rome”."""
        at = sentence.find(verb.start)
        transitive = self.known.has("with_object", verb) and governed.has_object(sentence, at)
        following = sentence.tokens[at + 1 : at + 2]
        moving = self.known.has("moving", verb) and self.known.has_any("towards", following)
        if self.known.has("entering_office", verb) and self._is_given_office(sentence, index, at + 1):
            return True
        if not (transitive or moving):
            return False
        span = subject_of(self.document, sentence, index)  # none: whoever the clause before is about
        elided = span is None or is_object(sentence, index, span[0])
        return elided or acting_subject(self.document, sentence, index) is not None

    def _is_decreed(self, sentence: Sentence, index: int, verb: Token) -> bool:
        """Whether somebody sets what comes from a day on: «с 1 июля вырастут пенсии»; of prices nobody can tell."""
        span = subject_of(self.document, sentence, index)
        if span is None or not self.known.has("decreed", verb):
            return False
        tokens = sentence.tokens
        dated = any(
            self.known.has("beginnings", tokens[sentence.find(figure.start) - 1])
            for figure in self.figures
            if figure.kind == "date" and sentence.start < figure.start < sentence.end
        )
        return dated and self.known.has("administered", tokens[self.document.language.head(sentence, *span)[0]])

    def _is_valued(self, sentence: Sentence, first: int) -> bool:
        """Whether it is told what a thing will be to others: «станет поводом», «станет «залогом успеха»»."""
        after = sentence.tokens[first : first + 2]
        noun = next((token for token in after if token.is_word), None)
        return noun is not None and noun.readings[0].case == "ins" and self.known.has("valuations", noun)

    def _takes_office(self, sentence: Sentence, first: int) -> bool:
        """Whether it is an office that somebody is to hold: «будет новым в городе мэром»."""
        for token in sentence.tokens[first : first + _OFFICE_REACH]:
            if not token.is_word or self.known.has("ranks", token):
                return False
            if token.pos == "NOUN" and token.readings[0].case == "ins":
                return "office" in roles.lexicon(self.document.language).kinds(token.lemma)
        return False

    def _is_given_office(self, sentence: Sentence, verb: int, first: int) -> bool:
        """Whether somebody is to hold an office without a case to tell it: “will become chair”."""
        span = subject_of(self.document, sentence, verb)
        if span is None:
            return False
        name = sentence.name_at(self.document.language.head(sentence, *span)[0])
        somebody = sentence.tokens[span[0]].pos == "PRON" or (name is not None and name.kind == "person")
        stop = next((i for i in range(first, len(sentence.tokens)) if not _may_name(sentence.tokens[i])), first)
        kinds = roles.lexicon(self.document.language).kinds
        return somebody and stop > first and "office" in kinds(sentence.tokens[stop - 1].lemma)

    def _has_time_as_subject(self, sentence: Sentence, verb: int) -> bool:
        """Whether time is what passes or shows: «пройдёт время»."""
        span = self.document.language.subject(sentence, verb)
        if span is None:
            return False
        return self.known.has("times", sentence.tokens[self.document.language.head(sentence, *span)[0]])

    def _is_arranged(self, verb: Token) -> bool:
        return self.known.has("arranged", verb) or self.known.has("events", verb)

    def _happens_by_itself(self, verb: Token) -> bool:
        """Whether the verb is a perfective reflexive, and none of an event that somebody holds."""
        return self._is_reflexive(verb) and verb.readings[0].aspect == "perf" and not self.known.has("events", verb)

    def _is_reflexive(self, verb: Token) -> bool:
        endings = tuple(self.known.words["reflexive"])
        return bool(endings) and verb.fold.endswith(endings)
