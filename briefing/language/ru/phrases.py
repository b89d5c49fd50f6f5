"""Noun phrases of Russian: their extent, the subject of a verb, and their nominative."""

from __future__ import annotations

from briefing.language.base import Reading, Sentence, Token
from briefing.language.ru.morphology import inflect

_NOMINAL = ("NOUN", "PROPN")
_MODIFIER = ("ADJ", "DET", "NUM")
_MARKS = {"«": "»", "“": "”", "„": "“", '"': '"', "(": ")"}


def noun_phrase(sentence: Sentence, head: int) -> tuple[int, int]:
    """Return the tokens of the noun phrase around ``head``.

    Agreeing modifiers before it; after it genitives, quoted names, and the names of people in the head's own case.
    """
    tokens = sentence.tokens
    name = sentence.name_at(head)
    first, stop = (name.first, name.stop) if name is not None else (head, head + 1)
    while first > 0 and _modifies(tokens[first - 1]):
        first -= 1
    return first, _complements(sentence, head, stop)


def _modifies(token: Token) -> bool:
    reading = token.readings[0]
    return reading.pos in ("ADJ", "DET") or (reading.pos == "VERB" and reading.form == "part")


def _complements(sentence: Sentence, head: int, stop: int) -> int:
    tokens = sentence.tokens
    while stop < len(tokens):
        token = tokens[stop]
        if token.text in _MARKS and (closing := _closing(tokens, stop)) is not None:
            stop = closing + 1
        elif (name := sentence.name_at(stop)) is not None:
            stop = name.stop
        elif _is_genitive(tokens, stop):
            stop += 1
        else:
            break
    return stop


def _is_genitive(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    if token.pos in (*_NOMINAL, *_MODIFIER) and token.reading(case="gen") and not token.reading(case="nom"):
        return True
    if token.reading(case="gen", pos="NOUN") and tokens[index - 1].reading(pos="NOUN"):
        return True
    return _modifies(token) and index + 1 < len(tokens) and tokens[index + 1].reading(case="gen") is not None


def _closing(tokens: list[Token], opening: int) -> int | None:
    mark = _MARKS[tokens[opening].text]
    limit = min(len(tokens), opening + 12)
    return next((i for i in range(opening + 1, limit) if tokens[i].text == mark), None)


def agrees(noun: Reading, verb: Token) -> bool:
    """Whether a nominative could be the subject of the finite verb, by number, gender and person."""
    for reading in verb.readings:
        if reading.pos != "VERB":
            continue
        if reading.number and noun.number and reading.number != noun.number:
            continue
        if reading.tense == "past" and reading.gender and noun.gender and reading.gender != noun.gender:
            continue
        return True
    return False


def nominative(sentence: Sentence, first: int, stop: int) -> str:
    """Return the phrase in the nominative: its head and the modifiers that agree with it; the rest stays."""
    tokens = sentence.tokens[first:stop]
    head = next((i for i, token in enumerate(tokens) if token.reading(pos="NOUN")), None)
    if head is None or (noun := _likeliest_case(tokens, head)) is None:
        return _joined(sentence, [token.text for token in tokens], first)
    words = []
    for index, token in enumerate(tokens):
        reading = noun if index == head else _agreeing(token, noun) if index < head else None
        words.append(_in_nominative(token, reading, noun) if reading is not None else token.text)
    return _joined(sentence, words, first)


def _likeliest_case(tokens: list[Token], head: int) -> Reading | None:
    """Return the head's reading, one in which the modifiers before it agree if there is any."""
    nouns = [reading for reading in tokens[head].readings if reading.pos == "NOUN"]
    for noun in nouns:
        if all(_agreeing(token, noun) for token in tokens[:head] if token.pos in _MODIFIER):
            return noun
    return nouns[0] if nouns else None


def _agreeing(token: Token, noun: Reading) -> Reading | None:
    for reading in token.readings:
        if reading.pos not in ("ADJ", "DET", "VERB") or reading.case != noun.case or reading.number != noun.number:
            continue
        if noun.number == "plur" or not (reading.gender and noun.gender) or reading.gender == noun.gender:
            return reading
    return None


def _in_nominative(token: Token, reading: Reading, noun: Reading) -> str:
    if reading.fixed or reading.case == "nom":
        return token.text
    wanted = ["nomn", "plur" if noun.number == "plur" else "sing"]
    word = inflect(reading, *wanted) or token.text
    if token.text.isupper() and len(token.text) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if token.is_capital else word


def _joined(sentence: Sentence, words: list[str], first: int) -> str:
    """Join the words with the spaces that the article has between them."""
    out = words[0]
    for offset, word in enumerate(words[1:], first + 1):
        gap = sentence.tokens[offset].start - sentence.tokens[offset - 1].end
        out += (" " if gap else "") + word
    return out
