"""Dates as the text writes them, each read into what it says by itself; its year may be left for `resolve` to find."""

from __future__ import annotations

from briefing.extract.figures.points import Point
from briefing.frozen import frozen


@frozen
class Dated:
    """A date in the pieces ``first`` to ``stop`` (exclusive).

    What it says is either ``fixed`` (EDTF) or from ``begin`` to ``end``, whose year may be unknown. ``shift`` counts
    years from the running one («в марте прошлого года»: -1). With none of these the date cannot be told.
    ``weekday``: its day is told with the day of the week. ``same``: it takes the year of the date before it («в том же
    году»), moved by ``shift`` ("the following year"). ``same_day``: it is told from the day
    before it («в тот же день», "the next day"), by ``shift`` days; ``or_now``: or else from that of publication
    («накануне»). ``open_end``: it runs on ("since 2011").
    """

    first: int
    stop: int
    fixed: str | None = None
    begin: Point | None = None
    end: Point | None = None
    shift: int | None = None
    same: bool = False
    same_day: bool = False
    or_now: bool = False
    open_end: bool = False
    weekday: bool = False

    @property
    def is_unknown(self) -> bool:
        """Whether it can only be told from a day that is not known."""
        return self.fixed is None and self.begin is None and not (self.same or self.same_day)
