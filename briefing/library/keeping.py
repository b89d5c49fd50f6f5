"""Where the review of an article is kept: beside its file where that folder can be written, else in the library."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from briefing.library import reviews
from briefing.library.entry import Entry
from briefing.library.errors import LibraryError
from briefing.library.store import Library
from briefing.model import Article
from briefing.review import apply, changes
from briefing.review.decisions import Review
from briefing.review.file import ReviewError, article_of, dumps, loads
from briefing.review.keeping import BesideArticle, Keeper, Kept, Medium, can_write, path_beside
from briefing.review.merging import merge
from briefing.sources import SourceError, read, samples
from briefing.sources.files import is_address, located
from briefing.sources.formats import sniff

_HEAD = 8192


def keeper(article: Article, library: Path, *, same_text: bool = False) -> Keeper:
    """Return what keeps the review of an article; ``library`` is the file of a library that need not be there yet.

    Of a web page, standard input, an entry of a feed, a sample and a file that is gone, it is the library. Where one
    place has no review yet, the other's is read, and what the library was given while a folder could not be written
    goes to the file as soon as it can be: nothing that was decided is lost.
    With ``same_text``, the file or its review must be of this very article: the name alone came from elsewhere.
    """
    beside = review_file(article)
    if beside is not None and same_text and not _is_of(article, beside):
        return ShelvedKeeper(article, InLibrary(library, article, ()), library)
    shelf = InLibrary(library, article)
    if beside is None:
        return ShelvedKeeper(article, shelf, library)
    file = BesideArticle(beside)
    medium = _FileFirst(file, shelf) if can_write(beside) else _Either(shelf, file.read)
    return ShelvedKeeper(article, medium, library)


def at_home(article: Article) -> Article:
    """Return an article with the path of its file, where its source leads to that from here.

    What an older library or somebody else calls «story.txt» may be another file in this folder.
    """
    path = located(article.source)
    if path == article.source or not _is_of(article, path_beside(Path(path))):
        return article
    return article.model_copy(update={"source": path})


def _is_of(article: Article, review: Path) -> bool:
    """Whether the review beside a file, or else the file as it is now, is of this very article."""
    try:
        return article_of(BesideArticle(review).read()) == article.id or read(article.source).id == article.id
    except (SourceError, ReviewError):
        return False


def tell(library: Path, article: Article, review: Review, *, unstated: bool = False) -> None:
    """Let a library that has the article answer by this review what is asked across articles.

    A review that no longer states a date (``unstated``) leaves the article its own.

    Raises:
        LibraryError: the library cannot be used.
    """
    if not library.exists():
        return
    with Library(library) as opened:
        if entry := opened.by_id(article.id):
            if review.date or unstated:
                # It loads extraction, which the lists of the app would wait for.
                from briefing.library.completing import restate

                restate(opened, entry, {"date": review.date or article.date})
            _heed(opened, entry.number, review, "" if review.is_blank else dumps(review, article))


def _heed(library: Library, number: int, review: Review, text: str) -> None:
    if library.review(number) == text:
        return
    # Their models take as long to build as those of a briefing, and the lists of the app would wait for them.
    from briefing.library.record import rows
    from briefing.review.record import checked

    with library.change():
        reviewed = apply(library.briefing(number), review)
        made = rows(checked(reviewed))
        before = loads(library.review(number), library.path.name)
        reopened = [key for key, each in before.by_key.items() if each.done and key in reviewed.by_key]
        done = {reviewed.by_key[key].item.id: False for key in reopened} | made.done
        library.index(number, made, text, done)


def follow(library: Library, entry: Entry) -> None:
    """Let an article that was added to the library have there what has been decided on it, and changed by hand since.

    Raises:
        LibraryError: the library cannot be used.
    """
    file = Path(entry.source)
    beside = os.path.isfile(file) and (path_beside(file).exists() or library.review(entry.number))
    if beside or reviews.has(library, entry.id, reviews.names_of(entry.source)):
        article = library.briefing(entry.number).article
        # Whoever opens the article is told what is wrong with a review.
        with suppress(ReviewError):
            tell(library.path, article, review_of(article, library.path))


def mark_done(library: Library, number: int, action: str, *, done: bool) -> None:
    """Note in the review of an article of the library, and in the library, that an action is done, or open again.

    Raises:
        LibraryError: the library or the review cannot be used.
    """
    briefing = library.briefing(number)
    kept = keeper(briefing.article, library.path)
    try:
        reviewed = apply(briefing, kept.load())
        kept.save(changes.done(reviewed, reviewed.item("actions", action), done))
    except ReviewError as error:
        raise LibraryError(error) from error
    # The library may think otherwise of it than the review did.
    library.mark_done(number, action, done=done)


class ShelvedKeeper(Keeper):
    """A keeper that tells the library of the review."""

    def __init__(self, article: Article, medium: Medium, library: Path) -> None:
        """Name the article, the place of its review and the library's file."""
        super().__init__(article, medium)
        self.library = library
        self._told: Review | None = None

    def look(self, review: Review) -> Kept:
        """Look as `Keeper.look` does; the library hears what was changed while nobody looked.

        Raises:
            ReviewError: what is there cannot be read, or the library cannot be told.
        """
        kept = super().look(review)
        self._tell()
        return kept

    def save(self, review: Review) -> Kept:
        """Keep a review as `Keeper.save` does.

        Raises:
            ReviewError: it cannot be kept, or was kept and the library cannot be told.
        """
        kept = super().save(review)
        self._tell()
        return kept

    def _tell(self) -> None:
        if self._told == self.last:
            return
        try:
            unstated = self._told is not None and bool(self._told.date) and not self.last.date
            tell(self.library, self.article, self.last, unstated=unstated)
        except LibraryError as error:
            raise ReviewError(error) from error
        self._told = self.last


