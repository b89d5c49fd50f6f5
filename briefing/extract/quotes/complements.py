"""What follows a predicate of speech where word order tells: conjunction, clause, infinitive, object, colon."""

from __future__ import annotations

from typing import Literal

from briefing.extract.quotes import bare, groups
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period

_ADDRESSEE_REACH = 14
FEWEST_OBJECT_WORDS = 3
_FEWEST_QUESTION_WORDS = 4
_DASHES = ("-", "–", "—", "--")


Place = Literal["here", "after"]


def after(period: Period, cue: Cue, index: int, speech: Speech) -> tuple[int, Place] | None:
    """Return where the content that follows a verb of speech begins, and whether only in the next paragraph.

    ``index`` is the first token after the verb, or after the subject where that follows the verb.
    """
    starts = _starts(period, cue, index, speech)
    if cue.takes("addressee") and (end := _addressees(period, index, speech)) > index:
        starts += [end, groups.past_adjuncts(period, end, speech)]
        asked = cue.takes("infinitive") and _asks(period, end, speech)  # “urged owners to check | that doors are shut”
        if not asked and (conjunction := _conjunction_after(period, end, speech)) is not None:
            return conjunction + 1, "here"
    for start in dict.fromkeys(starts):
        found = _marked_or_joined(period, cue, start, speech)
        if found is not None:
            return found
    led = cue.takes("that") and index < len(period) and period.tokens[index].pos == "ADP"
    if led and (conjunction := _conjunction_after(period, index, speech)) is not None:
        return conjunction + 1, "here"  # “said in a letter sent to the council | that …”
    if cue.takes("call") and (found_at := _called(period, cue, index, speech)) is not None:
        return found_at, "here"
    governs = index < len(period) and any(p.preposition == period.tokens[index].fold for p in cue.predicate.content)
    if cue.takes("infinitive") and not governs:  # “asked for more time to prepare” has an object
        begin = index if groups.simple_phrase(period, index) > index else groups.past_adjuncts(period, index, speech)
        led = begin < len(period) and period.tokens[begin].pos == "ADP"  # “was asked | about a threat to go”
        led = led and not speech.is_in("infinitive_mark", period.tokens[begin])
        if (
            not led
            and not (begin < len(period) and _has_own_object(period, cue, begin, speech))
            and (begins := _infinitive(period, begin, speech)) is not None
            and not _is_anonymity(period, begins, speech)
        ):
            return begins, "here"
    object_follows = cue.takes("object infinitive") and groups.simple_phrase(period, index) > index
    if object_follows and (begins := _infinitive(period, index, speech)) is not None:
        return begins, "here"
    if cue.takes("that"):
        for start in sorted(set(starts), reverse=True):
            if bare.begins(period, cue, start, speech):
                return start, "here"
    return _object(period, cue, index, speech)


def _asks(period: Period, index: int, speech: Speech) -> bool:
    """Whether an infinitive with its mark begins at ``index``."""
    after = period.tokens[index + 1] if index + 1 < len(period) else None
    return (
        after is not None and speech.is_in("infinitive_mark", period.tokens[index]) and after.readings[0].form == "inf"
    )


def _announced(period: Period, index: int, speech: Speech) -> list[int]:
    """Return the colon behind what says that words follow: “said | the following:”, “reads | as follows:”."""
    colons = [i for i in range(index + 1, min(len(period), index + 3)) if period.tokens[i].text == ":"]
    return [i for i in colons if speech.has_lemma("to_come", period.tokens[i - 1])]


def _starts(period: Period, cue: Cue, index: int, speech: Speech) -> list[int]:
    """Return where content may begin: right behind the cue, or past what tells when and to whom it is said."""
    adjuncts = groups.past_adjuncts(period, index, speech)
    starts = [index, adjuncts, _past_insertion(period, index, speech), *_announced(period, index, speech)]
    if (dated := _past_insertion(period, adjuncts, speech)) > adjuncts:
        starts.insert(0, dated)  # “announced today, May 3, | that …”
    if cue.takes("addressee") and (resumed := bare.inserted(period, cue, index, speech)) is not None:
        starts.insert(0, resumed)
    return starts


def _addressees(period: Period, index: int, speech: Speech) -> int:
    """Return where the phrase of those addressed ends, several of them too: “asked Senators Lee and Kim | whether”."""
    end = groups.simple_phrase(period, index)
    while index < end < len(period) and speech.is_in("addition", period.tokens[end]):
        further = groups.simple_phrase(period, end + 1)
        if further == end + 1 or (further < len(period) and groups.is_finite(period, further)):
            break
        end = further
    return end


