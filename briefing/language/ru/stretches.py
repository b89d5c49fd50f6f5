"""What stands around a Russian verb besides its subject: clauses that are over, insertions, dates, names in marks."""

from __future__ import annotations

from briefing.language.base import Token
from briefing.language.lexicons import listed

RELATIVE = listed("ru", "clauses", "relative")
CORRELATIVES = listed("ru", "clauses", "correlatives")
DAYS = listed("ru", "time", "weekdays") | listed("ru", "time", "days")
TIMES = listed("ru", "time", "times")
# Words before a number that is not exact: «около», «не менее».
APPROXIMATING = listed("ru", "phrases", "approximating")
MONTHS = listed("ru", "time", "months")
CALENDAR = DAYS | TIMES | MONTHS
_WHERE = listed("ru", "clauses", "where")
_MARKS = frozenset(", ; : « » ( ) — –".split())
_LONGEST_GERUND = 14  # tokens
_LONGEST_RELATIVE = 24
_LONGEST_DESCRIPTION = 12
CLOSING = {"«": "»", "“": "”", "„": "“", '"': '"'}


def is_finite(token: Token) -> bool:
    return token.readings[0].form == "fin" and token.readings[0].pos == "VERB"


def clauses_between(tokens: list[Token], begin: int, verb: int) -> set[int]:
    """Return the tokens of clauses that are over before the verb: «министр, который …, заявил», «…, отвечая …, сказал».

    A clause that a conjunction opens is one if its own verb stands before the comma. Brackets are set aside too.
    """
    aside: set[int] = set()
    for index in range(begin, verb):
        if index in aside:
            continue
        token = tokens[index]
        end = next((i for i in range(index, verb) if tokens[i].text == ","), None)
        if token.text == "(":
            end = next((i + 1 for i in range(index, verb) if tokens[i].text == ")"), None)
        elif token.pos == "SCONJ" and (index == begin or tokens[index - 1].text == ","):
            end = end if end is not None and any(is_finite(other) for other in tokens[index:end]) else None
        elif token.lemma in RELATIVE:
            end = past_insertions(tokens, end, verb) if end is not None else None
        elif token.readings[0].form == "conv" and _opens_phrase(tokens, index, begin):
            end = end if end is not None and not any(is_finite(other) for other in tokens[index:end]) else None
        elif not opens_participial(tokens, index):
            continue
        else:
            end = _past_row(tokens, end, verb) if end is not None else None
        aside.update(range(index, end) if end is not None else ())
    return aside


def _opens_phrase(tokens: list[Token], index: int, begin: int) -> bool:
    """Whether nothing but adverbs stands between the comma and the converb at ``index``: «, лично | отвечая …,»."""
    while index > begin and tokens[index - 1].pos in ("ADV", "PART"):
        index -= 1
    return index > 0 and tokens[index - 1].text == ","


def past_insertions(tokens: list[Token], comma: int, verb: int) -> int:
    """Return the last comma before the verb if between ``comma`` and it only phrases of the clause before stand.

    «Лосев, который приехал с Анной Ким, своей женой, сказал»: they are governed in the clause, none is a subject.
    """
    commas = [i for i in range(comma + 1, verb) if tokens[i].text == ","]
    if not commas or commas[-1] != verb - 1:
        return comma
    between = tokens[comma + 1 : commas[-1]]
    oblique = any(
        t.pos in ("NOUN", "DET", "ADJ") and t.readings[0].case in ("gen", "dat", "ins", "loc") for t in between
    )
    return commas[-1] if oblique and not any(is_finite(token) and not token.is_capital for token in between) else comma


