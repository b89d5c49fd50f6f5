"""Noun phrases of Russian: how far one goes, and what agrees with it."""

from __future__ import annotations

from functools import cache

from briefing.language import lexicons
from briefing.language.base import Name, Reading, Sentence, Token
from briefing.language.lexicons import listed
from briefing.language.memory import remembered
from briefing.language.ru import descriptions, personal
from briefing.language.ru.agreement import MARKS, closing, is_modifier, is_subject_of_plural, modifier_start
from briefing.language.ru.nouns import NO_COMPLEMENT, is_body, is_personal, is_substantive

_NOMINAL = ("NOUN", "PROPN")
_FARTHEST_NAME = 24
_LIKELY = 0.1
_COMPLEMENTS = listed("ru", "phrases", "complements")
_PART = listed("ru", "phrases", "part")
_SETTLEMENTS = listed("ru", "phrases", "settlements")
_FARTHEST_BY = 3  # tokens from «по» to its noun: «по внешним экономическим | связям с …»
_WITH_FIELDS = listed("ru", "phrases", "with_fields")
_IN_BODIES = listed("ru", "phrases", "in_bodies")


@remembered
def noun_phrase(sentence: Sentence, head: int) -> tuple[int, int]:
    """Return the tokens of the noun phrase around ``head``.

    Agreeing modifiers before it; after it genitives, quoted names, what a post is for («по делам …», «от …»), and the
    person's name that it describes. For a name, the description before it too.
    """
    for name in sentence.names:
        if name.kind == "person" and head < name.stop <= head + _FARTHEST_NAME:
            phrase = _described(sentence, head, name)
            if phrase is not None:
                return phrase
            if name.first <= head:
                return name.first, name.stop
    if (stop := _partitive(sentence, head)) is not None:
        return modifier_start(sentence, head), stop
    name_here = sentence.name_at(head)
    first, stop = (name_here.first, name_here.stop) if name_here is not None else (head, head + 1)
    return modifier_start(sentence, first), _complements(sentence, head, stop)


def _partitive(sentence: Sentence, head: int) -> int | None:
    """Return where «один из ректоров» ends, if the head begins such a phrase."""
    tokens = sentence.tokens
    if tokens[head].lemma not in _PART or head + 2 >= len(tokens) or tokens[head + 1].fold not in ("из", "от"):
        return None
    if tokens[head + 2].pos == "PRON":
        return head + 3  # «одна из них»
    noun = next((i for i in range(head + 2, min(head + 7, len(tokens))) if tokens[i].pos in _NOMINAL), None)
    return _complements(sentence, noun, noun + 1) if noun is not None else None


def _described(sentence: Sentence, head: int, name: Name) -> tuple[int, int] | None:
    """Return the phrase of a name with the description before it, if the head is within."""
    found = descriptions.descriptions(sentence, name)
    before = next((span for span in found if span[1] <= name.first), None)
    if before is not None and before[0] <= head < name.stop:
        return before[0], name.stop
    return None


def _complements(sentence: Sentence, head: int, stop: int) -> int:
    tokens = sentence.tokens
    while stop < len(tokens):
        token = tokens[stop]
        if token.text in MARKS and (end := closing(tokens, stop)) is not None:
            if token.text == "(" or not _is_called_in_marks(tokens, stop + 1, end):
                break
            stop = end + 1
        elif (name := sentence.name_at(stop)) is not None:
            if not _may_follow(sentence, stop) or _is_told(sentence, head, name) or _does(sentence, head, name):
                break
            stop = name.stop
        elif (end := _past_second_place(sentence, stop)) > stop:
            stop = end
        elif _ends_with_place(sentence, head, stop):
            end = _prepositional(sentence, head, stop)
            last = sentence.name_at(end - 1)
            abroad = token.fold in ("в", "во") and tokens[head].lemma in _IN_BODIES
            field = token.fold == "по" and tokens[head].lemma in _WITH_FIELDS
            placed = (token.fold == "по" or abroad) and last is not None and last.kind == "place"
            if end == stop or not (field or placed):
                break
            stop = end
        elif _is_genitive(tokens, stop):
            stop += 1
        elif token.fold == "и" and stop + 1 < len(tokens) and _is_coordinated_genitive(tokens, head, stop):
            stop += 2
        elif (end := _prepositional(sentence, head, stop)) > stop:
            stop = end
        elif stop == head + 1 and token.text[0].isascii() and token.text[0].isalpha() and is_body(tokens[head].lemma):
            stop += 1
            while stop + 1 < len(tokens) and _is_within_address(tokens, stop):
                stop += 2  # «сайт weather.com»
        else:
            break
    return stop