def _past_insertion(period: Period, index: int, speech: Speech) -> int:
    """Return ``index``, moved past what two commas set off before a conjunction: “said, before he left, | that …”."""
    if index >= len(period) or period.tokens[index].text != "," or period.inside[index] is not None:
        return index
    for at in range(index + 1, min(len(period) - 1, index + _ADDRESSEE_REACH)):
        if period.inside[at] is not None or period.is_hard(at) or period.is_stop(at):
            return index
        if period.tokens[at].text == "," and period.tokens[at + 1].pos != "NUM":  # “on Monday, May 3|, 2021, that …”
            return at + 1 if speech.is_in("that", period.tokens[at + 1]) else index
    return index


def _conjunction_after(period: Period, index: int, speech: Speech) -> int | None:
    """Return the conjunction behind an addressee with complements: “told Ann Lee of Radio North in Hull that …”."""
    which = False
    for at in range(index, min(len(period), index + _ADDRESSEE_REACH)):
        token = period.tokens[at]
        which = which or speech.is_in("object_relatives", token)  # “told residents | who live here | that …”
        if period.inside[at] is not None or period.is_hard(at) or period.is_stop(at):
            return None
        if groups.is_finite(period, at):
            if not which:
                return None
            which = False
            continue
        if speech.is_in("that", token):
            return at if token.pos == "SCONJ" or period.tokens[at - 1].text == "," else None
    return None


def _marked_or_joined(period: Period, cue: Cue, start: int, speech: Speech) -> tuple[int, Place] | None:
    """Content that shows itself: a colon, marked words, a conjunction, a question word."""
    if start >= len(period):
        return None
    token = period.tokens[start]
    if token.text == ":" and (cue.takes("direct") or cue.takes("that") or cue.takes("infinitive")):
        if start + 1 >= len(period):
            return (start, "after") if period.closes_paragraph else None
        return start + 1, "here"
    if period.inside[start] is not None:
        return None if is_attributive(period, start) else (start, "here")
    if token.text in (",", *_DASHES) and start + 1 < len(period) and period.inside[start + 1] is not None:
        follows_marked = period.inside[cue.first - 1] is not None if cue.first else False
        return None if follows_marked else (start + 1, "here")
    if cue.takes("that") and speech.is_in("that", token) and start > cue.stop and _is_relative(period, start, speech):
        return None
    if cue.takes("that") and speech.is_in("that", token) and token.pos in ("SCONJ", "PRON", "DET"):
        subject = start + 1 < len(period) and groups.is_finite(period, start + 1)  # “say | that’s not enough”
        return (start if subject else start + 1), "here"
    if cue.takes("question") and speech.is_in("question", token) and token.pos != "DET":
        if bare.tells_which(period, cue, start, speech):
            return None
        alone = start + 1 >= len(period) or not (period.tokens[start + 1].is_word or _is_interrupted(period, start))
        return (start, "here") if groups.length(period, start) >= _FEWEST_QUESTION_WORDS and not alone else None
    return None


def _is_relative(period: Period, index: int, speech: Speech) -> bool:
    """Whether “that” tells of the noun before it: “replied to a letter | that called for change”."""
    before = period.tokens[index - 1]
    told = before.pos == "NOUN" and not speech.is_in("times", before)
    return told and index + 1 < len(period) and groups.is_finite(period, index + 1)


def _is_interrupted(period: Period, index: int) -> bool:
    """Whether a circumstance follows a question word: “how, in the hours after, …”, not “showed why, making …”."""
    after = period.tokens[index + 2] if index + 2 < len(period) else None
    return period.tokens[index + 1].text == "," and after is not None and after.pos in ("ADP", "SCONJ")


def is_attributive(period: Period, index: int) -> bool:
    """Whether the marked words at ``index`` only qualify the noun behind them: “in his “news anchor” voice”."""
    marked = period.inside[index]
    stop = index
    while stop < len(period) and period.inside[stop] is marked:
        stop += 1
    before = period.tokens[index - 1] if index else None
    if before is None or stop >= len(period) or period.words(index, stop) > 3:
        return False
    return before.pos in ("DET", "ADJ", "NOUN") and period.tokens[stop].pos in ("NOUN", "PROPN")


