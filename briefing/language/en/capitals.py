"""Runs of capitalised words in English, with the small words inside the names of people and bodies."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.language.base import Token
from briefing.language.en.gazetteer import Gazetteer, gazetteer
from briefing.language.en.morphology import words
from briefing.language.en.persons import is_degree, is_personal
from briefing.language.lexicons import listed

_IN_MONTH = frozenset("in since until last next early late mid this".split())  # before “May”, the month
_ATTRIBUTIVE = tuple(f"-{word}" for word in listed("en", "phrases", "attributive"))
_WEEKDAYS = listed("en", "time", "weekdays")
_NAMED_DAYS = frozenset("sheffield black good ash bloody super easter palm whit cyber giving shrove maundy fat".split())
_SHORTEST_HEADLINE = 4  # tokens
_SMALL_WORD = 4  # characters of words that have no capital in headlines
_PARTING = ((",", "and", "&"), ("and", "&", "the"), ("the",))  # what joins fields of government, word by word
CORPORATE = ("inc.", "inc", "ltd", "ltd.", "llc", "plc", "corp.", "corp", "l.p.", "llp", "s.a.", "n.v.", "co.")


def runs(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Yield runs of capitalised words, with the small words inside the names of people and organisations."""
    lists = gazetteer()
    verbs = _verbs_of_headline(tokens)
    index = 0
    while index < len(tokens):
        if (width := _known(tokens, index, lists)) > 0:
            yield index, index + width
            index += width
            continue
        if index in verbs or not _capital(tokens, index):
            index += 1
            continue
        first = index
        index += 1
        while index < len(tokens):
            if index in verbs:
                break
            if _capital(tokens, index):
                index += 1
            elif (width := _joint(tokens, first, index, lists)) > 0:
                index += width
            else:
                break
        yield first, _without_honours(tokens, first, index)


def _verbs_of_headline(tokens: list[Token]) -> frozenset[int]:
    """Return the verbs of a headline in capitals, which part its names: “Acme | Settles | Lawsuit”."""
    if len(tokens) < _SHORTEST_HEADLINE or not (tokens[-1].is_word and tokens[-1].is_capital):
        return frozenset()
    if any(token.is_word and len(token.text) > _SMALL_WORD and not token.is_capital for token in tokens):
        return frozenset()
    return frozenset(i for i in range(1, len(tokens) - 1) if _is_verb_alone(tokens[i]))


def _is_verb_alone(token: Token) -> bool:
    """Whether the word, without its capital, is the present tense of a verb and hardly a noun: “Settles”."""
    if token.fold in gazetteer().families or token.fold in gazetteer().given:
        return False
    told = any((r.pos, r.form, r.number) == ("VERB", "fin", "sing") for r in token.readings)
    return told and not any(r.pos == "NOUN" and r.score == 1.0 for r in token.readings)


def _without_honours(tokens: list[Token], first: int, stop: int) -> int:
    """Return where a run ends without the honours behind a name of two words, or the day: “Sir Tom Lee | KCB”.

    The day tells when the verb behind it was done: “Acme Industries | Friday said …”.
    """
    tells = stop < len(tokens) and tokens[stop].pos == "VERB" and stop - first > 1
    if tells and tokens[stop - 1].fold in _WEEKDAYS and tokens[stop - 2].fold not in _NAMED_DAYS:
        return stop - 1
    while stop - first > 2 and tokens[stop - 1].text.isupper() and is_degree(tokens[stop - 1]):
        stop -= 1
    return stop


def _known(tokens: list[Token], index: int, lists: Gazetteer) -> int:
    """Return how many tokens at ``index`` are a body's name with small words in it: “Save the Children”; 0 if none."""
    token = tokens[index]
    if token.fold not in lists.joined or not token.is_capital:
        return 0
    for entry in lists.joined[token.fold]:
        stop = index + len(entry)
        last = tokens[stop - 1] if stop <= len(tokens) else None
        if last is not None and last.is_capital and all(tokens[index + n].fold == word for n, word in enumerate(entry)):
            return len(entry)
    return 0


