"""The floors of the house: imports go down only, and only the app loads Textual or Rich."""

import pkgutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import briefing

PROJECT = Path(__file__).parents[1]
# The app may load anything; the way in (``__main__``) runs when it is imported.
EXEMPT = ("briefing.app", "briefing.__main__")


def modules_below_the_app() -> list[str]:
    names = [module.name for module in pkgutil.walk_packages(briefing.__path__, "briefing.")]
    return [name for name in names if not name.startswith(EXEMPT)]


def loaded_by(statement: str) -> set[str]:
    """Return the top-level packages that a fresh interpreter has loaded after the statement."""
    script = f"import sys\n{statement}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=PROJECT)
    return set(done.stdout.splitlines()[-1].split())


def test_the_import_contracts_are_kept() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    if not lint.exists():
        pytest.skip("import-linter is not installed")
    done = subprocess.run([lint, "--no-cache"], capture_output=True, text=True, cwd=PROJECT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_contract_on_textual_names_all_that_is_not_the_app() -> None:
    contracts = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (named,) = (each["source_modules"] for each in contracts["contracts"] if each["type"] == "forbidden")
    there = {f"briefing.{module.name}" for module in pkgutil.iter_modules(briefing.__path__)}
    assert set(named) == there - set(EXEMPT)


def test_nothing_below_the_app_loads_textual_or_rich() -> None:
    names = modules_below_the_app()
    assert "briefing.cli" in names
    loaded = loaded_by("import importlib\nfor name in " + repr(names) + ": importlib.import_module(name)")
    assert not loaded & {"textual", "rich"}


def test_the_command_line_starts_without_heavy_packages() -> None:
    loaded = loaded_by("from briefing.cli import commands\ncommands.main(['--help'], standalone_mode=False)")
    assert "click" in loaded
    assert not loaded & {"textual", "rich", "pydantic", "numpy", "pymorphy3", "slovnet", "sqlite3"}


def test_a_library_is_listed_without_heavy_packages(tmp_path: Path) -> None:
    listing = "from briefing.library import Library\nfrom briefing.library.listing import Wanted, listing\n"
    path = str(tmp_path / "library.db")
    loaded = loaded_by(f"from pathlib import Path\n{listing}listing(Library(Path({path!r})), Wanted(words='мост'))")
    assert "sqlite3" in loaded
    assert not loaded & {"pydantic", "numpy", "slovnet", "http", "lxml", "trafilatura"}


def test_the_lists_of_the_app_wait_for_no_models_of_exports() -> None:
    wanted = "import briefing.library.keeping, briefing.app.checking, briefing.app.items, briefing.export.lines"
    script = f"import sys\n{wanted}\nprint('briefing.review.record' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=PROJECT)
    assert done.stdout.strip() == "False"
