"""What is asked about a sentence several times is found out once."""

from __future__ import annotations

import pytest

from briefing.language.base import Sentence
from briefing.language.memory import remembered


def sentence(index: int) -> Sentence:
    return Sentence(index, 0, 0, 0, [])


def test_an_answer_is_kept_with_its_sentence_and_details() -> None:
    asked: list[tuple[int, int]] = []

    @remembered
    def question(about: Sentence, detail: int) -> int | None:
        asked.append((about.index, detail))
        return detail * 2 or None

    first, second = sentence(1), sentence(2)
    assert [question(first, 3), question(first, 3), question(second, 3), question(first, 0), question(first, 0)] == [
        *(6, 6, 6),
        *(None, None),
    ]
    assert asked == [(1, 3), (2, 3), (1, 0)]


def test_two_questions_do_not_share_their_answers() -> None:
    @remembered
    def one(about: Sentence, detail: int) -> str:
        return f"one {detail}"

    @remembered
    def other(about: Sentence, detail: int) -> str:
        return f"other {detail}"

    about = sentence(1)
    assert (one(about, 1), other(about, 1)) == ("one 1", "other 1")
    with pytest.raises(TypeError, match="by position"):
        one(about, detail=1)
