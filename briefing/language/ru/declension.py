"""The declension of Russian names, backwards: the nominatives that a form of a given or family name can come from.

Rules by ending after the academic grammar (Русская грамматика, 1980, §§ 1168-1217 on names), so that names which
no dictionary has are put right; where the dictionary knows the name, its reading weighs more.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from briefing.language import lexicons
from briefing.language.base import Reading
from briefing.language.ru.morphology import fold, inflect, readings

Part = Literal["given", "family", "patronymic"]

_VOWELS = "аеёиоуыэюя"
_HUSHING = "жшчщц"
_POSSESSIVE = ("ов", "ев", "ёв", "ин", "ын")
_CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
_RARE_FIXED = 0.1  # the share of an indeclinable name that another name's form looks like

# Family names of these endings are declined by rule alone; the dictionary often has only the man's.
_SURE = (*_POSSESSIVE, "ова", "ева", "ина", "ына", "ский", "цкий", "ская", "цкая")

_Table = dict[str, tuple[str, ...]]


def _table(**endings: str) -> _Table:
    """Return the cases that each ending of a class of names stands for; the bare stem is ``_``."""
    return {ending.strip("_"): tuple(cases.split()) for ending, cases in endings.items()}


_MASCULINE_POSSESSIVE = _table(_="nom", а="gen acc", у="dat", ым="ins", е="loc")
_FEMININE_POSSESSIVE = _table(а="nom", ой="gen dat ins loc", ою="ins", у="acc")
_MASCULINE_ADJECTIVE = _table(ого="gen acc", ому="dat", им="ins", ым="ins", ом="loc")
_SOFT_ADJECTIVE = _table(его="gen acc", ему="dat", им="ins", ем="loc")
_FEMININE_ADJECTIVE = _table(ая="nom", ой="gen dat ins loc", ую="acc", ою="ins")
_CONSONANT = _table(_="nom", а="gen acc", у="dat", ом="ins", ем="ins", е="loc")
_SOFT_SIGN = _table(ь="nom", я="gen acc", ю="dat", ем="ins", ём="ins", е="loc")
_SHORT_I = _table(й="nom", я="gen acc", ю="dat", ем="ins", е="loc")
_SHORT_IY = _table(ий="nom", ия="gen acc", ию="dat", ием="ins", ии="loc")
_HARD_A = _table(а="nom", ы="gen", и="gen", е="dat loc", у="acc", ой="ins", ей="ins", ою="ins")
_SOFT_YA = _table(я="nom", и="gen", е="dat loc", ю="acc", ей="ins", ёй="ins")
_SOFT_IYA = _table(ия="nom", ии="gen dat loc", ию="acc", ией="ins")
_FEMININE_SIGN = _table(ь="nom acc", и="gen dat loc", ью="ins")


class Form(NamedTuple):
    """A nominative that a form may come from; ``weight`` says how usual such a name is."""

    nominative: str
    gender: str
    case: str
    weight: float


@lru_cache(maxsize=20_000)
def forms(word: str, part: Part) -> tuple[Form, ...]:
    """Return the nominatives that ``word``, a part of a person's name, can come from, likeliest first."""
    if _is_double(word):
        return tuple(_hyphenated(word, part))
    known = list(_by_dictionary(word, part))
    doubt = 0.05 if any(form.weight > 2 for form in known) else 1.0
    best = {form[:3]: form.weight for form in sorted(known, key=lambda form: form.weight)}
    for form in _by_rule(word, part):
        key, weight, folded = form[:3], form.weight, fold(form.nominative)
        if part == "given" and weight > 0.1 and folded in _foreign(form.gender):
            weight = 2.5
        elif not folded.endswith(_SURE):
            weight *= doubt
        if best.get(key, -1.0) < weight:
            best[key] = weight
    return tuple(Form(*key, weight) for key, weight in sorted(best.items(), key=lambda item: -item[1]))


@lru_cache(maxsize=20_000)
def is_known(word: str, part: Part) -> bool:
    """Whether the dictionary or the list of foreign names has the word, in some form, as this part of a name."""
    if _is_double(word):
        return any(form.weight > 2 for form in forms(word, part))
    if any(form.weight > 2 for form in _by_dictionary(word, part)):
        return True
    if part != "given" or fold(word[:2]) not in _foreign_openings():
        return False
    return any(form.weight > 0.1 and fold(form.nominative) in _foreign(form.gender) for form in _by_rule(word, part))


@cache
def _foreign_openings() -> frozenset[str]:
    """Return the first two letters of the foreign given names, which no ending changes."""
    return frozenset(name[:2] for gender in ("masc", "fem") for name in _foreign(gender))


@cache
def _foreign(gender: str) -> frozenset[str]:
    return frozenset(lexicons.load("ru", "names")["masculine" if gender == "masc" else "feminine"])


def _is_double(word: str) -> bool:
    return "-" in word.strip("-") and not word.endswith("-")


