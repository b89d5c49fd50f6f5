"""The subject of a Russian finite verb: the nominative that agrees with it and stands in its clause."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.language.base import Name, NameReading, Reading, Sentence, Token
from briefing.language.ru import personal
from briefing.language.ru.descriptions import descriptions
from briefing.language.ru.nouns import is_body, is_substantive
from briefing.language.ru.phrases import agrees, noun_phrase
from briefing.language.ru.stretches import (
    CLOSING,
    DAYS,
    RELATIVE,
    TIMES,
    clauses_between,
    date_in_commas,
    is_compared,
    is_finite,
    is_named_by,
    name_in_marks,
    opening_of,
)

_PERSONAL = frozenset(
    "я ты он она оно мы вы они кто который никто некто это многие некоторые все каждый сам другой один тот".split()
)
_MANY = frozenset("большинство количество ряд часть треть четверть половина группа число множество пара".split())
_HARD = frozenset('. ; : ! ? … ( ) [ ] « » “ ” „ " — –'.split())
_DASHES = ("—", "–", "-")
_BRACKETED = {**CLOSING, "(": ")"}
_REACH = 40
_TOO_FAR = 60
# What speaks against a candidate, in tokens of distance.
_ACROSS_VERB, _ACROSS_COMMA, _INANIMATE, _DOUBTFUL, _PLACE, _POSSESSOR, _MISFIT = 8, 3, 6, 6, 8, 12, 24
_BODY, _ACROSS_INFINITIVE, _OBLIQUE = 4, 20, 45
_OBJECT = 60  # a thing after an infinitive is that one's object: «требует выполнять указ»
# A reading of a name counts if it is at least this likely beside the likeliest.
_LEAST_LIKELY = 0.25


def subject(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """Return the subject's tokens: the best of the agreeing nominatives around the verb, or None.

    On the verb's right only its own stretch up to the next comma or harder mark is searched; on its left also what
    lies beyond inserted clauses and phrases («министр, который …, заявил»).
    """
    right = list(_to_the_right(sentence, verb))
    if (earlier := _earlier_verb(sentence, verb)) is not None and all(cost > _INANIMATE for cost, _ in right):
        return subject(sentence, earlier)
    found = [*right, *_to_the_left(sentence, verb)]
    if not found:
        return None
    cost, head = min(found)
    if head > verb and (before := _before_object(sentence, verb, head)) is not None:
        head = before
    return _whole(sentence, head, verb) if cost < _TOO_FAR else None


def _before_object(sentence: Sentence, verb: int, right: int) -> int | None:
    """Return the subject before the verb if what stands right after it and shows no case is whom it tells or names.

    «Лосев рассказывает CNN: …», «Совет назвал Ли Куан Ю провидцем».
    """
    if right != verb + 1:
        return None
    tokens, name = sentence.tokens, sentence.name_at(right)
    stop = name.stop if name is not None else right + 1
    person = name is not None and name.kind == "person"
    if name is not None and person and not any(reading.case == "acc" for reading in personal.read(sentence, name)):
        return None
    if not person and not (
        _shows_no_case(tokens[right]) and _leads_on(tokens, stop, added=tokens[verb - 1].text == ",")
    ):
        return None
    for index in range(verb - 1, max(-1, verb - _REACH), -1):
        token = tokens[index]
        if token.text in _HARD or is_finite(token) or token.pos == "SCONJ" or (person and token.text == ","):
            return None
        if _shows_no_case(token) or not (token.reading(case="nom") or sentence.name_at(index)):
            continue
        cost = _cost(sentence, verb, index)
        if cost is not None and (cost <= _BODY or (cost == _PLACE and sentence.name_at(index) is not None)):
            return index
    return None


def _shows_no_case(token: Token) -> bool:
    """Whether the word has one form: an acronym, or a name in Latin letters."""
    return token.pos == "X" or token.text.isupper() or token.text[0].isascii()


def _leads_on(tokens: list[Token], stop: int, *, added: bool) -> bool:
    """Whether content follows, so that the verb begins no attribution inserted or ``added`` to a sentence."""
    if stop >= len(tokens) or tokens[stop].text in (":", "."):
        return not added or (stop < len(tokens) and tokens[stop].text == ":")
    return tokens[stop].text == "," and stop + 1 < len(tokens) and tokens[stop + 1].fold in ("что", "как", "чтобы")


def _to_the_right(sentence: Sentence, verb: int) -> Iterator[tuple[int, int]]:
    """Yield the cost and place of each candidate between the verb and the next mark; quoted names count."""
    tokens = sentence.tokens
    index = verb + 1
    toll = 0
    while index < min(len(tokens), verb + _REACH):
        token = tokens[index]
        name = sentence.name_at(index)
        if token.text in CLOSING and (stop := name_in_marks(tokens, index)) is not None:
            if not _is_governed(tokens, index) and not is_named_by(tokens, index, verb):
                yield index - verb + (_DOUBTFUL if index > verb + 1 else _BODY), index
            index = stop
            continue
        if token.text == "," and (stop := date_in_commas(tokens, index)) is not None:
            index = stop
            continue
        if name is None and (token.text == "," or token.text in _HARD or is_finite(token)):
            return
        if token.readings[0].form == "inf":
            toll = _ACROSS_INFINITIVE  # «попросил называть себя Лав»
        if (cost := _cost(sentence, verb, index)) is not None:
            cost += _OBJECT if toll and cost >= _BODY and token.reading(case="acc") else toll
            yield index - verb + cost + (_POSSESSOR if cost and _is_joined(tokens, verb) else 0), index
        index = name.stop if name is not None else index + 1


def _to_the_left(sentence: Sentence, verb: int) -> Iterator[tuple[int, int]]:
    """Yield the cost and place of each candidate before the verb; clauses and marks between them add to the cost."""
    tokens = sentence.tokens
    toll = 0
    found = False
    closer = ""
    begin = max(0, verb - 2 * _REACH)
    aside = clauses_between(tokens, begin, verb)
    for index in range(verb - 1, begin - 1, -1):
        token = tokens[index]
        if closer or index in aside:
            closer = "" if _BRACKETED.get(token.text) == closer else closer
            continue
        if token.text == ")" and "(" in (t.text for t in tokens[begin:index]):
            closer = token.text
            continue
        if token.text in CLOSING.values() and (opening := opening_of(tokens, index)) is not None:
            listed = opening > 1 and any(t.text in CLOSING.values() for t in tokens[opening - 2 : opening])
            free = not listed and not _is_governed(tokens, opening) and not _is_complement(tokens, opening, verb)
            if index - opening <= 6 and free:
                yield verb - index + toll + _DOUBTFUL + _INANIMATE, opening
            closer = token.text
        elif token.text in ";:!?…" or (token.text == "." and sentence.name_at(index) is None):
            return
        elif token.text == ",":
            toll += _ACROSS_COMMA
        elif token.lemma in RELATIVE and not toll and token.reading(case="nom"):
            if not found:
                yield 0, index
            return
        elif is_finite(token) and sentence.name_at(index) is None:
            toll += _ACROSS_VERB
        elif token.pos == "SCONJ" and not toll and token.fold != "как":
            return
        elif (cost := _cost(sentence, verb, index)) is not None:
            found = True
            yield verb - index + cost + toll, index


def _is_complement(tokens: list[Token], opening: int, verb: int) -> bool:
    """Whether the noun before a name in marks cannot be the subject, so that the name is none: «ведущая шоу «Утро»»."""
    noun = tokens[opening - 1].reading(pos="NOUN") if opening else None
    if noun is None or tokens[opening - 1].readings[0].pos != "NOUN":
        return False
    return not any(r.case == "nom" and _agrees(r, tokens[verb]) for r in tokens[opening - 1].readings)


def _earlier_verb(sentence: Sentence, verb: int) -> int | None:
    """Return the verb whose subject this one goes on with: «пришёл, увидел [и] победил»; None if it has its own."""
    tokens = sentence.tokens
    if verb < 2 or not (_is_joined(tokens, verb) or tokens[verb - 1].text == ","):
        return None
    start = verb - 2 if tokens[verb - 1].text == "," or tokens[verb - 2].text == "," else verb - 1
    for index in range(start, max(-1, verb - _REACH), -1):
        token = tokens[index]
        if token.text in _HARD or token.text == "," or token.pos == "SCONJ" or token.lemma in RELATIVE:
            return None
        if is_finite(token):
            one, other = token.readings[0], tokens[verb].readings[0]
            alike = one.number == other.number and one.tense == other.tense and one.person == other.person
            return index if alike and (not one.gender or one.gender == other.gender) else None
    return None


def _is_joined(tokens: list[Token], verb: int) -> bool:
    """Whether the verb goes on with the subject of a verb before it: «вышел и покинул зал»."""
    return verb > 0 and tokens[verb - 1].pos == "CCONJ"


def _cost(sentence: Sentence, verb: int, index: int) -> int | None:
    """Return what speaks against the token being the head of the verb's subject, or None if it cannot be."""
    tokens = sentence.tokens
    name = sentence.name_at(index)
    if name is not None and name.kind == "person":
        before = tokens[name.first - 1] if name.first else None
        if before is not None and (before.pos == "ADP" or is_compared(tokens, name.first)):
            return None
        return _cost_of_person(sentence, name, tokens[verb])
    if name is not None and index == name.first:
        # «Лесная охранная служба»: a body's name is what its noun is.
        index = next((i for i in range(name.first, name.stop) if tokens[i].pos in ("NOUN", "PROPN", "X")), index)
    reading = _nominative(sentence, index, verb)
    if reading is None or not (_agrees(reading, tokens[verb]) or _is_acronym(tokens[index], reading, tokens[verb])):
        return None
    if _is_governed(tokens, name.first if name is not None else index):
        return None
    if not _agrees(reading, tokens[verb]):
        return _POSSESSOR
    if name is not None or tokens[index].pos == "X":
        start = name.first if name is not None else index
        after_noun = start > 0 and tokens[start - 1].pos == "NOUN" and tokens[start - 1].lemma not in TIMES | DAYS
        return _POSSESSOR if after_noun else _PLACE if name is not None and name.kind == "place" else 0
    if _is_possessor(sentence, index):
        return _POSSESSOR if reading.score > _LEAST_LIKELY * tokens[index].readings[0].score else None
    likely = tokens[index].readings[0].case in ("nom", "")
    if reading.animate and reading.gender == "masc" and tokens[verb].readings[0].gender == "fem":
        return _DOUBTFUL  # «врач заявила», but not «её отец …, добавила»
    if reading.pos == "PRON" or reading.animate:
        return 0 if likely or reading.animate else _DOUBTFUL
    if likely and is_body(reading.lemma):
        return _BODY
    return _INANIMATE + (0 if likely else _DOUBTFUL)


