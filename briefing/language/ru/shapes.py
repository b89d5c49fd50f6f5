"""Names in a Russian sentence by rules alone: what the dictionary knows, how words look, and what stands beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.language.base import Name, NameKind, Token
from briefing.language.lexicons import listed
from briefing.language.ru.declension import is_known
from briefing.language.ru.nouns import is_body, is_personal
from briefing.language.ru.personal import PARTICLES, syllabic_names

# Endings that family names have and few other words, in any case of the singular.
_FAMILY = re.compile(
    r"\w(?:(?:ов|ев|ёв|ин|ын)(?:а|у|ым|е|ой)?|[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)|(?:енк|ейк|айк|чк)о|(?:ук|юк|чук|як)(?:а|у|ом|е)?"
    r"|(?:ян|янц|унц)(?:а|у|ом|ем|е)?|дзе|швили|(?:сон|ман|берг|штейн|штайн)(?:а|у|ом|е)?|ых|их)$"
)
_ACRONYM = re.compile(r"[А-ЯЁA-Z]{2,7}(?:[ауеы]|ом|ов|ами|ам|ах)?")
_CLOSING = {"«": "»", "“": "”", "„": "“", '"': '"'}
_LONGEST_TITLE = 7
_ADMINISTRATIVE = listed("ru", "phrases", "administrative")


def names(tokens: Sequence[Token]) -> Iterator[Name]:
    """Yield the names in order; none overlap."""
    index = 0
    while index < len(tokens):
        name = _at(tokens, index) if tokens[index].is_capital or tokens[index].text in _CLOSING else None
        if name is None:
            index += 1
        else:
            yield name
            index = name.stop


def _at(tokens: Sequence[Token], index: int) -> Name | None:
    token = tokens[index]
    if token.text in _CLOSING:
        return _in_marks(tokens, index)
    stop = _person_from(tokens, index)
    if stop is not None:
        return Name(index, stop, "person")
    kind = _single(tokens, index)
    return Name(index, kind[1], kind[0]) if kind is not None else None


def _in_marks(tokens: Sequence[Token], opening: int) -> Name | None:
    """A short title in marks after a noun for a body is its name: завод «Салют»."""
    closing = _CLOSING[tokens[opening].text]
    limit = min(len(tokens), opening + _LONGEST_TITLE + 1)
    stop = next((i for i in range(opening + 1, limit) if tokens[i].text == closing), None)
    if stop is None or stop == opening + 1 or not tokens[opening + 1].is_capital or opening == 0:
        return None
    if any(token.reading(form="fin") and token.pos == "VERB" for token in tokens[opening + 1 : stop]):
        return None
    before = tokens[opening - 1]
    return Name(opening + 1, stop, "organisation") if is_body(before.lemma) or _is_acronym(before) else None


def _person_from(tokens: Sequence[Token], first: int) -> int | None:
    """Return where a person's name that begins here ends, or None if none does."""
    stop, initials = first, 0
    words: list[Token] = []
    while stop < len(tokens):
        token = tokens[stop]
        if _is_initial(tokens, stop):
            initials += 1
            stop += 2
        elif token.is_capital and (_may_be_name(token, opens=stop == first) or _follows_given(token, words)):
            words.append(token)
            stop += 1
        elif words and (joint := _past_joint(tokens, stop)) is not None:
            stop = joint
        else:
            break
    if not words or len(words) > 5:
        return None
    return stop if initials or _is_person(tokens, first, words) else None


def _past_joint(tokens: Sequence[Token], index: int) -> int | None:
    """Return where the name goes on after particles («фон дер») or an apostrophe, or None if it does not."""
    stop = index
    while stop < len(tokens) and (tokens[stop].fold in PARTICLES or tokens[stop].text in "'’"):
        stop += 1
    return stop if index < stop < len(tokens) and tokens[stop].is_capital else None


def _follows_given(token: Token, words: list[Token]) -> bool:
    """Whether a word with a capital that means something else too follows a given name: Джон Смит, Зоран Раев."""
    if not words:
        return False
    if words[0].fold in syllabic_names() and len(words) < 3:
        return token.text[1:].islower() and len(token.text) < 10
    named = is_known(words[-1].text, "given") or not _is_ordinary(words[-1])
    return named and token.text[1:].islower() and not _is_place(token) and not is_body(token.lemma)


