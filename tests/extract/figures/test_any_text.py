"""What holds for the figures of any text: they are grounded, in order, apart, and have sound values."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import edtf
from briefing.extract import figures
from briefing.language import Document

_WORDS = st.sampled_from(
    """
    12 1,5 2.5 1 234 2026 2026-2028 30% $ € № ( ) , . : — - 5-го 22-летний 19.11.2025 12:30 млн млрд. рублей процентов
    двое пять сорок тысячи от до с по и в к марта май июля года году прошлом конце квартале XX века летом среду назад
    через три недели вчера человек домов погибших кв. м 44-ФЗ Boeing 737 1990-х половиной лет с 9999 31 февраля 0 000
    two twenty-five hundred million a half dozen and to from of the May March 5 2018 's Monday last next ago years 1930s
    century quarter first people aged 34 $5m £2bn 7 p.m. fiscal Q3 since pounds per cent points one in five
    """.split()
)
_TEXTS = st.lists(_WORDS, max_size=14).map(" ".join) | st.lists(_WORDS, max_size=8).map("".join) | st.text(max_size=60)


@pytest.mark.parametrize("code", ["ru", "en"])
@given(text=_TEXTS, published=st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)))
@settings(max_examples=150, deadline=None)
def test_figures_of_any_text(
    analyse: Callable[[str, str], Document], code: str, text: str, published: date | None
) -> None:
    end = 0
    for figure in figures.find(analyse(code, text), published):
        assert end <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end].strip() == text[figure.start : figure.end]
        end = figure.end
        if figure.kind == "date":
            assert figure.value is None or edtf.bounds(str(figure.value)) != (None, None)
        else:
            assert isinstance(figure.value, int | float)
            assert math.isfinite(figure.value)


@pytest.mark.parametrize("code", ["ru", "en"])
def test_letters_without_a_name(analyse: Callable[[str, str], Document], code: str) -> None:
    assert figures.find(analyse(code, "\U00017000 12"), None) == []


@pytest.mark.parametrize("code", ["ru", "en"])
@given(text=_TEXTS, published=st.none() | st.dates())
@settings(max_examples=100, deadline=None)
def test_deadlines_of_any_text(
    analyse: Callable[[str, str], Document], code: str, text: str, published: date | None
) -> None:
    document = analyse(code, text)
    found = figures.find(document, published)
    for sentence in document.sentences:
        read = figures.deadline(document, sentence, 0, len(sentence.tokens), published, found)
        if read is not None:
            value, (start, end) = read
            assert sentence.start <= start < end <= sentence.end
            assert edtf.bounds(value) != (None, None)


@pytest.mark.parametrize("code", ["ru", "en"])
@pytest.mark.parametrize(
    "row",
    [
        lambda length: ", ".join(str(number % 90 + 1) for number in range(length)),
        lambda length: " and ".join(["5"] * length),
        lambda length: " и ".join(["5"] * length),
        lambda length: ", ".join(str(1990 + number % 30) for number in range(length)),
        lambda length: " и ".join(["5 мая"] * length),
        lambda length: "конце начале " * length + "года",
        lambda length: "the end of " * length + "May",
        lambda length: "9" * length,
    ],
    ids=["list", "and", "и", "years", "days", "конце начале", "the end of", "digits"],
)
def test_long_rows_are_read_in_time_that_grows_with_them(
    analyse: Callable[[str, str], Document], code: str, row: Callable[[int], str]
) -> None:
    def seconds(length: int) -> float:
        document = analyse(code, row(length))
        begun = time.process_time()
        figures.find(document, date(2025, 11, 19))
        return time.process_time() - begun

    # What takes less than a millisecond is the clock's own noise.
    few = max(min(seconds(150) for _ in range(3)), 0.001)
    # A machine that is busy with other things makes the many slow as well, though not each time.
    assert any(seconds(1500) < 35 * few for _ in range(3))
