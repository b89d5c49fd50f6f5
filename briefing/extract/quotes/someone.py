"""Whether a phrase means somebody who can speak."""

from __future__ import annotations

from briefing.extract import roles
from briefing.extract.drafts import Mention
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period


def is_body(period: Period, first: int, stop: int) -> bool:
    """Whether the words are the noun phrase, in the nominative, of a body that speaks: «пресс-служба завода»."""
    sentence, local = period.places[first]
    head, reading = period.language.head(sentence, local, local + stop - first)
    known = roles.lexicon(period.language).kinds(reading.lemma) & {*roles.BODIES, "group"}
    _, end = period.language.noun_phrase(sentence, head)
    return bool(known) and reading.case in ("nom", "") and end >= stop - first + local


def is_somebody(period: Period, first: int, stop: int) -> bool:
    """Whether the words are the noun phrase, in the nominative, of a person, as in a script: «Пассажир»."""
    sentence, local = period.places[first]
    head, reading = period.language.head(sentence, local, local + stop - first)
    _, end = period.language.noun_phrase(sentence, head)
    return reading.pos == "NOUN" and reading.animate and reading.case == "nom" and end >= stop - first + local


def is_governed(mention: Mention) -> bool:
    """Whether a preposition stands before the mention, so that it is no verb's subject."""
    return mention.first > 0 and mention.sentence.tokens[mention.first - 1].pos == "ADP"


def is_author(mention: Mention) -> bool:
    """Whether whoever writes speaks of themselves: «я считал»."""
    reading = mention.sentence.tokens[mention.first].readings[0]
    return mention.stop - mention.first == 1 and reading.pos == "PRON" and reading.person == "1"


def is_circumstance(mention: Mention, speech: Speech) -> bool:
    """Whether the mention is a pronoun for a circumstance, which tells something but does not speak."""
    return mention.stop - mention.first == 1 and speech.is_in("things", mention.sentence.tokens[mention.first])


def is_someone(period: Period, mention: Mention) -> bool:
    """Whether the mention is a name, a pronoun or a noun for people or a body."""
    _, reading = period.language.head(mention.sentence, mention.first, mention.stop)
    return can_speak(mention) or bool(roles.lexicon(period.language).kinds(reading.lemma) - {"document", "message"})


def can_speak(mention: Mention) -> bool:
    """Whether the mention is a person or body: a name, a personal pronoun or a noun of a living being."""
    sentence = mention.sentence
    for index in range(mention.first, mention.stop):
        name = sentence.name_at(index)
        if name is not None and name.kind != "place":
            return True
    return any(
        reading.animate or (reading.pos == "PRON" and reading.person == "3")
        for token in sentence.tokens[mention.first : mention.stop]
        for reading in token.readings[:1]
    )


def is_person(mention: Mention) -> bool:
    """Whether the mention names a person."""
    names = [mention.sentence.name_at(index) for index in range(mention.first, mention.stop)]
    return any(name is not None and name.kind == "person" for name in names)
