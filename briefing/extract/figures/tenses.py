"""The tense in which a sentence tells of a date: that of the verb nearest to it, or the future where a word plans."""

from __future__ import annotations

from itertools import takewhile

from briefing.extract.figures import clock
from briefing.extract.figures.page import Page
from briefing.extract.figures.resolve import Onward, Tense

_DUE = 4  # pieces of a term: «до конца | марта»
_NEAR_VERB = 40
_NEAR_AUXILIARY = 3
_AS_FAR = 10  # tokens between a verb and the date for which it sets something
_NOT_BEFORE = 3  # tokens from the verb to the date of «начали не раньше мая»
_DATE = 3  # tokens of a date and of what may stand behind it


def nearest(page: Page, index: int) -> Tense:
    """Return the tense of the verb nearest to piece ``index``; a word for plans makes it the future."""
    return _nearest(page, index)[0] if not _is_aim(page, index) else "fut"


def is_lasting(page: Page, index: int) -> bool:
    """Whether a present tense beside piece ``index`` tells what lasts, and no deed: not “is striking today”."""
    tokens, following = page.sentence.tokens, page.pieces[index].token + 1
    apart = following < len(tokens) and tokens[following].pos == "SCONJ"  # “we tell them today | that we want …”
    tense, _, position = _nearest(page, index, following if apart else None)
    if tense != "pres":
        return not tense and bool(page.vocabulary.calendar["silent_present"])
    asked = page.vocabulary.calendar["deed_after"].get(tokens[position].lemma)
    after = next((token for token in tokens[position + 1 : position + _NEAR_AUXILIARY] if token.pos != "ADV"), None)
    return asked is None or after is None or (after.readings[0].form, after.readings[0].tense) != ("part", asked)


def told(page: Page, index: int) -> Tense:
    """Return the tense in which a date is told; none where an infinitive is nearer: «поручил сдать в мае».

    A term beside an infinitive, also right before it, is to come: «поручено до 5 мая сдать».
    """
    if is_reported_for(page, index):
        return "past"
    if _is_aim(page, index) or _is_prepared_for(page, index):
        return "fut"
    here, due = page.pieces[index].token, page.has(clock.begins_before(page, index) - 1, "deadline_before")
    tense, away, position = _nearest(page, index, _next_clause(page, here) if due else None)
    if _is_not_before(page, index):
        return "past" if tense == "past" and here - _NOT_BEFORE <= position < here else "fut"
    if tense == "pres" and page.has(index - 1 - page.has(index - 1, "deadline_filler"), "deadline_before"):
        return "fut"  # “residents have until May 3”
    if _is_reported_future(page, position, page.pieces[index].token):
        return "fut"
    if tense != "past":
        return "fut" if due and not tense else tense
    if _is_put_off(page, index, position) or _is_to_be_done(page, position):
        return "fut"
    nearer = page.sentence.tokens[max(0, here - away + 1) : here + (away + _DATE if due else away)]
    if not any(token.readings[0].form == "inf" for token in nearer):
        return tense
    return "fut" if due else ""


def _is_aim(page: Page, index: int) -> bool:
    """Whether what begins at ``index`` tells when something is to be so: «важно, чтобы в | субботу | всё работало»."""
    tokens, here = page.sentence.tokens, page.pieces[index].token
    words = (tokens[i] for i in range(here - 1, max(-1, here - _AS_FAR), -1))
    near = takewhile(lambda token: token.is_word and token.readings[0].form != "fin", words)
    return any("of_aim" in page.vocabulary.of_token(token).tables for token in near)


def _is_prepared_for(page: Page, index: int) -> bool:
    """Whether somebody gets ready for what begins at ``index``: «подготовка к | зиме»."""
    return page.has(index - 1, "deadline_before") and page.has(index - 2, "prepared")


def is_reported_for(page: Page, index: int) -> bool:
    """Whether what begins at ``index`` tells for which time it is reported or paid: «отчёт о работе за | полгода»."""
    if not page.has(index - 1, "reported_for"):
        return False
    for before in range(index - 2, -1, -1):
        if page.is_verb(before) or not page.pieces[before].is_word:
            return False
        if page.has(before, "reported"):
            return True
    return False


def _next_clause(page: Page, here: int) -> int:
    """Return the comma behind which another clause goes on: “asked them to reply by Friday, | but ruled out …”."""
    tokens = page.sentence.tokens
    joints = (i for i in range(here + 1, len(tokens) - 1) if tokens[i].text == "," and tokens[i + 1].pos == "CCONJ")
    return next(joints, len(tokens))


def _is_reported_future(page: Page, position: int, stop: int) -> bool:
    """Whether what was said to come is told before ``stop``: “said it would open on May 3”, not “would have opened”."""
    words = [page.vocabulary.of_token(token).tables for token in page.sentence.tokens[max(0, position) : position + 2]]
    return len(words) == 2 and "reported_future" in words[0] and "supposing" not in words[1] and position < stop


def goes_on(page: Page, start: int, stop: int) -> Onward:
    """Return how a date at ``stop``, with a verb of its own, is joined to what tells of the date before ``start``.

    In a "sequel" the same thing is done after it: “closes in March and | opens in | May”. A "clause" may tell of
    another thing, sooner or later: «в мае 2019 года открыли цех, | а в | августе | запустят второй».
    """
    joints = [index for index in range(start, stop) if page.has(index, "and") or page.text(index) == ","]
    if not joints:
        return ""
    tokens = page.sentence.tokens
    between = [tokens[page.pieces[index].token] for index in range(joints[-1], stop)]
    if page.text(joints[-1]) != "," and any(token.reading(pos="VERB") is not None for token in between):
        due = any(page.has(index, "deadline_before") for index in range(max(0, start - _DUE), start))
        other = page.text(joints[-1] - 1) == "," and not page.is_verb(joints[-1] + 1)  # “, and the bridge will …”
        return "clause" if due or other else "sequel"
    if any(token.pos == "SCONJ" for token in between):
        return ""  # «заявили, | что в | августе …»
    after = takewhile(lambda token: token.is_word, tokens[page.pieces[stop].token :])
    told = any(token.readings[0].form in ("fin", "short") for token in (*between, *after))
    return "clause" if told else ""


