"""Nominal content: nouns of happenings, states and duties that a predicate of speech governs."""

from __future__ import annotations

from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Government, Speech
from briefing.extract.quotes.periods import Period

_NOUNS = ("NOUN", "PROPN", "X")


def start(period: Period, cue: Cue, pattern: Government, speech: Speech) -> int | None:
    """Return where nominal content of this pattern begins after the cue, in the cue's own stretch."""
    _, stop = period.segment(cue.first)
    if pattern.case == "acc" and not pattern.preposition and _is_judged(period, cue.stop, stop):
        return None
    past = cue.stop
    for index in range(cue.stop, stop):
        if period.inside[index] is not None or index < past:
            continue
        token = period.tokens[index]
        if period.is_predicate(index) or token.readings[0].form == "inf":
            return None
        if speech.is_in("coordinators", token) and not (pattern.preposition and _joins_nouns(period, index, stop)):
            return None
        if pattern.preposition:
            if token.pos in ("ADP", "SCONJ") and _is_form_of(token.fold, pattern.preposition, speech):
                if _is_hollow(period, index + 1, speech):
                    continue  # «обвинил в ходе спора в обмане»
                # «обвинил его во лжи» says all
                alone = cue.takes("against") and any(_is_whom(period, i) for i in range(cue.stop, index))
                return index + 1 if _suits(period, index + 1, stop, pattern, speech, alone=alone) else None
            if token.pos == "ADP" and cue.form == "noun":
                return None
        elif token.pos == "ADP":
            past = _past_circumstance(period, index, stop, speech) if cue.form != "noun" else index
            if past == index:
                return None
        elif _is_in_case(period, index, pattern.case) and not _is_complement(
            period, index, cue, speech, after_circumstance=index == past
        ):
            return index if _suits(period, index, stop, pattern, speech) else None
    return None


def _is_judged(period: Period, first: int, stop: int) -> bool:
    """Whether it is told what something is held to be, no more: «признал | обоснованным | заявление банка»."""
    reading = period.tokens[first].readings[0] if first + 1 < stop else None
    if reading is None or period.inside[first] is not None or (reading.pos, reading.case) != ("ADJ", "ins"):
        return False
    return period.tokens[first + 1].reading(case="acc") is not None and period.tokens[first + 1].pos in (*_NOUNS, "DET")


def _joins_nouns(period: Period, index: int, stop: int) -> bool:
    """Whether the conjunction joins those told: «предупредил завод | и | мэрию о сбоях»."""
    before, after = period.tokens[index - 1], period.tokens[min(index + 1, stop - 1)]
    return before.pos in _NOUNS and after.pos in (*_NOUNS, "ADJ", "DET", "NUM")


def _is_whom(period: Period, index: int) -> bool:
    """Whether the word may be who is accused."""
    token = period.tokens[index]
    return token.pos in ("NOUN", "PROPN", "PRON", "X") and token.reading(case="acc") is not None


def _is_hollow(period: Period, index: int, speech: Speech) -> bool:
    """Whether the noun at ``index`` only makes up a preposition: «в адрес», «в ходе»."""
    noun = period.tokens[index].reading(pos="NOUN") if index < len(period) else None
    return noun is not None and noun.lemma in speech.words["hollow"]


def _past_circumstance(period: Period, index: int, stop: int, speech: Speech) -> int:
    """Return the end of a phrase of time or place at ``index``, or of who is asked: «признал | в мае | нехватку»."""
    asked = speech.is_in("origins", period.tokens[index])  # «потребовал | от мэра | отчёта»
    if not asked and not speech.is_in("places", period.tokens[index]):
        return index
    end = index
    for head in range(index + 1, min(stop, index + 8)):
        token = period.tokens[head]
        if token.pos in ("NOUN", "PROPN", "PRON"):
            place = token.readings[0].case == "loc" or speech.has_lemma("times", token)
            if not place and not (asked and token.reading(case="gen") is not None):
                break
            end = head + 1
            if end == stop or not speech.is_in("coordinators", period.tokens[end]):
                break
        elif token.pos not in ("ADJ", "DET", "NUM", "CCONJ"):
            break
    return end


