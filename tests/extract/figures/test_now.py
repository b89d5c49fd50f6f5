"""Days told from now: where the article has no date of its own, from the day that its first sentences tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Row = tuple[str, str, float | int | str | None, str | None]
Find = Callable[..., list[Row]]


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("ru", "3 июня 2014 года сгорел склад. Сегодня пожар потушили.", ["2014-06-03", "2014-06-03"]),
        ("ru", "3 июня 2014 года сгорел склад. Вчера там шёл ремонт.", ["2014-06-03", "2014-06-02"]),
        (
            "ru",
            "3 июня 2014 года сгорел склад. На прошлой неделе он прошёл проверку.",
            ["2014-06-03", "2014-05-26/2014-06-01"],
        ),
        ("en", "A store burned down on June 3, 2014. It was checked yesterday.", ["2014-06-03", "2014-06-02"]),
        # A later day has been told, so that the article was not written on the first.
        (
            "ru",
            "3 июня 2014 года сгорел склад. Суд был 9 июня 2014 года. Вчера склад снесли.",
            ["2014-06-03", "2014-06-09", None],
        ),
        # What lies ahead is no day of writing.
        ("ru", "Склад построят 3 июня 2014 года. Вчера начали работы.", ["2014-06-03", None]),
        ("ru", "В 2014 году сгорел склад. Вчера его снесли.", ["2014", None]),
        ("ru", "Вчера склад снесли.", [None]),
    ],
)
def test_days_told_from_the_day_of_the_event(rows: Find, code: str, text: str, values: list[str | None]) -> None:
    assert [value for _, _, value, _ in rows(code, text, None)] == values


@pytest.mark.parametrize(
    ("code", "text", "spans"),
    [
        ("ru", "Сегодня в посёлке 12 школ.", ["12 школ"]),
        ("ru", "Сегодня с дорогами беда.", []),
        ("ru", "Сегодня он уехал.", ["Сегодня"]),
        ("ru", "Сегодня вечером концерт.", ["Сегодня"]),
        ("en", "Today many towns have no bank.", []),
        ("en", "Teachers are walking out today.", ["today"]),
        ("en", "Today the mayor has opened a bridge.", ["Today"]),
        ("en", "Few people today remember him.", []),
        ("ru", "За последнее столетие лес поредел.", []),
        ("ru", "За последний год лес поредел.", ["последний год"]),
    ],
)
def test_nowadays(rows: Find, code: str, text: str, spans: list[str]) -> None:
    assert [span for _, span, _, _ in rows(code, text)] == spans
