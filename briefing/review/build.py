"""Items made of what the program found and what a person decided: edited, moved, merged, added, or found once more."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from briefing.frozen import frozen
from briefing.model import Action, Fact, Figure, Quote, Speaker
from briefing.review.anchors import Place, locate
from briefing.review.decisions import LAYERS, Decision, Layer, Value
from briefing.review.matching import Item, Matched

_KINDS: Mapping[Layer, type[Fact | Quote | Action | Figure]] = {
    "facts": Fact,
    "quotes": Quote,
    "actions": Action,
    "figures": Figure,
}
DEFAULTS: Mapping[Layer, Mapping[str, Value]] = {
    "facts": {"kind": "statement", "score": 1.0},
    "quotes": {"kind": "indirect"},
    "actions": {"status": "planned"},
    "figures": {"kind": "other"},
    "speakers": {"kind": "person"},
}
"""What an item is that a person adds without saying more of it; an added fact matters most."""


@frozen
class Built:
    """An item as it is now, what it was made of, and whether the article says it otherwise than it was decided on."""

    item: Item
    matched: Matched
    changed: bool


class Builder:
    """Makes the items of a reviewed briefing: speakers first, whom the others name, and figures before facts."""

    def __init__(self, text: str, matched: Sequence[Matched]) -> None:
        """Make the speakers and figures.

        ``merged`` are the speakers that are others, ``orphans`` the decisions on speakers whom nobody names any more.
        """
        self.text = text
        self._matched: dict[Layer, list[Matched]] = {layer: [] for layer in LAYERS}
        for one in matched:
            self._matched[one.layer].append(one)
        self._ids = {layer: {one.item.id for one in some if one.item} for layer, some in self._matched.items()}
        self._cast = _Cast(self._matched["speakers"], self._referred(), self._ids["speakers"])
        self._figures = [self._build(one) for one in self._matched["figures"]]
        self.merged = self._cast.merged
        self.orphans = self._cast.orphans

    def layer(self, layer: Layer) -> list[Built]:
        """Return the items of a layer: those that the program found in its order, then the others."""
        if layer == "speakers":
            return self._cast.built
        if layer == "figures":
            return self._figures
        return [self._build(one) for one in self._matched[layer]]

    def _referred(self) -> list[str]:
        """Return the names of the speakers that items say they are of, as far as no id of the program says it."""
        names = []
        for one in (*self._matched["quotes"], *self._matched["actions"]):
            values = one.decision.edits if one.item else {**one.decision.found, **one.decision.edits}
            if isinstance(name := values.get("speaker"), str):
                names.append(name)
        return names

    def _build(self, one: Matched) -> Built:
        decision, kind = one.decision, _KINDS[one.layer]
        place, changed = self._place(one)
        if one.item is not None and place is None and not decision.edits and self._cast.keeps(one.item):
            return Built(one.item, one, changed)
        if one.item is not None:
            values = self._edited(one.item, decision.edits)
        else:
            values = {**DEFAULTS[one.layer], **self._edits({**decision.found, **decision.edits})}
            values["id"] = new_id(one.key, self._ids[one.layer])
        if place is not None:
            values |= {"start": place.start, "end": place.end, "text": self.text[place.start : place.end]}
        if kind is Action and values.get("deadline") is None:
            values["deadline_span"] = None
        if kind is Fact and (place is not None or one.item is None):
            values["figures"] = self._figures_between(values["start"], values["end"])
        return Built(kind(**values), one, changed)

    def _place(self, one: Matched) -> tuple[Place | None, bool]:
        """Return where the item is if not where the program found it, and whether it has changed."""
        moved = one.decision.moved
        if moved is None:
            return one.place, one.changed
        place = locate(moved, self.text)
        if place is None or not place.exact:
            return one.place, True
        return place, one.changed

    def _edits(self, edits: Mapping[str, Value]) -> dict[str, Any]:
        values: dict[str, Any] = {name: value for name, value in edits.items() if name != "wording"}
        if isinstance(name := values.get("speaker"), str):
            values["speaker"] = self._cast.of_name(name)
        return values

    def _edited(self, item: Item, edits: Mapping[str, Value]) -> dict[str, Any]:
        values: dict[str, Any] = dict(item)
        if values.get("speaker") is not None:
            values["speaker"] = self._cast.of_id(values["speaker"])
        if isinstance(actor := values.get("actor"), str):
            values["actor"] = self._cast.now_called(actor)
        if "speaker" in edits and "via" in values:
            values["via"] = None
        return {**values, **self._edits(edits)}

    def _figures_between(self, start: int, end: int) -> tuple[str, ...]:
        spans = [built.item for built in self._figures if isinstance(built.item, Figure)]
        return tuple(figure.id for figure in spans if start <= figure.start and figure.end <= end)


class _Cast:
    """The speakers, and whom a name or an id means now."""

    def __init__(self, matched: Sequence[Matched], referred: Sequence[str], taken: set[str]) -> None:
        self.built: list[Built] = []
        self.merged: list[Built] = []
        self.orphans: list[Decision] = []
        self._into: dict[str, str] = {}
        self._renamed: dict[str, str] = {}
        known = {one.decision.name for one in matched}
        wanted = {*referred, *(one.decision.merged_into for one in matched)}
        speakers: dict[str, tuple[Speaker, Matched]] = {}
        for one in matched:
            # A speaker that the program no longer finds is there for those whom somebody still names.
            if one.item is not None or one.decision.added or one.decision.name in wanted:
                speakers[one.decision.name] = (_speaker(one, taken), one)
            elif not one.decision.is_blank:
                self.orphans.append(one.decision)
        shown = {speaker.name for speaker, _ in speakers.values()}
        for name in dict.fromkeys(referred):
            if name not in known and name not in shown:
                one = Matched(f"speakers:{name}", "speakers", None, Decision(key=f"speakers:{name}", added=True))
                speakers[name] = (_speaker(one, taken), one)
        self._assemble(speakers)

    def _assemble(self, speakers: Mapping[str, tuple[Speaker, Matched]]) -> None:
        """Give the mentions of each speaker that is another one to that one."""
        targets = {name: _last(name, speakers) for name in speakers}
        gathered: dict[str, list[Speaker]] = {}
        for name, (speaker, _) in speakers.items():
            gathered.setdefault(targets[name], []).append(speaker)
        for name, (speaker, one) in speakers.items():
            target = speakers[targets[name]][0]
            self._into[f"name:{name}"] = self._into[f"id:{speaker.id}"] = target.id
            if target is speaker:
                self.built.append(Built(_together(speaker, gathered[name]), one, one.changed))
            else:
                self.merged.append(Built(speaker, one, one.changed))
            for known in {speaker.name, getattr(one.item, "name", speaker.name)} - {target.name}:
                self._renamed[known] = target.name
        for name, (speaker, _) in speakers.items():
            self._into.setdefault(f"name:{speaker.name}", self._into[f"name:{name}"])

    def keeps(self, item: Item) -> bool:
        """Whether the speaker and the actor of an item, if it has them, are still whom the program means."""
        speaker, actor = getattr(item, "speaker", None), getattr(item, "actor", None)
        return (speaker is None or self.of_id(speaker) == speaker) and actor not in self._renamed

    def now_called(self, name: str) -> str:
        """Return the name of whom a name in the article means: as edited, another one's where the two are one."""
        return self._renamed.get(name, name)

    def of_id(self, id_: str) -> str:
        """Return the id of whom the program's id means."""
        return self._into[f"id:{id_}"]

    def of_name(self, name: str) -> str:
        """Return the id of whom a name in a review means."""
        return self._into[f"name:{name}"]