def _infinitive(period: Period, index: int, speech: Speech) -> int | None:
    """Return where “to act” or “members to act” begins right after the verb."""
    marked = speech.is_in("infinitive_mark", period.tokens[index - 1])
    if marked and index < len(period) and period.tokens[index].readings[0].form == "inf":
        return index  # “committed to | meet”
    at = index
    end = groups.simple_phrase(period, at)
    limit = min(len(period), at + 14)
    relative = False
    while at < limit:
        token = period.tokens[at]
        if speech.is_in("people_relatives", token) and at > index and not relative:
            relative, limit = True, min(len(period), at + 14)  # “urged hikers who found bones to call”
        finite = groups.is_finite(period, at) and not relative
        if period.inside[at] is not None or finite or period.is_hard(at) or period.is_stop(at):
            return None
        mark = speech.is_in("infinitive_mark", token)
        if mark and token.pos == "PART":
            return index
        if mark and at + 1 < len(period) and period.inside[at + 1] is not None:
            return at + 1
        if token.pos == "SCONJ" or (at > end and token.text == ","):
            return None
        at += 1
    return None


def _has_own_object(period: Period, cue: Cue, index: int, speech: Speech) -> bool:
    """Whether what somebody gives stands before the infinitive: “offers | tips to save”, no word that they will."""
    marked = speech.is_in("infinitive_mark", period.tokens[index])
    return speech.has_lemma("undertaking", period.tokens[cue.first]) and not marked


def _is_anonymity(period: Period, index: int, speech: Speech) -> bool:
    """Whether somebody only asks “not to be named”."""
    return speech.is_in("negations", period.tokens[index]) and any(
        speech.is_in("naming", token) for token in period.tokens[index + 1 : index + 4]
    )


def _called(period: Period, cue: Cue, index: int, speech: Speech) -> int | None:
    """Return where a description begins: marked words after the object, or the object where “as” follows."""
    as_needed = any(pattern.preposition in speech.words["as"] for pattern in cue.predicate.content)
    relative = False
    for at in range(index, min(len(period), index + 25)):
        if period.inside[at] is not None and _is_work(period, at):
            continue
        if period.inside[at] is not None:
            dubs = cue.takes("dubbing") or speech.is_in("as", period.tokens[max(index, at - 2)])
            return _whole(period, index, at, speech) if dubs else at
        token = period.tokens[at]
        if speech.is_in("object_relatives", token) and at > index:
            relative = True  # “described the way in which she sings as “shrill””
        finite = groups.is_finite(period, at)
        if finite and relative:
            finite = relative = False
        if period.is_stop(at) or period.is_hard(at) or finite:
            if token.text == ":" and at + 1 < len(period) and period.inside[at + 1] is not None:
                return at + 1
            break
        if as_needed and speech.is_in("as", token) and at > index:
            # “described the plan as (a) “folly”” tells what it was called, “as a sign of “panic”” more than that.
            named = at + 2 if at + 2 < len(period) and period.tokens[at + 1].pos == "DET" else at + 1
            marked = named < len(period) and period.inside[named] is not None
            return _whole(period, index, named, speech) if marked else index
    return index if (not as_needed or cue.takes("dubbing")) and _is_predicated(period, index) else None


def _whole(period: Period, index: int, marked: int, speech: Speech) -> int:
    """Return where a description with marked words begins: there, or at the object where marks hold but a part of it.

    So in “called the plan a “house of cards” built on sand”, where the noun that the marks end with goes on.
    """
    stretch = period.inside[marked]
    first, stop = period.range_of(stretch) if stretch is not None else (marked, marked)
    if stop >= len(period) or first <= index or period.tokens[first - 1].pos != "DET":
        return marked
    after = period.tokens[stop]
    goes_on = (after.readings[0].form, after.readings[0].tense) == ("part", "past") or speech.is_in(
        "genitive_joints", after
    )
    goes_on = goes_on or (
        speech.is_in("attendant", after) and period.tokens[min(stop + 1, len(period) - 1)].pos == "DET"
    )
    begin = index + (period.tokens[index].pos == "ADP")
    return begin if goes_on and 2 * period.words(first, stop) < groups.length(period, begin) else marked


def _is_work(period: Period, index: int) -> bool:
    """Whether the marked words around ``index`` are a name behind a preposition: “called her part in “The Tide” …”."""
    marked = period.inside[index]
    first, stop = period.range_of(marked) if marked is not None else (index, index)
    words = [token for token in period.tokens[first:stop] if token.is_word and len(token.text) > 3]
    return first > 0 and period.tokens[first - 1].pos == "ADP" and all(token.is_capital for token in words)


