"""Phrases that say who a named person is, before and after the name: «министр связи края Лев Кротов»."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefing.language.base import Name, Reading, Sentence, Token
from briefing.language.memory import remembered
from briefing.language.ru import personal
from briefing.language.ru.agreement import agreeing, closing, modifier_start
from briefing.language.ru.nouns import (
    NO_COMPLEMENT,
    is_rank,
    is_relation,
    personal_reading,
    plural_reading,
)
from briefing.language.ru.stretches import before_relative

_LONGEST = 24
_JOINTS = (",", "-", "–", "—")
# Prepositions that lead from a post to what it is for: министр по делам, сенатор от штата, посол в Польше.
_WITHIN = frozenset("по от при в во на из за для с со".split())
_HOLDING = frozenset("занимать занять исполнять".split())  # … пост, должность, обязанности
_THEN = frozenset("тогда теперь ныне сейчас ранее".split())
_CALLED = frozenset("имени фамилии прозвищу кличке псевдониму".split())
# Where the text says in words which post somebody has: «на посту мэра», «назначен послом».
_POSTS = frozenset("должности качестве посту роли".split())
_BECOMING = frozenset("избрать назначить переизбрать утвердить".split())
_BEING = frozenset("стать становиться являться оставаться остаться".split())
_TO_POSTS = frozenset("пост должность".split())
_SCALES = frozenset("тысяча миллион миллиард".split())
_TIMES = frozenset("год месяц неделя день".split())
_CLAUSES = frozenset(", ; : « » ( ) — –".split())
_NEVER_INSIDE = frozenset(("PRON", "SCONJ"))


@remembered
def descriptions(sentence: Sentence, name: Name) -> list[tuple[int, int]]:
    """Return the tokens of each phrase that describes the person named, the one before the name first."""
    readings = personal.read(sentence, name)
    if not readings:
        return []
    cases = frozenset(r.case for r in readings if r.score > 0.1 * readings[0].score)
    is_man = all(r.gender == "masc" for r in readings if r.score > 0.1 * readings[0].score)
    before = _before(sentence, name, cases, is_man=is_man) or _shared(sentence, name, cases)
    after = list(_after(sentence, name, cases))
    is_subject = readings[0].case == "nom"
    holding = None
    if not after:
        holding = _held(sentence, name, is_subject) or (_named_to(sentence, name) if is_subject else None)
    return [*([before] if before else []), *after, *([holding] if holding else [])]


def _before(sentence: Sentence, name: Name, cases: frozenset[str], *, is_man: bool) -> tuple[int, int] | None:
    tokens = sentence.tokens
    if (following := sentence.name_at(name.stop)) is not None and following.kind == "person":
        return None  # «врач Анны Ким Лев Серов»: the post is of the one named last
    head, segment_has_name = -1, False
    relative = before_relative(tokens, name.first - 1)
    index, set_off = (relative - 1, False) if relative is not None else _past_mark(sentence, name)
    while index >= max(0, name.first - _LONGEST):
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
        if noun is not None and not (segment_has_name and head >= 0):
            if is_man and noun.gender == "fem" and noun.case != "nom" and is_relation(noun.lemma):
                break  # «словам матери Льва Кротова»
            counted = index and (tokens[index - 1].text.isdigit() or tokens[index - 1].lemma in _SCALES)
            if counted and token.reading(case="gen", number="plur"):
                break  # «30 тысяч человек по просьбе Льва Кротова»
            if _goes_with_another(tokens, index, noun):
                break  # «бывшая супруга Льва Кротова»
            head = index
        elif not _passes(sentence, index, head, cases):
            break
        index -= 1
    if head < 0 or (set_off and _belongs_before(sentence, head)):
        return None
    first = modifier_start(sentence, head)
    if relative is not None and (first and tokens[first - 1].text != ","):
        return None  # «Как рассказал врач, у которого лечилась мать, Лев Кротов здоров»
    stop = _without_circumstances(tokens, head, _trimmed(tokens, head, relative or name.first))
    return (first, stop) if _leads_to_name(sentence, head, stop) else None


def _past_mark(sentence: Sentence, name: Name) -> tuple[int, bool]:
    """Return the last token before the name, its age and a mark passed over, and whether the mark is a comma.

    «Адвокат истца — Анна Ким», «глава клуба — 57-летний Лев Кротов».
    """
    tokens, index = sentence.tokens, name.first - 1
    if index > 0 and "-летн" in tokens[index].fold:
        index -= 1
    set_off = index > 0 and tokens[index].text == "," and _is_set_off(sentence, name)
    dash = index > 0 and tokens[index].text in ("-", "–", "—")
    return index - 1 if set_off or dash else index, set_off


def _shared(sentence: Sentence, name: Name, cases: frozenset[str]) -> tuple[int, int] | None:
    """Return the plural before the row of names in which this one stands: «депутаты Лев Кротов и Анна Ким»."""
    tokens, row = sentence.tokens, _row(sentence, name)
    if len(row) == 1:
        return None
    for index in range(row[0].first - 1, max(-1, row[0].first - _LONGEST), -1):
        if tokens[index].fold == "и" or not _passes(sentence, index, -1, cases):
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


def _passes(sentence: Sentence, index: int, head: int, cases: frozenset[str]) -> bool:
    """Whether the walk to the left may go over this token."""
    tokens, token = sentence.tokens, sentence.tokens[index]
    if len(token.text) == 1 and token.is_capital and tokens[index + 1].text == ".":
        return True  # театр им. В. Н. Лосева
    if token.text in _JOINTS or token.fold in ("и", "а", "или"):
        if head < 0:
            return token.fold == "и" or (token.text == "," and _is_listed(tokens, index))
        return index > 0 and _is_row(sentence, index, cases)
    if not token.is_word:
        return token.text in ("«", "№", "/", "&", ".", "+") and head < 0
    reading = token.readings[0]
    if head >= 0 and is_rank(tokens[head].lemma):
        head = -1  # before a rank the post is still to come: начальник … полковник полиции
    if reading.pos == "ADP":
        # A preposition after the post is within its complement; before it, or before a name, it governs the whole.
        following = sentence.name_at(index + 1)
        governs = token.fold in ("с", "со") and following is not None and following.first == index + 1
        return head < 0 and token.fold in _WITHIN and index > 0 and not governs
    if token.fold in ("им", "имени"):
        return True  # больница им. Бурденко
    if reading.pos == "VERB":
        return reading.form == "part"
    if reading.pos in ("NOUN", "PROPN"):
        return head < 0 or _governs(tokens, index)
    return reading.pos in ("ADJ", "DET", "NUM", "X") or (reading.pos == "ADV" and token.fold == "временно")


def _is_listed(tokens: list[Token], index: int) -> bool:
    """Whether the comma stands in a list that «и» closes: комитет по налогам, бюджету и финансам."""
    before, after = tokens[index - 1].readings[0], tokens[index + 1].readings
    joined = any(token.fold == "и" for token in tokens[index + 2 : index + 6])
    noun = before.pos == after[0].pos == "NOUN" and before.case != "nom"
    return joined and noun and any(reading.case == before.case for reading in after)


def _governs(tokens: list[Token], index: int) -> bool:
    """Whether the noun may stand between two posts: заместителя [главы] комитета директора is none such."""
    return tokens[index].reading(case="gen") is not None


def _is_row(sentence: Sentence, index: int, cases: frozenset[str]) -> bool:
    """Whether another post in the same case, without a name of its own, ends before the comma, dash or «и»."""
    tokens = sentence.tokens
    for left in range(index - 1, max(-1, index - 14), -1):
        token = tokens[left]
        if (name := sentence.name_at(left)) is not None and name.kind == "person":
            return False
        if personal_reading(tokens, left, cases):
            return not _is_told(sentence, left)
        if token.text in (*_JOINTS, ":", ";", "."):
            return False
        if token.is_word and token.readings[0].pos in ("VERB", "PRON", "ADP", "SCONJ") and token.fold not in _WITHIN:
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


def _without_circumstances(tokens: list[Token], head: int, stop: int) -> int:
    """Return where the phrase ends before «в ходе встречи», «в начале недели», «в 2012 году»."""
    for index in range(head + 1, stop - 1):
        if tokens[index].pos != "ADP":
            continue
        following = tokens[index + 1 : index + 3]
        if following[0].text[0].isdigit() or any(token.lemmas() & NO_COMPLEMENT for token in following):
            return index
    return stop


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


def _after(sentence: Sentence, name: Name, cases: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the apposition after a comma, in brackets or after a dash."""
    tokens = sentence.tokens
    index = name.stop
    if index < len(tokens) and tokens[index].text == "(" and (end := closing(tokens, index)) is not None:
        inside = _apposition(sentence, index + 1, frozenset({*cases, "nom"}), end)
        if inside is not None:
            yield inside
        index = end + 1
    if index + 1 >= len(tokens) or tokens[index].text not in _JOINTS:
        return
    if tokens[index].text == "," and tokens[index + 1].text[0].isdigit():
        index = next((i for i in range(index + 1, min(len(tokens), index + 5)) if tokens[i].text == ","), index)
    wanted = cases if tokens[index].text == "," else frozenset({"nom"})
    found = _apposition(sentence, index + 1, wanted, len(tokens))
    if found is not None:
        yield found


