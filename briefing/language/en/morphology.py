"""What an English word form can be: lists of closed classes and irregular forms, rules for the rest."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from briefing.language import lexicons
from briefing.language.base import Reading
from briefing.language.en import closed_class

POSSESSIVE = closed_class.POSSESSIVE
_ADJECTIVE_ENDINGS = (
    "able ible ful less ous ious ical ish esque ive ative ular uous eous istic ional ential ical etic atic antic ial"
    " based led backed owned funded born wide style friendly free related like old long ready prone bound proof worthy"
).split()
_ADJECTIVE = tuple(_ADJECTIVE_ENDINGS)
_NOUN_ENDINGS = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ship",
    "hood",
    "ism",
    "ance",
    "ence",
    "ist",
    "or",
    "er",
    "age",
    "dom",
    "logy",
    "graphy",
    "woman",
    "man",
)
_VOWELS = frozenset("aeiou")
_LATIN = ("al", "ic", "ary", "ian", "ent", "ant", "ar")


class Words(NamedTuple):
    """The lexicon ``words``, made ready for look-up."""

    closed: dict[str, tuple[Reading, ...]]
    verbs: frozenset[str]
    verbal: frozenset[str]
    irregular: dict[str, tuple[Reading, ...]]
    nouns: dict[str, tuple[str, str]]
    singular: frozenset[str]
    not_participles: frozenset[str]
    past_nouns: frozenset[str]
    intransitive: frozenset[str]
    plain_nouns: frozenset[str]
    mass_nouns: frozenset[str]
    genders: dict[str, str]
    adjectives: frozenset[str]
    demonyms: frozenset[str]
    numerals: frozenset[str]
    acronyms: frozenset[str]


def fold(word: str) -> str:
    """Return the word in lower case with straight apostrophes, as lexicons are keyed."""
    return word.lower().replace("’", "'")


@cache
def words() -> Words:
    """Return the lexicon, read once."""
    data = lexicons.load("en", "words")
    closed = closed_class.readings()
    forms: dict[str, list[Reading]] = {}
    bases = set()
    for entry in data["verbs"]["irregular"].replace("\n", "").split("|"):
        base, past, *rest = entry.split()
        bases.add(base)
        forms.setdefault(past, []).append(Reading(base, "VERB", tense="past", form="fin", voice="act"))
        for participle in rest or [past]:
            forms.setdefault(participle, []).append(Reading(base, "VERB", tense="past", form="part", voice="pass"))
    both = data["verbs"]["both"].split()
    plain = set(data["verbs"]["plain"].split())
    nouns = {}
    for entry in data["nouns"]["irregular"].replace("\n", "").split("|"):
        plural, singular = entry.split()
        nouns[plural] = (singular, "plur" if plural != singular or plural in ("people", "police", "troops") else "sing")
        if plural != singular:
            nouns.setdefault(singular, (singular, "sing"))
    demonyms = lexicons.load("en", "names")["places"]["demonyms"].lower().split()
    return Words(
        closed=closed,
        verbs=frozenset(plain | set(both) | bases),
        verbal=frozenset((plain | bases) - set(both)),
        irregular={form: tuple(found) for form, found in forms.items()},
        nouns=nouns,
        singular=frozenset(data["nouns"]["singular"].split()),
        not_participles=frozenset((data["nouns"]["ing"] + data["nouns"]["ed"]).split()),
        past_nouns=frozenset(data["nouns"]["past"].split()),
        intransitive=frozenset(data["verbs"]["intransitive"].split()),
        genders={word: gender for gender in ("masc", "fem") for word in data["nouns"][gender].split()},
        plain_nouns=frozenset(data["nouns"]["plain"].split()) | _people(),
        mass_nouns=frozenset(data["nouns"]["mass"].split()),
        adjectives=frozenset((data["adjectives"]["words"] + data["adjectives"]["ly"]).split()),
        demonyms=frozenset(demonyms),
        numerals=frozenset(data["closed"]["numerals"].split()),
        acronyms=frozenset(data["closed"]["acronyms"].split()),
    )


def _people() -> frozenset[str]:
    """Return the nouns for people and bodies, which no ending makes adjectives: “electrician”, “lieutenant”."""
    return lexicons.kinds("en", *(lexicons.PERSONAL - {"status"}), "company", "organisation")


def readings(word: str) -> tuple[Reading, ...]:
    """Return every reading of a word form, likeliest first as far as the form alone says; never empty."""
    folded = fold(word)
    lexicon = words()
    if folded in lexicon.closed:
        found = lexicon.closed[folded]
        if len(word) > 1 and word.isupper() and folded in lexicon.acronyms:
            return (Reading(folded, "PROPN", number="sing"), *found)
        return (*found, Reading("may", "PROPN", number="sing")) if word == "May" else found
    if not (word[0].isalnum() or word[0] in "@#"):
        return (Reading(word, "PUNCT"),)
    if word[0].isdigit():
        return (Reading(folded, "NUM"), Reading(folded, "ADJ")) if "-" in word else (Reading(folded, "NUM"),)
    found = _hyphenated(folded) if "-" in folded else _open(folded)
    if len(word) > 2 and word[:-1].isupper() and word.endswith("s"):
        found = (Reading(folded[:-1], "NOUN", number="plur"),)  # “MPs”, “GPs”
    if found[0].pos == "NUM":
        return found  # “Sixty-four riders”
    if word[0].isupper() and folded not in lexicon.demonyms:
        number = (
            "plur"
            if folded.endswith("s") and not folded.endswith(("ss", "us")) and found[0].number == "plur"
            else "sing"
        )
        return (Reading(folded, "PROPN", number=number), *found)
    return found


def _hyphenated(word: str) -> tuple[Reading, ...]:
    """Read a hyphenated word by its last part: “no-deal”, “co-founders”, “war-wracked”, “take-off”."""
    head, _, last = word.rpartition("-")
    lexicon = words()
    if "-of-" in word:
        return (Reading(word, "NOUN", number="sing"),)  # “mother-of-two”
    if last in lexicon.closed:
        numeral = head in lexicon.numerals or last in lexicon.numerals
        return (Reading(word, "NUM" if numeral else "NOUN", number="" if numeral else "sing"),)
    if head in ("president", "chancellor", "mayor", "governor", "minister", "senator") and last == "elect":
        return (Reading(word, "NOUN", number="sing"),)
    found = _open(last) if last else ()
    prefix = word[: len(word) - len(last)]
    verbal = head in (
        "re",
        "pre",
        "over",
        "under",
        "out",
        "un",
        "co",
        "mis",
        "fast",
        "double",
        "cross",
        "short",
        "spear",
    )
    kept = tuple(
        reading._replace(lemma=prefix + reading.lemma)
        for reading in found
        if verbal or reading.pos != "VERB" or reading.form == "part"
    )
    noun = any(reading.pos == "NOUN" for reading in kept)
    return (
        (*kept, Reading(word, "ADJ")) if noun or kept else (Reading(word, "ADJ"), Reading(word, "NOUN", number="sing"))
    )


def _open(word: str) -> tuple[Reading, ...]:
    """Return the readings of a word of an open class: noun, verb, adjective or adverb."""
    lexicon = words()
    found: list[Reading] = list(lexicon.irregular.get(word, ()))
    if word in lexicon.adjectives or word in lexicon.demonyms:
        found.append(Reading(word, "ADJ", name="place" if word in lexicon.demonyms else ""))
    verb = list(_verb(word))
    noun = _noun(word)
    if word in lexicon.verbal or (verb and verb[0].tense == "past"):
        found += verb
        if verb[0].tense != "past":
            found.append(noun._replace(score=1.0 if word in lexicon.past_nouns else 0.1))
    elif word in lexicon.not_participles:
        found += [noun, *verb]
    elif verb and verb[0].form == "part":
        found += [*verb, noun._replace(score=0.2)]
    elif verb:
        strong = verb[0].lemma in lexicon.verbal
        found += [*verb, noun._replace(score=0.1)] if strong else [noun, *verb]
    elif word in lexicon.past_nouns:
        found.append(noun)
    elif not found or found[0].pos == "ADJ":
        found += _by_ending(word, noun, bool(found))
    return tuple(found)


def _by_ending(word: str, noun: Reading, adjective: bool) -> list[Reading]:
    if word.endswith("ly") and len(word) > 4 and not adjective and word not in _nouns_in_ly():
        return [Reading(word, "ADV")]
    if adjective:
        return [noun._replace(score=1.0 if word in words().plain_nouns else 0.2)]
    if word in words().plain_nouns or word.endswith("secretary"):
        return [noun]
    if word.endswith(_ADJECTIVE) and not word.endswith(_NOUN_ENDINGS):
        return [Reading(word, "ADJ"), noun._replace(score=0.2)]
    if word.endswith(_LATIN) and len(word) > 4 and not word.endswith("ment"):
        likely_noun = word.endswith(("ian", "ent", "ant", "ar"))
        return [noun, Reading(word, "ADJ")] if likely_noun else [Reading(word, "ADJ"), noun]
    return [noun]


@cache
def _nouns_in_ly() -> frozenset[str]:
    return frozenset(lexicons.load("en", "words")["nouns"]["ly"].split())


def _noun(word: str) -> Reading:
    noun = _declined(word)
    gender = words().genders.get(noun.lemma, "")
    return noun._replace(gender=gender, animate=True) if gender else noun


def _declined(word: str) -> Reading:
    lexicon = words()
    if word in lexicon.nouns:
        lemma, number = lexicon.nouns[word]
        return Reading(lemma, "NOUN", number=number)
    if word.endswith("is") and word[:-1] in lexicon.demonyms:
        return Reading(word[:-1], "NOUN", number="plur")  # “Iraqis”
    if word in lexicon.singular or not word.endswith("s") or word.endswith(("ss", "us", "is")) or len(word) < 4:
        for plural, singular in (("women", "woman"), ("men", "man"), ("children", "child"), ("people", "people")):
            if word.endswith(plural) and len(word) > len(plural) + 1:
                return Reading(word.removesuffix(plural) + singular, "NOUN", number="plur")
        return Reading(word, "NOUN", number="sing")
    if word.endswith("ies") and len(word) > 4:
        return Reading(word[:-3] + "y", "NOUN", number="plur")
    if (
        word.endswith("ves")
        and len(word) > 4
        and word[:-3].endswith(("l", "r", "ea", "oa"))
        and word[:-2] + "e" not in lexicon.verbs
        and word[:-3] + "f" in ("self", "half")
    ):
        return Reading(word[:-3] + "f", "NOUN", number="plur")
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return Reading(word[:-2], "NOUN", number="plur")
    return Reading(word[:-1], "NOUN", number="plur")


def _verb(word: str) -> tuple[Reading, ...]:
    """Return the readings of a regular form of a verb that the lexicon has, or of any likely -ed and -ing form."""
    verbs = words().verbs
    if word in verbs:
        return (
            Reading(word, "VERB", form="inf", voice="act"),
            Reading(word, "VERB", tense="pres", number="plur", form="fin", voice="act"),
        )
    if word.endswith("s") and not word.endswith("ss"):
        stems = [
            word[:-1],
            *([word[:-2]] if word.endswith("es") else []),
            *([word[:-3] + "y"] if word.endswith("ies") else []),
        ]
        base = next((base for base in stems if base in verbs), None)
        if base is not None:
            return (Reading(base, "VERB", number="sing", person="3", tense="pres", form="fin", voice="act"),)
        return ()
    if word.endswith("ed") and len(word) > 3 and word not in words().not_participles:
        base = _base(word[:-2])
        if len(word) == 4 and base not in verbs:
            return ()
        return (
            Reading(base, "VERB", tense="past", form="fin", voice="act"),
            Reading(base, "VERB", tense="past", form="part", voice="pass"),
        )
    if word.endswith("ing") and len(word) > 4:
        base = _base(word[:-3])
        known = base in verbs
        if known or word not in words().not_participles:
            return (Reading(base, "VERB", tense="pres", form="part", voice="act"),)
    return ()


def _is_short(stem: str) -> bool:
    """Whether a stem of one syllable ends as those do that would double their consonant: “hop” in “hoped”."""
    return len(stem) > 2 and stem[-1] not in "aeiouwxy" and stem[-2] in _VOWELS and stem[-3] not in _VOWELS


def _base(stem: str) -> str:
    """Return the base form whose -ed or -ing form has this stem: “plann”, “declin”, “studi”, “report”."""
    verbs = words().verbs
    candidates = [stem, stem + "e"]
    if len(stem) == 2 or _is_short(stem):
        candidates.reverse()
    if stem.endswith("i"):
        candidates.insert(0, stem[:-1] + "y")
    if len(stem) > 2 and stem[-1] == stem[-2]:
        candidates.append(stem[:-1])
    if stem.endswith("ck"):
        candidates.append(stem[:-1])
    if stem.endswith("y"):
        candidates.append(stem[:-1] + "ie")
    for candidate in candidates:
        if candidate in verbs:
            return candidate
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if stem.endswith(("at", "iz", "is", "v", "c", "u", "dg", "rg", "ur", "ag")):
        return stem + "e"
    return stem
