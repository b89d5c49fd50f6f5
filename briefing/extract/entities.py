"""Whom words can mean, a person named or a body, and by what that was seen."""

from __future__ import annotations

from briefing.extract.bodies import Body
from briefing.extract.people import Person
from briefing.frozen import frozen
from briefing.model import Via

Entity = Person | Body


@frozen
class Resolved:
    """Who is meant, and by what that was seen."""

    entity: Entity
    via: Via