def _cost_of_person(sentence: Sentence, name: Name, verb: Token) -> int | None:
    readings = personal.read(sentence, name)
    if readings and _is_described_obliquely(sentence, name, readings):
        return _OBLIQUE
    if not readings:
        return 0 if not sentence.tokens[name.first].reading(case="gen") else _DOUBTFUL
    wanted = verb.readings[0].gender if verb.readings[0].tense == "past" else ""
    if verb.readings[0].person in ("1", "2"):
        return None
    if verb.readings[0].number == "plur" and not _is_listed(sentence.tokens, name):
        return _MISFIT if readings[0].case == "nom" else None
    for place, reading in enumerate(readings):
        if reading.score < _LEAST_LIKELY * readings[0].score:
            break
        if reading.case in ("nom", "") and (not wanted or reading.gender in ("", wanted)):
            if place == 0:
                return 0
            after_noun = name.first > 0 and sentence.tokens[name.first - 1].pos == "NOUN"
            return _POSSESSOR if after_noun and readings[0].case == "gen" else _ACROSS_COMMA
    if readings[0].case == "nom" and any(r.case == "nom" and r.gender == wanted for r in readings):
        return _DOUBTFUL
    # A foreign name whose gender or case was guessed wrong («Андреа») is still better than none.
    before = sentence.tokens[name.first - 1] if name.first else None
    if before is verb and any(sentence.tokens[name.first].text in reading[:3] for reading in readings):
        return _MISFIT + _POSSESSOR
    return _MISFIT if before is None or not (before.is_word or before.text in CLOSING) else None


