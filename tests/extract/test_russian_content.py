"""Constructions of Russian in which a predicate has content, and those that only look like them."""

from __future__ import annotations

import pytest

from tests.extract.quoting import Found, found


def test_what_is_shouted_or_whispered_may_be_a_clause() -> None:
    assert found("Сторож успел крикнуть в окно, что склад горит.")[0].text == "склад горит"
    assert found("Лосев прошептал, что дверь заперта.") == [Found("indirect", "дверь заперта", "Лосев")]


def test_so_after_a_comma_may_only_join() -> None:
    assert found("Лосев ругает как мэра, так и план соседей просить о помощи.") == []


def test_an_aim_in_the_infinitive_is_no_order() -> None:
    assert found("Пётр Лосев дал соседям совет, чтобы помочь им.") == []
    assert found("Пётр Лосев попросил соседей, чтобы они молчали.") == [Found("indirect", "они молчали", "Пётр Лосев")]


@pytest.mark.parametrize("when", ["в пятницу", "в мае", "на прошлой неделе"])
def test_a_name_in_marks_after_a_date_is_the_subject(when: str) -> None:
    assert found(f"Мост закрыт на зиму, сообщил {when} «Вестник».") == [
        Found("indirect", "Мост закрыт на зиму", "«Вестник»")
    ]
