"""The lexicon ``names`` of English, made ready for look-up: given names, titles, places, organisations."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from briefing.language import lexicons


class Gazetteer(NamedTuple):
    """The lexicon ``names``, made ready for look-up; all words folded."""

    given: dict[str, str]
    families: frozenset[str]
    titles: dict[str, str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    degrees: frozenset[str]
    portfolios: frozenset[str]
    places: frozenset[tuple[str, ...]]
    longest_place: int
    place_heads: frozenset[str]
    heads: frozenset[str]
    trades: frozenset[str]
    bodies: frozenset[str]
    built: frozenset[str]
    openers: frozenset[str]
    known: frozenset[tuple[str, ...]]
    joined: dict[str, tuple[tuple[str, ...], ...]]  # those with words in lower case, by their first word
    breaks: frozenset[str]
    opening: frozenset[str]


@cache
def gazetteer() -> Gazetteer:
    """Return the lexicon, read once."""
    data = lexicons.load("en", "names")
    given = dict.fromkeys(data["given"]["masc"].split(), "masc")
    for word in data["given"]["fem"].split():
        given[word] = "" if word in given else "fem"
    titles = dict.fromkeys(data["titles"]["any"].split(), "")
    for gender in ("masc", "fem"):
        titles.update(dict.fromkeys(data["titles"][gender].split(), gender))
    places = frozenset(
        tuple(entry.strip().lower().split())
        for section in ("countries", "regions", "cities")
        for entry in data["places"][section].replace("\n", "").split("|")
    )
    known = frozenset(
        tuple(entry.strip().lower().split()) for entry in data["organisations"]["known"].replace("\n", "").split("|")
    )
    joined: dict[str, tuple[tuple[str, ...], ...]] = {}
    for entry in sorted(known, key=len, reverse=True):
        if not {"the", "for", "of", "against", "without", "to", "in", "and"}.isdisjoint(entry):
            joined[entry[0]] = (*joined.get(entry[0], ()), entry)
    return Gazetteer(
        given=given,
        families=frozenset(data["given"]["family"].split()),
        titles=titles,
        particles=frozenset(data["given"]["particles"].split()),
        suffixes=frozenset(data["given"]["suffixes"].split()),
        degrees=frozenset(data["given"]["degrees"].split()),
        portfolios=frozenset(data["titles"]["portfolios"].split()),
        places=places,
        longest_place=max(map(len, places)),
        place_heads=frozenset(data["places"]["heads"].split()),
        heads=frozenset(data["organisations"]["heads"].split()),
        trades=frozenset(data["organisations"]["trades"].split()),
        bodies=frozenset(data["organisations"]["bodies"].split()),
        built=frozenset(data["organisations"]["built"].split()),
        openers=frozenset(data["organisations"]["openers"].split()),
        known=known,
        joined=joined,
        breaks=frozenset((data["common"]["calendar"] + data["common"]["acronyms"]).split()),
        opening=frozenset(data["common"]["opening"].split()),
    )
