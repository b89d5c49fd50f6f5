"""Mending a briefing: values and evidence edited, comments, speakers merged and split, words marked as new items."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from briefing.app.commands import BY_ID
from briefing.app.items import Item, Range
from briefing.app.safe import joined, plain, say
from briefing.app.screens.checking import LONGEST_WORDS, CheckingScreen, words_of
from briefing.app.words import N_, _, ngettext
from briefing.shortening import shortened

if TYPE_CHECKING:
    from briefing.app.checking import Checking
    from briefing.app.screens.edit import Edited
    from briefing.app.screens.pick import Choice, Picked, PickScreen
    from briefing.review import Layer, ReviewedItem

NEW = {"facts": N_("Key fact"), "quotes": N_("Quote"), "actions": N_("Action")}
"""What selected words can be marked as."""
NAMED = "named:"
"""What the key of somebody begins with whom the article names and the program takes for no speaker."""


class MendingScreen(CheckingScreen):
    """Changes what the items are."""

    def action_comment(self) -> None:
        """Ask what there is to say of the item."""
        if (chosen := self._chosen()) is None:
            return
        from briefing.app.screens.comment import CommentScreen
        from briefing.review import changes

        checking, check = chosen

        def keep(comment: str | None) -> None:
            if comment is not None:
                self.take_step(
                    changes.comment(checking.reviewed, check, comment), _("comment: {words}", words=words_of(check))
                )

        self.app.push_screen(CommentScreen(words_of(check, 200), check.decision.comment), keep)

    # Values and evidence

    def action_edit(self) -> None:
        """Change the item's values, and the words that it stands on."""
        if (chosen := self._chosen()) is None:
            return
        from briefing.app.fields import fields_of
        from briefing.app.screens.edit import EditScreen
        from briefing.app.widgets.evidence import Evidence
        from briefing.model import Span

        checking, check = chosen
        item = check.item
        evidence = Evidence(item_text(checking), item.start, item.end) if isinstance(item, Span) else None
        fields = fields_of(checking.reviewed, check)
        keep = partial(self._keep_edited, checking, check)
        self.app.push_screen(EditScreen(words_of(check), fields, evidence, keep, self._light_evidence))

    def _light_evidence(self, place: Range | None) -> None:
        """Light words of the article while they are being chosen, then the item again."""
        if place is None:
            self.article_view.point_at(self.item)
        elif self.item is not None:
            self.article_view.point_at(Item(self.item.key, self.item.layer, *place))

    def _keep_edited(self, checking: Checking, check: ReviewedItem, edited: Edited) -> None:
        from briefing.app.fields import values_of
        from briefing.review import apply, changes

        reviewed = checking.reviewed
        if edited.values:
            review = changes.edit(reviewed, check, values_of(reviewed, check, edited.values))
            reviewed = apply(checking.briefing, review)
        if edited.place is not None:
            check = reviewed.by_key[check.key]
            reviewed = apply(checking.briefing, changes.move(reviewed, check, *edited.place))
        self.take_step(reviewed.review, _("edited: {words}", words=words_of(check)))

    # Speakers

    def _chosen_speaker(self) -> tuple[Checking, ReviewedItem] | None:
        """Return the speaker who is chosen, or whose words are, or say that there is none."""
        if (chosen := self._chosen()) is None:
            return None
        from briefing.review import changes

        checking, check = chosen
        speaker = check if check.layer == "speakers" else changes.speaker_of(checking.reviewed, check)
        if speaker is None:
            say(self.app, _("Nobody is named for this."), "warning")
            return None
        return checking, speaker

    def action_merge(self) -> None:
        """Make the speaker one with another; a speaker that was merged before can be taken out again."""
        if (chosen := self._chosen_speaker()) is None:
            return
        from briefing.review import changes

        checking, speaker = chosen
        title = _("Merge “{name}” with:", name=words_of(speaker))

        def merge(picked: Picked | None) -> None:
            if picked is None:
                return
            reviewed = checking.reviewed
            other = reviewed.by_key[picked.key]
            if other.decision.merged_into is not None:
                self.take_step(
                    changes.unmerge(reviewed, other), _("apart again: {words}", words=words_of(other)), aloud=True
                )
            else:
                one, other = in_order(speaker, other)
                words = _("{one} is {other}", one=words_of(one), other=words_of(other))
                self.take_step(changes.merge(reviewed, one, other), words, aloud=True)

        self._pick_speaker(title, merge, checking, without=speaker, merged=True)

    def action_split(self) -> None:
        """Give some of the speaker's quotes, or the one under the cursor, to somebody else."""
        if (chosen := self._chosen()) is None:
            return
        checking, check = chosen
        if check.layer == "speakers":
            quotes = {each.key: words_of(each, 200) for each in self._with_quotes(check) if each.layer == "quotes"}
            if not quotes:
                say(self.app, _("Nothing is quoted here."), "warning")
                return
            from briefing.app.screens.split import SplitScreen

            self.app.push_screen(SplitScreen(words_of(check), quotes), partial(self._give, checking))
        elif check.layer in ("quotes", "actions"):
            self._give(checking, [check.key])
        else:
            say(self.app, _("This is nobody's words."), "warning")

    def _give(self, checking: Checking, keys: list[str] | None) -> None:
        if not keys:
            return
        from briefing.review import changes

        def give(picked: Picked | None) -> None:
            if picked is not None:
                reviewed = checking.reviewed
                items = [reviewed.by_key[key] for key in keys]
                name = picked.name or picked.key.partition(":")[2]
                words = ngettext("{count} item goes to", "{count} items go to", len(items))
                self.take_step(changes.give(reviewed, items, name), f"{words} {name}", aloud=True)

        self._pick_speaker(_("Who said it?"), give, checking, new=True)

    def _pick_speaker(
        self,
        title: str,
        take: Callable[[Picked | None], None],
        checking: Checking,
        *,
        without: ReviewedItem | None = None,
        merged: bool = False,
        new: bool = False,
    ) -> None:
        from briefing.app.screens.pick import PickScreen

        reviewed = checking.reviewed
        speakers = [item for item in reviewed.layer("speakers") if item is not without]
        choices = [speaker_choice(item) for item in (*speakers, *(reviewed.merged if merged else ()))]
        if not choices and not new:
            say(self.app, _("There is nobody else."), "warning")
            return
        screen = PickScreen(title, choices, new=new)
        self.app.push_screen(screen, take)
        if new:
            known = {words_of(item, 200).casefold() for item in (*reviewed.layer("speakers"), *reviewed.merged)}
            offer = partial(self._offer_people, screen, checking, known)
            self.run_worker(offer, thread=True, group="people", exit_on_error=False)

    def _offer_people(self, screen: PickScreen, checking: Checking, known: set[str]) -> None:
        """Offer the people whom the article names besides the speakers; runs in a thread."""
        from briefing.app.screens.pick import Choice, Offered

        names = self.app.engine.people(checking.briefing.article)
        choices = [Choice(f"{NAMED}{name}", plain(name)) for name in names if name.casefold() not in known]
        screen.post_message(Offered(choices))

    # New items

    def action_mark(self) -> None:
        """Make the selected words an item; while nothing is selected, begin to select."""
        checking = self.document.checking
        if checking is None:
            say(self.app, _("There is no briefing to add to yet."), "warning")
            return
        selected = self.article_view.selected_range()
        if selected is None:
            self.action_pane("article")
            if self.article_view.caret is None:
                self.article_view.action_select_text()
            self.say_how_to_select("check.mark")
            return
        from briefing.app.screens.pick import Choice, PickScreen

        selected = whole_words(item_text(checking), *selected)
        choices = [Choice(layer, plain(_(name))) for layer, name in NEW.items()]
        words = " ".join(item_text(checking)[slice(*selected)].split())
        title = _("What is this: {words}", words=shortened(words, LONGEST_WORDS))
        self.app.push_screen(PickScreen(title, choices), partial(self._mark_as, checking, selected))

    def say_how_to_select(self, purpose: str) -> None:
        """Say how words are selected for a command."""
        begin, key = BY_ID["select.begin"].key(), BY_ID[purpose].key()
        how = _("Go to the first of the words and press {begin}, to the last and press {key}.", begin=begin, key=key)
        say(self.app, how)

    def _mark_as(self, checking: Checking, place: Range, picked: Picked | None) -> None:
        if picked is None:
            return
        layer: Layer = next(layer for layer in ("facts", "quotes", "actions") if layer == picked.key)
        if layer != "quotes":
            self._add(checking, layer, place, {})
            return

        def take(speaker: Picked | None) -> None:
            if speaker is not None:
                kind, *bare = self.app.engine.as_quote(checking.briefing.article, *place)
                name = speaker.name or speaker.key.partition(":")[2]
                self._add(checking, "quotes", (bare[0], bare[1]), {"speaker": name, "kind": kind})

        self._pick_speaker(_("Who said it?"), take, checking, new=True)

    def _add(self, checking: Checking, layer: Layer, place: Range, values: dict[str, str | int | float | None]) -> None:
        from briefing.review import changes

        review, key = changes.add(checking.reviewed, layer, *place, values)
        words = shortened(" ".join(item_text(checking)[slice(*place)].split()), LONGEST_WORDS)
        self.article_view.stop_selecting()
        self.take_step(review, _("new: {words}", words=words), aloud=True)
        added = checking.reviewed.by_key[key]
        if self.document.items is not None:
            item = self.document.items.by_key.get(f"{layer}:{added.item.id}")
            self._choose(item, self.panes.select(item.key) if item is not None else None)


