"""Datelines and labelled dates as offices and agencies write them above what they make known."""

from __future__ import annotations

import pytest

from briefing.sources import article
from briefing.sources.dateline import dateline

_STORY = "The county will open a shelter on Elm Street. Nobody has to pay for a bed there."


@pytest.mark.parametrize(
    ("start", "place", "date"),
    [
        ("March 3, 2025 — ", None, "2025-03-03"),
        ("Pretoria – ", "Pretoria", None),
        ("Geneva — ", "Geneva", None),
        ("STATEWIDE – ", None, None),
        ("WORLDWIDE, March 3, 2025 – ", None, "2025-03-03"),
    ],
)
def test_what_stands_before_a_dash(start: str, place: str | None, date: str | None) -> None:
    made = article(f"A shelter for the county\n\n{start}{_STORY}", "x")
    assert (made.place, made.date, made.text.endswith(f"{start}{_STORY}")) == (place, date, True)
    assert [made.text[p.start : p.end] for p in made.paragraphs if p.kind == "body"] == [_STORY]


@pytest.mark.parametrize(
    "sentence",
    [
        "Pretoria–based drivers are on strike. They want more pay.",
        "March 3, 2025 was a cold day. The county opened a shelter.",
        "Shelters – The county will open two. They are free.",
        "Pretoria – a city of jacarandas",
    ],
)
def test_a_dash_alone_makes_no_dateline(sentence: str) -> None:
    assert dateline(sentence) is None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("First published: 3 March 2025", "2025-03-03"),
        ("Released: March 3, 2025", "2025-03-03"),
        ("Date issued: 3 March 2025", "2025-03-03"),
        ("The first of March 2025 was cold.", None),
    ],
)
def test_a_label_tells_when_it_was_published(line: str, date: str | None) -> None:
    assert article(f"A shelter for the county\n\n{line}\n\n{_STORY}", "x").date == date
