"""What speaks against a Russian word or name as the subject of a verb, in tokens of distance."""

from __future__ import annotations

from briefing.language.base import Name, Reading, Sentence, Token
from briefing.language.lexicons import listed
from briefing.language.ru import personal, rows
from briefing.language.ru.descriptions import descriptions
from briefing.language.ru.nouns import is_body, is_group, is_personal, is_substantive
from briefing.language.ru.phrases import agrees
from briefing.language.ru.stretches import APPROXIMATING, CLOSING, DAYS, RELATIVE, TIMES, is_compared

_PERSONAL = listed("ru", "phrases", "pronouns")
_SIDES = listed("ru", "phrases", "sides")
_MANY = listed("ru", "phrases", "many")
ACROSS_COMMA, INANIMATE, DOUBTFUL, PLACE, POSSESSOR, _MISFIT = 3, 6, 6, 8, 12, 24
BODY, _OBLIQUE = 4, 45
_LONGEST_PARTICIPIAL = 12
# A reading of a name counts if it is at least this likely beside the likeliest.
_LEAST_LIKELY = 0.25


def cost_of(sentence: Sentence, verb: int, index: int) -> int | None:
    """Return what speaks against the token being the head of the verb's subject, or None if it cannot be."""
    tokens = sentence.tokens
    name = sentence.name_at(index)
    if name is not None and name.kind == "person":
        before = tokens[name.first - 1] if name.first else None
        if before is not None and (before.pos == "ADP" or is_compared(tokens, name.first)):
            return None
        return cost_of_person(sentence, name, tokens[verb])
    if name is not None and index == name.first:
        # «Лесная охранная служба»: a body's name is what its noun is.
        index = next((i for i in range(name.first, name.stop) if tokens[i].pos in ("NOUN", "PROPN", "X")), index)
    reading = _nominative(sentence, index, verb)
    first = name.first if name is not None else index
    if reading is None or (is_governed(tokens, first) and approximated(tokens, index) == index):
        return None
    if not may_agree(reading, tokens[verb]) and not _is_one_of_several(sentence, index, reading, verb):
        return POSSESSOR if _is_acronym(tokens[index], reading, tokens[verb]) else None
    # «директора», «взятки»: a form of one noun in the genitive as well as of several in the nominative.
    of_one = reading.number == "plur" and tokens[index].readings[0].number == "sing"
    if of_one and _is_of_governed(tokens, index, reading):
        return None
    if name is not None or tokens[index].pos == "X":
        return _cost_of_named(sentence, name.first if name is not None else index, name)
    if _is_possessor(sentence, index):
        likely = reading.score > _LEAST_LIKELY * tokens[index].readings[0].score
        speaks = reading.animate or is_body(reading.lemma) or is_group(reading.lemma) or not of_one
        return POSSESSOR if likely and speaks else None
    likely = tokens[index].readings[0].case in ("nom", "")
    if reading.animate and reading.gender == "masc" and tokens[verb].readings[0].gender == "fem":
        return DOUBTFUL  # «врач заявила», but not «её отец …, добавила»
    if reading.pos == "PRON" or reading.animate:
        return 0 if likely or (reading.animate and not of_one) else DOUBTFUL
    if (likely and is_body(reading.lemma)) or (reading.lemma in _SIDES and reading.number == "plur"):
        return BODY
    if likely and is_personal(reading.lemma):
        return 0  # «источник»
    if likely and reading.pos in ("ADJ", "VERB") and is_substantive(tokens[index]):
        return 0  # «пострадавший попросил суд»
    return INANIMATE + (0 if likely else DOUBTFUL)


def is_beside(tokens: list[Token], verb: int, index: int) -> bool:
    """Whether a noun right behind the verb can be no object, and so is its subject: «…, а в мае пройдёт | встреча»."""
    noun = tokens[index]
    nominative = noun.pos == "NOUN" and noun.readings[0].case == "nom" and noun.reading(case="acc") is None
    return nominative and index == verb + 1


