"""What follows a predicate of speech where word order tells: conjunction, clause, infinitive, object, colon."""

from __future__ import annotations

from typing import Literal

from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period, is_predicate

_NOMINAL = ("NOUN", "PROPN", "NUM", "ADJ", "DET", "PRON")
_CLAUSE_REACH = 30
_ADDRESSEE_REACH = 14
FEWEST_OBJECT_WORDS = 3
_FEWEST_QUESTION_WORDS = 4
_DASHES = ("-", "–", "—", "--")

_UNITS = ("%", "$", "£", "€")

Place = Literal["here", "after"]


def is_finite(period: Period, index: int) -> bool:
    """Whether the token is a finite verb."""
    return is_predicate(period.tokens[index])


def word_before(period: Period, index: int) -> int | None:
    """Return the last token before that is no adverb and no negation."""
    index -= 1
    while index >= 0 and (period.tokens[index].pos == "ADV" or period.tokens[index].lemma == "not"):
        index -= 1
    return index if index >= 0 else None


def is_passive(period: Period, index: int) -> bool:
    """Whether a past participle stands after a form of “be”."""
    reading = period.tokens[index].readings[0]
    before = word_before(period, index)
    return (
        reading.form == "part"
        and reading.voice == "pass"
        and before is not None
        and period.tokens[before].lemma in ("be", "get")
    )


def is_modifier(period: Period, index: int) -> bool:
    """Whether a participle stands inside a noun phrase: “a promising chef”."""
    before = period.tokens[index - 1] if index else None
    return before is not None and (before.pos in ("DET", "ADJ", "NUM") or before.readings[0].case == "gen")


def has_auxiliary(period: Period, index: int) -> bool:
    """Whether the participle belongs to a finite group: “has said”, “is asking”, “started asking”."""
    before = word_before(period, index)
    return before is not None and period.tokens[before].pos == "VERB"


def governor(period: Period, index: int) -> int:
    """Return the nearest finite verb before an infinitive; the index itself if there is none."""
    return next((i for i in range(index - 1, -1, -1) if period.inside[i] is None and is_finite(period, i)), index)


def group_start(period: Period, index: int) -> int:
    """Return where the verb group that ends at ``index`` begins, auxiliaries and adverbs included."""
    while (
        index > 0
        and period.inside[index - 1] is None
        and (period.tokens[index - 1].pos in ("ADV", "VERB") or period.tokens[index - 1].lemma == "not")
    ):
        index -= 1
    return index


def is_relative(period: Period, index: int, speech: Speech) -> bool:
    """Whether a relative pronoun stands right before the verb."""
    before = word_before(period, index)
    return before is not None and speech.is_in("relative", period.tokens[before])


def back_over_lead(period: Period, first: int, speech: Speech) -> int:
    """Return ``first``, moved before a conjunction or adverb that leads into the attribution after a mark."""
    while first > 1 and period.inside[first - 1] is None and period.tokens[first - 1].pos == "ADV":
        first -= 1
    return first


def simple_phrase(period: Period, index: int) -> int:
    """Return where the noun phrase that begins at ``index`` ends, without complements; ``index`` if none begins."""
    stop, at = index, index
    while at < len(period) and period.inside[at] is None:
        token = period.tokens[at]
        name = period.places[at][0].name_at(period.places[at][1])
        if token.pos == "DET" and stop > index:
            break
        if stop > index and _is_told(period, at):
            break
        if token.pos in ("NOUN", "PROPN") or name is not None:
            at += 1
            stop = at
        elif token.pos == "PRON":
            return at + 1 if at == index else stop
        elif (
            token.pos in ("DET", "ADJ", "NUM")
            or token.text in _UNITS
            or token.readings[0].case == "gen"
            or (token.readings[0].form == "part" and at > index and stop == index)
        ):
            at += 1
        else:
            break
    if at > stop and period.tokens[at - 1].pos == "ADJ" and (stop == index or period.tokens[stop].readings[0].case):
        return at  # an adjective that nothing follows is a noun: “told the country’s military: …”
    return stop


def _is_told(period: Period, index: int) -> bool:
    """Whether a name begins after a noun in the plural, so that it is none of its phrase: “told reporters Iran …”."""
    before, sentence, local = period.tokens[index - 1], *period.places[index]
    name = sentence.name_at(local)
    return name is not None and name.first == local and before.pos == "NOUN" and before.readings[0].number == "plur"


