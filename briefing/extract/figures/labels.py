"""Numbers that count nothing, and bare numbers that do: labels, ranks, scores, times of day, and ages set apart."""

from __future__ import annotations

import re

from briefing.extract.figures.numerals import Number
from briefing.extract.figures.page import Page
from briefing.extract.figures.pieces import Piece
from briefing.extract.figures.years import is_like_a_year

_TIGHT = ("&", ":", "/", ".", "№", "#", "§", "+", "*", "_", "×", "x", "х", "=", "\\")
_NUMBERING = ("№", "#", "§")
_OPENING = ("(", "[", "—", "–", "-", ":", ",", ";", "«", "“", '"', "'", "‘")
_MARKS = {"«": "»", "“": "”", '"': '"'}
_NUMBERED = re.compile(r"0\d+")  # «001», as what is numbered and not counted is written
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
_LONGEST_ROW = 12  # pieces before a number in which the row that it goes on begins
_PARAGRAPH = 2  # characters of what numbers a paragraph
_DIALLED = 8  # pieces between what one is reached by and its number
_WHOLE = 5  # pieces between «из» and how many of those
_BEFORE_A_COUNT = ("VERB", "ADP", "ADV", "PART", "CCONJ", "SCONJ", "PRON", "DET", "NUM", "INTJ")


def is_label(page: Page, number: Number) -> bool:
    """Whether the number is part of a name or label, a score, a time or a list's numbering, whatever follows it."""
    first, stop = number.first, number.stop
    piece = page.pieces[first]
    if not number.digits:
        capitals = piece.text[0].isupper() and page.text(stop)[:1].isupper()
        return capitals and page.is_inside(first)  # "the Four Corners"
    before = page.pieces[first - 1] if first else None
    after = page.pieces[stop] if stop < len(page.pieces) else None
    if before is not None and before.end == piece.start and _sticks(page.pieces, first, before):
        return True
    if _NUMBERED.fullmatch(piece.text) or _is_series(page, stop):
        return True
    if _has_paragraph(page, stop):
        return True
    if after is not None and after.start == page.pieces[stop - 1].end and after.text in (":", "/", "×", "\\"):
        return (
            stop + 1 < len(page.pieces)
            and page.pieces[stop + 1].has_digits
            and page.pieces[stop + 1].start == after.end
        )
    if first == 0 and after is not None and after.text in (".", ")") and after.start == piece.end:
        return True
    if page.has(stop, "code_of_law") and page.text(stop)[0].isupper():
        return True  # «по 158 УК»
    quoted = page.text(first - 1) in ('"', "“", "‘", "'") and page.text(stop).istitle()
    quoted = quoted or (page.text(first - 1) in _MARKS and page.text(stop) == _MARKS[page.text(first - 1)])  # «112»
    return quoted or page.is_in_name(first) or _is_labelled(page, number)  # "60 Minutes"


def _is_series(page: Page, stop: int) -> bool:
    """Whether a letter and another number hang on the number: «серия 1Р-02»."""
    if not page.text(stop).isupper() or not page.is_dash(stop + 1) or stop + 2 >= len(page.pieces):
        return False
    return page.pieces[stop + 2].has_digits and all(page.glued(index) for index in (stop, stop + 1, stop + 2))


def _is_labelled(page: Page, number: Number) -> bool:
    """Whether the word before makes a label of the number, whatever follows: «статья 205 УК», "Radio 4 Extra"."""
    first = number.first
    if (row := _row(page, first)) < first:
        return page.has(row - 1, "label_always") or page.text(row - 1) in _NUMBERING  # «статьями 205 и 209»
    named = first - 2 if page.text(first - 1) == "." else first - 1
    if page.has(named, "label") and page.has(number.stop, "label_always") and not page.has(number.stop, "measure"):
        return True  # «часть 2 статьи 105», not «площадь дома 120 кв. м»
    if page.has(named, "label_always"):
        return named == first - 1 or len(page.text(named)) < 5
    if named == first - 1 and page.is_inside(named) and page.text(named).istitle() and page.has(named, "label"):
        return True  # "Level 3 trauma centres"
    if named != first - 1 or named < 1 or not page.text(named)[0].isupper() or not page.text(number.stop)[:1].isupper():
        return False
    return page.sentence.tokens[page.pieces[named].token].pos in ("NOUN", "PROPN", "X")