def _together(speaker: Speaker, all_of: Sequence[Speaker]) -> Speaker:
    """Return the speaker with the mentions of all, in text order."""
    if len(all_of) == 1:
        return speaker
    mentions = {(span.start, span.end): span for one in all_of for span in one.mentions}
    return speaker.model_copy(update={"mentions": tuple(mentions[place] for place in sorted(mentions))})


def _last(name: str, speakers: Mapping[str, tuple[Speaker, Matched]]) -> str:
    """Follow a speaker to the one that it is; a circle, which only a hand can write, leads nowhere."""
    seen = {name}
    at = name
    while (further := speakers[at][1].decision.merged_into) in speakers and further is not None:
        if further in seen:
            return name
        seen.add(further)
        at = further
    return at


def _speaker(one: Matched, taken: set[str]) -> Speaker:
    decision = one.decision
    if isinstance(one.item, Speaker):
        return Speaker(**{**dict(one.item), **decision.edits})
    values: dict[str, Any] = {"name": decision.name, **DEFAULTS["speakers"], **decision.found, **decision.edits}
    return Speaker(id=new_id(decision.key, taken), **values)


def new_id(key: str, taken: set[str]) -> str:
    """Return an id for an item that the program has none for, always the same for the same key, and note it."""
    layer, _, name = key.partition(":")
    id_ = f"{layer[0]}-{name if layer != 'speakers' else hashlib.sha256(name.encode()).hexdigest()[:8]}"
    while id_ in taken:
        id_ += "+"
    taken.add(id_)
    return id_
