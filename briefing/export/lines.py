"""Words on one line, and who a speaker is beside the name: what every export and the app's lists write alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model import Speaker

_ENDING = 3
"""Letters at the end of a word that inflection may change."""

_WHITE_SPACE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
# Two of them are no control characters, but no character at all: XML, and so every office format, refuses them.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]")


def printable(text: str) -> str:
    """Return the text without control characters, its lines as they are."""
    return _CONTROLS.sub("", text)


def one_line(text: str) -> str:
    """Return the text on one line without control characters; a no-break space stays one."""
    return _WHITE_SPACE.sub(" ", printable(text)).strip()


def role_of(speaker: Speaker) -> str:
    """Return role and organisation, the organisation once where the role already names it."""
    role, organisation = one_line(speaker.role or ""), one_line(speaker.organisation or "")
    if not role or not organisation:
        return role or organisation
    return role if names(role, organisation) else f"{role}, {organisation}"


def names(text: str, name: str) -> bool:
    """Tell whether a text has the words of a name, inflected perhaps: «глава Пензенской области»."""
    words = re.findall(r"\w+", text.casefold())
    stems = [word[: max(3, len(word) - _ENDING)] for word in re.findall(r"\w+", name.casefold())]
    return all(any(word.startswith(stem) for word in words) for stem in stems)
