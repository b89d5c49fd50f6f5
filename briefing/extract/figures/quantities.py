"""Money, percentages, measures, ages and counts: a number with what it is a number of."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.figures import labels, money, numerals, units
from briefing.extract.figures.numerals import Number, tidy
from briefing.extract.figures.page import LONGEST_ROW, Page
from briefing.extract.figures.quantity import Quantity, made, nothing
from briefing.extract.figures.years import is_like_a_year

_LARGEST_SHARE = 100
_LONGEST_ABBREVIATION = 3
_OPENING_MARKS, _CLOSING_MARKS = ("«", "“", "„", '"'), ("»", "”", "“", '"')
_WITH_EITHER_ENDING = (2, 3, 4)  # «двух», «трёх», «четырёх» end as «вторых» does


class Reader:
    """Reads the quantities of one sentence."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.previous: Quantity | None = None
        self.has_counted = False

    def read(self, index: int) -> list[Quantity]:
        """Return the quantities that begin at piece ``index``: one, or several that share a unit («20 и 10 лет»)."""
        found = [units.below_nothing(self.page, units.per_unit(self.page, read)) for read in self._read(index)]
        if found:
            self.previous = found[-1]
            self.has_counted = self.has_counted or self.previous.kind == "count"
        return found

    def _read(self, index: int) -> list[Quantity]:
        if (signed := money.symbol_first(self.page, index)) is not None:
            return [signed]
        if (named := units.named(self.page, index)) is not None:
            return [named]
        if (decade := units.decade_of_life(self.page, index)) is not None:
            return [decade]
        number = numerals.read(self.page, index)
        if number is None:
            compound = units.spelled_compound(self.page, index)
            compound = compound or units.anniversary(self.page, index)
            return [compound] if compound is not None else []
        if (hours := units.hours(self.page, number)) is not None:
            return [hours]
        if labels.is_label(self.page, number) or labels.is_name(self.page, number):
            return [nothing(number)]
        if (age := self._age(number)) is not None:
            return [age]
        return self._with_unit(number)

    # A number and what follows it.

    def _with_unit(self, number: Number, row: int = LONGEST_ROW) -> list[Quantity]:
        if labels.is_of_day(self.page, number) or self.page.has(number.stop, "fraction"):
            return [nothing(number)]
        if (stop := self._ratio(number)) is not None:
            return [nothing(number, stop)]
        unit = self._unit(number)
        if unit is not None:
            return [unit]
        if labels.is_clock(self.page, number):
            return [nothing(number)]
        shared = self._sharing(number, row - 1) if row else []
        if shared:
            return shared
        if (more := self._with_more(number)) is not None:
            return [more]
        counted = self._counted(number) or self._quoted(number) or self._in_row(number)
        return [counted or self._bare(number)]

    def _ratio(self, number: Number) -> int | None:
        """Return where "one in five pupils" stops: a share and no count."""
        scored = self.page.is_dash(number.first - 1) and self.page.glued(number.first)  # "won 6-4 in 62 minutes"
        ratio = self.page.match(number.stop, "ratio") if not scored else None
        whole = numerals.read(self.page, ratio[0]) if ratio is not None else None
        if whole is None or not number.value < whole.value <= _LARGEST_SHARE or number.value >= _LARGEST_SHARE:
            return None
        return (self._counted(whole) or nothing(whole)).stop

    def _unit(self, number: Number) -> Quantity | None:
        """Return the quantity if its unit follows at once: a sign, a word or an abbreviation that the lexicon knows."""
        at = number.stop
        if (spelled := self._spelled_out(number)) is not None:
            return self._unit(spelled) or self._counted(spelled)
        if self.page.is_dash(at) and self.page.glued(at) and self.page.glued(at + 1):
            longer = replace(number, stop=at + 2)
            if self.page.has(at + 1, "cardinal_ending"):
                return self._unit(longer) or self._counted(longer) or self._bare(longer)
            either = self.page.has(at + 1, "either_ending") and number.value % 10 in _WITH_EITHER_ENDING
            counted = self._unit(longer) or self._counted(longer) if either else None
            return counted or units.compound(self.page, number)
        if (apart := units.apart(self.page, number)) is not None:
            return apart
        if self.page.text(at) == "." and self.page.glued(at) and number.factor > 1:
            at += 1
        for table, kind in (("percent", "percent"), ("symbol", "money"), ("currency", "money")):
            if table == "symbol" and money.opens_amount(self.page, at):
                continue  # "two $500 prizes"
            if (found := self.page.match(at, table)) is not None and (number.factor > 1 or not self.page.is_verb(at)):
                return made(self.page, number, found[0], "percent" if kind == "percent" else "money", str(found[1]))
        if (coins := money.coins(self.page, number)) is not None:
            return coins
        scaled = self._scaled(number)
        if scaled is not None:
            return scaled
        if number.single and not self._is_one(number):
            return None
        if (found := self.page.match(at, "measure")) is not None and units.is_measure(self.page, at):
            return None if self.page.has(at, "called_by_time") else units.measured(self.page, number, found)
        if self.page.glued(at) and (found := self.page.match(at, "glued_measure")) is not None:
            return made(self.page, number, found[0], "measure", found[1])
        return units.glued_word(self.page, number)

    def _with_more(self, number: Number) -> Quantity | None:
        """Return the quantity whose unit stands behind “or more”: “two or more schools”, «пять и более дней»."""
        found = self.page.match(number.stop, "or_more")
        if found is None:
            return None
        longer = replace(number, stop=found[0], single=False)
        counted = self._unit(longer) or self._counted(longer)
        return replace(counted, number=number) if counted is not None else None

    def _spelled_out(self, number: Number) -> Number | None:
        """Pass what brackets say of the number: the same in words («1 000 000 (один миллион) рублей»), or its sum."""
        if self.page.text(number.stop) != "(":
            return None
        if (stop := self._sum(number.stop + 1)) is not None:
            return replace(number, stop=stop)
        again = numerals.read(self.page, number.stop + 1)
        if again is None or again.value != number.value or self.page.text(again.stop) != ")":
            return None
        return replace(number, stop=again.stop + 1)

    def _sum(self, index: int) -> int | None:
        """Return where «9+13)» stops, the parts of the number before."""
        at = index
        while (more := numerals.read(self.page, at)) is not None and more.digits and self.page.text(more.stop) == "+":
            at = more.stop + 1
        ends = at > index and more is not None and self.page.text(more.stop) == ")"
        return more.stop + 1 if ends and more is not None else None

    def _scaled(self, number: Number) -> Quantity | None:
        """Read letters right after digits that multiply them: "5m people", "2bn euros"."""
        scaled = self.page.match(number.stop, "glued_scale") if self.page.glued(number.stop) and number.digits else None
        if scaled is None or number.factor != 1:
            return None
        stop, factor = scaled
        if self.page.has(stop, "raced"):
            return None  # "the 200m events" are run over metres
        larger = replace(number, value=tidy(number.value * factor), stop=stop, factor=float(factor))
        return self._unit(larger) or self._counted(larger)

    # Numbers that share the unit of the one after them.

    def _sharing(self, number: Number, row: int) -> list[Quantity]:
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
        after = at + 1 + (self.page.text(at + 1) == "+")
        following = numerals.read(self.page, after)
        if following is None or (following.single and dash):
            return []
        others = self._with_unit(following, row)
        other = others[0]
        fractions = number.value != int(number.value), other.value != int(other.value)
        if other.kind == "count" and other.number.factor == 1 and fractions[0] != fractions[1]:
            return []
        bare = other.bare and (self.page.text(at) == "," or self._like_previous(number) is not None)
        if other.kind is None or bare or (other.bare and dash and other.number.factor == 1):
            return [nothing(number, other.stop)] if dash else []
        if self.page.text(at) == "," and (len(others) == 1 or number.factor != 1):
            return []
        value = self._scaled_like(number, other)
        if dash and following.value <= number.value:
            return [nothing(number, other.stop)]  # a score: "their 4-1 triumph"
        if dash:
            return [replace(other, first=number.first, value=value, number=number), *others[1:]]
        first = number.first
        if self.page.has(others[-1].number.stop, "below_zero") and (sign := units.sign(self.page, number)) is not None:
            first, value = sign, -value
        return [replace(other, first=first, stop=number.stop, value=value, number=number), *others]

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

    def _quoted(self, number: Number) -> Quantity | None:
        """Return a count of what stands in quotation marks: «пять „Золотых глобусов“»."""
        if self.page.text(number.stop) not in _OPENING_MARKS:
            return None
        counted = self._counted(replace(number, stop=number.stop + 1))
        if counted is None or counted.kind != "count" or self.page.text(counted.stop) not in _CLOSING_MARKS:
            return None
        return replace(counted, stop=counted.stop + 1, number=number)

    def _in_row(self, number: Number) -> Quantity | None:
        """Return a count whose noun follows with the next number: «две золотые и пять бронзовых медалей»."""
        at = number.stop
        if number.single or at + 2 >= len(self.page.pieces):
            return None
        word = self.page.sentence.tokens[self.page.pieces[at].token]
        joined = self.page.text(at + 1) == "," or self.page.has(at + 1, "joint")
        following = numerals.read(self.page, at + 2) if joined and word.reading(pos="ADJ") is not None else None
        if following is None or following.factor != number.factor:
            return None
        counted = self._counted(replace(following, single=False)) or self._in_row(following)
        return replace(counted, first=number.first, stop=at + 1, value=number.value, number=number) if counted else None

    def _after_token(self, token: int) -> int:
        return next((i for i, piece in enumerate(self.page.pieces) if piece.token > token), len(self.page.pieces))

    def _first_of_token(self, token: int) -> int:
        return next(i for i, piece in enumerate(self.page.pieces) if piece.token >= token)

    def _classified(self, number: Number, head: int, stop: int) -> Quantity | None:
        """Tell by its head noun whether the phrase is money, a measure («три календарных дня») or a count."""
        at = self._first_of_token(head)
        if self.page.has(at, "fraction") or self._is_multiple(number, at):
            return nothing(number, stop)
        for table, kind in (("percent", "percent"), ("currency", "money"), ("measure", "measure")):
            if (found := self.page.match(at, table)) is not None:
                if kind == "measure":
                    return made(self.page, number, found[0], "measure", str(found[1]))
                return made(self.page, number, found[0], "percent" if kind == "percent" else "money", str(found[1]))
        token = self.page.sentence.tokens[head]
        if token.text.isupper() and len(token.text) > 1:
            return made(self.page, number, stop, "count", token.text)
        lemma = next((r.lemma for r in token.readings if r.pos in ("NOUN", "PROPN", "ADJ", "X")), None)
        if lemma is None:
            lemma = self.page.document.language.nominative(self.page.sentence, head, head + 1).lower()
        return made(self.page, number, stop, "count", lemma)

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
        if self._goes_on_counting(number) or self._is_first_of_row(number):
            return True
        return self.page.has(number.stop, "unit_of_one") or self.page.has(number.stop, "people")

    def _goes_on_counting(self, number: Number) -> bool:
        """Whether the sentence has counted before: «провёл семь боёв, потерпев одно поражение», not «в одной школе»."""
        if not self.has_counted:
            return False
        if self.page.has(number.first - 1, "joint") or self.page.text(number.first - 1) == ",":
            return self.previous is not None and self.previous.kind == "count"
        before = self.page.sentence.tokens[self.page.pieces[number.first - 1].token]
        return before.pos not in ("ADP", "PRON", "DET") and not self.page.has(number.first - 1, "further")

    def _is_first_of_row(self, number: Number) -> bool:
        """Whether another number is counted beside: «один взрослый и двое детей», «один погиб, и ранены трое»."""
        for at in range(number.stop, number.stop + 4):
            if self.page.has(at, "joint"):
                verb = at + 1 < len(self.page.pieces) and self.page.is_verb(at + 1)
                if at == number.stop and not verb:
                    return False  # «один или два», "ranked one and three"
                counted = at + 1 + verb
                return self.page.has(counted, "numeral") or self.page.integer(counted) is not None
            if self.page.text(at) == ",":
                return self.page.has(at + 1, "numeral") and self.page.is_verb(at - 1)
            if not self.page.text(at)[:1].isalpha():
                break
        return False

    # Ages and bare numbers.

    def _age(self, number: Number) -> Quantity | None:
        """Return an age without its unit: "aged 34", "Jones, 34,", "Anna (34)"."""
        if number.value > 120 or number.value != int(number.value):
            return None
        for back in (number.first - 1, number.first - 2, number.first - 3):
            found = self.page.match(back, "age_cue") if back >= 0 else None
            if found is not None and found[0] == number.first and not self._has_unit(number):
                return self._aged(number, back)
        if number.digits and labels.stands_apart(self.page, number):
            return self._aged(number, number.first)
        return None

    def _has_unit(self, number: Number) -> bool:
        return self._unit(number) is not None

    def _aged(self, number: Number, first: int) -> Quantity:
        """Return the age with its cue, and with the upper bound and the unit behind a dash: "aged 8 – 10 years"."""
        unit, stop = str(self.page.vocabulary.figures["age_unit"]), number.stop
        upper = numerals.read(self.page, stop + 1) if self.page.is_dash(stop) else None
        if upper is not None and upper.value > number.value:
            measure = self.page.match(upper.stop, "measure")
            stop = measure[0] if measure is not None else upper.stop
        return Quantity(first, stop, "measure", number.value, unit, number)

    def _like_previous(self, number: Number) -> Quantity | None:
        """Return a bare number that goes on a row: "aged 33, 34 and 39", «двух коз у ворот и одну внутри»."""
        previous = self.previous
        if previous is not None and self._ends_range(number, previous):
            return Quantity(number.first, number.stop, "measure", number.value, previous.unit, number)
        before = number.first - 1 - (number.single and self.page.has(number.first - 1, "further"))
        joined = self.page.has(before, "joint") or self.page.text(before) == ","
        if previous is None or previous.kind is None or not joined:
            return None
        if previous.stop == number.first - 1 and previous.kind == "measure" and number.digits:
            return Quantity(number.first, number.stop, previous.kind, number.value, previous.unit, number)
        if previous.kind != "count" or self.page.has(number.stop, "partitive"):
            return None
        if not number.single and not self._is_in_next_place(number):
            return None
        counted = replace(previous, first=number.first, stop=number.stop, value=number.value, number=number)
        return counted if labels.may_be_followed(self.page, number) else None

    def _ends_range(self, number: Number, previous: Quantity) -> bool:
        """Whether the number is the upper end of a range whose unit has been told: "aged 18 to 65"."""
        joint = number.first - 1
        if previous.kind != "measure" or previous.stop != joint or not number.digits:
            return False
        rises = self.page.has(joint, "range") and number.value > previous.value
        return rises and labels.may_be_followed(self.page, number)

    def _is_in_next_place(self, number: Number) -> bool:
        """Whether so many of the same are told of another place: "five died in Wales, three in Kent"."""
        tokens, pieces = self.page.sentence.tokens, self.page.pieces
        at = number.stop + self.page.is_dash(number.stop)
        if at + 1 >= len(pieces) or number.value != int(number.value) or is_like_a_year(self.page.text(number.first)):
            return False
        return tokens[pieces[at].token].pos == "ADP" and tokens[pieces[at + 1].token].is_capital

    def _bare(self, number: Number) -> Quantity:
        if (like := self._like_previous(number)) is not None:
            return like
        alone = number.single and self._is_by_verb(number) and self._is_first_of_row(number)
        if not alone and not labels.may_stand_bare(self.page, number):
            return nothing(number)
        stop = self._whole(number.stop)
        return Quantity(number.first, stop, "count", number.value, None, number, bare=True)

    def _is_by_verb(self, number: Number) -> bool:
        """Whether a verb stands at either side: «погиб один и ранены трое», «один погиб, двое ранены»."""
        around = (number.first - 1, number.stop)
        return any(0 <= at < len(self.page.pieces) and self.page.is_verb(at) for at in around)

    def _whole(self, stop: int) -> int:
        """Return the end of the whole that a bare number is a part of: «двое из его братьев», "two of the men"."""
        if not self.page.has(stop, "partitive") or stop + 1 >= len(self.page.pieces):
            return stop
        tokens, language = self.page.sentence.tokens, self.page.document.language
        token = self.page.pieces[stop + 1].token
        token += token + 1 < len(tokens) and tokens[token].pos == "DET"
        head = language.counted(self.page.sentence, token, 2)
        if head is None:
            head = language.counted(self.page.sentence, token, 1)  # "three of the crew"
        return self._after_token(head) if head is not None else stop