def _cost_of_named(sentence: Sentence, start: int, name: Name | None) -> int | None:
    """Return what speaks against a place, a body or a foreign word that begins at ``start``."""
    tokens = sentence.tokens
    if _is_second_place(sentence, start) or _is_modified_obliquely(tokens, start):
        return None
    after_noun = start > 0 and tokens[start - 1].pos == "NOUN" and tokens[start - 1].lemma not in TIMES | DAYS
    return POSSESSOR if after_noun else PLACE if name is not None and name.kind == "place" else 0


def _is_one_of_several(sentence: Sentence, index: int, reading: Reading, verb: int) -> bool:
    """Whether the verb's plural is owed to a row of which this is one: «мэр и губернатор заявили»."""
    plural = sentence.tokens[verb].readings[0].number == "plur" and reading.number != "plur"
    return plural and rows.is_joined(sentence, index)


def _is_second_place(sentence: Sentence, start: int) -> bool:
    """Whether «и» joins the name to a place before it: «власти Твери и | Калуги»."""
    before = sentence.name_at(start - 2) if start > 2 and sentence.tokens[start - 1].fold == "и" else None
    return before is not None and before.kind == "place" and sentence.tokens[start].readings[0].case == "gen"


def _is_modified_obliquely(tokens: list[Token], start: int) -> bool:
    """Whether an adjective in the genitive goes with a name that shows no case: «глава российского | МИД»."""
    before = tokens[start - 1].readings if start > 1 and tokens[start - 1].pos in ("ADJ", "DET") else ()
    return bool(before) and all(r.case not in ("nom", "") for r in before) and tokens[start - 2].pos == "NOUN"


def cost_of_person(sentence: Sentence, name: Name, verb: Token) -> int | None:
    readings = personal.read(sentence, name)
    if readings and _is_described_obliquely(sentence, name):
        return _OBLIQUE
    if not readings:
        return 0 if not sentence.tokens[name.first].reading(case="gen") else DOUBTFUL
    wanted = verb.readings[0].gender if verb.readings[0].tense == "past" else ""
    if verb.readings[0].person in ("1", "2"):
        return None
    if verb.readings[0].number == "plur" and not _is_listed(sentence.tokens, name):
        return _MISFIT if readings[0].case == "nom" else None
    for place, reading in enumerate(readings):
        if reading.score < _LEAST_LIKELY * readings[0].score:
            break
        if reading.case in ("nom", "") and (not wanted or reading.gender in ("", wanted)):
            if place == 0:
                return 0
            after_noun = name.first > 0 and sentence.tokens[name.first - 1].pos == "NOUN"
            return POSSESSOR if after_noun and readings[0].case == "gen" else ACROSS_COMMA
    if readings[0].case == "nom" and any(r.case == "nom" and r.gender == wanted for r in readings):
        return DOUBTFUL
    # A foreign name whose gender or case was guessed wrong («Симоне») is still better than none.
    before = sentence.tokens[name.first - 1] if name.first else None
    if before is verb and any(sentence.tokens[name.first].text in reading[:3] for reading in readings):
        return _MISFIT + POSSESSOR
    return _MISFIT if before is None or not (before.is_word or before.text in CLOSING) else None


def _is_described_obliquely(sentence: Sentence, name: Name) -> bool:
    """Whether the post before the name stands in another case, and the name with it: «о своей коллеге Мэй Ли»."""
    before = [span for span in descriptions(sentence, name) if span[1] <= name.first]
    if not before:
        return False
    tokens = sentence.tokens[slice(*before[0])]
    return not any(token.reading(case="nom") or token.readings[0].fixed for token in tokens if token.pos != "ADP")


def _is_listed(tokens: list[Token], name: Name) -> bool:
    """Whether «и» joins the name to another."""
    beside = [tokens[i] for i in (name.first - 1, name.stop) if 0 <= i < len(tokens)]
    return any(token.fold == "и" for token in [*beside, *tokens[name.first : name.stop]])


