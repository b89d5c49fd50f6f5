"""Money whose sign stands before its number, and money in small coins."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.figures import numerals
from briefing.extract.figures.numerals import Number, tidy
from briefing.extract.figures.page import Page
from briefing.extract.figures.quantity import Quantity


def symbol_first(page: Page, index: int) -> Quantity | None:
    """Read money whose sign or code stands before the number: "$2.5bn", "C$10", "USD 5 million", «€3 млрд»."""
    symbol = page.match(index, "symbol") or _letter(page, index)
    if symbol is None:
        return None
    at, code = symbol
    if not all(page.glued(part) for part in range(index + 1, at)):
        return None  # "a $250,000 fine" is in no Australian dollars
    number = numerals.read(page, at)
    if number is None or not number.digits:
        return None
    stop, value = number.stop, number.value
    scaled = page.match(stop, "glued_scale") if page.glued(stop) else None
    if scaled is not None:
        stop, factor = scaled[0], float(str(scaled[1]))
        value = tidy(value * factor)
        number = replace(number, value=value, stop=stop, factor=factor)
    elif page.is_dash(stop) and _is_number(page, stop + 1):
        stop, number = _to_end_of_range(page, number)
        value = number.value
    coded = page.match(stop, "currency")  # "$5 million Canadian dollars", "$300 USD"
    stop = coded[0] if coded is not None else stop
    return Quantity(index, stop, "money", value, str(code), number)


def opens_amount(page: Page, index: int) -> bool:
    """Whether a sign belongs to the number right behind it and not to one before it: "two | $500 prizes"."""
    symbol = page.match(index, "symbol")
    return symbol is not None and page.glued(symbol[0]) and _is_number(page, symbol[0])


def _letter(page: Page, index: int) -> tuple[int, str] | None:
    """Return a currency of one capital with a great number right behind it: "R15 million", but no road "N11"."""
    found = page.match(index, "symbol_letter") if page.text(index).isupper() and page.glued(index + 1) else None
    number = numerals.read(page, found[0]) if found is not None else None
    if found is None or number is None or not number.digits:
        return None
    great = (
        number.factor > 1
        or "," in page.text(found[0])
        or (page.glued(number.stop) and page.has(number.stop, "glued_scale"))
    )
    return (found[0], str(found[1])) if great else None


def _is_number(page: Page, index: int) -> bool:
    while page.has(index, "symbol"):
        index += 1
    return index < len(page.pieces) and page.pieces[index].number is not None


def _to_end_of_range(page: Page, number: Number) -> tuple[int, Number]:
    """Return where "$5-7 million" ends, and its lower bound with the scale of the upper one."""
    at = number.stop + 1
    symbol = page.match(at, "symbol")
    at = symbol[0] if symbol is not None else at
    upper = numerals.read(page, at)
    if upper is None:
        return number.stop, number
    stop, factor = upper.stop, upper.factor
    scaled = page.match(stop, "glued_scale") if page.glued(stop) else None
    if scaled is not None:
        stop, factor = scaled[0], float(str(scaled[1]))
    if number.factor == 1 and factor != 1:
        number = replace(number, value=tidy(number.value * factor))
    return stop, number


def coins(page: Page, number: Number) -> Quantity | None:
    """Read a number of small coins as money: «20 копеек», "25 cents"."""
    found = page.match(number.stop, "coin")
    if found is None or (len(page.text(number.stop)) == 1 and not (page.glued(number.stop) and number.digits)):
        return None  # "two P-3 planes"
    stop, (code, share) = found
    return Quantity(number.first, stop, "money", tidy(number.value / share), code, number)