def _hyphenated(word: str, part: Part) -> Iterator[Form]:
    """Decline the last part of a double name, and the parts before it where they agree («Римского-Корсакова»)."""
    first, _, last = word.rpartition("-")
    rest = "family" if last.startswith(("младш", "старш")) else part
    for form in forms(last, rest):
        yield Form(
            f"{first}-{form.nominative}", form.gender, form.case, form.weight * (0.8 if part == "given" else 0.5)
        )
        for other in forms(first, part):
            if (other.gender, other.case) == (form.gender, form.case) and other.nominative != first:
                yield Form(f"{other.nominative}-{form.nominative}", form.gender, form.case, form.weight * other.weight)


def _by_dictionary(word: str, part: Part) -> Iterator[Form]:
    for reading in readings(word):
        if reading.name != part or reading.number == "plur" or not reading.case:
            continue
        genders = (reading.gender,) if reading.gender in ("masc", "fem") else ("masc", "fem")
        nominative = word if reading.fixed or reading.case == "nom" else _nominative(word, reading)
        if nominative is None:
            continue
        # pymorphy3 also predicts names from their endings; the rules here do that better, but for patronymics.
        if not reading.known and part != "patronymic":
            continue
        weight = 3.0 if reading.known else 0.6
        if reading.fixed and part == "given" and _is_inflected(word, part):
            weight *= _RARE_FIXED
        for gender in genders:
            for case in _CASES if reading.fixed else (reading.case,):
                yield Form(nominative, gender, case, weight * (0.9 if case != "nom" else 1.0))


def _is_inflected(word: str, part: Part) -> bool:
    """Whether the word is also a form of a name that declines: «Анне» is of Анна before it is an Anne."""
    return any(r.name == part and r.known and not r.fixed and r.case not in ("", "nom") for r in readings(word))


def _nominative(word: str, reading: Reading) -> str | None:
    gender = {"masc": "masc", "fem": "femn"}.get(reading.gender)
    form = inflect(reading, "nomn", "sing", *([gender] if gender else []))
    return _like(word, form) if form else None


def _like(word: str, form: str) -> str:
    """Give the form the capitals of the word, and its letter ё where the word has е in its place."""
    common = 0
    while common < min(len(word), len(form)) and fold(word[common]) == fold(form[common]):
        common += 1
    return word[:common] + form[common:]


def _by_rule(word: str, part: Part) -> Iterator[Form]:
    if part == "patronymic":
        return
    for stem, cases in _ended(word, _MASCULINE_POSSESSIVE):
        if stem.endswith(_POSSESSIVE) and len(stem) > 3 and part == "family":
            yield from _spread(stem, "masc", cases, 1.0)
    for stem, cases in _ended(word, _FEMININE_POSSESSIVE):
        if stem.endswith(_POSSESSIVE) and len(stem) > 3 and part == "family":
            yield from _spread(stem + "а", "fem", cases, 1.0)
    if part == "family":
        yield from _adjectives(word)
        yield from _plural(word)
    yield from _nouns(word, part)
    yield from _unchanging(word, part)


def _adjectives(word: str) -> Iterator[Form]:
    if word.endswith(("ий", "ый", "ой")) and len(word) > 4:
        usual = word.endswith(("ский", "цкий", "ый", "ой", "кий", "ний"))
        yield Form(word, "masc", "nom", 0.02 if word[:-2].endswith(_POSSESSIVE) else 1.0 if usual else 0.6)
    for stem, cases in _ended(word, _MASCULINE_ADJECTIVE):
        if len(stem) > 2 and stem[-1] not in _VOWELS and not stem.endswith(_POSSESSIVE):
            likely = stem.endswith(("ск", "цк"))
            for ending in ("ий", "ой") if stem[-1] in "кгх" else ("ый", "ой"):
                weight = 1.0 if likely else 0.1 if cases == ("loc",) else 0.5
                yield from _spread(stem + ending, "masc", cases, weight * (0.6 if ending == "ой" else 1))
    for stem, cases in _ended(word, _SOFT_ADJECTIVE):
        if len(stem) > 2 and stem[-1] in "нжшчщ":
            yield from _spread(stem + "ий", "masc", cases, 0.5)
    for stem, cases in _ended(word, _FEMININE_ADJECTIVE):
        if len(stem) > 2 and stem[-1] not in _VOWELS and not stem.endswith(_POSSESSIVE):
            yield from _spread(stem + "ая", "fem", cases, 1.0 if stem.endswith(("ск", "цк")) else 0.5)


