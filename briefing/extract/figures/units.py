"""Units after a number: measures, times of day that are none, and compounds like «22-летний» or "four-day"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from briefing.extract.figures import numerals, years
from briefing.extract.figures.numerals import Number, tidy
from briefing.extract.figures.page import Page
from briefing.extract.figures.quantity import Quantity, made, nothing

_HOURS = 24
_LONGEST_ABBREVIATION = 3
_TALLY_REACH = 8  # pieces between a number and what tells that so many are counted
_SCALE_OF_MONEY = 1000
_SINGULAR = (1, *range(21, 100, 10))  # numbers that the singular follows


def is_measure(page: Page, at: int) -> bool:
    """Whether the word at ``at`` can be a unit here: "May 5 in Rome" has no inches, «5 с половиной» no seconds."""
    piece = page.pieces[at]
    capitals = page.vocabulary.figures["capital_units"]
    if len(piece.text) <= 2 and piece.text.isalpha() and (piece.text.isupper() or piece.text.upper() in capitals):
        return piece.text in capitals
    return True


def measured(page: Page, number: Number, found: tuple[int, Any]) -> Quantity:
    stop, unit = found
    if _is_clock(page, number, stop):
        minutes = numerals.read(page, stop)
        named = minutes is not None and page.has(minutes.stop, "minute")
        return nothing(number, minutes.stop + 1 if minutes is not None and named else stop)
    if not _agrees(page, number):
        return nothing(number, stop)
    if page.has(number.stop, "weight_or_money") and not _speaks_of_weight(page, stop):
        money = page.match(number.stop, "weight_or_money")
        assert money is not None
        return made(page, number, money[0], "money", str(money[1]))
    if page.has(number.stop, "below_zero") and (first := sign(page, number)) is not None:
        number = replace(number, first=first, value=-number.value)
    return made(page, number, stop, "measure", str(unit))


def named(page: Page, index: int) -> Quantity | None:
    """Read a number behind the name of its scale: «магнитудой 5,4», "magnitude 6.1", "a magnitude of 5.9"."""
    found = page.match(index, "named_measure")
    if found is None:
        return None
    at = page.past(found[0], "named_measure_before")
    if page.is_dash(at) and page.glued(at) and page.glued(at + 1):
        at += 1
    number = numerals.read(page, at)
    if number is None or not number.digits or page.has(number.stop, "named_measure_points"):
        return None
    return replace(made(page, number, number.stop, "measure", str(found[1])), first=index)


def sign(page: Page, number: Number) -> int | None:
    """Return where a minus before the number stands: «минус 25 градусов», "-5 °C"."""
    before = number.first - 1
    if page.has(before, "minus"):
        return before
    signed = page.is_dash(before) and page.glued(number.first) and not page.glued(before)
    return before if signed else None


def below_nothing(page: Page, quantity: Quantity) -> Quantity:
    """Return the quantity with the word for a minus that stands before it: «минус 40 долларов», not «плюс-минус 5»."""
    minus = quantity.first - 1
    if quantity.kind is None or quantity.value <= 0:
        return quantity
    if (
        quantity.bare
        and quantity.number.digits
        and page.text(minus - 1).isalpha()
        and sign(page, quantity.number) == minus
    ):
        return replace(quantity, first=minus, value=-quantity.value)  # «похолодает до -20»
    if not page.has(minus, "minus"):
        return quantity
    before = minus - 1 - (page.is_dash(minus - 1) or page.has(minus - 1, "joint"))
    if page.has(before, "plus") or (before >= 0 and page.pieces[before].has_digits):
        return quantity
    return replace(quantity, first=minus, value=-quantity.value)


def per_unit(page: Page, quantity: Quantity) -> Quantity:
    """Return the quantity with the unit that it is told for: «37,4 ц/га», «120 чел./кв. км», "40 mg/l"."""
    if quantity.kind not in ("measure", "count") or quantity.unit is None:
        return quantity
    stroke = quantity.stop + (page.text(quantity.stop) == "." and page.glued(quantity.stop))
    if page.text(stroke) != "/" or not (page.glued(stroke) and page.glued(stroke + 1)):
        return quantity
    found = page.match(stroke + 1, "measure") or page.match(stroke + 1, "per")
    if found is None:
        return quantity
    start, end = page.pieces[quantity.number.stop].start, page.pieces[found[0] - 1].end
    return replace(quantity, stop=found[0], unit=page.document.text[start:end])


def _agrees(page: Page, number: Number) -> bool:
    """Whether the unit has the form that the number asks for: «на 14 минуте» tells which minute."""
    if not page.vocabulary.figures["units_agree"] or not number.digits:
        return True
    piece = page.pieces[number.stop]
    token = page.sentence.tokens[piece.token]
    if token.text != piece.text or not any(r.pos == "NOUN" and not r.fixed and r.case for r in token.readings):
        return True
    if len(token.text) <= _LONGEST_ABBREVIATION:
        return True
    return page.document.language.counted(page.sentence, piece.token, number.value) is not None


def _speaks_of_weight(page: Page, stop: int) -> bool:
    """Whether pounds are weight: the sentence says so, or something is described ("a 550 pound hog")."""
    describes = stop < len(page.pieces) and not page.is_plural(stop - 1)
    if describes and page.sentence.tokens[page.pieces[stop].token].pos == "NOUN":
        return True
    return any(page.has(index, "weight_cue") for index in range(len(page.pieces)))


def _is_clock(page: Page, number: Number, stop: int) -> bool:
    """Whether «в 19 часов» tells the time of day and no duration."""
    if not page.has(number.stop, "clock") or not 0 <= number.value <= 24:
        return False
    if page.has(stop, "clock_after"):
        return True
    return number.digits and page.has(number.first - 1, "clock_before")


def hours(page: Page, number: Number) -> Quantity | None:
    """Pass the hours between which something is open: «с 9 до 17 часов», «с 10 до 18 ч.»."""
    if not page.has(number.first - 1, "clock_from") or not number.digits or not page.has(number.stop, "range"):
        return None
    later = numerals.read(page, number.stop + 1)
    if later is None or not later.digits or not 0 <= number.value < later.value <= _HOURS:
        return None
    return nothing(number, later.stop + 1) if page.has(later.stop, "clock") else None


def compound(page: Page, number: Number) -> Quantity | None:
    """Read what is joined by a hyphen: «22-летний», "four-day", "281-store", «5-го», «44-ФЗ»."""
    at = number.stop + 1
    piece = page.pieces[at]
    if piece.number is not None or not piece.is_word or numerals.read(page, at) is not None:
        return None
    word = piece.word.fold
    if not (number.value or number.digits):
        return nothing(number, at + 1)  # “a zero-tolerance policy”
    if piece.text.isupper() or page.has(at, "ordinal_ending"):
        return nothing(number, at + 1)
    if number.single and page.has(at, "multiple"):
        return nothing(number, at + 1)
    if (found := page.vocabulary.second_part(word)) is not None:
        scale, kind, unit = found
        return made(page, replace(number, value=tidy(number.value * scale)), _compound_stop(page, at), kind, unit)
    if page.has(at, "fraction") or page.has(at, "multiple"):
        return nothing(number, at + 1)
    if any(word.startswith(stem) for stem in page.vocabulary.figures["multiple_stems"]):
        return nothing(number, at + 1)
    measure = page.match(at, "measure")
    if measure is not None:
        return made(page, number, measure[0], "measure", measure[1])
    return made(page, number, _compound_stop(page, at), "count", word)


def apart(page: Page, number: Number) -> Quantity | None:
    """Read a compound whose hyphen was forgotten: «72-х летний», «18 летняя»; «2 летних лагеря» is no such."""
    if number.stop >= len(page.pieces) or not number.digits or number.value % 100 in _SINGULAR:
        return None
    if page.has(number.stop, "percent"):
        return None  # «на 0,5 процентного пункта»
    piece = page.pieces[number.stop]
    found = page.vocabulary.second_part(piece.word.fold) if piece.is_word else None
    if found is None or page.sentence.tokens[piece.token].reading(pos="ADJ", number="sing") is None:
        return None
    return made(page, number, number.stop + 1, found[1], found[2])


def anniversary(page: Page, index: int) -> Quantity | None:
    """Read «к столетию писателя»: the years since something, and no stretch of time."""
    found = page.match(index, "anniversary")
    if found is None or not page.has(index - 1, "anniversary_before") or found[0] >= len(page.pieces):
        return None
    following = page.sentence.tokens[page.pieces[found[0]].token]
    if following.reading(case="gen") is None and following.pos != "ADP":
        return None
    return made(page, Number(index, found[0], found[1]), found[0], "measure", page.vocabulary.figures["age_unit"])


def decade_of_life(page: Page, index: int) -> Quantity | None:
    """Read an age by its decade: "a man in his 40s", "in her early thirties"."""
    if not years.is_of_life(page, index):
        return None
    spelled, value = page.match(index, "decade"), page.integer(index)
    stop = spelled[0] if spelled is not None else years.suffixed(page, index + 1, "decade_suffix")
    age = int(str(spelled[1])) % 100 if spelled is not None else value
    if age is None or stop == index or age % 10 or not 20 <= age < 100 or (spelled is None and stop == index + 1):
        return None
    return made(page, Number(index, stop, age), stop, "measure", page.vocabulary.figures["age_unit"])


def spelled_compound(page: Page, index: int) -> Quantity | None:
    """Read «двухмесячный», «сорокалетие»: a numeral and a unit in one word."""
    compound = page.vocabulary.compound(page.pieces[index].word.fold)
    if compound is None or page.has(index, "measure") or page.has(index + 1, "year_word"):
        return None  # «двухтысячный год»
    return made(page, Number(index, index + 1, tidy(compound[0])), index + 1, compound[1], compound[2])


def _compound_stop(page: Page, at: int) -> int:
    stop = at + 1
    while page.is_dash(stop) and page.glued(stop) and page.glued(stop + 1) and page.pieces[stop + 1].is_word:
        stop += 2
    return stop


def glued_word(page: Page, number: Number) -> Quantity | None:
    """Pass letters right after digits that make a name of them: "5G", "3D"."""
    at = number.stop
    if not page.glued(at) or not page.pieces[at].is_word or not number.digits:
        return None
    return nothing(number, at + 1)


def may_be_money(page: Page, quantity: Quantity) -> bool:
    """Whether a number without a unit may be money like the one before: «один даст 3 млн рублей, другой — 2»."""
    if page.has(quantity.number.stop, "among"):
        return False  # “37 of the schools”
    if any(page.has(index, "tally") for index in range(max(0, quantity.first - _TALLY_REACH), quantity.first)):
        return False  # “doubles the number of rooms to 62 from 27”
    following = quantity.stop
    subject = following < len(page.pieces) and page.is_verb(following)
    return quantity.number.factor >= _SCALE_OF_MONEY or (quantity.number.digits and not subject)
