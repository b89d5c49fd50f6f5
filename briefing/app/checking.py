"""What a reader decides on the items of one article: step by step, each with words for it, taken back without limit."""

from __future__ import annotations

from briefing.app.items import Items
from briefing.model import Briefing
from briefing.review import History, Review, Reviewed, apply


class Checking:
    """A briefing and the review of it that is being made.

    The steps and the words for them go hand in hand; undo and redo return the words of the step.
    """

    def __init__(self, briefing: Briefing, review: Review) -> None:
        self.briefing = briefing
        self.history = History(review)
        self.dismissed_shown = False
        self._done: list[str] = []
        self._undone: list[str] = []
        self.reviewed: Reviewed = apply(briefing, review)

    def items(self) -> Items:
        """Return the items as they are after the latest step."""
        return Items(self.reviewed.briefing, self.reviewed, dismissed=self.dismissed_shown)

    def take(self, briefing: Briefing) -> None:
        """Go on with another briefing of the article."""
        self.briefing = briefing
        self._follow()

    def do(self, review: Review, words: str) -> bool:
        """Take a step; False where it changes nothing."""
        if not self.history.do(review):
            return False
        self._done.append(words)
        self._undone.clear()
        self._follow()
        return True

    def undo(self) -> str | None:
        """Take the latest step back; None at the beginning."""
        return self._step(self.history.undo(), self._done, self._undone)

    def redo(self) -> str | None:
        """Take a step again; None where none was taken back."""
        return self._step(self.history.redo(), self._undone, self._done)

    def _step(self, taken: bool, source: list[str], target: list[str]) -> str | None:
        if not taken:
            return None
        target.append(source.pop())
        self._follow()
        return target[-1]

    def _follow(self) -> None:
        self.reviewed = apply(self.briefing, self.history.present)
