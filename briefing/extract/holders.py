"""How well a phrase for a post, a profession or a relation fits what the article says of a person."""

from __future__ import annotations

from briefing.extract.people import Person
from briefing.extract.roles import BODIES, Description, RoleLexicon

_EQUIVALENT = 1.15
_OTHER_COMPLEMENT = 0.3  # министр обороны beside министр транспорта
_OTHER_SPOKESMAN = 0.1  # every body has its own
_OTHER_NAME = 0.8  # гендиректор Большого beside гендиректор ГАБТа
_ADJECTIVE = 0.7  # китайский лидер beside председатель КНР


def fit(words: RoleLexicon, phrase: Description, person: Person, told: str = "") -> float:
    """Return from 0 (not at all) to about 1.6 how well the phrase fits the descriptions of the person.

    ``told`` is the gender that a verb gives whom the phrase means.
    """
    if phrase.reading.gender == "fem" and person.gender == "masc":
        return 0.0
    doubtful = person.gender == "fem" and phrase.reading.gender == "masc" and told != "fem"
    return max((_match(words, phrase, known, doubtful) for known in person.descriptions), default=0.0)


def holds_other(words: RoleLexicon, phrase: Description, person: Person) -> bool:
    """Whether the person has a post with which nobody has that of the phrase: a mayor is no «депутат»."""
    if _is_over(words, phrase):
        return False
    held = (known for known in person.descriptions if not _is_over(words, known))
    return any(words.excludes(phrase.lemma, head) for known in held for head in known.heads)


def _is_over(words: RoleLexicon, known: Description) -> bool:
    """Whether an adjective says that the post was another time's: «бывший министр»."""
    return any(token.lemma in words.former for token in known.sentence.tokens[known.first : known.head])


def _match(words: RoleLexicon, phrase: Description, known: Description, doubtful: bool) -> float:
    match = max((words.means(phrase.lemma, lemma) for lemma in known.heads), default=0.0)
    if (phrase.stems ^ known.stems) & words.lesser:
        return 0.0  # the deputy mayor is not the mayor
    if phrase.stems and _is_gone(words, known) and not _is_gone(words, phrase) and not _is_same_post(phrase, known):
        return 0.0  # nor is a former minister the health secretary
    if _is_of(words, phrase, "territory") and not (_is_of(words, known, "territory") or _governs(words, known)):
        return 0.0  # the head of a ministry is not «глава региона»
    shared = phrase.stems & known.stems
    elsewhere = _is_elsewhere(words, phrase) and not shared
    if phrase.lemma not in known.heads and not elsewhere and _is_equivalent(words, phrase, known):
        return _EQUIVALENT
    if not match:
        return 0.0
    if phrase.stems and not shared:
        if _has_portfolio(words, phrase) and _has_portfolio(words, known):
            return 0.0
        spokesman = "source" in words.kinds(phrase.lemma) and known.stems
        match *= _OTHER_SPOKESMAN if spokesman else _contrast(words, phrase, known)
    elif shared and phrase.lemma not in known.heads and known.stems - phrase.stems:
        match *= 0.7  # the mayor of a town is not the head of its department of health
    elif shared:
        match += 0.6 * len(shared) / len(phrase.stems)
    if doubtful and phrase.lemma not in known.heads:
        match *= 0.7
    return match


def _is_of(words: RoleLexicon, description: Description, kind: str) -> bool:
    """Whether the complement behind a post is a noun of the kind: «глава | региона»."""
    after = description.sentence.tokens[description.head + 1 : description.stop]
    return any(kind in words.kinds(token.lemma) for token in after)


def _governs(words: RoleLexicon, known: Description) -> bool:
    """Whether the post may be that of who governs a place: no complement, a place's name, or «глава администрации»."""
    tokens = known.sentence.tokens[known.head + 1 : known.stop]
    bodies = any(words.kinds(token.lemma) & BODIES and token.lemma not in words.generic for token in tokens)
    named = any(
        name is not None and name.kind == "organisation"
        for name in map(known.sentence.name_at, range(known.head + 1, known.stop))
    )
    return not (bodies or named)


def _is_gone(words: RoleLexicon, description: Description) -> bool:
    """Whether somebody had the post and has it no more: “a former minister”."""
    tokens = description.sentence.tokens[description.first : description.stop]
    return "office" in words.kinds(description.lemma) and any(token.lemma in words.gone for token in tokens)


def _is_same_post(phrase: Description, known: Description) -> bool:
    return phrase.lemma in known.heads and phrase.stems <= known.stems


def _has_portfolio(words: RoleLexicon, description: Description) -> bool:
    """Whether a noun before a minister's post says of what: “the Home Secretary”, not “the Danish minister”."""
    before = description.sentence.tokens[description.first : description.head]
    return description.lemma in words.portfolios and any(
        token.pos in ("NOUN", "PROPN") or token.lemma in words.ministries for token in before
    )


def _is_equivalent(words: RoleLexicon, phrase: Description, known: Description) -> bool:
    pairs = ((one, other) for one in phrase.wordings for other in known.wordings)
    return any(one == other or words.equivalent(one, other) for one, other in pairs)


def _is_elsewhere(words: RoleLexicon, phrase: Description) -> bool:
    """Whether a name before the post says whose it is: “North Korea's minister”."""
    named = any(phrase.sentence.name_at(index) for index in range(phrase.first, phrase.head))
    return named and "office" in words.kinds(phrase.lemma)


def _contrast(words: RoleLexicon, phrase: Description, known: Description) -> float:
    """Return how far a post with another complement can be the same: a firm has two names, a ministry has not."""
    tokens = phrase.sentence.tokens[phrase.head + 1 : phrase.stop]
    if not tokens:
        return _OTHER_COMPLEMENT if _is_elsewhere(words, phrase) else _ADJECTIVE
    inside = [phrase.sentence.name_at(index) for index in range(phrase.first, phrase.stop)]
    place = any(name is not None and name.kind == "place" for name in inside)
    by_name = any(token.is_capital for token in tokens[:2]) and not place
    return _OTHER_NAME if by_name or not known.stems else _OTHER_COMPLEMENT


def _is_label(words: RoleLexicon, phrase: Description) -> bool:
    """Whether a bare noun that tells nothing but man or woman stands before a colon: “Man: “…””."""
    tokens = phrase.sentence.tokens
    bare = phrase.first == 0 and phrase.stop == phrase.first + 1 < len(tokens)
    return bare and tokens[phrase.stop].text == ":" and words.kinds(phrase.lemma) <= {"human", "group"}


def is_another(words: RoleLexicon, phrase: Description) -> bool:
    """Whether the phrase names somebody new: «один из депутатов», «неназванный чиновник»; not «демократ из Орска»."""
    tokens = phrase.sentence.tokens
    if tokens[phrase.first].fold in words.indefinite or _is_label(words, phrase):
        return True
    told_by_deed = phrase.stop < len(tokens) and tokens[phrase.stop].fold in words.behind
    if phrase.lemma in words.businesses and told_by_deed:
        return True  # “the group | behind the attack” is no firm named before
    if phrase.head + 1 >= phrase.stop or tokens[phrase.head + 1].fold not in words.partitive:
        return False
    if tokens[phrase.first].fold in words.articles:
        return False  # “the head of the union”
    of = tokens[phrase.head + 2 : phrase.stop]
    return not any(t.readings[0].case for t in of) or any(t.reading(case="gen", number="plur") for t in of)
