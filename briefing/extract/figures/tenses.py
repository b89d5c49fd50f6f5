"""The tense in which a sentence tells of a date: that of the verb nearest to it, or the future where a word plans."""

from __future__ import annotations

from briefing.extract.figures.page import Page
from briefing.extract.figures.resolve import Tense

_NEAR_VERB = 40


def nearest(page: Page, index: int) -> Tense:
    """Return the tense of the verb nearest to piece ``index``; a word for plans makes it the future."""
    here = page.pieces[index].token
    best: tuple[int, Tense] | None = None
    last = min(here + _NEAR_VERB, len(page.sentence.tokens))
    for position in range(max(0, here - _NEAR_VERB), last):
        tense = _tense(page, position)
        distance = abs(position - here)
        if tense and (best is None or distance < best[0]):
            best = distance, tense
    return best[1] if best is not None else ""


def told(page: Page, index: int) -> Tense:
    """Return the tense in which a date is told; none where an infinitive is nearer: «поручил сдать к маю»."""
    here = page.pieces[index].token
    tokens = page.sentence.tokens
    tense = nearest(page, index)
    away = min((abs(i - here) for i, token in enumerate(tokens) if _tense(page, i)), default=_NEAR_VERB)
    nearer = tokens[max(0, here - away + 1) : here + away]
    return "" if tense == "past" and any(token.readings[0].form == "inf" for token in nearer) else tense


def _tense(page: Page, position: int) -> Tense:
    token = page.sentence.tokens[position]
    if "future_cue" in page.vocabulary.of_token(token).tables:
        return "fut"
    reading = token.readings[0]
    if reading.pos != "VERB" or reading.form not in ("fin", "short", ""):
        return ""
    match reading.tense:
        case "past" | "pres" | "fut" as tense:
            return tense
    return ""
