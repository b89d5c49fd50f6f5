"""What agencies add to a story that they send again: "UPDATE 2-Bank cuts rates", "(Adds quotes, shares)"."""

from __future__ import annotations

import re
from functools import cache

from briefing.sources.lexicon import lexicon

_LONGEST = 200
_FEWEST_WORDS = 3  # of a headline behind a label


def tells_what_is_new(text: str) -> bool:
    """Tell whether a line is only a note in brackets of what has been added or changed."""
    return len(text) <= _LONGEST and _note().fullmatch(text) is not None


def headline(text: str) -> int:
    """Return where a headline begins behind a label such as "UPDATE 2-" or «СРОЧНО:», 0 where it has none.

    A label of a dash is in capitals: "Update-server stolen" is a headline.
    """
    match = _label().match(text)
    if match is None or (match["mark"] not in ":!" and not match["label"].isupper()):
        return 0
    return match.end() if len(text[match.end() :].split()) >= _FEWEST_WORDS else 0


@cache
def _note() -> re.Pattern[str]:
    openings = "|".join(map(re.escape, lexicon().revision_openings))
    return re.compile(rf"\((?:{openings})\b[^()]*(?:\([^()]*\)[^()]*)*\)\.?", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, lexicon().revision_labels))
    return re.compile(rf"(?P<label>{labels})(?:\s+\d{{1,2}})?\s*(?P<mark>[:!–—-])\s*", re.IGNORECASE)
