"""Whether words can be a clause whose verb may as well be a noun: “The drug works, the doctor said.”"""

from __future__ import annotations

from briefing.extract.quotes.periods import Period

_FEWEST = 6  # tokens, marks included


def may_be_clause(period: Period, begin: int, end: int) -> bool:
    """Whether words without a sure verb can be a clause: they open with a subject and hold what may be its verb."""
    tokens = period.tokens[begin:end]
    if len(tokens) < _FEWEST or tokens[0].pos in ("ADP", "SCONJ", "PUNCT", "CCONJ", "PART"):
        return False
    return tokens[0].pos != "VERB" and any(token.reading(pos="VERB", form="fin") for token in tokens[1:])


def is_short_clause(period: Period, begin: int, end: int) -> bool:
    """Whether a noun and what may be its verb are all that is attributed: “The drug works, the doctor said.”"""
    words = [token for token in period.tokens[begin:end] if token.is_word]
    if len(words) < 2 or words[0].pos not in ("DET", "PRON", "NOUN", "PROPN"):
        return False
    subject, verb = words[-2].readings[0], words[-1].reading(pos="VERB", form="fin", tense="pres")
    return (
        verb is not None and subject.pos in ("NOUN", "PROPN") and (subject.number == "plur") != (verb.number == "sing")
    )
