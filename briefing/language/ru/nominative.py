"""A noun phrase of Russian as one would list it: its head and what agrees with it in the nominative."""

from __future__ import annotations

from briefing.language.base import Reading, Sentence, Token, fold
from briefing.language.ru import personal
from briefing.language.ru.agreement import agreeing, closing, head
from briefing.language.ru.morphology import inflect
from briefing.language.ru.stretches import APPROXIMATING

_FEW = ("два", "три", "четыре")  # a noun in the singular follows them
_OPENING = ("«", "“", "„", '"', "(")


def nominative(sentence: Sentence, first: int, stop: int, *, singular: bool = False) -> str:
    """Return the phrase of these tokens in the nominative; complements and what stands in marks stay as they are.

    A plural is put into the singular if that is wanted.
    """
    tokens = sentence.tokens
    words = {index: tokens[index].text for index in range(first, stop)}
    index, noun = head(sentence, first, stop)
    case = noun.case
    if _stays(tokens, first, stop):
        return _joined(sentence, words)
    if singular and noun.number == "plur":
        _make_one(sentence, words, first, index, noun)
        return _joined(sentence, words)
    if _is_counted(sentence, first, index) or _count(sentence, words, first, index):
        return _joined(sentence, words)
    _raise(sentence, words, first, index, noun)
    while (start := _next_head(sentence, index + 1, stop, case)) is not None:
        index = head(sentence, start, stop)[0]
        _raise(sentence, words, start, index, _noun_in(tokens[index], case) or noun)
    _raise_name(sentence, words, index, stop, case)
    return _joined(sentence, words)


def _stays(tokens: list[Token], first: int, stop: int) -> bool:
    """Whether a name in marks is not declined, as its last word shows, a second nominative: «в «Россети Урал»»."""
    if tokens[first].text not in _OPENING or stop - first < 4 or closing(tokens, first) != stop - 1:
        return False
    last = tokens[stop - 2]
    cases = {reading.case for reading in last.readings}
    return (
        last.pos in ("NOUN", "PROPN") and cases <= {"nom", "acc"} and tokens[stop - 3].pos in ("NOUN", "PROPN", "ADJ")
    )


def _raise(sentence: Sentence, words: dict[int, str], first: int, index: int, noun: Reading) -> None:
    """Put the noun at ``index`` and its modifiers from ``first`` on into the nominative."""
    tokens = sentence.tokens
    name = sentence.name_at(index)
    if name is not None and name.kind == "person" and name.first >= min(words):
        _write_name(sentence, words, name.first, name.stop)
    elif noun.case not in ("", "nom") and not noun.fixed and not _is_frozen(tokens[index], noun):
        words[index] = _in_nominative(tokens[index], noun, noun)
    for i in range(first, index):
        reading = agreeing(tokens[i], noun) if noun.case else _of_frozen(tokens[i], noun)
        if reading is not None and noun.case != "nom":
            words[i] = _in_nominative(tokens[i], reading, noun)


def _of_frozen(token: Token, noun: Reading) -> Reading | None:
    """Return the reading of a modifier of a post that never changes: «первого замминистра», «бывшей замглавы»."""
    if not (noun.fixed and noun.animate):
        return None
    likely = (r for r in token.readings if r.pos == "ADJ" or r.form == "part")
    return next((r for r in likely if r.number == "sing" and r.gender in ("masc", "fem")), None)


def _make_one(sentence: Sentence, words: dict[int, str], first: int, index: int, noun: Reading) -> None:
    """Put a noun in the plural and its modifiers into the nominative singular."""
    gender = {"fem": "femn", "neut": "neut"}.get(noun.gender, "masc")
    words[index] = cased(words[index], inflect(noun, "nomn", "sing") or words[index])
    for i in range(first, index):
        reading = agreeing(sentence.tokens[i], noun)
        word = inflect(reading, "nomn", "sing", gender) if reading is not None else None
        words[i] = cased(words[i], word) if word else words[i]


def _is_counted(sentence: Sentence, first: int, index: int) -> bool:
    """Whether a numeral in the nominative governs the noun, so that the phrase is one: «восемь сенаторов»."""
    numerals = [t for t in sentence.tokens[first:index] if t.pos == "NUM"]
    if first < index and sentence.tokens[first].fold in APPROXIMATING and numerals:
        return True  # «порядка ста врачей»
    several = sentence.tokens[first].reading(pos="NUM", case="nom")  # «несколько десятков жителей» opens with an adverb
    counted = (
        several is not None if not numerals else numerals[-1].text[0].isdigit() or numerals[-1].reading(case="nom")
    )
    return first < index and bool(counted) and sentence.tokens[index].reading(case="gen") is not None


