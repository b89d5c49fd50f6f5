"""In what something is said: the institution or text, in the locative, that stands for whoever speaks there."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract import roles
from briefing.extract.drafts import Mention
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period
from briefing.language import Token

_REACH = 14
_LONGEST_NAME = 7  # tokens, marks included
_LONGEST_OWNER = 5  # tokens of whose source somebody is, marks included


def institution(period: Period, cue: Cue, speech: Speech) -> Mention | None:
    """Return the institution in the locative that stands for who speaks there: «в министерстве отметили»."""
    for index in around(period, cue, speech):
        token = period.tokens[index]
        if (marked := _in_marks(period, index, speech)) is not None:
            return marked
        if (assembled := _assembled(period, index, speech)) is not None:
            return assembled
        sentence, local = period.places[index]
        name = sentence.name_at(local)
        known = (name is not None and name.kind == "organisation") or is_house(period, token, speech)
        known = known or (name is not None and name.kind == "place" and _stands_for_rulers(period, cue, index, speech))
        if not known or not follows_preposition(period, index, speech) or not _is_locative(period, index):
            continue
        first, stop = period.language.noun_phrase(sentence, local)
        offset = index - local
        begin = max(first + offset, _after_preposition(period, index))
        return period.mention(_source_before(period, begin), stop + offset)
    return None


def _assembled(period: Period, index: int, speech: Speech) -> Mention | None:
    """Return the body that meets where something is said: «на заседании | комиссии края | отметили»."""
    first = index + 1
    if not speech.has_lemma("gatherings", period.tokens[index]) or first >= len(period):
        return None
    if not follows_preposition(period, index, speech) or period.places[first][0] is not period.places[index][0]:
        return None
    sentence, local = period.places[first]
    _, stop = period.language.noun_phrase(sentence, local - 1)
    if stop <= local:
        return None
    head, reading = period.language.head(sentence, local, stop)
    name = sentence.name_at(head)
    body = name.kind == "organisation" if name is not None else is_house(period, sentence.tokens[head], speech)
    return period.mention(first, first + stop - local) if body and reading.number != "plur" else None


def _source_before(period: Period, begin: int) -> int:
    """Return where those begin who speak in a body, if they are named: «| два источника РБК в правительстве»."""
    for index in range(begin - 2, max(-1, begin - 2 - _LONGEST_OWNER), -1):
        token = period.tokens[index]
        if "source" in roles.lexicon(period.language).kinds(token.lemma):
            sentence, local = period.places[index]
            return index - local + period.language.noun_phrase(sentence, local)[0]
        if token.pos in ("VERB", "ADP", "CCONJ", "SCONJ") or token.text == ",":
            break
    return begin


def _stands_for_rulers(period: Period, cue: Cue, index: int, speech: Speech) -> bool:
    """Whether a place right before the verb stands for those who rule there: «в Москве не раз подчёркивали»."""
    if cue.form != "finite" or cue.reading.number != "plur" or index >= cue.first:
        return False
    if not speech.is_in("places", period.tokens[_after_preposition(period, index) - 1]):
        return False  # «учёные из Дании заявили»
    return all(token.pos in ("ADV", "PART") for token in period.tokens[index + 1 : cue.first])


def is_house(period: Period, token: Token, speech: Speech) -> bool:
    """Whether the noun means a body in which somebody may speak for it."""
    if speech.has_lemma("houses", token):
        return True
    kinds = roles.lexicon(period.language).kinds(token.lemma)
    return "organisation" in kinds and "territory" not in kinds


def place_of(period: Period, index: int, speech: Speech) -> Mention | None:
    """Return what a text stands in: «сообщению | на сайте ведомства», «сообщениям | в прессе»."""
    first = index + 1
    if first >= len(period) or period.tokens[index].pos != "ADP" or not follows_preposition(period, first, speech):
        return None
    if (marked := _in_marks(period, index, speech)) is not None:
        return marked
    first += period.tokens[first].text == "''"  # «на ''Маяке''»
    if first >= len(period) or period.inside[first] is not None:
        return None
    sentence, local = period.places[first]
    if period.tokens[first].pos not in ("NOUN", "PROPN") and sentence.name_at(local) is None:
        return None
    _, stop = period.language.noun_phrase(sentence, local)
    return period.mention(first, max(first + 1, first + stop - local))


def _in_marks(period: Period, index: int, speech: Speech) -> Mention | None:
    """Return the name in marks after the preposition of place at ``index``: «в «Роснефти» сообщили»."""
    if (
        period.tokens[index].pos != "ADP"
        or index + 1 >= len(period)
        or not follows_preposition(period, index + 1, speech)
    ):
        return None
    stretch = period.inside[index + 1]
    if stretch is None or stretch.opening != period.tokens[index + 1].start:
        return None
    first, stop = period.range_of(stretch)
    if first + 1 >= stop or not period.tokens[first + 1].is_capital:
        return None
    # «в «Водоканал Пермь» | отметили»
    undeclined = stop - first > 3 and period.tokens[first + 1].readings[0].case == "nom"
    named = undeclined or _is_locative(period, first + 1)
    return period.mention(first, stop) if named and stop - first <= _LONGEST_NAME else None


def _is_locative(period: Period, index: int) -> bool:
    """Whether the noun can be in the locative, or shows no case: «в Минфине», not «в Минфин»."""
    readings = period.tokens[index].readings
    return any(reading.case == "loc" for reading in readings) or not any(reading.case for reading in readings)


def around(period: Period, cue: Cue, speech: Speech) -> Sequence[int]:
    """Return the tokens of the cue's sentence from its own stretch outwards, what follows the cue first.

    Before a phrase that only describes stands what is described: «в докладе|, вышедшем в среду, | говорится».
    """
    first, stop = period.segment(cue.first)
    described = _before_description(period, first, speech)
    if first > 1 and period.tokens[first - 1].text == ")":
        opening = next((i for i in range(first - 2, 0, -1) if period.tokens[i].text == "("), first)
        first = period.segment(opening - 1)[0]  # «в докладе службы (ФСТ) | говорится»
    following = [i for i in range(cue.stop, min(stop, cue.stop + _REACH)) if period.inside[i] is None]
    demanded = next((n for n, i in enumerate(following) if period.tokens[i].readings[0].form == "inf"), len(following))
    following = following[:demanded]  # «просят | написать в полицию»
    near = [*described, *range(max(first, cue.first - _REACH), cue.first)]
    return following + [i for i in near if period.inside[i] is None]


def _before_description(period: Period, first: int, speech: Speech) -> range:
    """Return the stretch before a participle's phrase or relative clause that a comma closes before ``first``."""
    if first < 3 or period.tokens[first - 1].text != ",":
        return range(0)
    begin, _ = period.segment(first - 2)
    opening = period.tokens[begin : begin + 2]
    participle = opening[0].readings[0].form == "part"
    relative = any(speech.is_in("relative", token) for token in opening)
    if begin < 2 or period.tokens[begin - 1].text != "," or not (participle or relative):
        return range(0)
    return range(*period.segment(begin - 2))


def _after_preposition(period: Period, index: int) -> int:
    for before in range(index - 1, max(-1, index - 6), -1):
        if period.tokens[before].pos == "ADP":
            return before + 1
    return index


def follows_preposition(period: Period, index: int, speech: Speech) -> bool:
    """Whether the noun stands in the locative or after a preposition of place, modifiers between them at most."""
    for before in range(index - 1, max(-1, index - 5), -1):
        token = period.tokens[before]
        if token.pos == "ADP":
            return speech.is_in("sites", token)
        if speech.has_lemma("hollow", token) and token.reading(case="loc") is not None:
            continue  # «в ходе | опроса»
        if token.pos not in ("ADJ", "DET", "NUM") and token.readings[0].form != "part":
            return False
    return False


def rulers_after(period: Period, cue: Cue, stop: int) -> Mention | None:
    """Return the place right after the verb that stands for who rules there: «…, сообщил | Белый дом»."""
    sentence, local = period.places[cue.first]
    name = sentence.name_at(local + 1)
    if name is None or name.kind != "place" or cue.stop >= stop or cue.reading.number != "sing":
        return None
    nominative = any(token.reading(case="nom") for token in sentence.tokens[name.first : name.stop])
    return Mention(sentence, name.first, name.stop) if nominative else None
