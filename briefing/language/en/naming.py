"""What a run of capitals names: a person, a place or an organisation, by its own words or by those around it."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.language import lexicons
from briefing.language.base import Name, NameKind, Token
from briefing.language.en.capitals import CORPORATE
from briefing.language.en.gazetteer import Gazetteer, gazetteer
from briefing.language.en.morphology import words
from briefing.language.en.persons import humans, is_personal, relations
from briefing.language.lexicons import listed

_JOINING = ("of", "for", "and", "&", "the", "on")
# German and Scandinavian articles, with which names of papers begin: “Der Spiegel”.
_FOREIGN_ARTICLES = ("der", "die", "das", "det", "het")
_MAKERS = frozenset(lexicons.load("en", "roles")["company"])
_GRADES = listed("en", "phrases", "grades")
_POSTPOSED = listed("en", "phrases", "postposed")
_HELD = listed("en", "phrases", "held")
_LOCATIVE = listed("en", "phrases", "locative")


def certain(tokens: list[Token], first: int, stop: int) -> Iterator[Name]:
    """Yield the names in a run that its own words tell: titles, given names, gazetteers, heads of organisations."""
    lists = gazetteer()
    if first == stop:
        return
    person = _person(tokens, first, stop)
    if person is not None:
        yield from certain(tokens, first, _without_titles(tokens, first, person[0]))
        yield Name(*person, "person")
        return
    folds = tuple(token.fold for token in tokens[first:stop])
    if folds in lists.places:
        yield Name(first, stop, "place")
    elif _is_remit(tokens, first, stop):
        served = first > 1 and is_personal(tokens[first - 2])
        yield Name(first, stop, "place" if served else "organisation")  # “Health, Sport and Youth”: a minister's field
    elif (
        folds in lists.known
        or folds[-1] in lists.heads
        or (any(fold in lists.heads for fold in folds[:-1]) and any(fold in _JOINING for fold in folds))
    ):
        if len(folds) > 1 or folds in lists.known or tokens[first].text.isupper() or _preceded_by_the(tokens, first):
            yield Name(first, stop, "organisation")
    elif len(folds) > 1 and folds[-1] in lists.place_heads:
        titled = len(folds) == 2 and first > 0 and tokens[first - 1].pos == "NOUN" and is_personal(tokens[first - 1])
        yield Name(first, stop, "person" if titled else "place")  # “labour expert Jin Park”
    elif len(folds) == 1 and _is_acronym(tokens[first].text):
        yield Name(first, stop, "organisation")


def _is_remit(tokens: list[Token], first: int, stop: int) -> bool:
    """Whether the run lists what somebody answers for: “Minister for | Health, Sport and Youth”, “| Trade and Food”."""
    folds, portfolios = [token.fold for token in tokens[first:stop]], gazetteer().portfolios
    if "," in folds:
        return not portfolios.isdisjoint(folds) and folds[-1] not in CORPORATE
    served = first > 1 and tokens[first - 1].fold in ("for", "of") and is_personal(tokens[first - 2])
    return served and "and" in folds[1:] and folds[-1] in portfolios and folds[folds.index("and") - 1] in portfolios


def _preceded_by_the(tokens: list[Token], first: int) -> bool:
    return first > 0 and tokens[first - 1].fold == "the"


def _is_acronym(text: str) -> bool:
    letters = text.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 7 and letters.isupper() and letters.isalpha()


def _without_titles(tokens: list[Token], first: int, stop: int) -> int:
    while stop > first and (tokens[stop - 1].fold in gazetteer().titles or is_personal(tokens[stop - 1])):
        if stop - 2 > first and (tokens[stop - 2].fold == "of" or tokens[stop - 1].fold in gazetteer().portfolios):
            break
        stop -= 1
    return stop


def _person(tokens: list[Token], first: int, stop: int) -> tuple[int, int] | None:
    """Return the person at the end of a run: after the last title, or from a given name that others follow."""
    lists = gazetteer()
    folds = [token.fold for token in tokens[first:stop]]
    for offset in range(len(folds) - 2, -1, -1):
        if folds[offset] in lists.titles:
            rest = folds[offset + 1 :]
            graded = folds[offset] in _GRADES
            named = rest[0] in lists.given or (len(rest) == 1 and rest[0] in lists.families)
            if (graded or len(rest) > 1) and is_personal(tokens[stop - 1]) and not named:
                return None  # “Chief Executive”, “Chief Executive Officer”, “General Manager”
            if len(rest) == 1 and rest[0] in _POSTPOSED:
                return None  # “Assistant Attorney General”
            polite = folds[offset] in ("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "lord", "lady")
            corporate = rest[-1] in lists.heads and rest[0] not in lists.given and not polite
            surname = polite and len(rest) == 1
            if (surname or not _is_organised(rest, lists)) and len(rest) <= 5 and not corporate:
                return _past_posts(tokens, first + offset + 1, stop), stop
            return None
    for offset, fold in enumerate(folds):
        alone = offset + 1 == len(folds)
        initials = len(fold) <= 4 and fold.endswith(".") and tokens[first + offset].text[0].isupper() and len(fold) == 2
        if (fold in lists.given or initials) and not alone:
            rest = folds[offset:]
            # The given name may end the name of a place, and a long run may end as an organisation does.
            place = offset > 0 and tuple(folds[offset - 1 : offset + 1]) in lists.places
            headed = rest[-1] in lists.heads and len(rest) > 2
            listed = place or headed or tuple(rest) in lists.places or tuple(rest) in lists.known
            if not listed and not _is_organised(rest[1:], lists) and len(rest) <= 6:
                return first + offset - _leads_initial(tokens, first, offset, lists), stop
            return None
    return None


def _past_posts(tokens: list[Token], first: int, stop: int) -> int:
    """Return where the name begins after further nouns for posts: “Rivers Surveyor Ann Lee”."""
    given = next((i for i in range(first, stop - 1) if tokens[i].fold in gazetteer().given), first)
    if given > first and all(is_personal(token) for token in tokens[first:given]):
        return given
    while stop - first > 2 and is_personal(tokens[first]) and tokens[first].fold not in gazetteer().given:
        first += 1
    return first


def _leads_initial(tokens: list[Token], first: int, offset: int, lists: Gazetteer) -> int:
    """Return 1 if an initial at ``offset`` follows a given name that no list has: “Stanley J. Lowe”."""
    if not offset or len(tokens[first + offset].fold) > 2 or not tokens[first + offset].fold.endswith("."):
        return 0
    before = tokens[first + offset - 1]
    given = before.text[1:].islower() and before.fold not in lists.titles and before.fold not in lists.heads
    return int(given and not is_personal(before))


def _is_organised(folds: list[str], lists: Gazetteer) -> bool:
    """Whether words are those of an organisation or place, not of a person."""
    if not folds or folds[0] in ("of", "for", "and", "&"):
        return True
    joined = any(fold in ("of", "for", "&", "and", "on") for fold in folds)
    if any(fold in lists.built for fold in folds):
        return True
    if joined or folds[-1] in lists.bodies:
        return True
    return tuple(folds) in lists.places and len(folds) > 1


def guess(tokens: list[Token], first: int, stop: int, cast: dict[str, set[str]], alone: set[str]) -> Name | None:
    """Name a run that nothing in itself decides, by the article's other names and the words around."""
    lists = gazetteer()
    last = tokens[stop - 1]
    if (begin := max(_past_portfolio(tokens, first, stop), _past_post(tokens, first, stop))) > first:
        return Name(begin, stop, "person")
    several = stop - first > 1
    if _is_introduced(tokens, first, stop):
        return Name(first + 1, stop, "person" if is_personal(tokens[first]) else "organisation")
    if (several and (last.fold in lists.titles or is_personal(last))) or last.fold in words().demonyms:
        return None
    if (
        several
        and last.fold in lists.trades
        and not ({token.fold for token in tokens[first:stop]} & lists.given.keys())
    ):
        return Name(first, stop, "organisation")  # “Belcor Steel”
    if last.fold in cast and (last.fold,) not in lists.places:
        start = stop - 1
        while start > first and tokens[start - 1].fold in (cast[last.fold] | lists.particles):
            start -= 1
        if start == stop - 1 and stop - first == 2 and _may_be_given(tokens[first]):
            start = first
        return Name(start, stop, "person")
    if stop - first == 1:
        return _guess_one(tokens, first, lists)
    if stop - first == 2 and last.fold in lists.families and _may_be_given(tokens[first]):
        return Name(first, stop, "person")
    return _guess_several(tokens, first, stop, cast, alone)


