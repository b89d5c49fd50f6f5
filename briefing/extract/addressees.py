"""Who is told or asked to act: «поручил министерству и банку подготовить», "urged members to act"."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract import cues, openers, roles
from briefing.extract.agents import acting_subject, is_agent
from briefing.extract.cues import Cue, Lexicon
from briefing.extract.governed import Complement, is_infinitive
from briefing.language import Document, Sentence, Token

_REACH = 9  # tokens
_NEAR = 4  # tokens, within which a comma may part the cue from whom it addresses: «помог ей, посоветовав …»
_ATTRIBUTES = 3  # tokens before the noun of another one addressed: «и | областному министерству»


def find(document: Document, sentence: Sentence, cue: Cue, complement: Complement) -> list[tuple[int, int]]:
    """Return those addressed, one span each: between the cue and what is to be done, or in the dative before it.

    Of a demand to oblige somebody, whoever is to be obliged: «с требованием обязать владельца снести забор».
    """
    known = cues.lexicon(document.language.code)
    stop = complement.head
    if _is_demanded_clause(sentence, cue, stop, known):
        acting = acting_subject(document, sentence, stop)
        if acting is None or sentence.tokens[acting[0]].pos != "PRON":
            return [acting] if acting is not None else []
    if sentence.tokens[stop - 1].fold == known.grammar.infinitive_mark:
        stop -= 1
    told = _behind(document, sentence, cue, complement, stop) or _obliged(document, sentence, cue, complement)
    return told or _left_with(document, sentence, cue, complement) or _before(document, sentence, cue)


def _left_with(document: Document, sentence: Sentence, cue: Cue, complement: Complement) -> list[tuple[int, int]]:
    """Return for whom the deed before the cue is left, told behind it: «Закончить ремонт предстоит | строителям»."""
    known, tokens = cues.lexicon(document.language.code), sentence.tokens
    if complement.head >= cue.first or not known.grammar.free_order:
        return []
    for index in range(cue.stop, min(cue.stop + _ATTRIBUTES, len(tokens))):
        if tokens[index].reading(case="dat") is None:
            break
        if is_agent(sentence, index, known.code):
            settle(tokens[index], "dat")
            return [document.language.noun_phrase(sentence, index)]
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if tokens[index].pos == "ADJ" and (following is None or following.reading(case="dat") is None):
            return [(index, index + 1)]  # «… предстоит | молодым»
    return []


def _is_demanded_clause(sentence: Sentence, cue: Cue, verb: int, known: Lexicon) -> bool:
    """Whether what is demanded is a clause of its own, whose subject acts: «попросил, чтобы | дворники убрали снег»."""
    if not known.grammar.free_order or sentence.tokens[verb].readings[0].form != "fin":
        return False
    return any(known.has("mandative", token) for token in sentence.tokens[cue.stop : verb])


def _obliged(document: Document, sentence: Sentence, cue: Cue, complement: Complement) -> list[tuple[int, int]]:
    tokens, known, first = sentence.tokens, cues.lexicon(document.language.code), complement.head
    if not known.has("obliging", tokens[first]):
        return []
    deed = next((i for i in range(first + 1, len(tokens)) if is_infinitive(tokens, i, known)), None)
    if deed is None:
        return []
    return _behind(document, sentence, replace(cue, first=first, stop=first + 1), Complement(deed, deed), deed)


def _behind(
    document: Document, sentence: Sentence, cue: Cue, complement: Complement, stop: int
) -> list[tuple[int, int]]:
    known = cues.lexicon(document.language.code)
    opener = "object_clauses" if "hoped clause" in cue.frame.takes else "mandative"
    demanded = False  # whoever is to act is the subject of the clause
    for index in range(cue.first, stop):
        opens = known.has(opener, sentence.tokens[index + 1])
        demanded = demanded or opens
        if sentence.tokens[index].text == "," and index > cue.first + 1 and not opens:
            break  # what follows tells of the one addressed
        told = index >= cue.stop and _is_told(document, sentence, index, cue, complement)
        if not (told or _may_be(sentence, index, "nom" if demanded else "dat", known)):
            continue
        if known.has("dative_verbs", sentence.tokens[cue.head]):
            settle(sentence.tokens[index], "dat")
        elif told and sentence.tokens[cue.head].pos == "VERB":
            settle(sentence.tokens[index], "acc")  # «попросил жильцов», who bear no surname
        begin, end = document.language.noun_phrase(sentence, index)
        if known.grammar.object_acts:
            begin = max(begin, min(cue.stop, index))  # “passed a law in 2010 | requiring | shops to close”
        end = min(end, max(stop, index + 1))
        joined = end < stop and sentence.tokens[end].fold in openers.rules(known.code).coordinators
        others = _others(document, sentence, end, stop, cue) if joined else []
        if joined and not others and stop > complement.first:
            end = stop
        return [(begin, end), *others]
    return []


def _is_told(document: Document, sentence: Sentence, index: int, cue: Cue, complement: Complement) -> bool:
    """Whether the phrase has the case of those addressed, between a verb and its infinitive: «призвал прессу молчать».

    Such a phrase is whoever is to act, also where its noun is for nobody who acts by himself: «призвал мир помочь».
    """
    tokens, known = sentence.tokens, cues.lexicon(document.language.code)
    if not known.grammar.free_order or tokens[complement.head].readings[0].form != "inf":
        return False
    if tokens[index].pos != "NOUN" and tokens[index].readings[0].form != "part":
        return False  # «призвал верующих молиться»
    first, stop = document.language.noun_phrase(sentence, index)
    case = "dat" if known.has("dative_verbs", tokens[cue.head]) else "acc"
    if first != cue.stop or stop > complement.first or known.has("times", tokens[index]):
        return False
    return tokens[index].reading(case=case) is not None


def _others(document: Document, sentence: Sentence, end: int, stop: int, cue: Cue) -> list[tuple[int, int]]:
    """Return the phrase that a conjunction at ``end`` joins to the one before, if that is for somebody too."""
    known, before = cues.lexicon(document.language.code), sentence.tokens[end - 1].readings[0]
    for index in range(end + 1, min(end + 1 + _ATTRIBUTES, stop)):
        if is_agent(sentence, index, known.code):
            if known.has("dative_verbs", sentence.tokens[cue.head]) or before.case == "dat":
                settle(sentence.tokens[index], "dat")
            first, last = document.language.noun_phrase(sentence, index)
            return [(first, min(last, stop))] if first == end + 1 else []
    return []


def _before(document: Document, sentence: Sentence, cue: Cue) -> list[tuple[int, int]]:
    code, start = document.language.code, _before_description(document, sentence, cue)
    if (alone := _alone_before(document, sentence, cue, start)) is not None:
        return [alone]
    for index in range(start - 1, max(-1, start - _REACH), -1):
        token = sentence.tokens[index]
        if not token.is_word and (start - index >= _NEAR or _is_relative(sentence.tokens[index + 1], code)):
            break
        if cues.lexicon(code).has("object_clauses", token) and not sentence.tokens[index - 1].is_word:
            break  # «сообщила вкладчикам, | что банк рекомендует …»
        if _is_in_case(document, sentence, cue, index) and is_agent(sentence, index, code):
            if _governs_dative(sentence, cue, code):
                settle(token, "dat")
            first, stop = document.language.noun_phrase(sentence, index)
            asks = document.language.subject(sentence, cue.head)
            if asks is not None and asks[0] < first and stop <= asks[1]:
                continue  # «управление по краю советует»
            inside = asks is not None and first < asks[0] < stop  # «водителям ГИБДД советует»
            return [(first, asks[0] if asks is not None and inside else stop)]
    return []


def _before_description(document: Document, sentence: Sentence, cue: Cue) -> int:
    """Return the cue's place, or the comma before what describes those addressed: «Вкладчикам|, ждущим, велено»."""
    tokens, closing = sentence.tokens, cue.first - 1
    if closing < 3 or tokens[closing].text != ",":
        return cue.first
    comma = next((i for i in range(closing - 1, 0, -1) if tokens[i].text == ","), 0)
    first = comma + 1 + (tokens[comma + 1].pos == "PART")
    agreeing = tokens[first].pos == "ADJ" and tokens[first].reading(case="dat") is not None
    describes = (
        agreeing or tokens[first].readings[0].form == "part" or _is_relative(tokens[first], document.language.code)
    )
    return comma if comma and describes else cue.first


