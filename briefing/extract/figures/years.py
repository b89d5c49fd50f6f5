"""Years that the text writes out, alone, in ranges, by decade and century: «2024 год», "the 1990s", «XX век»."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.extract.figures import points
from briefing.extract.figures.dates import Dated
from briefing.extract.figures.page import DASHES, LONGEST_ROW, Page
from briefing.extract.figures.points import Point

_ROMAN = re.compile(r"(?=[IVXХ])(?:[XХ]{0,2})(I[XХ]|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "Х": 10}
FIRST_YEAR, LAST_YEAR = 1000, 2199
_THIS_CENTURY = 2000
_FIRST_BARE = 1900  # earlier years seldom stand before a noun: “the 2018 elections”
_FIRST_SHORT = 31  # «в 17-м году» may be of either century


def roman(text: str) -> int | None:
    """Return the value of a Roman numeral up to XXIX (Latin or Cyrillic Х), None if the text is none."""
    if not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def is_like_a_year(text: str) -> bool:
    """Whether a number is written as years are: four plain figures."""
    return text.isdecimal() and len(text) == 4 and FIRST_YEAR <= int(text) <= LAST_YEAR


def year_at(page: Page, index: int) -> tuple[int, int] | None:
    """Return stop and value of a year at ``index``, with its word: «2014», «2014-м», «2014 года», «2014 г.»."""
    value = page.integer(index)
    if value is None or len(page.text(index)) != 4 or not FIRST_YEAR <= value <= LAST_YEAR:
        return None
    if page.has(index + 1, "years_counted"):
        return None
    return year_word(page, suffixed(page, index + 1, "year_suffix")), value


def year_word(page: Page, index: int) -> int:
    """Pass the word «год» or its abbreviation with its point."""
    found = page.match(index, "year_word")
    if found is None:
        return index
    stop = found[0]
    if len(page.text(index)) <= 2 and page.text(stop) == "." and page.glued(stop) and stop + 1 < len(page.pieces):
        stop += 1
    return stop


def suffixed(page: Page, index: int, table: str) -> int:
    """Return where a number with an ending («5-го», "29th", «2014-м») stops."""
    if page.is_dash(index) and page.glued(index) and page.glued(index + 1) and page.has(index + 1, table):
        return index + 2
    return index + 1 if page.glued(index) and page.has(index, table) else index


def after_month(page: Page, index: int) -> tuple[int, int | None, int | None]:
    """Return stop, year and shift of a year that follows a month or part of a year: «2024 года», «прошлого года»."""
    for at in (index, index + 1):
        if at > index and not (page.text(index) == "," or page.has(index, "of")):
            break
        if (year := year_at(page, at)) is not None:
            later = later_year(page, year[0] + 1, year[1], short=True) if page.text(year[0]) == "/" else None
            return later[0] if later is not None else year[0], year[1], None  # «полугодие 2025/2026 учебного года»
        if (told := _told_again(page, at)) is not None:
            return told[0], told[1], None
        if page.text(index) != "," and (shifted := shifted_year(page, at)) is not None:
            return shifted[0], None, shifted[1]
    return index, None, None


def _told_again(page: Page, index: int) -> tuple[int, int] | None:
    """Return stop and value of a year that is told twice: «в июне следующего, 2027 года»."""
    shift = page.match(index, "shift")
    return year_at(page, shift[0] + 1) if shift is not None and page.text(shift[0]) == "," else None


def shifted_year(page: Page, index: int) -> tuple[int, int] | None:
    """Return stop and shift of «прошлого года», "last year", «этого же года»."""
    shift = page.match(index, "shift")
    if shift is None:
        return None
    at = shift[0]
    unit = page.match(at, "period")
    return (unit[0], int(str(shift[1]))) if unit is not None and unit[1] == "year" else None


def year_range(page: Page, index: int, row: int = LONGEST_ROW) -> list[Dated] | None:
    """Read «2026-2028 годы», «с 1976 по 2016 год», "from 2004 to 2009", «сезон 2014/2015», «в 2014 и 2015 годах»."""
    first = year_at(page, index)
    if first is None:
        return None
    at, begin = first
    joined = page.has(at, "between") and (page.has(index - 1, "range_before") or not page.has(at, "and"))
    joined = joined or (page.has(at, "and") and page.has(index - 1, "between_before"))
    if page.text(at) in (*DASHES, "/") or joined:
        later = later_year(page, page.past(at + 1, "range_before"), begin, short=page.glued(at))
        if later is not None:
            return [Dated(index, later[0], begin=Point(begin), end=Point(later[1]))]
    if (
        (page.has(at, "and") or page.text(at) == ",")
        and (second := year_at(page, at + 1)) is not None
        and at == index + 1
    ):
        more = (year_range(page, at + 1, row - 1) if row > 1 else None) or years(page, at + 1, sure=True)
        if second[0] > at + 2 or page.has(index - 1, "year_before"):
            return [Dated(index, at, begin=Point(begin)), *more]
    return None


def later_year(page: Page, index: int, begin: int, *, short: bool) -> tuple[int, int] | None:
    later = year_at(page, index)
    if later is not None:
        return later if later[1] > begin else None
    value = page.integer(index)
    if value is None or not short or not page.glued(index) or len(page.text(index)) != 2:
        return None
    year = begin // 100 * 100 + value
    return (year_word(page, suffixed(page, index + 1, "year_suffix")), year) if year > begin else None


def years(page: Page, index: int, *, sure: bool = False) -> list[Dated]:
    """Read a year alone: «2024 год», «в 2006-м», "in 2010", "the 1996 Games", «(1998)»."""
    year = year_at(page, index) or _short_year(page, index)
    if year is None:
        return []
    stop, value = year
    if page.has(stop, "before_christ"):
        return [Dated(index, page.past(stop, "before_christ"))]
    if not (sure or stop > index + 1 or _is_year(page, index)) or _is_of_law(page, index):
        return []
    stop, value = year
    return [Dated(index, stop, begin=Point(value), open_end=page.has(index - 1, "since"))]


def _is_of_law(page: Page, index: int) -> bool:
    """Whether the year belongs to the name of a law: “the Road Safety Act | of 2007”, not “the act of 2007”."""
    law = index - 2
    if not (page.has(index - 1, "of") or page.text(index - 1) == ",") or not page.has(law, "enactment"):
        return False
    return page.text(law)[0].isupper() and page.text(law - 1)[:1].isupper() and not page.has(law - 1, "the")


def _short_year(page: Page, index: int) -> tuple[int, int] | None:
    """Return stop and value of a year of the last century in two figures: «в 37-м году», not «на 37-м году жизни»."""
    value = page.integer(index)
    if value is None or not _FIRST_SHORT <= value < 100 or not page.has(index - 1, "short_year_before"):
        return None
    after = suffixed(page, index + 1, "year_suffix")
    stop = year_word(page, after)
    return (stop, 1900 + value) if index + 1 < after < stop and not page.is_plural(stop - 1) else None


def _is_year(page: Page, index: int) -> bool:
    """Whether a number of four figures is a year without the word for it."""
    value = page.integer(index)
    if value is None or not 1500 <= value <= 2100:
        return False
    if page.is_in_middle(index):
        return True
    if page.glued(index) and page.text(index - 1) not in ("(", "[", "'", '"', "«", "“", "—", "–", ","):
        return False
    following = page.pieces[index + 1] if index + 1 < len(page.pieces) else None
    if (
        following is not None
        and page.glued(index + 1)
        and following.text not in (".", ",", ")", "]", ";", ":", "!", "?", "'", "’", "»", "”", '"', "—", "–", "…")
    ):
        return False
    name = page.sentence.name_at(page.pieces[index].token)
    if name is not None and name.first < page.pieces[index].token:
        return False
    if index == 0 and page.text(1) == ":":
        return True  # a chronicle: «2004: …»
    if page.has(index - 1, "year_before"):
        return not _counts_something(page, index)
    if page.text(index - 1) == "," and is_like_a_year(page.text(index - 2)):
        return page.text(index + 1) in (")", ",")
    if page.text(index - 1) in ("(", "["):
        return page.text(index + 1) in (")", "]", ",", ";")
    return (
        bool(page.vocabulary.calendar["year_stands_bare"])
        and not _counts_something(page, index)
        and not _is_labelled(page, index)
    )


def _is_labelled(page: Page, index: int) -> bool:
    """Whether a word before makes a label of the number, be it abbreviated: “Resolution 1701”, “S. 1778”."""
    if page.text(index - 1) == "." and page.glued(index - 1):
        return page.has(index - 2, "label_always") and page.text(index - 2)[0].isupper()
    return page.has(index - 1, "label")


def _counts_something(page: Page, index: int) -> bool:
    """Whether a unit follows: «в 1500 метрах», "2000 people"; or a plural that an early year is no year of."""
    value = page.integer(index)
    if value is not None and value < _FIRST_BARE and index + 1 < len(page.pieces) and not page.has(index - 1, "the"):
        sentence, token = page.sentence, page.pieces[index + 1].token
        if page.document.language.counted(sentence, token, value) == token and (
            page.has(index - 1, "of") or not page.has(index - 1, "year_before")
        ):
            return True  # “a survey of 1709 pupils”
    return any(page.has(index + 1, table) for table in ("measure", "currency", "percent", "scale", "people"))


def fiscal(page: Page, index: int) -> Dated | None:
    """Read "fiscal 2026", "fiscal year 2026", "FY2026"."""
    found = page.match(index, "fiscal")
    if found is None:
        return None
    ranged = year_range(page, found[0])
    if ranged is not None and len(ranged) == 1:
        return replace(ranged[0], first=index)
    year = _year_or_short(page, found[0])
    return Dated(index, year[0], begin=Point(year[1])) if year is not None else None


def _year_or_short(page: Page, index: int) -> tuple[int, int] | None:
    year = year_at(page, index)
    if year is not None:
        return year
    value = page.integer(index)
    if value is None or len(page.text(index)) != 2 or _counts(page, index + 1):
        return None
    return index + 1, 2000 + value


def _counts(page: Page, index: int) -> bool:
    """Whether a noun in the case of what is counted follows a number: «в этом сезоне 14 | шайб»."""
    if index >= len(page.pieces):
        return False
    reading = page.sentence.tokens[page.pieces[index].token].readings[0]
    return reading.pos in ("NOUN", "ADJ") and reading.case == "gen"


def decade(page: Page, index: int) -> Dated | None:
    """Read «1990-х годов», «в 60-е», «девяностые», "the early 2000s", "the '90s", "nineties"."""
    if is_of_life(page, index):
        return None
    at = index + (page.text(index) in ("'", "’") and len(page.pieces) > index + 1)
    value = page.integer(at)
    if value is not None and value % 10 == 0 and len(page.text(at)) in (2, 4):
        stop = suffixed(page, at + 1, "decade_suffix")
        if stop == at + 1 or (len(page.text(at)) == 4 and not FIRST_YEAR <= value <= LAST_YEAR):
            return None
        named = page.match(stop, "decade_word")
        if page.has(stop, "decade_not"):
            return None
        if value < 100 and named is None and at == index and not _is_decade(page, index):
            return None
        return _decade_at(page, index, named[0] if named is not None else stop, value)
    spelled = page.match(index, "decade")
    if spelled is None:
        return None
    named = page.match(spelled[0], "decade_word")
    if page.vocabulary.calendar["decade_needs_word"] and named is None:
        return None
    return _decade_at(page, index, named[0] if named is not None else spelled[0], int(str(spelled[1])))


def is_of_life(page: Page, index: int) -> bool:
    """Whether the decade at ``index`` would be one of somebody's life: "in her early 40s"."""
    before = index - 1
    before -= page.is_dash(before)
    return page.has(before - page.has(before, "part"), "life_of")