def _row(page: Page, first: int) -> int:
    """Return where a row of numbers begins that goes on at ``first``: «№ | 2, 6 и 28», "batches | 12 to 19"."""
    least = max(2, first - _LONGEST_ROW)
    while first >= least and page.integer(first - 2) is not None:
        if page.text(first - 1) != "," and not page.has(first - 1, "joint") and not page.has(first - 1, "range"):
            break
        first -= 2
    return first


def _has_paragraph(page: Page, stop: int) -> bool:
    """Whether the letter or number of a paragraph hangs on the number: “501(c)(3)”."""
    if page.text(stop) != "(" or page.text(stop + 2) != ")" or len(page.text(stop + 1)) > _PARAGRAPH:
        return False
    return all(page.glued(index) for index in (stop, stop + 1, stop + 2))


def _sticks(pieces: list[Piece], first: int, before: Piece) -> bool:
    """Whether the number hangs on something before it: «COVID-19», «19:30», "F125"."""
    glued = first >= 2 and before.start == pieces[first - 2].end
    if before.is_word or (
        before.text in _TIGHT and glued and (before.text != "+" or pieces[first - 2].text not in "([")
    ):
        return True
    if before.text in _NUMBERING:
        return True
    if before.text == "(" and first >= 2 and pieces[first - 2].text == ")" and pieces[first - 2].end == before.start:
        return True  # "501(c)(3)"
    if before.text in "-‑–" and first >= 2 and before.start == pieces[first - 2].end:
        return pieces[first - 2].is_word or pieces[first - 2].has_digits or pieces[first - 2].text in '»”"'
    return False


def stands_apart(page: Page, number: Number) -> bool:
    """Whether the number is set off by commas or brackets after somebody's name, as an age is: "Jones, 34, said"."""
    first, stop = number.first, number.stop
    if first < 2 or not 1 <= number.value <= 110 or stop - first != 1:
        return False
    opening = page.pieces[first - 1].text
    closing = page.pieces[stop].text if stop < len(page.pieces) else "."
    if not ((opening == "," and closing in (",", ".", ";")) or (opening == "(" and closing == ")")):
        return False
    owner = page.pieces[first - 2]
    name = page.sentence.name_at(owner.token)
    if name is not None and name.kind == "person":
        return True
    if opening != "," or closing != "," or not page.vocabulary.figures["age_apart"]:
        return False
    following = page.sentence.tokens[page.pieces[stop + 1].token].pos if stop + 1 < len(page.pieces) else ""
    described = page.sentence.tokens[owner.token].pos == "NOUN" and following in ("VERB", "PRON")
    return owner.text[0].isupper() or described


def is_of_day(page: Page, number: Number) -> bool:
    """Whether a word behind the number makes it a time of day: "at 9 p.m.", "between | 7 and 9 p.m."."""
    at = number.stop
    if (page.has(at, "range") or page.has(at, "joint")) and page.integer(at + 1) is not None:
        at += 2
    return page.has(at, "clock") and not page.has(at, "measure")


def is_clock(page: Page, number: Number) -> bool:
    """Whether a point parts hours from minutes where decimals have a comma: «с 10.00 до 18.00»."""
    clock = _CLOCK.fullmatch(page.text(number.first)) if number.stop == number.first + 1 else None
    return clock is not None and page.vocabulary.figures["decimal"] == ","