def _is_within_address(tokens: list[Token], index: int) -> bool:
    """Whether a full stop without a blank on either side goes on with a Latin word."""
    before, dot, after = tokens[index - 1], tokens[index], tokens[index + 1]
    return dot.text == "." and before.end == dot.start and dot.end == after.start and after.text.isascii()


def _past_second_place(sentence: Sentence, index: int) -> int:
    """Return where a place joined to the place before ends, both genitives: «власти Орска | и Перми»."""
    tokens = sentence.tokens
    one, other = sentence.name_at(index - 1), sentence.name_at(index + 1)
    if tokens[index].fold != "и" or one is None or other is None or one.kind != "place" or other.kind != "place":
        return index
    follows = other.stop < len(tokens) and tokens[other.stop].reading(pos="NOUN", case="nom") is not None
    genitives = all(_is_likely_genitive(token) for token in (tokens[index - 1], tokens[other.stop - 1]))
    return other.stop if genitives and not follows else index


def _is_likely_genitive(token: Token) -> bool:
    """Whether the word is hardly rarer in the genitive than otherwise: «Твери», but not «Германия», of germanium."""
    genitive = token.reading(case="gen")
    return genitive is not None and genitive.score > _LIKELY * token.readings[0].score


def _ends_with_place(sentence: Sentence, head: int, stop: int) -> bool:
    """Whether a place, a person or a name in Latin letters was last: none takes a complement of its own."""
    name = sentence.name_at(stop - 1)
    if name is None:
        return False
    return (name.kind != "organisation" and stop - 1 > head) or sentence.tokens[stop - 1].text.isascii()


@cache
def _agencies() -> frozenset[str]:
    return frozenset(lexicons.load("ru", "names")["agencies"])


def _is_told(sentence: Sentence, head: int, name: Name) -> bool:
    """Whether the name is an agency's right before the verb: whom it was told, not whose phrase it is.

    Right behind a noun for such a body it is what that is called: «агентство Reuters сообщает».
    """
    tokens = sentence.tokens
    if name.first == head + 1 and is_body(tokens[head].lemma):
        return False
    verb = tokens[name.stop].reading(form="fin") if name.stop < len(tokens) else None
    return verb is not None and tokens[name.first].fold in _agencies()


def _is_called_in_marks(tokens: list[Token], first: int, stop: int) -> bool:
    """Whether what stands between marks is a name that belongs to the noun before it.

    One in the dative is told something: «рассказал эксперт | «Вестям»».
    """
    if not (tokens[first].is_capital or tokens[first].text[0].isdigit()):
        return False
    noun = next((token for token in tokens[first:stop] if token.pos in _NOMINAL or not is_modifier(token)), None)
    cases = {reading.case for reading in noun.readings} if noun is not None and noun.pos in _NOMINAL else set()
    return "dat" not in cases or not cases.isdisjoint(("nom", "gen", ""))


def _may_follow(sentence: Sentence, index: int) -> bool:
    """Whether a name after the noun belongs to its phrase: a person's only in the genitive."""
    token = sentence.tokens[index]
    name = sentence.name_at(index)
    if name is not None and name.kind == "person":
        readings = personal.read(sentence, name)
        return any(r.case == "gen" and r.score > 0.15 * readings[0].score for r in readings)
    if name is not None and name.kind == "place" and index and sentence.tokens[index - 1].lemma in _SETTLEMENTS:
        return True  # «города Пальма»
    acronym = name is not None and name.kind == "organisation" and token.text.isupper()  # «агентства ТАСС»
    return acronym or token.reading(case="gen") is not None or token.readings[0].fixed or not token.readings[0].case


def _does(sentence: Sentence, head: int, name: Name) -> bool:
    """Whether a person's name is the subject of the verb right behind it, as the noun cannot be: «в ходе опроса Лосев
    выяснил».
    """
    tokens = sentence.tokens
    verb = tokens[name.stop].reading(form="fin", tense="past") if name.stop < len(tokens) else None
    if verb is None or name.kind != "person":
        return False
    if any(
        r.case == "nom" and r.number == verb.number and r.gender in ("", verb.gender) for r in tokens[head].readings
    ):
        return False
    readings = personal.read(sentence, name)
    doing = (r for r in readings if r.case == "nom" and r.gender == verb.gender)
    return any(reading.score > 0.1 * readings[0].score for reading in doing)


