"""Checking a briefing: its items accepted, dismissed, mended, commented on, each step taken back by another key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.commands import BY_ID
from briefing.app.items import Item, Items
from briefing.app.safe import say
from briefing.app.screens.keeping import KeepingScreen
from briefing.app.words import _, ngettext
from briefing.shortening import shortened

if TYPE_CHECKING:
    from briefing.app.checking import Checking
    from briefing.review import ReviewedItem
    from briefing.review import State as Decided

LONGEST_WORDS = 40
"""Characters of an item that a message repeats."""


class CheckingScreen(KeepingScreen):
    """Decides on the item that is lit."""

    def _chosen(self) -> tuple[Checking, ReviewedItem] | None:
        """Return the item under the cursor, in the article the one that is lit, or say that there is none."""
        checking, items = self.document.checking, self.document.items
        lit = self.item.key if self.item is not None else None
        key = lit if self.pane == "article" else self.panes.list(self.pane).row_key
        check = items.check(key) if items is not None and key is not None else None
        if checking is None or check is None:
            none = _("Choose an item first: in a list, or with {key} in the text.", key=BY_ID["item.next"].key())
            say(self.app, none, "warning")
            return None
        return checking, check

    # Decisions

    def action_accept(self) -> None:
        """Accept the item and go to the next that waits for a decision."""
        if self.pane != "article" and self.panes.list(self.pane).row_key is None:
            self._go_on()
        elif (chosen := self._chosen()) is not None:
            checking, check = chosen
            self._decide(checking, [check], "accepted", _("accepted: {words}", words=words_of(check)))
            self._go_on()

    def action_reject(self) -> None:
        """Dismiss the item, a speaker with all quotes, and go on; what is dismissed already is taken back."""
        if (chosen := self._chosen()) is None:
            return
        checking, check = chosen
        checks, words = self._with_quotes(check), words_of(check)
        if check.state == "dismissed":
            self._decide(checking, checks, "undecided", _("not dismissed: {words}", words=words))
        else:
            self._decide(checking, checks, "dismissed", _("dismissed: {words}", words=words))
            self._go_on()

    def _with_quotes(self, check: ReviewedItem) -> list[ReviewedItem]:
        """Return a speaker with the quotes, any other item alone."""
        if check.layer != "speakers" or self.document.checking is None:
            return [check]
        quotes = self.document.checking.reviewed.layer("quotes")
        return [check, *(quote for quote in quotes if getattr(quote.item, "speaker", None) == check.item.id)]

    def _decide(self, checking: Checking, checks: list[ReviewedItem], state: Decided, words: str) -> None:
        from briefing.review import changes

        review = checking.reviewed.review
        for check in checks:
            decision = changes.decide(checking.reviewed, check, state).by_key.get(check.key)
            review = review.put(decision) if decision is not None else review.without(check.key)
        self.take_step(review, words)

    def action_pin(self) -> None:
        """Let the item come before the others, or in its place again."""
        if (chosen := self._chosen()) is not None:
            from briefing.review import changes

            checking, check = chosen
            pinned = not check.decision.pinned
            words = _("pinned: {words}") if pinned else _("not pinned: {words}")
            self.take_step(
                changes.pin(checking.reviewed, check, pinned), words.format(words=words_of(check)), aloud=True
            )

    def action_done(self) -> None:
        """Note that an action is done, or open again."""
        if (chosen := self._chosen()) is None:
            return
        checking, check = chosen
        if check.layer != "actions":
            say(self.app, _("Only an action can be done."), "warning")
            return
        from briefing.review import changes

        done = not check.decision.done
        words = (_("done: {words}") if done else _("open again: {words}")).format(words=words_of(check))
        self.take_step(changes.done(checking.reviewed, check, done), words, aloud=True)

    # Steps

    def action_undo(self) -> None:
        """Take the latest step back."""
        checking = self.document.checking
        words = checking.undo() if checking is not None else None
        if words is None:
            say(self.app, _("There is nothing to take back."))
        else:
            self._show_step()
            say(self.app, _("Taken back: {what}", what=words))

    def action_redo(self) -> None:
        """Take a step again that was taken back."""
        checking = self.document.checking
        words = checking.redo() if checking is not None else None
        if words is None:
            say(self.app, _("There is nothing to do again."))
        else:
            self._show_step()
            say(self.app, _("Done again: {what}", what=words))

    def _show_step(self) -> None:
        self.show_changes()
        self.keep()
        self.follow_date()

    def action_toggle_dismissed(self) -> None:
        """Show the dismissed items, or fold them away."""
        checking = self.document.checking
        if checking is None:
            return
        count = sum(item.state == "dismissed" for item in checking.reviewed.items)
        if not count:
            say(self.app, _("Nothing is dismissed."))
            return
        checking.dismissed_shown = not checking.dismissed_shown
        self.show_changes()
        hidden = ngettext("{count} dismissed item is folded away.", "{count} dismissed items are folded away.", count)
        say(self.app, _("Dismissed items are shown.") if checking.dismissed_shown else hidden)

    def action_orphans(self) -> None:
        """Show the decisions whose words are gone."""
        checking = self.document.checking
        if checking is None or not checking.reviewed.orphans:
            say(self.app, _("Every decision is on words that the article has."))
            return
        from briefing.app.screens.orphans import OrphansScreen

        def forget(key: str | None) -> None:
            if key is not None:
                words = _(
                    "forgotten: {words}",
                    words=shortened(checking.reviewed.review.by_key[key].anchor.text, LONGEST_WORDS),
                )
                self.take_step(checking.reviewed.review.without(key), words, aloud=True)

        self.app.push_screen(OrphansScreen(checking.reviewed.orphans), forget)

    # On to the next

    def _go_on(self) -> None:
        """Go to the next item that waits for a decision, of the lists or of the text, whichever has the focus."""
        items = self.document.items
        if items is None:
            return
        item = self._next_in_text(items) if self.pane == "article" else self._next_in_lists(items)
        if item is None:
            looked_at, total = items.progress()
            if looked_at == total:
                say(self.app, _("Everything has been looked at."))
            return
        found = self.panes.select(item.key)
        self._choose(item, found)
        if self.pane != "article" and found is not None and found.kind != self.pane:
            self.action_pane(found.kind)

    def _next_in_lists(self, items: Items) -> Item | None:
        keys = items.in_lists()
        row = (self.panes.list(self.pane).row_key or "").partition(">")[0]
        beginning = {"speakers": "speaker:", "actions": "actions:"}.get(self.pane, "")
        first = next((at for at, key in enumerate(keys) if key.startswith(beginning)), 0)
        at = keys.index(row) if row in keys else first
        return next((items.by_key[key] for key in keys[at:] + keys[:at] if items.undecided(key)), None)

    def _next_in_text(self, items: Items) -> Item | None:
        offset = self.item.start if self.item is not None else self.article_view.top
        waiting = [item for item in items.in_order if items.undecided(item.key)]
        return next((item for item in waiting if item.start >= offset), waiting[0] if waiting else None)


def words_of(check: ReviewedItem, longest: int = LONGEST_WORDS) -> str:
    """Return the first words of an item, for a message."""
    from briefing.model import Span

    item = check.item
    words = " ".join((check.wording or (item.text if isinstance(item, Span) else item.name)).split())
    return shortened(words, longest)