def past_adjuncts(period: Period, index: int, speech: Speech) -> int:
    """Return ``index``, moved past addressees with “to” and phrases of time and place, if what follows is content."""
    at = index
    while at < len(period) and period.inside[at] is None:
        token = period.tokens[at]
        if _is_time(period, at, speech):
            at = _time_end(period, at)
        elif token.pos == "ADV" and not _opens_clause(period, at) and not speech.is_in("focusing", token):
            at += 1
        elif speech.is_in("adjuncts", token) and token.pos == "ADP":
            end = simple_phrase(period, at + 1)
            if end == at + 1:
                break
            while end < len(period) and period.tokens[end].pos == "NUM":
                end += 1  # “on 12 June 2025”
            while (
                end < len(period)
                and period.tokens[end].fold in ("of", "'s")
                and simple_phrase(period, end + 1) > end + 1
            ):
                end = simple_phrase(period, end + 1)
            at = end
        else:
            break
    return at


def _is_time(period: Period, index: int, speech: Speech) -> bool:
    """Whether a phrase like “late on”, “last week”, “early Sunday” begins here."""
    end = _time_end(period, index)
    return (
        index < end <= index + 3
        and period.tokens[index].readings[0].case != "gen"
        and any(speech.is_in("times", period.tokens[i]) for i in range(index, end))
    )


def _time_end(period: Period, index: int) -> int:
    begin = index + 1 if period.tokens[index].pos == "ADV" else index
    end = simple_phrase(period, begin)
    return end if end > begin else index


def _opens_clause(period: Period, index: int) -> bool:
    return index + 1 < len(period) and period.tokens[index + 1].pos in ("DET", "PRON", "PROPN")


def after(period: Period, cue: Cue, index: int, speech: Speech) -> tuple[int, Place] | None:
    """Return where the content that follows a verb of speech begins, and whether only in the next paragraph.

    ``index`` is the first token after the verb, or after the subject where that follows the verb.
    """
    starts = [index, past_adjuncts(period, index, speech)]
    if cue.takes("addressee") and (end := _addressees(period, index)) > index:
        starts += [end, past_adjuncts(period, end, speech)]
        if (conjunction := _conjunction_after(period, end, speech)) is not None:
            return conjunction + 1, "here"
    for start in dict.fromkeys(starts):
        found = _marked_or_joined(period, cue, start, speech)
        if found is not None:
            return found
    if cue.takes("call") and (found_at := _called(period, cue, index)) is not None:
        return found_at, "here"
    governs = index < len(period) and any(p.preposition == period.tokens[index].fold for p in cue.predicate.content)
    if cue.takes("infinitive") and not governs:  # “asked for more time to prepare” has an object
        begin = index if simple_phrase(period, index) > index else past_adjuncts(period, index, speech)
        if (begins := _infinitive(period, begin)) is not None and not _is_anonymity(period, begins, speech):
            return begins, "here"
    object_follows = cue.takes("object infinitive") and simple_phrase(period, index) > index
    if object_follows and (begins := _infinitive(period, index)) is not None:
        return begins, "here"
    if cue.takes("that"):
        for start in dict.fromkeys(reversed(starts)):
            if _is_clause(period, cue, start, speech):
                return start, "here"
    return _object(period, cue, index, speech)


def _addressees(period: Period, index: int) -> int:
    """Return where the phrase of those addressed ends, several of them too: “asked Senators Lee and Kim | whether”."""
    end = simple_phrase(period, index)
    while index < end < len(period) and period.tokens[end].fold == "and":
        further = simple_phrase(period, end + 1)
        if further == end + 1 or (further < len(period) and is_finite(period, further)):
            break
        end = further
    return end


def _conjunction_after(period: Period, index: int, speech: Speech) -> int | None:
    """Return the conjunction behind an addressee with complements: “told Ann Lee of Radio North in Hull that …”."""
    for at in range(index, min(len(period), index + _ADDRESSEE_REACH)):
        token = period.tokens[at]
        if period.inside[at] is not None or period.is_hard(at) or period.is_stop(at) or is_finite(period, at):
            return None
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
    if cue.takes("that") and speech.is_in("that", token) and token.pos in ("SCONJ", "PRON", "DET"):
        return start + 1, "here"
    if cue.takes("question") and speech.is_in("question", token) and token.pos != "DET":
        alone = start + 1 >= len(period) or not (period.tokens[start + 1].is_word or _is_interrupted(period, start))
        return (start, "here") if length(period, start) >= _FEWEST_QUESTION_WORDS and not alone else None
    return None


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


