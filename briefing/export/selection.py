"""A briefing cut down to some of its layers and to the key facts that matter enough."""

from __future__ import annotations

from collections.abc import Collection

from briefing.edtf import bounds
from briefing.model import Briefing
from briefing.review.record import Checked


def select(briefing: Briefing, layers: Collection[str], minimum_score: float = 0.0) -> Briefing:
    """Return the briefing with these layers alone (``facts``, ``quotes``, ``actions``, ``figures``).

    Facts below ``minimum_score`` are left out. A speaker stays while a quote or an action refers to it, and a fact
    keeps the figures that are still there, so what is left is a whole briefing again.
    """
    quotes = briefing.quotes if "quotes" in layers else ()
    actions = briefing.actions if "actions" in layers else ()
    figures = briefing.figures if "figures" in layers else ()
    kept = {figure.id for figure in figures}
    facts = tuple(
        fact.model_copy(update={"figures": tuple(figure for figure in fact.figures if figure in kept)})
        for fact in (briefing.facts if "facts" in layers else ())
        if fact.score >= minimum_score
    )
    speaking = {quote.speaker for quote in quotes} | {action.speaker for action in actions}
    speakers = tuple(speaker for speaker in briefing.speakers if "quotes" in layers or speaker.id in speaking)
    parts = {"quotes": quotes, "actions": actions, "figures": figures, "facts": facts, "speakers": speakers}
    selected = briefing.model_copy(update=parts)
    return _with_its_own_decisions(selected) if isinstance(selected, Checked) else selected


def _with_its_own_decisions(briefing: Checked) -> Checked:
    """Let no decision name an item that is not there."""
    if briefing.review is None:
        return briefing
    decisions = [
        decision
        if any(item.id == decision.item for item in getattr(briefing, decision.layer))
        else decision.model_copy(update={"item": None})
        for decision in briefing.review.decisions
    ]
    return briefing.model_copy(update={"review": briefing.review.model_copy(update={"decisions": tuple(decisions)})})


def has_deadlines(briefing: Briefing) -> bool:
    """Whether an action has a deadline that a calendar could show."""
    return any(any(bounds(action.deadline or "")) for action in briefing.actions)


def without_comments(briefing: Briefing) -> Briefing:
    """Return the briefing without what a reviewer noted on its items: that is for colleagues, not for readers."""
    if not isinstance(briefing, Checked) or briefing.review is None:
        return briefing
    decisions = tuple(decision.model_copy(update={"comment": ""}) for decision in briefing.review.decisions)
    return briefing.model_copy(update={"review": briefing.review.model_copy(update={"decisions": decisions})})