def _is_decade(page: Page, index: int) -> bool:
    return page.has(index - 1, "decade_before")


def _decade_at(page: Page, first: int, stop: int, value: int) -> Dated:
    if value < 100:
        stop, century = _century_of_decade(page, stop)
        value += century if century is not None else 1900 if value >= 20 else 2000
    if value % 100 == 0 and value < 2000:
        return Dated(first, stop, fixed=f"{value // 100}XX")
    return Dated(first, stop, fixed=f"{value // 10}X")


def _century_of_decade(page: Page, index: int) -> tuple[int, int | None]:
    """Return stop and first year of the century that follows: «80-е годы прошлого века», «60-е годы XIX века»."""
    shift = page.match(index, "shift")
    unit = page.match(shift[0], "period") if shift is not None else None
    if shift is not None and unit is not None and unit[1] == "century":
        return unit[0], _THIS_CENTURY + 100 * int(shift[1])
    named = century(page, index)
    if named is None or named.fixed is None or not named.fixed[:2].isdecimal() or "/" in named.fixed:
        return index, None
    return named.stop, 100 * int(named.fixed[:2])


def centuries(page: Page, index: int, row: int = LONGEST_ROW) -> list[Dated]:
    """Read centuries that share their word: «в XIX и XX веках», "the 17th, 18th and 19th centuries"."""
    first = _century_number(page, index)
    if first is None:
        return []
    at, number = first
    if not (page.has(at, "and") or page.text(at) == ","):
        alone = century(page, index)
        return [alone] if alone is not None else []
    others = centuries(page, at + 1, row - 1) if row else []
    if not others or not 1 < number < 22:
        return []
    return [Dated(index, at, fixed=f"{number - 1:02}XX"), *others]


