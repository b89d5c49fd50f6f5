"""A review on disk: written after each decision, put together with what somebody else wrote there meanwhile."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from briefing.frozen import frozen
from briefing.model import Article
from briefing.review.decisions import Review
from briefing.review.file import ReviewError, dumps, file_of, loads
from briefing.review.merging import Conflict, merge
from briefing.writing import write

SUFFIX = ".briefing.toml"


class Medium(Protocol):
    """Where the text of a review is. Both methods raise `ReviewError`."""

    @property
    def name(self) -> str:
        """What the place is called in sentences."""

    def read(self) -> str:
        """Return the text, "" if there is none."""

    def write(self, text: str) -> None:
        """Put this text in place of the one that is there, whole or not at all; "" where nothing is decided."""


class BesideArticle:
    """A file beside the article; made when there is something to write, and taken away when there is not."""

    def __init__(self, path: Path) -> None:
        """Name the file of the review."""
        self.path = path

    @property
    def name(self) -> str:
        """The path."""
        return str(self.path)

    def read(self) -> str:
        """Return what the file holds."""
        try:
            return self.path.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            return ""
        except UnicodeDecodeError as error:
            raise ReviewError("{path} is not UTF-8 text; save it as UTF-8, or move it away", path=self.path) from error
        except OSError as error:
            raise ReviewError(
                "{path} cannot be read ({reason}); change its permissions, or move it away",
                path=self.path,
                reason=error.strerror or error,
            ) from error

    def write(self, text: str) -> None:
        """Write the file, or take it away where there is nothing to write."""
        try:
            if text:
                write(self.path, text, overwrite=True)
            else:
                self.path.unlink(missing_ok=True)
        except OSError as error:
            raise ReviewError(
                "{path} cannot be written ({reason}); the review is not kept",
                path=self.path,
                reason=error.strerror or error,
            ) from error


def path_beside(article: Path) -> Path:
    """Return where the review of a file belongs: ``NAME.briefing.toml``.

    Of several files that differ in their suffix alone, those after the first keep theirs (``NAME.html.briefing.toml``).
    """
    short, full = article.with_name(f"{article.stem}{SUFFIX}"), article.with_name(f"{article.name}{SUFFIX}")
    try:
        owner = file_of(short.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        owner = ""
    is_of_another = owner and owner != article.name and article.with_name(owner).exists()
    # That of the other may be gone since.
    return full if is_of_another or (full.exists() and not short.exists()) else short


def can_write(path: Path) -> bool:
    """Whether a file of this name could be put there."""
    return os.access(path.parent, os.W_OK | os.X_OK) and (not path.exists() or os.access(path, os.W_OK))


@frozen
class Kept:
    """What became of a review that was to be kept.

    Attributes:
        review: what is to be shown from now on: mine, with what somebody else decided meanwhile.
        before, theirs: what was kept last, and what somebody else made of it; both None where nobody did.
        conflicts: what both decided differently. While there are any, nothing has been written: ``review`` has mine
            and ``in_their_favour`` theirs, and saving one of them settles it.
    """

    review: Review
    before: Review | None = None
    theirs: Review | None = None
    conflicts: tuple[Conflict, ...] = ()

    @property
    def in_their_favour(self) -> Review:
        """The review of both with theirs where they contradict each other."""
        if self.before is None or self.theirs is None:
            return self.review
        return merge(self.before, self.theirs, self.review).review

    def take_in(self, review: Review) -> Review:
        """Return another review of mine with what they decided: for `briefing.review.History.rebase`."""
        if self.before is None or self.theirs is None:
            return review
        return merge(self.before, review, self.theirs).review


class Keeper:
    """Keeps the review of one article in its place. One thread at a time may use it."""

    def __init__(self, article: Article, medium: Medium) -> None:
        """Name the article and the place; nothing is read yet."""
        self.article = article
        self.medium = medium
        self._text = ""
        self._base = Review()

    @property
    def last(self) -> Review:
        """The review as it was last read or written."""
        return self._base

    def load(self) -> Review:
        """Return the review as it is kept.

        Raises:
            ReviewError: it cannot be read; nothing is written over it.
        """
        self._take(self.medium.read())
        return self._base

    def save(self, review: Review) -> Kept:
        """Keep a review, and return it with what somebody else wrote since it was read.

        Raises:
            ReviewError: what is there cannot be read, or the review cannot be written.
        """
        kept = self.look(review)
        if kept.conflicts:
            return kept
        text = "" if kept.review.is_blank else dumps(kept.review, self.article)
        if kept.review != self._base:
            self.medium.write(text)
            self._text, self._base = text, kept.review
        return kept

    def look(self, review: Review) -> Kept:
        """Return a review with what somebody else wrote since it was read, and write nothing.

        Raises:
            ReviewError: what is there cannot be read.
        """
        text = self.medium.read()
        if text == self._text:
            return Kept(review)
        before = self._base
        self._take(text)
        merged = merge(before, review, self._base)
        return Kept(merged.review, before, self._base, merged.conflicts)

    def _take(self, text: str) -> None:
        self._base = loads(text, self.medium.name)
        self._text = text
