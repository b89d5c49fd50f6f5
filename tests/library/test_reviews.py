from __future__ import annotations

from pathlib import Path

from briefing.library import Library, reviews


def test_a_review_is_kept_by_the_articles_content(library: Library, tmp_path: Path) -> None:
    assert reviews.text(library, "a1", ("story.txt",)) == ""
    reviews.keep(library, "a1", "story.txt", "x = 1\n")
    reviews.keep(library, "b2", "other.txt", "y = 1\n")
    reviews.keep(library, "a1", "story.txt", "x = 2\n")
    assert reviews.text(library, "a1") == "x = 2\n"
    with Library(library.path) as again:
        assert reviews.text(again, "b2") == "y = 1\n"


def test_an_edited_article_has_the_review_of_its_source(library: Library) -> None:
    reviews.keep(library, "a1", "story.txt", "x = 1\n")
    assert reviews.text(library, "a9", ("story.txt",)) == "x = 1\n"
    reviews.keep(library, "a9", "story.txt", "x = 9\n")
    assert reviews.text(library, "a9", ("story.txt",)) == "x = 9\n"
    assert reviews.text(library, "a1", ("story.txt",)) == "x = 1\n"
    assert reviews.text(library, "c3") == ""


def test_of_the_states_of_an_article_the_newest_review_goes_on(library: Library) -> None:
    for article in ("b2", "c3", "a1"):
        reviews.keep(library, article, "https://example.org", f"title = '{article}'\n")
        assert reviews.text(library, "d4", ("https://example.org",)) == f"title = '{article}'\n"
    reviews.keep(library, "c3", "https://example.org", "title = 'again'\n")
    assert reviews.text(library, "d4", ("https://example.org",)) == "title = 'again'\n"
