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
    if any(t.readings[0].form in ("fin", "short") for t in spoken) and len(spoken) > 2:
        return False
    return spoken[0].is_capital


def is_titled(period: Period, stretch: Marked, speech: Speech) -> bool:
    """Whether a noun of what bears names stands before the marked words: «корабль «Смелый»», «лозунг: «…»»."""
    first = _first_of_list(period, stretch, speech)
    before = period.tokens[first - 1] if first else None
    names = "named"
    if before is not None and before.text == ":" and first > 1:
        before, names = period.tokens[first - 2], "captions"
    return before is not None and before.is_word and speech.has_lemma(names, before)


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
