"""Agreement and government in Russian: which words go with a noun, and in which case its place puts it."""

from __future__ import annotations

from briefing.language.base import Reading, Sentence, Token
from briefing.language.lexicons import listed
from briefing.language.memory import remembered
from briefing.language.ru.nouns import frozen_deputy, is_acting, is_frozen_deputy, is_group, is_substantive, substantive
from briefing.language.ru.stretches import APPROXIMATING

MARKS = {"''": "''", "«": "»", "“": "”", "„": "“", '"': '"', "(": ")"}
# Which cases a preposition governs, as far as news uses it with people and bodies.
_GOVERNED = {case: listed("ru", "prepositions", case) for case in ("gen", "dat", "acc", "ins", "loc")}
_CASES_OF = {
    preposition: frozenset(case for case, prepositions in _GOVERNED.items() if preposition in prepositions)
    for preposition in frozenset().union(*_GOVERNED.values())
}
_POSSESSIVES = frozenset(("его", "ее", "их"))
_RARE = 0.2  # the share of its occurrences up to which a nominative plural in -а is not meant by itself
_NO_MODIFIERS = listed("ru", "readings", "no_modifiers")
_PART = listed("ru", "phrases", "part")


def governed(token: Token) -> frozenset[str]:
    """Return the cases that the preposition can govern; none if it is no preposition or an unknown one."""
    return _CASES_OF.get(token.fold, frozenset()) if token.pos == "ADP" else frozenset()


def closing(tokens: list[Token], opening: int) -> int | None:
    """Return the index of the mark that closes the quotation or bracket opened at ``opening``, within a phrase."""
    mark = MARKS[tokens[opening].text]
    limit = min(len(tokens), opening + 12)
    return next((i for i in range(opening + 1, limit) if tokens[i].text == mark), None)


def agreeing(token: Token, noun: Reading) -> Reading | None:
    """Return the reading in which an adjective, pronoun or participle agrees with the noun, or None."""
    for reading in token.readings:
        if reading.pos not in ("ADJ", "DET") and reading.form != "part":
            continue
        if reading.case != noun.case or (reading.number != noun.number and noun.number):
            continue
        if noun.animate and not noun.gender and reading.gender == "neut":
            continue  # «новому | судье» is man or woman
        if reading.number == "plur" or not (reading.gender and noun.gender) or reading.gender == noun.gender:
            return reading
        # Posts in the masculine take feminine adjectives where a woman holds them: бывшая министр.
        if noun.gender == "masc" and noun.animate and reading.gender == "fem" and noun.case == "nom":
            return reading
    return None


def is_modifier(token: Token) -> bool:
    """Whether the word is likeliest an adjective, a pronoun that stands as one, or a participle."""
    reading = token.readings[0]
    return reading.form == "part" or (reading.pos in ("ADJ", "DET") and reading.form != "short")


def modifier_start(sentence: Sentence, head: int) -> int:
    """Return where the modifiers before a noun begin: «новый [и молодой] главный тренер»."""
    tokens, first = sentence.tokens, head
    nouns = [
        reading for reading in tokens[head].readings if reading.pos in ("NOUN", "PROPN", "ADJ", "X") or reading.form
    ]
    while first > 0:
        token = tokens[first - 1]
        name = sentence.name_at(first - 1)
        if name is not None and name.kind == "person" and name.stop <= head:
            break  # «сестра Юрьина скрипачка Анна Ким»
        if _modifies(token, nouns):
            first -= 1
        elif first < head and first > 1 and token.fold in ("и", ",") and _modifies(tokens[first - 2], nouns):
            first -= 2
        elif token.fold in ("временно", "ныне", "экс"):
            first -= 1
        else:
            break
    return first


def _modifies(token: Token, nouns: list[Reading]) -> bool:
    if not token.is_word or token.fold in _NO_MODIFIERS or not (is_modifier(token) or token.reading(pos="ADJ")):
        return False
    return not nouns or any(agreeing(token, noun) is not None for noun in nouns) or nouns[0].pos == "X"


@remembered
def head(sentence: Sentence, first: int, stop: int) -> tuple[int, Reading]:
    """Return the head of the noun phrase and the reading that fits its modifiers and its place."""
    tokens = sentence.tokens
    index = next((i for i in range(first, stop) if _can_head(sentence, i, stop)), None)
    if index is None:
        index = next((i for i in range(stop - 1, first - 1, -1) if tokens[i].is_word), first)
    return index, fitting(sentence, first, index)


def _can_head(sentence: Sentence, index: int, stop: int) -> bool:
    token = sentence.tokens[index]
    if not token.is_word:
        return False
    following = sentence.tokens[index + 1].fold if index + 1 < stop else ""
    reading = token.readings[0]
    if token.fold in APPROXIMATING and following and sentence.tokens[index + 1].pos == "NUM":
        return False  # «порядка | ста врачей»
    some = following == "из" and (token.lemma in _PART or token.pos == "NUM")  # «некоторые из врачей»
    if some or is_acting(reading, following):
        return True
    adjective = token.reading(pos="ADJ")
    if reading.pos == "NOUN" and index + 1 < stop and adjective is not None and adjective.score > _RARE * reading.score:
        return not _agree(token, sentence.tokens[index + 1])  # «главного экономиста» is of no «главное»
    if token.fold in _POSSESSIVES and index + 1 < stop:
        return sentence.tokens[index + 1].pos not in ("NOUN", "PROPN", "ADJ")  # «его супруги»
    if reading.pos in ("NOUN", "PROPN", "PRON"):
        return True
    if is_modifier(token) or reading.pos == "ADJ":
        # An adjective that nothing follows to agree with stands as a noun: обвиняемый, пострадавшая.
        for other in sentence.tokens[index + 1 : min(stop, index + 4)]:
            if other.pos == "ADP":
                break
            if _agree(token, other):
                return False
        return token.reading(pos="NOUN") is not None or is_substantive(token)
    return reading.pos == "X" or token.reading(pos="NOUN") is not None


