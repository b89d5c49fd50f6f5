"""Cues: the verbs, nouns and source phrases outside quotations that may attribute words to somebody."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Literal

from briefing.extract import roles
from briefing.extract.drafts import Mention
from briefing.extract.quotes import groups, joint, silent, someone
from briefing.extract.quotes.lexicon import Predicate, Source, Speech, longest
from briefing.extract.quotes.periods import Period, verb_reading
from briefing.frozen import frozen
from briefing.language import Reading

Form = Literal["finite", "infinitive", "converb", "participle", "passive", "noun"]

# Any verb after a quotation and a dash.
_ANY = Predicate(frozenset(("direct", "insert")))
_MOST_CUES = 60
_FEWEST_SPOKEN = 3
_LONGEST_SUBJECT = 7  # tokens between a quotation and the verb behind it
_SPEECH_ENDS = frozenset((",", "!", "?", "…", "..."))
_MODIFIED = ("ADJ", "NOUN", "PROPN")
_ATTRIBUTING = ("VERB", "ADJ", "NOUN")
_FORMS: dict[str, Form] = {"fin": "finite", "inf": "infinitive", "conv": "converb", "part": "participle"}


@frozen
class Cue:
    """A predicate of the lexicon at the tokens ``first`` to ``stop`` (exclusive) of a period."""

    first: int
    stop: int
    predicate: Predicate
    form: Form
    reading: Reading

    def takes(self, frame: str) -> bool:
        return frame in self.predicate.frames


@frozen
class SourcePhrase:
    """A phrase like «по словам министра»: its tokens, and those of the noun phrase that names the source.

    ``nobody`` says that those only mean the words, and no source is named: «по слухам».
    """

    first: int
    stop: int
    owner: tuple[int, int]
    closes: bool = False
    nobody: bool = False


def find(period: Period, speech: Speech) -> list[Cue]:
    """Return the cues of the period, in order; of a list that is no sentence only the first."""
    return list(islice(_cues(period, speech), _MOST_CUES))


def _cues(period: Period, speech: Speech) -> Iterator[Cue]:
    reached = 0
    for index, token in enumerate(period.tokens):
        # Beside a quotation any verb can be a cue.
        if token.pos not in _ATTRIBUTING or not (token.lemma in speech.cues or period.marked):
            continue
        if period.inside[index] is None and index >= reached:
            cue = _cue_at(period, index, speech)
            if cue is not None:
                yield cue
                reached = cue.stop


def _cue_at(period: Period, index: int, speech: Speech) -> Cue | None:
    token = period.tokens[index]
    reading = verb_reading(token)
    if reading is not None and silent.is_impersonal(period, index, reading, speech):
        return None
    if reading is None:
        noun = token.readings[0]
        predicate = speech.nouns.get(noun.lemma) if noun.pos == "NOUN" else None
        return Cue(index, index + 1, predicate, "noun", noun) if predicate is not None else None
    found = speech.verbs.get(reading.lemma, ())
    if found and silent.says_nothing(period, index, reading, speech):
        return None
    for predicate in found:
        stop = index + 1 + len(predicate.rest)
        if tuple(t.fold for t in period.tokens[index + 1 : stop]) != predicate.rest:
            continue
        if _is_idle(reading, predicate):
            continue
        if not (predicate.frames or predicate.content):
            return None  # “will | add to | costs”
        if _fits_negation(period, index, predicate, speech):
            return Cue(index, stop, predicate, _form(reading, predicate), reading)
    if reading.form != "fin" or reading.person == "1":
        return None
    beside = _is_beside(period, index, speech) if speech.subject_before_insert else _is_after_quotation(period, index)
    if beside:
        return Cue(index, index + 1, _ANY, "finite", reading)
    return None


def _is_after_quotation(period: Period, index: int) -> bool:
    """Whether only a dash parts the verb from a quotation: any verb attributes words there («…», — вспыхнул он)."""
    if index < 2 or period.tokens[index - 1].text not in ("—", "–", "-"):
        return False
    before = index - 2
    if period.tokens[before].text == "," and period.inside[before] is None:
        before -= 1
    marked = period.inside[before] if before >= 0 else None
    if marked is None:
        return False
    first, stop = period.range_of(marked)
    ends = any(token.text in _SPEECH_ENDS for token in period.tokens[stop - 2 : index])
    return ends or period.words(first, stop) >= _FEWEST_SPOKEN  # «Первый фильм — «Ель» — увидел свет»


def _is_beside(period: Period, index: int, speech: Speech) -> bool:
    """Whether the verb stands right behind a quotation, or with nothing but its subject between: “…,” fumed Lee."""
    behind = range(index - 1, max(-1, index - _LONGEST_SUBJECT), -1)
    closing = next((i for i in behind if period.inside[i] is not None), None)
    if closing is None or closing < 2 or speech.has_lemma("auxiliaries", period.tokens[index]):
        return False
    if period.tokens[closing - 1].text not in _SPEECH_ENDS:
        return False
    if closing == index - 1:
        after = period.tokens[index + 1] if index + 1 < len(period) else None
        return after is not None and (after.is_capital or after.pos in ("DET", "PRON"))
    ends = index + 1 >= len(period) or period.is_stop(index + 1)
    between = period.tokens[closing + 1 : index]
    nominal = all(token.pos in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM") for token in between)
    return ends and nominal and between[-1].pos != "DET"


def _is_idle(reading: Reading, predicate: Predicate) -> bool:
    """Whether the form attributes nothing: «напомним», «предложенный», «обязаны»."""
    if "felt" in predicate.frames:
        return not _is_felt(reading, predicate)
    if not predicate.frames and reading.form == "conv":
        return True
    if reading.person == "1" or (reading.form == "part" and reading.voice == "pass" and reading.case):
        return True
    personal = reading.pos == "VERB" and reading.form == "short" and reading.gender != "neut"
    if "passive" in predicate.frames and (reading.number == "plur" or reading.gender in ("masc", "fem")):
        return True
    return personal and not {"call", "called"} & predicate.frames


def _is_felt(reading: Reading, predicate: Predicate) -> bool:
    """Whether the form is the short participle in which the verb tells what its subject thinks: «уверена, что»."""
    return "felt" in predicate.frames and reading.form == "short" and reading.gender != "neut"


def _form(reading: Reading, predicate: Predicate) -> Form:
    if reading.pos == "ADJ" or _is_felt(reading, predicate):
        return "finite"
    if reading.form == "short" or "passive" in predicate.frames:
        return "passive"
    return _FORMS.get(reading.form, "finite")


def _fits_negation(period: Period, index: int, predicate: Predicate, speech: Speech) -> bool:
    negated = index > 0 and speech.is_in("negations", period.tokens[index - 1])
    if predicate.negation == "also":
        return True
    return negated == (predicate.negation == "only")


def sources(period: Period, speech: Speech) -> list[SourcePhrase]:
    """Return the source phrases of the period, in order."""
    found: list[SourcePhrase] = []
    for index, token in enumerate(period.tokens):
        if token.fold not in speech.sources or len(found) == _MOST_CUES:
            continue
        starting = speech.sources[token.fold]
        if period.inside[index] is not None or (found and index < found[-1].stop):
            continue
        phrase = next(filter(None, (_phrase_at(period, index, source, speech) for source in starting)), None)
        if phrase is not None and not speech.has_lemma("no_sources", period.tokens[phrase.owner[0]]):
            found.append(phrase)
    return found


def _phrase_at(period: Period, index: int, source: Source, speech: Speech) -> SourcePhrase | None:
    if source.before:
        return _with_noun(period, index, source, speech)
    length = longest(source.words, period.tokens, index)
    which = index + length
    if length and which < len(period) and speech.has_lemma("which_one", period.tokens[which]):
        return SourcePhrase(index, which + 1, (which, which + 1))
    owner = _noun_phrase(period, index + length, speech) if length else None
    if owner is not None and source.outlet:
        owner = _outlet(period, owner)
    if owner is None:
        return None
    if speech.has_lemma("generic", period.tokens[owner[1] - 1]) and (by := _told_by(period, owner[1])) is not None:
        return SourcePhrase(index, by[1], by)
    stop = _past_origin(period, owner[1], speech) if speech.fixed_order else _past_date(period, owner[1])
    return SourcePhrase(index, stop, owner)


def _outlet(period: Period, owner: tuple[int, int]) -> tuple[int, int] | None:
    """Return the name of an organisation with which the phrase ends or what publishes: «корреспонденту | «Труда»»."""
    sentence, last = period.places[owner[1] - 1]
    name = sentence.name_at(last)
    if name is not None and name.kind == "organisation":
        return max(owner[0], owner[1] - 1 - last + name.first), owner[1]
    if (marked := period.inside[owner[1] - 1]) is not None:
        return period.range_of(marked)
    kinds = roles.lexicon(period.language).kinds
    head, reading = period.language.head(sentence, last - (owner[1] - 1 - owner[0]), last + 1)
    return owner if "media" in kinds(reading.lemma) and head <= last else None


def _past_origin(period: Period, index: int, speech: Speech) -> int:
    """Return ``index``, moved past where a source comes from: “a report by the union”, “papers filed at the court”."""
    if index >= len(period) or period.is_edge(index) or period.inside[index] is not None:
        return index
    origin = speech.is_in("adjuncts", period.tokens[index])
    described = any(reading.form == "part" for reading in period.tokens[index].readings)
    if not origin and not described:
        return index
    stop = _edge(period, index)
    if stop + 1 < len(period) and period.tokens[stop + 1].readings[0].form == "part":
        stop = _edge(period, stop + 1)  # “a report by the union, seen by the Gazette, …”
    verb = period.finite(index + described, stop)
    while verb is not None and _is_made(period, verb):
        verb = period.finite(verb + 1, stop)  # “data from the agency | released on Monday, …”
    return stop if verb is None else index  # “a study published on Monday, …”


def _is_made(period: Period, index: int) -> bool:
    """Whether the word may be a participle that tells how a text came about."""
    token = period.tokens[index]
    return token.lemma in roles.lexicon(period.language).issued and token.reading(form="part") is not None


def _edge(period: Period, index: int) -> int:
    """Return the next mark or marked word from ``index`` on, or the end of the period."""
    places = range(index, len(period))
    return next((i for i in places if period.is_edge(i) or period.inside[i] is not None), len(period))


def _past_date(period: Period, index: int) -> int:
    """Return ``index``, moved past a date that tells documents apart: «согласно указу от 3 мая 2019 года»."""
    stop = index + 1
    if stop >= len(period) or period.tokens[index].pos != "ADP" or not period.tokens[stop].text[0].isdigit():
        return index
    while stop < min(len(period), index + 6) and period.tokens[stop].pos in ("NUM", "NOUN"):
        stop += 1
        if period.tokens[stop - 1].pos == "NOUN" and not (stop < len(period) and period.tokens[stop].text[0].isdigit()):
            break
    return stop


def _with_noun(period: Period, index: int, source: Source, speech: Speech) -> SourcePhrase | None:
    """Return the phrase of a preposition and a noun, whose owner follows it or stands before it as a pronoun."""
    possessor: tuple[int, int] | None = None
    for at in range(index + 1, min(len(period), index + 5)):
        token = period.tokens[at]
        if length := longest(source.words, period.tokens, at):
            if possessor is not None:
                return SourcePhrase(index, at + length, possessor)
            whose = at + length
            if whose < len(period) and speech.has_lemma("which_one", period.tokens[whose]) and not source.of:
                return SourcePhrase(index, whose + 1, (whose, whose + 1))
            owner = _told_by(period, whose) or _noun_phrase(period, whose, speech) or _from(period, whose, speech)
            if owner is None:
                return _of_itself(period, index, whose, source)
            if (source.of and _head(period, owner) not in source.of) or _head(period, owner) in source.unlike:
                return None
            if source.itself and not _is_someone(period, owner):
                return SourcePhrase(index, owner[1], (index + 1, owner[1]))  # «по опросам общественного мнения»
            return SourcePhrase(index, owner[1], owner)
        if speech.is_in("possessors", token):
            possessor = (at, at + 1)
        elif token.pos not in ("ADJ", "DET", "VERB"):
            return None
    return None


def _head(period: Period, owner: tuple[int, int]) -> str:
    """Return the lemma of the noun that heads the phrase."""
    sentence, local = period.places[owner[0]]
    return period.language.head(sentence, local, local + owner[1] - owner[0])[1].lemma


def _is_someone(period: Period, owner: tuple[int, int]) -> bool:
    """Whether the phrase means people or a body, and not what a text is about."""
    sentence, local = period.places[owner[0]]
    return someone.is_someone(period, Mention(sentence, local, local + owner[1] - owner[0]))


def _from(period: Period, index: int, speech: Speech) -> tuple[int, int] | None:
    """Return where a source comes from: «по сообщениям из | столицы», «по данным от | врачей»."""
    if index + 1 >= len(period) or not speech.is_in("origins", period.tokens[index]):
        return None
    return _noun_phrase(period, index + 1, speech)


def _told_by(period: Period, comma: int) -> tuple[int, int] | None:
    """Return who is named by a participle behind the source: «по данным, полученным от | врачей»."""
    at = comma + 1
    if at + 1 >= len(period) or period.tokens[comma].text != ",":
        return None
    reading = period.tokens[at].readings[0]
    if reading.form != "part" or not (reading.voice == "pass" or reading.tense == "past"):
        return None
    begin, wanted = at + 1, "ins" if reading.voice == "pass" else ""  # «по данным, поступившим | из столицы»
    for head in range(at + 1, min(len(period), at + 8)):
        token = period.tokens[head]
        if period.is_edge(head) or period.inside[head] is not None:
            return None
        if token.pos == "ADP":
            begin, wanted = head + 1, "gen"
        if token.pos not in ("NOUN", "PROPN", "X"):
            continue
        if wanted and (token.reading(case=wanted) or not token.readings[0].case):
            sentence, local = period.places[head]
            _, stop = period.language.noun_phrase(sentence, local)
            return begin, max(head + 1, stop + head - local)
        begin, wanted = head + 1, "ins" if reading.voice == "pass" else ""  # «полученным в среду | врачом»
    return None


def _of_itself(period: Period, index: int, stop: int, source: Source) -> SourcePhrase | None:
    """Return the phrase of a text that speaks itself, or of words of nobody: «по опросам, …», «по слухам, …»."""
    comma = stop < len(period) and period.tokens[stop].text == ","
    alone = comma and (source.itself or source.nobody)
    return SourcePhrase(index, stop, (index + 1, stop), nobody=source.nobody) if alone else None


def _is_whose(period: Period, index: int, speech: Speech) -> bool:
    """Whether a possessive goes with the noun after it: «по словам | его | соседки»."""
    following = period.tokens[index + 1] if index + 1 < len(period) else None
    return following is not None and speech.is_in("possessors", period.tokens[index]) and following.pos in _MODIFIED


def _is_owner(period: Period, index: int) -> bool:
    """Whether a possessive ending follows the word or is it, so that what is owned is the head."""
    ends = period.tokens[index : index + 2]
    return any(token.pos == "PART" and token.readings[0].case == "gen" for token in ends)


def _are_people(period: Period, first: int, stop: int) -> bool:
    """Whether an adjective or participle that ends the words stands for people: «по словам | военных», «выживших»."""
    sentence, local = period.places[first]
    head, reading = period.language.head(sentence, local, local + stop - first)
    known = reading.animate or roles.lexicon(period.language).kinds(reading.lemma) & roles.SPEAKING
    return bool(known) and head == local + stop - first - 1 and bool(reading.case)


def _some_of(period: Period, index: int) -> int | None:
    """Return where «одного из врачей» ends, if it begins at ``index``."""
    sentence, local = period.places[index]
    after = sentence.tokens[local + 1 : local + 2]
    if not after or after[0].fold not in roles.lexicon(period.language).partitive:
        return None
    _, stop = period.language.noun_phrase(sentence, local)
    return index + stop - local if stop > local + 2 else None


def _noun_phrase(period: Period, index: int, speech: Speech) -> tuple[int, int] | None:
    """Return the noun phrase that begins at ``index``: its head may follow modifiers or stand in quotation marks."""
    while index < len(period) and period.tokens[index].pos == "PART":
        index += 1  # «по данным же полиции»
    if index >= len(period):
        return None
    sentence, local = period.places[index]
    offset = index - local
    if speech.is_in("relative", period.tokens[index]):
        return None
    for at in range(index, min(len(period), index + 8)):
        token = period.tokens[at]
        if at > index and period.places[at][0] is not sentence:
            return None
        if (marked := period.inside[at]) is not None:
            stop = next((k for k in range(at, len(period)) if period.tokens[k].start >= marked.closing), len(period))
            return index, stop
        if at == index and (speech.has_lemma("such", token) or _is_whose(period, at, speech)):
            continue
        if _is_owner(period, at):
            continue  # “according to the council’s | own figures”
        if token.pos in ("NOUN", "PROPN", "PRON", "X") or sentence.name_at(at - offset) is not None:
            _, stop = period.language.noun_phrase(sentence, at - offset)
            if _is_owner(period, stop + offset - 1):
                continue  # “according to South Korea’s | own figures”
            return index, joint.past_second(period, index, max(at + 1, stop + offset))
        if token.pos == "NUM" and token.text[0].isdigit() and not groups.tells_which(period, index, at, speech):
            return None
        if at == index and (whole := _some_of(period, at)) is not None:
            return index, whole
        if token.pos not in ("ADJ", "DET", "NUM", "VERB", "ADV") or period.is_edge(at):
            return (index, at) if at > index and _are_people(period, index, at) else None
    return None
