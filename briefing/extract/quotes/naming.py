"""Whether marked words are a name, a title or only a qualification, and no speech: «корабль «Смелый»», «Катюша»."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.marks import Marked
from briefing.extract.quotes.periods import Period
from briefing.language import Token

FEWEST_WORDS_ALONE = 4
_LONGEST_NAME = 5
_LONGEST_LIST = 6
_LONGEST_CLOSING_NAME = 4  # words
_LONGEST_COMPLEMENT = 5  # tokens


def is_name(period: Period, stretch: Marked, speech: Speech) -> bool:
    """Whether marked words are a name: a few, capital first, after a noun of what bears names, or no verb."""
    spoken = [token for token in tokens(period, stretch) if token.is_word]
    if is_titled(period, stretch, speech):
        return True
    long = [token for token in spoken if len(token.text) > 3]
    if len(spoken) > 1 and long and all(token.is_capital for token in long):
        return True
    if not spoken or len(spoken) > _LONGEST_NAME:
        return False
    contracted = sum(not t.is_word and t.readings[0].form == "fin" for t in tokens(period, stretch))  # “it's gone”
    if (contracted or any(t.readings[0].form in ("fin", "short") for t in spoken)) and len(spoken) + contracted > 2:
        return False
    return spoken[0].is_capital


def is_titled(period: Period, stretch: Marked, speech: Speech) -> bool:
    """Whether a noun of what bears names stands before the marked words: «корабль «Смелый»», «лозунг: «…»»."""
    first = _first_of_list(period, stretch, speech)
    before = period.tokens[first - 1] if first else None
    names = "named"
    if before is not None and before.text == ":" and first > 1:
        before, names = period.tokens[first - 2], "captions"
    if before is None or not before.is_word:
        return False
    if speech.has_lemma(names, before):
        return not _predicates(period, stretch)
    return before.pos == "NOUN" and _is_of_named(period, stretch, first - 1, speech)


def _predicates(period: Period, stretch: Marked) -> bool:
    """Whether the marked words go on with their clause and say something of the noun: «пишут, что песня «затянута»»."""
    spoken = [token for token in tokens(period, stretch) if token.is_word]
    lower = len(spoken) > 1 and not spoken[0].is_capital  # one word may be what is spoken of: «слово «скучно»»
    return lower and any(t.readings[0].form in ("fin", "short") for t in spoken)


def _is_of_named(period: Period, stretch: Marked, last: int, speech: Speech) -> bool:
    """Whether the nouns up to ``last`` belong to one that bears names: «фонд помощи детям «Ты сможешь»»."""
    opening = next((token for token in tokens(period, stretch) if token.is_word), None)
    if opening is None or not opening.is_capital:
        return False
    for index in range(last, max(-1, last - _LONGEST_COMPLEMENT), -1):
        token = period.tokens[index]
        if period.inside[index] is not None or token.pos not in ("NOUN", "ADJ"):
            return False
        if index < last and speech.has_lemma("named", token):
            return True
        if not any(reading.case in ("gen", "dat", "ins") for reading in token.readings):
            return False
    return False


def _first_of_list(period: Period, stretch: Marked, speech: Speech) -> int:
    """Return the first token of the marked words, or of those that begin the list in which they stand."""
    first, _ = period.range_of(stretch)
    at = period.positions.get(id(stretch), 0)
    for place in range(at - 1, max(-1, at - _LONGEST_LIST), -1):
        earlier, stop = period.range_of(period.marked[place])
        joint = period.tokens[first - 1]
        listed = joint.text == "," or speech.is_in("coordinators", joint)
        if not listed or period.finite(stop, first) is not None:
            break
        first = earlier
    return first


def tokens(period: Period, stretch: Marked) -> Iterator[Token]:
    """Return the tokens of the marked words, marks included."""
    return iter(period.tokens[slice(*period.range_of(stretch))])


def words(period: Period, stretch: Marked) -> int:
    """Return how many words the marked words are."""
    return sum(token.is_word for token in tokens(period, stretch))


def is_attribute(period: Period, stretch: Marked) -> bool:
    """Whether marked adjectives only qualify the noun behind them: «за «тихие и скрытные» действия»."""
    _, stop = period.range_of(stretch)
    spoken = [token for token in tokens(period, stretch) if token.is_word]
    adjectives = all(t.pos in ("ADJ", "ADV", "CCONJ", "PART") or t.readings[0].form == "part" for t in spoken)
    return adjectives and stop < len(period) and period.tokens[stop].pos == "NOUN"


def is_clause(period: Period, stretch: Marked) -> bool:
    """Whether marked words have a verb of their own, which no name and rarely an ironical word has."""
    spoken = [token for token in tokens(period, stretch) if token.is_word]
    return len(spoken) >= FEWEST_WORDS_ALONE and any(t.readings[0].form == "fin" for t in spoken)


def is_before_name(period: Period, stretch: Marked) -> bool:
    """Whether a person's name follows marked words, which then are what the person is called: «брат «короля» Лосев»."""
    _, stop = period.range_of(stretch)
    sentence, local = period.places[stop] if stop < len(period) else (None, 0)
    name = sentence.name_at(local) if sentence is not None else None
    return name is not None and name.kind == "person"


def ends_with_name(period: Period, last: int) -> bool:
    """Whether the marks that close at ``last`` hold a name and no quotation: «…, куда писал «Труд», сказали, что …»."""
    stretch = period.inside[last]
    if stretch is None:
        return False
    first, stop = period.range_of(stretch)
    return period.finite(first, stop) is None and period.words(first, stop) <= _LONGEST_CLOSING_NAME
