"""A person's name in a Russian sentence: its parts, put in the nominative, with gender and case as far as they show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import product

from briefing.language import lexicons
from briefing.language.base import Name, NameReading, Sentence, Token
from briefing.language.lexicons import listed
from briefing.language.memory import remembered
from briefing.language.ru.agreement import governed
from briefing.language.ru.declension import Form, Part, forms, is_known
from briefing.language.ru.morphology import readings

_PATRONYMIC = re.compile(r"\w{2,}(?:[оеё]ви?ч|ьич|инич|[оеё]вн|иничн|ичн)(?:а|у|ем|ом|е|ы|ой|ою)?$")
PARTICLES = listed("ru", "people", "particles")
_SONS = listed("ru", "people", "sons")
_DESCENTS = listed("ru", "people", "descents")
_PLACES = {"father": "patronymic", "descent": "patronymic", "particle": "family", "letter": "family"}
_PRIOR = {"nom": 1.0, "gen": 0.6, "acc": 0.3, "dat": 0.35, "ins": 0.45, "loc": 0.2}
_MOST_READINGS = 16
_OBJECT = 0.1  # weight of another case than the nominative where the verb before the name has no other subject
_DISAGREES = 0.1  # the weight of another gender or case than that of an adjective before the name
_OPENS = 0.3  # the same where the name opens a sentence and a comma follows it
_NAMING = ("NOUN", "PROPN", "PRON", "X")
# After these a name is nobody's genitive: «сказала в пятницу Анна Ким», «чемпионка в весе до 65 кг Анна Ким».
_TIMES = frozenset().union(
    *(listed("ru", "time", name) for name in ("weekdays", "months")),
    *(listed("ru", "people", name) for name in ("measures", "times")),
)


@remembered
def read(sentence: Sentence, name: Name) -> tuple[NameReading, ...]:
    """Return the ways to read a person's name, likeliest first; none where it is no name after all."""
    words = list(_words(sentence.tokens[name.first : name.stop]))
    parts = _parts(words)
    if not any(part in ("given", "family") and len(word) > 1 for word, part in parts):
        return ()
    hints = tuple(sorted(_hints(sentence, name).items()))
    found = _readings(tuple(parts), hints)
    if len(parts) == 1 and parts[0][1] == "given":
        # Many a given name is a family name too: Уоррен.
        other = [r._replace(score=r.score * 0.5) for r in _readings(((parts[0][0], "family"),), hints)]
        found = tuple(sorted([*found, *other], key=lambda reading: -reading.score)[:_MOST_READINGS])
    return found