def _is_clause(period: Period, cue: Cue, start: int, speech: Speech) -> bool:
    """Whether a subject and its finite verb follow without a conjunction, or the verb alone (“which he says is …”)."""
    if start >= len(period) or period.inside[start] is not None or period.is_edge(start):
        return False
    token = period.tokens[start]
    if is_finite(period, start):
        return _is_relative_clause(period, cue, speech)
    bridge = speech.has_lemma("bridges", period.tokens[cue.first])
    if cue.takes("addressee") and cue.first and _is_closed_addressee(period, cue, start):
        return False
    if speech.is_in("question", token) and token.pos != "DET" and not cue.takes("question"):
        return False
    if token.pos in ("CCONJ", "PART") or (token.pos in ("ADP", "SCONJ") and not bridge):
        return False
    if token.readings[0].case == "acc" or speech.is_in("as", token) or token.fold == "about":
        return False  # “were told about the effects of …” names a topic
    if _is_judged(period, cue, start):
        return False
    for index in range(start, min(len(period), start + _CLAUSE_REACH)):
        if period.inside[index] is not None:
            if is_finite(period, index) and index > start + 1:
                return True
            continue
        if index > start and _closes_phrase(period, index, bridge=bridge):
            return False
        if speech.is_in("relative", period.tokens[index]) and index > start:
            continue
        if is_finite(period, index) and not is_relative(period, index, speech):
            return True
    return False


def _is_judged(period: Period, cue: Cue, start: int) -> bool:
    """Whether an adjective follows that tells how somebody feels: “felt good about what he had done”."""
    after = period.tokens[start + 1] if start + 1 < len(period) else None
    return (
        cue.takes("mind") and period.tokens[start].pos == "ADJ" and after is not None and after.pos in ("ADP", "SCONJ")
    )


def _is_closed_addressee(period: Period, cue: Cue, start: int) -> bool:
    """Whether marked words are told to whom a comma closes off: “…,” Lee told the committee, the paper reported."""
    end = simple_phrase(period, start)
    closed = end < len(period) and period.tokens[end].text == ","
    return closed and any(period.inside[i] is not None for i in range(cue.first))


def _closes_phrase(period: Period, index: int, *, bridge: bool) -> bool:
    """Whether the phrase that follows a verb ends here, so that it is an object and no subject of a clause.

    ``bridge`` says that the verb mostly has clauses, whose subjects may hold commas and “and”.
    """
    if period.is_hard(index) or period.is_stop(index):
        return True
    if period.tokens[index].pos == "SCONJ" and not bridge and period.tokens[index].fold != "that":
        return True
    after = period.tokens[index + 1] if index + 1 < len(period) else None
    if period.tokens[index].text == ",":
        return not bridge or (after is not None and after.readings[0].form == "part")
    if period.tokens[index].pos == "CCONJ":
        return (
            not bridge or period.tokens[index - 1].text == "," or (after is not None and is_finite(period, index + 1))
        )
    return False


def _is_relative_clause(period: Period, cue: Cue, speech: Speech) -> bool:
    """Whether a relative pronoun opens the cue's clause: “which he says is”, “what makers say are”."""
    for index in range(cue.first - 1, max(-1, cue.first - 8), -1):
        token = period.tokens[index]
        if speech.is_in("relative", token) or token.fold == "what":
            return index == 0 or period.tokens[index - 1].pos != "ADP" or token.fold == "what"
        if period.is_edge(index) or token.pos == "VERB":
            return False
    return False


def _infinitive(period: Period, index: int) -> int | None:
    """Return where “to act” or “members to act” begins right after the verb."""
    if period.tokens[index - 1].fold == "to" and index < len(period) and period.tokens[index].readings[0].form == "inf":
        return index  # “committed to | meet”
    at = index
    end = simple_phrase(period, at)
    limit = min(len(period), at + 14)
    relative = False
    while at < limit:
        token = period.tokens[at]
        if token.fold == "who" and at > index and not relative:
            relative, limit = True, min(len(period), at + 14)  # “urged people who saw anything to come forward”
        finite = is_finite(period, at) and not relative
        if period.inside[at] is not None or finite or period.is_hard(at) or period.is_stop(at):
            return None
        if token.fold == "to" and token.pos == "PART":
            return index
        if token.fold == "to" and at + 1 < len(period) and period.inside[at + 1] is not None:
            return at + 1
        if token.pos == "SCONJ" or (at > end and token.text == ","):
            return None
        at += 1
    return None


