"""Values made by `frozen`: they behave as those of a frozen dataclass do."""

from __future__ import annotations

import pickle
from dataclasses import asdict, dataclass, field, replace
from functools import partial

import pytest

from briefing.frozen import frozen


@frozen
class Place:
    """A place; ``notes`` are no part of what it is."""

    line: int
    name: str = ""
    notes: list[str] = field(default_factory=list, compare=False)


@dataclass(frozen=True, slots=True)
class Same:
    """What it is to be like."""

    line: int
    name: str = ""
    notes: list[str] = field(default_factory=list, compare=False)


@pytest.mark.parametrize("kind", [Place, Same])
def test_a_value_is_what_its_fields_are(kind: type[Place]) -> None:
    make = partial(kind, 3)
    assert make() == make() == kind(3, notes=["other"])
    assert make() != kind(4)
    assert make() != (3, "", [])
    assert {make(): "here"}[kind(3)] == "here"
    assert repr(kind(3, "a[b]")) == f"{kind.__name__}(line=3, name='a[b]', notes=[])"


@pytest.mark.parametrize("kind", [Place, Same])
def test_it_is_copied_and_sent_like_any_dataclass(kind: type[Place]) -> None:
    there = replace(kind(3, "a"), line=5)
    assert asdict(there) == {"line": 5, "name": "a", "notes": []}
    assert pickle.loads(pickle.dumps(there)) == there
    assert kind(1).notes is not kind(1).notes


def test_a_value_has_no_room_for_anything_else() -> None:
    with pytest.raises(AttributeError):
        Place(3).other = 1  # type: ignore[attr-defined]


def test_values_that_cannot_be_hashed_are_not() -> None:
    with pytest.raises(TypeError):
        hash(Place([]))  # type: ignore[arg-type]


def test_values_of_one_field_are_told_apart() -> None:
    @frozen
    class One:
        word: str

    @frozen
    class Other:
        word: str

    assert One("a") == One("a")
    assert One("a") != Other("a")
    assert len({One("a"), One("a"), One("b")}) == 2
