"""Names of people, organisations and places in Russian sentences: by the model or by rules, then put in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from briefing.language import lexicons
from briefing.language.base import Name, NameKind, Sentence, Token
from briefing.language.ru import seams, shapes, towns
from briefing.language.ru.declension import forms, is_known
from briefing.language.ru.morphology import fold
from briefing.language.ru.nouns import is_personal
from briefing.language.ru.personal import syllabic_names, titles
from briefing.language.ru.stretches import MONTHS

_KINDS: dict[str, NameKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_LONGEST_SYLLABLE = 5  # letters: Пак Чжэн Хён
_LONGEST_SHORT = 3  # letters of a shortened word
_BREAKS = frozenset(("(", ")", ",", ":", ";", "«", "»", '"', "/"))
_APOSTROPHES = ("'", "’", "`")
_MARKS = {"''": "''", "«": "»", "“": "”", "„": "“", '"': '"'}


def find(sentences: Sequence[Sentence], *, models: bool) -> None:
    """Put the names into the sentences."""
    if models:
        _by_model(sentences)
    else:
        for sentence in sentences:
            sentence.names = list(shapes.names(sentence.tokens))
    for sentence in sentences:
        if sentence.names:
            sentence.names = [name for found in sentence.names for name in _tidied(sentence.tokens, found)]
            sentence.names = [_seated(sentence.tokens, name) for name in sentence.names]
            sentence.names = [_with_given(sentence, name) for name in _joined(sentence)]
        _after_titles(sentence)
    _recall(sentences)
    towns.put_right(sentences)


def _seated(tokens: list[Token], name: Name) -> Name:
    """Return a place that stands for the body that sits there as that body: «Белый дом»."""
    lemmas = " ".join(token.lemma for token in tokens[name.first : name.stop])
    return Name(name.first, name.stop, "organisation") if name.kind == "place" and lemmas in _seats() else name


@cache
def _seats() -> frozenset[str]:
    return frozenset(lexicons.load("ru", "names")["seats"])


def _joined(sentence: Sentence) -> Iterator[Name]:
    """Join a family name with what follows it (Кротова Анна Петровна), and two given names (Нил | Патрик Кротов)."""
    held: Name | None = None
    for name in sentence.names:
        tokens = sentence.tokens[name.first : name.stop]
        follows = held is not None and held.kind == name.kind == "person" and held.stop == name.first
        if held is not None and follows and (_ends_with_patronymic(tokens) or _are_one(sentence.tokens, held, name)):
            held = Name(held.first, name.stop, "person")
            continue
        if held is not None:
            yield held
        held = name
    if held is not None:
        yield held


def _with_given(sentence: Sentence, name: Name) -> Name:
    """Return the name with the word before it that was taken for none of it: «Роб | Харлоу», «Пак | Мин Хён»."""
    before = sentence.tokens[name.first - 1] if name.first else None
    if before is None or name.kind != "person" or not before.is_capital or sentence.name_at(name.first - 1) is not None:
        return name
    words = [token.text for token in sentence.tokens[name.first : name.stop]]
    given = is_known(before.text, "given") or _is_unheard_of(sentence, name.first - 1)
    given = given and len(words) == 1 and not is_known(words[0], "given")
    syllables = before.fold in syllabic_names() and before.pos in ("NOUN", "PROPN", "X")
    family = syllables and len(words) == 2 and all(len(word) <= _LONGEST_SYLLABLE for word in words)
    return Name(name.first - 1, name.stop, "person") if given or family else name


def _is_unheard_of(sentence: Sentence, index: int) -> bool:
    """Whether no dictionary knows the word, which opens the sentence or follows a noun for people: «Ана | Рибас»."""
    token, earlier = sentence.tokens[index], sentence.tokens[:index]
    words = [other for other in earlier if other.is_word]
    alone = not words or is_personal(words[-1].lemma)
    return alone and not token.readings[0].known and len(token.text) > 1 and token.text[1:].islower()


def _ends_with_patronymic(tokens: list[Token]) -> bool:
    return any(reading.name == "patronymic" for reading in tokens[-1].readings)


def _are_one(tokens: list[Token], held: Name, name: Name) -> bool:
    """Whether a single name and the full name right after it stand in one case: not «сын Анны | Лев Серов»."""
    if held.stop - held.first > 1 or name.stop - name.first < 2:
        return False
    if name.stop - name.first == 2 and seams.is_owner(tokens, held.first):
        return False
    one, other = (_cases(tokens[i]) for i in (held.first, name.first))
    return (
        bool(one & other)
        and not is_known(tokens[held.first].text, "family")
        and not any(r.fixed for r in tokens[held.first].readings)
    )


def _cases(token: Token) -> set[str]:
    """Return the cases that the word can stand in as somebody's name: Владимир is a town in the accusative alone."""
    living = {reading.case for reading in token.readings if reading.animate}
    return living or {reading.case for reading in token.readings}


