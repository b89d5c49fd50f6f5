"""Who can act: people, bodies and pronouns for them, as against things that merely happen."""

from __future__ import annotations

from functools import cache

from briefing.extract import cues, openers, roles
from briefing.extract.cues import Lexicon
from briefing.extract.governed import has_object, lexical
from briefing.language import Document, Reading, Sentence, Token, get

_MARKS = frozenset('«»“”"„')
_ENDS = frozenset(":;")
_DEED = 4  # tokens from a verb to its infinitive
_NEAR = 6  # tokens before a passive in which its agent is looked for
_ACTING = ("person", "organisation", "place")


def can_act(document: Document, sentence: Sentence, first: int, stop: int) -> bool:
    """Whether the phrase of these tokens names somebody who can act: by its head, or the name it begins with."""
    code = document.language.code
    head, reading = document.language.head(sentence, first, stop)
    if (reading.pos == "ADJ" or reading.form == "part") and _acts(reading.lemma, code):
        return True  # «пострадавшие», «двое подозреваемых»
    if cues.lexicon(code).has("quantities", sentence.tokens[head]):
        nouns = (i for i in range(head + 1, stop) if sentence.tokens[i].pos in ("NOUN", "PROPN"))
        return any(is_agent(sentence, i, code) for i in nouns)  # «сотни жителей», not «сотни вагонов»
    if is_agent(sentence, head, code):
        return True
    name = sentence.name_at(first)  # "NATO membership" is none of those who act
    return is_agent(sentence, first, code) and (name is None or name.stop > head or name.stop == stop)


