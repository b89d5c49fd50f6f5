"""Settings: read from TOML, mistakes said with line and name, defaults in their place."""

import tomllib
from pathlib import Path

import pytest

from briefing import settings
from briefing.mistake import Mistake
from briefing.settings import Settings, initial_text, load, misplaced, settings_path

KEYS = {"export": ("e", "Export the briefing"), "pane.facts": ("2", "Go to the key facts")}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_without_a_file_the_defaults_hold(path: Path) -> None:
    assert load(path).settings == Settings()
    assert load(path).mistakes == ()


def test_what_the_file_says_is_followed(path: Path) -> None:
    path.write_text(
        '\ufeff[interface]\nlanguage = "ru"\nmeasure = 66\ntheme = "nord"\n'
        '[extraction]\nmodels = false\n[keys]\nexport = "x,f2"\n"pane.facts" = "9"\n',
        encoding="utf-8",
    )
    loaded = load(path)
    assert loaded.mistakes == ()
    assert loaded.settings == Settings("ru", "nord", 66, False, {"export": "x,f2", "pane.facts": "9"})


def test_the_initial_file_changes_nothing_and_shows_every_default(path: Path) -> None:
    text = initial_text(KEYS)
    path.write_text(text, encoding="utf-8")
    assert load(path).settings == Settings()
    assert load(path).mistakes == ()
    uncommented = [line.removeprefix("# ") for line in text.splitlines() if line.startswith("[") or " = " in line]
    assert tomllib.loads("\n".join(uncommented)) == {
        "interface": {"language": "auto", "theme": "briefing-dark", "measure": 80},
        "extraction": {"models": True},
        "keys": {"export": "e", "pane.facts": "2"},
    }


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            '[interface]\n\nlanguage = "de"',
            'line 3: interface.language is "de", but must be one of "auto", "en", "ru"; "auto" is used.',
        ),
        (
            "[interface]\nmeasure = 7",
            "line 2: interface.measure is 7, but must be a whole number from 40 to 200; 80 is used.",
        ),
        (
            "[interface]\nmeasure = true",
            "line 2: interface.measure is true, but must be a whole number from 40 to 200; 80 is used.",
        ),
        ("interface.theme = 3", 'line 1: interface.theme is 3, but must be a text; "briefing-dark" is used.'),
        ("[extraction]\nmodels = [1]", "line 2: extraction.models is [1], but must be true or false; true is used."),
        (
            "[interface]\nlangauge = 1",
            "line 2: interface.langauge is not known here (did you mean language?); it is ignored.",
        ),
        ("# a\n[colours]\nx = 1", "line 2: colours is not known here; it is ignored."),
        ("interface = 5", "line 1: interface is not known here (did you mean interface?); it is ignored."),
        ('[keys]\n"pane.facts" = 2', "line 2: keys.pane.facts must be a text with names of keys; the default is used."),
    ],
)
def test_a_mistake_is_said_with_its_line_and_the_default_used(path: Path, text: str, sentence: str) -> None:
    path.write_text(text, encoding="utf-8")
    assert [str(mistake) for mistake in load(path).mistakes] == [f"{path}, {sentence}"]
    assert load(path).settings == Settings()


def test_the_other_settings_are_followed_beside_a_mistake(path: Path) -> None:
    path.write_text('[interface]\nlanguage = 1\ntheme = "nord"', encoding="utf-8")
    assert load(path).settings == Settings(theme="nord")


def test_a_file_that_is_no_toml_is_said_with_the_line(path: Path) -> None:
    path.write_text("[interface]\nlanguage =\n", encoding="utf-8")
    (mistake,) = map(str, load(path).mistakes)
    assert "is not TOML" in mistake
    assert "line 2" in mistake


def test_a_file_that_cannot_be_read_is_said(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00")
    assert "not UTF-8" in str(load(path).mistakes[0])
    path.unlink()
    path.mkdir()
    assert "cannot be read" in str(load(path).mistakes[0])


def test_a_setting_that_only_the_app_can_judge_is_said_with_its_line(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "settings_path", lambda: path)
    path.write_text('[keys]\nexprot = "x"\n', encoding="utf-8")
    said = misplaced("keys", "exprot", Mistake("is no command"))
    assert str(said) == f"{path}, line 2: keys.exprot is no command."


def test_the_path_is_the_systems_place_for_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings_path().name == "settings.toml"
    assert settings_path().parent.name == "briefing"
