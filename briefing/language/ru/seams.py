"""Where a tagger ran two Russian names together, and the second begins: «Анны Ким | Лев Серов»."""

from __future__ import annotations

from briefing.language.base import Token
from briefing.language.ru.declension import Form, Part, forms, is_known
from briefing.language.ru.nouns import is_personal

_LIKELY = 0.3  # beside the likeliest form of a name
_PARTS: tuple[Part, ...] = ("given", "family")


def seam(tokens: list[Token], first: int, stop: int) -> int | None:
    """Return where a second person begins in four words of which every other is a given name: «Анны Ким Лев Серов».

    After a noun for somebody's aide or relation also in three: «адвокат Уинтера | Владимир Серов»; and in two family
    names that no case has in common: «письмо Лосева | Кротову».
    """
    if stop - first == 2:
        return first + 1 if _are_two(tokens[first], tokens[first + 1]) else None
    if stop - first == 3:
        return first + 1 if is_owner(tokens, first) else None
    if stop - first != 4 or not all(token.is_capital and len(token.text) > 1 for token in tokens[first:stop]):
        return None
    given = [is_known(token.text, "given") for token in tokens[first:stop]]
    return first + 2 if given[0] and given[2] and not given[1] and not given[3] else None


def _are_two(owner: Token, other: Token) -> bool:
    """Whether the first of two names is a genitive that cannot be a given name before the second as that stands."""
    if is_known(owner.text, "given") or not owner.text[1:].islower() or not other.text[1:].islower():
        return False
    owned = any(form.case == "gen" and form.nominative != owner.text for form in _likely(owner.text, "family"))
    standing = {(form.gender, form.case) for form in _likely(other.text, "family")}
    alike = (form for part in _PARTS for form in _likely(owner.text, part))
    return owned and all((form.gender, form.case) not in standing for form in alike)


def _likely(word: str, part: Part) -> list[Form]:
    found = forms(word, part)
    return [form for form in found if form.weight > _LIKELY * found[0].weight]


def is_owner(tokens: list[Token], index: int) -> bool:
    """Whether the first of three words after a noun for a person is another's name, in the genitive."""
    owner, given, family = tokens[index : index + 3]
    if not index or not is_personal(tokens[index - 1].lemma) or len(given.text) < 2:
        return False
    owned = owner.reading(case="gen") is not None and not is_known(owner.text, "given")
    return owned and is_known(given.text, "given") and not any(r.name == "patronymic" for r in family.readings)
