"""Noun phrases of English: where one begins and ends, and its words in the nominative and the singular."""

from __future__ import annotations

import itertools

from briefing.language.base import Sentence, Token
from briefing.language.en.persons import is_degree, is_personal
from briefing.language.lexicons import listed
from briefing.language.memory import remembered

_ARTICLES = ("the", "a", "an")
_DAYS = listed("en", "time", "weekdays")
_MONTHS = listed("en", "time", "months")
_DAY_PARTS = listed("en", "time", "day_parts")
_PERIODS = listed("en", "time", "periods")
_WHEN = listed("en", "time", "before")
_DURATIONS = listed("en", "time", "durations")
_SEATED = tuple(f"-{word}" for word in listed("en", "phrases", "seated"))
_MARKS = frozenset('"“”‘’')
_LONGEST_MARKED = 5  # tokens of marked words inside a noun phrase, marks included
_RELATIVE = ("whom", "which", "whose")
# Prepositions that tie a person to what they serve: “spokeswoman for”, “professor at”, “secretary to”.
_SERVING = ("for", "at", "with", "from", "in", "close", "familiar")
_OCCASIONS = listed("en", "phrases", "occasions")
_OWNERS = listed("en", "phrases", "owners")
_APPROXIMATING = listed("en", "phrases", "approximating")
# Longest first: “no more than” before “more than”.
_APPROXIMATIONS = sorted(
    (tuple(words.split("-")) for words in listed("en", "phrases", "approximations")), key=len, reverse=True
)


@remembered
def noun_phrase(sentence: Sentence, head: int) -> tuple[int, int]:
    """Return the tokens of the noun phrase around ``head``.

    Determiners, owners and modifiers before it; after it the rest of a compound or name and complements with “of”.
    """
    stop = _compound_end(sentence, head)
    end = complements_end(sentence, stop)
    head_token = sentence.tokens[stop - 1]
    if (is_personal(head_token) or head_token.fold == "people") and sentence.name_at(stop - 1) is None:
        end = _served(sentence, end)
    return min(start(sentence, stop - 1), head), end


def _served(sentence: Sentence, stop: int) -> int:
    """Return where a person's complements end: “a spokeswoman for the port”, “a source close to the owners”."""
    tokens = sentence.tokens
    while stop + 1 < len(tokens) and tokens[stop].fold in _SERVING:
        first = stop + 2 if tokens[stop].fold in ("close", "familiar") else stop + 1
        end = plain_end(sentence, first)
        name = sentence.name_at(first)
        relative = first < len(tokens) and tokens[first].fold in _RELATIVE  # “officials with | whom the firm met”
        occasion = first < end and (tokens[end - 1].lemma in _OCCASIONS or tokens[first].fold in _OWNERS)
        if (
            end == first
            or relative
            or occasion
            or (tokens[stop].fold == "in" and (name is None or name.kind != "place"))
        ):
            break
        stop = complements_end(sentence, end)
    return stop


def _compound_end(sentence: Sentence, head: int) -> int:
    name = sentence.name_at(head)
    stop = name.stop if name is not None else head + 1
    tokens = sentence.tokens
    if stop < len(tokens) and (tokens[stop].text == "%" or tokens[stop].fold == "else"):
        stop += 1  # “someone else”
    if tokens[head].pos not in ("NOUN", "PROPN", "ADJ", "NUM"):
        return stop
    while stop < len(tokens) and tokens[stop].pos in ("NOUN", "PROPN") and not _is_degree_of_name(sentence, stop):
        name = sentence.name_at(stop)
        if name is None and _tells_day(tokens, stop):
            break  # “the mayor | Friday said”
        stop = name.stop if name is not None else stop + 1
    return stop


