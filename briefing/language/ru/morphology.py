"""Words of Russian: every reading of a form (pymorphy3), in the terms of Universal Dependencies."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any, NamedTuple

from briefing.language.base import PartOfSpeech, Reading
from briefing.language.lexicons import listed

_POS: dict[str, PartOfSpeech] = {
    "NOUN": "NOUN",
    "ADJF": "ADJ",
    "ADJS": "ADJ",
    "COMP": "ADJ",
    "VERB": "VERB",
    "INFN": "VERB",
    "PRTF": "VERB",
    "PRTS": "VERB",
    "GRND": "VERB",
    "NUMR": "NUM",
    "ADVB": "ADV",
    "PRED": "ADV",
    "NPRO": "PRON",
    "PREP": "ADP",
    "CONJ": "CCONJ",
    "PRCL": "PART",
    "INTJ": "INTJ",
}
_CLOSED = ("ADP", "CCONJ", "SCONJ", "PART", "PRON", "DET")
_CASE = {
    "nomn": "nom",
    "gent": "gen",
    "gen1": "gen",
    "gen2": "gen",
    "datv": "dat",
    "accs": "acc",
    "acc2": "acc",
    "ablt": "ins",
    "loct": "loc",
    "loc1": "loc",
    "loc2": "loc",
    "voct": "nom",
}
_CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
_GENDER = {"masc": "masc", "femn": "fem", "neut": "neut", "ms-f": ""}
_FORM = {"INFN": "inf", "PRTF": "part", "PRTS": "short", "ADJS": "short", "GRND": "conv", "VERB": "fin"}
_TENSE = {"past": "past", "pres": "pres", "futr": "fut"}
_NAME = {"Name": "given", "Surn": "family", "Patr": "patronymic", "Geox": "place", "Orgn": "organisation"}
_SUBORDINATING = listed("ru", "readings", "subordinating")
_DWELLERS, _SHORTEST = ("ец", "анин", "янин"), 6
_MINISTRIES = listed("ru", "readings", "ministries")
_ACRONYMS = listed("ru", "readings", "acronyms")
_CAPITALS = re.compile("[А-ЯЁ]{2,}(?=[а-яё]{1,2}$)")
_RUSSIAN = re.compile("[а-яА-ЯёЁ-]+")


@cache
def analyzer() -> Any:
    """Return the one pymorphy3 analyser of this process (0.1 s, 20 MB)."""
    import pymorphy3
    import pymorphy3_dicts_ru

    # Without the path it looks for dictionaries in the metadata of every package that is installed.
    return pymorphy3.MorphAnalyzer(path=pymorphy3_dicts_ru.get_path(), lang="ru")


def fold(word: str) -> str:
    """Return the word in lower case with ё as е and plain hyphens, as lexicons are keyed."""
    # Replacing one letter at a time takes a small part of the time of translating all, and `base.fold` a call more.
    return word.lower().replace("ё", "е").replace("\u2010", "-").replace("\u2011", "-")


@lru_cache(maxsize=100_000)
def readings(word: str) -> tuple[Reading, ...]:
    """Return every reading of a word form, likeliest first; never empty."""
    # Hyphens that do not break, and the one that Unicode means by the name.
    word = word.replace("\u2010", "-").replace("\u2011", "-")
    if not word[0].isalnum():
        return (Reading(word, "PUNCT"),)
    if word[0].isdigit():
        return (Reading(word, "NUM"),)
    if not _RUSSIAN.fullmatch(word) and any(not unicodedata.name(character, "") for character in word):
        return (Reading(word, "X"),)  # pymorphy3 asks every letter for its name
    folded = fold(word)
    if folded.startswith("мин") and folded.removeprefix("мин") in _MINISTRIES:
        return tuple(Reading(folded, "NOUN", case, "sing", "neut", fixed=True) for case in _CASES)
    if word.isupper() and folded in _ACRONYMS:
        return tuple(Reading(folded, "NOUN", case, "sing", "masc", fixed=True) for case in _CASES)
    found = _noun_first(_verb_first(_looked_up(word) or _of_capitals(word, _guessed(word))))
    # The dictionary also knows «по», «а» or «что» as letters, notes and abbreviations: nouns that no news text means.
    return tuple(r for r in found if r.pos not in ("NOUN", "INTJ")) or found if found[0].pos in _CLOSED else found


def _verb_first(found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Put «мы представим» before a rare adjective and «они пришли» before an order where both are as likely."""
    if found[0].form != "imp" and (found[0].pos, found[0].form) != ("ADJ", "short"):
        return found
    told = (r for r in found if r.form == "fin")
    verb = next((r for r in told if found[0].form == "imp" or (r.person, r.number) == ("1", "plur")), None)
    if verb is None or verb.score < found[0].score:
        return found
    return (verb, *(reading for reading in found if reading is not verb))


