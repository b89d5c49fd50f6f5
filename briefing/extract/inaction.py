"""Whether what a cue takes is no deed: a state, something that merely happens, a wish of nobody in particular."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from briefing.extract import clauses, governed
from briefing.extract.agents import acting_subject, is_agent, shared_subject, subject_of
from briefing.extract.courses import Courses
from briefing.extract.cues import Cue, Lexicon
from briefing.extract.extent import innermost
from briefing.extract.findings import Findings
from briefing.extract.governed import Complement
from briefing.extract.themes import Themes
from briefing.frozen import frozen
from briefing.language import Sentence, Token

_NEAR = 3  # tokens behind a verb in which its infinitive stands
_OBJECT_REACH = 5  # and its object
_INFINITIVES = frozenset(("infinitive", "next infinitive"))
_OWED = ("directed", "proposed")  # how duties are told
_AHEAD = ("planned", "under_way")  # and what comes of a thing: “is set to rise”, “is continuing to rise”
_BY_RULE = 3  # tokens from an obligation on in which a rule may stand: «работодатель обязан по закону»
_WISH = 3  # tokens from the cue on that hold a word of wishing


@frozen
class _Plan:
    """What a cue takes; ``at`` is the token of the verb that carries the meaning."""

    sentence: Sentence
    cue: Cue
    complement: Complement
    at: int

    @property
    def verb(self) -> Token:
        return self.sentence.tokens[self.at]

    @property
    def head(self) -> Token:
        return self.sentence.tokens[self.cue.head]


class Inaction:
    """Judges what the cues of one document take."""

    def __init__(self, found: Findings, themes: Themes) -> None:
        self.document, self.utterances, self.known = found.document, found.utterances, found.known
        self.themes = themes
        self.courses = Courses(found, themes)

    def is_no_deed(self, sentence: Sentence, cue: Cue, complement: Complement) -> bool:
        """Whether the complement is a state, or is denied together with a plan («планирует не …», "will not")."""
        plan = _Plan(sentence, cue, complement, governed.lexical(sentence, complement.head, self.known))
        return governed.is_missing(sentence, cue, self.known) or any(reason(self, plan) for reason in _REASONS)

    def _is_denied(self, plan: _Plan) -> bool:
        """Whether a negation stands between the cue and the deed; behind an imperative it forbids."""
        frame = plan.cue.frame
        if frame.span == "complement" or frame.addressing:
            return False
        stop = max(plan.complement.head, plan.cue.stop - 1)
        return governed.is_negated(plan.sentence, plan.cue.head + 1, stop, self.known)

    def _is_stative(self, plan: _Plan) -> bool:
        """Whether the verb, or the infinitive after a verb of beginning, names no deed: «продолжим верить»."""
        verb, after = plan.verb, plan.sentence.tokens[plan.at + 1 : plan.at + _NEAR]
        if verb.pos != "VERB":
            return False
        if governed.is_kept(plan.sentence, plan.at, self.known):
            return False
        expected = self.known.has("expectations", plan.head) and self.known.has("gained", verb)
        if expected or self.known.has("statives", verb):
            if governed.goes_on_to_deed(plan.sentence, plan.at, self.known):
                return False
            return not (self._is_upheld(plan) or (self.known.has("with_object", verb) and self._has_object(plan)))
        infinitive = next((token for token in after if token.readings[0].form == "inf"), None)
        return infinitive is not None and self.known.has("phases", verb) and self.known.has("statives", infinitive)

    def _is_upheld(self, plan: _Plan) -> bool:
        """Whether it is demanded that a thing go on as it is: “the ban must remain in force”."""
        if not (self.known.has("duties", plan.head) and self.known.has("upholding", plan.verb)):
            return False
        after = plan.sentence.tokens[plan.at + 1 : plan.at + 2]
        return any(token.pos in ("ADP", "ADV") for token in after) and bool(self._subject(plan))

    def _has_object(self, plan: _Plan) -> bool:
        """Whether it is done to something: «признать ущерб», «признать подсудимого виновным», “will be heard”."""
        if plan.verb.readings[0].voice == "pass" and plan.verb.readings[0].form == "part":
            return True
        after = plan.sentence.tokens[plan.at + 1 : plan.at + 2]
        declared = any(token.readings[0].case == "ins" and token.pos in ("ADJ", "NOUN") for token in after)
        return declared or governed.has_object(plan.sentence, plan.at)

    def _is_state(self, plan: _Plan) -> bool:
        """Whether the participle tells how something is, not what is done: «будет связано с …», "is related"."""
        verb = plan.verb
        told = plan.at >= plan.cue.stop  # else the state is what the cue itself says: “repairs are needed”
        if not told or verb.pos != "VERB":
            return False
        passive = verb.readings[0].voice == "pass"
        return verb.fold in self.known.words["moods"] or (passive and self.known.has("states", verb))

    def _is_performed(self, plan: _Plan) -> bool:
        """Whether it is done by deciding it: «решил отклонить», "voted to approve"."""
        agreed = plan.cue.frame.status == "agreed"
        if not (agreed or self.known.has("deciding", plan.head)) or not self.known.has("performed", plan.verb):
            return False
        return plan.verb.pos == "VERB" or not agreed

    def _is_about_nobody(self, plan: _Plan) -> bool:
        """Whether the clause is a forecast («осадки ожидаются», "is expected to rise") or general ("you have to …")."""
        if not _is_told_as_clause(plan.cue) or "stage" in plan.cue.frame.takes:
            return False
        sentence, opening = plan.sentence, plan.sentence.tokens[plan.cue.head : plan.cue.head + _WISH]
        span = subject_of(self.document, sentence, plan.cue.head)
        # “the mission is to help”, not “the mission will land”
        is_said = self.known.has("copula_infinitives", plan.head)
        if span is not None and (
            self.themes.is_force(sentence, *span) or (is_said and self.themes.is_aim(sentence, *span))
        ):
            return True
        subject = sentence.tokens[span[0]] if span is not None else None
        if span is not None and self.themes.is_vague(sentence, span[0]) and not self._is_pointed_at(plan, span[0]):
            return True
        nobody = self._is_wish_of(subject) if subject is not None else not self._is_wanted(sentence, plan.cue.head)
        if self.known.has_any("wishes", opening) and nobody:
            return True
        expected = self.known.has_any("expectations", opening)
        return expected and self.known.has("happenings", plan.verb) and not self.known.has("expectations", plan.verb)

    def _is_wanted(self, sentence: Sentence, verb: int) -> bool:
        """Whether somebody wants it: whoever says so («автор отметил, что хочет спеть»), the subject of the clause
        before, or those whom a plural without subject means («в парке хотят поставить сцену»).
        """
        if self.known.grammar.free_order and sentence.tokens[verb].readings[0].number == "plur":
            return True
        inside = innermost(self.utterances, sentence.tokens[verb].start)
        own = inside is not None and inside.kind == "indirect"
        return self.known.grammar.free_order and (own or shared_subject(self.document, sentence, verb) is not None)

    def _is_pointed_at(self, plan: _Plan, subject: int) -> bool:
        """Whether it is demanded that what was just told be changed: “this must be stopped”."""
        owed = self.known.has("duties", plan.head) and plan.verb.readings[0].voice == "pass"
        return owed and self.known.has("deictic", plan.sentence.tokens[subject])

    def _is_wish_of(self, subject: Token) -> bool:
        """Whether nobody is named: a pronoun, also of those whose motives a speaker tells: “They want power”."""
        if subject.pos != "PRON":
            return False
        inside = innermost(self.utterances, subject.start)
        return not self.known.has("third_pronouns", subject) or (inside is not None and inside.kind == "direct")

    def _is_owed(self, plan: _Plan) -> bool:
        """Whether what must or should act is nobody: "credit has to go to them", not "work must begin by 1 May"."""
        sentence, cue = plan.sentence, plan.cue
        obligation = self.known.has("duties", plan.head) and len(cue.frame.takes) == 1 and cue.frame.status in _OWED
        if not obligation or not _is_told_as_clause(cue) or plan.verb.readings[0].voice == "pass":
            return False
        if _is_timed(sentence, self.known):
            return False
        span = subject_of(self.document, sentence, cue.head)
        if span is None or self.themes.is_instrument(sentence, cue.head) or self.known.has("upholding", plan.verb):
            return False  # “the ban must remain in force”
        return acting_subject(self.document, sentence, cue.head) is None

    def _is_compelled(self, plan: _Plan) -> bool:
        """Whether it is told what somebody cannot help: “she has to learn”, not “the firm will have to pay”."""
        if not self.known.has_any("compelling", plan.sentence.tokens[plan.cue.first : plan.cue.stop]):
            return False
        span = subject_of(self.document, plan.sentence, plan.cue.head)
        return span is not None and self.known.has("third_pronouns", plan.sentence.tokens[span[0]])

    def _is_supplied(self, plan: _Plan) -> bool:
        """Whether it is told what something takes: “they need a win to go up”, not “need the firm to act”."""
        between = range(plan.cue.stop, plan.complement.first)
        if not self.known.has("needing", plan.head) or plan.cue.frame.noun or not between:
            return False
        return not any(is_agent(plan.sentence, index, self.known.code) for index in between)

    def _is_described(self, plan: _Plan) -> bool:
        """Whether the clause only tells of which thing is spoken: “the house they are building | was sold”."""
        cue, tokens = plan.cue, plan.sentence.tokens
        if cue.frame.status != "under_way" or plan.complement.head >= cue.stop or cue.stop >= len(tokens):
            return False
        return clauses.is_finite(tokens[cue.stop])

    def _is_idle(self, plan: _Plan) -> bool:
        """Whether the verb's object makes of it something that happens: “will make landfall”, “will take time”."""
        if self.known.has("pro_verbs", plan.verb):
            after = plan.sentence.tokens[plan.at + 1 : plan.at + 2]
            return self.known.has_any("pro_objects", after)
        for token in plan.sentence.tokens[plan.at + 1 : plan.at + _OBJECT_REACH]:
            light = self.known.has("light_verbs", plan.verb)
            if light and token.pos in ("NOUN", "PROPN", "ADJ", "ADV") and self.known.has("idle_objects", token):
                return True  # “will take longer”
            if token.pos in ("NOUN", "PROPN"):
                idle = light and self.known.has("spans", token)
                return idle or token.lemma in self.known.idle.get(plan.verb.lemma, ())
            if token.pos not in ("DET", "ADJ", "ADV", "NUM", "PART") and token.reading(pos="PRON", case="dat") is None:
                return False
        return False

    def _is_undergone(self, plan: _Plan) -> bool:
        """Whether somebody went through it: «перенёс операцию», not «перенёс матч»."""
        dated = "dated noun" in plan.cue.frame.takes
        return dated and self.known.has("undergone", plan.sentence.tokens[plan.complement.head])

    def _is_foretold(self, plan: _Plan) -> bool:
        """Whether those who only watch foretell it: «синоптики обещают ливень», not «обещают выпустить обзор»."""
        if plan.cue.frame.status != "planned" or plan.sentence.tokens[plan.complement.head].pos != "NOUN":
            return False
        span = subject_of(self.document, plan.sentence, plan.cue.head)
        if span is None:
            return False
        head, _ = self.document.language.head(plan.sentence, *span)
        return self.known.has("onlookers", plan.sentence.tokens[head])

    def _is_generic_wish(self, plan: _Plan) -> bool:
        """Whether it is what people in general want: “many people want others to decide”."""
        if not self.known.has("wishes", plan.head):
            return False
        if "that clause" in plan.cue.frame.takes and self.known.has("happenings", plan.verb):
            return acting_subject(self.document, plan.sentence, plan.at) is None  # «хотят, чтобы дождь кончился»
        span = subject_of(self.document, plan.sentence, plan.cue.head)
        return span is not None and self.known.has("generic", plan.sentence.tokens[span[1] - 1])

    def _is_goal(self, plan: _Plan) -> bool:
        """Whether it is told what should become of a thing or follow: «доля должна вырасти», «сбор должен помочь»."""
        sentence, frame = plan.sentence, plan.cue.frame
        effect = self.known.has("effects", plan.verb) and bool(self._subject(plan))
        undergone = plan.verb.readings[0].voice == "pass"  # “claims must be made by May”
        effect = effect and not (undergone or self.themes.is_instrument(sentence, plan.cue.head))
        if frame.span != "clause" or not (effect or self.known.has("happenings", plan.verb)):
            return False
        if frame.status == "proposed" and frame.doer == "object" and not effect:
            after = sentence.tokens[plan.at + 1 :]
            return bool(after) and after[0].pos == "NUM"  # «необходимо набрать 90 очков»
        return frame.status == "directed" and acting_subject(self.document, sentence, plan.cue.head) is None

    def _is_prospect(self, plan: _Plan) -> bool:
        """Whether it is only told what will become of a thing: “the cost is set to rise”."""
        sentence, frame = plan.sentence, plan.cue.frame
        if frame.status not in _AHEAD or frame.span != "clause" or _INFINITIVES.isdisjoint(frame.takes):
            return False
        held = self.known.has("arranged", plan.verb) or self.known.has("events", plan.verb)
        held = held or governed.is_achieved(sentence, plan.at, self.known)
        if held or not self.known.has("happenings", plan.verb):
            return False
        if self.known.has("with_object", plan.verb) and governed.has_object(sentence, plan.at):
            return False
        span = subject_of(self.document, sentence, plan.cue.head)
        return span is not None and acting_subject(self.document, sentence, plan.cue.head) is None

    def _is_readiness(self, plan: _Plan) -> bool:
        """Whether somebody is only said to be ready for more than one deed: «готов принимать трудные решения»."""
        return self.known.has("dispositions", plan.head) and plan.verb.readings[0].aspect == "imperf"

    def _is_course_of_thing(self, plan: _Plan) -> bool:
        """Whether it is only told what a thing is for, holds or lets one conclude, or who or what goes somewhere."""
        return self.courses.is_no_deed(plan.sentence, plan.cue, plan.verb)

    def _is_standing(self, plan: _Plan) -> bool:
        """Whether it is a rule for all and always: «водители обязаны уступать», «каждая фирма должна сдать …»."""
        sentence, cue = plan.sentence, plan.cue
        past = plan.head.readings[0].form == "fin" and plan.head.readings[0].tense == "past"
        if cue.frame.status != "directed" or past:
            return False
        appointed = self.known.has("events", plan.verb) or _is_timed(sentence, self.known)
        ordered = self.known.has("duties_of_all", plan.head) or self.known.has("ordaining", plan.head)
        if appointed or not ordered or self._is_urged(plan):
            return False
        if self._is_under_rule(sentence, cue):
            return True
        if cue.frame.doer != "subject":
            return False
        general = self.known.has_any("whoever", self._subject(plan))
        after = sentence.tokens[plan.at : plan.at + _NEAR + _OBJECT_REACH]
        perfective = (token.readings[0] for before, token in pairwise(after) if before.pos == "CCONJ")
        single = any(reading.form == "inf" and reading.aspect == "perf" for reading in perfective)
        lasting = plan.verb.readings[0].aspect == "imperf"
        lasting = lasting and plan.verb.reading(form="short", aspect="perf") is None  # of two aspects: «ратифицирован»
        return general or (lasting and not single)

    def _is_urged(self, plan: _Plan) -> bool:
        """Whether somebody says it of one body: «депутат заявил, что партия должна развивать школы»."""
        inside = innermost(self.utterances, plan.head.start)
        if inside is None or inside.speaker is None or plan.head.readings[0].number == "plur":
            return False
        general = self.known.has_any("whoever", self._subject(plan))
        return not general and self.themes.is_of_body(plan.sentence, plan.cue.head)

    def _subject(self, plan: _Plan) -> Sequence[Token]:
        span = subject_of(self.document, plan.sentence, plan.cue.head)
        return plan.sentence.tokens[span[0] : span[1]] if span is not None else ()

    def _is_under_rule(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether a law or a case that may arise stands before it: «по закону», «при получении запроса», «закон …»."""
        tokens, span = sentence.tokens, subject_of(self.document, sentence, cue.head)
        ordains = span is not None and self.known.has("ordaining", tokens[cue.head])
        subject = tokens[span[0] : span[1]] if span is not None and ordains else ()
        if self.known.has_any("rules", subject) and not self.known.has_any("singling", subject):
            return True
        for index in range(1, min(cue.stop - 1 + _BY_RULE, len(tokens))):
            before = index - 1
            while before > 0 and self.known.has("in_force", tokens[before]):
                before -= 1
            if self.known.has("rules", tokens[index]) and self.known.has("by_rule", tokens[before]):
                return True
            if self.known.has("cases", tokens[index - 1]) and self.known.is_deed(tokens[index]):
                return True
        return False

    def _has_no_doer(self, plan: _Plan) -> bool:
        """Whether only somebody who acts does it, and nobody is named: “is assembling a crew to sail”."""
        if {"purpose", "acted", "acted noun", "acted on", "acted thing"}.isdisjoint(plan.cue.frame.takes):
            return False
        elided = "acted noun" in plan.cue.frame.takes and not self._subject(plan)
        return not elided and acting_subject(self.document, plan.sentence, plan.cue.head) is None

    def _is_striving(self, plan: _Plan) -> bool:
        """Whether one should only feel or try something, or act if need be: «нужно сосредоточиться»."""
        frame = plan.cue.frame
        if frame.span != "clause" or frame.status not in _OWED or frame.noun:
            return False
        if self.known.has("whenever", plan.sentence.tokens[0]):
            return True  # «если дом пуст, его нужно запереть»: a rule for the case
        return self.known.has("strivings", plan.verb) or (frame.doer == "object" and self._is_own_need(plan))

    def _is_own_need(self, plan: _Plan) -> bool:
        """Whether one person, or those of whom is told, need it, without a term: «ему нужно чаще гулять»."""
        tokens, head = plan.sentence.tokens, plan.cue.head
        beside = [*tokens[max(0, head - 2) : head], *tokens[plan.cue.stop : plan.cue.stop + 1]]
        named = [token for token in beside if token.readings[0].case == "dat"]
        own = any(self.known.has_any(name, named) for name in ("third_pronouns", "persons_asked"))
        return own and not _is_timed(plan.sentence, self.known)

    def _is_open(self, plan: _Plan) -> bool:
        """Whether it is only told that it has not been done: «ещё предстоит выяснить»."""
        before = plan.sentence.tokens[max(0, plan.cue.head - _NEAR) : plan.cue.head]
        waiting = self.known.has("ahead", plan.head) and self.known.has_any("yet", before)
        return waiting and plan.verb.readings[0].form == "inf"

    def _is_offer(self, plan: _Plan) -> bool:
        """Whether something is offered to one of whom is told: «ему предложили роль», «предложил ей уехать»."""
        tokens, head = plan.sentence.tokens, plan.cue.head
        beside = [*tokens[max(0, head - 1) : head], *tokens[plan.cue.stop : plan.cue.stop + 1]]
        told = [token.readings[0] for token in beside if self.known.has("third_pronouns", token)]
        return self.known.has("offering", plan.head) and any((r.case, r.number) == ("dat", "sing") for r in told)

    def _is_bare_state(self, plan: _Plan) -> bool:
        """«должна быть тёплой», "should be happy": to be something is no deed, but one may be asked to be careful."""
        head = plan.complement.head
        if plan.cue.frame.id == "request" and self.known.has_any("conduct", plan.sentence.tokens[head + 1 : head + 3]):
            return False
        if head == plan.cue.head or plan.at != head or governed.is_achieved(plan.sentence, head, self.known):
            return False
        return self.known.has("copula_infinitives", plan.sentence.tokens[head])


def _is_timed(sentence: Sentence, known: Lexicon) -> bool:
    """Whether a day stands in the sentence: «до 1 мая», «не позднее пятницы», «на этой неделе»."""
    return any(known.has_any(name, sentence.tokens) for name in ("months", "coming_days")) or any(
        known.has("time_prepositions", before) and (known.has("times", token) or token.text.isdigit())
        for before, token in pairwise(sentence.tokens)
    )


def _is_told_as_clause(cue: Cue) -> bool:
    """Whether a whole clause tells what is to be done, not the noun of a deed."""
    return cue.frame.span != "complement" and "event" not in cue.frame.takes


_REASONS: Sequence[Callable[[Inaction, _Plan], bool]] = (
    Inaction._is_denied,
    Inaction._is_stative,
    Inaction._is_state,
    Inaction._is_performed,
    Inaction._is_about_nobody,
    Inaction._is_owed,
    Inaction._is_compelled,
    Inaction._is_supplied,
    Inaction._is_described,
    Inaction._is_idle,
    Inaction._is_undergone,
    Inaction._is_foretold,
    Inaction._is_generic_wish,
    Inaction._is_goal,
    Inaction._is_prospect,
    Inaction._is_readiness,
    Inaction._is_course_of_thing,
    Inaction._is_standing,
    Inaction._has_no_doer,
    Inaction._is_striving,
    Inaction._is_open,
    Inaction._is_offer,
    Inaction._is_bare_state,
)
