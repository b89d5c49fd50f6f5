"""The settings screen and the file that it writes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from briefing.app.settings_file import change, with_setting
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