def _alone_before(document: Document, sentence: Sentence, cue: Cue, start: int) -> tuple[int, int] | None:
    """Return those whom an adjective alone calls, where they open the sentence: «Дежурным | поручено проверить»."""
    known = cues.lexicon(document.language.code)
    left = known.grammar.free_order and cue.frame.doer == "object"  # «Больным | надо пройти осмотр»
    opens = start == 1 and (left or _governs_dative(sentence, cue, known.code))
    token = sentence.tokens[0]
    told = token.reading(pos="ADJ", case="dat", number="plur") if opens and token.pos == "ADJ" else None
    if told is None or not roles.lexicon(document.language).kinds(told.lemma) & roles.PERSONAL:
        return None
    token.settle(told)
    token.readings = (told,)
    return 0, 1


def _governs_dative(sentence: Sentence, cue: Cue, code: str) -> bool:
    verb = sentence.tokens[cue.head]
    return cues.lexicon(code).has("dative_verbs", verb) or (verb.pos == "VERB" and verb.readings[0].form == "short")


def _is_in_case(document: Document, sentence: Sentence, cue: Cue, index: int) -> bool:
    """Whether the word before the cue has the case of those addressed, which may look like another at the beginning."""
    token, (begin, _) = sentence.tokens[index], document.language.noun_phrase(sentence, index)
    reading = token.readings[0]
    given = _governs_dative(sentence, cue, document.language.code)
    if reading.case == "dat" or not (begin == 0 or not sentence.tokens[begin - 1].is_word):
        return reading.case == "dat"
    if given and token.reading(case="dat") is None:
        return False
    return reading.case in ("acc", "gen") and (begin == index or given or reading.animate)


def _is_relative(token: Token, code: str) -> bool:
    rules = openers.rules(code)
    return token.fold in rules.relative_forms or token.lemma in rules.relatives


def settle(token: Token, case: str) -> None:
    """Read a form of several cases as the one in which it is governed: «поручил администрации»."""
    governed = token.reading(case=case)
    if governed is not None and token.readings[0].case in ("nom", "gen", "acc", "loc"):
        token.settle(governed)
        token.readings = tuple(reading for reading in token.readings if reading.case == case)


def _may_be(sentence: Sentence, index: int, case: str, known: Lexicon) -> bool:
    token = sentence.tokens[index]
    if not is_agent(sentence, index, known.code):
        return False
    return any(reading.case in (case, "dat", "acc", "gen", "") for reading in token.readings)
