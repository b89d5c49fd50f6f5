"""Where a review is kept: beside its article, or in the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.library import Library, LibraryError, keeping
from briefing.library.across import agenda
from briefing.library.adding import expand
from briefing.library.keeping import keeper, review_file, review_of
from briefing.model import Briefing
from briefing.review import Review, apply, changes
from briefing.review.file import ReviewError
from briefing.sources import samples

Make = Callable[..., Briefing]


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return tmp_path / "shelf" / "library.db"


def accepted(briefing: Briefing, comment: str = "") -> Review:
    reviewed = apply(briefing, Review())
    review = changes.decide(reviewed, reviewed.items[0], "accepted")
    return changes.comment(apply(briefing, review), apply(briefing, review).items[0], comment)


def story(make: Make, source: str, body: str = "Порт закрыли на два дня. Суда ждут.") -> Briefing:
    return make(body, source=source, actions=[("Порт закрыли на два дня", "2025-12")])


def test_beside_a_file_whose_folder_can_be_written(make: Make, tmp_path: Path, shelf: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("x", encoding="utf-8")
    briefing = story(make, str(path))
    kept = keeper(briefing.article, shelf)
    kept.load()
    kept.save(accepted(briefing))
    assert (tmp_path / "story.briefing.toml").exists()
    assert not shelf.exists()
    assert review_of(briefing.article, shelf) == accepted(briefing)
    assert [Path(found).name for found in expand([str(tmp_path)])] == ["story.txt"]


@pytest.mark.parametrize("source", ["https://example.org/a", "-", "gone.txt", "a\0b"])
def test_in_the_library_otherwise(make: Make, shelf: Path, source: str) -> None:
    briefing = story(make, source)
    kept = keeper(briefing.article, shelf)
    assert kept.load() == Review()
    assert not shelf.exists()
    kept.save(accepted(briefing))
    assert review_of(briefing.article, shelf) == accepted(briefing)
    edited = story(make, source, "Порт закрыли на два дня. Суда пока ждут.")
    expected = Review() if source == "-" else accepted(briefing)
    assert review_of(edited.article, shelf) == expected


def test_of_feeds_and_samples_in_the_library(make: Make, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text('<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', encoding="utf-8")
    assert review_file(story(make, str(feed)).article) is None
    assert review_file(story(make, str(samples()[0])).article) is None


def test_a_folder_that_cannot_be_written(
    make: Make, tmp_path: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "story.txt"
    path.write_text("x", encoding="utf-8")
    briefing = story(make, str(path))
    first = keeper(briefing.article, shelf)
    first.load()
    first.save(accepted(briefing))
    beside = (tmp_path / "story.briefing.toml").read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(keeping, "can_write", lambda _: False)
        kept = keeper(briefing.article, shelf)
        # What stands beside it can still be read, and goes on in the library.
        assert kept.load() == accepted(briefing)
        kept.save(accepted(briefing, "дальше"))
        assert review_of(briefing.article, shelf) == accepted(briefing, "дальше")
    assert (tmp_path / "story.briefing.toml").read_bytes() == beside
    (tmp_path / "story.briefing.toml").unlink()
    assert review_of(briefing.article, shelf) == accepted(briefing, "дальше")


def test_a_library_that_cannot_be_used_is_one_sentence(make: Make, tmp_path: Path) -> None:
    broken = tmp_path / "library.db"
    broken.write_bytes(b"no database" * 100)
    with pytest.raises(ReviewError, match=r"library\.db"):
        review_of(story(make, "-").article, broken)


def test_the_agenda_of_the_library_follows(make: Make, shelf: Path) -> None:
    briefing = story(make, "gone.txt")
    with Library(shelf) as library:
        library.add(briefing, "1")
    kept = keeper(briefing.article, shelf)
    reviewed = apply(briefing, kept.load())
    done = changes.done(reviewed, reviewed.item("actions", "a1"), True)
    for review, expected in ((done, 0), (Review(), 1), (done, 0)):
        kept.save(review)
        with Library(shelf) as library:
            assert len(agenda(library, "2025-01-01")) == expected


def test_what_is_done_on_the_agenda_is_done_in_the_review(make: Make, shelf: Path, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("x", encoding="utf-8")
    briefing = story(make, str(path))
    with Library(shelf) as library:
        number = library.add(briefing, "1").entry.number
        for done in (True, False, True):
            keeping.mark_done(library, number, "a1", done=done)
            assert len(agenda(library, "2025-01-01")) == (not done)
            reviewed = apply(briefing, review_of(briefing.article, shelf))
            assert reviewed.item("actions", "a1").decision.done == done
        (tmp_path / "story.briefing.toml").write_text("?", encoding="utf-8")
        with pytest.raises(LibraryError, match=r"story\.briefing\.toml, line 1"):
            keeping.mark_done(library, number, "a1", done=False)