def _count(sentence: Sentence, words: dict[int, str], first: int, index: int) -> bool:
    """Put a numeral that stands in the genitive with its noun into the nominative: «двух врачей» as «два врача»."""
    tokens = sentence.tokens
    numeral = tokens[first].reading(pos="NUM", case="gen")
    noun = tokens[index].reading(case="gen", number="plur")
    if numeral is None or noun is None or first == index or tokens[first].text[0].isdigit():
        return False
    feminine = ("femn",) if numeral.lemma == "два" and noun.gender == "fem" else ()
    word = inflect(numeral, "nomn", *feminine)
    if word is None:
        return False
    words[first] = cased(tokens[first].text, word)
    if numeral.lemma in _FEW:
        words[index] = cased(tokens[index].text, inflect(noun, "gent", "sing") or tokens[index].text)
    return True


def _is_frozen(token: Token, noun: Reading) -> bool:
    """Whether the word never changes: the name of a body that ends in a genitive (Минобороны), unknown capitals."""
    unknown = not noun.known
    if token.text.isupper() and len(token.text) > 1 and (unknown or len(token.text) < 6):
        return True
    return any(r.name == "organisation" and r.lemma == token.fold and r.case == "nom" for r in token.readings)


def _next_head(sentence: Sentence, index: int, stop: int, case: str) -> int | None:
    """Return where a phrase joined to the one before by a comma, dash or «и», in the same case, begins."""
    tokens = sentence.tokens
    while index < stop:
        if tokens[index].text in _OPENING and (end := closing(tokens, index)) is not None:
            index = end + 1
            continue
        joins = tokens[index].text in (",", "-", "–", "—") or tokens[index].fold == "и"
        if joins and index + 1 < stop:
            noun = head(sentence, index + 1, stop)[0]
            reading = _noun_in(tokens[noun], case)
            between = tokens[index + 1 : noun]
            if reading is not None and reading.animate and all(agreeing(t, reading) for t in between):
                return index + 1
        index += 1
    return None


def _noun_in(token: Token, case: str) -> Reading | None:
    """Return the noun reading of the token in this case, or None."""
    return token.reading(pos="NOUN", case=case)


def _raise_name(sentence: Sentence, words: dict[int, str], index: int, stop: int, case: str) -> None:
    """Put the name of a person that ends the phrase, in apposition to its head, into the nominative."""
    name = next((n for n in sentence.names if n.kind == "person" and n.first > index and n.stop == stop), None)
    if name is None:
        return
    readings = personal.read(sentence, name)
    if any(reading.case == case and reading.score > 0.1 * readings[0].score for reading in readings) and case != "gen":
        _write_name(sentence, words, name.first, name.stop, case)


def _write_name(sentence: Sentence, words: dict[int, str], first: int, stop: int, case: str = "") -> None:
    name = sentence.name_at(first)
    readings = personal.read(sentence, name) if name is not None else ()
    reading = next((r for r in readings if not case or r.case == case), None)
    if reading is None:
        return
    parts = " ".join(filter(None, reading[:3]))
    words[first] = parts
    for index in range(first + 1, stop):
        words.pop(index, None)


def _in_nominative(token: Token, reading: Reading, noun: Reading) -> str:
    if reading.fixed or reading.case == "nom":
        return token.text
    wanted = ["nomn", "plur" if noun.number == "plur" else "sing"]
    if noun.number != "plur" and reading is not noun and reading.gender in ("masc", "fem", "neut"):
        wanted.append({"masc": "masc", "fem": "femn", "neut": "neut"}[reading.gender])
    word = inflect(reading, *wanted)
    return cased(token.text, word) if word else token.text


def cased(text: str, word: str) -> str:
    """Give the inflected word the capitals of the text's form, and its ё where both have the letter: МАЗа gives МАЗ."""
    common = 0
    while common < min(len(text), len(word)) and _same(text[common], word[common]):
        common += 1
    rest = word[common:]
    stem = text[:common]
    shouted = stem.isupper() and len(stem) > 1
    if shouted and (text.isupper() or text[common:].isupper()):
        return stem + rest.upper()
    if not stem:
        return word[:1].upper() + word[1:] if text[0].isupper() else word
    return stem + rest


def _same(one: str, other: str) -> bool:
    return fold(one) == fold(other)


def _joined(sentence: Sentence, words: dict[int, str]) -> str:
    """Join the words with the spaces that the article has between them."""
    out, last = "", -1
    for index, word in sorted(words.items()):
        gap = last >= 0 and (index > last + 1 or sentence.tokens[index].start > sentence.tokens[index - 1].end)
        out += (" " if gap else "") + word
        last = index
    return out