def _held(sentence: Sentence, name: Name, is_subject: bool) -> tuple[int, int] | None:
    """Return the post that the clause after the name says the person has: «… на посту мэра», «… назначен послом»."""
    tokens = sentence.tokens
    for index in range(name.stop, min(len(tokens) - 1, name.stop + _LONGEST)):
        token, other = tokens[index], sentence.name_at(index)
        if token.text in _CLAUSES or token.pos == "SCONJ" or (other is not None and other.kind == "person"):
            return None
        if token.fold in _POSTS and tokens[index - 1].fold in ("в", "на"):
            return _apposition(sentence, index + 1, frozenset({"gen"}), len(tokens), closed=False)
        if is_subject and _makes(token):
            return _apposition(sentence, index + 1, frozenset({"ins"}), len(tokens), closed=False)
    return None


def _makes(token: Token) -> bool:
    """Whether the verb says what its subject is, or has been made: «назначен», «является»."""
    form = token.readings[0].form
    return (token.lemma in _BECOMING and form == "short") or (token.lemma in _BEING and form == "fin")


def _named_to(sentence: Sentence, name: Name) -> tuple[int, int] | None:
    """Return the post before the verb whose subject the name is: «новым мэром избран Лев Кротов»."""
    tokens, verb = sentence.tokens, name.first - 1
    if verb < 1 or not _makes(tokens[verb]):
        return None
    first = next((i + 1 for i in range(verb - 1, -1, -1) if tokens[i].text in _CLAUSES), 0)
    posts = next(
        (i for i in range(first, verb) if tokens[i].fold in _TO_POSTS and tokens[max(0, i - 1)].fold == "на"), None
    )
    if posts is not None:
        return _apposition(sentence, posts + 1, frozenset({"gen"}), verb, closed=False)
    while first < verb and not tokens[first].reading(case="ins") and tokens[first].fold not in _LINKS:
        first += 1  # «позднее новым мэром»
    return _apposition(sentence, first, frozenset({"ins"}), verb, closed=False)


