"""The rows of the lists: facts, speakers with their quotes, actions, and below each what it leads to."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets.option_list import Option

from briefing.app.dates import deadline_in_words
from briefing.app.items import UNNAMED, Items
from briefing.app.safe import Hanging, joined, option, plain
from briefing.app.words import _, current
from briefing.edtf import is_past, today

if TYPE_CHECKING:
    from briefing.model import Action, Fact, Figure, Quote, Speaker
    from briefing.review import ReviewedItem

_DIGIT_GROUP, _DECIMAL_MARK = {"en": ",", "ru": "\N{NO-BREAK SPACE}"}, {"en": ".", "ru": ","}


MARKS = {"accepted": ("✓", "bold $success"), "dismissed": ("✗", "$muted"), "undecided": (" ", "")}
"""What stands before an item by its state, and how it is drawn."""


class Rows:
    """Makes the rows of one briefing; ``opened`` are the keys of rows whose relatives are shown below them."""

    def __init__(self, items: Items, opened: Collection[str], today: str) -> None:
        self.items = items
        self.opened = opened
        self.today = today

    def of(self, kind: str) -> Iterator[Option]:
        """Yield the rows of a list."""
        if kind == "facts":
            for place, fact in enumerate(self.items.facts, 1):
                yield from self._fact(place, fact)
        elif kind == "actions":
            for action in self.items.actions:
                yield from self._action(action)
        else:
            for speaker in self.items.speakers_in_order():
                yield from self._speaker(f"speaker:{speaker.id}", speaker)
            if self.items.quotes_of.get(None):
                yield from self._speaker(UNNAMED, None)

    def _row(self, key: str, sign: Content, body: Content) -> Option:
        """Return a row with what was decided on its item: a mark before it, signs and a comment behind it."""
        check = self.items.check(key)
        if check is None:
            return option(Hanging(joined("  ", sign), body), key)
        mark, style = MARKS[check.state]
        if check.state == "dismissed":
            body = plain(body.plain, "$muted strike")
        badges = badges_of(check)
        comment = ("\n┃ ", "$accent"), (check.decision.comment, "$muted italic")
        said = joined(body, (f"  {badges}" if badges else "", "$accent"), *(comment if check.decision.comment else ()))
        return option(Hanging(joined((f"{mark} ", style), sign), said), key)

    def _fact(self, place: int, fact: Fact) -> Iterator[Option]:
        key = f"facts:{fact.id}"
        before, behind, speaker = self.items.quoted[fact.id]
        body = plain(fact.text)
        for figure in self.items.figures_of(key):
            if fact.start <= figure.start and figure.end <= fact.end:
                body = body.stylize("bold $ink-figures", figure.start - fact.start, figure.end - fact.start)
        whole = joined((before, "$muted"), body, (behind, "$muted"), (f" ({speaker})" if speaker else "", "$muted"))
        yield self._row(key, plain(f"{place:>2} ", "$muted"), whole)
        yield from self._relatives(key)

    def _speaker(self, key: str, speaker: Speaker | None) -> Iterator[Option]:
        quotes = self.items.quotes_of.get(speaker.id if speaker else None, [])
        sign = "·" if not quotes else "▾" if key in self.opened else "▸"
        count = f"  {len(quotes)}" if quotes else ""
        role = self.items.roles[speaker.id] if speaker else ""
        name = speaker.name if speaker else _("Not named")
        body = joined((name, "bold $ink-names"), (count, "$muted"), (f"\n{role}" if role else "", "$muted"))
        yield self._row(key, plain(f"{sign} ", "$muted"), body)
        if key in self.opened:
            yield from (self._quote(quote) for quote in quotes)

    def _quote(self, quote: Quote) -> Option:
        mark = "“" if quote.kind == "direct" else "–"
        before, behind = self.items.attributions[quote.id]
        lead, tail = f"{before} " if before else "", f" ({behind})" if behind else ""
        said = joined((lead, "$muted"), plain(quote.text), (tail, "$muted"))
        return self._row(f"quotes:{quote.id}", plain(f" {mark} ", "$ink-quotes"), said)

    def _action(self, action: Action) -> Iterator[Option]:
        key = f"actions:{action.id}"
        check = self.items.check(key)
        done = check is not None and check.decision.done
        overdue = not done and is_past(action.deadline or "", self.today)
        details = [(status_in_words(action.status), "$ink-actions")]
        if action.actor:
            details.append((action.actor, "bold $muted"))
        if action.deadline:
            details.append((deadline_in_words(action.deadline), "$muted"))
        if overdue:
            details.append((_("overdue"), "bold $error"))
        if done:
            details.append((_("done"), "bold"))
        mark = plain("■ " if done else "! " if overdue else "□ ", "bold $error" if overdue else "$ink-actions")
        words = (check.wording if check is not None else None) or action.text
        yield self._row(key, mark, joined(plain(words), "\n", _in_line(details)))
        yield from self._relatives(key)

    def _relatives(self, key: str) -> Iterator[Option]:
        """Yield what an opened fact or action leads to."""
        if key not in self.opened:
            return
        speaker = self.items.speaker_of(key)
        if speaker is not None:
            words = joined((speaker.name, "bold $ink-names"), (f"  {speaker.role}" if speaker.role else "", "$muted"))
            yield self._row(f"{key}>speaker:{speaker.id}", plain("  · ", "$muted"), words)
        for figure in self.items.figures_of(key):
            value = value_in_words(figure)
            words = joined((figure.text, "bold $ink-figures"), (f"  {value}" if value else "", "$muted"))
            yield self._row(f"{key}>figures:{figure.id}", plain("  # ", "$muted"), words)


def _in_line(details: list[tuple[str, str]]) -> Content:
    return joined(*[part for detail in details for part in ((" · ", "$muted"), detail)][1:])


def badges_of(check: ReviewedItem) -> str:
    """Return the signs of what was done with an item: changed by the article since, pinned, edited, added by hand."""
    decision = check.decision
    edited = bool(decision.edits or decision.moved) and not decision.added
    signs = (("≠", check.changed), ("★", decision.pinned), ("✎", edited), ("+", decision.added))
    return " ".join(sign for sign, holds in signs if holds)


def opened_at_first(items: Items, kind: str) -> set[str]:
    """Return the rows that a list has open before anybody has touched it: the speakers."""
    return {f"speaker:{speaker.id}" for speaker in items.briefing.speakers} | {UNNAMED} if kind == "speakers" else set()


def status_in_words(status: str) -> str:
    """Return what exports call the status of an action, in the interface's language."""
    from briefing.export.wording import wording

    return wording(current()).status[status]


def kind_in_words(kind: str) -> str:
    """Return what exports call a kind of figures, in the interface's language."""
    from briefing.export.wording import wording

    return wording(current()).figure_kind.get(kind, kind)


def value_in_words(figure: Figure) -> str:
    """Return what the program takes a figure for, in the interface's language; empty where it cannot tell."""
    if isinstance(figure.value, str):
        from briefing.export.dates import format_date

        return format_date(figure.value, current(), said=today())
    if figure.value is None:
        return ""
    number = int(figure.value) if float(figure.value).is_integer() else figure.value
    marks = str.maketrans(",.", _DIGIT_GROUP[current()] + _DECIMAL_MARK[current()])
    return " ".join(part for part in (format(number, ",").translate(marks), figure.unit) if part)
