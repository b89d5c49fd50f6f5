"""Whether the phrase taken for a verb's subject can be it, now that the article's people are known; if not, who is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.extract import roles
from briefing.extract.drafts import Mention
from briefing.extract.people import NameMention, Person
from briefing.language import Document, Sentence, Token

Named = tuple[NameMention, Person]

_PARTICIPLES = ("ADJ", "VERB")  # «ведущая» is one too
_NOMINATIVE = ("nom", "")


def corrected(
    document: Document,
    here: Sequence[Named],
    mention: Mention,
    verb: Token,
    content: tuple[int, int] | None = None,
) -> Mention | None:
    """Return the phrase that must be the verb's subject instead of ``mention``, or None if that can stay.

    ``here`` are the names of people in the mention's sentence that are not inside quotations, ``content`` the span of
    what is said, in whose clauses the subject is not.
    """
    found = _corrected(document, here, mention, verb)
    if found is None or content is None or content[0] <= verb.start < content[1]:
        return found
    return found if not content[0] <= found.start < content[1] else None


def _corrected(document: Document, here: Sequence[Named], mention: Mention, verb: Token) -> Mention | None:
    if is_taken_up(document, mention.sentence, mention.stop):
        return None
    head, reading = document.language.head(mention.sentence, mention.first, mention.stop)
    named = next(((m, p) for m, p in here if m.name.first <= head < m.name.stop), None)
    if named is not None:
        if _suits(verb, named[1].gender) and (not _depends(mention) or named[1].case_of(named[0]) in _NOMINATIVE):
            return None
        return _owner(document, mention) or _other_subject(document, here, mention, verb)
    place = mention.sentence.name_at(head)
    if place is not None and place.kind == "organisation" and reading.case in _NOMINATIVE:
        return _addresser(here, mention, verb)
    if reading.pos == "PRON" or not reading.number:
        return None
    if reading.case == "gen" and mention.sentence.tokens[mention.first].pos == "NUM":
        return None  # «двое депутатов»
    if place is not None and place.kind == "place" and _is_apposed(document, mention):
        return _other_subject(document, here, mention, verb)
    if reading.case not in _NOMINATIVE and not reading.fixed:
        return _swallowed(here, mention, verb) or _other_subject(document, here, mention, verb)
    if reading.animate or (_suits(verb, reading.gender) and not _is_plural_of_singular(reading.number, verb)):
        return None
    last = next((m for m, p in here if m.name.stop == mention.stop and _suits(verb, p.gender)), None)
    if last is not None and last.name.first > head:
        return Mention(mention.sentence, last.name.first, last.name.stop)
    return _other_subject(document, here, mention, verb)


def is_taken_up(document: Document, sentence: Sentence, stop: int) -> bool:
    """Whether the verb's subject is the relative pronoun right behind a mention: «врача, который считает, …»."""
    after = sentence.tokens[stop : stop + 2]
    pronoun = roles.lexicon(document.language).pronoun
    return len(after) > 1 and after[0].text == "," and pronoun(after[1].lemma) == "relative"


def _depends(mention: Mention) -> bool:
    """Whether a noun stands right before the mention, so that it may be that noun's complement."""
    return mention.first > 0 and mention.sentence.tokens[mention.first - 1].pos == "NOUN"


def _addresser(here: Sequence[Named], mention: Mention, verb: Token) -> Mention | None:
    """Return the person before the verb whose words went to the body named right after it: «Лосев сообщил ТАСС»."""
    after_verb = mention.start >= verb.end and mention.sentence.tokens[mention.first - 1] is verb
    if not after_verb or not any(token.readings[0].case in ("nom", "gen") for token in mention.sentence.tokens):
        return None  # in a language without cases it is the subject: “…, reported Acme”
    tokens = mention.sentence.tokens
    before = [m for m, p in here if m.start < verb.start and p.case_of(m) in _NOMINATIVE and _suits(verb, p.gender)]
    if not before:
        return None
    earlier = tokens[: mention.first - 1]
    if not tokens[mention.first].readings[0].case and any(t.readings[0].form in ("fin", "short") for t in earlier):
        return None  # «Лосев уехал, сообщает Times»
    return Mention(mention.sentence, before[-1].name.first, before[-1].name.stop)


def _swallowed(here: Sequence[Named], mention: Mention, verb: Token) -> Mention | None:
    """Return the name at the end of a phrase to which it does not belong: «в ходе опроса Лев | узнал»."""
    for found, person in here:
        ends = mention.first < found.name.first and found.name.stop == mention.stop
        if ends and person.case_of(found) in _NOMINATIVE and _suits(verb, person.gender):
            return Mention(mention.sentence, found.name.first, found.name.stop)
    return None


def _is_apposed(document: Document, mention: Mention) -> bool:
    """Whether the noun for a kind of place stands right before its name: «…, штат Аризона, …»."""
    lemma = mention.sentence.tokens[mention.first - 1].lemma if mention.first else ""
    return lemma in roles.lexicon(document.language).generic


def _suits(verb: Token, gender: str) -> bool:
    past = verb.reading(form="fin", tense="past", number="sing")
    return past is None or not past.gender or not gender or past.gender == gender


def _is_plural_of_singular(number: str, verb: Token) -> bool:
    return number == "plur" and verb.readings[0].number == "sing"


def _owner(document: Document, mention: Mention) -> Mention | None:
    """Return the phrase of the noun before the mention if that noun can speak: «защита Назимова»."""
    index = mention.first - 1
    token = mention.sentence.tokens[index]
    if token.reading(case="nom") is None or not roles.lexicon(document.language).kinds(token.lemma):
        return None
    first, stop = document.language.noun_phrase(mention.sentence, index)
    return Mention(mention.sentence, first, max(stop, mention.stop))


def _other_subject(document: Document, here: Sequence[Named], mention: Mention, verb: Token) -> Mention | None:
    """Return the nearest name or noun for a person or body in the nominative that agrees with the verb."""
    sentence = mention.sentence
    spans = [
        (m.name.first, m.name.stop)
        for m, p in here
        if p.case_of(m) in _NOMINATIVE and _suits(verb, p.gender) and not mention.first <= m.name.first < mention.stop
    ]
    spans += [document.language.noun_phrase(sentence, index) for index in _people(document, sentence, verb)]
    free = [span for span in spans if span[1] <= mention.first or span[0] >= mention.stop]
    if not free:
        return None
    return Mention(sentence, *min(free, key=lambda span: abs(span[0] - mention.first)))


def _people(document: Document, sentence: Sentence, verb: Token) -> Iterable[int]:
    """Yield the nouns for people and bodies in the nominative with which the verb can agree."""
    words = roles.lexicon(document.language)
    for index, token in enumerate(sentence.tokens):
        reading = token.reading(pos="NOUN", case="nom")
        if reading is None or not words.kinds(reading.lemma) & roles.SPEAKING:
            continue
        if token.pos not in _PARTICIPLES and token.readings[0].case != "nom":
            continue
        governed = index > 0 and sentence.tokens[index - 1].pos == "ADP"
        if not governed and reading.number == (verb.readings[0].number or reading.number):
            yield index