def _apposition(
    sentence: Sentence, first: int, cases: frozenset[str], limit: int, *, closed: bool = True
) -> tuple[int, int] | None:
    """Return the noun phrase from ``first`` if it names a post; it ends at the next comma, verb or closing mark.

    If it need not be ``closed``, it is part of the clause and may end at any other word.
    """
    tokens = sentence.tokens
    limit = min(limit, first + _LONGEST)
    if first < limit and tokens[first].lemma in _HOLDING and tokens[first].reading(form="part"):
        first += 2
        cases = frozenset({"gen", "acc"}) | cases
    head = next((i for i in range(first, min(limit, first + 7)) if personal_reading(tokens, i, cases)), None)
    if head is None or not all(_modifies(sentence, i) for i in range(first, head)):
        return None
    stop = head + 1
    while stop < limit:
        token = tokens[stop]
        if token.text in ("«", "(", "“", "„", '"') and (end := closing(tokens, stop)) is not None and end < limit:
            if token.text == "(" and not all(t.text.isupper() for t in tokens[stop + 1 : end]):
                break
            stop = end + 1
            continue
        name = sentence.name_at(stop)
        if name is not None and name.kind == "person" and tokens[stop].reading(case="nom"):
            return None
        if name is not None:
            stop = max(stop + 1, name.stop)
            continue
        if token.text in (",", ";", ":", ".", "—", "–", "-", ")", "»") or not _continues(token):
            break
        if (token.pos == "ADV" and not closed) or _is_addressee(sentence, stop):
            break
        if token.pos == "ADV" and stop + 2 < limit and tokens[stop + 2].lemma in _TIMES:
            break  # «почти восемь лет»
        stop += 1
    # Without a closing mark the words after the comma begin a new row or clause: «Иванов, директор сказал».
    begins_clause = closed and stop < len(tokens) and tokens[stop].is_word and tokens[stop].reading(form="fin")
    first = next(i for i in range(first, head + 1) if i == head or tokens[i].fold not in _THEN)
    return None if begins_clause else (first, _without_circumstances(tokens, head, stop))


def _is_addressee(sentence: Sentence, index: int) -> bool:
    """Whether a noun in the dative stands behind a name, which has no complement: «глава фонда «Исток» газете …»."""
    token = sentence.tokens[index]
    if sentence.name_at(index - 1) is None or not token.reading(pos="NOUN", case="dat"):
        return False
    return not (token.reading(case="gen") or token.reading(case="nom") or token.readings[0].fixed)


def _modifies(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if sentence.name_at(index) is not None and token.reading(pos="NOUN") and not token.reading(pos="ADJ"):
        return False
    return (
        token.readings[0].pos in ("ADJ", "DET", "NUM")
        or token.reading(form="part") is not None
        or (token.reading(pos="ADJ") is not None and token.pos == "NOUN")  # «старший советник»
        or token.fold in _LINKS
    )


_LINKS = frozenset("и ныне теперь временно тогда экс".split())


def _continues(token: Token) -> bool:
    if not token.is_word:
        return token.text in ("/", "&", "№", "'", "’")
    reading = token.readings[0]
    if reading.pos == "ADP":
        return token.fold in _WITHIN
    return reading.pos not in _NEVER_INSIDE and not (reading.pos == "VERB" and reading.form != "part")