def whole_words(text: str, start: int, end: int) -> Range:
    """Return a place of a text with all of the words that it begins and ends in."""
    while start > 0 and text[start - 1 : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1 : end + 1].isalnum():
        end += 1
    return start, end


def speaker_choice(item: ReviewedItem) -> Choice:
    """Return a speaker to pick; one that was merged with another is there to be taken apart."""
    from briefing.app.screens.pick import Choice
    from briefing.export.lines import role_of
    from briefing.model import Speaker

    role = role_of(item.item) if isinstance(item.item, Speaker) else ""
    apart = f"≠ {_('apart again')}: " if item.decision.merged_into is not None else ""
    name = words_of(item, 200)
    return Choice(item.key, joined((apart, "$muted"), (name, "bold"), (f"  {role}" if role else "", "$muted")))


def in_order(speaker: ReviewedItem, picked: ReviewedItem) -> tuple[ReviewedItem, ReviewedItem]:
    """Return two speakers who are one, last the one whose name stays: who was picked, or else who alone has a name."""
    loses_name = is_named(speaker) and not is_named(picked)
    return (picked, speaker) if loses_name else (speaker, picked)


def is_named(item: ReviewedItem) -> bool:
    """Tell whether the article names a speaker."""
    return getattr(item.item, "kind", "unnamed") != "unnamed"


def item_text(checking: Checking) -> str:
    """Return the article's text."""
    return checking.briefing.article.text
