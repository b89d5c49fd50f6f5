"""What an English word is where another governs it: “to help prevent it”, “need to keep people informed”."""

from __future__ import annotations

from briefing.language.base import Reading, Token
from briefing.language.en import neighbours as near
from briefing.language.lexicons import listed

_MARKED = 6  # tokens of marked words inside a noun phrase
_KEEPING = listed("en", "readings", "keeping")


def form(tokens: list[Token], index: int) -> Reading | None:
    """Return how a word is read that another governs: “to help | prevent it”, “need to keep people | informed”."""
    before, token = tokens[index - 1], tokens[index]
    if token.text == "First":
        titled = before.is_word and tokens[index + 1].pos == "PROPN"  # “said | First Minister Ann Lee”
        return Reading("first", "ADJ") if titled else None
    if token.readings[0].form != "fin":
        return None
    if before.text in near.QUOTES and token.readings[0].tense == "pres" and _ends_noun_phrase(tokens, index):
        return near.find(token, "NOUN")
    if before.pos == "VERB" and before.lemma == "help" and token.readings[0].tense == "pres":
        return near.find(token, "VERB", "inf")
    if token.readings[0].tense != "past" or before.pos not in ("NOUN", "PROPN", "PRON"):
        return None
    verb = index - 1
    while verb > 0 and tokens[verb].pos in ("NOUN", "PROPN", "PRON", "ADJ", "DET"):
        verb -= 1
    kept = tokens[verb].lemma in _KEEPING and tokens[verb].readings[0].form == "inf"
    return near.find(token, "VERB", "part", "past") if kept and near.main_verb_behind(tokens, verb) else None


def _ends_noun_phrase(tokens: list[Token], index: int) -> bool:
    """Whether marked words behind a verb's article or adjective tell of the noun: “used “free trial” | offers”."""
    opening = next((i for i in range(index - 2, max(0, index - _MARKED), -1) if tokens[i].text in near.QUOTES), 0)
    led = opening > 0 and (tokens[opening - 1].pos in ("ADJ", "DET", "VERB"))
    return led and near.main_verb_behind(tokens, opening)