def _after_titles(sentence: Sentence) -> None:
    """Add the names that a form of address announces: «миссис Грей-Харлоу»."""
    for index, token in enumerate(sentence.tokens[:-1]):
        following = sentence.tokens[index + 1]
        if token.fold not in titles() or not following.is_capital or not following.text[1:2].islower():
            continue
        if sentence.name_at(index + 1) is None and sentence.name_at(index) is None:
            found = [*sentence.names, Name(index + 1, index + 2, "person")]
            sentence.names = sorted(found, key=lambda name: name.first)


def _by_model(sentences: Sequence[Sentence]) -> None:
    from briefing.language.ru.models import tag

    capital = [sentence for sentence in sentences if any(token.is_capital for token in sentence.tokens)]
    if not capital:
        return
    words = [[_cased(token, sentence) for token in sentence.tokens] for sentence in capital]
    for sentence, tags in zip(capital, tag(words), strict=True):
        sentence.names = list(_by_tags(tags))


def _cased(token: Token, sentence: Sentence) -> str:
    """Return the word as the model should see it: it takes a line of capitals for one organisation."""
    if len(token.text) > 3 and token.text.isupper() and _is_shouted(sentence):
        return token.text.capitalize()
    return token.text


def _is_shouted(sentence: Sentence) -> bool:
    letters = [character for token in sentence.tokens for character in token.text if character.isalpha()]
    return sum(character.isupper() for character in letters) > 0.7 * len(letters)


def _by_tags(tags: Sequence[str]) -> Iterator[Name]:
    first, kind = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        mark, _, label = tag.partition("-")
        if kind and (mark != "I" or label != kind):
            yield Name(first, index, _KINDS[kind])
            kind = ""
        if mark == "B" or (mark == "I" and not kind):
            first, kind = index, label


@cache
def _strangers() -> frozenset[str]:
    return frozenset(lexicons.load("ru", "names")["strangers"])


def _tidied(tokens: list[Token], name: Name) -> Iterator[Name]:
    """Yield what is left of a name that was found, without what a tagger takes along; two people as two names."""
    first, stop = _latin_start(tokens, name), name.stop
    while first < stop and _is_alien(tokens, first, name):
        first += 1
    while stop > first and _ends_nothing(tokens, stop - 1):
        stop -= 1
    if first >= stop or (name.kind == "person" and tokens[first].fold == "св"):
        return  # a saint named in the name of a church
    if name.kind != "person" and _is_post(tokens[first:stop]):
        return
    if name.kind != "person" and not _is_irish(tokens[first:stop]):
        stop = next((i for i in range(first + 1, stop) if tokens[i].text == "("), stop)
        stop = _before_date(tokens, first, stop)
        yield Name(first, _with_closing_mark(tokens, first, stop), name.kind)
        return
    stop = next((i for i in range(first, stop) if tokens[i].text in _BREAKS), stop)
    words = [token for token in tokens[first:stop] if token.is_word]
    if not any(token.is_capital for token in words) or all(token.fold in _strangers() for token in words):
        return
    if len(words) == 1 and _is_common(tokens, first):
        return
    if len(words) == 1 and words[0].fold.startswith(_ministries()):
        yield Name(first, stop, "organisation")
        return
    if _is_translation(tokens, first, stop):
        return
    first, stop = _from_initial(tokens, first), _past_initial(tokens, stop)
    if _fills_marks(tokens, first, stop) and (len(words) == 1 or words[0].text.isascii()):
        yield Name(first, stop, "organisation")  # «Моряк»: what stands alone in marks is no person
        return
    middle = seams.seam(tokens, first, stop)
    if middle is not None:
        yield Name(first, middle, "person")
        first = middle
    yield Name(first, stop, "person")


@cache
def _ministries() -> tuple[str, ...]:
    return tuple(f"мин{stem}" for stem in lexicons.load("ru", "names")["ministries"])


