"""What is wrong, in words that can be said in another language: a message and its values."""

from __future__ import annotations


class Mistake:
    """What is wrong: a message with ``{name}`` fields, which the app's catalogue translates.

    ``str()`` is the sentence in English; values may be messages themselves.
    """

    def __init__(self, message: str | Mistake, /, **values: object) -> None:
        """Fill the fields of a message, or take over what another has said."""
        self.message: str = message if isinstance(message, str) else message.message
        self.values: dict[str, object] = values if isinstance(message, str) else message.values

    def __str__(self) -> str:
        return self.message.format(**self.values)


class RefusedError(Mistake, Exception):
    """Something cannot be done; ``str()`` is a sentence that says what, where and what to do."""
