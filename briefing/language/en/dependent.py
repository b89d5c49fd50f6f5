"""What an English word is where another governs it: “to help prevent it”, “need to keep people informed”."""

from __future__ import annotations

from briefing.language.base import Reading, Token
from briefing.language.en import neighbours as near
from briefing.language.lexicons import listed

_MARKED = 6  # tokens of marked words inside a noun phrase
_NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "DET")
_LINKING = (*near.AUXILIARY, *near.LASTING, "become", "seem")
_KEEPING = listed("en", "readings", "keeping")


def form(tokens: list[Token], index: int) -> Reading | None:
    """Return how a word is read that another governs: “to help | prevent it”, “need to keep people | informed”."""
    before, token = tokens[index - 1], tokens[index]
    finite = token.readings[0].form == "fin"
    if not (finite or token.pos == "NOUN" or token.text == "First"):
        return None
    if token.text == "First":
        titled = before.is_word and tokens[index + 1].pos == "PROPN"  # “said | First Minister Ann Lee”
        return Reading("first", "ADJ") if titled else None
    if token.pos == "NOUN" and before.pos == "CCONJ" and _goes_on_to(tokens, index):
        return near.find(token, "VERB", "fin", "pres")
    if not finite:
        return None
    if before.text in near.QUOTES and token.readings[0].tense == "pres" and _ends_noun_phrase(tokens, index):
        return near.find(token, "NOUN")
    if before.pos == "VERB" and before.lemma == "help" and token.readings[0].tense == "pres":
        return near.find(token, "VERB", "inf")
    if token.readings[0].tense == "past" and _describes(tokens, index):
        return near.find(token, "VERB", "part", "past")
    if token.readings[0].tense != "past" or before.pos not in ("NOUN", "PROPN", "PRON"):
        return None
    verb, ends = index - 1, not tokens[index + 1].is_word
    while verb > 0 and (tokens[verb].pos in _NOMINAL or (ends and _joins_plurals(tokens, verb))):
        verb -= 1
    kept = tokens[verb].lemma in _KEEPING and tokens[verb].readings[0].form == "inf"
    return near.find(token, "VERB", "part", "past") if kept and near.main_verb_behind(tokens, verb) else None


def _joins_plurals(tokens: list[Token], index: int) -> bool:
    """Whether a conjunction joins two bare nouns in the plural: “keep doors | and | windows shut”."""
    beside = (tokens[index - 1], tokens[index + 1])
    return tokens[index].pos == "CCONJ" and all(t.pos == "NOUN" and t.readings[0].number == "plur" for t in beside)


def _ends_noun_phrase(tokens: list[Token], index: int) -> bool:
    """Whether marked words behind a verb's article or adjective tell of the noun: “used “free trial” | offers”."""
    opening = next((i for i in range(index - 2, max(0, index - _MARKED), -1) if tokens[i].text in near.QUOTES), 0)
    led = opening > 0 and (tokens[opening - 1].pos in ("ADJ", "DET", "VERB"))
    return led and near.main_verb_behind(tokens, opening)


def _goes_on_to(tokens: list[Token], index: int) -> bool:
    """Whether a verb of intending goes on behind a comma and “and”: “said it was unsafe, and | plans to close it”."""
    joined = index > 2 and tokens[index - 1].pos == "CCONJ" and tokens[index - 2].text == ","
    intends = tokens[index].lemma in near.INTENDING and tokens[index].fold != tokens[index].lemma
    leads = joined and intends and tokens[index + 1].fold == "to" and near.has_finite(tokens, index)
    return leads and not near.finite_ahead(tokens, index)  # not “and plans to go were dropped”


def _describes(tokens: list[Token], index: int) -> bool:
    """Whether a participle is joined to an adjective inside a noun phrase: “any real or | perceived conflict”.

    An article, a preposition or a verb with an object leads to it: “for hilly and | wooded land”, “drain | flooded and
    blocked roads”.
    """
    ahead = tokens[index + 1 : index + 4]
    if len(ahead) == 3 and ahead[0].pos == "CCONJ" and _is_led(tokens, index):
        another = ahead[1].pos == "ADJ" or near.find(ahead[1], "VERB", "part", "past") is not None
        return another and ahead[2].pos == "NOUN"
    joined = index > 2 and tokens[index - 1].pos == "CCONJ" and tokens[index + 1].pos == "NOUN"
    before = tokens[index - 2]
    described = before.pos == "ADJ" or (before.readings[0].form, before.readings[0].tense) == ("part", "past")
    return joined and described and (tokens[index - 3].pos == "DET" or _is_led(tokens, index - 2))


def _is_led(tokens: list[Token], index: int) -> bool:
    """Whether a preposition, or an infinitive that has an object, stands right before what describes a noun."""
    before = tokens[index - 1]
    if before.pos == "ADP":
        return index < 2 or tokens[index - 2].pos != "VERB"  # not “the men he worked for | cheated and robbed banks”
    return before.readings[0].form == "inf" and before.lemma not in _LINKING
