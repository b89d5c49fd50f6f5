"""Names of people, organisations and places in Russian sentences: by the model, or by the dictionary alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from briefing.language.base import Name, NameKind, Sentence, Token

_KINDS: dict[str, NameKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}


def find(sentences: Sequence[Sentence], *, models: bool) -> None:
    """Put the names into the sentences."""
    if not models:
        for sentence in sentences:
            sentence.names = list(_by_dictionary(sentence.tokens))
        return
    from briefing.language.ru.models import tag

    capital = [sentence for sentence in sentences if any(token.is_capital for token in sentence.tokens)]
    if not capital:
        return
    words = [[_cased(token, sentence) for token in sentence.tokens] for sentence in capital]
    for sentence, tags in zip(capital, tag(words), strict=True):
        sentence.names = list(_by_tags(tags))


def _cased(token: Token, sentence: Sentence) -> str:
    """Return the word as the model should see it: it takes a line of capitals for one organisation."""
    if len(token.text) > 3 and token.text.isupper() and _is_shouted(sentence):
        return token.text.capitalize()
    return token.text


def _is_shouted(sentence: Sentence) -> bool:
    letters = [character for token in sentence.tokens for character in token.text if character.isalpha()]
    return sum(character.isupper() for character in letters) > 0.7 * len(letters)


def _by_tags(tags: Sequence[str]) -> Iterator[Name]:
    first, kind = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        mark, _, label = tag.partition("-")
        if kind and (mark != "I" or label != kind):
            yield Name(first, index, _KINDS[kind])
            kind = ""
        if mark == "B" or (mark == "I" and not kind):
            first, kind = index, label


def _by_dictionary(tokens: Sequence[Token]) -> Iterator[Name]:
    """Yield runs of capitalised words that the dictionary knows as names of people, or as one name of a place."""
    index = 0
    while index < len(tokens):
        stop = index
        while stop < len(tokens) and _is_personal(tokens[stop]):
            stop += 1
        if stop > index and any(_name(token) != "place" for token in tokens[index:stop]):
            if stop - index > 1 or _name(tokens[index]) == "family":
                yield Name(index, stop, "person")
            index = stop
            continue
        if tokens[index].is_capital and _name(tokens[index]) in get_args(NameKind):
            yield Name(index, index + 1, "place" if _name(tokens[index]) == "place" else "organisation")
        index += 1


def _name(token: Token) -> str:
    return next((reading.name for reading in token.readings if reading.name), "")


def _is_personal(token: Token) -> bool:
    return token.is_capital and _name(token) in ("given", "family", "patronymic")
