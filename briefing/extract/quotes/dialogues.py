"""Who asks and who answers in an interview whose turns a dash opens: the turns alternate, whatever they end with."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.language import Sentence, Token

_FEWEST = 3  # turns
_LONGEST = 60  # tokens of a question


def asking(asked: Sequence[bool]) -> list[bool]:
    """Return which turns ask, of a dialogue whose turns end in a question mark or not, as ``asked`` tells.

    Between two of these, before the first and after the last every other turn asks, where their number allows it:

    >>> asking([True, False, False, False, True, False])
    [True, False, True, False, True, False]
    >>> asking([True, False, False, True])
    [True, False, False, True]
    """
    known = [place for place, is_question in enumerate(asked) if is_question]
    asks = list(asked)
    if not known or len(asked) < _FEWEST:
        return asks
    for above, below in zip(known, [*known[1:], None], strict=True):
        stop = len(asked) if below is None else below
        if below is None or (below - above) % 2 == 0:
            asks[above:stop:2] = [True] * len(range(above, stop, 2))
    asks[known[0] % 2 : known[0] : 2] = [True] * len(range(known[0] % 2, known[0], 2))
    return asks


def may_ask(words: Sequence[Token]) -> bool:
    """Whether a turn without a question mark can be put to somebody: it is short, and not about who speaks alone."""
    persons = {token.readings[0].person for token in words}
    return len(words) <= _LONGEST and ("1" not in persons or "2" in persons)


def going_on(paragraphs: Sequence[Sequence[Sentence]], turns: Sequence[tuple[int, bool]]) -> list[int]:
    """Return the paragraphs without a dash that go on with an answer: those up to the next of the ``turns``.

    A turn is its paragraph and whether it asks. Behind the last one the article goes on unless they end like a sentence
    and speak of whoever answers.
    """
    found: list[int] = []
    for (number, is_question), following in zip(turns, [*turns[1:], (None, False)], strict=True):
        if is_question:
            continue
        stop = following[0] if following[0] is not None else len(paragraphs)
        for place in range(number + 1, stop):
            tokens = paragraphs[place][-1].tokens
            ends = not tokens[-1].is_word and tokens[-1].text != ":"
            if not ends or (following[0] is None and not _is_personal(paragraphs[place])):
                break
            found.append(place)
    return found


def _is_personal(run: Sequence[Sentence]) -> bool:
    return any(token.readings[0].person == "1" for sentence in run for token in sentence.tokens)