@lru_cache(maxsize=5_000)
def _readings(
    parts: tuple[tuple[str, Part | str], ...], hints: tuple[tuple[tuple[str, str], float], ...]
) -> tuple[NameReading, ...]:
    factors = dict(hints)
    found: dict[tuple[str, str, str, str, str], float] = {}
    for reading in _possible(parts):
        gender, case = reading.gender, reading.case
        weight = factors.get((gender, case), factors.get(("", case), 1.0)) * _PRIOR[case]
        key = reading[:5]
        found[key] = max(found.get(key, 0.0), reading.score * weight)
    ranked = sorted(found.items(), key=lambda item: -item[1])
    return tuple(NameReading(*key, score=score) for key, score in ranked[:_MOST_READINGS])


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the words of a name; initials without their full stop, what an apostrophe joins as one."""
    joined = ""
    for index, token in enumerate(tokens):
        if token.text in "'’`" and joined and index + 1 < len(tokens):
            joined += token.text
        elif token.is_word and not token.text[0].isdigit():
            if joined and joined[-1] not in "'’`":
                yield joined
                joined = ""
            joined += token.text
    if joined:
        yield joined


def _parts(words: list[str]) -> list[tuple[str, Part | str]]:
    """Say of each word whether it is a given name, patronymic, family name, particle or initial."""
    parts: list[tuple[str, Part | str]] = []
    for index, word in enumerate(words):
        if _is_initial(word, last=index == len(words) - 1) and not (index and words[0].lower() in syllabic_names()):
            parts.append((word, "initial"))
        elif _is_particle(words, index):
            parts.append((word, "descent" if word.lower() in _DESCENTS else "particle"))
        elif index > 0 and _PATRONYMIC.search(word) and len(words) > 1 and is_known(words[index - 1], "given"):
            parts.append((word, "patronymic"))
        else:
            parts.append((word, ""))
    if _ends_with_letter(parts):
        parts[-1] = (words[-1], "letter")
    open_ = [index for index, (_, part) in enumerate(parts) if not part]
    for index, part in zip(open_, _slots([words[i] for i in open_], parts), strict=True):
        parts[index] = (words[index], part)
        if part == "given" and index and words[index - 1] in _SONS:
            parts[index - 1 : index + 1] = [(words[index - 1], "descent"), (words[index], "father")]
    return parts


def _is_initial(word: str, *, last: bool) -> bool:
    """Whether the word is a letter, or the two before a family name that stand for one: «Дж.»."""
    return len(word) == 1 or (len(word) == 2 and not last and word.lower() in _shortened())


@cache
def _shortened() -> frozenset[str]:
    return frozenset(lexicons.load("ru", "names")["shortened"])


def _ends_with_letter(parts: list[tuple[str, Part | str]]) -> bool:
    """Whether a letter stands for the family name after a given one: «Анна К.», «Иван Петрович Л.»."""
    initials = [index for index, (_, part) in enumerate(parts) if part == "initial"]
    word = parts[0][0]
    return (
        initials == [len(parts) - 1] and bool(initials[0]) and is_known(word, "given") and not is_known(word, "family")
    )


def _is_particle(words: list[str], index: int) -> bool:
    """Whether the word is «фон», «де» and the like: in lower case, or with a capital where no family name can be."""
    word = words[index].lower()
    if word not in PARTICLES or len(words) == 1:
        return False
    return words[index].islower() or (word not in syllabic_names() and index + 1 < len(words))


@cache
def titles() -> frozenset[str]:
    """Return the forms of address and degrees, which belong to no name."""
    return frozenset(lexicons.load("ru", "names")["titles"])


def _slots(words: list[str], parts: list[tuple[str, Part | str]]) -> list[Part]:
    """Share given and family name out among the words that are neither patronymic nor initial."""
    kinds = [part for _, part in parts]
    if "initial" in kinds:
        # «Томас Р. Лоу»: what stands before the letter was given, if the family name is still to come.
        before = 0 if kinds[-1] else kinds[: kinds.index("initial")].count("")
        return ["given" if index < before else "family" for index in range(len(words))]
    if len(words) == 1:
        alone = "patronymic" in kinds or (is_known(words[0], "given") and not is_known(words[0], "family"))
        return ["given" if alone else "family"]
    if not words:
        return []
    given: list[Part] = ["given"] * (len(words) - 1)
    if kinds[-1] == "patronymic" or (len(words) == 2 and _is_turned(*words)):
        return ["family", *given]
    return [*given, "family"]


def _is_turned(first: str, second: str) -> bool:
    """Whether the family name comes first, as in lists: Иванов Иван."""
    looks = is_known(first, "family") or forms(first, "family")[0].weight >= 1
    return looks and not is_known(first, "given") and is_known(second, "given") and not is_known(second, "family")


@lru_cache(maxsize=5_000)
def _possible(parts: tuple[tuple[str, Part | str], ...]) -> tuple[NameReading, ...]:
    """Return what the name can be wherever it stands."""
    return tuple(
        reading for gender, case in product(("masc", "fem"), _PRIOR) for reading in _combined(parts, gender, case)
    )


def _combined(parts: Sequence[tuple[str, Part | str]], gender: str, case: str) -> Iterator[NameReading]:
    options: list[list[Form]] = []
    # Of a Chinese, Korean or Vietnamese name only the last word changes: с Пак Мин Хёном.
    syllabic = len(parts) - 1 if parts[0][0].lower() in syllabic_names() and len(parts) <= 3 else 0
    for index, (word, part) in enumerate(parts):
        found = [Form(word, gender, case, 1.0)] if index < syllabic else _options(word, part, gender, case)
        if not found:
            return
        options.append(found)
    places = _places(tuple(parts))
    for chosen in product(*options):
        name = ["", "", ""]
        score = 1.0
        for (place, dot), form in zip(places, chosen, strict=True):
            score *= form.weight
            name[place] += f" {form.nominative}{dot}" if name[place] else form.nominative + dot
        given, patronymic, family = name
        yield NameReading(given, patronymic, family, gender, case, score)


@lru_cache(maxsize=5_000)
def _places(parts: tuple[tuple[str, Part | str], ...]) -> list[tuple[int, str]]:
    """Return in which part of a `NameReading` each word belongs, and the full stop behind one that is abbreviated."""
    places: list[tuple[int, str]] = []
    given = False
    for _, part in parts:
        place = _PLACES.get(part, part)
        if part == "initial":
            place = "patronymic" if given else "given"
        given = given or place == "given"
        places.append((NameReading._fields.index(place), "." if part in ("initial", "letter") else ""))
    return places


@cache
def syllabic_names() -> frozenset[str]:
    """Return the family names that come first in Chinese, Korean and Vietnamese names."""
    return frozenset(lexicons.load("ru", "names")["syllabic"])


@lru_cache(maxsize=5_000)
def _by_place(word: str, part: Part) -> dict[tuple[str, str], list[Form]]:
    """Return the forms that the word can be by gender and case, likeliest first."""
    found: dict[tuple[str, str], list[Form]] = {}
    for form in forms(word, part):
        found.setdefault((form.gender, form.case), []).append(form)
    return found


def _options(word: str, part: Part | str, gender: str, case: str) -> list[Form]:
    if part not in ("given", "father", "family", "patronymic"):
        return [Form(word, gender, case, 1.0)]
    if part == "father":
        part, gender = "given", "masc"
    found = _by_place(word, part).get((gender, case), [])
    return found[:2] or ([Form(word, gender, case, 0.002)] if case == "nom" else [])


def _hints(sentence: Sentence, name: Name) -> dict[tuple[str, str], float]:
    """Return factors for (gender, case) from the words around: a preposition, a post in agreement, a verb."""
    tokens = sentence.tokens
    before = tokens[name.first - 1] if name.first else None
    if before is not None and (cases := governed(before)):
        return {("", case): 1.0 if case in cases else 0.03 for case in _PRIOR}
    hints = {}
    if before is not None and (modifying := _modifying(before)):
        return {(g, c): 1.0 if (g, c) in modifying else _DISAGREES for c in _PRIOR for g in ("masc", "fem")}
    if before is None and name.stop < len(tokens) and tokens[name.stop].text == ",":
        return {("", case): 1.0 if case == "nom" else _OPENS for case in _PRIOR}
    if before is not None and before.is_word:
        nouns = [r for r in before.readings if r.pos == "NOUN" and r.lemma not in _TIMES]
        people = [reading for reading in nouns if reading.animate and reading.number == "sing"]
        if nouns:
            agreeing = {reading.case for reading in people} | {"gen"}
            hints = {("", case): 1.0 if case in agreeing else 0.3 for case in _PRIOR}
            if people and people[0].gender == "fem":
                # «миссис» is a woman for certain; «звезда» and «жертва» are feminine words for anybody.
                doubt = 0.001 if before.fold in titles() else 0.3
                hints |= {("masc", case): hints["", case] * doubt for case in _PRIOR}
    for index in (name.first - 1, name.stop):
        if 0 <= index < len(tokens) and (verb := tokens[index].reading(pos="VERB", form="fin")) and not hints:
            oblique = 0.4 if index > name.first else _OBJECT if _lacks_subject(tokens, index, name) else 1.0
            hints = {("", case): 1.0 if case == "nom" else oblique for case in _PRIOR}
            if verb.tense == "past" and verb.number == "sing" and verb.gender in ("masc", "fem"):
                other = "fem" if verb.gender == "masc" else "masc"
                hints[other, "nom"] = 0.15
    return hints


def _modifying(token: Token) -> set[tuple[str, str]]:
    """Return the genders and cases of an adjective for one person, so those of the name behind it: «юной | Саши»."""
    word = token.fold.rpartition("-")[2] if token.text[0].isdigit() else ""  # «45-летнего»
    found = readings(word) if word else token.readings
    if found[0].pos != "ADJ" or found[0].form or token.text[0].isupper():
        return set()
    return {(r.gender, r.case) for r in found if r.pos == "ADJ" and r.number == "sing" and r.gender != "neut"}


def _lacks_subject(tokens: list[Token], verb: int, name: Name) -> bool:
    """Whether nothing before the verb can be its subject, as a name in full behind it can: «рассказал Джо Вердева»."""
    if name.stop - name.first == 1:
        return False
    first = next((i + 1 for i in range(verb - 1, -1, -1) if not tokens[i].is_word), 0)
    return not any(token.readings[0].case in ("nom", "") and token.pos in _NAMING for token in tokens[first:verb])
