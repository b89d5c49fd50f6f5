"""What a reader of a format is given: the bytes of one article and what came with them."""

from __future__ import annotations

from briefing.frozen import frozen


@frozen
class Material:
    """Bytes and where they are from.

    ``where`` is the path or URL as the user gave it, ``url`` the address that was reached in the end (None for files),
    ``charset`` what the server or the mail declared.
    """

    data: bytes
    where: str
    url: str | None = None
    charset: str | None = None