def opens_participial(tokens: list[Token], index: int) -> bool:
    """Whether a participle begins a phrase set off after its noun: «комитет, сейчас | готовящий проект, …».

    A passive one, or an adjective before «как» or a preposition, must agree with the word before the comma: «опрос,
    | проведённый …».
    """
    reading = tokens[index].readings[0]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    known_as = reading.pos == "ADJ" and after is not None and (after.fold == "как" or after.pos == "ADP")
    if reading.form != "part" and not known_as:
        return False
    if known_as or reading.voice != "act":
        return _agrees_before_comma(tokens, index)
    comma = next((i for i in range(index - 1, max(0, index - 5), -1) if tokens[i].text == ","), None)
    if comma is None or comma == 0 or tokens[_described(tokens, comma)].pos not in ("NOUN", "PROPN", "X"):
        return False
    return all(tokens[i].pos in ("ADP", "ADJ", "NOUN", "ADV", "DET") for i in range(comma + 1, index)) and (
        comma + 1 == index or tokens[comma + 1].pos in ("ADP", "ADV")
    )


def _past_row(tokens: list[Token], comma: int, verb: int) -> int:
    """Return the comma that closes a row of names begun before ``comma``: «известный как Лев, Кот или просто Лёва,»."""
    closing = next((i for i in range(comma + 1, verb) if tokens[i].text == ","), None)
    row = tokens[comma + 1 : closing]
    if closing is None or not any(token.fold in ("и", "или") for token in row):
        return comma
    return closing if all(t.is_capital or t.pos in ("CCONJ", "ADV", "PART", "ADJ") for t in row) else comma


def _agrees_before_comma(tokens: list[Token], index: int) -> bool:
    """Whether the word agrees with a noun right before the comma that opens its phrase."""
    comma = index - 1
    while comma > 0 and tokens[comma].is_word and not tokens[comma].readings[0].case:
        comma -= 1
    if comma < 1 or tokens[comma].text != ",":
        return False
    kinds = {(r.case, r.number, r.gender if r.number == "sing" else "") for r in tokens[index].readings}
    nouns = (r for r in tokens[_described(tokens, comma)].readings if r.pos in ("NOUN", "PROPN"))
    return any((r.case, r.number, r.gender if r.number == "sing" else "") in kinds for r in nouns)


def _described(tokens: list[Token], comma: int) -> int:
    """Return the noun right before the comma, or before the name in marks that it follows: «газета «Труд», …»."""
    last = comma - 1
    opening = opening_of(tokens, last) if tokens[last].text in CLOSING.values() else None
    return opening - 1 if opening else last


def date_in_commas(tokens: list[Token], comma: int) -> int | None:
    """Return where a date in commas that explains a day ends: «сказал в понедельник, | 4 декабря, | мэр»."""
    if comma + 3 >= len(tokens) or not tokens[comma + 1].text.isdigit() or tokens[comma - 1].lemma not in DAYS:
        return None
    return next((i + 1 for i in range(comma + 3, min(len(tokens), comma + 6)) if tokens[i].text == ","), None)


def gerund_in_commas(tokens: list[Token], comma: int) -> int | None:
    """Return where a gerund in commas ends that parts a verb from who acts: «заявил, | отвечая прессе, | мэр»."""
    if comma + 2 >= len(tokens) or tokens[comma + 1].readings[0].form != "conv":
        return None
    ends = (i for i in range(comma + 2, min(len(tokens), comma + _LONGEST_GERUND)) if not tokens[i].is_word)
    stop = next(ends, comma)
    if tokens[stop].text != "," or stop == comma or stop + 1 >= len(tokens):
        return None
    rest = range(stop + 1, len(tokens))
    end = next((i for i in rest if not tokens[i].is_word and tokens[i].text not in CLOSING), len(tokens))
    nominal = tokens[stop + 1].pos in ("NOUN", "PROPN", "ADJ")
    # With a verb of its own what follows is another clause.
    return stop + 1 if nominal and not any(map(is_finite, tokens[comma + 2 : end])) else None


def name_in_marks(tokens: list[Token], opening: int) -> int | None:
    """Return where a short quoted name that opens here ends («Роснефть», «Московский комсомолец»)."""
    closing = CLOSING[tokens[opening].text]
    if opening + 1 < len(tokens) and not tokens[opening + 1].is_capital:
        return None
    for index in range(opening + 1, min(len(tokens), opening + 6)):
        if tokens[index].text == closing:
            return index + 1
    return None