def century(page: Page, index: int) -> Dated | None:
    """Read «XX века», «19-м веке», «двадцатый век», "the 20th century", «XIX–XX веков», "19th-century"."""
    first = _century_number(page, index)
    if first is None:
        return None
    at, begin = first
    last = begin
    if page.is_dash(at) and (second := _century_number(page, at + 1)) is not None:
        at, last = second
    elif page.is_dash(at) and page.glued(at) and page.glued(at + 1):
        at += 1
    named = page.match(at, "century_word")
    if (
        named is not None
        and len(page.text(at)) <= 2
        and (roman(page.text(index)) is None or page.text(named[0]) != ".")
    ):
        return None  # «1 в группе»: the preposition
    if named is None or not 1 <= begin <= last <= 22:
        return None
    stop = named[0]
    if begin == 1 or page.has(stop, "before_christ") or page.has(stop + 1, "before_christ"):
        return Dated(index, page.past(stop, "before_christ"))
    fixed = points.interval(f"{begin - 1:02}XX", f"{last - 1:02}XX")
    return Dated(index, stop, fixed=fixed)


def _century_number(page: Page, index: int) -> tuple[int, int] | None:
    value = page.integer(index)
    if value is not None and value < 23:
        return suffixed(page, index + 1, "century_suffix"), value
    if (found := roman(page.text(index))) is not None:
        return suffixed(page, index + 1, "century_suffix"), found
    tens = page.match(index, "numeral")
    if (
        tens is not None
        and tens[1] == 20
        and (unit := page.match(tens[0] + (page.text(tens[0]) == "-"), "ordinal")) is not None
    ):
        return unit[0], 20 + int(str(unit[1]))
    ordinal = page.match(index, "ordinal")
    return (ordinal[0], int(str(ordinal[1]))) if ordinal is not None else None
