"""The items of a briefing as the reader walks through them: in the order of the text, each knowing its relatives."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar

from briefing.frozen import frozen

if TYPE_CHECKING:
    from briefing.model import Action, Briefing, Fact, Figure, Quote, Span, Speaker
    from briefing.review import Reviewed, ReviewedItem

Layer = Literal["facts", "quotes", "figures", "actions", "names"]
Range = tuple[int, int]
_Kind = TypeVar("_Kind", "Fact", "Quote", "Action")
COUNTED = ("facts", "quotes", "actions")
"""The layers whose items wait for a decision; speakers and figures are looked at with them."""
UNNAMED = "speaker:"
"""Key of the row that gathers the quotes of nobody."""


@frozen
class Item:
    """A fact, quote, action, figure or speaker: its place in the text, and the cue and the name that belong to it.

    ``key`` is the layer and the item's id (``quotes:q1``) and names the item's row in its list.
    """

    key: str
    layer: Layer
    start: int
    end: int
    cue: Range | None = None
    name: Range | None = None


def _share(quote: Quote, fact: Item) -> int:
    """Return how many characters a quote and a fact have in common, 0 or less where they are apart."""
    return min(quote.end, fact.end) - max(quote.start, fact.start)


class Items:
    """What the app asks of a briefing; built once, in the thread that extracted it."""

    def __init__(self, briefing: Briefing, reviewed: Reviewed | None = None, *, dismissed: bool = False) -> None:
        """Arrange a briefing, or what a person has made of it; ``dismissed`` items are left out unless asked for."""
        from briefing.attribution import attributions
        from briefing.export.lines import role_of
        from briefing.quotation import quoted

        self.briefing = briefing
        self.attributions = attributions(briefing)
        self.quoted = quoted(briefing)
        self.reviewed = reviewed
        self.dismissed = dismissed
        self.speakers: dict[str, Speaker] = {speaker.id: speaker for speaker in briefing.speakers}
        self.roles = {speaker.id: role_of(speaker) for speaker in briefing.speakers}
        self.facts = [fact for fact in self._pinned_first("facts", briefing.facts) if self.shows(f"facts:{fact.id}")]
        quotes = self._pinned_first("quotes", briefing.quotes)
        self.quotes = [quote for quote in quotes if self.shows(f"quotes:{quote.id}")]
        actions = self._pinned_first("actions", briefing.actions)
        self.actions = [action for action in actions if self.shows(f"actions:{action.id}")]
        self.quotes_of: dict[str | None, list[Quote]] = defaultdict(list)
        for quote in self.quotes:
            self.quotes_of[quote.speaker].append(quote)
        self.figures: dict[str, Figure] = {figure.id: figure for figure in briefing.figures}
        self._ids_of_figures = {f"facts:{fact.id}": fact.figures for fact in briefing.facts}
        self._actions: dict[str, Action] = {f"actions:{action.id}": action for action in briefing.actions}
        found = [Item(f"facts:{fact.id}", "facts", fact.start, fact.end) for fact in self.facts]
        found += [self._quote(quote) for quote in self.quotes]
        found += [self._action(action) for action in self.actions]
        speakers = [
            Item(f"speaker:{speaker.id}", "names", speaker.mentions[0].start, speaker.mentions[0].end)
            for speaker in briefing.speakers
            if speaker.mentions
        ]
        figures = [Item(f"figures:{figure.id}", "figures", figure.start, figure.end) for figure in briefing.figures]
        self.in_order: list[Item] = sorted(found, key=lambda item: (item.start, -item.end))
        self.by_key: dict[str, Item] = {item.key: item for item in found + speakers + figures}

    def _pinned_first(self, layer: Layer, spans: Sequence[_Kind]) -> list[_Kind]:
        return sorted(spans, key=lambda span: not self._is_pinned(f"{layer}:{span.id}"))

    def _is_pinned(self, key: str) -> bool:
        check = self.check(key)
        return check is not None and check.decision.pinned

    def check(self, key: str) -> ReviewedItem | None:
        """Return what was decided on the item of a row; None where nothing can be."""
        layer, _, id_ = key.rpartition(">")[2].partition(":")
        return self._checks.get(("speakers" if layer == "speaker" else layer, id_))

    @cached_property
    def _checks(self) -> dict[tuple[str, str], ReviewedItem]:
        items = self.reviewed.items if self.reviewed is not None else ()
        return {(item.layer, item.item.id): item for item in items}

    def shows(self, key: str) -> bool:
        """Is an item shown? Dismissed ones are folded away unless they were asked for."""
        check = self.check(key)
        return self.dismissed or check is None or check.state != "dismissed"

    def speaker_is_shown(self, speaker: Speaker) -> bool:
        """Is a speaker shown? A dismissed one is as long as there are quotes to be seen."""
        return self.shows(f"speaker:{speaker.id}") or bool(self.quotes_of.get(speaker.id))

    def in_lists(self) -> list[str]:
        """Return the keys of facts, speakers with their quotes, and actions as the lists have them."""
        keys = [f"facts:{fact.id}" for fact in self.facts]
        for speaker in [*self.speakers_in_order(), None]:
            id_ = speaker.id if speaker is not None else None
            keys += [f"speaker:{id_ or ''}", *(f"quotes:{quote.id}" for quote in self.quotes_of.get(id_, []))]
        return keys + [f"actions:{action.id}" for action in self.actions]

    def progress(self, kind: str | None = None) -> tuple[int, int]:
        """Return how many items of a list, or of all, have been decided on, and how many there are."""
        layer = {"speakers": "quotes"}.get(kind or "", kind)
        layers = [layer] if layer else COUNTED
        counted = [item for item in self._checks.values() if item.layer in layers]
        return sum(item.state != "undecided" for item in counted), len(counted)

    def undecided(self, key: str) -> bool:
        """Does an item still wait for a decision? Of the kinds that are counted: facts, quotes, actions."""
        check = self.check(key)
        return check is not None and check.layer in COUNTED and check.state == "undecided"

    @cached_property
    def _starts(self) -> list[int]:
        return [item.start for item in self.in_order]

    def speakers_in_order(self) -> list[Speaker]:
        """Return the speakers who are quoted, in the order of their first quote, then those only mentioned."""
        order = {quote.speaker: place for place, quote in reversed(list(enumerate(self.briefing.quotes)))}
        shown = (speaker for speaker in self.briefing.speakers if self.speaker_is_shown(speaker))
        place = {
            speaker.id: (not self._is_pinned(f"speaker:{speaker.id}"), order.get(speaker.id, len(order)))
            for speaker in self.briefing.speakers
        }
        return sorted(shown, key=lambda speaker: place[speaker.id])

    def next(self, offset: int, direction: int, current: Item | None) -> Item | None:
        """Return the item after (1) or before (-1) the current one, or the first on that side of the offset."""
        if not self.in_order:
            return None
        if current is not None and current in self.in_order:
            place = self.in_order.index(current) + direction
        elif direction > 0:
            place = bisect_right(self._starts, offset - 1)
        else:
            place = bisect_right(self._starts, offset - 1) - 1
        return self.in_order[place] if 0 <= place < len(self.in_order) else None

    def at(self, offset: int) -> Item | None:
        """Return the smallest item whose words are at this offset."""
        covering = [item for item in self.in_order if item.start <= offset < item.end]
        return min(covering, key=lambda item: item.end - item.start, default=None)

    def of_row(self, row: str) -> Item | None:
        """Return the item of a row; below another row the key of that one goes before its own, with ``>``."""
        return self.by_key.get(row.rpartition(">")[2])

    def figures_of(self, key: str) -> list[Figure]:
        """Return the figures of a fact, those in a quote, or those in an action's words and its deadline's."""
        if key in self._ids_of_figures:
            return [self.figures[id_] for id_ in self._ids_of_figures[key]]
        action, item = self._actions.get(key), self.by_key.get(key)
        deadline = action.deadline_span if action is not None else None
        places = [(each.start, each.end) for each in (item, deadline) if each is not None]
        return [
            figure
            for figure in self.briefing.figures
            if any(figure.start < end and start < figure.end for start, end in places)
        ]

    def speaker_of(self, key: str) -> Speaker | None:
        """Return whose words an action or a fact is."""
        if key in self._ids_of_figures:
            return self.speakers.get(self._speaker_of_fact(key) or "")
        action = self._actions.get(key)
        return self.speakers.get(action.speaker or "") if action is not None else None

    def _speaker_of_fact(self, key: str) -> str | None:
        """Return the id of whoever says what a fact is: of the named quotes that it shares words with, the longest."""
        fact = self.by_key.get(key)
        if fact is None:
            return None
        named = [quote for quote in self.quotes if quote.speaker is not None and _share(quote, fact) > 0]
        best = max(named, key=lambda quote: _share(quote, fact), default=None)
        return best.speaker if best is not None else None

    def leads_somewhere(self, key: str) -> bool:
        """Are there figures or a speaker to go to from this fact or action?"""
        return self.speaker_of(key) is not None or bool(self.figures_of(key))

    def speaker_key(self, item: Item) -> str | None:
        """Return the row of the speaker whose words an item is; None for items that nobody says."""
        kind, id_ = item.key.split(":", 1)
        if kind == "facts":
            speaker_id = self._speaker_of_fact(item.key)
            return f"speaker:{speaker_id}" if speaker_id else None
        if kind == "quotes":
            return next((f"speaker:{quote.speaker or ''}" for quote in self.briefing.quotes if quote.id == id_), None)
        if kind == "actions":
            speaker = next((action.speaker for action in self.briefing.actions if action.id == id_), None)
            return f"speaker:{speaker}" if speaker else None
        return None

    def speaker_name(self, item: Item) -> str | None:
        """Return the name of whoever an item is, or whose words it is; None where the article gives no name."""
        key = item.key if item.key.startswith("speaker:") else self.speaker_key(item)
        speaker = self.speakers.get((key or "").removeprefix("speaker:"))
        return speaker.name if speaker is not None and speaker.kind != "unnamed" else None

    def ranges(self, layer: Layer) -> list[Range]:
        """Return the places of everything in a layer that is shown."""
        spans: Sequence[Span]
        if layer == "names":
            spans = [mention for speaker in self.briefing.speakers for mention in speaker.mentions]
        else:
            shown: dict[str, Sequence[Span]] = {"facts": self.facts, "quotes": self.quotes, "actions": self.actions}
            spans = shown.get(layer, self.briefing.figures)
        return [(span.start, span.end) for span in spans]

    def _quote(self, quote: Quote) -> Item:
        cue = (quote.cue.start, quote.cue.end) if quote.cue else None
        return Item(f"quotes:{quote.id}", "quotes", quote.start, quote.end, cue, self._name(quote.speaker, quote, cue))

    def _action(self, action: Action) -> Item:
        return Item(
            f"actions:{action.id}", "actions", action.start, action.end, None, self._name(action.speaker, action, None)
        )

    def _name(self, speaker_id: str | None, span: Span, cue: Range | None) -> Range | None:
        """Return the mention of the speaker that is nearest to the item and in its paragraph."""
        speaker = self.speakers.get(speaker_id or "")
        if speaker is None:
            return None
        text = self.briefing.article.text
        middle = cue[0] if cue else span.start
        left = text.rfind("\n", 0, span.start) + 1
        right = text.find("\n", span.end)
        right = len(text) if right < 0 else right
        near = [mention for mention in speaker.mentions if left <= mention.start < right]
        best = min(near, key=lambda mention: abs(mention.start - middle), default=None)
        return (best.start, best.end) if best else None
