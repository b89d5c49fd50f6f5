"""The library as the app sees it: pages of the list, stored articles, and questions that threads ask it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, overload

from briefing.app.engine import ReadError
from briefing.app.screens.document import Document
from briefing.app.words import spoken

if TYPE_CHECKING:
    from briefing.library import Entry, Library
    from briefing.library.refreshing import Background
    from briefing.model import Article, Briefing

_Answer = TypeVar("_Answer")


class Shelf:
    """A library in a file that may not be there yet; without a path there is none and never will be.

    The app's own thread asks by the methods named after what they return, any other thread by `ask`. ``renews`` lets
    `begin` have briefings that are missing or of another version made in the background.
    """

    def __init__(self, path: Path | None, *, renews: bool = False) -> None:
        self.path = path
        self._renews = renews
        self._connection: Library | None = None
        self._background: Background | None = None

    @property
    def _library(self) -> Library | None:
        """The app's own connection, from the moment that there is a library."""
        if self._connection is None and self.path is not None and self.path.exists():
            from briefing.library import Library

            self._connection = Library(self.path)
        return self._connection

    def begin(self) -> None:
        """Begin with what the library has to have done in the background, or begin again with what came since."""
        from briefing.library.errors import LibraryError

        with suppress(LibraryError):
            if self._background is not None:
                self._background.begin()
            elif self._renews and self._library is not None:
                from briefing.library.refreshing import Background

                self._background = Background(self._library)

    def left(self) -> int:
        """Return how many briefings are still being made in the background."""
        return self._background.left() if self._background is not None else 0

    def close(self) -> None:
        """Stop what is done in the background, and let go of the file."""
        if self._background is not None:
            self._background.close()
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def ask(self, question: Callable[[Library], _Answer]) -> _Answer | None:
        """Return the answer to a question over a connection of its own, None where there is no library.

        Raises:
            LibraryError: the library cannot be used, or the question makes no sense.
        """
        if self.path is None or not self.path.exists():
            return None
        from briefing.library import Library

        with Library(self.path) as library:
            return question(library)

    def is_empty(self) -> bool:
        """Return whether there is nothing to list; a library that cannot be used is not empty but has something to say.

        Costs less than the count of a large library.
        """
        from briefing.library.errors import LibraryError

        try:
            library = self._library
            return library is None or not library.entries(limit=1, order="added")
        except LibraryError:
            return False

    def version(self) -> int:
        """Return a number that is another one when somebody else has changed the library, 0 while there is none."""
        from briefing.library.errors import LibraryError

        try:
            library = self._library
            return 0 if library is None else library.version()
        except LibraryError:
            return 0

    def entries(self, numbers: Sequence[int]) -> dict[int, Entry]:
        """Return these articles as the list shows them, by number; none from a library that cannot be used."""
        from briefing.library.errors import LibraryError

        try:
            library = self._library
            return {} if library is None else library.entries_of(numbers)
        except LibraryError:
            return {}

    def search(self, words: str, most: int) -> list[Entry]:
        """Return the articles that have these words, the best first; over a connection of its own, in any thread.

        Words that make no sense, and a library that cannot be used, find nothing.
        """
        from briefing.library.errors import LibraryError

        def find(library: Library) -> list[Entry]:
            from briefing.library.query import parse
            from briefing.library.search import find

            return find(library, parse(words, as_typed=True), most)

        try:
            return (self.ask(find) if words.strip() else None) or []
        except LibraryError:
            return []

    def preview(self, number: int) -> tuple[Entry, Briefing] | None:
        """Return a stored article with its briefing as it was reviewed; over connections of its own, in any thread.

        None where the library does not have it or cannot be used; a review that cannot be read changes nothing.
        """
        from briefing.library.errors import LibraryError

        try:
            found = self.ask(lambda library: (library.entry(number), library.briefing(number)))
        except LibraryError:
            return None
        entry, briefing = found or (None, None)
        if entry is None or briefing is None or self.path is None:
            return None
        from briefing.library.keeping import review_of
        from briefing.review import apply
        from briefing.review.file import ReviewError
        from briefing.review.record import checked

        with suppress(ReviewError):
            briefing = checked(apply(briefing, review_of(briefing.article, self.path)))
        return entry, briefing

    def keep(self, briefing: Briefing) -> None:
        """Put an article that is being read into the library, which is made where there is none yet.

        Over a connection of its own.

        Raises:
            LibraryError: the library cannot be written.
        """
        if self.path is None:
            return
        from briefing import __version__
        from briefing.library import Library

        with Library(self.path) as library:
            if library.by_id(briefing.article.id) is None:
                library.mark_read(library.add(briefing, __version__).entry.number)

    def note_read(self, identity: str) -> None:
        """Note that an article is being read, where the library has it; over a connection of its own, in any thread."""
        from briefing.library.errors import LibraryError

        def note(library: Library) -> None:
            entry = library.by_id(identity)
            if entry is not None and not entry.read:
                library.mark_read(entry.number)

        # A library that cannot be used or written hinders nobody from reading.
        with suppress(LibraryError):
            self.ask(note)

    def mark_done(self, number: int, action: str, *, done: bool) -> None:
        """Note that an action is done, or open again, in the article's review too.

        Raises:
            LibraryError: the library or the review cannot be written.
        """
        from briefing.library.keeping import mark_done

        library = self._library
        if library is not None:
            mark_done(library, number, action, done=done)

    def document(self, number: int) -> Document:
        """Return a stored article as something to open: a briefing that it has is read, not made again."""
        entry = self.entries([number]).get(number)
        where, identity = (entry.source, entry.id) if entry is not None else ("", "")
        return Document(where, number=number, identity=identity, stored=partial(self._stored, number))

    def _stored(self, number: int) -> tuple[Article, Briefing | None]:
        """Return an article of the library and its briefing, None while that is still to be made."""
        from briefing.library.errors import LibraryError

        library = self._library
        try:
            if library is None:
                raise LibraryError("{path}: there is no such library", path=self.path)
            briefing, is_made = library.briefing(number), library.is_made(number)
        except LibraryError as error:
            raise ReadError(spoken(error)) from error
        # A library that cannot be written can still be read.
        with suppress(LibraryError):
            library.mark_read(number)
        return briefing.article, briefing if is_made else None


class StoredDocuments(Sequence[Document]):
    """Articles of the library in the order of a list, each made into a document when it is asked for."""

    def __init__(self, shelf: Shelf, numbers: Sequence[int]) -> None:
        self.shelf = shelf
        self.numbers = numbers
        self._made: dict[int, Document] = {}

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, index: int) -> Document: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Document]: ...
    def __getitem__(self, index: int | slice) -> Document | Sequence[Document]:
        if isinstance(index, slice):
            return StoredDocuments(self.shelf, self.numbers[index])
        number = self.numbers[index]
        if number not in self._made:
            self._made[number] = self.shelf.document(number)
        return self._made[number]

    def __iter__(self) -> Iterator[Document]:
        return (self[index] for index in range(len(self)))
