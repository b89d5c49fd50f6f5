"""The subject of a Russian finite verb: the nominative that agrees with it and stands in its clause."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.language.base import Sentence, Token
from briefing.language.memory import remembered
from briefing.language.ru import inverted, personal
from briefing.language.ru.candidates import (
    ACROSS_COMMA,
    BODY,
    DOUBTFUL,
    INANIMATE,
    PLACE,
    POSSESSOR,
    approximated,
    cost_of,
    is_beside,
    is_governed,
    may_agree,
)
from briefing.language.ru.explained import explained
from briefing.language.ru.inverted import shows_no_case
from briefing.language.ru.phrases import noun_phrase
from briefing.language.ru.rows import leading, with_others
from briefing.language.ru.stretches import (
    CALENDAR,
    CLOSING,
    RELATIVE,
    clauses_between,
    date_in_commas,
    gerund_in_commas,
    is_declined,
    is_finite,
    is_named_by,
    main_verb,
    name_in_marks,
    opening_of,
    past_description,
)

_HARD = frozenset('. ; : ! ? … ( ) [ ] « » “ ” „ " — –'.split())
_DASHES = ("—", "–", "-")
_BRACKETED = {**CLOSING, "(": ")"}
_OPPOSING = ("а", "но")
_PURPOSE = ("чтобы", "чтоб", "дабы")
_REACH = 40
_TOO_FAR = 60
# What speaks against a candidate besides what it is, in tokens of distance.
_ACROSS_VERB, _ACROSS_INFINITIVE = 8, 20
_OBJECT = 60  # a thing after an infinitive is that one's object: «требует выполнять указ»


@remembered
def subject(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """Return the subject's tokens: the best of the agreeing nominatives around the verb, or None.

    On the verb's right only its own stretch up to the next comma or harder mark is searched; on its left also what
    lies beyond inserted clauses and phrases («министр, который …, заявил»).
    """
    right = list(_to_the_right(sentence, verb))
    earlier = _earlier_verb(sentence, verb)
    if (
        earlier is not None
        and all(cost > INANIMATE for cost, _ in right)
        and not any(is_beside(sentence.tokens, verb, index) for _, index in right)
    ):
        return subject(sentence, earlier)
    found = [*right, *_to_the_left(sentence, verb)]
    cost, head = min(found, default=(_TOO_FAR, verb))
    if cost >= _TOO_FAR:
        main = main_verb(sentence.tokens, verb)
        return subject(sentence, main) if main is not None else None
    starts = {other: _whole(sentence, other, verb)[0] for _, other in right}
    if (who := inverted.after_outlet(sentence, verb, head, starts)) is not None:
        return _whole(sentence, who, verb)
    if (who := inverted.behind_object(sentence, verb, head, starts)) is not None:
        return _whole(sentence, who, verb)
    if head > verb and (before := _before_object(sentence, verb, head)) is not None:
        head = before
    return _whole(sentence, head, verb)


def _before_object(sentence: Sentence, verb: int, right: int) -> int | None:
    """Return the subject before the verb if what stands right after it and shows no case is its object.

    «Лосев рассказывает CNN: …», «Совет назвал Ли Куан Ю провидцем», «врач возглавит ВОЗ».
    """
    if right != verb + 1:
        return None
    tokens, name = sentence.tokens, sentence.name_at(right)
    stop = name.stop if name is not None else right + 1
    person = name is not None and name.kind == "person"
    if name is not None and person and not any(reading.case == "acc" for reading in personal.read(sentence, name)):
        return None
    # «Лосев покинул Кремль», not «…, сообщил Кремль»
    body = name is not None and name.kind == "organisation" and tokens[verb - 1].text != ","
    alike = body and tokens[right].reading(case="acc") is not None
    marked = name_in_marks(tokens, right) if tokens[right].text in CLOSING else None
    is_marked = marked is not None and bool(tokens[verb].readings[0].transitive)
    if not person and not alike and not is_marked and not shows_no_case(tokens[right]):
        return None
    stop = marked or stop
    aside = clauses_between(tokens, max(0, verb - _REACH), verb) | _marked_before(tokens, verb)
    told = person or _leads_on(tokens, stop, added=tokens[verb - 1].text == ",")
    told = told or (is_marked and _has_more(tokens, stop) and (tokens[verb - 1].text != "," or verb - 2 in aside))
    if not told and not tokens[verb].readings[0].transitive:
        return None
    for index in range(verb - 1, max(-1, verb - _REACH), -1):
        token = tokens[index]
        if index in aside:
            continue
        if is_marked and token.text in CLOSING.values():
            named = _named_by_noun(sentence, verb, index)
            return named if named is not None else _alone_in_marks(sentence, verb, index)
        if (
            token.text in _HARD
            or is_finite(token)
            or token.pos == "SCONJ"
            or (token.text == "," and (person or not told))
        ):
            return None
        if shows_no_case(token) or not (token.reading(case="nom") or sentence.name_at(index)):
            continue
        cost = cost_of(sentence, verb, index)
        if cost is None or (cost and not told):
            continue
        if cost <= BODY or (cost == PLACE and sentence.name_at(index) is not None):
            return index
    return None


def _named_by_noun(sentence: Sentence, verb: int, closing: int) -> int | None:
    """Return the noun for a body whose name in marks ends at ``closing``: «журнал | «Огни» называет …»."""
    opening = opening_of(sentence.tokens, closing)
    noun = opening - 1 if opening and name_in_marks(sentence.tokens, opening) is not None else None
    cost = cost_of(sentence, verb, noun) if noun is not None else None
    return noun if cost is not None and cost <= BODY else None


def _alone_in_marks(sentence: Sentence, verb: int, closing: int) -> int | None:
    """Return where the name in marks right before the verb opens that begins its clause: «, а | «Север» купит «Юг»»."""
    tokens, opening = sentence.tokens, opening_of(sentence.tokens, closing)
    if opening is None or closing != verb - 1 or is_governed(tokens, opening) or is_declined(tokens, opening):
        return None
    return opening if opening == 0 or tokens[opening - 1].pos in ("CCONJ", "SCONJ", "ADV") else None


def _has_more(tokens: list[Token], stop: int) -> bool:
    """Whether what a verb says of its object follows: «называет «Устав» | пустой бумагой»."""
    return stop < len(tokens) and (tokens[stop].text in CLOSING or tokens[stop].is_word)


def _marked_before(tokens: list[Token], verb: int) -> set[int]:
    """Return the tokens of a name in marks right before the verb that is no subject: «глава «Зари» сообщил»."""
    opening = opening_of(tokens, verb - 1) if tokens[verb - 1].text in CLOSING.values() else None
    if opening is None or not (is_governed(tokens, opening) or is_declined(tokens, opening)):
        return set()
    return set(range(opening, verb))


def _leads_on(tokens: list[Token], stop: int, *, added: bool) -> bool:
    """Whether content follows, so that the verb begins no attribution inserted or ``added`` to a sentence."""
    if stop < len(tokens) and tokens[stop].readings[0].form == "inf":
        return True  # «Совет призвал США сократить расходы»
    if stop >= len(tokens) or tokens[stop].text in (":", "."):
        return not added or (stop < len(tokens) and tokens[stop].text == ":")
    return tokens[stop].text == "," and stop + 1 < len(tokens) and tokens[stop + 1].fold in ("что", "как", "чтобы")


def _to_the_right(sentence: Sentence, verb: int) -> Iterator[tuple[int, int]]:
    """Yield the cost and place of each candidate between the verb and the next mark; quoted names count."""
    tokens = sentence.tokens
    index = verb + 1
    toll, takes = 0, False
    while index < min(len(tokens), verb + _REACH):
        token = tokens[index]
        name = sentence.name_at(index)
        if token.text in CLOSING and (stop := name_in_marks(tokens, index)) is not None:
            free = not is_governed(tokens, index) and not is_declined(tokens, index)
            if free and not is_named_by(tokens, index, verb):
                yield index - verb + _cost_of_marked(tokens, verb, index), index
            index = stop
            continue
        if token.text in CLOSING and (stop := past_description(tokens, index)) is not None:
            index, toll = stop, max(toll, DOUBTFUL)  # «назвал «ошибкой» | мэр»
            continue
        if token.text == ",":
            stop = date_in_commas(tokens, index) or gerund_in_commas(tokens, index)
            if stop is not None:
                index = stop
                continue
        if name is None and (token.text == "," or token.text in _HARD or is_finite(token)):
            return
        if token.readings[0].form == "inf":
            toll = _ACROSS_INFINITIVE  # «попросил называть себя Зоркий»
            takes = token.readings[0].transitive  # not «будет следить | комитет»
        if (cost := cost_of(sentence, verb, index)) is not None:
            as_object = token.pos == "NOUN" and token.reading(case="acc") and tokens[verb].readings[0].transitive
            inert = cost in (INANIMATE, PLACE) or (cost == BODY and tokens[verb - 1].text != ",")
            if inert and as_object and not toll:
                cost += DOUBTFUL  # «обзор библиотек выявил спад спроса», «мэр, избранный в мае, посетит Тверь»
            if as_object and index - verb == 2 and tokens[index - 1].readings[0].voice == "act":
                cost += DOUBTFUL  # «рассказал возглавляющий комитет депутат Лосев»
            thing = (cost >= BODY and token.reading(case="acc") is not None) or shows_no_case(token)
            cost += _OBJECT if takes and thing else toll
            joined = cost and _is_joined(tokens, verb) and not is_beside(tokens, verb, index)
            yield index - verb + cost + (POSSESSOR if joined else 0), index
        index = name.stop if name is not None else index + 1


def _cost_of_marked(tokens: list[Token], verb: int, opening: int) -> int:
    """Return what speaks against a name in marks behind the verb; nothing in «Погиб лётчик, сообщает | «Труд»»."""
    if opening > verb + 1:
        return DOUBTFUL
    inserted = verb > 1 and tokens[verb - 1].text == "," and verb - 2 not in clauses_between(tokens, 0, verb)
    return 0 if inserted else BODY


def _to_the_left(sentence: Sentence, verb: int) -> Iterator[tuple[int, int]]:
    """Yield the cost and place of each candidate before the verb; clauses and marks between them add to the cost."""
    tokens = sentence.tokens
    toll, passed = 0, 0
    found = False
    closer = ""
    begin = max(0, verb - 2 * _REACH)
    aside = clauses_between(tokens, begin, verb)
    for index in range(verb - 1, begin - 1, -1):
        token = tokens[index]
        passed += index in aside
        if closer or index in aside:
            closer = "" if _BRACKETED.get(token.text) == closer else closer
            continue
        if token.text == ")" and "(" in (t.text for t in tokens[begin:index]):
            closer = token.text
            continue
        if token.text in CLOSING.values() and (opening := opening_of(tokens, index)) is not None:
            listed = opening > 1 and any(t.text in CLOSING.values() for t in tokens[opening - 2 : opening])
            free = not listed and not is_governed(tokens, opening) and not _is_complement(tokens, opening, verb)
            free = free and not _is_speech(tokens, index) and not is_declined(tokens, opening)
            if index - opening <= 6 and free:
                yield verb - index - passed + toll + DOUBTFUL + INANIMATE, opening
            closer = token.text
        elif token.text in ";:!?…" or (token.text == "." and sentence.name_at(index) is None):
            return
        elif token.text == ",":
            toll += ACROSS_COMMA if aside.isdisjoint((index - 1, index + 1)) else 0
        elif token.lemma in RELATIVE and not toll:
            if not found and token.reading(case="nom"):
                yield 0, index
            elif not found and _is_whose(tokens, index):
                yield 0, index - 1
            return  # the relative clause begins here
        elif is_finite(token) and sentence.name_at(index) is None:
            toll += _ACROSS_VERB
        elif token.pos == "SCONJ" and not toll and token.fold != "как":
            return
        elif (cost := cost_of(sentence, verb, index)) is not None:
            found = found or token.lemma != "сам"  # «мэр, который сам сообщил»
            toll_of_object = _OBJECT if toll and cost >= BODY and _is_taken(tokens, index) else 0
            yield verb - index - passed + cost + toll + toll_of_object, index


def _is_whose(tokens: list[Token], relative: int) -> bool:
    """Whether the noun before a relative pronoun opens its clause as the subject: «съезд, | участники которого …»."""
    if relative < 2 or tokens[relative - 2].text != "," or tokens[relative].reading(case="gen") is None:
        return False
    before = tokens[relative - 1].readings[0]
    return (before.pos, before.case, before.animate) == ("NOUN", "nom", True)


def _is_taken(tokens: list[Token], index: int) -> bool:
    """Whether the thing is the object of a verb right before it: «депутат не поддержал | закон, но внесёт поправки»."""
    before = index - 1
    while before > 0 and tokens[before].pos in ("ADJ", "DET"):
        before -= 1
    reading = tokens[before].readings[0] if before >= 0 else None
    governs = reading is not None and reading.pos == "VERB" and reading.transitive and reading.form != "part"
    return governs and tokens[index].reading(case="acc") is not None


def _is_speech(tokens: list[Token], closing: int) -> bool:
    """Whether a comma and a dash behind marked words show that they are said: «Устали», — вздохнула Анна."""
    after = tokens[closing + 1 : closing + 3]
    return len(after) > 1 and after[0].text == "," and after[1].text in _DASHES


def _is_complement(tokens: list[Token], opening: int, verb: int) -> bool:
    """Whether the noun before a name in marks cannot be the subject, so that the name is none: «ведущая шоу «Утро»»."""
    noun = tokens[opening - 1].reading(pos="NOUN") if opening else None
    if noun is None or tokens[opening - 1].readings[0].pos != "NOUN" or noun.lemma in CALENDAR:
        return False  # «в понедельник «Вестник» сообщил»
    return not any(r.case == "nom" and may_agree(r, tokens[verb]) for r in tokens[opening - 1].readings)


def _earlier_verb(sentence: Sentence, verb: int) -> int | None:
    """Return the verb whose subject this one goes on with: «пришёл, увидел [и] победил»; None if it has its own."""
    tokens = sentence.tokens
    if verb < 2 or not (_is_joined(tokens, verb) or tokens[verb - 1].text == ","):
        return None
    joint = _conjunction(tokens, verb)
    opposed = tokens[joint].fold in _OPPOSING and joint > 1 and tokens[joint - 1].text == ","
    index = joint - 2 if opposed else joint - 1
    over = clauses_between(tokens, max(0, verb - _REACH), verb) if tokens[verb - 1].text == "," else ()
    while index > max(-1, verb - _REACH):
        token = tokens[index]
        if token.fold in _PURPOSE and index > 1 and tokens[index - 1].text == ",":
            index -= 2  # «вышел, чтобы встретить гостей, а потом сказал»
            continue
        if index in over:
            return None  # «завод, которому исполнится сто лет, запустит линию»
        if token.text in _HARD or token.text == "," or token.pos == "SCONJ" or token.lemma in RELATIVE:
            return None
        if is_finite(token):
            if tokens[joint].text == "," and _is_in_relative(tokens, index):
                return None
            one, other = token.readings[0], tokens[verb].readings[0]
            alike = one.number == other.number and one.tense == other.tense and one.person == other.person
            return index if alike and (not one.gender or one.gender == other.gender) else None
        index -= 1
    return None


def _is_in_relative(tokens: list[Token], verb: int) -> bool:
    """Whether the verb's clause, which a comma closes, is a relative one: «мэр, у которого он | гостил, сказал»."""
    for index in range(verb - 1, max(-1, verb - _REACH), -1):
        if tokens[index].lemma in RELATIVE:
            return True
        if tokens[index].text == "," or tokens[index].text in _HARD:
            return False
    return False