def _plural(word: str) -> Iterator[Form]:
    """A whole family named at once: Ланденберги, Колдменов; what is meant is the name they share."""
    for ending in ("ов", "ы", "и", "ам", "ами", "ах"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 3 and stem[-1] not in _VOWELS + "ьйъ" and not stem.endswith(_POSSESSIVE):
            yield Form(stem, "masc", "gen", 0.04)


def _nouns(word: str, part: Part) -> Iterator[Form]:
    """Names declined like nouns: Хаттон, Савчук, Рафаэль, Андрей, Юрий, Глинка, Мария, Любовь."""
    given = part == "given"
    for stem, cases in _ended(word, _CONSONANT):
        if len(stem) > 1 and stem[-1] not in _VOWELS + "ьйъ":
            # A soft ending of the instrumental follows a hushing consonant only: Франсем is no form of Франс.
            if "ins" in cases and word.endswith("ем") != (stem[-1] in _HUSHING):
                continue
            # What looks like an instrumental is seldom a nominative: Ыном is more often Ын.
            odd = stem.endswith((*_POSSESSIVE, "ом", "ем", "ым", "им"))
            yield from _spread(stem, "masc", cases, 0.2 if odd else 0.8)
            if stem[-1] == "ц" and cases != ("nom",) and len(stem) > 3:
                yield from _spread(_before_fleeting(stem) + "ец", "masc", cases, 0.7)
    for table, ending, weight in ((_SOFT_SIGN, "ь", 0.5), (_SHORT_I, "й", 0.6), (_SHORT_IY, "ий", 0.7)):
        for stem, cases in _ended(word, table):
            after_vowel = bool(stem) and stem[-1] in _VOWELS
            if len(stem) > 1 and after_vowel == (ending == "й") and not (ending == "ий" and not given):
                yield from _spread(stem + ending, "masc", cases, weight)
    for table, ending in ((_HARD_A, "а"), (_SOFT_YA, "я"), (_SOFT_IYA, "ия")):
        for stem, cases in _ended(word, table):
            if len(stem) > 1 and (ending == "а" or stem[-1] not in "кгхцжшчщ") and _spelled(stem, word, ending):
                # What ends in -и is seldom a genitive of a name that nobody knows: Корти, not Кортя.
                doubt = 0.4 if ending == "я" and word.endswith("и") else 1.0
                common = not given and tuple(cases) != ("nom",) and _is_of_noun(word, stem + ending)
                yield from _spread(stem + ending, "fem", cases, 1.0 if common else doubt * (0.8 if given else 0.3))
                yield from _spread(stem + ending, "masc", cases, 1.0 if common else doubt * 0.25)
    for stem, cases in _ended(word, _FEMININE_SIGN):
        if given and len(stem) > 2 and stem[-1] not in _VOWELS + "кгх":
            yield from _spread(stem + "ь", "fem", cases, 0.3)


def _is_of_noun(word: str, nominative: str) -> bool:
    """Whether the dictionary has the word as a form of a noun that is the family name too: Сороки, Лозы."""
    lemma = fold(nominative)
    return any(reading.known and reading.pos == "NOUN" and reading.lemma == lemma for reading in readings(word))


def _spelled(stem: str, word: str, ending: str) -> bool:
    """Whether the ending of a name in -а is spelled as its consonant demands: Глинки but Раневы, Вишнёвой but Дашей."""
    tail = word[len(stem) :]
    if ending == "а" and tail in ("ы", "и"):
        return (tail == "и") == (stem[-1] in "кгхжшчщ")
    if ending == "а" and tail in ("ой", "ей"):
        return tail == "ой" or stem[-1] in _HUSHING
    return not (ending == "я" and stem[-1] in "иы")


def _before_fleeting(stem: str) -> str:
    """Return the stem of Швец from Швец-а, of Левец from Левц-а: the soft sign falls with the ending."""
    return stem[:-1].removesuffix("ь")


def _unchanging(word: str, part: Part) -> Iterator[Form]:
    last = word[-1].lower()
    if word.endswith(("ом", "ем", "ым", "им", "ами")):
        weight = {"masc": 0.01, "fem": 0.08}
    elif last in "ую" or word.endswith(("ого", "его", "ому", "ему")):
        weight = {"masc": 0.1, "fem": 0.1}
    elif last == "ы":
        weight = {"masc": 0.1, "fem": 0.1}  # Кучмы, seldom a name of its own
    elif last in "оеиэ" or word.endswith(("ых", "их", "иа", "уа", "оа", "ья")):
        weight = {"masc": 0.5, "fem": 0.4}
    elif last in "ая":
        weight = {"masc": 0.02, "fem": 0.02}
    elif part == "given":
        weight = {"masc": 0.01, "fem": 0.25}
    else:
        weight = {"masc": 0.01, "fem": 0.03 if word.endswith(_POSSESSIVE) else 0.5}
    for gender, value in weight.items():
        yield from _spread(word, gender, _CASES, value)


def _ended(word: str, table: _Table) -> list[tuple[str, tuple[str, ...]]]:
    """Return the stems that the word may have with the endings of a table, and the cases of each."""
    size = len(word)
    return [
        (word[: size - len(ending)], cases)
        for ending, cases in table.items()
        if word.endswith(ending) and size > len(ending)
    ]


def _spread(nominative: str, gender: str, cases: tuple[str, ...], weight: float) -> Iterator[Form]:
    for case in cases:
        yield Form(nominative, gender, case, weight)
