"""The article's own words around indirect speech: whether somebody announced, asked for, doubted or denied it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefing.language import fold, lexicons

if TYPE_CHECKING:
    from briefing.model import Article, Briefing, Quote

_LONGEST = 80  # characters from where a clause begins to what it attributes
_CLAUSE = re.compile(r"(?:(?<!\b\w)\.|[!?…;:,])(?!\w)|[—–()«»“”„\"\n]")  # not in “2.5%”, “3,000”, “J. Lee”
_SENTENCE = re.compile(r"[.!?…]\s|\n")
_POSSESSIVE = re.compile(r"^['’]s?(?=\s)")  # what is left of “the mayor’s concern that”, “the players’ hope that”
_MARKS = ' \t\n,;:.—–-«»“”„"()'

_Range = tuple[int, int]


class Attribution(NamedTuple):
    """Words to be read before and behind what is quoted, without the speaker's name; one of them at least is empty."""

    before: str = ""
    behind: str = ""

    def around(self, text: str) -> str:
        """Return the text with them: «отрицает, что получил аванс», «мост откроют (уточнил)»."""
        return " ".join(part for part in (self.before, text, f"({self.behind})" if self.behind else "") if part)


def attributions(briefing: Briefing) -> dict[str, Attribution]:
    """Return for each quote, by its id, the words of the clause that attributes it, as they stand in the article.

    They are the cue with its negation and conjunction («не исключил, что», "denied on Tuesday that"). Direct speech,
    what a source is named for by the cue itself («по словам мэра»), and what is followed by words that say no more than
    that somebody said it («…, сообщил мэр») have none.
    """
    named = {speaker.id: [(span.start, span.end) for span in speaker.mentions] for speaker in briefing.speakers}
    # What was quoted before, and how much of anything is told, is no word of who attributes.
    ends = sorted(item.end for items in (briefing.quotes, briefing.figures) for item in items)
    return {
        quote.id: _attribution(quote, named.get(quote.speaker or "", ()), ends, briefing.article)
        for quote in briefing.quotes
    }


def _attribution(quote: Quote, names: Sequence[_Range], ends: Sequence[int], article: Article) -> Attribution:
    cue, text = quote.cue, article.text
    if quote.kind == "direct" or cue is None or any(start < cue.end and cue.start < end for start, end in names):
        return Attribution()
    earlier = bisect_right(ends, cue.start)
    begin = _begin(text, cue.start, [*(end for _, end in names), *ends[max(0, earlier - 1) : earlier]])
    first, last = sorted(((cue.start, cue.end), (quote.start, quote.end)))
    if _SENTENCE.search(text, first[1], last[0]) or last[0] - min(begin, first[1]) > _LONGEST:
        return Attribution()
    if cue.start >= quote.end or any(cue.end <= start < quote.start for start, _ in names):
        words = _bare(text[begin : cue.end])  # «…, полагает мэр», «как полагает мэр, …»
        return Attribution() if _listed("plain_forms", article) >= {*fold(words).split()} else Attribution(behind=words)
    if cue.end > quote.start:
        return Attribution()
    joining, _, words = _bare(text[begin : quote.start]).partition(" ")
    is_joined = words and fold(joining) in _listed("coordinators", article) - _listed("plain_forms", article)
    return Attribution(before=words if is_joined else f"{joining} {words}".rstrip())


def _listed(name: str, article: Article) -> frozenset[str]:
    """Return a list of the words with which the article's language attributes."""
    return frozenset(lexicons.load(lexicons.known(article.language), "speech")["words"][name].split())


def _begin(text: str, cue: int, ends: Sequence[int]) -> int:
    """Return where the words of the clause with the cue begin: behind who speaks, and behind the last of ``ends``."""
    least = max(0, cue - _LONGEST)
    marks = (mark.end() for mark in _CLAUSE.finditer(text, least, cue))
    return max([least, *marks, *(end for end in ends if end <= cue)])


def _bare(words: str) -> str:
    return " ".join(_POSSESSIVE.sub("", words).strip(_MARKS).split())
