"""An article whose bytes are here: its text at once, everything else when it is asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from briefing.sources.formats import draft, sniff
from briefing.sources.material import Material

if TYPE_CHECKING:
    from briefing.model import Article
    from briefing.sources.draft import Draft


class Opened:
    """The article of some `Material`; asking for its text first costs no second reading later."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._is_plain = sniff(material.data, material.where) == "text"

    @cached_property
    def text(self) -> str:
        """The clean text. Raises `SourceError` if there is none."""
        from briefing.sources import plain

        return plain.text(self._material) if self._is_plain else self._draft.text

    @cached_property
    def _draft(self) -> Draft:
        return draft(self._material)

    def article(self) -> Article:
        """Return the article; ``article().text`` is `text`. Raises `SourceError` if there is none."""
        from briefing.sources.draft import Draft
        from briefing.sources.wire import take_apart

        drafted = Draft.of(self.text) if self._is_plain else self._draft
        drafted.metadata.fill("url", self._material.url)
        return take_apart(drafted).finish(self._material.where)
