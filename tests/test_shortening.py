"""Texts that are cut."""

from __future__ import annotations

import pytest

from briefing.shortening import shortened


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Schools in Bologna will remain closed", "Schools in…"),
        ("Schools — in Bologna", "Schools — in…"),
        ("Школы закрыты", "Школы закрыты"),
        ("нечитаемоедлинноеслово", "нечитаемоедл…"),
    ],
)
def test_a_text_is_cut_at_the_end_of_a_word(text: str, short: str) -> None:
    assert shortened(text, 13) == short