def _capital(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    text = token.text
    if not text[0].isupper():
        # al-Rawi, d'Ornay, iPhone; not re-Brexit
        return len(text) > 4 and (
            (text[2:4].startswith("-") and text[3].isupper() and text[:2] in ("al", "el"))
            or (text[1] in "'’" and text[2].isupper())
        )
    if token.fold in gazetteer().breaks or (text == "I") or token.fold in ("i'm", "i") or _is_may(tokens, index):
        return False
    if token.fold.endswith(_ATTRIBUTIVE):
        return False  # “Leeds-based | Acme”
    if index and tokens[index - 1].text not in ('"', "“", "‘", "'", "«", ":", "•", "-", "–", "—", "("):
        family = tokens[index - 1].fold in gazetteer().given and tokens[index - 1].is_capital  # “Ann | So”
        family = family or _is_initial(tokens, index)
        return family or token.pos not in ("PRON", "DET", "SCONJ") or (text.isupper() and len(text) > 1)
    return _opens_name(tokens, index)


def _is_initial(tokens: list[Token], index: int) -> bool:
    """Whether “A” is an initial before another one: “Chief Secretary | A | P Rao”."""
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    return tokens[index].text == "A" and len(after.rstrip(".")) == 1 and after[:1].isupper()


def _is_may(tokens: list[Token], index: int) -> bool:
    """Whether “May” is the month, not a name: beside a number, or where a month stands."""
    if tokens[index].fold != "may":
        return False
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    dated = any(token is not None and token.text[0].isdigit() for token in (before, after))
    return dated or (before is not None and before.fold in _IN_MONTH)


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
        return fold not in words().closed or fold in words().acronyms
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
    if fold in CORPORATE:
        return 1  # “Acme Foods | plc”
    if fold == "," and index + 1 < len(tokens) and tokens[index + 1].fold in CORPORATE:  # “Acme Foods, Inc.”
        return 2
    if fold in (",", "and") and (width := _listed_portfolio(tokens, first, index, lists)) > 0:
        return width
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
    held = index - first > 1 and tokens[index - 1].fold in lists.titles  # “Union Minister | for Railways”
    headed = not held and any(token.fold in lists.heads for token in tokens[first:index])
    several = fold == "and" and index - first == 1 and tokens[first].fold.endswith("s")
    if not headed or several:  # “Securities and Exchange Commission”
        return 1 if fold == "and" and after and _is_department(tokens, first, index, lists) else 0
    article = index + 2 < len(tokens) and tokens[index + 1].fold == "the" and _capital(tokens, index + 2)
    if fold in ("of", "for", "on"):
        return 1 if after else 2 if article and fold == "of" else 0
    joined = any(token.fold in ("of", "for", "on") for token in tokens[first:index])
    if fold != "and" or not joined or not after:
        return 0
    return 1 if tokens[index + 1].fold not in lists.given and tokens[index + 1].fold not in lists.titles else 0


def _listed_portfolio(tokens: list[Token], first: int, index: int, lists: Gazetteer) -> int:
    """Return how many small words at ``index`` part what a ministry or minister is for: “Health, | Sport and Youth”.

    It is the end of a list behind “of”, “for” or “on” whose every part names a field of government.
    """
    start = _fields_start(tokens, first, index, lists)
    if start is None:
        return 0
    parts, stop, joined = 0, start, False
    while (end := _field_end(tokens, stop, lists)) > stop:
        parts, stop = parts + 1, end
        width = _field_joint(tokens, stop)
        joined = any(token.fold in ("and", "&") for token in tokens[stop : stop + width])
        if not width:
            break
        stop += width
        if joined:
            ended = _field_end(tokens, stop, lists)
            return _field_joint(tokens, index) if parts and ended > stop and start < index < stop else 0
    return 0


def _fields_start(tokens: list[Token], first: int, index: int, lists: Gazetteer) -> int | None:
    """Return where the fields of a body in the run, or of a minister before it, begin; None if there are none."""
    leads = [i for i in range(first, index) if tokens[i].fold in ("of", "for", "on")]
    if leads and any(token.fold in lists.heads for token in tokens[first : leads[0]]):
        start = leads[-1] + 1
        return start + (tokens[start].fold == "the")
    lead = first - 1 - (first > 0 and tokens[first - 1].fold == "the")
    served = lead > 0 and tokens[lead].fold in ("of", "for", "on") and is_personal(tokens[lead - 1])
    state = lead > 1 and tokens[lead - 1].fold == "state" and tokens[lead - 2].fold == "of"
    return first if served or state else None


def _field_end(tokens: list[Token], start: int, lists: Gazetteer) -> int:
    """Return where capitals that name a field of government end; ``start`` if none begin there."""
    stop = start
    while stop < len(tokens) and tokens[stop].is_word and tokens[stop].is_capital:
        stop += 1
    part = tokens[start:stop]
    held = any(token.fold in lists.titles for token in part)  # “Health Minister Ann Lee”
    return stop if not held and any(token.fold in lists.portfolios for token in part) else start


def _field_joint(tokens: list[Token], index: int) -> int:
    """Return how many tokens at ``index`` join a field to the one before: “,”, “and”, “, and”, “and the”."""
    stop = index
    while stop < min(len(tokens), index + 3) and tokens[stop].fold in _PARTING[stop - index]:
        stop += 1
    return stop - index


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
    if index - first == 2 and ((tokens[first].fold,) in lists.places or "." in tokens[first].text):
        first += 1  # “the Dorset Mills and Rivers Authority”
    one = index - first == 1 and tokens[first].fold not in lists.given and (tokens[first].fold,) not in lists.places
    return (
        one and stop - index > 2 and tokens[stop - 1].fold in lists.heads and tokens[index + 1].fold not in lists.given
    )
