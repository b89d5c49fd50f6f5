"""What the library does not know of an article, taken from another copy of it."""

from __future__ import annotations

from briefing import __version__
from briefing.extract import extract
from briefing.library.entry import Entry
from briefing.library.record import record
from briefing.library.store import Library
from briefing.model import Article

FIELDS = ("date", "place", "agency", "rubric", "photo_credit", "byline", "url")
"""What copies of one text may know and others not: it stood in a page's head, a mail or a feed."""


def complete(library: Library, known: Entry, copy: Article) -> Entry:
    """Fill what an article of the library lacks from a copy with the same text; return it as the library has it then.

    Its briefing is made anew, since what it says of days rests on the date. What is known stays, and so does what was
    read, done and reviewed.

    Raises:
        LibraryError: the library cannot be used, or no longer has the article.
    """
    article = library.briefing(known.number).article
    lacking = {name: getattr(copy, name) for name in FIELDS if getattr(article, name) is None}
    brought = {name: value for name, value in lacking.items() if value is not None}
    if not brought:
        return known
    [(models,)] = library.rows("SELECT models FROM articles WHERE number = ?", (known.number,))
    briefing = extract(article.model_copy(update=brought), models=bool(models))
    review = library.review(known.number)
    library.replace([(known.number, record(briefing, __version__, models=bool(models), review=review))])
    return library.entry(known.number) or known
