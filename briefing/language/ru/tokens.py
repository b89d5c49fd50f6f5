"""Sentences and tokens of Russian text with their offsets (razdel), paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from razdel import sentenize, tokenize
from razdel.segmenters.punct import DASHES

from briefing.language.base import Form, Sentence, Token
from briefing.language.ru.morphology import fold, readings

# razdel keeps «8,7» and «2026-2028» whole but splits numbers at the spaces between thousands.
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:,\d+)?(?!\d)")
# «и. о.» before a post is one word, like «врио»; initials have capitals: «И. О. Лунёв».
_ACTING = re.compile(r"(?<![\w.])(?:[Вв]р\.\s?)?[Ии]\.\s?о(?:\.|\b)(?=\s+[а-яё])")
_ACTING_WORDS = frozenset(("врио", "ио", "и.о", "и.о."))
# Conjunctions of two words or two letters, read as the word that joins as they do.
_SHORTENED = re.compile(r"(?<!\w)т\.\s?[ек]\.|(?<=, )то есть(?!\w)", re.IGNORECASE)
_STANDS_FOR = {"т.е.": "или", "тоесть": "или", "т.к.": "поскольку"}
_WHOLE = (_THOUSANDS, _ACTING, _SHORTENED)
# Whose lemma is the plain adjective's: lexicons know it by a form of its own too, «ближайший» and not «близкий».
_SUPERLATIVE = re.compile(r"(\w+[еа]йш)(?:ий|его|ему|им|ем|ая|ей|ую|ею|ее|ие|их|ими)")
# The marks of a link around its words, as wikis write it: «[https://example.org/page | сообщил | ]».
_LINK = re.compile(r"(\[https?://[^\s\]]+\s+)[^\[\]\n]+(\])")
# What stands between blanks is cut alone, and what it comes to is remembered. Only where a mark that joins («из-за»,
# «8,7», «1/2») opens or ends it does razdel look across the blank.
_OPENING = rf"(?=[.,/\\_{re.escape(DASHES)}]\S)"
_ENDING = rf"(?:(?<=\d[.,/\\])|(?<=\S[_{re.escape(DASHES)}]))"
_CHUNK = re.compile(rf"\S+(?:{_ENDING}\s+\S+|\s+{_OPENING}\S+)*")
# Abbreviations in front of a name or date, after which no sentence ends: «(род. 5 мая)», «, урожд. Пак», «(порт. João».
_LANGUAGES = (
    "англ|араб|арм|белор|болг|венг|вьет|греч|груз|дат|ивр|исп|итал|каз|кит|кор|лат|латыш|лит|монг|нем|нидерл|норв|перс|польск|порт|рум|серб|слов"
    "|тур|узб|укр|фин|финск|фр|хорв|чеш|чешск|швед|эст|яп"
)
_ABBREVIATED = re.compile(
    rf"(?:[(,;]\s*(?:род|урожд|псевд|наст|ум)|[(;]\s*(?:{_LANGUAGES})|\b(?:акад|проф|ген|полк|гр-н|гр-ка|д-р))\.$",
    re.IGNORECASE,
)
# A unit behind its number, which ends a sentence where razdel takes it for an abbreviation inside one.
_MEASURED = re.compile(r"\d\s?(?:(?:тыс|млн|млрд)\.?\s)?(?:м/с|км/ч|[тлм]|кг|см|мм|га|[пб]\.\s?п|пп)\.(?=\s+[А-ЯЁ])")
# A word with a mark at most on either side, and a full stop or comma after that: every mark is a token.
_PLAIN = re.compile(r"([«\"“„(]?)([а-яё]+)([»\"”“)]?)([.,:;!?…]?)", re.IGNORECASE)


class _Part(NamedTuple):
    """A token at ``start`` of the chunk that it is cut from."""

    start: int
    form: Form


def sentences(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Sentence]:
    """Yield the sentences of the paragraphs at ``spans``; no sentence crosses a paragraph."""
    index = 0
    for paragraph, (start, end) in enumerate(spans):
        for first, stop in _parts(text, start, end):
            tokens = _tokens(text[first:stop], first)
            if tokens:
                yield Sentence(index, paragraph, tokens[0].start, tokens[-1].end, tokens)
                index += 1


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a paragraph; what razdel cuts behind an abbreviation or semicolon stays together."""
    open_from: int | None = None
    pieces = [(start + part.start, start + part.stop) for part in sentenize(text[start:end]) if part.text.strip()]
    for number, (first, stop) in enumerate(pieces):
        begin = first if open_from is None else open_from
        following = text[pieces[number + 1][0]] if number + 1 < len(pieces) else ""
        if following and (following in ",;)" or text[stop - 1] == ";" or _ABBREVIATED.search(text[begin:stop])):
            open_from = begin
            continue
        open_from = None
        for ending in _MEASURED.finditer(text, begin, stop):
            yield begin, ending.end()
            begin = ending.end() + 1
        yield begin, stop


def _tokens(text: str, offset: int) -> list[Token]:
    cut = [(chunk.start() + at, form) for chunk in _CHUNK.finditer(text) for at, form in _cut(chunk.group())]
    if "[http" in text:
        hidden = {at for link in _LINK.finditer(text) for group in (1, 2) for at in range(*link.span(group))}
        cut = [(at, form) for at, form in cut if at not in hidden]
    whole = {match.start(): match.group() for pattern in _WHOLE for match in pattern.finditer(text)}
    if whole:
        inside = {at for start, part in whole.items() for at in range(start + 1, start + len(part))}
        cut = [(at, _form(whole[at]) if at in whole else form) for at, form in cut if at not in inside]
    return [Token(offset + at, form) for at, form in cut]


@lru_cache(maxsize=50_000)
def _cut(chunk: str) -> tuple[_Part, ...]:
    """Return razdel's tokens, two apostrophes that stand for one quotation mark as one."""
    plain = _PLAIN.fullmatch(chunk)
    if plain is not None:
        return tuple(_Part(plain.start(group), _form(text)) for group, text in enumerate(plain.groups(), 1) if text)
    parts: list[_Part] = []
    for part in tokenize(chunk):
        last = parts[-1] if parts else None
        if part.text == "'" and last is not None and last.form.text == "'" and part.start == last.start + 1:
            parts[-1] = _Part(last.start, _form("''"))
        else:
            parts.append(_Part(part.start, _form(part.text)))
    return tuple(parts)


@lru_cache(maxsize=100_000)
def _form(word: str) -> Form:
    if _ACTING.match(f"{word} я") or (word.lower() in _ACTING_WORDS and word != "Ио"):
        return Form.of(word, "врио", tuple(reading._replace(gender="", animate=True) for reading in readings("врио")))
    if (joins := _STANDS_FOR.get("".join(word.lower().split()))) is not None:
        return Form.of(word, joins, readings(joins))
    form = Form.of(word, fold(word), readings(word))
    superlative = _SUPERLATIVE.fullmatch(form.fold) if form.pos == "ADJ" else None
    return form._replace(keys=form.keys | {f"{superlative[1]}ий"}) if superlative else form
