"""Whether somebody of unknown gender is a man or a woman, by the pronouns that take up the name."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.people import NameMention, Person
from briefing.language import Document, Sentence

_GENDERS = ("masc", "fem")
_SURE = 2  # weighs more than what a given name tells


def weigh(document: Document, people: Sequence[Person]) -> None:
    """Note for people whose name tells no gender which pronoun follows: “Kai Reed sang until she was tired”."""
    named = {(m.sentence.index, m.name.first): person for person in people for m in person.mentions}
    following = {one.index: two for one, two in zip(document.sentences, document.sentences[1:], strict=False)}
    for person in people:
        for mention in person.mentions:
            if gender := _described(mention):
                person.genders[gender] += _SURE
        if person.gender:
            continue
        for mention in person.mentions:
            gender = _told(mention, named, following.get(mention.sentence.index))
            if gender:
                person.genders[gender] += 1


def _told(mention: NameMention, named: dict[tuple[int, int], Person], following: Sentence | None) -> str:
    """Return the gender of the pronoun after a name that is a subject, if it can mean nobody else."""
    sentence, stop = mention.sentence, mention.name.stop
    if mention.case != "nom" or not _is_subject(sentence, stop):
        return ""
    for index in range(stop, len(sentence.tokens)):
        if (sentence.index, index) in named or sentence.tokens[index].text in ('"', "“", "”", "«"):
            return ""
        if gender := _gender(sentence, index):
            return gender
    alone = sum(name.kind == "person" for name in sentence.names) == 1
    return _gender(following, 0) if alone and following is not None else ""


def _described(mention: NameMention) -> str:
    """Return the gender of what somebody has who does something: “Jo Reed, a nurse filming it on his phone, …”."""
    tokens, first = mention.sentence.tokens, mention.name.stop
    if first >= len(tokens) or tokens[first].text != ",":
        return ""
    acting = False
    for index in range(first + 1, len(tokens)):
        reading = tokens[index].readings[0]
        if reading.form == "fin" or mention.sentence.name_at(index) is not None:
            return ""
        if tokens[index].text == "," and tokens[index - 1].pos != "NUM":
            return ""  # “Jo Reed, 68, a nurse …”
        acting = acting or (reading.form == "part" and reading.tense == "pres")
        if acting and (reading.pos, reading.person) == ("DET", "3") and reading.gender in _GENDERS:
            return reading.gender
    return ""


def _is_subject(sentence: Sentence, stop: int) -> bool:
    """Whether the verb follows the name, an adverb between them at most."""
    while stop < len(sentence.tokens) and sentence.tokens[stop].pos == "ADV":
        stop += 1
    return stop < len(sentence.tokens) and sentence.tokens[stop].readings[0].form == "fin"


def _gender(sentence: Sentence, index: int) -> str:
    """Return the gender of a personal pronoun in the third person at the place, an empty string if there is none."""
    reading = sentence.tokens[index].readings[0]
    personal = reading.pos == "PRON" and reading.person == "3" and reading.number != "plur"
    return reading.gender if personal and reading.gender in _GENDERS else ""
