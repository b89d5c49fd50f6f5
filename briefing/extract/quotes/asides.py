"""Phrases set in between commas that part nothing: «В мэрии|, в свою очередь,| отметили, что …»."""

from __future__ import annotations

from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period

_CLAUSES = ("that", "purpose", "question", "relative")


def join(period: Period, speech: Speech) -> None:
    """Let the commas around such phrases be no edges; one that a clause follows parts that clause all the same."""
    for comma in range(1, len(period) - 3):
        if period.tokens[comma].text != "," or period.inside[comma] is not None:
            continue
        length = speech.phrase_at("asides", period.tokens, comma + 1)
        closing = comma + length + 1
        if not length or closing + 1 >= len(period) or period.tokens[closing].text != ",":
            continue
        if not any(speech.is_in(name, period.tokens[closing + 1]) for name in _CLAUSES):
            period.joined |= {comma, closing}