def _of_capitals(word: str, guessed: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Return the guesses that take small letters behind capitals for an ending: «ВЦИОМа»."""
    capitals = _CAPITALS.match(word)
    fitting = tuple(r for r in guessed if capitals is not None and r.lemma == fold(capitals.group()))
    return fitting or guessed


def _noun_first(found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Put a noun before a participle or short adjective where nothing says that this is likelier: «данные», «судна»."""
    if found[0].form not in ("part", "short"):
        return found
    nouns = tuple(r for r in found if r.pos == "NOUN" and r.score == found[0].score)
    return (*nouns, *(reading for reading in found if reading not in nouns)) if nouns else found


# Of a word of the dictionary its form there, a paradigm and the place in it; of another the word and the number of the
# parse. Bare tuples, which the collector of cycles need not visit again and again.
_Handle = tuple[str, int, int] | tuple[str, int]


class _Place(NamedTuple):
    """A form's place in its paradigm: its tag and what that says, its affixes and those of the lemma."""

    tag: str
    grammemes: frozenset[str]
    features: Reading
    prefix: str
    suffix: str
    lemma_prefix: str
    lemma_suffix: str


@cache
def _place(paradigm: int, index: int) -> _Place:
    """Return a place of one of the dictionary's paradigms: arrays of suffixes, then tags, then prefixes."""
    dictionary = analyzer().dictionary
    numbers = dictionary.paradigms[paradigm]
    size = len(numbers) // 3
    tag = dictionary.gramtab[numbers[size + index]]
    prefixes, suffixes = dictionary.paradigm_prefixes, dictionary.suffixes
    return _Place(
        str(tag),
        frozenset(tag.grammemes),
        _features(tag),
        prefixes[numbers[2 * size + index]],
        suffixes[numbers[index]],
        prefixes[numbers[2 * size]],
        suffixes[numbers[0]],
    )


def _looked_up(word: str) -> tuple[Reading, ...]:
    """Return the readings that the dictionary itself has, in the order and with the scores of pymorphy3.

    This is what its analyser does for a word of the dictionary, without an object for every step. A single letter
    can be an initial too, which is left to the analyser.
    """
    if len(word) == 1:
        return ()
    morph, lower = analyzer(), word.lower()
    entries = [
        ((form, *where), _place(*where))
        for form, paradigms in morph.dictionary.words.similar_items(lower, morph.char_substitutes)
        for where in paradigms
    ]
    chance_of = morph.prob_estimator.p_t_given_w.prob
    chances = [chance_of(lower, place.tag) for _, place in entries] if len(entries) > 1 else []
    if any(chances):
        ranked = sorted(zip(chances, entries, strict=True), key=lambda pair: -pair[0])
    else:
        ranked = [(1 / len(entries), entry) for entry in entries]
    found = []
    for chance, (entry, place) in ranked:
        lemma = (place.lemma_prefix + _stem(entry[0], place) + place.lemma_suffix).replace("ё", "е")
        found.append(_reading(place.features, lemma, chance, True, entry))
    return tuple(found)


def _stem(form: str, place: _Place) -> str:
    return form[len(place.prefix) : len(form) - len(place.suffix)]


def _guessed(word: str) -> tuple[Reading, ...]:
    """Return the readings that pymorphy3 gives to a word by its parts and its ending."""
    return tuple(
        _reading(_features(parse.tag), parse.normal_form.replace("ё", "е"), parse.score, parse.is_known, (word, number))
        for number, parse in enumerate(analyzer().parse(word))
    )


def _are_dwellers(tag: Reading, lemma: str) -> bool:
    """Whether the plural is one of people by where they live, of which there is no end: «новороссийцы», «угличане»."""
    return tag.pos == "NOUN" and tag.number == "plur" and len(lemma) > _SHORTEST and lemma.endswith(_DWELLERS)


def _reading(tag: Reading, lemma: str, score: float, known: bool, handle: _Handle) -> Reading:
    return Reading(
        lemma,
        "SCONJ" if tag.pos == "CCONJ" and lemma in _SUBORDINATING else tag.pos,
        *tag[2:10],
        (tag.animate and known) or (not known and _are_dwellers(tag, lemma)),  # else the ending does not tell
        tag.name,
        tag.fixed and lemma == fold(handle[0]),  # the dictionary declines some that it says not to: «ЦИКа»
        tag.transitive,
        score,
        known,
        handle,
    )


@cache
def _features(tag: Any) -> Reading:
    """Return what a tag of pymorphy3 says, without the word: a few thousand tags serve all words."""
    grammemes = {str(grammeme) for grammeme in tag.grammemes}
    speech = str(tag.POS or "")
    pos = _POS.get(speech, "X")
    return Reading(
        lemma="",
        pos="DET" if pos == "ADJ" and "Apro" in grammemes else pos,
        case=_CASE.get(str(tag.case or ""), ""),
        number="sing" if tag.number == "sing" else "plur" if tag.number == "plur" else "",
        gender=_GENDER.get(str(tag.gender or ""), ""),
        person=str(tag.person or "")[:1],
        tense=_TENSE.get(str(tag.tense or ""), ""),
        form="imp" if tag.mood == "impr" else _FORM.get(speech, ""),
        voice="pass" if tag.voice == "pssv" else "act" if pos == "VERB" else "",
        aspect="perf" if tag.aspect == "perf" else "imperf" if tag.aspect == "impf" else "",
        animate=str(tag.animacy or "") == "anim",
        name=next((name for grammeme, name in _NAME.items() if grammeme in grammemes), ""),
        fixed="Fixd" in grammemes,
        transitive="tran" in grammemes,
    )


@lru_cache(maxsize=10_000)
def inflect(reading: Reading, *grammemes: str) -> str | None:
    """Return the word of this reading in the form that pymorphy3's ``grammemes`` ask for, or None if it has none."""
    if reading.handle is None:
        return None
    if len(reading.handle) == 3:
        form, paradigm, index = reading.handle
        other = _inflected(paradigm, index, frozenset(grammemes))
        return other.prefix + _stem(form, _place(paradigm, index)) + other.suffix if other is not None else None
    word, number = reading.handle
    parse = analyzer().parse(word)[number].inflect(set(grammemes))
    return str(parse.word) if parse is not None else None


@cache
def _inflected(paradigm: int, index: int, wanted: frozenset[str]) -> _Place | None:
    """Return the place of a paradigm that its place ``index`` is inflected to, chosen as pymorphy3 chooses it.

    Of two plurals that it finds as good the written one is taken: учителя, not учители; ректоры, not ректора.
    """
    dictionary = analyzer().dictionary
    places = [_place(paradigm, i) for i in range(len(dictionary.paradigms[paradigm]) // 3)]
    tag = dictionary.build_tag_info(paradigm, index)
    fitting = [place for place in places if wanted <= place.grammemes]
    if not fitting:
        wanted = tag.fix_rare_cases(wanted)
        fitting = [place for place in places if wanted <= place.grammemes]
    aim = tag.updated_grammemes(required=wanted)
    written = ("ы", "я") if {"nomn", "plur"} <= wanted and {"anim", "masc"} <= tag.grammemes else ()
    fits = {id(place): len(aim & place.grammemes) - 0.1 * len(aim ^ place.grammemes) for place in fitting}
    return max(fitting, key=lambda place: (fits[id(place)], place.suffix.endswith(written)), default=None)
