"""Verb groups and noun phrases of a period where word order tells them."""

from __future__ import annotations

from briefing.extract import roles
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period
from briefing.language import Token

_UNITS = ("%", "$", "£", "€")


def is_finite(period: Period, index: int) -> bool:
    """Whether the token is a finite verb."""
    return period.is_predicate(index)


def word_before(period: Period, index: int, speech: Speech) -> int | None:
    """Return the last token before that is no adverb and no negation."""
    index -= 1
    while index >= 0 and _is_in_group(period.tokens[index], speech):
        index -= 1
    return index if index >= 0 else None


def _is_in_group(token: Token, speech: Speech) -> bool:
    """Whether the word may stand between the verbs of one group: “has | not yet | said”."""
    return token.pos == "ADV" or speech.is_likely("group_negations", token)


def is_passive(period: Period, index: int, speech: Speech) -> bool:
    """Whether a past participle stands after a form of “be”."""
    reading = period.tokens[index].readings[0]
    if reading.form != "part" or reading.voice != "pass":
        return False
    before = word_before(period, index, speech)
    return before is not None and speech.is_likely("passive_auxiliaries", period.tokens[before])


def is_modifier(period: Period, index: int, speech: Speech) -> bool:
    """Whether a participle stands inside a noun phrase: “a promising chef”."""
    before = period.tokens[index - 1] if index else None
    if before is None:
        return False
    after = period.tokens[index + 1] if index + 1 < len(period) else None
    governs = before.pos == "VERB" and not any(speech.has_lemma(name, before) for name in ("auxiliaries", "phases"))
    between = governs and after is not None and after.pos == "NOUN"  # “shows promising results”
    return between or before.pos in ("DET", "ADJ", "NUM") or before.readings[0].case == "gen"


def has_auxiliary(period: Period, index: int, speech: Speech) -> bool:
    """Whether the participle belongs to a finite group: “has said”, “is asking”, “started asking”."""
    before = word_before(period, index, speech)
    return before is not None and period.tokens[before].pos == "VERB"


def governor(period: Period, index: int) -> int:
    """Return the nearest finite verb before an infinitive; the index itself if there is none."""
    return next((i for i in range(index - 1, -1, -1) if period.inside[i] is None and is_finite(period, i)), index)


def group_start(period: Period, index: int, speech: Speech) -> int:
    """Return where the verb group that ends at ``index`` begins, auxiliaries and adverbs included."""
    finite = is_finite(period, index)
    while (
        index > 0
        and period.inside[index - 1] is None
        and (period.tokens[index - 1].pos == "VERB" or _is_in_group(period.tokens[index - 1], speech))
    ):
        index -= 1
        lexical = period.tokens[index].pos == "VERB" and not speech.has_lemma("auxiliaries", period.tokens[index])
        if finite and lexical and period.tokens[index].readings[0].form in ("fin", "part"):
            return index + 1  # “a boat that sank | now says”, “riders who were hurt | said”
    return index


def is_relative(period: Period, index: int, speech: Speech) -> bool:
    """Whether a relative pronoun stands right before the verb."""
    before = word_before(period, index, speech)
    return before is not None and speech.is_in("relative", period.tokens[before])


def back_over_lead(period: Period, first: int) -> int:
    """Return ``first``, moved before the adverbs that lead into the attribution: “later | the mayor said”."""
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
        if token.pos in ("NOUN", "PROPN") or name is not None or _is_deed(period, index, at):
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
        return at  # an adjective that nothing follows is a noun: “told the city’s homeless: …”
    return stop


def _is_deed(period: Period, first: int, index: int) -> bool:
    """Whether a gerund behind a determiner is a noun with its object: “the signing of a new goalkeeper”."""
    before, reading = period.tokens[index - 1], period.tokens[index].readings[0]
    gerund = index > first and reading.form == "part" and reading.tense == "pres" and before.pos == "DET"
    after = period.tokens[index + 1] if index + 1 < len(period) else None
    return gerund and after is not None and after.pos == "ADP"


def _is_told(period: Period, index: int) -> bool:
    """Whether a name begins after a noun for others, so that it is none of its phrase: “told reporters Peru …”."""
    before, sentence, local = period.tokens[index - 1], *period.places[index]
    name = sentence.name_at(local)
    if name is None or name.first != local or before.pos != "NOUN":
        return False
    kinds = roles.lexicon(period.language).kinds(before.lemma)
    body = name.kind == "person" and kinds & set(roles.BODIES) and not kinds & set(roles.PERSONAL)
    return before.readings[0].number == "plur" or bool(body)  # “told the court | Ann Lee was ill”