def _tells_day(tokens: list[Token], index: int) -> bool:
    """Whether a day of the week tells when the verb right behind it was done."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return tokens[index].fold in _DAYS and after is not None and after.readings[0].form == "fin"


def start(sentence: Sentence, last: int) -> int:
    """Return where the noun phrase that ends with token ``last`` begins, behind a duration without a comma.

    “Over two days | loud fans …”
    """
    first = _first(sentence, last)
    tokens = sentence.tokens
    if not first or tokens[first - 1].pos != "ADP" or tokens[first].pos not in ("NUM", "DET"):
        return first
    durations = (i for i in range(first + 1, last) if tokens[i].fold in _DURATIONS)
    return next(durations, first - 1) + 1


def before_acronym(sentence: Sentence, first: int) -> int | None:
    """Return where the name begins whose acronym stands in brackets before a noun: “the Brae Front (BF) | group”."""
    tokens = sentence.tokens
    bracketed = first > 3 and tokens[first - 1].text == ")" and tokens[first - 3].text == "("
    if not bracketed or not tokens[first - 2].text.isupper() or tokens[first].is_capital:
        return None
    name = sentence.name_at(first - 4) if tokens[first].pos == "NOUN" else None
    return name.first if name is not None and name.kind != "person" else None


def _first(sentence: Sentence, last: int) -> int:
    """Return where everything that can belong to the noun phrase that ends with token ``last`` begins."""
    tokens = sentence.tokens
    name = sentence.name_at(last)
    first = name.first if name is not None else last
    if tokens[last].pos == "PRON":
        return first
    while first > 0:
        before = tokens[first - 1]
        reading = before.readings[0]
        opening = _before_marked(sentence, first)
        opening = opening if opening is not None else before_acronym(sentence, first)
        if opening is not None:
            first = opening
            continue
        if before.fold in _DAYS and tokens[first].is_capital:
            break  # “this Saturday | Leeds will …”
        if _tells_when(tokens, first - 1):
            return first + (first < last and tokens[first].fold in _DAY_PARTS)
        named = sentence.name_at(first - 1) is not None
        if named or reading.pos in ("NOUN", "PROPN", "ADJ", "NUM") or before.text in ("$", "£", "€", "&", "%"):
            name = sentence.name_at(first - 1)
            first = name.first if name is not None else first - 1
        elif reading.case == "gen" and reading.pos == "PART" and first > 1:
            first = start(sentence, first - 2)
        elif reading.pos == "DET":
            return first - 1
        elif first > 1 and is_seat(sentence, first):
            place = sentence.name_at(first - 2)
            first = place.first if place is not None else first - 2
        elif before.fold == "and" and first > 1 and _is_adjective(tokens[first - 2]) and _is_adjective(tokens[first]):
            first -= 2
        elif (reading.pos == "VERB" and reading.form == "part" and _is_modifier(tokens, first - 1)) or (
            reading.pos == "ADV"
            and tokens[first].pos in ("ADJ", "NUM", "VERB", "NOUN")
            and first > 1
            and tokens[first - 2].pos == "DET"
        ):
            first -= 1
        else:
            break
    return first


def approximated(sentence: Sentence, number: int) -> int:
    """Return where the words begin that say of a number that it is not exact: “no fewer than | 30”; else itself."""
    folds = [token.fold for token in sentence.tokens[max(0, number - 3) : number]]
    for words in _APPROXIMATIONS:
        if tuple(folds[-len(words) :]) == words:
            return number - len(words)
    return number - bool(folds and folds[-1] in _APPROXIMATING)


def _tells_when(tokens: list[Token], index: int) -> bool:
    """Whether a phrase of time that begins what is told ends at ``index``: “On 5 May | shops will close”."""
    first = index
    while first > 0 and tokens[first].pos == "NUM":
        first -= 1
    period = tokens[first].fold in _PERIODS and first > 0 and tokens[first - 1].fold in ("next", "last", "this")
    named = period or tokens[first].fold in _DAYS or tokens[first].fold in _MONTHS
    year = first < index and tokens[index].text.isdigit() and len(tokens[index].text) == 4
    if named and first > 0:
        first -= 1
        if tokens[first].pos == "NUM" and tokens[first].text.isdigit():
            first -= 1
    if not (named or year) or tokens[first].fold not in _WHEN:
        return False
    before = tokens[first - 1] if first > 0 else None
    return before is None or not before.is_word or before.pos in ("VERB", "ADV", "SCONJ", "CCONJ")


def is_seat(sentence: Sentence, index: int) -> bool:
    """Return whether a region follows its town: “Leeds, | England-based Acme”."""
    town, comma = sentence.tokens[index - 2 : index]
    return (
        comma.text == "," and town.is_capital and town.pos == "PROPN" and sentence.tokens[index].fold.endswith(_SEATED)
    )


def _before_marked(sentence: Sentence, first: int) -> int | None:
    """Return where a few marked words inside a noun phrase begin, its mark included: “of | “likely” | voters”."""
    tokens = sentence.tokens
    closing = first - 1
    if closing < 2 or tokens[closing].text not in _MARKS or not tokens[closing - 1].is_word:
        return None
    for opening in range(closing - 1, max(0, closing - _LONGEST_MARKED), -1):
        if tokens[opening].text in _MARKS:
            led = (
                tokens[opening - 1].pos in ("DET", "ADJ", "NUM", "ADP") or tokens[opening - 1].readings[0].case == "gen"
            )
            return opening if led and opening < closing - 1 else None
        if tokens[opening].pos == "VERB" and tokens[opening].readings[0].form == "fin":
            return None
    return None


def _past_marked(sentence: Sentence, index: int) -> int:
    """Return the token behind a few marked words that begin at ``index`` inside a noun phrase; ``index`` if none do."""
    tokens = sentence.tokens
    if tokens[index].text not in _MARKS:
        return index
    closing = next(
        (i for i in range(index + 2, min(len(tokens), index + _LONGEST_MARKED)) if tokens[i].text in _MARKS), None
    )
    if closing is None or closing + 1 >= len(tokens) or tokens[closing + 1].pos not in ("NOUN", "PROPN"):
        return index
    return closing + 1 if all(token.is_word and token.pos != "VERB" for token in tokens[index + 1 : closing]) else index


def _is_adjective(token: Token) -> bool:
    """Whether a word only modifies a noun: “Chinese and Indian officials”."""
    return token.readings[0].pos == "ADJ" or any(r.pos == "ADJ" and r.name == "place" for r in token.readings)


def _is_modifier(tokens: list[Token], index: int) -> bool:
    """Whether a participle stands inside a noun phrase: “the stalled talks”, not “leaving talks”."""
    before = tokens[index - 1] if index else None
    if before is None or (index == 1 and before.text in _MARKS):
        return tokens[index].readings[0].tense == "past" or _opens_subject(tokens, index)
    return before.pos in ("DET", "ADJ", "NUM", "ADV") or before.readings[0].case == "gen"


def _opens_subject(tokens: list[Token], index: int) -> bool:
    """Whether the noun behind a participle that opens the sentence is its subject: “Leading experts | today said …”."""
    if tokens[index + 1].pos not in ("NOUN", "ADJ"):
        return False
    for token in tokens[index + 1 :]:
        if token.readings[0].form == "fin":
            return True
        if not token.is_word or token.pos in ("PRON", "SCONJ", "VERB", "PART"):
            break
    return False


def complements_end(sentence: Sentence, index: int) -> int:
    """Return where the complements with “of” that follow a noun that ends at ``index`` end."""
    tokens, stop = sentence.tokens, index
    while stop + 1 < len(tokens) and tokens[stop].fold == "of":
        end = plain_end(sentence, stop + 1)
        owned = stop > index and tokens[stop + 1].readings[0].case == "gen"  # “reminds the heads of Acme | of its vow”
        if end == stop + 1 or owned:
            break
        stop = end
    return stop


def plain_end(sentence: Sentence, first: int) -> int:
    """Return where the simple noun phrase that begins at ``first`` ends; ``first`` itself if none does."""
    tokens = sentence.tokens
    index, noun = first, first
    while index < len(tokens):
        if noun == first and (behind := _past_marked(sentence, index)) > index:
            index = behind
            continue
        token = tokens[index]
        name = sentence.name_at(index)
        if noun > first and (token.pos == "DET" or token.fold in _DAYS):
            break
        if name is not None:
            index = noun = name.stop
        elif _is_degree_of_name(sentence, index):
            break
        elif token.pos in ("NOUN", "PROPN") or (token.pos in ("PRON", "NUM") and noun == first):
            index += 1
            noun = index
        elif _continues(tokens, first, index):
            index += 1
            if _is_deed(tokens, index - 1):
                noun = index
        else:
            break
    return noun


def _is_degree_of_name(sentence: Sentence, index: int) -> bool:
    """Whether a degree or honour stands right behind a person's name, no part of it: “Ann Lee | QC”."""
    name = sentence.name_at(index - 1) if index else None
    return name is not None and name.kind == "person" and is_degree(sentence.tokens[index])


