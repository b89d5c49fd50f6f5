"""What the app needs done by the floors below it, each part imported only when it is first asked for.

The text of a file comes first and fast; the article and its briefing need pydantic and the language models, so they
are made in a thread after the text is on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from briefing.app.words import spoken

if TYPE_CHECKING:
    from briefing.model import Article, Briefing
    from briefing.review.keeping import Keeper
    from briefing.sources.opening import Opened


LARGE = 400_000
"""Bytes of a file whose reading would be felt."""
PLAIN = ("", ".txt", ".text")
"""Suffixes of files that are read as they are; what another holds must be unpacked first."""
OPENING = 32_768
"""Bytes that fill any screen."""


class Engine(Protocol):
    """Reading, extracting and writing, as the app sees them. Errors are `ReadError` with a sentence for the reader."""

    def opening(self, where: str) -> str | None:
        """Return the beginning of a text that takes a while to read, None where `text` is fast."""

    def text(self, where: str) -> str:
        """Return the text of an article, fixed once; every offset counts in it."""

    def title(self, text: str) -> str:
        """Return the title that a text has, empty where none can be told; sooner than its article."""

    def heading(self, where: str) -> str:
        """Return what an article that is not open is called, empty where that cannot be told soon."""

    def article(self, text: str, where: str) -> Article:
        """Return the article that this text is."""

    def briefing(self, article: Article, progress: Callable[[float], None]) -> Briefing:
        """Return what was found in an article; ``progress`` is told the share of the work behind, and may end it."""

    def people(self, article: Article) -> list[str]:
        """Return the names of the people whom an article names; takes a moment."""

    def as_quote(self, article: Article, start: int, end: int) -> tuple[str, int, int]:
        """Return what kind of quote words of an article are, and their place without the marks around them."""

    def keeper(self, article: Article) -> Keeper | None:
        """Return what keeps the review of an article, None where none is kept."""

    def samples(self) -> list[str]:
        """Return the paths of the sample articles."""

    def lemma(self, word: str) -> str:
        """Return what all forms of a word have in common."""

    def markdown(self, briefing: Briefing) -> str:
        """Return the briefing as Markdown."""

    def formats(self) -> dict[str, str]:
        """Return the export formats by name, each with the suffix of its files."""

    def render(
        self, briefing: Briefing, form: str, layers: Sequence[str], extras: Collection[str] = ()
    ) -> dict[str, str | bytes]:
        """Return what an export writes; ``extras`` may be "comments" and "evidence", as `briefing.export.Options`.

        It is by layer for formats with a file for each, else under an empty name.

        Raises `ExportImpossibleError` where this format cannot be made.
        """

    def output(self, source: str, suffix: str) -> Path:
        """Return the file that an export is meant for unless somebody names another: never the article's own."""

    def save(self, path: Path, written: Mapping[str, str | bytes], source: str, *, overwrite: bool) -> None:
        """Write each file as a whole or not at all.

        Raises:
            FileExistsError: there is one, and ``overwrite`` is False.
            ArticleItselfError: it is the file of the article, from ``source``, which nothing overwrites.
        """


class ExportImpossibleError(Exception):
    """An export cannot be made; the message is one sentence that says why."""


class ArticleItselfError(Exception):
    """An export would be written over its own article."""


class ReadError(Exception):
    """An article could not be read; the message is one sentence that says which and why."""


