"""Words between quotation marks: pairs matched paragraph by paragraph, nested, lost, or open over several paragraphs.

Everything here is about characters; whether the marked words are speech, a name or irony is decided elsewhere.
The time is linear in the length of the text, whatever marks it has.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

_MOST_PARAGRAPHS = 12
_BEFORE_OPENING = " \u00a0\n([{—–-/«“„‘\"'"
_AFTER_CLOSING = " \u00a0\n.,;:!?…)]}»”“’—–\"'"
# What follows a quotation that has ended: an attribution after a dash, or nothing more in its paragraph.
_ENDS_QUOTATION = re.compile(r"[.,!?…;]*\s*(?:[—–-]\s|$)")
_ATTRIBUTED = re.compile(r",?\s*[—–-]\s\w")
_DOUBLE = '“”"'
_LONGEST_QUOTATION = 1000  # characters in which the mark is looked for that closes a quotation
_INTRODUCES = re.compile(r"(?::|[—–-])\s*$")
_SENTENCE_END = re.compile(r"[.!?…]\s*$")
# What stands before the closing mark of words that an attribution follows: “…,” he said.
_LEADS_ON = (",", "?", "!", "…")


@dataclass(slots=True)
class Marked:
    """Marked words: their content at ``start:end``, with the marks ``opening:closing``.

    ``group`` is shared by the parts of one quotation. ``continues`` says that the quotation began earlier, ``line``
    that a dash opens it and no mark, ``answers`` that it does so in an interview and asks nothing itself, ``asks`` that
    it does.
    """

    start: int
    end: int
    opening: int
    closing: int
    paragraph: int
    group: int = -1
    continues: bool = False
    line: bool = False
    answers: bool = False
    asks: bool = False


@dataclass(slots=True)
class _Scan:
    """The marks of one paragraph: outermost closed spans, the first mark left open, closing marks left over."""

    start: int
    end: int
    closed: list[tuple[int, int]]
    left_open: list[int]
    stray: list[int]


def find(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    pairs: Mapping[str, str],
    apostrophes: Set[int] = frozenset(),
) -> list[Marked]:
    """Return the outermost marked stretches of the paragraphs, in order; one never crosses a paragraph's end.

    ``apostrophes`` are offsets of marks that belong to a word.
    """
    scans = [_scan(text, start, end, pairs, apostrophes) for start, end in paragraphs]
    found: list[Marked] = []
    groups = 0
    index = 0
    opened_again = False  # the paragraph opens anew what the one before left open
    while index < len(scans):
        scan = scans[index]
        parts = [(opening, closing, index) for opening, closing in scan.closed]
        following = index + 1
        running: list[tuple[int, int, int]] = []
        lent: list[tuple[int, int]] = []
        opening = _accepted_opening(text, scan)
        if opening is None and index + 1 < len(scans):
            opening = _opening_of_more(text, scan, scans[index + 1])
        if opening is None and scan.left_open and len(later := _run_on(text, scans, index, scan.left_open[0])[0]) > 1:
            opening = later[0][0]
        if opening is not None:
            running, following = _run_on(text, scans, index, opening)
            over = running[-1][1] if running and running[-1][2] == index else scan.end
            parts = [part for part in parts if part[1] <= opening or part[0] >= over]
        elif scan.stray and (lost := _lost_opening(text, scan)) is not None:
            lent = [span for span in scan.closed[:1] if span[0] == scan.start]
            parts = [lost_part for lost_part in parts if lost_part[0] >= lost]
            parts.insert(0, (scan.start, lost, index))
        for number, part in enumerate(parts):
            again = opened_again and not number and part[0] == scan.start
            _add(found, text, part, groups - again, pairs, lent, continues=again)
            groups += not again
        for number, part in enumerate(running):
            again = opened_again and not parts and part[0] == scan.start
            _add(found, text, part, groups - again, pairs, continues=number > 0 or again)
        groups += 1
        opened_again = bool(running) and _opens_again(text, scans, running[-1], following, pairs)
        index = following
    return found


def _opens_again(
    text: str, scans: Sequence[_Scan], last: tuple[int, int, int], following: int, pairs: Mapping[str, str]
) -> bool:
    """Whether a quotation that a paragraph's end leaves open has another opening mark at the next one's beginning."""
    if following >= len(scans) or last[1] != scans[last[2]].end or text[last[1] - 1] in pairs.values():
        return False
    start = scans[following].start
    begins = start in scans[following].left_open[:1] or any(span[0] == start for span in scans[following].closed[:1])
    return begins and text[last[0]] == text[start]


def _scan(text: str, start: int, end: int, pairs: Mapping[str, str], apostrophes: Set[int]) -> _Scan:
    stack: list[int] = []
    depth: dict[str, int] = {}
    spans: list[tuple[int, int]] = []
    stray: list[int] = []
    for match in _any_of(frozenset((*pairs, *pairs.values()))).finditer(text, start, end):
        at, mark = match.start(), match.group()
        if at in apostrophes:
            continue
        opener = _opener_of(mark, pairs, depth) or _other_kind(text, at, end, mark, pairs, stack)
        if opener and (mark not in pairs or not _must_open(text, at, start, end, mark, pairs)):
            if not _may_close(text, at, end):
                continue
            while text[stack[-1]] != opener:
                depth[text[stack.pop()]] -= 1
            depth[opener] -= 1
            spans.append((stack.pop(), at + 1))
        elif mark in pairs and _may_open(text, at, start, end, mark, pairs):
            stack.append(at)
            depth[mark] = depth.get(mark, 0) + 1
        elif _may_close(text, at, end):
            stray.append(at)
    spans.sort()
    outer: list[tuple[int, int]] = []
    for span in spans:
        if not outer or span[0] >= outer[-1][1]:
            outer.append(span)
    return _Scan(start, end, outer, stack, stray)


@cache
def _any_of(marks: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(marks)))}]")


def _opener_of(mark: str, pairs: Mapping[str, str], depth: Mapping[str, int]) -> str:
    """Return the opening mark that ``mark`` would close now, or an empty string."""
    return next((opener for opener, closer in pairs.items() if closer == mark and depth.get(opener)), "")


def _other_kind(text: str, at: int, end: int, mark: str, pairs: Mapping[str, str], stack: Sequence[int]) -> str:
    """Return the double mark left open that one of another kind closes: “We will sell it," he said; else nothing.

    It stands right behind a word or stop, and no mark of the right kind follows before the next quotation.
    """
    if not stack or mark not in _DOUBLE or (opening := text[stack[-1]]) not in _DOUBLE or text[at - 1].isspace():
        return ""
    if at + 1 < end and text[at + 1] not in _AFTER_CLOSING:
        return ""
    stop = min(end, at + _LONGEST_QUOTATION)  # bounded, so that the time stays linear
    closing = text.find(pairs[opening], at + 1, stop)
    if closing < 0:
        return opening
    again = text.find(opening, at + 1, stop)
    opens_again = again == closing and text[again - 1].isspace() and text[again + 1 : again + 2].isalnum()
    return opening if 0 <= again < closing or opens_again else ""


def _must_open(text: str, at: int, start: int, end: int, mark: str, pairs: Mapping[str, str]) -> bool:
    """Whether a mark that could also close opens: a word follows and none stands before."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return before in _BEFORE_OPENING and (after.isalnum() or after in pairs or after == "…") and pairs[mark] == mark


