"""EDTF dates in words."""

import pytest

from briefing.export.dates import format_date, format_when


@pytest.mark.parametrize(
    ("value", "russian", "english"),
    [
        ("2025-11-19", "19 ноября 2025 года", "19 November 2025"),
        ("2025-03-02", "2 марта 2025 года", "2 March 2025"),
        ("2024-11", "ноябрь 2024 года", "November 2024"),
        ("2026", "2026 год", "2026"),
        ("2014-21", "весна 2014 года", "spring 2014"),
        ("2014-24", "зима 2014 года", "winter 2014"),
        ("198X", "1980-е годы", "the 1980s"),
        ("19XX", "XX век", "the 20th century"),
        ("20XX", "XXI век", "the 21st century"),
        ("10XX", "XI век", "the 11th century"),
        ("2026/2028", "2026–2028 годы", "2026–2028"),
        ("2025-11-17/2025-11-23", "17–23 ноября 2025 года", "17–23 November 2025"),
        ("2025-11-28/2025-12-03", "28 ноября – 3 декабря 2025 года", "28 November – 3 December 2025"),
        ("2025-12-28/2026-01-03", "28 декабря 2025 года – 3 января 2026 года", "28 December 2025 – 3 January 2026"),
        ("2025-01/2025-03", "январь–март 2025 года", "January–March 2025"),
        ("2025-11/2026-02", "ноябрь 2025 года – февраль 2026 года", "November 2025 – February 2026"),
        ("2025-11-19/2025-11-19", "19 ноября 2025 года", "19 November 2025"),
        ("2025/2025-06", "2025 год – июнь 2025 года", "2025 – June 2025"),
        ("198X/199X", "1980-е годы – 1990-е годы", "the 1980s – the 1990s"),
        ("/2025-12-31", "до 31 декабря 2025 года", "by 31 December 2025"),
        ("../2025-12", "до декабря 2025 года", "by December 2025"),
        ("/2030", "до 2030 года", "by 2030"),
        ("/203X", "до 2030-х годов", "by the 2030s"),
        ("2025-07-01/", "с 1 июля 2025 года", "from 1 July 2025"),
        ("2025-07-02/..", "со 2 июля 2025 года", "from 2 July 2025"),
        ("2025-07-22/", "с 22 июля 2025 года", "from 22 July 2025"),
        ("2025-22/", "с лета 2025 года", "from summer 2025"),
    ],
)
def test_a_date_in_both_languages(value: str, russian: str, english: str) -> None:
    assert format_date(value, "ru") == russian
    assert format_date(value, "en") == english


@pytest.mark.parametrize(
    "value",
    [
        "",
        "/",
        "../..",
        "soon",
        "2025-13",
        "2025-00-01",
        "2025-11-32",
        "2025-22-01",
        "198X-05",
        "2025-11-19T10:00",
        "19 ноября",
    ],
)
def test_what_is_no_known_date_comes_back_as_it_is(value: str) -> None:
    assert format_date(value, "ru") == value


def test_an_unknown_language_is_served_in_english() -> None:
    assert format_date("2025-11", "de") == "November 2025"
    assert format_date("2025-11", "../ru") == "November 2025"


def test_what_began_before_it_was_said_is_since_then() -> None:
    assert format_date("1958/", "en", "2025-11-19") == "since 1958"
    assert format_date("2026-07-01/", "en", "2025-11-19") == "from 1 July 2026"
    assert format_date("2025-07-02/", "ru", "2025-11-19") == "со 2 июля 2025 года"


@pytest.mark.parametrize(
    ("value", "russian", "english"),
    [
        ("2026", "в 2026 году", "in 2026"),
        ("2026-03", "в марте 2026 года", "in March 2026"),
        ("2026-22", "летом 2026 года", "in summer 2026"),
        ("2026-03-31", "31 марта 2026 года", "31 March 2026"),
        ("2026/2028", "2026–2028 годы", "2026–2028"),
        ("203X", "2030-е годы", "the 2030s"),
        ("/2026", "до 2026 года", "by 2026"),
        ("/2025-12-31", "до 31 декабря 2025 года", "by 31 December 2025"),
        ("soon", "soon", "soon"),
    ],
)
def test_when_something_is_to_happen(value: str, russian: str, english: str) -> None:
    assert format_when(value, "ru") == russian
    assert format_when(value, "en") == english
