"""Numbers, in digits and in words: «8,7 млрд», «двухсот сорока», "two and a half million", "a dozen"."""

from __future__ import annotations

from math import inf
from sys import float_info

from briefing.extract.figures.page import Page
from briefing.frozen import frozen
from briefing.language.memory import remembered


@frozen
class Number:
    """A number in the pieces ``first`` to ``stop`` (exclusive).

    ``factor`` is what the words of scale multiply by («8,7 млрд»: value 8.7e9, factor 1e9). ``digits``: it is written
    in digits. ``single``: it is nothing but the word for one, which is mostly a pronoun or an article.
    """

    first: int
    stop: int
    value: float
    factor: float = 1
    digits: bool = False
    single: bool = False


def tidy(value: float) -> float:
    """Return the value without the noise of binary fractions, whole numbers as int."""
    value = round(float(f"{value:.{float_info.dig}g}"), 6)
    return int(value) if value == int(value) else value


@remembered
def read(page: Page, index: int) -> Number | None:
    """Return the number that begins at piece ``index``, None if none does."""
    if index >= len(page.pieces):
        return None
    piece = page.pieces[index]
    return _Reader(page).read(index) if piece.number is not None or piece.word.counts else None


class _Reader:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.sentence = page.sentence
        self.pieces = page.pieces
        self.group: float | None = None
        self.below = inf  # the next word of the group must be less than this
        self.total = 0.0
        self.scale = inf
        self.factor = 1.0
        self.in_digits = False

    def read(self, first: int) -> Number | None:
        at = self._opening(first)
        if at is None:
            return None
        self.in_digits = self.pieces[first].has_digits
        while (after := self._step(at, first)) is not None:
            at = after
        if self.group is None and not self.total and at == first:
            return None
        if self.scale not in (inf, 0) and self.group is None and self._is_abbreviated(at):
            at += 1
        value = self.total + (self.group or 0)
        digits = self.pieces[first].has_digits
        single = not digits and at == first + 1 and self.page.has(first, "one")
        return Number(first, at, tidy(value), self.factor, digits, single)

    def _is_abbreviated(self, at: int) -> bool:
        """Whether the point at ``at`` belongs to an abbreviation inside the phrase: «15,2 тыс. безработных»."""
        return self.page.text(at) == "." and self.page.glued(at) and self.page.text(at + 1)[:1].islower()

    def _opening(self, first: int) -> int | None:
        """Return where to read on after what may stand before a number's first word, None if no number begins here."""
        piece = self.pieces[first]
        if piece.number is not None:
            return None if piece.masked else first
        if (whole := self.page.match(first, "whole")) is not None:
            self.total = whole[1]
            return whole[0]
        if (half := self.page.match(first, "half_of")) is not None:
            scale = self._scale(half[0])
            if scale is None:
                return None
            self.total, self.factor = scale[1] / 2, scale[1]
            return scale[0]
        if self.page.has(first, "article"):
            scale = self._scale(first + 1)
            if scale is None or self._is_plural(first + 1):
                return None
            self._multiply(scale[1])
            return scale[0]
        if self._numeral(first) is not None:
            return first
        scale = self._scale(first)
        if scale is None or not self.page.vocabulary.figures.get("bare_scale") or self._is_plural(first):
            return None
        return first

    def _is_plural(self, index: int) -> bool:
        """Whether a word of scale speaks of an uncertain many («тысячи», "thousands")."""
        piece = self.pieces[index]
        readings = [r for r in self.sentence.tokens[piece.token].readings if r.pos in ("NOUN", "NUM")]
        if any(reading.number == "sing" for reading in readings) and self.page.has(index - 1, "before_scale"):
            return False
        return not readings or any(reading.number == "plur" for reading in readings)

    def _numeral(self, index: int) -> float | None:
        """Return the value of a numeral below a thousand, read as its likeliest reading only («семью» is a family)."""
        piece = self.pieces[index]
        token = self.sentence.tokens[piece.token]
        table = self.page.vocabulary.tables["numeral"].phrases
        whole = token.start == piece.start and token.end == piece.end
        if token.readings[0].pos == "NOUN" and token.readings[0].number == "plur":
            return None  # "tens of thousands"
        form = piece.word.fold
        for key in (form, token.lemma) if whole else (form, *piece.word.keys):
            if key in table:
                return float(table[key][0][1])
        return None

    def _scale(self, index: int) -> tuple[int, float] | None:
        return self.page.match(index, "scale")

    def _multiply(self, scale: float) -> None:
        if scale == 100:
            self.group, self.below = (self.group or 1) * 100, 100
        else:
            self.total += (self.group if self.group is not None else 1) * scale
            self.group, self.below, self.scale, self.factor = None, inf, scale, scale

    def _step(self, at: int, first: int) -> int | None:
        """Take the next word of the number; return where to read on, None where the number ends."""
        if at >= len(self.pieces):
            return None
        piece = self.pieces[at]
        if piece.number is not None:
            return self._digits(at, first)
        if piece.text == "+" and self.in_digits and self.page.glued(at):
            return at + 1 if at + 1 < len(self.pieces) and not self.page.glued(at + 1) else None  # "500+ shops"
        if (value := self._numeral(at)) is not None:
            return self._word(at, value)
        if (scale := self._scale(at)) is not None and self._may_multiply(at, first, scale[1]):
            self._multiply(scale[1])
            return scale[0]
        if self.group is not None and (half := self.page.match(at, "and_a_half")) is not None:
            self.group += 0.5
            return half[0]
        return self._joint(at, first)

    def _may_multiply(self, at: int, first: int, scale: float) -> bool:
        if at == first:
            return True
        if scale == 100:
            return self.group is not None and self.group < 100
        return scale < self.scale and (self.group is not None)

    def _digits(self, at: int, first: int) -> int | None:
        number = self.pieces[at].number
        if at > first and not self._goes_on(at, first):
            return None
        self.group, self.below = number, 0
        return at + 1

    def _goes_on(self, at: int, first: int) -> bool:
        """Whether the digits at ``at`` are the rest of a number with a word of scale: «3 тысячи 500 рублей»."""
        number, mantissa = self.pieces[at].number, self.pieces[first].number
        if number is None or self.group is not None or self.scale in (inf, 0) or self.page.text(at - 1) == ",":
            return False
        if not isinstance(mantissa, int | None) or self.pieces[at].text[0] == "0" or number >= min(self.scale, 1000):
            return False
        scale = self._scale(at + 1)
        return isinstance(number, int) or (scale is not None and scale[1] < self.scale)  # «1 млн 138,2 тысячи»

    def _word(self, at: int, value: float) -> int | None:
        if self.group is None:
            if value >= self.scale or self.in_digits:
                return None  # "3.2 million six weeks ago"
            self.group = value
        elif 0 < value < self.below:
            self.group += value
        else:
            return None
        self.below = 100 if value >= 100 else 10 if value >= 20 and value % 10 == 0 else 0
        return at + 1

    def _joint(self, at: int, first: int) -> int | None:
        """Pass what joins two words of one number: "twenty-five", "two hundred and forty", "2-million"."""
        piece, following = self.pieces[at], self.pieces[at + 1] if at + 1 < len(self.pieces) else None
        if following is None or at == first:
            return None
        glued = piece.start == self.pieces[at - 1].end
        if piece.text in "-‑" and glued and following.start == piece.end:
            value = self._numeral(at + 1)
            if value is not None and self.group is not None and 0 < value < self.below:
                return at + 1
            return at + 1 if self._scale(at + 1) is not None and not following.text[0].isupper() else None
        if self.page.has(at, "numeral_and") and (self.below == 100 or (self.group is None and self.total)):
            value = self._numeral(at + 1)
            return at + 1 if value is not None and 0 < value < 100 else None
        if piece.text == "." and glued and self.group is None and self.total and self._goes_on(at + 1, first):
            return at + 1 if self._ends_in_unit(at + 2) else None
        return None

    def _ends_in_unit(self, at: int) -> bool:
        """Whether what follows shows that a point is no full stop: «12 тыс. 345 рублей», «3 млн. 200 тыс. тонн»."""
        if any(self.page.has(at, table) for table in ("currency", "scale", "measure")):
            return True
        piece = self.pieces[at] if at < len(self.pieces) else None
        token = self.sentence.tokens[piece.token] if piece is not None else None
        return token is not None and token.reading(pos="NOUN", case="gen", number="plur") is not None