def review_of(article: Article, library: Path) -> Review:
    """Return the review of an article as it is kept.

    Raises:
        ReviewError: it cannot be read.
    """
    return keeper(article, library).load()


def review_file(article: Article) -> Path | None:
    """Return the file beside the article where its review belongs, whether or not it is there; None for the library."""
    path = Path(article.source)
    try:
        if is_address(article.source) or not path.is_file() or path.resolve() in samples():
            return None
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except (OSError, ValueError):
        return None
    return None if sniff(head, path.name) == "feed" else path_beside(path)


class InLibrary:
    """The review of an article in a library, which is made when there is something to write."""

    def __init__(self, path: Path, article: Article, names: tuple[str, ...] | None = None) -> None:
        """Name the library's file and the article, and by what names an edited state of it finds the review too."""
        self.path = path
        self.article = article
        self.names = reviews.names_of(article.source) if names is None else names

    @property
    def name(self) -> str:
        """The library and the article in it."""
        return f"{self.path}, review of {self.article.source}"

    def read(self) -> str:
        """Return the text of the review."""
        if not self.path.exists():
            return ""
        return self._ask(lambda library: reviews.text(library, self.article.id, self.names))

    def of_source(self) -> str:
        """Return the text of the review that was kept under the article's name."""
        return self._ask(lambda library: reviews.of_source(library, self.names)) if self.path.exists() else ""

    def give_up(self) -> None:
        """Let go of that."""
        self._ask(lambda library: reviews.give_up(library, self.names))

    def write(self, text: str) -> None:
        """Keep the text."""
        source = next(iter(self.names), "")
        self._ask(lambda library: reviews.keep(library, self.article.id, source, text))

    def _ask(self, question: Callable[[Library], str | None]) -> str:
        try:
            with Library(self.path) as library:
                return question(library) or ""
        except LibraryError as error:
            raise ReviewError(error) from error


class _Either:
    """A place, and what is read while nothing is in it."""

    def __init__(self, medium: InLibrary, other: Callable[[], str]) -> None:
        self._medium = medium
        self._other = other

    @property
    def name(self) -> str:
        return self._medium.name

    def read(self) -> str:
        return self._medium.read() or self._other()

    def write(self, text: str) -> None:
        # An empty text would let the other be read again.
        self._medium.write(text or dumps(Review(), self._medium.article))


class _FileFirst:
    """The file beside an article, and what the library was given under its name while there was no such file.

    Where both have a review they are put together, the file's going first where they differ; what has been written to
    the file the library lets go of, so that nothing comes back that was taken back since.
    """

    def __init__(self, file: BesideArticle, shelf: InLibrary) -> None:
        self._file = file
        self._shelf = shelf

    @property
    def name(self) -> str:
        return self._file.name

    def read(self) -> str:
        beside = self._file.read()
        if not beside:
            return self._shelf.read()
        if not (shelved := self._shelf.of_source()):
            return beside
        both = merge(Review(), loads(beside, self._file.name), loads(shelved, self._shelf.name))
        return dumps(both.review, self._shelf.article)

    def write(self, text: str) -> None:
        self._file.write(text)
        if self._shelf.of_source():
            self._shelf.give_up()
        if not text and self._shelf.read():
            # What was decided on the same text elsewhere would be read in the place of nothing.
            self._file.write(dumps(Review(), self._shelf.article))
