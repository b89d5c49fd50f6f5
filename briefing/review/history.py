"""Reviews one after another, so that every step can be taken back, and taken again, without limit."""

from __future__ import annotations

from collections.abc import Callable

from briefing.review.decisions import Review


class History:
    """The present review, those before it, and those that were taken back."""

    def __init__(self, review: Review) -> None:
        """Begin with a review as it was read."""
        self.present = review
        self._past: list[Review] = []
        self._future: list[Review] = []

    def do(self, review: Review) -> bool:
        """Make a review the present one; what was taken back is forgotten. A review that changes nothing is no step."""
        if review == self.present:
            return False
        self._past.append(self.present)
        self._future.clear()
        self.present = review
        return True

    def undo(self) -> bool:
        """Take a step back; False at the start."""
        return self._step(self._past, self._future)

    def redo(self) -> bool:
        """Take a step again; False where none was taken back."""
        return self._step(self._future, self._past)

    def _step(self, source: list[Review], target: list[Review]) -> bool:
        if not source:
            return False
        target.append(self.present)
        self.present = source.pop()
        return True

    def rebase(self, change: Callable[[Review], Review]) -> None:
        """Change every review alike: what somebody else decided meanwhile is no step of one's own to take back."""
        self._past = [change(review) for review in self._past]
        self.present = change(self.present)
        self._future = [change(review) for review in self._future]
