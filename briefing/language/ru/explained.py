"""What a Russian apposition before the verb explains: «банк «Исток», крупнейший кредитор края, сообщил»."""

from __future__ import annotations

from briefing.language.base import Sentence, Token
from briefing.language.ru.candidates import INANIMATE, POSSESSOR, cost_of, cost_of_person
from briefing.language.ru.nouns import is_body, is_personal
from briefing.language.ru.phrases import noun_phrase
from briefing.language.ru.stretches import CALENDAR, CLOSING, is_declined, is_finite, name_in_marks, opening_of

_LONGEST = 12  # of an apposition, of the phrase before it and of a bracket between them, each
_STOPS = frozenset(". ; : ! ? … — –".split())


def explained(sentence: Sentence, first: int, stop: int, verb: int) -> int | None:
    """Return the head of the subject that the phrase, set off by commas, explains, or None if it explains nobody."""
    tokens = sentence.tokens
    aged = first - 1 if first > 2 and "-летн" in tokens[first - 1].fold else first  # «35-летняя мать»
    if aged < 2 or tokens[aged - 1].text != "," or stop > verb:
        return None
    name = sentence.name_at(aged - 2)
    if name is not None and name.kind == "person":
        closed = tokens[stop].text == ","
        return name.first if closed and (cost_of_person(sentence, name, tokens[verb]) or 0) <= POSSESSOR else None
    if not _closes(tokens, stop, verb) or not _is_nominal(sentence, first, stop):
        return None
    last = _before_brackets(tokens, aged - 2)
    if last is not None and _is_named(sentence, first, stop) and not _is_named(sentence, last, last + 1):
        return None  # «подрядчик, | компания «Исток», обещает»: the name tells more
    head = _head(sentence, last, verb) if last is not None else None
    return head if head is not None and _opens(sentence, head) else None


def _is_named(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether a name or closing marks stand among the tokens."""
    return any(
        sentence.name_at(i) is not None or sentence.tokens[i].text in CLOSING.values() for i in range(first, stop)
    )


def _is_nominal(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether the phrase has a noun in the nominative for what a body may be: «оператор», «лидер», «издание»."""
    nouns = (token.reading(pos="NOUN", case="nom") for token in sentence.tokens[first:stop])
    listed = sentence.tokens[first].lemma == "один" and sentence.tokens[first + 1].fold == "из"
    return listed or any(noun is not None and (is_body(noun.lemma) or is_personal(noun.lemma)) for noun in nouns)


def _closes(tokens: list[Token], stop: int, verb: int) -> bool:
    """Whether nothing but complements stands between the phrase and the comma that closes it before the verb."""
    for index in range(stop, min(verb, stop + _LONGEST)):
        if tokens[index].text == ",":
            return True
        if tokens[index].text in _STOPS or tokens[index].pos == "SCONJ" or is_finite(tokens[index]):
            return False
    return False


def _before_brackets(tokens: list[Token], last: int) -> int | None:
    """Return ``last``, or the word before the brackets that end there: «банк «Исток» (Тверь), …»."""
    if tokens[last].text != ")":
        return last
    return next((i - 1 for i in range(last, max(0, last - _LONGEST), -1) if tokens[i].text == "("), None)


def _head(sentence: Sentence, last: int, verb: int) -> int | None:
    """Return the head of the phrase that ends with ``last`` and can be the verb's subject."""
    tokens = sentence.tokens
    if tokens[last].text in CLOSING.values():
        opening = opening_of(tokens, last)
        if opening is None or name_in_marks(tokens, opening) != last + 1 or is_declined(tokens, opening):
            return None
        return opening if opening == 0 or _names(tokens[opening - 1]) else None
    for index in range(last, max(-1, last - _LONGEST), -1):
        token = tokens[index]
        if not token.is_word or token.pos in ("ADP", "VERB", "PRON"):
            return None
        if noun_phrase(sentence, index)[1] == last + 1 and not _costs(sentence, index, verb):
            named = sentence.name_at(index) is not None or (token.is_capital and not is_personal(token.lemma))
            return index if named or is_body(token.lemma) else None
    return None


def _names(before: Token) -> bool:
    """Whether the word before a name in marks leaves it the subject's: «компания «Исток»», «ОАО», «в мае «Исток»»."""
    noun = before.readings[0]
    return noun.pos not in ("NOUN", "ADP") or noun.fixed or noun.case == "nom" or noun.lemma in CALENDAR


def _costs(sentence: Sentence, index: int, verb: int) -> bool:
    """Whether anything speaks against the word as the verb's subject besides that it is no living being."""
    cost = cost_of(sentence, verb, index)
    return cost is None or cost > INANIMATE


def _opens(sentence: Sentence, head: int) -> bool:
    """Whether no verb and no other clause stands before the phrase: «как сообщает компания, …» explains nothing."""
    for index in range(head - 1, -1, -1):
        token = sentence.tokens[index]
        if token.text in _STOPS or token.pos == "SCONJ":
            return True
        if is_finite(token):
            return False
    return True
