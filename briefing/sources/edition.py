"""Which edition of a page or feed one has, so that a server need not send it again."""

from __future__ import annotations

from briefing.frozen import frozen


@frozen
class Edition:
    """What a server says by which an answer can be told from a later one: ``ETag`` and ``Last-Modified``."""

    etag: str | None = None
    modified: str | None = None
