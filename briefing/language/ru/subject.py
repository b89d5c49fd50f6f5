"""The subject of a Russian finite verb: the nominative that agrees with it and stands in its clause."""

from __future__ import annotations

from briefing.language.base import Reading, Sentence, Token
from briefing.language.ru.phrases import agrees, noun_phrase

_PERSONAL = frozenset("я ты он она оно мы вы они кто который никто некто это многие некоторые все каждый сам".split())
_RELATIVE = frozenset("который чей".split())
_HARD = frozenset('. ; : ! ? … ( ) [ ] « » “ ” „ " — –'.split())
_OPENING = frozenset("« “ „ (".split())
_REACH = 30
_TOO_FAR = 60
# What a candidate's place costs, in tokens of distance.
_ACROSS_VERB, _ACROSS_COMMA, _INANIMATE, _DOUBTFUL, _PLACE = 8, 3, 5, 6, 10


def subject(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """Return the subject's tokens: the best of the agreeing nominatives around the verb, or None.

    On the verb's right only its own stretch up to the next comma or harder mark is searched; on its left also what
    lies beyond inserted clauses and phrases («министр, который …, заявил»).
    """
    found = [*_to_the_right(sentence, verb), *_to_the_left(sentence, verb)]
    if not found:
        return None
    cost, head = min(found)
    return _whole(sentence, head, verb) if cost < _TOO_FAR else None


def _to_the_right(sentence: Sentence, verb: int) -> list[tuple[int, int]]:
    tokens = sentence.tokens
    found: list[tuple[int, int]] = []
    index = verb + 1
    while index < min(len(tokens), verb + _REACH):
        token = tokens[index]
        if token.text in _OPENING and not found and (stop := _name_in_marks(tokens, index)):
            found.append((index - verb + _DOUBTFUL, index))
            index = stop
            continue
        if token.text == "," or token.text in _HARD or _is_finite(token):
            break
        cost = _cost(sentence, verb, index)
        if cost is not None:
            found.append((index - verb + cost, index))
        index += 1
    return found


def _to_the_left(sentence: Sentence, verb: int) -> list[tuple[int, int]]:
    tokens = sentence.tokens
    found: list[tuple[int, int]] = []
    toll = 0
    crossed = False
    for index in range(verb - 1, max(-1, verb - 2 * _REACH), -1):
        token = tokens[index]
        if token.text in ".;:!?…(":
            break
        if token.text == ",":
            toll += _ACROSS_COMMA
            crossed = True
        elif token.lemma in _RELATIVE or token.pos == "SCONJ":
            if not crossed:
                break
            toll -= _ACROSS_VERB if toll >= _ACROSS_VERB else 0
        elif _is_finite(token):
            toll += _ACROSS_VERB
        elif _inside_marks(tokens, index, verb):
            continue
        elif (cost := _cost(sentence, verb, index)) is not None:
            found.append((verb - index + cost + toll, index))
    return found


def _cost(sentence: Sentence, verb: int, index: int) -> int | None:
    """Return what speaks against the token being the head of the verb's subject, or None if it cannot be."""
    token = sentence.tokens[index]
    reading = _nominative(sentence, index)
    if reading is None or not _agrees(sentence, index, reading, sentence.tokens[verb]):
        return None
    if _is_governed(sentence.tokens, index) or _is_possessor(sentence, index):
        return None
    name = sentence.name_at(index)
    if name is not None:
        return _PLACE if name.kind == "place" else 0
    if reading.pos == "PRON" or reading.animate:
        return 0 if token.readings[0].case in ("nom", "") or reading.animate else _DOUBTFUL
    doubt = 0 if token.readings[0].case == "nom" else _DOUBTFUL
    return _INANIMATE + doubt


def _nominative(sentence: Sentence, index: int) -> Reading | None:
    token = sentence.tokens[index]
    if (name := sentence.name_at(index)) is not None and name.kind != "place":
        return _of_name(sentence.tokens[name.first : name.stop], token)
    for reading in token.readings:
        if reading.case != "nom":
            continue
        if reading.pos in ("NOUN", "PROPN") or (reading.pos in ("PRON", "DET") and reading.lemma in _PERSONAL):
            return reading
        if reading.pos == "NUM" or reading.lemma == "один":
            return reading
        if _stands_alone(sentence.tokens, index, reading):
            return reading
    return None


def _of_name(words: list[Token], token: Token) -> Reading | None:
    """Return the nominative reading of a name's word; names in foreign letters or unknown words count as such."""
    if (reading := token.reading(case="nom")) is not None:
        return reading
    unknown = not any(reading.case for reading in token.readings) or token.readings[0].score < 0.5
    others = any(word.reading(case="nom") for word in words if word is not token)
    return Reading(token.lemma, "PROPN", case="nom", animate=True) if unknown and (others or len(words) == 1) else None


def _stands_alone(tokens: list[Token], index: int, reading: Reading) -> bool:
    """Whether an adjective or participle is used as a noun («собравшиеся», «обвиняемый»): no noun follows it."""
    if reading.pos not in ("ADJ", "VERB") or reading.form not in ("", "part"):
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return following is None or following.pos not in ("NOUN", "PROPN", "ADJ", "DET")


def _agrees(sentence: Sentence, index: int, reading: Reading, verb: Token) -> bool:
    if agrees(reading, verb) or reading.pos == "NUM":
        return True
    number = verb.readings[0].number
    if reading.animate and (not number or reading.number == number):
        return True  # «врач Лиза заявила»: the noun's grammatical gender does not bind
    return reading.lemma == "один" or not reading.number


def _is_governed(tokens: list[Token], index: int) -> bool:
    """Whether a preposition stands before the noun, with at most modifiers of it between."""
    for before in range(index - 1, max(-1, index - 5), -1):
        token = tokens[before]
        if token.pos == "ADP":
            return True
        if token.pos not in ("ADJ", "DET", "NUM") and not token.reading(form="part"):
            return False
    return False


def _is_possessor(sentence: Sentence, index: int) -> bool:
    """Whether the word can be read as the genitive complement of the noun right before it («совет республики»)."""
    token = sentence.tokens[index]
    if index == 0 or sentence.name_at(index) is not None or not token.reading(case="gen", pos="NOUN"):
        return False
    return sentence.tokens[index - 1].readings[0].pos == "NOUN"


def _is_finite(token: Token) -> bool:
    return token.readings[0].form == "fin" and token.readings[0].pos == "VERB"


def _inside_marks(tokens: list[Token], index: int, verb: int) -> bool:
    """Whether a quotation is closed between the token and the verb and not opened there."""
    depth = 0
    for token in tokens[index:verb]:
        if token.text == "«":
            depth += 1
        elif token.text == "»":
            depth -= 1
    return depth < 0


def _name_in_marks(tokens: list[Token], opening: int) -> int | None:
    """Return where a short quoted name that opens here ends («Роснефть», «Московский комсомолец»)."""
    closing = {"«": "»", "“": "”", "„": "“"}.get(tokens[opening].text)
    for index in range(opening + 1, min(len(tokens), opening + 6)):
        if tokens[index].text == closing:
            return index + 1
    return None


def _whole(sentence: Sentence, head: int, verb: int) -> tuple[int, int]:
    """Return the noun phrase of the head, with a role that stands before a name («глава МИД Иван Серов»)."""
    if sentence.tokens[head].text in _OPENING:
        return head, _name_in_marks(sentence.tokens, head) or head + 1
    first, stop = noun_phrase(sentence, head)
    for index in range(first - 1, max(-1, first - 12), -1):
        token = sentence.tokens[index]
        if token.text in _HARD or token.text == "," or token.pos in ("VERB", "SCONJ", "CCONJ"):
            break
        reading = token.reading(case="nom", pos="NOUN")
        if reading is not None and not _is_governed(sentence.tokens, index):
            wider = noun_phrase(sentence, index)
            if wider[1] >= stop and not wider[0] <= verb < wider[1]:
                first, stop = wider
    if first <= verb < stop:
        first, stop = (verb + 1, stop) if head > verb else (first, verb)
    return first, stop