def _is_put_off(page: Page, index: int, position: int) -> bool:
    """Whether the verb sets something for the date: “adjourned the case until May 3”, «перенесли на 3 мая»."""
    tokens, here = page.sentence.tokens, page.pieces[index].token
    if not here - _AS_FAR < position < here or "put_off" not in page.vocabulary.of_token(tokens[position]).tables:
        return False
    before = index - 1 - page.has(index - 1, "deadline_filler")
    return page.has(before, "put_off_to")


def _is_to_be_done(page: Page, position: int) -> bool:
    """Whether a participle is what is still to be done: “must be paid”, “a fee, to be paid”, not “had to be paid”."""
    tokens = page.sentence.tokens
    if position < 3 or tokens[position].readings[0].form != "part" or tokens[position - 1].readings[0].form != "inf":
        return False
    governor, mark = tokens[position - 3 : position - 1]
    if mark.pos == "PART":
        return governor.pos != "VERB" or governor.readings[0].tense == "pres"
    return (mark.readings[0].form, mark.readings[0].tense) == ("fin", "pres")


def _is_not_before(page: Page, index: int) -> bool:
    """Whether a term that has not come is told: «не раньше августа»."""
    found = page.match(index - 2, "deadline_from")
    return found is not None and found[0] == index


def _nearest(page: Page, index: int, stop: int | None = None) -> tuple[Tense, int, int]:
    """Return the tense nearest to piece ``index``, before token ``stop``, how far away it is and which token has it."""
    here, tokens = page.pieces[index].token, page.sentence.tokens
    last = len(tokens) if stop is None else stop
    openers = (i for i in range(here - 1, 0, -1) if tokens[i].pos == "SCONJ" and not tokens[i].reading(pos="ADP"))
    clause = next(openers, 0)
    for first in dict.fromkeys((clause, 0)):  # «сообщил, | что в мае мост закроют»: the verb of the clause, if any
        for away in range(_NEAR_VERB + 1):
            for position in dict.fromkeys((here - away, here + away)):
                within = first <= position < last and position < here + _NEAR_VERB
                if within and (tense := _tense(page, position)):
                    return tense, away, position
    return "", _NEAR_VERB, -1


def _tense(page: Page, position: int) -> Tense:
    token = page.sentence.tokens[position]
    if "future_cue" in (tables := page.vocabulary.of_token(token).tables) and not _is_aside(page, position):
        return "fut" if token.pos != "NOUN" or "future_noun" in tables else ""
    if position == 0 and _addresses_reader(page):
        return ""
    reading = token.readings[0]
    if reading.pos == "ADJ" and _opens_clause(page, position):
        reading = token.reading(form="part", tense="past") or reading
    if reading.form in ("part", "short") and _will_be(page, position):
        return "fut"
    if reading.form == "part":
        if reading.tense != "past":
            return ""
        return "fut" if _is_yet_to(page, position) else "past"
    if reading.pos != "VERB" or reading.form not in ("fin", "short", ""):
        return ""
    match reading.tense:
        case "past" | "pres" | "fut" as tense:
            return tense
    return ""


def _is_aside(page: Page, position: int) -> bool:
    """Whether a present participle only tells what is done besides: “wrote in June | setting out its aims”."""
    tokens = page.sentence.tokens
    if position == 0 or tokens[position].reading(form="part", tense="pres") is None:
        return False
    led = tokens[position - 1].pos in ("AUX", "ADV") or tokens[position - 1].reading(form="fin") is not None
    return not led and not any(token.pos == "PART" for token in tokens[position + 1 : position + 2])


def _opens_clause(page: Page, position: int) -> bool:
    """Whether an adjective stands where a participle opens its clause: «глава, | избранный | в феврале»."""
    tokens = page.sentence.tokens
    return tokens[position - 1].text == "," and position + 1 < len(tokens) and tokens[position + 1].pos == "ADP"


def _addresses_reader(page: Page) -> bool:
    """Whether the sentence opens with a verb that only leads to what it tells: «Напомним, …»."""
    opening = page.sentence.tokens[:2]
    return opening[0].readings[0].person == "1" and opening[-1].text == ","


def _is_yet_to(page: Page, position: int) -> bool:
    """Whether a present tense and an infinitive around a participle look ahead: “is slated to start on Sunday”."""
    tokens = page.sentence.tokens
    before = next((t for t in reversed(tokens[:position]) if t.pos != "ADV"), None)
    after = tokens[position + 1 : position + 3]
    marked = len(after) == 2 and after[0].pos == "PART" and after[1].readings[0].form == "inf"
    perfect = marked and len(tokens) > position + 3 and tokens[position + 3].readings[0].form == "part"
    present = before is not None and before.readings[0].form == "fin" and before.readings[0].tense == "pres"
    return marked and present and not perfect


def _will_be(page: Page, position: int) -> bool:
    """Whether an auxiliary beside a participle makes it the future: «будет принято», «принято будет»."""
    for step in (-1, 1):
        for token in page.sentence.tokens[position + step :: step][:_NEAR_AUXILIARY] if position + step >= 0 else ():
            if not token.is_word:
                break
            future = token.readings[0].form == "fin" and token.readings[0].tense == "fut"
            if future or "future_cue" in page.vocabulary.of_token(token).tables:
                return True
    return False
