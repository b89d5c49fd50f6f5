"""Nouns of deeds that a cue takes: «готовится к ремонту», “pledged two million pounds”, «в планах — ремонт»."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.agents import is_agent
from briefing.extract.clauses import Piece, is_finite
from briefing.extract.cues import Cue, Lexicon
from briefing.extract.governed import DASHES, Complement, Finder, is_infinitive, piece_at
from briefing.language import Sentence, Token

_SIGNS = frozenset("$£€¥")
_REACH = 7  # tokens between a list of plans and its dash
_GIVEN_REACH = 8  # between a promise and what is promised: «пообещал [жителям дальнего района] мост»
_ATTRIBUTES = 4  # from a cue to the noun right behind it
_DATE_REACH = 11  # between a deed and its date


def noun(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The deed after one of the frame's prepositions or without one: «готовится к ремонту», “announced a closure”."""
    tokens = sentence.tokens
    by = cue.frame.by
    opened = "" in by
    stop = min(cue.stop + 8, parts[-1].stop)
    first: int | None = _after_addressee(tokens, cue.stop, known) if opened else None
    for index in range(first or cue.stop, stop):
        token = tokens[index]
        if not token.is_word and token.text not in '«»“”"':
            return None
        if token.pos == "ADP":
            first = index + 1 if token.fold in by else None
            opened = False
        elif first is not None and known.is_deed(token):
            done = cue.frame.status == "planned" and (
                known.has("done", token) or _is_known_already(tokens, first, index, known)  # “announced the arrest”
            )
            return Complement(first, index) if not (done or _is_judged(tokens, index, stop, known)) else None
        elif token.readings[0].form == "inf" and not known.grammar.infinitive_mark:
            return None  # «пообещал не просить о ссуде»
        elif first is not None and known.has("amounts", token):
            continue  # «объявил о | серии | концертов»
        elif first is not None and (is_finite(token) or (token.pos == "NOUN" and not _skips(tokens, index, opened))):
            return None
    return None


def _is_known_already(tokens: Sequence[Token], first: int, noun: int, known: Lexicon) -> bool:
    """Whether the deed was told before: “announced the change on Monday”, not “announced the closure of a mine”."""
    if not known.has("definite", tokens[first]):
        return False
    after = tokens[noun + 1] if noun + 1 < len(tokens) else None
    return after is None or not known.has("complementing", after)


def _is_judged(tokens: Sequence[Token], index: int, stop: int, known: Lexicon) -> bool:
    """Whether it is said what the deed is held to be: “considers meeting her to be his luck”."""
    if not known.grammar.object_acts:
        return False
    marks = (i for i in range(index + 1, stop + 2) if i + 1 < len(tokens) and is_infinitive(tokens, i, known))
    return any(known.has("copula_infinitives", tokens[i + 1]) for i in marks)


