"""The list of articles in an order or by a filter: the same order either way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.library import Library, LibraryError
from briefing.library.listing import Wanted, asks_nothing, listing
from tests.app.stories import STORIES, fill

BRIDGE, COSTS, LIMES = STORIES
UNDATED = replace(BRIDGE, title="Мост без даты", date=None, place=None, agency=None)
ORDERS = ["date", "added", "title", "place", "agency", "facts", "quotes", "actions", "read"]


@pytest.fixture
def library(tmp_path: Path):
    fill(tmp_path / "library.db", (*STORIES, UNDATED))
    with Library(tmp_path / "library.db") as opened:
        opened.mark_read(2)
        opened.mark_done(1, "a1")
        yield opened


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("order", ORDERS)
def test_a_filter_that_finds_everything_changes_no_order(library: Library, order: str, descending: bool) -> None:
    everything = listing(library, Wanted(order, descending))
    found = listing(library, Wanted(order, descending, "language:ru"))
    assert found.numbers == everything.numbers
    assert [entry.number for entry in library.entries(order, descending=descending)] == everything.numbers


def test_totals_and_unread(library: Library) -> None:
    assert (listing(library, Wanted()).total, listing(library, Wanted()).unread) == (4, 3)
    assert listing(library, Wanted(words="лип")).total == 4


def test_the_last_word_may_be_unfinished(library: Library) -> None:
    assert listing(library, Wanted(words="стоимос")).numbers == [2]
    assert listing(library, Wanted(words="стоимость лип")).numbers == []


def test_one_letter_leaves_every_article(library: Library) -> None:
    assert listing(library, Wanted(words="м")).numbers == listing(library, Wanted()).numbers
    assert [asks_nothing(words) for words in ("", " ", "м", "м ", "мо", "м*", "мост м", "after:soon")] == [
        *(True, True, True, False, False, False, False, False)
    ]


def test_what_cannot_be_is_refused(library: Library) -> None:
    with pytest.raises(LibraryError, match="is no date"):
        listing(library, Wanted(words="after:soon"))
    with pytest.raises(LibraryError, match="not sorted by this"):
        listing(library, Wanted("colour"))


def test_the_version_changes_when_somebody_else_writes(library: Library) -> None:
    before = library.version()
    assert library.version() == before
    with Library(library.path) as other:
        other.mark_read(1)
    assert library.version() != before


def test_articles_by_number(library: Library) -> None:
    found = library.entries_of([4, 2, 99])
    assert {number: entry.title for number, entry in found.items()} == {2: COSTS.title, 4: UNDATED.title}
    assert library.entries_of([]) == {}