def _ends_nothing(tokens: list[Token], index: int) -> bool:
    """Whether the token cannot end a name: a verb, a mark, a full stop but for what is shortened («Лев К.», Inc.)."""
    if tokens[index].text == ".":
        before = tokens[index - 1] if index else None
        return before is not None and len(before.text) > _LONGEST_SHORT and not before.text.isascii()
    return not tokens[index].is_word or _is_verb(tokens[index])


def _before_date(tokens: list[Token], first: int, stop: int) -> int:
    """Return ``stop`` without a number that begins a date: «в театре драмы | 27 и 28 марта»."""
    following = [tokens[i] for i in range(stop, min(len(tokens), stop + 3))]
    dated = any(token.lemma in MONTHS for token in following) and all(t.fold == "и" or t.is_word for t in following[:1])
    return stop - 1 if stop > first + 1 and tokens[stop - 1].text.isdigit() and dated else stop


def _is_post(tokens: list[Token]) -> bool:
    """Whether only a noun for people, with a word behind it, was taken for a place or body: «Аким района»."""
    return len(tokens) > 1 and is_personal(tokens[0].lemma) and all(token.text.islower() for token in tokens[1:])


def _is_irish(tokens: list[Token]) -> bool:
    """Whether a letter, an apostrophe and a Cyrillic word are somebody's name: «О'Коннор», «Д’Арк»."""
    return (
        len(tokens) == 3
        and tokens[1].text in _APOSTROPHES
        and len(tokens[0].text) == 1
        and not tokens[2].text.isascii()
    )


def _is_common(tokens: list[Token], index: int) -> bool:
    """Whether a single word is no name: «Папа» with a capital, «Норвежец» that opens a sentence."""
    token = tokens[index]
    reading = token.readings[0]
    if not _is_no_name(token):
        return False
    opens = not any(other.is_word for other in tokens[:index])
    if opens and reading.pos == "ADJ":
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        noun = following.reading(pos="NOUN", case=reading.case) if following is not None else None
        return noun is not None and not tokens[index + 1].is_capital
    verb = reading.form in ("conv", "inf", "imp") or (reading.form, reading.number) == ("fin", "plur")
    return is_personal(reading.lemma) or (opens and (reading.animate or verb))


def _opens_sentence(token: Token) -> bool:
    """Whether the word is no name and can open a sentence: no noun in another case, as a foreign name may look."""
    return _is_no_name(token) and (token.pos != "NOUN" or token.readings[0].animate or bool(token.reading(case="nom")))


def _is_no_name(token: Token) -> bool:
    """Whether the dictionary or the lexicon of posts knows the word, and as no name."""
    reading = token.readings[0]
    return (reading.known or is_personal(reading.lemma)) and not any(other.name for other in token.readings)


def _is_translation(tokens: list[Token], first: int, stop: int) -> bool:
    """Whether the name in Latin letters only repeats in brackets the one before them."""
    bracketed = first > 1 and stop < len(tokens) and tokens[first - 1].text == "(" and tokens[stop].text == ")"
    return bracketed and tokens[first].text.isascii() and tokens[first - 2].is_capital


def _from_initial(tokens: list[Token], first: int) -> int:
    """Return the beginning of a name whose first initial or prefix was left out: Г. | А. Кротов, О' | Коннор."""
    if first > 1 and tokens[first - 1].text in _APOSTROPHES and tokens[first - 1].end == tokens[first].start:
        return first - 2 if len(tokens[first - 2].text) == 1 and tokens[first - 2].is_capital else first
    while first > 1 and tokens[first - 1].text == "." and _is_initial(tokens, first - 2):
        first -= 2
    return first


def _is_initial(tokens: list[Token], index: int) -> bool:
    """Whether a capital letter with a full stop stands here, though it may be a conjunction elsewhere: «А. Кротов»."""
    token = tokens[index]
    return len(token.text) == 1 and token.is_capital and index + 1 < len(tokens) and tokens[index + 1].text == "."


def _past_initial(tokens: list[Token], stop: int) -> int:
    """Return the end of a name that a short given name with a full stop has cut off: Стенли Дж. Пол."""
    if stop + 1 < len(tokens) and tokens[stop].text == "." and tokens[stop + 1].is_capital:
        last = tokens[stop - 1]
        if len(last.text) == 2 and last.is_capital and tokens[stop].start == last.end:
            return stop + 2
    return stop