def _is_joined(tokens: list[Token], verb: int) -> bool:
    """Whether the verb goes on with the subject of a verb before it: «вышел и покинул зал»."""
    return verb > 0 and tokens[_conjunction(tokens, verb)].pos == "CCONJ"


def _conjunction(tokens: list[Token], verb: int) -> int:
    """Return the word before the verb and the adverbs that go with it: «вышел, а | совсем недавно вернулся»."""
    index = verb - 1
    while index > 0 and (tokens[index].pos in ("ADV", "PART") or tokens[index].fold == "так"):
        index -= 1
    return index


def _whole(sentence: Sentence, head: int, verb: int) -> tuple[int, int]:
    """Return the noun phrase of the head, the common noun before a quoted or foreign name included."""
    tokens = sentence.tokens
    if tokens[head].text in CLOSING:
        first, stop = head, name_in_marks(tokens, head) or head + 1
    elif tokens[head].readings[0].pos == "PRON" and not (head + 1 < len(tokens) and tokens[head + 1].fold == "из"):
        first, stop = head, head + 1
    else:
        first, stop = noun_phrase(sentence, head)
        first = min(first, approximated(tokens, head))
    while stop < len(tokens) and tokens[stop].pos == "X" and tokens[stop].is_capital and tokens[stop - 1].pos == "X":
        stop += 1
    before = tokens[first - 1] if first > 0 else None
    named = tokens[head].text in CLOSING or tokens[head].pos == "X"
    kind = before.reading(pos="NOUN", case="nom") if before is not None and first - 1 != verb else None
    dated = kind is not None and kind.lemma in CALENDAR  # «в понедельник «Вестник» сообщил»
    if named and before is not None and kind is not None and before.readings[0].case != "gen" and not dated:
        wider = noun_phrase(sentence, first - 1)
        if wider[1] >= stop:
            first, stop = wider
    if stop + 1 < len(tokens) and tokens[stop].text in _DASHES:
        # «один из учеников — Пётр Лапин —»: the name after the dash is whom the phrase means.
        name = sentence.name_at(stop + 1)
        if name is not None and name.kind == "person" and name.first == stop + 1:
            stop = name.stop
    if (meant := explained(sentence, first, stop, verb)) is not None:
        return _whole(sentence, meant, verb)
    if tokens[verb].readings[0].number == "plur" and tokens[head].readings[0].pos != "PRON":
        first, stop = leading(sentence, first) or with_others(sentence, first, stop)
    if first <= verb < stop:
        first, stop = (verb + 1, stop) if head > verb else (first, verb)
    return first, stop
