"""The way that a reader has gone through panes and articles, to go back along."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.app.items import Item
from briefing.app.screens.document import Document
from briefing.frozen import frozen

LONGEST = 200


@frozen
class Place:
    """Where the reader was: the article among those that were open, the pane, its row, the item that was lit and the
    source offset at the top of the text."""

    documents: Sequence[Document]
    at: int
    pane: str
    row: str | None
    item: Item | None
    top: int


class Trail:
    """Places, the latest last."""

    def __init__(self) -> None:
        self._places: list[Place] = []

    def append(self, place: Place) -> None:
        """Remember a place."""
        self._places.append(place)
        del self._places[:-LONGEST]

    def back(self) -> Place | None:
        """Return the latest place and forget it."""
        return self._places.pop() if self._places else None