def past_adjuncts(period: Period, index: int, speech: Speech) -> int:
    """Return ``index``, moved past addressees with “to” and phrases of time and place, if what follows is content."""
    at = index
    while at < len(period) and period.inside[at] is None:
        token = period.tokens[at]
        if _is_time(period, at, speech):
            at = _time_end(period, at, speech)
        elif (
            token.pos == "ADV"
            and not (_opens_clause(period, at) or _describes(period, at))
            and not speech.is_in("focusing", token)
        ):
            at += 1
        elif speech.is_in("adjuncts", token) and token.pos == "ADP":
            end = simple_phrase(period, at + 1)
            if end == at + 1:
                break
            while end < len(period) and period.tokens[end].pos == "NUM":
                end += 1  # “on 12 June 2025”
            while (
                end < len(period)
                and speech.is_in("genitive_joints", period.tokens[end])
                and simple_phrase(period, end + 1) > end + 1
            ):
                end = simple_phrase(period, end + 1)
            at = end
        else:
            break
    return at


def _is_time(period: Period, index: int, speech: Speech) -> bool:
    """Whether a phrase like “late on”, “last week”, “early Sunday” begins here."""
    end = _time_end(period, index, speech)
    return index < end <= index + 3 and period.tokens[index].readings[0].case != "gen"


def _time_end(period: Period, index: int, speech: Speech) -> int:
    """Return where the time that begins at ``index`` ends, before what follows it: “today | quarterly sales fell”."""
    begin = index + 1 if period.tokens[index].pos == "ADV" else index
    end = simple_phrase(period, begin)
    if end > begin and speech.is_in("times", period.tokens[end - 1]):
        return end
    while begin < end and speech.is_in("times", period.tokens[begin]):
        begin += 1
    return begin if period.tokens[begin - 1].fold in speech.words["times"] else index


def _opens_clause(period: Period, index: int) -> bool:
    return index + 1 < len(period) and period.tokens[index + 1].pos in ("DET", "PRON", "PROPN")


def _describes(period: Period, index: int) -> bool:
    """Whether what may be an adverb or an adjective stands before its noun: “said | further cuts would come”."""
    after = period.tokens[index + 1] if index + 1 < len(period) else None
    return after is not None and after.pos == "NOUN" and period.tokens[index].reading(pos="ADJ") is not None


def length(period: Period, start: int) -> int:
    """Return the number of words from ``start`` to the end of the stretch, commas no ends of it."""
    stop = start
    while stop < len(period) and not period.is_stop(stop) and not period.is_hard(stop):
        stop += 1
    return period.words(start, stop)


def agent(period: Period, index: int, speech: Speech) -> tuple[int, int] | None:
    """Return the tokens of the noun phrase after “by” that follows a passive directly."""
    if index < len(period) and speech.is_in("agent_prepositions", period.tokens[index]):
        end = simple_phrase(period, index + 1)
        if end > index + 1:
            joined = end < len(period) and speech.is_in("genitive_joints", period.tokens[end])
            whole = simple_phrase(period, end + 1) if joined else end
            return index + 1, whole if whole > end + 1 else end
    return None


def dated_text(period: Period, index: int, speech: Speech) -> int | None:
    """Return the text whose day stands before the participle at ``index``: “a letter | on Friday urging …”."""
    tokens, day = period.tokens, index - 1
    while day > 0 and (speech.is_in("times", tokens[day]) or tokens[day].pos in ("NUM", "ADJ", "DET")):
        day -= 1
    at = day - (tokens[day].pos == "ADP" and speech.is_in("adjuncts", tokens[day]))
    told = 0 < at < index - 1 and tokens[at].pos == "NOUN" and period.inside[at] is None
    return at if told and speech.has_lemma("documents", tokens[at]) else None


def is_objects(period: Period, relative: int, verb: int) -> bool:
    """Whether a verb in the present tells of several who close their clause: “an outcry from parents | who say …”."""
    tokens, (sentence, local) = period.tokens, period.places[relative - 1]
    present = tokens[verb].readings[0].tense == "pres" and tokens[relative - 1].readings[0].number == "plur"
    first = relative - 1 - local + period.language.noun_phrase(sentence, local)[0]
    behind = first > 1 and period.finite(first - local if first > local else 0, first) is not None
    return present and behind and tokens[first - 1].pos in ("ADP", "VERB")


def caused(period: Period, mark: int, speech: Speech) -> tuple[int, int] | None:
    """Return the tokens of whom something brings to say so: “prompted | some users | to complain that …”."""
    for first in range(mark - 1, max(0, mark - 8), -1):
        if speech.has_lemma("causing", period.tokens[first - 1]) and period.tokens[first - 1].pos == "VERB":
            alone = simple_phrase(period, first) == mark and speech.is_in("infinitive_mark", period.tokens[mark])
            return (first, mark) if alone else None
    return None


def tells_which(period: Period, first: int, number: int, speech: Speech) -> bool:
    """Whether a number inside a noun phrase only tells which one is meant: “according to the | 2022 | report”."""
    inside = speech.fixed_order and first < number < len(period) - 1
    return inside and period.tokens[number + 1].pos in ("NOUN", "ADJ")
