"""Posts that a verb gives in English: “Ann Lee was appointed director”, “Ann Lee serves as chair of the board”."""

from __future__ import annotations

from briefing.language.base import Name, Sentence, Token
from briefing.language.en.gazetteer import gazetteer
from briefing.language.en.persons import is_personal
from briefing.language.en.phrases import complements_end, plain_end
from briefing.language.lexicons import listed

_APPOINTING = listed("en", "phrases", "appointing")
_GRADING = ("newly", "recently", "freshly", "lately", "just")
_SERVING = listed("en", "phrases", "serving")
_BECOMING = listed("en", "phrases", "becoming")
_DAYS = listed("en", "time", "near_days")
_TIMES = listed("en", "time", "weekdays") | listed("en", "time", "months") | listed("en", "time", "periods")
_POINTING = frozenset("last next this earlier later".split())
_WITHIN = frozenset("of for to".split())  # what belongs to the post
_HOUSED = frozenset("of at from with".split())  # before the body that somebody is of
_FIELD = 3  # words of one field of somebody's work
_NEAR = 3  # words of a verb: “has recently been | named”
_FAR = 10  # words up to “as”: “elected to the board of the club as a director”
_WITHIN_FIELD = frozenset("of for and at the".split())
_LAST = frozenset('.!?”"»')
_CLAUSES = frozenset(',;:()"“”–—')


def given(sentence: Sentence, name: Name) -> int | None:
    """Return where the phrase begins for the post that the verb behind the name gives its subject, if one does."""
    tokens = sentence.tokens
    verb = _verb(tokens, name.stop)
    if verb is None:
        return None
    token, passive = tokens[verb], verb > name.stop and tokens[verb].readings[0].form == "part"
    if token.lemma in _BECOMING and not passive:
        return verb + 1
    if token.lemma in _SERVING and not passive:
        return _behind_as(tokens, verb + 1, verb + 2)
    if token.lemma in _APPOINTING and passive:
        return _behind_as(tokens, verb + 1, verb + _FAR) or verb + 1
    return None


def house(sentence: Sentence, name: Name) -> tuple[int, int] | None:
    """Return the tokens of the body that somebody is of, where no post is told: “Ann Lee of | Acme”."""
    tokens, at = sentence.tokens, name.stop
    at += at < len(tokens) and tokens[at].text == ","
    if at >= len(tokens) - 1 or tokens[at].fold not in _HOUSED:
        return None
    first = at + 1 + (tokens[at + 1].fold == "the")
    body = sentence.name_at(first)
    if body is None or body.kind != "organisation" or body.first != first:
        return None
    if body.stop < len(tokens) and tokens[body.stop].pos in ("NOUN", "PROPN", "ADJ"):
        return None  # “with Acme staff”
    return first, body.stop


def _verb(tokens: list[Token], index: int) -> int | None:
    """Return the main verb behind a name; only adverbs and auxiliaries that deny nothing may stand before it."""
    for at in range(index, min(len(tokens), index + _NEAR + 1)):
        token = tokens[at]
        if token.lemma in ("be", "have"):
            continue
        if token.pos == "VERB":
            return at
        if token.pos != "ADV" or token.fold in ("not", "never"):
            return None
    return None


def _behind_as(tokens: list[Token], first: int, limit: int) -> int | None:
    """Return where the phrase behind “as” begins within the clause."""
    for at in range(first, min(len(tokens) - 1, limit)):
        if tokens[at].text in _CLAUSES or tokens[at].readings[0].form == "fin":
            return None
        if tokens[at].fold == "as":
            return at + 1
    return None


def without_circumstances(sentence: Sentence, first: int, stop: int) -> int:
    """Return where a post ends before what tells when or at which event it was given: “director | in 2014”."""
    tokens = sentence.tokens
    for at in range(first, stop):
        token = tokens[at]
        if token.fold in _DAYS or (token.fold in _POINTING and at + 1 < stop and tokens[at + 1].fold in _TIMES):
            return at
        if token.pos == "ADP" and token.fold not in _WITHIN and not _is_seat(tokens, at + 1):
            return at
    return stop


def with_employer(sentence: Sentence, name: Name, first: int, stop: int) -> int:
    """Return where the post behind a name ends with the department and body that commas set behind it.

    “Ann Lee, Chief Executive, | Acme Foods.”, “Ann Lee, vice president, | Research and Development, | Acme.”
    """
    if sentence.tokens[first].pos == "DET":
        return stop
    opens = not any(token.is_word and token.fold not in gazetteer().titles for token in sentence.tokens[: name.first])
    while (end := _apposed(sentence, stop, opens)) > stop:
        stop = end
    return stop


