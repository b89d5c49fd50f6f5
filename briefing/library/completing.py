"""What the library does not know of an article, taken from another copy of it."""

from __future__ import annotations

import os
from collections.abc import Mapping

from briefing import __version__
from briefing.extract import extract
from briefing.library.entry import Entry
from briefing.library.record import UNMADE, record
from briefing.library.store import Library
from briefing.model import Article
from briefing.sources.files import is_address

FIELDS = ("date", "place", "agency", "rubric", "photo_credit", "byline", "url")
"""What copies of one text may know and others not: it stood in a page's head, a mail or a feed."""


def complete(library: Library, known: Entry, copy: Article) -> Entry:
    """Fill what an article of the library lacks from a copy with the same text; return it as the library has it then.

    A briefing that has been made is made anew, since what it says of days rests on the date. What is known stays, and
    so does what was read, done and reviewed.

    The copy's file takes the place of one that is gone.

    Raises:
        LibraryError: the library cannot be used, or no longer has the article.
    """
    known = _moved(library, known, copy.source)
    article = library.briefing(known.number).article
    lacking = {name: getattr(copy, name) for name in FIELDS if getattr(article, name) is None}
    return restate(library, known, {name: value for name, value in lacking.items() if value is not None})


def restate(library: Library, known: Entry, fields: Mapping[str, str | None]) -> Entry:
    """Give an article of the library these fields, among `FIELDS`; return it as the library has it then.

    A briefing that has been made is made anew where that changes anything.

    Raises:
        LibraryError: the library cannot be used, or no longer has the article.
    """
    briefing, engine = library.briefing(known.number), UNMADE
    article = briefing.article.model_copy(update=dict(fields))
    if article == briefing.article:
        return known
    briefing = briefing.model_copy(update={"article": article})
    [(models,)] = library.rows("SELECT models FROM articles WHERE number = ?", (known.number,))
    if library.is_made(known.number):
        briefing, engine = extract(article, models=bool(models)), __version__
    review = library.review(known.number)
    library.replace([(known.number, record(briefing, engine, models=bool(models), review=review))])
    return library.entry(known.number) or known


def _moved(library: Library, known: Entry, source: str) -> Entry:
    if known.source == "-" or is_address(known.source) or not (os.path.isabs(source) and os.path.isfile(source)):
        return known
    if os.path.isabs(known.source) and os.path.isfile(known.source):
        return known
    library.move(known.number, source)
    return library.entry(known.number) or known