def _is_deed(tokens: list[Token], index: int) -> bool:
    """Whether a gerund is the noun that is owned: “the city's handling of the flood”."""
    reading = tokens[index].readings[0]
    owned = index > 0 and tokens[index - 1].readings[0].case == "gen"
    follows = index + 1 < len(tokens) and tokens[index + 1].fold == "of"
    return owned and follows and reading.form == "part" and reading.tense == "pres"


def _continues(tokens: list[Token], first: int, index: int) -> bool:
    """Whether a word that is no noun may stand at ``index`` of a noun phrase that begins at ``first``."""
    token = tokens[index]
    if token.pos in ("DET", "ADJ", "NUM") or token.readings[0].case == "gen" or token.text in ("&", "$", "£", "€"):
        return True
    before = tokens[index - 1] if index > first else None
    if token.readings[0].form == "part":
        return before is not None and (before.pos in ("DET", "ADJ", "NUM", "ADV") or before.readings[0].case == "gen")
    if token.pos != "ADV" or before is None:
        return token.pos == "ADV"
    after = tokens[index + 1] if index + 1 < len(tokens) else None  # “the firm's newly named chair”
    opens = before.pos in ("DET", "ADJ") or before.readings[0].case == "gen"
    known = after is not None and (after.pos == "ADJ" or after.readings[0].form == "part")
    return opens and (
        known or (before.pos == "DET" and after is not None and after.pos == "NOUN")
    )  # “the first nurses”