def put_down(period: Period, cue: Cue, pattern: Government, taken: set[int], speech: Speech) -> int | None:
    """Return where the content begins of a verb that puts one thing down to another: «объяснил | задержку погодой».

    An object that stands before the verb is no part of it: «свой уход он объяснил | усталостью». ``taken`` are the
    tokens of whoever speaks.
    """
    if pattern.by is None:
        return None
    first, stop = period.segment(cue.first)
    cause = _cause(period, cue.stop, stop, pattern.by, speech)
    if cause is None or cause in taken:
        return None
    free = [i for i in range(first, cause) if i not in taken and i != cue.first and period.inside[i] is None]
    objects = [i for i in free if _is_object(period, i, pattern.case, speech)]
    if not objects:
        return None
    return objects[0] if objects[0] > cue.first else cause


def _cause(period: Period, first: int, stop: int, by: Government, speech: Speech) -> int | None:
    """Return where what something is put down to begins."""
    for index in range(first, stop):
        token = period.tokens[index]
        if period.inside[index] is not None:
            continue
        governed = index > first and period.tokens[index - 1].pos == "ADP"
        if (
            by.preposition
            and token.pos == "ADP"
            and _is_form_of(token.fold, by.preposition, speech)
            and index + 1 < stop
        ):
            return index if period.tokens[index + 1].reading(case=by.case) is not None else None
        if not by.preposition and not governed and token.readings[0].case == by.case:
            return index
    return None


def _is_object(period: Period, index: int, case: str, speech: Speech) -> bool:
    """Whether an object of the case begins at ``index``, with no preposition before it."""
    token = period.tokens[index]
    name = period.places[index][0].name_at(period.places[index][1])
    nominal = token.pos in ("NOUN", "PROPN", "ADJ", "DET", "PRON", "X") or name is not None
    nominal = nominal or speech.is_in("things", token)  # «связывает это с ростом цен»
    governed = index > 0 and period.tokens[index - 1].pos in ("ADP", "ADJ", "DET", "NUM", "NOUN")
    return nominal and not governed and token.reading(case=case) is not None


def _is_form_of(form: str, preposition: str, speech: Speech) -> bool:
    """Whether the form is the preposition itself or what it becomes before some sounds: «об», «во»."""
    return form == preposition or (form[:-1] == preposition and form[-1] in speech.words["preposition_endings"])


def _is_in_case(period: Period, index: int, case: str) -> bool:
    token = period.tokens[index]
    reading = token.reading(case=case)
    return reading is not None and reading.pos in ("NOUN", "ADJ", "DET", "NUM", "PROPN", "VERB")


def _is_complement(period: Period, index: int, cue: Cue, speech: Speech, *, after_circumstance: bool) -> bool:
    """Whether the word belongs to the noun before it, in the genitive: «обещают жителям | области дожди».

    What follows a time or place does not, but what follows a deed does: «признал виновным в получении | взятки».
    """
    if index <= cue.stop or period.tokens[index - 1].pos != "NOUN":
        return False
    if after_circumstance and not period.tokens[index - 1].lemma.endswith(tuple(speech.words["event_endings"])):
        return False
    sentence, local = period.places[index]
    whole = period.tokens[index : index + 1 + (period.tokens[index].pos == "ADJ")]
    named = sentence.name_at(local - 1) is not None  # «обещал Ливии | гарантии мира»
    return not named and all(token.reading(case="gen") is not None for token in whole)