def _is_introduced(tokens: list[Token], first: int, stop: int) -> bool:
    """Whether the word that opens the sentence only tells what is named: “Pupil | Zara”, “Drugmaker | Acme”."""
    token, lists = tokens[first], gazetteer()
    noun = token.reading(pos="NOUN", number="sing")
    if first or stop - first != 2 or noun is None or token.fold in lists.given or token.fold in lists.families:
        return False
    name = tokens[first + 1]
    if token.fold in lists.titles or token.fold in lists.heads or is_personal(name) or name.fold in lists.heads:
        return False
    return noun.lemma in _MAKERS or (is_personal(token) and name.fold in lists.given)


def _past_post(tokens: list[Token], first: int, stop: int) -> int:
    """Return where a name of two words begins behind a post: “Acme Regional Administrator | Cosmo Reid”."""
    begin = stop - 2
    if begin - first < 2 or not is_personal(tokens[begin - 1]) or tokens[begin - 1].fold in gazetteer().heads:
        return first
    plain = (token.pos == "PROPN" and token.text.istitle() and not is_personal(token) for token in tokens[begin:stop])
    return begin if all(plain) and tokens[stop - 1].fold not in gazetteer().heads else first


def _past_portfolio(tokens: list[Token], first: int, stop: int) -> int:
    """Return where the name begins behind what a minister is for: “Minister for Home Affairs | Teo Hee”."""
    if first < 2 or tokens[first - 1].fold not in ("of", "for") or not is_personal(tokens[first - 2]):
        return first
    portfolios = gazetteer().portfolios
    begin = next((i + 1 for i in range(stop - 1, first - 1, -1) if tokens[i].fold in portfolios), first)
    return begin if stop - begin > 1 else first