def _may_open(text: str, at: int, start: int, end: int, mark: str, pairs: Mapping[str, str]) -> bool:
    if pairs[mark] != mark and mark not in "‘'":
        return True
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    squeezed = before in ",:" and after.isupper()  # the blank before it is left out: “stating,"This is …”
    return (before in _BEFORE_OPENING or squeezed) and not after.isspace()


def _may_close(text: str, at: int, end: int) -> bool:
    return at + 1 >= end or text[at + 1] in _AFTER_CLOSING or text[at] not in "’'"


def _accepted_opening(text: str, scan: _Scan) -> int | None:
    """Return the first mark left open, if a quotation may begin there: the paragraph's start, or a colon or dash."""
    for opening in scan.left_open[:1]:
        before = text[max(scan.start, opening - 8) : opening]
        if not text[scan.start : opening].strip() or _INTRODUCES.search(before):
            return opening
        if any(nested[0] > opening and nested[1] >= scan.end - 1 for nested in scan.closed):
            return opening
        if _SENTENCE_END.search(before.rstrip()) and _shared_closing(text, scan, opening) is not None:
            return opening
    return None


def _opening_of_more(text: str, scan: _Scan, following: _Scan) -> int | None:
    """Return the last mark left open if the next paragraph opens its own: “said he had “no doubts. / “I feel …”.

    A quotation that goes on in the next paragraph has no closing mark at the end of this one.
    """
    begins = min([*following.left_open[:1], *(span[0] for span in following.closed[:1])], default=None)
    if not scan.left_open or begins != following.start or text[begins] != text[scan.left_open[-1]]:
        return None
    return scan.left_open[-1] if _SENTENCE_END.search(text, scan.end - 2, scan.end) else None


