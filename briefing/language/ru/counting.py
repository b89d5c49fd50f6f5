"""The noun that a Russian numeral counts: «27 заброшенных в районе мельниц», «пятеро раненых»."""

from __future__ import annotations

from briefing.language.base import Reading, Sentence, Token

_FURTHEST = 9
_LONGEST_ACRONYM = 6
_POSSESSIVE = ("его", "ее", "их")
_OBLIQUE = ("gen", "dat", "ins", "loc")


def counted(sentence: Sentence, first: int, value: float) -> int | None:
    """Return the token of the noun that a numeral of this ``value``, ending before token ``first``, counts.

    Adjectives and participles, with what depends on them, may stand between. A numeral asks for a number and case
    (Rozental, § 164): «21 поезд», «два поезда», «пять поездов», «полтора поезда», in the other cases the plural.
    """
    return _search(sentence.tokens, first, min(len(sentence.tokens), first + _FURTHEST), value)


def _search(tokens: list[Token], index: int, limit: int, value: float) -> int | None:
    if index >= limit:
        return None
    token = tokens[index]
    if token.fold in _POSSESSIVE:
        return _search(tokens, index + 1, limit, value)
    if token.pos == "ADV" and index + 1 < limit and _modifier(tokens[index + 1]) is not None:
        return _search(tokens, index + 1, limit, value)
    modifier = _modifier(token)
    if modifier is not None:
        further = _search(tokens, _after_modifier(tokens, index, limit, modifier), limit, value)
        if further is not None:
            return further
        return index if _is_substantive(token, value) else None
    return index if _is_counted(token, value) else None


def _modifier(token: Token) -> Reading | None:
    """Return the reading in which the word modifies a noun: the likeliest, if it is an adjective or participle."""
    for reading in token.readings[:3]:
        if reading.pos in ("ADJ", "DET") or (reading.pos == "VERB" and reading.form == "part"):
            return reading if reading.form != "short" else None
        if reading.pos == "NOUN" and reading.number == "plur" and token.reading(pos="ADJ", number="plur"):
            continue
        return None
    return None


def _after_modifier(tokens: list[Token], index: int, limit: int, modifier: Reading) -> int:
    """Return where to read on: past a comma or «и» before another modifier, past a participle's complement."""
    following = index + 1
    if following + 1 < limit and (tokens[following].text == "," or tokens[following].fold in ("и", "или")):
        return following + 1 if _modifier(tokens[following + 1]) is not None else limit
    participle = modifier.form == "part" or tokens[index].reading(form="part") is not None
    if participle and following < limit and tokens[following].pos == "ADP":
        for at in range(following + 1, min(limit, following + 5)):
            if tokens[at].pos == "NOUN":
                return at + 1
            if tokens[at].pos not in ("ADJ", "DET", "NUM"):
                break
    return following


def _is_substantive(token: Token, value: float) -> bool:
    """Whether an adjective or participle stands for a noun: «пятеро погибших», «40 раненых», «один неизвестный»."""
    for reading in token.readings:
        if reading.pos not in ("ADJ", "VERB", "NOUN") or reading.form not in ("", "part"):
            continue
        if _asks_singular(value) and reading.number == "sing":
            return True
        if reading.number == "plur" and reading.case in _OBLIQUE:
            return True
    return False


def _is_counted(token: Token, value: float) -> bool:
    if not token.text[0].isalpha():
        return False
    if token.pos == "X":
        return token.is_capital and (token.text.isascii() or _is_acronym(token))
    nouns = [reading for reading in token.readings if reading.pos == "NOUN"]
    if _is_acronym(token) and any(not noun.name for noun in nouns):
        return True  # «до пяти МРОТ»
    return any(_agrees(token, noun, value) for noun in nouns)


def _is_acronym(token: Token) -> bool:
    return token.text.isupper() and 1 < len(token.text) < _LONGEST_ACRONYM


def _agrees(token: Token, reading: Reading, value: float) -> bool:
    if token.is_capital and reading.number == "sing" and reading.name:
        return False
    if reading.fixed:
        return True
    if value != int(value):
        return reading.case == "gen" or (reading.number == "plur" and reading.case in _OBLIQUE)
    if _asks_singular(value):
        return reading.number == "sing"
    if reading.number == "plur":
        return reading.case in _OBLIQUE or (reading.case == "acc" and reading.animate)
    return value % 10 in (2, 3, 4) and value % 100 not in (12, 13, 14) and reading.case == "gen"


def _asks_singular(value: float) -> bool:
    return value % 10 == 1 and value % 100 != 11