def _is_predicated(period: Period, index: int) -> bool:
    """Whether an object and what it is called fill the stretch: “called the ruling disappointing”, “it a mistake”."""
    end = groups.simple_phrase(period, index)
    if end >= len(period) or end == index or period.tokens[index].pos not in ("DET", "PRON"):
        return False
    if end - 1 > index and period.tokens[end - 1].pos == "ADJ":
        return True
    second = groups.simple_phrase(period, end)
    closes = end + 1 >= len(period) or period.is_edge(end + 1)
    adjective = period.tokens[end].pos == "ADJ" or (period.tokens[end].readings[0].form == "part" and closes)
    closed = second >= len(period) or period.is_edge(second) or period.tokens[second].pos in ("ADP", "CCONJ", "PART")
    return adjective or (second > end and period.tokens[end].pos == "DET" and closed)


def _object(period: Period, cue: Cue, index: int, speech: Speech) -> tuple[int, Place] | None:
    """Return nominal content: the object, or what the verb's preposition governs, or both (“blamed it for …”)."""
    for pattern in cue.predicate.content:
        plain = cue.form == "participle" and not cue.takes("infinitive") and pattern.preposition != "obj"
        if plain and not groups.has_auxiliary(period, cue.first, speech):
            continue
        start: int | None = None
        if pattern.only == "modal":
            begin = index + bool(pattern.preposition)
            opens = index < len(period) and period.tokens[index].fold == pattern.preposition
            stated = (opens or begin == index) and _is_stated(period, begin, pattern.only, speech)
            start = begin if stated else None
        elif pattern.preposition == "obj":
            place = next(
                (i for i in range(index, min(len(period), index + 14)) if period.tokens[i].fold == pattern.case), None
            )
            between = range(index, place) if place is not None else range(0)
            if pattern.only == "gerund" and (place is None or not _is_gerund(period, place + 1)):
                between = range(0)  # “charged with | stealing a car”, not “with theft”
            elif place == index and groups.is_passive(period, cue.first, speech):
                start = index + 1  # “was accused by rivals of | wasting time”
            if between and not any(
                period.is_hard(i) or period.is_stop(i) or groups.is_finite(period, i) for i in between
            ):
                passive = groups.is_passive(period, cue.first, speech)
                start = between.stop + 1 if passive else index  # “was charged on Tuesday with | stealing cars”
        elif pattern.case == "obj" and pattern.preposition:
            begins = index + 1 < len(period) and period.tokens[index].fold == pattern.preposition
            start = index + 1 if begins and not speech.has_lemma("hollow", period.tokens[index + 1]) else None
        elif pattern.case == "gerund":
            start = index if index < len(period) and _is_gerund(period, index) else None
        elif pattern.case == "obj":
            end = groups.simple_phrase(period, index)
            hollow = end > index and speech.has_lemma("hollow", period.tokens[end - 1])  # “announced the verdict”
            nominal = (end > index and not hollow) or (index < len(period) and _is_gerund(period, index))
            pronoun = index < len(period) and period.tokens[index].readings[0].case == "acc"
            start = index if nominal and not pronoun else None
        long = start is not None and groups.length(period, start) >= FEWEST_OBJECT_WORDS
        if start is not None and long and not _is_bare_object(period, start):
            return start, "here"
    return None


def _is_bare_object(period: Period, start: int) -> bool:
    """Whether a noun is all that is said before another verb: “announced | an inquiry | and asked for help”."""
    end = groups.simple_phrase(period, start)
    if end + 1 >= len(period) or period.tokens[end].pos != "CCONJ":
        return False
    return period.words(start, end) < FEWEST_OBJECT_WORDS and groups.is_finite(period, end + 1)


def _is_stated(period: Period, index: int, kind: str, speech: Speech) -> bool:
    """Whether a noun of this kind and its complement begin here: “the need to act”, “a lack of funds”."""
    end = groups.simple_phrase(period, index)
    if end == index or end >= len(period) or not speech.has_lemma(kind, period.tokens[end - 1]):
        return False
    return period.tokens[end].pos in ("ADP", "PART")


def _is_gerund(period: Period, index: int) -> bool:
    while index + 1 < len(period) and period.tokens[index].pos == "ADV":
        index += 1
    reading = period.tokens[index].readings[0]
    return reading.form == "part" and reading.tense == "pres"