def _with_closing_mark(tokens: list[Token], first: int, stop: int) -> int:
    """Return the end of a name with the mark that closes what opens inside: завод «Салют»."""
    opened = [token.text for token in tokens[first:stop] if token.text in _MARKS]
    if stop == len(tokens) or not opened or tokens[stop].text != _MARKS[opened[-1]]:
        return stop
    before = sum(token.text == tokens[stop].text for token in tokens[first:stop])
    is_open = before % 2 == 1 if tokens[stop].text in _MARKS else not before
    return stop + 1 if is_open else stop


def _latin_start(tokens: list[Token], name: Name) -> int:
    """Return where a name in Latin letters really begins: the tagger takes Stone of Rolling Stone."""
    first = name.first
    while (
        tokens[first].text.isascii() and first > 0 and tokens[first - 1].text.isascii() and tokens[first - 1].is_capital
    ):
        first -= 1
    return first


def _fills_marks(tokens: list[Token], first: int, stop: int) -> bool:
    return first > 0 and stop < len(tokens) and _MARKS.get(tokens[first - 1].text) == tokens[stop].text


def _is_alien(tokens: list[Token], index: int, name: Name) -> bool:
    """Whether the word that opens a name is none of it: a form of address, a preposition, a post in lower case."""
    token = tokens[index]
    if not token.is_word:
        return True
    if name.kind != "person":
        return False
    if token.fold in titles():
        return not (token.fold in syllabic_names() and name.stop - index >= 3)
    if len(token.text) == 1 and token.pos in ("ADP", "CCONJ"):
        return index + 1 >= name.stop or not _is_initial(tokens, index)
    if index + 1 < name.stop and "-" in token.text and is_personal(token.fold.rpartition("-")[2]):
        return True  # «Бизнес-тренер Лев Кротов»
    if index + 1 < name.stop and not any(other.is_word for other in tokens[:index]) and _opens_sentence(token):
        return True  # a word that only opens the sentence: «Предшественник Крота …»
    return token.text.islower() and token.readings[0].pos in ("NOUN", "ADJ") and index + 1 < name.stop


def _is_verb(token: Token) -> bool:
    return token.text.islower() and token.pos == "VERB"


def _recall(sentences: Sequence[Sentence]) -> None:
    """Add mentions of family names that are known from full names elsewhere in the text and were overlooked."""
    families: set[str] = set()
    for sentence in sentences:
        for name in sentence.names:
            if name.kind == "person" and name.stop - name.first > 1:
                last = sentence.tokens[name.stop - 1]
                if len(last.text) > 3:
                    families |= {fold(form.nominative) for form in forms(last.text, "family")[:4]}
    if not families:
        return
    for sentence in sentences:
        kept = [name for name in sentence.names if not _may_be_family(sentence.tokens, name)]
        taken = {index for name in kept for index in range(name.first, name.stop)}
        missed = [
            Name(index, index + 1, "person")
            for index in range(len(sentence.tokens))
            if index not in taken and _is_family(sentence.tokens, index, families)
        ]
        if missed:
            recalled = {name.first for name in missed}
            others = [name for name in sentence.names if name.stop - name.first > 1 or name.first not in recalled]
            sentence.names = sorted([*others, *missed], key=lambda name: name.first)


def _may_be_family(tokens: list[Token], name: Name) -> bool:
    """Whether a tagger may have taken a family name by itself for a place or body: «Вельский предупредил»."""
    one = name.kind != "person" and name.stop - name.first == 1
    return one and not any(reading.name == "place" for reading in tokens[name.first].readings)


def _is_family(tokens: list[Token], index: int, families: set[str]) -> bool:
    """Whether a word by itself is one of the families; one that is an adjective too, where no noun follows it."""
    token = tokens[index]
    if not token.is_capital or len(token.text) < 4 or not token.text[1:].islower():
        return False
    common = {r.pos for r in token.readings if r.known and not r.name}
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if common - {"ADJ"} and not (common == {"NOUN"} and _does_alone(token, following)):
        return False
    if common == {"ADJ"} and following is not None and following.pos in ("NOUN", "ADJ", "PROPN"):
        return False
    return any(fold(form.nominative) in families for form in forms(token.text, "family")[:3])


def _does_alone(token: Token, following: Token | None) -> bool:
    """Whether a verb in the singular follows what as a noun is a plural in another case: «Кротов сообщил»."""
    verb = following.reading(form="fin", number="sing") if following is not None else None
    return verb is not None and all(r.number == "plur" and r.case != "nom" for r in token.readings if r.known)