def _apposed(sentence: Sentence, stop: int, opens: bool = False) -> int:
    """Return where what a comma sets behind a post ends: a body, or a field with another such part behind it.

    Where the person ``opens`` the sentence, a verb behind the last comma is theirs: “Ann Lee, head of tax, Acme, said”.
    """
    tokens = sentence.tokens
    if stop + 1 >= len(tokens) or tokens[stop].text != ",":
        return stop
    first = stop + 1
    at = first + (tokens[first].fold == "the")
    name = sentence.name_at(at) if at < len(tokens) else None
    if name is None or name.first != at or not (name.kind == "organisation" or _may_be_body(tokens, name)):
        return _field(sentence, stop)
    end = complements_end(sentence, plain_end(sentence, first))
    if end < len(tokens) and tokens[end].fold in ("and", "&"):
        return _field(sentence, stop)  # “Marketing | and Communications”
    closed = end >= len(tokens) or not tokens[end].is_word
    told = not opens and _tells_on(tokens, end)
    return end if closed and tokens[end - 1].is_capital and not told else stop


def _field(sentence: Sentence, stop: int) -> int:
    """Return where the field of a post ends that ends the sentence, or has a body behind it at its end.

    “vice president, | Corporate Affairs.”, “vice president, | digital portfolio at Acme.”
    """
    tokens, end = sentence.tokens, stop + 1
    while end < len(tokens) and _is_of_field(sentence, end):
        end += 1
    if end == stop + 1 or tokens[end - 1].pos in ("ADP", "CCONJ", "DET"):
        return stop
    if not any(token.is_capital for token in tokens[stop + 1 : end]):
        return stop
    if end < len(tokens) and tokens[end].text == ",":
        return end if _apposed(sentence, end) > end else stop
    name = sentence.name_at(end - 1)
    seat = name is not None and name.kind == "place" and name.first == stop + 1  # “mayor of Hull, | England”
    return end if not seat and (end >= len(tokens) or tokens[end].text in _LAST) else stop


def _is_of_field(sentence: Sentence, index: int) -> bool:
    """Whether a word may stand in the name of a field: no person, day or predicate."""
    token, name = sentence.tokens[index], sentence.name_at(index)
    if not token.is_word or token.fold in _TIMES or token.fold in _DAYS or (name is not None and name.kind == "person"):
        return token.text == "&"
    if token.pos in ("ADP", "CCONJ", "DET"):
        within = token.fold in _WITHIN_FIELD
        return within and sentence.tokens[index - 1].is_word
    return token.is_capital or token.pos in ("NOUN", "ADJ")


def _may_be_body(tokens: list[Token], name: Name) -> bool:
    """Whether several capitals that no list knows are more likely a firm's name here: “Acme Gulf”, not “New York”."""
    lists, folds = gazetteer(), tuple(token.fold for token in tokens[name.first : name.stop])
    known = folds in lists.places or folds[0] in lists.given or folds[-1] in lists.families
    return len(folds) > 1 and not known and folds[0] not in lists.titles


def _tells_on(tokens: list[Token], index: int) -> bool:
    """Whether a comma and a verb follow, so that what stands before it may be a subject: “…, Acme, said”."""
    comma = index < len(tokens) and tokens[index].text == ","
    return comma and index + 1 < len(tokens) and tokens[index + 1].pos == "VERB"


def _is_seat(tokens: list[Token], index: int) -> bool:
    """Whether the name of a place or body follows a preposition: “a nurse in | Leith”, not “in | May”."""
    index += index < len(tokens) and tokens[index].fold == "the"
    return index < len(tokens) and tokens[index].text[0].isupper() and tokens[index].fold not in _TIMES


def without_appointment(tokens: list[Token], first: int) -> int:
    """Return where a post begins behind how its holder came to it: “newly appointed | finance director”."""
    at = first + (tokens[first].fold in _GRADING)
    return at + 1 if tokens[at].pos == "VERB" and tokens[at].lemma in _APPOINTING else first


def fields_end(sentence: Sentence, first: int, comma: int) -> int:
    """Return where a list of what somebody is responsible for ends, 0 if none goes on at the comma.

    “cabinet member for roads | , transport and planning”
    """
    tokens = sentence.tokens
    if not any(token.fold in ("for", "of") for token in tokens[first:comma]):
        return 0
    index = comma
    while index < len(tokens) and tokens[index].text == ",":
        joined = index + 1 < len(tokens) and tokens[index + 1].fold in ("and", "&")
        index = end = _field_end(sentence, index + 1 + joined)
        if not end:
            return 0
        if joined:
            return end if end - comma > _FIELD else 0  # more than “…, and Ann Lee”
        if end < len(tokens) and tokens[end].fold in ("and", "&"):
            return _field_end(sentence, end + 1)
    return 0


def _field_end(sentence: Sentence, first: int) -> int:
    """Return where a field of somebody's work ends, 0 if there is none: “transport”, “public health”."""
    tokens, stop = sentence.tokens, first
    while stop < min(len(tokens), first + _FIELD) and tokens[stop].pos in ("NOUN", "ADJ", "PROPN"):
        name = sentence.name_at(stop)
        if is_personal(tokens[stop]) or (name is not None and name.kind != "organisation"):
            return 0
        stop += 1
    closed = stop == len(tokens) or not tokens[stop].is_word or tokens[stop].pos in ("CCONJ", "ADP", "VERB")
    return stop if closed and stop > first else 0