def _agree(token: Token, other: Token) -> bool:
    return any(agreeing(token, reading) is not None for reading in other.readings if reading.pos == "NOUN")


def _makes_genitive(tokens: list[Token], before: int, index: int) -> bool:
    """Whether the word before a phrase whose head is at ``index`` puts that into the genitive: a noun, or «и»."""
    if tokens[before].readings[0].pos == "NOUN":
        return not is_subject_of_plural(tokens, index)
    return tokens[before].fold == "и" and _joins_owners(tokens, before)


def _joins_owners(tokens: list[Token], joint: int) -> bool:
    """Whether «и» joins a genitive to one that a noun in an oblique case governs: «по оценке банка | и биржи»."""
    index = joint - 1
    while index > 0 and tokens[index].reading(case="gen") is not None:
        index -= 1
    governor = tokens[index]
    return index < joint - 1 and governor.pos == "NOUN" and governor.reading(case="nom") is None


# A plural of things is taken for a subject if it is at least this likely beside the word's likeliest reading.
_LIKELY_PLURAL = 0.5
_LONGEST_OBJECT = 8  # tokens between a verb and its subject behind its object
_DASHES = ("—", "–", "-")


def is_subject_of_plural(tokens: list[Token], index: int) -> bool:
    """Whether the noun can be a nominative plural and a verb in the plural follows: «в этом году власти обещают»."""
    plural = tokens[index].reading(pos="NOUN", case="nom", number="plur")
    if plural is None:
        return False
    if plural.animate or plural.score > _LIKELY_PLURAL * tokens[index].readings[0].score:
        following = next((t for t in tokens[index + 1 : index + 4] if t.pos not in ("ADV", "ADJ", "PART")), None)
        if following is not None and following.reading(form="fin", number="plur") is not None:
            return True  # but «в администрации города сообщили»
    return (plural.animate or is_group(plural.lemma)) and _closes_attribution(tokens, index)


def _closes_attribution(tokens: list[Token], index: int) -> bool:
    """Whether the noun ends what a dash and a verb in the plural begin: «…», — объяснили своё решение | власти."""
    if index + 1 < len(tokens) and tokens[index + 1].is_word:
        return False
    for verb in range(index - 1, max(0, index - _LONGEST_OBJECT), -1):
        token = tokens[verb]
        if token.pos == "VERB" and token.readings[0].form == "fin":
            return token.readings[0].number == "plur" and tokens[verb - 1].text in _DASHES
        subject = token.reading(pos="NOUN", case="nom", number="plur") and not token.reading(pos="NOUN", case="acc")
        if not token.is_word or token.pos == "ADP" or subject:
            return False  # «— отметили врачи больницы»
    return False


def _of_whom(tokens: list[Token], index: int, readings: list[Reading]) -> list[Reading]:
    """Return the readings of «один» that have the gender of those it is one of: «одного из ректоров»."""
    whom = next((r for t in tokens[index + 1 : index + 6] if (r := t.reading(pos="NOUN")) is not None), None)
    genders = {whom.gender} if whom is not None else set()
    return [r for r in readings if r.gender in genders] or readings


def fitting(sentence: Sentence, first: int, index: int) -> Reading:
    """Return the reading of a head noun that agrees with the modifiers from ``first`` on and fits what precedes."""
    tokens = sentence.tokens
    if is_frozen_deputy(tokens[index]):
        return frozen_deputy(tokens[index])
    nouns = [r for r in tokens[index].readings if r.pos in ("NOUN", "PROPN", "PRON")]
    readings = nouns or list(tokens[index].readings)
    while first > 1 and tokens[first - 1].pos == "DET" and any(agreeing(tokens[first - 1], r) for r in readings):
        first -= 1  # «по данным этой | газеты»
    modifiers = [tokens[i] for i in range(first, index) if is_modifier(tokens[i])]
    agreed = [r for r in readings if all(agreeing(modifier, r) is not None for modifier in modifiers)] or readings
    at = first - 1
    if at > 0 and tokens[at].pos == "PART":
        at -= 1  # «по данным же Минздрава»
    if at > 0 and tokens[at].text in ("«", "“", "„"):
        at = first - 2  # директор «Энергосети»
    wanted: frozenset[str] = frozenset({"nom"})
    if at >= 0 and governed(tokens[at]):
        wanted = governed(tokens[at])
    elif at >= 0 and _makes_genitive(tokens, at, index):
        wanted = frozenset({"gen"})
    if tokens[index].lemma == "один":
        agreed = _of_whom(tokens, index, agreed)
    if tokens[index].is_capital and agreed[0].name == "place" and agreed[0].case == "nom":
        wanted = frozenset({"nom"})  # «штат Аризона»
    if not nouns:  # a participle that stands for a person: обвиняемого is of обвиняемый, not обвиняемое
        agreed = [r for r in agreed if r.gender != "neut"] or agreed
    likely = [
        r
        for r in agreed
        if r.number != "plur" or not r.animate or r.score > _RARE or is_subject_of_plural(tokens, index)
    ]
    # «в инструкции»: what can be a place is one, and no accusative of several.
    fits = sorted((r for r in likely or agreed if r.case in wanted), key=lambda r: r.case == "acc" and "loc" in wanted)
    found = fits[0] if fits else agreed[0]  # «наградил гендиректора»
    return found._replace(lemma=substantive(found)) if found.form == "part" else found
