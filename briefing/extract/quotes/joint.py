"""Several whose words something is, joined in the case that they stand in: «по словам мэра | и губернатора»."""

from __future__ import annotations

from briefing.extract import roles
from briefing.extract.quotes import groups
from briefing.extract.quotes.periods import Period

_MOST_MODIFIERS = 3


def past_second(period: Period, first: int, stop: int) -> int:
    """Return ``stop``, moved past who is joined to the owner at ``first``: people and bodies in one case with it.

    A mark or a verb must follow, else what is joined may go on in another way.
    """
    if stop + 1 >= len(period) or period.tokens[stop].pos != "CCONJ" or period.inside[stop] is not None:
        return stop
    sentence, local = period.places[stop + 1]
    if sentence is not period.places[first][0]:
        return stop
    offset = stop + 1 - local
    _, reading = period.language.head(sentence, first - offset, stop - offset)
    if not reading.case:
        return _past_phrase(period, stop)
    for at in range(stop + 1, min(len(period), stop + 1 + _MOST_MODIFIERS)):
        token, name = period.tokens[at], sentence.name_at(at - offset)
        if name is None and token.pos in ("ADJ", "DET"):
            continue
        noun = token.reading(pos="NOUN", case=reading.case)
        known = noun is not None and (noun.animate or roles.lexicon(period.language).kinds(noun.lemma) & roles.SPEAKING)
        if not reading.case or not (known or (name is not None and token.reading(case=reading.case) is not None)):
            return stop
        _, end = period.language.noun_phrase(sentence, at - offset)
        end = max(at + 1, end + offset)
        closes = end >= len(period) or period.is_edge(end) or period.finite(end, end + 1) is not None
        return end if closes else stop
    return stop


def _past_phrase(period: Period, stop: int) -> int:
    """Return ``stop``, moved past a phrase that a mark closes, where no case tells: “according to Lee and Kim|, …”."""
    end = groups.simple_phrase(period, stop + 1)
    return end if end > stop + 1 and (end >= len(period) or period.is_edge(end)) else stop
