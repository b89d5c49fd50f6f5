"""Money, percentages, measures, ages and counts: a number with what it is a number of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.extract.figures import labels
from briefing.extract.figures.numerals import Number, tidy
from briefing.extract.figures.numerals import read as read_number
from briefing.extract.figures.page import Page
from briefing.model import FigureKind

_LARGEST_SHARE = 100
_LONGEST_ABBREVIATION = 3


@dataclass(slots=True, frozen=True)
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


class Reader:
    """Reads the quantities of one sentence."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.previous: Quantity | None = None

    def read(self, index: int) -> list[Quantity]:
        """Return the quantities that begin at piece ``index``: one, or several that share a unit («20 и 10 лет»)."""
        found = self._read(index)
        if found:
            self.previous = found[-1]
        return found

    def _read(self, index: int) -> list[Quantity]:
        if (money := self._symbol_first(index)) is not None:
            return [money]
        number = self._number(index)
        if number is None:
            compound = self._spelled_compound(index)
            return [compound] if compound is not None else []
        if labels.is_label(self.page, number):
            return [self._nothing(number)]
        if (age := self._age(number)) is not None:
            return [age]
        return self._with_unit(number)

    def _number(self, index: int) -> Number | None:
        if index >= len(self.page.pieces):
            return None
        return read_number(self.page, index)

    def _nothing(self, number: Number, stop: int | None = None) -> Quantity:
        return Quantity(number.first, stop or number.stop, None, number.value, None, number)

    # Money with its sign or code before the number: "$2.5bn", "C$10", "USD 5 million", «€3 млрд».

    def _symbol_first(self, index: int) -> Quantity | None:
        symbol = self.page.match(index, "symbol")
        if symbol is None:
            return None
        at, code = symbol
        if not all(self.page.glued(part) for part in range(index + 1, at)):
            return None  # "a $250,000 fine" is in no Australian dollars
        number = self._number(at)
        if number is None or not number.digits:
            return None
        stop, value = number.stop, number.value
        scaled = self.page.match(stop, "glued_scale") if self.page.glued(stop) else None
        if scaled is not None:
            stop, factor = scaled[0], float(str(scaled[1]))
            value = tidy(value * factor)
            number = replace(number, value=value, stop=stop, factor=factor)
        elif self.page.is_dash(stop) and self._is_number(stop + 1):
            stop, number = self._to_end_of_range(number)
            value = number.value
        coded = self.page.match(stop, "currency")  # "$5 million Canadian dollars", "$300 USD"
        stop = coded[0] if coded is not None else stop
        return Quantity(index, stop, "money", value, str(code), number)

    def _is_number(self, index: int) -> bool:
        while self.page.has(index, "symbol"):
            index += 1
        return index < len(self.page.pieces) and self.page.pieces[index].number is not None

    def _to_end_of_range(self, number: Number) -> tuple[int, Number]:
        """Return where "$5-7 million" ends, and its lower bound with the scale of the upper one."""
        at = number.stop + 1
        symbol = self.page.match(at, "symbol")
        at = symbol[0] if symbol is not None else at
        upper = self._number(at)
        if upper is None:
            return number.stop, number
        stop, factor = upper.stop, upper.factor
        scaled = self.page.match(stop, "glued_scale") if self.page.glued(stop) else None
        if scaled is not None:
            stop, factor = scaled[0], float(str(scaled[1]))
        if number.factor == 1 and factor != 1:
            number = replace(number, value=tidy(number.value * factor))
        return stop, number

    # A number and what follows it.

    def _with_unit(self, number: Number) -> list[Quantity]:
        clock = self.page.has(number.stop, "clock") and not self.page.has(number.stop, "measure")
        if clock or self.page.has(number.stop, "fraction"):
            return [self._nothing(number)]
        if (stop := self._ratio(number)) is not None:
            return [self._nothing(number, stop)]
        unit = self._unit(number)
        if unit is not None:
            return [unit]
        shared = self._sharing(number)
        if shared:
            return shared
        if (counted := self._counted(number)) is not None:
            return [counted]
        return [self._bare(number)]

    def _ratio(self, number: Number) -> int | None:
        """Return where "one in five pupils" stops: a share and no count."""
        ratio = self.page.match(number.stop, "ratio")
        whole = self._number(ratio[0]) if ratio is not None else None
        if whole is None or not number.value < whole.value <= _LARGEST_SHARE or number.value >= _LARGEST_SHARE:
            return None
        return (self._counted(whole) or self._nothing(whole)).stop

    def _unit(self, number: Number) -> Quantity | None:
        """Return the quantity if its unit follows at once: a sign, a word or an abbreviation that the lexicon knows."""
        at = number.stop
        if (spelled := self._spelled_out(number)) is not None:
            return self._unit(spelled) or self._counted(spelled)
        if self.page.is_dash(at) and self.page.glued(at) and self.page.glued(at + 1):
            if self.page.has(at + 1, "cardinal_ending"):
                longer = replace(number, stop=at + 2)
                return self._unit(longer) or self._counted(longer) or self._bare(longer)
            return self._compound(number)
        if self.page.text(at) == "." and self.page.glued(at) and number.factor > 1:
            at += 1
        for table, kind in (("percent", "percent"), ("symbol", "money"), ("currency", "money")):
            if (found := self.page.match(at, table)) is not None and not self.page.is_verb(at):
                return self._made(number, found[0], "percent" if kind == "percent" else "money", str(found[1]))
        if (found := self.page.match(at, "coin")) is not None:
            return self._coins(number, found)
        scaled = self._scaled(number)
        if scaled is not None:
            return scaled
        if number.single and not self._is_one(number):
            return None
        if (found := self.page.match(at, "measure")) is not None and self._is_measure(at):
            return self._measured(number, found)
        return self._glued_word(number)

    def _spelled_out(self, number: Number) -> Number | None:
        """Pass the same number in words, in brackets: «1 000 000 (один миллион) рублей»."""
        if self.page.text(number.stop) != "(":
            return None
        again = self._number(number.stop + 1)
        if again is None or again.value != number.value or self.page.text(again.stop) != ")":
            return None
        return replace(number, stop=again.stop + 1)

    def _scaled(self, number: Number) -> Quantity | None:
        """Read letters right after digits that multiply them: "5m people", "2bn euros"."""
        scaled = self.page.match(number.stop, "glued_scale") if self.page.glued(number.stop) and number.digits else None
        if scaled is None or number.factor != 1:
            return None
        stop, factor = scaled
        larger = replace(number, value=tidy(number.value * factor), stop=stop, factor=float(factor))
        return self._unit(larger) or self._counted(larger)

    def _made(self, number: Number, stop: int, kind: FigureKind, unit: str, share: float = 1) -> Quantity:
        value = tidy(number.value / share)
        quantity = Quantity(number.first, stop, kind, value, unit, number)
        if kind == "money" and share == 1:
            return self._with_coins(quantity)
        return quantity

    def _coins(self, number: Number, found: tuple[int, object]) -> Quantity:
        unit = found[1]
        assert isinstance(unit, list)
        return self._made(number, found[0], "money", str(unit[0]), float(unit[1]))

    def _with_coins(self, money: Quantity) -> Quantity:
        """Add the coins that follow: «6 рублей 50 копеек»."""
        at = money.stop + 1 if self.page.text(money.stop) == "." else money.stop
        number = self._number(at)
        coin = self.page.match(number.stop, "coin") if number is not None else None
        if number is None or coin is None or not isinstance(coin[1], list) or coin[1][0] != money.unit:
            return money
        return replace(money, stop=coin[0], value=tidy(money.value + number.value / float(coin[1][1])))

    def _is_measure(self, at: int) -> bool:
        """Whether the word at ``at`` can be a unit here: "May 5 in Rome" has no inches, «5 с половиной» no seconds."""
        piece = self.page.pieces[at]
        capitals = self.page.vocabulary.figures["capital_units"]
        if len(piece.text) <= 2 and piece.text.isalpha() and (piece.text.isupper() or piece.text.upper() in capitals):
            return piece.text in capitals
        return True

    def _measured(self, number: Number, found: tuple[int, object]) -> Quantity:
        stop, unit = found
        if self._is_clock(number, stop):
            minutes = self._number(stop)
            named = minutes is not None and self.page.has(minutes.stop, "minute")
            return self._nothing(number, minutes.stop + 1 if minutes is not None and named else stop)
        if not self._agrees(number):
            return self._nothing(number, stop)
        if self.page.has(number.stop, "weight_or_money") and not self._speaks_of_weight(stop):
            money = self.page.match(number.stop, "weight_or_money")
            assert money is not None
            return self._made(number, money[0], "money", str(money[1]))
        if self.page.has(number.stop, "below_zero") and (first := self._sign(number)) is not None:
            number = replace(number, first=first, value=-number.value)
        return self._made(number, stop, "measure", str(unit))

    def _sign(self, number: Number) -> int | None:
        """Return where a minus before the number stands: «минус 25 градусов», "-5 °C"."""
        before = number.first - 1
        if self.page.has(before, "minus"):
            return before
        signed = self.page.is_dash(before) and self.page.glued(number.first) and not self.page.glued(before)
        return before if signed else None

    def _agrees(self, number: Number) -> bool:
        """Whether the unit has the form that the number asks for: «на 14 минуте» tells which minute."""
        if not self.page.vocabulary.figures["units_agree"] or not number.digits:
            return True
        piece = self.page.pieces[number.stop]
        token = self.page.sentence.tokens[piece.token]
        if token.text != piece.text or not any(r.pos == "NOUN" and not r.fixed and r.case for r in token.readings):
            return True
        if len(token.text) <= _LONGEST_ABBREVIATION:
            return True
        return self.page.document.language.counted(self.page.sentence, piece.token, number.value) is not None

    def _speaks_of_weight(self, stop: int) -> bool:
        """Whether pounds are weight: the sentence says so, or something is described ("a 550 pound hog")."""
        describes = stop < len(self.page.pieces) and not self.page.is_plural(stop - 1)
        if describes and self.page.sentence.tokens[self.page.pieces[stop].token].pos == "NOUN":
            return True
        return any(self.page.has(index, "weight_cue") for index in range(len(self.page.pieces)))

    def _is_clock(self, number: Number, stop: int) -> bool:
        """Whether «в 19 часов» tells the time of day and no duration."""
        if not self.page.has(number.stop, "clock") or not 0 <= number.value <= 24:
            return False
        if self.page.has(stop, "clock_after"):
            return True
        return number.digits and self.page.has(number.first - 1, "clock_before")

    def _compound(self, number: Number) -> Quantity | None:
        """Read what is joined by a hyphen: «22-летний», "four-day", "281-store", «5-го», «44-ФЗ»."""
        at = number.stop + 1
        piece = self.page.pieces[at]
        if piece.number is not None or not piece.is_word or self._number(at) is not None:
            return None
        word = piece.text.lower().replace("ё", "е")
        if piece.text.isupper() or self.page.has(at, "ordinal_ending"):
            return self._nothing(number, at + 1)
        for stem, (kind, unit) in self.page.vocabulary.figures["compound"].items():
            if word.startswith(stem):
                return self._made(number, self._compound_stop(at), kind, unit)
        if self.page.has(at, "fraction") or self.page.has(at, "multiple"):
            return self._nothing(number, at + 1)
        if any(word.startswith(stem) for stem in self.page.vocabulary.figures["multiple_stems"]):
            return self._nothing(number, at + 1)
        return self._made(number, self._compound_stop(at), "count", word)

    def _spelled_compound(self, index: int) -> Quantity | None:
        """Read «двухмесячный», «сорокалетие»: a numeral and a unit in one word."""
        piece = self.page.pieces[index]
        compound = self.page.vocabulary.compound(piece.text.lower().replace("ё", "е"))
        if compound is None or self.page.has(index, "measure"):
            return None
        return self._made(Number(index, index + 1, tidy(compound[0])), index + 1, compound[1], compound[2])

    def _compound_stop(self, at: int) -> int:
        stop = at + 1
        while (
            self.page.is_dash(stop)
            and self.page.glued(stop)
            and self.page.glued(stop + 1)
            and self.page.pieces[stop + 1].is_word
        ):
            stop += 2
        return stop

    def _glued_word(self, number: Number) -> Quantity | None:
        """Pass letters right after digits that make a name of them: "5G", "3D"."""
        at = number.stop
        if not self.page.glued(at) or not self.page.pieces[at].is_word or not number.digits:
            return None
        return self._nothing(number, at + 1)

    # Numbers that share the unit of the one after them.

    def _sharing(self, number: Number) -> list[Quantity]:
        at = number.stop
        if at + 1 >= len(self.page.pieces) or (number.single and not self.page.has(at, "range")):
            return []
        if self.page.is_dash(at) and self.page.glued(at) and self.page.has(at + 1, "range"):
            at += 1  # "18- to 29-year-olds"
        dash = self.page.is_dash(at)
        if dash and self.page.glued(at) != self.page.glued(at + 1):
            return []
        if not dash and not self.page.has(at, "range") and not self.page.has(at, "joint") and self.page.text(at) != ",":
            return []
        after = at + 1
        following = self._number(after)
        if following is None or (following.single and dash):
            return []
        others = self._with_unit(following)
        other = others[0]
        if other.kind == "count" and (number.value != int(number.value)) != (other.value != int(other.value)):
            return []
        if other.kind is None or (other.bare and (dash or self.page.text(at) == ",")):
            return [self._nothing(number, other.stop)] if dash else []
        if self.page.text(at) == "," and (len(others) == 1 or number.factor != 1):
            return []
        value = self._scaled_like(number, other)
        if dash and following.value <= number.value:
            return [self._nothing(number, other.stop)]  # a score: "their 4-1 triumph"
        if dash:
            return [replace(other, first=number.first, value=value, number=number), *others[1:]]
        return [replace(other, first=number.first, stop=number.stop, value=value, number=number), *others]

    def _scaled_like(self, number: Number, other: Quantity) -> float:
        """Return the number with the scale of the one that it shares a unit with: «от 5 до 7 млн»."""
        factor = other.number.factor
        share = other.value / other.number.value if other.number.value else 1
        if number.factor == 1 and factor != 1 and number.value < other.number.value / factor:
            return tidy(number.value * factor * share)
        return tidy(number.value * share)

    # Counts.

    def _counted(self, number: Number) -> Quantity | None:
        if number.stop >= len(self.page.pieces) or (number.single and not self._is_one(number)):
            return None
        token = self.page.pieces[number.stop].token
        if self.page.has(number.stop, "label_always") and len(self.page.text(number.stop)) <= _LONGEST_ABBREVIATION:
            return None
        if self.page.pieces[number.stop].start != self.page.sentence.tokens[token].start:
            return None
        head = self.page.document.language.counted(self.page.sentence, token, number.value)
        if head is None:
            return None
        stop = self._after_token(head)
        return self._classified(number, head, stop)

    def _after_token(self, token: int) -> int:
        return next((i for i, piece in enumerate(self.page.pieces) if piece.token > token), len(self.page.pieces))

    def _first_of_token(self, token: int) -> int:
        return next(i for i, piece in enumerate(self.page.pieces) if piece.token >= token)

    def _classified(self, number: Number, head: int, stop: int) -> Quantity | None:
        """Tell by its head noun whether the phrase is money, a measure («три календарных дня») or a count."""
        at = self._first_of_token(head)
        if self.page.has(at, "fraction") or self._is_multiple(number, at):
            return self._nothing(number, stop)
        for table, kind in (("percent", "percent"), ("currency", "money"), ("measure", "measure")):
            if (found := self.page.match(at, table)) is not None:
                if kind == "measure":
                    return self._made(number, found[0], "measure", str(found[1]))
                return self._made(number, found[0], "percent" if kind == "percent" else "money", str(found[1]))
        token = self.page.sentence.tokens[head]
        lemma = next((r.lemma for r in token.readings if r.pos in ("NOUN", "PROPN", "ADJ", "X")), None)
        if lemma is None:
            lemma = self.page.document.language.nominative(self.page.sentence, head, head + 1).lower()
        return self._made(number, stop, "count", lemma)

    def _is_multiple(self, number: Number, at: int) -> bool:
        """Whether «в 2 раза», "three times more" compares and does not count."""
        if not self.page.has(at, "times"):
            return False
        return self.page.has(number.first - 1, "times_before") or any(
            self.page.has(at + 1 + k, "times_after") for k in (0, 1)
        )

    def _is_one(self, number: Number) -> bool:
        """Whether the word for one is a number here: «только один», "at least one", "one person"."""
        before = number.first - 1
        if self.page.has(before, "not_one"):
            return False
        for back in (before, before - 1):
            found = self.page.match(back, "single_cue") if back >= 0 else None
            if found is not None and found[0] == number.first:
                return True
        joined = self.page.has(before, "joint") or self.page.text(before) == ","
        if joined and self.previous is not None and self.previous.kind == "count":
            return True
        return self.page.has(number.stop, "unit_of_one") or self.page.has(number.stop, "people")

    # Ages and bare numbers.

    def _age(self, number: Number) -> Quantity | None:
        """Return an age without its unit: "aged 34", "Jones, 34,", "Anna (34)"."""
        if number.value > 120 or number.value != int(number.value) or not number.digits:
            return None
        for back in (number.first - 1, number.first - 2, number.first - 3):
            found = self.page.match(back, "age_cue") if back >= 0 else None
            if found is not None and found[0] == number.first and not self._has_unit(number):
                return self._aged(number, back)
        if labels.stands_apart(self.page, number):
            return self._aged(number, number.first)
        return None

    def _has_unit(self, number: Number) -> bool:
        return self._unit(number) is not None

    def _aged(self, number: Number, first: int) -> Quantity:
        unit = str(self.page.vocabulary.figures["age_unit"])
        return Quantity(first, number.stop, "measure", number.value, unit, number)

    def _like_previous(self, number: Number) -> Quantity | None:
        """Return a bare number that goes on a row: "aged 33, 34 and 39", «двоих человек у суда и одного внутри»."""
        previous = self.previous
        joined = self.page.has(number.first - 1, "joint") or self.page.text(number.first - 1) == ","
        if previous is None or previous.kind is None or not joined:
            return None
        if previous.stop == number.first - 1 and previous.kind == "measure" and number.digits:
            return Quantity(number.first, number.stop, previous.kind, number.value, previous.unit, number)
        if number.single and previous.kind == "count" and not self.page.has(number.stop, "partitive"):
            counted = replace(previous, first=number.first, stop=number.stop, value=number.value, number=number)
            return counted if labels.may_be_followed(self.page, number) else None
        return None

    def _bare(self, number: Number) -> Quantity:
        if (like := self._like_previous(number)) is not None:
            return like
        if not labels.may_stand_bare(self.page, number):
            return self._nothing(number)
        stop = self._whole(number.stop)
        return Quantity(number.first, stop, "count", number.value, None, number, bare=True)

    def _whole(self, stop: int) -> int:
        """Return the end of the whole that a bare number is a part of: «двое из её детей», "two of the men"."""
        if not self.page.has(stop, "partitive") or stop + 1 >= len(self.page.pieces):
            return stop
        token = self.page.pieces[stop + 1].token
        head = self.page.document.language.counted(self.page.sentence, token, 2)
        return self._after_token(head) if head is not None else stop
