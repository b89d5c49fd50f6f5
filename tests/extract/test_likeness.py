"""What two names share, and people who are changed apart."""

from __future__ import annotations

import pytest

from briefing.extract import people
from briefing.extract.likeness import Parts, shared
from briefing.language import get


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Анна", "", "Речная"), ("Анна", "", "Речная"), 3.0),
        (("Анна", "", "Речная"), ("А.", "", "Речная"), 2.0),
        (("", "", "Речная"), ("Анна", "", "Речная"), 1.0),
        (("Пётр", "", "Холлманн"), ("Петр", "", "Холлманнн"), 1.5),
        (("", "", "Си"), ("Цзиньпин", "", "Си"), 1.0),
        (("Ольга", "", ""), ("Ольга", "Ивановна", "Зимина"), 1.0),
        (("", "", "Ольга"), ("Ольга", "Ивановна", "Зимина"), 0.8),
        (("Анна", "", "Речная"), ("Лев", "", "Речная"), 0.0),
        (("Анна", "", "Речная"), ("Анна", "", "Горная"), 0.0),
    ],
)
def test_what_two_names_share(one: Parts, other: Parts, expected: float) -> None:
    assert shared(one, other) == expected


def test_people_of_two_calls_are_changed_apart() -> None:
    text = "Инженер Анна Речная открыла мост."
    document = get("ru").analyse(text, [(0, len(text))], models=False)
    (one,), (other,) = people.cast(document), people.cast(document)
    one.epithets.append(one.descriptions[0])
    one.genders["masc"] += 5
    one.mentions.clear()
    assert (other.name, len(other.mentions), other.epithets, other.gender) == ("Анна Речная", 1, [], "fem")
