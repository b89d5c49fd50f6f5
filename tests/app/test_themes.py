"""Contrast of the program's own themes, by WCAG 2."""

from __future__ import annotations

import pytest
from textual.color import Color

from briefing.app.themes import THEMES

INKS = ["ink-quotes", "ink-figures", "ink-actions", "ink-names"]
GROUNDS = {
    "background": ["foreground", "muted", "primary", "accent", "warning", "error", "success", "secondary", *INKS],
    "panel": ["foreground", "muted", "primary", "warning", "error"],
    "lit": ["lit-text"],
    "found": ["found-text"],
    "quiet": [],
    "cursor": ["cursor-text", "ink-quotes", "ink-figures", "ink-actions", "ink-names", "muted", "error"],
    "cursor-blurred": ["foreground", "ink-quotes", "ink-figures", "ink-actions", "ink-names", "muted", "error"],
    "screen-selection-background": ["screen-selection-foreground"],
}


def luminance(color: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read(theme, ground: str) -> None:
    colours = {name: getattr(theme, name) for name in vars(theme)} | theme.variables
    least = 7 if theme.name == "briefing-contrast" else 4.5
    for ink in GROUNDS[ground]:
        if theme.name == "briefing-contrast" and ground == "cursor" and ink != "cursor-text":
            continue
        measured = contrast(colours[ink], colours[ground])
        assert measured >= least, f"{ink} on {ground}: {measured:.2f}"