def _is_person(tokens: Sequence[Token], first: int, words: list[Token]) -> bool:
    if len(words) == 1:
        return _is_person_alone(tokens, first, words[0])
    if _is_place(words[0]) and not is_known(words[0].text, "given"):
        return False
    if any(is_known(token.text, "given") for token in words) or words[0].fold in syllabic_names():
        return True
    if any(_is_place(token) for token in words):
        return False
    return any(_FAMILY.search(token.text) for token in words) or not _is_named_thing(tokens, first)


def _is_named_thing(tokens: Sequence[Token], first: int) -> bool:
    """Whether a noun for a thing, or a mark, stands before, so that what follows is the thing's name: ураган Роза."""
    if first == 0:
        return True
    before = tokens[first - 1]
    return not before.is_word or (before.pos in ("NOUN", "ADJ") and not before.readings[0].animate)


def _is_person_alone(tokens: Sequence[Token], first: int, token: Token) -> bool:
    """Whether a single word with a capital is a person: a family name, or any name beside a post or a verb."""
    if _is_place(token) or _is_ordinary(token):
        return False
    if _is_adjective(token) or not is_known(token.text, "family"):
        return _beside(tokens, first, first + 1)
    return (first > 0 and not _is_named_thing(tokens, first)) or _beside(tokens, first, first + 1)


def _beside(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a post stands right before the name, or a verb that people are subjects of right beside it."""
    before = tokens[first - 1] if first else None
    if before is not None and not before.is_capital and any(is_personal(r.lemma) for r in before.readings[:2]):
        return True
    for index in (first - 1, stop):
        if 0 <= index < len(tokens):
            verb = tokens[index].reading(pos="VERB", form="fin")
            if verb is not None and tokens[index].pos == "VERB" and verb.tense == "past" and verb.number == "sing":
                return True
    return False


def _may_be_name(token: Token, opens: bool) -> bool:
    """Whether the word with a capital can be part of a person's name: no common word, place or abbreviation."""
    if len(token.text) < 2 or not token.text[1:].replace("-", "").isalpha() or _is_acronym(token):
        return False
    if (
        is_known(token.text, "given")
        or is_known(token.text, "family")
        or any(r.name == "patronymic" for r in token.readings)
    ):
        return True
    if not token.text[0].isascii() and _is_ordinary(token):
        return False
    return not token.text[0].isascii() or not opens


def _is_initial(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    alone = len(token.text) == 1 and token.text.isalpha() and token.is_capital
    return alone and index + 1 < len(tokens) and tokens[index + 1].text == "."


def _is_ordinary(token: Token) -> bool:
    """Whether the dictionary knows the word as no name at all."""
    known = [r for r in token.readings if r.known]
    return bool(known) and not any(reading.name in ("given", "family", "patronymic") for reading in known)


def _is_adjective(token: Token) -> bool:
    return token.readings[0].pos == "ADJ"


def _is_place(token: Token) -> bool:
    return token.readings[0].name == "place"


def _is_acronym(token: Token) -> bool:
    return _ACRONYM.fullmatch(token.text) is not None and not set(token.text) <= set("IVXLCDM")


def _single(tokens: Sequence[Token], index: int) -> tuple[NameKind, int] | None:
    """Return the kind of a name of one word, and where it ends: a place, an abbreviation, a body, Latin letters."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if _is_place(token):
        return "place", index + 1
    if _is_adjective(token) and following is not None and following.lemma in _ADMINISTRATIVE:
        return "place", index + 2
    if token.readings[0].name == "organisation" or (_is_acronym(token) and not token.readings[0].name):
        return "organisation", index + 1
    if token.text[0].isascii() and token.text[0].isalpha() and len(token.text) > 1:
        stop = index + 1
        while stop < len(tokens) and tokens[stop].text[0].isascii() and tokens[stop].is_capital:
            stop += 1
        return "organisation", stop
    if index > 0 and is_body(token.lemma) and _is_ordinary(token):
        return "organisation", index + 1
    return None