def acting_subject(document: Document, sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """Return the tokens of the verb's subject if that can act, else of an agent before the verb that could be one.

    «средства резерва власти направят на ремонт»: the first nominative need not be the subject; neither does a number of
    things after the verb («построят пять школ»).
    """
    span = subject_of(document, sentence, verb)
    if span is not None and _is_object(sentence, verb, span[0]):
        span = _agent_before(document, sentence, verb) or span
    if span is not None and span[1] <= verb and _undergoes(document, sentence, verb, span):
        return None
    number = _number_in(sentence, span, document.language.code) if span is not None else None
    counted = span is not None and span[0] > verb and number is not None
    known = cues.lexicon(document.language.code)
    undergone = number is not None and is_object(sentence, verb, number)
    if undergone and not has_object(sentence, lexical(sentence, verb, known)):
        return None  # «пять школ построят в мае»
    done = sentence.tokens[lexical(sentence, verb, known)].readings[0].form == "short"
    if counted and span is not None and known.grammar.free_order and not done:
        counted = is_object(sentence, verb, span[0])  # «построят | пять школ», not «будут дежурить | пять бригад»
    if span is not None and not counted and can_act(document, sentence, *span):
        return None if _comes_about(document, sentence, verb, span) else span
    if span is not None and not counted and known.has("events", sentence.tokens[verb]):
        return None
    if span is not None and span[0] > verb and known.grammar.free_order and not is_object(sentence, verb, span[0]):
        return None  # «на дорогах области | будут дежурить экипажи»
    return _agent_before(document, sentence, verb)


def _undergoes(document: Document, sentence: Sentence, verb: int, span: tuple[int, int]) -> bool:
    """Whether things before a plural that has no other object are that: «школы построят», not «школы закупят парты»."""
    known = cues.lexicon(document.language.code)
    head, reading = document.language.head(sentence, *span)
    named = any(sentence.name_at(index) is not None for index in range(*span))
    alike = reading.number == "plur" and not reading.animate and is_object(sentence, verb, span[0])
    if not alike or named or known.has("sides", sentence.tokens[head]) or not known.grammar.free_order:
        return False
    told = [i for i in range(verb, len(sentence.tokens)) if sentence.tokens[i].readings[0].form == "inf"]
    deed = told[0] if told and told[0] - verb < _DEED else verb
    after = sentence.tokens[deed + 1 : deed + 2]
    taken = has_object(sentence, deed) or _takes_behind_whom(sentence, deed)
    return deed == verb and not taken and not (after and after[0].pos in ("NUM", "SCONJ", "PRON"))


def _takes_behind_whom(sentence: Sentence, verb: int) -> bool:
    """Whether an object follows behind those to whom it is given: «направят американской стороне | запрос»."""
    tokens, given = sentence.tokens, False
    for index in range(verb + 1, len(tokens)):
        if tokens[index].pos not in ("NOUN", "PROPN", "ADJ", "DET"):
            return False
        given = given or (tokens[index].pos == "NOUN" and tokens[index].reading(case="dat") is not None)
        if given and tokens[index].reading(case="dat") is None and tokens[index].reading(case="acc") is not None:
            return True
    return False


def _comes_about(document: Document, sentence: Sentence, verb: int, span: tuple[int, int]) -> bool:
    """Whether the subject is no body, although its noun can be one: an event, a lot of goods or what is being set up.

    «фестиваль пройдёт», «суд состоится», «партия вагонов прибудет», «школа откроется».
    """
    known = cues.lexicon(document.language.code)
    at, reading = document.language.head(sentence, *span)
    head, told = sentence.tokens[at], sentence.tokens[verb]
    if known.has("set_up", told):
        named = any(name is not None and name.kind == "organisation" for name in map(sentence.name_at, range(*span)))
        return head.pos == "NOUN" and not reading.animate and not named
    return known.has("events", told) and (known.has("held_events", head) or known.has("lots", head))


def subject_of(document: Document, sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """Return the tokens of the verb's subject; a time («к концу года построят») or what belongs to one is none."""
    span = document.language.subject(sentence, verb)
    if span is None:
        return None
    head, _ = document.language.head(sentence, *span)
    token = sentence.tokens[head]
    known = cues.lexicon(document.language.code)
    if sentence.tokens[verb].readings[0].person in ("1", "2") and token.pos == "NOUN":
        return None  # «решение примем в мае»
    counted = any(_counts(other) for other in sentence.tokens[span[0] : head])
    if token.pos == "NOUN" and not counted and all(reading.case not in ("", "nom") for reading in token.readings):
        return None  # «обращение направят губернатору Гусеву»
    if _is_of_verb_before(sentence, verb, span) or not _agrees(sentence, verb, head):
        return None
    name = sentence.name_at(span[1] - 1)
    plural = sentence.tokens[verb].readings[0].number == "plur" and token.readings[0].number == "sing"
    if plural and name is not None and name.kind == "person" and _is_alone(sentence, span):
        return None  # «Лосев приехал в город, где его прооперируют»
    return None if known.has("times", token) or _is_possessor(sentence, verb, head, known) else span


def _is_alone(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether nobody is joined to the person: «Лосев», not «Лосев и Ким», «Лосев с женой»."""
    beside = sentence.tokens[max(0, span[0] - 1) : span[1] + 1]
    return not any(token.pos == "CCONJ" or token.fold in ("с", "со", ",") for token in beside)


def _counts(token: Token) -> bool:
    """Whether the word says how many: «30 | врачей», «несколько | фирм»."""
    return token.pos == "NUM" or token.text[0].isdigit() or token.reading(pos="NUM") is not None


def _agrees(sentence: Sentence, verb: int, head: int) -> bool:
    """Whether the noun has the gender of a short form behind the auxiliary: not «объём вырастет, | будет создано …»."""
    done = next((t.readings[0] for t in sentence.tokens[verb : verb + 3] if t.readings[0].form == "short"), None)
    noun = sentence.tokens[head]
    if done is None or done.number != "sing" or noun.pos != "NOUN" or not done.gender:
        return True
    return any(reading.gender in ("", done.gender) for reading in noun.readings if reading.pos == "NOUN")


def _is_of_verb_before(sentence: Sentence, verb: int, span: tuple[int, int]) -> bool:
    """Whether the phrase is the object of a verb joined to this one: «построили две школы | и откроют третью»."""
    tokens, before = sentence.tokens, span[0] - 1
    if not any(token.text == "," or token.pos == "CCONJ" for token in tokens[span[1] : verb]):
        return False
    while before >= 0 and tokens[before].pos in ("ADJ", "NUM", "DET"):
        before -= 1
    told = tokens[before].readings[0] if before >= 0 else None
    opening = tokens[span[0]]
    alike = opening.pos in ("NUM", "ADJ", "DET") or opening.reading(case="acc") is not None
    return told is not None and alike and told.pos == "VERB" and told.transitive and told.form in ("fin", "inf", "conv")


def is_object(sentence: Sentence, verb: int, first: int) -> bool:
    """Whether the phrase, nominative and accusative alike, is as likely what the verb is done to as who does it.

    So what follows a verb («откроет выставку», «построят пять школ»), and what stands before a plural without a
    subject: «результаты опубликуют».
    """
    reading = sentence.tokens[verb].readings[0]
    lexical = next((r for t in sentence.tokens[verb : verb + 4] for r in t.readings[:1] if r.form == "inf"), reading)
    if not lexical.transitive:
        return False
    opening = sentence.tokens[first]
    some = any(token.pos == "NUM" for token in sentence.tokens[first : first + 3])  # «около | 40 семей переселят»
    alike = some or opening.reading(case="acc") is not None
    return alike and (first > verb or (reading.number == "plur" and reading.person == "3"))


def takes_as_object(sentence: Sentence, verb: int, first: int) -> bool:
    """Whether the phrase behind a verb that goes on with another is its object: «… и в мае закроет | завод»."""
    if first < verb or not is_object(sentence, verb, first):
        return False
    for index in range(verb - 1, 0, -1):
        token = sentence.tokens[index]
        if token.pos == "CCONJ":
            return True
        if token.readings[0].form == "fin" or (token.text == "," and sentence.tokens[index + 1].pos != "CCONJ"):
            return False
        if token.pos == "NOUN" and token.reading(case="acc") is not None and not _is_governed(sentence, index):
            return False  # «а новый мост построит | завод»
    return False


def is_undergone(sentence: Sentence, verb: int, first: int) -> bool:
    """Whether a plural that may be an object is one, as the infinitive has no other: «работы должны завершить»."""
    tokens = sentence.tokens
    deed = next((i for i in range(verb, min(verb + _DEED, len(tokens))) if tokens[i].readings[0].form == "inf"), None)
    if deed is None or first > verb or tokens[verb].readings[0].number != "plur":
        return False
    thing = tokens[first].reading(case="acc") is not None and not tokens[first].readings[0].animate
    return thing and tokens[deed].readings[0].transitive and not has_object(sentence, deed)


def _is_possessor(sentence: Sentence, verb: int, head: int, known: Lexicon) -> bool:
    """Whether the noun is as likely the genitive of the noun before it: «свидетелей обвинения»."""
    token, before = sentence.tokens[head], sentence.tokens[head - 1]
    if head > 1 and before.text in _MARKS and sentence.tokens[head - 2].pos == "NOUN":
        return sentence.tokens[head - 2].readings[0].case == "gen"  # «концерт группы | «Север»»
    if head == 0 or before.pos != "NOUN" or known.has("times", before):
        return False
    return token.readings[0].case == "gen" or (head > verb and token.reading(case="gen") is not None)


def _number_in(sentence: Sentence, span: tuple[int, int], code: str) -> int | None:
    """Return where a phrase says how many it is of, at its beginning or right before it: not «25-летняя певица»."""
    first = max(0, span[0] - 1)
    tokens, known = sentence.tokens, cues.lexicon(code)
    numbers = (
        i
        for i in range(first, min(span[1], span[0] + 4))
        if tokens[i].pos == "NUM" or known.has("quantities", tokens[i])
    )
    return next((i for i in numbers if not is_age(tokens[i])), None)


def shared_subject(document: Document, sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """Return the subject of a clause before that of ``verb``, which has none of its own: «не уедет, а снимет фильм»."""
    tokens, reading = sentence.tokens, sentence.tokens[verb].readings[0]
    span = subject_of(document, sentence, verb)
    own = span is not None and not is_object(sentence, verb, span[0])
    if own or reading.form != "fin" or reading.person in ("1", "2"):
        return None
    rules = openers.rules(document.language.code)
    for index in range(verb - 1, -1, -1):
        token = tokens[index]
        if token.pos == "SCONJ" or token.text in _ENDS or token.lemma in rules.relatives:
            return None
        if token.readings[0].form == "fin":
            agrees = token.readings[0].number == reading.number
            return acting_subject(document, sentence, index) if agrees else None
    return None


def agent_before(sentence: Sentence, verb: int, code: str) -> int | None:
    """Return who does it, in the instrumental right before a passive: «мэрией города | будут закуплены»."""
    for index in range(verb - 1, max(-1, verb - _NEAR), -1):
        token = sentence.tokens[index]
        if not token.is_word or token.pos in ("ADP", "VERB"):
            return None
        if token.readings[0].case == "ins":
            governed = _is_governed(sentence, index)
            return index if is_agent(sentence, index, code) and not governed else None
    return None


def is_age(token: Token) -> bool:
    """Whether the token gives an age: «25-летняя», “22-year-old”."""
    return token.text[0].isdigit() and token.text[-1].isalpha()


def _is_object(sentence: Sentence, verb: int, first: int) -> bool:
    """Whether an infinitive stands before the phrase, whose object it then is: «планирует открыть завод»."""
    deeds = [token.readings[0] for token in sentence.tokens[verb + 1 : first] if token.readings[0].form == "inf"]
    return any(deed.transitive for deed in deeds)


def _agent_before(document: Document, sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """Return the nearest agent before the verb that agrees with it, within the same stretch."""
    number = sentence.tokens[verb].readings[0].number
    for index in range(verb - 1, -1, -1):
        token = sentence.tokens[index]
        if token.text in _MARKS:
            continue
        if not token.is_word or token.pos == "VERB":
            return None
        subject = token.reading(case="nom", number=number)
        if subject is None and number == "plur" and index > 0 and sentence.tokens[index - 1].pos == "CCONJ":
            subject = token.reading(case="nom")  # «область и город построят»
        if subject is None or subject.pos not in ("NOUN", "PRON") or _is_governed(sentence, index):
            continue
        if _is_of_governed(sentence, verb, index, cues.lexicon(document.language.code)):
            continue
        if is_agent(sentence, index, document.language.code):
            span = document.language.noun_phrase(sentence, index)
            return None if _is_of_verb_before(sentence, verb, span) else span
    return None


def _is_of_governed(sentence: Sentence, verb: int, index: int, known: Lexicon) -> bool:
    """Whether the noun belongs to one behind a preposition: «на базе | школы | откроют», not «в мае | стороны …»."""
    if known.has("sides", sentence.tokens[index]) or not _is_possessor(sentence, verb, index, known):
        return False
    return _is_governed(sentence, index - 1)


def _is_governed(sentence: Sentence, index: int) -> bool:
    """Whether a preposition stands before the noun and its attributes."""
    before = index - 1
    while before >= 0 and sentence.tokens[before].pos in ("ADJ", "DET", "NUM"):
        if sentence.tokens[before].pos == "ADJ" and not _share_form(sentence.tokens[before], sentence.tokens[index]):
            return False  # «в дальнейшем | власти»
        before -= 1
    return before >= 0 and sentence.tokens[before].pos == "ADP"


def _share_form(one: Token, other: Token) -> bool:
    """Whether two words may stand in the same case, number and gender; a word that shows no case may in any."""
    forms = [{_form(reading) for reading in token.readings if reading.case} for token in (one, other)]
    return not all(forms) or not forms[0].isdisjoint(forms[1])


def _form(reading: Reading) -> tuple[str, str, str]:
    return reading.case, reading.number, reading.gender if reading.number != "plur" else ""


def is_agent(sentence: Sentence, index: int, code: str) -> bool:
    """Whether the token names a person or body, or is a pronoun that may stand for one."""
    token = sentence.tokens[index]
    known = cues.lexicon(code)
    if known.has("third_pronouns", token) or known.has("speaker_pronouns", token):
        # “both | parties”, “some of the | benefits”
        return token.readings[0].pos != "DET" and _may_be_people(sentence, index, code)
    if token.readings[0].pos == "PRON":
        return False
    name = sentence.name_at(index)
    if name is not None and name.kind in _ACTING:
        return not (name.stop - name.first == 1 and known.has("instruments", token))
    if token.readings[0].pos == "NUM":
        return _is_of_people(sentence, index, code)
    common = token.reading(pos="NOUN") if index == 0 and token.pos == "PROPN" else None
    if common is not None:
        return _acts(common.lemma, code)  # a capital that only the sentence's beginning gives
    return _is_acting_noun(token, code)


def _may_be_people(sentence: Sentence, pronoun: int, code: str) -> bool:
    """Whether those of whom a pronoun tells some can act: “some of the staff”, not “some of the benefits”."""
    tokens, known = sentence.tokens, cues.lexicon(code)
    if pronoun + 2 >= len(tokens) or not known.has("partitives", tokens[pronoun + 1]):
        return True
    noun = next((i for i in range(pronoun + 2, len(tokens)) if tokens[i].pos not in ("DET", "ADJ", "NUM")), pronoun)
    return tokens[noun].pos not in ("NOUN", "PROPN") or is_agent(sentence, noun, code)


def _is_of_people(sentence: Sentence, index: int, code: str) -> bool:
    """Whether a number alone tells of people: “the 24-year-old”, “the two”."""
    token = sentence.tokens[index]
    definite = index > 0 and cues.lexicon(code).has("definite", sentence.tokens[index - 1])
    return _acts(token.readings[0].lemma, code) or (definite and token.text.isalpha())


def _is_acting_noun(token: Token, code: str) -> bool:
    reading = token.readings[0]
    if reading.pos == "PROPN":
        return not cues.lexicon(code).has("times", token)
    return reading.pos == "NOUN" and (reading.animate or _acts(reading.lemma, code))


@cache
def _acts(lemma: str, code: str) -> bool:
    if lemma in cues.lexicon(code).words["inert"]:
        return False
    if lemma in cues.lexicon(code).words["places"]:
        return True
    return bool(roles.lexicon(get(code)).kinds(lemma) & roles.SPEAKING)