def _is_described_obliquely(sentence: Sentence, name: Name, readings: tuple[NameReading, ...]) -> bool:
    """Whether the post before the name stands in another case, and the name with it: «о своей коллеге Роуз Ли»."""
    before = [span for span in descriptions(sentence, name, readings) if span[1] <= name.first]
    if not before:
        return False
    tokens = sentence.tokens[slice(*before[0])]
    return not any(token.reading(case="nom") or token.readings[0].fixed for token in tokens if token.pos != "ADP")


def _is_listed(tokens: list[Token], name: Name) -> bool:
    """Whether «и» joins the name to another."""
    beside = [tokens[i] for i in (name.first - 1, name.stop) if 0 <= i < len(tokens)]
    return any(token.fold == "и" for token in [*beside, *tokens[name.first : name.stop]])


def _nominative(sentence: Sentence, index: int, verb: int) -> Reading | None:
    """Return the reading in which the token could head a subject."""
    token = sentence.tokens[index]
    for reading in token.readings:
        if reading.case != "nom" or (reading.name in ("given", "family") and not token.is_capital):
            continue  # «августа» is no woman
        if reading.pos in ("NOUN", "PROPN"):
            if reading.number == "sing" and _is_counted(sentence.tokens, index):
                continue  # «анонсировал пять премьер»
            return reading
        if reading.pos == "NUM" or (reading.pos in ("PRON", "DET") and reading.lemma in _PERSONAL):
            return reading if not _modifies(sentence.tokens, index) else None
        if reading is token.readings[0] and _stands_alone(sentence.tokens, index, reading, verb):
            return reading
    if token.text[0].isdigit() and index + 1 < len(sentence.tokens) and index + 1 != verb:
        counted = sentence.tokens[index + 1].reading(pos="NOUN", case="gen")
        return Reading(token.lemma, "NUM", case="nom") if counted is not None and counted.animate else None
    if token.text.isupper() and len(token.text) > 2 and not any(r.case == "nom" for r in token.readings):
        return Reading(token.lemma, "PROPN", case="nom", number="sing", animate=True)
    if token.pos == "X" and token.is_capital and (token.text[0].isascii() or token.text.isupper()):
        return Reading(token.lemma, "PROPN", case="nom", animate=True)
    return None


