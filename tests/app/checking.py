"""What tests of checking a briefing ask of the reader."""

from __future__ import annotations

from textual.pilot import Pilot

from briefing.review import ReviewedItem
from tests.app.conftest import reader, until


def item(pilot: Pilot[None], key: str) -> ReviewedItem:
    """Return what has become of an item."""
    items = reader(pilot).document.items
    assert items is not None
    check = items.check(key)
    assert check is not None
    return check


def states(pilot: Pilot[None]) -> list[str]:
    """Return the keys of what has been decided, with the decision."""
    items = reader(pilot).document.items
    assert items is not None
    assert items.reviewed is not None
    return [f"{one.item.id} {one.state}" for one in items.reviewed.items if one.state != "undecided"]


def row(pilot: Pilot[None], name: str) -> str:
    """Return the row under the cursor of a list as it is read."""
    option = reader(pilot).panes.list(name).highlighted_option
    assert option is not None
    return f"{option.prompt.mark.plain}{option.prompt.body.plain}"


async def shown(pilot: Pilot[None], screen: type) -> None:
    """Wait for a dialog that takes keys."""
    await until(pilot, lambda: isinstance(pilot.app.screen, screen) and bool(pilot.app.focused))


async def back(pilot: Pilot[None]) -> None:
    """Wait for the reader."""
    await until(pilot, lambda: hasattr(pilot.app.screen, "panes"))
