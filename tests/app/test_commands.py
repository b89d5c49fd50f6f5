"""The table of commands and the two keyboards."""

from __future__ import annotations

from collections import Counter

import pytest

from briefing.app.commands import COMMANDS, bindings
from briefing.app.keyboard import TWINS, twin, with_twins
from briefing.app.screens.reader import ReaderScreen
from briefing.app.widgets.article import ArticleView
from briefing.app.widgets.lists import ItemList
from tests.app.conftest import Open, reader

AT_THE_CARET = ("select.begin", "select.line_start", "select.line_end")
"""These take keys of the article's, as long as there is a caret."""
PLACES = {"reader": ReaderScreen, "article": ArticleView, "list": ItemList}


def test_ids_are_unique() -> None:
    assert max(Counter(command.id for command in COMMANDS).values()) == 1


@pytest.mark.parametrize("inner", ["article", "list"])
def test_no_key_means_two_things_in_one_place(inner: str) -> None:
    keys = Counter(
        key
        for command in COMMANDS
        if command.where in ("app", "reader", inner) and command.id not in AT_THE_CARET
        for key in with_twins(command.keys).split(",")
    )
    # Escape ends whatever there is to end; each of its commands is offered only while there is.
    assert [key for key, count in keys.items() if count > 1 and key != "escape"] == []


def test_every_letter_has_its_twin() -> None:
    for command in COMMANDS:
        for key in command.keys.split(","):
            letter = key.rpartition("+")[2]
            if len(letter) == 1 and letter.isalpha():
                assert twin(key) in with_twins(command.keys).split(",")


def test_twins_are_on_the_same_cap() -> None:
    assert (TWINS["q"], TWINS["J"], TWINS["["], TWINS["m"]) == ("й", "О", "х", "ь")
    assert twin("1") is None
    assert twin("question_mark") == "comma"


@pytest.mark.parametrize("where", ["reader", "article", "list"])
def test_every_command_has_an_action(where: str) -> None:
    for command in COMMANDS:
        if command.where == where:
            place, _, name = command.action.partition("(")[0].rpartition(".")
            assert hasattr(PLACES["reader" if place == "screen" else where], f"action_{name}"), command.id
    assert len(bindings(where)) == sum(command.where == where for command in COMMANDS)


async def test_bar_help_and_palette_name_the_same_keys(opened: Open) -> None:
    async with opened(size=(200, 50)) as pilot:
        app = pilot.app
        active = app.active_commands(app.screen)
        shown = str(app.screen.query_one("#keys").content)
        assert shown.strip().startswith("] next item  Tab panes")
        await pilot.press("right_square_bracket")
        shown += str(app.screen.query_one("#keys").content)
        for command in COMMANDS:
            if command.bar and command.where in ("app", "reader", "article"):
                assert f"{command.key()} {command.bar}" in shown
                assert command.id in active
        await pilot.press("2")
        assert "Enter to the text" in str(reader(pilot).query_one("#keys").content)
