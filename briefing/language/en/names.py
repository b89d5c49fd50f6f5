"""Names of people, organisations and places in English: runs of capitals, told apart over the whole article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.language.base import Name, NameKind, Sentence, Token
from briefing.language.en import referents
from briefing.language.en.gazetteer import Gazetteer, gazetteer
from briefing.language.en.morphology import words
from briefing.language.en.persons import is_personal, relations

_JOINING = ("of", "for", "and", "&", "the", "on")
# What no person's name has, wherever it stands.
_BUILT = ("airport", "university", "hospital", "stadium", "institute", "college")
_CORPORATE = ("inc.", "inc", "ltd", "ltd.", "llc", "plc", "corp.", "corp", "l.p.", "llp", "s.a.", "n.v.", "co.")
_OPENING = ('"', "“", "‘", "'", "(", "$", "£", "€")
# A preposition after which an unknown name is a place.
_LOCATIVE = ("in", "near", "across", "outside", "throughout", "around", "towards")


def find(sentences: Sequence[Sentence]) -> None:
    """Put the names into the sentences."""
    runs = [(sentence, first, stop) for sentence in sentences for first, stop in _runs(sentence.tokens)]
    cast: dict[str, set[str]] = {}
    unsure: list[tuple[Sentence, int, int]] = []
    for sentence, first, stop in runs:
        found = list(_certain(sentence.tokens, first, stop))
        if not found:
            unsure.append((sentence, first, stop))
        for name in found:
            sentence.names.append(name)
            if name.kind == "person":
                _remember(cast, sentence.tokens[name.first : name.stop])
    alone = {sentence.tokens[first].fold for sentence, first, stop in unsure if stop - first == 1}
    for sentence, first, stop in unsure:
        guess = _guess(sentence.tokens, first, stop, cast, alone)
        if guess is not None:
            sentence.names.append(guess)
            if guess.kind == "person":
                _remember(cast, sentence.tokens[guess.first : guess.stop])
    certain = frozenset(entry[0] for entry in gazetteer().known if len(entry) == 1) | gazetteer().heads
    for family in referents.people(sentences, certain):
        cast.setdefault(family, set())
    _settle(sentences, cast)


def _remember(cast: dict[str, set[str]], tokens: list[Token]) -> None:
    """Note a person's family name with the given names seen before it."""
    folds = [token.fold for token in tokens]
    while len(folds) > 1 and folds[-1] in gazetteer().suffixes:
        folds.pop()
    cast.setdefault(folds[-1], set()).update(folds[:-1])
    if len(folds) > 1 and folds[0] not in gazetteer().given:
        # Chinese and Korean names begin with the family name.
        cast.setdefault(folds[0], set())
    if folds[-1].startswith(("al-", "el-")):
        cast.setdefault(folds[-1][3:], set()).update(folds[:-1])


def _settle(sentences: Sequence[Sentence], cast: dict[str, set[str]]) -> None:
    """Call a single word a person where the article elsewhere gives it as a family name, and sort the names."""
    for sentence in sentences:
        names = []
        for name in sentence.names:
            one = name.stop - name.first == 1
            family = sentence.tokens[name.stop - 1].fold
            if one and name.kind != "person" and family in cast and (family,) not in gazetteer().places:
                name = Name(name.first, name.stop, "person")
            names.append(_with_its_s(sentence, name))
        sentence.names = sorted(names, key=lambda name: name.first)


def _with_its_s(sentence: Sentence, name: Name) -> Name:
    """“Sainsbury’s said”, “at St. Martin’s over”: a possessive that nothing follows belongs to the name."""
    tokens = sentence.tokens
    if name.stop >= len(tokens) or tokens[name.stop].fold != "'s" or tokens[name.stop].pos != "PART":
        return name
    after = tokens[name.stop + 1] if name.stop + 1 < len(tokens) else None
    loose = after is None or (after.pos in ("ADP", "CCONJ", "SCONJ", "ADV", "PUNCT") and after.text not in _OPENING)
    if loose or (after is not None and after.pos == "VERB" and after.readings[0].form == "fin"):
        return Name(name.first, name.stop + 1, "organisation")
    return name


