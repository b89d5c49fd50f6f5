"""People whom an article first describes and names only in the next sentence: “a beekeeper said. Lowe, citing …”."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.extract import roles
from briefing.extract.drafts import Mention, Utterance
from briefing.extract.holders import is_another
from briefing.extract.people import NameMention, Person
from briefing.language import Document, Name, Sentence

Introduced = Mapping[int, tuple[NameMention, Person]]

_NEXT = 2  # sentences after the description in which the name must come
_CLOSING = (",", ".", "(", "-", "–", "—")  # what follows a name in apposition
_HUMAN = frozenset({"human"})
_ANYBODY = frozenset({"human", "status"})  # kinds by which an article tells of those whom its story is about
_LEDE = 3  # sentences from the article's beginning that may introduce somebody so


def find(
    document: Document,
    utterances: Sequence[Utterance],
    named: Introduced,
    opening: Introduced,
) -> list[tuple[Mention, Person]]:
    """Return the mentions that describe somebody whom the next sentences name, and give these the description.

    ``named`` are the people who speak under a name that tells them for the first time, or without any description of
    their own, by the offset of the mention that speaks; ``opening`` those whose first and full name opens a sentence as
    its subject, by the number of the sentence.
    """
    speaking = [u.mention for u in utterances if u.mention is not None]
    found = []
    for before, after in itertools.zip_longest(speaking, speaking[1:]):
        if before is None or before.sentence.index > document.sentences[0].index + _LEDE:
            continue
        told = named.get(after.start) if after is not None and 0 < _gap(before, after) <= _NEXT else None
        for candidate, speaks in ((told, True), (opening.get(before.sentence.index + 1), False)):
            if candidate is not None and _describes(document, before, *candidate, speaks=speaks):
                found.append((before, candidate[1]))
                break
    return found


def _gap(before: Mention, after: Mention) -> int:
    return after.sentence.index - before.sentence.index


def _describes(document: Document, before: Mention, mention: NameMention, person: Person, *, speaks: bool) -> bool:
    """Whether the phrase describes the person, who is given it then; ``speaks`` says that the person is quoted too."""
    words = roles.lexicon(document.language)
    article = before.sentence.tokens[before.first].fold in words.indefinite
    phrase = roles.describe(document, before.sentence, before.first, before.stop)
    kinds = words.kinds(phrase.lemma)
    one = before.sentence.tokens[before.first].pos == "NUM"  # “one witness said …” is one of several
    if one or phrase.reading.number == "plur" or roles.is_called(phrase):
        return False
    if not _may_be(words, phrase, kinds, person, article=article):
        return False
    if not speaks and not (article and kinds <= _ANYBODY):
        return False
    if not article and not _is_introduced(phrase, mention, person):
        return False
    if kinds != _HUMAN and not person.descriptions:
        first = before.first + article
        described = replace(mention, descriptions=(*mention.descriptions, replace(phrase, first=first)))
        person.mentions[person.mentions.index(mention)] = described
    return True


def _may_be(
    words: roles.RoleLexicon, phrase: roles.Description, kinds: frozenset[str], person: Person, *, article: bool
) -> bool:
    """Whether the phrase can describe the person: “a teacher … Ann Lee, a teacher, …”, “a woman … Ann Lee, 45, …”."""
    told = person.descriptions
    if kinds == _HUMAN:
        gender = phrase.reading.gender
        return article and not told and gender in ("masc", "fem") and person.gender in ("", gender)
    if any(d.sentence.tokens[d.first].fold in words.indefinite for d in told):
        return False  # “another doctor, Ann Lee, …”
    if "relation" in kinds:
        return article and not told and phrase.reading.gender in ("", person.gender)
    known = not told or any(
        words.means(d.lemma, phrase.lemma)
        or words.means(phrase.lemma, d.lemma)
        or (article and roles.stem(phrase.lemma) in d.stems)  # “a police chief … Chief Constable Ann Lee”
        for d in told
    )
    return known and bool(kinds & {"office", "profession", "status", "rank"})


def _is_introduced(phrase: roles.Description, mention: NameMention, person: Person) -> bool:
    """Whether a post in full, of whom nobody's name tells, opens its sentence and the name the next one, for the first
    time: «Министр спорта края заявил, что … Иван Лосев добавил, что …»."""
    first = mention is person.mentions[0] and mention.is_full and not person.headline
    begin = min([mention.name.first, *(d.first for d in mention.descriptions)])
    lead = mention.sentence.tokens[:begin]  # “Speaking on Monday, Ann Lee said …”
    led_in = not lead or (lead[-1].text == "," and not any(t.readings[0].form == "fin" for t in lead))
    opens = phrase.first == 0 and led_in and bool(phrase.stems)
    alone = not any(name.kind == "person" for name in phrase.sentence.names)
    gender = person.gender in ("", phrase.reading.gender) or phrase.reading.gender in ("", "masc")
    return first and opens and alone and gender and mention.sentence.index == phrase.sentence.index + 1


def _past_purpose(document: Document, mention: Mention) -> int:
    """Return where a phrase ends with what a body is for: “the oldest guild | for bakers |, …”.

    Somebody new may be told by a place as well: «один из гостей праздника | на Волге |, профессор …».
    """
    words, tokens, stop = roles.lexicon(document.language), mention.sentence.tokens, mention.stop
    if stop + 1 >= len(tokens):
        return stop
    phrase = roles.describe(document, mention.sentence, mention.first, stop)
    if tokens[stop].fold in words.purposes or (tokens[stop].pos == "ADP" and is_another(words, phrase)):
        _, end = document.language.noun_phrase(mention.sentence, stop + 1)
        return max(stop, end)
    return stop


def apposed(document: Document, mention: Mention) -> Name | None:
    """Return the name between commas behind a phrase that it names: “one of her sons, Tom Lee, said …”.

    It may have a post of its own: «зампред комитета, депутат Иван Лосев».
    """
    words, sentence = roles.lexicon(document.language), mention.sentence
    tokens, stop = sentence.tokens, _past_purpose(document, mention)
    first = stop + 1
    if first >= len(tokens) or tokens[stop].text != ",":
        return None
    first += tokens[first].fold in words.articles
    name = sentence.name_at(first) or _described(document, sentence, first)
    head, reading = document.language.head(sentence, mention.first, mention.stop)
    if name is None or name.first < first or sentence.name_at(head) is not None:
        return None
    kinds = words.kinds(tokens[head].lemma)
    partitive = tokens[min(head + 1, mention.stop - 1)].fold in words.partitive
    if reading.number == "plur" and not partitive and name.kind == "person":
        return None  # “the three sisters, Ann, Jo and Kim Lee, say”
    suits = kinds & roles.BODIES if name.kind == "organisation" else partitive or kinds & roles.PERSONAL
    return name if suits and (name.stop >= len(tokens) or tokens[name.stop].text in _CLOSING) else None


def _described(document: Document, sentence: Sentence, first: int) -> Name | None:
    """Return the person whose description begins at ``first``."""
    language = document.language
    for name in sentence.names:
        if name.kind == "person" and name.first > first:
            spans = language.descriptions(sentence, name)
            return name if any(span[0] == first and span[1] <= name.first for span in spans) else None
    return None
