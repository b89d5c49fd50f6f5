"""What holds for all tests."""

import gc
import os
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from briefing.extract import extract
from briefing.model import Briefing
from briefing.sources import read
from tests.commanding import ARTICLE, Runner, runner
from tests.deciding import STORY

# The tests start the program again and again. What is compiled is kept for these processes, even where Python is told
# to leave nothing behind: compiling is a third of the work of a short one.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A busy machine is slow at times; that is no fault of what is tested. Where the checks run unattended, they try the
# same examples each time.
settings.register_profile(
    "patient", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("patient")


@pytest.hookimpl(wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """Run three processes on two cores: the tests of the app wait for the app most of the time."""
    cores = yield
    return cores if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ else cores + cores // 2


def pytest_collection_finish() -> None:
    """Keep the collector of cyclic garbage from looking again and again at thousands of tests, which all stay."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Runner:
    """Run the command line in a folder of its own, with a library of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFING_LIBRARY", str(tmp_path / "library.db"))
    return runner(capsys)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with an article, in the folder of the test."""
    path = tmp_path / "most.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def story(run: Runner, tmp_path: Path) -> Briefing:
    """An article with three actions in the current folder."""
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    briefing = extract(read("story.txt"), models=False)
    assert len(briefing.actions) == 3
    return briefing