class OwnEngine:
    """The program's own engine; ``models`` False leaves out the language models.

    Without the path of a ``library``, which need not be there yet, no review is kept. ``day`` is the date of articles
    that do not say theirs.
    """

    def __init__(self, *, models: bool = True, library: Path | None = None, day: str | None = None) -> None:
        self.models = models
        self.day = day
        self.library = library
        self._opened: dict[str, Opened] = {}  # between an article's text and the article: the bytes are read once

    def opening(self, where: str) -> str | None:
        """Return the first screens of a large file, None for a small one or where anything at all is unusual.

        The bytes end with a line, so that no character is cut; UTF-16, whose lines end otherwise, waits for `text`.
        """
        from briefing.sources.clean import clean
        from briefing.sources.decode import decode
        from briefing.sources.errors import SourceError
        from briefing.sources.formats import sniff

        path = Path(where)
        try:
            if path.suffix.lower() not in PLAIN or not path.is_file() or path.stat().st_size < LARGE:
                return None
            with path.open("rb") as file:
                data = file.read(OPENING)
            if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\n" not in data or sniff(data, where) != "text":
                return None
            return clean(decode(data[: data.rindex(b"\n")], where)) or None
        except (OSError, SourceError):
            return None

    def text(self, where: str) -> str:
        """Return the text of an article."""
        from briefing import sources

        try:
            self._opened[where] = sources.opened(where)
            return self._opened[where].text
        except sources.SourceError as error:
            raise ReadError(spoken(error)) from error

    def title(self, text: str) -> str:
        """Return the title of a text."""
        from briefing import sources

        return sources.title(text)

    def heading(self, where: str) -> str:
        """Return what the article in a file is called, empty for an address."""
        from briefing.sources.heading import heading

        return heading(where)

    def article(self, text: str, where: str) -> Article:
        """Return the article that this text is."""
        from briefing import sources

        opened = self._opened.pop(where, None)
        article = opened.article() if opened is not None and opened.text == text else sources.article(text, where)
        return article.model_copy(update={"date": self.day}) if self.day and article.date is None else article

    def briefing(self, article: Article, progress: Callable[[float], None]) -> Briefing:
        """Return what was found in an article."""
        from briefing.extract import extract

        return extract(article, models=self.models, progress=progress)

    def people(self, article: Article) -> list[str]:
        """Return the names of the people whom an article names."""
        from briefing.extract.marking import people

        return people(article, models=self.models)

    def as_quote(self, article: Article, start: int, end: int) -> tuple[str, int, int]:
        """Return what kind of quote words are, and their place without marks."""
        from briefing.extract.marking import as_quote

        return as_quote(article, start, end)

    def keeper(self, article: Article) -> Keeper | None:
        """Return what keeps the review: the file beside the article, or else the library."""
        from briefing.library.keeping import keeper

        return keeper(article, self.library) if self.library is not None else None

    def samples(self) -> list[str]:
        """Return the paths of the sample articles."""
        from briefing import sources

        return [str(path) for path in sources.samples()]

    def lemma(self, word: str) -> str:
        """Return the term under which the library indexes a word."""
        from briefing.library.terms import term

        return term(word)

    def markdown(self, briefing: Briefing) -> str:
        """Return the briefing as Markdown."""
        from briefing.export.markdown import render

        return render(briefing)

    def formats(self) -> dict[str, str]:
        """Return the export formats and their suffixes."""
        from briefing.export import FORMATS

        return {name: known.suffix for name, known in FORMATS.items()}

    def render(
        self, briefing: Briefing, form: str, layers: Sequence[str], extras: Collection[str] = ()
    ) -> dict[str, str | bytes]:
        """Return what an export writes."""
        from briefing.export import FORMATS, ExportError, Options, documents

        options = Options(layers=tuple(layers), evidence="evidence" in extras, comments="comments" in extras)
        try:
            return documents(FORMATS[form], [briefing], options)
        except ExportError as error:
            raise ExportImpossibleError(spoken(error)) from error

    def output(self, source: str, suffix: str) -> Path:
        """Return the file that an export is meant for."""
        from briefing.export.outputs import called

        return called(source, suffix)

    def save(self, path: Path, written: Mapping[str, str | bytes], source: str, *, overwrite: bool) -> None:
        """Write the files."""
        from briefing.export.outputs import is_article, layer_path
        from briefing.writing import write

        paths = {layer: layer_path(path, layer) for layer in written}
        if any(is_article(one, [source]) for one in paths.values()):
            raise ArticleItselfError
        taken = [one for one in paths.values() if one.exists()]
        if taken and not overwrite:
            raise FileExistsError(f"{taken[0]} exists already")
        for layer, content in written.items():
            write(paths[layer], content, overwrite=overwrite)
