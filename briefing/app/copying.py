"""What is copied for an item, and whether the terminal can be trusted to take it."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.app.items import Item, Items
from briefing.app.words import _

LONGEST = 74_000
"""Bytes that the strictest of the common terminals takes in one OSC 52 sequence, before Base64 (hterm, xterm)."""


def words_of(item: Item, items: Items) -> str:
    """Return an item as one would paste it: a quote with who said it, a fact with the marks that it stands in."""
    briefing = items.briefing
    text = briefing.article.text[item.start : item.end]
    layer, key = item.key.split(":", 1)
    if layer == "facts":
        return items.quoted[key].around(text)
    if layer != "quotes":
        return text
    quote = next(quote for quote in briefing.quotes if quote.id == key)
    speaker = items.speakers.get(quote.speaker or "")
    if quote.kind == "direct":
        text = f"«{text}»" if briefing.article.language == "ru" else f"“{text}”"
    text = items.attributions[key].around(text)
    if speaker is None:
        return text
    from briefing.export.lines import role_of

    who = ", ".join(part for part in (speaker.name, role_of(speaker)) if part)
    return f"{text} — {who}"


def doubt(environment: Mapping[str, str], text: str) -> str:
    """Return why the terminal may not take this text, empty where nothing speaks against it.

    Terminals do not answer OSC 52, so this goes by what they say they are.
    """
    if environment.get("TERM") in ("linux", "dumb"):
        return _("This terminal has no clipboard.")
    if environment.get("TERM_PROGRAM") == "Apple_Terminal":
        return _("Apple's Terminal does not take text from programs; select it with the mouse.")
    if environment.get("TMUX"):
        return _("tmux passes it on only with “set -g set-clipboard on”.")
    if environment.get("STY"):
        return _("GNU screen does not pass it on; select it with the mouse.")
    if len(text.encode()) > LONGEST:
        return _("It is long, and many terminals cut or refuse that.")
    return ""
