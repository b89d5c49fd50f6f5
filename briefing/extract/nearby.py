"""Who is meant though no name says so: the subject of the sentence before, the publisher of a text."""

from __future__ import annotations

from briefing.extract import roles
from briefing.language import Name, Sentence, Token

_OPENING = 3  # tokens within which a subject opens its sentence
_PERSONAL = frozenset(roles.PERSONAL)


def opening_subject(words: roles.RoleLexicon, sentence: Sentence, gender: str) -> int | None:
    """Return the noun for a person of this gender with which the sentence begins: «Водитель ждал»."""
    head = next((i for i, token in enumerate(sentence.tokens[:_OPENING]) if token.pos == "NOUN"), None)
    if head is None:
        return None
    reading = sentence.tokens[head].readings[0]
    fits = (reading.case, reading.number, reading.gender) == ("nom", "sing", gender)
    return head if fits and words.kinds(reading.lemma) & _PERSONAL else None


def publisher(sentence: Sentence) -> Name | None:
    """Return the one organisation that the sentence names, in Latin letters as newspapers and firms are."""
    names = [name for name in sentence.names if name.kind == "organisation"]
    return names[0] if len(names) == 1 and sentence.tokens[names[0].first].text.isascii() else None


def gender_told(verb: Token | None) -> str:
    """Return the gender of whom the verb is said of, where its form tells: «отметил», «уверена»."""
    reading = verb.readings[0] if verb is not None else None
    if reading is None or reading.number == "plur" or reading.gender not in ("masc", "fem"):
        return ""
    return reading.gender if reading.tense == "past" or reading.form == "short" else ""