def _nominative(sentence: Sentence, index: int, verb: int) -> Reading | None:
    """Return the reading in which the token could head a subject."""
    token = sentence.tokens[index]
    for reading in token.readings:
        if reading.case != "nom" or (reading.name in ("given", "family") and not token.is_capital):
            continue  # «августа» is no woman
        if reading.pos in ("NOUN", "PROPN"):
            if reading.number == "sing" and _is_counted(sentence.tokens, index):
                continue  # «обещал пять премьер»
            if token.pos == "ADJ" and _goes_with_next(sentence.tokens, index):
                continue  # «заседание | городской думы»
            return reading
        if reading.pos == "NUM" or (reading.pos in ("PRON", "DET") and reading.lemma in _PERSONAL):
            named = reading.lemma == "сам" and sentence.name_at(index + 1) is not None
            return reading if not named and not _modifies(sentence.tokens, index) else None
        if reading is token.readings[0] and _stands_alone(sentence.tokens, index, reading, verb):
            return reading
    about = approximated(sentence.tokens, index) < index
    number = token.text[0].isdigit() and not token.text[-1].isalpha()  # not «39-летнего»
    counts = (number or (about and token.pos == "NUM")) and index + 1 < len(sentence.tokens)
    if counts and index + 1 != verb and not _is_asked_of(sentence.tokens, index, verb):
        counted = sentence.tokens[index + 1].reading(pos="NOUN", case="gen")
        acts = counted is not None and (counted.animate or is_body(counted.lemma) or is_group(counted.lemma))
        return Reading(token.lemma, "NUM", case="nom") if acts else None
    if token.text.isupper() and len(token.text) > 2 and not any(r.case == "nom" for r in token.readings):
        return Reading(token.lemma, "PROPN", case="nom", number="sing", animate=True)
    if token.pos == "X" and token.is_capital and (token.text[0].isascii() or token.text.isupper()):
        return Reading(token.lemma, "PROPN", case="nom", animate=True)
    return None


def approximated(tokens: list[Token], number: int) -> int:
    """Return where the words begin that say of the number which opens a clause that it is not exact, else itself.

    «Не менее | 30 врачей намерены уволиться», but not «ехал до | 30 минут».
    """
    first = number
    while first > 0 and tokens[first - 1].fold in APPROXIMATING:
        first -= 1
    if first < number and first > 0 and tokens[first - 1].fold in ("не", "чуть"):
        first -= 1
    before = tokens[first - 1] if first else None
    opens = before is None or not before.is_word or before.pos in ("SCONJ", "CCONJ")
    return first if opens else number


def _is_asked_of(tokens: list[Token], index: int, verb: int) -> bool:
    """Whether the number belongs to a noun before it, which is the subject: «опрос | 500 жителей показал»."""
    while index > 1 and tokens[index - 1].text[0].isdigit():
        index -= 1  # «20 000»
    noun = tokens[index - 1].readings[0] if index else None
    return noun is not None and (noun.pos, noun.case) == ("NOUN", "nom") and may_agree(noun, tokens[verb])


def _is_counted(tokens: list[Token], index: int) -> bool:
    """Whether a numeral that governs the genitive stands before the noun: «пять | премьер», «20 | человек»."""
    before = tokens[index - 1] if index else None
    if before is None or before.pos != "NUM" or before.lemma == "один":
        return False
    several = before.text.isdecimal() and not before.text.endswith("1")
    return before.text.isalpha() or (several and tokens[index].reading(case="gen", number="plur") is not None)


def _stands_alone(tokens: list[Token], index: int, reading: Reading, verb: int) -> bool:
    """Whether an adjective or participle beside the verb is used as a noun («собравшиеся попросили»)."""
    opens = all(token.pos in ("CCONJ", "PART", "ADV", "ADJ") for token in tokens[:index]) and index < 3
    if reading.pos not in ("ADJ", "VERB") or reading.form not in ("", "part") or (abs(index - verb) > 2 and not opens):
        return False
    if any(token.text == "," for token in tokens[max(0, index - 1) : verb]):
        return False
    if reading.form == "part" and _leads_to_noun(tokens, index, reading):
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is not None and is_substantive(tokens[index]):
        return following.reading(case=reading.case, number=reading.number) is None  # «ведущая программы»
    return following is None or following.pos not in ("NOUN", "PROPN", "ADJ", "DET")


