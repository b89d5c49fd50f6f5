"""A date that is the deadline of an action has one value, in the figures as in the action."""

from __future__ import annotations

from datetime import date

import pytest

from briefing import language
from briefing.extract import actions, figures, quotes, speakers

PUBLISHED = date(2026, 1, 14)  # a Wednesday


def values(code: str, text: str) -> tuple[list[object], list[str | None]]:
    document = language.get(code).analyse(text, [(0, len(text))], models=False)
    numbers = figures.find(document, PUBLISHED)
    utterances = quotes.find(document)
    found = actions.find(document, PUBLISHED, numbers, utterances, speakers.attribute(document, utterances))
    figures.settle(numbers, found)
    return [figure.value for figure in numbers], [action.deadline for action in found]


@pytest.mark.parametrize(
    ("code", "text", "value", "deadline"),
    [
        ("ru", "Мэр предложил открыть каток в ноябре.", "2026-11", "2026-11"),
        ("ru", "Осенью парк закрывают на ремонт.", "2026-23", "2026-23"),
        ("ru", "Мэр поручил сдать школу к октябрю.", "2026-10", "/2026-10-31"),
        ("ru", "С 1 октября отменяем трамваи.", "2026-10-01", "2026-10-01/"),
        ("ru", "С 1 июня вводится новый тариф.", "2026-06-01", "2026-06-01/"),
        ("ru", "Пробы возьмут через месяц.", "2026-02", "2026-02"),
        ("en", "The club asked members to vote in December.", "2026-12", "2026-12"),
        ("en", "The mayor invited the queen to visit Hull in the autumn.", "2026-23", "2026-23"),
        ("en", "The town plans to move the fair to October 12.", "2026-10-12", "2026-10-12"),
    ],
)
def test_a_deadline_to_come_settles_its_date(code: str, text: str, value: str, deadline: str) -> None:
    assert values(code, text) == ([value], [deadline])


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("ru", "Мэр открыл каток в ноябре.", "2025-11"),
        ("ru", "С 1 октября трамваи работают по новому графику.", "2025-10-01"),
        ("ru", "Мэр поручил вернуть деньги, выделенные прошлой осенью.", "2025-23"),
        ("en", "The club asked Lee to repay what was lent last autumn.", "2025-23"),
    ],
)
def test_a_date_that_is_past_stays_so(code: str, text: str, value: str) -> None:
    assert values(code, text)[0] == [value]
