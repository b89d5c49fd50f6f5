"""Finding by case, ё and form."""

from __future__ import annotations

import pytest

from briefing.app.finding import Finder, after, fold

TEXT = "Пчёлы и ПЧЕЛА у моста. На мосту пчел нет; мостовая пуста. Старый мост — новый мост."
LEMMAS = {"моста": "мост", "мосту": "мост", "пчел": "пчела", "пчелы": "пчела", "новый": "новый", "нового": "новый"}


def lemma(word: str) -> str:
    return LEMMAS.get(word, word)


def found(wanted: str, lemma=None) -> list[str]:
    return [TEXT[start:end] for start, end in Finder(TEXT, lemma).find(wanted)]


def test_case_and_yo_make_no_difference() -> None:
    assert found("пчел") == ["Пчёл", "ПЧЕЛ", "пчел"]
    assert found("ПЧЁЛА") == ["ПЧЕЛА"]


def test_other_forms_are_found_with_a_dictionary() -> None:
    assert found("пчела", lemma) == ["Пчёлы", "ПЧЕЛА", "пчел"]
    assert found("нового моста", lemma) == ["новый мост"]


def test_short_words_are_strings_only() -> None:
    assert found("на", lemma) == ["На"]


@pytest.mark.parametrize("wanted", ["", "   ", "поезд", "(", "*"])
def test_nothing_is_found_where_there_is_nothing(wanted: str) -> None:
    assert found(wanted, lemma) == []


def test_folding_keeps_every_offset() -> None:
    text = "İ Ёлка ẞ İstanbul Ё"
    assert len(fold(text)) == len(text)
    assert Finder(text).find("ёлка") == [(2, 6)]


def test_the_first_match_from_here_on() -> None:
    matches = [(2, 4), (10, 12), (20, 22)]
    assert [after(matches, offset) for offset in (0, 2, 3, 20, 21)] == [0, 0, 1, 2, 0]
