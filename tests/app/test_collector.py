"""The collector of cyclic garbage rests while a reader waits, and works again whatever becomes of the first article."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from briefing.app import collector
from tests.app.conftest import Open, reader, until
from tests.app.example import ExampleEngine


@pytest.fixture(autouse=True)
def at_rest() -> Iterator[None]:
    """Begin as the app does, and leave the collector as it was."""
    threshold, frozen = gc.get_threshold(), gc.get_freeze_count()
    collector.rest()
    yield
    gc.enable()
    gc.unfreeze()
    gc.set_threshold(*threshold)
    if frozen:
        gc.collect()
        gc.freeze()


class StoppedEngine(ExampleEngine):
    """Takes until the reader gives up."""

    def briefing(self, article, progress):
        while True:
            progress(0.5)


def test_what_there_is_by_then_is_left_alone() -> None:
    assert not gc.isenabled()
    collector.work()
    assert gc.isenabled()
    before = gc.get_freeze_count()
    assert before > 10_000
    kept = [[] for _ in range(100)]
    collector.work()
    assert gc.get_freeze_count() <= before, kept


async def test_it_works_again_after_the_first_briefing(opened: Open) -> None:
    async with opened() as pilot:
        await until(pilot, gc.isenabled)


async def test_it_works_again_when_the_first_article_is_given_up(opened: Open) -> None:
    async with opened(engine=StoppedEngine(), extracted=False) as pilot:
        await until(pilot, lambda: reader(pilot).document.share == 0.5)
        assert not gc.isenabled()
        await pilot.press("escape")
        await until(pilot, gc.isenabled)


async def test_it_works_again_when_nothing_can_be_read(opened: Open) -> None:
    async with opened("missing.txt", extracted=False) as pilot:
        await until(pilot, gc.isenabled)
