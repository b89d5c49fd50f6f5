"""Names of people, organisations and places in English: runs of capitals, told apart over the whole article."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.language.base import Name, Sentence, Token
from briefing.language.en import capitals, naming, referents
from briefing.language.en.gazetteer import gazetteer
from briefing.language.en.morphology import words

_LONGEST_TICKER = 6  # tokens, brackets included
_FULL_NAME = 2  # words
_OPENING = ('"', "“", "‘", "'", "(", "$", "£", "€")


def find(sentences: Sequence[Sentence]) -> None:
    """Put the names into the sentences."""
    runs = [
        (sentence, first, stop)
        for sentence in sentences
        for first, stop in capitals.runs(sentence.tokens)
        if not _is_ticker(sentence.tokens, first, stop)
    ]
    cast: dict[str, set[str]] = {}
    unsure: list[tuple[Sentence, int, int]] = []
    for sentence, first, stop in runs:
        found = list(naming.certain(sentence.tokens, first, stop))
        if not found:
            unsure.append((sentence, first, stop))
        for name in found:
            if name.kind == "person" and name.stop - name.first > _FULL_NAME and _is_shouted(sentence):
                continue  # “CRAIG LAND BILL”
            sentence.names.append(name)
            if name.kind == "person":
                _remember(cast, sentence.tokens[name.first : name.stop])
    alone = {sentence.tokens[first].fold for sentence, first, stop in unsure if stop - first == 1}
    firms = {
        s.tokens[n.first].fold for s in sentences for n in s.names if n.kind == "organisation" and n.stop - n.first == 1
    }
    makers = _makers(unsure, alone | firms) - cast.keys()
    for sentence, first, stop in unsure:
        if stop - first > 1 and sentence.tokens[first].fold in makers:
            sentence.names.append(Name(first, stop, "organisation"))  # “Acme Card”, of Acme
            continue
        guess = naming.guess(sentence.tokens, first, stop, cast, alone)
        if guess is not None and not (stop - first > 1 and _is_shouted(sentence)):
            sentence.names.append(guess)
            if guess.kind == "person":
                _remember(cast, sentence.tokens[guess.first : guess.stop])
    short = _firms(sentences)
    for sentence in sentences:
        if (opening := _opening(sentence, cast, short)) is not None:
            sentence.names.append(opening)
    certain = frozenset(entry[0] for entry in gazetteer().known if len(entry) == 1) | gazetteer().heads
    for family in referents.people(sentences, certain):
        cast.setdefault(family, set())
    _settle(sentences, cast)


def _makers(unsure: Sequence[tuple[Sentence, int, int]], alone: set[str]) -> set[str]:
    """Return the words that stand alone and before several others, as those of firms do: “Acme Card”, “Acme Pay”.

    A given name that no list has may do so too; of most people more is told than that.
    """
    followed: dict[str, set[str]] = {}
    for sentence, first, stop in unsure:
        if stop - first > 1 and sentence.tokens[first].fold in alone:
            followed.setdefault(sentence.tokens[first].fold, set()).add(sentence.tokens[first + 1].fold)
    makers = {word for word, others in followed.items() if len(others) > 1} - gazetteer().given.keys()
    return {word for word in makers - words().demonyms if (word,) not in gazetteer().places}


def _is_shouted(sentence: Sentence) -> bool:
    """Whether the sentence is a headline in capitals, which show no names: “MAYOR WINS VOTE ON HARBOUR LAND SALE”."""
    return all(token.text.isupper() or not token.text.isalpha() for token in sentence.tokens)


def _is_ticker(tokens: list[Token], first: int, stop: int) -> bool:
    """Whether the run is where a share is listed or what it is listed as: “Acme Inc. (NYSE: ACM)”."""
    opening = next((i for i in range(first - 1, max(-1, first - 4), -1) if tokens[i].text == "("), None)
    closing = next((i for i in range(stop, min(len(tokens), stop + 4)) if tokens[i].text == ")"), None)
    if opening is None or closing is None or not any(token.text == ":" for token in tokens[opening:closing]):
        return False
    return tokens[closing - 1].text.isupper() and closing - opening <= _LONGEST_TICKER


def _firms(sentences: Sequence[Sentence]) -> set[str]:
    """Return the words by which the article calls firms for short: named inside a sentence or with a firm's ending."""
    found = set()
    for sentence in sentences:
        for name in sentence.names:
            tokens = sentence.tokens[name.first : name.stop]
            full = len(tokens) == 2 and tokens[1].fold in capitals.CORPORATE
            if name.kind == "organisation" and (full or (len(tokens) == 1 and name.first and tokens[0].text.istitle())):
                found.add(tokens[0].fold)
    return found


def _opening(sentence: Sentence, cast: dict[str, set[str]], firms: set[str]) -> Name | None:
    """Return the name with which a sentence begins though it is a common word: “Banks insisted …”.

    The article has to give it with a given name elsewhere, or to name a firm so.
    """
    first = next((i for i, token in enumerate(sentence.tokens[:2]) if token.is_word), None)
    if first is None or first + 1 >= len(sentence.tokens) or sentence.name_at(first) is not None:
        return None
    token, after = sentence.tokens[first], sentence.tokens[first + 1]
    acts = after.readings[0].form == "fin" or after.text == "," or after.fold == "'s"
    if not (token.text.istitle() and acts and (cast.get(token.fold) or token.fold in firms)):
        return None
    token.settle(token.reading(pos="PROPN") or token.readings[0])
    return Name(first, first + 1, "person" if cast.get(token.fold) else "organisation")


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
