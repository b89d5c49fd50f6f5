"""Figures of business reports: currencies by country, quarters of years of a firm's own, margins of error."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Row = tuple[str, str, float | int | str | None, str | None]
Find = Callable[..., list[Row]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost 50 million Danish crowns.", [("50 million Danish crowns", 50_000_000, "DKK")]),
        ("It cost 3 billion Norwegian kroner.", [("3 billion Norwegian kroner", 3_000_000_000, "NOK")]),
        (
            "It cost 20 billion won and 5 Swiss francs.",
            [("20 billion won", 20_000_000_000, "KRW"), ("5 Swiss francs", 5, "CHF")],
        ),
        ("It cost 12 million South Korean won.", [("12 million South Korean won", 12_000_000, "KRW")]),
        ("It cost CZK 2 million.", [("CZK 2 million", 2_000_000, "CZK")]),
        ("It gave two $500 prizes and three £5,000 awards.", [("$500", 500, "USD"), ("£5,000", 5000, "GBP")]),
        ("It cost R15 million and R2.5bn.", [("R15 million", 15_000_000, "ZAR"), ("R2.5bn", 2_500_000_000, "ZAR")]),
        ("It cost N200 million.", [("N200 million", 200_000_000, "NGN")]),
        ("It cost KSh 40 million.", [("KSh 40 million", 40_000_000, "KES")]),
        ("It cost RM12 million.", [("RM12 million", 12_000_000, "MYR")]),
        ("The R15 route and the N2 are shut.", []),
        ("A zero-tolerance policy ended zero-hours work.", []),
        ("It has £640 million in shares[1].", [("£640 million", 640_000_000, "GBP")]),
        ("He bought five crowns.", [("five crowns", 5, "crown")]),
        ("Two teams won 5 games.", [("Two teams", 2, "team"), ("5 games", 5, "game")]),
        ("The error is plus or minus 3 percentage points.", [("3 percentage points", 3, "pp")]),
        ("It was two degrees or minus 8 degrees.", [("two degrees", 2, "degree"), ("minus 8 degrees", -8, "degree")]),
        ("It was a one-off, and one-off costs fell.", []),
    ],
)
def test_sums_and_points(rows: Find, text: str, expected: list[tuple[str, float, str]]) -> None:
    assert [tuple(row[1:]) for row in rows("en", text)] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In the third quarter sales rose.", "2025-07/2025-09"),
        ("In its fiscal third quarter sales rose.", None),
        ("In the third quarter of fiscal 2025 sales rose.", None),
        ("In the first half of its fiscal year sales rose.", None),
        ("In its fiscal third quarter ended April 30, 2025 sales rose.", "2025-02/2025-04"),
        ("In the first quarter ended on 31 January 2025 sales rose.", "2024-11/2025-01"),
        ("In the fiscal second quarter ended January 2, 2025 sales rose.", "2024-10/2024-12"),
        ("In the third quarter ended September 30 sales rose.", "2025-07/2025-09"),
    ],
)
def test_quarters_end_when_the_firm_says(rows: Find, text: str, value: str | None) -> None:
    assert next(row[2] for row in rows("en", text) if row[0] == "date") == value
