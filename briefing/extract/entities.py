"""Whom words can mean, a person named or a body, and by what that was seen."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.bodies import Body
from briefing.extract.people import Person
from briefing.model import Via

Entity = Person | Body


@dataclass(slots=True, frozen=True)
class Resolved:
    """Who is meant, and by what that was seen."""

    entity: Entity
    via: Via
