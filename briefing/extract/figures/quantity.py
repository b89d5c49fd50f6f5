"""A quantity where it stands, and the making of one."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.figures import numerals
from briefing.extract.figures.numerals import Number, tidy
from briefing.extract.figures.page import Page
from briefing.frozen import frozen
from briefing.model import FigureKind


@frozen
class Quantity:
    """A number with its unit in the pieces ``first`` to ``stop`` (exclusive); see `briefing.model.Figure`.

    ``kind`` is None for a number that only tells a rank, a time or a label: nothing to show, but to be passed over.
    ``bare``: the unit is not said.
    """

    first: int
    stop: int
    kind: FigureKind | None
    value: float
    unit: str | None
    number: Number
    bare: bool = False


def made(page: Page, number: Number, stop: int, kind: FigureKind, unit: str | None) -> Quantity:
    """Return a number with its unit, which ends at piece ``stop``, and with the coins that follow money."""
    quantity = Quantity(number.first, stop, kind, number.value, unit, number)
    return with_coins(page, quantity) if kind == "money" else quantity


def nothing(number: Number, stop: int | None = None) -> Quantity:
    """Return what is passed over: a number that counts nothing, with what belongs to it."""
    return Quantity(number.first, stop or number.stop, None, number.value, None, number)


def with_coins(page: Page, money: Quantity) -> Quantity:
    """Add the coins that follow: «6 рублей 50 копеек»."""
    at = money.stop + 1 if page.text(money.stop) == "." else money.stop
    number = numerals.read(page, at)
    coin = page.match(number.stop, "coin") if number is not None else None
    if number is None or coin is None or not isinstance(coin[1], list) or coin[1][0] != money.unit:
        return money
    return replace(money, stop=coin[0], value=tidy(money.value + number.value / float(coin[1][1])))
