"""Phrases that say who a named person is, before and after the name: «министр связи края Лев Кротов»."""

from __future__ import annotations

from itertools import pairwise

from briefing.language.base import Name, Reading, Sentence, Token
from briefing.language.memory import remembered
from briefing.language.ru import appositions, personal
from briefing.language.ru.agreement import agreeing, is_modifier, modifier_start
from briefing.language.ru.nouns import (
    is_rank,
    is_relation,
    personal_reading,
    plural_reading,
)
from briefing.language.ru.stretches import before_relative

_CALLED = frozenset("имени фамилии прозвищу кличке псевдониму".split())
_LONGEST_LISTED = 8  # tokens that one member of a list takes
_SCALES = frozenset("тысяча миллион миллиард".split())


@remembered
def descriptions(sentence: Sentence, name: Name) -> list[tuple[int, int]]:
    """Return the tokens of each phrase that describes the person named, the one before the name first."""
    readings = personal.read(sentence, name)
    if not readings:
        return []
    cases = frozenset(r.case for r in readings if r.score > 0.1 * readings[0].score)
    is_man = all(r.gender == "masc" for r in readings if r.score > 0.1 * readings[0].score)
    before = _before(sentence, name, cases, is_man=is_man) or _shared(sentence, name, cases)
    after = list(appositions.after(sentence, name, cases))
    is_subject = readings[0].case == "nom"
    holding = None
    if not after:
        holding = appositions.held(sentence, name, is_subject)
        holding = holding or (appositions.named_to(sentence, name) if is_subject else None)
    return [*([before] if before else []), *after, *([holding] if holding else [])]


def _before(sentence: Sentence, name: Name, cases: frozenset[str], *, is_man: bool) -> tuple[int, int] | None:
    tokens = sentence.tokens
    if (following := sentence.name_at(name.stop)) is not None and following.kind == "person":
        return None  # «врач Анны Ким Лев Серов»: the post is of the one named last
    head, segment_has_name, spare = -1, False, -1
    relative = before_relative(tokens, name.first - 1)
    index, set_off = (relative - 1, False) if relative is not None else _past_mark(sentence, name)
    while index >= max(0, name.first - appositions.LONGEST):
        token = tokens[index]
        if (other := sentence.name_at(index)) is not None and other.kind == "person":
            owns = other.stop == name.first - 1 and (tokens[other.stop - 1].reading(case="nom") is None)
            if tokens[other.stop].fold in ("и", ",") and not owns:
                break  # «тренер Лев Кротов и Олег Зуев»
            segment_has_name = True
            index = other.first - 1
            continue
        if token.text in ("»", ")", "”", '"', "“"):
            opening = _opening(tokens, index)
            if opening is None:
                break
            index = opening - 1
            continue
        noun = personal_reading(tokens, index, cases)
        if noun is not None and segment_has_name and head < 0 and noun.case == "gen" and "nom" in cases:
            noun, spare = None, max(spare, index)  # «мать погибшего боксёра Льва Кротова Анна»
        if noun is not None and not (segment_has_name and head >= 0):
            if _is_of_another(tokens, index, noun, is_man=is_man):
                break
            head = index
        elif not _passes(sentence, index, head, cases, is_man=is_man):
            break
        index -= 1
    head = head if head >= 0 else spare
    if head < 0 or (set_off and not _may_stand_apart(sentence, head, name)):
        return None
    first = modifier_start(sentence, head)
    if relative is not None and (first and tokens[first - 1].text != ","):
        return None  # «Как рассказал врач, у которого лечилась мать, Лев Кротов здоров»
    stop = appositions.without_circumstances(tokens, head, _trimmed(tokens, head, relative or name.first))
    return (first, stop) if _leads_to_name(sentence, head, stop) else None


def _is_of_another(tokens: list[Token], index: int, noun: Reading, *, is_man: bool) -> bool:
    """Whether the noun for a person before the name is not said of who is named."""
    if is_man and noun.gender == "fem" and noun.case != "nom" and is_relation(noun.lemma):
        return True  # «словам матери Льва Кротова»
    counted = index and (tokens[index - 1].text.isdigit() or tokens[index - 1].lemma in _SCALES)
    if counted and tokens[index].reading(case="gen", number="plur"):
        return True  # «30 тысяч человек по просьбе Льва Кротова»
    return _goes_with_another(tokens, index, noun)  # «бывшая супруга Льва Кротова»