def _runs(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Yield runs of capitalised words, with the small words inside the names of people and organisations."""
    lists = gazetteer()
    index = 0
    while index < len(tokens):
        if not _capital(tokens, index):
            index += 1
            continue
        first = index
        index += 1
        while index < len(tokens):
            if _capital(tokens, index):
                index += 1
            elif (width := _joint(tokens, first, index, lists)) > 0:
                index += width
            else:
                break
        yield first, index


def _capital(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    text = token.text
    if not text[0].isupper():
        # al-Assad, d'Estaing, iPhone; not re-Brexit
        return len(text) > 4 and (
            (text[2:4].startswith("-") and text[3].isupper() and text[:2] in ("al", "el"))
            or (text[1] in "'’" and text[2].isupper())
        )
    if token.fold in gazetteer().breaks or (text == "I") or token.fold in ("i'm", "i"):
        return False
    if index and tokens[index - 1].text not in ('"', "“", "‘", "'", "«", ":", "•", "-", "–", "—", "("):
        return token.pos not in ("PRON", "DET", "SCONJ") or (text.isupper() and len(text) > 1)
    return _opens_name(tokens, index)


def _opens_name(tokens: list[Token], index: int) -> bool:
    """Whether the capitalised first word of a sentence is part of a name."""
    token = tokens[index]
    follows = (
        index + 1 < len(tokens) and tokens[index + 1].is_capital and tokens[index + 1].fold not in gazetteer().breaks
    )
    fold = token.fold
    lists = gazetteer()
    shouted = len(token.text) > 1 and token.text.isupper()
    if not (fold in words().closed and not shouted) and (
        fold in lists.given or fold in lists.titles or (fold,) in lists.places or (fold,) in lists.known
    ):
        return True
    if len(token.text) > 1 and token.text.isupper():
        return fold not in words().closed or fold in ("us", "who")
    if fold in words().closed:
        return False
    if fold in lists.opening or fold in words().demonyms:
        return follows
    if fold in words().adjectives or fold in words().verbs or token.pos in ("ADV", "VERB"):
        return follows and token.pos not in ("ADV", "VERB") and fold not in words().adjectives
    if follows:
        return True
    return token.pos == "PROPN" and token.readings[-1].number != "plur"


def _joint(tokens: list[Token], first: int, index: int, lists: Gazetteer) -> int:
    """Return how many small words at ``index`` join what follows to the run, 0 if they do not."""
    fold = tokens[index].fold
    after = index + 1 < len(tokens) and _capital(tokens, index + 1)
    if fold == ",":  # “Acme Foods, Inc.”
        return 2 if index + 1 < len(tokens) and tokens[index + 1].fold in _CORPORATE else 0
    if fold in ("'", "’") and tokens[index].pos == "PART":
        return 1 if after and _is_of_members(tokens, first, index, lists) else 0
    if fold == "&" or fold == "'n'":
        return 1 if after else 0
    if fold in lists.particles and fold not in ("st", "st."):
        if after and tokens[index - 1].fold not in lists.heads:
            return 1
        two = index + 2 < len(tokens) and tokens[index + 1].fold in lists.particles and _capital(tokens, index + 2)
        return 2 if two else 0
    if fold not in ("of", "for", "and", "on", "to"):
        return 0
    headed = any(token.fold in lists.heads for token in tokens[first:index])
    if not headed:
        return 1 if fold == "and" and after and _is_department(tokens, first, index, lists) else 0
    article = index + 2 < len(tokens) and tokens[index + 1].fold == "the" and _capital(tokens, index + 2)
    if fold in ("of", "for", "on"):
        return 1 if after else 2 if article and fold == "of" else 0
    joined = any(token.fold in ("of", "for", "on") for token in tokens[first:index])
    if fold != "and" or not joined or not after:
        return 0
    return 1 if tokens[index + 1].fold not in lists.given and tokens[index + 1].fold not in lists.titles else 0


def _is_of_members(tokens: list[Token], first: int, index: int, lists: Gazetteer) -> bool:
    """Whether the possessive at ``index`` stands inside the name of a body of those before it: “Farmers’ Council”."""
    stop = index + 1
    while stop < len(tokens) and _capital(tokens, stop):
        stop += 1
    owner = tuple(token.fold for token in tokens[first:index])
    named = owner in lists.places or owner[0] in lists.given or owner[0] in lists.titles
    return not named and any(token.fold in lists.heads for token in tokens[index + 1 : stop])


def _is_department(tokens: list[Token], first: int, index: int, lists: Gazetteer) -> bool:
    """Whether “and” stands inside a name such as “Trade and Industry Ministry”."""
    stop = index + 1
    while stop < len(tokens) and _capital(tokens, stop):
        stop += 1
    one = index - first == 1 and tokens[first].fold not in lists.given and (tokens[first].fold,) not in lists.places
    return (
        one and stop - index > 2 and tokens[stop - 1].fold in lists.heads and tokens[index + 1].fold not in lists.given
    )


def _certain(tokens: list[Token], first: int, stop: int) -> Iterator[Name]:
    """Yield the names in a run that its own words tell: titles, given names, gazetteers, heads of organisations."""
    lists = gazetteer()
    if first == stop:
        return
    person = _person(tokens, first, stop)
    if person is not None:
        yield from _certain(tokens, first, _without_titles(tokens, first, person[0]))
        yield Name(*person, "person")
        return
    folds = tuple(token.fold for token in tokens[first:stop])
    if folds in lists.places:
        yield Name(first, stop, "place")
    elif (
        folds in lists.known
        or folds[-1] in lists.heads
        or (any(fold in lists.heads for fold in folds[:-1]) and any(fold in _JOINING for fold in folds))
    ):
        if len(folds) > 1 or folds in lists.known or tokens[first].text.isupper() or _preceded_by_the(tokens, first):
            yield Name(first, stop, "organisation")
    elif len(folds) > 1 and folds[-1] in lists.place_heads:
        yield Name(first, stop, "place")
    elif len(folds) == 1 and _is_acronym(tokens[first].text):
        yield Name(first, stop, "organisation")


def _preceded_by_the(tokens: list[Token], first: int) -> bool:
    return first > 0 and tokens[first - 1].fold == "the"


def _is_acronym(text: str) -> bool:
    letters = text.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 7 and letters.isupper() and letters.isalpha()


def _without_titles(tokens: list[Token], first: int, stop: int) -> int:
    while stop > first and (tokens[stop - 1].fold in gazetteer().titles or is_personal(tokens[stop - 1])):
        if stop - 2 > first and tokens[stop - 2].fold == "of":
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
            if len(rest) > 1 and is_personal(tokens[stop - 1]) and rest[0] not in lists.given:
                return None  # “Chief Executive Officer”
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
    """Return where the name begins after further nouns for posts: “Justice Analyst Ann Lee”."""
    given = next((i for i in range(first, stop - 1) if tokens[i].fold in gazetteer().given), first)
    if given > first and all(is_personal(token) for token in tokens[first:given]):
        return given
    while stop - first > 2 and is_personal(tokens[first]) and tokens[first].fold not in gazetteer().given:
        first += 1
    return first


def _leads_initial(tokens: list[Token], first: int, offset: int, lists: Gazetteer) -> int:
    """Return 1 if an initial at ``offset`` follows a given name that no list has: “Murphy J. Paul”."""
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
    if any(fold in _BUILT for fold in folds):
        return True
    if joined or folds[-1] in (
        "party",
        "university",
        "college",
        "school",
        "company",
        "inc.",
        "ltd",
        "foundation",
        "street",
        "road",
        "avenue",
        "airport",
        "institute",
        "hospital",
        "group",
        "centre",
        "center",
        "committee",
        "council",
        "court",
        "office",
        "department",
        "bank",
        "act",
        "campaign",
        "administration",
        "government",
        "stadium",
        "park",
        "square",
        "museum",
        "show",
        "hotel",
        "association",
        "society",
        "trust",
        "memorial",
        "airlines",
        "cup",
        "prize",
        "award",
        "awards",
        "fund",
        "library",
        "theatre",
    ):
        return True
    return tuple(folds) in lists.places and len(folds) > 1


def _guess(tokens: list[Token], first: int, stop: int, cast: dict[str, set[str]], alone: set[str]) -> Name | None:
    """Name a run that nothing in itself decides, by the article's other names and the words around."""
    lists = gazetteer()
    last = tokens[stop - 1]
    several = stop - first > 1
    if (several and (last.fold in lists.titles or is_personal(last))) or last.fold in words().demonyms:
        return None
    if last.fold in cast and (last.fold,) not in lists.places:
        start = stop - 1
        while start > first and tokens[start - 1].fold in (cast[last.fold] | lists.particles):
            start -= 1
        return Name(start, stop, "person")
    if stop - first == 1:
        return _guess_one(tokens, first, lists)
    for width in range(min(lists.longest_place, stop - first), 0, -1):
        if tuple(token.fold for token in tokens[stop - width : stop]) in lists.places:
            return Name(first, stop, "place" if width == stop - first else "organisation")
    before = tokens[first - 1] if first else None
    folds = [token.fold for token in tokens[first:stop]]
    lexical = (
        any(fold in words().adjectives or fold in words().demonyms for fold in folds) or folds[-1] in words().verbs
    )
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
    # “The Hill reported” is a newspaper, “the Trump administration” a person's.
    titled = before is not None and before.fold == "the" and not (after is not None and after.pos == "NOUN")
    if (token.fold in lists.given or token.fold in lists.families) and not titled:
        return Name(first, first + 1, "person")
    kind: NameKind = "place" if before is not None and before.fold in _LOCATIVE else "organisation"
    return Name(first, first + 1, kind)
