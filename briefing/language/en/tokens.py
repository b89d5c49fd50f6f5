"""Sentences and tokens of English text with their offsets, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from briefing.language.base import Form, Sentence, Token
from briefing.language.en.morphology import POSSESSIVE, fold, readings
from briefing.language.lexicons import listed, load

_TITLES = """
    Mr Mrs Ms Dr Prof Rev Fr Sen Sens Rep Reps Gov Gen Lt Col Capt Cmdr Sgt Maj Cpl Adm Supt Hon Pres Msgr Amb
    Atty St Mt Messrs Det Insp Const Pvt Pte Cdr Brig Cllr Ald Asst Ofc Dep Smt
"""
_DATES = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun"
# What may end a sentence too; the others are always followed by more of it.
_CLOSING = "Inc Corp Ltd Co Jr Sr etc Bros al Calif Fla Mass Conn Wash Ariz Colo Ill Mich Minn Tenn Ont Que Ave Blvd Rd"
_INNER = "vs v No Nos Vol Res Con Sec pp approx est Ft Dept Univ Assn cf ed ca Op Rs"
_DOMAINS = r"(?:com|co|org|net|gov|ac|edu)\.[a-z]{2}|com|org|net|info|biz|gov|edu|mil|tv|io|eu|ru|de|fr|pl|nl|ca|jp|cn"
_LETTERS = r"[^\W\d_]"
_ABBREVIATION = "|".join(sorted(f"{_TITLES} {_DATES} {_CLOSING} {_INNER}".split(), key=len, reverse=True))

_TOKEN = re.compile(
    rf"""
      {_LETTERS}+(?=[\s,;!?)”"]|\Z)                                 # most words: nothing joins them to more
    | (?:https?://|www\.)\S*[\w/]                                   # addresses
    | [A-Za-z0-9][\w-]*(?:\.[a-z0-9-]+)*\.(?:{_DOMAINS})\b          # names of sites
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ | [@\#]\w+
    | (?:{_LETTERS}\.){{2,}}{_LETTERS}?(?!\w)                       # U.S., a.m., D.C
    | (?:Ph\.D|e\.g|i\.e)\.
    | (?:{_ABBREVIATION})\.(?!\w)
    | [A-Z]\.(?=[ ][A-Z]|[A-Z])                                     # initials
    | \d+(?:[.,:]\d+)*(?=(?:bn|m|mn|tn|k|km|kg|cm|mm|mph|kph|ft|am|pm|kW|MW|GW|p|g|c)\b)  # the number of 2.8bn, 7pm
    | [RN](?=\d+[.,]\d)                                            # the currency of R2.5bn
    | \d+(?:,\d{{3}})+(?:\.\d+)? | \d+(?:[.:]\d+)+                  # 1,127  8.7  12:30
    | \d{{1,2}}(?:,\d\d)+,\d{{3}}(?:\.\d+)?                         # 2,76,206
    | {_LETTERS}+(?=-\d+\.\d)                                       # the scale of magnitude-7.6
    | [^\W_]+(?:(?:[-‐‑']|(?<=[^\W_])’|(?<=[A-Z0-9])&(?=[A-Z0-9]))[^\W_]+)*  # words, hyphenated ones, M&S
    | \.{{2,}} | --+ | \S
    """,
    re.VERBOSE,
)
# What stands between blanks is cut alone, and what it comes to is remembered; only an initial looks for the next one.
_CHUNK = re.compile(r"\S+(?:(?<=[A-Z]\.) (?=[A-Z]))?")
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
# Contractions of other shapes that stay whole.
_WHOLE = re.compile(r"['’](?:clock|am)$", re.IGNORECASE)

_END = re.compile(r"""[.!?…]+[)\]]?["”’'»)\]]*(?:\s*\(\(\w+\)\))?[)\]]*\s+(?=["“‘'«(\[—–-]*\s?[^\W_])""")
_DOTTED = re.compile(rf"(?:(?:{_LETTERS}\.){{2,}}|\b(?:{'|'.join(_CLOSING.split())})\.)$")
_UNFINISHED = re.compile(
    rf"(?:\b(?:{'|'.join(f'{_TITLES} {_DATES} {_INNER}'.split())})\.|(?:^|[\s(.])[A-Z]\.|\b(?:e\.g|i\.e)\.)$"
)
_STARTERS = listed("en", "phrases", "starters")
_CLOCK = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_ZONES = listed("en", "time", "zones") | listed("en", "time", "weekdays") | listed("en", "time", "months")
# Up to five words of a subject and what may be its verb.
_SUBJECT = re.compile(r"(?:(?:[A-Z][\w.’'-]*|the|a|an|his|her|one|of|he|she|they|I|we|it)\s+){1,5}(?P<verb>[a-z]+)\b")


def sentences(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Sentence]:
    """Yield the sentences of the paragraphs at ``spans``; no sentence crosses a paragraph."""
    index = 0
    for paragraph, (start, end) in enumerate(spans):
        tokens = list(_tokens(text, start, end))
        _mark_plural_possessives(tokens)
        first = 0
        for boundary in [*_boundaries(text, start, end), end]:
            stop = first
            while stop < len(tokens) and tokens[stop].start < boundary:
                stop += 1
            if stop > first:
                part = tokens[first:stop]
                yield Sentence(index, paragraph, part[0].start, part[-1].end, part)
                index += 1
                first = stop


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for chunk in _CHUNK.finditer(text, start, end):
        begin = chunk.start()
        for at, form in _cut(chunk.group()):
            yield Token(begin + at, form)


@lru_cache(maxsize=50_000)
def _cut(chunk: str) -> tuple[tuple[int, Form], ...]:
    """Return the tokens of a chunk, each with its place there; behind a blank at its end a capital follows."""
    return tuple(_forms(f"{chunk}A" if chunk[-1] == " " else chunk, len(chunk)))


def _forms(text: str, end: int) -> Iterator[tuple[int, Form]]:
    for match in _TOKEN.finditer(text):
        word = match.group()
        at = match.start()
        if at >= end:
            return
        marked = len(word) > 1 and ("'" in word or "’" in word) and not _WHOLE.search(word)
        if marked and (clitic := _CLITIC.search(word)):
            cut = clitic.start()
            if cut:
                yield at, _form(word[:cut])
            yield at + cut, _clitic(word[cut:])
        else:
            yield at, _form(word)


@lru_cache(maxsize=100_000)
def _form(word: str) -> Form:
    return Form.of(word, fold(word), readings(word))


@lru_cache(maxsize=100)
def _clitic(word: str) -> Form:
    """Return the form of what an apostrophe joins to a word, which is read without regard to its case and mark."""
    return Form.of(word, fold(word), readings(fold(word)))


def _mark_plural_possessives(tokens: list[Token]) -> None:
    """Read the apostrophe of “the workers’ rights” as a possessive where no single quotation mark is open."""
    opened = False
    for index, token in enumerate(tokens):
        if token.text not in ("'", "’", "‘"):
            continue
        before = tokens[index - 1] if index else None
        if token.text == "‘" or before is None or before.end < token.start:
            opened = opened or token.text != "’"
        elif not before.is_word:
            opened = opened and index + 1 < len(tokens) and tokens[index + 1].start == token.end
        elif _is_possessive(tokens, index, opened):
            tokens[index] = Token(token.start, Form.of(token.text, token.fold, (POSSESSIVE,)))
        else:
            opened = False


def _is_possessive(tokens: list[Token], index: int, opened: bool) -> bool:
    """Whether a mark after a word is a possessive; where single marks are open, a noun must follow and not the end."""
    if not tokens[index - 1].fold.endswith(("s", "z", "x")):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if not opened:
        return True
    return after is not None and after.text[0].islower() and after.pos in ("NOUN", "ADJ")


@cache
def _saying() -> frozenset[str]:
    """Return the verbs (lemmas) that stand beside a quotation."""
    tables = load("en", "speech")["verbs"]
    spoken = [table for table in tables if "direct" in table["frames"] and "texts" not in table["frames"]]
    return frozenset(lemma for table in spoken for lemma in table["lemmas"].split())


def _is_attribution(text: str) -> bool:
    """Whether the text begins with a subject and a verb beside a quotation: “Never!” | Ann Lee scoffed."""
    found = _SUBJECT.match(text)
    known = readings(found["verb"]) if found is not None else ()
    return any(reading.form == "fin" and reading.lemma in _saying() for reading in known)


def _starts(word: str, before: str) -> bool:
    """Whether a sentence begins with the word behind an abbreviation: “at 5 a.m. | People ran”, not “5 a.m. Sunday”."""
    clock = _CLOCK.search(before) is not None and len(word) > 1 and not word.isupper()
    return word.lower() in _STARTERS or (clock and word.istitle() and word.lower() not in _ZONES)


def _boundaries(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the offsets at which a new sentence begins."""
    for match in _END.finditer(text, start, end):
        ending = match.group()
        follows = text[match.end() : min(end, match.end() + 80)].lstrip("\"“‘'«([—–- ")
        if not follows or not (follows[0].isupper() or follows[0].isdigit() or follows[0].islower() is False):
            continue
        if ending[0] == "." and ending[:2] != "..":
            before = text[max(start, match.start() - 12) : match.start() + 1]
            closed = ending.strip() != "."
            if not closed and _UNFINISHED.search(before) and not _DOTTED.search(before):
                continue
            if not closed and _DOTTED.search(before) and not _starts(follows.split()[0].strip(",."), before):
                continue
        elif follows[0].isdigit() is False and ending.strip()[-1] in "\"”’'»" and _is_attribution(follows):
            continue
        yield match.end()
