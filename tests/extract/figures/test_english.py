"""Figures of English text, construction by construction."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

Row = tuple[str, str, float | int | str | None, str | None]
Find = Callable[..., list[Row]]


@pytest.fixture
def en(rows: Find) -> Find:
    return partial(rows, "en")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The bridge cost $2.5 million.", ("$2.5 million", 2_500_000, "USD")),
        ("The bridge cost £2.8bn.", ("£2.8bn", 2_800_000_000, "GBP")),
        ("The bridge cost £11million.", ("£11million", 11_000_000, "GBP")),
        ("The bridge cost €5m.", ("€5m", 5_000_000, "EUR")),
        ("The bridge cost C$10 million.", ("C$10 million", 10_000_000, "CAD")),
        ("The bridge cost US$40,000.", ("US$40,000", 40_000, "USD")),
        ("The town owes 422,000 euros.", ("422,000 euros", 422_000, "EUR")),
        ("The town owes 1.07 billion dollars.", ("1.07 billion dollars", 1_070_000_000, "USD")),
        ("The town owes half a million dollars.", ("half a million dollars", 500_000, "USD")),
        ("The town owes a million dollars.", ("a million dollars", 1_000_000, "USD")),
        ("The town owes two and a half million pounds.", ("two and a half million pounds", 2_500_000, "GBP")),
        ("The town owes 40 million Canadian dollars.", ("40 million Canadian dollars", 40_000_000, "CAD")),
        ("The town owes 5m euros.", ("5m euros", 5_000_000, "EUR")),
        ("Bread went up by 25 cents.", ("25 cents", 0.25, "USD")),
        ("Fees run to $5-7 million.", ("$5-7 million", 5_000_000, "USD")),
        ("The town owes 300 yuan.", ("300 yuan", 300, "CNY")),
        ("He paid a $250,000 fine.", ("$250,000", 250_000, "USD")),
        ("The price is 99p.", ("99p", 0.99, "GBP")),
        ("They set aside Rs 500 crore.", ("Rs 500 crore", 5_000_000_000, "INR")),
        ("It cost Rs 1,23,45,678.50 in all.", ("Rs 1,23,45,678.50", 12_345_678.5, "INR")),
    ],
)
def test_money(en: Find, text: str, figure: tuple[str, float, str]) -> None:
    assert en(text) == [("money", *figure)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Turnout fell to 38%.", ("38%", 38, "%")),
        ("Turnout fell to 38.5 percent.", ("38.5 percent", 38.5, "%")),
        ("Fifty-eight per cent agreed.", ("Fifty-eight per cent", 58, "%")),
        ("Rates rose by 2 percentage points.", ("2 percentage points", 2, "pp")),
        ("Some 70-90% of them marry.", ("70-90%", 70, "%")),
        ("Rates fell by 0.25 of a per cent.", ("0.25 of a per cent", 0.25, "%")),
    ],
)
def test_percent(en: Find, text: str, figure: tuple[str, float, str]) -> None:
    assert en(text) == [("percent", *figure)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The depot received 60 buses.", ("60 buses", 60, "bus")),
        ("The poll asked 6,000 evening school pupils.", ("6,000 evening school pupils", 6_000, "pupil")),
        ("The chain runs two Baker's shops.", ("two Baker's shops", 2, "shop")),
        ("Five planned talks were called off.", ("Five planned talks", 5, "talk")),
        ("Two hundred and forty nurses are missing.", ("Two hundred and forty nurses", 240, "nurse")),
        ("A survey of 1709 pupils was held.", ("1709 pupils", 1709, "pupil")),
        ("They fed over 90 tea sellers whose stall burned.", ("90 tea sellers", 90, "seller")),
        ("Twenty-five volunteers came.", ("Twenty-five volunteers", 25, "volunteer")),
        ("A dozen trees fell.", ("A dozen trees", 12, "tree")),
        ("More than 3 million people voted.", ("3 million people", 3_000_000, "people")),
        ("Some 12 aircraft were grounded.", ("12 aircraft", 12, "aircraft")),
        ("Only one bidder remained.", ("one bidder", 1, "bidder")),
        ("They bought a 281-store chain.", ("281-store", 281, "store")),
        ("About 900 South Tanians left.", ("900 South Tanians", 900, "tanian")),
        ("She flew two Class C gliders.", ("two Class C gliders", 2, "glider")),
        ("She is a three-time champion.", ("three-time", 3, "time")),
        ("The bus carried 14 Iraqis.", ("14 Iraqis", 14, "iraqi")),
        ("They sheltered 300 East Timorese.", ("300 East Timorese", 300, "timorese")),
        ("The storm left at least nine dead.", ("nine dead", 9, "dead")),
        ("They buried two dead horses.", ("two dead horses", 2, "horse")),
        ("He sold 800 bread and butter plates.", ("800 bread and butter plates", 800, "plate")),
        ("He sold 800 sports utility vans.", ("800 sports utility vans", 800, "van")),
        ("He runs 200 Moss Bed & Beyond stalls.", ("200 Moss Bed & Beyond stalls", 200, "stall")),
        ("Some 20m people ran.", ("20m people", 20_000_000, "people")),
        ("He runs 500+ stalls.", ("500+ stalls", 500, "stall")),
        ("They fed 30 cats and dogs.", ("30 cats", 30, "cat")),
        ("She worked two night shifts.", ("two night shifts", 2, "shift")),
        ("The council closed nine day centres.", ("nine day centres", 9, "centre")),
        ("The state has 1,20,000 teachers.", ("1,20,000 teachers", 120_000, "teacher")),
    ],
)
def test_count(en: Find, text: str, figure: tuple[str, float, str]) -> None:
    assert [(k, t, v) for k, t, v, _ in en(text)] == [("count", *figure[:2])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It held 1,127 polls, compared with 2,706 in 2011.",
            [("1,127 polls", 1127), ("2,706", 2706), ("2011", "2011")],
        ),
        ("The flood killed nine miners, six of them Danes.", [("nine miners", 9), ("six", 6)]),
        ("One man and two women were held.", [("One man", 1), ("two women", 2)]),
        ("They keep two big, two small and three old dogs.", [("two big", 2), ("two small", 2), ("three old dogs", 3)]),
        ('He won five "Oscars" there.', [('five "Oscars"', 5)]),
        ("It grew from 25% to 34%.", [("25%", 25), ("34%", 34)]),
        ("Between 5 and 7 million people watched.", [("5", 5_000_000), ("7 million people", 7_000_000)]),
        ("Three cooks, aged 51, 52 and 58, were held.", [("Three cooks", 3), ("aged 51", 51), ("52", 52), ("58", 58)]),
        ("He swam the 50 metres and 150 metres.", [("50 metres", 50), ("150 metres", 150)]),
        ("One network had 3.1 million, another 2.9 million.", [("3.1 million", 3_100_000), ("2.9 million", 2_900_000)]),
    ],
)
def test_numbers_that_share_a_unit_or_leave_it_out(en: Find, text: str, expected: list[tuple[str, float]]) -> None:
    assert [(span, value) for _, span, value, _ in en(text)] == expected


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The road is five miles long.", ("five miles", 5, "mile")),
        ("They work a four-day week.", ("four-day", 4, "day")),
        ("A 13-year-old girl won.", ("13-year-old", 13, "year")),
        ("Ms Lane, 37, won.", ("37", 37, "year")),
        ("He died aged 45.", ("aged 45", 45, "year")),
        ("He died aged seventeen.", ("aged seventeen", 17, "year")),
        ("They were aged 8 – 10 years.", ("aged 8 – 10 years", 8, "year")),
        ("The past three years were dry.", ("three years", 3, "year")),
        ("A 550 pound hog escaped.", ("550 pound", 550, "pound")),
        ("The lake covers 12 square miles.", ("12 square miles", 12, "square mile")),
        ("It blew at 90 mph.", ("90 mph", 90, "mph")),
        ("It brought 130-mph winds.", ("130-mph", 130, "mph")),
        ("It is the first prize in 50 years.", ("50 years", 50, "year")),
        ("He is 6ft tall.", ("6ft", 6, "foot")),
        ("It fell to -12C overnight.", ("-12C", -12, "°C")),
        ("He served three-and-a-half years.", ("three-and-a-half years", 3.5, "year")),
        ("The presenter, 37, took a break.", ("37", 37, "year")),
        ("She lost 20 pounds of weight.", ("20 pounds", 20, "pound")),
        ("He is tall and 210 pounds.", ("210 pounds", 210, "pound")),
        ("It sends 2 Gbps.", ("2 Gbps", 2, "Gbps")),
        ("It makes 151 PS.", ("151 PS", 151, "PS")),
        ("It makes 90 kW.", ("90 kW", 90, "kW")),
        ("The bar is 8ins long.", ("8ins", 8, "inch")),
        ("He won the 200m events.", ("200m", 200, "m")),
        ("They booked three night stays.", ("three night", 3, "night")),
    ],
)
def test_measure(en: Find, text: str, figure: tuple[str, float, str]) -> None:
    assert en(text) == [("measure", *figure)]


@pytest.mark.parametrize(
    "text",
    [
        "A Boeing 737 landed.",
        "Leaders of the G20 met.",
        "Tune in to Channel 4.",
        "The match ended 3-1.",
        "Doors open at 7 p.m. sharp.",
        "Doors open at 19:30 sharp.",
        "It was the 21st meeting.",
        "One of them left.",
        "One in five pupils agreed.",
        "Two-thirds of pupils agreed.",
        "Sales doubled.",
        "Thousands of people came.",
        "Tens of thousands came.",
        "Call 859-292-3680 for help.",
        "They may march again.",
        "The COVID-19 ward closed.",
        "She reads the Sunday Telegraph.",
        "1. Open the lid.",
        "It happened decades ago.",
        "He crossed the Four Corners region.",
        "It was their 4-1 triumph.",
        "They lost 2&1 on the last green.",
        "It was six in the morning.",
        "He watched This Morning.",
        "No one came.",
        "Today it employs nobody.",
        "One day it will rain.",
        "Under Section 230 firms are safe.",
        "Local Level 3 wards shut.",
        "Grade 3 pupils sat it.",
        "Earlier phase 2 studies ended.",
        "It opens between 7 and 11 p.m. daily.",
        "It opens from 9 to 5 p.m. daily.",
        "Witnesses can contact the police on 101.",
        "He advised the Fortune 500's largest firms.",
        "It was a one-time payment.",
        "They finished seeded two and five.",
    ],
)
def test_no_figure(en: Find, text: str) -> None:
    assert en(text) == []


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("They met on July 8.", "July 8", "2025-07-08"),
        ("They met on 8 July 2024.", "8 July 2024", "2024-07-08"),
        ("They met on July 8, 2015.", "July 8, 2015", "2015-07-08"),
        ("They met on the 29th of March.", "29th of March", "2025-03-29"),
        ("They met on Sept. 11, 2001.", "Sept. 11, 2001", "2001-09-11"),
        ("They met on July 8-10, 2015.", "July 8-10, 2015", "2015-07-08/2015-07-10"),
        ("They met on 2025-03-01.", "2025-03-01", "2025-03-01"),
        ("They met in April 2018.", "April 2018", "2018-04"),
        ("They met in October last year.", "October last year", "2024-10"),
        ("They met in May.", "May", "2025-05"),
        ("They met in 2010.", "2010", "2010"),
        ("It lasted from 2004 to 2009.", "2004 to 2009", "2004/2009"),
        ("It has run since 2011.", "2011", "2011/.."),
        ("It began in the 1930s.", "1930s", "193X"),
        ("It began in the early 2000s.", "early 2000s", "200X"),
        ("It began in the 19th century.", "19th century", "18XX"),
        ("It is a 19th-century house.", "19th-century", "18XX"),
        ("Profit rose in the third quarter of 2017.", "third quarter of 2017", "2017-07/2017-09"),
        ("Profit rose in Q3 2025.", "Q3 2025", "2025-07/2025-09"),
        ("The budget for fiscal 2026 is ready.", "fiscal 2026", "2026"),
        ("Profit fell in the first nine months of 2025.", "nine months of 2025", "2025-01/2025-09"),
        ("They will meet in two weeks.", "in two weeks", "2025-12-03"),
        ("The budget for 2028 to 2034 is ready.", "2028 to 2034", "2028/2034"),
        ("They met yesterday.", "yesterday", "2025-11-18"),
        ("They meet tonight, Wednesday, November 19, 2025.", "tonight, Wednesday, November 19, 2025", "2025-11-19"),
        ("They met on Monday.", "Monday", "2025-11-17"),
        ("They will meet on Friday.", "Friday", "2025-11-21"),
        ("They met last week.", "last week", "2025-11-10/2025-11-16"),
        ("They will meet next year.", "next year", "2026"),
        ("They meet this summer.", "this summer", "2025-22"),
        ("They met two years ago.", "two years ago", "2023"),
        ("It grew in the past month.", "the past month", "2025-10-19/2025-11-19"),
        ("They leave at the end of March.", "end of March", "2026-03"),
        ("They leave by the end of the year.", "end of the year", "2025"),
        ("They leave by year's end.", "year's end", "2025"),
        ("They leave by year-end.", "year-end", "2025"),
        ("They will meet on Christmas Day.", "Christmas Day", "2025-12-25"),
        ("The law takes effect January 1.", "January 1", "2026-01-01"),
        ("Between 2010 and 2020 it shrank.", "2010 and 2020", "2010/2020"),
        ("The 2025-26 season is over.", "2025-26", "2025/2026"),
        ("It ran from 1 July to 30 September.", "1 July to 30 September", "2025-07-01/2025-09-30"),
    ],
)
def test_date(en: Find, text: str, span: str, value: str) -> None:
    assert en(text) == [("date", span, value, None)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He was held on November 17 and charged the following day.", ["2025-11-17", "2025-11-18"]),
        ("It opened on May 3. The same day it closed.", ["2025-05-03", "2025-05-03"]),
        ("The next day it rained.", []),  # and nothing says which
        ("It opened on May 3. The following morning it closed.", ["2025-05-03", "2025-05-04"]),
        ("It stood in the 17th and 18th centuries.", ["16XX", "17XX"]),
        ("Each day was like the next.", []),
        ("Talks went on over the summer.", ["2025-22"]),
        ("The summer school closed.", []),
    ],
)
def test_days_told_from_the_one_before_and_bare_seasons(en: Find, text: str, values: list[str | None]) -> None:
    assert [value for _, _, value, _ in en(text)] == values


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("A magnitude 6.1 earthquake struck.", "magnitude 6.1", 6.1),
        ("The quake had a magnitude of 5.9.", "magnitude of 5.9", 5.9),
        ("A magnitude-7 tremor followed.", "magnitude-7", 7),
        ("A magnitude-5.8 tremor followed.", "magnitude-5.8", 5.8),
        ("A 6.2 magnitude tremor followed.", "6.2 magnitude", 6.2),
        ("The tremor measured 4.9 on the Richter scale.", "4.9 on the Richter scale", 4.9),
    ],
)
def test_scales_that_stand_before_their_number(en: Find, text: str, span: str, value: float) -> None:
    assert en(text) == [("measure", span, value, "magnitude")]


def test_ages_in_a_row(en: Find) -> None:
    assert [row[3] for row in en("Three sisters, aged 21, 26 and 28, won.")[1:]] == ["year"] * 3


def test_a_year_told_from_the_one_before(en: Find) -> None:
    assert [value for *_, value, _ in en("In 2012 she left. The following year she won.")] == ["2012", "2013"]


def test_since_when_something_lasts_is_not_the_year_of_the_story(en: Find) -> None:
    text = "The board met on 12 June 2025. Lowe, who has taught since 2009, will take over in September."
    assert [row[1:3] for row in en(text, None)] == [
        ("12 June 2025", "2025-06-12"),
        ("2009", "2009/.."),
        ("September", "2025-09"),
    ]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Work began in mid-May.", ("date", "mid-May", "2025-05", None)),
        ("Work began in mid-2019.", ("date", "mid-2019", "2019", None)),
        ("Sales rose in the first half of the year.", ("date", "first half of the year", "2025-01/2025-06", None)),
        ("It burned down over the weekend.", ("date", "weekend", "2025-11-15/2025-11-16", None)),
        ("It will be open at the weekend.", ("date", "weekend", "2025-11-22/2025-11-23", None)),
        ("The trial lasted one day.", ("measure", "one day", 1, "day")),
        ("The motion fell by one vote.", ("count", "one vote", 1, "vote")),
    ],
)
def test_parts_of_months_and_years_and_single_things(en: Find, text: str, figure: Row) -> None:
    assert en(text) == [figure]


@pytest.mark.parametrize(
    "text",
    ["He bakes at weekends.", "She hit the post in the second half.", "One day it broke.", "Year-end results came."],
)
def test_no_dates_and_no_single_things(en: Find, text: str) -> None:
    assert en(text) == []


def test_so_many_of_a_kind_are_no_sum(en: Find) -> None:
    assert en("He gave £500, helping 37 of Hull's poets.")[1][0] == "count"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He sang on May 9 and June 12, 2014.", [("May 9", "2014-05-09"), ("June 12, 2014", "2014-06-12")]),
        ("He sang on July 8 and 9, 2015.", [("July 8", "2015-07-08"), ("9, 2015", "2015-07-09")]),
        ("It ran between May 9 and June 12, 2014.", [("May 9 and June 12, 2014", "2014-05-09/2014-06-12")]),
        ("It ran from July 8 to 10, 2015.", [("July 8 to 10, 2015", "2015-07-08/2015-07-10")]),
        ("On July 8, 2015 and in 9 other towns it rained.", [("July 8, 2015", "2015-07-08"), ("9 other towns", 9)]),
        ("On July 8 and 9 boats sank.", [("July 8", "2025-07-08"), ("9 boats", 9)]),
    ],
)
def test_two_days_and_a_stretch(en: Find, text: str, expected: list[tuple[str, str | float]]) -> None:
    assert [(span, value) for _, span, value, _ in en(text)] == expected


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("A man in his 40s fell.", ("measure", "40s", 40, "year")),
        ("Women in their early thirties sing.", ("measure", "thirties", 30, "year")),
        ("She was in her late 50s.", ("measure", "50s", 50, "year")),
        ("It was built in the early 1950s.", ("date", "early 1950s", "195X", None)),
        ("It was built in the '50s.", ("date", "'50s", "195X", None)),
        ("It will be the first strike in three decades.", ("measure", "three decades", 3, "decade")),
        ("It will be the worst flood for them in 20 years.", ("measure", "20 years", 20, "year")),
        ("It will open in two years.", ("date", "in two years", "2027", None)),
    ],
)
def test_decades_of_life_and_how_long_nothing_like_it_has_been(en: Find, text: str, figure: Row) -> None:
    assert en(text) == [figure]
