"""Figures of English notices: years of laws, months that are surnames, what is counted though money is near."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Row = tuple[str, str, float | int | str | None, str | None]
Find = Callable[..., list[Row]]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The Road Safety Act of 2007 was cited.", []),
        ("It cited the Clean Ponds Act, 2007.", []),
        ("The act of 2007 was vile.", ["2007"]),
        ("Acts of 2007 are on view.", ["2007"]),
        ("Hai Kyung Jun met Jo Lee.", []),
        ("She said hubs would open by the weekend.", ["2025-11-22/2025-11-23"]),
        ("She said hubs opened at the weekend.", ["2025-11-15/2025-11-16"]),
        ("It opened on Jun 3.", ["2025-06-03"]),
        ("It will open Wednesday and Saturday.", ["2025-11-19", "2025-11-22"]),
        ("It opened Monday and Tuesday.", ["2025-11-17", "2025-11-18"]),
        ("She wrote to them in June setting out her aims.", ["2025-06"]),
        ("They met in a rural setting in June.", ["2025-06"]),
        ("The board is planning a visit in June.", ["2026-06"]),
        ("The board is now setting a fee for June.", ["2026-06"]),
    ],
)
def test_which_day_or_year_is_meant(rows: Find, text: str, values: list[str]) -> None:
    assert [value for _, _, value, _ in rows("en", text)] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They hired 40 highly skilled sworn guards.", [("count", "40 highly skilled sworn guards", 40, "guard")]),
        (
            "It cost Rs. 40 lakh last May.",
            [("money", "Rs. 40 lakh", 4_000_000, "INR"), ("date", "last May", "2025-05", None)],
        ),
        ("Some 12,000 Rohingya fled.", [("count", "12,000 Rohingya", 12000, "rohingya")]),
        (
            "It cost $4 million and lifts the number of cards to 62 million.",
            [("money", "$4 million", 4_000_000, "USD"), ("count", "62 million", 62_000_000, None)],
        ),
        (
            "One bid was $4 million and the other 62 million.",
            [("money", "$4 million", 4_000_000, "USD"), ("money", "62 million", 62_000_000, "USD")],
        ),
    ],
)
def test_what_is_counted(rows: Find, text: str, expected: list[Row]) -> None:
    assert rows("en", text)[-len(expected) :] == expected
