"""Filling the library: each entry of a feed is an article, and one that cannot be read stops none of the others."""

from __future__ import annotations

from pathlib import Path

from briefing.library import Library
from briefing.library.adding import add
from tests.sources import pages


def test_each_entry_of_a_feed_is_added(tmp_path: Path) -> None:
    feed, page, missing = tmp_path / "feed.xml", tmp_path / "page.html", tmp_path / "missing.txt"
    feed.write_bytes(pages.feed())
    page.write_bytes(pages.tables_of_2005())
    with Library(tmp_path / "library.db") as library:
        outcomes = list(add(library, map(str, (feed, missing, page)), models=False))
        titles = {entry.title for entry in library.entries()}
    assert [outcome.added is not None for outcome in outcomes] == [True, True, False, False, True]
    assert [outcome.source for outcome in outcomes[:2]] == [
        "https://vestnik.example/bridges",
        "https://vestnik.example/ferry",
    ]
    assert "has no text" in (outcomes[2].error or "")
    assert "no such file" in (outcomes[3].error or "")
    assert titles == {pages.TITLE, "Паромщики подняли цены"}
