"""The words of English closed classes with every reading, likeliest first: pronouns, articles, auxiliaries."""

from __future__ import annotations

from briefing.language import lexicons
from briefing.language.base import PartOfSpeech, Reading

POSSESSIVE = Reading("'s", "PART", case="gen")
_IS = Reading("be", "VERB", number="sing", person="3", tense="pres", form="fin", voice="act")
_CLASSES: tuple[tuple[str, PartOfSpeech], ...] = (
    ("determiners", "DET"),
    ("prepositions", "ADP"),
    ("coordinating", "CCONJ"),
    ("subordinating", "SCONJ"),
    ("particles", "PART"),
    ("numerals", "NUM"),
    ("demonstrative", "DET"),
    ("infinitive", "PART"),
    ("adverbs", "ADV"),
    ("interjections", "INTJ"),
    ("also_adjectives", "ADJ"),
)
_CONTRACTED = {"'ll": "will", "wo": "will", "ca": "can", "sha": "shall", "'d": "would", "n't": "not"}


def readings() -> dict[str, tuple[Reading, ...]]:
    """Return the readings of every word of a closed class."""
    lists = lexicons.load("en", "words")["closed"]
    found: dict[str, list[Reading]] = {}
    possessives = lists["possessives"].split()
    for word in possessives:
        gender = lists["possessive_genders"].get(word, "")
        found[word] = [Reading(word, "DET", case="gen", gender=gender, person="3" if gender else "")]
    for row in lists["auxiliaries"].strip().splitlines():
        _add_auxiliary(found, *(cell.strip("-") for cell in row.split()))
    for row in lists["pronouns"].strip().splitlines():
        word, lemma, person, number, gender, case = (cell.strip("-") for cell in row.split())
        animate = gender in ("masc", "fem")
        pronoun = Reading(lemma, "PRON", case, number, gender, person, animate=animate)
        found.setdefault(word, []).insert(0 if word not in possessives else 1, pronoun)
    for word in lists["modals"].split():
        lemma = _CONTRACTED.get(word, word)
        tense = "fut" if lemma in ("will", "shall") else "pres"
        found.setdefault(word, []).append(Reading(lemma, "VERB", tense=tense, form="fin", voice="act"))
    for name, pos in _CLASSES:
        for word in lists[name].split():
            found.setdefault(word, []).append(Reading(_CONTRACTED.get(word, word), pos))
    for word in lists["also_nouns"].split():
        found.setdefault(word, []).append(Reading(word, "NOUN", number="sing"))
    for word in lists["also_plurals"].split():
        found.setdefault(word, []).append(Reading(word.removesuffix("s"), "NOUN", number="plur"))
    for word in lists["also_verbs"].split():
        found.setdefault(word, []).append(Reading(word, "VERB", form="inf", voice="act"))
        found[word].append(Reading(word, "VERB", tense="pres", number="plur", form="fin", voice="act"))
    for word in lists["also_infinitives"].split():
        found[word].append(Reading(word, "VERB", form="inf", voice="act"))
    found["'s"] = [POSSESSIVE, _IS]
    return {word: tuple(several) for word, several in found.items()}


def _add_auxiliary(
    found: dict[str, list[Reading]], word: str, lemma: str, form: str, tense: str, number: str, person: str
) -> None:
    several = found.setdefault(word, [])
    several.append(Reading(lemma, "VERB", number=number, person=person, tense=tense, form=form, voice="act"))
    if word in ("have", "do"):
        several.append(Reading(lemma, "VERB", form="inf", voice="act"))
    if word == "had":
        several.append(Reading(lemma, "VERB", tense="past", form="part", voice="pass"))
