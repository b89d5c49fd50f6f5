"""The lines with which the library answers a question: what each says, and the words of the article that it opens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.app.dates import day_in_words, deadline_in_words
from briefing.app.items import Item
from briefing.app.safe import Hanging, joined, plain
from briefing.app.widgets.rows import kind_in_words, status_in_words
from briefing.app.words import _, ngettext
from briefing.frozen import frozen

if TYPE_CHECKING:
    from briefing.library import Entry
    from briefing.library.across import Comparison, Due, Profile, Saying, Voice
    from briefing.model import Figure, Span


@frozen
class Row:
    """A line of the list: the article that it opens and the words there, or the words to ask about next (``asks``); a
    heading opens nothing."""

    prompt: Hanging
    number: int | None = None
    item: Item | None = None
    asks: str = ""

    @property
    def leads(self) -> bool:
        """Does it lead anywhere?"""
        return self.number is not None or bool(self.asks)


def voice(each: Voice) -> Row:
    """Return a line that asks what somebody said."""
    name = joined(
        (each.name, "bold $ink-names"),
        (f"  {each.quotes}", "$muted"),
        (f"  {each.role}" if each.role else "", "$muted"),
    )
    return Row(Hanging(plain("  "), name), asks=each.name)


def _origin(entry: Entry, reprints: int = 0) -> str:
    return " · ".join(part for part in (day_in_words(entry.date), entry.heading, _reprints(reprints)) if part)


def _reprints(count: int) -> str:
    return ngettext("{count} reprint", "{count} reprints", count) if count else ""


def profile(somebody: Profile) -> Iterator[Row]:
    """Yield a heading with the roles of somebody, and a line for each quote."""
    others = ", ".join(somebody.spellings[1:])
    days = [day_in_words(since) or "—" for since, _role in somebody.roles]
    width = max(map(len, days), default=0)
    roles = "".join(f"\n{day:<{width}}  {role}" for day, (_since, role) in zip(days, somebody.roles, strict=True))
    name = joined(
        (somebody.name, "bold $ink-names"),
        (f"  {others}" if others else "", "$muted"),
        (f"  {len(somebody.sayings)}", "$muted"),
        (roles, "$muted"),
    )
    yield Row(Hanging(plain("▾ ", "$muted"), name))
    for saying in somebody.sayings:
        yield _saying(saying)


def _saying(saying: Saying) -> Row:
    mark = "“" if saying.kind == "direct" else "–"
    words = joined(saying.said(saying.text), (f"\n{_origin(saying.entry, saying.reprints)}", "$muted"))
    item = Item(f"quotes:{saying.quote}", "quotes", saying.start, saying.start + len(saying.text))
    return Row(Hanging(plain(f"  {mark} ", "$ink-quotes"), words), saying.entry.number, item)


def comparison(group: Comparison) -> Iterator[Row]:
    """Yield a heading for a quantity, and a line for each figure."""
    quantity = kind_in_words(group.kind) + (f"  {group.unit}" if group.unit else "")
    differs = _("the articles differ") if group.differs else ""
    yield Row(
        Hanging(
            plain("▾ ", "$muted"),
            joined((quantity, "bold"), (f"  ≠ {differs}" if differs else "", "bold $warning")),
        )
    )
    width = min(30, max(len(figure.text) for _entry, figure, _sentence in group.figures))
    for index, (entry, figure, sentence) in enumerate(group.figures):
        yield _figure(entry, figure, sentence, width, disputed=index in group.disputed)


def _figure(entry: Entry, figure: Figure, sentence: Span, width: int, *, disputed: bool) -> Row:
    mark = plain("  ≠ " if disputed else "    ", "bold $warning")
    text = " ".join(figure.text.split())
    words = joined(
        (f"{text:<{width}}", "bold $ink-figures"),
        (f"  {_origin(entry)}", "$muted"),
        f"\n{' '.join(sentence.text.split())}",
    )
    item = Item(f"figures:{figure.id}", "figures", figure.start, figure.end)
    return Row(Hanging(mark, words), entry.number, item)


def due(each: Due) -> Row:
    """Return the line of an action."""
    mark = "■ " if each.done else "! " if each.overdue else "□ "
    details = [(deadline_in_words(each.deadline), "bold $error" if each.overdue else "bold")]
    if each.overdue:
        details.append((_("overdue"), "bold $error"))
    if each.done:
        details.append((_("done"), "bold"))
    details.append((status_in_words(each.status), "$ink-actions"))
    if each.actor:
        details.append((each.actor, "bold $muted"))
    details.append((each.entry.heading, "$muted"))
    if each.reprints:
        details.append((_reprints(len(each.reprints)), "$muted"))
    line = joined(*[part for detail in details for part in ((" · ", "$muted"), detail)][1:])
    words = joined((each.said, "$muted" if each.done else ""), "\n", line)
    item = Item(f"actions:{each.action}", "actions", each.start, each.start + len(each.text))
    return Row(Hanging(plain(mark, "bold $error" if each.overdue else "$ink-actions"), words), each.entry.number, item)
