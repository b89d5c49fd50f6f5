"""People's names in English sentences and the phrases beside them that say who they are."""

from __future__ import annotations

from functools import cache

from briefing.language import lexicons
from briefing.language.base import Name, NameReading, Reading, Sentence
from briefing.language.en.phrases import noun_phrase

_TITLES = frozenset("mr mrs ms miss mx sir dame lord lady dr prof professor rev reverend".split())
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_PERSONAL = ("office", "profession", "rank", "relation", "status", "source", "human", "group")


def person(sentence: Sentence, name: Name) -> tuple[NameReading, ...]:
    """Return the one reading of a name: the last word is the family name, titles are left out."""
    words = [token.text for token in sentence.tokens[name.first : name.stop] if token.is_word]
    while words and words[0].lower() in _TITLES:
        words = words[1:]
    if not words:
        return ()
    last = len(words) - 1
    if last > 1 and words[last].lower() in _SUFFIXES:
        last -= 1
    given = " ".join(words[:last])
    return (NameReading(given, "", " ".join(words[last:]), _gender(words[0])),)


def _gender(given: str) -> str:
    for gender, known in _given().items():
        if given.lower() in known:
            return gender
    return ""


@cache
def _given() -> dict[str, frozenset[str]]:
    given = lexicons.load("en", "names")["given"]
    return {gender: frozenset(given[gender].split()) for gender in ("masc", "fem") if gender in given}


@cache
def _nouns() -> frozenset[str]:
    lexicon = lexicons.load("en", "roles")
    return frozenset(word for kind in _PERSONAL for word in lexicon[kind])


def descriptions(sentence: Sentence, name: Name) -> list[tuple[int, int]]:
    """Return the phrases before the name (“finance minister Ann Lee”) and after it (“Ann Lee, the minister of …,”)."""
    found = []
    tokens = sentence.tokens
    head = name.first - 1
    if head >= 0 and tokens[head].lemma in _nouns():
        first = noun_phrase(sentence, head)[0]
        found.append((min(first, head), name.first))
    if name.stop + 1 < len(tokens) and tokens[name.stop].text == ",":
        limit = min(len(tokens), name.stop + 9)
        noun = next((i for i in range(name.stop + 1, limit) if tokens[i].lemma in _nouns()), None)
        if noun is not None and all(tokens[i].pos not in ("VERB", "PUNCT") for i in range(name.stop + 1, noun)):
            found.append((name.stop + 1, max(noun + 1, noun_phrase(sentence, noun)[1])))
    return found


def head(sentence: Sentence, first: int, stop: int) -> tuple[int, Reading]:
    """Return the head of a noun phrase: its last noun before “of”, a comma or another preposition."""
    tokens = sentence.tokens
    end = next((i for i in range(first + 1, stop) if tokens[i].pos == "ADP" or not tokens[i].is_word), stop)
    index = next((i for i in range(end - 1, first - 1, -1) if tokens[i].pos in ("NOUN", "PROPN", "PRON", "X")), first)
    return index, tokens[index].readings[0]
