"""Where the narration goes on behind reported content without a comma: with what came of it, or what was done."""

from __future__ import annotations

from briefing.extract.quotes import groups
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period


def end(period: Period, cue: Cue, start: int, stop: int, speech: Speech) -> int:
    """Return the conjunction behind which the narration goes on, ``stop`` if there is none."""
    for index in range(start + 1, stop - 2):
        if period.inside[index] is not None:
            continue
        if _is_foiled(period, index, speech):
            return index
        if period.tokens[index].pos not in ("CCONJ", "SCONJ", "ADP"):
            continue
        if _keeps_silent(period, cue, start, index, stop, speech):
            return index - 1 if period.tokens[index - 1].text == "," else index
        if period.tokens[index].pos != "CCONJ":
            continue
        if (
            _turns_out(period, start, index, stop, speech)
            or _acts_on_addressee(period, cue, start, index)
            or _acts_next(period, cue, start, index, speech)
        ):
            return index - 1 if period.tokens[index - 1].text == "," else index
    return stop


def _is_foiled(period: Period, comma: int, speech: Speech) -> bool:
    """Whether it follows what came instead: “said she would stay|, only to leave”, “…|, only for it to fall”."""
    opens = period.tokens[comma].text == "," and speech.is_in("turning", period.tokens[comma + 1])
    after = period.tokens[comma + 2]
    return opens and (speech.is_in("infinitive_mark", after) or speech.is_in("subject_marks", after))


def _turns_out(period: Period, start: int, joint: int, stop: int, speech: Speech) -> bool:
    """Whether it follows what became of a plan: “said she would stay | but later left”, “… | but then it fell”."""
    tokens = period.tokens
    told, verb = period.finite(start, joint), period.finite(joint, stop)
    if not speech.is_in("adversatives", tokens[joint]) or told is None or verb is None:
        return False
    if (
        not speech.is_in("expected", tokens[told])
        or speech.is_in("expected", tokens[verb])
        or tokens[verb].readings[0].tense != "past"
    ):
        return False
    return any(speech.is_in("afterwards", token) for token in tokens[joint + 1 : min(verb + 2, stop)])


def _keeps_silent(period: Period, cue: Cue, start: int, joint: int, stop: int, speech: Speech) -> bool:
    """Whether the speaker tells no more: “… | but declined to say where”, “…, | although he gave no details”.

    Those who were asked, as the content tells, are others: “said they asked Lee but he declined to say”.
    """
    tokens = period.tokens
    if speech.is_in("lacking", tokens[joint]):
        return tokens[joint + 1].readings[0].form == "part" and _informs(period, joint + 1, stop, speech)
    concedes = speech.is_in("adversatives", tokens[joint]) or speech.is_in("conceding", tokens[joint])
    if cue.form != "finite" or not concedes:
        return False
    if any(speech.has_lemma("approaching", token) for token in tokens[start:joint]):
        return False
    at = joint + 1 + (tokens[joint + 1].pos in ("PRON", "ADV"))
    if at + 2 >= len(period) or tokens[at].readings[0].tense != cue.reading.tense:
        return False
    if speech.has_lemma("withholding", tokens[at]):
        return speech.is_in("infinitive_mark", tokens[at + 1]) and _informs(period, at + 2, stop, speech)
    if speech.is_in("negations", tokens[at + 1]):
        return tokens[at + 2].readings[0].form == "inf" and _informs(period, at + 2, stop, speech)
    return speech.is_in("nothing", tokens[at + 1]) and _informs(period, at, stop, speech)


def _informs(period: Period, verb: int, stop: int, speech: Speech) -> bool:
    """Whether the verb is one of telling, or of giving what is told: “elaborate”, “give further details”."""
    token = period.tokens[verb]
    if speech.has_lemma("informing", token):
        return True
    told = period.tokens[verb + 1 : min(verb + 5, stop)]
    return speech.has_lemma("giving", token) and any(speech.has_lemma("informed", each) for each in told)


def _acts_next(period: Period, cue: Cue, start: int, joint: int, speech: Speech) -> bool:
    """Whether the speaker does something else behind words without a verb of their own: “urged it to go | and sued”.

    The verb has the tense of the cue's, and its number where the present shows that.
    """
    told = next((i for i in range(joint + 1, len(period)) if period.tokens[i].pos != "ADV"), joint)
    joined = speech.is_in("clause_joints", period.tokens[joint]) and period.tokens[joint - 1].pos != "ADV"
    if (
        not joined
        or cue.form != "finite"
        or not groups.is_finite(period, told)
        or period.finite(start, joint) is not None
    ):
        return False
    verb, said = period.tokens[told].readings[0], cue.reading
    shown = said.tense == "past" or said.person == "3"
    return shown and (verb.tense, verb.person) == (said.tense, said.person)


def _acts_on_addressee(period: Period, cue: Cue, start: int, joint: int) -> bool:
    """Whether the speaker does something with whom the content is about: “told Lee he was late | and fined him”.

    Had the subject of the content done it, the object would be reflexive.
    """
    if not cue.takes("addressee") or start <= cue.stop:
        return False
    subject, verb, patient = (period.tokens[i].readings[0] for i in (start, joint + 1, joint + 2))
    if subject.pos != "PRON" or subject.case != "nom" or not groups.is_finite(period, joint + 1):
        return False
    same = (patient.gender, patient.number) == (subject.gender, subject.number)
    return verb.tense == "past" and patient.pos == "PRON" and patient.case == "acc" and same