def _is_counted(tokens: list[Token], index: int) -> bool:
    """Whether a numeral that governs the genitive stands before the noun."""
    before = tokens[index - 1] if index else None
    return before is not None and before.pos == "NUM" and before.lemma != "один" and before.text.isalpha()


def _stands_alone(tokens: list[Token], index: int, reading: Reading, verb: int) -> bool:
    """Whether an adjective or participle beside the verb is used as a noun («собравшиеся попросили»)."""
    opens = all(token.pos in ("CCONJ", "PART", "ADV", "ADJ") for token in tokens[:index]) and index < 3
    if reading.pos not in ("ADJ", "VERB") or reading.form not in ("", "part") or (abs(index - verb) > 2 and not opens):
        return False
    if any(token.text == "," for token in tokens[max(0, index - 1) : verb]):
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is not None and is_substantive(tokens[index]):
        return following.reading(case=reading.case, number=reading.number) is None  # «ведущая программы»
    return following is None or following.pos not in ("NOUN", "PROPN", "ADJ", "DET")


def _is_acronym(token: Token, reading: Reading, verb: Token) -> bool:
    """Whether the token is an acronym, whose gender no dictionary tells for sure: «ВАДА сообщила»."""
    return token.text.isupper() and len(token.text) > 1 and verb.readings[0].number in ("", reading.number or "sing")