def _is_genitive(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    if not token.is_word:
        return False
    if is_subject_of_plural(tokens, index):
        return False  # «в Думе политики ссылались»
    if token.readings[0].pos in _NOMINAL:
        return token.reading(case="gen", pos="NOUN") is not None and tokens[index - 1].pos != "ADP"
    if is_modifier(token) or token.readings[0].pos == "NUM" or token.reading(pos="DET", case="gen") is not None:
        following = next((t for t in tokens[index + 1 : index + 4] if not is_modifier(t)), None)
        described = following is not None and following.reading(case="gen") is not None
        return token.reading(case="gen") is not None and (described or is_substantive(token))
    return False


def _is_coordinated_genitive(tokens: list[Token], head: int, index: int) -> bool:
    """Whether «и» joins two genitives of one complement: министерство образования и науки."""
    before, after = tokens[index - 1], tokens[index + 1]
    if index - 1 <= head or not before.reading(case="gen", pos="NOUN"):
        return False
    return (
        bool(after.reading(case="gen")) and after.readings[0].pos in ("NOUN", "ADJ") and not after.reading(form="fin")
    )


def _prepositional(sentence: Sentence, head: int, index: int) -> int:
    """Return where the prepositional complement that begins at ``index`` ends, or ``index`` if there is none."""
    tokens = sentence.tokens
    preposition = tokens[index].fold
    if preposition not in _COMPLEMENTS or index + 1 >= len(tokens):
        return index
    lemma = tokens[head].lemma
    if preposition in ("в", "во") and lemma not in _IN_BODIES:
        return index
    if preposition in ("от", "из") and not is_personal(lemma):
        return index
    if preposition in ("с", "со") and not _is_field_with(tokens, head, index):
        return index
    if tokens[index + 1].text in MARKS and (end := closing(tokens, index + 1)) is not None:
        named = is_personal(lemma) and preposition == "от"  # «депутаты от «Зари»»
        return end + 1 if named or (preposition in ("в", "во") and tokens[index + 2].is_capital) else index
    noun = next(
        (i for i in range(index + 1, min(index + 4, len(tokens))) if tokens[i].pos in ("NOUN", "PROPN", "X")), None
    )
    if noun is None or tokens[noun].lemmas() & NO_COMPLEMENT or not tokens[noun].is_word:
        return index
    if any(not is_modifier(tokens[i]) for i in range(index + 1, noun)):
        return index
    name = sentence.name_at(noun)
    if name is not None and name.kind == "person":
        return index
    return _past_list(sentence, noun, _complements(sentence, noun, name.stop if name is not None else noun + 1))


def _is_field_with(tokens: list[Token], head: int, index: int) -> bool:
    """Whether a field has a second side: «по связям с общественностью», «по борьбе с коррупцией»."""
    other = next((i for i in range(index + 1, min(index + 4, len(tokens))) if not is_modifier(tokens[i])), index)
    dative = tokens[head].reading(case="dat") is not None and not tokens[head].readings[0].animate
    by = any(token.fold == "по" for token in tokens[max(0, head - _FARTHEST_BY) : head])
    dative = dative and by  # «обратился в Минфин | с просьбой»
    return dative and head + 1 == index and tokens[other].readings[0].case == "ins"


def _past_list(sentence: Sentence, noun: int, stop: int) -> int:
    """Return ``stop``, moved past nouns in the same case that «и» joins: «по налогам, бюджету и делам общин»."""
    tokens = sentence.tokens
    cases = {reading.case for reading in tokens[noun].readings} - {"nom", ""}
    at = stop
    while at + 1 < len(tokens) and (tokens[at].text == "," or tokens[at].fold == "и"):
        joined = tokens[at].fold == "и"
        other = next((i for i in range(at + 1, min(at + 4, len(tokens))) if not is_modifier(tokens[i])), at)
        readings = tokens[other].readings
        if readings[0].pos != "NOUN" or sentence.name_at(other) is not None:
            break
        if tokens[other].reading(case="nom") or cases.isdisjoint(reading.case for reading in readings):
            break
        at = _complements(sentence, other, other + 1)
        if joined:
            return at
    return stop


def agrees(noun: Reading, verb: Token) -> bool:
    """Whether a nominative could be the subject of the finite verb, by number, gender and person."""
    for reading in verb.readings:
        if reading.pos != "VERB" and reading.form != "short":
            continue
        if reading.number and noun.number and reading.number != noun.number:
            continue
        gendered = reading.tense == "past" or reading.form == "short"
        if gendered and reading.gender and noun.gender and reading.gender != noun.gender:
            continue
        return True
    return False


def at_body(sentence: Sentence, name: Name) -> tuple[int, int] | None:
    """Return the body from which the person is: «Лев Кротов из | института леса»."""
    tokens, first = sentence.tokens, name.stop + 1
    if first >= len(tokens) or tokens[name.stop].fold != "из":
        return None
    head = next((i for i in range(first, min(len(tokens), first + 4)) if tokens[i].pos == "NOUN"), None)
    if head is None or not is_body(tokens[head].lemma) or not all(is_modifier(t) for t in tokens[first:head]):
        return None
    _, stop = noun_phrase(sentence, head)
    return (first, stop) if stop > head + 1 else None