def is_name(page: Page, number: Number) -> bool:
    """Whether a capital within the sentence shows that the number is part of a name: «площадь Трёх вокзалов»."""
    text = page.text(number.first)
    return not number.digits and text.istitle() and page.is_inside(number.first)


def may_stand_bare(page: Page, number: Number) -> bool:
    """Whether a number without a unit counts something that is understood: «29 пропали», "compared with 2,706"."""
    if (
        number.single
        or not number.value
        or number.value != int(number.value)
        or page.pieces[number.first].text[0] == "0"
    ):
        return False
    if number.digits and number.factor == 1 and is_like_a_year(page.text(number.first)):
        return False
    before = page.pieces[number.first - 1] if number.first else None
    after = page.pieces[number.stop] if number.stop < len(page.pieces) else None
    if _is_part(page, number):
        return True
    if page.has(number.first - 1, "reached_on") and _is_dialled(page, number.first - 1):
        return False
    row = _row(page, number.first)
    if row and number.factor == 1 and not _may_precede(page, row - 1):
        return False  # "batches 12 to 19"
    closed = number.factor > 1 or (after is not None and after.text in ")]")
    if before is not None and before.text in "([" and not closed:
        return False
    by_so_many = page.has(number.first - 1, "difference_before") and page.has(number.stop, "times_after")
    return by_so_many or number.factor > 1 or may_be_followed(page, number)


def _is_determined(page: Page, index: int) -> bool:
    """Whether what stands before a noun parts it from the number behind: "that day | five of them left"."""
    return index > 0 and page.sentence.tokens[page.pieces[index - 1].token].pos in ("DET", "PRON", "ADJ", "VERB")


def _is_part(page: Page, number: Number) -> bool:
    """Whether so many of those just told are meant: «15 из них», «из 300 домов 12 сгорели»."""
    whole = page.pieces[number.stop + 1] if number.stop + 1 < len(page.pieces) else None
    if page.has(number.stop, "partitive") and whole is not None:
        if page.has(number.first - 1, "label") and not _is_determined(page, number.first - 1):
            return False  # "day five of the strike"
        return page.sentence.tokens[whole.token].pos in ("PRON", "DET")
    counted = any(page.has(at, "partitive") for at in range(max(0, number.first - _WHOLE), number.first - 1))
    return counted and number.stop < len(page.pieces) and page.is_verb(number.stop)


def _is_dialled(page: Page, index: int) -> bool:
    """Whether a number behind the word at ``index`` is one to be called: “contact the police on 101”."""
    return any(page.has(at, "reached") for at in range(max(0, index - _DIALLED), index))


def _may_precede(page: Page, index: int) -> bool:
    piece = page.pieces[index]
    if page.has(index, "label") or (page.has(index, "joint") and page.has(index - 2, "label")):
        return False  # "seeded two and five"
    if piece.is_word or piece.text[1:].isalpha():
        token = page.sentence.tokens[piece.token]
        if token.readings[0].pos in _BEFORE_A_COUNT and not (piece.text[0].isupper() and index > 0):
            return True
        return page.has(index, "before_bare")
    if piece.text == ",":
        if index + 2 < len(page.pieces) and page.is_dash(index + 2):
            return True  # «погибли 12 человек, пятеро — дети»
        return index + 2 < len(page.pieces) and page.sentence.tokens[page.pieces[index + 2].token].pos == "VERB"
    return piece.text in _OPENING


def may_be_followed(page: Page, number: Number) -> bool:
    """Whether what stands behind a number leaves it bare: no noun that it could be of."""
    if number.stop >= len(page.pieces):
        return True
    after = page.pieces[number.stop]
    if not after.is_word:
        return after.text in (".", ",", ";", "(", ")", "!", "?", ":", "—", "–", "»", "”", '"', "…", "]", "-")
    pos = page.sentence.tokens[after.token].readings[0].pos
    return pos not in ("NOUN", "PROPN", "X", "NUM", "ADJ")