def _past_mark(sentence: Sentence, name: Name) -> tuple[int, bool]:
    """Return the last token before the name, its age and a mark passed over, and whether the mark is a comma.

    «Адвокат истца — Анна Ким», «глава клуба — 57-летний Лев Кротов».
    """
    tokens, index = sentence.tokens, name.first - 1
    if index > 0 and "-летн" in tokens[index].fold:
        index -= 1
    set_off = index > 0 and tokens[index].text == ","
    dash = index > 0 and tokens[index].text in ("-", "–", "—")
    return index - 1 if set_off or dash else index, set_off


def _shared(sentence: Sentence, name: Name, cases: frozenset[str]) -> tuple[int, int] | None:
    """Return the plural before the row of names in which this one stands: «депутаты Лев Кротов и Анна Ким»."""
    tokens, row = sentence.tokens, _row(sentence, name)
    if len(row) == 1:
        return None
    for index in range(row[0].first - 1, max(-1, row[0].first - appositions.LONGEST), -1):
        if tokens[index].fold == "и" or not _passes(sentence, index, -1, cases, is_man=False):
            return None  # «министры обороны и транспорта»: each holds another
        reading = plural_reading(tokens, index, cases)
        if reading is not None:
            return modifier_start(sentence, index), row[0].first
    return None


def _row(sentence: Sentence, name: Name) -> list[Name]:
    """Return the people named one after another, with a comma or «и» between them, of whom this one is."""
    people = [other for other in sentence.names if other.kind == "person"]
    row = people[:1]
    for before, other in pairwise(people):
        if other.first == before.stop + 1 and sentence.tokens[before.stop].fold in (",", "и"):
            row.append(other)
        elif name in row:
            return row
        else:
            row = [other]
    return row if name in row else [name]


def _is_set_off(sentence: Sentence, name: Name) -> bool:
    """Whether a comma or the sentence's end closes the name, as it does in «сказал тренер, Лев Кротов, судье»."""
    tokens = sentence.tokens
    if name.stop < len(tokens) and tokens[name.stop].text not in (",", ".", ";", ":", ")", "—", "–", "»"):
        return False
    following = sentence.name_at(name.stop + 1)
    return following is None or following.kind != "person" or following.first != name.stop + 1


def _may_stand_apart(sentence: Sentence, head: int, name: Name) -> bool:
    """Whether the phrase and the name go together though a comma stands between: «Тренер клуба, Лев Кротов сказал».

    Either a mark closes the name too, or the phrase opens its sentence.
    """
    if _belongs_before(sentence, head):
        return False
    following = sentence.tokens[name.stop] if name.stop < len(sentence.tokens) else None
    alone = following is not None and following.is_word and following.fold != "и"
    opens = not any(token.is_word for token in sentence.tokens[: modifier_start(sentence, head)])
    return (alone and opens) or _is_set_off(sentence, name)


def _belongs_before(sentence: Sentence, head: int) -> bool:
    """Whether the phrase stands beside the name before it: «Лев Кротов, тренер клуба, Олег Зуев»."""
    first = modifier_start(sentence, head)
    before = sentence.name_at(first - 2) if first > 1 and sentence.tokens[first - 1].text in (",", "—", "–") else None
    return before is not None and before.kind == "person"


def _goes_with_another(tokens: list[Token], index: int, noun: Reading) -> bool:
    """Whether the adjective before the word agrees with it, but in another reading than this."""
    before = tokens[index - 1] if index else None
    if before is None or before.pos != "ADJ" or noun.fixed or agreeing(before, noun) is not None:
        return False
    return any(agreeing(before, reading) is not None for reading in tokens[index].readings if reading.pos == "NOUN")


def _leads_to_name(sentence: Sentence, head: int, stop: int) -> bool:
    """Whether no verb stands between the post and the name."""
    return not any(
        sentence.tokens[i].reading(form="fin") and sentence.tokens[i].pos == "VERB" for i in range(head, stop)
    )


def _passes(sentence: Sentence, index: int, head: int, cases: frozenset[str], *, is_man: bool) -> bool:
    """Whether the walk to the left may go over this token."""
    tokens, token = sentence.tokens, sentence.tokens[index]
    if len(token.text) == 1 and token.is_capital and tokens[index + 1].text == ".":
        return True  # театр им. В. Н. Лосева
    if token.text in appositions.JOINTS or token.fold in ("и", "а", "или"):
        if head < 0:
            return token.fold == "и" or (token.text == "," and _is_listed(tokens, index))
        return index > 0 and _is_row(sentence, index, cases, is_man=is_man)
    if not token.is_word:
        return token.text in ("«", "№", "/", "&", ".", "+") and head < 0
    reading = token.readings[0]
    if head >= 0 and is_rank(tokens[head].lemma):
        head = -1  # before a rank the post is still to come: начальник … полковник полиции
    if reading.pos == "ADP":
        # A preposition after the post is within its complement; before it, or before a name, it governs the whole.
        following = sentence.name_at(index + 1)
        governs = token.fold in ("с", "со") and following is not None and following.first == index + 1
        return head < 0 and token.fold in appositions.WITHIN and index > 0 and not governs
    if token.fold in ("им", "имени"):
        return True  # больница им. Бурденко
    if reading.pos == "VERB":
        return reading.form == "part"
    if reading.pos in ("NOUN", "PROPN"):
        return head < 0 or _governs(tokens, index)
    return reading.pos in ("ADJ", "DET", "NUM", "X") or (reading.pos == "ADV" and token.fold == "временно")


