"""Keys one after another: each waits until the one before has done its work, and what that opened has the focus.

Textual hands a key to whatever has the focus when it arrives. Of words that are typed at once behind the key that opens
a line for them, the first letters would be commands of the article: ``/port`` would pin an item. Behind keys that open
and close nothing none has to wait: many of them are drawn as one, which a key that is held down needs.
"""

from __future__ import annotations

from collections import deque
from time import monotonic

from textual import events
from textual.app import App
from textual.message import Message
from textual.widget import Widget

from briefing.app.commands import COMMANDS
from briefing.app.keyboard import with_twins

_STEADY_ACTIONS = {
    *("scroll_down", "scroll_up", "scroll_home", "scroll_end", "page", "half_page"),
    *("cursor_down", "cursor_up", "page_down", "page_up", "first", "last"),
    *("caret", "next_item", "next_match", "move_divider"),
}
STEADY = {
    key
    for command in COMMANDS
    if command.action.partition("(")[0] in _STEADY_ACTIONS
    for key in with_twins(command.keys).split(",")
}
"""Keys of commands that open and close nothing."""
PATIENCE = 1.0
"""Seconds after which a key that never came back is given up."""


class Followed(Message):
    """Goes the way of a key behind it, from the widget that had the focus up to the app, and then once ``more``."""

    def __init__(self, target: Widget, more: bool) -> None:
        super().__init__()
        self.target = target
        self.more = more


class InOrderApp(App[None]):
    """An app that handles one key at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[events.Key] = deque()
        self._on_the_way: float | None = None

    async def on_event(self, event: events.Event) -> None:
        """Keep a key until those before it are done; everything else goes on as it is."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        self._ahead.append(event)
        if self._on_the_way is None or monotonic() - self._on_the_way > PATIENCE:
            await self._send_next()

    async def _send_next(self) -> None:
        self._on_the_way = None
        while self._ahead and self._on_the_way is None:
            event = self._ahead.popleft()
            if not self._is_steady(event):
                self._on_the_way = monotonic()
            await super().on_event(event)
        if self._on_the_way is not None:
            self._follow(more=True)

    def _is_steady(self, event: events.Key) -> bool:
        """Whether whatever has the focus keeps it: the key moves something, or is a letter in a line."""
        typed = self.focused is not None and self.focused.check_consume_key(event.key, event.character)
        return typed or event.key in STEADY

    def _follow(self, *, more: bool) -> None:
        target = self._target()
        if target is None or not target.post_message(Followed(target, more)):
            self.call_later(self._send_next)

    def _target(self) -> Widget | None:
        return (self.focused or self.screen) if self.screen_stack else None

    def on_followed(self, event: Followed) -> None:
        """Let what the key began take the focus before it is asked who has it."""
        self.call_later(self._go_on, event)

    async def _go_on(self, event: Followed) -> None:
        """Send the next key, unless what the key began is still to come to life or may lead on to more."""
        is_same = self._target() is event.target
        if is_same and not event.more:
            await self._send_next()
        else:
            self._follow(more=not is_same)
