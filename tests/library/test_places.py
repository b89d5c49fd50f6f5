"""Where the library says that its articles are, whatever folder it is asked from."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.library import Library, LibraryError
from briefing.library.adding import add
from briefing.library.keeping import keeper, review_of
from briefing.library.refreshing import refresh
from briefing.review import Review, Reviewed, apply, changes
from briefing.sources import read

STORY = (
    "Мельницу в Ольховке починят осенью\n\n"
    "Ольховка, 5 марта 2025. На ремонт мельницы выделили 12 млн рублей, сказала хозяйка мельницы Вера Сомова.\n"
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, with a story in a folder below it."""
    (tmp_path / "here" / "wire").mkdir(parents=True)
    (tmp_path / "there").mkdir()
    (tmp_path / "here" / "wire" / "mill.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


def as_typed(library: Library, source: str = "wire/mill.txt") -> int:
    """Add the story as older versions did, and return its number."""
    from briefing import __version__
    from briefing.extract import extract

    article = read("wire/mill.txt").model_copy(update={"source": source})
    return library.add(extract(article, models=False), __version__).entry.number


def decided(library: Library, number: int) -> Review:
    """Accept the first item of an article, and return its review."""
    briefing = library.briefing(number)
    kept = keeper(briefing.article, library.path)
    state: Reviewed = apply(briefing, kept.load())
    review = changes.decide(state, state.items[0], "accepted")
    kept.save(review)
    return review


def test_a_file_is_known_by_its_path_from_any_folder(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library(here / "library.db") as library:
        [outcome] = add(library, ["wire/mill.txt"])
        assert outcome.source == "wire/mill.txt"
        assert outcome.added is not None
        number = outcome.added.entry.number
        path = str(here / "wire" / "mill.txt")
        assert outcome.added.entry.source == library.briefing(number).article.source == path
        assert library.find("wire/mill.txt").number == library.find(path).number == number
        review = decided(library, number)
        monkeypatch.chdir(here.parent / "there")
        assert review_of(library.briefing(number).article, library.path) == review
        assert library.find("../here/wire/mill.txt").number == number
        (here / "wire" / "mill.txt").unlink()
        monkeypatch.chdir(here / "wire")
        assert library.find("mill.txt").number == number


def test_files_that_an_older_library_has_as_they_were_typed_are_found(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library(here / "library.db") as library:
        number = as_typed(library)
        assert library.find("wire/mill.txt").number == number
        monkeypatch.chdir(here.parent / "there")
        assert library.find(str(here / "wire" / "mill.txt")).number == number
        assert library.find("wire/mill.txt").number == number
        with pytest.raises(LibraryError):
            library.find(str(here / "wire" / "will.txt"))


def test_what_an_older_library_has_gets_its_path_once_its_file_is_added_again(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library(here / "library.db") as library:
        number = as_typed(library)
        review = decided(library, number)
        monkeypatch.chdir(here.parent / "there")
        [outcome] = add(library, ["../here/wire/mill.txt"])
        assert outcome.added is not None
        assert (outcome.added.is_new, outcome.added.entry.source) == (False, str(here / "wire" / "mill.txt"))
        assert review_of(library.briefing(number).article, library.path) == review


def test_what_an_older_library_has_gets_its_path_with_a_new_briefing(here: Path) -> None:
    with Library(here / "library.db") as library:
        number = as_typed(library)
        with library.change() as db:
            db.execute("UPDATE articles SET engine = ''")
        assert sum(refresh(library)) == 1
        assert library.find(str(number)).source == str(here / "wire" / "mill.txt")


def test_another_file_of_the_same_name_is_not_taken_for_it(here: Path) -> None:
    (here / "mill.txt").write_text("Паром вернётся в мае\n\nПаром починят.\n", encoding="utf-8")
    with Library(here / "library.db") as library:
        number = as_typed(library, "mill.txt")
        with library.change() as db:
            db.execute("UPDATE articles SET engine = ''")
        assert sum(refresh(library)) == 1
        assert library.find(str(number)).source == "mill.txt"


def test_a_file_that_was_moved_is_known_by_its_new_place(here: Path) -> None:
    with Library(here / "library.db") as library:
        list(add(library, ["wire/mill.txt"]))
        (here / "wire" / "mill.txt").rename(here / "mill.txt")
        [outcome] = add(library, ["mill.txt"])
        assert outcome.added is not None
        assert outcome.added.entry.source == str(here / "mill.txt")


def test_a_copy_does_not_take_the_place_of_a_file_that_is_there(here: Path) -> None:
    (here / "copy.txt").write_text(STORY, encoding="utf-8")
    with Library(here / "library.db") as library:
        list(add(library, ["wire/mill.txt", "copy.txt"]))
        assert [entry.source for entry in library.entries()] == [str(here / "wire" / "mill.txt")]
