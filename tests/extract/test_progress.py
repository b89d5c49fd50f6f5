"""How far the work on an article is, told while it goes on, and how it is ended."""

from __future__ import annotations

import pytest

from briefing import sources
from briefing.extract import extract

TEXT = "Мост в Ольховке\n\n" + "\n\n".join(
    f"Мастер номер {n} обещает покрасить опоры до {n} мая. «Краска есть», — сказал он." for n in range(1, 20)
)


class _EnoughError(Exception):
    pass


def test_shares_grow_to_nearly_the_whole() -> None:
    shares: list[float] = []
    briefing = extract(sources.article(TEXT, "bridge.txt"), models=False, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[0] > 0
    assert 0.8 < shares[-1] <= 1
    assert len(shares) > 20
    assert briefing == extract(sources.article(TEXT, "bridge.txt"), models=False)


def test_what_is_raised_there_ends_the_work() -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise _EnoughError

    with pytest.raises(_EnoughError):
        extract(sources.article(TEXT, "bridge.txt"), models=False, progress=stop)
