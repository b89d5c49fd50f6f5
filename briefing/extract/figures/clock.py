"""Times of day beside a date: «к 18:00 среды», «до 12 часов 15 января», «до вечера пятницы», "by noon on Monday"."""

from __future__ import annotations

import re

from briefing.extract.figures.page import Page

_LONGEST_PART = 4  # pieces of a part of the day: "close of business"
_POINTED = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")


def begins_before(page: Page, index: int) -> int:
    """Return where the time of day begins that stands right before piece ``index``, ``index`` where none does."""
    if (begin := _part_before(page, index)) < index:
        return begin
    at = index - 1
    while at > 0 and page.has(at, "of_clock_part"):
        at -= 1  # "by 10am | on Saturday"
    if page.has(at, "clock_after") and not page.has(at, "clock"):
        at -= 1
    if page.has(at, "clock") and _is_hour(page, at - 1):
        return at - 1
    if page.text(at - 1) == ":" and page.glued(at) and page.glued(at - 1) and _is_hour(page, at - 2):
        return at - 2 if page.integer(at) is not None else index
    return at if _POINTED.fullmatch(page.text(at)) is not None else index


def _part_before(page: Page, index: int) -> int:
    """Return where a part of the day begins that the date at ``index`` follows: «до | вечера пятницы»."""
    at = index
    while at > 0 and page.has(at - 1, "of_clock_part"):
        at -= 1  # "by the evening | of Friday"
    for begin in range(max(0, at - _LONGEST_PART), at):
        found = page.match(begin, "clock_part")
        if found is not None and found[0] == at:
            return begin
    return index


def _is_hour(page: Page, index: int) -> bool:
    hour = page.integer(index)
    return hour is not None and hour <= 24