def past_description(tokens: list[Token], opening: int) -> int | None:
    """Return where marked words in the instrumental end that say what something is: «назвал «большой ошибкой» мэр»."""
    if tokens[opening].text == '"' or opening + 1 >= len(tokens) or tokens[opening + 1].reading(case="ins") is None:
        return None
    for index in range(opening + 1, min(len(tokens), opening + _LONGEST_DESCRIPTION)):
        if tokens[index].text == CLOSING[tokens[opening].text]:
            return index + 1
        if is_finite(tokens[index]):
            return None
    return None


def is_declined(tokens: list[Token], opening: int) -> bool:
    """Whether a name in marks stands in an oblique case, and is no subject: «сообщили «Ведомостям»»."""
    readings = tokens[opening + 1].readings
    nominal = readings[0].pos in ("NOUN", "ADJ") and all(reading.known for reading in readings)
    return nominal and all(reading.case in ("gen", "dat", "ins", "loc") for reading in readings)


def opening_of(tokens: list[Token], closing: int) -> int | None:
    """Return where the quotation that ends at ``closing`` begins in the sentence, None if it does not."""
    for index in range(closing - 1, -1, -1):
        if CLOSING.get(tokens[index].text) == tokens[closing].text:
            return index
    return None


def is_named_by(tokens: list[Token], opening: int, verb: int) -> bool:
    """Whether a name in marks goes with a noun before it that is no subject: «сыграет с командой «Напев»»."""
    before = tokens[opening - 1]
    if before.lemma in CALENDAR:
        return False  # «сообщил в пятницу «Вестник»»
    return opening - 1 > verb and before.pos == "NOUN" and before.reading(case="nom") is None


def is_compared(tokens: list[Token], index: int) -> bool:
    """Whether «как» before the phrase compares with it («работал как Лосев»), no part of «после того, как»."""
    before = index - 1
    if before < 0 or tokens[before].fold != "как":
        return False
    earlier = next((token for token in reversed(tokens[:before]) if token.is_word), None)
    return earlier is None or earlier.fold not in CORRELATIVES


def before_relative(tokens: list[Token], comma: int) -> int | None:
    """Return the comma before a relative clause that ends at ``comma``: «глава фонда|, где служил Зуев, Лев Кротов».

    A participle's phrase is one too: «глава фонда|, созданного в мае, Лев Кротов».
    """
    if comma < 3 or tokens[comma].text != ",":
        return None
    for index in range(comma - 1, max(1, comma - _LONGEST_RELATIVE), -1):
        if tokens[index].text in _MARKS:
            opening = tokens[index + 1 : index + 3]
            related = any(token.lemma in RELATIVE or token.fold in _WHERE for token in opening)
            related = related or opens_participial(tokens, index + 1)
            return index if tokens[index].text == "," and related else None
    return None


def main_verb(tokens: list[Token], verb: int) -> int | None:
    """Return the verb whose subject a relative clause without one shares: «| провёл встречу, на которой заявил».

    Several of whom only the place is told are others: «пришли в суд, где сказали».
    """
    relative = next(
        (i for i in range(verb - 1, max(0, verb - _LONGEST_RELATIVE), -1) if tokens[i].lemma in RELATIVE), 0
    )
    comma = next((i for i in range(relative, max(0, relative - 4), -1) if tokens[i].text == ","), 0)
    if not comma or any(is_finite(t) or t.text in _MARKS for t in tokens[relative + 1 : verb]):
        return None
    if tokens[relative].reading(case="nom") and comma == relative - 1:
        return None
    one, placed = tokens[verb].readings[0], relative - comma <= 2
    for index in range(comma - 1, max(-1, comma - _LONGEST_RELATIVE), -1):
        if tokens[index].text in _MARKS - {"«", "»"} or tokens[index].pos == "SCONJ":
            return None
        if is_finite(tokens[index]):
            other = tokens[index].readings[0]
            alike = (one.number, one.tense, one.person, one.gender) == (
                other.number,
                other.tense,
                other.person,
                other.gender,
            )
            return index if alike and not (placed and one.number == "plur") else None
    return None
