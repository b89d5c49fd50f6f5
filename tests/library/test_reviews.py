from __future__ import annotations

from pathlib import Path

from briefing.library import Library, reviews


def test_a_review_is_kept_by_the_articles_content(library: Library, tmp_path: Path) -> None:
    assert reviews.text(library, "a1", "story.txt") == ""
    reviews.keep(library, "a1", "story.txt", "x = 1\n")
    reviews.keep(library, "b2", "other.txt", "y = 1\n")
    reviews.keep(library, "a1", "story.txt", "x = 2\n")
    assert reviews.text(library, "a1") == "x = 2\n"
    with Library(library.path) as again:
        assert reviews.text(again, "b2") == "y = 1\n"


def test_an_edited_article_has_the_review_of_its_source(library: Library) -> None:
    reviews.keep(library, "a1", "story.txt", "x = 1\n")
    assert reviews.text(library, "a9", "story.txt") == "x = 1\n"
    reviews.keep(library, "a9", "story.txt", "x = 9\n")
    assert reviews.text(library, "a9", "story.txt") == "x = 9\n"
    assert reviews.text(library, "a1", "story.txt") == "x = 1\n"
    assert reviews.text(library, "c3", "") == ""
