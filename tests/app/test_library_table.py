"""The table of the library: its order, its filter, its columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.app.app import BriefingApp
from briefing.app.screens.reader import ReaderScreen
from briefing.app.shelf import Shelf
from briefing.app.widgets.table import ArticleTable, cell, fitting
from tests.app.conftest import reader, until
from tests.app.example import ExampleEngine
from tests.app.listing import Listed, Size, lines, order_is, shown_title, table
from tests.app.stories import STORIES, fill

BRIDGE, COSTS, LIMES = STORIES


async def test_sorting_goes_through_the_columns_and_turns_round(listed: Listed) -> None:
    async with listed() as pilot:
        await pilot.press("r")
        await order_is(pilot, BRIDGE, LIMES, COSTS)
        await pilot.press("s")
        await order_is(pilot, LIMES, BRIDGE, COSTS)
        assert "Title▴" in lines(pilot)[0]
        await pilot.press("s", "s")
        # Those without a source come last.
        await order_is(pilot, BRIDGE, COSTS, LIMES)
        await pilot.press("ы")
        await until(pilot, lambda: table(pilot).order == "facts")


async def test_the_list_is_filtered_while_one_types(listed: Listed, size: Size) -> None:
    async with listed(size) as pilot:
        await pilot.press("slash", *"мост")
        await order_is(pilot, COSTS, BRIDGE)
        await until(pilot, lambda: "2 of 3" in shown_title(pilot))
        await pilot.press("enter", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        assert reader(pilot).document.title == BRIDGE.title
        assert len(reader(pilot).documents) == 2
        await pilot.press("o", "escape")
        await order_is(pilot, COSTS, LIMES, BRIDGE)


async def test_the_arrows_move_in_the_table_while_one_types(listed: Listed) -> None:
    async with listed() as pilot:
        await pilot.press("slash", "down", "down", "up")
        assert table(pilot).cursor == 1
        await pilot.press("escape")
        assert pilot.app.focused is table(pilot)


async def test_a_filtered_list_keeps_the_order_of_the_columns(listed: Listed) -> None:
    async with listed() as pilot:
        await pilot.press("slash", *"has:action", "enter", "s")
        await order_is(pilot, LIMES, BRIDGE, COSTS)
        await pilot.press("r")
        await order_is(pilot, COSTS, BRIDGE, LIMES)


async def test_a_filter_that_makes_no_sense_is_explained(listed: Listed) -> None:
    async with listed() as pilot:
        await pilot.press("slash", *"after:soon")
        await until(pilot, lambda: "is no date" in shown_title(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "3 articles" in shown_title(pilot))


async def test_a_click_on_a_heading_sorts_and_on_a_row_opens(listed: Listed) -> None:
    async with listed() as pilot:
        await pilot.click(ArticleTable, offset=(20, 0))
        await order_is(pilot, LIMES, BRIDGE, COSTS)
        await pilot.click(ArticleTable, offset=(20, 0))
        await order_is(pilot, COSTS, BRIDGE, LIMES)
        await pilot.click(ArticleTable, offset=(20, 3))
        await pilot.click(ArticleTable, offset=(20, 3))
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        assert reader(pilot).document.title == LIMES.title


async def test_only_rows_near_those_in_sight_are_asked_for(path: Path, tmp_path: Path) -> None:
    fill(path, STORIES)
    asked: list[int] = []
    shelf = Shelf(path)
    fetch = shelf.entries
    app = BriefingApp(ExampleEngine(), [], language="en", settings_file=tmp_path / "s.toml", shelf=shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(table(pilot).numbers))

        def count(numbers):
            asked.extend(numbers)
            return fetch(numbers)

        table(pilot).fetch = count
        table(pilot).fill([1, 2, 3] * 40_000, {}, "date", descending=True)
        await pilot.press("G", "g", "pagedown")
        assert table(pilot).cursor > 0
        assert len(asked) < 1000


@pytest.mark.parametrize(("width", "columns"), [(85, 5), (84, 4), (39, 2), (200, 7)])
def test_columns_leave_room_for_the_title(width: int, columns: int) -> None:
    chosen = fitting(width)
    assert len(chosen) == columns
    assert "title" in [column.order for column in chosen]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("мост", "мост  "), ("набережная", "набер…"), ("東京タワー", "東京… "), ("а" * 5 + " б", "ааааа…")],
)
def test_cells_have_their_width(text: str, expected: str) -> None:
    assert cell(text, 6) == expected