def governed_noun(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """Whatever one is called to, right after the preposition: «призвал к диалогу с соседями»."""
    tokens = sentence.tokens
    stop = min(cue.stop + 8, parts[-1].stop)
    mark = cue.stop
    while mark < stop and tokens[mark].pos in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON"):
        mark += 1  # «призвал | обе стороны | к диалогу»
    if mark >= stop or tokens[mark].fold not in cue.frame.by:
        return None
    for index in range(mark + 1, min(mark + 4, parts[-1].stop)):
        alone = index + 1 == parts[-1].stop or tokens[index + 1].pos in ("ADP", "PUNCT")  # “called for calm”
        if tokens[index].pos == "NOUN" or (alone and tokens[index].reading(pos="NOUN") is not None):
            return Complement(mark + 1, index) if not known.has("called_idly", tokens[index]) else None
        if tokens[index].pos not in ("ADJ", "DET"):
            return None
    return None


def thing(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The noun right after “promised”, “pledged”: “pledged two million pounds”."""
    tokens = sentence.tokens
    perfect = known.has("perfect", tokens[cue.head])
    if _is_promising(tokens[cue.head]) or (perfect and _is_promising(tokens[cue.stop - 1])):
        return None  # "a promising chef"
    for index in range(cue.stop, min(cue.stop + 6, parts[-1].stop)):
        if tokens[index].pos in ("NOUN", "PROPN"):
            return Complement(cue.stop, index) if not known.has("times", tokens[index]) else None
        if tokens[index].pos not in ("DET", "ADJ", "NUM", "ADV") and tokens[index].text not in _SIGNS:
            return Complement(cue.stop, index - 1) if _is_sum(tokens, cue.stop, index) else None
    return None


def payable(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The word that tells when what is declared will be paid: “declared a dividend, | payable | on 5 May”."""
    found = (i for i in range(cue.stop, parts[-1].stop) if known.has("payable", sentence.tokens[i]))
    index = next(found, None)
    return Complement(cue.first, index) if index is not None else None


def _is_sum(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether the words are a sum of money by its sign: “pledged | $5 million |”."""
    return tokens[stop - 1].pos == "NUM" and any(token.text in _SIGNS for token in tokens[first:stop])


def given(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The object, whatever it is, of a promise or demand: «пообещал жителям новый мост», «потребовал выкуп»."""
    tokens, addressed = sentence.tokens, False
    for index in range(cue.stop, min(cue.stop + _GIVEN_REACH, parts[-1].stop)):
        token = tokens[index]
        reading = token.readings[0]
        if token.pos in ("NOUN", "PROPN", "PRON"):
            counted = tokens[index - 1].pos == "NUM"  # «двадцать тракторов»
            if not counted and (reading.case == "dat" or (addressed and reading.case == "gen")):
                addressed = True
                continue
            thing = counted or (token.reading(pos=token.pos, case="acc") is not None and reading.case != "gen")
            thing = thing and not known.has("times", token)
            return Complement(cue.first, index) if thing and not is_agent(sentence, index, known.code) else None
        if token.pos not in ("DET", "ADJ", "NUM", "ADV"):
            return None
    return None


def _is_promising(token: Token) -> bool:
    """Whether it is a present participle beside “have”, which makes an adjective of it: “have a promising vaccine”."""
    reading = token.readings[0]
    return reading.form == "part" and reading.tense == "pres"


def _after_addressee(tokens: Sequence[Token], first: int, known: Lexicon) -> int:
    """Return where what is promised or demanded starts: «пообещал мне | работу», «потребовал от мэра | отставки»."""
    reading = tokens[first].readings[0] if first < len(tokens) else None
    if reading is not None and known.has("addressing", tokens[first]):
        nouns = (i for i in range(first + 1, len(tokens)) if tokens[i].pos not in ("ADJ", "DET"))
        return next(nouns, first) + 1
    return first + 1 if reading is not None and reading.pos in ("NOUN", "PRON") and reading.case == "dat" else first


def _skips(tokens: Sequence[Token], index: int, bare: bool) -> bool:
    """Whether a noun before the deed may be the one addressed («предложил правительству отмену …»)."""
    return bare and tokens[index].reading(case="dat") is not None


def announced(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """A deed that is still to come when it is announced: «объявил о закрытии цеха», not «о завершении работ»."""
    found = noun(sentence, cue, known, parts)
    return found if found is not None and known.has("announced", sentence.tokens[found.head]) else None


def listed(name: str, reach: int, *, held: bool = False) -> Finder:
    """Return a finder of the noun of the word list ``name`` that stands nearest to the cue, within ``reach`` tokens.

    ``held`` says that the noun itself must be what is held: not «ожидаются результаты выборов».
    """

    def find_listed(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
        piece = piece_at(parts, cue.head)
        if piece is None:
            return None
        first, stop = max(piece.first, cue.head - reach), min(piece.stop, cue.stop + reach)
        for index in sorted(range(first, stop), key=lambda i: abs(i - cue.head)):
            token = sentence.tokens[index]
            if index == cue.head or token.pos != "NOUN" or not known.has(name, token):
                continue
            if not held or _may_be_held(token):
                return Complement(cue.first, index)
        return None

    return find_listed


def _may_be_held(token: Token) -> bool:
    """Whether the noun may be the subject or object of what is said."""
    return any(reading.case in ("", "nom", "acc") for reading in token.readings)


def dated_noun(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The noun of a deed with a time to come: «переговоры о вывозе леса в будущем году»."""
    found = noun(sentence, cue, known, parts)
    return found if found is not None and _is_timed(sentence, found.head, known) else None


def dated_deed_before(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The deed before the verb, and its new time after that: «матч перенесли на 20 марта»."""
    found = deed_before(sentence, cue, known, parts)
    return found if found is not None and _is_timed(sentence, cue.stop - 1, known) else None


def _is_timed(sentence: Sentence, index: int, known: Lexicon) -> bool:
    """Whether a time stands shortly behind the word."""
    after = sentence.tokens[index + 1 : index + _DATE_REACH]
    return any(token.pos == "NUM" or known.has("times", token) or known.has("spans", token) for token in after)


def listed_after(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """What the plans are: the deed after a dash or verb of being, «в планах — ремонт», «в планы входит ремонт»."""
    tokens = sentence.tokens
    joint = next((i for i in range(cue.stop, min(cue.stop + _REACH, len(tokens))) if _joins(tokens[i], known)), None)
    if joint is None:
        return _without_verb(sentence, cue, known, parts)
    if any(token.text == "," for token in tokens[cue.stop : joint]):
        return None  # «включить в план мост, Минстрою — подготовить смету»
    for index in range(joint + 1, min(joint + 4, len(tokens))):
        if known.is_deed(tokens[index]) or is_infinitive(tokens, index, known):
            return Complement(joint + 1, index)
        if tokens[index].pos not in ("ADJ", "DET", "ADV", "PART", "PUNCT", "NUM"):
            return None
    return None


def _without_verb(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The deed that is the subject where neither verb nor dash stands: «в планах также установка лавочек»."""
    tokens, piece = sentence.tokens, piece_at(parts, cue.head)
    if piece is None or any(is_finite(token) for token in tokens[piece.first : piece.stop]):
        return None
    for index in range(cue.stop, min(cue.stop + _REACH, piece.stop)):
        if tokens[index].reading(case="nom") is not None and known.is_deed(tokens[index]):
            first = index
            while first > cue.stop and tokens[first - 1].pos == "ADJ":
                first -= 1
            return Complement(first, index)
        if tokens[index].pos not in ("ADJ", "DET", "ADV", "PART", "NUM") and tokens[index].reading(case="gen") is None:
            return None
    return None


def _joins(token: Token, known: Lexicon) -> bool:
    return token.text in DASHES or (token.readings[0].tense == "pres" and known.has("listing", token))


def event(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The noun of a deed right after the cue, which has all of the clause: «предстоит ремонт моста»."""
    piece = piece_at(parts, cue.head)
    for index in range(cue.stop, min(cue.stop + 4, piece.stop if piece is not None else cue.stop)):
        if known.is_deed(sentence.tokens[index]):
            return Complement(cue.first, index)
        if sentence.tokens[index].pos == "NOUN" and sentence.tokens[index].readings[0].case == "ins":
            break  # «назначен подрядчиком строительства»
    return None


def deed_before(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The noun of a deed before the cue, as its subject: «ремонт намечен на май», “repairs are under way”."""
    subjects = _nouns_before(sentence, cue, parts)
    return Complement(cue.first, cue.head) if any(known.is_deed(sentence.tokens[i]) for i in subjects) else None


def held_before(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """What is held, before the cue, and when, behind it: «конкурс назначен на 20 марта»."""
    held = any(known.has("held_events", sentence.tokens[i]) for i in _nouns_before(sentence, cue, parts))
    return Complement(cue.first, cue.head) if held and _is_timed(sentence, cue.stop - 1, known) else None


def held_after(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """What is held, right behind the cue, and when: «назначил общее собрание акционеров на 20 марта»."""
    for index in range(cue.stop, min(cue.stop + _ATTRIBUTES, parts[-1].stop)):
        token = sentence.tokens[index]
        if token.pos == "NOUN":
            held = known.has("held_events", token) and token.reading(case="acc") is not None
            return Complement(cue.first, index) if held and _is_timed(sentence, index, known) else None
        if token.pos not in ("ADJ", "DET", "NUM"):
            return None
    return None


def _nouns_before(sentence: Sentence, cue: Cue, parts: Sequence[Piece]) -> list[int]:
    """Return the words before the cue that may be its subject, none of them a name or behind a preposition."""
    tokens, found = sentence.tokens, []
    for index in range(parts[0].first, cue.head):
        case = tokens[index].reading(case="nom") is not None or not tokens[index].readings[0].case
        around = tokens[max(0, index - 1) : index + 2]  # «Фирма «Ремонт» назначена подрядчиком»: a name
        named = any(token.text in "«»“”" for token in around) or (index > 0 and around[0].pos == "ADP")
        if case and not named:
            found.append(index)
    return found


WAYS: dict[str, Finder] = {
    "noun": noun,
    "announced": announced,
    "work": listed("works", 6),
    "work begun": listed("works", 3),
    "option": listed("options", 3),
    "awaited": listed("awaited", 3),
    "governed": governed_noun,
    "acted noun": noun,
    "thing": thing,
    "payable": payable,
    "acted thing": given,
    "sought": listed("sought", 4),
    "dated noun": dated_noun,
    "listed": listed_after,
    "event": event,
    "held event": listed("held_events", 5, held=True),
    "deed before": deed_before,
    "held event before": held_before,
    "held event after": held_after,
    "dated deed before": dated_deed_before,
}
"""How each way of taking a noun finds it."""
