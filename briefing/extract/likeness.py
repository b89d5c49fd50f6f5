"""Whether two names can be one person's: what they share, in spite of initials, other spellings, parts left out."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby, takewhile

from briefing import language

Parts = tuple[str, str, str]
"""Given name, patronymic and family name, as a `NameReading` begins."""

_LEAST_NAME, _GENDER_ENDING = 3, 2  # letters that two family names must share, and by which gender parts them


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Return the word as names are compared: lower case, ё and э as е (Мэй is Мей), one kind of apostrophe."""
    return language.fold(word.casefold()).replace("э", "е").replace("’", "'")


@lru_cache(maxsize=20_000)
def is_exact(word: str) -> bool:
    """Whether the word has a letter that most texts write as another: ё."""
    return language.fold(word) != word.lower()


def are_kin(family: str, other: str) -> bool:
    """Whether family names are one but for endings that tell the gender: Кротов, Кротова; Лунский, Лунская."""
    name, named = fold(family), fold(other)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(name, named, strict=False)))
    return same >= _LEAST_NAME and max(len(name), len(named)) - same <= _GENDER_ENDING


def fullness(name: Parts) -> int:
    """Return how many parts a name has; given and family name together count one more."""
    given, patronymic, family = name
    return bool(given) + bool(patronymic) + bool(family) + bool(given and family)


@lru_cache(maxsize=20_000)
def shared(one: Parts, other: Parts) -> float:
    """Return what two names share: 3 the whole name, 2 family name and initial, 1 a part; 0 if they disagree."""
    (given, patronymic, family), (other_given, other_patronymic, other_family) = one, other
    if not _compatible(given, other_given) or not _compatible(patronymic, other_patronymic):
        return _alone(one, other)
    same_given = bool(given) and fold(given) == fold(other_given)
    if family and other_family:
        if fold(family) == fold(other_family):
            return 1.0 + bool(given and other_given) + same_given
        by_father = fold(patronymic) == fold(other_family) or fold(other_patronymic) == fold(family)
        same_family = by_father or _respelled(fold(family), fold(other_family))
        return 1.5 if same_given and not given.endswith(".") and same_family else _alone(one, other)
    return 1.0 if same_given else _alone(one, other)


def _alone(one: Parts, other: Parts) -> float:
    """Whether a name of one word is any word of the other: Си for Си Цзиньпин, Инес for Инес Мораль."""
    short, long = (one, other) if fullness(one) < fullness(other) else (other, one)
    words = [part for part in short if part]
    if len(words) != 1 or " " in words[0] or words[0].endswith("."):
        return 0.0
    word = fold(words[0])
    given, _, family = (fold(part) for part in long)
    if word in (given, family):
        return 0.8
    main = family.partition("-")[0]
    if short[2] and (undoubled(word) == undoubled(main) or (len(word) > 6 and _respelled(word, main))):
        return 0.5
    parts = fold(" ".join(long)).split()
    return 0.7 if word in parts or any(word in part.split("-") for part in parts) else 0.0


def _compatible(one: str, other: str) -> bool:
    """Whether two given names or patronymics can be one: equal, one missing, or one the other's initial."""
    a, b = fold(one), fold(other)
    if not a or not b or a == b:
        return True
    if a.endswith(".") or b.endswith("."):
        return a[0] == b[0]
    one_words, other_words = a.split(), b.split()
    # Of several given names, or two family names, some may be left out: Руис Отеро, Пабло Руис Отеро.
    shorter_is_part = set(one_words) <= set(other_words) or set(other_words) <= set(one_words)
    return _respelled(a, b) or shorter_is_part or one_words[0] == other_words[0]


def undoubled(word: str) -> str:
    """Return the word with every double letter once: Реннар and Ренар are one name."""
    return "".join(letter for letter, _ in groupby(word))


def _respelled(a: str, b: str) -> bool:
    """Whether two words are spellings of one name: Колдмен and Колдман, one letter changed, added or left out."""
    if a[:1] != b[:1] or abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 5:
        return False
    same = 0
    while same < min(len(a), len(b)) and a[same] == b[same]:
        same += 1
    return a[same + 1 :] == b[same + 1 :] or a[same + 1 :] == b[same:] or a[same:] == b[same + 1 :]
