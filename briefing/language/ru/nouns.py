"""Which Russian words are nouns for a person: by post, profession, rank, relation or state."""

from __future__ import annotations

from functools import cache

from briefing.language import lexicons
from briefing.language.base import Reading, Token
from briefing.language.lexicons import listed
from briefing.language.ru.morphology import inflect

_PREFIXES = listed("ru", "people", "prefixes")
NO_COMPLEMENT = listed("ru", "phrases", "no_complement")


@cache
def _nouns() -> frozenset[str]:
    return lexicons.kinds("ru", *lexicons.PERSONAL, "feminines")


def is_relation(lemma: str) -> bool:
    """Whether the noun says what somebody is to another: «мать», «сосед»."""
    return lemma in lexicons.kinds("ru", "relation")


@cache
def is_personal(lemma: str) -> bool:
    """Whether the lemma is a noun for a person."""
    if lemma in _nouns():
        return True
    for prefix in _PREFIXES:
        if lemma.startswith(prefix) and lemma.removeprefix(prefix) in _nouns():
            return True
    first, _, last = lemma.partition("-")
    return bool(last) and (last in _nouns() or first in _nouns())


def personal_reading(tokens: list[Token], index: int, cases: frozenset[str]) -> Reading | None:
    """Return the reading of the word as a noun for one person in one of the cases, or None.

    Also «один» before «из», «исполняющий» before «обязанности» and participles used as nouns.
    """
    token = tokens[index]
    following = tokens[index + 1].fold if index + 1 < len(tokens) else ""
    if is_frozen_deputy(token):
        return frozen_deputy(token)
    for reading in token.readings:
        if reading.number == "plur" or (reading.case not in cases and not reading.fixed):
            continue
        nameless = (
            reading.lemma in lexicons.kinds("ru", "source") and not reading.animate
        )  # «источник из окружения Кротова»
        named = reading.name and not (reading.name == "given" and _is_post_too(tokens, index))
        if reading.pos == "NOUN" and not named and not nameless and is_personal(reading.lemma):
            return reading
        if reading.lemma == "один" and following == "из":
            return reading if _is_of_people(tokens, index + 2) else None
        if reading.pos in ("ADJ", "VERB") and reading.form in ("", "part"):
            if is_acting(reading, following):
                return reading
            if substantive(reading) in _nouns():
                return reading
    return None


def _is_post_too(tokens: list[Token], index: int) -> bool:
    """Whether what may be a given name stands as a post: «аким Кротов», «Аким района», «Вице-аким»."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    apart = following is not None and following.is_word and following.text.islower() and following.pos == "NOUN"
    return not tokens[index].is_capital or apart or "-" in tokens[index].text


def is_acting(reading: Reading, following: str) -> bool:
    """Whether the word begins «исполняющая обязанности»."""
    return following == "обязанности" and reading.lemma in ("исполнять", "исполняющий")


def plural_reading(tokens: list[Token], index: int, cases: frozenset[str]) -> Reading | None:
    """Return the reading of the word as a noun for several people in one of the cases, or None."""
    plural = (r for r in tokens[index].readings if r.pos == "NOUN" and r.number == "plur" and r.case in cases)
    return next((reading for reading in plural if not reading.name and is_personal(reading.lemma)), None)


def _is_of_people(tokens: list[Token], index: int) -> bool:
    """Whether the noun after «один из» is a living being: no «один из экспериментов»."""
    nouns = (r for token in tokens[index : index + 4] for r in token.readings[:2] if r.pos == "NOUN")
    return next((reading.animate for reading in nouns), True)


def is_frozen_deputy(token: Token) -> bool:
    """Whether the word is a deputy's post that ends in a genitive and never changes: замруководителя."""
    return token.fold.startswith("зам") and token.fold in _nouns() and token.fold[-1] in "аяиы"


def frozen_deputy(token: Token) -> Reading:
    """Return the one reading of a deputy's post that never changes."""
    return Reading(token.fold, "NOUN", number="sing", animate=True, fixed=True)


def is_rank(lemma: str) -> bool:
    """Whether the noun is a rank or degree, which may stand between a post and the name: «полковник полиции»."""
    return lemma in lexicons.kinds("ru", "rank")


def substantive(reading: Reading) -> str:
    """Return the adjective or participle as a noun would be listed: подозреваемый, not подозревать."""
    if reading.form != "part":
        return reading.lemma
    form = inflect(reading, "nomn", "sing", "femn" if reading.gender == "fem" else "masc")
    return form.replace("ё", "е") if form is not None else reading.lemma


def is_substantive(token: Token) -> bool:
    """Whether the adjective or participle is one that stands for a person: «обвиняемый», «пострадавшая»."""
    return any(
        r.form in ("", "part") and r.pos in ("ADJ", "VERB") and substantive(r) in _nouns() for r in token.readings
    )


def is_body(lemma: str) -> bool:
    """Whether the lemma is a noun for an organisation."""
    return lemma in lexicons.kinds("ru", "organisation", "media", "company")


def is_group(lemma: str) -> bool:
    """Whether the lemma is a noun for people together: «власть», «горняк»."""
    return lemma in lexicons.kinds("ru", "group")
