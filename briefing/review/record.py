"""A briefing as it is handed on after a review: what is left of it, with what was decided beside it.

`Checked` is a `Briefing` in every way; its field ``review`` says of each item what a person made of it, and has the
program's own items, so that the whole comes back from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from briefing.model import Action, Briefing, Fact, Figure, Quote, Speaker
from briefing.review.apply import Reviewed, ReviewedItem
from briefing.review.decisions import Decision, Layer, Review

_Speaking = TypeVar("_Speaking", Quote, Action)


class Recorded(Decision):
    """A decision; ``item`` is the id of what it is on, null where the briefing does not have that.

    ``outdated`` says that the article has said it in other words since, so that ``state`` no longer counts.
    """

    item: str | None = None
    outdated: bool = False


class Original(BaseModel):
    """The items as the program found them, before anybody changed, dismissed or added one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    speakers: tuple[Speaker, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    facts: tuple[Fact, ...] = ()
    actions: tuple[Action, ...] = ()


class Record(BaseModel):
    """A review in a briefing that was made with it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    decisions: tuple[Recorded, ...] = ()
    original: Original = Original()


class Checked(Briefing):
    """A briefing with the review that it was made with; null where nobody has decided anything."""

    model_config = ConfigDict(title="Briefing")

    review: Record | None = None


def recorded(briefing: Briefing) -> Mapping[tuple[Layer, str], Recorded]:
    """Return what was decided on the items of a briefing, by layer and id; nothing without a review."""
    record = briefing.review if isinstance(briefing, Checked) else None
    decisions = record.decisions if record else ()
    return {(decision.layer, decision.item): decision for decision in decisions if decision.item is not None}


def checked(reviewed: Reviewed, *, accepted: bool = False) -> Briefing:
    """Return the briefing as it is handed on: edited values used, dismissed items left out, pinned ones first.

    With ``accepted``, only the items that were accepted are in it; figures in their words that nobody dismissed; and
    those who speak. Without any decision it is the briefing itself.
    """
    if not reviewed.review.decisions and not accepted:
        return reviewed.original
    chosen = [
        item for item in reviewed.items if item.state == "accepted" or (item.state == "undecided" and not accepted)
    ]
    kept = {item.key for item in chosen} | (_for_their_sake(reviewed, chosen) if accepted else set())
    items = [item for item in reviewed.items if item.key in kept]
    found = {layer: {item.item.id: item.item for item in items if item.layer == layer} for layer in _LAYERS}
    known = found["speakers"]
    facts = (item for item in found["facts"].values() if isinstance(item, Fact))
    return Checked(
        article=reviewed.article,
        speakers=tuple(item for item in known.values() if isinstance(item, Speaker)),
        quotes=tuple(_said_by(item, known) for item in found["quotes"].values() if isinstance(item, Quote)),
        figures=tuple(item for item in found["figures"].values() if isinstance(item, Figure)),
        facts=tuple(
            fact.model_copy(update={"figures": tuple(id_ for id_ in fact.figures if id_ in found["figures"])})
            for fact in facts
        ),
        actions=tuple(_said_by(item, known) for item in found["actions"].values() if isinstance(item, Action)),
        review=_record(reviewed, items),
    )


_LAYERS: tuple[Layer, ...] = ("speakers", "quotes", "figures", "facts", "actions")


def _for_their_sake(reviewed: Reviewed, accepted: list[ReviewedItem]) -> set[str]:
    """Return the keys of undecided figures within accepted items, and of undecided speakers of such."""
    items = [item.item for item in accepted if isinstance(item.item, Fact | Quote | Action)]
    speaking = {item.speaker for item in items if isinstance(item, Quote | Action)}
    wanted = [
        item
        for item in reviewed.layer("figures")
        if isinstance(figure := item.item, Figure)
        and any(other.start <= figure.start and figure.end <= other.end for other in items)
    ]
    wanted += [item for item in reviewed.layer("speakers") if item.item.id in speaking]
    return {item.key for item in wanted if item.state == "undecided"}


def _said_by(item: _Speaking, speakers: Mapping[str, object]) -> _Speaking:
    """Return an item without its speaker where that one was dismissed."""
    return item if item.speaker in speakers or item.speaker is None else item.model_copy(update={"speaker": None})


def _record(reviewed: Reviewed, items: list[ReviewedItem]) -> Record | None:
    if not reviewed.review.decisions:
        return None
    ids = {item.key: item.item.id for item in items}
    outdated = {item.key for item in reviewed.items if item.changed}
    decisions = (
        Recorded(**dict(decision), item=ids.get(decision.key), outdated=decision.key in outdated)
        for decision in reviewed.review.decisions
    )
    original = reviewed.original
    return Record(
        decisions=tuple(decisions),
        original=Original(**{layer: getattr(original, layer) for layer in _LAYERS}),
    )


def restored(briefing: Briefing) -> tuple[Briefing, Review]:
    """Return what `checked` was given: the briefing as the program made it, and the review.

    Raises:
        ValueError: the original items are not those of this article (`pydantic.ValidationError`).
    """
    record = briefing.review if isinstance(briefing, Checked) else None
    if record is None:
        return Briefing(**{name: getattr(briefing, name) for name in ("article", *_LAYERS)}), Review()
    original = Briefing(article=briefing.article, **{layer: getattr(record.original, layer) for layer in _LAYERS})
    decisions = {
        one.key: Decision(**{name: getattr(one, name) for name in Decision.model_fields}) for one in record.decisions
    }
    return original, Review.of(decisions)
