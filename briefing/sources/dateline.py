"""Datelines: «ЯКУТСК, 10 авг – РИА Новости.», «Москва. 12 марта. INTERFAX.RU -», "WASHINGTON, Nov. 19 (Reuters) -"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from briefing.frozen import frozen
from briefing.sources.dates import FULL, MONTH_FIRST, PARTIAL, first_date
from briefing.sources.lexicon import lexicon
from briefing.sources.sentences import ENDS_SENTENCE

_LONGEST = 160
_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐЎČĆĐŠŽŁŚŹŻĘĄŃŐŰŘĚĞİŞ"
# It stands before a capital, and a month is all that a date can begin with there.
_NOT_A_DATE = rf"(?!(?i:{MONTH_FIRST}))"
_NAME_WORD = rf"[{_UPPER}][\w’'`]*(?:[-–][\w’']+)*\.?"
_SMALL_WORDS = frozenset(("на под над и де дель ла лос of the upon and de del la le los da au sur am an der").split())
_SMALL = rf"(?:(?i:{'|'.join(sorted(_SMALL_WORDS))})[ ])?"
_PLACE = re.compile(
    rf"(?:(?:г|город|пос|с)\.?\s+)?{_NOT_A_DATE}(?P<name>(?:(?i:st|ft|mt)\.[ ])?[{_UPPER}][\w’'`]+(?:[-–][\w’']+)*"
    rf"(?:[ ]{_SMALL}{_NOT_A_DATE}{_NAME_WORD}){{0,3}}(?:[ ](?:область|край|район|округ))?"
    rf"(?:/{_NAME_WORD}(?:[ ]{_NAME_WORD})?)?)(?<![.])"
)
_ABBREVIATED_REGION = rf"(?:[{_UPPER}]\.[ ]?[{_UPPER}]\.|[A-Z]{{2}}\b|[A-Z][a-z]{{1,4}}\.)"
_FULL_REGION = rf"[{_UPPER}]\w+(?:-\w+)*(?:[ ]\w+(?:-\w+)*){{0,2}}(?=\s*(?:[,(–—/:]|-[\s-]|$))"
_REGION = re.compile(rf",[ ]{_NOT_A_DATE}(?:{_ABBREVIATED_REGION}|{_FULL_REGION})")
_SHOUTED = rf"[{_UPPER}’']+(?:-[{_UPPER}]+)*"
_SECOND_PLACE = re.compile(
    rf",?[ ](?:and|&|и)[ ](?P<name>(?=[{_UPPER}]{{3}}){_SHOUTED}(?:[ ]{_SHOUTED}){{0,3}})(?=[,./ (–—-]|$)"
)
_WIRE = re.compile(r"[ ]?(?=[\w.-]*[A-Z])[\w.-]+(?:[ ][\w.-]+){0,2}[ ]?")
_SIGNED = re.compile(r"\((?P<parens>[^()]{2,60})\)|/(?P<slashes>[^/]{2,60})/")
_OUTLET_WORD = rf"(?:[«\"“][^»\"”]{{2,40}}[»\"”]|[{_UPPER}][\w&-]*(?:\.[\w-]+)*)"
_OUTLET_ENDS = r"(?=\.(?:\s|$)|,|:|\s*[–—]|\s+-|\s*$)"
_OUTLET = re.compile(rf"(?:(?i:корр)\.\s+)?(?P<name>{_OUTLET_WORD}(?:[ ]{_OUTLET_WORD}){{0,2}}){_OUTLET_ENDS}")
_KIND_OF_OUTLET = re.compile(rf"(?:(?i:корр)\.\s+)?(?P<name>(?:ИА|РИА|НИА|АН|ГТРК|ТК)[ ]{_OUTLET_WORD})")
_LOWER_CASE_OUTLET = re.compile(rf"(?P<name>[{_UPPER}]\w+[ ][^\W{_UPPER}\d_]+)(?=\.(?:\s|$))")
_REPORTER = re.compile(rf",\s*(?P<name>[{_UPPER}][\w-]+\s+[{_UPPER}][\w-]+)(?=\s*[.–—-])")
_SEPARATOR = re.compile(r"[\s,.–—:|-]*(?:/\s)?")
_CLOSE = re.compile(r"(?:\s/)?[.:,/]*\s*(?:(?P<dash>[–—]+|-{1,2})\s*)?")
_SPACED_DASH = re.compile(r"\s+[–—-]{1,2}\s+")
_DASHED = re.compile("[–—]| -")
_CLOSES_PLACE = re.compile(r"\s*(?:[,(/:–—]|-\s|$)")
_ENGLISH = re.compile("[A-Za-z]")
_BEGINS_STORY = re.compile(rf"[«\"“”„'‘(\[{_UPPER}\d]")


@frozen
class Dateline:
    """What a dateline says, and where the story begins after it (an offset in its paragraph)."""

    place: str | None
    date: str | None
    agency: str | None
    reporter: str | None
    end: int


@dataclass(slots=True)
class _Found:
    place: str = ""
    region: str = ""
    second: str = ""
    when: str = ""
    agency: str = ""
    dashed: bool = False
    parted: bool = False
    bracketed: bool = False
    dashed_to_agency: bool = False
    colon: bool = False
    spaced: bool = False  # a dash with blanks parts a place written like a name from a whole sentence


def dateline(paragraph: str) -> Dateline | None:
    """Return the dateline at the start of ``paragraph``, or None if it begins with the story itself."""
    text = _unbracketed(paragraph[:_LONGEST])
    found, end = _scan(text)
    if end == 0:
        return None
    found.bracketed = text.startswith(" ")
    reporter = _REPORTER.match(text, end) if found.agency else None
    if reporter is not None:
        end = reporter.end()
    close = _CLOSE.match(text, end)
    assert close is not None  # it matches nothing, too
    found.dashed = found.dashed or close["dash"] is not None
    found.colon = close.group().startswith(":") and ENDS_SENTENCE.search(paragraph) is not None  # no headline
    spaced = found.dashed and not found.when and not found.place.isupper() and not found.region
    spaced = spaced and _SPACED_DASH.fullmatch(close.group()) is not None
    found.spaced = spaced and ENDS_SENTENCE.search(paragraph) is not None
    alone = close.end() == len(paragraph)
    parted = found.dashed_to_agency or text[end : close.end()].strip() not in {"", ","}
    follows = _BEGINS_STORY.match(text, close.end()) is not None
    if not (alone or (parted and follows)) or not _is_dateline(found, alone):
        return None
    everywhere = found.place.lower() in lexicon().everywhere  # “STATEWIDE – The agency …”
    place = "" if everywhere else _spelled(found.place) + _spelled_region(found.region)
    if found.second:
        name, _, region = found.second.partition(", ")
        place += f" and {_spelled(name)}" + _spelled_region(f", {region}" if region else "")
    signed = reporter["name"] if reporter else None
    return Dateline(place or None, first_date(found.when), found.agency or None, signed, close.end())


def _unbracketed(text: str) -> str:
    """Return ``text`` with blanks for brackets around a place at its start: "(Washington, DC) – "."""
    close = text.find({"(": ")", "[": "]"}.get(text[:1], "\0"))
    return f" {text[1:close]} {text[close + 1 :]}" if close > 0 else text


def _scan(text: str) -> tuple[_Found, int]:
    """Take parts of a dateline from the start of ``text`` while there are any; each part comes once."""
    found, end = _Found(), 0
    parts: list[Callable[[str, int, int, _Found], int]] = [
        *(_region, _second_place, _signature, _date, _known_agency, _outlet, _place)
    ]
    while parts:
        separator = _SEPARATOR.match(text, end)
        start = separator.end() if separator else end
        for part in parts:
            if reached := part(text, end, start, found):
                found.dashed = found.dashed or (end > 0 and bool(_DASHED.search(text[end:start])))
                end = reached
                parts.remove(part)
                break
        else:
            break
    return found, end


def _region(text: str, end: int, start: int, found: _Found) -> int:
    match = _REGION.match(text, end) if found.place and not found.when else None
    if match is None or (len(match.group()) > 4 and match.group()[2:] in lexicon().agencies):
        return 0  # two letters are a state before they are an agency
    found.region = match.group()
    return match.end()


def _second_place(text: str, end: int, start: int, found: _Found) -> int:
    """Take the other city of a release that comes from two: "BOSTON and LONDON, March 3"."""
    match = _SECOND_PLACE.match(text, end) if found.place.isupper() and not found.when else None
    if match is None:
        return 0
    region = _REGION.match(text, match.end())
    found.second = f"{match['name']}{region.group() if region else ''}"
    return region.end() if region else match.end()


def _signature(text: str, end: int, start: int, found: _Found) -> int:
    match = _SIGNED.match(text, start) if found.place or found.when else None
    if match is None:
        return 0
    signed = match["parens"] or match["slashes"]
    if _when().fullmatch(signed) and not found.when:
        found.when, found.parted = signed, True
        return match.end()
    known = _agencies().search(signed)
    # Between slashes nothing but a wire signs: "BOSTON, May 3, 2024 /24-7PressRelease/ --".
    wire = match["slashes"] is not None and _WIRE.fullmatch(signed) is not None
    if known is None and (not (wire or _OUTLET.fullmatch(signed)) or not found.when):
        return 0
    found.agency = known["name"] if known else signed.strip()
    return match.end()


def _date(text: str, end: int, start: int, found: _Found) -> int:
    match = _when().match(text, start)
    if match is None:
        return 0
    found.when = match.group().removesuffix(".")
    found.parted = bool(text[end:start].strip())
    return start + len(found.when)


def _known_agency(text: str, end: int, start: int, found: _Found) -> int:
    match = _agencies().match(text, start) or _KIND_OF_OUTLET.match(text, start)
    if match is None or found.agency:
        return 0
    found.agency = match["name"]
    found.dashed_to_agency = bool(_DASHED.search(text[end:start]))
    return match.end()


def _outlet(text: str, end: int, start: int, found: _Found) -> int:
    """Take a name that is in no list where only an agency can stand: after the date, between it and the story."""
    parted = re.search("[.,–—-]", text[end:start])
    if parted is None or found.agency or not (found.when and found.place):
        return 0
    match = _OUTLET.match(text, start)
    if match is None and parted.group() not in ".,":
        match = _LOWER_CASE_OUTLET.match(text, start)
    dashed = _DASHED.search(text[end:start])
    if match is None or (dashed and (text.startswith(",", match.end()) or _is_firm(text, match))):
        return 0  # behind a dash the story begins with somebody: "LONDON, May 3 - Ann Lee, the mayor, …"
    name = match["name"]
    found.agency = name[1:-1] if name[0] in "«“" and name.find(name[-1]) == len(name) - 1 else name
    return match.end()


def _is_firm(text: str, outlet: re.Match[str]) -> bool:
    """Whether the point behind a name only abbreviates what sort of firm it is: "— Brill Corp. today said"."""
    last = outlet["name"].rpartition(" ")[2].casefold()
    return text.startswith(".", outlet.end()) and last in lexicon().abbreviated


def _place(text: str, end: int, start: int, found: _Found) -> int:
    between = text[end:start].removeprefix("." if text.startswith(".,", end) else "")  # «5 мая 2026 г., Елец»
    after_date = found.when and not found.agency and "." not in between
    match = _PLACE.match(text, start) if end == 0 or after_date else None
    if match is None or (_DASHED.search(between) and not _CLOSES_PLACE.match(text, match.end())):
        return 0  # “March 3, 2025 — Ann Lee is …”
    found.parted = found.parted or (end > 0 and "," in between)
    found.place = match["name"]
    return match.end()


def _is_dateline(found: _Found, alone: bool) -> bool:
    """Judge whether the parts together are a dateline and not the beginning of a sentence or a heading."""
    if found.agency and not found.place and not found.when:
        return not alone and (found.bracketed or not found.dashed)
    if found.agency:
        return not alone or bool(found.when) or found.dashed or found.place.isupper()
    if not found.place:  # “March 3, 2025 — The county …”
        return found.dashed and not alone and _ENGLISH.search(found.when) is not None and bool(first_date(found.when))
    if found.when:
        return found.place.isupper() or (found.parted and len(_long_words(found.place)) <= 2)
    letters = sum(char.isalpha() for char in found.place)
    shouted = found.place.isupper() and (letters >= 5 or " " in found.place)
    name = found.region.removeprefix(", ")
    abbreviated = re.fullmatch(_ABBREVIATED_REGION, name) is not None or name in lexicon().states
    if alone:
        return (shouted and bool(found.region)) or abbreviated
    if (found.colon and not found.dashed and not alone) or found.spaced:
        return any(part.lower() in lexicon().cities for part in found.place.split("/"))  # not «WARNING: …»
    return found.dashed and (shouted or (found.place.isupper() and bool(found.region)) or abbreviated)


def _long_words(place: str) -> list[str]:
    return [word for word in place.split() if word not in _SMALL_WORDS]


@cache
def _agencies() -> re.Pattern[str]:
    names = "|".join(map(re.escape, lexicon().agencies))
    return re.compile(rf"(?<!\w)(?:(?i:корр)\.\s+)?(?P<name>(?:{names})(?:[-.]\w+){{0,2}})(?![\w-])")


@cache
def _when() -> re.Pattern[str]:
    weekdays = "|".join(sorted(lexicon().weekdays, key=len, reverse=True))
    clock = r"(?:[,\s]+(?:в\s+)?\d{1,2}[:.]\d\d\b(?:\s+мск)?)?"
    return re.compile(rf"(?:(?:{weekdays})\b\.?,?\s*)?(?:{FULL}|{PARTIAL}(?:\s+г\.)?){clock}", re.IGNORECASE)


def _spelled(place: str) -> str:
    """Return a place as it is written within a sentence: «РОСТОВ-НА-ДОНУ» → «Ростов-на-Дону»."""
    if not place.isupper() and not all(word.isupper() for word in _long_words(place)):
        return place
    words = re.split(r"([ /-])", place.lower())
    return "".join(
        word if at and word in _SMALL_WORDS and words[at - 1] != "/" else _capitalised(word)
        for at, word in enumerate(words)
    )


def _capitalised(word: str) -> str:
    return re.sub(r"^(?:[od]['’])?.", lambda first: first.group().title(), word)


def _spelled_region(region: str) -> str:
    name = region.removeprefix(", ").rstrip()
    if "." not in name and len(name) > 3:
        name = _spelled(name)
    return f", {name}" if name else ""
