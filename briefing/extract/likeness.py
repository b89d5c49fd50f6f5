"""Whether two names can be one person's: what they share, in spite of initials, other spellings, parts left out."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from briefing.language import NameReading

_ALIKE = str.maketrans("ёэ’", "ее'")


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Return the word as names are compared: lower case, ё and э as е (Мэй is Мей), one kind of apostrophe."""
    return word.casefold().translate(_ALIKE)


def fullness(reading: NameReading) -> int:
    return sum(bool(part) for part in reading[:3]) + (1 if reading.given and reading.family else 0)


def shared(a: NameReading, b: NameReading) -> float:
    """Return what two readings share: 3 the whole name, 2 family name and initial, 1 a part; 0 if they disagree."""
    if not _compatible(a.given, b.given) or not _compatible(a.patronymic, b.patronymic):
        return _alone(a, b)
    if a.family and b.family:
        if fold(a.family) == fold(b.family):
            return 1.0 + bool(a.given and b.given) + bool(a.given and fold(a.given) == fold(b.given))
        same_given = a.given and fold(a.given) == fold(b.given) and not a.given.endswith(".")
        by_father = fold(a.patronymic) == fold(b.family) or fold(b.patronymic) == fold(a.family)
        same_family = by_father or _respelled(fold(a.family), fold(b.family))
        return 1.5 if same_given and same_family else _alone(a, b)
    if a.given and b.given and fold(a.given) == fold(b.given):
        return 1.0
    return _alone(a, b)


def _alone(a: NameReading, b: NameReading) -> float:
    """Whether a name of one word is any word of the other: Си for Си Цзиньпин, Хиллари for Хиллари Клинтон."""
    short, long = (a, b) if fullness(a) < fullness(b) else (b, a)
    words = [part for part in short[:3] if part]
    if len(words) != 1 or " " in words[0] or words[0].endswith("."):
        return 0.0
    word = fold(words[0])
    if word == fold(long.given) or word == fold(long.family):
        return 0.8
    family = fold(long.family).partition("-")[0]
    if short.family and (undoubled(word) == undoubled(family) or (len(word) > 6 and _respelled(word, family))):
        return 0.5
    parts = fold(" ".join(long[:3])).split()
    return 0.7 if word in parts or any(word in part.split("-") for part in parts) else 0.0


def _compatible(one: str, other: str) -> bool:
    """Whether two given names or patronymics can be one: equal, one missing, or one the other's initial."""
    a, b = fold(one), fold(other)
    if not a or not b or a == b:
        return True
    if a.endswith(".") or b.endswith("."):
        return a[0] == b[0]
    one_words, other_words = a.split(), b.split()
    # Of several given names, or two family names, some may be left out: Лопес Обрадор, Андрес Лопес Обрадор.
    shorter_is_part = set(one_words) <= set(other_words) or set(other_words) <= set(one_words)
    return _respelled(a, b) or shorter_is_part or one_words[0] == other_words[0]


def undoubled(word: str) -> str:
    """Return the word with every double letter once: Буффье and Буфье are one name."""
    return "".join(letter for letter, _ in groupby(word))


def _respelled(a: str, b: str) -> bool:
    """Whether two words are spellings of one name: Хантсмен and Хантсман, one letter changed, added or left out."""
    if a[:1] != b[:1] or abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 5:
        return False
    same = 0
    while same < min(len(a), len(b)) and a[same] == b[same]:
        same += 1
    return a[same + 1 :] == b[same + 1 :] or a[same + 1 :] == b[same:] or a[same:] == b[same + 1 :]