def nominative(sentence: Sentence, first: int, stop: int) -> str:
    """Return the words of the phrase without its article and a possessive ending."""
    tokens = sentence.tokens[first:stop]
    pair = any(one.fold == "and" and two.fold in _ARTICLES for one, two in itertools.pairwise(tokens))
    if len(tokens) > 1 and tokens[0].fold in _ARTICLES and not pair:
        tokens = tokens[1:]
    name = sentence.name_at(stop - 1)
    owner = name is None or name.stop < stop or name.stop - name.first == 1
    if len(tokens) > 1 and owner and tokens[-1].readings[0].case == "gen" and tokens[-1].pos == "PART":
        tokens = tokens[:-1]
    out = tokens[0].text
    for before, token in itertools.pairwise(tokens):
        out += (" " if token.start > before.end else "") + token.text
    return out


def singular(sentence: Sentence, first: int, stop: int, head: int) -> str:
    """Return a phrase for several people as it is said of one of them: “senators” as “senator”."""
    token, text = sentence.tokens[head], nominative(sentence, first, stop)
    noun = token.reading(pos="NOUN", number="plur")
    if noun is None:
        return text
    acronym = token.text[:2].isupper()  # “MPs” as “MP”
    one = token.text[: len(noun.lemma)] if acronym else noun.lemma.capitalize() if token.is_capital else noun.lemma
    return text.replace(token.text, one, 1)