def _modifies(tokens: list[Token], index: int) -> bool:
    """Whether a pronoun or numeral goes with the noun after it: «некоторые источники»."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return following is not None and following.pos in ("NOUN", "ADJ") and following.reading(case="nom") is not None


def _agrees(reading: Reading, verb: Token) -> bool:
    if reading.pos == "NUM" or agrees(reading, verb):
        return True
    number = verb.readings[0].number
    if number == "plur" and reading.lemma in _MANY:
        return True
    # «врач заявила»: the noun's grammatical gender does not bind where a woman is meant.
    masculine = reading.gender != "fem" and verb.readings[0].gender == "fem"
    return reading.animate and masculine and (not number or reading.number == number)


def _is_governed(tokens: list[Token], index: int) -> bool:
    """Whether a preposition stands before the noun, with at most modifiers of it between."""
    for before in range(index - 1, max(-1, index - 5), -1):
        token = tokens[before]
        if token.pos == "ADP":
            return True
        if token.lemma in RELATIVE or (token.pos not in ("ADJ", "DET", "NUM") and not token.reading(form="part")):
            return False
    return False


def _is_possessor(sentence: Sentence, index: int) -> bool:
    """Whether the word can be read as the genitive complement of the noun before it («совет республики»)."""
    token = sentence.tokens[index]
    if sentence.name_at(index) is not None or not token.reading(case="gen", pos="NOUN"):
        return False
    before = index - 1
    while before >= 0 and sentence.tokens[before].pos in ("ADJ", "DET"):
        if not sentence.tokens[before].reading(case="gen"):
            return False
        before -= 1
    noun = sentence.tokens[before].readings[0] if before >= 0 else None
    return noun is not None and noun.pos == "NOUN" and noun.lemma not in TIMES


def _whole(sentence: Sentence, head: int, verb: int) -> tuple[int, int]:
    """Return the noun phrase of the head, the common noun before a quoted or foreign name included."""
    tokens = sentence.tokens
    if tokens[head].text in CLOSING:
        first, stop = head, name_in_marks(tokens, head) or head + 1
    elif tokens[head].readings[0].pos == "PRON":
        first, stop = head, head + 1
    else:
        first, stop = noun_phrase(sentence, head)
    while stop < len(tokens) and tokens[stop].pos == "X" and tokens[stop].is_capital and tokens[stop - 1].pos == "X":
        stop += 1
    before = tokens[first - 1] if first > 0 else None
    named = tokens[head].text in CLOSING or tokens[head].pos == "X"
    kind = before.reading(pos="NOUN", case="nom") if before is not None and first - 1 != verb else None
    if named and before is not None and kind is not None and before.readings[0].case != "gen":
        wider = noun_phrase(sentence, first - 1)
        if wider[1] >= stop:
            first, stop = wider
    if stop + 1 < len(tokens) and tokens[stop].text in _DASHES:
        # «один из учеников — Пётр Лапин —»: the name after the dash is whom the phrase means.
        name = sentence.name_at(stop + 1)
        if name is not None and name.kind == "person" and name.first == stop + 1:
            stop = name.stop
    if first > 1 and tokens[first - 1].text == "," and stop < len(tokens) and tokens[stop].text == ",":
        # «Пётр Лапин, глава завода, сообщил»: the name before the apposition is whom it describes.
        name = sentence.name_at(first - 2)
        if name is not None and name.kind == "person" and _cost_of_person(sentence, name, tokens[verb]) == 0:
            first, stop = noun_phrase(sentence, name.first)
    if first <= verb < stop:
        first, stop = (verb + 1, stop) if head > verb else (first, verb)
    return first, stop
