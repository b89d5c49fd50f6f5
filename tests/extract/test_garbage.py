"""What extraction works on is gone when it returns: it leaves no cycles for the collector to find."""

from __future__ import annotations

import gc

import pytest

from briefing import sources
from briefing.extract import extract


@pytest.mark.parametrize("place", range(len(sources.samples())))
def test_extraction_leaves_no_cycles(place: int) -> None:
    article = sources.read(str(sources.samples()[place]))
    extract(article, models=False)
    gc.collect()
    gc.disable()
    try:
        extract(article, models=False)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_the_collector_works_again_after_extraction() -> None:
    extract(sources.article("Мэр Анна Ким сказала: «Мост построят в мае».", "text"), models=False)
    assert gc.isenabled()


def test_a_collector_at_rest_stays_at_rest() -> None:
    gc.disable()
    try:
        extract(sources.article("“We will rebuild the bridge,” Anna Kim said.", "text"))
        assert not gc.isenabled()
    finally:
        gc.enable()
