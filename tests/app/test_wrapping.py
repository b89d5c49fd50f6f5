"""Lines of a text: they lose nothing, fit the width, and keep offsets and rows in step."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.app.wrapping import BLOCK, SAMPLES, Layout

TEXTS = st.text(st.sampled_from("абв гд,- ёй\u0301漢😀\n\xa0«»№x"), max_size=400)


def layout(text: str, width: int) -> Layout:
    made = Layout(text)
    made.set_width(width)
    made.finish()
    return made


def lines(made: Layout) -> list[tuple[int, int]]:
    return [line for row in range(made.height) if (line := made.line(row)) is not None]


@given(TEXTS, st.integers(2, 30))
def test_only_spaces_and_breaks_stand_between_lines(text: str, width: int) -> None:
    reached = 0
    for start, end in lines(layout(text, width)):
        assert reached <= start <= end
        assert not text[reached:start].strip(" \n")
        assert "\n" not in text[start:end]
        reached = end
    assert not text[reached:].strip(" \n")


@given(TEXTS, st.integers(2, 30))
def test_lines_fit_the_width(text: str, width: int) -> None:
    for start, end in lines(layout(text, width)):
        assert cell_len(text[start:end]) <= width


@given(TEXTS, st.integers(2, 30), st.data())
def test_the_row_of_an_offset_has_it(text: str, width: int, data: st.DataObject) -> None:
    made = layout(text, width)
    if not made.height:
        return
    offset = data.draw(st.integers(0, max(0, len(text) - 1)))
    start, end = made.line(made.row(offset)) or (0, 0)
    assert start <= offset
    assert offset <= end or not text[end : offset + 1].strip(" \n") or text[offset] in " \n"


def test_words_stay_whole_and_accents_on_their_letters() -> None:
    text = "Мост о\u0301коло реки"
    made = layout(text, 6)
    assert [text[start:end] for start, end in lines(made)] == ["Мост", "о\u0301коло", "реки"]
    for start, _ in lines(layout("е\u0301" * 40, 7)):
        assert unicodedata.combining(("е\u0301" * 40)[start]) == 0


@pytest.mark.parametrize("text", ["", "\n", "x" * 100_000, "слово " * 60_000, "\n\n".join(["абзац " * 30] * 3000)])
def test_every_size_of_text(text: str) -> None:
    made = layout(text, 40)
    assert sum(end - start for start, end in lines(made)) == len(text.replace("\n", "")) - sum(
        text[end : end + 1] == " " for _, end in lines(made)
    )


def test_a_large_text_is_only_wrapped_where_it_is_looked_at() -> None:
    text = "\n\n".join(["слова " * 50] * 4000)
    made = Layout(text)
    made.set_width(60)
    estimate = made.height
    assert made.line(0) == (0, 59)
    row = made.row(len(text) // 2)
    start, end = made.line(row) or (0, 0)
    assert start <= len(text) // 2 <= end + 1
    assert sum(block is not None for block in made._lines) <= 2 * SAMPLES + 2 < len(text) // BLOCK
    made.finish()
    assert abs(made.height - estimate) < made.height * 0.02
