"""Who does it where what stands nearer to the verb, or before it, only looks like the subject."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.language.base import Sentence, Token
from briefing.language.ru import personal
from briefing.language.ru.nouns import is_personal
from briefing.language.ru.stretches import CLOSING, name_in_marks


def after_outlet(sentence: Sentence, verb: int, head: int, starts: Mapping[int, int]) -> int | None:
    """Return who does it behind the verb if ``head``, beside it and without a case, is whom it is told.

    «Об этом ТАСС сообщил | министр», «…, рассказала «РГ» | директор музея». ``starts`` are the candidates behind the
    verb and where the phrase of each begins.
    """
    tokens, name = sentence.tokens, sentence.name_at(head)
    stop = name.stop if name is not None else head + 1
    marked = tokens[head].text in CLOSING
    if marked:
        stop = name_in_marks(tokens, head) or stop
    inserted = marked and head == verb + 1 and tokens[verb - 1].text == ","  # «…, рассказал «Спорт-ревю» | врач»
    if not (inserted or shows_no_case(tokens[head + marked])) or (stop != verb and head != verb + 1):
        return None
    first = verb + 1 if stop == verb else stop
    return next((other for other, start in starts.items() if start == first and is_somebody(sentence, other)), None)


def behind_object(sentence: Sentence, verb: int, head: int, starts: Mapping[int, int]) -> int | None:
    """Return who does it right behind the verb if the family name before it may be whom: «Ленского споёт | солист»."""
    name, reading = sentence.name_at(head), sentence.tokens[verb].readings[0]
    alone = name is not None and name.kind == "person" and (name.first, name.stop) == (verb - 1, verb)
    if name is None or not alone or not reading.transitive or reading.tense == "past":
        return None
    undergoes = any(other.case == "acc" and other.gender == "masc" for other in personal.read(sentence, name))
    behind = (other for other, start in starts.items() if start == verb + 1 and is_somebody(sentence, other))
    return next(behind, None) if undergoes else None


def is_somebody(sentence: Sentence, index: int) -> bool:
    """Whether a person, or a noun for one, can only be the subject here: its likeliest case is the nominative."""
    name = sentence.name_at(index)
    if name is not None and name.kind == "person":
        return any(reading.case == "nom" for reading in personal.read(sentence, name)[:1])
    readings = sentence.tokens[index].readings
    if readings[0].case == "nom" and not readings[0].animate and is_personal(readings[0].lemma):
        return True  # «рассказал ТАСС | источник в полиции»
    living = any(reading.case == "nom" and reading.animate for reading in readings)
    return living and not any(reading.case == "acc" for reading in readings)


def shows_no_case(token: Token) -> bool:
    """Whether the word has one form: an acronym, or a name in Latin letters."""
    return token.pos == "X" or token.text.isupper() or token.text[0].isascii()