def _guess_several(
    tokens: list[Token], first: int, stop: int, cast: dict[str, set[str]], alone: set[str]
) -> Name | None:
    """Name a run of words without a known family name at its end."""
    lists, last = gazetteer(), tokens[stop - 1]
    for width in range(min(lists.longest_place, stop - first), 0, -1):
        if tuple(token.fold for token in tokens[stop - width : stop]) in lists.places:
            return Name(first, stop, "place" if width == stop - first else "organisation")
    before = tokens[first - 1] if first else None
    folds = [token.fold for token in tokens[first:stop]]
    placed = (folds[0],) in lists.places and folds[0] not in lists.given  # “Texas Tech”
    if placed or folds[0] in _FOREIGN_ARTICLES or folds[0] in lists.openers:
        return Name(first, stop, "organisation")
    lexical = (
        any(fold in words().adjectives or fold in words().demonyms for fold in folds) or folds[-1] in words().verbs
    )
    if _is_national(tokens, first, stop):
        return Name(first + 1, stop, "person")
    named = any((token.text.isupper() and len(token.text) > 2) or "&" in token.text for token in tokens[first:stop])
    if "-" in last.text and (folds[0] in cast or stop - first == 2):
        return Name(first, stop, "person")
    if (
        _is_served(tokens, first)
        or (before is not None and before.fold == "the")
        or named
        or (lexical and last.fold not in alone)
    ):
        return Name(first, stop, "organisation")
    if before is not None and before.fold in _LOCATIVE:
        return Name(first, stop, "place")
    if folds[0] in lists.titles:
        return Name(first + 1, stop, "person") if stop - first > 1 else None
    if stop - first > 4:
        return Name(first, stop, "organisation")
    return Name(_past_posts(tokens, first, stop), stop, "person")


def _is_national(tokens: list[Token], first: int, stop: int) -> bool:
    """Whether a nation opens a run of two unknown words: “Russian | Dmitriy Bogdan”."""
    if stop - first != 3 or tokens[first].fold not in words().demonyms:
        return False
    given, family = tokens[first + 1 : stop]
    if not all(token.text.istitle() and not _is_explained(token.fold) for token in (given, family)):
        return False
    firm = family.fold in gazetteer().heads or family.fold in gazetteer().trades
    return not firm and (given.fold,) not in gazetteer().places


def _is_explained(word: str) -> bool:
    known = words()
    return word in known.adjectives or word in known.verbs or word in known.plain_nouns


def _may_be_given(token: Token) -> bool:
    """Whether a word that nothing explains may be a given name before a family name that the article has."""
    lists = gazetteer()
    explained = token.fold in lists.titles or token.fold in lists.heads or (token.fold,) in lists.places
    plain = token.pos == "PROPN" and token.readings[0].number != "plur" and token.text.istitle()
    return plain and not (explained or (token.fold,) in lists.known or is_personal(token))


def _is_served(tokens: list[Token], first: int) -> bool:
    """Whether a post and a preposition lead to the name: “Chief Executive Officer of Acme Robotics”."""
    if first < 2 or tokens[first - 1].fold not in ("of", "at", "for"):
        return False
    holder = tokens[first - 2]
    return is_personal(holder) and not any(lemma in relations() for lemma in holder.lemmas())


def _guess_one(tokens: list[Token], first: int, lists: Gazetteer) -> Name | None:
    token = tokens[first]
    if (
        token.fold in lists.titles
        or (token.fold in lists.heads and not token.text.isupper())
        or token.fold in words().demonyms
    ):
        return None
    before = tokens[first - 1] if first else None
    after = tokens[first + 1] if first + 1 < len(tokens) else None
    if is_personal(token) and after is not None and after.fold == "of":
        return None  # “Dean of the Faculty of Law”
    if before is not None and before.pos in ("DET", "ADJ", "NUM") and not humans().isdisjoint(token.lemmas()):
        return None  # “the Spaniard”
    # “The Hill reported” is a newspaper, “the Trump administration” a person's.
    titled = before is not None and before.fold == "the" and not (after is not None and after.pos == "NOUN")
    if (token.fold in lists.given or token.fold in lists.families) and not titled:
        return Name(first, first + 1, "person")
    if before is not None and before.fold.endswith("-year-old") and not token.text.isupper():
        return Name(first, first + 1, "person")
    held = first > 1 and tokens[first - 2].lemma in _HELD
    kind: NameKind = "place" if before is not None and before.fold in _LOCATIVE and not held else "organisation"
    return Name(first, first + 1, kind)
