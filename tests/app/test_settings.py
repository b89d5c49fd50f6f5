"""The settings screen and the file that it writes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.app.commands import clashes
from briefing.app.safe import Words
from briefing.app.screens.keys import KeyList, KeysScreen, PressScreen
from briefing.app.screens.settings import SettingsScreen
from briefing.app.settings_file import change, with_setting
from briefing.settings import load
from tests.app.conftest import Open, reader, until


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", '[interface]\ntheme = "light"\n'),
        ('[interface]\n# theme = "dark"\n', '[interface]\n# theme = "dark"\ntheme = "light"\n'),
        ('[interface]\ntheme = "a # b"  # mine\nx = 1\n', '[interface]\ntheme = "light"  # mine\nx = 1\n'),
        ("[keys]\ntheme = 1\n", '[keys]\ntheme = 1\n\n[interface]\ntheme = "light"\n'),
        ("[interface]\nx = 1\n\n[keys]\n", '[interface]\nx = 1\ntheme = "light"\n\n[keys]\n'),
    ],
)
def test_one_setting_changes_and_nothing_else(text: str, expected: str) -> None:
    assert with_setting(text, "interface", "theme", "light") == expected
    assert tomllib.loads(expected)["interface"]["theme"] == "light"


def test_the_file_is_made_with_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "config" / "settings.toml"
    change(file, "interface", "measure", 90)
    change(file, "extraction", "models", False)
    change(file, "interface", "measure", 60)
    assert tomllib.loads(file.read_text()) == {"interface": {"measure": 60}, "extraction": {"models": False}}


async def test_settings_are_seen_at_once_and_written(opened: Open, size: tuple[int, int], tmp_path: Path) -> None:
    async with opened(size=size) as pilot:
        app = pilot.app
        screen = reader(pilot)
        await pilot.press("f2")
        await until(pilot, lambda: app.screen is not screen and bool(app.focused))
        await pilot.press("left")
        assert app.settings.language == "ru"
        await pilot.press("down", "right")
        assert app.theme == "briefing-dark" or app.theme.startswith("briefing-")
        await pilot.press("down", "left")
        assert screen.article_view.measure == 70
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        written = tomllib.loads((tmp_path / "settings.toml").read_text())
        assert written["interface"] == {"language": "ru", "theme": app.theme, "measure": 70}


async def test_a_file_that_is_no_toml_is_left_as_it_is(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    broken = '[interface\ntheme = "dark"\n'
    file.write_text(broken)
    async with opened() as pilot:
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen) and bool(pilot.app.focused))
        await pilot.press("down", "down", "left")
        assert "Nothing is written" in str(pilot.app.screen.query_one(".dialog-foot").content)
        assert file.read_text() == broken


def test_names_with_dots_are_quoted_and_found_again() -> None:
    text = '[keys]\n# mine\n# "pane.next" = "tab"  # Next pane\n"help" = "f1" # h\n'
    once = with_setting(text, "keys", "pane.next", "w")
    assert once == '[keys]\n# mine\n# "pane.next" = "tab"  # Next pane\n"pane.next" = "w"\n"help" = "f1" # h\n'
    twice = with_setting(with_setting(once, "keys", "pane.next", "e"), "keys", "help", "f3")
    assert tomllib.loads(twice) == {"keys": {"pane.next": "e", "help": "f3"}}
    assert "# h" in twice


async def keys_of(pilot: Pilot[None], wanted: str) -> None:
    """Open the keys and put the cursor on a command."""
    await pilot.press("f2")
    await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen) and bool(pilot.app.focused))
    await pilot.press("end", "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, KeysScreen) and bool(pilot.app.focused))
    rows = pilot.app.screen.query_one(KeyList)
    rows.highlighted = rows.get_option_index(wanted)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Ask for another key, and press it."""
    for key in keys[:-1]:
        await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, PressScreen))
    await pilot.press(keys[-1])
    await until(pilot, lambda: isinstance(pilot.app.screen, KeysScreen))


async def leave(pilot: Pilot[None]) -> None:
    """Go back to the reader."""
    await pilot.press("escape", "escape")
    await until(pilot, lambda: hasattr(pilot.app.screen, "panes"))


async def test_a_key_is_changed_by_pressing_another(opened: Open, size: tuple[int, int], tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('# all mine\n[keys]\n# "document.next" = "J"  # Next article\n', encoding="utf-8")
    async with opened(size=size) as pilot:
        await keys_of(pilot, "pane.actions")
        await press(pilot, "enter", "э")  # the cap of the apostrophe, which means nothing yet
        await press(pilot, "plus", "5")
        await leave(pilot)
        await pilot.press("'")
        assert reader(pilot).pane == "actions"
        await pilot.press("1", "э")
        assert reader(pilot).pane == "actions"
        await pilot.press("1", "5")
        assert reader(pilot).pane == "actions"
        await pilot.press("1", "4")
        assert reader(pilot).pane == "article"
    text = file.read_text(encoding="utf-8")
    assert text.startswith('# all mine\n[keys]\n# "document.next" = "J"  # Next article\n')
    assert load(file).settings.keys == {"pane.actions": "',5"}


async def test_a_key_that_is_taken_is_told_and_stays(opened: Open, tmp_path: Path) -> None:
    async with opened() as pilot:
        await keys_of(pilot, "pane.actions")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PressScreen))
        await pilot.press("j")
        await until(pilot, lambda: getattr(pilot.app.screen, "objection", "") != "")
        said = str(pilot.app.screen.query(Words).first().content)
        assert said == "j is “One line down” already: give that another key first."
        await press(pilot, "escape")
        await leave(pilot)
        await pilot.press("4")
        assert reader(pilot).pane == "actions"
    assert not (tmp_path / "settings.toml").exists()


async def test_a_command_gets_its_own_keys_back(opened: Open, tmp_path: Path) -> None:
    async with opened() as pilot:
        await keys_of(pilot, "pane.actions")
        await press(pilot, "enter", "E")
        await pilot.press("backspace", "backspace")
        await leave(pilot)
        await pilot.press("E")
        assert reader(pilot).pane == "article"
        await pilot.press("4")
        assert reader(pilot).pane == "actions"


def test_keys_of_the_file_that_are_taken_are_found() -> None:
    found = [(name, key, other.id) for name, key, other in clashes({"pane.actions": "4,j", "find": "slash", "x": "j"})]
    assert found == [("pane.actions", "j", "article.down")]
