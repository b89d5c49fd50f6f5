"""What a reader decides on the items of one article: step by step, each with words for it, taken back without limit,
and kept beside the article."""

from __future__ import annotations

from threading import Lock

from briefing.app.items import Items
from briefing.app.words import spoken
from briefing.model import Briefing
from briefing.review import History, Review, Reviewed, apply
from briefing.review.file import ReviewError
from briefing.review.keeping import Keeper, Kept


class Checking:
    """A briefing and the review of it that is being made.

    The steps and the words for them go hand in hand; undo and redo return the words of the step. ``trouble`` is a
    sentence while the review is not kept.
    """

    def __init__(self, briefing: Briefing, keeper: Keeper | None) -> None:
        """Begin with the review as it is kept; one that cannot be read is left as it is until it can be."""
        self.briefing = briefing
        self.trouble = ""
        self.dismissed_shown = False
        self._own_date = briefing.article.date
        self._keeper = keeper
        self._lock = Lock()
        self._to_take_in = False
        self._done: list[str] = []
        self._undone: list[str] = []
        review = Review()
        try:
            review = keeper.load() if keeper is not None else review
        except ReviewError as error:
            self.trouble = spoken(error)
        self.history = History(review)
        self.reviewed: Reviewed = apply(briefing, review)

    def items(self) -> Items:
        """Return the items as they are after the latest step."""
        return Items(self.reviewed.briefing, self.reviewed, dismissed=self.dismissed_shown)

    def take(self, briefing: Briefing) -> None:
        """Go on with another briefing of the article."""
        self.briefing = briefing
        self._follow()

    def handed_on(self, accepted: bool = False) -> Briefing:
        """Return the briefing as it leaves the program: without what was dismissed, or only what was accepted."""
        # Its models take as long to build as those of a briefing, and the lists would wait for them.
        from briefing.review.record import checked

        return checked(self.reviewed, accepted=accepted)

    # Steps

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

    def state_date(self, day: str, words: str) -> bool:
        """Let the article be of this ISO 8601 day, as a step; False where it is already."""
        return self.do(self.history.present.model_copy(update={"date": day}), words)

    @property
    def date(self) -> str | None:
        """The day of publication: what was stated, or else what the article had before."""
        return self.history.present.date or self._own_date

    # Keeping

    @property
    def is_kept(self) -> bool:
        """Is there a place where the review is kept?"""
        return self._keeper is not None

    def keep(self) -> Kept | str:
        """Keep the review as it is now; return what became of it, or why it could not be kept. Runs in a thread."""
        return self._ask(look=False)

    def is_safe(self) -> bool:
        """Tell whether nothing is lost with this: all that was decided has been kept. Runs in a thread."""
        return self.history.present.is_blank or (self.is_kept and not isinstance(self.keep(), str))

    def look(self) -> Kept | str:
        """Return what somebody else has made of the review meanwhile. Runs in a thread."""
        return self._ask(look=True)

    def _ask(self, *, look: bool) -> Kept | str:
        with self._lock:
            review = self.history.present
            if self._keeper is None or self._to_take_in:
                # Before theirs are taken in, mine would be written over them.
                return Kept(review)
            try:
                kept = self._keeper.look(review) if look else self._keeper.save(review)
            except ReviewError as error:
                return spoken(error)
            self._to_take_in = kept.theirs is not None
            return kept

    def take_in(self, kept: Kept) -> bool:
        """Take in what somebody else decided; False where that changes nothing."""
        if kept.theirs is None:
            return False
        before = self.history.present
        self.history.rebase(kept.take_in)
        self._to_take_in = False
        self._follow()
        return self.history.present != before