def _is_listed(tokens: list[Token], comma: int) -> bool:
    """Whether the comma stands in a list that «и» closes: комитет по налогам, делам семьи, бюджетам и спорту."""
    joined = any(token.fold == "и" for token in tokens[comma + 2 : comma + _LONGEST_LISTED])
    after = next((token for token in tokens[comma + 1 :] if not is_modifier(token)), None)
    before = [reading for reading in tokens[comma - 1].readings if reading.pos == "NOUN"]
    if not joined or after is None or not before or after.readings[0].pos != "NOUN":
        return False
    cases = {*(reading.case for reading in before), _governed_before(tokens, comma)} - {"", "nom"}
    return any(reading.case in cases for reading in after.readings)


def _governed_before(tokens: list[Token], comma: int) -> str:
    """Return the case of the noun that a preposition governs of which a genitive stands before the comma."""
    for index in range(comma - 2, max(0, comma - _LONGEST_LISTED), -1):
        token = tokens[index]
        if tokens[index - 1].pos == "ADP" or is_modifier(tokens[index - 1]):
            return token.readings[0].case
        if token.pos != "NOUN" and not is_modifier(token):
            return ""
    return ""


def _governs(tokens: list[Token], index: int) -> bool:
    """Whether the noun may stand between two posts: заместителя [главы] комитета директора is none such."""
    return tokens[index].reading(case="gen") is not None


def _is_row(sentence: Sentence, index: int, cases: frozenset[str], *, is_man: bool) -> bool:
    """Whether another post in the same case, without a name of its own, ends before the comma, dash or «и».

    What only a woman is called is no man's: «гимнастка и художник Лев Кротов».
    """
    tokens = sentence.tokens
    for left in range(index - 1, max(-1, index - 14), -1):
        token = tokens[left]
        if (name := sentence.name_at(left)) is not None and name.kind == "person":
            return False
        if (post := personal_reading(tokens, left, cases)) is not None:
            womans = is_man and post.gender == "fem" and post.animate
            return not womans and not _is_told(sentence, left)
        if token.text in (*appositions.JOINTS, ":", ";", "."):
            return False
        if (
            token.is_word
            and token.readings[0].pos in ("VERB", "PRON", "ADP", "SCONJ")
            and token.fold not in appositions.WITHIN
        ):
            return False
    return False


def _is_told(sentence: Sentence, head: int) -> bool:
    """Whether the post is the subject of an insertion: «Как пишет | редактор, глава клуба Лев Кротов уходит»."""
    tokens, first = sentence.tokens, modifier_start(sentence, head)
    before = tokens[max(0, first - 2) : first]
    if len(before) < 2 or before[0].fold != "как" or before[1].readings[0].form != "fin":
        return False
    commas = [i for i in range(head, len(tokens)) if tokens[i].text == ","]
    main = tokens[commas[0] : commas[1] if len(commas) > 1 else len(tokens)] if commas else []
    return any(token.readings[0].form == "fin" for token in main)


def _opening(tokens: list[Token], index: int) -> int | None:
    marks = {"»": "«", ")": "(", "”": "“", "“": "„", '"': '"'}
    wanted = marks[tokens[index].text]
    return next((i for i in range(index - 1, max(-1, index - 12), -1) if tokens[i].text == wanted), None)


def _trimmed(tokens: list[Token], head: int, stop: int) -> int:
    """Return where the phrase ends before the name: without ages, brackets and marks that belong to neither."""
    while stop > head + 1:
        token = tokens[stop - 1]
        if token.fold in _CALLED and tokens[stop - 2].fold == "по":
            stop -= 2  # «американка по имени»
        elif "-летн" in token.fold or token.text in (",", "-", "–", "—", "(", ":"):
            stop -= 1
        elif token.text == ")" and (opening := _opening(tokens, stop - 1)) is not None and opening > head:
            stop = opening
        else:
            break
    return stop
