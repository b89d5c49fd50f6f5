"""The only way for words of an article to reach a widget: as `Content`, which is never read as markup.

Nearly every text parameter of Textual parses square brackets; an unclosed ``[/`` crashes it and ``[@click=…]``
becomes a live action. A test forbids those parameters anywhere else in the app.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar, Literal

from textual.app import App
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import Static
from textual.widgets.option_list import Option

# C0 but the line break, DEL, C1, zero-width and bidi controls, line and paragraph separators. Sources takes them out of
# an article; names of files and messages of the system come here without having passed it.
_UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")

SHORT, LONG = 3.0, 6.0
"""Seconds for which a message is shown, and one that something is wrong."""


def clean(text: str) -> str:
    """Return text without anything that could drive a terminal."""
    return _UNSAFE.sub("", text)


def plain(text: str, style: str = "") -> Content:
    """Return text as it stands, in one style, without anything that could drive a terminal."""
    return Content.styled(clean(text), style)


def joined(*parts: str | tuple[str, str] | Content) -> Content:
    """Return several pieces of text, each with a style of its own, as one."""
    return Content("").join(
        part if isinstance(part, Content) else plain(*part) if isinstance(part, tuple) else plain(part)
        for part in parts
    )


class Hanging(Visual):
    """Text that wraps beside a mark: the mark stands left of the first line, the others are indented as far."""

    def __init__(self, mark: Content, body: Content) -> None:
        self.mark = mark
        self.body = body

    def _inner(self, width: int) -> int:
        return max(1, width - self.mark.cell_length)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Render the mark and the wrapped text beside it."""
        lines = self.body.render_strips(self._inner(width), height, style, options)
        marks = self.mark.render_strips(self.mark.cell_length, 1, style, options)
        indent = Strip.blank(self.mark.cell_length, style.rich_style)
        first = marks[0] if marks else indent
        return [Strip.join([indent if number else first, line]) for number, line in enumerate(lines)]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width at which nothing wraps."""
        return self.mark.cell_length + self.body.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the lines that the text needs beside its mark."""
        return self.body.get_height(rules, self._inner(width))


class Words(Static):
    """A piece of text on the screen."""

    OWN_LINE: ClassVar[bool] = False
    """Has it a line of its own, so that the screen is laid out as it was whatever the text says?"""

    def __init__(self, text: str | Content = "", *, dom_id: str | None = None, classes: str | None = None) -> None:
        super().__init__(text if isinstance(text, Content) else plain(text), id=dom_id, classes=classes, markup=False)

    def say(self, text: str | Content) -> None:
        """Show another text; the one that is shown already is not drawn again."""
        new, shown = text if isinstance(text, Content) else plain(text), self.content
        if not (isinstance(shown, Content) and shown.is_same(new)):
            self.update(new, layout=not self.OWN_LINE)


class Line(Words):
    """Words that have one line of their own, so that others keep their place whatever it says."""

    OWN_LINE = True


def option(prompt: Content | Hanging, key: str | None = None, *, disabled: bool = False) -> Option:
    """Return a row for a list."""
    return Option(prompt, id=key, disabled=disabled)


def say(app: App[Any], text: str, severity: Literal["information", "warning", "error"] = "information") -> None:
    """Show a short message over the screen's corner, in place of those before it unless something is wrong."""
    if severity == "information":
        app.clear_notifications()
    app.notify(clean(text), severity=severity, markup=False, timeout=SHORT if severity == "information" else LONG)
