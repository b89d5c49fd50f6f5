"""Words of the dictionary are inflected in its tables as pymorphy3 inflects them."""

from __future__ import annotations

import pytest

from briefing.language.ru.morphology import analyzer, inflect, readings

WORDS = (
    "сёстрами городов Ивановой Петру людей учёного лучших новейшей рассказавших пятью столовую Сергеевну пальто "
    "заявившему объявлена Елене детям МВД двести лётчиков Кринжовым вайбами"
).split()
WANTED = (("nomn", "sing"), ("nomn", "sing", "femn"), ("nomn", "plur"), ("gent",), ("loc2",), ("VERB", "past"))


@pytest.mark.parametrize("word", WORDS)
def test_inflected_as_by_the_analyser(word: str) -> None:
    parses = analyzer().parse(word)
    compared = 0
    for reading, parse in zip(readings(word), parses, strict=False):
        if reading.lemma != parse.normal_form.replace("ё", "е"):
            continue  # readings may come in an order of their own
        compared += 1
        for wanted in WANTED:
            form = parse.inflect(set(wanted))
            assert inflect(reading, *wanted) == (form.word if form is not None else None), (str(parse.tag), wanted)
    assert compared


def test_what_has_no_paradigm_is_not_inflected() -> None:
    assert inflect(readings("2026")[0], "nomn") is None


@pytest.mark.parametrize(
    ("word", "plural"),
    [("учителей", "учителя"), ("ректоров", "ректоры"), ("инспекторов", "инспекторы"), ("пекарей", "пекари")],
)
def test_of_two_plurals_the_written_one_is_taken(word: str, plural: str) -> None:
    reading = next(r for r in readings(word) if r.pos == "NOUN" and r.case == "gen")
    assert inflect(reading, "nomn", "plur") == plural
