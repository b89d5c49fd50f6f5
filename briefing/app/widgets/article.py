"""The article's text: only the lines in sight are ever rendered, and every mark on it is a range of source offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import ClassVar, Self

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from briefing.app.commands import bindings
from briefing.app.items import Item, Range
from briefing.app.lights import Lights
from briefing.app.widgets.selecting import SelectableText
from briefing.frozen import frozen

MOST_DRAWN = 400
"""Lines that are kept as they were drawn."""
LONGEST_MATCH = 200
"""Characters that a match may reach into a line from the one before."""
# The sources take these out; should one come through, a box that cannot drive a terminal stands in its place.
_UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


@frozen
class Mark:
    """A sign in the gutter beside the line where something begins."""

    offset: int
    sign: str
    layer: str


class ArticleView(SelectableText, can_focus=True):
    """The pane with the article's text."""

    BINDINGS = bindings("article")
    COMPONENT_CLASSES: ClassVar = {
        "article--title",
        "article--heading",
        "article--meta",
        "article--credit",
        "article--facts",
        "article--quotes",
        "article--figures",
        "article--actions",
        "article--names",
        "article--evidence",
        "article--cue",
        "article--name",
        "article--found",
        "article--match",
        "article--selected",
        "article--caret",
    }

    class Clicked(Message):
        """Somebody clicked on the text at this source offset."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    class Followed(Message):
        """Enter was pressed in the text."""

    def __init__(self, *, measure: int = 80, dom_id: str | None = None, classes: str | None = None) -> None:
        super().__init__(measure=measure, dom_id=dom_id, classes=classes)
        self.evidence: Item | None = None
        self._kinds: Lights[str] = Lights({})
        self._lights: Lights[str] = Lights({})
        self._marks: dict[int, Mark] = {}
        self._mark_offsets: Sequence[int] = ()
        self._ink: dict[str, Style] = {}
        self._drawn: dict[int, Strip] = {}
        self._matches: list[Range] = []
        self._match = 0

    # What is shown

    def show(self, text: str, offset: int = 0) -> None:
        """Show another text with the line of ``offset`` on top."""
        self.evidence = None
        self.caret = None
        self.look_at(None)
        self._matches = []
        self._kinds, self._lights, self._marks, self._mark_offsets = Lights({}), Lights({}), {}, ()
        self.put(text, offset)

    def dress(self, kinds: dict[str, list[Range]]) -> None:
        """Say which stretches are title, heading, header line or credit."""
        self._kinds = Lights(kinds)
        self.refresh()

    def light(self, layers: dict[str, list[Range]], marks: Iterable[Mark]) -> None:
        """Light these layers of the text and put these marks beside it."""
        self._lights = Lights(layers)
        self._marks = {mark.offset: mark for mark in marks}
        self._mark_offsets = sorted(self._marks)
        self.refresh()

    def point_at(self, item: Item | None) -> None:
        """Light one item's words, cue and speaker, and bring them in sight."""
        self.evidence = item
        self.look_at(item.start if item is not None else None)
        if item is not None:
            self.reveal(item.start, item.end)
        self.refresh()

    def find(self, matches: list[Range], at: int) -> None:
        """Light the places that were found and bring the one at this place of the list in sight."""
        self._matches, self._match = matches, at
        if matches:
            self.look_at(matches[at][0])
            self.reveal(*matches[at])
        self.refresh()

    # Drawing

    def notify_style_update(self) -> None:
        """Forget styles of the theme before."""
        super().notify_style_update()
        self._ink.clear()
        self._drawn.clear()

    def _style(self, name: str) -> Style:
        style = self._ink.get(name)
        if style is None:
            style = (
                self.rich_style if name == "text" else self.get_component_rich_style(f"article--{name}", partial=True)
            )
            self._ink[name] = style
        return style

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw again; what is drawn because it scrolled (with a region) looks as it did before."""
        if not regions:
            self._drawn.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_line(self, y: int) -> Strip:
        """Render one line of the pane."""
        row = round(self.scroll_y) + y
        strip = self._drawn.get(row)
        if strip is None or strip.cell_length != self.size.width:
            if len(self._drawn) > MOST_DRAWN:
                self._drawn.clear()
            strip = self._drawn[row] = self._draw(row)
        return strip

    def _draw(self, row: int) -> Strip:
        base = self._style("text")
        width = self.size.width
        line = self._wrapped.line(row)
        if line is None:
            return Strip.blank(width, base)
        start, end = line
        left, _ = self._columns()
        segments = [self._gutter(start, end, left, base)]
        cells = self.text[start:end]
        text = _UNSAFE.sub("\N{WHITE SQUARE}", cells)
        for first, last, style in self._pieces(start, end):
            segments.append(Segment(text[first - start : last - start], style))
        if self._caret_is_behind(row, end):
            segments.append(Segment(" ", base + self._style("caret")))
        strip = Strip(segments).crop_extend(0, width, base)
        return strip.apply_offsets(0, row)

    def _caret_is_behind(self, row: int, end: int) -> bool:
        """Does the caret stand on the break of a line, which has no cell of its own?"""
        return self.caret is not None and self.caret.head >= end and self._wrapped.row(self.caret.head) == row

    def _gutter(self, start: int, end: int, left: int, base: Style) -> Segment:
        mark = next((self._marks[offset] for offset in self._mark_offsets_in(start, end)), None)
        if mark is None:
            return Segment(" " * left, base)
        return Segment(f"{mark.sign} ".rjust(left), base + self._style(mark.layer) + _NOT_UNDERLINED)

    def _mark_offsets_in(self, start: int, end: int) -> Iterator[int]:
        place = bisect_left(self._mark_offsets, start)
        while place < len(self._mark_offsets) and self._mark_offsets[place] < max(end, start + 1):
            yield self._mark_offsets[place]
            place += 1

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, Style]]:
        overlays = list(self._overlays(start, end))
        cuts = {start, end}
        for first, last, _style in overlays:
            cuts.add(max(start, first))
            cuts.add(min(end, last))
        edges = sorted(cuts)
        base = self._style("text")
        for first, last in pairwise(edges):
            style = base
            for over_first, over_last, over in overlays:
                if over_first <= first and last <= over_last:
                    style += over
            yield first, last, style

    def _overlays(self, start: int, end: int) -> Iterator[tuple[int, int, Style]]:
        """Yield what lies over a line, from the lowest layer to the highest."""
        for lights in (self._kinds, self._lights):
            for first, last, names in lights.over(start, end):
                for name in names:
                    yield first, last, self._style(name)
        if (item := self.evidence) is not None:
            for found, name in (((item.start, item.end), "evidence"), (item.name, "name"), (item.cue, "cue")):
                if found is not None and found[0] < end and found[1] > start:
                    yield *found, self._style(name)
        for place in range(bisect_left(self._matches, (start - LONGEST_MATCH, 0)), len(self._matches)):
            first, last = self._matches[place]
            if first >= end:
                break
            if last > start:
                yield first, last, self._style("match" if place == self._match else "found")
        if (selected := self.selected()) is not None and selected[0] < end and selected[1] > start:
            yield *selected, self._style("selected")
        if self.caret is not None and start <= self.caret.head < end:
            yield self.caret.head, self.caret.head + 1, self._style("caret")

    @property
    def has_matches(self) -> bool:
        """Is something lit that was found?"""
        return bool(self._matches)

    def on_click(self, event: events.Click) -> None:
        """Tell which words were clicked; while there is a caret, it goes there."""
        point = event.style.meta.get("offset")
        if point is not None and self.screen.get_selected_text() is None:
            offset = self.offset_at(event.x, point[1])
            if offset is not None and self.caret is not None:
                self.put_caret(offset)
            elif offset is not None:
                self.post_message(self.Clicked(offset))

    # Commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the keys of a selection only while there is one."""
        if action in ("caret", "turn"):
            return self.caret is not None
        if action == "stop_selecting":
            return self.caret is not None or bool(self._matches) or bool(self.screen.selections)
        return True

    def action_stop_selecting(self) -> None:
        """Put out selection and matches."""
        self._matches = []
        self.stop_selecting()

    def action_follow(self) -> None:
        """Go from the lit words to their item."""
        self.post_message(self.Followed())


_NOT_UNDERLINED = Style(underline=False, bold=False, italic=False)
