from __future__ import annotations

from datetime import date

import pytest

from briefing.edtf import bounds, is_past


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-11-19", date(2025, 11, 19), date(2025, 11, 19)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2025-22", date(2025, 6, 1), date(2025, 8, 31)),
        ("2025-24", date(2025, 12, 1), date(2026, 2, 28)),
        ("198X", date(1980, 1, 1), date(1989, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2026/2028", date(2026, 1, 1), date(2028, 12, 31)),
        ("/2025-12-31", None, date(2025, 12, 31)),
        ("2025-07-01/", date(2025, 7, 1), None),
    ],
)
def test_bounds(value: str, first: date | None, last: date | None) -> None:
    assert bounds(value) == (first, last)


@pytest.mark.parametrize("value", ["", "/", "soon", "2025-13", "2025-02-30", "0000", "2025-99", "25-01-01", "2025-1"])
def test_what_is_no_date_has_no_bounds(value: str) -> None:
    assert bounds(value) == (None, None)


@pytest.mark.parametrize(
    ("value", "past"),
    [("2025-12-19", True), ("/2025-12-19", True), ("2025-12", False), ("2025-23", True), ("2024/2025", False)],
)
def test_a_value_passes_with_its_last_day(value: str, past: bool) -> None:
    assert is_past(value, "2025-12-20") is past


@pytest.mark.parametrize("value", ["2025-07-01/", "2025-07-01/..", "", "soon", "2025-12-20"])
def test_what_has_no_end_before_today_does_not_pass(value: str) -> None:
    assert not is_past(value, "2025-12-20")
