"""In which language a text is written: by its script, its letters and its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from briefing.language import tables

_SAMPLE = 4_000
_LETTERS = re.compile(r"[^\W\d_]+")

# Scripts that by themselves say the language (of the languages that news is written in), by first and last letter.
_SCRIPTS = (
    ("el", "\u0370", "\u03ff"),
    ("hy", "\u0530", "\u058f"),
    ("he", "\u0590", "\u05ff"),
    ("hi", "\u0900", "\u097f"),
    ("bn", "\u0980", "\u09ff"),
    ("ta", "\u0b80", "\u0bff"),
    ("th", "\u0e00", "\u0e7f"),
    ("ka", "\u10a0", "\u10ff"),
    ("ko", "\uac00", "\ud7af"),
    ("ja", "\u3040", "\u30ff"),
    ("zh", "\u4e00", "\u9fff"),
    ("ar", "\u0600", "\u06ff"),
    ("cyrillic", "\u0400", "\u052f"),
    ("latin", "a", "\u024f"),
)

# Letters that a language has and its nearest neighbours lack, and letters that it never has.
_LETTERS_OF = {
    "ru": ("ыэёъ", "іїєґўјљњћђџқәғңөүұһѓќ"),
    "uk": ("іїєґ", "ыэёъўјљњћђџқәғңөүұһ"),
    "be": ("ўіыэё", "иїєґъщјљњћђџқәғңөүұһ"),
    "bg": ("ъ", "ыэёіїєґўјљњћђџқәғңөүұһ"),
    "sr": ("јљњћђџ", "йщъыьэюяёіїєґў"),
    "mk": ("јљњџѓќѕ", "йщъыьэюяёіїєґўћђ"),
    "kk": ("әіңғүұқөһ", "їєґўјљњћђџ"),
    "tt": ("әңүөһҗ", "іїєґўјљњћђџқғұ"),
    "ky": ("ңүө", "іїєґўјљњћђџқғұәһ"),
}

_TELLING = frozenset("".join(own + foreign for own, foreign in _LETTERS_OF.values()))
_CYRILLIC = frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk", "tt", "ky"})


@cache
def _common_words() -> dict[str, list[str]]:
    data = tables.read(Path(__file__).with_name("common_words.toml"))
    return {language: words.split() for language, words in data.items()}


@cache
def _languages_of() -> dict[str, list[str]]:
    """Return for each common word the languages that have it."""
    languages: dict[str, list[str]] = {}
    for language, words in _common_words().items():
        for word in words:
            languages.setdefault(word, []).append(language)
    return languages


def _common(words: list[str]) -> Counter[str]:
    """Count the words that are common in each language."""
    found: Counter[str] = Counter()
    for word, count in Counter(words).items():
        for language in _languages_of().get(word, ()):
            found[language] += count
    return found


def detect(text: str) -> str:
    """Return the ISO 639-1 code of the language of ``text``, ``und`` where it has none or it stays unclear.

    Judges the first 4,000 characters. Languages that nobody taught it come out as a neighbour or as ``und``.
    """
    words = _LETTERS.findall(text[:_SAMPLE].lower())
    joined = "".join(words)
    letters = {letter: joined.count(letter) for letter in set(joined)}
    script = _script(letters)
    if script == "cyrillic":
        return _cyrillic(words, letters)
    if script == "latin":
        return _latin(words)
    if script == "ar":
        return "fa" if re.search("[پچژگ]", text[:_SAMPLE]) else "ar"
    return script


def _script(letters: Mapping[str, int]) -> str:
    counts = dict.fromkeys((name for name, _, _ in _SCRIPTS), 0)
    for letter, count in letters.items():
        script = _script_of(letter)
        if script:
            counts[script] += count
    if counts["ja"] * 10 > counts["zh"]:
        counts["ja"] += counts["zh"]  # Japanese mixes its syllables with Chinese characters
    counts["latin"] //= 4  # foreign names come in Latin letters, seldom the other way round
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else "latin" if letters and all(map(str.isascii, letters)) else "und"


@lru_cache(maxsize=1_000)
def _script_of(letter: str) -> str:
    return next((name for name, first, last in _SCRIPTS if first <= letter <= last), "")


def _cyrillic(words: list[str], letters: Mapping[str, int]) -> str:
    """Weigh letters that only one neighbour has, letters that it cannot have, and common words."""
    common = _common(words)
    total = max(1, len(words))
    telling = {letter: count for letter, count in letters.items() if letter in _TELLING}
    scores: dict[str, float] = {}
    for language, (own, foreign) in _LETTERS_OF.items():
        of_its_own = sum(count for letter, count in telling.items() if letter in own)
        impossible = sum(count for letter, count in telling.items() if letter in foreign)
        scores[language] = (common[language] + 0.5 * of_its_own - 2 * impossible) / total
    best = max(scores, key=lambda language: scores[language])
    if scores[best] > 0:
        return best
    return "ru" if not any(letter in telling for letter in _LETTERS_OF["ru"][1]) else "und"


def _latin(words: list[str]) -> str:
    common = _common(words)
    scores = {
        language: common[language] / len(listed) ** 0.25
        for language, listed in _common_words().items()
        if language not in _CYRILLIC
    }
    best, second = sorted(scores, key=lambda language: scores[language], reverse=True)[:2]
    found = common[best]
    if found == 0 or (scores[best] == scores[second]) or found / len(words) < 0.05:
        return _plain_english(words)
    return best


def _plain_english(words: list[str]) -> str:
    """Return ``en`` for a few words in bare Latin letters (a headline in English has few of the common words)."""
    return "en" if words and all(word.isascii() for word in words) and 2 <= len(words) <= 12 else "und"
