"""Where a review is kept: beside its article, or in the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.extract import extract
from briefing.library import Library, LibraryError, keeping
from briefing.library.across import agenda, figures, who
from briefing.library.adding import add, expand
from briefing.library.keeping import keeper, review_file, review_of
from briefing.library.query import parse
from briefing.library.record import record
from briefing.model import Briefing
from briefing.review import Layer, Review, Reviewed, apply, changes
from briefing.review.file import ReviewError, dumps
from briefing.sources import article, read, samples

MILL = (
    "Мельницу в Ольховке починят осенью\n\n"
    "Ольховка, 5 марта 2025. На ремонт мельницы выделили 12 млн рублей.\n\n"
    "«Крышу уже перекрыли», — сказала хозяйка мельницы Вера Сомова.\n\n"
    "Глава района поручил открыть мельницу до конца апреля 2026 года.\n"
)
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


def mill(source: str = "https://example.org/mill") -> Briefing:
    return extract(article(MILL, source), models=False)


def counts(library: Library) -> tuple[int, int, int]:
    """Return how many actions are due, what Somova said, and in how many groups there are figures."""
    sayings = sum(len(profile.sayings) for profile in who(library, "Сомова"))
    return len(agenda(library, "2025-01-01")), sayings, len(figures(library, parse("ремонт")))


def dismissed(reviewed: Reviewed, *layers: Layer) -> Review:
    """Dismiss all actions and figures, and the first of the other layers."""
    review = reviewed.review
    for layer in layers:
        items = reviewed.layer(layer)
        for item in items if layer in ("actions", "figures") else items[:1]:
            review = review.put(changes.decide(reviewed, item, "dismissed").by_key[item.key])
    return review


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


def test_the_file_goes_when_everything_was_taken_back(make: Make, tmp_path: Path, shelf: Path) -> None:
    path, beside = tmp_path / "story.txt", tmp_path / "story.briefing.toml"
    path.write_text("x", encoding="utf-8")
    briefing = story(make, str(path))
    kept = keeper(briefing.article, shelf)
    kept.save(accepted(briefing))
    assert kept.save(Review()).review == Review()
    assert not beside.exists()
    assert kept.look(Review()).theirs is None
    # Once more, and with what was decided on the same text elsewhere: it must not come back.
    keeper(story(make, "https://example.org/a").article, shelf).save(accepted(briefing))
    kept.save(accepted(briefing, "снова"))
    kept.save(Review())
    assert review_of(briefing.article, shelf) == Review()
    assert "Порт" not in beside.read_text(encoding="utf-8")


def test_a_date_that_was_stated_is_taken_back_in_the_library_too(shelf: Path) -> None:
    undated = extract(
        article("Порт закрыли на два дня.\n\nСуда ждут до пятницы.", "https://example.org/a"), models=False
    )
    with Library(shelf) as library:
        number = library.add(undated, "1").entry.number
    kept = keeper(undated.article, shelf)
    for date in ("2026-02-03", ""):
        kept.save(Review(date=date))
        with Library(shelf) as library:
            assert library.briefing(number).article.date == (date or None)


def test_in_the_library_nothing_is_kept_over_what_stands_beside(
    make: Make, tmp_path: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "story.txt"
    path.write_text("x", encoding="utf-8")
    briefing = story(make, str(path))
    keeper(briefing.article, shelf).save(accepted(briefing))
    monkeypatch.setattr(keeping, "can_write", lambda _: False)
    kept = keeper(briefing.article, shelf)
    assert kept.load() == accepted(briefing)
    kept.save(Review())
    assert review_of(briefing.article, shelf) == Review()


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


def test_a_file_that_appears_later_is_put_together_with_what_the_library_has(
    tmp_path: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "story.txt"
    path.write_text("x", encoding="utf-8")
    briefing = mill(str(path))
    first, second, third = apply(briefing, Review()).items[:3]
    with monkeypatch.context() as patch:
        patch.setattr(keeping, "can_write", lambda _: False)
        kept = keeper(briefing.article, shelf)
        kept.load()
        kept.save(changes.decide(apply(briefing, accepted(briefing, "моё")), third, "accepted"))
    theirs = changes.decide(apply(briefing, accepted(briefing, "их")), second, "dismissed")
    (tmp_path / "story.briefing.toml").write_text(dumps(theirs, briefing.article), encoding="utf-8")
    kept = keeper(briefing.article, shelf)
    both = kept.load()
    assert [both.by_key[item.key].state for item in (first, second, third)] == ["accepted", "dismissed", "accepted"]
    assert both.by_key[first.key].comment == "их"
    # What is taken back afterwards does not come back from the library.
    kept.save(both.without(third.key))
    assert review_of(briefing.article, shelf) == theirs


def test_what_was_kept_of_a_page_with_the_same_words_stays_its_own(make: Make, tmp_path: Path, shelf: Path) -> None:
    page = story(make, "https://example.org/a")
    kept = keeper(page.article, shelf)
    kept.load()
    kept.save(accepted(page))
    path = tmp_path / "story.txt"
    path.write_text("x", encoding="utf-8")
    file = keeper(story(make, str(path)).article, shelf)
    assert file.load() == accepted(page)
    file.save(Review())
    assert review_of(page.article, shelf) == accepted(page)


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


def test_what_was_changed_by_hand_reaches_the_library(tmp_path: Path, shelf: Path) -> None:
    path = tmp_path / "mill.txt"
    path.write_text(MILL, encoding="utf-8")
    briefing = extract(read(str(path)), models=False)
    with Library(shelf) as library:
        library.add(briefing, "1")
        assert counts(library)[:2] == (1, 1)
    file = tmp_path / "mill.briefing.toml"
    reviewed = apply(briefing, Review())
    file.write_text(dumps(dismissed(reviewed, "quotes", "actions"), briefing.article), encoding="utf-8")
    kept = keeper(briefing.article, shelf)
    kept.look(kept.load())
    with Library(shelf) as library:
        assert counts(library)[:2] == (0, 0)
    file.write_text(dumps(dismissed(reviewed, "quotes"), briefing.article), encoding="utf-8")
    with Library(shelf) as library:
        list(add(library, [str(path)]))
        assert counts(library)[:2] == (1, 0)
    file.unlink()
    kept = keeper(briefing.article, shelf)
    kept.look(kept.load())
    with Library(shelf) as library:
        assert counts(library)[:2] == (1, 1)


def test_what_is_dismissed_is_asked_of_no_more(shelf: Path) -> None:
    briefing = mill()
    with Library(shelf) as library:
        library.add(briefing, "1")
        before = library.entries()[0]
        assert counts(library) == (1, 1, 1)
    kept = keeper(briefing.article, shelf)
    reviewed = apply(briefing, kept.load())
    kept.save(dismissed(reviewed, "facts", "quotes", "actions", "figures"))
    with Library(shelf) as library:
        assert counts(library) == (0, 0, 0)
        after = library.entries()[0]
        assert (after.facts, after.quotes, after.actions) == (
            before.facts - 1,
            before.quotes - 1,
            before.actions - len(briefing.actions),
        )
        library.replace([(1, record(briefing, "2"))])
        assert counts(library) == (0, 0, 0)
        assert library.entries()[0] == after
    kept.save(Review())
    with Library(shelf) as library:
        assert counts(library) == (1, 1, 1)
        assert library.entries()[0] == before


@pytest.mark.parametrize("source", ["mill.txt", "https://example.org/mill"])
def test_what_was_decided_before_an_article_was_added(
    shelf: Path, tmp_path: Path, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    briefing = mill(source)
    if source == "mill.txt":
        (tmp_path / source).write_text(MILL, encoding="utf-8")
    kept = keeper(briefing.article, shelf)
    reviewed = apply(briefing, kept.load())
    kept.save(dismissed(reviewed, "quotes", "actions"))
    with Library(shelf) as library:
        [outcome] = add(library, [briefing.article])
        assert outcome.added is not None
        assert counts(library) == (0, 0, 1)


def test_a_hand_that_changes_the_file_is_followed_when_it_is_next_kept(make: Make, tmp_path: Path, shelf: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("x", encoding="utf-8")
    briefing = story(make, str(path))
    with Library(shelf) as library:
        library.add(briefing, "1")
    other, kept = (keeper(briefing.article, tmp_path / name / "library.db") for name in ("elsewhere", "shelf"))
    mine = kept.load()
    reviewed = apply(briefing, other.load())
    other.save(changes.done(reviewed, reviewed.item("actions", "a1"), True))
    looked = kept.look(mine)
    kept.save(looked.review)
    with Library(shelf) as library:
        assert agenda(library, "2025-01-01") == []


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
