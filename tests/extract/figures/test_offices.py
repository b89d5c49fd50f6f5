"""Figures as English press offices write them: numbers of bills and laws, “or more”, days of what is held."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Row = tuple[str, str, float | int | str | None, str | None]
Find = Callable[..., list[Row]]


@pytest.mark.parametrize(
    "text",
    [
        "The panel backed her bill (S. 1964).",
        "The chamber took up H. Res. 77 and H. Con. Res. 31.",
        "It broke 33 U.S.C. 1915.",
        "The club is a 501(c)(7) body.",
        "It is listed in Title 16 of the code.",
        "On day four of the hunt dogs were used.",
        "Round two of the talks begins.",
    ],
)
def test_numbers_that_are_part_of_a_name(rows: Find, text: str) -> None:
    assert rows("en", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three or more pupils fell ill.", [("count", "Three or more pupils", 3, "pupil")]),
        ("It takes 40 or more minutes.", [("measure", "40 or more minutes", 40, "minute")]),
        ("Firms with 20 or fewer workers pay less.", [("count", "20 or fewer workers", 20, "worker")]),
        (
            "They drove the 1970s. 12 people saw it.",
            [("date", "1970s", "197X", None), ("count", "12 people", 12, "people")],
        ),
        ("That day four of them left.", [("count", "four", 4, None)]),
        ("She spent one night in hospital.", [("measure", "one night", 1, "night")]),
        ("One night she left.", []),
        ("It hired 400-plus nurses.", [("count", "400-plus nurses", 400, "nurse")]),
        ("Men aged 18 to 65 took part.", [("measure", "aged 18", 18, "year"), ("measure", "65", 65, "year")]),
        ("They moved 3 miles to 9 Elm Street.", [("measure", "3 miles", 3, "mile")]),
        ("He hired 50 (fifty) drivers.", [("count", "50 (fifty) drivers", 50, "driver")]),
    ],
)
def test_so_many_and_those_beyond(rows: Find, text: str, expected: list[Row]) -> None:
    assert rows("en", text) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Last weeks gale and this weeks frost hit crops.", ["2025-11-10/2025-11-16", "2025-11-17/2025-11-23"]),
        ("Todays vote is a step.", ["2025-11-19"]),
        ("Today's long debate is a step.", ["2025-11-19"]),
        ("In the last weeks of the war he wrote.", []),
        ("This matters in today's world.", []),
        ("We tell the council today that we want the road.", []),
        ("We are telling the council today that we want the road.", ["2025-11-19"]),
    ],
)
def test_possessives_and_the_day_itself(rows: Find, text: str, values: list[str]) -> None:
    assert [row[2] for row in rows("en", text) if row[0] == "date"] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The dam broke in November 2023. He wrote to the board in March.", ["2023-11", "2025-03"]),
        ("The dam broke in March 2023. He wrote to the board in May.", ["2023-03", "2023-05"]),
        ("The dam broke in June 2023, though cracks were seen in May.", ["2023-06", "2023-05"]),
    ],
)
def test_a_month_goes_on_with_the_year_before_it(rows: Find, text: str, values: list[str]) -> None:
    assert [row[2] for row in rows("en", text)] == values
