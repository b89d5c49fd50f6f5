"""Quotes of arbitrary text: nothing is raised, spans lie in the text and are trimmed, the time stays linear."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing import language
from briefing.extract import quotes
from briefing.extract.drafts import Utterance

WORDS = (
    "мэр сказал что мост по его словам , — - : ; ( ) « » “ ” „ \" ' … . ! ? Иван заявив построить который как\n".split(
        " "
    )
)


def utterances(text: str) -> list[Utterance]:
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return quotes.find(language.get("ru").analyse(text, spans, models=False))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=60))
@example("мэр ; ( : мэр мэр")  # a label is no noun phrase where it crosses from one sentence to the next
def test_spans_are_trimmed_and_in_the_text(text: str) -> None:
    for utterance in utterances(text):
        words = text[utterance.start : utterance.end]
        assert 0 <= utterance.start < utterance.end <= len(text)
        assert words == words.strip()
        assert any(character.isalnum() for character in words)
        assert words[0] not in ",;:—–-»”)"
        assert words[-1] not in ",;:—–-«„("
        if utterance.mention is not None:
            assert 0 <= utterance.mention.start < utterance.mention.end <= len(text)


@pytest.mark.slow
@pytest.mark.parametrize("mark", ["«", "»", '"', "“", "«а", "« — сказал", "«а»,", "сказал, что «"])
def test_time_is_linear_in_hostile_marks(mark: str) -> None:
    def seconds(times: int) -> float:
        text = f"{mark} " * times
        document = language.get("ru").analyse(text, [(0, len(text))], models=False)
        start = time.process_time()
        quotes.find(document)
        return time.process_time() - start

    # So many that work which grows by the square would show: 2,000 marks take 5 ms and more.
    few = min(seconds(2_000) for _ in range(3))
    # A machine that is busy with other things makes the many slow as well, though not each time.
    assert any(seconds(20_000) < 35 * few for _ in range(3))
