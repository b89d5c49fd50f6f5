"""What “and” joins: infinitives that share the mark of one before them, people who are named one after another."""

from __future__ import annotations

from briefing.language.base import Name, Sentence, Token
from briefing.language.en import neighbours as near
from briefing.language.en.persons import is_degree, is_personal
from briefing.language.en.phrases import plain_end

_JOINTS = (",", "and", "or")
_OPENS_OBJECT = ("DET", "PRON", "NUM")
_ADDING = ("and", "&")


def people(sentence: Sentence, first: int, stop: int) -> list[tuple[int, int]]:
    """Return the phrases of the people whom the tokens name one after another: “Mayor Ann Lee, | Jo Fox and | Al Ng”.

    An empty list if they name one, or others with them: bodies keep the name that the sentence gives them together.
    """
    tokens = sentence.tokens
    last = next((i for i in range(stop - 1, first, -1) if tokens[i].fold in _ADDING), None)
    named = [name for name in sentence.names if first <= name.first < stop]
    if last is None or sum(name.kind == "person" for name in named) < 2:
        return []
    begins = first
    found: list[tuple[int, int]] = []
    for index in range(first, last + 1):
        if tokens[index].text == "," or index == last:
            if begins < index:
                found.append((begins, index))
            begins = index + 1
    found.append((begins, stop))
    people = [span for span in found if any(_names_one(sentence, name, *span) for name in named)]
    described = (span for span in found if span not in people)
    return people if len(people) > 1 and all(_is_post(sentence, *span) for span in described) else []


def _names_one(sentence: Sentence, name: Name, first: int, stop: int) -> bool:
    """Whether the tokens are a person's name, titles before and what belongs to it behind: “Mayor Ann Lee (D-Ohio)”."""
    if name.kind != "person" or not first <= name.first < name.stop <= stop:
        return False
    tokens = sentence.tokens[first : name.first]
    behind = sentence.tokens[name.stop] if name.stop < stop else None
    led = any(token.pos in ("ADP", "VERB") for token in tokens) and not any(is_personal(token) for token in tokens)
    return not led and (behind is None or behind.pos == "ADP" or behind.text == "(" or is_degree(behind))


def _is_post(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether the tokens say what somebody named before is: “Ann Lee, | head of the union, | and Jo Fox”."""
    head = plain_end(sentence, first) - 1
    return first <= head < stop and is_personal(sentence.tokens[head]) and sentence.name_at(head) is None


def join(tokens: list[Token]) -> None:
    """Settle as an infinitive each base form that a comma or conjunction joins to an infinitive before it."""
    main: Token | None = None
    opened = listed = False
    for index, token in enumerate(tokens[:-1]):
        reading = token.readings[0]
        if opened and _is_joined(tokens, index, main, listed=listed):
            listed = True
            infinitive = near.find(token, "VERB", "inf")
            if infinitive is not None and infinitive is not reading:
                token.settle(infinitive)
            _settle_object(tokens[index + 1])
        elif reading.form == "fin":
            main, opened, listed = token, False, False
        elif reading.form == "inf":
            opened = True
        elif token.text in near.STOPS - {","} or reading.pos == "SCONJ" or token.fold in ("who", "which"):
            opened = False


def _is_joined(tokens: list[Token], index: int, main: Token | None, *, listed: bool) -> bool:
    token, before = tokens[index], tokens[index - 1]
    if before.fold not in _JOINTS or token.is_capital or near.find(token, "VERB", "inf") is None:
        return False
    if token.lemma in near.BRIDGES or token.lemma in near.AUXILIARY:
        return False
    if token.readings[0].form == "fin":
        return token.fold == token.lemma and not _may_go_on(main)
    return token.pos == "NOUN" and _has_object(tokens, index, listed=listed)


def _may_go_on(main: Token | None) -> bool:
    """Whether a base form may share the subject of the main verb instead: “firms plan to sell and hope for …”."""
    if main is None:
        return True
    reading = main.readings[0]
    return reading.tense == "pres" and reading.number == "plur" and main.lemma not in near.MODAL


def _has_object(tokens: list[Token], index: int, *, listed: bool) -> bool:
    """Whether what follows a word that is a noun too can only be its object: “close the shop”, “, open clinics”."""
    after = tokens[index + 1]
    if after.pos in _OPENS_OBJECT or after.readings[0].case == "gen":
        return True
    plural = near.find(after, "NOUN")
    parted = tokens[index - 1].text == "," or tokens[index - 2].text == ","
    if plural is None or plural.number != "plur" or not (listed or parted):
        return False
    if not near.finite_ahead(tokens, index + 1):
        return True
    told = tokens[index + 2]  # “…, ticket prices rose”, but “design, build and | scale systems tailored to it”
    participle = near.find(told, "VERB", "part", "past")
    if not listed or participle is None or told.readings[0].tense != "past" or near.finite_ahead(tokens, index + 2):
        return False
    told.settle(participle)
    return True


def _settle_object(token: Token) -> None:
    """Read a plural right behind the infinitive as its object: “close shops”."""
    noun = near.find(token, "NOUN")
    if token.readings[0].form == "fin" and noun is not None and noun.number == "plur":
        token.settle(noun)