def _run_on(text: str, scans: Sequence[_Scan], index: int, opening: int) -> tuple[list[tuple[int, int, int]], int]:
    """Return the parts of the quotation left open at ``opening``, a part a paragraph, and the paragraph after it."""
    scan = scans[index]
    if (closing := _shared_closing(text, scan, opening)) is not None:
        return [(opening, closing, index)], index + 1
    parts = [(opening, scan.end, index)]
    kept = 0  # parts that stay if the quotation has lost its closing mark: up to where the next one is introduced
    for following in range(index + 1, min(len(scans), index + _MOST_PARAGRAPHS)):
        later = scans[following]
        if later.stray:
            last = (later.start, later.stray[0] + 1, following)
            return [*parts, last], following + 1
        first = min([*later.left_open[:1], *(span[0] for span in later.closed[:1])], default=None)
        if first == later.start:
            break
        introduced = first is not None and _INTRODUCES.search(text[max(later.start, first - 8) : first])
        if introduced and not kept:
            kept = len(parts)
        if introduced and later.left_open:
            return parts[:kept], index + kept
        parts.append((later.start, later.end, following))
    kept = kept or 1
    return parts[:kept], index + kept


def _shared_closing(text: str, scan: _Scan, opening: int) -> int | None:
    """Return the end of the last inner pair if its closing mark must serve the outer quotation too («A «B»)."""
    inner = [span for span in scan.closed if span[0] > opening]
    for span in reversed(inner[-3:]):
        if _ENDS_QUOTATION.match(text, span[1], scan.end):
            return span[1]
    return None


def _lost_opening(text: str, scan: _Scan) -> int | None:
    """Return the end of a quotation that lost its opening mark at the paragraph's start, or None."""
    closing = scan.stray[0] + 1
    opened = any(opening < closing for opening, _ in scan.closed[:1])
    if (opened and not _shares_opening(text, scan, closing)) or closing - scan.start < 20:
        return None
    if text[closing - 2] in _LEADS_ON and text[closing : closing + 1] == " ":
        return closing
    return closing if _ENDS_QUOTATION.match(text, closing, scan.end) else None


def _shares_opening(text: str, scan: _Scan, closing: int) -> bool:
    """Whether a name in marks opens the paragraph and lends the quotation its mark: «"Зенит" силён", - сказал …»."""
    first, stop = scan.closed[0]
    attributed = _ATTRIBUTED.match(text, closing, scan.end)
    return first == scan.start and attributed is not None and text[stop - 2].isalnum()


def _add(
    found: list[Marked],
    text: str,
    part: tuple[int, int, int],
    group: int,
    pairs: Mapping[str, str],
    lent: Sequence[tuple[int, int]] = (),
    *,
    continues: bool = False,
) -> None:
    """Add a part of a quotation; those ``lent`` are names whose opening mark serves it too, and stays."""
    opening, closing, paragraph = part
    shared = opening in {span[0] for span in lent}
    start = opening + (text[opening] in pairs and not shared)
    end = closing - (closing > start and text[closing - 1] in pairs.values())
    start, end = trim(text, start, end)
    if start < end:
        found.append(Marked(start, end, opening, closing, paragraph, group, continues))


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without blanks, commas and dashes at its edges; empty if it has no letter or digit."""
    while start < end and (text[start].isspace() or text[start] in ",;:—–-*.!?…)]}»”"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:—–-*([{«„"):
        end -= 1
    return (start, end) if any(c.isalnum() for c in text[start:end]) else (start, start)