def _leads_to_noun(tokens: list[Token], index: int, participle: Reading) -> bool:
    """Whether what depends on the participle parts it from its noun: «насчитывающая тысячу членов | партия»."""
    for at in range(index + 1, min(len(tokens), index + _LONGEST_PARTICIPIAL)):
        if not tokens[at].is_word or tokens[at].reading(form="fin") is not None:
            return False
        noun = tokens[at].reading(pos="NOUN", case=participle.case, number=participle.number)
        if noun is not None and not is_governed(tokens, at):
            return participle.number == "plur" or noun.gender == participle.gender
    return False


def _is_acronym(token: Token, reading: Reading, verb: Token) -> bool:
    """Whether the token is an acronym, whose gender no dictionary tells for sure: «ФИЛА сообщила»."""
    return token.text.isupper() and len(token.text) > 1 and verb.readings[0].number in ("", reading.number or "sing")


def _modifies(tokens: list[Token], index: int) -> bool:
    """Whether a pronoun or numeral goes with the noun after it: «некоторые источники»."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return following is not None and following.pos in ("NOUN", "ADJ") and following.reading(case="nom") is not None


def _goes_with_next(tokens: list[Token], index: int) -> bool:
    """Whether a noun that agrees with the adjective in its likeliest form follows it."""
    following, form = tokens[index + 1 : index + 2], tokens[index].readings[0]
    return any(token.reading(pos="NOUN", case=form.case, number=form.number) is not None for token in following)


def may_agree(reading: Reading, verb: Token) -> bool:
    if reading.pos == "NUM" or agrees(reading, verb):
        return True
    number = verb.readings[0].number
    if number == "plur" and reading.lemma in _MANY:
        return True
    # «врач заявила»: the noun's grammatical gender does not bind where a woman is meant.
    masculine = reading.gender != "fem" and verb.readings[0].gender == "fem"
    return reading.animate and masculine and (not number or reading.number == number)


def is_governed(tokens: list[Token], index: int) -> bool:
    """Whether a preposition stands before the noun, at most its modifiers between: not «в дальнейшем | врачи»."""
    for before in range(index - 1, max(-1, index - 5), -1):
        token = tokens[before]
        if token.pos == "ADP":
            return True
        if token.pos == "ADJ" and not _share_form(token, tokens[index]):
            return False
        if token.lemma in RELATIVE or (token.pos not in ("ADJ", "DET", "NUM") and not token.reading(form="part")):
            return False
    return False


def _share_form(one: Token, other: Token) -> bool:
    """Whether two words may stand in the same case, number and gender; a word that shows no case may in any."""
    forms = [{_form(reading) for reading in token.readings if reading.case} for token in (one, other)]
    return not all(forms) or not forms[0].isdisjoint(forms[1])


def _form(reading: Reading) -> tuple[str, str, str]:
    return reading.case, reading.number, reading.gender if reading.number != "plur" else ""


def _is_of_governed(tokens: list[Token], index: int, reading: Reading) -> bool:
    """Whether a thing belongs to a noun behind a preposition: «на базе | школы | откроют клуб»."""
    if reading.animate or reading.lemma in _SIDES:
        return False
    before = tokens[index - 1] if index > 1 else None
    nominal = before is not None and before.pos == "NOUN" and before.lemma not in TIMES
    return nominal and is_governed(tokens, index - 1)


def _is_possessor(sentence: Sentence, index: int) -> bool:
    """Whether the word can be read as the genitive complement of the noun before it («совет республики»)."""
    token = sentence.tokens[index]
    if sentence.name_at(index) is not None or not token.reading(case="gen", pos="NOUN"):
        return False
    before = index - 1
    while before >= 0 and sentence.tokens[before].pos in ("ADJ", "DET"):
        if not sentence.tokens[before].reading(case="gen"):
            return False
        before -= 1
    noun = sentence.tokens[before].readings[0] if before >= 0 else None
    return noun is not None and noun.pos == "NOUN" and noun.lemma not in TIMES