def _is_anonymity(period: Period, index: int, speech: Speech) -> bool:
    """Whether somebody only asks “not to be named”."""
    return speech.is_in("negations", period.tokens[index]) and any(
        speech.is_in("naming", token) for token in period.tokens[index + 1 : index + 4]
    )


def _called(period: Period, cue: Cue, index: int) -> int | None:
    """Return where a description begins: marked words after the object, or the object where “as” follows."""
    as_needed = any(pattern.preposition == "as" for pattern in cue.predicate.content)
    for at in range(index, min(len(period), index + 25)):
        if period.inside[at] is not None:
            return at
        token = period.tokens[at]
        if period.is_stop(at) or period.is_hard(at) or is_finite(period, at):
            if token.text == ":" and at + 1 < len(period) and period.inside[at + 1] is not None:
                return at + 1
            break
        if as_needed and token.fold == "as" and at > index:
            # “described the plan as “folly”” tells what it was called, “as a sign of “panic”” more than that.
            return at + 1 if at + 1 < len(period) and period.inside[at + 1] is not None else index
    return index if not as_needed and _is_predicated(period, index) else None


def _is_predicated(period: Period, index: int) -> bool:
    """Whether an object and what it is called fill the stretch: “called the ruling disappointing”, “it a mistake”."""
    end = simple_phrase(period, index)
    if end >= len(period) or end == index or period.tokens[index].pos not in ("DET", "PRON"):
        return False
    if end - 1 > index and period.tokens[end - 1].pos == "ADJ":
        return True
    second = simple_phrase(period, end)
    closes = end + 1 >= len(period) or period.is_edge(end + 1)
    adjective = period.tokens[end].pos == "ADJ" or (period.tokens[end].readings[0].form == "part" and closes)
    closed = second >= len(period) or period.is_edge(second) or period.tokens[second].pos in ("ADP", "CCONJ", "PART")
    return adjective or (second > end and period.tokens[end].pos == "DET" and closed)


def _object(period: Period, cue: Cue, index: int, speech: Speech) -> tuple[int, Place] | None:
    """Return nominal content: the object, or what the verb's preposition governs, or both (“blamed it for …”)."""
    for pattern in cue.predicate.content:
        plain = cue.form == "participle" and not cue.takes("infinitive") and pattern.preposition != "obj"
        if plain and not has_auxiliary(period, cue.first):
            continue
        start: int | None = None
        if pattern.preposition == "obj":
            place = next(
                (i for i in range(index, min(len(period), index + 14)) if period.tokens[i].fold == pattern.case), None
            )
            between = range(index, place) if place is not None else range(0)
            if place == index and is_passive(period, cue.first):
                start = index + 1  # “was accused by critics of | wasting time”
            elif between and not any(period.is_hard(i) or period.is_stop(i) or is_finite(period, i) for i in between):
                start = index
        elif pattern.case == "obj" and pattern.preposition:
            begins = index + 1 < len(period) and period.tokens[index].fold == pattern.preposition
            start = index + 1 if begins and not speech.has_lemma("hollow", period.tokens[index + 1]) else None
        elif pattern.case == "obj":
            nominal = simple_phrase(period, index) > index or (index < len(period) and _is_gerund(period, index))
            pronoun = index < len(period) and period.tokens[index].readings[0].case == "acc"
            start = index if nominal and not pronoun else None
        if start is not None and length(period, start) >= FEWEST_OBJECT_WORDS:
            return start, "here"
    return None


def _is_gerund(period: Period, index: int) -> bool:
    while index + 1 < len(period) and period.tokens[index].pos == "ADV":
        index += 1
    reading = period.tokens[index].readings[0]
    return reading.form == "part" and reading.tense == "pres"


def length(period: Period, start: int) -> int:
    """Return the number of words from ``start`` to the end of the stretch, commas no ends of it."""
    stop = start
    while stop < len(period) and not period.is_stop(stop) and not period.is_hard(stop):
        stop += 1
    return period.words(start, stop)


def agent(period: Period, index: int) -> tuple[int, int] | None:
    """Return the tokens of the noun phrase after “by” that follows a passive directly."""
    if index < len(period) and period.tokens[index].fold == "by":
        end = simple_phrase(period, index + 1)
        if end > index + 1:
            return index + 1, end
    return None