def _suits(period: Period, first: int, stop: int, pattern: Government, speech: Speech, *, alone: bool = False) -> bool:
    """Whether the noun phrase has the case wanted and, where only events count, means one that has its own words.

    ``alone`` says that a noun without words of its own is enough.
    """
    for index in range(first, min(stop, first + 6)):
        token = period.tokens[index]
        noun = token.reading(pos="NOUN")
        following = period.tokens[index + 1].pos if index + 1 < stop else ""
        if noun is None or (noun.lemma in speech.words["amounts"] and following):
            continue
        if token.pos == "ADJ" and following in ("ADJ", "NOUN"):
            continue  # «новых реформ», though «новый» is a noun too
        if (pattern.preposition and noun.lemma in speech.words["hollow"]) or _only_points(
            period, first, index, stop, speech
        ):
            return False
        amount = index > first and speech.has_lemma("amounts", period.tokens[first])
        if token.reading(pos="NOUN", case="gen" if amount else pattern.case) is None:
            return False
        if not amount and not alone and _only_names(period, index, stop, pattern, speech):
            return False
        if _is_of_others(noun.lemma, pattern, speech):
            return False
        if pattern.only == "state" and is_abstract(noun.lemma, speech):
            return stop - first > 1
        if pattern.only == "change":
            return noun.lemma in speech.words["changes"] and stop - first > 1
        if pattern.only == "modal":
            return noun.lemma in speech.words["modal"] and stop - first > 1
        if (
            index > first
            and period.tokens[index - 1].pos in ("DET", "PRON")
            and _is_circumstance(period, index + 1, stop, speech)
        ):
            return False  # «объявил о своей свадьбе в письме» only names a topic
        told = [token for token in period.tokens[first:stop] if token.pos not in ("DET", "PRON")]
        return not pattern.only or (is_event(noun.lemma, speech) and len(told) > 1)
    return pattern.preposition in speech.words["as"] and _is_quality(period, first, stop, pattern)


def _is_quality(period: Period, first: int, stop: int, pattern: Government) -> bool:
    """Whether an adjective stands alone, adverbs before it at most: «оценил состояние как | крайне тяжёлое»."""
    while first < stop and period.tokens[first].pos in ("ADV", "PART"):
        first += 1
    return first < stop and period.tokens[first].reading(pos="ADJ", case=pattern.case) is not None


def _only_points(period: Period, first: int, head: int, stop: int, speech: Speech) -> bool:
    """Whether «такой» before the noun, and nothing behind it, takes up what was said before: «такую возможность»."""
    return head == first + 1 and head + 1 >= stop and speech.has_lemma("such", period.tokens[first])


def _only_names(period: Period, head: int, stop: int, pattern: Government, speech: Speech) -> bool:
    """Whether nothing follows a noun after «о» or «в» that tells more than which: «сообщил о новом нападении»."""
    if pattern.preposition not in speech.words["topics"] or pattern.only == "modal":
        return False
    following = period.tokens[stop + 1 : stop + 3]
    described = any(speech.is_in("relative", t) or t.readings[0].form == "part" for t in following)
    return not described and not any(token.is_word for token in period.tokens[head + 1 : stop])


def _is_of_others(lemma: str, pattern: Government, speech: Speech) -> bool:
    """Whether the noun means what others say, which whoever denies it does not: «отрицает обвинения в обмане»."""
    said = speech.nouns.get(lemma)
    return (
        pattern.only == "state"
        and said is not None
        and {"this", "that"} <= said.frames
        and "infinitive" not in said.frames
    )


def opens(period: Period, first: int, stop: int, pattern: Government, speech: Speech) -> bool:
    """Whether the words are nominal content of this pattern and nothing else."""
    return _is_in_case(period, first, pattern.case) and _suits(period, first, stop, pattern, speech)


def _is_circumstance(period: Period, index: int, stop: int, speech: Speech) -> bool:
    """Whether nothing follows, or what tells when and where: no complement of the noun before."""
    return index >= stop or (period.tokens[index].pos == "ADP" and speech.is_in("places", period.tokens[index]))


def is_abstract(lemma: str, speech: Speech) -> bool:
    """Whether the noun means a state or quality, which can be confirmed or denied."""
    return lemma in speech.words["modal"] or lemma.endswith(tuple(speech.words["abstract_endings"]))


def is_event(lemma: str, speech: Speech) -> bool:
    """Whether the noun means a happening or an intention rather than a thing."""
    return lemma in speech.words["events"] or lemma.endswith(tuple(speech.words["event_endings"]))
